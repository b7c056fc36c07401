//! Where in a TOML text a key or a value stands.
//!
//! The typed values of a file carry no spans. Whoever has something to say about one names its keys, and only
//! then is the text looked at again: messages are rare, handbooks are large.

use std::collections::BTreeMap;

use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

use crate::text::Span;

/// One step into a table or a list.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// Into a table.
    Key(String),
    /// Into a list, from 0.
    Index(usize),
}

impl From<&str> for Step {
    fn from(key: &str) -> Self {
        Self::Key(key.to_owned())
    }
}

impl From<&String> for Step {
    fn from(key: &String) -> Self {
        Self::Key(key.clone())
    }
}

impl From<usize> for Step {
    fn from(index: usize) -> Self {
        Self::Index(index)
    }
}

/// The steps to a value: `at!["pair", 2, "mentor"]`.
#[macro_export]
macro_rules! at {
    ($($step:expr),* $(,)?) => {
        [$($crate::document::Step::from($step)),*]
    };
}

/// The places of all keys and values of one TOML text. It may be faulty: what can be read is there.
#[derive(Debug)]
pub struct Keys {
    root: Node,
    text_length: usize,
}

/// A value without its contents.
#[derive(Debug)]
enum Node {
    Table(BTreeMap<String, (Found, Node)>),
    List(Vec<(Found, Node)>),
    Leaf,
}

/// Where a value and its key stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Found {
    /// The key, or the entry itself in a list; the header for a table that has one.
    pub key: Span,
    /// The value.
    pub value: Span,
}

impl Keys {
    /// The places in `toml`, a text or a part of one that was blanked in front.
    #[must_use]
    pub fn new(toml: &str) -> Self {
        let (root, _) = DeTable::parse_recoverable(toml);
        Self { root: table_node(root.get_ref()), text_length: toml.len() }
    }

    /// The place of the value that `steps` lead to; of the innermost part that exists, if not all do.
    ///
    /// For something that is missing that part is the header of its table, brackets and all, or the top of the file.
    #[must_use]
    pub fn find(&self, steps: &[Step]) -> Found {
        let mut found = Found { key: Span::TOP, value: Span::TOP };
        let mut node = &self.root;
        for step in steps {
            let Some((place, next)) = node.child(step) else {
                found.key = if found.value.start < found.value.end { found.value } else { found.key };
                break;
            };
            found = Found { key: self.within(place.key), value: self.within(place.value) };
            node = next;
        }
        found
    }

    /// Whether the steps lead to something that is written there.
    #[must_use]
    pub fn contains(&self, steps: &[Step]) -> bool {
        let mut node = &self.root;
        for step in steps {
            let Some((_, next)) = node.child(step) else { return false };
            node = next;
        }
        true
    }

    /// The names of the tables at the top of the text.
    pub fn tables(&self) -> impl Iterator<Item = &str> {
        let entries = match &self.root {
            Node::Table(entries) => Some(entries),
            _ => None,
        };
        let tables = entries.into_iter().flatten().filter(|(_, (_, node))| matches!(node, Node::Table(_)));
        tables.map(|(name, _)| name.as_str())
    }

    fn within(&self, span: Span) -> Span {
        Span { start: span.start.min(self.text_length), end: span.end.min(self.text_length) }
    }
}

impl Node {
    fn child(&self, step: &Step) -> Option<&(Found, Node)> {
        match (self, step) {
            (Self::Table(entries), Step::Key(key)) => entries.get(key),
            (Self::List(entries), Step::Index(index)) => entries.get(*index),
            _ => None,
        }
    }
}

fn table_node(table: &DeTable<'_>) -> Node {
    let entry = |(key, value): (&Spanned<DeString<'_>>, &Spanned<DeValue<'_>>)| {
        let found = Found { key: key.span().into(), value: value.span().into() };
        (key.get_ref().to_string(), (found, node(value.get_ref())))
    };
    Node::Table(table.iter().map(entry).collect())
}

fn node(value: &DeValue<'_>) -> Node {
    match value {
        DeValue::Table(table) => table_node(table),
        DeValue::Array(list) => {
            Node::List(list.iter().map(|entry| (entry_place(entry), node(entry.get_ref()))).collect())
        }
        _ => Node::Leaf,
    }
}

fn entry_place(entry: &Spanned<DeValue<'_>>) -> Found {
    Found { key: entry.span().into(), value: entry.span().into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TOML: &str =
        "title = \"A\"\nlist = [\"x\", \"y\"]\n\n[[pair]]\nid = \"p1\"\n\n[[pair]]\nid = \"p2\"\nin = { a = 1 }\n";

    fn text(span: Span) -> &'static str {
        &TOML[span.start..span.end]
    }

    #[test]
    fn keys_and_values_are_found() {
        let keys = Keys::new(TOML);
        assert_eq!(text(keys.find(&at!["title"]).key), "title");
        assert_eq!(text(keys.find(&at!["title"]).value), "\"A\"");
        assert_eq!(text(keys.find(&at!["list", 1]).key), "\"y\"");
        assert_eq!(text(keys.find(&at!["pair", 1, "id"]).value), "\"p2\"");
        assert_eq!(text(keys.find(&at!["pair", 1, "in", "a"]).key), "a");
    }

    #[test]
    fn what_is_missing_stands_at_the_header_of_its_table() {
        let keys = Keys::new(TOML);
        assert_eq!(text(keys.find(&at!["pair", 1, "mentor"]).key), "[[pair]]");
        assert_eq!(keys.find(&at!["pair", 1, "mentor"]).key.start, 51);
        assert_eq!(keys.find(&at!["nothing"]).key, Span::TOP);
    }
}
