use schemars::JsonSchema;
use serde::Serialize;

use super::{CohortCard, DateText, Html, Link, Picture, ProgrammeCard};

/// `home`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct HomeView {
    /// The author's text; may be empty.
    pub html: Html,
    /// The programmes.
    pub programmes: Vec<ProgrammeCard>,
    /// The cohorts by their first day.
    pub cohorts: Vec<CohortCard>,
    /// The topics that are on offer.
    pub topics: Vec<TopicCard>,
    /// The edition of the whole handbook, to be printed.
    pub print: Link,
}

/// `topics`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct TopicsView {
    /// The topics that are on offer.
    pub topics: Vec<TopicCard>,
    /// The topics that no longer are.
    pub archived: Vec<TopicCard>,
}

/// A topic in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct TopicCard {
    /// Its name.
    pub title: String,
    /// What it is about.
    pub summary: String,
    /// The decision that is possible afterwards; may be empty.
    pub outcome: String,
    /// Its page.
    pub href: String,
    /// "beginner", "intermediate" or "advanced".
    pub level: String,
    /// Minutes of all required modules.
    pub minutes: u32,
    /// How many modules it has.
    pub modules: usize,
    /// How much of the time is spent doing, in hundredths.
    pub practice_percent: u32,
    /// Whether it is a draft.
    pub draft: bool,
}

/// `topic`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct TopicView {
    /// What a list shows of it.
    pub card: TopicCard,
    /// Why it belongs between young and old; may be empty.
    pub why: String,
    /// What one should bring; may be empty.
    pub entry: String,
    /// What is learned.
    pub goals: Vec<GoalRow>,
    /// The path as a picture: all modules, with what leads to what; empty for a single one.
    pub picture: Picture,
    /// The required modules in the order of the path.
    pub required: Vec<ModuleRow>,
    /// The optional modules in the order of the path.
    pub optional: Vec<ModuleRow>,
    /// How many sessions the required modules need with the plan of the first programme; 0 if unknown.
    pub sessions_needed: usize,
    /// The cohorts that use it.
    pub cohorts: Vec<CohortCard>,
    /// When somebody last checked it, if the author says so.
    pub reviewed: Option<DateText>,
    /// Whether it is no longer offered.
    pub archived: bool,
    /// The edition with all modules, to be printed.
    pub print: Link,
    /// The author's text.
    pub html: Html,
}

/// A learning goal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct GoalRow {
    /// What the mentees can do afterwards.
    pub text: String,
    /// How it is noticed; may be empty.
    pub measure: String,
    /// The modules that serve it.
    pub modules: Vec<Link>,
}

/// A module in a path.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ModuleRow {
    /// Its place in the path, from 1.
    pub number: usize,
    /// Its name.
    pub title: String,
    /// What it is about; may be empty.
    pub summary: String,
    /// Its page.
    pub href: String,
    /// Minutes in the session.
    pub minutes: u32,
    /// Minutes of these spent doing.
    pub practice_minutes: u32,
    /// Minutes between sessions.
    pub self_study_minutes: u32,
    /// Whether the path is whole without it.
    pub optional: bool,
    /// "beginner", "intermediate" or "advanced".
    pub level: String,
    /// The modules that come before it.
    pub prerequisites: Vec<Link>,
    /// Whether it is a draft.
    pub draft: bool,
}

/// `module`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ModuleView {
    /// What a path shows of it.
    pub row: ModuleRow,
    /// Its topic.
    pub topic: Link,
    /// How many modules the path has.
    pub path_length: usize,
    /// What the mentee can do afterwards.
    pub objectives: Vec<String>,
    /// The goals of the topic that it serves.
    pub goals: Vec<String>,
    /// What is asked before the session.
    pub questions: Vec<String>,
    /// What should be remembered.
    pub keypoints: Vec<String>,
    /// What to look back at.
    pub reflection: Vec<String>,
    /// What the mentor prepares.
    pub prepare_mentor: Vec<String>,
    /// What the mentee prepares.
    pub prepare_mentee: Vec<String>,
    /// Links and files that go with it.
    pub materials: Vec<MaterialRow>,
    /// The sessions that work on it.
    pub worked_on: Vec<WorkedOn>,
    /// The module before it; empty href if it is the first.
    pub previous: Link,
    /// The module behind it; empty href if it is the last.
    pub next: Link,
    /// The author's text.
    pub html: Html,
}

/// Something that goes with a module.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct MaterialRow {
    /// What it is.
    pub title: String,
    /// Where it is: a web address if `external`, else from the top of the site.
    pub href: String,
    /// Whether it is somewhere on the web.
    pub external: bool,
    /// What kind of thing it is, in the author's word; may be empty.
    pub kind: String,
}

/// A session in which a module is worked on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct WorkedOn {
    /// The cohort.
    pub cohort: Link,
    /// The number of the session.
    pub number: usize,
    /// Its page.
    pub href: String,
    /// Its day.
    pub date: DateText,
    /// Whether it is worked on alone afterwards.
    pub self_study: bool,
}

/// `document`: a printable form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct FormView {
    /// "agreement", "session-log", "midpoint-form", "self-rating", "evaluation-form" or "other".
    pub kind: String,
    /// The text, with lines and boxes to fill in by hand.
    pub html: Html,
    /// The other forms.
    pub others: Vec<Link>,
}

/// `glossary`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct GlossaryView {
    /// The terms in the order of the alphabet.
    pub terms: Vec<GlossaryTerm>,
}

/// A term of the glossary.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct GlossaryTerm {
    /// Its anchor.
    pub id: String,
    /// The word.
    pub term: String,
    /// Other forms of the word.
    pub aliases: Vec<String>,
    /// What it means.
    pub definition: String,
    /// Related terms.
    pub see: Vec<Link>,
    /// The topics that it belongs to.
    pub topics: Vec<Link>,
}

/// `content`: a page of an author's own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PageView {
    /// The text.
    pub html: Html,
}

/// `not_found`: what is shown where nothing is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct NotFoundView {
    /// The topics.
    pub topics: Vec<Link>,
    /// The cohorts.
    pub cohorts: Vec<Link>,
}
