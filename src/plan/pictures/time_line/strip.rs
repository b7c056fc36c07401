//! From edge to edge of a card: months, knots and gaps to scale, without the words of sessions.

use super::{Calendar, Month, Stop};
use crate::plan::pictures::lettering::width;
use crate::plan::pictures::strip::{self, MARGIN, Strip, StripKnot, StripKnotKind, StripLine, Stroke, WIDTH};

/// The size of the names of months.
pub const MONTH: i32 = 24;

/// From the thread up to the upper end of ticks and to the foot of names, and down to the lower end of ticks.
const TICK: i32 = 58;
const NAME: i32 = 40;
const FOOT: i32 = 22;

/// From a tick to the name that belongs to it.
const INDENT: i32 = 12;

pub fn draw(calendar: &Calendar<'_>) -> Strip {
    let scale = Scale::of(calendar);
    let radius = strip::radius(scale.nearest(calendar.stops));
    let mut strip = Strip { above: TICK, below: FOOT, radius, ..Strip::default() };
    scale.months(calendar, &mut strip);
    scale.thread(calendar, &mut strip);
    let ghosts = calendar.stops.iter().filter_map(|stop| stop.before.as_ref());
    let ghosts = ghosts.map(|(day, _)| (*day, StripKnotKind::Ghost));
    let kind = |stop: &Stop| if stop.cancelled.is_empty() { StripKnotKind::Filled } else { StripKnotKind::Ghost };
    let stops = calendar.stops.iter().map(|stop| (stop.day, kind(stop)));
    strip.knots = ghosts.chain(stops).map(|(day, kind)| StripKnot { kind, at: (scale.middle(day), 0) }).collect();
    strip
}

/// Where a day lies.
struct Scale {
    first: i32,
    days: i32,
}

impl Scale {
    fn of(calendar: &Calendar<'_>) -> Self {
        let (first, last) = (&calendar.months[0], &calendar.months[calendar.months.len() - 1]);
        Self { first: first.day, days: (last.day + last.days - first.day).max(1) }
    }

    fn x(&self, day: i32) -> i32 {
        MARGIN + (day - self.first) * (WIDTH - 2 * MARGIN) / self.days
    }

    fn middle(&self, day: i32) -> i32 {
        i32::midpoint(self.x(day), self.x(day + 1))
    }

    /// How far the nearest two sessions are apart.
    fn nearest(&self, stops: &[Stop]) -> i32 {
        let apart = stops.windows(2).map(|two| self.middle(two[1].day) - self.middle(two[0].day));
        apart.min().unwrap_or(WIDTH)
    }

    /// Every month with a tick, and as many names as have room, in even steps.
    fn months(&self, calendar: &Calendar<'_>, strip: &mut Strip) {
        let months = calendar.months;
        let end = |month: &Month| self.x(month.day + month.days);
        let has_room = |months: &[Month]| {
            let room = end(&months[months.len() - 1]) - self.x(months[0].day);
            INDENT + width(&months[0].name, MONTH) <= room
        };
        let step = (1..months.len()).find(|&step| months.chunks(step).all(has_room)).unwrap_or(months.len());
        for month in months {
            strip.lines.push(tick(self.x(month.day)));
        }
        strip.lines.push(tick(self.x(self.first + self.days)));
        let named = months.iter().step_by(step);
        strip.words = named.map(|month| ((self.x(month.day) + INDENT, -NAME), month.name.clone())).collect();
    }

    /// In from the left, over the days between the first and the last session, out to the right.
    fn thread(&self, calendar: &Calendar<'_>, strip: &mut Strip) {
        let span = calendar.span();
        let (first, last) = (self.middle(span.start), self.middle(span.end));
        let mut line = |stroke, from, to| strip.lines.push(StripLine { stroke, points: vec![(from, 0), (to, 0)] });
        line(Stroke::Thread, 0, first);
        for (days, kind) in calendar.pieces() {
            let from = if days.start == span.start { first } else { self.x(days.start) };
            let to = if days.end == span.end { last } else { self.x(days.end) };
            line(if kind == "gap" { Stroke::Gap } else { Stroke::Thread }, from, to);
        }
        line(Stroke::Thread, last, WIDTH);
    }
}

fn tick(x: i32) -> StripLine {
    StripLine { stroke: Stroke::Tick, points: vec![(x, -TICK), (x, FOOT)] }
}
