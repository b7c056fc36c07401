//! `project.topics`: the cohort keeps to `max_topics` topics. A pair has one by construction.

use crate::handbook::checks::finding::{Finding, count};
use crate::handbook::checks::result::Detail;
use crate::handbook::checks::subject::Subject;

pub fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let found = count(subject.cohort.topics.len());
    let allowed = subject.thresholds.number("max_topics");
    match found {
        0 => vec![Finding::missing(Detail::NoTopic)],
        _ if found > allowed => vec![Finding::attention(Detail::TooMany { found, allowed })],
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use crate::handbook::checks::fixture::check;

    #[test]
    fn the_cohort_keeps_to_its_topic() {
        let other = "- id = \"p3\"\n+ id = \"p3\"\n+ topic = \"films\"\n";
        let own = "@ content/cohorts/c.toml\n+ [factors]\n+ max_topics = 2\n";
        check(
            "project.topics",
            &[
                ("", "pass"),
                (&other.replace("films", "ads"), "pass"),
                (other, "attention: TooMany { found: 2, allowed: 1 }"),
                (&format!("{other}- id = \"p3\"\n+ id = \"p3\"\n+ status = \"ended\""), "pass"),
                (&format!("{own}{other}"), "pass"),
            ],
        );
    }
}
