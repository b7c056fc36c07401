//! From edge to edge of a card: knots without words, in one row however many there are.

use super::Step;
use crate::plan::pictures::lanes::{Grid, Strand};
use crate::plan::pictures::order::Order;
use crate::plan::pictures::strip::{self, MARGIN, Strip, StripKnot, StripKnotKind, StripLine, Stroke, WIDTH};

/// How far knots and lanes are apart at most, and how far down the lanes may reach.
const COLUMN: i32 = 220;
const LANE: i32 = 52;
const DEEPEST: i32 = 140;

/// How many knots there are side by side.
const WIDEST: usize = 4;

pub fn draw(steps: &[Step], order: &Order) -> Strip {
    let grid = Grid::side_by_side(order, WIDEST);
    let sheet = Sheet::new(&grid);
    let of = |wanted: bool| grid.strands.iter().filter(move |strand| strand.is_thread == wanted);
    let mut lines: Vec<StripLine> = of(false).chain(of(true)).map(|strand| sheet.line(&grid, strand)).collect();
    if steps.is_empty() {
        lines.push(StripLine { stroke: Stroke::Thread, points: vec![(0, 0), (WIDTH, 0)] });
    }
    let knot = |(step, &at): (&Step, &(usize, usize))| StripKnot {
        kind: if step.is_optional { StripKnotKind::Ring } else { StripKnotKind::Filled },
        at: sheet.point(at),
    };
    let knots = steps.iter().zip(&grid.places).map(knot).collect();
    let radius = strip::radius(sheet.column.min(sheet.lane));
    let below = sheet.depths.iter().max().copied().unwrap_or_default() + radius;
    Strip { above: radius, below, lines, knots, radius, words: Vec::new() }
}

/// Where layers and lanes lie.
struct Sheet {
    column: i32,
    /// How far lanes with knots are apart.
    lane: i32,
    /// How far down each lane is.
    depths: Vec<i32>,
    /// The layer behind the last knot.
    end: usize,
}

impl Sheet {
    /// Lanes with knots lie one below the other. What runs between two of them is drawn as one line, however many
    /// lanes it needs on a page.
    fn new(grid: &Grid) -> Self {
        let layers = i32::try_from(grid.layers()).unwrap_or(i32::MAX);
        let column = ((WIDTH - 2 * MARGIN) / layers.max(1)).min(COLUMN);
        let has_knots = |lane: usize| grid.places.iter().any(|at| at.1 == lane);
        let lanes = grid.strands.iter().flat_map(|strand| grid.way(strand)).map(|at| at.1 + 1).max().unwrap_or(1);
        // In halves: lanes with knots have the even numbers.
        let mut halves: Vec<i32> = Vec::with_capacity(lanes);
        for lane in 0..lanes {
            let last = halves.last().copied().unwrap_or(-1);
            halves.push(if has_knots(lane) { last + 1 + (last + 1) % 2 } else { last + (last + 1) % 2 });
        }
        let most = halves.last().copied().unwrap_or_default();
        let half = (DEEPEST / most.max(1)).min(LANE / 2);
        let depths = halves.into_iter().map(|halves| halves * half).collect();
        Self { column, lane: 2 * half, depths, end: grid.layers() }
    }

    fn point(&self, (layer, lane): (usize, usize)) -> (i32, i32) {
        let layer = i32::try_from(layer).unwrap_or(i32::MAX);
        ((MARGIN + layer * self.column).min(WIDTH), self.depths[lane])
    }

    fn line(&self, grid: &Grid, strand: &Strand) -> StripLine {
        let way = grid.way(strand);
        let mut points = vec![self.point(way[0])];
        if strand.from == 0 && strand.is_thread {
            points.insert(0, (0, 0));
        }
        for step in way.windows(2) {
            let (from, to) = (self.point(step[0]), self.point(step[1]));
            let flat = (to.0 - from.0) / 5;
            points.extend([(from.0 + flat, from.1), (to.0 - flat, to.1), to]);
        }
        if strand.is_thread && way.last().is_some_and(|last| last.0 == self.end) {
            points.push((WIDTH, 0));
        }
        StripLine { stroke: if strand.is_thread { Stroke::Thread } else { Stroke::Branch }, points }
    }
}
