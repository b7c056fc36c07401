//! The three pictures of the thread: a topic's path, a session's agenda, a cohort's time line (site.md, "Look").
//!
//! From plain numbers and words to views with whole coordinates; the mark-up stands in the theme. Nothing here knows
//! the handbook, and nothing measures type: how wide a word is, is estimated generously in [`lettering`].

mod lanes;
mod lettering;
mod line;
mod order;
mod path;

pub use path::{Step, path};
