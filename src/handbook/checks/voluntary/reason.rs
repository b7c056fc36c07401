//! `voluntary.reason`: those who are asked or obliged know why.

use super::{Role, roles};
use crate::document::programme::Participation;
use crate::handbook::checks::finding::Finding;
use crate::handbook::checks::result::{Detail, Statement};
use crate::handbook::checks::subject::Subject;

/// Two roles without a reason lack the same one, which is named once.
pub fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let roles = roles(subject);
    let is_asked =
        |role: &Role| role.participation.is_some_and(|participation| participation != Participation::Voluntary);
    let lacks_reason = subject.programme.reason.is_none() && roles.iter().any(is_asked);
    let reason = lacks_reason.then(|| Finding::attention(Detail::NotStated(Statement::Reason)));
    let unknown = roles.into_iter().filter(|role| role.participation.is_none());
    reason.into_iter().chain(unknown.map(|role| Finding::missing(Detail::NotStated(role.statement)))).collect()
}

#[cfg(test)]
mod tests {
    use crate::handbook::checks::fixture::check;

    #[test]
    fn those_who_are_asked_know_why() {
        check(
            "voluntary.reason",
            &[
                ("", "pass"),
                ("- reason …", "attention: NotStated(Reason)"),
                ("- reason …\n- mentors …\n+ mentors = \"mandatory\"", "attention: NotStated(Reason)"),
                ("- reason …\n- mentees …\n+ mentees = \"voluntary\"", "pass"),
                ("- mentors …", "missing: NotStated(MentorParticipation)"),
                ("- mentors …\n- reason …", "attention: NotStated(Reason), NotStated(MentorParticipation)"),
                ("- mentees …\n- reason …", "missing: NotStated(MenteeParticipation)"),
            ],
        );
    }
}
