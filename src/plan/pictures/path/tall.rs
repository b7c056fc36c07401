//! From top to bottom, a module a row in the order of the path, its words beside the lanes.

use super::{Step, drawn, knot, words};
use crate::plan::pictures::lanes::{Grid, Strand};
use crate::plan::pictures::lettering::LEADING;
use crate::plan::pictures::line::Line;
use crate::plan::pictures::order::Order;
use crate::view::{Area, Drawing, Knot};

/// As wide as a narrow phone leaves room for.
const WIDTH: i32 = 300;
/// The words get at least that.
const LABEL: i32 = 170;
const EDGE: i32 = 10;
/// From one lane to the next, at most and at least.
const LANE: (i32, i32) = (22, 9);
/// How far a line takes to change its lane.
const BEND: i32 = 40;
/// A row is as high as a finger.
const ROW: i32 = 60;
/// From the top of a row to its knot, and from the knot to the foot of the title.
const TOP: i32 = 12;
const FOOT: i32 = 6;

pub fn draw(steps: &[Step], order: &Order) -> Drawing {
    let grid = Grid::one_by_one(order);
    let lanes = (0..grid.layers()).map(|layer| grid.lanes(layer)).max().unwrap_or(1);
    let lanes = i32::try_from(lanes).unwrap_or(1);
    let lane = ((WIDTH - LABEL) / lanes).clamp(LANE.1, LANE.0);
    let left = 2 * EDGE + lanes * lane;
    let width = WIDTH.max(left + LABEL);
    let mut sheet = Sheet { lane, rows: Vec::new(), height: 0 };
    let knots = steps.iter().zip(&grid.places).map(|(step, &at)| {
        let top = sheet.height;
        let knot = labelled(step, sheet.x(at.1), top, (left, width));
        sheet.rows.push(knot.y);
        sheet.height = top + knot.area.height;
        knot
    });
    let knots: Vec<Knot> = knots.collect();
    sheet.rows.push(sheet.height);
    let lines = drawn(&grid, |strand| sheet.line(&grid, strand));
    Drawing { width, height: sheet.height, lines, knots, words: Vec::new() }
}

fn labelled(step: &Step, x: i32, top: i32, (left, right): (i32, i32)) -> Knot {
    let mut knot = knot(step, (x, top + TOP));
    knot.lines = words(step, (left, knot.y + FOOT), "start", right - left);
    let foot = knot.lines.last().map_or(0, |last| last.y - top + LEADING);
    knot.area = Area { x: left, y: top, width: right - left, height: foot.max(ROW) };
    knot
}

/// Where lanes and rows lie.
struct Sheet {
    lane: i32,
    /// How far down each knot is, and last the end.
    rows: Vec<i32>,
    height: i32,
}

impl Sheet {
    fn x(&self, lane: usize) -> i32 {
        EDGE + i32::try_from(lane).unwrap_or_default() * self.lane
    }

    fn point(&self, (layer, lane): (usize, usize)) -> (i32, i32) {
        (self.x(lane), self.rows[layer])
    }

    fn line(&self, grid: &Grid, strand: &Strand) -> Line {
        let way: Vec<(i32, i32)> = grid.way(strand).into_iter().map(|at| self.point(at)).collect();
        let mut line = Line::default();
        // The thread comes in from above.
        line.start(way[0].0, if strand.from == 0 && strand.is_thread { 0 } else { way[0].1 });
        line.straight(way[0].0, way[0].1);
        let last = way.len() - 1;
        for (at, step) in (1..).zip(way.windows(2)) {
            let (from, to) = (step[0], step[1]);
            let (leaves, arrives) = match (at == 1, at == last) {
                (true, true) => (from.1, to.1),
                (true, false) => (from.1, from.1 + BEND),
                _ => (to.1 - BEND, to.1),
            };
            line.down((from.0, leaves), (to.0, arrives));
            line.straight(to.0, to.1);
        }
        line
    }
}
