//! Topics and their modules (model.md §4, §5).

mod read;
mod prerequisites;
mod goals;
mod module;
mod material;
mod texts;

pub use read::{Memory, Topics, resolve};
pub use texts::{some_words, words};
