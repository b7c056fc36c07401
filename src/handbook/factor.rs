//! Success factors.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::words::{Texts, Words};
use crate::document::File;
use crate::document::factor::FactorFront;

/// A success factor: guidance and thresholds (model.md §7).
#[derive(Debug, Clone)]
pub struct Factor {
    /// The name of its file, or of a built-in factor without one.
    pub id: Arc<str>,
    /// Its file; a built-in factor may have none.
    pub file: Option<Arc<File>>,
    /// What is written there.
    pub front: Option<Arc<FactorFront>>,
    /// Its name; the built-in one if there is no file.
    pub title: Option<Words>,
    /// Its place among the factors.
    pub number: i64,
    /// Why it matters; the built-in reason if there is no file.
    pub rationale: Option<Words>,
    /// The wording of results: check without the factor's name, or `summary`, and result → words.
    pub messages: BTreeMap<(String, &'static str), Words>,
    /// The guidance.
    pub texts: Texts,
}
