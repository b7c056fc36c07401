//! What a file with faults says apart from them.
//!
//! Each value that is wrong or missing gets a stand-in that its schema allows, so that all other keys can still be
//! held against the rest of the handbook. Nothing is ever computed from it, and whoever asks for the place of a
//! stand-in gets one that no message is kept for.

use std::collections::{BTreeMap, BTreeSet};

use jsonschema::{ValidationError, Validator, error::ValidationErrorKind};
use serde_json::{Map, Value, json};

use super::keys::Step;
use crate::at;
use crate::diagnostics::STAND_IN;

/// After so many rounds every depth of every kind of file was looked at.
const ROUNDS: usize = 8;

/// The values of a file that stand in for others.
#[derive(Debug, Clone, Default)]
pub struct StandIns(BTreeSet<Vec<Step>>);

impl StandIns {
    /// Whether `steps` lead to a stand-in or into one.
    #[must_use]
    pub fn hold(&self, steps: &[Step]) -> bool {
        !self.0.is_empty() && (0..=steps.len()).any(|length| self.0.contains(&steps[..length]))
    }

    /// Whether `steps` lead to something without any stand-in in it.
    #[must_use]
    pub fn spare(&self, steps: &[Step]) -> bool {
        !self.hold(steps) && !self.0.iter().any(|held| held.starts_with(steps))
    }
}

/// A table in which everything that its schema refuses is exchanged.
pub struct Mending<'a> {
    schema: &'a Value,
    instance: Value,
    stand_ins: StandIns,
}

impl<'a> Mending<'a> {
    /// Of `instance`; `meant` are the keys that misspelt ones stand for, each with the pointer of its table, and what
    /// was written instead.
    pub fn new(schema: &'a Value, instance: &Value, meant: &BTreeMap<(String, String), String>) -> Self {
        let mut mending = Self { schema, instance: instance.clone(), stand_ins: StandIns::default() };
        for ((table, key), written) in meant {
            mending.rename(table, written, key);
        }
        mending
    }

    /// What stands under a misspelt key counts as what it is meant to be, as far as it is tables: others refer to their
    /// ids. Of a single value there is a stand-in.
    fn rename(&mut self, pointer: &str, written: &str, key: &str) {
        let table = self.instance.pointer_mut(pointer).and_then(Value::as_object_mut);
        let is_tables = |value: &Value| value.as_array().is_some_and(|list| list.iter().all(Value::is_object));
        let Some(value) = table.and_then(|table| table.remove(written).filter(is_tables)) else {
            return self.fill(pointer, key);
        };
        let steps = self.steps(&format!("{pointer}/{key}"));
        let table = self.instance.pointer_mut(pointer).and_then(Value::as_object_mut);
        match table.map(|table| table.entry(key).or_insert_with(|| json!([]))) {
            Some(Value::Array(known)) => {
                let more = value.as_array().cloned().unwrap_or_default();
                let held =
                    (known.len()..known.len() + more.len()).map(|index| [steps.as_slice(), &at![index]].concat());
                self.stand_ins.0.extend(held);
                known.extend(more);
            }
            _ => self.fill(pointer, key),
        }
    }

    /// The table and what in it stands in for something else; `None` if the schema still refuses it.
    pub fn finish(mut self, validator: &Validator) -> Option<(Value, StandIns)> {
        for _ in 0..ROUNDS {
            let before = self.instance.clone();
            let mut errors = validator.iter_errors(&before).peekable();
            if errors.peek().is_none() {
                return Some((self.instance, self.stand_ins));
            }
            for error in errors {
                self.mend(&error)?;
            }
        }
        None
    }

    fn mend(&mut self, error: &ValidationError<'_>) -> Option<()> {
        let pointer = error.instance_path().to_string();
        match error.kind() {
            ValidationErrorKind::AdditionalProperties { unexpected } => {
                let table = self.instance.pointer_mut(&pointer)?.as_object_mut()?;
                table.retain(|key, _| !unexpected.contains(key));
                Some(())
            }
            ValidationErrorKind::Required { property } => {
                let key = property.as_str()?;
                if key.starts_with('$') {
                    return self.replace(&pointer);
                }
                self.fill(&pointer, key);
                Some(())
            }
            ValidationErrorKind::AnyOf { .. } => match self.one_of_its_keys(&pointer) {
                Some(key) => {
                    self.fill(&pointer, &key);
                    Some(())
                }
                None => self.replace(&pointer),
            },
            ValidationErrorKind::MinItems { .. } => self.lengthen(&pointer),
            _ => self.replace(&pointer),
        }
    }

    /// The key that a table of which one of several keys must be given lacks.
    fn one_of_its_keys(&self, pointer: &str) -> Option<String> {
        let node = node_at(self.schema, pointer).filter(|node| node.get("properties").is_some())?;
        node.get("anyOf")?.get(0)?.get("required")?.get(0)?.as_str().map(str::to_owned)
    }

    fn fill(&mut self, pointer: &str, key: &str) {
        let node = node_at(self.schema, pointer).and_then(|node| node.get("properties")?.get(key));
        let Some(value) = node.and_then(stand_in) else { return };
        let Some(table) = self.instance.pointer_mut(pointer).and_then(Value::as_object_mut) else { return };
        if table.contains_key(key) {
            return;
        }
        table.insert(key.to_owned(), value);
        let steps = self.steps(&format!("{pointer}/{key}"));
        self.stand_ins.0.insert(steps);
    }

    fn replace(&mut self, pointer: &str) -> Option<()> {
        let value = stand_in(node_at(self.schema, pointer)?)?;
        let steps = self.steps(pointer);
        *self.instance.pointer_mut(pointer)? = value;
        self.stand_ins.0.insert(steps);
        Some(())
    }

    /// A list that is too short keeps its entries.
    fn lengthen(&mut self, pointer: &str) -> Option<()> {
        let node = node_at(self.schema, pointer)?;
        let length = usize::try_from(node.get("minItems")?.as_u64()?).ok()?;
        let entry = stand_in(node.get("items")?)?;
        let steps = self.steps(pointer);
        let list = self.instance.pointer_mut(pointer)?.as_array_mut()?;
        if list.is_empty() {
            self.stand_ins.0.insert(steps.clone());
        }
        for index in list.len()..length {
            list.push(entry.clone());
            self.stand_ins.0.insert([steps.as_slice(), &[Step::Index(index)]].concat());
        }
        Some(())
    }

    fn steps(&self, pointer: &str) -> Vec<Step> {
        let mut value = &self.instance;
        let mut steps = Vec::new();
        for part in parts(pointer) {
            let index = part.parse::<usize>().ok().filter(|_| value.is_array());
            steps.push(index.map_or_else(|| Step::Key(part.clone()), Step::Index));
            value = match index {
                Some(index) => value.get(index),
                None => value.get(&part),
            }
            .unwrap_or(&Value::Null);
        }
        steps
    }
}

fn parts(pointer: &str) -> impl Iterator<Item = String> {
    pointer.split('/').skip(1).map(|part| part.replace("~1", "/").replace("~0", "~"))
}

/// The schema of the value at `pointer`.
fn node_at<'a>(schema: &'a Value, pointer: &str) -> Option<&'a Value> {
    let mut node = schema;
    for part in parts(pointer) {
        let property = node.get("properties").and_then(|properties| properties.get(&part));
        node = property.or_else(|| node.get("items")).or_else(|| node.get("additionalProperties"))?;
    }
    Some(node)
}

/// A value that the schema takes and that leads to no message about other values: a number as large and a day as late
/// as can be.
fn stand_in(node: &Value) -> Option<Value> {
    if let Some(options) = node.get("enum") {
        return options.get(0).cloned();
    }
    if let Some(branches) = node.get("anyOf").filter(|_| node.get("properties").is_none()) {
        return branches.as_array()?.iter().find_map(stand_in);
    }
    match node.get("type").and_then(Value::as_str)? {
        "string" => text(node),
        "integer" => Some(node.get("maximum").cloned().unwrap_or_else(|| json!(0))),
        "number" => Some(json!({ "$number": "0.0" })),
        "boolean" => Some(json!(false)),
        "array" => {
            let length = node.get("minItems").and_then(Value::as_u64).unwrap_or_default();
            (0..length).map(|_| stand_in(node.get("items")?)).collect()
        }
        "object" => table(node),
        _ => None,
    }
}

fn text(node: &Value) -> Option<Value> {
    let is_free = node.get("pattern").and_then(Value::as_str).is_none_or(|pattern| pattern == r"\S");
    (is_free || node.get("x-id").is_some()).then(|| json!(STAND_IN))
}

fn table(node: &Value) -> Option<Value> {
    let mut table = Map::new();
    for key in node.get("required").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str) {
        let value = match key {
            "$date" => json!("9999-12-31"),
            "$time" => json!("00:00:00"),
            _ => stand_in(node.get("properties")?.get(key)?)?,
        };
        table.insert(key.to_owned(), value);
    }
    Some(Value::Object(table))
}
