//! The preview server: the site of a handbook, straight from memory, on the author's own machine.
//!
//! A [`Maker`] turns every state of the sources into a [`Site`] and what is wrong with it; a [`Preview`] holds what
//! is shown now and tells the open pages when that changes; [`serve`] answers requests. Nothing is written to disk,
//! and no path outside the site can be asked for: an address is looked up, never opened.

mod answer;
mod listen;
mod live;
mod maker;
mod panel;
mod preview;
mod ranges;
mod site;

pub use listen::{bind, end, serve};
pub use maker::{Made, Maker};
pub use panel::{Editor, problems};
pub use preview::{Preview, Problems};
pub use site::{Found, Site};
