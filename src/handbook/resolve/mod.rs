//! From documents to the handbook: names become ids, rules are checked, dates and agendas computed.
//!
//! Every part reads the documents of its kind, says what is wrong with them and goes on with what is sound.
//! A file with errors takes part in no computation, and what only refers to it is not reported (model.md §0).

mod cohorts;
mod documents;
mod factors;
mod groups;
mod pages;
mod pairs;
mod programmes;
mod sessions;
mod templates;
mod topics;

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;

use super::{Handbook, Id};
use crate::config::Config;
use crate::diagnostics::{Code, Diagnostic, Edit, Place, Report, nearest};
use crate::document::{Document, File, Misnamed, Step};
use crate::text::SourcePath;
use documents::Documents;
use groups::Groups;

/// What resolving needs besides the documents.
#[derive(Debug, Clone, Copy)]
pub struct Given<'a> {
    /// What holds for the whole site.
    pub config: &'a Arc<Config>,
    /// The day of the reader; only warnings look at it.
    pub today: Date,
    /// Whether drafts are shown.
    pub drafts: Drafts,
    /// `.gitignore` at the root of the handbook, if there is one.
    pub gitignore: Option<&'a str>,
}

/// Whether drafts are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Drafts {
    /// They are left out.
    Hidden,
    /// They are shown, marked.
    Shown,
}

/// What resolving remembers from one run to the next, each part together with everything that it was made of.
#[derive(Debug, Default)]
pub struct Memory {
    groups: Option<(Vec<Arc<Document>>, Arc<Groups>)>,
    topics: topics::Memory,
}

impl Memory {
    /// How these files belong together.
    fn groups(&mut self, config: &Config, documents: &[Arc<Document>]) -> Arc<Groups> {
        let known = self.groups.take().filter(|(before, groups)| groups.still_hold(config, before, documents));
        let groups = known.map_or_else(|| Arc::new(Groups::new(config, documents)), |(_, groups)| groups);
        Arc::clone(&self.groups.insert((documents.to_vec(), groups)).1)
    }
}

/// Resolves the documents of a handbook. What `memory` holds makes it faster and changes nothing else.
#[must_use]
pub fn resolve(report: &mut Report, memory: &mut Memory, given: Given<'_>, documents: &[Arc<Document>]) -> Handbook {
    let groups = memory.groups(given.config, documents);
    let documents = Documents::new(report, &given.config.languages, &groups, documents);
    let topics = topics::resolve(report, &mut memory.topics, &given, &documents, &groups);
    let forms = pages::forms(report, &given, &documents);
    let templates = templates::resolve(report, &given, &documents, &forms);
    let programmes = programmes::resolve(report, &given, &documents, &topics, &templates);
    let factors = factors::resolve(report, &given, &documents);
    let roles = pages::roles(report, &given, &documents);
    let glossary = pages::glossary(report, &given, &documents, &topics.names);
    let (home, pages) = pages::free_pages(report, &given, &documents);
    let parts = cohorts::Parts { topics: &topics, templates: &templates, programmes: &programmes };
    let cohorts = cohorts::resolve(report, &given, &documents, &parts);
    Handbook {
        config: Arc::clone(given.config),
        home,
        programmes: programmes.table,
        topics: topics.table,
        modules: topics.modules,
        factors,
        templates: templates.table,
        forms: forms.table,
        roles,
        glossary,
        pages,
        cohorts,
    }
}

/// What a name stands for.
#[derive(Debug)]
pub(super) enum Name<T> {
    /// Something sound.
    Sound(Id<T>),
    /// Something that is there, but a draft that is not shown: what needs it cannot be shown either.
    Draft,
    /// Something that is there, but broken: whoever names it has made no mistake.
    Withheld,
}

impl<T> Clone for Name<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Name<T> {}

/// The names of one kind of thing.
#[derive(Debug)]
pub(super) struct Names<T> {
    /// What the kind is called in messages.
    entity: &'static str,
    /// The file of the thing with an id.
    path_of: fn(&str) -> SourcePath,
    by_id: BTreeMap<String, Name<T>>,
    /// What has another name than it is meant to have.
    misnamed: Arc<Misnamed>,
    /// The messages about what is not all there.
    incomplete: BTreeMap<String, Diagnostic>,
}

impl<T> Names<T> {
    fn new(entity: &'static str, path_of: fn(&str) -> SourcePath, documents: &Documents<'_>) -> Self {
        let misnamed = Arc::clone(documents.misnamed());
        Self { entity, path_of, by_id: BTreeMap::new(), misnamed, incomplete: BTreeMap::new() }
    }

    fn insert(&mut self, id: &str, name: Name<T>) {
        self.by_id.insert(id.to_owned(), name);
    }

    /// Something of which a part is missing, as this message says.
    fn insert_incomplete(&mut self, id: &str, diagnostic: Diagnostic) {
        self.incomplete.insert(id.to_owned(), diagnostic);
    }

    fn get(&self, id: &str) -> Option<Name<T>> {
        self.by_id.get(id).copied()
    }

    fn ids(&self) -> impl Iterator<Item = &str> {
        self.by_id.keys().map(String::as_str)
    }

    /// What `id`, written at `steps` of `file`, stands for; an `unknown-reference` if nothing is called so.
    fn find(&self, report: &mut Report, file: &File, steps: &[Step], id: &str) -> Option<Name<T>> {
        let name = self.get(id);
        if name.is_none() {
            let incomplete = || self.incomplete.get(id).map(Diagnostic::needed);
            if let Some(diagnostic) = self.misnamed.at(&(self.path_of)(id)).or_else(incomplete) {
                report.add(diagnostic.label(file.value(steps), "this names it"));
                return Some(Name::Withheld);
            }
            report.add(unknown_reference(self.entity, file, steps, id, self.ids()));
        }
        name
    }
}

/// The message for a name that nothing has.
fn unknown_reference<'a>(
    entity: &str,
    file: &File,
    steps: &[Step],
    id: &str,
    known: impl IntoIterator<Item = &'a str>,
) -> Diagnostic {
    let key = last_key(steps);
    let message = format!("\"{key}\" names {entity} \"{id}\", which does not exist");
    let diagnostic = did_you_mean(Diagnostic::new(Code::UnknownReference, message, file.value(steps)), id, known);
    if diagnostic.help.is_empty() { diagnostic.help(way_to_create(entity)) } else { diagnostic }
}

/// How what is named can be made to exist.
fn way_to_create(entity: &str) -> String {
    let place = match entity {
        "topic" | "programme" => return format!("correct the id, or create it with \"leitfaden new {entity}\""),
        "template" => "a file in content/sessions/",
        "document" => "a file in content/documents/",
        "goal" => "one of the [[goals]] of the topic",
        "person" => "a table of its own in this file",
        "pair" => "a [[pair]] of the cohort",
        "term" => "a table of its own in the glossary",
        _ => return "correct the id, or create what is missing".to_owned(),
    };
    format!("correct the id, or make it {place}")
}

/// Adds the nearest name and the edit that writes it in the place of the one in quotes.
fn did_you_mean<'a>(diagnostic: Diagnostic, word: &str, known: impl IntoIterator<Item = &'a str>) -> Diagnostic {
    let place = diagnostic.place.clone();
    diagnostic.did_you_mean(nearest(word, known), |near| Edit { place, replacement: format!("\"{near}\"") })
}

fn last_key(steps: &[Step]) -> &str {
    steps.iter().rev().find_map(|step| if let Step::Key(key) = step { Some(key.as_str()) } else { None }).unwrap_or("")
}

/// Reports every entry that stands in a list a second time.
fn listed_twice<'a>(
    report: &mut Report,
    entries: impl IntoIterator<Item = &'a str>,
    place: impl Fn(usize) -> Place,
    message: impl Fn(&str) -> String,
) {
    let mut seen = std::collections::BTreeSet::new();
    for (index, entry) in entries.into_iter().enumerate() {
        if !seen.insert(entry) {
            report.add(Diagnostic::new(Code::ListedTwice, message(entry), place(index)));
        }
    }
}

/// Reports every id that an entry of a file has a second time.
fn duplicate_ids<'a>(
    report: &mut Report,
    entity: &str,
    file: &File,
    ids: impl IntoIterator<Item = &'a str>,
    place: impl Fn(usize) -> Place,
) {
    let mut seen = std::collections::BTreeSet::new();
    for (index, id) in ids.into_iter().enumerate() {
        if !seen.insert(id) {
            let path = file.path();
            let message = format!("two {entity} entries have the id \"{id}\": {path} and {path}");
            report.add(Diagnostic::new(Code::DuplicateId, message, place(index)));
        }
    }
}
