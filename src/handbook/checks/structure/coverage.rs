//! `structure.coverage`: every goal of the topics that are used is served by a required module that is placed in a
//! session. Missing only if none of them has goals.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::handbook::Id;
use crate::handbook::checks::finding::Finding;
use crate::handbook::checks::result::Detail;
use crate::handbook::checks::subject::Subject;
use crate::handbook::topic::Topic;

pub fn check(subject: &Subject<'_>) -> Vec<Finding> {
    if subject.topics().all(|topic| topic.goals.is_empty()) {
        return vec![Finding::missing(Detail::NoGoals)];
    }
    subject.cohort.topics.iter().flat_map(|&topic| not_served(subject, topic)).collect()
}

fn not_served(subject: &Subject<'_>, id: Id<Topic>) -> Vec<Finding> {
    let topic = &subject.handbook.topics[id];
    let served = served(subject, id);
    let goals = topic.goals.iter().enumerate().filter(|(position, _)| !served.contains(position));
    let finding = goals.map(|(_, goal)| {
        Finding::attention(Detail::GoalNotServed { topic: Arc::clone(&topic.id), goal: Arc::clone(&goal.id) })
    });
    finding.collect()
}

/// The positions of the goals that required modules in sessions serve.
fn served(subject: &Subject<'_>, topic: Id<Topic>) -> BTreeSet<usize> {
    let sessions = subject.sessions().flat_map(|session| &session.topics).filter(|part| part.topic == topic);
    let modules = sessions.flat_map(|part| &part.modules).map(|&module| &subject.handbook.modules[module]);
    modules.filter(|module| !module.optional).flat_map(|module| module.goals.iter().copied()).collect()
}

#[cfg(test)]
mod tests {
    use crate::handbook::checks::fixture::check;

    #[test]
    fn every_goal_is_worked_on_in_a_session() {
        let decide = "GoalNotServed { topic: ads, goal: decide }";
        let no_goals = "- goals = [\"know\"]\n- goals = [\"decide\"]\n- { id = \"know\"…\n- { id = \"decide\"…\n";
        let other = "- id = \"p3\"\n+ id = \"p3\"\n+ topic = \"films\"\n";
        check(
            "structure.coverage",
            &[
                ("", "pass"),
                ("- goals = [\"decide\"]", &format!("attention: {decide}")),
                ("- title = \"A trial\"\n+ title = \"A trial\"\n+ optional = true", &format!("attention: {decide}")),
                (
                    "- title = \"A trial\"\n+ title = \"A trial\"\n+ optional = true\n\
                     @ content/cohorts/c.toml\n- topic …\n+ topic = \"ads\"\n+ optional_modules = \"if-room\"",
                    &format!("attention: {decide}"),
                ),
                (no_goals, "missing: NoGoals"),
                (&format!("{no_goals}{other}"), "pass"),
                (
                    &format!("{other}- goals = [\"see\", \"order\"]\n+ goals = [\"see\"]"),
                    "attention: GoalNotServed { topic: films, goal: order }",
                ),
            ],
        );
    }
}
