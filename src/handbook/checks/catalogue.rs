//! Which checks there are, in the order of checks.md, and what they can be told.

use super::difference::{self, Judge};
use super::finding::Finding;
use super::subject::Subject;
use super::{project, structure, voluntary};

/// The factors that every handbook has, in their order.
pub const BUILT_IN_FACTORS: [&str; 4] = ["difference", "structure", "voluntary", "project"];

/// All checks, in the order of checks.md; the part before the point is the factor.
pub const CHECKS: [&str; 23] = {
    let mut ids = [""; TABLE.len()];
    let mut index = 0;
    while index < TABLE.len() {
        ids[index] = TABLE[index].id;
        index += 1;
    }
    ids
};

/// Whether a check compares the two of each pair, so that its result by itself is no reader's business (model.md §17.2).
#[must_use]
pub fn is_about_pairs(id: &str) -> bool {
    TABLE.iter().any(|check| check.id == id && matches!(check.look, Look::AtPairs(_)))
}

/// A check and how it is done.
pub(super) struct Check {
    /// Its name: the factor, a point, and a word.
    pub id: &'static str,
    /// How it is done.
    pub look: Look,
}

/// What a check looks at.
#[derive(Clone, Copy)]
pub(super) enum Look {
    /// Mentor and mentee of every active pair.
    AtPairs(Judge),
    /// The cohort, its programme and its topics.
    AtCohort(fn(&Subject<'_>) -> Vec<Finding>),
}

/// Every check with its function.
pub(super) const TABLE: [Check; 23] = [
    at_pairs("difference.department", difference::department::judge),
    at_pairs("difference.age", difference::age::judge),
    at_pairs("difference.level", difference::level::judge),
    at_pairs("difference.line", difference::line::judge),
    at_cohort("structure.criteria", structure::criteria::check),
    at_cohort("structure.process", structure::process::check),
    at_cohort("structure.goals", structure::goals::check),
    at_cohort("structure.coverage", structure::coverage::check),
    at_cohort("structure.session-goals", structure::session_goals::check),
    at_cohort("structure.agenda", structure::agenda::check),
    at_cohort("structure.plan", structure::plan::check),
    at_cohort("structure.rhythm", structure::rhythm::check),
    at_cohort("structure.rules", structure::rules::check),
    at_cohort("voluntary.mode", voluntary::mode::check),
    at_cohort("voluntary.choice", voluntary::choice::check),
    at_cohort("voluntary.reason", voluntary::reason::check),
    at_cohort("voluntary.commitment", voluntary::commitment::check),
    at_cohort("voluntary.attendance", voluntary::attendance::check),
    at_cohort("project.dates", project::dates::check),
    at_cohort("project.duration", project::duration::check),
    at_cohort("project.sessions", project::sessions::check),
    at_cohort("project.topics", project::topics::check),
    at_cohort("project.outcome", project::outcome::check),
];

const fn at_pairs(id: &'static str, judge: Judge) -> Check {
    Check { id, look: Look::AtPairs(judge) }
}

const fn at_cohort(id: &'static str, check: fn(&Subject<'_>) -> Vec<Finding>) -> Check {
    Check { id, look: Look::AtCohort(check) }
}

/// What kind of value a parameter has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ParameterKind {
    /// A whole number.
    Number,
    /// A list of words.
    Words,
}

/// A threshold with its built-in value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Threshold {
    /// The check that uses it.
    pub check: &'static str,
    /// Its name in `[params]` and `[factors]`.
    pub name: &'static str,
    /// The built-in value; `None` for a list of words.
    pub default: Option<i64>,
}

/// All thresholds, in the order of checks.md; checks.md §1 says why they are what they are.
pub const THRESHOLDS: [Threshold; 12] = [
    number("difference.age", "min_age_gap", 10),
    number("difference.level", "min_level_gap", 1),
    number("structure.criteria", "min_mentor_criteria", 3),
    number("structure.goals", "min_topic_goals", 2),
    Threshold { check: "structure.agenda", name: "required_kinds", default: None },
    number("structure.plan", "midpoint_from", 5),
    number("structure.rhythm", "max_gap_days", 35),
    number("voluntary.attendance", "min_attendance_percent", 75),
    number("project.duration", "max_months", 6),
    number("project.sessions", "min_sessions", 4),
    number("project.sessions", "max_sessions", 8),
    number("project.topics", "max_topics", 1),
];

const fn number(check: &'static str, name: &'static str, default: i64) -> Threshold {
    Threshold { check, name, default: Some(default) }
}

impl Threshold {
    /// The factor that it belongs to.
    #[must_use]
    pub fn factor(&self) -> &'static str {
        factor_of(self.check)
    }
}

/// The factor that a check belongs to: `difference` for `difference.age`.
pub(super) fn factor_of(check: &'static str) -> &'static str {
    check.split('.').next().unwrap_or(check)
}

/// Every parameter: its factor, its name and the kind of its value.
pub fn parameters() -> impl Iterator<Item = (&'static str, &'static str, ParameterKind)> {
    THRESHOLDS.iter().map(|threshold| {
        let kind = if threshold.default.is_some() { ParameterKind::Number } else { ParameterKind::Words };
        (threshold.factor(), threshold.name, kind)
    })
}

#[cfg(test)]
mod tests {
    use super::{BUILT_IN_FACTORS, CHECKS, THRESHOLDS, factor_of};
    use crate::document::factor::PARAMETERS;

    #[test]
    fn checks_stand_together_by_factor_and_thresholds_belong_to_checks() {
        let mut factors = CHECKS.map(factor_of).to_vec();
        factors.dedup();
        assert_eq!(factors, BUILT_IN_FACTORS);
        let names = THRESHOLDS.map(|threshold| (threshold.factor(), threshold.name));
        assert_eq!(names, PARAMETERS);
        for threshold in THRESHOLDS {
            assert!(CHECKS.contains(&threshold.check), "{}", threshold.name);
        }
    }
}
