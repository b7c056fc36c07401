//! Values that are none, as authors write them.

use std::ops::Range;

use super::explain::{Fault, comment, invisible_sign, is_invisible};
use super::statements::Statement;

/// Quotation marks of print, which TOML does not know.
const PRINTED_QUOTES: [char; 14] = ['“', '”', '„', '‟', '«', '»', '‹', '›', '‘', '’', '‚', '‛', '´', '`'];

/// Words for true and false that are none.
const TRUTHS: [(&str, &str); 12] = [
    ("true", "true"),
    ("yes", "true"),
    ("on", "true"),
    ("ja", "true"),
    ("oui", "true"),
    ("wahr", "true"),
    ("false", "false"),
    ("no", "false"),
    ("off", "false"),
    ("nein", "false"),
    ("non", "false"),
    ("falsch", "false"),
];

/// What is wrong with the value that begins behind byte `behind` of the text; a parser stopped at `at`.
pub fn value_fault(toml: &str, statement: &Statement, behind: usize, at: usize, message: &str) -> Fault {
    let rest = &toml[behind..statement.range.end];
    let start = behind + (rest.len() - rest.trim_start().len());
    let line = toml[start..statement.range.end].lines().next().unwrap_or_default();
    let text = line.split(" #").next().unwrap_or_default().trim_end();
    let value = Value { toml, text, at: start..start + text.len(), stop: at.max(start) };
    if text.is_empty() || text.starts_with('#') || rest.trim_start_matches([' ', '\t']).starts_with(['\r', '\n']) {
        let end = toml[..behind].trim_end().len();
        return Fault::new(end - 1..end, "there is no value behind \"=\"", "write a value, or delete the line");
    }
    if let Some(fault) = invisible(toml, behind..value.stop) {
        return fault;
    }
    let known = [
        Value::printed_quotes,
        Value::backslash,
        Value::separators,
        Value::in_table,
        Value::decimal_comma,
        Value::something_behind,
        Value::round_brackets,
        Value::date,
        Value::time,
        Value::number,
        Value::word,
    ];
    known.iter().find_map(|explain| explain(&value, message)).unwrap_or_else(|| value.otherwise(message))
}

/// A blank that is none, such as one that was copied from a web page, in front of what a parser stopped at.
fn invisible(toml: &str, before: Range<usize>) -> Option<Fault> {
    let gap = toml[before.clone()].len() - toml[before.clone()].trim_start().len();
    let stop = toml[before.end..].chars().next().map(|sign| (before.end, sign));
    let in_gap = toml[before.start..before.start + gap].char_indices().map(|(at, sign)| (before.start + at, sign));
    let (at, sign) = in_gap.chain(stop).find(|(_, sign)| is_invisible(*sign))?;
    Some(invisible_sign(at, sign))
}

/// Whether TOML can read this value.
fn is_value(text: &str) -> bool {
    toml::from_str::<toml::Table>(&format!("x = {text}")).is_ok()
}

/// A value as far as it can be told where it ends.
struct Value<'t> {
    toml: &'t str,
    /// Its first line.
    text: &'t str,
    at: Range<usize>,
    /// Where the parser stopped.
    stop: usize,
}

impl Value<'_> {
    fn fault(&self, message: &str, help: &str) -> Fault {
        Fault::new(self.at.clone(), message, help)
    }

    fn mended(&self, message: &str, help: &str, text: String) -> Fault {
        self.fault(message, help).with_edit(self.at.clone(), text)
    }

    /// The rest of the line where the parser stopped.
    fn stopped(&self) -> &str {
        self.toml[self.stop..].lines().next().unwrap_or_default()
    }

    fn is_text(&self) -> bool {
        self.text.starts_with(['"', '\''])
    }

    fn printed_quotes(&self, _: &str) -> Option<Fault> {
        let is_printed = |sign: char| PRINTED_QUOTES.contains(&sign);
        let sign = self.stopped().chars().next().filter(|sign| is_printed(*sign))?;
        let at = self.stop..self.stop + sign.len_utf8();
        let fault =
            Fault::new(at, "printed quotation marks do not open a text", "texts stand between straight quotes: \"…\"");
        let straight = self.text.replace(is_printed, "\"");
        Some(if is_value(&straight) { fault.with_edit(self.at.clone(), straight) } else { fault })
    }

    fn backslash(&self, _: &str) -> Option<Fault> {
        let before = &self.toml[self.at.start..self.stop];
        let slash = before.rfind('\\').filter(|&at| before.len() - at <= 3);
        let at = match slash {
            Some(at) => self.at.start + at,
            None if self.is_text() && self.stopped().starts_with('\\') => self.stop,
            None => return None,
        };
        let help = "write \"\\\\\" for it, or put the text between single quotes";
        let fault = Fault::new(at..at + 1, "a backslash in double quotes has a meaning of its own", help);
        let inside = self.text.strip_prefix('"')?.strip_suffix('"')?;
        let is_plain = !inside.contains(['\'', '"']);
        Some(if is_plain { fault.with_edit(self.at.clone(), format!("'{inside}'")) } else { fault })
    }

    /// Commas of lists that are missing, or something else in their place.
    fn separators(&self, message: &str) -> Option<Fault> {
        if !message.contains("missing comma") {
            return None;
        }
        if self.stopped().starts_with(';') {
            let semicolon = self.stop..self.stop + 1;
            let fault = Fault::new(semicolon.clone(), "entries of a list are separated by \",\"", "write \",\"");
            return Some(fault.with_edit(semicolon, ","));
        }
        let end = self.toml[..self.stop].trim_end().len();
        let start = self.toml[..end].rfind(['\n', ',', '[']).map_or(end - 1, |at| at + 1);
        let start = start + (self.toml[start..end].len() - self.toml[start..end].trim_start().len());
        let fault =
            Fault::new(start..end, "a comma is missing behind this entry of the list", "separate entries by \",\"");
        Some(fault.with_edit(end..end, ","))
    }

    /// Tables on one line: `{ key = value }`.
    fn in_table(&self, message: &str) -> Option<Fault> {
        let before = self.toml[..self.stop].trim_end();
        if message.contains("missing assignment") && before.ends_with(':') {
            let colon = before.len() - 1..before.len();
            let fault =
                Fault::new(colon.clone(), "between a key and its value stands \"=\", not \":\"", "write key = value");
            return Some(fault.with_edit(colon, " ="));
        }
        if message.contains("extra assignment") {
            let key = self.toml[..self.stop].trim_end();
            let key_start = key.rfind(char::is_whitespace).map_or(self.stop, |at| at + 1);
            let end = self.toml[..key_start].trim_end().len();
            let fault = Fault::new(
                end - 1..end,
                "a comma is missing behind this value",
                "separate the keys of a table by \",\"",
            );
            return Some(fault.with_edit(end..end, ","));
        }
        None
    }

    /// `1,5`: which of the two is meant, nobody can tell.
    fn decimal_comma(&self, _: &str) -> Option<Fault> {
        let (whole, part) = self.text.split_once(',')?;
        let is_number = |digits: &str| !digits.is_empty() && digits.bytes().all(|digit| digit.is_ascii_digit());
        let help = "write 1.5 for a number with a part, and [1, 5] for a list";
        (is_number(whole) && is_number(part)).then(|| self.fault("a number has a point, not a comma", help))
    }

    /// A value that is whole, and something behind it.
    fn something_behind(&self, message: &str) -> Option<Fault> {
        if !message.starts_with("unexpected key or value") || self.text.starts_with('(') || self.is_date_in_words() {
            return None;
        }
        let behind = self.stopped().trim_end();
        let at = self.stop..self.stop + behind.len().max(1);
        if let Some(sign) = ["//", "--", "/*"].iter().find(|sign| behind.starts_with(**sign)) {
            return Some(comment(self.stop..self.stop + sign.len()));
        }
        if matches!(behind, "," | ";") {
            let fault = Fault::new(at.clone(), "nothing may stand behind a value", "delete it");
            return Some(fault.with_edit(at, ""));
        }
        if behind.starts_with(',') && behind.ends_with(']') && !self.text.starts_with('[') {
            let start = self.at.start;
            let fault = Fault::new(start..start + 1, "the list is not opened", "write \"[\" before its first entry");
            return Some(fault.with_edit(start..start, "["));
        }
        if behind.starts_with(',') {
            return Some(self.mended(
                "several values are a list",
                "put \"[\" and \"]\" around them",
                format!("[{}]", self.text),
            ));
        }
        if behind.split_once('=').is_some_and(|(key, _)| !key.trim().is_empty() && !key.contains(['"', '\''])) {
            let fault = Fault::new(at, "a second key on this line", "write each key on a line of its own");
            let blanks = self.toml[..self.stop].trim_end().len()..self.stop;
            return Some(fault.with_edit(blanks, "\n"));
        }
        if self.is_text() {
            let help = "write \\\" for a quote inside a text in double quotes, and put a text with \"'\" between double quotes";
            return Some(Fault::new(at, "the text ends at its second quote, and something stands behind it", help));
        }
        None
    }

    fn round_brackets(&self, _: &str) -> Option<Fault> {
        let inside = self.text.strip_prefix('(')?;
        let message = "a list stands between \"[\" and \"]\"";
        let Some(inside) = inside.strip_suffix(')') else { return Some(self.fault(message, "write square brackets")) };
        Some(self.mended(message, "write square brackets", format!("[{inside}]")))
    }

    /// A date in the order of another country, or a day that the calendar does not have.
    fn date(&self, message: &str) -> Option<Fault> {
        const WRITTEN_OTHERWISE: &str = "a date is written as year-month-day";
        let help = "write a date such as 2026-09-03";
        if self.is_date_in_words() {
            return Some(self.fault(WRITTEN_OTHERWISE, help));
        }
        let signs = ['.', '/', '-', '–', '—', '‑', ' '];
        let parts: Vec<&str> = self.text.split(signs).filter(|part| !part.is_empty()).collect();
        let number = |part: &str| part.parse::<u16>().ok();
        let is_year = |part: &str| part.len() == 4 && number(part).is_some();
        if let [year, month] = parts[..]
            && is_year(year)
            && number(month).is_some()
        {
            return Some(self.fault(WRITTEN_OTHERWISE, help));
        }
        let [first, second, third] = parts[..] else { return None };
        if number(first).is_some() && second.chars().all(char::is_alphabetic) && is_year(third) {
            return Some(self.fault(WRITTEN_OTHERWISE, help));
        }
        let (a, b, c) = (number(first)?, number(second)?, number(third)?);
        let with_points = self.text.contains('.');
        let (year, month, day) = if is_year(first) {
            (a, b, c)
        } else if with_points && is_year(third) {
            (c, b, a)
        } else if with_points && c < 100 {
            (2000 + c, b, a)
        } else if is_year(third) {
            // 04/03/2027 is another day on either side of the ocean.
            return Some(self.fault(WRITTEN_OTHERWISE, help));
        } else {
            return None;
        };
        let text = format!("{year:04}-{month:02}-{day:02}");
        let is_day = is_value(&text) && !message.contains("between");
        Some(if is_day { self.mended(WRITTEN_OTHERWISE, help, text) } else { self.fault("there is no such day", help) })
    }

    /// `28. April 2027`, `April 28, 2027`: three parts, of which one is a word and one a year.
    fn is_date_in_words(&self) -> bool {
        let parts: Vec<&str> = self.text.split([' ', '.', ',']).filter(|part| !part.is_empty()).collect();
        let is_number = |part: &&&str| part.parse::<u16>().is_ok();
        let is_word = |part: &&str| part.chars().all(char::is_alphabetic) && part.chars().count() > 2;
        let has_year = parts.iter().any(|part| part.len() == 4 && part.parse::<u16>().is_ok());
        parts.len() == 3 && has_year && parts.iter().filter(is_number).count() == 2 && parts.iter().any(is_word)
    }

    fn time(&self, _: &str) -> Option<Fault> {
        let text = self.text.trim_end_matches(['h', ' ']).trim_end_matches("Uhr").trim_end();
        let (hour, minute) = text.split_once([':', 'h', '.'])?;
        let hour: u8 = hour.trim().parse().ok()?;
        let minute: u8 = minute.trim().parse().ok()?;
        let help = "write hours and minutes with two digits, such as \"09:30\"";
        if hour > 23 || minute > 59 {
            return self.text.contains(':').then(|| self.fault("there is no such time of day", help));
        }
        Some(self.mended("a time stands between quotes", help, format!("\"{hour:02}:{minute:02}\"")))
    }

    fn number(&self, message: &str) -> Option<Fault> {
        let is_digit = |sign: char| sign.is_ascii_digit();
        let text = self.text.strip_prefix(['-', '+']).unwrap_or(self.text);
        if !text.starts_with(is_digit) {
            return None;
        }
        let digits: String = text
            .chars()
            .take_while(|&sign| is_digit(sign) || "'’_ ".contains(sign))
            .filter(|&sign| is_digit(sign))
            .collect();
        let sign = if self.text.starts_with('-') { "-" } else { "" };
        let plain = format!("{sign}{}", digits.trim_start_matches('0'));
        let is_whole = text.chars().all(|sign| is_digit(sign) || "'’_ ".contains(sign));
        if message.contains("leading zero") && is_whole {
            return Some(self.mended("a number does not begin with 0", "leave the zero out", plain));
        }
        if is_whole {
            return Some(self.mended(
                "a number has no marks for thousands",
                "write its digits and nothing else",
                plain,
            ));
        }
        let unit = text.trim_start_matches(is_digit).trim_start();
        let is_unit = unit.starts_with(char::is_alphabetic) || matches!(unit, "%" | "'" | "€");
        let is_unit = is_unit && unit.split_whitespace().count() == 1;
        is_unit.then(|| {
            self.mended("a number stands without a unit", "write the number alone; the key says what it counts", plain)
        })
    }

    fn word(&self, _: &str) -> Option<Fault> {
        let lower = self.text.to_lowercase();
        if let Some((_, truth)) = TRUTHS.iter().find(|(word, _)| *word == lower) {
            return Some(self.mended(
                "true and false are written small and in English",
                "write true or false",
                (*truth).to_owned(),
            ));
        }
        if ["null", "nil", "none", "~", "undefined"].contains(&lower.as_str()) {
            return Some(self.fault("there is no value for \"nothing\"", "delete the line"));
        }
        let is_quote = |sign: char| matches!(sign, '"' | '\'');
        if !self.text.starts_with(|sign: char| sign.is_alphanumeric())
            || self.text.trim_end_matches(is_quote).contains(is_quote)
        {
            return None;
        }
        let inside = self.text.trim_end_matches(is_quote);
        let message = if inside.len() < self.text.len() {
            "the opening quote of this text is missing"
        } else {
            "a text stands between quotes"
        };
        let quoted = format!("\"{inside}\"");
        let fault = self.fault(message, "put straight quotes around it");
        Some(if is_value(&quoted) { fault.with_edit(self.at.clone(), quoted) } else { fault })
    }

    fn otherwise(&self, message: &str) -> Fault {
        let end = self.stop + self.stopped().chars().next().map_or(1, char::len_utf8);
        let help =
            "write a text between quotes, a number, true or false, a date such as 2026-09-03, or a list in brackets";
        Fault::new(self.stop..end, message.replace('`', "\""), help)
    }
}
