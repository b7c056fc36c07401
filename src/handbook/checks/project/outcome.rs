//! `project.outcome`: it is said what should be on the table at the end: a decision for every topic that is used, a
//! goal of the programme, and a measure at the end.

use std::sync::Arc;

use crate::document::programme::When;
use crate::handbook::checks::finding::{Finding, weigh};
use crate::handbook::checks::result::{Detail, Statement};
use crate::handbook::checks::subject::Subject;

pub fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let programme = subject.programme;
    let has_end = programme.measures.iter().any(|measure| measure.when == When::End);
    let topics = subject
        .topics()
        .map(|topic| (Detail::TopicWithoutOutcome { topic: Arc::clone(&topic.id) }, topic.outcome.is_some()));
    let others = [
        (Detail::NotStated(Statement::Goal), programme.goal.is_some()),
        (Detail::NotStated(Statement::EndMeasure), has_end),
    ];
    let asked: Vec<(Detail, bool)> = topics.chain(others).collect();
    let some_stated = asked.iter().any(|(_, stated)| *stated);
    weigh(some_stated, asked.into_iter().filter(|(_, stated)| !stated).map(|(detail, _)| detail))
}

#[cfg(test)]
mod tests {
    use crate::handbook::checks::fixture::check;

    #[test]
    fn it_is_clear_what_should_be_on_the_table() {
        let (ads, films) = ("- outcome = \"Whether we place some.\"\n", "- outcome = \"Whether we make some.\"\n");
        let (goal, end) = ("@ content/programmes/swap.toml\n- goal …\n", "- when = \"end\"\n+ when = \"mid\"\n");
        let other = "- id = \"p3\"\n+ id = \"p3\"\n+ topic = \"films\"\n";
        let no = |topic: &str| format!("TopicWithoutOutcome {{ topic: {topic} }}");
        check(
            "project.outcome",
            &[
                ("", "pass"),
                (films, "pass"),
                (ads, &format!("attention: {}", no("ads"))),
                (&format!("{other}{films}"), &format!("attention: {}", no("films"))),
                (goal, "attention: NotStated(Goal)"),
                (end, "attention: NotStated(EndMeasure)"),
                (&format!("{goal}{end}"), "attention: NotStated(Goal), NotStated(EndMeasure)"),
                (
                    &format!("{ads}{goal}{end}"),
                    &format!("missing: {}, NotStated(Goal), NotStated(EndMeasure)", no("ads")),
                ),
                (
                    &format!("{other}{films}{goal}{end}"),
                    &format!("attention: {}, NotStated(Goal), NotStated(EndMeasure)", no("films")),
                ),
            ],
        );
    }
}
