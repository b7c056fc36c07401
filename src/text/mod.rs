//! The ground every other room stands on: where a text comes from, where a page goes, and which bytes of a
//! file are meant.
//!
//! Nothing here reads a file or knows what a handbook is.

mod fingerprint;
mod paths;
mod source;
mod span;

pub use fingerprint::Fingerprint;
pub use paths::{OutputPath, SourcePath, Url, in_link};
pub use source::{Position, Source, Sources, changed};
pub use span::Span;
