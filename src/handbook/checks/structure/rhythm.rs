//! `structure.rhythm`: no two neighbouring sessions are more than `max_gap_days` days apart.

use crate::handbook::checks::finding::Finding;
use crate::handbook::checks::result::Detail;
use crate::handbook::checks::subject::Subject;
use crate::handbook::session::Session;

pub fn check(subject: &Subject<'_>) -> Vec<Finding> {
    if subject.sessions().next().is_none() {
        return vec![Finding::missing(Detail::NoSessions)];
    }
    let allowed = subject.thresholds.number("max_gap_days");
    let neighbours = subject.sessions().zip(subject.sessions().skip(1));
    neighbours.filter_map(|(earlier, later)| long_break(earlier, later, allowed)).collect()
}

fn long_break(earlier: &Session, later: &Session, allowed: i64) -> Option<Finding> {
    let days = i64::from((later.date - earlier.date).get_days());
    let detail = Detail::LongBreak { after: earlier.number, before: later.number, days, allowed };
    (days > allowed).then(|| Finding::attention(detail))
}

#[cfg(test)]
mod tests {
    use crate::handbook::checks::fixture::check;

    #[test]
    fn sessions_follow_each_other_closely() {
        let rhythm = |rhythm: &str| format!("- rhythm …\n+ rhythm = \"{rhythm}\"\n");
        let session = |number: u32, keys: &str| {
            format!("@ content/cohorts/c.toml\n+ [[session]]\n+ number = {number}\n+ {keys}\n")
        };
        let own = "@ content/cohorts/c.toml\n+ [factors]\n+ max_gap_days = 13\n";
        check(
            "structure.rhythm",
            &[
                ("", "pass"),
                (&rhythm("monthly"), "pass"),
                (&rhythm("every 5 weeks"), "pass"),
                (
                    &format!("{}{}", rhythm("every 5 weeks"), session(3, "date = 2026-11-13")),
                    "attention: LongBreak { after: 2, before: 3, days: 36, allowed: 35 }",
                ),
                (
                    &format!("{}{}", rhythm("every 3 weeks"), session(3, "cancelled = true")),
                    "attention: LongBreak { after: 2, before: 4, days: 42, allowed: 35 }",
                ),
                (
                    own,
                    "attention: LongBreak { after: 1, before: 2, days: 14, allowed: 13 }, \
                  LongBreak { after: 2, before: 3, days: 14, allowed: 13 }, \
                  LongBreak { after: 3, before: 4, days: 14, allowed: 13 }, \
                  LongBreak { after: 4, before: 5, days: 14, allowed: 13 }",
                ),
            ],
        );
    }
}
