//! One file alone: what kind it is, what its author wrote, and where.
//!
//! A file goes in ([`parse`]) and a [`Document`] comes out, with a message for everything that is wrong with it
//! by itself. Whether the things it names exist is none of this room's business.

pub mod cohort;
mod decode;
pub mod factor;
mod faults;
pub mod fence;
pub mod glossary;
mod headers;
mod instance;
mod keys;
mod layout;
pub mod markdown;
mod misnamed;
pub mod module;
pub mod pages;
mod parse;
pub mod people;
pub mod programme;
mod retyped;
pub mod schema;
mod stand_ins;
pub mod template;
pub mod topic;
mod unknown_keys;
pub mod values;

pub use decode::{Declared, Faulty, decode, readable};
pub use faults::{Subject, bad_id};
pub use keys::{Found, Keys, Step};
pub use layout::{Kind, Layout};
pub use misnamed::Misnamed;
pub use parse::{Content, Document, File, original_of, parse};
