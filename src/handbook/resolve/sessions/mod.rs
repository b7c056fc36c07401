//! The sessions of a cohort (model.md §11 to §16): how long they are, when they are, what is done in them.

mod setting;
mod frames;
mod dates;
mod packing;
mod overflow;
mod pins;
mod agenda;
mod milestones;

pub use pins::Pinboard;
pub use setting::{Setting, compute, overrides};
