//! `structure.rules`: it is settled what stays in the room and how a pair can be dissolved.

use crate::handbook::checks::finding::{Finding, statements};
use crate::handbook::checks::result::Statement;
use crate::handbook::checks::subject::Subject;

pub fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let programme = subject.programme;
    statements([
        (Statement::Confidentiality, programme.confidentiality.is_some()),
        (Statement::ExitRule, programme.exit_rule.is_some()),
    ])
}

#[cfg(test)]
mod tests {
    use crate::handbook::checks::fixture::check;

    #[test]
    fn confidentiality_and_the_way_out_are_settled() {
        check(
            "structure.rules",
            &[
                ("", "pass"),
                ("- confidentiality …", "attention: NotStated(Confidentiality)"),
                ("- exit_rule …", "attention: NotStated(ExitRule)"),
                ("- confidentiality …\n- exit_rule …", "missing: NotStated(Confidentiality), NotStated(ExitRule)"),
            ],
        );
    }
}
