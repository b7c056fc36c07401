//! Words that are written in pieces: `L&eacute;a`, `L%C3%A9a`, `"L\u00e9a"`, `L<b>é</b>a`.
//!
//! A text is not unfolded as a whole, which would cost as much as rendering it. Only where two pieces meet is the
//! word around them put together. Apostrophes and hyphens belong to it: `O&#39;Hara`.

use memchr::memchr;

use super::words::{is_joint, is_letter};

/// What pieces a kind of file may be made of, besides those of all kinds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    /// Pages, data and everything else.
    Web,
    /// A calendar, whose long lines are folded (RFC 5545 §3.1).
    Calendar,
    /// A text as its author writes it: `L**e**a`.
    Markdown,
}

impl Format {
    /// How many formats there are.
    pub const COUNT: usize = 3;

    /// The format of a file as it stands on the site.
    pub fn of_finished(path: &str) -> Self {
        if path.ends_with(".ics") { Self::Calendar } else { Self::Web }
    }

    /// The format of a file as its author wrote it.
    pub fn of_source(path: &str) -> Self {
        if path.ends_with(".md") { Self::Markdown } else { Self::of_finished(path) }
    }
}

/// What stands between two letters or instead of one, and how many bytes it takes.
struct Piece {
    length: usize,
    /// The character that it stands for; `None` if readers see nothing.
    character: Option<char>,
}

/// The longest name of an entity, with its semicolon.
const LONGEST_ENTITY: usize = 33;

/// Whether a piece that begins with the byte `first`, behind the byte `before`, may belong to a word. Most tags stand
/// between blanks and other tags, and only what stands for a letter can begin a word.
pub(super) fn may_begin(before: u8, first: u8, format: Format) -> bool {
    let follows_part = !before.is_ascii() || is_part(char::from(before));
    match first {
        b'&' | b'%' | b'\\' => true,
        b'\r' | b'\n' => follows_part && format == Format::Calendar,
        b'*' | b'~' | b'`' => follows_part && format == Format::Markdown,
        // The last three begin what is not seen: U+00AD, U+200B and others.
        b'<' | 0xc2 | 0xe2 | 0xef => follows_part,
        _ => false,
    }
}

/// A word that is written in pieces.
pub(super) struct Word {
    /// Where it begins.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// How it reads.
    pub letters: String,
}

/// The word around a piece at `at`, which does not begin before `from`; `None` if no word goes on there.
pub(super) fn word_at(text: &str, from: usize, at: usize, format: Format) -> Option<Word> {
    let follows_letter = at > from && text[from..at].ends_with(is_part);
    // Only what stands for a letter can begin a word; all the tags between blanks end here.
    if !follows_letter && !matches!(text.as_bytes()[at], b'&' | b'%' | b'\\') {
        return None;
    }
    if !goes_on(text, at, format, follows_letter) {
        return None;
    }
    let before: usize = text[from..at].chars().rev().take_while(|&letter| is_part(letter)).map(char::len_utf8).sum();
    let start = at - before;
    let mut word = Word { start, end: at, letters: text[start..at].to_owned() };
    while let Some((length, letter)) = next(text, word.end, format) {
        word.letters.extend(letter);
        word.end += length;
    }
    Some(word)
}

/// Whether a letter comes behind the pieces at `at` that stand for nothing, or one of the pieces stands for a letter.
fn goes_on(text: &str, mut at: usize, format: Format, follows_letter: bool) -> bool {
    while let Some(piece) = piece(text, at, format) {
        at += piece.length;
        match piece.character {
            Some(character) => return is_part(character),
            None if !follows_letter => return false,
            None => {}
        }
    }
    text[at..].starts_with(is_part)
}

/// A letter or a piece of a word; `None` where the word ends.
fn next(text: &str, at: usize, format: Format) -> Option<(usize, Option<char>)> {
    let character = text[at..].chars().next()?;
    if is_part(character) {
        return Some((character.len_utf8(), Some(character)));
    }
    let piece = piece(text, at, format)?;
    piece.character.is_none_or(is_part).then_some((piece.length, piece.character))
}

/// Letters, and what may stand between those of one word.
fn is_part(character: char) -> bool {
    if character.is_ascii() {
        return character.is_ascii_alphabetic() || matches!(character, '\'' | '`' | '-');
    }
    is_letter(character) || is_joint(character)
}

fn piece(text: &str, at: usize, format: Format) -> Option<Piece> {
    let rest = &text[at..];
    match rest.as_bytes().first()? {
        b'<' => nothing(tag(rest)?),
        b'&' => entity(rest),
        b'%' => percent(rest),
        b'\\' => escape(rest),
        b'\r' | b'\n' => nothing(fold(rest)?),
        b'*' | b'~' | b'`' if format == Format::Markdown => nothing(1),
        _ => {
            let character = rest.chars().next()?;
            nothing(is_unseen(character).then(|| character.len_utf8())?)
        }
    }
}

fn nothing(length: usize) -> Option<Piece> {
    Some(Piece { length, character: None })
}

fn stands_for(length: usize, character: char) -> Piece {
    Piece { length, character: (!is_unseen(character)).then_some(character) }
}

/// Characters that readers do not see: soft hyphens and joiners.
fn is_unseen(character: char) -> bool {
    matches!(character, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

/// A comment, or the beginning or end of an element that does not part a word.
fn tag(rest: &str) -> Option<usize> {
    if let Some(comment) = rest.strip_prefix("<!--") {
        return comment.find("-->").map(|end| end + "<!---->".len());
    }
    let name = rest[1..].strip_prefix('/').unwrap_or(&rest[1..]);
    let length = name.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let name = &name[..length];
    let is_upper = name.bytes().any(|byte| byte.is_ascii_uppercase());
    if !if is_upper { is_inline(&name.to_ascii_lowercase()) } else { is_inline(name) } {
        return None;
    }
    memchr(b'>', rest.as_bytes()).map(|end| end + 1)
}

/// Whether an element of this name does not part a word.
fn is_inline(name: &str) -> bool {
    matches!(
        name,
        "a" | "abbr"
            | "b"
            | "bdi"
            | "bdo"
            | "cite"
            | "code"
            | "data"
            | "del"
            | "dfn"
            | "em"
            | "font"
            | "i"
            | "ins"
            | "kbd"
            | "mark"
            | "q"
            | "s"
            | "samp"
            | "small"
            | "span"
            | "strong"
            | "sub"
            | "sup"
            | "tt"
            | "u"
            | "var"
            | "wbr"
    )
}

/// `&#76;`, `&#x4c;` or `&eacute;`.
fn entity(rest: &str) -> Option<Piece> {
    let end = rest.bytes().take(LONGEST_ENTITY).position(|byte| byte == b';')? + 1;
    let name = &rest[1..end];
    let number = name.strip_prefix('#').and_then(|number| number.strip_suffix(';'));
    let code = match number {
        Some(number) => match number.strip_prefix(['x', 'X']) {
            Some(number) => u32::from_str_radix(number, 16).ok()?,
            None => number.parse().ok()?,
        },
        None => web_atoms::NAMED_ENTITIES.get(name)?.0,
    };
    Some(stands_for(end, char::from_u32(code)?))
}

/// `%C3%A9`: the bytes of one character.
fn percent(rest: &str) -> Option<Piece> {
    let byte = |index: usize| {
        let digits = rest.get(3 * index..3 * index + 3)?.strip_prefix('%')?;
        u8::from_str_radix(digits, 16).ok()
    };
    let count = match byte(0)? {
        0..=0x7f => 1,
        0xc0..=0xdf => 2,
        0xe0..=0xef => 3,
        0xf0.. => 4,
        _ => return None,
    };
    let bytes: Vec<u8> = (0..count).map_while(byte).collect();
    let character = std::str::from_utf8(&bytes).ok()?.chars().next()?;
    Some(stands_for(3 * count, character))
}

/// `\u00e9` of JSON and TOML, `\U000000e9` of TOML, `\'` of scripts and Markdown.
fn escape(rest: &str) -> Option<Piece> {
    let digits = match rest.as_bytes().get(1)? {
        joint @ (b'\'' | b'-' | b'`') => return Some(stands_for(2, char::from(*joint))),
        b'u' => 4,
        b'U' => 8,
        _ => return None,
    };
    let code = u32::from_str_radix(rest.get(2..2 + digits)?, 16).ok()?;
    Some(stands_for(2 + digits, char::from_u32(code)?))
}

/// The end of a line that goes on behind the blank of the next one.
fn fold(rest: &str) -> Option<usize> {
    ["\r\n ", "\r\n\t", "\n ", "\n\t"].iter().find(|fold| rest.starts_with(**fold)).map(|fold| fold.len())
}

#[cfg(test)]
mod tests {
    use super::{Format, is_joint, is_letter, is_part, may_begin, word_at};

    fn words(text: &str, format: Format) -> String {
        let mut words = Vec::new();
        let (mut from, mut before) = (0, 0);
        for (at, byte) in text.bytes().enumerate() {
            if may_begin(std::mem::replace(&mut before, byte), byte, format)
                && at >= from
                && let Some(word) = word_at(text, from, at, format)
            {
                words.push(format!("{}:{}", word.start, word.letters));
                from = word.end;
            }
        }
        words.join(" ")
    }

    #[test]
    fn what_is_part_of_a_word_is_a_letter_or_a_joint() {
        for character in ('\0'..='\u{3000}').filter(|&character| is_part(character) != is_letter(character)) {
            assert_eq!(is_part(character), is_joint(character), "{character:?}");
        }
    }

    #[test]
    fn words_in_pieces_are_put_together() {
        let rows = [
            ("x L<b>e</b>a y", "2:Lea"),
            ("<b>L</b>ea", "3:Lea"),
            ("<B class=\"x\">L</B><i>e</i>a", "13:Lea"),
            ("L<!-- x -->ea", "0:Lea"),
            ("L&eacute;a &#76;ea &#x4C;e&shy;a", "0:Léa 11:Lea 19:Lea"),
            ("/%4Cea/L%C3%A9a.jpg", "1:Lea 7:Léa"),
            (r#"{"a":"\u004cea"}"#, "6:Lea"),
            ("Le\u{ad}a L\u{200b}ea", "0:Lea 6:Lea"),
            ("O&#39;Hara O&rsquo;Hara <b>D</b>'Ang&eacute;lo", "0:O'Hara 11:O’Hara 27:D'Angélo"),
            ("O\\'Hara O\\u0027Hara Anna-L&eacute;a", "0:O'Hara 8:O'Hara 20:Anna-Léa"),
        ];
        for (text, expected) in rows {
            assert_eq!(words(text, Format::Web), expected, "{text}");
        }
    }

    #[test]
    fn what_parts_words_joins_none() {
        for text in [
            "<td>Le</td><td>a</td>",
            "Le<br>a",
            "Le <b>a</b>",
            "<em>Le</em> a",
            "Le&nbsp;a",
            "Le%20a",
            "50% a",
            "&",
            "L**e**a",
            "Le\r\n a",
            "&nosuch;a",
            "%C3",
            "%C3%",
            "\\u12",
            "<b",
            "<!-- x",
            "«Lea»",
            "Lea…",
        ] {
            assert_eq!(words(text, Format::Web), "", "{text}");
        }
    }

    #[test]
    fn some_pieces_belong_to_some_files() {
        assert_eq!(words("DESCRIPTION:L\r\n ea", Format::Calendar), "12:Lea");
        assert_eq!(words("L**e**a and ~~L~~ea", Format::Markdown), "0:Lea 14:Lea");
    }
}
