//! Everything the program has to say to an author, as plain data.
//!
//! Stages fill a [`Report`] and go on with what is sound. What a message looks like on a terminal, in one
//! line, or in JSON is decided in [`emit`], at the very end.

mod code;
pub mod emit;
mod explanation;
mod report;
mod suggest;
mod syntax;

pub use code::{Code, Severity};
pub use explanation::{Explanation, explanation};
pub use report::{Diagnostic, Edit, Label, Level, Levels, Place, Report, STAND_IN};
pub use suggest::{folded, nearest};
pub use syntax::{Quoting, Statement, Unreadable, statements, unreadable};
