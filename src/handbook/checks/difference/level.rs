//! `difference.level`: the mentee ranks above the mentor, by `min_level_gap` steps of the programme's levels or more.

use super::{Couple, Unknown, Verdict};
use crate::document::people::PersonToml;
use crate::handbook::checks::finding::count;
use crate::handbook::checks::result::Attribute;
use crate::handbook::checks::subject::Subject;

pub fn judge(subject: &Subject<'_>, couple: Couple<'_>) -> Result<Verdict, Unknown> {
    let levels = &subject.programme.toml.levels;
    let rank = |person: &PersonToml| {
        let level = person.level.as_deref()?;
        levels.iter().position(|other| **other == *level).map(count)
    };
    let (mentor, mentee) = couple.both(Attribute::Level, rank)?;
    Ok(Verdict::of_distance(mentee - mentor, subject.thresholds.number("min_level_gap")))
}

#[cfg(test)]
mod tests {
    use crate::handbook::checks::fixture::check;

    fn levels(mentor: &str, mentee: &str) -> String {
        format!(
            "- lea …\n\
             + lea = {{ name = \"Lea\", level = \"{mentor}\" }}\n\
             - urs …\n\
             + urs = {{ name = \"Urs\", level = \"{mentee}\" }}\n"
        )
    }

    #[test]
    fn mentees_rank_above_their_mentors() {
        let two = "@ content/cohorts/c.toml\n+ [factors]\n+ min_level_gap = 2\n@ private/people/c.toml\n";
        check(
            "difference.level",
            &[
                ("", "pass"),
                (&levels("head", "board"), "pass"),
                (&levels("head", "head"), "attention: TooClose { pair: p1, found: 0, wanted: 1 }"),
                (&levels("board", "trainee"), "attention: TooClose { pair: p1, found: -3, wanted: 1 }"),
                (
                    &format!("{two}{}", levels("expert", "board")),
                    "attention: TooClose { pair: p3, found: 1, wanted: 2 }",
                ),
                (
                    &levels("head", "board").replace("Urs\", level = \"board\"", "Urs\""),
                    "missing: Unknown { pair: p1, of: Mentee, what: Level }",
                ),
            ],
        );
    }
}
