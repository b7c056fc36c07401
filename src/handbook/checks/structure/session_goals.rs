//! `structure.session-goals`: every session has a goal of its own, for the pairs of each topic: one that the cohort
//! gives it, an objective of its modules, or a goal of its template.

use std::sync::Arc;

use crate::handbook::checks::finding::Finding;
use crate::handbook::checks::result::Detail;
use crate::handbook::checks::subject::Subject;
use crate::handbook::session::{Session, SessionTopic};

pub fn check(subject: &Subject<'_>) -> Vec<Finding> {
    if subject.sessions().next().is_none() {
        return vec![Finding::missing(Detail::NoSessions)];
    }
    subject.sessions().flat_map(|session| without_goal(subject, session)).collect()
}

fn without_goal(subject: &Subject<'_>, session: &Session) -> Vec<Finding> {
    let topics = session.topics.iter().filter(|part| !has_goal(subject, part));
    let finding = topics.map(|part| {
        let topic = Arc::clone(&subject.handbook.topics[part.topic].id);
        Finding::attention(Detail::SessionWithoutGoal { session: session.number, topic })
    });
    finding.collect()
}

/// In the language of the site: a translation may be unfinished.
fn has_goal(subject: &Subject<'_>, part: &SessionTopic) -> bool {
    !part.goals.get(subject.handbook.config.languages.default()).is_empty()
}

#[cfg(test)]
mod tests {
    use crate::handbook::checks::fixture::check;

    #[test]
    fn every_session_has_a_goal() {
        let no_goal = "- goals = [\"Review the goals\"]\n";
        let session =
            |number: u32, keys: &str| format!("@ content/cohorts/c.toml\n+ [[session]]\n+ number = {number}\n{keys}");
        let own = session(3, "+ goals = [\"Look back\"]\n");
        let all_cancelled: String = (1..=5).map(|number| session(number, "+ cancelled = true\n")).collect();
        let optional = "@ content/topics/ads/map.md\n- title …\n+ title = \"A map\"\n+ optional = true\n\
                        @ content/topics/ads/trial.md\n- title …\n+ title = \"A trial\"\n+ optional = true\n";
        check(
            "structure.session-goals",
            &[
                ("", "pass"),
                (no_goal, "attention: SessionWithoutGoal { session: 3, topic: ads }"),
                (&format!("{no_goal}{own}"), "pass"),
                (&format!("{no_goal}{}", session(3, "+ cancelled = true\n")), "pass"),
                (&format!("{optional}{all_cancelled}"), "missing: NoSessions"),
                // The other topic has work for the first working session only.
                (
                    "- id = \"p3\"\n+ id = \"p3\"\n+ topic = \"films\"",
                    "attention: SessionWithoutGoal { session: 4, topic: films }",
                ),
            ],
        );
    }
}
