//! `content/topics/<topic>/<module>.md` (model.md §5).

use schemars::JsonSchema;
use serde::Deserialize;

use super::topic::Level;
use super::values::{ANY, Extra, List, Minutes, Text, Whole};

/// A module: one step of a learning path.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ModuleFront {
    /// The name of the module, at most 80 characters.
    pub title: Text<1, 80>,
    /// What it is about, at most 200 characters.
    pub summary: Option<Text<0, 200>>,
    /// How long it takes in the session.
    pub minutes: Whole<Minutes, 5, 240>,
    /// How much of that is spent doing.
    pub practice_minutes: Option<Whole<Minutes, 0, 1440>>,
    /// How long one works on it between sessions.
    pub self_study_minutes: Option<Whole<Minutes, 0, 480>>,
    /// Whether the path is whole without it.
    #[serde(default)]
    pub optional: bool,
    /// How much one has to know before; that of the topic unless said otherwise.
    pub level: Option<Level>,
    /// The modules that come before: names of files in this folder.
    #[serde(default)]
    pub prerequisites: Vec<String>,
    /// The goals of the topic that it serves, by their ids.
    #[serde(default)]
    pub goals: Vec<String>,
    /// What the mentee can do afterwards, in one to five sentences.
    pub objectives: List<Text<1, ANY>, 1, 5>,
    /// What is asked before the session.
    #[serde(default)]
    pub questions: Vec<Text<0, ANY>>,
    /// What should be remembered, at most five sentences.
    #[serde(default)]
    pub keypoints: Option<List<Text<0, ANY>, 0, 5>>,
    /// What to look back at, at most five questions.
    #[serde(default)]
    pub reflection: Option<List<Text<0, ANY>, 0, 5>>,
    /// What each of the two does before the session.
    #[serde(default)]
    pub prepare: PrepareFront,
    /// Links and files that go with it.
    #[serde(default)]
    pub materials: Vec<MaterialFront>,
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

/// `[prepare]` of a module.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PrepareFront {
    /// What the mentor prepares.
    #[serde(default)]
    pub mentor: Vec<Text<0, ANY>>,
    /// What the mentee prepares.
    #[serde(default)]
    pub mentee: Vec<Text<0, ANY>>,
}

/// `[[materials]]` of a module: a link or a file in `static/`.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(extend("anyOf" = [{ "required": ["url"] }, { "required": ["file"] }]))]
pub struct MaterialFront {
    /// What it is.
    pub title: Text<1, ANY>,
    /// A web address.
    pub url: Option<String>,
    /// A file in `static/`.
    pub file: Option<String>,
    /// What kind of thing it is, in a word of your own.
    pub kind: Option<Text<0, ANY>>,
}

/// The texts of a module in another language: `content/topics/<topic>/<module>.<lang>.md`.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ModuleTranslation {
    /// The name of the module, at most 80 characters.
    pub title: Option<Text<1, 80>>,
    /// What it is about, at most 200 characters.
    pub summary: Option<Text<0, 200>>,
    /// What the mentee can do afterwards, in one to five sentences.
    pub objectives: Option<List<Text<1, ANY>, 1, 5>>,
    /// What is asked before the session.
    pub questions: Option<Vec<Text<0, ANY>>>,
    /// What should be remembered, at most five sentences.
    pub keypoints: Option<List<Text<0, ANY>, 0, 5>>,
    /// What to look back at, at most five questions.
    pub reflection: Option<List<Text<0, ANY>, 0, 5>>,
    /// What each of the two does before the session.
    #[serde(default)]
    pub prepare: PrepareTranslation,
    /// The titles of the materials, in the order of the original.
    pub materials: Option<Vec<MaterialTranslation>>,
    /// Additions of your own.
    #[serde(default)]
    pub extra: Extra,
}

/// `[prepare]` of a module in another language.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PrepareTranslation {
    /// What the mentor prepares.
    pub mentor: Option<Vec<Text<0, ANY>>>,
    /// What the mentee prepares.
    pub mentee: Option<Vec<Text<0, ANY>>>,
}

/// `[[materials]]` of a module in another language.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MaterialTranslation {
    /// What it is.
    pub title: Text<1, ANY>,
}
