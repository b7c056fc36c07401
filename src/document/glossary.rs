//! `content/glossary.toml` (model.md §10).

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use super::values::{ANY, LText};

/// The terms of the glossary by their ids.
pub type GlossaryToml = BTreeMap<String, TermToml>;

/// One term.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TermToml {
    /// The word.
    pub term: LText<1, ANY>,
    /// What it means.
    pub definition: LText<1, ANY>,
    /// Other forms of the word: plural, feminine, abbreviation.
    #[serde(default)]
    pub aliases: Vec<LText<0, ANY>>,
    /// Related terms, by their ids.
    #[serde(default)]
    pub see: Vec<String>,
    /// The topics it belongs to.
    #[serde(default)]
    pub topics: Vec<String>,
}
