//! A TOML text as the JSON value that is held against a schema.
//!
//! JSON has no dates, and takes `5.0` for a whole number: here a date is `{"$date": "2026-09-03"}` and a number with
//! a point `{"$number": "5.0"}`, as written; the schemas are changed to fit
//! ([`schema_for_checking`](super::schema::schema_for_checking)).

use serde_json::Value;
use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

/// The table and everything in it.
pub fn table_to_json(table: &DeTable<'_>) -> Value {
    let entry = |(key, value): (&Spanned<DeString<'_>>, &Spanned<DeValue<'_>>)| {
        (key.get_ref().to_string(), value_to_json(value.get_ref()))
    };
    Value::Object(table.iter().map(entry).collect())
}

fn value_to_json(value: &DeValue<'_>) -> Value {
    match value {
        DeValue::String(text) => Value::String(text.to_string()),
        DeValue::Integer(integer) => i64::from_str_radix(integer.as_str(), integer.radix())
            .map_or_else(|_| beyond_counting(integer.as_str()), Value::from),
        DeValue::Float(float) => tagged("$number", float.as_str()),
        DeValue::Boolean(truth) => Value::Bool(*truth),
        DeValue::Datetime(datetime) => {
            let key = match (datetime.date, datetime.time) {
                (Some(_), None) => "$date",
                (None, Some(time)) if has_seconds(time) => "$seconds",
                (None, Some(_)) => "$time",
                _ => "$datetime",
            };
            tagged(key, &datetime.to_string())
        }
        DeValue::Array(list) => Value::Array(list.iter().map(|entry| value_to_json(entry.get_ref())).collect()),
        DeValue::Table(table) => table_to_json(table),
    }
}

/// The way back: the table that holds these values.
pub fn json_to_table(value: &Value) -> Option<toml::Table> {
    let entry = |(key, value): (&String, &Value)| Some((key.clone(), json_to_value(value)?));
    value.as_object()?.iter().map(entry).collect()
}

fn json_to_value(value: &Value) -> Option<toml::Value> {
    Some(match value {
        Value::Null => return None,
        Value::Bool(truth) => toml::Value::Boolean(*truth),
        Value::Number(number) => toml::Value::Integer(number.as_i64()?),
        Value::String(text) => toml::Value::String(text.clone()),
        Value::Array(list) => toml::Value::Array(list.iter().map(json_to_value).collect::<Option<_>>()?),
        Value::Object(table) => match table.iter().next() {
            Some((key, Value::String(written))) if key == "$number" => toml::Value::Float(written.parse().ok()?),
            Some((key, Value::String(written))) if key.starts_with('$') => toml::Value::Datetime(written.parse().ok()?),
            _ => toml::Value::Table(json_to_table(value)?),
        },
    })
}

/// Whether a time of day is more exact than a minute.
pub fn has_seconds(time: toml::value::Time) -> bool {
    time.second.unwrap_or_default() > 0 || time.nanosecond.unwrap_or_default() > 0
}

/// A whole number that is larger, or smaller, than any that is counted with: JSON knows it roughly.
fn beyond_counting(written: &str) -> Value {
    Value::from(if written.starts_with('-') { -1e20 } else { 1e20 })
}

/// A value that JSON has no word for.
fn tagged(key: &str, written: &str) -> Value {
    Value::Object([(key.to_owned(), Value::String(written.to_owned()))].into_iter().collect())
}
