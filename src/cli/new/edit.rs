//! Changing a line of an author's TOML and leaving everything else as it is: order, comments, blanks.

use std::ops::Range;

use anyhow::{Context, Result, anyhow};
use toml_edit::{Array, DocumentMut, Item, RawString, Value};

use crate::document::fence::{Fence, cut};
use crate::text::Source;

/// The TOML of a file, open for changes: all of it, or the front matter of a Markdown file.
pub(super) struct Sheet {
    before: String,
    toml: DocumentMut,
    after: String,
    has_crlf: bool,
}

impl Sheet {
    /// Opens a file. Markdown without front matter has none to be changed.
    pub fn open(source: &Source) -> Result<Self> {
        let text = source.text().map_err(|_| anyhow!("{} is not valid UTF-8", source.path))?;
        let part = toml_part(source, text);
        let toml = text[part.clone()].parse().with_context(|| format!("{} is not valid TOML", source.path))?;
        let (before, after) = (text[..part.start].to_owned(), text[part.end..].to_owned());
        Ok(Self { before, toml, after, has_crlf: text.contains("\r\n") })
    }

    /// The whole file as it is now.
    pub fn text(&self) -> String {
        let toml = self.toml.to_string().replace("\r\n", "\n");
        let toml = if self.has_crlf { toml.replace('\n', "\r\n") } else { toml };
        format!("{}{toml}{}", self.before, self.after)
    }

    /// Takes keys and tables away, with the comments above them, and says which of them there were.
    pub fn remove<'k>(&mut self, keys: &[&'k str]) -> Vec<&'k str> {
        keys.iter().copied().filter(|key| self.toml.remove(key).is_some()).collect()
    }

    /// Takes away the tables of `[[key]]` for which `is_meant` holds, and says how many.
    pub fn remove_tables(&mut self, key: &str, is_meant: impl Fn(&toml_edit::Table) -> bool) -> usize {
        let Some(Item::ArrayOfTables(tables)) = self.toml.get_mut(key) else { return 0 };
        let before = tables.len();
        tables.retain(|table| !is_meant(table));
        let left = tables.len();
        if left == 0 {
            self.toml.remove(key);
        }
        before - left
    }

    /// Takes away these entries of the list `key`, or of its tables; `key` with the last of them.
    pub fn remove_entries(&mut self, key: &str, positions: &[usize]) {
        let is_empty = match self.toml.get_mut(key) {
            Some(Item::Value(Value::Array(list))) => {
                positions.iter().rev().for_each(|&position| drop(list.remove(position)));
                list.is_empty()
            }
            Some(Item::ArrayOfTables(tables)) => {
                positions.iter().rev().for_each(|&position| drop(tables.remove(position)));
                tables.is_empty()
            }
            _ => return,
        };
        if is_empty {
            self.toml.remove(key);
        }
    }

    /// Gives `key` another value; what stands before and behind it on its line stays.
    pub fn set(&mut self, key: &str, value: impl Into<Value>) {
        let mut value = value.into();
        if let Some(old) = self.toml.get(key).and_then(Item::as_value) {
            *value.decor_mut() = old.decor().clone();
        }
        self.toml[key] = Item::Value(value);
    }

    /// Gives `key` another value if it has one.
    pub fn change(&mut self, key: &str, value: impl Into<Value>) {
        if self.toml.contains_key(key) {
            self.set(key, value);
        }
    }

    /// Adds an entry at the end of the list `key`, written like those before it, unless it is there already. `false` if
    /// there is no such list.
    pub fn push(&mut self, key: &str, entry: &str) -> bool {
        let Some(list) = self.toml.get_mut(key).and_then(Item::as_array_mut) else { return false };
        if !list.iter().any(|known| known.as_str() == Some(entry)) {
            push(list, entry);
        }
        true
    }
}

/// The bytes that are TOML: without a byte-order mark, and of Markdown only what stands between the fences.
fn toml_part(source: &Source, text: &str) -> Range<usize> {
    if !source.path.as_str().ends_with(".md") {
        return text.len() - text.trim_start_matches('\u{feff}').len()..text.len();
    }
    match cut(text) {
        Fence::Front { toml, .. } => toml,
        _ => 0..0,
    }
}

/// In a list of several lines the entry gets one of its own; a comment behind the last entry stays behind it.
fn push(list: &mut Array, entry: &str) {
    let Some(last) = list.iter().last() else {
        list.push(entry);
        return;
    };
    let indent = last.decor().prefix().and_then(RawString::as_str).unwrap_or_default();
    let indent = indent.rsplit_once('\n').map(|(_, blanks)| blanks.to_owned());
    let behind = last.decor().suffix().and_then(RawString::as_str).unwrap_or_default().to_owned();
    let trailing = format!("{behind}{}", list.trailing().as_str().unwrap_or_default());
    let mut value = Value::from(entry);
    let closing = match trailing.rsplit_once('\n') {
        Some((kept, closing)) => {
            let indent = indent.unwrap_or_else(|| "  ".to_owned());
            value.decor_mut().set_prefix(format!("{}\n{indent}", kept.trim_end()));
            format!("\n{closing}")
        }
        None => {
            value.decor_mut().set_prefix(" ");
            trailing
        }
    };
    let position = list.len() - 1;
    if let Some(last) = list.get_mut(position) {
        last.decor_mut().set_suffix("");
    }
    list.push_formatted(value);
    list.set_trailing_comma(closing.contains('\n'));
    list.set_trailing(closing);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::SourcePath;

    fn sheet(path: &str, text: &str) -> Sheet {
        Sheet::open(&Source::new(SourcePath::new(path), text)).unwrap()
    }

    #[track_caller]
    fn pushed(before: &str, after: &str) {
        let mut sheet = sheet("a.toml", before);
        assert!(sheet.push("modules", "new"));
        assert_eq!(sheet.text(), after);
    }

    #[test]
    fn an_entry_is_written_like_its_neighbours() {
        pushed("modules = [\"a\", \"b\"]  # path\n", "modules = [\"a\", \"b\", \"new\"]  # path\n");
        pushed("modules = [ \"a\" ]\n", "modules = [ \"a\", \"new\" ]\n");
        pushed("modules = [\"a\", \"new\"]\n", "modules = [\"a\", \"new\"]\n");
        pushed("modules = []\n", "modules = [\"new\"]\n");
        pushed("modules = [\n  \"a\",\n]\n", "modules = [\n  \"a\",\n  \"new\",\n]\n");
        pushed(
            "modules = [\n    \"a\", # first\n    \"b\" # last\n]\n",
            "modules = [\n    \"a\", # first\n    \"b\", # last\n    \"new\",\n]\n",
        );
        pushed(
            "modules = [\n\t\"a\", # first\n\t# more to come\n]\n",
            "modules = [\n\t\"a\", # first\n\t# more to come\n\t\"new\",\n]\n",
        );
        pushed("modules = [\"a\",\n  \"b\"]\n", "modules = [\"a\",\n  \"b\", \"new\"]\n");
    }

    #[test]
    fn the_rest_of_the_file_stays() {
        let text =
            "\u{feff}+++\r\n# the path\r\nmodules = [\"a\"] # so far\r\n\r\n[extra]\r\nx = 1\r\n+++\r\n\r\nText  \r\n";
        let mut sheet = sheet("a.md", text);
        sheet.push("modules", "b");
        assert_eq!(sheet.text(), text.replace("[\"a\"]", "[\"a\", \"b\"]"));
    }

    #[test]
    fn keys_go_with_their_comments_and_others_stay() {
        let text = "# one\na = 1 # x\n# two\nb = 2 # y\n\n# three\n[[c]]\nd = 1\n\n[[c]]\nd = 2\n\n# last\n[e]\n";
        let mut sheet = sheet("a.toml", text);
        sheet.remove(&["a", "nothing"]);
        sheet.set("b", 3);
        sheet.remove_tables("c", |table| table["d"].as_integer() == Some(1));
        assert_eq!(sheet.text(), "# two\nb = 3 # y\n\n[[c]]\nd = 2\n\n# last\n[e]\n");
    }

    #[test]
    fn a_page_without_front_matter_stays_as_it_is() {
        let mut sheet = sheet("a.md", "Text = 1\n");
        sheet.remove(&["aliases"]);
        assert_eq!(sheet.text(), "Text = 1\n");
    }
}
