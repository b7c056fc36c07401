//! The thread as a strip from one edge of a card to the other: the pictures of pages without their words.

/// How wide a strip is.
pub const WIDTH: i32 = 1200;

/// What has a place on the strip keeps so far away from its edges.
pub const MARGIN: i32 = 80;

/// How large a knot is if there is room for it.
const LARGEST: i32 = 14;

/// Below this a knot would be no more than a bulge of the thread.
const SMALLEST: i32 = 6;

/// A strip. Points count from its left edge and from the thread, downward.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Strip {
    /// How far it reaches up from the thread.
    pub above: i32,
    /// How far it reaches down from the thread.
    pub below: i32,
    /// Its lines, the hindmost first.
    pub lines: Vec<StripLine>,
    /// The knots on them, the hindmost first.
    pub knots: Vec<StripKnot>,
    /// How large knots are, from their middle to their edge.
    pub radius: i32,
    /// Words, each with the left end of its line.
    pub words: Vec<((i32, i32), String)>,
}

/// A line that goes through points, gently from one height to another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StripLine {
    /// How it is drawn.
    pub stroke: Stroke,
    /// Where it goes through, from left to right.
    pub points: Vec<(i32, i32)>,
}

/// How a line of a strip is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stroke {
    /// The thread.
    Thread,
    /// What leaves the thread and joins it again.
    Branch,
    /// The thread where nothing takes place.
    Gap,
    /// The edge of a month.
    Tick,
}

/// A knot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StripKnot {
    /// What it says.
    pub kind: StripKnotKind,
    /// Where it is.
    pub at: (i32, i32),
}

/// What a knot says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StripKnotKind {
    /// A required module, or a session.
    Filled,
    /// An optional module.
    Ring,
    /// A session that does not take place, or the old place of one that was moved.
    Ghost,
}

impl Strip {
    /// The thread alone, in the bend and with the knot that stand for the whole handbook.
    #[must_use]
    pub fn of_the_site() -> Self {
        let (high, middle) = (-110, WIDTH / 2);
        let points = vec![(0, high), (middle - 190, high), (middle + 190, 0), (WIDTH, 0)];
        Self {
            above: -high + LARGEST,
            below: LARGEST,
            lines: vec![StripLine { stroke: Stroke::Thread, points }],
            knots: vec![StripKnot { kind: StripKnotKind::Filled, at: (middle, high / 2) }],
            radius: 2 * LARGEST,
            words: Vec::new(),
        }
    }

    /// The same strip for a language that is written from right to left; `width` says how wide words are.
    #[must_use]
    pub fn mirrored(mut self, width: impl Fn(&str) -> i32) -> Self {
        for line in &mut self.lines {
            line.points.iter_mut().for_each(|point| point.0 = WIDTH - point.0);
            line.points.reverse();
        }
        self.knots.iter_mut().for_each(|knot| knot.at.0 = WIDTH - knot.at.0);
        self.words.iter_mut().for_each(|(at, word)| at.0 = WIDTH - at.0 - width(word));
        self
    }
}

/// How large knots may be that are so far apart.
#[must_use]
pub fn radius(apart: i32) -> i32 {
    (apart * 2 / 5).clamp(SMALLEST, LARGEST)
}
