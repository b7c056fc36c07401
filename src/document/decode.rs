//! From a TOML text to the typed value of its kind, or to a message for each fault.

use schemars::JsonSchema;
use serde::de::DeserializeOwned;

use super::faults::{Subject, faults};
use super::schema::schema_for_checking;
use super::syntax::unreadable;
use crate::diagnostics::{Code, Diagnostic, Place};
use crate::text::Span;

/// Reads `toml` as a `T`.
///
/// # Errors
/// Every fault of the text, each at its place.
pub fn decode<T: DeserializeOwned + JsonSchema>(subject: &Subject<'_>, toml: &str) -> Result<T, Vec<Diagnostic>> {
    let error = match toml::from_str(toml) {
        Ok(value) => return Ok(value),
        Err(error) => error,
    };
    let schema = schema_for_checking::<T>();
    if let Some(mut unreadable) = unreadable(subject, toml) {
        // What could not be read is not missing.
        let is_missing = |fault: &Diagnostic| {
            fault.code == Code::MissingKey || (fault.code == Code::Empty && fault.place.span == Span::TOP)
        };
        let rest = faults(subject, &unreadable.rest, &schema);
        unreadable.diagnostics.extend(rest.into_iter().filter(|fault| !is_missing(fault)));
        return Err(unreadable.diagnostics);
    }
    let mut found = faults(subject, toml, &schema);
    if found.is_empty() {
        found.push(refused(subject, &error));
    }
    Err(found)
}

/// What serde refuses and the schema does not see, such as a number that no computer counts to.
fn refused(subject: &Subject<'_>, error: &toml::de::Error) -> Diagnostic {
    Diagnostic::new(Code::WrongType, error.message().trim(), place(subject, error))
}

fn place(subject: &Subject<'_>, error: &toml::de::Error) -> Place {
    Place::new(subject.path, error.span().map_or(Span::TOP, Span::from))
}
