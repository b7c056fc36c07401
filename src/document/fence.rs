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
    /// The front matter begins, but does not end.
    Unclosed,
    /// The front matter does not begin on the first line; it does on the one at this byte.
    Late(usize),
    /// YAML between two lines `---`.
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
    let Some((_, first)) = lines.next() else { return Fence::None { body: start } };
    match first.trim_end() {
        "+++" => close(lines, text.len()),
        "---" => yaml(lines, text.len()).unwrap_or(Fence::None { body: start }),
        "" => late(lines).map_or(Fence::None { body: start }, Fence::Late),
        _ => Fence::None { body: start },
    }
}

/// The lines of `text` from byte `start` on, each with its offset and its end of line.
fn lines_from(text: &str, start: usize) -> impl Iterator<Item = (usize, &str)> {
    text[start..].split_inclusive('\n').scan(start, |offset, line| {
        let at = *offset;
        *offset += line.len();
        Some((at, line))
    })
}

fn close<'a>(lines: impl Iterator<Item = (usize, &'a str)>, length: usize) -> Fence {
    let mut toml_start = None;
    for (at, line) in lines {
        let toml_start = *toml_start.get_or_insert(at);
        if line.trim_end() == "+++" {
            return Fence::Front { toml: toml_start..at, body: (at + line.len()).min(length) };
        }
    }
    Fence::Unclosed
}

/// Two lines `---` with something like `key: value` behind the first are YAML; else the first is a rule.
fn yaml<'a>(lines: impl Iterator<Item = (usize, &'a str)>, length: usize) -> Option<Fence> {
    let mut looks_like_yaml = false;
    for (at, line) in lines {
        if line.trim_end() == "---" {
            return looks_like_yaml.then_some(Fence::Yaml { body: (at + line.len()).min(length) });
        }
        let key = line.split_once(':').map_or("", |(key, _)| key);
        looks_like_yaml |= !key.is_empty() && key.chars().all(|c| c.is_alphanumeric() || c == '_' || c == '-');
    }
    None
}

fn late<'a>(lines: impl Iterator<Item = (usize, &'a str)>) -> Option<usize> {
    let mut lines = lines.skip_while(|(_, line)| line.trim().is_empty());
    lines.next().filter(|(_, line)| line.trim_end() == "+++").map(|(at, _)| at)
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
        assert_eq!(cut("+++\na = 1\n"), Fence::Unclosed);
        assert_eq!(cut("\n+++\na = 1\n+++\n"), Fence::Late(1));
        assert_eq!(cut("---\ntitle: A\n---\nText"), Fence::Yaml { body: 17 });
        assert_eq!(cut("---\n\nA rule first.\n\n---\n"), Fence::None { body: 0 });
    }
}
