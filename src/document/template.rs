//! `content/sessions/<id>.toml` (model.md §6).

use schemars::JsonSchema;
use serde::Deserialize;

use super::programme::Lead;
use super::values::{ANY, BlockMinutes, Extra, LText, List};

/// A session template: the agenda that sessions of one kind follow.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TemplateToml {
    /// The name of such a session.
    pub title: LText<1, ANY>,
    /// Its place in the flow.
    pub kind: TemplateKind,
    /// The goals of a session that has no modules and no goals of its own.
    #[serde(default)]
    pub goals: Vec<LText<0, ANY>>,
    /// What each role does before such a session.
    #[serde(default)]
    pub prepare: PrepareToml,
    /// What is asked before the session.
    #[serde(default)]
    pub questions: Vec<LText<0, ANY>>,
    /// What to look back at.
    #[serde(default)]
    pub reflection: Vec<LText<0, ANY>>,
    /// The forms that are used: names of files in `content/documents/`, or built-in ones.
    #[serde(default)]
    pub documents: Vec<String>,
    /// The agenda, block by block.
    #[serde(rename = "block")]
    pub blocks: List<BlockToml, 1, ANY>,
    /// Additions of your own.
    #[serde(default)]
    pub extra: Extra,
}

/// The place of a template in the flow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum TemplateKind {
    /// The first session.
    Kickoff,
    /// A session of work on the topic.
    Working,
    /// The review at half-time.
    Midpoint,
    /// The last session.
    Closing,
    /// Anything else.
    Other,
}

/// `[prepare]` of a template.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PrepareToml {
    /// What the mentor prepares.
    #[serde(default)]
    pub mentor: Vec<LText<0, ANY>>,
    /// What the mentee prepares.
    #[serde(default)]
    pub mentee: Vec<LText<0, ANY>>,
    /// What the organiser prepares.
    #[serde(default)]
    pub organiser: Vec<LText<0, ANY>>,
    /// What the sponsor prepares.
    #[serde(default)]
    pub sponsor: Vec<LText<0, ANY>>,
}

/// `[[block]]`: one line of the agenda.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BlockToml {
    /// What happens.
    pub title: LText<1, ANY>,
    /// How long: minutes, or "rest" for what is left.
    pub minutes: BlockMinutes,
    /// Who leads.
    pub lead: Lead,
    /// What kind of block it is.
    pub kind: BlockKind,
    /// Whether the modules of the topic are worked on here.
    #[serde(default)]
    pub modules: bool,
    /// A note for whoever leads.
    pub notes: Option<LText<0, ANY>>,
}

/// What kind of block it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum BlockKind {
    /// Arriving.
    CheckIn,
    /// Setting or reviewing goals.
    Goal,
    /// Something is explained.
    Input,
    /// Work on the modules.
    Modules,
    /// Trying it.
    Practice,
    /// Looking back.
    Reflection,
    /// Saying how it went.
    Feedback,
    /// Looking at results.
    Review,
    /// Agreeing what comes next.
    NextSteps,
    /// What has to be settled.
    Admin,
    /// A pause.
    Break,
}

impl BlockKind {
    /// All kinds, in the order in which authors read them.
    pub const ALL: [Self; 11] = [
        Self::CheckIn,
        Self::Goal,
        Self::Input,
        Self::Modules,
        Self::Practice,
        Self::Reflection,
        Self::Feedback,
        Self::Review,
        Self::NextSteps,
        Self::Admin,
        Self::Break,
    ];

    /// The word of files.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::CheckIn => "check-in",
            Self::Goal => "goal",
            Self::Input => "input",
            Self::Modules => "modules",
            Self::Practice => "practice",
            Self::Reflection => "reflection",
            Self::Feedback => "feedback",
            Self::Review => "review",
            Self::NextSteps => "next-steps",
            Self::Admin => "admin",
            Self::Break => "break",
        }
    }
}
