//! Pictures of pixels: lines, knots and words drawn on a sheet of paper, as a PNG; and photographs made smaller.
//!
//! It knows nothing of handbooks and themes and uses no other room. The same strokes give the same bytes on every
//! machine: coordinates are only added, multiplied and rooted, which all processors do alike. Photographs are read by a
//! library that may round in another way on another kind of processor.

mod font;
pub mod photo;
mod png;
mod sheet;

pub use font::{Cut, Font};
pub use sheet::{Color, Colors, Ink, Sheet};

/// What sheets are painted with: a theme's fonts and colours.
#[derive(Debug, Clone)]
pub struct Brushes {
    /// The font of titles.
    pub title: Font,
    /// The font of everything else.
    pub text: Font,
    /// The colours.
    pub colors: Colors,
}
