//! Success factor 3, "voluntary and binding": free choice, and a word from management. One check a file.

pub(super) mod attendance;
pub(super) mod choice;
pub(super) mod commitment;
pub(super) mod mode;
pub(super) mod reason;

use super::result::{Side, Statement};
use super::subject::Subject;
use crate::document::programme::Participation;

/// A role and how its people come to take part, as far as that is stated.
struct Role {
    /// Mentor or mentee.
    side: Side,
    /// How they come to take part.
    participation: Option<Participation>,
    /// Where that is to be stated.
    statement: Statement,
}

fn roles(subject: &Subject<'_>) -> [Role; 2] {
    let stated = &subject.programme.toml.participation;
    [
        Role { side: Side::Mentor, participation: stated.mentors, statement: Statement::MentorParticipation },
        Role { side: Side::Mentee, participation: stated.mentees, statement: Statement::MenteeParticipation },
    ]
}
