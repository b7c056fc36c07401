//! `content/programmes/<id>.toml` (model.md §3).

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use super::values::{ANY, Days, Extra, Hours, IdText, LText, List, Minutes, Parameter, Percent, Whole};

/// A programme: the offer that cohorts run.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ProgrammeToml {
    /// The name of the programme, at most 80 characters.
    pub title: LText<1, 80>,
    /// What it is in a sentence or two, at most 300 characters.
    pub summary: LText<1, 300>,
    /// The topics on offer: names of folders in `content/topics/`.
    pub topics: Vec<String>,
    /// The departments that participants come from.
    #[serde(default)]
    pub departments: Vec<IdText>,
    /// The levels of position in the firm, lowest first.
    #[serde(default)]
    pub levels: Vec<IdText>,
    /// Why the firm does it.
    pub purpose: Option<LText<0, ANY>>,
    /// What those who decide can do afterwards.
    pub goal: Option<LText<0, ANY>>,
    /// What stays between the two of a pair.
    pub confidentiality: Option<LText<0, ANY>>,
    /// Who in management stands behind it.
    #[serde(default)]
    pub sponsor: SponsorToml,
    /// Who runs the programme.
    #[serde(default)]
    pub organiser: OrganiserToml,
    /// How people come to take part.
    #[serde(default)]
    pub participation: ParticipationToml,
    /// What participants and firm promise each other.
    #[serde(default)]
    pub commitment: CommitmentToml,
    /// How mentors and mentees are chosen and paired.
    #[serde(default)]
    pub selection: SelectionToml,
    /// The proposed flow.
    pub plan: PlanToml,
    /// How the result is noticed.
    #[serde(default, rename = "measure")]
    pub measures: Vec<MeasureToml>,
    /// What has to be done when, counted from the sessions of each cohort.
    #[serde(default, rename = "milestone")]
    pub milestones: Vec<MilestoneToml>,
    /// Where to read more.
    #[serde(default, rename = "link")]
    pub links: Vec<LinkToml>,
    /// Thresholds of the success-factor checks, over those of the factor files.
    #[serde(default)]
    pub factors: BTreeMap<String, Parameter>,
    /// Leaves the programme out of `build` until it is ready.
    #[serde(default)]
    pub draft: bool,
    /// Additions of your own.
    #[serde(default)]
    pub extra: Extra,
}

/// `[sponsor]`.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SponsorToml {
    /// Who it is, for example "Executive board".
    pub title: Option<LText<0, ANY>>,
    /// The word from management.
    pub statement: Option<LText<0, ANY>>,
}

/// `[organiser]`.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OrganiserToml {
    /// Who it is, for example "Learning and development".
    pub title: Option<LText<0, ANY>>,
    /// A mail address or a web address.
    pub contact: Option<String>,
}

/// `[participation]`.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ParticipationToml {
    /// How mentors come to take part.
    pub mentors: Option<Participation>,
    /// How mentees come to take part.
    pub mentees: Option<Participation>,
    /// Whether somebody who is asked may say no.
    #[serde(default)]
    pub can_decline: bool,
    /// Why people are asked or obliged.
    pub reason: Option<LText<0, ANY>>,
}

/// How somebody comes to take part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Participation {
    /// Of their own accord.
    Voluntary,
    /// On being asked.
    Nominated,
    /// Because they have to.
    Mandatory,
}

/// `[commitment]`.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CommitmentToml {
    /// Whether sessions are working time.
    pub work_time: Option<bool>,
    /// How many of the sessions one is expected to attend.
    pub attendance_percent: Option<Whole<Percent, 1, 100>>,
    /// How long before a session one may cancel it.
    pub cancel_notice_hours: Option<Whole<Hours, 0, 336>>,
    /// What is promised, in words.
    pub statement: Option<LText<0, ANY>>,
    /// How a pair can be dissolved.
    pub exit_rule: Option<LText<0, ANY>>,
}

/// `[selection]`.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SelectionToml {
    /// What a good mentor brings along.
    #[serde(default)]
    pub mentor_criteria: Vec<LText<1, ANY>>,
    /// What a fitting mentee brings along.
    #[serde(default)]
    pub mentee_criteria: Vec<LText<1, ANY>>,
    /// How people are chosen.
    pub process: Option<LText<0, ANY>>,
    /// How pairs are formed.
    pub matching: Option<LText<0, ANY>>,
}

/// `[plan]`.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PlanToml {
    /// The templates of the sessions, in order: names of files in `content/sessions/`.
    pub sessions: List<String, 2, 20>,
    /// How long a session is; 60 unless said otherwise.
    pub session_minutes: Option<Whole<Minutes, 15, 480>>,
}

/// `[[measure]]`.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MeasureToml {
    /// A name for it, unique in the programme.
    pub id: IdText,
    /// What is measured.
    pub text: LText<1, ANY>,
    /// When it is measured.
    pub when: When,
    /// What would be a success.
    pub target: Option<LText<0, ANY>>,
}

/// When something is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum When {
    /// Before the first session.
    Start,
    /// At half-time.
    Mid,
    /// At the last session.
    End,
    /// Some time later.
    After,
}

/// `[[milestone]]`.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MilestoneToml {
    /// A name for it, unique in the programme.
    pub id: IdText,
    /// What is done by then.
    pub title: LText<1, ANY>,
    /// Who sees to it.
    pub role: Lead,
    /// The day it is counted from: "start", "mid", "end" or "session:N".
    #[schemars(extend("x-editor" = {
        "pattern": "^(start|mid|end|session:0*[1-9][0-9]*)$", "examples": ["start", "mid", "end", "session:1"],
    }))]
    pub anchor: String,
    /// Days after the anchor; negative for before.
    pub offset_days: Option<Whole<Days, -36500, 36500>>,
}

/// Who leads a block or sees to something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Lead {
    /// The young employee.
    Mentor,
    /// The experienced manager.
    Mentee,
    /// Mentor and mentee together.
    Both,
    /// Whoever runs the programme.
    Organiser,
    /// Whoever stands behind it in management.
    Sponsor,
}

/// `[[link]]`.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LinkToml {
    /// What the link says.
    pub title: LText<1, ANY>,
    /// A web address, or a page of this handbook such as `@/faq.md`.
    pub url: String,
}
