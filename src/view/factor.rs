use schemars::JsonSchema;
use serde::Serialize;

use super::{Html, Link};

/// `factors`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct FactorsView {
    /// The factors by number.
    pub factors: Vec<FactorCard>,
}

/// A success factor in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct FactorCard {
    /// Its place among the factors.
    pub number: i64,
    /// Its name.
    pub title: String,
    /// Why it matters.
    pub rationale: String,
    /// Its page.
    pub href: String,
}

/// `factor`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct FactorView {
    /// What a list shows of it.
    pub card: FactorCard,
    /// The guidance.
    pub html: Html,
    /// What is checked.
    pub checks: Vec<FactorCheck>,
    /// How the cohorts stand.
    pub cohorts: Vec<FactorResult>,
    /// The factor before; empty href if it is the first.
    pub previous: Link,
    /// The factor after; empty href if it is the last.
    pub next: Link,
}

/// What a factor checks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct FactorCheck {
    /// `difference.age`.
    pub id: String,
    /// What it looks at.
    pub title: String,
    /// The threshold with its unit; may be empty.
    pub threshold: String,
    /// Why this threshold; empty if there is none, or if it is not the built-in one.
    pub reason: String,
    /// Whether it is switched off.
    pub off: bool,
}

/// How a cohort stands with a factor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct FactorResult {
    /// The factor, or on the factor's own page the cohort.
    pub link: Link,
    /// "pass", "attention" or "missing"; "hidden" if it is not published.
    pub result: String,
    /// What is to be said about it.
    pub summary: String,
    /// Its checks; none about pairs, of which only the sum is shown.
    pub checks: Vec<CheckResult>,
}

/// The result of a check.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CheckResult {
    /// `difference.age`.
    pub id: String,
    /// What it looks at.
    pub title: String,
    /// "pass", "attention", "missing", "off", "accepted".
    pub result: String,
    /// What is to be said about it.
    pub text: String,
    /// The threshold that holds for the cohort, with its unit; may be empty.
    pub threshold: String,
    /// Whether everybody may know it.
    pub published: bool,
}
