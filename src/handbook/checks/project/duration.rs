//! `project.duration`: the last session is at most `max_months` calendar months after the first (model.md §3).

use jiff::{Span, ToSpan};

use crate::handbook::checks::finding::Finding;
use crate::handbook::checks::result::Detail;
use crate::handbook::checks::subject::Subject;

/// More months than any two dates are apart; more than this a [`Span`] does not take.
const MOST_MONTHS: i64 = 200_000;

pub fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let (Some(first), Some(last)) = (subject.sessions().next(), subject.sessions().next_back()) else {
        return vec![Finding::missing(Detail::NoSessions)];
    };
    let latest = first.date.saturating_add(months(subject.thresholds.number("max_months")));
    let detail = Detail::EndsLate { last: last.date, latest };
    if last.date <= latest { Vec::new() } else { vec![Finding::attention(detail)] }
}

fn months(number: i64) -> Span {
    number.clamp(-MOST_MONTHS, MOST_MONTHS).months()
}

#[cfg(test)]
mod tests {
    use crate::handbook::checks::fixture::check;

    #[test]
    fn a_cohort_ends_after_half_a_year() {
        let session = |number: u32, keys: &str| {
            format!("@ content/cohorts/c.toml\n+ [[session]]\n+ number = {number}\n+ {keys}\n")
        };
        let own = |months: i64| format!("@ content/cohorts/c.toml\n+ [factors]\n+ max_months = {months}\n");
        let late = "attention: EndsLate { last: 2027-03-04, latest: 2027-03-03 }";
        // The last day of August, and February has no such day.
        let end_of_month = "- start …\n+ start = 2026-08-31\n";
        check(
            "project.duration",
            &[
                ("", "pass"),
                (&session(5, "date = 2027-03-03"), "pass"),
                (&session(5, "date = 2027-03-04"), late),
                (&format!("{}{}", session(5, "date = 2027-03-04"), session(1, "date = 2026-09-04")), "pass"),
                (&format!("{}{}", session(5, "date = 2027-03-04"), session(1, "cancelled = true")), "pass"),
                (&format!("{end_of_month}{}", session(5, "date = 2027-02-28")), "pass"),
                (
                    &format!("{end_of_month}{}", session(5, "date = 2027-03-01")),
                    "attention: EndsLate { last: 2027-03-01, latest: 2027-02-28 }",
                ),
                (&own(1), "attention: EndsLate { last: 2026-10-29, latest: 2026-10-03 }"),
                (&own(i64::MAX), "pass"),
            ],
        );
    }
}
