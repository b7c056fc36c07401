//! The success-factor checks: which there are and what they can be told (checks.md).

/// The factors that every handbook has, in their order.
pub const BUILT_IN_FACTORS: [&str; 4] = ["difference", "structure", "voluntary", "project"];

/// All checks, in the order of checks.md; the part before the point is the factor.
pub const CHECKS: [&str; 23] = [
    "difference.department",
    "difference.age",
    "difference.level",
    "difference.line",
    "structure.criteria",
    "structure.process",
    "structure.goals",
    "structure.coverage",
    "structure.session-goals",
    "structure.agenda",
    "structure.plan",
    "structure.rhythm",
    "structure.rules",
    "voluntary.mode",
    "voluntary.choice",
    "voluntary.reason",
    "voluntary.commitment",
    "voluntary.attendance",
    "project.dates",
    "project.duration",
    "project.sessions",
    "project.topics",
    "project.outcome",
];

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

/// All thresholds, in the order of checks.md.
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

/// Every parameter: its factor, its name and the kind of its value.
pub fn parameters() -> impl Iterator<Item = (&'static str, &'static str, ParameterKind)> {
    THRESHOLDS.iter().map(|threshold| {
        let factor = threshold.check.split('.').next().unwrap_or(threshold.check);
        let kind = if threshold.default.is_some() { ParameterKind::Number } else { ParameterKind::Words };
        (factor, threshold.name, kind)
    })
}
