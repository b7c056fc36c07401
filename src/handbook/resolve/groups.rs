//! Which files belong together: decided by their paths and the languages of the site alone.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::config::{Config, Languages};
use crate::diagnostics::{Code, Diagnostic, Place};
use crate::document::{Document, Kind, original_of};
use crate::locale::Locale;
use crate::text::SourcePath;

/// The files of a handbook by what they are, as positions in the list of all files.
#[derive(Debug)]
pub(super) struct Groups {
    paths: Vec<SourcePath>,
    people_folder: String,
    languages: Languages,
    /// Every file that is no translation and no module.
    pub originals: BTreeMap<Kind, usize>,
    /// Translations of everything.
    pub translations: BTreeMap<Kind, Vec<(Locale, usize)>>,
    /// The folders in `content/topics/` by their names.
    pub topics: BTreeMap<String, Folder>,
    /// The files of `static/` by their path below it.
    pub statics: BTreeMap<String, usize>,
    /// Files whose own messages say what is said already.
    pub silent: BTreeSet<usize>,
    /// What is wrong with the way in which files lie.
    pub diagnostics: Vec<Diagnostic>,
}

/// The files of a topic.
#[derive(Debug, Default)]
pub(super) struct Folder {
    /// `index.md`.
    pub index: Option<usize>,
    /// The modules by their ids.
    pub modules: BTreeMap<String, usize>,
    /// These and their translations.
    pub all: Vec<usize>,
}

impl Groups {
    /// Sorts the files of a handbook.
    pub fn new(config: &Config, documents: &[Arc<Document>]) -> Self {
        let mut groups = Self {
            paths: documents.iter().map(|document| document.file.path().clone()).collect(),
            people_folder: config.people_folder().to_owned(),
            languages: config.languages.clone(),
            originals: BTreeMap::new(),
            translations: BTreeMap::new(),
            topics: BTreeMap::new(),
            statics: BTreeMap::new(),
            silent: BTreeSet::new(),
            diagnostics: Vec::new(),
        };
        let mut bad_folders = BTreeSet::new();
        for (position, document) in documents.iter().enumerate() {
            // A folder with a bad name is one mistake, however many files lie in it.
            if let Kind::BadId(stem) = &document.file.layout.kind
                && let Some(folder) = folder_called(document.file.path(), stem)
                && !bad_folders.insert(folder)
            {
                groups.silent.insert(position);
            }
            groups.add(documents, position);
        }
        groups.find_orphans();
        groups
    }

    /// Whether `now` belongs together in the same way as the files `before`, of which this was made.
    pub fn still_hold(&self, config: &Config, before: &[Arc<Document>], now: &[Arc<Document>]) -> bool {
        let mut pairs = before.iter().zip(now);
        self.people_folder == config.people_folder()
            && self.languages == config.languages
            && before.len() == now.len()
            && pairs.all(|(one, other)| Arc::ptr_eq(one, other) || one.file.path() == other.file.path())
    }

    fn add(&mut self, documents: &[Arc<Document>], position: usize) {
        let layout = &documents[position].file.layout;
        if let Kind::Topic(id) | Kind::Module { topic: id, .. } = &layout.kind {
            self.topics.entry(id.clone()).or_default().all.push(position);
        }
        match (&layout.kind, &layout.language) {
            (Kind::Static(path), _) => {
                self.statics.insert(path.clone(), position);
            }
            (Kind::Stray | Kind::BadId(_) | Kind::Other | Kind::Asset | Kind::Theme { .. } | Kind::Site, _) => {}
            (Kind::Snippet, None) => {}
            (kind, None) => self.add_original(documents, kind, position),
            (kind, Some(language)) => self.add_translation(documents, kind, language, position),
        }
    }

    fn add_original(&mut self, documents: &[Arc<Document>], kind: &Kind, position: usize) {
        let first = match kind {
            Kind::Topic(id) => *self.topics.entry(id.clone()).or_default().index.get_or_insert(position),
            Kind::Module { topic, module } => {
                let folder = self.topics.entry(topic.clone()).or_default();
                *folder.modules.entry(module.clone()).or_insert(position)
            }
            _ => *self.originals.entry(kind.clone()).or_insert(position),
        };
        if first != position {
            let (first, second) = (documents[first].file.path(), documents[position].file.path());
            let message = format!("{first} and {second} make the same page");
            self.diagnostics.push(Diagnostic::new(Code::DuplicateOutput, message, Place::top(second)));
        }
    }

    fn add_translation(&mut self, documents: &[Arc<Document>], kind: &Kind, language: &str, position: usize) {
        let locale = Locale::parse(language).filter(|locale| self.languages.knows(locale.as_str()));
        match locale {
            Some(locale) => self.translations.entry(kind.clone()).or_default().push((locale, position)),
            None => self.diagnostics.push(self.languages.unknown(language, documents[position].file.top())),
        }
    }

    fn has_original(&self, kind: &Kind) -> bool {
        match kind {
            Kind::Topic(id) => self.topics.get(id).is_some_and(|folder| folder.index.is_some()),
            Kind::Module { topic, module } => {
                self.topics.get(topic).is_some_and(|folder| folder.modules.contains_key(module))
            }
            _ => self.originals.contains_key(kind),
        }
    }

    fn find_orphans(&mut self) {
        let alone = self.translations.iter().filter(|(kind, _)| !self.has_original(kind));
        let positions = alone.flat_map(|(_, translations)| translations.iter().map(|(_, position)| *position));
        let orphans = positions.filter_map(|position| {
            let path = &self.paths[position];
            let original = original_of(path);
            // A page folder may hold its original as `index.md` or beside itself.
            if self.paths.binary_search(&original).is_ok() {
                return None;
            }
            let message = format!("translation without original: {original} does not exist");
            Some(Diagnostic::new(Code::OrphanTranslation, message, Place::top(path)))
        });
        let orphans: Vec<Diagnostic> = orphans.collect();
        self.diagnostics.extend(orphans);
    }
}

/// The folder of `path` whose own name is `name`.
fn folder_called<'p>(path: &'p SourcePath, name: &str) -> Option<&'p str> {
    let path = path.as_str();
    path.find(&format!("/{name}/")).map(|at| &path[..=at + name.len()])
}
