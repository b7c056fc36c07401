//! Keys that nobody knows, and what their author meant.

use jsonschema::{ValidationError, error::ValidationErrorKind};
use serde_json::{Map, Value};

use super::faults::{Finder, Part, option_words, required_key};
use super::keys::Step;
use super::people::PERSONAL;
use crate::diagnostics::{Code, Diagnostic, Edit, nearest};
use crate::text::SourcePath;

impl Finder<'_> {
    pub(super) fn unknown_key(&mut self, pointer: &str, key: &str, node: &Map<String, Value>) -> Diagnostic {
        let mut steps = self.at(pointer).steps;
        let entity = self.entity(&steps);
        steps.push(Step::from(key));
        let place = self.place(self.keys.find(&steps), Part::Key);
        if self.subject.entity == "cohort" && entity == "pair" && PERSONAL.contains(&key) {
            let message = format!("\"{key}\" holds personal data and may only stand in private/people/");
            return Diagnostic::new(Code::PersonalDataInContent, message, place);
        }
        if let Some(original) = self.original_with(pointer, key) {
            let message = format!("\"{key}\" belongs into {original}, not into a translation");
            return Diagnostic::new(Code::StructureInTranslation, message, place);
        }
        let diagnostic = Diagnostic::new(Code::UnknownKey, format!("unknown key \"{key}\" in {entity}"), place.clone());
        let (near, is_free) = self.meant_by(pointer, key, node);
        let Some(near) = near else { return diagnostic.help(self.known_keys(&entity, key, node)) };
        self.meant.insert((pointer.to_owned(), near.to_owned()), key.to_owned());
        let mut diagnostic = diagnostic.did_you_mean(Some(near), |near| Edit { place, replacement: near.to_owned() });
        if !is_free {
            // The key is there already: to write it a second time would mend nothing.
            diagnostic.edit = None;
        }
        diagnostic
    }

    /// The key that `key` was meant to be, and whether it is still free: one that is required and missing before one
    /// that is not, and one that is written already last of all.
    pub(super) fn meant_by<'n>(
        &self,
        pointer: &str,
        key: &str,
        node: &'n Map<String, Value>,
    ) -> (Option<&'n str>, bool) {
        let known = node.get("properties").and_then(Value::as_object);
        let known = || known.into_iter().flat_map(|known| known.keys().map(String::as_str));
        let is_written = |key: &str| self.instance.pointer(pointer).and_then(|table| table.get(key)).is_some();
        let required = node.get("required").map(option_words).unwrap_or_default();
        let missing = known().filter(|key| required.contains(key) && !is_written(key));
        let near = nearest(key, missing).or_else(|| nearest(key, known().filter(|key| !is_written(key))));
        match near {
            Some(near) => (Some(near), true),
            None => (nearest(key, known()), false),
        }
    }

    /// The way out where nothing is near: what may stand there.
    pub(super) fn known_keys(&self, entity: &str, key: &str, node: &Map<String, Value>) -> String {
        if self.subject.entity == "cohort" && entity == "pair" && nearest(key, PERSONAL).is_some() {
            return "what is known about a person stands in private/people/".to_owned();
        }
        let known = node.get("properties").and_then(Value::as_object);
        let known: Vec<&str> = known.into_iter().flat_map(|known| known.keys().map(String::as_str)).collect();
        let own = if known.contains(&"extra") { "; additions of your own go under [extra]" } else { "" };
        let known: Vec<&str> = known.into_iter().filter(|key| *key != "extra").collect();
        format!("these keys are known here: {}{own}", known.join(", "))
    }

    /// The required tables of the file that are missing while keys of theirs stand at the top.
    pub(super) fn tables_without_header(&self, errors: &[ValidationError<'_>]) -> Vec<String> {
        let properties = self.schema.get("properties").and_then(Value::as_object);
        let strange: Vec<&String> = errors
            .iter()
            .filter(|error| error.instance_path().to_string().is_empty())
            .filter_map(|error| match error.kind() {
                ValidationErrorKind::AdditionalProperties { unexpected } => Some(unexpected),
                _ => None,
            })
            .flatten()
            .collect();
        let missing =
            errors.iter().filter(|error| error.instance_path().to_string().is_empty()).filter_map(required_key);
        let has_strange = |table: &&str| {
            let keys = properties.and_then(|all| all.get(*table)?.get("properties")?.as_object());
            keys.is_some_and(|keys| strange.iter().any(|key| keys.contains_key(*key)))
        };
        missing.filter(has_strange).map(str::to_owned).collect()
    }

    /// The missing table that a key at the top of the file belongs into.
    pub(super) fn table_of(&self, pointer: &str, key: &str, properties: Option<&Map<String, Value>>) -> Option<&str> {
        let properties = properties.filter(|_| pointer.is_empty())?;
        let holds_it =
            |table: &&String| properties.get(*table).and_then(|table| table.get("properties")?.get(key)).is_some();
        self.meant_tables.iter().find(holds_it).map(String::as_str)
    }

    /// The original of this translation, if `key` is one of its keys at the same place.
    pub(super) fn original_with(&self, pointer: &str, key: &str) -> Option<&SourcePath> {
        let (original, schema) = self.subject.original?;
        let schema = schema();
        let mut node = &schema;
        for part in pointer.split('/').skip(1) {
            node = match part.parse::<usize>() {
                Ok(_) => node.get("items")?,
                Err(_) => node.get("properties")?.get(part)?,
            };
        }
        node.get("properties")?.get(key).map(|_| original)
    }
}
