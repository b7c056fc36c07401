//! A TOML text cut into headers and `key = value`, also where it is faulty.

use std::ops::Range;

/// A header, or a key with its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// Its bytes, up to the end of its last line.
    pub range: Range<usize>,
    /// What it opens and does not close: the place of the sign.
    pub unclosed: Option<usize>,
    /// Whether it is the header of a table.
    pub is_header: bool,
}

impl Statement {
    /// Its bytes without the white space around it.
    #[must_use]
    pub fn text(&self, toml: &str) -> Range<usize> {
        let text = &toml[self.range.clone()];
        let start = self.range.start + (text.len() - text.trim_start().len());
        start..start + text.trim().len()
    }

    /// What stands in front of the sign of equality.
    #[must_use]
    pub fn key<'t>(&self, toml: &'t str) -> &'t str {
        toml[self.range.clone()].split('=').next().unwrap_or_default().trim()
    }
}

/// The statements of a text in their order; blank lines and comments belong to none.
#[must_use]
pub fn statements(toml: &str) -> Vec<Statement> {
    let mut statements: Vec<Statement> = Vec::new();
    let mut at = 0;
    while at < toml.len() {
        let end = line_end(toml, at);
        let line = toml[at..end].trim();
        if line.is_empty() || line.starts_with('#') {
            at = end;
            continue;
        }
        let statement = if line.starts_with('[') || looks_like_braced_header(line) {
            Statement { range: at..end, unclosed: None, is_header: true }
        } else {
            key_and_value(toml, at)
        };
        at = statement.range.end;
        match statements.last_mut() {
            Some(last) if continues(toml, last, line, at) => last.range.end = at,
            _ => statements.push(statement),
        }
    }
    statements
}

/// Whether a line without a key of its own is the rest of a faulty statement above it: the second line of a text that
/// is not closed, a list as YAML has it, or a value below its key.
fn continues(toml: &str, above: &Statement, line: &str, end: usize) -> bool {
    let written = toml[above.range.clone()].trim();
    let first = written.lines().next().unwrap_or_default();
    let is_close =
        toml[above.range.end..end].trim_start_matches(['\r', '\n']).len() == toml[above.range.end..end].len();
    if above.is_header || !is_close || looks_like_header(line) {
        return false;
    }
    if is_entry(first) && (is_entry(line) || line.starts_with(']')) {
        return true;
    }
    if written.ends_with(':') || (first.ends_with(':') && !first.contains('=')) {
        let is_indented = toml[above.range.end..].starts_with([' ', '\t']);
        return is_indented || line.starts_with("- ");
    }
    let has_key = looks_like_key(line);
    let is_open_text = above.unclosed.is_some_and(|at| toml[at..].starts_with(['"', '\'']));
    (is_open_text && !has_key && line.contains(['"', '\'']))
        || (written.ends_with('=') && line.starts_with(['"', '\'']))
}

fn line_end(toml: &str, at: usize) -> usize {
    toml[at..].find('\n').map_or(toml.len(), |length| at + length + 1)
}

/// `[name]` or `[[name]]`, and nothing that a list could hold.
fn looks_like_header(line: &str) -> bool {
    let line = line.split('#').next().unwrap_or_default().trim();
    let name = line.trim_start_matches('[').trim_end_matches(']');
    let brackets = line.len() - name.len();
    line.starts_with('[') && line.ends_with(']') && (2..=4).contains(&brackets) && is_bare(name)
}

/// `{name}` or `{{name}}`: the header of a table in brackets of another kind.
fn looks_like_braced_header(line: &str) -> bool {
    let name = line.trim_start_matches('{').trim_end_matches('}');
    line.starts_with('{') && line.ends_with('}') && is_bare(name)
}

/// Whether a line is an entry of a list, whose beginning stands elsewhere or is gone: `"a text",`.
pub fn is_entry(line: &str) -> bool {
    let text = line.split(" #").next().unwrap_or_default().trim_end().trim_end_matches(',');
    match text.chars().next() {
        Some(quote @ ('"' | '\'')) => {
            text.len() > 1 && text.ends_with(quote) && !text[1..text.len() - 1].contains(quote)
        }
        Some('{') => text.ends_with('}') && text.contains(" = "),
        _ => false,
    }
}

fn looks_like_key(line: &str) -> bool {
    line.split_once('=').is_some_and(|(key, _)| is_bare(key.trim()))
}

fn is_bare(name: &str) -> bool {
    !name.is_empty() && name.chars().all(|letter| letter.is_ascii_alphanumeric() || "_.-".contains(letter))
}

fn key_and_value(toml: &str, start: usize) -> Statement {
    let mut scanner = Scanner { toml, at: start, open: Vec::new(), unclosed: None };
    while scanner.step() {}
    let unclosed = scanner.unclosed.or(scanner.open.last().map(|&(_, at)| at));
    Statement { range: start..scanner.at, unclosed, is_header: false }
}

struct Scanner<'t> {
    toml: &'t str,
    at: usize,
    /// The brackets that are open, and where.
    open: Vec<(u8, usize)>,
    unclosed: Option<usize>,
}

impl Scanner<'_> {
    /// Goes on by one sign; `false` behind the last one of the statement.
    fn step(&mut self) -> bool {
        let Some(&sign) = self.toml.as_bytes().get(self.at) else { return false };
        match sign {
            b'\n' => {
                self.at += 1;
                return !self.open.is_empty() && !self.is_cut_off();
            }
            b'#' => self.at = line_end(self.toml, self.at).max(self.at + 2) - 1,
            b'"' | b'\'' => self.text(sign),
            b'[' | b'{' => {
                self.open.push((sign, self.at));
                self.at += 1;
            }
            b']' | b'}' => self.close(sign),
            _ => self.at += 1,
        }
        self.at = self.at.min(self.toml.len());
        true
    }

    /// Whether the next line begins something new, though a bracket is open.
    fn is_cut_off(&mut self) -> bool {
        let line = self.toml[self.at..line_end(self.toml, self.at)].trim();
        let in_list = self.open.last().is_some_and(|&(sign, _)| sign == b'[');
        let is_new = looks_like_header(line) || (in_list && looks_like_key(line));
        if is_new {
            self.unclosed = self.unclosed.or(self.open.last().map(|&(_, at)| at));
        }
        is_new
    }

    fn close(&mut self, sign: u8) {
        let opening = if sign == b']' { b'[' } else { b'{' };
        if let Some((open, at)) = self.open.pop()
            && open != opening
        {
            self.unclosed = self.unclosed.or(Some(at));
            if self.open.last().is_some_and(|&(outer, _)| outer == opening) {
                self.open.pop();
            }
        }
        self.at += 1;
    }

    fn text(&mut self, quote: u8) {
        let start = self.at;
        let long = [quote; 3];
        let bytes = self.toml.as_bytes();
        let is_long = bytes[start..].starts_with(&long);
        let mut at = start + if is_long { 3 } else { 1 };
        while let Some(&sign) = bytes.get(at) {
            let ends = if is_long { bytes[at..].starts_with(&long) } else { sign == quote };
            match sign {
                _ if ends => {
                    self.at = at + if is_long { 3 } else { 1 };
                    return;
                }
                b'\n' if !is_long => break,
                b'\\' if quote == b'"' && bytes.get(at + 1) != Some(&b'\n') => at += 2,
                _ => at += 1,
            }
        }
        self.unclosed = self.unclosed.or(Some(start));
        self.at = at.min(bytes.len());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(toml: &str) -> Vec<(&str, Option<&str>)> {
        let show = |one: &Statement| (toml[one.range.clone()].trim(), one.unclosed.map(|at| &toml[at..=at]));
        statements(toml).iter().map(show).collect()
    }

    #[test]
    fn sound_statements_are_whole() {
        let toml = "a = 1\n# b = 2\n\n[t.u]\nc = [\n  \"x\", # ]\n  'y]',\n]\nd = \"\"\"\n[z]\n\"\"\"\n[[v]]\n";
        let whole = ["a = 1", "[t.u]", "c = [\n  \"x\", # ]\n  'y]',\n]", "d = \"\"\"\n[z]\n\"\"\"", "[[v]]"];
        assert_eq!(cut(toml), whole.map(|text| (text, None)));
    }

    #[test]
    fn what_is_not_closed_ends_where_something_new_begins() {
        assert_eq!(cut("a = \"x\nb = 1\n"), [("a = \"x", Some("\"")), ("b = 1", None)]);
        assert_eq!(cut("a = [1,\n  2\n[t]\n"), [("a = [1,\n  2", Some("[")), ("[t]", None)]);
        assert_eq!(cut("a = [\"x\nb = 1\n"), [("a = [\"x", Some("\"")), ("b = 1", None)]);
        assert_eq!(cut("a = [{ b = 1 ]\nc = 2\n"), [("a = [{ b = 1 ]", Some("{")), ("c = 2", None)]);
        assert_eq!(cut("a = \"two\nlines\"\nb = 1\n"), [("a = \"two\nlines\"", Some("\"")), ("b = 1", None)]);
    }

    #[test]
    fn lists_of_another_language_are_one_statement() {
        assert_eq!(cut("a:\n  - x\n  - y\nb = 1\n"), [("a:\n  - x\n  - y", None), ("b = 1", None)]);
    }
}
