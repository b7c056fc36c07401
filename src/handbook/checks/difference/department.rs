//! `difference.department`: mentor and mentee work in different departments.

use super::{Couple, Unknown, Verdict};
use crate::handbook::checks::result::Attribute;
use crate::handbook::checks::subject::Subject;

pub fn judge(_: &Subject<'_>, couple: Couple<'_>) -> Result<Verdict, Unknown> {
    let (mentor, mentee) = couple.both(Attribute::Department, |person| person.department.as_deref())?;
    Ok(if mentor == mentee { Verdict::Fails } else { Verdict::Holds })
}

#[cfg(test)]
mod tests {
    use crate::handbook::checks::fixture::check;

    #[test]
    fn every_pair_crosses_departments() {
        let bea = "- bea …\n";
        let urs = "- urs …\n";
        let lea = "- lea …\n";
        check(
            "difference.department",
            &[
                ("", "pass"),
                (&format!("{bea}+ bea = {{ name = \"Bea\", department = \"lab\" }}"), "attention: Pair { pair: p2 }"),
                (
                    &format!("{bea}+ bea = {{ name = \"Bea\" }}"),
                    "missing: Unknown { pair: p2, of: Mentee, what: Department }",
                ),
                (
                    &format!("{lea}+ lea = {{ name = \"Lea\" }}\n{urs}+ urs = {{ name = \"Urs\" }}"),
                    "missing: Unknown { pair: p1, of: Both, what: Department }",
                ),
                (
                    &format!(
                        "{lea}+ lea = {{ name = \"Lea\" }}\n{bea}+ bea = {{ name = \"Bea\", department = \"lab\" }}"
                    ),
                    "attention: Unknown { pair: p1, of: Mentor, what: Department }, Pair { pair: p2 }",
                ),
            ],
        );
    }
}
