//! `project.dates`: start and end are fixed.
//!
//! In principle it has all three results. But a cohort without a start, or whose dates cannot be computed, is an
//! error and no cohort of a handbook: so it is never missing, and the end is open only if no session takes place. Other
//! checks are then missing; here a start is given, which is what "missing" would deny (checks.md).

use crate::handbook::checks::finding::Finding;
use crate::handbook::checks::result::Detail;
use crate::handbook::checks::subject::Subject;

pub fn check(subject: &Subject<'_>) -> Vec<Finding> {
    match subject.sessions().next_back() {
        Some(_) => Vec::new(),
        None => vec![Finding::attention(Detail::NoSessions)],
    }
}

#[cfg(test)]
mod tests {
    use crate::handbook::checks::fixture::check;

    #[test]
    fn a_cohort_without_sessions_has_an_open_end() {
        let optional = "@ content/topics/ads/map.md\n- title …\n+ title = \"A map\"\n+ optional = true\n\
                        @ content/topics/ads/trial.md\n- title …\n+ title = \"A trial\"\n+ optional = true\n";
        let cancel =
            |number: u32| format!("@ content/cohorts/c.toml\n+ [[session]]\n+ number = {number}\n+ cancelled = true\n");
        let four: String = (1..=4).map(cancel).collect();
        check(
            "project.dates",
            &[
                ("", "pass"),
                (&format!("{optional}{four}"), "pass"),
                (&format!("{optional}{four}{}", cancel(5)), "attention: NoSessions"),
            ],
        );
    }
}
