//! Where knots and strands lie: every module in a layer along the thread and in a lane beside it.

use super::order::Order;

/// Knots and strands on a grid of layers (along) and lanes (across).
#[derive(Debug, Clone)]
pub struct Grid {
    /// The layer and the lane of each module, and last of the end.
    pub places: Vec<(usize, usize)>,
    /// What leads from one to another.
    pub strands: Vec<Strand>,
    cells: Vec<Vec<Cell>>,
}

/// A line from a module to another or to the end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Strand {
    /// Where it leaves.
    pub from: usize,
    /// Where it joins.
    pub to: usize,
    /// The lane in which it passes what lies between.
    pub lane: usize,
    /// Whether it is a piece of the thread itself.
    pub is_thread: bool,
}

#[derive(Debug, Clone, Default)]
enum Cell {
    #[default]
    Free,
    Knot,
    Strands(Vec<(usize, usize)>),
}

impl Grid {
    /// Several modules side by side where nothing puts one before the other, at most `widest` in a layer.
    #[must_use]
    pub fn side_by_side(order: &Order, widest: usize) -> Self {
        let mut layers: Vec<usize> = Vec::new();
        let mut held: Vec<usize> = Vec::new();
        for before in &order.before[..order.modules] {
            let first = before.iter().map(|&one| layers[one] + 1).max().unwrap_or(0);
            let layer = (first..).find(|&layer| held.get(layer).is_none_or(|&held| held < widest)).unwrap_or(first);
            held.resize(held.len().max(layer + 1), 0);
            held[layer] += 1;
            layers.push(layer);
        }
        Self::lay(order, layers)
    }

    /// One module a layer, in the order of the path.
    #[must_use]
    pub fn one_by_one(order: &Order) -> Self {
        Self::lay(order, (0..order.modules).collect())
    }

    fn lay(order: &Order, mut layers: Vec<usize>) -> Self {
        layers.push(layers.iter().max().map_or(0, |last| last + 1));
        let places = layers.iter().map(|&layer| (layer, 0)).collect();
        let mut grid = Self { places, strands: Vec::new(), cells: vec![Vec::new(); layers.len() + 1] };
        grid.lay_thread(order);
        for at in 0..=order.modules {
            if at < order.modules && !order.thread.contains(&at) {
                let wanted = order.before[at].iter().map(|&one| grid.places[one].1).find(|&lane| lane > 0);
                grid.place(at, wanted);
            }
            for &from in &order.before[at] {
                if !grid.strands.iter().any(|strand| (strand.from, strand.to) == (from, at)) {
                    grid.lead(from, at);
                }
            }
        }
        grid
    }

    /// The thread keeps the first lane.
    fn lay_thread(&mut self, order: &Order) {
        for &at in &order.thread {
            *self.cell(self.places[at].0, 0) = Cell::Knot;
        }
        let ends = order.thread.iter().copied().skip(1).chain([order.modules]);
        for (&from, to) in order.thread.iter().zip(ends) {
            self.occupy(Strand { from, to, lane: 0, is_thread: true });
        }
    }

    fn place(&mut self, at: usize, wanted: Option<usize>) {
        let layer = self.places[at].0;
        let wanted = wanted.filter(|&lane| self.is_free(layer, lane));
        let lane = wanted.or_else(|| (1..).find(|&lane| self.is_free(layer, lane))).unwrap_or(1);
        *self.cell(layer, lane) = Cell::Knot;
        self.places[at].1 = lane;
    }

    /// Leads a strand past what lies between, in a lane that no knot and no foreign strand is in.
    fn lead(&mut self, from: usize, to: usize) {
        let ends = [self.places[from].1, self.places[to].1];
        let lane = ends.into_iter().chain(0..).find(|&lane| self.may_pass(from, to, lane));
        self.occupy(Strand { from, to, lane: lane.unwrap_or_default(), is_thread: false });
    }

    /// Strands share a lane if they come from one module or lead to one.
    fn may_pass(&self, from: usize, to: usize, lane: usize) -> bool {
        self.between(from, to).all(|layer| match self.cells[layer].get(lane) {
            None | Some(Cell::Free) => true,
            Some(Cell::Knot) => false,
            Some(Cell::Strands(others)) => {
                others.iter().all(|other| other.0 == from) || others.iter().all(|other| other.1 == to)
            }
        })
    }

    fn occupy(&mut self, strand: Strand) {
        for layer in self.between(strand.from, strand.to) {
            let ends = (strand.from, strand.to);
            match self.cell(layer, strand.lane) {
                Cell::Strands(others) => others.push(ends),
                cell => *cell = Cell::Strands(vec![ends]),
            }
        }
        self.strands.push(strand);
    }

    fn between(&self, from: usize, to: usize) -> std::ops::Range<usize> {
        self.places[from].0 + 1..self.places[to].0
    }

    fn is_free(&self, layer: usize, lane: usize) -> bool {
        matches!(self.cells[layer].get(lane), None | Some(Cell::Free))
    }

    fn cell(&mut self, layer: usize, lane: usize) -> &mut Cell {
        let lanes = &mut self.cells[layer];
        if lanes.len() <= lane {
            lanes.resize(lane + 1, Cell::Free);
        }
        &mut lanes[lane]
    }

    /// How many layers there are before the end.
    #[must_use]
    pub fn layers(&self) -> usize {
        self.places.last().map_or(0, |end| end.0)
    }

    /// How many lanes hold something in a layer.
    #[must_use]
    pub fn lanes(&self, layer: usize) -> usize {
        self.cells.get(layer).map_or(0, Vec::len)
    }

    /// The way of a strand from layer to layer, both ends included.
    #[must_use]
    pub fn way(&self, strand: &Strand) -> Vec<(usize, usize)> {
        let passing = self.between(strand.from, strand.to).map(|layer| (layer, strand.lane));
        [self.places[strand.from]].into_iter().chain(passing).chain([self.places[strand.to]]).collect()
    }
}
