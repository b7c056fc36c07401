//! What is wrong with one statement, told from how it is written.

use std::ops::Range;

use super::statements::{Statement, is_entry};
use super::values::value_fault;

/// A fault and the way out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Where its author must act.
    pub at: Range<usize>,
    /// What is wrong; quotes no value.
    pub message: String,
    /// What to do about it; quotes no value.
    pub help: String,
    /// The bytes to replace and what to write there.
    pub edit: Option<(Range<usize>, String)>,
}

impl Fault {
    /// A fault without an edit.
    pub fn new(at: Range<usize>, message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { at, message: message.into(), help: help.into(), edit: None }
    }

    /// With the edit that mends it.
    pub fn with_edit(mut self, range: Range<usize>, replacement: impl Into<String>) -> Self {
        self.edit = Some((range, replacement.into()));
        self
    }
}

/// Explains the fault of a statement in which a parser stopped at byte `at` of the text with `message`.
#[must_use]
pub fn explain(toml: &str, statement: &Statement, at: usize, message: &str) -> Fault {
    let first = first_line(toml, statement);
    if statement.is_header {
        return header(toml, first);
    }
    if let Some(open) = statement.unclosed.filter(|&open| open <= at) {
        return unclosed(toml, statement, open);
    }
    let line = &toml[first.clone()];
    if let Some(length) =
        ["//", "--", ";", "%", "/*"].iter().find(|sign| line.starts_with(**sign)).map(|sign| sign.len())
    {
        return comment(first.start..first.start + length);
    }
    if is_entry(line) {
        let help = "write key = [ on a line of its own above it, and ] below the last entry";
        return Fault::new(first, "this entry stands in no list", help);
    }
    match key_end(line) {
        Some(equals) if at > first.start + equals => {
            value_fault(toml, statement, first.start + equals + 1, at, message)
        }
        Some(equals) => key_fault(line, first.start, equals),
        None => no_equals(line, &first),
    }
}

/// A comment that begins like one of another language; `sign` is what it begins with.
pub(super) fn comment(sign: Range<usize>) -> Fault {
    Fault::new(sign.clone(), "a comment begins with \"#\"", "write \"#\" instead").with_edit(sign, "#")
}

/// The first line of a statement without the white space around it.
fn first_line(toml: &str, statement: &Statement) -> Range<usize> {
    let text = &toml[statement.range.clone()];
    let start = statement.range.start + (text.len() - text.trim_start().len());
    let length = toml[start..statement.range.end].lines().next().unwrap_or_default().trim_end().len();
    start..start + length
}

/// Where the sign of equality stands that belongs to no quoted key.
fn key_end(line: &str) -> Option<usize> {
    let mut quote = None;
    line.char_indices().find_map(|(at, sign)| {
        match quote {
            Some(open) if open == sign => quote = None,
            None if matches!(sign, '"' | '\'') => quote = Some(sign),
            None if sign == '=' => return Some(at),
            _ => {}
        }
        None
    })
}

fn header(toml: &str, line: Range<usize>) -> Fault {
    let text = &toml[line.clone()];
    let is_list = text.starts_with("[[") || text.starts_with("{{");
    let name: &str = text.trim_start_matches(['[', '{']).split([']', '}', '#']).next().unwrap_or_default().trim();
    let name = if text.contains([']', '}']) { name } else { name.split_whitespace().next().unwrap_or_default() };
    let behind = text.rfind([']', '}']).map_or("", |at| text[at + 1..].trim());
    let help = "a table begins with [name], an entry of a list of tables with [[name]], alone on its line";
    let fault = |message: &str| Fault::new(line.clone(), message, help);
    let is_plain = !name.is_empty() && name.chars().all(|sign| sign.is_ascii_alphanumeric() || "_-.\"".contains(sign));
    if !is_plain && !name.is_empty() {
        let help = "a name has the letters a to z, digits, \"_\" and \"-\", and no blanks";
        return Fault::new(line, "this header of a table has a name with other letters or blanks in it", help);
    }
    if !is_plain {
        return fault("this header of a table has no name");
    }
    let whole = if is_list { format!("[[{name}]]") } else { format!("[{name}]") };
    if text.starts_with('{') {
        return fault("the name of a table stands in square brackets").with_edit(line.clone(), whole);
    }
    if behind.is_empty() || behind.starts_with('#') {
        let comment = if behind.is_empty() { String::new() } else { format!(" {behind}") };
        return fault("the brackets around the name of this table do not match")
            .with_edit(line.clone(), whole + &comment);
    }
    fault("nothing but a comment may stand behind the header of a table")
        .with_edit(line.clone(), format!("{whole} # {behind}"))
}

fn unclosed(toml: &str, statement: &Statement, open: usize) -> Fault {
    let line = toml[open..].lines().next().unwrap_or_default().trim_end();
    let at = open..open + line.len();
    let rest = toml[open..statement.range.end].trim_end();
    let end = open + rest.len();
    let insert = |sign: &str| (!rest.contains('#')).then(|| (end..end, sign.to_owned()));
    match &toml[open..=open] {
        "[" => Fault {
            edit: insert("]"),
            ..Fault::new(at, "the list that begins here is not closed", "write \"]\" behind its last entry")
        },
        "{" => Fault::new(at, "the table that begins here is not closed", "write \"}\" behind its last value"),
        quote => {
            let long = quote.repeat(3);
            if rest.starts_with(&long) {
                let help = format!("write {long} behind it");
                // Where keys follow, nobody knows which of the lines are the text.
                let is_alone = !rest.lines().skip(1).any(|line| line.contains('=') || line.starts_with('['));
                return Fault {
                    edit: insert(&long).filter(|_| is_alone),
                    ..Fault::new(at, "the text that begins here is not closed", help)
                };
            }
            if rest.contains('\n') {
                let help = format!("a text of several lines stands between {long} and {long}");
                return Fault::new(at, "the text that begins here is not closed on its line", help);
            }
            let is_alone = !toml[statement.range.start..open].contains('[') && !line.contains(['#', '"', '\'', ']']);
            let is_alone = is_alone || line.trim_start_matches(['"', '\'']).chars().all(char::is_alphanumeric);
            let help = format!("write {quote} at its end");
            let fault = Fault::new(at, "the quote that opens this text is not closed", help);
            Fault { edit: insert(quote).filter(|_| is_alone), ..fault }
        }
    }
}

fn key_fault(line: &str, start: usize, equals: usize) -> Fault {
    let key = line[..equals].trim_end_matches([' ', '\t']);
    let at = start..start + key.len();
    if key.is_empty() {
        return Fault::new(start..start + 1, "the key before \"=\" is missing", "write key = value");
    }
    if let Some((position, sign)) = key.char_indices().find(|(_, sign)| is_invisible(*sign)) {
        return invisible_sign(start + position, sign);
    }
    let help = "a key is one word of the letters a to z, digits, \"_\" and \"-\"";
    if let Some((first, _)) = key.split_once(':') {
        let colon = start + first.len()..start + key.len();
        return Fault::new(colon, "only \"=\" may stand between a key and its value", "write key = value");
    }
    if key.contains(char::is_whitespace) {
        let joined = key.split_whitespace().collect::<Vec<_>>().join("_");
        return Fault::new(at.clone(), "a key has no blanks in it", help).with_edit(at, joined);
    }
    Fault::new(at, "this key has letters that a key cannot have", help)
}

pub(super) fn invisible_sign(at: usize, sign: char) -> Fault {
    let message = format!("an invisible character (U+{:04X}) stands here", u32::from(sign));
    let at = at..at + sign.len_utf8();
    Fault::new(at.clone(), message, "delete it").with_edit(at, " ")
}

pub(super) fn is_invisible(sign: char) -> bool {
    !sign.is_ascii()
        && (sign.is_whitespace() || matches!(sign, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}'))
}

fn no_equals(line: &str, first: &Range<usize>) -> Fault {
    let start = first.start;
    let word = line.split(|sign: char| sign.is_whitespace() || sign == ':').next().unwrap_or_default();
    let behind = line[word.len()..].trim_start();
    let at = start..start + word.len().max(1);
    if line.starts_with(['{', '}', '"']) {
        return Fault::new(first.clone(), "this is written as in JSON", "write key = value, each on a line of its own");
    }
    if let Some(rest) = behind.strip_prefix(':') {
        let colon = start + line.len() - behind.len();
        let fault =
            Fault::new(colon..colon + 1, "between a key and its value stands \"=\", not \":\"", "write key = value");
        let ready = rest.trim_start().starts_with(['"', '\'', '[']) || rest.trim().parse::<i64>().is_ok();
        return if ready { fault.with_edit(colon..colon + 1, " =") } else { fault };
    }
    if behind.is_empty() {
        let help = "write key = value, or put the word between brackets if it begins a table";
        return Fault::new(at, "a key without a value", help);
    }
    let value = start + line.len() - behind.len();
    let fault = Fault::new(value..first.end, "\"=\" is missing between this key and its value", "write key = value");
    let ready = behind.starts_with(['"', '\'', '[']) || behind.parse::<i64>().is_ok();
    if ready { fault.with_edit(value..value, "= ") } else { fault }
}
