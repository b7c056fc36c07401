//! The edge of the program towards the network: whether addresses outside the site can be reached.
//!
//! Only [`check --external-links`](crate::cli) asks. Nothing else in the program ever calls another host, and nothing
//! that is written depends on what is found here.

mod ask;
mod patience;

pub use ask::{Answer, ask};
pub use patience::Patience;
