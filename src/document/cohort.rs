//! `content/cohorts/<id>.toml` (model.md §8, §9).

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use super::values::{ANY, Clock, Day, Extra, IdText, LText, List, Minutes, Parameter, Text, Whole};

/// A cohort: one scheduled run of a programme.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CohortToml {
    /// The name of the cohort, at most 80 characters.
    pub title: LText<1, 80>,
    /// The programme it runs: the name of a file in `content/programmes/`.
    pub programme: String,
    /// The topic of its pairs, unless a pair has one of its own.
    pub topic: Option<String>,
    /// The day of the first session.
    pub start: Day,
    /// "weekly", "every 2 weeks" (2 to 12) or "monthly".
    #[schemars(extend("x-editor" = {
        "pattern": "^(weekly|monthly|every ([2-9]|1[0-2]) weeks)$", "examples": ["weekly", "every 2 weeks", "monthly"],
    }))]
    pub rhythm: String,
    /// When a session begins, for example "13:30".
    pub time: Clock,
    /// The zone of these times, for example "Europe/Zurich"; that of the site unless said otherwise.
    pub time_zone: Option<String>,
    /// The templates of the sessions, over those of the programme.
    pub plan: Option<List<String, 2, 20>>,
    /// How long a session is, over that of the programme.
    pub session_minutes: Option<Whole<Minutes, 15, 480>>,
    /// Days and periods without sessions.
    #[serde(default)]
    pub skip: Vec<SkipToml>,
    /// Whether a skipped day moves all that follow ("push") or only that session ("shift").
    #[serde(default)]
    pub on_skip: OnSkip,
    /// The day by which the last session has to be over.
    pub end: Option<Day>,
    /// Where the sessions take place.
    pub place: Option<LText<0, ANY>>,
    /// A web address for sessions held online; not published unless `publish_link` says so.
    pub link: Option<String>,
    /// Whether `link` may stand on the site.
    #[serde(default)]
    pub publish_link: bool,
    /// The day this was first announced; the first day unless said otherwise.
    pub published: Option<Day>,
    /// How openly the pairs are shown; hidden unless said otherwise.
    pub visibility: Option<Visibility>,
    /// Whether optional modules are taken into sessions that have room.
    #[serde(default)]
    pub optional_modules: OptionalModules,
    /// "cancelled" if it does not take place; everything else follows from the dates.
    pub status: Option<CohortStatus>,
    /// Thresholds of the success-factor checks, over those of the programme.
    #[serde(default)]
    pub factors: BTreeMap<String, Parameter>,
    /// The pairs of mentor and mentee.
    #[serde(default, rename = "pair")]
    pub pairs: Vec<PairToml>,
    /// What is different about single sessions.
    #[serde(default, rename = "session")]
    pub sessions: Vec<SessionToml>,
    /// What has changed since it was announced.
    #[serde(default, rename = "change")]
    pub changes: Vec<ChangeToml>,
    /// Results of checks that are known and accepted.
    #[serde(default, rename = "waive")]
    pub waivers: Vec<WaiverToml>,
    /// Leaves the cohort out of `build` until it is ready.
    #[serde(default)]
    pub draft: bool,
    /// Additions of your own.
    #[serde(default)]
    pub extra: Extra,
}

/// An entry of `skip`: a day, or a period with a reason.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(untagged)]
#[schemars(extend("x-expected" = "a date, or a table with from, to and reason"))]
pub enum SkipToml {
    /// One day.
    Day(Day),
    /// Several days.
    Period(SkipPeriod),
}

/// A period without sessions.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SkipPeriod {
    /// Its first day.
    pub from: Day,
    /// Its last day.
    pub to: Day,
    /// Why there is no session.
    pub reason: Option<LText<0, ANY>>,
}

/// What a skipped day does to the sessions behind it (model.md §13).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum OnSkip {
    /// All sessions behind it move; the end moves.
    #[default]
    Push,
    /// Only this session moves, by weeks; the end stays.
    Shift,
}

/// How openly people are shown (model.md §17). The more is shown, the greater it is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Visibility {
    /// By name.
    Public = 2,
    /// As "L."
    Initials = 1,
    /// As "Mentor 2".
    #[default]
    Hidden = 0,
}

/// What becomes of optional modules (model.md §14).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum OptionalModules {
    /// They are worked on between sessions.
    #[default]
    SelfStudy,
    /// They are taken into sessions that have room.
    IfRoom,
}

/// What an author can say about the state of a cohort (model.md §12).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum CohortStatus {
    /// It takes place; the state follows from the dates.
    Planned,
    /// It does not take place.
    Cancelled,
}

/// `[[pair]]`.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PairToml {
    /// A name for it, unique in the cohort.
    pub id: IdText,
    /// The young employee: an id of the people file.
    pub mentor: String,
    /// The experienced manager: an id of the people file.
    pub mentee: String,
    /// Their topic, if not that of the cohort.
    pub topic: Option<String>,
    /// How openly they are shown, if not like the cohort.
    pub visibility: Option<Visibility>,
    /// Whether they still meet.
    #[serde(default)]
    pub status: PairStatus,
}

/// Whether a pair still meets.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum PairStatus {
    /// Yes.
    #[default]
    Active,
    /// No; it keeps its number and is left out of counts.
    Ended,
}

/// `[[session]]`: what is different about one session.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SessionToml {
    /// Which one, counted from 1.
    pub number: i64,
    /// Its name in addresses and calendars; "s" and the number unless said otherwise.
    pub key: Option<IdText>,
    /// Another day.
    pub date: Option<Day>,
    /// Another time.
    pub time: Option<Clock>,
    /// Another length.
    pub minutes: Option<Whole<Minutes, 15, 480>>,
    /// Another template.
    pub template: Option<String>,
    /// Another title.
    pub title: Option<LText<0, ANY>>,
    /// Another place.
    pub place: Option<LText<0, ANY>>,
    /// Another web address.
    pub link: Option<String>,
    /// Goals of its own.
    #[serde(default)]
    pub goals: Vec<LText<0, ANY>>,
    /// Modules pinned to this session: "id" or "topic/id".
    #[serde(default)]
    pub modules: Vec<String>,
    /// Whether it does not take place.
    #[serde(default)]
    pub cancelled: bool,
    /// A note for everybody.
    pub notes: Option<LText<0, ANY>>,
}

/// `[[change]]`: an entry of the change log.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ChangeToml {
    /// Which session, counted from 1.
    pub session: i64,
    /// The day it was announced.
    pub announced: Day,
    /// What has changed.
    pub kind: ChangeKind,
    /// What to say about it; else the word for what has changed.
    pub text: Option<LText<1, ANY>>,
}

/// What has changed about a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ChangeKind {
    /// Its day or time.
    Moved,
    /// Its place.
    Place,
    /// It does not take place.
    Cancelled,
    /// It takes place after all.
    Restored,
    /// What is done in it.
    Content,
}

/// `[[waive]]`: a result that is known and accepted.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WaiverToml {
    /// The check, for example "difference.age".
    pub check: String,
    /// The pair it is about, if only one.
    pub pair: Option<String>,
    /// Why it is accepted.
    pub reason: Text<1, ANY>,
}
