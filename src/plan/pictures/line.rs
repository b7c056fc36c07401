//! Lines in the notation of SVG's `d`.

use std::fmt::Write;

use crate::view::DrawnLine;

/// A straight line of a kind.
#[must_use]
pub fn straight(kind: &str, from: (i32, i32), to: (i32, i32)) -> DrawnLine {
    let mut line = Line::default();
    line.start(from.0, from.1);
    line.straight(to.0, to.1);
    DrawnLine { kind: kind.to_owned(), d: line.finish() }
}

/// A line that grows.
#[derive(Debug, Clone, Default)]
pub struct Line(String);

impl Line {
    /// Begins anew at a point.
    pub fn start(&mut self, x: i32, y: i32) {
        self.add(format_args!("M{x} {y}"));
    }

    /// Straight on to a point.
    pub fn straight(&mut self, x: i32, y: i32) {
        self.add(format_args!("L{x} {y}"));
    }

    /// Along x from one point to another, gently from one height to the other.
    pub fn across(&mut self, from: (i32, i32), to: (i32, i32)) {
        let half = (from.0 + to.0) / 2;
        self.straight(from.0, from.1);
        if from.1 != to.1 {
            self.add(format_args!("C{half} {} {half} {} {} {}", from.1, to.1, to.0, to.1));
        }
    }

    /// Along y from one point to another, gently from one side to the other.
    pub fn down(&mut self, from: (i32, i32), to: (i32, i32)) {
        let half = (from.1 + to.1) / 2;
        self.straight(from.0, from.1);
        if from.0 != to.0 {
            self.add(format_args!("C{} {half} {} {half} {} {}", from.0, to.0, to.0, to.1));
        }
    }

    /// Around a rectangle with its upper left corner at a point.
    pub fn rectangle(&mut self, (x, y): (i32, i32), (width, height): (i32, i32)) {
        self.add(format_args!("M{x} {y}h{width}v{height}h-{width}z"));
    }

    /// In a bow from one point to another, which leans as far as `lean` says, to the side that it says.
    pub fn bow(&mut self, from: (i32, i32), to: (i32, i32), lean: (i32, i32)) {
        self.start(from.0, from.1);
        let (first, second) = ((from.0 + lean.0, from.1 + lean.1), (to.0 + lean.0, to.1 + lean.1));
        self.add(format_args!("C{} {} {} {} {} {}", first.0, first.1, second.0, second.1, to.0, to.1));
    }

    /// What stands in `d`.
    #[must_use]
    pub fn finish(self) -> String {
        self.0
    }

    fn add(&mut self, step: std::fmt::Arguments<'_>) {
        self.0.write_fmt(step).expect("a string takes everything");
    }
}
