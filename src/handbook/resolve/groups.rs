//! Which files belong together: decided by their paths and the languages of the site alone.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::config::{Config, Languages};
use crate::diagnostics::{Code, Diagnostic, Place, nearest};
use crate::document::{Document, Kind, Misnamed, original_of};
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
    /// Files whose names keep them from being what they are meant to be.
    pub misnamed: Arc<Misnamed>,
    /// The messages about translations of modules that are not there, by topic and with the module; those of all else
    /// are among the diagnostics.
    pub orphans: BTreeMap<String, Vec<(String, Diagnostic)>>,
    /// The languages in which files of other names are meant to be translations: of these nobody can say that one is
    /// missing.
    pub meant: BTreeMap<Kind, BTreeSet<Locale>>,
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
            misnamed: Arc::new(Misnamed::of(documents)),
            orphans: BTreeMap::new(),
            meant: BTreeMap::new(),
            diagnostics: Vec::new(),
        };
        for position in 0..documents.len() {
            groups.add(documents, position);
        }
        groups.find_orphans(documents);
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
            None => {
                self.diagnostics.push(self.languages.unknown(language, documents[position].file.top()));
                // Any language may be meant.
                let all = self.languages.all().map(|language| self.languages.tag(language).clone());
                self.meant.entry(kind.clone()).or_default().extend(all);
            }
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

    fn find_orphans(&mut self, documents: &[Arc<Document>]) {
        let alone = self.translations.iter().filter(|(kind, _)| !self.has_original(kind));
        let alone: Vec<(Kind, Locale, usize)> = alone
            .flat_map(|(kind, all)| all.iter().map(|(locale, position)| (kind.clone(), locale.clone(), *position)))
            .collect();
        for (kind, locale, position) in alone {
            let path = &self.paths[position];
            let original = original_of(path);
            // A page folder may hold its original as `index.md` or beside itself.
            let is_there = self.paths.binary_search(&original).is_ok();
            if is_there || self.misnamed.at(&original).is_some() || self.is_topic_without_index(&kind) {
                continue;
            }
            let message = format!("translation without original: {original} does not exist");
            let mut diagnostic = Diagnostic::new(Code::OrphanTranslation, message, Place::top(path));
            if let Some(near) = self.untranslated_like(documents, &original, &locale) {
                diagnostic = diagnostic.help(format!("did you mean a translation of {}?", near.file.path()));
                self.meant.entry(near.file.layout.kind.clone()).or_default().insert(locale);
            }
            match kind {
                Kind::Module { topic, module } => self.orphans.entry(topic).or_default().push((module, diagnostic)),
                _ => self.diagnostics.push(diagnostic),
            }
        }
    }

    /// That such a topic has no `index.md` is said of its modules.
    fn is_topic_without_index(&self, kind: &Kind) -> bool {
        let Kind::Topic(id) = kind else { return false };
        self.topics.get(id).is_some_and(|folder| folder.index.is_none() && !folder.modules.is_empty())
    }

    /// The file that has a name like `original`, lies beside it, and lacks a translation into this language.
    fn untranslated_like<'d>(
        &self,
        documents: &'d [Arc<Document>],
        original: &SourcePath,
        locale: &Locale,
    ) -> Option<&'d Document> {
        let is_translated = |kind: &Kind| {
            let translations = self.translations.get(kind).into_iter().flatten();
            translations.map(|(other, _)| other).any(|other| other == locale)
        };
        let lacks_it = |document: &&Arc<Document>| {
            let (path, layout) = (document.file.path(), &document.file.layout);
            path.folder() == original.folder() && layout.language.is_none() && !is_translated(&layout.kind)
        };
        let beside: Vec<&Arc<Document>> = documents.iter().filter(lacks_it).collect();
        let near = nearest(original.file_name(), beside.iter().map(|document| document.file.path().file_name()))?;
        beside.into_iter().find(|document| document.file.path().file_name() == near).map(|document| &**document)
    }
}
