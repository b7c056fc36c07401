//! A cohort: what its file says, and whether it can be computed with.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::across::Across;
use crate::at;
use crate::calendar::{Blocked, Period};
use crate::config::Translator;
use crate::diagnostics::Report;
use crate::document::cohort::{CohortStatus, CohortToml};
use crate::document::{Content, Document, File, Kind};
use crate::handbook::cohort::{Break, Change, Cohort};
use crate::handbook::programme::Programme;
use crate::handbook::resolve::documents::{Documents, stray};
use crate::handbook::resolve::factors::check_parameters;
use crate::handbook::resolve::pairs::{check_ignored, check_pairs, check_visibility, pairs, people};
use crate::handbook::resolve::programmes::{Programmes, page_texts, report_unused_topics};
use crate::handbook::resolve::sessions::{self, Setting};
use crate::handbook::resolve::templates::Templates;
use crate::handbook::resolve::topics::Topics;
use crate::handbook::resolve::{Drafts, Given, Name};
use crate::handbook::topic::Topic;
use crate::handbook::{Id, Table, Words};
use crate::text::SourcePath;

/// What cohorts refer to.
pub struct Parts<'p> {
    /// The topics.
    pub topics: &'p Topics,
    /// The session templates.
    pub templates: &'p Templates,
    /// The programmes.
    pub programmes: &'p Programmes,
}

/// Reads all cohorts; those with an error are reported and left out.
pub fn resolve(report: &mut Report, given: &Given<'_>, documents: &Documents<'_>, parts: &Parts<'_>) -> Table<Cohort> {
    let mut cohorts = Table::new();
    let mut used: BTreeMap<Id<Programme>, Vec<Id<Topic>>> = BTreeMap::new();
    let mut across = Across::default();
    let mut first_people_file = None;
    // One whose name is none is no document at all.
    let mut all_are_sound = !documents.misnamed().has_any_in("content/cohorts/");
    for (kind, document) in documents.originals() {
        match (kind, document.as_far_as_read()) {
            (Kind::Cohort(id), Content::Cohort(toml)) => {
                if toml.draft && given.drafts == Drafts::Hidden {
                    // It uses its topics all the same.
                    all_are_sound = false;
                    continue;
                }
                let reader = Reader { report, given, documents, parts, id, document, toml };
                match reader.read(&mut used, &mut across) {
                    Some(cohort) => {
                        cohorts.add(cohort);
                    }
                    None => all_are_sound = false,
                }
            }
            (Kind::Cohort(_), _) => all_are_sound = false,
            (Kind::CohortText(id) | Kind::SessionText { cohort: id, .. }, _) => {
                check_text(report, documents, parts, kind, id, document);
            }
            (Kind::People(_), _) => {
                first_people_file.get_or_insert(document.file.path());
            }
            _ => {}
        }
    }
    across.finish(report, given, parts);
    check_ignored(report, given, first_people_file);
    if all_are_sound {
        report_unused_topics(report, parts.programmes, parts.topics, &used);
    }
    cohorts
}

/// A text beside no cohort or no session is a stray file.
pub(super) fn check_text(
    report: &mut Report,
    documents: &Documents<'_>,
    parts: &Parts<'_>,
    kind: &Kind,
    cohort: &str,
    document: &Document,
) {
    let Some(owner) = documents.original(&Kind::Cohort(cohort.to_owned())) else {
        documents.report_without_owner(report, document, &format!("content/cohorts/{cohort}.toml"));
        return;
    };
    let (Kind::SessionText { key, .. }, Content::Cohort(toml)) = (kind, &owner.content) else { return };
    // A plan that is not known is told elsewhere.
    let Some(count) = planned_sessions(parts, &owner.file, toml) else { return };
    if !(1..=count).any(|number| session_key(toml, number) == *key) {
        report.add(stray(document.file.path()).help(format!("cohort \"{cohort}\" has no session \"{key}\"")));
    }
}

/// How many sessions a cohort has, if its plan can be read; its templates need not exist.
fn planned_sessions(parts: &Parts<'_>, file: &File, toml: &CohortToml) -> Option<usize> {
    match (&toml.plan, parts.programmes.names.get(&toml.programme)) {
        _ if file.is_stand_in(&at!["plan"]) => None,
        (Some(plan), _) => Some(plan.len()),
        (None, Some(Name::Sound(id))) => Some(parts.programmes.table[id].toml.plan.sessions.len()),
        (None, _) => None,
    }
}

/// The key of a session: its own, or "s" and its number.
pub fn session_key(toml: &CohortToml, number: usize) -> String {
    let own = toml.sessions.iter().find(|session| usize::try_from(session.number) == Ok(number));
    own.and_then(|session| session.key.as_ref()).map_or_else(|| format!("s{number}"), |key| key.to_string())
}

pub(super) struct Reader<'r, 'a> {
    pub(super) report: &'r mut Report,
    pub(super) given: &'r Given<'a>,
    pub(super) documents: &'r Documents<'a>,
    pub(super) parts: &'r Parts<'r>,
    pub(super) id: &'a str,
    pub(super) document: &'a Document,
    pub(super) toml: &'a Arc<CohortToml>,
}
impl<'a> Reader<'_, 'a> {
    pub(super) fn read(
        mut self,
        used: &mut BTreeMap<Id<Programme>, Vec<Id<Topic>>>,
        across: &mut Across,
    ) -> Option<Cohort> {
        let toml = self.toml;
        let file = Arc::clone(&self.document.file);
        let programme_name = self.parts.programmes.names.find(self.report, &file, &at!["programme"], &toml.programme);
        let programme_id = match programme_name {
            Some(Name::Sound(id)) => Some(id),
            Some(Name::Draft) => {
                self.report_draft(&at!["programme"], "programme", &toml.programme);
                None
            }
            Some(Name::Withheld) | None => None,
        };
        let programme = programme_id.map(|id| &self.parts.programmes.table[id]);
        let topics = self.topics(programme);
        let zone = self.zone(across);
        let rhythm = self.rhythm();
        let plan = self.plan(programme);
        let people = people(self.report, self.given, self.documents, self.id, programme);
        let people_path = SourcePath::new(format!("{}/{}.toml", self.given.config.people_folder(), self.id));
        check_pairs(self.report, self.documents, &file, self.id, toml, &people, &people_path);
        check_visibility(self.report, self.given, &file, toml);
        check_parameters(self.report, &file, &at!["factors"], &toml.factors);
        self.check_small_things();
        self.check_waivers();
        let mut translator = Translator::new(&self.given.config.languages, &file);
        let title = translator.text(&at!["title"], &toml.title);
        let place = translator.optional(&at!["place"], toml.place.as_ref());
        let (periods, reasons) = self.blocked(&mut translator);
        let changes = changes(&mut translator, toml);
        let overrides = sessions::overrides(&mut translator, toml);
        translator.finish(self.report);
        self.check_numbers(planned_sessions(self.parts, &file, toml));
        if let (Some(programme), Some(topics)) = (programme_id, &topics) {
            used.entry(programme).or_default().extend(topics);
        }
        let texts = page_texts(self.report, self.given, self.documents, &Kind::CohortText(self.id.to_owned()));
        let is_sound = !self.report.is_broken(file.path()) && self.given.config.holidays_are_known;
        let parts = programme.zip(topics.as_deref());
        let parts_are_sound = parts.is_some_and(|(programme, topics)| self.parts_are_sound(programme, topics));
        if !is_sound || !parts_are_sound || plan.is_none() {
            // What would come to light on the way to dates and agendas is looked for without them.
            self.check_overrides(topics.as_deref());
            return None;
        }
        let (programme_id, topics) = (programme_id?, topics?);
        let programme = &self.parts.programmes.table[programme_id];
        let setting = Setting {
            given: self.given,
            documents: self.documents,
            parts: self.parts,
            id: self.id,
            file: &file,
            toml,
            programme: (programme_id, programme),
            topics: &topics,
            zone: zone.as_ref(),
            rhythm: rhythm?,
            plan: plan?,
            blocked: Blocked::new(periods.clone()),
            reasons: &reasons,
            place: place.as_ref(),
            overrides: &overrides,
        };
        let computed = sessions::compute(self.report, &setting, across)?;
        let default_topic = topics[0];
        let names = &self.parts.topics.names;
        let topic_of =
            |pair: &crate::document::cohort::PairToml| match pair.topic.as_deref().and_then(|id| names.get(id)) {
                Some(Name::Sound(id)) => id,
                _ => default_topic,
            };
        Some(Cohort {
            id: Arc::from(self.id),
            toml: Arc::clone(toml),
            title,
            programme: programme_id,
            pairs: pairs(self.given, toml, &people, topic_of),
            topics,
            zone: zone?,
            place,
            published: toml.published.unwrap_or(toml.start).0,
            cancelled: toml.status == Some(CohortStatus::Cancelled),
            breaks: breaks(&periods, &reasons, &computed.sessions),
            sessions: computed.sessions,
            dropped: computed.dropped,
            milestones: computed.milestones,
            changes,
            texts,
            file,
        })
    }

    /// Whether everything that is computed with could be read without an error.
    pub(super) fn parts_are_sound(&self, programme: &Programme, topics: &[Id<Topic>]) -> bool {
        let topics_are_sound = topics.iter().all(|&id| {
            let topic = &self.parts.topics.table[id];
            let modules = topic.path.iter().map(|&module| &self.parts.topics.modules[module]);
            topic.is_whole && modules.into_iter().all(|module| !self.report.is_broken(module.file.path()))
        });
        topics_are_sound && !self.report.is_broken(programme.file.path())
    }
}

pub(super) fn changes(translator: &mut Translator<'_>, toml: &CohortToml) -> Vec<Change> {
    let change = |(index, change): (usize, &crate::document::cohort::ChangeToml)| Change {
        session: usize::try_from(change.session).unwrap_or_default(),
        announced: change.announced.0,
        kind: change.kind,
        text: translator.optional(&at!["change", index, "text"], change.text.as_ref()),
    };
    toml.changes.iter().enumerate().map(change).collect()
}

/// The periods without sessions between the first and the last session.
pub(super) fn breaks(
    periods: &[Period],
    reasons: &[Option<Words>],
    sessions: &[crate::handbook::session::Session],
) -> Vec<Break> {
    let (Some(first), Some(last)) = (sessions.first(), sessions.last()) else { return Vec::new() };
    let touches = |period: &Period| period.to >= first.date && period.from <= last.date;
    let mut breaks: Vec<Break> = periods
        .iter()
        .zip(reasons)
        .filter(|(period, _)| touches(period))
        .map(|(period, reason)| Break { from: period.from, to: period.to, reason: reason.clone() })
        .collect();
    breaks.sort_by_key(|one| (one.from, one.to));
    breaks
}
