//! `difference.line`: the mentee is neither the boss of the mentor nor the boss of that boss.
//!
//! Only the mentor's list is asked, which holds both as far as they take part. An empty list is an answer.

use super::{Couple, Unknown, Verdict};
use crate::handbook::checks::result::{Attribute, Side};
use crate::handbook::checks::subject::Subject;

pub fn judge(_: &Subject<'_>, couple: Couple<'_>) -> Result<Verdict, Unknown> {
    let superiors = couple.mentor.data.as_deref().and_then(|person| person.superiors.as_ref());
    let superiors = superiors.ok_or(Unknown { of: Side::Mentor, what: Attribute::Superiors })?;
    let is_superior = superiors.iter().any(|superior| **superior == *couple.mentee.id);
    Ok(if is_superior { Verdict::Fails } else { Verdict::Holds })
}

#[cfg(test)]
mod tests {
    use crate::handbook::checks::fixture::check;

    #[test]
    fn no_mentor_reports_to_the_own_mentee() {
        let dario = "- dario …\n";
        check(
            "difference.line",
            &[
                ("", "pass"),
                (
                    &format!("{dario}+ dario = {{ name = \"Dario\", superiors = [\"urs\", \"bea\"] }}"),
                    "attention: Pair { pair: p2 }",
                ),
                (&format!("{dario}+ dario = {{ name = \"Dario\", superiors = [\"urs\"] }}"), "pass"),
                (
                    &format!("{dario}+ dario = {{ name = \"Dario\" }}"),
                    "missing: Unknown { pair: p2, of: Mentor, what: Superiors }",
                ),
            ],
        );
    }
}
