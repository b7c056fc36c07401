//! The dates of a cohort's sessions (model.md §13.1 to §13.4).

use crate::calendar::{Blocked, Rhythm};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// How many blocked dates in a row one session may pass over; the next one fails (model.md §13.2).
const MOST_BLOCKED: usize = 60;

/// What decides the dates of a cohort.
#[derive(Debug, Clone, Copy)]
pub struct DateRules<'a> {
    /// The date of the grid's number 0.
    pub start: Date,
    /// How the grid goes on from there.
    pub rhythm: Rhythm,
    /// How many sessions there are: the length of the plan.
    pub sessions: usize,
    /// Holidays, then `skip`.
    pub blocked: &'a Blocked,
    /// What to do when a date of the grid is blocked.
    pub on_skip: OnSkip,
    /// Dates given by hand, by session from 1. Numbers beyond the plan have no effect.
    pub overrides: &'a BTreeMap<usize, Date>,
}

/// What happens to a session whose date is blocked (model.md §8 `on_skip`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OnSkip {
    /// It takes the next free date of the grid and all later ones move with it: the end moves.
    Push,
    /// It goes on by single weeks, but stays before the next date of the grid: the end stays.
    Shift,
}

/// The dates of all sessions, and what happened on the way to them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dates {
    /// One date a session, after overrides.
    pub dates: Vec<Date>,
    /// Every blocked date that was passed over, before overrides, in the order in which they were met.
    pub dropped: Vec<Dropped>,
    /// All neighbours that do not rise strictly, after overrides (model.md §13.4). Empty is as it should be.
    pub not_rising: Vec<NotRising>,
}

/// A date that a session could not have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dropped {
    /// The session that was looking for a date, from 1.
    pub session: usize,
    /// The blocked date.
    pub date: Date,
    /// The index of the first period in [`Blocked`] that contains it. Whether that period has a name is for
    /// whoever made the list to know.
    pub reason: usize,
}

/// Two sessions in a row of which the later is not after the earlier.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotRising {
    /// The one that comes first in the plan.
    pub earlier: Dated,
    /// The one right after it in the plan.
    pub later: Dated,
}

/// A session and its date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dated {
    /// The number, from 1.
    pub session: usize,
    /// The date, after overrides.
    pub date: Date,
}

/// Why a session has no date, so that the cohort has none either (model.md §13.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoDate {
    /// `shift`: week by week, everything is blocked from the session's own date up to that of the next.
    NoFreeWeek {
        /// The session, from 1.
        session: usize,
        /// The date that the grid gives to it.
        date: Date,
        /// The date that the grid gives to the session after it, also if the plan ends before.
        next: Date,
    },
    /// The 61st blocked date in a row.
    NoFreeDate {
        /// The session, from 1.
        session: usize,
    },
    /// The calendar ends before there is a date, with the year 9999.
    EndOfCalendar {
        /// The session, from 1.
        session: usize,
    },
}

/// The dates of all sessions (model.md §13.1 to §13.4).
///
/// # Errors
///
/// The first session that finds no date. An override does not help it: overrides replace dates that were found.
pub fn dates(rules: &DateRules<'_>) -> Result<Dates, NoDate> {
    let mut dropped = Vec::new();
    let mut dates = match rules.on_skip {
        OnSkip::Push => pushed(rules, &mut dropped),
        OnSkip::Shift => shifted(rules, &mut dropped),
    }?;
    for (session, date) in (1..).zip(&mut dates) {
        *date = rules.overrides.get(&session).copied().unwrap_or(*date);
    }
    let not_rising = not_rising(&dates);
    Ok(Dates { dates, dropped, not_rising })
}

/// Every session takes the next free date of the grid, which all of them walk along together.
fn pushed(rules: &DateRules<'_>, dropped: &mut Vec<Dropped>) -> Result<Vec<Date>, NoDate> {
    let mut grid = grid(rules.rhythm, rules.start);
    let next_free = |session| {
        let candidates = grid.by_ref().take(MOST_BLOCKED + 1);
        let before = dropped.len();
        first_free(rules.blocked, session, candidates, dropped).ok_or_else(|| match dropped.len() - before {
            ..=MOST_BLOCKED => NoDate::EndOfCalendar { session },
            _ => NoDate::NoFreeDate { session },
        })
    };
    (1..=rules.sessions).map(next_free).collect()
}

/// Every session starts from its own date of the grid and looks on week by week, up to the date of the next.
fn shifted(rules: &DateRules<'_>, dropped: &mut Vec<Dropped>) -> Result<Vec<Date>, NoDate> {
    let in_own_time = |(session, k): (usize, u32)| {
        let on_grid = |k| rules.rhythm.date(rules.start, k);
        let own = on_grid(k).ok_or(NoDate::EndOfCalendar { session })?;
        let next = on_grid(k + 1);
        let weeks = grid(Rhythm::Weeks(1), own).take_while(|date| next.is_none_or(|next| *date < next));
        first_free(rules.blocked, session, weeks, dropped).ok_or(match next {
            Some(next) => NoDate::NoFreeWeek { session, date: own, next },
            None => NoDate::EndOfCalendar { session },
        })
    };
    (1..=rules.sessions).zip(0..).map(in_own_time).collect()
}

/// The dates of a rhythm, up to the end of the calendar.
fn grid(rhythm: Rhythm, start: Date) -> impl Iterator<Item = Date> {
    (0..).map_while(move |k| rhythm.date(start, k))
}

/// The first of `candidates` that is not blocked. Those before it are written down in `dropped`.
fn first_free(
    blocked: &Blocked,
    session: usize,
    candidates: impl Iterator<Item = Date>,
    dropped: &mut Vec<Dropped>,
) -> Option<Date> {
    for date in candidates {
        let Some(reason) = blocked.first_match(date) else {
            return Some(date);
        };
        dropped.push(Dropped { session, date, reason });
    }
    None
}

/// All neighbours of which the later is not after the earlier (model.md §13.4).
fn not_rising(dates: &[Date]) -> Vec<NotRising> {
    let sessions: Vec<Dated> = (1..).zip(dates).map(|(session, date)| Dated { session, date: *date }).collect();
    let neighbours = sessions.windows(2).map(|pair| NotRising { earlier: pair[0], later: pair[1] });
    neighbours.filter(|pair| pair.later.date <= pair.earlier.date).collect()
}

#[cfg(test)]
mod tests {
    use super::{DateRules, NoDate, OnSkip, dates};
    use crate::calendar::{Blocked, Period, Rhythm};
    use jiff::civil::Date;
    use std::collections::BTreeMap;

    /// A cohort file, as far as dates go; `blocked` as `from..to` or a single date, `overrides` as `number date`.
    struct Cohort {
        start: &'static str,
        rhythm: &'static str,
        sessions: usize,
        blocked: &'static [&'static str],
        on_skip: OnSkip,
        overrides: &'static [(usize, &'static str)],
    }

    /// What an organiser would note: the dates, then one line for each thing that happened.
    fn noted(cohort: &Cohort) -> String {
        let blocked = Blocked::new(cohort.blocked.iter().map(|text| period(text)).collect());
        let overrides: BTreeMap<usize, Date> = cohort.overrides.iter().map(|(n, date)| (*n, day(date))).collect();
        let found = dates(&DateRules {
            start: day(cohort.start),
            rhythm: Rhythm::parse(cohort.rhythm).unwrap(),
            sessions: cohort.sessions,
            blocked: &blocked,
            on_skip: cohort.on_skip,
            overrides: &overrides,
        });
        let found = match found {
            Ok(found) => found,
            Err(NoDate::NoFreeDate { session }) => return format!("{session}: no free date"),
            Err(NoDate::EndOfCalendar { session }) => return format!("{session}: end of calendar"),
            Err(NoDate::NoFreeWeek { session, date, next }) => {
                return format!("{session}: no free week from {date} to {next}");
            }
        };
        let mut lines = vec![found.dates.iter().map(Date::to_string).collect::<Vec<_>>().join(" ")];
        lines.extend(found.dropped.iter().map(|drop| format!("{}: not {}, #{}", drop.session, drop.date, drop.reason)));
        lines.extend(found.not_rising.iter().map(|pair| {
            let (earlier, later) = (pair.earlier, pair.later);
            format!("{} {} not after {} {}", later.session, later.date, earlier.session, earlier.date)
        }));
        lines.join("\n")
    }

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn period(text: &str) -> Period {
        let (from, to) = text.split_once("..").unwrap_or((text, text));
        Period { from: day(from), to: day(to) }
    }

    /// The cohort 2026-herbst of the example handbook, without its override.
    const AUTUMN: Cohort = Cohort {
        start: "2026-09-03",
        rhythm: "every 2 weeks",
        sessions: 6,
        blocked: &["2026-12-25", "2027-03-29", "2026-09-26..2026-10-18"],
        on_skip: OnSkip::Push,
        overrides: &[],
    };

    /// The cohort 2027-fruehling of the example handbook.
    const SPRING: Cohort = Cohort {
        start: "2027-02-16",
        rhythm: "every 3 weeks",
        sessions: 7,
        blocked: &["2026-12-25", "2027-03-29", "2027-04-10..2027-04-25"],
        on_skip: OnSkip::Shift,
        overrides: &[],
    };

    #[test]
    fn the_example_in_autumn_pushes_and_moves_one_session_by_hand() {
        let autumn = Cohort { overrides: &[(3, "2026-10-22")], ..AUTUMN };
        let expected = "2026-09-03 2026-09-17 2026-10-22 2026-11-12 2026-11-26 2026-12-10\n\
                        3: not 2026-10-01, #2\n\
                        3: not 2026-10-15, #2";
        assert_eq!(noted(&autumn), expected);
    }

    #[test]
    fn the_example_in_spring_shifts_one_session_by_a_week() {
        let expected = "2027-02-16 2027-03-09 2027-03-30 2027-04-27 2027-05-11 2027-06-01 2027-06-22\n\
                        4: not 2027-04-20, #2";
        assert_eq!(noted(&SPRING), expected);
    }

    #[test]
    fn without_the_override_the_dates_stay_on_the_grid() {
        let expected = "2026-09-03 2026-09-17 2026-10-29 2026-11-12 2026-11-26 2026-12-10\n\
                        3: not 2026-10-01, #2\n\
                        3: not 2026-10-15, #2";
        assert_eq!(noted(&AUTUMN), expected);
    }

    #[test]
    fn every_step_of_a_shift_is_noted() {
        let blocked = Cohort { blocked: &["2027-03-09..2027-03-20"], sessions: 3, ..SPRING };
        let expected = "2027-02-16 2027-03-23 2027-03-30\n2: not 2027-03-09, #0\n2: not 2027-03-16, #0";
        assert_eq!(noted(&blocked), expected);
    }

    #[test]
    fn a_shift_stays_before_the_next_date_of_the_grid() {
        let blocked = Cohort { blocked: &["2027-03-09..2027-03-29"], ..SPRING };
        assert_eq!(noted(&blocked), "2: no free week from 2027-03-09 to 2027-03-30");
        let weekly = Cohort { rhythm: "weekly", blocked: &["2027-02-16"], ..SPRING };
        assert_eq!(noted(&weekly), "1: no free week from 2027-02-16 to 2027-02-23");
        let last = Cohort { sessions: 2, blocked: &["2027-03-09..2027-03-29"], ..SPRING };
        assert_eq!(noted(&last), "2: no free week from 2027-03-09 to 2027-03-30");
    }

    #[test]
    fn years_of_holidays_are_no_free_week_in_a_shift() {
        let blocked = Cohort { blocked: &["2027-03-09..2037-03-29"], ..SPRING };
        assert_eq!(noted(&blocked), "2: no free week from 2027-03-09 to 2027-03-30");
    }

    #[test]
    fn sixty_blocked_dates_are_passed_over_and_the_next_fails() {
        let weekly = Cohort { start: "2026-01-01", rhythm: "weekly", sessions: 2, ..AUTUMN };
        let sixty = Cohort { blocked: &["2026-01-08..2027-03-03"], ..weekly };
        assert!(noted(&sixty).starts_with("2026-01-01 2027-03-04\n2: not 2026-01-08, #0\n"));
        assert_eq!(noted(&sixty).lines().count(), 61);
        let one_more = Cohort { blocked: &["2026-01-08..2027-03-04"], ..weekly };
        assert_eq!(noted(&one_more), "2: no free date");
    }

    #[test]
    fn the_calendar_ends() {
        let last_days = Cohort { start: "9999-12-10", rhythm: "weekly", sessions: 4, blocked: &[], ..AUTUMN };
        assert_eq!(noted(&Cohort { ..last_days }), "9999-12-10 9999-12-17 9999-12-24 9999-12-31");
        assert_eq!(
            noted(&Cohort { on_skip: OnSkip::Shift, ..last_days }),
            "9999-12-10 9999-12-17 9999-12-24 9999-12-31"
        );
        assert_eq!(noted(&Cohort { sessions: 5, ..last_days }), "5: end of calendar");
        assert_eq!(noted(&Cohort { sessions: 5, on_skip: OnSkip::Shift, ..last_days }), "5: end of calendar");
        let blocked = Cohort { blocked: &["9999-12-31"], on_skip: OnSkip::Shift, ..last_days };
        assert_eq!(noted(&blocked), "4: end of calendar");
    }

    #[test]
    fn all_neighbours_that_do_not_rise_are_named() {
        let moved = Cohort { overrides: &[(2, "2026-09-03"), (4, "2026-10-29"), (9, "2020-01-01")], ..AUTUMN };
        let expected = "2026-09-03 2026-09-03 2026-10-29 2026-10-29 2026-11-26 2026-12-10\n\
                        3: not 2026-10-01, #2\n\
                        3: not 2026-10-15, #2\n\
                        2 2026-09-03 not after 1 2026-09-03\n\
                        4 2026-10-29 not after 3 2026-10-29";
        assert_eq!(noted(&moved), expected);
    }
}
