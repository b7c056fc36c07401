//! `site.toml`: what holds for the whole site (model.md §2).
//!
//! [`site`] is the file as its author wrote it, [`Config`] what it means, [`Languages`] and [`Translator`] the
//! languages of the site and how texts are found in them.

mod addresses;
mod languages;
mod resolve;
pub mod site;

pub use addresses::{absolute_http, contact};
pub use languages::{Languages, Translator, Words, swiss_spelling};
pub use resolve::{Config, Holiday, Reading, Zone, inverted_period, resolve};
