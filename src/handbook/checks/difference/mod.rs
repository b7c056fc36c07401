//! Success factor 1, "differences help": whether mentor and mentee are different enough to speak freely.
//!
//! One check a file; each judges one couple. [`exchange`] uses them to find out who could swap partners.

pub(super) mod age;
pub(super) mod department;
pub(super) mod exchange;
pub(super) mod level;
pub(super) mod line;

use super::finding::Finding;
use super::result::{Attribute, Detail, Side};
use super::subject::Subject;
use crate::document::people::PersonToml;
use crate::handbook::pair::{Pair, Person};

/// Judges whether two people are different enough to be mentor and mentee.
pub(super) type Judge = fn(&Subject<'_>, Couple<'_>) -> Result<Verdict, Unknown>;

/// A mentor and a mentee, whether or not they are a pair.
#[derive(Clone, Copy)]
pub(super) struct Couple<'h> {
    /// The young employee.
    pub mentor: &'h Person,
    /// The experienced manager.
    pub mentee: &'h Person,
}

/// Whether two people are different enough.
pub(super) enum Verdict {
    /// They are.
    Holds,
    /// They are not.
    Fails,
    /// They are not, by this distance.
    TooClose {
        /// How far apart they are.
        found: i64,
        /// How far apart they should be at least.
        wanted: i64,
    },
}

impl Verdict {
    /// The judgement about a distance.
    fn of_distance(found: i64, wanted: i64) -> Self {
        if found >= wanted { Self::Holds } else { Self::TooClose { found, wanted } }
    }
}

/// What would have to be known for a judgement.
#[derive(Clone, Copy)]
pub(super) struct Unknown {
    /// Of whom.
    pub of: Side,
    /// What.
    pub what: Attribute,
}

impl<'h> Couple<'h> {
    /// What `get` finds in the data of mentor and mentee, or who lacks it.
    fn both<T>(self, what: Attribute, get: impl Fn(&'h PersonToml) -> Option<T>) -> Result<(T, T), Unknown> {
        let known = |person: &'h Person| person.data.as_deref().and_then(&get);
        let of = match (known(self.mentor), known(self.mentee)) {
            (Some(mentor), Some(mentee)) => return Ok((mentor, mentee)),
            (None, Some(_)) => Side::Mentor,
            (Some(_), None) => Side::Mentee,
            (None, None) => Side::Both,
        };
        Err(Unknown { of, what })
    }
}

/// What a judge finds in the active pairs. Without any the check is missing.
pub(super) fn findings(subject: &Subject<'_>, judge: Judge) -> Vec<Finding> {
    let mut pairs = subject.cohort.active_pairs().peekable();
    if pairs.peek().is_none() {
        return vec![Finding::missing(Detail::NoPairs)];
    }
    pairs.filter_map(|pair| finding(subject, judge, pair)).collect()
}

fn finding(subject: &Subject<'_>, judge: Judge, pair: &Pair) -> Option<Finding> {
    let id = pair.id.clone();
    match judge(subject, Couple { mentor: &pair.mentor, mentee: &pair.mentee }) {
        Ok(Verdict::Holds) => None,
        Ok(Verdict::Fails) => Some(Finding::attention(Detail::Pair { pair: id })),
        Ok(Verdict::TooClose { found, wanted }) => {
            Some(Finding::attention(Detail::TooClose { pair: id, found, wanted }))
        }
        Err(Unknown { of, what }) => Some(Finding::missing(Detail::Unknown { pair: id, of, what })),
    }
}

#[cfg(test)]
mod tests {
    use crate::handbook::checks::fixture::check;

    #[test]
    fn ended_pairs_do_not_count() {
        let ended = "- id = \"p1\"\n+ id = \"p1\"\n+ status = \"ended\"\n";
        let bad = "- mentor = \"lea\"\n+ mentor = \"bea\"\n- mentee = \"urs\"\n+ mentee = \"lea\"\n";
        check("difference.department", &[(bad, "attention: Pair { pair: p1 }"), (&format!("{ended}{bad}"), "pass")]);
    }

    #[test]
    fn without_a_people_file_nothing_is_known() {
        check(
            "difference.line",
            &[(
                "! private/people/c.toml",
                "missing: Unknown { pair: p1, of: Mentor, what: Superiors }, \
                 Unknown { pair: p2, of: Mentor, what: Superiors }, Unknown { pair: p3, of: Mentor, what: Superiors }",
            )],
        );
    }
}
