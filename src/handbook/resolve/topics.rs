//! Topics and their modules (model.md §4, §5).

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::ToSpan;

use super::documents::{Documents, Sheet, stray};
use super::{Drafts, Given, Name, Names, did_you_mean, duplicate_ids, unknown_reference};
use crate::at;
use crate::diagnostics::{Code, Diagnostic, Report, nearest};
use crate::document::module::{MaterialFront, ModuleFront, ModuleTranslation};
use crate::document::topic::{TopicFront, TopicTranslation};
use crate::document::values::Text;
use crate::document::{Content, Document, File, Kind};
use crate::handbook::module::{Material, Module, Target};
use crate::handbook::topic::{Goal, Topic};
use crate::handbook::{Id, Table, WordLists, Words};
use crate::locale::Localized;

/// The topics and modules of a handbook.
pub struct Topics {
    /// The topics.
    pub table: Table<Topic>,
    /// Their modules, topic by topic.
    pub modules: Table<Module>,
    /// What topics are called.
    pub names: Names<Topic>,
}

/// Reads all topics with their modules.
pub fn resolve(report: &mut Report, given: &Given<'_>, documents: &Documents<'_>) -> Topics {
    let mut topics = Topics { table: Table::new(), modules: Table::new(), names: Names::new("topic") };
    let mut folders: BTreeMap<&str, Vec<(&str, &Document)>> = BTreeMap::new();
    for (kind, document) in documents.originals() {
        if let Kind::Module { topic, module } = kind {
            folders.entry(topic).or_default().push((module, document));
        }
    }
    for (kind, document) in documents.originals() {
        let Kind::Topic(id) = kind else { continue };
        let modules = folders.remove(id.as_str()).unwrap_or_default();
        let name = match &document.content {
            Content::Topic(front) if !front.draft || given.drafts == Drafts::Shown => {
                let reader = TopicReader { report, given, documents, id, document, front, folder: modules };
                reader.read(&mut topics)
            }
            _ => Name::Withheld,
        };
        topics.names.insert(id, name);
    }
    for modules in folders.values() {
        if let [(_, first), ..] = modules.as_slice() {
            report.add(stray(first.file.path()).help("a topic begins with an index.md in its folder"));
        }
    }
    topics
}

struct TopicReader<'r, 'a> {
    report: &'r mut Report,
    given: &'r Given<'a>,
    documents: &'r Documents<'a>,
    id: &'a str,
    document: &'a Document,
    front: &'a Arc<TopicFront>,
    folder: Vec<(&'a str, &'a Document)>,
}

/// A module that the topic lists and that could be read.
struct Listed<'a> {
    id: &'a str,
    document: &'a Document,
    front: &'a Arc<ModuleFront>,
}

impl<'a> TopicReader<'_, 'a> {
    fn read(mut self, topics: &mut Topics) -> Name<Topic> {
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
        for (_, document) in &sheet.translations {
            self.check_goal_translations(document, &goal_ids);
        }
        let topic = topic_of(self.id, self.document, self.front, &mut sheet, &translations);
        sheet.close(self.report);
        let id = topics.table.next_id();
        let mut path = Vec::new();
        for (module, prerequisites) in listed.iter().zip(prerequisites) {
            let goals = self.goal_positions(module, &goal_ids);
            let module = Module { topic: id, prerequisites, goals, ..self.module(module, id) };
            path.push(topics.modules.add(module));
        }
        let is_whole = is_whole && !self.report.is_broken(file.path());
        topics.table.add(Topic { path, is_whole, ..topic });
        Name::Sound(id)
    }

    fn check_review(&mut self) {
        let Some(reviewed) = self.front.reviewed else { return };
        let stale = reviewed.0.checked_add(18.months()).is_ok_and(|limit| limit < self.given.today);
        if stale && !self.front.archived {
            let message = format!("topic \"{}\" was last reviewed on {}; is it still up to date?", self.id, reviewed.0);
            self.report.add(Diagnostic::new(Code::StaleTopic, message, self.document.file.value(&at!["reviewed"])));
        }
    }

    /// The modules of the path in order, and whether nothing of it is missing.
    fn listed(&mut self) -> (Vec<Listed<'a>>, bool) {
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
                Some((id, document)) => match &document.content {
                    Content::Module(front) if front.draft && self.given.drafts == Drafts::Hidden => {}
                    Content::Module(front) => listed.push(Listed { id, document, front }),
                    _ => is_whole = false,
                },
                None => {
                    let path = format!("content/topics/{}/{name}.md", self.id);
                    let message = format!("topic \"{}\" lists module \"{name}\", but {path} does not exist", self.id);
                    let diagnostic = Diagnostic::new(Code::UnknownModule, message, place());
                    let known = self.folder.iter().map(|(id, _)| *id);
                    self.report.add(did_you_mean(diagnostic, name, known));
                }
            }
        }
        (listed, is_whole)
    }

    fn report_unlisted(&mut self) {
        // A misspelt entry is the same mistake as the file that it misses.
        let meant: BTreeSet<&str> = self
            .front
            .modules
            .iter()
            .filter(|name| !self.folder.iter().any(|(id, _)| id == &name.as_str()))
            .filter_map(|name| nearest(name, self.folder.iter().map(|(id, _)| *id)))
            .collect();
        for (id, document) in &self.folder {
            let listed = self.front.modules.iter().any(|name| name == id);
            if listed || meant.contains(id) {
                continue;
            }
            let path = document.file.path();
            let message = format!("{path} is not listed in modules of topic \"{}\" and is not published", self.id);
            self.report.add(Diagnostic::new(Code::UnlistedModule, message, document.file.top()));
        }
    }

    /// For every module the positions of its prerequisites.
    fn prerequisites(&mut self, listed: &[Listed<'a>]) -> Vec<Vec<usize>> {
        let position: BTreeMap<&str, usize> =
            listed.iter().enumerate().map(|(index, module)| (module.id, index)).collect();
        let edges: Vec<Vec<(usize, usize)>> =
            listed.iter().map(|module| self.known_prerequisites(module, &position)).collect();
        let in_circle = self.report_circles(listed, &edges);
        for (index, module) in listed.iter().enumerate() {
            for &(entry, earlier) in &edges[index] {
                if !in_circle.contains(&(index, earlier)) {
                    self.check_prerequisite(listed, index, earlier, module, entry);
                }
            }
        }
        edges.into_iter().map(|edges| edges.into_iter().map(|(_, earlier)| earlier).collect()).collect()
    }

    /// Entries that name a module of the path: (position in the list, position in the path).
    fn known_prerequisites(&mut self, module: &Listed<'a>, position: &BTreeMap<&str, usize>) -> Vec<(usize, usize)> {
        let mut known = Vec::new();
        for (entry, name) in module.front.prerequisites.iter().enumerate() {
            if let Some(&earlier) = position.get(name.as_str()) {
                known.push((entry, earlier));
                continue;
            }
            // A file that is there, but broken, a draft or not listed, is somebody else's message.
            if self.folder.iter().any(|(id, _)| id == name) {
                continue;
            }
            let message =
                format!("prerequisite \"{name}\" of module \"{}\" does not exist in topic \"{}\"", module.id, self.id);
            let place = module.document.file.value(&at!["prerequisites", entry]);
            let diagnostic = Diagnostic::new(Code::UnknownPrerequisite, message, place);
            let others = self.folder.iter().map(|(id, _)| *id).filter(|id| *id != module.id);
            self.report.add(did_you_mean(diagnostic, name, others));
        }
        known
    }

    fn check_prerequisite(
        &mut self,
        listed: &[Listed<'_>],
        index: usize,
        earlier: usize,
        module: &Listed<'_>,
        entry: usize,
    ) {
        let name = listed[earlier].id;
        let place = || module.document.file.value(&at!["prerequisites", entry]);
        if earlier > index {
            let message =
                format!("module \"{}\" comes before its prerequisite \"{name}\" in topic \"{}\"", module.id, self.id);
            self.report.add(Diagnostic::new(Code::PrerequisiteOrder, message, place()));
        } else if listed[earlier].front.optional && !module.front.optional {
            let message = format!("module \"{}\" is required but depends on optional module \"{name}\"", module.id);
            self.report.add(Diagnostic::new(Code::RequiresOptional, message, place()));
        }
    }

    /// Reports every circle of prerequisites once and gives all its edges.
    fn report_circles(&mut self, listed: &[Listed<'_>], edges: &[Vec<(usize, usize)>]) -> BTreeSet<(usize, usize)> {
        let mut in_circle = BTreeSet::new();
        for start in 0..listed.len() {
            if in_circle.iter().any(|&(from, _)| from == start) {
                continue;
            }
            let Some(circle) = circle_through(start, edges) else { continue };
            let names: Vec<&str> = circle.iter().map(|&index| listed[index].id).collect();
            let message = format!("prerequisites form a circle: {} -> {}", names.join(" -> "), names[0]);
            let next = circle.get(1).copied().unwrap_or(start);
            let entry = edges[start].iter().find(|&&(_, to)| to == next).map_or(0, |&(entry, _)| entry);
            let place = listed[start].document.file.value(&at!["prerequisites", entry]);
            self.report.add(Diagnostic::new(Code::PrerequisiteCycle, message, place));
            for (position, &from) in circle.iter().enumerate() {
                in_circle.insert((from, circle[(position + 1) % circle.len()]));
            }
        }
        in_circle
    }

    fn check_goals(&mut self, listed: &[Listed<'a>], is_whole: bool) {
        let file = &self.document.file;
        if !is_whole {
            return;
        }
        let mut seen = BTreeSet::new();
        for (index, goal) in self.front.goals.iter().enumerate().filter(|(_, goal)| seen.insert(&*goal.id)) {
            let serves = |module: &&Listed<'_>| {
                !module.front.optional && module.front.goals.iter().any(|name| **name == *goal.id)
            };
            if !listed.iter().any(|module| serves(&module)) {
                let message =
                    format!("goal \"{}\" of topic \"{}\" is served by no required module", &*goal.id, self.id);
                self.report.add(Diagnostic::new(Code::UnservedGoal, message, file.value(&at!["goals", index, "id"])));
            }
        }
    }

    fn goal_positions(&mut self, module: &Listed<'_>, goal_ids: &[&str]) -> Vec<usize> {
        let mut positions = Vec::new();
        let file = &module.document.file;
        for (entry, name) in module.front.goals.iter().enumerate() {
            match goal_ids.iter().position(|id| id == name) {
                Some(position) => positions.push(position),
                None => {
                    let message = format!("goal \"{name}\" is not defined in topic \"{}\"", self.id);
                    let diagnostic = Diagnostic::new(Code::UnknownGoal, message, file.value(&at!["goals", entry]));
                    self.report.add(did_you_mean(diagnostic, name, goal_ids.iter().copied()));
                }
            }
        }
        if module.front.goals.is_empty() && !goal_ids.is_empty() {
            let message = format!("module \"{}\" serves no goal of its topic", module.id);
            self.report.add(Diagnostic::new(Code::GoallessModule, message, file.key(&at!["goals"])));
        }
        positions
    }

    fn check_goal_translations(&mut self, document: &Document, goal_ids: &[&str]) {
        let Some(translation) = translation(document) else { return };
        let ids = translation.goals.iter().map(|goal| &*goal.id);
        duplicate_ids(self.report, "goal", &document.file, ids, |index| {
            document.file.value(&at!["goals", index, "id"])
        });
        for (index, goal) in translation.goals.iter().enumerate() {
            if !goal_ids.contains(&&*goal.id) {
                let steps = at!["goals", index, "id"];
                let known = goal_ids.iter().copied();
                self.report.add(unknown_reference("goal", &document.file, &steps, &goal.id, known));
            }
        }
    }

    /// The module itself; its place among the others is added by the caller.
    fn module(&mut self, listed: &Listed<'a>, topic: Id<Topic>) -> Module {
        let Listed { id, document, front } = *listed;
        self.check_module(listed);
        let kind = Kind::Module { topic: self.id.to_owned(), module: id.to_owned() };
        let mut sheet = Sheet::open(self.given, self.documents, &kind, document);
        let translations: Vec<Option<&ModuleTranslation>> =
            sheet.translations.iter().map(|(_, document)| module_translation(document)).collect();
        for ((_, document), translation) in sheet.translations.iter().zip(&translations) {
            if let Some(translation) = translation {
                check_lengths(self.report, &document.file, front, translation);
                check_verbs(self.report, &document.file, translation.objectives.as_deref().unwrap_or_default());
            }
        }
        let materials = materials(&mut sheet, front, &translations);
        let mut fields = ModuleFields { sheet: &mut sheet, translations: &translations };
        let module = Module {
            id: Arc::from(id),
            topic,
            prerequisites: Vec::new(),
            goals: Vec::new(),
            title: fields.text("title", Some(&*front.title), |translation| translation.title.as_deref()),
            summary: fields.optional("summary", front.summary.as_deref(), |translation| translation.summary.as_deref()),
            minutes: front.minutes.amount(),
            practice_minutes: front.practice_minutes.map_or(0, crate::document::values::Whole::amount),
            self_study_minutes: front.self_study_minutes.map_or(0, crate::document::values::Whole::amount),
            optional: front.optional,
            level: front.level.unwrap_or(self.front.level),
            objectives: fields.list("objectives", &front.objectives, |one| one.objectives.as_deref()),
            questions: fields.list("questions", &front.questions, |one| one.questions.as_deref()),
            keypoints: fields
                .list("keypoints", front.keypoints.as_deref().unwrap_or_default(), |one| one.keypoints.as_deref()),
            reflection: fields
                .list("reflection", front.reflection.as_deref().unwrap_or_default(), |one| one.reflection.as_deref()),
            prepare_mentor: fields.list("prepare.mentor", &front.prepare.mentor, |one| one.prepare.mentor.as_deref()),
            prepare_mentee: fields.list("prepare.mentee", &front.prepare.mentee, |one| one.prepare.mentee.as_deref()),
            materials,
            texts: sheet.texts(),
            file: Arc::clone(&document.file),
            front: Arc::clone(front),
        };
        sheet.close(self.report);
        module
    }

    fn check_module(&mut self, listed: &Listed<'_>) {
        let Listed { front, document, .. } = *listed;
        let file = &document.file;
        let minutes = front.minutes.get();
        if let Some(practice) = front.practice_minutes.filter(|practice| practice.get() > minutes) {
            let message = format!("practice_minutes ({}) is more than minutes ({minutes})", practice.get());
            self.report.add(Diagnostic::new(
                Code::PracticeExceedsMinutes,
                message,
                file.value(&at!["practice_minutes"]),
            ));
        }
        let count = front.objectives.len();
        if i64::try_from(count).is_ok_and(|count| count * 5 > minutes) {
            let message = format!("{count} objectives for {minutes} minutes");
            self.report.add(Diagnostic::new(Code::CrowdedObjectives, message, file.key(&at!["objectives"])));
        }
        check_verbs(self.report, file, &front.objectives);
        for (index, material) in front.materials.iter().enumerate() {
            self.check_material(file, index, material);
        }
    }

    fn check_material(&mut self, file: &File, index: usize, material: &MaterialFront) {
        if material.url.is_none() && material.file.is_none() {
            let place = file.key(&at!["materials", index, "url"]);
            let missing = Diagnostic::new(Code::MissingKey, "\"url\" is missing in materials", place);
            self.report.add(missing.help("give \"url\" or \"file\""));
        }
        if let Some(name) = &material.file
            && !self.documents.has_static(name)
        {
            let message = format!("file \"{name}\" is not in static/");
            let diagnostic = Diagnostic::new(Code::MissingFile, message, file.value(&at!["materials", index, "file"]));
            self.report.add(did_you_mean(diagnostic, name, self.documents.static_paths()));
        }
        if let Some(url) = material.url.as_deref().filter(|url| !is_web_address(url)) {
            let message = format!("\"url\" must be a web address, found the text \"{url}\"");
            self.report.add(Diagnostic::new(Code::WrongType, message, file.value(&at!["materials", index, "url"])));
        }
    }
}

/// Whether a text is an address that a browser can follow.
pub(super) fn is_web_address(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    ["https://", "http://", "mailto:"].iter().any(|scheme| lower.len() > scheme.len() && lower.starts_with(scheme))
}

/// The shortest circle of prerequisites through `start`, beginning there.
fn circle_through(start: usize, edges: &[Vec<(usize, usize)>]) -> Option<Vec<usize>> {
    let mut came_from: BTreeMap<usize, usize> = BTreeMap::new();
    let mut queue = std::collections::VecDeque::from([start]);
    while let Some(at) = queue.pop_front() {
        for &(_, next) in &edges[at] {
            if next == start {
                let mut circle = vec![at];
                while *circle.last()? != start {
                    circle.push(*came_from.get(circle.last()?)?);
                }
                circle.reverse();
                return Some(circle);
            }
            if next != start && !came_from.contains_key(&next) {
                came_from.insert(next, at);
                queue.push_back(next);
            }
        }
    }
    None
}

fn translation(document: &Document) -> Option<&TopicTranslation> {
    match &document.content {
        Content::TopicTranslation(translation) => Some(translation),
        _ => None,
    }
}

fn module_translation(document: &Document) -> Option<&ModuleTranslation> {
    match &document.content {
        Content::ModuleTranslation(translation) => Some(translation),
        _ => None,
    }
}

fn topic_of(
    id: &str,
    document: &Document,
    front: &Arc<TopicFront>,
    sheet: &mut Sheet<'_>,
    translations: &[&TopicTranslation],
) -> Topic {
    let mut field = |key: &str, original: Option<&str>, get: fn(&TopicTranslation) -> Option<&str>| {
        let original: Option<Arc<str>> = original.filter(|text| !text.trim().is_empty()).map(Arc::from);
        sheet.translator.field(&at![key], original.as_ref(), |index| get(translations[index]).map(Arc::from))
    };
    let title = words(field("title", Some(&front.title), |one| one.title.as_deref()));
    let summary = words(field("summary", Some(&front.summary), |one| one.summary.as_deref()));
    let outcome = some_words(field("outcome", front.outcome.as_deref(), |one| one.outcome.as_deref()));
    let why = some_words(field("why", front.why.as_deref(), |one| one.why.as_deref()));
    let entry = some_words(field("entry", front.entry.as_deref(), |one| one.entry.as_deref()));
    let goals = front.goals.iter().map(|goal| {
        let translated = |index: usize| translations[index].goals.iter().find(|other| *other.id == *goal.id);
        let text: Arc<str> = Arc::from(&*goal.text);
        let text = sheet.translator.field(&at!["goals", "text"], Some(&text), |index| {
            translated(index)?.text.as_ref().map(|text| Arc::from(&**text))
        });
        let measure: Option<Arc<str>> = goal.measure.as_deref().filter(|text| !text.trim().is_empty()).map(Arc::from);
        let measure = sheet.translator.field(&at!["goals", "measure"], measure.as_ref(), |index| {
            translated(index)?.measure.as_ref().map(|text| Arc::from(&**text))
        });
        Goal { id: Arc::from(&*goal.id), text: words(text), measure: some_words(measure) }
    });
    let goals = goals.collect();
    Topic {
        id: Arc::from(id),
        file: Arc::clone(&document.file),
        front: Arc::clone(front),
        title,
        summary,
        outcome,
        why,
        entry,
        level: front.level,
        goals,
        path: Vec::new(),
        is_whole: true,
        texts: sheet.texts(),
    }
}

/// Words that are there in every language, if only as the original's.
pub(super) fn words(found: Localized<Option<Arc<str>>>) -> Words {
    found.map(|text| text.clone().unwrap_or_else(|| Arc::from("")))
}

/// Words, if there are any in any language.
pub(super) fn some_words(found: Localized<Option<Arc<str>>>) -> Option<Words> {
    let is_there = found.iter().any(|(_, text)| text.is_some());
    is_there.then(|| words(found))
}

struct ModuleFields<'s, 'a> {
    sheet: &'s mut Sheet<'a>,
    translations: &'s [Option<&'a ModuleTranslation>],
}

impl ModuleFields<'_, '_> {
    fn found(
        &mut self,
        key: &str,
        original: Option<&str>,
        get: impl Fn(&ModuleTranslation) -> Option<&str>,
    ) -> Localized<Option<Arc<str>>> {
        let original: Option<Arc<str>> = original.filter(|text| !text.trim().is_empty()).map(Arc::from);
        self.sheet.translator.field(&at![key], original.as_ref(), |index| get(self.translations[index]?).map(Arc::from))
    }

    fn text(&mut self, key: &str, original: Option<&str>, get: impl Fn(&ModuleTranslation) -> Option<&str>) -> Words {
        words(self.found(key, original, get))
    }

    fn optional(
        &mut self,
        key: &str,
        original: Option<&str>,
        get: impl Fn(&ModuleTranslation) -> Option<&str>,
    ) -> Option<Words> {
        some_words(self.found(key, original, get))
    }

    fn list<const MIN: usize>(
        &mut self,
        key: &str,
        original: &[Text<MIN, { usize::MAX }>],
        get: impl Fn(&ModuleTranslation) -> Option<&[Text<MIN, { usize::MAX }>]>,
    ) -> WordLists {
        let original = Some(shared(original)).filter(|list| !list.is_empty());
        let translated = |index: usize| get(self.translations[index]?).map(shared);
        let found = self.sheet.translator.field(&at![key], original.as_ref(), translated);
        found.map(|list| list.clone().unwrap_or_else(|| Arc::from([])))
    }
}

fn shared<const MIN: usize, const MAX: usize>(texts: &[Text<MIN, MAX>]) -> Arc<[Arc<str>]> {
    texts.iter().filter(|text| !text.trim().is_empty()).map(|text| Arc::from(&**text)).collect()
}

fn materials(sheet: &mut Sheet<'_>, front: &ModuleFront, translations: &[Option<&ModuleTranslation>]) -> Vec<Material> {
    let mut materials = Vec::new();
    for (position, material) in front.materials.iter().enumerate() {
        let target = match (&material.url, &material.file) {
            (_, Some(file)) => Target::File(Arc::from(file.trim_start_matches('/'))),
            (Some(url), None) => Target::Url(Arc::from(url.as_str())),
            (None, None) => continue,
        };
        let title: Arc<str> = Arc::from(&*material.title);
        let title = sheet.translator.field(&at!["materials", "title"], Some(&title), |index| {
            translations[index]?.materials.as_ref()?.get(position).map(|one| Arc::from(&*one.title))
        });
        let kind = material.kind.as_ref().filter(|kind| !kind.trim().is_empty()).map(|kind| Arc::from(&**kind));
        materials.push(Material { title: words(title), target, kind });
    }
    materials
}

/// A translated list as long as the original's is what the author meant (model.md §0, `translation-length`).
fn check_lengths(report: &mut Report, file: &File, front: &ModuleFront, translation: &ModuleTranslation) {
    let lists: [(&[crate::document::Step], usize, Option<usize>); 7] = [
        (&at!["objectives"], front.objectives.len(), translation.objectives.as_ref().map(|list| list.len())),
        (&at!["questions"], front.questions.len(), translation.questions.as_ref().map(Vec::len)),
        (
            &at!["keypoints"],
            front.keypoints.as_ref().map_or(0, |list| list.len()),
            translation.keypoints.as_ref().map(|list| list.len()),
        ),
        (
            &at!["reflection"],
            front.reflection.as_ref().map_or(0, |list| list.len()),
            translation.reflection.as_ref().map(|list| list.len()),
        ),
        (&at!["prepare", "mentor"], front.prepare.mentor.len(), translation.prepare.mentor.as_ref().map(Vec::len)),
        (&at!["prepare", "mentee"], front.prepare.mentee.len(), translation.prepare.mentee.as_ref().map(Vec::len)),
        (&at!["materials"], front.materials.len(), translation.materials.as_ref().map(Vec::len)),
    ];
    for (steps, original, translated) in lists {
        let Some(translated) = translated.filter(|&translated| translated != original) else { continue };
        let key = super::last_key(steps);
        let message = format!("translation has {translated} entries in \"{key}\", the original has {original}");
        report.add(Diagnostic::new(Code::TranslationLength, message, file.key(steps)));
    }
}

/// Verbs for what nobody can watch somebody do (model.md §5, `vague-objective`).
const VAGUE: [&str; 8] = ["understand", "know", "learn", "be aware", "verstehen", "kennen", "wissen", "lernen"];

fn check_verbs(report: &mut Report, file: &File, objectives: &[Text<1, { usize::MAX }>]) {
    for (index, objective) in objectives.iter().enumerate() {
        let lower = objective.trim().to_lowercase();
        let starts_with = |verb: &&&str| {
            let rest = lower.strip_prefix(**verb);
            rest.is_some_and(|rest| !rest.chars().next().is_some_and(char::is_alphanumeric))
        };
        if let Some(verb) = VAGUE.iter().find(starts_with) {
            let message = format!(
                "objective starts with \"{verb}\", which is hard to observe; try explain, choose, set up, calculate"
            );
            report.add(Diagnostic::new(Code::VagueObjective, message, file.value(&at!["objectives", index])));
        }
    }
}
