use std::sync::Arc;

use super::result::{Detail, Outcome, Statement};

/// Something that speaks against a pass. A check without findings passes.
pub(super) struct Finding {
    /// How much: [`Outcome::Attention`] or [`Outcome::Missing`].
    pub outcome: Outcome,
    /// What it is.
    pub detail: Detail,
}

impl Finding {
    /// Something is not as it should be.
    pub fn attention(detail: Detail) -> Self {
        Self { outcome: Outcome::Attention, detail }
    }

    /// Data are not given.
    pub fn missing(detail: Detail) -> Self {
        Self { outcome: Outcome::Missing, detail }
    }

    /// The pair it is about, if it is about one.
    pub fn pair(&self) -> Option<&Arc<str>> {
        match &self.detail {
            Detail::Pair { pair } | Detail::TooClose { pair, .. } | Detail::Unknown { pair, .. } => Some(pair),
            _ => None,
        }
    }
}

/// The result that several findings make: attention if one asks for it, else missing, else pass.
pub(super) fn outcome<'a>(findings: impl IntoIterator<Item = &'a Finding>) -> Outcome {
    Outcome::sum(findings.into_iter().map(|finding| finding.outcome))
}

/// What follows for a check that asks for several statements: all there → pass, some → attention, none → missing.
pub(super) fn statements<const N: usize>(asked: [(Statement, bool); N]) -> Vec<Finding> {
    let some_stated = asked.iter().any(|(_, stated)| *stated);
    let lacking = asked.into_iter().filter(|(_, stated)| !stated);
    weigh(some_stated, lacking.map(|(statement, _)| Detail::NotStated(statement)))
}

/// The same with what is lacking in other words.
pub(super) fn weigh(some_stated: bool, lacking: impl IntoIterator<Item = Detail>) -> Vec<Finding> {
    let finding = if some_stated { Finding::attention } else { Finding::missing };
    lacking.into_iter().map(finding).collect()
}

/// A number as details and thresholds have it.
pub(super) fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
