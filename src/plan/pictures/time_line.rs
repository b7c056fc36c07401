//! The sessions of a cohort on a calendar, to scale; times without sessions are gaps in the thread.
//!
//! Days are counted from the first day of the first month, from 0.

mod strip;
mod tall;
mod wide;

use std::ops::Range;

pub use strip::MONTH as MONTH_SIZE;

use super::lettering::{SMALL, lines};
use super::line::Line;
use super::strip::Strip;
use crate::view::{Area, DrawnLine, Knot, Lettering, Picture};

/// A month of the calendar.
#[derive(Debug, Clone, Default)]
pub struct Month {
    /// Its first day.
    pub day: i32,
    /// How many days it has.
    pub days: i32,
    /// Its name.
    pub name: String,
}

/// A session on its day.
#[derive(Debug, Clone, Default)]
pub struct Stop {
    /// Its day.
    pub day: i32,
    /// Its day in short words.
    pub date: String,
    /// The day it would have been, with that in short words.
    pub before: Option<(i32, String)>,
    /// Its name.
    pub title: String,
    /// The word that it does not take place; empty if it does.
    pub cancelled: String,
    /// Its page.
    pub href: String,
    /// Everything about it in one line.
    pub name: String,
}

/// A time without sessions.
#[derive(Debug, Clone, Default)]
pub struct Pause {
    /// Its days.
    pub days: Range<i32>,
    /// Why; may be empty.
    pub reason: String,
}

/// The picture of a cohort; empty with fewer than two sessions. `months` hold all days that sessions have or had, and
/// `stops` are in the order of their days.
#[must_use]
pub fn time_line(months: &[Month], stops: &[Stop], pauses: &[Pause]) -> Picture {
    if stops.len() < 2 || months.is_empty() {
        return Picture::default();
    }
    let calendar = Calendar { months, stops, pauses };
    Picture { wide: wide::draw(&calendar), tall: tall::draw(&calendar) }
}

/// The time line on a card, also of a single session; the thread alone if there is none.
#[must_use]
pub fn time_strip(months: &[Month], stops: &[Stop], pauses: &[Pause]) -> Strip {
    if stops.is_empty() || months.is_empty() {
        return super::path_strip(&[]);
    }
    strip::draw(&Calendar { months, stops, pauses })
}

/// What the picture is about.
struct Calendar<'c> {
    months: &'c [Month],
    stops: &'c [Stop],
    pauses: &'c [Pause],
}

impl Calendar<'_> {
    /// From the first session to the day before the last one.
    fn span(&self) -> Range<i32> {
        let days = || self.stops.iter().map(|stop| stop.day);
        days().min().unwrap_or_default()..days().max().unwrap_or_default()
    }

    /// The thread in pieces, each of days of one sort: without sessions, or not.
    fn pieces(&self) -> Vec<(Range<i32>, &'static str)> {
        let mut pieces: Vec<(Range<i32>, &str)> = Vec::new();
        for day in self.span() {
            let kind = if self.pauses.iter().any(|pause| pause.days.contains(&day)) { "gap" } else { "thread" };
            match pieces.last_mut() {
                Some((days, last)) if *last == kind => days.end = day + 1,
                _ => pieces.push((day..day + 1, kind)),
            }
        }
        pieces
    }

    /// The pauses that lie on the thread.
    fn pauses_on_thread(&self) -> impl Iterator<Item = (Range<i32>, &str)> {
        let span = self.span();
        let clipped = self.pauses.iter().map(move |pause| (clip(&pause.days, &span), pause.reason.as_str()));
        clipped.filter(|(days, _)| !days.is_empty())
    }
}

fn clip(days: &Range<i32>, to: &Range<i32>) -> Range<i32> {
    days.start.max(to.start)..days.end.min(to.end)
}

fn drawn(kind: &str, line: Line) -> DrawnLine {
    DrawnLine { kind: kind.to_owned(), d: line.finish() }
}

/// The knot of a session at a point, so far without words.
fn knot(stop: &Stop, (x, y): (i32, i32)) -> Knot {
    let kind = if stop.cancelled.is_empty() { "session" } else { "cancelled" };
    Knot {
        x,
        y,
        kind: kind.to_owned(),
        href: stop.href.clone(),
        name: stop.name.clone(),
        lines: Vec::new(),
        area: Area::default(),
    }
}

/// The old place of a session that was moved.
fn ghost((x, y): (i32, i32)) -> Knot {
    let (href, name) = (String::new(), String::new());
    Knot { x, y, kind: "ghost".to_owned(), href, name, lines: Vec::new(), area: Area::default() }
}

/// The words of a session in lines of at most `room`, each with its style.
fn words(stop: &Stop, room: i32) -> Vec<(String, &'static str)> {
    let set =
        |text: &str, most: usize, style| lines(text, SMALL, room, most).into_iter().map(move |line| (line, style));
    let before = stop.before.as_ref().map_or("", |(_, date)| date.as_str());
    let words = set(&stop.date, 1, "time").chain(set(before, 1, "ghost")).chain(set(&stop.title, 2, "note"));
    words.chain(set(&stop.cancelled, 1, "cancelled")).collect()
}

/// A line of words at a point.
fn lettering((x, y): (i32, i32), anchor: &str, style: &str, text: String) -> Lettering {
    Lettering { x, y, anchor: anchor.to_owned(), style: style.to_owned(), text }
}

#[cfg(test)]
mod tests;
