//! From left to right, some months a row.

use std::ops::Range;

use super::{Calendar, Month, Stop, clip, drawn, ghost, knot, lettering};
use crate::plan::pictures::lettering::{SMALL, lines, width};
use crate::plan::pictures::line::{Line, straight};
use crate::plan::pictures::spread::spread;
use crate::view::{Area, Drawing};

const WIDTH: i32 = 760;
/// So that the knot of a first day fits.
const EDGE: i32 = 8;
/// Room for the words of a session: where there is plenty, where there is enough, and for its date alone.
const PLENTY: i32 = 108;
const ENOUGH: i32 = 86;
const DATE: i32 = 62;
/// Between the words of two sessions.
const GAP: i32 = 8;
/// A row has so many months at most.
const MONTHS: usize = 6;
/// From one line of words to the next.
const LEADING: i32 = 18;
/// The names of the months.
const HEAD: i32 = 24;
/// From the foot of a reason to the thread, with room for the way of a moved session.
const AIR: i32 = 24;
/// From the thread to the foot of the first line below.
const FOOT: i32 = 32;
/// From the words of a row to the next row.
const BETWEEN: i32 = 16;
/// Room for why nothing takes place.
const REASON: i32 = 130;

pub fn draw(calendar: &Calendar<'_>) -> Drawing {
    let (rows, label) = rows(calendar);
    let longest = rows.iter().map(|row| row.end - row.start).max().unwrap_or(1);
    let mut drawing = Drawing { width: WIDTH, ..Drawing::default() };
    for days in rows {
        let mut row = Row { calendar, days, longest, label, top: drawing.height, thread: 0 };
        row.draw(&mut drawing);
    }
    drawing.height -= BETWEEN;
    drawing
}

/// The days of each row, and the room for the words of a session: as many months a row as there is room for words.
fn rows(calendar: &Calendar<'_>) -> (Vec<Range<i32>>, i32) {
    let lengths = || (1..=MONTHS.min(calendar.months.len())).rev();
    let whole = lengths().flat_map(|most| [(most, PLENTY), (most, ENOUGH)]);
    for (most, label) in whole.chain(lengths().map(|most| (most, DATE))) {
        let rows = in_rows(calendar.months, most);
        let needed = |row: &Range<i32>| held(calendar, row).map(|stop| size(stop, label)).sum::<i32>();
        if rows.iter().all(|row| needed(row) <= WIDTH) {
            return (rows, label);
        }
    }
    (in_rows(calendar.months, 1), 0)
}

/// The words of a session that there is room for.
fn words(stop: &Stop, label: i32) -> Vec<(String, &'static str)> {
    match label {
        0 => Vec::new(),
        DATE => lines(&stop.date, SMALL, DATE, 1).into_iter().map(|line| (line, "time")).collect(),
        room => super::words(stop, room),
    }
}

/// How wide a session is: its words, or its knot.
fn size(stop: &Stop, label: i32) -> i32 {
    let words = words(stop, label);
    words.iter().map(|(line, _)| width(line, SMALL) + GAP).max().unwrap_or(0).max(2 * EDGE)
}

fn in_rows(months: &[Month], most: usize) -> Vec<Range<i32>> {
    let rows = months.len().div_ceil(most);
    let days =
        |row: &[Month]| row.first().map_or(0, |month| month.day)..row.last().map_or(0, |month| month.day + month.days);
    months.chunks(months.len().div_ceil(rows)).map(days).collect()
}

fn held<'c>(calendar: &'c Calendar<'_>, days: &Range<i32>) -> impl Iterator<Item = &'c Stop> + use<'c> {
    let days = days.clone();
    calendar.stops.iter().filter(move |stop| days.contains(&stop.day))
}

struct Row<'c> {
    calendar: &'c Calendar<'c>,
    days: Range<i32>,
    /// How many days the longest row has: all rows have one scale.
    longest: i32,
    /// Room for the words of a session; 0 for none.
    label: i32,
    top: i32,
    /// How far down the thread is.
    thread: i32,
}

impl Row<'_> {
    fn draw(&mut self, drawing: &mut Drawing) {
        let above = self.reasons(drawing);
        self.thread = self.top + HEAD + above + if above > 0 || self.has_ghosts() { AIR } else { EDGE };
        self.months(drawing);
        self.line(drawing);
        self.ghosts(drawing);
        drawing.height = self.thread + FOOT + self.stops(drawing) + BETWEEN;
    }

    /// Where a day begins.
    fn x(&self, day: i32) -> i32 {
        EDGE + (day - self.days.start) * (WIDTH - 2 * EDGE) / self.longest
    }

    /// The middle of a day, where knots are.
    fn middle(&self, day: i32) -> i32 {
        i32::midpoint(self.x(day), self.x(day + 1))
    }

    fn months(&self, drawing: &mut Drawing) {
        let (left, right) = (self.x(self.days.start), self.x(self.days.end));
        drawing.lines.push(straight("tick", (left, self.thread), (right, self.thread)));
        for month in self.calendar.months.iter().filter(|month| self.days.contains(&month.day)) {
            let (x, next) = (self.x(month.day), self.x(month.day + month.days));
            drawing.lines.push(straight("tick", (x, self.top), (x, self.thread + EDGE)));
            let name = lines(&month.name, SMALL, next - x - 8, 1);
            drawing
                .words
                .extend(name.into_iter().map(|name| lettering((x + 6, self.top + 12), "start", "month", name)));
        }
        drawing.lines.push(straight("tick", (right, self.top), (right, self.thread + EDGE)));
    }

    fn line(&self, drawing: &mut Drawing) {
        let (first, last) = (self.calendar.span().start, self.calendar.span().end);
        for (days, kind) in self.calendar.pieces() {
            let days = clip(&days, &self.days);
            if days.is_empty() {
                continue;
            }
            let from = if days.start == first { self.middle(first) } else { self.x(days.start) };
            let to = if days.end == last && self.days.contains(&last) { self.middle(last) } else { self.x(days.end) };
            drawing.lines.push(straight(kind, (from, self.thread), (to, self.thread)));
        }
    }

    /// Why nothing takes place, above the thread; returns how high the words are. What finds no room is left out.
    fn reasons(&self, drawing: &mut Drawing) -> i32 {
        let pauses = self.calendar.pauses_on_thread().map(|(days, reason)| (clip(&days, &self.days), reason));
        let pauses = pauses.filter(|(days, reason)| !days.is_empty() && !reason.is_empty());
        let mut room = WIDTH;
        let reasons = pauses.filter_map(|(days, reason)| {
            let lines = lines(reason, SMALL, REASON, 2);
            let wide = lines.iter().map(|line| width(line, SMALL)).max()? + 10;
            room -= wide;
            let middle = i32::midpoint(self.x(days.start), self.x(days.end));
            (room >= 0).then_some((middle, wide, lines))
        });
        let reasons: Vec<(i32, i32, Vec<String>)> = reasons.collect();
        let wanted: Vec<i32> = reasons.iter().map(|(middle, wide, _)| middle - wide / 2).collect();
        let sizes: Vec<i32> = reasons.iter().map(|(_, wide, _)| *wide).collect();
        let high = reasons.iter().map(|(.., lines)| lines.len()).max().unwrap_or(0);
        let high = i32::try_from(high).unwrap_or_default() * LEADING;
        let foot = self.top + HEAD + high;
        for (start, (middle, wide, lines)) in spread(&wanted, &sizes, WIDTH).into_iter().zip(reasons) {
            let x = start + wide / 2;
            drawing.lines.push(straight("leader", (x, foot + 4), (middle, foot + AIR - 6)));
            let feet = (1..).map(|line| foot - LEADING * line + LEADING - 4);
            let words = lines.into_iter().rev().zip(feet);
            drawing.words.extend(words.map(|(line, y)| lettering((x, y), "middle", "note", line)));
        }
        high
    }

    fn has_ghosts(&self) -> bool {
        let before = self.calendar.stops.iter().filter_map(|stop| stop.before.as_ref());
        before.into_iter().any(|(day, _)| self.days.contains(day))
    }

    /// The old places of moved sessions, and the way from there if it does not leave the row.
    fn ghosts(&self, drawing: &mut Drawing) {
        for stop in self.calendar.stops {
            let Some((day, _)) = stop.before.as_ref().filter(|(day, _)| self.days.contains(day)) else { continue };
            let from = self.middle(*day);
            drawing.knots.push(ghost((from, self.thread)));
            if self.days.contains(&stop.day) {
                let mut line = Line::default();
                line.bow((from, self.thread - 9), (self.middle(stop.day), self.thread - 9), (0, 10 - AIR));
                drawing.lines.push(drawn("ghost", line));
            }
        }
    }

    /// The sessions with their words below the thread; returns how high these are.
    fn stops(&self, drawing: &mut Drawing) -> i32 {
        let stops: Vec<&Stop> = held(self.calendar, &self.days).collect();
        let middles: Vec<i32> = stops.iter().map(|stop| self.middle(stop.day)).collect();
        let sizes: Vec<i32> = stops.iter().map(|stop| size(stop, self.label)).collect();
        let wanted: Vec<i32> = middles.iter().zip(&sizes).map(|(middle, size)| middle - size / 2).collect();
        let mut deepest = 0;
        for (at, start) in spread(&wanted, &sizes, WIDTH).into_iter().enumerate() {
            let (middle, size) = (middles[at], sizes[at]);
            let mut knot = knot(stops[at], (middle, self.thread));
            let x = start + size / 2;
            let feet = (0..).map(|line| self.thread + FOOT + line * LEADING);
            let words = words(stops[at], self.label).into_iter().zip(feet);
            knot.lines = words.map(|((text, style), y)| lettering((x, y), "middle", style, text)).collect();
            if (x - middle).abs() > 3 && self.label > 0 {
                drawing.lines.push(straight("leader", (middle, self.thread + 10), (x, self.thread + FOOT - 13)));
            }
            let depth = knot.lines.last().map_or(0, |last| last.y - self.thread - FOOT + LEADING / 2);
            deepest = deepest.max(depth);
            knot.area = Area { x: start, y: self.thread - 12, width: size, height: 12 + FOOT + depth };
            drawing.knots.push(knot);
        }
        deepest
    }
}
