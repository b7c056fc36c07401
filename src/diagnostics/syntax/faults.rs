//! Every fault of a text, and what is left without them.

use std::ops::Range;

use toml::de::{DeTable, Error};

use super::explain::{Fault, explain};
use super::statements::{Statement, statements};
use crate::diagnostics::{Code, Diagnostic, Edit, Place};
use crate::text::{SourcePath, Span};

/// Whether messages repeat what a file says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Quoting {
    /// Its values are repeated.
    Values,
    /// Only keys are named: the file is private (model.md §0).
    KeysOnly,
}

/// A text that is no TOML.
#[derive(Debug)]
pub struct Unreadable {
    /// What is wrong with it, a message for each faulty statement.
    pub diagnostics: Vec<Diagnostic>,
    /// The text with the faulty statements blanked: it can be read.
    pub rest: String,
}

/// The file that is read.
struct Subject<'a> {
    path: &'a SourcePath,
    quoting: Quoting,
}

/// What is wrong with a text that is no TOML; `None` if it is TOML.
#[must_use]
pub fn unreadable(path: &SourcePath, quoting: Quoting, toml: &str) -> Option<Unreadable> {
    DeTable::parse(toml).err()?;
    let statements = statements(toml);
    let mut found = Unreadable { diagnostics: Vec::new(), rest: toml.to_owned() };
    let subject = &Subject { path, quoting };
    for (index, statement) in statements.iter().enumerate() {
        let text = &toml[statement.range.clone()];
        let Err(error) = DeTable::parse(text) else { continue };
        let at = statement.range.start + error.span().map_or(0, |span| span.start);
        found.add(subject, toml, explain(toml, statement, at, error.message()));
        found.blank(extent(toml, &statements, index));
    }
    found.add_repeats(subject, toml, &statements);
    Some(found)
}

/// A faulty header takes everything below it along: nobody knows what that belongs to.
fn extent(toml: &str, statements: &[Statement], index: usize) -> Range<usize> {
    let statement = &statements[index];
    let is_word = |text: &str| text.chars().all(|sign| sign.is_ascii_alphanumeric() || "_-".contains(sign));
    // A single word is a header that lacks its brackets, as far as anybody can tell.
    if !statement.is_header && !is_word(toml[statement.range.clone()].trim()) {
        return statement.range.clone();
    }
    let next = statements[index + 1..].iter().find(|other| other.is_header);
    let end = next.or(statements.last()).map_or(statement.range.end, |other| {
        if other.is_header && other.range.start > statement.range.start { other.range.start } else { other.range.end }
    });
    statement.range.start..end
}

impl Unreadable {
    fn add(&mut self, subject: &Subject<'_>, toml: &str, fault: Fault) {
        let place = |span: Range<usize>| {
            // Whole letters, whatever was counted in bytes before.
            let start = (0..=span.start).rev().find(|&at| toml.is_char_boundary(at)).unwrap_or_default();
            let end = (span.end..toml.len()).find(|&at| toml.is_char_boundary(at)).unwrap_or(toml.len());
            Place::new(subject.path, Span { start, end })
        };
        let message = format!("TOML: {}", fault.message);
        let mut diagnostic = Diagnostic::new(Code::TomlSyntax, message, place(fault.at)).help(fault.help);
        // An edit repeats what is written, which nobody may do with a private file.
        if let Some((span, replacement)) = fault.edit.filter(|_| subject.quoting == Quoting::Values) {
            diagnostic.edit = Some(Edit { place: place(span), replacement });
        }
        self.diagnostics.push(diagnostic);
    }

    fn blank(&mut self, range: Range<usize>) {
        let blanks: String =
            self.rest[range.clone()].bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }).collect();
        self.rest.replace_range(range, &blanks);
    }

    /// Keys and tables that are there a second time, which no statement shows by itself.
    fn add_repeats(&mut self, subject: &Subject<'_>, toml: &str, statements: &[Statement]) {
        for _ in 0..statements.len() {
            let Err(error) = DeTable::parse(&self.rest) else { return };
            let at = error.span().map_or(0, |span| span.start);
            let Some(index) = statements.iter().position(|one| one.range.contains(&at)) else { break };
            if statements[index].is_header {
                self.add_repeated_header(subject, toml, statements, index);
                continue;
            }
            let below = keys_of_another(toml, statements, index);
            self.add(subject, toml, repeated(toml, statements, index, &error, below.clone()));
            self.blank(below.unwrap_or_else(|| extent(toml, statements, index)));
        }
        if DeTable::parse(&self.rest).is_err() {
            self.rest.clear();
        }
    }
}

impl Unreadable {
    /// The header of a table that is there already. However many there are, that is one mistake.
    fn add_repeated_header(&mut self, subject: &Subject<'_>, toml: &str, statements: &[Statement], index: usize) {
        let header = |index: usize| &toml[statements[index].text(toml)];
        let is_list = |index: usize| header(index).starts_with("[[");
        let name = header_name(header(index)).to_owned();
        let is_left = |one: &Statement| !self.rest[one.range.clone()].trim().is_empty();
        let same = statements.iter().enumerate().filter(|(_, one)| one.is_header && is_left(one));
        let same: Vec<usize> =
            same.map(|(index, _)| index).filter(|&index| header_name(header(index)) == name).collect();
        let single = same.iter().copied().find(|&index| !is_list(index));
        let (place, message, help) = match single {
            Some(first) if is_list(index) => (
                first,
                format!("there are several \"{name}\", and this header is one of a single table"),
                format!("write [[{name}]]"),
            ),
            None => (index, format!("there is \"{name}\" already"), "keep one of the two".to_owned()),
            Some(_) if subject.has_entries() => {
                (index, format!("there is a table \"{name}\" already"), "give one of the two another name".to_owned())
            }
            Some(_) => {
                let one = "put the keys of both below one header";
                let help = format!("{one}, or write every header as [[{name}]] if there may be several");
                (index, format!("there is a table \"{name}\" already"), help)
            }
        };
        let at = statements[place].text(toml);
        let fault = Fault::new(at.clone(), message, help);
        let edit = (place != index).then(|| (at, format!("[[{name}]]")));
        self.add(subject, toml, Fault { edit, ..fault });
        // Nobody can tell whether the first is a table of its own or the first of several.
        let others = same.into_iter().filter(|&other| single.is_none() || !is_list(other));
        others.for_each(|other| self.blank(extent(toml, statements, other)));
    }
}

impl Subject<'_> {
    /// Whether each table of the file is an entry with a name of its author's own.
    fn has_entries(&self) -> bool {
        self.quoting == Quoting::KeysOnly || self.path.file_name() == "glossary.toml"
    }
}

fn header_name(header: &str) -> &str {
    header.trim_start_matches('[').split(']').next().unwrap_or_default().trim()
}

/// What belongs to another table whose header is missing above the repeated key number `index`; `None` if it looks as
/// if only this key were there twice.
fn keys_of_another(toml: &str, statements: &[Statement], index: usize) -> Option<Range<usize>> {
    let key = |statement: &Statement| statement.key(toml);
    let (above, below) = statements.split_at(index);
    let (first, others) = below.split_first().filter(|(first, _)| !first.is_header)?;
    let begin = above.iter().rposition(|one| one.is_header).map_or(0, |header| header + 1);
    let above = &above[begin..];
    let length = others.iter().position(|one| one.is_header || key(one) == key(first)).unwrap_or(others.len());
    let is_repeated = |one: &&Statement| above.iter().any(|other| key(other) == key(one));
    let is_apart = statements[..index].last().is_none_or(|last| last.range.end < first.range.start);
    let begins_anew =
        above.first().is_some_and(|one| key(one) == key(first)) && (is_apart || is_in_list(toml, statements, index));
    if !begins_anew && !others[..length].iter().any(|one| is_repeated(&one)) {
        return None;
    }
    let end = others[..length].last().unwrap_or(first).range.end;
    Some(first.range.start..end)
}

/// The header that a statement stands below.
fn header_above<'t>(toml: &'t str, statements: &[Statement], index: usize) -> Option<&'t str> {
    let header = statements[..index].iter().rev().find(|one| one.is_header)?;
    let text = toml[header.range.clone()].trim();
    text.rfind(']').map(|end| &text[..=end])
}

fn is_in_list(toml: &str, statements: &[Statement], index: usize) -> bool {
    header_above(toml, statements, index).is_some_and(|header| header.starts_with("[["))
}

/// A key that is written twice; as it seems for want of the header of another table, if that has keys `below`.
fn repeated(toml: &str, statements: &[Statement], index: usize, error: &Error, below: Option<Range<usize>>) -> Fault {
    let statement = &statements[index];
    let start = statement.text(toml).start;
    let key = statement.key(toml);
    let message = match error.message() {
        "duplicate key" => format!("the key \"{key}\" is written twice"),
        other => other.replace('`', "\""),
    };
    let fault = |help: &str| Fault::new(start..start + key.len(), message.clone(), help);
    let Some(below) = below else { return fault("keep one of the two lines") };
    let begin = statement.range.start..statement.range.start;
    match header_above(toml, statements, index).filter(|header| header.starts_with("[[")) {
        Some(header) if all_are_known_to(toml, statements, header, &below) => {
            let help = "on a line of its own above it if one more begins here; else keep one of the two";
            fault(&format!("write {header} {help}")).with_edit(begin, format!("{header}\n"))
        }
        _ => fault("write the header of its table above it if another table begins here; else keep one of the two"),
    }
}

/// Whether each of the keys `below` stands elsewhere in the text under this header too.
fn all_are_known_to(toml: &str, statements: &[Statement], header: &str, below: &Range<usize>) -> bool {
    let is_below = |one: &&Statement| below.contains(&one.range.start);
    let others = statements.iter().enumerate().filter(|(index, one)| {
        !one.is_header && !is_below(one) && header_above(toml, statements, *index) == Some(header)
    });
    let known: Vec<&str> = others.map(|(_, one)| one.key(toml)).collect();
    statements.iter().filter(is_below).all(|one| known.contains(&one.key(toml)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TOML: &str = "title = \"Grüße\" # said\nstart = 2027-03-04\ntime = '13:30'\nplan = [\n  \"a\", # first\n  \
                        \"b\",\n]\nskip = [{ from = 2027-04-01, to = 2027-04-02 }, 2027-05-01]\nplace = \"\"\"\nOver\n\
                        lines\"\"\"\n\n[factors]\nmax = 6\n\n[[pair]]\nid = \"p1\"\n\n[[pair]]\nid = \"p\\\"2\"\n";

    fn look(toml: &str) -> Option<Unreadable> {
        let path = SourcePath::new("a.toml");
        unreadable(&path, Quoting::Values, toml)
    }

    #[test]
    fn whatever_is_missing_or_doubled_is_told_and_the_rest_can_be_read() {
        assert!(look(TOML).is_none());
        for (at, sign) in TOML.char_indices() {
            let end = at + sign.len_utf8();
            let without = format!("{}{}", &TOML[..at], &TOML[end..]);
            let doubled = format!("{}{sign}{}", &TOML[..at], &TOML[at..]);
            let printed = format!("{}“{}", &TOML[..at], &TOML[end..]);
            for toml in [&TOML[..at], &without, &doubled, &printed] {
                let Some(Unreadable { diagnostics, rest }) = look(toml) else { continue };
                assert!(!diagnostics.is_empty(), "nothing is said about {toml:?}");
                assert!(DeTable::parse(&rest).is_ok(), "the rest of {toml:?} cannot be read: {rest:?}");
                for diagnostic in diagnostics {
                    let span = diagnostic.place.span;
                    assert!(toml.get(span.start..span.end).is_some(), "{span:?} is no place in {toml:?}");
                }
            }
        }
    }

    #[test]
    fn an_edit_of_one_fault_makes_a_text_that_can_be_read() {
        for faulty in
            ["a = \"x", "a = [1, 2", "a \"x\"", "a = 4.3.2027", "a = 9:30", "a = ja", "[a", "a = ['x' 'y']", "a = x"]
        {
            let found = look(faulty).expect("it is no TOML");
            let edit = found.diagnostics[0].edit.clone().unwrap_or_else(|| panic!("no edit for {faulty}"));
            let (start, end) = (edit.place.span.start, edit.place.span.end);
            let mended = format!("{}{}{}", &faulty[..start], edit.replacement, &faulty[end..]);
            assert!(DeTable::parse(&mended).is_ok(), "{faulty} became {mended}");
        }
    }
}
