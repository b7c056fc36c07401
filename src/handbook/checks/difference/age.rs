//! `difference.age`: the mentee is older than the mentor, by `min_age_gap` years or more.
//!
//! Years of birth are compared with years of birth and bands with bands; of bands the distance is what it is at
//! least, which is why they are enough (model.md §9).

use super::{Couple, Unknown, Verdict};
use crate::document::people::{PersonToml, age_band};
use crate::handbook::checks::result::{Attribute, Side};
use crate::handbook::checks::subject::Subject;

/// How old somebody is, as far as is known. It has no `Debug`: nothing may print it.
enum Age {
    Year(i64),
    Band { low: i64, high: i64 },
}

pub fn judge(subject: &Subject<'_>, couple: Couple<'_>) -> Result<Verdict, Unknown> {
    let gap = match couple.both(Attribute::Age, age)? {
        (Age::Year(mentor), Age::Year(mentee)) => mentor - mentee,
        (Age::Band { high: mentor, .. }, Age::Band { low: mentee, .. }) => mentee - mentor,
        _ => return Err(Unknown { of: Side::Both, what: Attribute::AgeOfOneKind }),
    };
    Ok(Verdict::of_distance(gap, subject.thresholds.number("min_age_gap")))
}

fn age(person: &PersonToml) -> Option<Age> {
    match (person.birth_year, person.age_band.as_deref()) {
        (Some(year), None) => Some(Age::Year(year)),
        (None, Some(band)) => age_band(band).map(|(low, high)| Age::Band { low, high }),
        // Both is a mistake that has been reported (`age-twice`).
        (Some(_), Some(_)) | (None, None) => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::handbook::checks::fixture::check;

    /// p1 with these ages of mentor and mentee.
    fn ages(mentor: &str, mentee: &str) -> String {
        format!(
            "- lea …\n\
             + lea = {{ name = \"Lea\"{mentor} }}\n\
             - urs …\n\
             + urs = {{ name = \"Urs\"{mentee} }}\n"
        )
    }

    fn years(mentor: i64, mentee: i64) -> String {
        ages(&format!(", birth_year = {mentor}"), &format!(", birth_year = {mentee}"))
    }

    fn bands(mentor: &str, mentee: &str) -> String {
        ages(&format!(", age_band = \"{mentor}\""), &format!(", age_band = \"{mentee}\""))
    }

    #[test]
    fn mentees_are_older_by_ten_years() {
        let close = |found: i64| format!("attention: TooClose {{ pair: p1, found: {found}, wanted: 10 }}");
        check(
            "difference.age",
            &[
                ("", "pass"),
                (&years(2001, 1991), "pass"),
                (&years(2001, 1992), &close(9)),
                (&years(1971, 2001), &close(-30)),
                (&bands("20-29", "39-49"), "pass"),
                (&bands("20-29", "38-49"), &close(9)),
                (&bands("20-29", "20-29"), &close(-9)),
                (&bands("50-59", "20-29"), &close(-39)),
                (&ages("", ", birth_year = 1971"), "missing: Unknown { pair: p1, of: Mentor, what: Age }"),
                (&ages("", ""), "missing: Unknown { pair: p1, of: Both, what: Age }"),
                (
                    &ages(", birth_year = 2001", ", age_band = \"50-59\""),
                    "missing: Unknown { pair: p1, of: Both, what: AgeOfOneKind }",
                ),
            ],
        );
    }

    #[test]
    fn a_firm_of_young_leaders_may_set_five() {
        let five = "@ content/cohorts/c.toml\n+ [factors]\n+ min_age_gap = 5\n@ private/people/c.toml\n";
        check(
            "difference.age",
            &[
                (&format!("{five}{}", years(2001, 1996)), "pass"),
                (&format!("{five}{}", years(2001, 1997)), "attention: TooClose { pair: p1, found: 4, wanted: 5 }"),
            ],
        );
    }
}
