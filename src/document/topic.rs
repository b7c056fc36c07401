//! `content/topics/<id>/index.md` (model.md §4).

use schemars::JsonSchema;
use serde::Deserialize;

use super::values::{ANY, Day, Extra, IdText, List, Text};

/// A topic: a learning path of modules.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TopicFront {
    /// The name of the topic, at most 60 characters.
    pub title: Text<1, 60>,
    /// What it is about, at most 200 characters.
    pub summary: Text<1, 200>,
    /// The modules in the order of the path: names of files in this folder.
    pub modules: List<String, 1, ANY>,
    /// The decision that is possible afterwards.
    pub outcome: Option<Text<0, ANY>>,
    /// Why young people bring it and those who decide need it.
    pub why: Option<Text<0, ANY>>,
    /// How much one has to know before; "beginner" unless said otherwise.
    #[serde(default)]
    pub level: Level,
    /// What one should bring.
    pub entry: Option<Text<0, ANY>>,
    /// What is learned, with a way to notice it.
    #[serde(default)]
    pub goals: Vec<GoalFront>,
    /// When somebody last checked that it is up to date.
    pub reviewed: Option<Day>,
    /// Still published, but no longer offered.
    #[serde(default)]
    pub archived: bool,
    /// Leaves the page out of `build` until it is ready.
    #[serde(default)]
    pub draft: bool,
    /// Old addresses that lead here.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// Whether the search finds the page.
    pub search: Option<bool>,
    /// More words under which the search finds the page.
    #[serde(default)]
    pub search_terms: Vec<String>,
    /// Additions of your own.
    #[serde(default)]
    pub extra: Extra,
}

/// How much one has to know before.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// Nothing.
    #[default]
    Beginner,
    /// Something.
    Intermediate,
    /// A good deal.
    Advanced,
}

/// `[[goals]]` of a topic.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GoalFront {
    /// A name for it, unique in the topic; modules refer to it.
    pub id: IdText,
    /// What the mentees can do afterwards.
    pub text: Text<1, ANY>,
    /// How it is noticed.
    pub measure: Option<Text<0, ANY>>,
}

/// The texts of a topic in another language: `content/topics/<id>/index.<lang>.md`.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TopicTranslation {
    /// The name of the topic, at most 60 characters.
    pub title: Option<Text<1, 60>>,
    /// What it is about, at most 200 characters.
    pub summary: Option<Text<1, 200>>,
    /// The decision that is possible afterwards.
    pub outcome: Option<Text<0, ANY>>,
    /// Why young people bring it and those who decide need it.
    pub why: Option<Text<0, ANY>>,
    /// What one should bring.
    pub entry: Option<Text<0, ANY>>,
    /// The goals, with the ids of the original.
    #[serde(default)]
    pub goals: Vec<GoalTranslation>,
    /// Additions of your own.
    #[serde(default)]
    pub extra: Extra,
}

/// `[[goals]]` of a topic in another language.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GoalTranslation {
    /// The id that the goal has in the original.
    pub id: IdText,
    /// What the mentees can do afterwards.
    pub text: Option<Text<1, ANY>>,
    /// How it is noticed.
    pub measure: Option<Text<0, ANY>>,
}
