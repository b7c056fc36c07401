//! The document of `schedule --format json` (interface.md, "Machine output"). Its shape is public.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

use crate::handbook::cohort::Cohort;
use crate::handbook::session::{AgendaRow, RowKind, Session, SessionTopic};
use crate::handbook::{Handbook, WordLists, Words};
use crate::locale::{Language, Texts};
use crate::plan::{Side, lead_word, person_label, row_kind_word, template_kind_word};

/// The whole document.
#[derive(Serialize, JsonSchema)]
pub struct Document {
    /// The cohorts by id; those with errors are missing.
    cohorts: Vec<CohortJson>,
}

/// A cohort: one scheduled run of a programme.
#[derive(Serialize, JsonSchema)]
struct CohortJson {
    /// The name of its file.
    id: String,
    /// Its name in the language asked for.
    title: String,
    /// The programme that it runs.
    programme: String,
    /// The zone of all times, by its IANA name.
    time_zone: String,
    /// The dates that were passed over because they are blocked.
    dropped: Vec<DroppedJson>,
    /// Its sessions in order.
    sessions: Vec<SessionJson>,
    /// Its active pairs.
    pairs: Vec<PairJson>,
    /// What has to be done when, in the order of the file.
    milestones: Vec<MilestoneJson>,
}

/// A date that was passed over.
#[derive(Serialize, JsonSchema)]
struct DroppedJson {
    /// The session that was looking for a date, from 1.
    session: usize,
    /// The date, `2026-10-01`.
    date: String,
    /// Why it is blocked, if the author says so.
    reason: Option<String>,
}

/// A session.
#[derive(Serialize, JsonSchema)]
struct SessionJson {
    /// Counted from 1.
    number: usize,
    /// Its name in addresses and calendars.
    key: String,
    /// The session template that it follows.
    template: String,
    /// `kickoff`, `working`, `midpoint`, `closing` or `other`.
    kind: &'static str,
    /// Its title.
    title: String,
    /// When it begins, with the offset of its zone.
    start: String,
    /// When it ends.
    end: String,
    /// How long it is.
    minutes: u32,
    /// `planned` or `cancelled`.
    status: &'static str,
    /// How many changes were announced.
    revision: usize,
    /// Minutes for modules.
    capacity: u32,
    /// Where, if that is said.
    place: Option<String>,
    /// What is done, by topic.
    topics: Topics,
}

/// Topics by id, the default one first.
struct Topics(Vec<(String, TopicJson)>);

impl JsonSchema for Topics {
    fn schema_name() -> Cow<'static, str> {
        "Topics".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "object", "additionalProperties": generator.subschema_for::<TopicJson>() })
    }
}

impl Serialize for Topics {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (id, topic) in &self.0 {
            map.serialize_entry(id, topic)?;
        }
        map.end()
    }
}

/// What a topic does in a session.
#[derive(Serialize, JsonSchema)]
struct TopicJson {
    /// The modules that are worked on.
    modules: Vec<String>,
    /// Minutes for practice and open questions.
    slack_minutes: u32,
    /// The modules for self-study after this session.
    self_study_after: Vec<String>,
    /// Its goals.
    goals: Vec<String>,
    /// What each role prepares.
    prepare: PrepareJson,
    /// Its agenda, row by row.
    agenda: Vec<RowJson>,
}

/// What each role prepares.
#[derive(Serialize, JsonSchema)]
struct PrepareJson {
    /// The young employee.
    mentor: Vec<String>,
    /// The experienced manager.
    mentee: Vec<String>,
    /// Whoever runs the programme.
    organiser: Vec<String>,
    /// Whoever stands behind it in management.
    sponsor: Vec<String>,
}

/// A row of an agenda.
#[derive(Serialize, JsonSchema)]
struct RowJson {
    /// When it begins by the clock, `13:30`.
    start: String,
    /// When it ends.
    end: String,
    /// How long it is.
    minutes: u32,
    /// What happens.
    title: String,
    /// `mentor`, `mentee`, `both`, `organiser` or `sponsor`.
    lead: &'static str,
    /// `module`, `practice` or the kind of the block.
    kind: &'static str,
    /// The module, if it is one.
    module: Option<String>,
}

/// A pair of mentor and mentee.
#[derive(Serialize, JsonSchema)]
struct PairJson {
    /// Its name in the file.
    id: String,
    /// The young employee, as openly as may be shown.
    mentor: String,
    /// The experienced manager, as openly as may be shown.
    mentee: String,
    /// Their topic.
    topic: String,
}

/// Something that has to be done.
#[derive(Serialize, JsonSchema)]
struct MilestoneJson {
    /// Its name.
    id: String,
    /// The day, `2026-07-23`.
    date: String,
    /// Who sees to it.
    role: &'static str,
    /// What is done by then.
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
