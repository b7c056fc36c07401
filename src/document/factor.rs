//! `content/factors/<id>.md` and `<id>.messages.toml` (model.md §7, checks.md).

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use super::values::{ANY, Count, Extra, LText, Parameter, Text, Whole};

/// A success factor: guidance and the thresholds of its checks.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FactorFront {
    /// The name of the factor.
    pub title: Text<1, ANY>,
    /// Its place among the factors.
    pub number: Whole<Count, 1, 9>,
    /// Why it matters, in a sentence.
    pub rationale: Text<1, ANY>,
    /// Thresholds of its checks, over the built-in ones.
    #[serde(default)]
    pub params: BTreeMap<String, Parameter>,
    /// Checks to be switched off: `"difference.age" = false`.
    #[serde(default)]
    pub checks: BTreeMap<String, bool>,
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

/// The texts of a factor in another language.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FactorTranslation {
    /// The name of the factor.
    pub title: Option<Text<1, ANY>>,
    /// Why it matters, in a sentence.
    pub rationale: Option<Text<1, ANY>>,
    /// Additions of your own.
    #[serde(default)]
    pub extra: Extra,
}

/// The wording of a factor's results: check without the factor's name, or `summary` → words.
pub type FactorMessages = BTreeMap<String, ResultWords>;

/// What is said for each result of a check.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ResultWords {
    /// When it holds.
    pub pass: Option<LText<1, ANY>>,
    /// When somebody should look at it.
    pub attention: Option<LText<1, ANY>>,
    /// When data are missing.
    pub missing: Option<LText<1, ANY>>,
}
