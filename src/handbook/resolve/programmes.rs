//! Programmes (model.md §3).

use std::collections::BTreeMap;
use std::sync::Arc;

use super::documents::{Documents, Sheet};
use super::factors::check_parameters;
use super::templates::{Templates, by_language};
use super::topics::Topics;
use super::{Drafts, Given, Name, Names, duplicate_ids, listed_twice};
use crate::at;
use crate::config::Translator;
use crate::diagnostics::{Code, Diagnostic, Report};
use crate::document::programme::ProgrammeToml;
use crate::document::values::{LText, Whole};
use crate::document::{Content, Document, File, Kind, Step};
use crate::handbook::programme::{Anchor, Measure, MilestoneRule, Programme};
use crate::handbook::template::Template;
use crate::handbook::{Id, Table, WordLists};
use crate::text::SourcePath;

/// The programmes of a handbook.
pub struct Programmes {
    /// The programmes.
    pub table: Table<Programme>,
    /// What they are called.
    pub names: Names<Programme>,
}

/// Reads all programmes.
pub fn resolve(
    report: &mut Report,
    given: &Given<'_>,
    documents: &Documents<'_>,
    topics: &Topics,
    templates: &Templates,
) -> Programmes {
    let mut programmes = Programmes {
        table: Table::new(),
        names: Names::new("programme", |id| SourcePath::new(format!("content/programmes/{id}.toml")), documents),
    };
    for (kind, document) in documents.originals() {
        match kind {
            Kind::Programme(id) => {
                let name = match document.as_far_as_read() {
                    Content::Programme(toml) if !toml.draft || given.drafts == Drafts::Shown => {
                        let reader = Reader { report, given, documents, topics, templates, id, document, toml };
                        let read = Some(reader.read()).filter(|_| !document.is_broken());
                        read.map_or(Name::Withheld, |programme| Name::Sound(programmes.table.add(programme)))
                    }
                    Content::Programme(_) if !document.is_broken() => Name::Draft,
                    _ => Name::Withheld,
                };
                programmes.names.insert(id, name);
            }
            Kind::ProgrammeText(id) if documents.original(&Kind::Programme(id.clone())).is_none() => {
                documents.report_without_owner(report, document, &format!("content/programmes/{id}.toml"));
            }
            _ => {}
        }
    }
    programmes
}

struct Reader<'r, 'a> {
    report: &'r mut Report,
    given: &'r Given<'a>,
    documents: &'r Documents<'a>,
    topics: &'r Topics,
    templates: &'r Templates,
    id: &'a str,
    document: &'a Document,
    toml: &'a Arc<ProgrammeToml>,
}

impl Reader<'_, '_> {
    fn read(mut self) -> Programme {
        let toml = self.toml;
        let file = &self.document.file;
        let (topics, is_whole) = self.topics();
        let plan = plan(self.report, file, &at!["plan", "sessions"], &toml.plan.sessions, self.templates);
        self.check_lists();
        let milestones = self.milestones();
        check_parameters(self.report, file, &at!["factors"], &toml.factors);
        let contact_steps = at!["organiser", "contact"];
        let organiser_contact =
            crate::config::contact(self.report, file, &contact_steps, toml.organiser.contact.as_deref());
        let texts = self.texts();
        let mut translator = Translator::new(&self.given.config.languages, file);
        let count = self.given.config.languages.count();
        let mut optional =
            |steps: &[Step], text: &Option<LText<0, { usize::MAX }>>| translator.optional(steps, text.as_ref());
        let programme = Programme {
            purpose: optional(&at!["purpose"], &toml.purpose),
            goal: optional(&at!["goal"], &toml.goal),
            confidentiality: optional(&at!["confidentiality"], &toml.confidentiality),
            sponsor_title: optional(&at!["sponsor", "title"], &toml.sponsor.title),
            sponsor_statement: optional(&at!["sponsor", "statement"], &toml.sponsor.statement),
            organiser_title: optional(&at!["organiser", "title"], &toml.organiser.title),
            reason: optional(&at!["participation", "reason"], &toml.participation.reason),
            commitment: optional(&at!["commitment", "statement"], &toml.commitment.statement),
            exit_rule: optional(&at!["commitment", "exit_rule"], &toml.commitment.exit_rule),
            process: optional(&at!["selection", "process"], &toml.selection.process),
            matching: optional(&at!["selection", "matching"], &toml.selection.matching),
            title: translator.text(&at!["title"], &toml.title),
            summary: translator.text(&at!["summary"], &toml.summary),
            mentor_criteria: criteria(&mut translator, count, "mentor_criteria", &toml.selection.mentor_criteria),
            mentee_criteria: criteria(&mut translator, count, "mentee_criteria", &toml.selection.mentee_criteria),
            measures: measures(&mut translator, toml),
            milestones: milestones
                .into_iter()
                .map(|(index, anchor)| milestone(&mut translator, toml, index, anchor))
                .collect(),
            links: (0..)
                .zip(&toml.links)
                .map(|(index, link)| {
                    (translator.text(&at!["link", index as usize, "title"], &link.title), Arc::from(link.url.as_str()))
                })
                .collect(),
            id: Arc::from(self.id),
            file: Arc::clone(file),
            toml: Arc::clone(toml),
            topics,
            is_whole,
            plan,
            session_minutes: toml.plan.session_minutes.map_or(60, crate::document::values::Whole::amount),
            organiser_contact,
            texts,
        };
        translator.finish(self.report);
        programme
    }

    fn topics(&mut self) -> (Vec<Id<crate::handbook::topic::Topic>>, bool) {
        let file = &self.document.file;
        let mut topics = Vec::new();
        let mut is_whole = true;
        if self.toml.topics.is_empty() {
            let message = format!("programme \"{}\" offers no topic", self.id);
            self.report.add(Diagnostic::new(Code::ProgrammeWithoutTopic, message, file.key(&at!["topics"])));
        }
        for (index, name) in self.toml.topics.iter().enumerate() {
            match self.topics.names.find(self.report, file, &at!["topics", index], name) {
                Some(Name::Sound(id)) if !topics.contains(&id) => topics.push(id),
                Some(Name::Sound(_)) => {}
                Some(Name::Draft | Name::Withheld) | None => is_whole = false,
            }
        }
        (topics, is_whole)
    }

    fn check_lists(&mut self) {
        let toml = self.toml;
        let file = &self.document.file;
        let twice = |key: &'static str| move |entry: &str| format!("\"{entry}\" is listed twice in {key}");
        let at_entry = |key: &'static str| move |index: usize| file.value(&at![key, index]);
        listed_twice(self.report, toml.topics.iter().map(String::as_str), at_entry("topics"), twice("topics"));
        listed_twice(
            self.report,
            toml.departments.iter().map(|id| &**id),
            at_entry("departments"),
            twice("departments"),
        );
        listed_twice(self.report, toml.levels.iter().map(|id| &**id), at_entry("levels"), twice("levels"));
        let ids = toml.measures.iter().map(|measure| &*measure.id);
        duplicate_ids(self.report, "measure", file, ids, |index| file.value(&at!["measure", index, "id"]));
        let ids = toml.milestones.iter().map(|milestone| &*milestone.id);
        duplicate_ids(self.report, "milestone", file, ids, |index| file.value(&at!["milestone", index, "id"]));
    }

    fn milestones(&mut self) -> Vec<(usize, Anchor)> {
        let mut milestones = Vec::new();
        for (index, milestone) in self.toml.milestones.iter().enumerate() {
            if let Some(anchor) = Anchor::parse(&milestone.anchor) {
                milestones.push((index, anchor));
                continue;
            }
            let id = &*milestone.id;
            let message = format!("milestone \"{id}\": anchor must be \"start\", \"mid\", \"end\" or \"session:N\"");
            let place = self.document.file.value(&at!["milestone", index, "anchor"]);
            self.report.add(Diagnostic::new(Code::MilestoneAnchor, message, place));
        }
        milestones
    }

    fn texts(&mut self) -> crate::handbook::Texts {
        let kind = Kind::ProgrammeText(self.id.to_owned());
        page_texts(self.report, self.given, self.documents, &kind)
    }
}

/// The text that stands beside something of data, if there is one.
pub(super) fn page_texts(
    report: &mut Report,
    given: &Given<'_>,
    documents: &Documents<'_>,
    kind: &Kind,
) -> crate::handbook::Texts {
    let none = || Sheet::no_texts(&given.config.languages);
    let Some(document) = documents.original(kind) else { return none() };
    match &document.content {
        Content::Text(front) if front.draft && given.drafts == Drafts::Hidden => none(),
        Content::Text(_) => {
            let mut sheet = Sheet::open(given, documents, kind, document);
            let texts = sheet.texts();
            sheet.close(report);
            texts
        }
        _ => none(),
    }
}

/// The templates of a plan; `None` if one of them is unknown or could not be read.
pub(super) fn plan(
    report: &mut Report,
    file: &File,
    steps: &[Step],
    names: &[String],
    templates: &Templates,
) -> Option<Vec<Id<Template>>> {
    let mut plan = Some(Vec::new());
    for (index, name) in names.iter().enumerate() {
        match templates.names.find(report, file, &[steps, &at![index]].concat(), name) {
            Some(Name::Sound(id)) => plan.iter_mut().for_each(|plan| plan.push(id)),
            Some(Name::Draft | Name::Withheld) | None => plan = None,
        }
    }
    plan
}

fn criteria(translator: &mut Translator<'_>, count: usize, key: &str, texts: &[LText<1, { usize::MAX }>]) -> WordLists {
    by_language(count, &translator.list(&at!["selection", key], texts))
}

fn measures(translator: &mut Translator<'_>, toml: &ProgrammeToml) -> Vec<Measure> {
    let measure = |(index, measure): (usize, &crate::document::programme::MeasureToml)| Measure {
        text: translator.text(&at!["measure", index, "text"], &measure.text),
        when: measure.when,
        target: translator.optional(&at!["measure", index, "target"], measure.target.as_ref()),
    };
    toml.measures.iter().enumerate().map(measure).collect()
}

fn milestone(translator: &mut Translator<'_>, toml: &ProgrammeToml, index: usize, anchor: Anchor) -> MilestoneRule {
    let milestone = &toml.milestones[index];
    MilestoneRule {
        id: Arc::from(&*milestone.id),
        title: translator.text(&at!["milestone", index, "title"], &milestone.title),
        role: milestone.role,
        anchor,
        offset_days: milestone.offset_days.map_or(0, Whole::get),
        index,
    }
}

/// For every programme the topics that some cohort uses; the others are noted (`unused-topic`).
pub(super) fn report_unused_topics(
    report: &mut Report,
    programmes: &Programmes,
    topics: &Topics,
    used: &BTreeMap<Id<Programme>, Vec<Id<crate::handbook::topic::Topic>>>,
) {
    for (id, programme) in programmes.table.entries() {
        for (index, name) in programme.toml.topics.iter().enumerate() {
            let Some(Name::Sound(topic)) = topics.names.get(name) else { continue };
            let is_used = used.get(&id).is_some_and(|used| used.contains(&topic));
            if is_used || topics.table[topic].front.archived {
                continue;
            }
            let message = format!("topic \"{name}\" of programme \"{}\" is used by no cohort", programme.id);
            report.add(Diagnostic::new(Code::UnusedTopic, message, programme.file.value(&at!["topics", index])));
        }
    }
}
