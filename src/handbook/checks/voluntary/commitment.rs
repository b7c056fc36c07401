//! `voluntary.commitment`: management says a word, and sessions are working time.

use crate::handbook::checks::finding::{Finding, weigh};
use crate::handbook::checks::result::{Detail, Statement};
use crate::handbook::checks::subject::Subject;

/// `work_time = false` is a statement, if not the one that is wanted.
pub fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let has_word = subject.programme.sponsor_statement.is_some();
    let work_time = subject.programme.toml.commitment.work_time;
    let no_word = (!has_word).then_some(Detail::NotStated(Statement::SponsorStatement));
    let no_time = match work_time {
        Some(true) => None,
        Some(false) => Some(Detail::NotWorkTime),
        None => Some(Detail::NotStated(Statement::WorkTime)),
    };
    weigh(has_word || work_time.is_some(), no_word.into_iter().chain(no_time))
}

#[cfg(test)]
mod tests {
    use crate::handbook::checks::fixture::check;

    #[test]
    fn management_stands_behind_it_and_gives_the_time() {
        let no_time = "- work_time …\n+ work_time = false\n";
        check(
            "voluntary.commitment",
            &[
                ("", "pass"),
                ("- statement …", "attention: NotStated(SponsorStatement)"),
                ("- work_time …", "attention: NotStated(WorkTime)"),
                (no_time, "attention: NotWorkTime"),
                (&format!("{no_time}- statement …"), "attention: NotStated(SponsorStatement), NotWorkTime"),
                ("- statement …\n- work_time …", "missing: NotStated(SponsorStatement), NotStated(WorkTime)"),
            ],
        );
    }
}
