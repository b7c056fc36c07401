use schemars::JsonSchema;
use serde::Serialize;

use super::{CohortCard, Hours, Html, Link, MilestoneRow, SessionRow, TopicCard};

/// A programme in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ProgrammeCard {
    /// Its name.
    pub title: String,
    /// What it is.
    pub summary: String,
    /// Its page.
    pub href: String,
}

/// `programme`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ProgrammeView {
    /// What a list shows of it.
    pub card: ProgrammeCard,
    /// The author's longer text.
    pub html: Html,
    /// Why the firm does it; may be empty.
    pub purpose: String,
    /// What those who decide can do afterwards; may be empty.
    pub goal: String,
    /// What stays between the two; may be empty.
    pub confidentiality: String,
    /// Who stands behind it; may be empty.
    pub sponsor: String,
    /// The word from management; may be empty.
    pub statement: String,
    /// Who runs it; may be empty.
    pub organiser: String,
    /// Whom to ask; empty href if nobody is named.
    pub contact: Link,
    /// How mentors come to take part: "voluntary", "nominated", "mandatory" or empty.
    pub mentors: String,
    /// How mentees come to take part: "voluntary", "nominated", "mandatory" or empty.
    pub mentees: String,
    /// Whether somebody who is asked may say no.
    pub can_decline: bool,
    /// Why people are asked or obliged; may be empty.
    pub reason: String,
    /// Whether sessions are working time, if it is said.
    pub work_time: Option<bool>,
    /// How many sessions in a hundred are expected, if it is said.
    pub attendance_percent: Option<i64>,
    /// How many hours before a session one may cancel it, if it is said.
    pub cancel_notice_hours: Option<i64>,
    /// What is promised, in words; may be empty.
    pub commitment: String,
    /// How a pair can be dissolved; may be empty.
    pub exit_rule: String,
    /// What a good mentor brings along.
    pub mentor_criteria: Vec<String>,
    /// What a fitting mentee brings along.
    pub mentee_criteria: Vec<String>,
    /// How people are chosen; may be empty.
    pub process: String,
    /// How pairs are formed; may be empty.
    pub matching: String,
    /// The flow: the titles of the sessions.
    pub plan: Vec<PlanStep>,
    /// Minutes of a session.
    pub session_minutes: u32,
    /// How the result is noticed.
    pub measures: Vec<MeasureRow>,
    /// The topics on offer.
    pub topics: Vec<TopicCard>,
    /// Its cohorts.
    pub cohorts: Vec<CohortCard>,
    /// What each cohort costs in hours, in the order of the cohorts.
    pub hours: Vec<Hours>,
    /// Where to read more; web addresses as they are.
    pub links: Vec<ExternalLink>,
}

/// A link that may lead out of the site.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ExternalLink {
    /// What it says.
    pub label: String,
    /// Where it leads: a web address if `external`, else from the top of the site.
    pub href: String,
    /// Whether it leads out of the site.
    pub external: bool,
}

/// A session in the flow of a programme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PlanStep {
    /// Its number, from 1.
    pub number: usize,
    /// Its name.
    pub title: String,
    /// "kickoff", "working", "midpoint", "closing" or "other".
    pub kind: String,
}

/// How a result is noticed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct MeasureRow {
    /// What is measured.
    pub text: String,
    /// "start", "mid", "end" or "after".
    pub when: String,
    /// What would be a success; may be empty.
    pub target: String,
}

/// `role`: what one role needs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RoleView {
    /// "mentor", "mentee", "organiser" or "sponsor".
    pub role: String,
    /// The author's text.
    pub html: Html,
    /// All sessions of all cohorts by day, with what this role does before each.
    pub sessions: Vec<RoleSession>,
    /// The programmes.
    pub programmes: Vec<ProgrammeView>,
    /// The cohorts by their first day.
    pub cohorts: Vec<CohortCard>,
    /// The topics on offer.
    pub topics: Vec<TopicCard>,
    /// What has to be done when, by day: for organisers everything, for others what is theirs.
    pub milestones: Vec<MilestoneRow>,
    /// How the cohorts stand, for organisers: cohort, number of points to look at, page of its checks.
    pub checks: Vec<OrganiserRow>,
    /// The forms.
    pub documents: Vec<Link>,
    /// Free pages for this role.
    pub pages: Vec<Link>,
}

/// A session as one role sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RoleSession {
    /// The cohort.
    pub cohort: Link,
    /// What a list shows of it.
    pub row: SessionRow,
    /// What is prepared, by topic; the first is the default.
    pub prepare: Vec<RolePrepare>,
    /// Minutes that this role leads.
    pub lead_minutes: u32,
}

/// What is prepared for a session by the pairs with one topic.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RolePrepare {
    /// The topic.
    pub topic: Link,
    /// What this role prepares.
    pub own: Vec<String>,
    /// The opening questions.
    pub questions: Vec<String>,
}

/// How a cohort stands, for organisers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct OrganiserRow {
    /// The page of its checks.
    pub link: Link,
    /// Factors that hold.
    pub pass: usize,
    /// Factors that somebody should look at.
    pub attention: usize,
    /// Factors for which data are missing.
    pub missing: usize,
}
