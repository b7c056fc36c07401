//! `structure.process`: it is described how people are chosen and how they are paired.

use crate::handbook::checks::finding::{Finding, statements};
use crate::handbook::checks::result::Statement;
use crate::handbook::checks::subject::Subject;

pub fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let programme = subject.programme;
    statements([(Statement::Process, programme.process.is_some()), (Statement::Matching, programme.matching.is_some())])
}

#[cfg(test)]
mod tests {
    use crate::handbook::checks::fixture::check;

    #[test]
    fn choosing_and_pairing_are_described() {
        check(
            "structure.process",
            &[
                ("", "pass"),
                ("- process …", "attention: NotStated(Process)"),
                ("- process …\n+ process = \" \"", "attention: NotStated(Process)"),
                ("- matching …", "attention: NotStated(Matching)"),
                ("- process …\n- matching …", "missing: NotStated(Process), NotStated(Matching)"),
            ],
        );
    }
}
