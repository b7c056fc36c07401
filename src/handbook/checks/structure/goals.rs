//! `structure.goals`: every topic that is used has `min_topic_goals` goals or more, each with a measure.

use std::sync::Arc;

use crate::handbook::checks::finding::{Finding, count};
use crate::handbook::checks::result::Detail;
use crate::handbook::checks::subject::Subject;
use crate::handbook::topic::Topic;

pub fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let wanted = subject.thresholds.number("min_topic_goals");
    subject.topics().flat_map(|topic| number(topic, wanted).into_iter().chain(measures(topic))).collect()
}

fn number(topic: &Topic, wanted: i64) -> Option<Finding> {
    let found = count(topic.goals.len());
    let detail = Detail::TopicGoals { topic: Arc::clone(&topic.id), found, wanted };
    match found {
        _ if found >= wanted => None,
        0 => Some(Finding::missing(detail)),
        _ => Some(Finding::attention(detail)),
    }
}

fn measures(topic: &Topic) -> impl Iterator<Item = Finding> {
    topic.goals.iter().filter(|goal| goal.measure.is_none()).map(|goal| {
        Finding::attention(Detail::GoalWithoutMeasure { topic: Arc::clone(&topic.id), goal: Arc::clone(&goal.id) })
    })
}

#[cfg(test)]
mod tests {
    use crate::handbook::checks::fixture::check;

    const NO_MEASURE: &str = "- { id = \"decide\"…\n+ { id = \"decide\", text = \"They decide about one.\" },\n";
    const ONE: &str = "- goals = [\"decide\"]\n- { id = \"decide\"…\n";
    const NONE: &str = "- goals = [\"know\"]\n- { id = \"know\"…\n";
    /// p3 works on its own topic, which has one goal.
    const OTHER: &str = "- id = \"p3\"\n+ id = \"p3\"\n+ topic = \"films\"\n\
                         - goals = [\"see\", \"order\"]\n+ goals = [\"see\"]\n- { id = \"order\"…\n";

    #[test]
    fn every_topic_has_two_goals_with_measures() {
        let one = "TopicGoals { topic: ads, found: 1, wanted: 2 }";
        let none = "TopicGoals { topic: ads, found: 0, wanted: 2 }";
        let other = "TopicGoals { topic: films, found: 1, wanted: 2 }";
        let own_number = "@ content/cohorts/c.toml\n+ [factors]\n+ min_topic_goals = 1\n";
        check(
            "structure.goals",
            &[
                ("", "pass"),
                (NO_MEASURE, "attention: GoalWithoutMeasure { topic: ads, goal: decide }"),
                (ONE, &format!("attention: {one}")),
                (&format!("{own_number}{ONE}"), "pass"),
                (&format!("{ONE}{NONE}"), &format!("missing: {none}")),
                (&format!("{OTHER}{ONE}{NONE}"), &format!("attention: {none}, {other}")),
            ],
        );
    }
}
