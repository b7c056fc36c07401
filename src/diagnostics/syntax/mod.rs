//! TOML that cannot be read: every place where its author must act, in plain words (model.md §0, `toml-syntax`).
//!
//! A parser says where it gave up; an unclosed bracket is noticed many lines below the one that lacks it. So the text
//! is cut into [`statements`] first, each is tried by itself, and what is wrong with it is told from how it is written
//! ([`explain`]). What is left when the faulty ones are blanked is read as usual.

mod explain;
mod faults;
mod statements;
mod values;

pub use faults::{Quoting, Unreadable, unreadable};
pub use statements::{Statement, statements};
