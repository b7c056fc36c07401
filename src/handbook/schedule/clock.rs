//! The times beside an agenda (model.md §6 and §15).

use jiff::civil::Time;
use jiff::{SignedDuration, ZonedDateTime};

/// A block of a session's template, as far as the clock goes. At most one of a template takes the rest and at most
/// one holds modules; both are checked with the template (model.md §6).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Block {
    /// How long it lasts.
    pub length: Length,
    /// Whether the modules of the topic are done in it.
    pub holds_modules: bool,
}

/// How long a block lasts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Length {
    /// So many minutes.
    Minutes(u32),
    /// What the other blocks leave of the session.
    Rest,
}

/// Why a template does not fit a session (model.md §6).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Misfit {
    /// The session is shorter than its blocks, a rest counted as 0.
    TooShort {
        /// The minutes of all blocks.
        needs: u32,
    },
    /// No block takes the rest, and the session is longer than its blocks.
    DoesNotAddUp {
        /// The minutes of all blocks.
        sum: u32,
    },
}

/// One line of an agenda.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row {
    /// What the clock on the wall shows when it starts.
    pub start: Time,
    /// What the clock on the wall shows when it ends. After midnight or a change of the clock this may be
    /// before `start`.
    pub end: Time,
    /// How long it lasts, always more than 0.
    pub minutes: u32,
    /// What it shows.
    pub source: RowSource,
}

/// What a line of an agenda shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowSource {
    /// A block of the template.
    Block(usize),
    /// A module.
    Module {
        /// The block of the template that it stands in.
        block: usize,
        /// Which of the modules of this session it is.
        module: usize,
    },
    /// Practice and open questions: what the modules leave of their block.
    Slack {
        /// The block of the template.
        block: usize,
    },
}

/// How many minutes every block has in a session of `minutes`, the rest worked out; it may be 0 (model.md §6).
///
/// # Errors
///
/// If the blocks cannot fill the session exactly.
pub fn fit(blocks: &[Block], minutes: u32) -> Result<Vec<u32>, Misfit> {
    let fixed: u32 = blocks.iter().map(|block| block.length.at_least()).sum();
    let rest = minutes.checked_sub(fixed).ok_or(Misfit::TooShort { needs: fixed })?;
    if rest > 0 && blocks.iter().all(|block| block.length != Length::Rest) {
        return Err(Misfit::DoesNotAddUp { sum: fixed });
    }
    Ok(blocks.iter().map(|block| block.length.with_rest(rest)).collect())
}

impl Length {
    /// The minutes it has in any session.
    fn at_least(self) -> u32 {
        self.with_rest(0)
    }

    /// The minutes it has in a session in which `rest` minutes are left.
    fn with_rest(self, rest: u32) -> u32 {
        match self {
            Self::Minutes(minutes) => minutes,
            Self::Rest => rest,
        }
    }
}

/// The minutes that a session has for modules: those of the block that holds them, else 0 (model.md §6).
///
/// `resolved` is what [`fit`] gave for `blocks`.
#[must_use]
pub fn capacity(blocks: &[Block], resolved: &[u32]) -> u32 {
    let holding = blocks.iter().zip(resolved).find(|(block, _)| block.holds_modules);
    holding.map_or(0, |(_, minutes)| *minutes)
}

/// The lines of an agenda: the blocks in their order, the one that holds modules as one line a module and one for
/// what they leave (model.md §15). Lines of 0 minutes are left out.
///
/// `resolved` is what [`fit`] gave for `blocks`; `module_minutes` are the modules of this session in the order of
/// the path, at most [`capacity`] in all.
#[must_use]
pub fn rows(blocks: &[Block], resolved: &[u32], module_minutes: &[u32], start: &ZonedDateTime) -> Vec<Row> {
    let mut elapsed = 0;
    let mut rows = Vec::new();
    for (source, minutes) in lines(blocks, resolved, module_minutes) {
        if minutes > 0 {
            let (start, end) = (later(start, elapsed).time(), later(start, elapsed + minutes).time());
            rows.push(Row { start, end, minutes, source });
            elapsed += minutes;
        }
    }
    rows
}

/// The moment `minutes` after `start`, by the stopwatch: a change of the clock in between makes it neither longer
/// nor shorter (model.md §13.6 and §15).
#[must_use]
pub fn later(start: &ZonedDateTime, minutes: u32) -> ZonedDateTime {
    start.saturating_add(SignedDuration::from_mins(i64::from(minutes)))
}

/// What an agenda shows, with its minutes, those of 0 minutes too.
fn lines(blocks: &[Block], resolved: &[u32], module_minutes: &[u32]) -> Vec<(RowSource, u32)> {
    let mut lines = Vec::new();
    for (block, (kind, minutes)) in blocks.iter().zip(resolved).enumerate() {
        if kind.holds_modules {
            let modules = module_minutes.iter().enumerate();
            lines.extend(modules.map(|(module, minutes)| (RowSource::Module { block, module }, *minutes)));
            let slack = minutes.saturating_sub(module_minutes.iter().sum());
            lines.push((RowSource::Slack { block }, slack));
        } else {
            lines.push((RowSource::Block(block), *minutes));
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::{Block, Length, Misfit, RowSource, capacity, fit, rows};
    use crate::calendar::{local_start, time_zone};
    use jiff::civil::DateTime;

    /// A template in short: `5 10 rest!`, the block that holds modules with `!`.
    fn blocks(text: &str) -> Vec<Block> {
        let block = |word: &str| Block {
            length: match word.trim_end_matches('!') {
                "rest" => Length::Rest,
                minutes => Length::Minutes(minutes.parse().unwrap()),
            },
            holds_modules: word.ends_with('!'),
        };
        text.split_whitespace().map(block).collect()
    }

    #[test]
    fn a_template_in_a_session() {
        let cases = [
            ("5 5 rest! 5 5", 60, Ok((vec![5, 5, 40, 5, 5], 40))),
            ("5 rest 15 10 10", 60, Ok((vec![5, 20, 15, 10, 10], 0))),
            ("5 rest!", 5, Ok((vec![5, 0], 0))),
            ("20 40!", 60, Ok((vec![20, 40], 40))),
            ("rest!", 15, Ok((vec![15], 15))),
            ("5 10 rest!", 14, Err(Misfit::TooShort { needs: 15 })),
            ("20 41", 60, Err(Misfit::TooShort { needs: 61 })),
            ("20 39", 60, Err(Misfit::DoesNotAddUp { sum: 59 })),
        ];
        for (template, minutes, expected) in cases {
            let template = blocks(template);
            let fitted = fit(&template, minutes).map(|resolved| (resolved.clone(), capacity(&template, &resolved)));
            assert_eq!(fitted, expected, "{template:?} in {minutes}");
        }
    }

    /// An agenda, a line a row: `13:30–13:35 (5) block 0`.
    fn agenda(template: &str, minutes: u32, modules: &[u32], zone: &str, start: &str) -> Vec<String> {
        let template = blocks(template);
        let start: DateTime = start.parse().unwrap();
        let start = local_start(start.date(), start.time(), &time_zone(zone).unwrap()).unwrap().at;
        let agenda = rows(&template, &fit(&template, minutes).unwrap(), modules, &start);
        let line = |row: &super::Row| {
            let source = match row.source {
                RowSource::Block(block) => format!("block {block}"),
                RowSource::Module { block, module } => format!("module {module} in {block}"),
                RowSource::Slack { block } => format!("slack in {block}"),
            };
            format!("{}–{} ({}) {source}", row.start.strftime("%H:%M"), row.end.strftime("%H:%M"), row.minutes)
        };
        agenda.iter().map(line).collect()
    }

    const KICKOFF: &str = "5 10 10 rest! 10 5 5";
    const WORKING: &str = "5 5 rest! 5 5";

    #[test]
    fn the_kick_off_of_the_example() {
        let expected = [
            "13:30–13:35 (5) block 0",
            "13:35–13:45 (10) block 1",
            "13:45–13:55 (10) block 2",
            "13:55–14:10 (15) module 0 in 3",
            "14:10–14:20 (10) block 4",
            "14:20–14:25 (5) block 5",
            "14:25–14:30 (5) block 6",
        ];
        assert_eq!(agenda(KICKOFF, 60, &[15], "Europe/Zurich", "2026-09-03T13:30"), expected);
    }

    #[test]
    fn what_modules_leave_is_a_row_of_its_own() {
        let expected = [
            "13:30–13:35 (5) block 0",
            "13:35–13:40 (5) block 1",
            "13:40–14:15 (35) module 0 in 2",
            "14:15–14:20 (5) slack in 2",
            "14:20–14:25 (5) block 3",
            "14:25–14:30 (5) block 4",
        ];
        assert_eq!(agenda(WORKING, 60, &[35], "Europe/Zurich", "2026-11-26T13:30"), expected);
    }

    #[test]
    fn without_modules_the_whole_block_is_left() {
        let expected = ["13:30–13:40 (10) block 0", "13:40–14:30 (50) slack in 1"];
        assert_eq!(agenda("10 rest!", 60, &[], "Europe/Zurich", "2026-11-26T13:30"), expected);
    }

    #[test]
    fn a_rest_of_nothing_is_left_out() {
        let expected = ["13:30–13:45 (15) block 0", "13:45–14:00 (15) block 2"];
        assert_eq!(agenda("15 rest 15", 30, &[], "Europe/Zurich", "2026-11-26T13:30"), expected);
        assert_eq!(agenda("15 rest! 15", 30, &[], "Europe/Zurich", "2026-11-26T13:30"), expected);
    }

    #[test]
    fn times_are_elapsed_time() {
        let spring = ["01:30–03:15 (45) block 0", "03:15–03:30 (15) block 1"];
        assert_eq!(agenda("45 rest", 60, &[], "Europe/Zurich", "2026-03-29T01:30"), spring);
        let autumn = ["02:30–02:15 (45) block 0", "02:15–02:30 (15) block 1"];
        assert_eq!(agenda("45 rest", 60, &[], "Europe/Zurich", "2026-10-25T02:30"), autumn);
        let half_an_hour = ["01:45–02:45 (30) block 0", "02:45–03:00 (15) block 1"];
        assert_eq!(agenda("30 rest", 45, &[], "Australia/Lord_Howe", "2026-10-04T01:45"), half_an_hour);
        let midnight = ["23:30–00:15 (45) block 0", "00:15–00:30 (15) block 1"];
        assert_eq!(agenda("45 rest", 60, &[], "Europe/Zurich", "2026-09-03T23:30"), midnight);
    }
}
