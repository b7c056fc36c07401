//! The edge of the program towards the disk: everything is read here before a build, and written here after it.
//!
//! [`scan()`] takes the handbook's folder and gives [`Sources`](crate::text::Sources); a [`Writer`] takes the
//! finished pages and puts the whole site in the place of the one before. What lies between never meets a file.
//! [`add()`] is how `leitfaden new` writes sources.

#![expect(clippy::disallowed_methods, reason = "this is the room that touches files")]

mod add;
mod foreign;
mod lock;
mod manifest;
mod place;
mod private;
mod scan;
mod tree;
mod watch;
mod write;

pub use add::{Addition, Before, add, add_handbook, put};
pub use place::{is_inside, overlaps_sources};
pub use private::{forget, known_of, write_report};
pub use scan::{Scan, ScanProblem, Scanner, find_root, scan};
pub use watch::{Mode, Touched, Watch};
pub use write::{BeginError, Writer, Written};
