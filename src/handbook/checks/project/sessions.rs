//! `project.sessions`: there are `min_sessions` to `max_sessions` sessions.

use crate::handbook::checks::finding::{Finding, count};
use crate::handbook::checks::result::Detail;
use crate::handbook::checks::subject::Subject;

pub fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let found = count(subject.sessions().count());
    let wanted = subject.thresholds.number("min_sessions");
    let allowed = subject.thresholds.number("max_sessions");
    if found == 0 {
        vec![Finding::missing(Detail::NoSessions)]
    } else if found < wanted {
        vec![Finding::attention(Detail::TooFew { found, wanted })]
    } else if found > allowed {
        vec![Finding::attention(Detail::TooMany { found, allowed })]
    } else {
        Vec::new()
    }
}

#[cfg(test)]
mod tests {
    use crate::handbook::checks::fixture::check;

    #[test]
    fn there_are_four_to_eight_sessions() {
        let plan = |more: usize| {
            format!("- sessions …\n+ sessions = [{}\"working\", \"working\"]\n", "\"kickoff\", ".repeat(more))
        };
        let cancel =
            |number: u32| format!("@ content/cohorts/c.toml\n+ [[session]]\n+ number = {number}\n+ cancelled = true\n");
        let own = "@ content/cohorts/c.toml\n+ [factors]\n+ min_sessions = 3\n+ max_sessions = 3\n";
        check(
            "project.sessions",
            &[
                ("", "pass"),
                (&plan(2), "pass"),
                (&plan(1), "attention: TooFew { found: 3, wanted: 4 }"),
                (&plan(6), "pass"),
                (&plan(7), "attention: TooMany { found: 9, allowed: 8 }"),
                (&format!("{}{}", plan(7), cancel(1)), "pass"),
                (&format!("{}{own}", plan(1)), "pass"),
                (&format!("{}{own}", plan(2)), "attention: TooMany { found: 4, allowed: 3 }"),
            ],
        );
    }
}
