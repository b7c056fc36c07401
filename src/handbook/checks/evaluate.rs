//! From the checks to the results of a cohort: what is off, what is accepted, what a factor adds up to.

use std::sync::Arc;

use super::catalogue::{BUILT_IN_FACTORS, Check, Look, TABLE, factor_of};
use super::difference;
use super::finding::{Finding, outcome};
use super::result::{CheckResult, Detail, FactorResult, Outcome};
use super::subject::Subject;
use crate::handbook::cohort::Cohort;
use crate::handbook::{Handbook, Id};

/// How a cohort stands with the four built-in factors, which and whose checks come in the order of checks.md.
#[must_use]
pub fn evaluate(handbook: &Handbook, cohort: Id<Cohort>) -> Vec<FactorResult> {
    let subject = Subject::new(handbook, cohort);
    BUILT_IN_FACTORS.iter().map(|factor| evaluate_factor(&subject, factor)).collect()
}

fn evaluate_factor(subject: &Subject<'_>, factor: &'static str) -> FactorResult {
    let own = TABLE.iter().filter(|check| factor_of(check.id) == factor);
    let checks: Vec<CheckResult> = own.map(|check| evaluate_check(subject, check)).collect();
    FactorResult { factor, outcome: Outcome::sum(checks.iter().map(|check| check.outcome)), checks }
}

fn evaluate_check(subject: &Subject<'_>, check: &Check) -> CheckResult {
    let published = is_published(subject, check.look);
    if subject.is_off(check.id) {
        return CheckResult { check: check.id, outcome: Outcome::Off, published, details: Vec::new() };
    }
    let findings = match check.look {
        Look::AtPairs(judge) => difference::findings(subject, judge),
        Look::AtCohort(check) => check(subject),
    };
    let outcome = accepted(subject, check.id, &findings);
    let waivers = waivers(subject, check.id, &findings);
    let details = findings.into_iter().map(|finding| finding.detail).chain(waivers).collect();
    CheckResult { check: check.id, outcome, published, details }
}

/// In a small group readers could infer who is meant (model.md §17.2).
fn is_published(subject: &Subject<'_>, look: Look) -> bool {
    match look {
        Look::AtPairs(_) => subject.cohort.active_pairs().count() >= subject.handbook.config.min_group as usize,
        Look::AtCohort(_) => true,
    }
}

/// The result under the waivers of the cohort: they turn attention or missing into accepted, never into a pass.
///
/// A pair with a waiver of its own is left aside if it does not pass; the others must then pass.
fn accepted(subject: &Subject<'_>, check: &'static str, findings: &[Finding]) -> Outcome {
    let before = outcome(findings);
    if before == Outcome::Pass {
        return before;
    }
    let waivers = subject.waivers(check);
    if waivers.clone().any(|waiver| waiver.pair.is_none()) {
        return Outcome::Accepted;
    }
    let is_aside = |finding: &&Finding| {
        finding.pair().is_some_and(|pair| waivers.clone().any(|waiver| waiver.pair.as_deref() == Some(pair)))
    };
    match outcome(findings.iter().filter(|finding| !is_aside(finding))) {
        Outcome::Pass => Outcome::Accepted,
        rest => rest,
    }
}

/// The waivers that had an effect.
fn waivers(subject: &Subject<'_>, check: &'static str, findings: &[Finding]) -> Vec<Detail> {
    let is_found = |pair: &str| findings.iter().any(|finding| finding.pair().is_some_and(|found| **found == *pair));
    let has_effect = |pair: Option<&str>| pair.map_or(!findings.is_empty(), is_found);
    let waivers = subject.waivers(check).filter(|waiver| has_effect(waiver.pair.as_deref()));
    let detail = waivers.map(|waiver| Detail::Waived {
        pair: waiver.pair.as_deref().map(Arc::from),
        reason: Arc::from(&*waiver.reason),
    });
    detail.collect()
}

#[cfg(test)]
mod tests {
    use super::evaluate;
    use crate::handbook::checks::Outcome;
    use crate::handbook::checks::fixture::{check, cohort, handbook};

    /// p1 stands out.
    const ONE: &str = "- mentor = \"lea\"\n+ mentor = \"urs\"\n- mentee = \"urs\"\n+ mentee = \"lea\"";
    /// p1 stands out, and of p2 something is missing.
    const TWO: &str = "- mentor = \"lea\"\n+ mentor = \"urs\"\n- mentee = \"urs\"\n+ mentee = \"lea\"\n\
                       - dario …\n\
                       + dario = { name = \"Dario\", birth_year = 2003, department = \"lab\", superiors = [] }";

    fn waive(pair: &str) -> String {
        let pair = if pair.is_empty() { String::new() } else { format!("+ pair = \"{pair}\"\n") };
        format!("@ content/cohorts/c.toml\n+ [[waive]]\n+ check = \"difference.level\"\n{pair}+ reason = \"why\"\n")
    }

    #[test]
    fn a_waiver_accepts_what_does_not_pass() {
        let (all, p1, p2) = (waive(""), waive("p1"), waive("p2"));
        let found = "TooClose { pair: p1, found: -1, wanted: 1 }, Unknown { pair: p2, of: Mentor, what: Level }";
        check(
            "difference.level",
            &[
                (&all, "pass"),
                (&p1, "pass"),
                (ONE, "attention: TooClose { pair: p1, found: -1, wanted: 1 }"),
                (
                    &format!("{all}{ONE}"),
                    "accepted: TooClose { pair: p1, found: -1, wanted: 1 }, Waived { pair: None, reason: why }",
                ),
                (
                    &format!("{p1}{ONE}"),
                    "accepted: TooClose { pair: p1, found: -1, wanted: 1 }, Waived { pair: Some(p1), reason: why }",
                ),
                (&format!("{p2}{ONE}"), "attention: TooClose { pair: p1, found: -1, wanted: 1 }"),
                (TWO, &format!("attention: {found}")),
                (&format!("{p1}{TWO}"), &format!("missing: {found}, Waived {{ pair: Some(p1), reason: why }}")),
                (&format!("{p2}{TWO}"), &format!("attention: {found}, Waived {{ pair: Some(p2), reason: why }}")),
                (
                    &format!("{p1}{p2}{TWO}"),
                    &format!(
                        "accepted: {found}, Waived {{ pair: Some(p1), reason: why }}, \
                         Waived {{ pair: Some(p2), reason: why }}"
                    ),
                ),
            ],
        );
    }

    #[test]
    fn off_comes_before_accepted() {
        let off = "@ content/factors/difference.md\n+ +++\n+ title = \"Differences\"\n+ number = 1\n\
                   + rationale = \"They help\"\n+ [checks]\n+ \"difference.level\" = false\n+ +++\n";
        let on = off.replace("false", "true");
        let all = waive("");
        check(
            "difference.level",
            &[
                (&format!("{off}{ONE}"), "off"),
                (&format!("{off}{all}{ONE}"), "off"),
                (&format!("{on}{ONE}"), "attention: TooClose { pair: p1, found: -1, wanted: 1 }"),
            ],
        );
    }

    #[test]
    fn a_waiver_without_pairs_accepts_that_there_are_none() {
        let none = "- id = \"p1\"\n- mentor = \"lea\"\n- mentee = \"urs\"\n- id = \"p2\"\n- mentor = \"dario\"\n\
                    - mentee = \"bea\"\n- id = \"p3\"\n- mentor = \"noemi\"\n- mentee = \"beat\"\n\
                    @ content/cohorts/c.toml\n- [[pair]]\n- [[pair]]\n- [[pair]]\n";
        check(
            "difference.level",
            &[
                (none, "missing: NoPairs"),
                (&format!("{none}{}", waive("")), "accepted: NoPairs, Waived { pair: None, reason: why }"),
            ],
        );
    }

    #[test]
    fn a_factor_adds_its_checks_up() {
        let first = |change: &str| {
            let handbook = handbook(change);
            evaluate(&handbook, cohort(&handbook))[0].outcome
        };
        // Age and level stand out where the two change places.
        assert_eq!(first(""), Outcome::Pass);
        assert_eq!(first(TWO), Outcome::Attention);
        assert_eq!(first("! private/people/c.toml"), Outcome::Missing);
        let age = waive("").replace("level", "age");
        assert_eq!(first(&format!("{age}{ONE}")), Outcome::Attention);
        assert_eq!(first(&format!("{age}{}{ONE}", waive(""))), Outcome::Missing);
        assert_eq!(first(&format!("{age}{}{}{ONE}", waive(""), waive("").replace("level", "line"))), Outcome::Pass);
    }

    #[test]
    fn pair_checks_are_published_for_groups_only() {
        let published = |change: &str| {
            let handbook = handbook(change);
            let factors = evaluate(&handbook, cohort(&handbook));
            let of = |factor: usize| factors[factor].checks.iter().map(|check| check.published).collect::<Vec<_>>();
            (of(0), [of(1), of(2), of(3)].concat())
        };
        let three_of_three = "- min_group = 2\n+ min_group = 3";
        let two_of_three = "- min_group = 2\n+ min_group = 3\n- id = \"p1\"\n+ id = \"p1\"\n+ status = \"ended\"";
        assert_eq!(published(""), (vec![true; 4], vec![true; 19]));
        assert_eq!(published(three_of_three), (vec![true; 4], vec![true; 19]));
        assert_eq!(published(two_of_three), (vec![false; 4], vec![true; 19]));
    }
}
