//! How much room words take, since SVG does not break lines by itself.

use std::borrow::Cow;

/// The size of titles, in units of the pictures.
pub const TITLE: i32 = 16;

/// The size of everything else.
pub const SMALL: i32 = 14;

/// From one line to the next.
pub const LEADING: i32 = 20;

/// How wide `text` is at most when it is set in the size `size`.
///
/// Fonts differ and the reader's may not be ours, so the widths are those of a wide face.
#[must_use]
pub fn width(text: &str, size: i32) -> i32 {
    let hundredths: i32 = text.chars().map(letter).sum();
    hundredths * size / 100 + 1
}

/// The width of a letter in hundredths of its size.
fn letter(letter: char) -> i32 {
    match letter {
        'i' | 'j' | 'l' | '.' | ',' | ':' | ';' | '\'' | '’' | '|' | '!' | 'I' | ' ' | '\u{a0}' | '\u{202f}' => 32,
        'f' | 't' | 'r' | '(' | ')' | '-' | '–' | '/' => 42,
        'm' | 'w' | 'M' | 'W' | '@' | '%' | '—' | '…' | 'æ' | 'œ' => 94,
        letter if letter.is_uppercase() => 74,
        letter if letter.is_ascii() || letter.is_lowercase() => 60,
        letter if ('\u{300}'..='\u{36f}').contains(&letter) => 0,
        _ => 104,
    }
}

/// `text` in lines that are at most `room` wide, and at most `most` of them; what is left over ends in "…".
#[must_use]
pub fn lines(text: &str, size: i32, room: i32, most: usize) -> Vec<String> {
    broken(text, &|text| width(text, size), room, most)
}

/// The same for letters whose width is known better: `width` tells it of any text.
#[must_use]
pub fn broken(text: &str, width: &dyn Fn(&str) -> i32, room: i32, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for word in text.split_whitespace().flat_map(|word| pieces(word, width, room)) {
        // What marks that a word goes on falls away where it goes on in the same line.
        let marks = line.split_off(line.trim_end_matches('\u{ad}').len());
        let end = line.len();
        if !line.is_empty() && marks.is_empty() {
            line.push(' ');
        }
        line.push_str(&word);
        if width(&line) > room {
            line.truncate(end);
            line.push_str(&marks);
            lines.push(std::mem::replace(&mut line, word.into_owned()));
        }
    }
    lines.push(line);
    lines.retain(|line| !line.is_empty());
    let is_cut = lines.len() > most;
    lines.truncate(most);
    for line in lines.iter_mut().filter(|line| line.contains('\u{ad}')) {
        *line = line.replace('\u{ad}', "-");
    }
    if let Some(last) = lines.last_mut().filter(|_| is_cut) {
        *last = ended(last, width, room);
    }
    lines
}

/// A line with "…" behind it, shortened until that fits.
fn ended(line: &str, width: &dyn Fn(&str) -> i32, room: i32) -> String {
    let mut line = line.trim_end_matches('-').to_owned();
    while !line.is_empty() && width(&line) + width("…") > room {
        line.pop();
    }
    format!("{}…", line.trim_end())
}

/// A word in pieces that fit into a line; all but the last end in a soft hyphen.
fn pieces<'w>(word: &'w str, width: &dyn Fn(&str) -> i32, room: i32) -> Vec<Cow<'w, str>> {
    if width(word) <= room {
        return vec![word.into()];
    }
    let mut pieces = Vec::new();
    let mut rest: Vec<char> = word.chars().collect();
    while width(&rest.iter().collect::<String>()) > room {
        let Some(at) = last_break(&rest, width, room) else { break };
        let mut piece: String = rest.drain(..at).collect();
        piece.push('\u{ad}');
        pieces.push(piece.into());
    }
    pieces.push(rest.into_iter().collect::<String>().into());
    pieces
}

/// The last place where a word may be divided so that its beginning and a hyphen fit into `room`: before the sound
/// that a syllable begins with, which is right nearly always in the languages of the interface; else anywhere.
fn last_break(word: &[char], width: &dyn Fn(&str) -> i32, room: i32) -> Option<usize> {
    let fits = |at: &usize| width(&word[..*at].iter().collect::<String>()) + width("-") <= room;
    let fitting: Vec<usize> = (1..word.len()).filter(fits).collect();
    let good = fitting.iter().rev().find(|&&at| at >= 3 && word.len() - at >= 4 && is_syllable(word, at));
    good.or(fitting.last()).copied()
}

/// Whether a syllable begins at `at`: with one consonant, or with two that belong together, in front of a vowel.
fn is_syllable(word: &[char], at: usize) -> bool {
    let is_vowel = |at: usize| word.get(at).is_some_and(|letter| "aeiouyäöüéèêàâîôûAEIOUÄÖÜ".contains(*letter));
    let is_inseparable = |at: usize| word.get(at + 1).is_some_and(|&next| belong_together(word[at], next));
    let begins = if is_inseparable(at) { is_vowel(at + 2) } else { is_vowel(at + 1) };
    begins && !is_vowel(at) && word[at - 1].is_alphabetic() && !is_inseparable(at - 1)
}

/// Consonants that are one sound or are spoken in one go: "ch", "ck", "tr", "pl".
fn belong_together(first: char, second: char) -> bool {
    match second {
        'h' => "cspt".contains(first),
        'k' => first == 'c',
        'l' | 'r' => "bcdfgkpt".contains(first) && !matches!((first, second), ('d' | 't', 'l')),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{TITLE, lines, width};

    #[test]
    fn titles_are_broken_between_words_and_long_words_between_syllables() {
        assert_eq!(lines("Ein Konto ausprobieren", TITLE, 140, 3), ["Ein Konto", "ausprobieren"]);
        assert_eq!(lines("Zuständigkeitsbereiche klären", TITLE, 140, 3), ["Zuständigkeits-", "bereiche klären"]);
        assert_eq!(lines("one two three four five six", TITLE, 60, 2), ["one", "two…"]);
        assert_eq!(lines("", TITLE, 60, 2), Vec::<String>::new());
        assert_eq!(lines("Arbeitstreffen", TITLE, 90, 3), ["Arbeits-", "treffen"]);
    }

    proptest! {
        #[test]
        fn no_line_is_too_wide_and_nothing_is_lost(text in "([a-zA-ZäöüéM]{1,30} ){0,12}", room in 60i32..200) {
            let lines = lines(&text, TITLE, room, usize::MAX);
            for line in &lines {
                prop_assert!(width(line, TITLE) <= room, "{line} in {room}");
            }
            let letters = |text: &str| text.replace([' ', '-'], "");
            prop_assert_eq!(letters(&lines.concat()), letters(&text));
        }
    }
}
