use std::fmt::Write as _;

/// The longest line in octets, without its end (RFC 5545 §3.1).
const LONGEST: usize = 75;

/// The lines of an iCalendar file: properties, folded and ended as RFC 5545 §3.1 has it.
///
/// The `icalendar` crate would fold as well, but it sorts the properties of an entry by name, takes the time of day
/// where it finds no stamp, and cannot write a time zone; what is left is this file.
#[derive(Debug, Default)]
pub struct ContentLines(String);

impl ContentLines {
    /// Adds a property whose value stands as it is: a date, a number, a word of the standard.
    pub fn plain(&mut self, name: &str, value: &str) {
        let line = format!("{name}:{value}");
        let mut rest = line.as_str();
        let mut room = LONGEST;
        while rest.len() > room {
            let whole = (0..=room).rev().find(|&at| rest.is_char_boundary(at)).unwrap_or_default();
            let (head, tail) = rest.split_at(whole);
            let _ = write!(self.0, "{head}\r\n ");
            rest = tail;
            // The blank in front of what goes on belongs to the line.
            room = LONGEST - 1;
        }
        let _ = write!(self.0, "{rest}\r\n");
    }

    /// Adds a property whose value is text, which is escaped (RFC 5545 §3.3.11).
    pub fn text(&mut self, name: &str, value: &str) {
        self.plain(name, &escaped(value));
    }

    /// Adds lines that were made before.
    pub fn append(&mut self, lines: &str) {
        self.0.push_str(lines);
    }

    /// The lines as the text of a file.
    pub fn into_text(self) -> String {
        self.0
    }
}

/// `text` without what has a meaning of its own in a value; other control characters may not stand there at all.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    for letter in text.replace("\r\n", "\n").chars() {
        match letter {
            '\\' | ';' | ',' => out.extend(['\\', letter]),
            '\n' => out.push_str("\\n"),
            '\t' => out.push(' '),
            control if control.is_control() => {}
            other => out.push(other),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{ContentLines, escaped};

    fn written(value: &str) -> String {
        let mut lines = ContentLines::default();
        lines.text("DESCRIPTION", value);
        lines.into_text()
    }

    #[test]
    fn text_is_escaped() {
        assert_eq!(escaped("a, b; c\\d\ne\r\nf\tg\u{7}h: \"i\""), "a\\, b\\; c\\\\d\\ne\\nf gh: \"i\"");
    }

    #[test]
    fn a_line_of_75_octets_is_not_folded() {
        assert_eq!(written(&"x".repeat(63)).matches("\r\n").count(), 1);
        assert_eq!(written(&"x".repeat(64)), format!("DESCRIPTION:{}\r\n x\r\n", "x".repeat(63)));
    }

    #[test]
    fn a_character_is_never_split() {
        let text = written(&"ä–🧵".repeat(40));
        assert!(text.split("\r\n").all(|line| line.len() <= 75));
        assert_eq!(text.replace("\r\n ", ""), format!("DESCRIPTION:{}\r\n", "ä–🧵".repeat(40)));
    }

    proptest! {
        #[test]
        fn lines_are_short_and_come_back_whole(value in "\\PC*") {
            let text = written(&value);
            prop_assert!(text.ends_with("\r\n"));
            prop_assert!(text.split("\r\n").all(|line| line.len() <= 75));
            prop_assert_eq!(text.replace("\r\n ", ""), format!("DESCRIPTION:{}\r\n", escaped(&value)));
        }
    }
}
