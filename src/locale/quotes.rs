use std::borrow::Cow;

use memchr::{memchr_iter, memchr3};

use super::tag::Locale;

/// The quotation marks of one language, with the spaces that belong inside them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quotes {
    /// Opens a quotation.
    pub open: &'static str,
    /// Closes a quotation.
    pub close: &'static str,
    /// Opens a quotation inside a quotation.
    pub open_single: &'static str,
    /// Closes a quotation inside a quotation.
    pub close_single: &'static str,
}

/// The quotation marks of `locale`; those of English for a language that is not among ours.
#[must_use]
pub fn quotes(locale: &Locale) -> Quotes {
    let [open, close, open_single, close_single] = match locale.primary() {
        "de" | "fr" | "it" | "rm" if locale.is_swiss() => ["«", "»", "‹", "›"],
        "rm" => ["«", "»", "‹", "›"],
        "de" | "cs" | "sk" | "sl" | "lb" => ["„", "“", "‚", "‘"],
        "fr" => ["«\u{202f}", "\u{202f}»", "‹\u{202f}", "\u{202f}›"],
        "it" | "es" | "pt" => ["«", "»", "“", "”"],
        "pl" | "ro" => ["„", "”", "«", "»"],
        "nb" | "nn" | "ru" | "uk" => ["«", "»", "‘", "’"],
        "fi" | "sv" => ["”", "”", "’", "’"],
        _ => ["“", "”", "‘", "’"],
    };
    Quotes { open, close, open_single, close_single }
}

/// Turns what a keyboard has into what a printer would set: quotation marks, apostrophes, dashes, an ellipsis.
///
/// One typographer sets one block of text (a paragraph, a heading, a cell) that comes in pieces, and remembers
/// between them which quotations are open, so that a quotation may begin before an emphasis and end behind it.
/// Whether a mark opens or closes follows from what stands before it, never from the markup around it.
#[derive(Debug, Clone)]
pub struct Typographer {
    quotes: Quotes,
    /// The quotations that are open here, the innermost last.
    open: Vec<Mark>,
    before: Before,
}

/// A straight mark that may begin or end a quotation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    Double,
    Single,
}

/// What stands before the place that is being set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Before {
    /// The beginning, a space, an opening bracket or mark, a dash: here a quotation may begin.
    Gap,
    Letter,
    Digit,
    Apostrophe,
    /// Closing brackets and marks, punctuation, things that are not text.
    Other,
}

impl Typographer {
    /// A typographer at the beginning of a block in the language `locale`.
    #[must_use]
    pub fn new(locale: &Locale) -> Self {
        Self { quotes: quotes(locale), open: Vec::new(), before: Before::Gap }
    }

    /// The next piece of the block, set.
    #[must_use]
    pub fn set<'a>(&mut self, piece: &'a str) -> Cow<'a, str> {
        if next_to_set(piece).is_none() {
            self.pass(piece);
            return Cow::Borrowed(piece);
        }
        let mut set = String::with_capacity(piece.len() + 8);
        let mut rest = piece;
        while let Some(next) = rest.chars().next() {
            let taken = match next {
                '"' => self.set_double(rest, &mut set),
                '\'' => self.set_single(rest, &mut set),
                '-' | '.' => self.set_run(next, rest, &mut set),
                _ => self.copy(rest, &mut set),
            };
            rest = &rest[taken..];
        }
        Cow::Owned(set)
    }

    /// A piece of the block that stays as it is: code, an address, a mark that the author escaped.
    pub fn pass(&mut self, piece: &str) {
        if let Some(last) = piece.chars().next_back() {
            self.before = self.left_by(last);
        }
    }

    /// A line that ends inside the block.
    pub fn pass_line_end(&mut self) {
        self.before = Before::Gap;
    }

    // Each of the following sets what `rest` begins with, and says how many bytes of it that was.

    fn copy(&mut self, rest: &str, set: &mut String) -> usize {
        let length = next_to_set(rest).unwrap_or(rest.len());
        set.push_str(&rest[..length]);
        self.pass(&rest[..length]);
        length
    }

    /// Two hyphens are an en dash and three an em dash; three dots are an ellipsis; other numbers stay.
    fn set_run(&mut self, character: char, rest: &str, set: &mut String) -> usize {
        let length = rest.chars().take_while(|next| *next == character).count();
        let replacement = match (character, length) {
            ('-', 2) => "–",
            ('-', 3) => "—",
            ('.', 3) => "…",
            _ => &rest[..length],
        };
        set.push_str(replacement);
        self.pass(replacement);
        length
    }

    fn set_double(&mut self, rest: &str, set: &mut String) -> usize {
        let place = self.open.iter().rposition(|mark| *mark == Mark::Double);
        match (self.before, place) {
            (Before::Gap, _) if begins_with_space(&rest[1..]) => self.leave(place, Mark::Double, set),
            (Before::Gap, _) | (Before::Apostrophe, None) => self.begin(Mark::Double, set),
            // In `..."yes"` the dots may have ended something or begin it; the letter decides.
            (Before::Other, None) if begins_with_letter(&rest[1..]) => self.begin(Mark::Double, set),
            (Before::Digit, None) => self.push("″", Before::Other, set),
            (_, place) => self.end(place, Mark::Double, set),
        }
        1
    }

    fn set_single(&mut self, rest: &str, set: &mut String) -> usize {
        let after = &rest[1..];
        // Only the innermost quotation can end here: in "the mentors' room" the mark is an apostrophe.
        let place = self.open.len().checked_sub(1).filter(|index| self.open[*index] == Mark::Single);
        match self.before {
            Before::Gap if after.starts_with("n'") || after.starts_with("N'") => {
                return self.set_clipped_and(rest, set);
            }
            Before::Gap if is_clipped(after) => self.push("’", Before::Apostrophe, set),
            Before::Gap if begins_with_space(after) => self.leave(place, Mark::Single, set),
            Before::Gap => self.begin(Mark::Single, set),
            _ if begins_with_letter(after) => self.push("’", Before::Apostrophe, set),
            Before::Digit if place.is_none() => self.push("′", Before::Other, set),
            _ if place.is_some() => self.end(place, Mark::Single, set),
            _ => self.push("’", Before::Apostrophe, set),
        }
        1
    }

    /// The "and" of "Rock 'n' Roll", which nobody quotes.
    fn set_clipped_and(&mut self, rest: &str, set: &mut String) -> usize {
        let letter = &rest[1..2];
        set.push('’');
        self.push(letter, Before::Letter, set);
        self.push("’", Before::Apostrophe, set);
        3
    }

    fn begin(&mut self, mark: Mark, set: &mut String) {
        self.open.push(mark);
        let glyph = match mark {
            Mark::Double => self.quotes.open,
            Mark::Single => self.quotes.open_single,
        };
        self.push(glyph, Before::Gap, set);
    }

    /// Ends the open quotation at `place` and what was left open inside it.
    fn end(&mut self, place: Option<usize>, mark: Mark, set: &mut String) {
        self.open.truncate(place.unwrap_or(self.open.len()));
        let glyph = match mark {
            Mark::Double => self.quotes.close,
            Mark::Single => self.quotes.close_single,
        };
        self.push(glyph, Before::Other, set);
    }

    /// A mark between two spaces ends what is open, and otherwise says nothing that we understand.
    fn leave(&mut self, place: Option<usize>, mark: Mark, set: &mut String) {
        match (place, mark) {
            (Some(_), _) => self.end(place, mark, set),
            (None, Mark::Double) => self.push("\"", Before::Other, set),
            (None, Mark::Single) => self.push("'", Before::Other, set),
        }
    }

    fn push(&mut self, glyph: &str, before: Before, set: &mut String) {
        set.push_str(glyph);
        self.before = before;
    }

    /// What `last` is to the character behind it.
    fn left_by(&self, last: char) -> Before {
        match last {
            '(' | '[' | '{' | '/' | '-' | '–' | '—' | '¿' | '¡' | '„' | '‚' | '«' | '‹' => Before::Gap,
            '’' => Before::Apostrophe,
            _ if self.opens(last) || last.is_whitespace() => Before::Gap,
            _ if last.is_numeric() => Before::Digit,
            _ if last.is_alphabetic() => Before::Letter,
            _ => Before::Other,
        }
    }

    /// Whether `character` begins quotations in this language: “ does in English and ends them in German.
    fn opens(&self, character: char) -> bool {
        [self.quotes.open, self.quotes.open_single].iter().any(|open| open.starts_with(character))
    }
}

/// Where the next character stands that may be set as another one; a dot by itself never is.
fn next_to_set(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let mark = memchr3(b'"', b'\'', b'-', bytes);
    let before = &bytes[..mark.unwrap_or(bytes.len())];
    memchr_iter(b'.', before).find(|&at| bytes.get(at + 1) == Some(&b'.')).or(mark)
}

fn begins_with_letter(text: &str) -> bool {
    text.chars().next().is_some_and(char::is_alphanumeric)
}

fn begins_with_space(text: &str) -> bool {
    text.chars().next().is_some_and(char::is_whitespace)
}

/// Whether `text`, behind a mark at the beginning of a word, is a word that lost its beginning: 'tis, '90s, 's.
///
/// A number may also be quoted ('10 tips'), which shows in a mark further on that could end the quotation.
fn is_clipped(text: &str) -> bool {
    let word: &str = text.split(|character: char| !character.is_alphanumeric()).next().unwrap_or_default();
    let digits = word.chars().take_while(char::is_ascii_digit).count();
    let year = digits == 2 && matches!(&word[2..], "" | "s" | "er" | "ern");
    (year && !ends_a_quotation(text)) || CLIPPED_WORDS.iter().any(|clipped| clipped.eq_ignore_ascii_case(word))
}

/// Whether a single mark in `text` could end a quotation: behind something, and before no letter.
fn ends_a_quotation(text: &str) -> bool {
    text.match_indices('\'').any(|(place, mark)| {
        let before = text[..place].chars().next_back();
        before.is_some_and(|before| !before.is_whitespace()) && !begins_with_letter(&text[place + mark.len()..])
    })
}

/// English and German words that are written without their beginning.
const CLIPPED_WORDS: [&str; 12] = ["tis", "twas", "twere", "twill", "til", "em", "n", "s", "ne", "nem", "nen", "ner"];

#[cfg(test)]
mod tests {
    use super::*;

    fn locale(tag: &str) -> Locale {
        Locale::parse(tag).expect("a tag of a test is well-formed")
    }

    /// What becomes of `text` in the language `tag`; `|` parts the pieces, and what stands in backticks is passed.
    fn set(tag: &str, text: &str) -> String {
        let mut typographer = Typographer::new(&locale(tag));
        let pieces = text.split('|').map(|piece| match piece.strip_prefix('`') {
            Some(code) => {
                typographer.pass(code);
                code.to_string()
            }
            None => typographer.set(piece).into_owned(),
        });
        pieces.collect()
    }

    fn check(tag: &str, cases: &[(&str, &str)]) {
        for (text, wanted) in cases {
            assert_eq!(set(tag, text), *wanted, "{tag}: {text}");
        }
    }

    #[test]
    fn each_language_has_its_marks() {
        let text = "\"a 'b' c\"";
        for (tag, wanted) in [
            ("en", "“a ‘b’ c”"),
            ("de", "„a ‚b‘ c“"),
            ("de-AT", "„a ‚b‘ c“"),
            ("de-CH", "«a ‹b› c»"),
            ("fr", "«\u{202f}a ‹\u{202f}b\u{202f}› c\u{202f}»"),
            ("fr-CH", "«a ‹b› c»"),
            ("it", "«a “b” c»"),
            ("it-CH", "«a ‹b› c»"),
            ("tlh", "“a ‘b’ c”"),
        ] {
            assert_eq!(set(tag, text), wanted, "{tag}");
        }
    }

    #[test]
    fn quotations_open_and_close() {
        check(
            "de-CH",
            &[
                ("\"Ja\", sagte sie.", "«Ja», sagte sie."),
                ("Er fragte: \"Was?\"", "Er fragte: «Was?»"),
                ("(\"so\") [\"so\"]", "(«so») [«so»]"),
                ("Kosten/\"Nutzen\"", "Kosten/«Nutzen»"),
                ("\"Ja.\" \"Nein.\"", "«Ja.» «Nein.»"),
                ("\"Er sagte 'ja'\"", "«Er sagte ‹ja›»"),
                ("'Ja' und 'nein'", "‹Ja› und ‹nein›"),
                ("\"'Ja' war alles\"", "«‹Ja› war alles»"),
                ("--\"Ende\"--", "–«Ende»–"),
            ],
        );
    }

    #[test]
    fn quotations_may_be_nested_in_their_like() {
        check("en", &[("\"a \"b\" c\"", "“a “b” c”")]);
    }

    #[test]
    fn apostrophes_are_no_quotations() {
        check(
            "en",
            &[
                ("don't", "don’t"),
                ("the mentors' room", "the mentors’ room"),
                ("\"the mentors' room\"", "“the mentors’ room”"),
                ("'tis the season, 'twas", "’tis the season, ’twas"),
                ("Rock 'n' Roll", "Rock ’n’ Roll"),
                ("'Rock 'n' Roll' it is", "‘Rock ’n’ Roll’ it is"),
                ("rock'n'roll", "rock’n’roll"),
                ("the '90s and '00s", "the ’90s and ’00s"),
                ("in '68.", "in ’68."),
                ("'10 tips' is a title", "‘10 tips’ is a title"),
                ("'don't'", "‘don’t’"),
            ],
        );
        check("de", &[("Wie geht's? So 'ne Sache, 's ist gut", "Wie geht’s? So ’ne Sache, ’s ist gut")]);
        check("de", &[("Andreas' Treffen", "Andreas’ Treffen"), ("die 68er und '68er", "die 68er und ’68er")]);
        check("fr", &[("l'eau d'aujourd'hui", "l’eau d’aujourd’hui")]);
        check("fr-CH", &[("l'\"idée\"", "l’«idée»")]);
    }

    #[test]
    fn behind_a_digit_stands_a_prime_unless_a_quotation_is_open() {
        check(
            "en",
            &[
                ("6' 2\" tall", "6′ 2″ tall"),
                ("a 27\" screen", "a 27″ screen"),
                ("\"Level 2\"", "“Level 2”"),
                ("'Level 2'", "‘Level 2’"),
                ("the 1990's", "the 1990’s"),
            ],
        );
    }

    #[test]
    fn a_quotation_reaches_over_pieces() {
        check(
            "de-CH",
            &[
                ("Sie sagt \"|sehr| gut\" dazu", "Sie sagt «sehr gut» dazu"),
                ("\"|Ganz|\" ist ganz", "«Ganz» ist ganz"),
                ("\"|`code|\" heisst", "«code» heisst"),
                ("Die |`x|'s sind", "Die x’s sind"),
                ("geht|'|s", "geht’s"),
            ],
        );
    }

    #[test]
    fn a_line_end_is_a_space() {
        let mut typographer = Typographer::new(&locale("en"));
        assert_eq!(typographer.set("He said"), "He said");
        typographer.pass_line_end();
        assert_eq!(typographer.set("\"yes\""), "“yes”");
    }

    #[test]
    fn unbalanced_marks_harm_nothing_but_themselves() {
        check(
            "en",
            &[("a\" b", "a” b"), ("\"a", "“a"), ("a \" b", "a \" b"), ("a ' b", "a ' b"), ("\"a 'b\" c", "“a ‘b” c")],
        );
    }

    #[test]
    fn marks_that_are_already_set_stay() {
        check("de", &[("„Ja“, \"nein\"", "„Ja“, „nein“"), ("„\"Ja\" ist gut“", "„„Ja“ ist gut“")]);
        check("en", &[("“'Yes' is good”", "“‘Yes’ is good”")]);
    }

    #[test]
    fn dashes_and_dots_are_joined() {
        check(
            "en",
            &[
                ("a -- b", "a – b"),
                ("10--12", "10–12"),
                ("a---b", "a—b"),
                ("a - b-c", "a - b-c"),
                ("----", "----"),
                ("well...", "well…"),
                ("well....", "well...."),
                ("...\"yes\"", "…“yes”"),
                ("\"well...\"", "“well…”"),
                ("a. b.. c", "a. b.. c"),
            ],
        );
    }

    #[test]
    fn text_without_marks_is_not_copied() {
        assert!(matches!(Typographer::new(&locale("de-CH")).set("Grüezi mitenand"), Cow::Borrowed(_)));
    }

    #[test]
    fn nothing_but_marks_ever_changes() {
        let characters = ['a', 'n', '1', ' ', '\u{fc}', '"', '\'', '-', '.'];
        let mut texts = vec![String::new()];
        for _ in 0..5 {
            texts = texts.iter().flat_map(|text| characters.map(|next| format!("{text}{next}"))).collect();
        }
        let kept = |text: &str| text.chars().filter(|c| c.is_alphanumeric() || *c == ' ').collect::<String>();
        for text in &texts {
            assert_eq!(kept(&set("de-CH", text)), kept(text), "{text}");
        }
    }
}
