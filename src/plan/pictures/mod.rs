//! The three pictures of the thread: a topic's path, a session's agenda, a cohort's time line (site.md, "Look").
//!
//! From plain numbers and words to views with whole coordinates; the mark-up stands in the theme. Path and time line
//! are drawn a third time as a [`Strip`] for cards. Nothing here knows the handbook, and nothing measures type: how
//! wide a word is, is estimated generously in [`lettering`].

mod agenda;
mod code;
mod lanes;
mod lettering;
mod line;
mod order;
mod path;
mod spread;
mod strip;
mod time_line;

pub use agenda::{Block, agenda};
pub use code::qr_code;
pub use lettering::broken;
pub use path::{Step, path, path_strip};
pub use strip::{MARGIN, Strip, StripKnotKind, Stroke, WIDTH};
pub use time_line::{MONTH_SIZE, Month, Pause, Stop, time_line, time_strip};

#[cfg(test)]
mod overlap;
