//! Front matter: the TOML between two lines `+++` at the top of a Markdown file (model.md §0).

use std::ops::Range;

/// A Markdown file, cut.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fence {
    /// Front matter and a body, both as ranges of bytes of the whole text.
    Front {
        /// The TOML, without the fences.
        toml: Range<usize>,
        /// Where the body starts.
        body: usize,
    },
    /// A body and nothing else; it starts at this byte.
    None {
        /// Where the body starts: behind a byte-order mark.
        body: usize,
    },
    /// The front matter begins as it should, but does not end.
    Unclosed {
        /// Where the body starts, as far as anybody can tell.
        body: usize,
    },
    /// The first line is nearly the fence: indented, or with another number of signs.
    Misspelt {
        /// Where the body starts, as far as anybody can tell.
        body: usize,
    },
    /// The front matter does not begin on the first line, but behind blank lines or a heading.
    Late {
        /// Where the body starts, as far as anybody can tell.
        body: usize,
    },
    /// YAML below a line `---`.
    Yaml {
        /// Where the body starts.
        body: usize,
    },
}

/// Cuts a text. A byte-order mark, CRLF and spaces behind the fences are accepted.
#[must_use]
pub fn cut(text: &str) -> Fence {
    let start = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let mut lines = lines_from(text, start);
    let Some(first) = lines.next() else { return Fence::None { body: start } };
    let none = Fence::None { body: start };
    match first.text {
        "+++" => closed(lines.clone()).unwrap_or_else(|| Fence::Unclosed { body: behind_fence(lines, text.len()) }),
        "---" => yaml(lines, text.len()).unwrap_or(none),
        line if is_nearly_fence(line) => Fence::Misspelt { body: behind_fence(lines, text.len()) },
        line if is_passed(line) => late(lines, text.len()).unwrap_or(none),
        _ => none,
    }
}

/// A line without its end and the white space before that.
struct Line<'t> {
    at: usize,
    /// Where the next one begins.
    end: usize,
    text: &'t str,
}

fn lines_from(text: &str, start: usize) -> impl Iterator<Item = Line<'_>> + Clone {
    text[start..].split_inclusive('\n').scan(start, |offset, line| {
        let at = *offset;
        *offset += line.len();
        Some(Line { at, end: *offset, text: line.trim_end() })
    })
}

fn closed<'t>(lines: impl Iterator<Item = Line<'t>>) -> Option<Fence> {
    let mut lines = lines.peekable();
    let start = lines.peek()?.at;
    lines.find(|line| line.text == "+++").map(|line| Fence::Front { toml: start..line.at, body: line.end })
}

/// Where the text goes on behind what is a fence or nearly one.
fn behind_fence<'t>(mut lines: impl Iterator<Item = Line<'t>>, length: usize) -> usize {
    lines.find(|line| is_nearly_fence(line.text)).map_or(length, |line| line.end)
}

/// Nothing but plus signs, with which no text begins: a single one would begin a list.
fn is_nearly_fence(line: &str) -> bool {
    let signs = line.trim_start();
    signs.len() > 1 && signs.chars().all(|sign| sign == '+')
}

/// What front matter is looked for behind.
fn is_passed(line: &str) -> bool {
    line.is_empty() || line.starts_with('#')
}

fn late<'t>(lines: impl Iterator<Item = Line<'t>> + Clone, length: usize) -> Option<Fence> {
    let mut lines = lines.skip_while(|line| is_passed(line.text));
    lines.next().filter(|line| line.text == "+++")?;
    let first = lines.clone().next()?.text;
    let is_toml = first == "+++" || first.split_once('=').is_some_and(|(key, _)| !key.trim().contains(' '));
    is_toml.then(|| Fence::Late { body: behind_fence(lines, length) })
}

/// Lines such as `key: value` right below a line `---` are YAML; else that is a rule.
///
/// Where nothing closes them the first key must be in small letters, for a text may begin with a rule and "Note: …".
fn yaml<'t>(lines: impl Iterator<Item = Line<'t>>, length: usize) -> Option<Fence> {
    let mut first_key = None;
    let mut body = length;
    for line in lines {
        match line.text {
            "---" | "..." | "+++" => return first_key.map(|_| Fence::Yaml { body: line.end }),
            "" => {
                first_key?;
            }
            text if text.starts_with([' ', '\t', '-', '#']) => {}
            text => match yaml_key(text) {
                Some(key) => {
                    first_key.get_or_insert(key);
                }
                None => {
                    body = line.at;
                    break;
                }
            },
        }
    }
    let is_key = first_key?.chars().all(|letter| letter.is_lowercase() || !letter.is_alphabetic());
    is_key.then_some(Fence::Yaml { body })
}

/// The word before the colon of `key: value`.
fn yaml_key(line: &str) -> Option<&str> {
    let (key, value) = line.split_once(':')?;
    let is_word = !key.is_empty() && key.chars().all(|letter| letter.is_alphanumeric() || "_-".contains(letter));
    (is_word && (value.is_empty() || value.starts_with(' '))).then_some(key)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(text: &str) -> Option<(&str, &str)> {
        match cut(text) {
            Fence::Front { toml, body } => Some((&text[toml], &text[body..])),
            _ => None,
        }
    }

    #[test]
    fn front_matter_is_cut_off() {
        assert_eq!(parts("+++\na = 1\n+++\nText\n"), Some(("a = 1\n", "Text\n")));
        assert_eq!(parts("\u{feff}+++  \r\na = 1\r\n+++ \r\nText"), Some(("a = 1\r\n", "Text")));
        assert_eq!(parts("+++\n+++"), Some(("", "")));
        assert_eq!(parts("+++\na = 1\n+++"), Some(("a = 1\n", "")));
    }

    #[test]
    fn what_is_not_front_matter_is_named() {
        assert_eq!(cut(""), Fence::None { body: 0 });
        assert_eq!(cut("Text"), Fence::None { body: 0 });
        assert_eq!(cut("+++\na = 1\n"), Fence::Unclosed { body: 10 });
        assert_eq!(cut("+++\na = 1\n++\nText"), Fence::Unclosed { body: 13 });
        assert_eq!(cut("++\na = 1\n++++\nText"), Fence::Misspelt { body: 14 });
        assert_eq!(cut(" +++\na = 1\n +++\nText"), Fence::Misspelt { body: 16 });
        assert_eq!(cut("\n+++\na = 1\n+++\n"), Fence::Late { body: 15 });
        assert_eq!(cut("# A\n\n+++\na = 1\n+++\n"), Fence::Late { body: 19 });
        assert_eq!(cut("---\ntitle: A\n---\nText"), Fence::Yaml { body: 17 });
        assert_eq!(cut("---\ntitle: A\n\nmenu: true\n...\nText"), Fence::Yaml { body: 29 });
        assert_eq!(cut("---\ntitle: A\ntags:\n  - b\n\nText: no"), Fence::Yaml { body: 34 });
        assert_eq!(cut("---\ntitle: A\nText\n"), Fence::Yaml { body: 13 });
    }

    #[test]
    fn texts_may_begin_with_a_rule_a_list_or_a_heading() {
        for text in [
            "---\n\nA rule first.\n\n---\n",
            "---\n\nNote: a rule first.\n\n---\n",
            "---\nNote: a rule first.\n\nText\n",
            "---\n**note:** bold\n\n---\n",
            "---\nhttp://firm.example\n",
            "+ one\n+ two\n",
            "+\n",
            "# A\n\n+++\n\nText\n",
            "# A\n\n```\n+++\na = 1\n+++\n```\n",
        ] {
            assert_eq!(cut(text), Fence::None { body: 0 }, "{text}");
        }
    }
}
