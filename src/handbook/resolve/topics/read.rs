//! A topic with the modules of its path.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::ToSpan;
use jiff::civil::Date;

use super::texts::{topic_of, translation};
use crate::at;
use crate::config::Config;
use crate::diagnostics::{Code, Diagnostic, Edit, Place, Report, nearest};
use crate::document::module::ModuleFront;
use crate::document::topic::{TopicFront, TopicTranslation};
use crate::document::values::is_id;
use crate::document::{Content, Document, Kind};
use crate::handbook::module::Module;
use crate::handbook::resolve::documents::{Documents, Sheet, TopicFolder, stray};
use crate::handbook::resolve::groups::Groups;
use crate::handbook::resolve::{Drafts, Given, Name, Names, duplicate_ids};
use crate::handbook::topic::Topic;
use crate::handbook::{Id, Table};
use crate::text::SourcePath;

/// The topics and modules of a handbook.
pub struct Topics {
    /// The topics.
    pub table: Table<Topic>,
    /// Their modules, topic by topic.
    pub modules: Table<Module>,
    /// What topics are called.
    pub names: Names<Topic>,
}

/// What is remembered of topics. A topic is made of the files of its folder and of [`Given`]; which files there are
/// besides, such as those of `static/`, decide the groups of all files.
#[derive(Debug, Default)]
pub struct Memory {
    made_of: Option<(Arc<Config>, Date, Drafts, Arc<Groups>)>,
    topics: BTreeMap<String, Remembered>,
}

/// A topic, everything it was made of, and where it stands.
#[derive(Debug)]
struct Remembered {
    files: Vec<Arc<Document>>,
    position: (Id<Topic>, Id<Module>),
    topic: Option<Arc<Topic>>,
    /// Whether there is no topic because it is a draft.
    is_draft: bool,
    modules: Vec<Arc<Module>>,
    diagnostics: Vec<Diagnostic>,
}

impl Memory {
    /// Forgets everything if anything is not as it was that concerns all topics.
    fn prepare(&mut self, given: &Given<'_>, groups: &Arc<Groups>) {
        let is_same = self.made_of.as_ref().is_some_and(|(config, today, drafts, of)| {
            Arc::ptr_eq(config, given.config)
                && (*today, *drafts) == (given.today, given.drafts)
                && Arc::ptr_eq(of, groups)
        });
        if !is_same {
            self.topics.clear();
            self.made_of = Some((Arc::clone(given.config), given.today, given.drafts, Arc::clone(groups)));
        }
    }
}

impl Remembered {
    fn still_holds(&self, folder: &TopicFolder<'_>, position: (Id<Topic>, Id<Module>)) -> bool {
        self.position == position
            && self.files.len() == folder.files().count()
            && self.files.iter().zip(folder.files()).all(|(known, file)| Arc::ptr_eq(known, file))
    }
}

/// Reads all topics with their modules; those of which no file has changed are remembered.
pub fn resolve(
    report: &mut Report,
    memory: &mut Memory,
    given: &Given<'_>,
    documents: &Documents<'_>,
    groups: &Arc<Groups>,
) -> Topics {
    memory.prepare(given, groups);
    let mut topics =
        Topics { table: Table::new(), modules: Table::new(), names: Names::new("topic", topic_path, documents) };
    for folder in documents.topics() {
        let position = (topics.table.next_id(), topics.modules.next_id());
        let remembered = match memory.topics.remove(folder.id) {
            Some(remembered) if remembered.still_holds(&folder, position) => {
                report.extend(remembered.diagnostics.iter().cloned());
                remembered
            }
            _ => read(report, given, documents, &folder, position),
        };
        match (&remembered.topic, without_index(&folder)) {
            (Some(topic), _) => topics.names.insert(folder.id, Name::Sound(topics.table.share(Arc::clone(topic)))),
            (None, Some(diagnostic)) => topics.names.insert_incomplete(folder.id, diagnostic),
            (None, None) if folder.index().is_none() => {}
            (None, None) if remembered.is_draft => topics.names.insert(folder.id, Name::Draft),
            (None, None) => topics.names.insert(folder.id, Name::Withheld),
        }
        for module in &remembered.modules {
            topics.modules.share(Arc::clone(module));
        }
        memory.topics.insert(folder.id.to_owned(), remembered);
    }
    topics
}

fn read(
    report: &mut Report,
    given: &Given<'_>,
    documents: &Documents<'_>,
    folder: &TopicFolder<'_>,
    position: (Id<Topic>, Id<Module>),
) -> Remembered {
    let before = report.diagnostics().len();
    let (mut topic, mut modules) = (None, Table::starting_at(position.1));
    let mut is_draft = false;
    match folder.index().map(|document| (document, document.as_far_as_read())) {
        Some((document, Content::Topic(front))) if !front.draft || given.drafts == Drafts::Shown => {
            let reader = TopicReader {
                report,
                given,
                documents,
                id: folder.id,
                document,
                front,
                folder: folder.modules().collect(),
            };
            if document.is_broken() {
                // It is checked and goes nowhere.
                reader.read(position.0, &mut Table::starting_at(position.1));
            } else {
                topic = Some(Arc::new(reader.read(position.0, &mut modules)));
            }
        }
        Some((document, content)) => is_draft = matches!(content, Content::Topic(_)) && !document.is_broken(),
        None if documents.misnamed().at(&topic_path(folder.id)).is_none() => report.extend(without_index(folder)),
        None => {}
    }
    report_orphans(report, documents, folder);
    Remembered {
        files: folder.files().cloned().collect(),
        position,
        topic,
        is_draft,
        modules: modules.into_shared(),
        diagnostics: report.diagnostics()[before..].to_vec(),
    }
}

fn topic_path(id: &str) -> SourcePath {
    SourcePath::new(format!("content/topics/{id}/index.md"))
}

/// The message for modules without a topic.
fn without_index(folder: &TopicFolder<'_>) -> Option<Diagnostic> {
    let (_, first) = folder.modules().next().filter(|_| folder.index().is_none())?;
    Some(stray(first.file.path()).help("a topic begins with an index.md in its folder"))
}

/// Reports translations of modules that are not there; that one is not which its topic lists has its own message.
fn report_orphans(report: &mut Report, documents: &Documents<'_>, folder: &TopicFolder<'_>) {
    let listed = match folder.index().map(Document::as_far_as_read) {
        Some(Content::Topic(front)) => &front.modules[..],
        _ => &[],
    };
    let orphans = documents.orphans(folder.id).iter().filter(|(module, _)| !listed.contains(module));
    report.extend(orphans.map(|(_, orphan)| orphan.clone()));
}

pub(super) struct TopicReader<'r, 'a> {
    pub(super) report: &'r mut Report,
    pub(super) given: &'r Given<'a>,
    pub(super) documents: &'r Documents<'a>,
    pub(super) id: &'a str,
    pub(super) document: &'a Document,
    pub(super) front: &'a Arc<TopicFront>,
    pub(super) folder: Vec<(&'a str, &'a Document)>,
}

/// A module that the topic lists and that could be read, if only in part.
pub(super) struct Listed<'a> {
    pub(super) id: &'a str,
    pub(super) document: &'a Document,
    pub(super) front: &'a Arc<ModuleFront>,
}
impl<'a> TopicReader<'_, 'a> {
    /// The topic, which gets this id; its modules are added to `modules`.
    pub(super) fn read(mut self, id: Id<Topic>, modules: &mut Table<Module>) -> Topic {
        let file = &self.document.file;
        let goal_ids: Vec<&str> = self.front.goals.iter().map(|goal| &*goal.id).collect();
        duplicate_ids(self.report, "goal", file, goal_ids.iter().copied(), |index| {
            file.value(&at!["goals", index, "id"])
        });
        self.check_review();
        let (listed, is_whole) = self.listed();
        self.report_unlisted();
        let prerequisites = self.prerequisites(&listed);
        self.check_goals(&listed, is_whole);
        let kind = Kind::Topic(self.id.to_owned());
        let mut sheet = Sheet::open(self.given, self.documents, &kind, self.document);
        let translations: Vec<&TopicTranslation> =
            sheet.translations.iter().filter_map(|(_, document)| translation(document)).collect();
        let faulty = self.documents.broken_translations(&kind).map(|(_, document)| document);
        for document in sheet.translations.iter().map(|(_, document)| *document).chain(faulty) {
            self.check_goal_translations(document, &goal_ids);
        }
        let topic = topic_of(self.id, self.document, self.front, &mut sheet, &translations);
        sheet.close(self.report);
        let mut path = Vec::new();
        let sound: Vec<usize> = (0..listed.len()).filter(|&index| !listed[index].document.is_broken()).collect();
        for (listed, prerequisites) in listed.iter().zip(prerequisites) {
            let goals = self.goal_positions(listed, &goal_ids);
            let prerequisites = prerequisites.iter().filter_map(|index| sound.binary_search(index).ok()).collect();
            let module = Module { topic: id, prerequisites, goals, ..self.module(listed, id) };
            // One with errors was checked and is left out of the path.
            if !listed.document.is_broken() {
                path.push(modules.add(module));
            }
        }
        let is_whole = is_whole && !self.report.is_broken(file.path());
        Topic { path, is_whole, ..topic }
    }

    pub(super) fn check_review(&mut self) {
        let Some(reviewed) = self.front.reviewed else { return };
        let stale = reviewed.0.checked_add(18.months()).is_ok_and(|limit| limit < self.given.today);
        if stale && !self.front.archived {
            let message = format!("topic \"{}\" was last reviewed on {}; is it still up to date?", self.id, reviewed.0);
            self.report.add(Diagnostic::new(Code::StaleTopic, message, self.document.file.value(&at!["reviewed"])));
        }
    }

    /// The modules of the path in order, and whether nothing of it is missing.
    pub(super) fn listed(&mut self) -> (Vec<Listed<'a>>, bool) {
        let file = &self.document.file;
        let mut listed: Vec<Listed<'a>> = Vec::new();
        let mut seen = BTreeSet::new();
        let mut is_whole = true;
        for (index, name) in self.front.modules.iter().enumerate() {
            // Places are looked up only for messages: that reads the whole front matter once more.
            let place = || file.value(&at!["modules", index]);
            if !seen.insert(name) {
                let message = format!("topic \"{}\" lists module \"{name}\" twice", self.id);
                self.report.add(Diagnostic::new(Code::ListedTwice, message, place()));
                continue;
            }
            match self.folder.iter().find(|(id, _)| id == name) {
                Some((id, document)) => match document.as_far_as_read() {
                    Content::Module(front) if front.draft && self.given.drafts == Drafts::Hidden => {}
                    Content::Module(front) => {
                        is_whole &= !document.is_broken();
                        listed.push(Listed { id, document, front });
                    }
                    _ => is_whole = false,
                },
                None => {
                    self.report_unknown_module(name, place());
                    is_whole = false;
                }
            }
        }
        (listed, is_whole)
    }

    fn report_unknown_module(&mut self, name: &str, place: Place) {
        if let Some(diagnostic) = self.misnamed_module(name) {
            self.report.add(diagnostic.label(place, "this names it"));
            return;
        }
        let path = format!("content/topics/{}/{name}.md", self.id);
        let message = format!("topic \"{}\" lists module \"{name}\", but {path} does not exist", self.id);
        let diagnostic = Diagnostic::new(Code::UnknownModule, message, place.clone());
        let edit = |near: &str| Edit { place, replacement: format!("\"{near}\"") };
        let diagnostic = diagnostic.did_you_mean(self.meant_by(name), edit);
        let way_out = if is_id(name) {
            format!("write the file: \"leitfaden new module {name} --in {}\" begins it", self.id)
        } else {
            "write the id of a module: the name of its file without the ending".to_owned()
        };
        self.report.add(if diagnostic.help.is_empty() { diagnostic.help(way_out) } else { diagnostic });
    }

    /// The message about the file that is meant to be this module, but has another name.
    pub(super) fn misnamed_module(&self, name: &str) -> Option<Diagnostic> {
        self.documents.misnamed().at(&SourcePath::new(format!("content/topics/{}/{name}.md", self.id)))
    }

    /// The module that an entry without a file stands for: the one most like it, or the only one that no entry names
    /// where only this one has no file.
    fn meant_by(&self, name: &str) -> Option<&'a str> {
        let is_there = |name: &str| self.folder.iter().any(|(id, _)| *id == name);
        let is_listed = |id: &str| self.front.modules.iter().any(|name| name == id);
        let near = nearest(name, self.folder.iter().map(|(id, _)| *id));
        near.or_else(|| {
            let mut unlisted = self.folder.iter().map(|(id, _)| *id).filter(|id| !is_listed(id));
            let has_one_gap = self.front.modules.iter().filter(|name| !is_there(name)).count() == 1;
            let only = unlisted.next()?;
            (has_one_gap && unlisted.next().is_none()).then_some(only)
        })
    }

    pub(super) fn report_unlisted(&mut self) {
        if !self.document.file.understands(&at!["modules"]) {
            return;
        }
        // A misspelt entry is the same mistake as the file that it misses.
        let meant: BTreeSet<&str> = self
            .front
            .modules
            .iter()
            .filter(|name| !self.folder.iter().any(|(id, _)| id == &name.as_str()))
            .filter_map(|name| self.meant_by(name))
            .collect();
        for (id, document) in &self.folder {
            let listed = self.front.modules.iter().any(|name| name == id);
            let is_draft = matches!(document.as_far_as_read(), Content::Module(front) if front.draft);
            if listed || is_draft || meant.contains(id) {
                continue;
            }
            let path = document.file.path();
            let message = format!("{path} is not listed in modules of topic \"{}\" and is not published", self.id);
            self.report.add(Diagnostic::new(Code::UnlistedModule, message, document.file.top()));
        }
    }
}
