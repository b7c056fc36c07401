//! Cohorts (model.md §8): what is written, held against programme, topics and templates.

mod read;
mod across;
mod topics;
mod rules;
mod waivers;
mod blocked;
mod numbers;
mod overrides;

pub use across::Across;
pub use read::{Parts, resolve, session_key};
