//! `structure.criteria`: it is written down what a good mentor brings along, in `min_mentor_criteria` points or more.

use crate::handbook::checks::finding::{Finding, count};
use crate::handbook::checks::result::{Detail, Statement};
use crate::handbook::checks::subject::Subject;

pub fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let found = count(subject.programme.toml.selection.mentor_criteria.len());
    let wanted = subject.thresholds.number("min_mentor_criteria");
    match found {
        _ if found >= wanted => Vec::new(),
        0 => vec![Finding::missing(Detail::NotStated(Statement::MentorCriteria))],
        _ => vec![Finding::attention(Detail::TooFew { found, wanted })],
    }
}

#[cfg(test)]
mod tests {
    use crate::handbook::checks::fixture::check;

    #[test]
    fn three_criteria_are_enough() {
        let two = "- mentor_criteria …\n+ mentor_criteria = [\"uses it\", \"explains it\"]";
        let none = "- mentor_criteria …";
        let own =
            |number: u32| format!("@ content/programmes/swap.toml\n+ [factors]\n+ min_mentor_criteria = {number}\n");
        check(
            "structure.criteria",
            &[
                ("", "pass"),
                (two, "attention: TooFew { found: 2, wanted: 3 }"),
                (none, "missing: NotStated(MentorCriteria)"),
                (&own(4), "attention: TooFew { found: 3, wanted: 4 }"),
                (&format!("{}{two}", own(2)), "pass"),
                (&format!("{}{none}", own(0)), "pass"),
            ],
        );
    }
}
