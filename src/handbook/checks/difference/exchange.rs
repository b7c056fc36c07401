//! Who could swap mentees so that all pairs are different enough. For organisers only: it names pairs.

use std::sync::Arc;

use super::{Couple, Judge, Verdict};
use crate::handbook::checks::catalogue::{Look, TABLE};
use crate::handbook::checks::subject::Subject;
use crate::handbook::cohort::Cohort;
use crate::handbook::pair::{Pair, Person};
use crate::handbook::{Handbook, Id};

/// Beyond three it is easier to match all pairs anew.
const MOST_SWAPS: usize = 3;

/// In larger cohorts only single swaps are tried: the tries grow with the number of pairs to the power of swaps.
const SMALL_COHORT: usize = 40;

/// Two pairs that exchange their mentees. Each keeps its mentor and its topic, which the mentor knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Swap {
    /// The pair that comes first in the file.
    pub a: Arc<str>,
    /// The other one.
    pub b: Arc<str>,
}

/// The fewest swaps, one after the other, that make all checks of pairs hold for the whole cohort.
///
/// Among equally many, those within a topic come first, then those of the pairs that come first in the file. Empty
/// if all is well, if nothing is found, or if data are missing, because nothing is proposed by guessing. What is
/// switched off or accepted for the cohort need not hold; what is accepted for a pair holds while it stays together.
#[must_use]
pub fn exchange(handbook: &Handbook, cohort: Id<Cohort>) -> Vec<Swap> {
    let subject = Subject::new(handbook, cohort);
    let pairs: Vec<&Pair> = subject.cohort.active_pairs().collect();
    let couples = Couples {
        fits: pairs.iter().map(|pair| pairs.iter().map(|other| fits(&subject, pair, other)).collect()).collect(),
        topics: pairs.iter().map(|pair| pair.topic).collect(),
    };
    let swap = |(one, other): (usize, usize)| Swap {
        a: Arc::clone(&pairs[one.min(other)].id),
        b: Arc::clone(&pairs[one.max(other)].id),
    };
    couples.fewest_swaps().into_iter().map(swap).collect()
}

/// Whether the mentor of `pair` could be with the mentee of `other`.
fn fits(subject: &Subject<'_>, pair: &Pair, other: &Pair) -> bool {
    if pair.id == other.id {
        return judges(subject, Some(pair)).all(|judge| holds(subject, judge, &pair.mentor, &pair.mentee));
    }
    let (mentor, mentee) = (&pair.mentor, &other.mentee);
    mentor.id != mentee.id && judges(subject, None).all(|judge| holds(subject, judge, mentor, mentee))
}

fn holds(subject: &Subject<'_>, judge: Judge, mentor: &Person, mentee: &Person) -> bool {
    matches!(judge(subject, Couple { mentor, mentee }), Ok(Verdict::Holds))
}

/// The checks of pairs that are neither off nor accepted, for the cohort or for this pair.
fn judges<'s>(subject: &'s Subject<'_>, pair: Option<&'s Pair>) -> impl Iterator<Item = Judge> + 's {
    TABLE.iter().filter_map(move |check| {
        let Look::AtPairs(judge) = check.look else { return None };
        let mut waivers = subject.waivers(check.id);
        let is_accepted = waivers.any(|waiver| match (&waiver.pair, pair) {
            (None, _) => true,
            (Some(waived), Some(pair)) => **waived == *pair.id,
            (Some(_), None) => false,
        });
        (!subject.is_off(check.id) && !is_accepted).then_some(judge)
    })
}

/// Who could be with whom: pairs by their positions, so that nothing about people is left.
struct Couples<Topic> {
    /// Mentor of the pair → mentee of the other pair → whether they fit.
    fits: Vec<Vec<bool>>,
    /// The topic of each pair.
    topics: Vec<Topic>,
}

/// Whether a mentee may come to another topic.
#[derive(Clone, Copy)]
enum Within {
    Topic,
    Cohort,
}

impl<Topic: PartialEq> Couples<Topic> {
    /// The fewest swaps that leave only couples that fit; empty if there are none, or none are needed.
    fn fewest_swaps(&self) -> Vec<(usize, usize)> {
        let most = if self.fits.len() <= SMALL_COHORT { MOST_SWAPS } else { 1 };
        for count in 0..=most {
            for within in [Within::Topic, Within::Cohort] {
                let mut attempt = Attempt { mentee_of: (0..self.fits.len()).collect(), swaps: Vec::new() };
                if self.mend(&mut attempt, count, within) {
                    return attempt.swaps;
                }
            }
        }
        Vec::new()
    }

    /// Tries to come to couples that all fit by at most `left` further swaps.
    ///
    /// The first pair that does not fit has to get another mentee at some time, and the order of swaps does not
    /// matter: so it gets the right one now and is not touched again. This tries everything that could help.
    fn mend(&self, attempt: &mut Attempt, left: usize, within: Within) -> bool {
        let mut unfit = (0..self.fits.len()).filter(|&pair| !self.fits[pair][attempt.mentee_of[pair]]);
        let Some(first) = unfit.next() else { return true };
        // A swap mends two pairs at most.
        if unfit.count() + 1 > 2 * left {
            return false;
        }
        for other in 0..self.fits.len() {
            let is_settled = attempt.swaps.iter().any(|&(settled, _)| settled == other);
            let is_allowed = matches!(within, Within::Cohort) || self.topics[first] == self.topics[other];
            if is_settled || !is_allowed || !self.fits[first][attempt.mentee_of[other]] {
                continue;
            }
            attempt.swap(first, other);
            if self.mend(attempt, left - 1, within) {
                return true;
            }
            attempt.undo();
        }
        false
    }
}

/// Pairs after some swaps.
struct Attempt {
    /// Pair → the pair whose mentee it has now.
    mentee_of: Vec<usize>,
    /// The swaps so far; the first of each is settled.
    swaps: Vec<(usize, usize)>,
}

impl Attempt {
    fn swap(&mut self, first: usize, other: usize) {
        self.mentee_of.swap(first, other);
        self.swaps.push((first, other));
    }

    fn undo(&mut self) {
        let (first, other) = self.swaps.pop().expect("only what was swapped is undone");
        self.mentee_of.swap(first, other);
    }
}

#[cfg(test)]
mod tests {
    use super::{Couples, exchange};
    use crate::handbook::checks::fixture::{cohort, handbook};
    use proptest::collection::vec;
    use proptest::prelude::*;

    /// The swaps for a table of who fits whom: a line a mentor, a letter a mentee, `x` for those who fit.
    fn swaps(topics: &str, table: &str) -> String {
        let fits = table.split(' ').map(|line| line.chars().map(|letter| letter == 'x').collect()).collect();
        let couples = Couples { fits, topics: topics.chars().collect() };
        let swaps = couples.fewest_swaps();
        swaps.iter().map(|(one, other)| format!("{one}-{other}")).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn the_fewest_swaps_are_found() {
        let rows = [
            ("aaa", "x.. .x. ..x", ""),
            ("aaa", "xxx xxx xx.", "2-0"),
            ("aaa", ".x. x.. ..x", "0-1"),
            ("aaa", ".xx x.x xx.", "0-1 2-1"),
            ("aaaa", ".x.. x... ...x ..x.", "0-1 2-3"),
            ("aaaa", ".x.. ..x. ...x x...", "0-1 1-2 2-3"),
            ("aaaaa", ".x... ..x.. ...x. ....x x....", ""),
            ("aaa", ".x. .x. ..x", ""),
            // Of two that would do, the one within the topic; then across topics rather than two within.
            ("aba", ".xx xx. x.x", "0-2"),
            ("ab", ".x x.", "0-1"),
            ("aaab", ".x.x .xx. x.x. x..x", "0-3"),
        ];
        for (topics, table, expected) in rows {
            assert_eq!(swaps(topics, table), expected, "{topics} {table}");
        }
    }

    proptest! {
        #[test]
        fn no_rearrangement_takes_fewer_swaps(fits in vec(vec(any::<bool>(), 4), 4)) {
            let couples = Couples { fits: fits.clone(), topics: vec![(); 4] };
            let fewest = arrangements(4)
                .into_iter()
                .filter(|mentees| mentees.iter().enumerate().all(|(pair, &mentee)| fits[pair][mentee]))
                .map(|mentees| swaps_to(&mentees))
                .min();
            let found = couples.fewest_swaps();
            prop_assert_eq!(found.len(), fewest.unwrap_or(0));
            let mut mentees: Vec<usize> = (0..4).collect();
            for (one, other) in &found {
                mentees.swap(*one, *other);
            }
            prop_assert!(fewest.is_none() || mentees.iter().enumerate().all(|(pair, &mentee)| fits[pair][mentee]));
        }
    }

    fn arrangements(count: usize) -> Vec<Vec<usize>> {
        if count == 0 {
            return vec![Vec::new()];
        }
        let longer = |shorter: &Vec<usize>, at: usize| {
            let mut longer = shorter.clone();
            longer.insert(at, count - 1);
            longer
        };
        let shorter = arrangements(count - 1);
        shorter.iter().flat_map(|shorter| (0..count).map(move |at| longer(shorter, at))).collect()
    }

    /// As many as there are positions, less one for each circle.
    fn swaps_to(mentees: &[usize]) -> usize {
        let mut seen = vec![false; mentees.len()];
        let mut circles = 0;
        for start in 0..mentees.len() {
            circles += usize::from(!seen[start]);
            let mut at = start;
            while !seen[at] {
                seen[at] = true;
                at = mentees[at];
            }
        }
        mentees.len() - circles
    }

    #[test]
    fn organisers_hear_who_could_exchange() {
        // p1 and p2 exchange their mentees, and the boss of lea becomes the mentee of lea.
        let crossed = "- mentee = \"urs\"\n- mentee = \"bea\"\n+ mentee = \"urs\"\n\
                       - mentor = \"lea\"\n+ mentor = \"lea\"\n+ mentee = \"bea\"\n";
        let waived = |check: &str, pair: &str| {
            format!(
                "@ content/cohorts/c.toml\n+ [[waive]]\n+ check = \"difference.{check}\"\n{pair}+ reason = \"why\"\n"
            )
        };
        let rows = [
            (String::new(), ""),
            (crossed.to_owned(), "p1-p2"),
            (format!("{crossed}{}", waived("line", "")), "p1-p2"),
            (format!("{crossed}{}{}", waived("line", ""), waived("department", "")), ""),
            (
                format!(
                    "{crossed}{}{}",
                    waived("line", "+ pair = \"p1\"\n"),
                    waived("department", "+ pair = \"p1\"\n")
                ),
                "",
            ),
            (format!("{crossed}{}", waived("line", "+ pair = \"p2\"\n")), "p1-p2"),
            (format!("{crossed}! private/people/c.toml"), ""),
        ];
        for (change, expected) in rows {
            let handbook = handbook(&change);
            let swaps = exchange(&handbook, cohort(&handbook));
            let swaps: Vec<String> = swaps.iter().map(|swap| format!("{}-{}", swap.a, swap.b)).collect();
            assert_eq!(swaps.join(" "), expected, "{change}");
        }
    }
}
