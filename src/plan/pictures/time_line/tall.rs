//! From top to bottom: months on the left, sessions and pauses on the right.

use super::{Calendar, Stop, drawn, ghost, knot, lettering, words};
use crate::plan::pictures::lettering::{SMALL, lines};
use crate::plan::pictures::line::{Line, straight};
use crate::plan::pictures::spread::spread;
use crate::view::{Area, Drawing, Lettering};

/// As wide as a narrow phone leaves room for.
const WIDTH: i32 = 300;
const THREAD: i32 = 100;
/// Where words begin.
const LEFT: i32 = 124;
const LEADING: i32 = 18;
/// Above the first words and below the last ones.
const EDGE: i32 = 10;
/// From one thing to the next; a finger needs some room too.
const APART: i32 = 10;
/// A day is so high at most, in tenths.
const HIGHEST: i32 = 80;

pub fn draw(calendar: &Calendar<'_>) -> Drawing {
    let entries = entries(calendar);
    let sizes: Vec<i32> = entries.iter().map(Entry::height).collect();
    let days = calendar.months.last().map_or(1, |last| last.day + last.days).max(1);
    let tenths = (sizes.iter().sum::<i32>() * 13 / days).clamp(10, HIGHEST);
    let scale = Scale { tenths };
    let wanted: Vec<i32> = entries.iter().map(|entry| scale.middle(entry.day) - EDGE - 4).collect();
    let starts = spread(&wanted, &sizes, i32::MAX / 4);
    let mut drawing = Drawing { width: WIDTH, ..Drawing::default() };
    months(&mut drawing, calendar, &scale);
    line(&mut drawing, calendar, &scale);
    ghosts(&mut drawing, calendar, &scale);
    for (entry, &top) in entries.iter().zip(&starts) {
        entry.draw(&mut drawing, &scale, top);
    }
    let foot = starts.last().zip(sizes.last()).map_or(0, |(start, size)| start + size);
    drawing.height = foot.max(scale.y(days)) + 2;
    drawing
}

/// How high a day is.
struct Scale {
    tenths: i32,
}

impl Scale {
    fn y(&self, day: i32) -> i32 {
        2 + day * self.tenths / 10
    }

    fn middle(&self, day: i32) -> i32 {
        i32::midpoint(self.y(day), self.y(day + 1))
    }
}

/// A session or a pause with its words.
struct Entry<'c> {
    day: i32,
    what: What<'c>,
    lines: Vec<(String, &'static str)>,
}

enum What<'c> {
    Stop(&'c Stop),
    Pause,
}

/// Sessions and pauses with a reason, by their days.
fn entries<'c>(calendar: &'c Calendar<'_>) -> Vec<Entry<'c>> {
    let room = WIDTH - LEFT;
    let stops =
        calendar.stops.iter().map(|stop| Entry { day: stop.day, what: What::Stop(stop), lines: words(stop, room) });
    let pauses = calendar.pauses_on_thread().filter(|(_, reason)| !reason.is_empty()).map(|(days, reason)| {
        let lines = lines(reason, SMALL, room, 2).into_iter().map(|line| (line, "note")).collect();
        Entry { day: i32::midpoint(days.start, days.end), what: What::Pause, lines }
    });
    let mut entries: Vec<Entry<'c>> = stops.chain(pauses).collect();
    entries.sort_by_key(|entry| entry.day);
    entries
}

impl Entry<'_> {
    fn height(&self) -> i32 {
        i32::try_from(self.lines.len()).unwrap_or_default() * LEADING + APART
    }

    fn draw(&self, drawing: &mut Drawing, scale: &Scale, top: i32) {
        let y = scale.middle(self.day);
        let feet = (0..).map(|line| top + EDGE + 9 + line * LEADING);
        let lines = self.lines.iter().zip(feet);
        let words: Vec<Lettering> =
            lines.map(|((text, style), y)| lettering((LEFT, y), "start", style, text.clone())).collect();
        let middle = top + EDGE + 4;
        drawing.lines.push(straight("leader", (THREAD + 10, y), (LEFT - 5, middle)));
        match self.what {
            What::Stop(stop) => {
                let mut knot = knot(stop, (THREAD, y));
                knot.lines = words;
                knot.area = Area { x: LEFT - 4, y: top, width: WIDTH - LEFT + 4, height: self.height() };
                drawing.knots.push(knot);
            }
            What::Pause => drawing.words.extend(words),
        }
    }
}

fn months(drawing: &mut Drawing, calendar: &Calendar<'_>, scale: &Scale) {
    let end = calendar.months.last().map_or(0, |last| last.day + last.days);
    drawing.lines.push(straight("tick", (THREAD, scale.y(0)), (THREAD, scale.y(end))));
    for month in calendar.months {
        let y = scale.y(month.day);
        drawing.lines.push(straight("tick", (0, y), (THREAD + 8, y)));
        let name = lines(&month.name, SMALL, THREAD - 14, 2);
        let fitting = usize::try_from((scale.y(month.day + month.days) - y) / LEADING).unwrap_or_default();
        let feet = (0..).map(|line| y + 15 + line * LEADING);
        let words = name.into_iter().take(fitting).zip(feet);
        drawing.words.extend(words.map(|(name, y)| lettering((0, y), "start", "month", name)));
    }
}

fn line(drawing: &mut Drawing, calendar: &Calendar<'_>, scale: &Scale) {
    let (first, last) = (calendar.span().start, calendar.span().end);
    for (days, kind) in calendar.pieces() {
        let from = if days.start == first { scale.middle(first) } else { scale.y(days.start) };
        let to = if days.end == last { scale.middle(last) } else { scale.y(days.end) };
        drawing.lines.push(straight(kind, (THREAD, from), (THREAD, to)));
    }
}

fn ghosts(drawing: &mut Drawing, calendar: &Calendar<'_>, scale: &Scale) {
    for stop in calendar.stops {
        let Some((day, _)) = &stop.before else { continue };
        let from = scale.middle(*day);
        drawing.knots.push(ghost((THREAD, from)));
        let mut line = Line::default();
        line.bow((THREAD - 9, from), (THREAD - 9, scale.middle(stop.day)), (-16, 0));
        drawing.lines.push(drawn("ghost", line));
    }
}
