//! From a TOML text to the typed value of its kind, or to a message for each fault.

use std::borrow::Cow;

use serde::de::DeserializeOwned;
use serde_json::Value;
use toml::de::{DeTable, DeValue, Deserializer, Error};

use super::faults::{Faults, Subject, faults};
use super::headers::with_headers;
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

/// What a kind of file may hold, with the schema that every file of the kind is held against.
pub trait Declared: DeserializeOwned {
    /// The schema, made once.
    fn schema() -> &'static Value;
}

/// Makes types [`Declared`].
#[macro_export]
macro_rules! declared {
    ($($kind:ty),* $(,)?) => {
        $(
            impl $crate::document::Declared for $kind {
                fn schema() -> &'static serde_json::Value {
                    static SCHEMA: std::sync::LazyLock<serde_json::Value> =
                        std::sync::LazyLock::new($crate::document::schema::schema_for_checking::<$kind>);
                    &SCHEMA
                }
            }
        )*
    };
}

/// Reads `toml` as a `T`.
///
/// # Errors
/// Every fault of the text, and what can be held against the rest of the handbook all the same.
pub fn decode<T: Declared>(subject: &Subject<'_>, toml: &str) -> Result<T, Faulty<T>> {
    let schema = T::schema();
    let error = match read(toml, schema) {
        Ok(value) => return Ok(value),
        Err(error) => error,
    };
    if let Some(mut unreadable) = unreadable(subject.path, subject.quoting, toml) {
        // What could not be read is not missing.
        let is_missing = |fault: &Diagnostic| {
            fault.code == Code::MissingKey || (fault.code == Code::Empty && fault.place.span == Span::TOP)
        };
        let rest = all_faults(subject, &unreadable.rest, schema).diagnostics;
        unreadable.diagnostics.extend(rest.into_iter().filter(|fault| !is_missing(fault)));
        return Err(Faulty { diagnostics: unreadable.diagnostics, rest: None });
    }
    let Faults { mut diagnostics, rest } = all_faults(subject, toml, schema);
    if diagnostics.is_empty() {
        diagnostics.push(refused(subject, &error));
    }
    let rest = rest.and_then(|(rest, stand_ins)| Some((toml::from_str(&rest).ok()?, stand_ins)));
    Err(Faulty { diagnostics, rest })
}

fn read<T: DeserializeOwned>(toml: &str, schema: &Value) -> Result<T, Error> {
    let table = DeTable::parse(toml)?;
    if is_list_for_table_in(table.get_ref(), schema) {
        return Err(serde::de::Error::custom("must be a table, found a list"));
    }
    T::deserialize(Deserializer::from(table))
}

/// Whether a list stands where the schema has something else: serde would read it as a table without keys, one entry
/// a field.
fn is_list_for_table_in(table: &DeTable<'_>, schema: &Value) -> bool {
    let properties = schema.get("properties");
    let of_key = |key: &str| properties.and_then(|all| all.get(key)).or_else(|| schema.get("additionalProperties"));
    let mut entries = table.iter().filter_map(|(key, value)| Some((value.get_ref(), of_key(key.get_ref())?)));
    entries.any(|(value, schema)| is_list_for_table(value, schema))
}

fn is_list_for_table(value: &DeValue<'_>, schema: &Value) -> bool {
    // Of a table with keys, branches only tell which of them go together.
    let branches = schema.get("anyOf").filter(|_| schema.get("properties").is_none());
    if let Some(branches) = branches.and_then(Value::as_array) {
        return branches.iter().all(|branch| is_list_for_table(value, branch));
    }
    match value {
        DeValue::Table(table) => is_list_for_table_in(table, schema),
        DeValue::Array(list) => match (schema.get("type").and_then(Value::as_str), schema.get("items")) {
            (Some("array"), Some(entry)) => list.iter().any(|value| is_list_for_table(value.get_ref(), entry)),
            (kind, _) => kind.is_some_and(|kind| kind != "array"),
        },
        _ => false,
    }
}

/// The faults of a text, and of the rest of it as if no header were missing.
fn all_faults(subject: &Subject<'_>, toml: &str, schema: &Value) -> Faults {
    let headed = with_headers(subject, toml, schema);
    let Faults { diagnostics, rest } = faults(subject, &headed.toml, schema);
    let diagnostics = diagnostics.into_iter().map(|diagnostic| headed.placed(diagnostic));
    Faults {
        diagnostics: headed.diagnostics.iter().cloned().chain(diagnostics).collect(),
        rest: rest.filter(|_| headed.is_whole),
    }
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
