//! `voluntary.mode`: it is stated for mentors and for mentees how they come to take part.

use super::roles;
use crate::handbook::checks::finding::{Finding, statements};
use crate::handbook::checks::subject::Subject;

pub fn check(subject: &Subject<'_>) -> Vec<Finding> {
    statements(roles(subject).map(|role| (role.statement, role.participation.is_some())))
}

#[cfg(test)]
mod tests {
    use crate::handbook::checks::fixture::check;

    #[test]
    fn it_is_stated_how_people_come_to_take_part() {
        check(
            "voluntary.mode",
            &[
                ("", "pass"),
                ("- mentees = \"nominated\"\n+ mentees = \"mandatory\"", "pass"),
                ("- mentors …", "attention: NotStated(MentorParticipation)"),
                ("- mentees …", "attention: NotStated(MenteeParticipation)"),
                ("- mentors …\n- mentees …", "missing: NotStated(MentorParticipation), NotStated(MenteeParticipation)"),
            ],
        );
    }
}
