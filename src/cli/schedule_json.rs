//! The document of `schedule --format json` (interface.md, "Machine output"). Its shape is public.

use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

use crate::handbook::cohort::Cohort;
use crate::handbook::session::{AgendaRow, RowKind, Session, SessionTopic};
use crate::handbook::{Handbook, WordLists, Words};
use crate::locale::{Language, Texts};
use crate::plan::{Side, lead_word, person_label, row_kind_word, template_kind_word};

/// The whole document.
#[derive(Serialize)]
pub struct Document {
    cohorts: Vec<CohortJson>,
}

#[derive(Serialize)]
struct CohortJson {
    id: String,
    title: String,
    programme: String,
    time_zone: String,
    dropped: Vec<DroppedJson>,
    sessions: Vec<SessionJson>,
    pairs: Vec<PairJson>,
    milestones: Vec<MilestoneJson>,
}

#[derive(Serialize)]
struct DroppedJson {
    session: usize,
    date: String,
    reason: Option<String>,
}

#[derive(Serialize)]
struct SessionJson {
    number: usize,
    key: String,
    template: String,
    kind: &'static str,
    title: String,
    start: String,
    end: String,
    minutes: u32,
    status: &'static str,
    revision: usize,
    capacity: u32,
    place: Option<String>,
    topics: Topics,
}

/// Topics by id, the default one first.
struct Topics(Vec<(String, TopicJson)>);

impl Serialize for Topics {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (id, topic) in &self.0 {
            map.serialize_entry(id, topic)?;
        }
        map.end()
    }
}

#[derive(Serialize)]
struct TopicJson {
    modules: Vec<String>,
    slack_minutes: u32,
    self_study_after: Vec<String>,
    goals: Vec<String>,
    prepare: PrepareJson,
    agenda: Vec<RowJson>,
}

#[derive(Serialize)]
struct PrepareJson {
    mentor: Vec<String>,
    mentee: Vec<String>,
    organiser: Vec<String>,
    sponsor: Vec<String>,
}

#[derive(Serialize)]
struct RowJson {
    start: String,
    end: String,
    minutes: u32,
    title: String,
    lead: &'static str,
    kind: &'static str,
    module: Option<String>,
}

#[derive(Serialize)]
struct PairJson {
    id: String,
    mentor: String,
    mentee: String,
    topic: String,
}

#[derive(Serialize)]
struct MilestoneJson {
    id: String,
    date: String,
    role: &'static str,
    title: String,
}

/// Whose titles and labels the document holds.
#[derive(Clone, Copy)]
pub struct Reader<'a> {
    /// The handbook.
    pub handbook: &'a Handbook,
    /// The language of titles.
    pub language: Language,
    /// Its interface texts.
    pub texts: &'a Texts,
    /// Only this topic, if one is named.
    pub topic: Option<&'a str>,
}

impl Reader<'_> {
    /// The document with these cohorts.
    pub fn document<'c>(&self, cohorts: impl IntoIterator<Item = &'c Cohort>) -> Document {
        Document { cohorts: cohorts.into_iter().map(|cohort| self.cohort(cohort)).collect() }
    }

    fn words(&self, words: &Words) -> String {
        words.get(self.language).to_string()
    }

    fn list(&self, lists: &WordLists) -> Vec<String> {
        lists.get(self.language).iter().map(ToString::to_string).collect()
    }

    fn cohort(&self, cohort: &Cohort) -> CohortJson {
        let dropped = cohort.dropped.iter().map(|dropped| DroppedJson {
            session: dropped.session,
            date: dropped.date.to_string(),
            reason: dropped.reason.as_ref().map(|reason| self.words(reason)),
        });
        let pairs = cohort.active_pairs().map(|pair| PairJson {
            id: pair.id.to_string(),
            mentor: person_label(pair, Side::Mentor, self.texts),
            mentee: person_label(pair, Side::Mentee, self.texts),
            topic: self.handbook.topics[pair.topic].id.to_string(),
        });
        let milestones = cohort.milestones.iter().map(|milestone| MilestoneJson {
            id: milestone.id.to_string(),
            date: milestone.date.to_string(),
            role: lead_word(milestone.role),
            title: self.words(&milestone.title),
        });
        CohortJson {
            id: cohort.id.to_string(),
            title: self.words(&cohort.title),
            programme: self.handbook.programmes[cohort.programme].id.to_string(),
            time_zone: cohort.zone.name.to_string(),
            dropped: dropped.collect(),
            sessions: cohort.sessions.iter().map(|session| self.session(session)).collect(),
            pairs: pairs.collect(),
            milestones: milestones.collect(),
        }
    }

    fn session(&self, session: &Session) -> SessionJson {
        let iso = |at: &jiff::ZonedDateTime| at.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string();
        let wanted = |topic: &&SessionTopic| self.topic.is_none_or(|id| *self.handbook.topics[topic.topic].id == *id);
        let topics = session.topics.iter().filter(wanted);
        SessionJson {
            number: session.number,
            key: session.key.to_string(),
            template: self.handbook.templates[session.template].id.to_string(),
            kind: template_kind_word(session.kind),
            title: self.words(&session.title),
            start: iso(&session.start),
            end: iso(&session.end),
            minutes: session.minutes,
            status: if session.cancelled { "cancelled" } else { "planned" },
            revision: session.revision,
            capacity: session.capacity,
            place: session.place.as_ref().map(|place| self.words(place)),
            topics: Topics(
                topics.map(|topic| (self.handbook.topics[topic.topic].id.to_string(), self.topic(topic))).collect(),
            ),
        }
    }

    fn topic(&self, topic: &SessionTopic) -> TopicJson {
        let id = |module: &_| self.handbook.modules[*module].id.to_string();
        TopicJson {
            modules: topic.modules.iter().map(id).collect(),
            slack_minutes: topic.slack_minutes,
            self_study_after: topic.self_study_after.iter().map(id).collect(),
            goals: self.list(&topic.goals),
            prepare: PrepareJson {
                mentor: self.list(&topic.prepare.mentor),
                mentee: self.list(&topic.prepare.mentee),
                organiser: self.list(&topic.prepare.organiser),
                sponsor: self.list(&topic.prepare.sponsor),
            },
            agenda: topic.agenda.iter().map(|row| self.row(row)).collect(),
        }
    }

    fn row(&self, row: &AgendaRow) -> RowJson {
        let module = match row.what {
            RowKind::Module(id) => Some(&self.handbook.modules[id]),
            RowKind::Block(..) | RowKind::Slack => None,
        };
        RowJson {
            start: row.start.strftime("%H:%M").to_string(),
            end: row.end.strftime("%H:%M").to_string(),
            minutes: row.minutes,
            title: self.row_title(row),
            lead: lead_word(row.lead),
            kind: row_kind_word(&row.what),
            module: module.map(|module| module.id.to_string()),
        }
    }

    /// What happens in a row, in words.
    pub fn row_title(&self, row: &AgendaRow) -> String {
        match &row.what {
            RowKind::Block(_, title) => self.words(title),
            RowKind::Module(id) => self.words(&self.handbook.modules[*id].title),
            RowKind::Slack => self.texts.get("label-slack").unwrap_or_default(),
        }
    }
}
