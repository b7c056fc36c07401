//! The calendar an organiser plans with: how often a cohort meets, which days are skipped, and what the clock
//! on the wall shows.
//!
//! Everything here is a function of its arguments. Nothing reads the time of day, the zone of the computer or
//! the zone files of the system: the same handbook has the same dates everywhere.

mod blocked;
mod rhythm;
mod zone;

pub use blocked::{Blocked, Period};
pub use rhythm::Rhythm;
pub use zone::{LocalStart, Oddity, local_start, time_zone, time_zone_names};
