//! From a TOML text to the typed value of its kind, or to a message for each fault.

use std::borrow::Cow;

use schemars::JsonSchema;
use serde::de::DeserializeOwned;

use super::faults::{Faults, Subject, faults};
use super::schema::schema_for_checking;
use super::stand_ins::StandIns;
use crate::diagnostics::{Code, Diagnostic, Place, unreadable};
use crate::text::Span;

/// A text with faults.
#[derive(Debug)]
pub struct Faulty<T> {
    /// A message for each, at its place.
    pub diagnostics: Vec<Diagnostic>,
    /// What the text says apart from them, with stand-ins for what is wrong or missing.
    pub rest: Option<(T, StandIns)>,
}

/// Reads `toml` as a `T`.
///
/// # Errors
/// Every fault of the text, and what can be held against the rest of the handbook all the same.
pub fn decode<T: DeserializeOwned + JsonSchema>(subject: &Subject<'_>, toml: &str) -> Result<T, Faulty<T>> {
    let error = match toml::from_str(toml) {
        Ok(value) => return Ok(value),
        Err(error) => error,
    };
    let schema = schema_for_checking::<T>();
    if let Some(mut unreadable) = unreadable(subject.path, subject.quoting, toml) {
        // What could not be read is not missing.
        let is_missing = |fault: &Diagnostic| {
            fault.code == Code::MissingKey || (fault.code == Code::Empty && fault.place.span == Span::TOP)
        };
        let rest = faults(subject, &unreadable.rest, &schema).diagnostics;
        unreadable.diagnostics.extend(rest.into_iter().filter(|fault| !is_missing(fault)));
        return Err(Faulty { diagnostics: unreadable.diagnostics, rest: None });
    }
    let Faults { mut diagnostics, rest } = faults(subject, toml, &schema);
    if diagnostics.is_empty() {
        diagnostics.push(refused(subject, &error));
    }
    let rest = rest.and_then(|(rest, stand_ins)| Some((toml::from_str(&rest).ok()?, stand_ins)));
    Err(Faulty { diagnostics, rest })
}

/// What serde refuses and the schema does not see, such as a number that no computer counts to.
fn refused(subject: &Subject<'_>, error: &toml::de::Error) -> Diagnostic {
    Diagnostic::new(Code::WrongType, error.message().trim(), place(subject, error))
}

fn place(subject: &Subject<'_>, error: &toml::de::Error) -> Place {
    Place::new(subject.path, error.span().map_or(Span::TOP, Span::from))
}

/// The text without what is no TOML in it.
#[must_use]
pub fn readable<'t>(subject: &Subject<'_>, toml: &'t str) -> Cow<'t, str> {
    unreadable(subject.path, subject.quoting, toml)
        .map_or(Cow::Borrowed(toml), |unreadable| Cow::Owned(unreadable.rest))
}
