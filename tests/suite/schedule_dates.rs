//! The dates of sessions, found again by walking through the calendar day by day (model.md §13).

use jiff::ToSpan;
use jiff::civil::{Date, date};
use leitfaden::calendar::{Blocked, Period, Rhythm};
use leitfaden::handbook::schedule::{DateRules, Dated, Dates, Dropped, NoDate, NotRising, OnSkip, dates};
use proptest::collection::vec;
use proptest::option::weighted;
use proptest::prelude::*;
use std::collections::BTreeMap;

/// The dates of a cohort as an author describes them.
#[derive(Debug, Clone)]
struct Cohort {
    start: Date,
    rhythm: Rhythm,
    sessions: usize,
    periods: Vec<Period>,
    on_skip: OnSkip,
    overrides: BTreeMap<usize, Date>,
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn dates_are_those_of_a_walk_through_the_calendar(cohort in cohort()) {
        let found = dates(&DateRules {
            start: cohort.start,
            rhythm: cohort.rhythm,
            sessions: cohort.sessions,
            blocked: &Blocked::new(cohort.periods.clone()),
            on_skip: cohort.on_skip,
            overrides: &cohort.overrides,
        });
        prop_assert_eq!(found, walk(&cohort));
    }
}

fn cohort() -> impl Strategy<Value = Cohort> {
    let rhythm = prop_oneof![Just(Rhythm::Weeks(1)), (2_u32..=12).prop_map(Rhythm::Weeks), Just(Rhythm::Monthly)];
    let on_skip = prop_oneof![Just(OnSkip::Push), Just(OnSkip::Shift)];
    let sessions = 1_usize..=8;
    // Days are counted from the start. Most breaks are short, a few last longer than 60 steps of a rhythm.
    let length = prop_oneof![8 => 0_i32..=3, 8 => 4_i32..=40, 1 => 400_i32..=2_200];
    let breaks = vec((-20_i32..=400, length), 0..=6);
    let overrides = vec(weighted(0.1, -10_i32..=300), 8);
    (0_i32..=2_000, rhythm, sessions, on_skip, breaks, overrides).prop_map(
        |(start, rhythm, sessions, on_skip, breaks, overrides)| {
            let start = date(2026, 1, 1) + start.days();
            let period =
                |(from, length): (i32, i32)| Period { from: start + from.days(), to: start + (from + length).days() };
            let moved = |(session, day): (usize, Option<i32>)| Some((session, start + day?.days()));
            Cohort {
                start,
                rhythm,
                sessions,
                periods: breaks.into_iter().map(period).collect(),
                on_skip,
                overrides: (1..).zip(overrides).filter_map(moved).collect(),
            }
        },
    )
}

/// All dates, from a calendar on which every skipped day is crossed out with its reason.
fn walk(cohort: &Cohort) -> Result<Dates, NoDate> {
    let crossed_out = crossed_out(&cohort.periods);
    let mut found = match cohort.on_skip {
        OnSkip::Push => walk_pushing(cohort, &crossed_out),
        OnSkip::Shift => walk_shifting(cohort, &crossed_out),
    }?;
    for (session, date) in &cohort.overrides {
        if *session <= cohort.sessions {
            found.dates[session - 1] = *date;
        }
    }
    for later in 2..=cohort.sessions {
        let earlier = Dated { session: later - 1, date: found.dates[later - 2] };
        let later = Dated { session: later, date: found.dates[later - 1] };
        if later.date <= earlier.date {
            found.not_rising.push(NotRising { earlier, later });
        }
    }
    Ok(found)
}

fn crossed_out(periods: &[Period]) -> BTreeMap<Date, usize> {
    let mut days = BTreeMap::new();
    for (index, period) in periods.iter().enumerate() {
        let mut day = period.from;
        while day <= period.to {
            days.entry(day).or_insert(index);
            day = tomorrow(day);
        }
    }
    days
}

/// One walk for all sessions: each takes the first day that is on the grid and not crossed out.
fn walk_pushing(cohort: &Cohort, crossed_out: &BTreeMap<Date, usize>) -> Result<Dates, NoDate> {
    let mut found = Dates { dates: vec![], dropped: vec![], not_rising: vec![] };
    let mut crossed_out_in_a_row = 0;
    let mut day = cohort.start;
    while found.dates.len() < cohort.sessions {
        let session = found.dates.len() + 1;
        if is_on_grid(cohort, day) {
            if let Some(reason) = crossed_out.get(&day) {
                found.dropped.push(Dropped { session, date: day, reason: *reason });
                crossed_out_in_a_row += 1;
            } else {
                found.dates.push(day);
                crossed_out_in_a_row = 0;
            }
        }
        if crossed_out_in_a_row == 61 {
            return Err(NoDate::NoFreeDate { session });
        }
        day = tomorrow(day);
    }
    Ok(found)
}

/// One walk a session, from its own day on the grid: each takes the first day a whole number of weeks later that
/// is not crossed out, and gives up on the next day of the grid.
fn walk_shifting(cohort: &Cohort, crossed_out: &BTreeMap<Date, usize>) -> Result<Dates, NoDate> {
    let mut found = Dates { dates: vec![], dropped: vec![], not_rising: vec![] };
    let mut own = cohort.start;
    for session in 1..=cohort.sessions {
        let mut next = tomorrow(own);
        while !is_on_grid(cohort, next) {
            next = tomorrow(next);
        }
        let mut day = own;
        while let Some(reason) = crossed_out.get(&day) {
            found.dropped.push(Dropped { session, date: day, reason: *reason });
            (0..7).for_each(|_| day = tomorrow(day));
            if day >= next {
                return Err(NoDate::NoFreeWeek { session, date: own, next });
            }
        }
        found.dates.push(day);
        own = next;
    }
    Ok(found)
}

/// Whether the rhythm meets on `day`, judged by nothing but that day and the start.
fn is_on_grid(cohort: &Cohort, day: Date) -> bool {
    let start = cohort.start;
    match cohort.rhythm {
        Rhythm::Weeks(weeks) => {
            (day - start).get_days() % (7 * i32::try_from(weeks).expect("a rhythm has at most 12 weeks")) == 0
        }
        Rhythm::Monthly if start.day() > 28 => day.weekday() == start.weekday() && day.day() + 7 > day.days_in_month(),
        Rhythm::Monthly => day.weekday() == start.weekday() && (day.day() - 1) / 7 == (start.day() - 1) / 7,
    }
}

fn tomorrow(day: Date) -> Date {
    day.tomorrow().expect("no case is near the end of the calendar")
}
