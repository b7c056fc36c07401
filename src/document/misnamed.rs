//! Files whose names keep them from being what they are meant to be: `Trial.md`, `hands_on.md`, `working.toml.txt`.
//!
//! One cause, one message (model.md §0): whoever names what such a file is meant to be has made no mistake, so that
//! [`Misnamed::at`] gives the message about the file instead of one about what is not there.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::layout::{FOLDERS, Kind, Layout};
use super::parse::Document;
use super::values::is_id;
use crate::diagnostics::{Diagnostic, folded, nearest};
use crate::text::SourcePath;

/// The misnamed files of a handbook.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Misnamed {
    /// The path that each is meant to have, [`likeness`] → the message about it.
    by_likeness: BTreeMap<String, Diagnostic>,
    /// Files about which the message of another says all.
    silent: BTreeSet<SourcePath>,
}

impl Misnamed {
    /// Those among `documents`.
    #[must_use]
    pub fn of(documents: &[Arc<Document>]) -> Self {
        let mut misnamed = Self::default();
        let mut folders: BTreeMap<&str, &Document> = BTreeMap::new();
        for document in documents {
            // A folder with a bad name is one mistake, however many files lie in it; its index speaks for all.
            let Some(folder) = bad_folder(document) else { continue };
            let first = folders.entry(folder).or_insert(document);
            if document.file.path().file_name() == "index.md" {
                *first = document;
            }
        }
        for document in documents {
            let path = document.file.path();
            let meant = match document.file.layout.kind {
                Kind::BadId(_) => Some(path.clone()),
                Kind::Stray => meant_path(path),
                _ => None,
            };
            let Some(meant) = meant else { continue };
            let speaker = bad_folder(document).and_then(|folder| folders.get(folder)).copied().unwrap_or(document);
            if speaker.file.path() != path {
                misnamed.silent.insert(path.clone());
            }
            if let Some(diagnostic) = speaker.diagnostics.first() {
                misnamed.by_likeness.entry(likeness(&meant)).or_insert_with(|| diagnostic.clone());
            }
        }
        misnamed
    }

    /// Whether nothing is to be said about this file, because the message about another one says it.
    #[must_use]
    pub fn is_silent(&self, path: &SourcePath) -> bool {
        self.silent.contains(path)
    }

    /// The message about the file that is meant to lie at `path`, as the error that it is where something needs it.
    #[must_use]
    pub fn at(&self, path: &SourcePath) -> Option<Diagnostic> {
        self.by_likeness.get(&likeness(path)).map(Diagnostic::needed)
    }

    /// Whether some file is meant to lie in this folder.
    #[must_use]
    pub fn has_any_in(&self, folder: &str) -> bool {
        self.by_likeness.keys().any(|likeness| likeness.starts_with(folder))
    }
}

/// The folder of a file whose own name is what is wrong.
fn bad_folder(document: &Document) -> Option<&str> {
    let Kind::BadId(name) = &document.file.layout.kind else { return None };
    let path = document.file.path().as_str();
    path.find(&format!("/{name}/")).map(|at| &path[..=at + name.len()])
}

/// What all paths have in common that an author may take for one: small letters, no separators, no accents.
fn likeness(path: &SourcePath) -> String {
    let part = |part: &str| match part.split_once('.') {
        Some((stem, ending)) => format!("{}.{}", folded(stem), ending.to_lowercase()),
        None => folded(part),
    };
    path.as_str().split('/').map(part).collect::<Vec<_>>().join("/")
}

/// The path that a file of no kind was probably meant to have: with the ending and in the folder of its kind.
#[must_use]
pub fn meant_path(path: &SourcePath) -> Option<SourcePath> {
    let mut parts: Vec<String> = path.as_str().split('/').map(str::to_owned).collect();
    if let [_, folder, _, ..] = parts.as_mut_slice()
        && !FOLDERS.contains(&folder.as_str())
    {
        nearest(folder, FOLDERS)?.clone_into(folder);
    }
    let name = parts.last_mut()?;
    if let Some((stem, ending)) = name.rsplit_once('.') {
        *name = match ending.to_lowercase().as_str() {
            "txt" | "text" if stem.contains('.') => stem.to_owned(),
            ending => format!("{stem}.{ending}"),
        };
    }
    let meant = SourcePath::new(parts.join("/"));
    let layout = Layout::of(&meant, "");
    let is_none = matches!(layout.kind, Kind::Stray | Kind::BadId(_) | Kind::Asset | Kind::Other | Kind::Snippet);
    (meant != *path && !is_none).then_some(meant)
}

/// The id that is most like `text`, if there is one.
#[must_use]
pub fn id_like(text: &str) -> Option<String> {
    let mut id = String::with_capacity(text.len());
    for letter in text.chars().flat_map(char::to_lowercase) {
        match letter {
            'ä' => id.push_str("ae"),
            'ö' => id.push_str("oe"),
            'ü' => id.push_str("ue"),
            'ß' => id.push_str("ss"),
            letter if letter.is_ascii_alphanumeric() => id.push(letter),
            _ if id.ends_with('-') => {}
            _ => id.push('-'),
        }
    }
    let id = id.trim_matches('-');
    is_id(id).then(|| id.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_ids() {
        let rows = [
            ("Social Media", Some("social-media")),
            ("Über uns!", Some("ueber-uns")),
            ("a--b_c", Some("a-b-c")),
            ("日本", None),
        ];
        for (text, expected) in rows {
            assert_eq!(id_like(text).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn files_of_no_kind_are_meant_to_be_something() {
        let rows = [
            ("content/sessions/work.toml.txt", Some("content/sessions/work.toml")),
            ("content/topic/ads/index.md", Some("content/topics/ads/index.md")),
            ("content/topics/ads/trial.MD", Some("content/topics/ads/trial.md")),
            ("content/cohort/a.toml", Some("content/cohorts/a.toml")),
            ("content/notes.txt", None),
            ("content/cohorts/a.yaml", None),
            ("content/colours/a.md", None),
        ];
        for (path, expected) in rows {
            let meant = meant_path(&SourcePath::new(path));
            assert_eq!(meant.as_ref().map(SourcePath::as_str), expected, "{path}");
        }
    }
}
