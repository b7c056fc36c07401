//! Agendas and starts against a clock that is read minute by minute, on days when it is changed (model.md §13.5
//! and §15).

use jiff::civil::DateTime;
use jiff::tz::Offset;
use jiff::{SignedDuration, Timestamp};
use leitfaden::calendar::{Oddity, local_start, time_zone};
use leitfaden::handbook::schedule::{Block, Length, Misfit, Row, RowSource, capacity, fit, later, rows};
use proptest::collection::vec;
use proptest::prelude::*;

/// A change of the clock as a gazette announces it: the zone, the moment, and the minutes east of Greenwich before
/// and after.
#[derive(Debug, Clone, Copy)]
struct Change {
    zone: &'static str,
    at: &'static str,
    before: i32,
    after: i32,
}

const CHANGES: [Change; 6] = [
    Change { zone: "Europe/Zurich", at: "2026-03-29T01:00Z", before: 60, after: 120 },
    Change { zone: "Europe/Zurich", at: "2026-10-25T01:00Z", before: 120, after: 60 },
    Change { zone: "America/New_York", at: "2026-03-08T07:00Z", before: -300, after: -240 },
    Change { zone: "America/New_York", at: "2026-11-01T06:00Z", before: -240, after: -300 },
    Change { zone: "Australia/Lord_Howe", at: "2026-04-04T15:00Z", before: 660, after: 630 },
    Change { zone: "Australia/Lord_Howe", at: "2026-10-03T15:30Z", before: 630, after: 660 },
];

impl Change {
    /// The moment so many minutes after the change.
    fn moment(self, minutes: i32) -> Timestamp {
        let change: Timestamp = self.at.parse().expect("the table holds moments");
        change + SignedDuration::from_mins(minutes.into())
    }

    /// What the clock on the wall shows so many minutes after the change.
    fn wall(self, minutes: i32) -> DateTime {
        let east = if minutes < 0 { self.before } else { self.after };
        Offset::UTC.to_datetime(self.moment(minutes)) + SignedDuration::from_mins(east.into())
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_start_is_the_first_moment_at_which_the_clock_shows_it(change in change(), minutes in -240_i32..=240) {
        // Counted by the clock of before the change, so that times in the gap occur too.
        let planned = change.moment(minutes) + SignedDuration::from_mins(change.before.into());
        let planned = Offset::UTC.to_datetime(planned);
        // No clock is changed by more than an hour.
        let shown: Vec<i32> = (minutes - 60..=minutes + 60).filter(|minutes| change.wall(*minutes) == planned).collect();
        let (first, oddity) = match shown[..] {
            [] => (minutes, Some(Oddity::Gap)),
            [only] => (only, None),
            [first, ..] => (first, Some(Oddity::Fold)),
        };
        let start = local_start(planned.date(), planned.time(), &time_zone(change.zone).unwrap()).unwrap();
        prop_assert_eq!((start.at.timestamp(), start.oddity), (change.moment(first), oddity));
    }

    #[test]
    fn rows_fill_the_session_and_follow_the_clock(change in change(), start in -480_i32..=60, session in session()) {
        let at = change.moment(start).to_zoned_datetime(time_zone(change.zone).unwrap());
        let resolved = fit(&session.blocks, session.minutes).unwrap();
        let rows = rows(&session.blocks, &resolved, &session.modules, &at);

        let mut minute = start;
        for row in &rows {
            prop_assert!(row.minutes > 0);
            prop_assert_eq!(row.start, change.wall(minute).time());
            minute += i32::try_from(row.minutes).unwrap();
            prop_assert_eq!(row.end, change.wall(minute).time());
        }
        prop_assert_eq!(minute - start, i32::try_from(session.minutes).unwrap());
        prop_assert_eq!(later(&at, session.minutes).datetime(), change.wall(minute));
        prop_assert_eq!(shown(&rows), expected(&session));
    }

    #[test]
    fn blocks_fill_a_session_or_say_why_not(blocks in blocks(), minutes in 15_u32..=200) {
        let fixed: u32 = blocks.iter().filter_map(|block| given(*block)).sum();
        let rests = blocks.iter().filter(|block| given(**block).is_none()).count();
        match fit(&blocks, minutes) {
            Ok(resolved) => {
                prop_assert_eq!(resolved.iter().sum::<u32>(), minutes);
                prop_assert_eq!(resolved.len(), blocks.len());
                for (block, resolved) in blocks.iter().zip(&resolved) {
                    prop_assert!(given(*block).is_none_or(|minutes| minutes == *resolved));
                }
                let holding = blocks.iter().position(|block| block.holds_modules);
                prop_assert_eq!(capacity(&blocks, &resolved), holding.map_or(0, |block| resolved[block]));
            }
            Err(Misfit::TooShort { needs }) => prop_assert!(needs == fixed && fixed > minutes),
            Err(Misfit::DoesNotAddUp { sum }) => prop_assert!(sum == fixed && fixed < minutes && rests == 0),
        }
    }
}

/// A session whose blocks fill it, and modules that fit into it.
#[derive(Debug, Clone)]
struct Session {
    blocks: Vec<Block>,
    minutes: u32,
    modules: Vec<u32>,
}

fn change() -> impl Strategy<Value = Change> {
    prop::sample::select(&CHANGES[..])
}

fn blocks() -> impl Strategy<Value = Vec<Block>> {
    let lengths = vec((1_u32..=45).prop_map(Length::Minutes), 1..=7);
    (lengths, 0_usize..=9, 0_usize..=9).prop_map(|(mut lengths, rest, holding)| {
        if let Some(length) = lengths.get_mut(rest) {
            *length = Length::Rest;
        }
        let block = |(index, length)| Block { length, holds_modules: index == holding };
        lengths.into_iter().enumerate().map(block).collect()
    })
}

fn session() -> impl Strategy<Value = Session> {
    (blocks(), 0_u32..=90, vec(5_u32..=30, 0..=4)).prop_map(|(blocks, rest, wished)| {
        let resolved: Vec<u32> = blocks.iter().map(|block| given(*block).unwrap_or(rest)).collect();
        let holding = blocks.iter().position(|block| block.holds_modules);
        let mut room = holding.map_or(0, |block| resolved[block]);
        let mut modules = vec![];
        for minutes in wished {
            if minutes <= room {
                modules.push(minutes);
                room -= minutes;
            }
        }
        Session { blocks, minutes: resolved.iter().sum(), modules }
    })
}

/// The minutes that the template itself gives to a block.
fn given(block: Block) -> Option<u32> {
    match block.length {
        Length::Minutes(minutes) => Some(minutes),
        Length::Rest => None,
    }
}

fn shown(rows: &[Row]) -> Vec<(RowSource, u32)> {
    rows.iter().map(|row| (row.source, row.minutes)).collect()
}

/// What an agenda shows: a rest is what all others leave of the session, slack what the modules leave of it.
fn expected(session: &Session) -> Vec<(RowSource, u32)> {
    let fixed: u32 = session.blocks.iter().filter_map(|block| given(*block)).sum();
    let mut shown = vec![];
    for (index, block) in session.blocks.iter().enumerate() {
        let mut minutes = given(*block).unwrap_or(session.minutes - fixed);
        let mut source = RowSource::Block(index);
        if block.holds_modules {
            for (module, length) in session.modules.iter().enumerate() {
                shown.push((RowSource::Module { block: index, module }, *length));
                minutes -= length;
            }
            source = RowSource::Slack { block: index };
        }
        if minutes > 0 {
            shown.push((source, minutes));
        }
    }
    shown
}
