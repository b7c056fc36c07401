//! The success-factor checks: whether a cohort is set up the way reverse mentoring works (checks.md).
//!
//! A [`Handbook`](super::Handbook) and a cohort go in, and the results of the four built-in factors come out
//! ([`evaluate`]). A check is a function from the cohort to what speaks against a pass; switching off, waivers and
//! the sum of a factor are the same for all of them. Checks never stop a build.
//!
//! Nothing here holds a word for readers, and nothing that leaves this room says what is known of a person: a
//! [`Detail`] names a pair and the kind of data that is missing, or a distance between two people, never a value of the
//! people file.

mod catalogue;
mod difference;
mod evaluate;
#[cfg(test)]
mod example;
mod finding;
#[cfg(test)]
mod fixture;
mod project;
mod result;
mod structure;
mod subject;
mod thresholds;
mod voluntary;

pub use catalogue::{BUILT_IN_FACTORS, CHECKS, ParameterKind, THRESHOLDS, Threshold, is_about_pairs, parameters};
pub use difference::exchange::{Swap, exchange};
pub use evaluate::evaluate;
pub use result::{Attribute, CheckResult, Detail, FactorResult, Outcome, Side, Statement};
pub use thresholds::{SetBy, Thresholds, Value};
