//! The path of a topic: modules are knots, prerequisites are branches that leave the thread and join it again.

mod strip;
mod tall;
mod wide;

use super::lanes::{Grid, Strand};
use super::lettering::{LEADING, SMALL, TITLE, lines};
use super::line::Line;
use super::order::Order;
use super::strip::Strip;
use crate::view::{DrawnLine, Knot, Lettering, Picture};

/// A module as the picture needs it.
#[derive(Debug, Clone, Default)]
pub struct Step {
    /// Its name.
    pub title: String,
    /// How long it takes, in words.
    pub note: String,
    /// Its page.
    pub href: String,
    /// Everything about it in one line.
    pub name: String,
    /// Whether the path is whole without it.
    pub is_optional: bool,
    /// Positions in the path of the modules that it needs; later ones are left out.
    pub needs: Vec<usize>,
}

/// The picture of a path; empty for a single module, which leads nowhere.
#[must_use]
pub fn path(steps: &[Step]) -> Picture {
    if steps.len() < 2 {
        return Picture::default();
    }
    let order = order(steps);
    Picture { wide: wide::draw(steps, &order), tall: tall::draw(steps, &order) }
}

/// The path on a card, also if it has one module or none.
#[must_use]
pub fn path_strip(steps: &[Step]) -> Strip {
    strip::draw(steps, &order(steps))
}

fn order(steps: &[Step]) -> Order {
    let needs: Vec<Vec<usize>> = steps.iter().map(|step| step.needs.clone()).collect();
    let is_optional: Vec<bool> = steps.iter().map(|step| step.is_optional).collect();
    Order::new(&needs, &is_optional)
}

/// The strands with the thread on top, each drawn by `draw`.
fn drawn(grid: &Grid, draw: impl Fn(&Strand) -> Line) -> Vec<DrawnLine> {
    let of = |wanted: bool| grid.strands.iter().filter(move |strand| strand.is_thread == wanted);
    let line = |strand: &Strand| DrawnLine {
        kind: if strand.is_thread { "thread" } else { "branch" }.to_owned(),
        d: draw(strand).finish(),
    };
    of(false).chain(of(true)).map(line).collect()
}

/// A knot at a point, so far without words.
fn knot(step: &Step, (x, y): (i32, i32)) -> Knot {
    Knot {
        x,
        y,
        kind: if step.is_optional { "optional" } else { "required" }.to_owned(),
        href: step.href.clone(),
        name: step.name.clone(),
        lines: Vec::new(),
        area: crate::view::Area::default(),
    }
}

/// Title and length of a module, from the foot of the first line on.
fn words(step: &Step, (x, y): (i32, i32), anchor: &str, room: i32) -> Vec<Lettering> {
    let titles = lines(&step.title, TITLE, room, MOST_LINES).into_iter().map(|line| (line, "title"));
    let notes = lines(&step.note, SMALL, room, 2).into_iter().map(|line| (line, "note"));
    let feet = (0..).map(|line| y + line * LEADING);
    let words = titles.chain(notes).zip(feet).map(|((text, style), y)| Lettering {
        x,
        y,
        anchor: anchor.to_owned(),
        style: style.to_owned(),
        text,
    });
    words.collect()
}

/// A title is cut off after so many lines; the list beside the picture has it whole.
const MOST_LINES: usize = 4;

#[cfg(test)]
mod tests;
