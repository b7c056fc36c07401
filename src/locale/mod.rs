//! Everything that depends on a language: its tag, the values that exist once a language, the interface texts,
//! dates and numbers, and the quotes of running text.
//!
//! Takes tags and texts, gives texts. Nothing here reads a file, a clock or the environment, and nothing reports:
//! what an author wrote wrongly comes back as data ([`TextProblem`], [`Found::Fallback`], `None`).

mod formats;
mod localized;
mod quotes;
mod tag;
mod texts;

pub use formats::Formats;
pub use localized::{Found, Language, Localized, look_up};
pub use quotes::{Quotes, Typographer, quotes};
pub use tag::Locale;
pub use texts::{Argument, TextFile, TextProblem, Texts, built_in_chain, has_built_in};
