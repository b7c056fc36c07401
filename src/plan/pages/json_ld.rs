//! JSON-LD: what a page is about in the words of schema.org, for search engines and course catalogues
//! (model.md §19).
//!
//! A topic is a `Course`, a cohort a `CourseInstance`, a session an `EducationEvent`, a module a
//! `LearningResource`. Nothing here looks at a pair or a person: there is no `Person`, at whatever level people are
//! shown elsewhere.

use jiff::ZonedDateTime;
use serde_json::{Map, Value};

use super::content::level_word;
use super::{PageKey, Writer, lead_word};
use crate::calendar::Rhythm;
use crate::document::programme::Lead;
use crate::handbook::Id;
use crate::handbook::cohort::Cohort;
use crate::handbook::module::Module;
use crate::handbook::session::Session;
use crate::handbook::topic::Topic;

const SCHEDULED: &str = "https://schema.org/EventScheduled";
const CANCELLED: &str = "https://schema.org/EventCancelled";

impl Writer<'_> {
    /// The JSON-LD of a page, which is safe as it is inside a `script` element.
    ///
    /// Empty for other kinds of page, and for all of them while search engines are asked to stay away.
    pub(super) fn json_ld(&self, key: PageKey) -> String {
        if self.handbook.config.noindex {
            return String::new();
        }
        let node = match key {
            PageKey::Topic(id) => self.course(id),
            PageKey::Module(id) => self.learning_resource(id),
            PageKey::Cohort(id) => self.cohort_in_full(id),
            PageKey::Session(id, index) => self.session_in_full(id, index),
            _ => return String::new(),
        };
        node.into_script()
    }

    fn course(&self, id: Id<Topic>) -> Node {
        let topic = &self.handbook.topics[id];
        let goals = topic.goals.iter().map(|goal| self.words(&goal.text));
        let sections = topic.path.iter().map(|&module| self.syllabus(module));
        let cohorts = self.plan.uses.topics.get(&id).into_iter().flatten();
        self.course_named(id)
            .with("description", self.words(&topic.summary))
            .with("inLanguage", self.language_tag())
            .with("provider", self.provider())
            .with("educationalLevel", level_word(topic.level))
            .with("timeRequired", duration(topic.required_minutes(&self.handbook.modules)))
            .with("teaches", goals.collect::<Vec<_>>())
            .with("coursePrerequisites", self.maybe(topic.entry.as_ref()))
            .with("syllabusSections", sections.collect::<Vec<_>>())
            .with("hasCourseInstance", cohorts.map(|&cohort| self.course_instance(cohort)).collect::<Vec<_>>())
    }

    fn course_named(&self, id: Id<Topic>) -> Node {
        self.on_page("Course", PageKey::Topic(id), self.words(&self.handbook.topics[id].title))
    }

    fn provider(&self) -> Option<Node> {
        let name = self.handbook.config.organisation.clone()?;
        Some(Node::new("Organization").with("name", name))
    }

    fn syllabus(&self, id: Id<Module>) -> Node {
        let module = &self.handbook.modules[id];
        self.on_page("Syllabus", PageKey::Module(id), self.words(&module.title))
            .with("timeRequired", duration(module.minutes))
            .with("teaches", self.list(&module.objectives))
    }

    fn learning_resource(&self, id: Id<Module>) -> Node {
        let module = &self.handbook.modules[id];
        let path = &self.handbook.topics[module.topic].path;
        let title = |&position: &usize| self.words(&self.handbook.modules[path[position]].title);
        self.on_page("LearningResource", PageKey::Module(id), self.words(&module.title))
            .with("description", self.maybe(module.summary.as_ref()))
            .with("inLanguage", self.language_tag())
            .with("educationalLevel", level_word(module.level))
            .with("timeRequired", duration(module.minutes))
            .with("teaches", self.list(&module.objectives))
            .with("competencyRequired", module.prerequisites.iter().map(title).collect::<Vec<_>>())
            .with("audience", vec![self.audience(Lead::Mentee), self.audience(Lead::Mentor)])
            .with("isPartOf", self.course_named(module.topic))
    }

    /// One of the two whom a module is for. The word of the role alone would mislead whoever does not know that the
    /// mentor is the young one here.
    fn audience(&self, role: Lead) -> Node {
        let word = lead_word(role);
        Node::new("EducationalAudience")
            .with("educationalRole", word)
            .with("audienceType", self.text(&format!("home-{word}-is")))
    }

    /// With its sessions, which alone tell the days: a schedule knows neither skipped weeks nor moved sessions.
    fn cohort_in_full(&self, id: Id<Cohort>) -> Node {
        let cohort = &self.handbook.cohorts[id];
        let topics = cohort.topics.iter().map(|&topic| self.course_named(topic));
        let sessions = (0..cohort.sessions.len()).map(|index| self.education_event(id, index));
        self.course_instance(id)
            .with("about", topics.collect::<Vec<_>>())
            .with("subEvent", sessions.collect::<Vec<_>>())
    }

    fn course_instance(&self, id: Id<Cohort>) -> Node {
        let cohort = &self.handbook.cohorts[id];
        let venue = self.venue(&cohort.sessions);
        let hours = self.hours(cohort);
        self.cohort_named(id)
            .with("description", self.words(&self.handbook.programmes[cohort.programme].summary))
            .with("startDate", cohort.sessions.first().map(|session| session.date.to_string()))
            .with("endDate", cohort.sessions.last().map(|session| session.date.to_string()))
            .with("eventStatus", if cohort.cancelled { CANCELLED } else { SCHEDULED })
            .with("courseMode", venue.mode().map(|mode| mode.of_courses))
            .with("courseSchedule", self.schedule(cohort))
            .with("courseWorkload", duration(hours.session_minutes + hours.self_study_minutes))
            .with("location", venue.locations())
    }

    fn cohort_named(&self, id: Id<Cohort>) -> Node {
        self.on_page("CourseInstance", PageKey::Cohort(id), self.words(&self.handbook.cohorts[id].title))
    }

    /// The usual length and pace of a cohort.
    fn schedule(&self, cohort: &Cohort) -> Node {
        let usual = &self.handbook.programmes[cohort.programme];
        let minutes = cohort.toml.session_minutes.as_ref().map_or(usual.session_minutes, |minutes| minutes.amount());
        Node::new("Schedule")
            .with("startDate", cohort.sessions.first().map(|session| session.date.to_string()))
            .with("endDate", cohort.sessions.last().map(|session| session.date.to_string()))
            .with("startTime", cohort.toml.time.0.to_string())
            .with("duration", duration(minutes))
            .with("repeatFrequency", Rhythm::parse(&cohort.toml.rhythm).map(interval))
            .with("repeatCount", cohort.sessions.iter().filter(|session| !session.cancelled).count())
            .with("scheduleTimezone", &*cohort.zone.name)
    }

    fn session_in_full(&self, id: Id<Cohort>, index: usize) -> Node {
        let session = &self.handbook.cohorts[id].sessions[index];
        let venue = self.venue(std::slice::from_ref(session));
        self.education_event(id, index)
            .with("eventAttendanceMode", venue.mode().map(|mode| mode.of_events))
            .with("location", venue.locations())
            .with("superEvent", self.cohort_named(id))
    }

    fn education_event(&self, id: Id<Cohort>, index: usize) -> Node {
        let cohort = &self.handbook.cohorts[id];
        let session = &cohort.sessions[index];
        self.on_page("EducationEvent", PageKey::Session(id, index), self.words(&session.title))
            .with("startDate", moment(&session.start))
            .with("endDate", moment(&session.end))
            .with("eventStatus", if session.cancelled || cohort.cancelled { CANCELLED } else { SCHEDULED })
    }

    /// Where these sessions are held, each place once.
    fn venue(&self, sessions: &[Session]) -> Venue {
        let mut venue = Venue::default();
        for session in sessions {
            let place = self.maybe(session.place.as_ref());
            if !place.is_empty() && !venue.places.contains(&place) {
                venue.places.push(place);
            }
            // That one can take part from elsewhere gives away no address; a link that may not be published is not in
            // the session at all.
            venue.is_online |= session.is_online;
            let link = session.link.as_deref().unwrap_or_default().to_owned();
            if !link.is_empty() && !venue.links.contains(&link) {
                venue.links.push(link);
            }
        }
        venue
    }

    /// A thing with a page of its own: how it begins, and all that others say who refer to it.
    ///
    /// Without a public address of the site it has no identifier, because none that is relative means the same
    /// elsewhere.
    fn on_page(&self, kind: &str, key: PageKey, name: String) -> Node {
        let base = self.handbook.config.base_url.as_deref();
        let address = base.map(|base| self.plan.routes.url(key, self.language).absolute(base));
        Node::new(kind).with("@id", address.clone()).with("url", address).with("name", name)
    }

    fn language_tag(&self) -> &str {
        self.handbook.config.languages.tag(self.language).as_str()
    }
}

/// A thing of schema.org: its properties in the order in which they were added.
struct Node(Map<String, Value>);

impl Node {
    fn new(kind: &str) -> Self {
        Self(Map::new()).with("@type", kind)
    }

    /// With one more property, unless there is nothing to say.
    fn with(mut self, property: &str, value: impl Into<Value>) -> Self {
        let value = value.into();
        let is_nothing = match &value {
            Value::Null => true,
            Value::String(text) => text.is_empty(),
            Value::Array(values) => values.is_empty(),
            _ => false,
        };
        if !is_nothing {
            self.0.insert(property.to_owned(), value);
        }
        self
    }

    fn into_script(self) -> String {
        let mut document = Map::new();
        document.insert("@context".to_owned(), "https://schema.org".into());
        document.extend(self.0);
        escape_for_script(&Value::Object(document).to_string())
    }
}

impl From<Node> for Value {
    fn from(node: Node) -> Self {
        Self::Object(node.0)
    }
}

/// Escapes what could end or confuse a `script` element. In JSON these characters stand only inside of strings,
/// where an escape means the same.
fn escape_for_script(json: &str) -> String {
    let mut escaped = String::with_capacity(json.len());
    for character in json.chars() {
        match character {
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' => {
                escaped.push_str(&format!("\\u{:04x}", u32::from(character)));
            }
            _ => escaped.push(character),
        }
    }
    escaped
}

/// Where sessions are held: names of places, and web addresses that may be published.
#[derive(Default)]
struct Venue {
    places: Vec<String>,
    links: Vec<String>,
    /// Whether there is a link, published or not.
    is_online: bool,
}

/// Whether one has to be in the room, in the two vocabularies for it.
struct Mode {
    of_courses: &'static str,
    of_events: &'static str,
}

impl Venue {
    /// `None` where nobody says where sessions are held.
    fn mode(&self) -> Option<Mode> {
        let (of_courses, of_events) = match (self.places.is_empty(), self.is_online) {
            (true, false) => return None,
            (false, false) => ("Onsite", "https://schema.org/OfflineEventAttendanceMode"),
            (true, true) => ("Online", "https://schema.org/OnlineEventAttendanceMode"),
            (false, true) => ("Blended", "https://schema.org/MixedEventAttendanceMode"),
        };
        Some(Mode { of_courses, of_events })
    }

    fn locations(self) -> Vec<Node> {
        let places = self.places.into_iter().map(|name| Node::new("Place").with("name", name));
        let links = self.links.into_iter().map(|url| Node::new("VirtualLocation").with("url", url));
        places.chain(links).collect()
    }
}

/// `PT25M` (ISO 8601), exact also beyond the hour; `None` for no time at all.
fn duration(minutes: u32) -> Option<String> {
    (minutes > 0).then(|| format!("PT{minutes}M"))
}

/// How far apart sessions are (ISO 8601): `P2W`.
fn interval(rhythm: Rhythm) -> String {
    match rhythm {
        Rhythm::Weeks(weeks) => format!("P{weeks}W"),
        Rhythm::Monthly => "P1M".to_owned(),
    }
}

/// Date and time with the offset that holds then.
fn moment(time: &ZonedDateTime) -> String {
    time.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_ends_the_script_element_and_the_text_stays_the_same() {
        let title = "</script><!--<script> R&D \u{2028}\u{2029} \"ü\"";
        let script = Node::new("Course").with("name", title).into_script();
        assert!(!script.contains(['<', '>', '&', '\u{2028}', '\u{2029}']), "{script}");
        let read: Value = serde_json::from_str(&script).unwrap();
        assert_eq!(read["name"], title);
    }

    #[test]
    fn what_is_not_said_is_left_out() {
        let node = Node::new("Course").with("name", "").with("teaches", Vec::<String>::new()).with("url", Value::Null);
        assert_eq!(node.into_script(), r#"{"@context":"https://schema.org","@type":"Course"}"#);
    }

    #[test]
    fn rhythms_are_durations() {
        assert_eq!(interval(Rhythm::Weeks(1)), "P1W");
        assert_eq!(interval(Rhythm::Weeks(12)), "P12W");
        assert_eq!(interval(Rhythm::Monthly), "P1M");
    }

    #[test]
    fn the_mode_follows_from_places_and_links() {
        let mode = |places: &[&str], is_online: bool| {
            let places = places.iter().map(ToString::to_string).collect();
            Venue { places, links: Vec::new(), is_online }.mode().map(|mode| mode.of_courses)
        };
        assert_eq!(mode(&["Room 4"], false), Some("Onsite"));
        assert_eq!(mode(&[], true), Some("Online"));
        assert_eq!(mode(&["Room 4"], true), Some("Blended"));
        assert_eq!(mode(&[], false), None);
    }
}
