use schemars::JsonSchema;
use serde::Serialize;

use super::{DateText, FactorResult, Html, Link, ModuleRow, Picture, QrCode, TimeText};

/// `cohorts`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CohortsView {
    /// All cohorts by their first day; which are over follows from the dates in the browser.
    pub cohorts: Vec<CohortCard>,
}

/// A cohort in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CohortCard {
    /// Its name.
    pub title: String,
    /// Its page.
    pub href: String,
    /// Its programme.
    pub programme: Link,
    /// Its topics.
    pub topics: Vec<Link>,
    /// The day of the first session.
    pub first: DateText,
    /// The day of the last session.
    pub last: DateText,
    /// Where it takes place; may be empty.
    pub place: String,
    /// Whether it does not take place.
    pub cancelled: bool,
    /// Whether it is a draft.
    pub draft: bool,
    /// Whether there is a calendar of it to subscribe to.
    pub has_calendar: bool,
    /// Its sessions, for finding the next one.
    pub sessions: Vec<SessionRow>,
}

/// A session in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SessionRow {
    /// Its number, from 1.
    pub number: usize,
    /// Its name.
    pub title: String,
    /// Its page.
    pub href: String,
    /// "kickoff", "working", "midpoint", "closing" or "other".
    pub kind: String,
    /// Its day.
    pub date: DateText,
    /// Its times.
    pub time: TimeText,
    /// Minutes.
    pub minutes: u32,
    /// Where it takes place; may be empty.
    pub place: String,
    /// Whether it does not take place.
    pub cancelled: bool,
    /// The day it would have been, if it was moved.
    pub moved_from: Option<DateText>,
    /// Its modules, by topic.
    pub topics: Vec<TopicModules>,
}

/// The modules of one topic in a session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct TopicModules {
    /// The topic.
    pub topic: Link,
    /// The modules.
    pub modules: Vec<Link>,
    /// The modules that are worked on alone afterwards.
    pub self_study_after: Vec<Link>,
}

/// `cohort`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CohortView {
    /// What a list shows of it.
    pub card: CohortCard,
    /// The zone of all times.
    pub zone: String,
    /// The author's welcome.
    pub html: Html,
    /// The pairs that meet, as openly as allowed.
    pub pairs: Vec<PairRow>,
    /// The dates without a session, with their reason.
    pub breaks: Vec<BreakRow>,
    /// The sessions on a calendar; empty with fewer than two.
    pub time_line: Picture,
    /// What has to be done when.
    pub milestones: Vec<MilestoneRow>,
    /// What has changed, newest first.
    pub changes: Vec<ChangeRow>,
    /// What it costs in hours.
    pub hours: Hours,
    /// The calendars one can subscribe to.
    pub subscriptions: Vec<SubscriptionLink>,
    /// How often calendars are asked to look for changes, in hours.
    pub refresh_hours: u32,
    /// How it stands with the success factors, as far as that is published.
    pub factors: Vec<FactorResult>,
    /// The page of its checks.
    pub checks: Link,
    /// The edition with all sessions, to be printed.
    pub print: Link,
}

/// A pair, as openly as allowed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PairRow {
    /// The number it is known by.
    pub number: usize,
    /// The mentor: a name, initials or "Mentor 2".
    pub mentor: String,
    /// The mentee: a name, initials or "Mentee 2".
    pub mentee: String,
    /// Its topic.
    pub topic: Link,
}

/// A time without sessions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct BreakRow {
    /// The first day.
    pub from: DateText,
    /// The last day.
    pub to: DateText,
    /// Why; may be empty.
    pub reason: String,
    /// The number of the session before it; 0 if it lies before the first.
    pub after: usize,
}

/// Something that has to be done by a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct MilestoneRow {
    /// What.
    pub title: String,
    /// The role that sees to it: "mentor", "mentee", "both", "organiser", "sponsor".
    pub role: String,
    /// By when.
    pub date: DateText,
    /// Why that day is a day without sessions, if it is one; may be empty.
    pub blocked: String,
    /// The cohort.
    pub cohort: Link,
}

/// An entry of the change log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ChangeRow {
    /// The day it was announced.
    pub announced: DateText,
    /// "moved", "place", "cancelled", "restored" or "content".
    pub kind: String,
    /// What is said about it; the word for its kind if nothing is.
    pub text: String,
    /// The session.
    pub session: Link,
    /// The day it was moved from, on the last entry that moved it.
    pub moved_from: Option<DateText>,
    /// The day it was moved to, on the same entry.
    pub moved_to: Option<DateText>,
}

/// What a cohort costs in hours, for each person and for all.
///
/// Preparation counts as far as modules state minutes for it, as self-study; what templates and modules ask to be
/// prepared has no minutes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Hours {
    /// Minutes of all sessions for one person.
    pub session_minutes: u32,
    /// Minutes of work between sessions for one mentee with the cohort's own topic.
    pub self_study_minutes: u32,
    /// Minutes of one mentor.
    pub mentor_minutes: u32,
    /// Minutes of one mentee with the cohort's own topic, self-study too.
    pub mentee_minutes: u32,
    /// Minutes that the organiser leads in sessions.
    pub organiser_minutes: u32,
    /// Minutes that the sponsor leads in sessions.
    pub sponsor_minutes: u32,
    /// How many mentors and mentees take part.
    pub people: usize,
    /// Minutes of all mentors and mentees together, each mentee with the topic of the pair.
    pub total_minutes: u32,
}

/// A calendar one can subscribe to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SubscriptionLink {
    /// Whose calendar it is: the whole cohort, a topic, or the organisers.
    pub label: String,
    /// The file.
    pub href: String,
    /// The address that opens a calendar program, with its scheme; empty if the site's is not known.
    pub webcal: String,
}

/// `session`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SessionView {
    /// What a list shows of it.
    pub row: SessionRow,
    /// Its cohort.
    pub cohort: Link,
    /// Its programme.
    pub programme: Link,
    /// How many sessions there are.
    pub sessions: usize,
    /// The web address, if it may be published; may be empty.
    pub link: String,
    /// A note for everybody; may be empty.
    pub notes: String,
    /// What is done, by topic; the first is the default.
    pub topics: Vec<SessionTopicView>,
    /// The forms that are used.
    pub documents: Vec<Link>,
    /// What has changed, newest first.
    pub changes: Vec<ChangeRow>,
    /// Its calendar file; empty if there is none.
    pub calendar: String,
    /// A code that leads from the printed sheet to the page.
    pub code: QrCode,
    /// The author's text.
    pub html: Html,
    /// The session before; empty href if it is the first.
    pub previous: Link,
    /// The session after; empty href if it is the last.
    pub next: Link,
}

/// What is done in a session by the pairs with one topic.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SessionTopicView {
    /// The anchor, "topic-social-media".
    pub id: String,
    /// The topic.
    pub topic: Link,
    /// The agenda.
    pub agenda: Vec<AgendaRow>,
    /// The agenda as a picture, to scale.
    pub picture: Picture,
    /// The goals of the day.
    pub goals: Vec<String>,
    /// What is asked before.
    pub questions: Vec<String>,
    /// What to look back at.
    pub reflection: Vec<String>,
    /// What each role does before.
    pub prepare: PrepareView,
    /// The modules.
    pub modules: Vec<ModuleRow>,
    /// The modules that are worked on alone before the next session.
    pub self_study_after: Vec<ModuleRow>,
    /// The modules that were to be worked on alone before this session.
    pub self_study_before: Vec<ModuleRow>,
    /// Minutes left for practice and questions.
    pub slack_minutes: u32,
}

/// A line of the agenda.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct AgendaRow {
    /// When it begins, as people write it.
    pub start: String,
    /// When it ends.
    pub end: String,
    /// `13:30`, for machines.
    pub start_iso: String,
    /// Minutes.
    pub minutes: u32,
    /// What happens.
    pub title: String,
    /// The page of the module, if it is one; may be empty.
    pub href: String,
    /// Who leads: "mentor", "mentee", "both", "organiser", "sponsor".
    pub lead: String,
    /// "check-in", "goal", "module", "practice" and so on.
    pub kind: String,
    /// A note for whoever leads; may be empty.
    pub notes: String,
}

/// What each role does before a session.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PrepareView {
    /// The young employee.
    pub mentor: Vec<String>,
    /// The experienced manager.
    pub mentee: Vec<String>,
    /// Whoever runs the programme.
    pub organiser: Vec<String>,
    /// Whoever stands behind it in management.
    pub sponsor: Vec<String>,
}

/// `checks`: the success factors of one cohort.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ChecksView {
    /// The cohort.
    pub cohort: Link,
    /// The factors with their results.
    pub factors: Vec<FactorResult>,
}
