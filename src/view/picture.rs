//! Pictures of the thread, ready to be drawn.

use schemars::JsonSchema;
use serde::Serialize;

/// A picture in a wide and a tall form; pages show one of the two.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Picture {
    /// From left to right, for wide screens and paper.
    pub wide: Drawing,
    /// From top to bottom, for phones.
    pub tall: Drawing,
}

/// A drawing in whole units, which are CSS pixels unless it is made smaller.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Drawing {
    /// How wide it is.
    pub width: i32,
    /// How high it is.
    pub height: i32,
    /// Its lines, the hindmost first.
    pub lines: Vec<DrawnLine>,
    /// What stands on the line, in reading order.
    pub knots: Vec<Knot>,
    /// Words that belong to no knot: months, reasons.
    pub words: Vec<Lettering>,
}

/// A line of a drawing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct DrawnLine {
    /// "thread", "branch", "gap" (a time without sessions), "ghost" (from an old place to the new one), "leader" (from
    /// a knot to its words), "tick", or the bar of a block: "bar-mentor", "bar-mentee", "bar-organiser", "bar-sponsor".
    pub kind: String,
    /// The line, as SVG's `d` has it.
    pub d: String,
}

/// Something on the line with its words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Knot {
    /// Where it is, from the left.
    pub x: i32,
    /// Where it is, from the top.
    pub y: i32,
    /// "required", "optional", "block", "break", "session", "cancelled" or "ghost" (an old place).
    pub kind: String,
    /// Where it leads; may be empty.
    pub href: String,
    /// What it is, with nothing left out: for whoever hears the picture.
    pub name: String,
    /// Its words, line by line.
    pub lines: Vec<Lettering>,
    /// The place of its words, where a finger may touch.
    pub area: Area,
}

/// A line of words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Lettering {
    /// Where it stands, from the left.
    pub x: i32,
    /// Where its foot stands, from the top.
    pub y: i32,
    /// "start" (x is its left), "middle" or "end" (x is its right).
    pub anchor: String,
    /// "title", "note", "time", "month", "ghost" (what no longer holds) or a role: "mentor", "mentee", "both",
    /// "organiser", "sponsor".
    pub style: String,
    /// What it says.
    pub text: String,
}

/// A rectangle.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Area {
    /// Its left edge.
    pub x: i32,
    /// Its upper edge.
    pub y: i32,
    /// How wide it is.
    pub width: i32,
    /// How high it is.
    pub height: i32,
}
