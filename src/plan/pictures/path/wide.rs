//! From left to right, in rows like music: what leaves a row on the right goes on at the left of the next.

use super::{Step, drawn, knot, words};
use crate::plan::pictures::lanes::{Grid, Strand};
use crate::plan::pictures::lettering::LEADING;
use crate::plan::pictures::line::Line;
use crate::plan::pictures::order::Order;
use crate::view::{Area, Drawing, Knot, Lettering};

/// Room for the words of a knot.
const LABEL: i32 = 132;
/// Room for lines that change their lane, between the words.
const CHANNEL: i32 = 24;
const COLUMN: i32 = LABEL + CHANNEL;
const EDGE: i32 = 14;
/// From a knot to the foot of its first line.
const FOOT: i32 = 30;
/// How many knots there are in a row at most, and side by side.
const LONGEST: usize = 5;
const WIDEST: usize = 4;

pub fn draw(steps: &[Step], order: &Order) -> Drawing {
    let grid = Grid::side_by_side(order, WIDEST);
    let labels: Vec<Vec<Lettering>> = steps.iter().map(|step| words(step, (0, 0), "middle", LABEL)).collect();
    let sheet = Sheet::new(&grid, &labels);
    let mut knots: Vec<Knot> = steps.iter().zip(&grid.places).map(|(step, &at)| knot(step, sheet.point(at))).collect();
    for (knot, label) in knots.iter_mut().zip(&labels) {
        let (x, y) = (knot.x, knot.y + FOOT);
        knot.lines = label.iter().map(|line| Lettering { x, y: y + line.y, ..line.clone() }).collect();
        knot.area = Area { x: x - LABEL / 2, y: knot.y - EDGE, width: LABEL, height: EDGE + height(label) };
    }
    let lines = drawn(&grid, |strand| sheet.line(&grid, strand));
    Drawing { width: sheet.width, height: sheet.height, lines, knots, words: Vec::new() }
}

/// How far the words of a knot reach down from it.
fn height(label: &[Lettering]) -> i32 {
    label.last().map_or(0, |last| FOOT + last.y + LEADING / 3)
}

/// Where lanes and layers lie.
struct Sheet {
    width: i32,
    height: i32,
    layers: usize,
    /// How many layers a row has: no last row is nearly empty.
    columns: usize,
    /// For each row, how far down its lanes are.
    rows: Vec<Vec<i32>>,
}

impl Sheet {
    fn new(grid: &Grid, labels: &[Vec<Lettering>]) -> Self {
        let layers = grid.layers();
        let rows = layers.div_ceil(LONGEST).max(1);
        let columns = layers.div_ceil(rows).max(1);
        let width = 2 * EDGE + i32::try_from(columns).unwrap_or(1) * COLUMN;
        let mut sheet = Self { width, height: EDGE, layers, columns, rows: Vec::new() };
        for row in 0..rows {
            let lanes: Vec<i32> = (0..sheet.lanes_of(grid, row))
                .map(|lane| {
                    let held = grid.places.iter().zip(labels);
                    let held = held.filter(|(at, _)| at.1 == lane && sheet.row_of(at.0) == row);
                    let deepest = held.map(|(_, label)| height(label)).max().unwrap_or(0);
                    let y = sheet.height;
                    sheet.height = y + deepest + 2 * EDGE;
                    y
                })
                .collect();
            sheet.rows.push(lanes);
        }
        sheet.height -= EDGE;
        sheet
    }

    /// As many lanes as anything needs that lies in the row or leaves it.
    fn lanes_of(&self, grid: &Grid, row: usize) -> usize {
        let layers = row * self.columns..((row + 1) * self.columns).min(self.layers);
        let leaving = grid.strands.iter().flat_map(|strand| grid.way(strand));
        let leaving = leaving.filter(|at| at.0 == layers.end && at.0 < self.layers).map(|at| at.1 + 1);
        layers.clone().map(|layer| grid.lanes(layer)).chain(leaving).max().unwrap_or(1).max(1)
    }

    /// A place of the grid. The end lies behind the last knot of its row.
    fn point(&self, (layer, lane): (usize, usize)) -> (i32, i32) {
        let column = i32::try_from(layer % self.columns).unwrap_or_default();
        (EDGE + LABEL / 2 + column * COLUMN, self.rows[self.row_of(layer)][lane])
    }

    fn line(&self, grid: &Grid, strand: &Strand) -> Line {
        let way = grid.way(strand);
        let mut line = Line::default();
        let (x, y) = self.point(way[0]);
        // The thread comes in from the left.
        line.start(if strand.from == 0 && strand.is_thread { 0 } else { x }, y);
        line.straight(x, y);
        for step in way.windows(2) {
            self.step(&mut line, step[0], step[1]);
        }
        line
    }

    fn step(&self, line: &mut Line, from: (usize, usize), to: (usize, usize)) {
        let (x, y) = self.point(from);
        let lanes = &self.rows[self.row_of(from.0)];
        let (leaves, arrives) = (x + LABEL / 2, x + LABEL / 2 + CHANNEL);
        line.across((leaves, y), (arrives, lanes[to.1]));
        if to.0 == self.layers {
            line.straight(arrives + EDGE, lanes[to.1]);
            return;
        }
        let (x, y) = self.point(to);
        if self.row_of(to.0) != self.row_of(from.0) {
            line.straight(self.width, lanes[to.1]);
            line.start(0, y);
        }
        line.straight(x, y);
    }

    fn row_of(&self, layer: usize) -> usize {
        layer / self.columns
    }
}
