//! `content/factors/<id>.md` and `<id>.messages.toml` (model.md §7, checks.md).

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use super::values::{ANY, Count, Extra, LText, Parameter, Text, Whole};
use crate::diagnostics::{Code, Diagnostic, Edit, Place, nearest};

/// Every parameter with the factor that knows it, in the order of checks.md.
pub const PARAMETERS: [(&str, &str); 12] = [
    ("difference", "min_age_gap"),
    ("difference", "min_level_gap"),
    ("structure", "min_mentor_criteria"),
    ("structure", "min_topic_goals"),
    ("structure", "required_kinds"),
    ("structure", "midpoint_from"),
    ("structure", "max_gap_days"),
    ("voluntary", "min_attendance_percent"),
    ("project", "max_months"),
    ("project", "min_sessions"),
    ("project", "max_sessions"),
    ("project", "max_topics"),
];

/// The message for a name that is no parameter: of this factor, or of none.
#[must_use]
pub fn unknown_parameter(name: &str, factor: Option<&str>, place: Place) -> Diagnostic {
    let is_its_own = |of: &str| factor.is_none_or(|factor| factor == of);
    let known: Vec<&str> = PARAMETERS.iter().filter(|(of, _)| is_its_own(of)).map(|(_, name)| *name).collect();
    let list = if known.is_empty() { "none".to_owned() } else { known.join(", ") };
    let message = format!("unknown parameter \"{name}\"; this factor knows {list}");
    let diagnostic = Diagnostic::new(Code::UnknownParameter, message, place.clone());
    diagnostic.did_you_mean(nearest(name, known), |near| Edit { place, replacement: near.to_owned() })
}

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
