//! `voluntary.choice`: everybody takes part of their own accord, or is asked and may decline.

use super::{Role, roles};
use crate::document::programme::Participation;
use crate::handbook::checks::finding::Finding;
use crate::handbook::checks::result::Detail;
use crate::handbook::checks::subject::Subject;

pub fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let can_decline = subject.programme.toml.participation.can_decline;
    let finding = |role: Role| match role.participation {
        Some(Participation::Voluntary) => None,
        Some(Participation::Nominated) if can_decline => None,
        Some(Participation::Nominated | Participation::Mandatory) => {
            Some(Finding::attention(Detail::NoChoice(role.side)))
        }
        None => Some(Finding::missing(Detail::NotStated(role.statement))),
    };
    roles(subject).into_iter().filter_map(finding).collect()
}

#[cfg(test)]
mod tests {
    use crate::handbook::checks::fixture::check;

    #[test]
    fn nobody_takes_part_against_their_will() {
        check(
            "voluntary.choice",
            &[
                ("", "pass"),
                ("- can_decline …", "attention: NoChoice(Mentee)"),
                ("- can_decline …\n- mentees …\n+ mentees = \"voluntary\"", "pass"),
                ("- mentors …\n+ mentors = \"mandatory\"", "attention: NoChoice(Mentor)"),
                ("- mentors …", "missing: NotStated(MentorParticipation)"),
                ("- mentors …\n- can_decline …", "attention: NotStated(MentorParticipation), NoChoice(Mentee)"),
                ("- mentors …\n- mentees …", "missing: NotStated(MentorParticipation), NotStated(MenteeParticipation)"),
            ],
        );
    }
}
