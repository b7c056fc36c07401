//! Every fault of one TOML text, found by holding it against the schema of its kind.
//!
//! serde stops at the first fault. So when it refuses a file, the file is compared with the schema that comes
//! from the same types, and each difference becomes a diagnostic at its own place.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use jsonschema::{ValidationError, error::ValidationErrorKind};
use serde_json::{Map, Value};
use toml::de::DeTable;

use super::factor::{PARAMETERS, unknown_parameter};
use super::instance::{json_to_table, table_to_json};
use super::keys::{Found, Keys, Step};
use super::retyped::retyped;
use super::stand_ins::{Mending, StandIns};
use crate::diagnostics::{Code, Diagnostic, Edit, Place, Quoting, nearest};
use crate::text::{SourcePath, Span};

/// What is being held against a schema.
#[derive(Debug)]
pub struct Subject<'a> {
    /// The file.
    pub path: &'a SourcePath,
    /// What it describes, in a word: "topic".
    pub entity: &'a str,
    /// Whether its values may be repeated in messages.
    pub quoting: Quoting,
    /// For a translation: the original file and how to make the schema of its kind.
    pub original: Option<Original<'a>>,
}

/// The original of a translation, and how to make the schema of its kind.
pub type Original<'a> = (&'a SourcePath, fn() -> Value);

/// What is wrong with a text, and what it says apart from that.
#[derive(Debug)]
pub struct Faults {
    /// A message for each fault, in no particular order.
    pub diagnostics: Vec<Diagnostic>,
    /// The rest of the text with stand-ins for what is wrong or missing, if these can be found.
    pub rest: Option<(String, StandIns)>,
}

/// Every difference between the text and `schema`.
#[must_use]
pub fn faults(subject: &Subject<'_>, toml: &str, schema: &Value) -> Faults {
    let keys = &Keys::new(toml);
    let (table, _) = DeTable::parse_recoverable(toml);
    let instance = table_to_json(table.get_ref());
    let validator = jsonschema::validator_for(schema).expect("schemas made from our own types are valid");
    let mut finder = Finder {
        subject,
        toml,
        start: toml.len() - toml.trim_start_matches(' ').len(),
        keys,
        schema,
        instance: &instance,
        seen: BTreeSet::new(),
        meant: BTreeMap::new(),
        meant_tables: Vec::new(),
    };
    let errors: Vec<ValidationError<'_>> = validator.iter_errors(&instance).collect();
    let (unknown, rest): (Vec<_>, Vec<_>) =
        errors.iter().partition(|error| matches!(error.kind(), ValidationErrorKind::AdditionalProperties { .. }));
    let mut found = Vec::new();
    // Unknown keys come first: one with a suggestion stands for the key that would else be missing.
    finder.meant_tables = finder.tables_without_header(&errors);
    for error in unknown.into_iter().chain(rest) {
        finder.translate(error, None, &mut found);
    }
    let mended = Mending::new(schema, &instance, &finder.meant).finish(&validator);
    let rest = mended.and_then(|(rest, stand_ins)| Some((json_to_table(&rest)?.to_string(), stand_ins)));
    Faults { diagnostics: found, rest }
}

/// A value that may be one of several things, while the faults of one of them are told.
struct Several<'e> {
    pointer: &'e str,
    /// What the value may be, in words.
    expected: &'e str,
    /// Whether it is a text or a table with a text for each language.
    by_language: bool,
}

pub(super) struct Finder<'a> {
    pub(super) subject: &'a Subject<'a>,
    pub(super) toml: &'a str,
    /// Where the first line begins: behind a byte-order mark.
    pub(super) start: usize,
    pub(super) keys: &'a Keys,
    pub(super) schema: &'a Value,
    pub(super) instance: &'a Value,
    /// Values that something was said about already.
    pub(super) seen: BTreeSet<String>,
    /// Keys that a misspelt one stands for, with the path of their table, and the misspelt one.
    pub(super) meant: BTreeMap<(String, String), String>,
    /// Required tables whose keys are written without their header.
    pub(super) meant_tables: Vec<String>,
}

impl<'a> Finder<'a> {
    fn translate(&mut self, error: &ValidationError<'_>, several: Option<&Several<'_>>, found: &mut Vec<Diagnostic>) {
        let pointer = error.instance_path().to_string();
        let node = self.node(&error.schema_path().to_string());
        let value = self.instance.pointer(&pointer).unwrap_or(&Value::Null);
        let mut at = self.at(&pointer);
        let expected = several.filter(|several| several.pointer == pointer).map(|several| several.expected);
        if let Some(several) = several.filter(|several| several.by_language && several.pointer != pointer) {
            // The key of a text is that of the table that holds it in several languages.
            at.key = format!("{}.{}", self.at(several.pointer).key, at.key);
        }
        match error.kind() {
            ValidationErrorKind::AdditionalProperties { unexpected } => {
                let nodes = node.get("properties").and_then(Value::as_object);
                let strange = unexpected.iter().filter(|key| self.table_of(&pointer, key, nodes).is_none());
                for key in strange.collect::<Vec<_>>() {
                    found.push(self.unknown_key(&pointer, key, node));
                }
            }
            ValidationErrorKind::Required { property } => {
                found.extend(self.missing_key(&pointer, property.as_str().unwrap_or_default(), node));
            }
            ValidationErrorKind::AnyOf { context } => self.any_of(&pointer, node, context, found),
            kind => {
                let diagnostic = self.wrong_value(kind, node, value, &at, expected);
                found.extend(diagnostic.filter(|_| self.seen.insert(pointer)));
            }
        }
    }

    fn wrong_value(
        &self,
        kind: &ValidationErrorKind,
        node: &Map<String, Value>,
        value: &Value,
        at: &At,
        expected: Option<&str>,
    ) -> Option<Diagnostic> {
        let key = &at.key;
        let empty = || self.at_value(Code::Empty, format!("\"{key}\" must not be empty"), at);
        match kind {
            // One of several things that the value may be: all of them are named.
            ValidationErrorKind::Enum { options } if expected.is_some() => {
                let diagnostic = self.wrong_type(expected.unwrap_or_default(), node, value, at);
                let place = diagnostic.place.clone();
                let near = nearest(value.as_str().unwrap_or_default(), option_words(options));
                Some(diagnostic.did_you_mean(near, |near| Edit { place, replacement: format!("\"{near}\"") }))
            }
            ValidationErrorKind::Enum { options } => value.as_str().map(|word| self.not_an_option(word, options, at)),
            ValidationErrorKind::Minimum { .. } | ValidationErrorKind::Maximum { .. } => {
                Some(self.out_of_range(node, ["minimum", "maximum"], &self.number(value, at), at))
            }
            ValidationErrorKind::MinLength { .. } | ValidationErrorKind::MinProperties { .. } => Some(empty()),
            ValidationErrorKind::MaxLength { .. } => {
                let length = value.as_str().unwrap_or_default().chars().count();
                Some(self.out_of_range(node, ["minLength", "maxLength"], &length.to_string(), at))
            }
            ValidationErrorKind::MinItems { .. } | ValidationErrorKind::MaxItems { .. } => {
                let length = value.as_array().map_or(0, Vec::len);
                let code_is_empty = length == 0;
                Some(if code_is_empty {
                    empty()
                } else {
                    self.out_of_range(node, ["minItems", "maxItems"], &length.to_string(), at)
                })
            }
            ValidationErrorKind::Pattern { pattern } if pattern == r"\S" => Some(empty()),
            ValidationErrorKind::Pattern { .. } if node.contains_key("x-id") => {
                let id = self.quoted(value.as_str().unwrap_or_default());
                let help = "correct it here and wherever it is named: \"Social Media\" becomes \"social-media\"";
                Some(self.at_value(Code::BadId, bad_id(&id), at).help(help))
            }
            _ => Some(self.wrong_type(expected.or_else(|| words(node)).unwrap_or("something else"), node, value, at)),
        }
    }

    /// A value that may be one of several things: what it is meant to be tells its type.
    fn any_of(
        &mut self,
        pointer: &str,
        node: &Map<String, Value>,
        context: &[Vec<ValidationError<'static>>],
        found: &mut Vec<Diagnostic>,
    ) {
        let expected = words(node).unwrap_or("something else");
        if node.contains_key("x-parameter") {
            let value = self.instance.pointer(pointer).unwrap_or(&Value::Null);
            let at = self.at(pointer);
            if !PARAMETERS.iter().any(|(_, name)| *name == at.key) {
                // Often it belongs above the header of the table.
                let factor = (self.subject.entity == "factor").then(|| self.subject.path.file_name());
                let factor = factor.map(|name| name.split('.').next().unwrap_or(name));
                let place = self.place(at.found, Part::Key);
                found.extend(self.seen.insert(pointer.to_owned()).then(|| unknown_parameter(&at.key, factor, place)));
                return;
            }
            // All parameters but the one that lists kinds of block are numbers.
            let expected = if at.key == "required_kinds" { "a list" } else { "a whole number" };
            if expected != "a list" || !value.is_array() {
                found.extend(self.seen.insert(pointer.to_owned()).then(|| self.wrong_type(expected, node, value, &at)));
                return;
            }
        }
        let own = |error: &&ValidationError<'_>| error.instance_path().to_string() == pointer;
        let is_other_type = |branch: &&Vec<ValidationError<'static>>| {
            branch.iter().filter(own).any(|error| match error.kind() {
                ValidationErrorKind::Type { .. } => true,
                ValidationErrorKind::Required { property } => property.as_str().is_some_and(|key| key.starts_with('$')),
                _ => false,
            })
        };
        let is_strange =
            |error: &ValidationError<'_>| matches!(error.kind(), ValidationErrorKind::AdditionalProperties { .. });
        let missing = context.iter().map(|branch| branch.iter().filter(own).find_map(required_key));
        if let Some(missing) = missing.collect::<Option<Vec<&str>>>().filter(|missing| !missing.is_empty()) {
            let is_meant = |key: &&str| self.meant.contains_key(&(pointer.to_owned(), (*key).to_owned()));
            if missing.iter().any(is_meant) {
                return;
            }
            found.extend(
                self.missing_key(pointer, missing[0], node).map(|diagnostic| diagnostic.help(either(&missing))),
            );
            return;
        }
        let meant: Vec<_> = context.iter().filter(|branch| !is_other_type(branch)).collect();
        if let [branch] = meant.as_slice() {
            let by_language = node.contains_key("x-languages");
            let several = Several { pointer, expected, by_language };
            let (strange, rest): (Vec<_>, Vec<_>) = branch.iter().partition(|error| is_strange(error));
            for error in strange.into_iter().chain(rest) {
                self.translate(error, Some(&several), found);
            }
            return;
        }
        if self.seen.insert(pointer.to_owned()) {
            let value = self.instance.pointer(pointer).unwrap_or(&Value::Null);
            let at = self.at(pointer);
            found.push(self.wrong_type(expected, node, value, &at));
        }
    }

    fn missing_key(&self, pointer: &str, key: &str, node: &Map<String, Value>) -> Option<Diagnostic> {
        if self.meant.contains_key(&(pointer.to_owned(), key.to_owned())) {
            return None;
        }
        if key.starts_with('$') {
            // The schema says that a date is missing here where something else stands.
            let at = self.at(pointer);
            let value = self.instance.pointer(pointer).unwrap_or(&Value::Null);
            return Some(self.wrong_type("a date without quotes, such as 2026-09-03", node, value, &at));
        }
        let mut steps = self.at(pointer).steps;
        let message = format!("\"{key}\" is missing in {}", self.entity(&steps));
        let is_whole_file = steps.is_empty();
        steps.push(Step::from(key));
        let place = self.place(self.keys.find(&steps), Part::Key);
        if is_list_of_tables(node, key) {
            // Tables that are not there are an empty list of them.
            let help = format!("write at least one [[{key}]]");
            return Some(Diagnostic::new(Code::Empty, format!("\"{key}\" must not be empty"), place).help(help));
        }
        let diagnostic = Diagnostic::new(Code::MissingKey, message, place);
        if is_whole_file && self.meant_tables.iter().any(|table| table == key) {
            let top = Span { start: self.start, end: self.start };
            let header = Place::new(self.subject.path, top);
            let help = format!("write [{key}] on a line of its own above the keys that belong to it");
            return Some(diagnostic.help(help).edit(header, format!("[{key}]\n")));
        }
        Some(diagnostic)
    }

    fn not_an_option(&self, word: &str, options: &Value, at: &At) -> Diagnostic {
        let options = option_words(options);
        let list = options.iter().map(|option| format!("\"{option}\"")).collect::<Vec<_>>().join(", ");
        let message = format!("\"{}\" must be one of {list}, found \"{}\"", at.key, self.quoted(word));
        let diagnostic = self.at_value(Code::NotAnOption, message, at);
        let place = diagnostic.place.clone();
        diagnostic.did_you_mean(nearest(word, options), |near| Edit { place, replacement: format!("\"{near}\"") })
    }

    fn out_of_range(&self, node: &Map<String, Value>, bounds: [&str; 2], value: &str, at: &At) -> Diagnostic {
        let bound = |name: &str| node.get(name).and_then(Value::as_i64);
        let unit = node.get("x-unit").and_then(Value::as_str).unwrap_or_default();
        let unit = if unit.is_empty() { String::new() } else { format!(" {unit}") };
        let value = self.quoted(value);
        let min = bound(bounds[0]).unwrap_or_default();
        let range = match bound(bounds[1]) {
            Some(max) => format!("must be between {min} and {max}{unit}, found {value}"),
            None => format!("must be at least {min}{unit}, found {value}"),
        };
        self.at_value(Code::OutOfRange, format!("\"{}\" {range}", at.key), at)
    }

    /// A number as messages repeat it: one beyond counting as it is written.
    fn number(&self, value: &Value, at: &At) -> String {
        let Span { start, end } = at.found.value;
        let written = || self.toml.get(start..end).map(str::to_owned);
        if value.is_f64() { written() } else { None }.unwrap_or_else(|| value.to_string())
    }

    fn wrong_type(&self, expected: &str, node: &Map<String, Value>, value: &Value, at: &At) -> Diagnostic {
        let found = self.found_words(value);
        let message = format!("\"{}\" must be {expected}, found {found}", at.key);
        let diagnostic = self.at_value(Code::WrongType, message, at);
        let place = diagnostic.place.clone();
        let written = self.toml.get(place.span.start..place.span.end).unwrap_or_default();
        // What stands in a private file is not repeated.
        let meant = retyped(expected, node, value, written).filter(|_| self.subject.quoting == Quoting::Values);
        if let Some((help, replacement)) = meant {
            return diagnostic.help(help).edit(place, replacement);
        }
        let [Step::Key(key)] = at.steps.as_slice() else { return diagnostic };
        let header = format!("[{key}]");
        if expected == "a table" {
            return diagnostic.help(format!("write [{key}] on a line of its own and its keys below it"));
        }
        if expected == "a list" && written == header {
            let replacement = format!("[{header}]");
            return diagnostic.help(format!("write {replacement}, for there may be several")).edit(place, replacement);
        }
        diagnostic
    }

    fn at_value(&self, code: Code, message: String, at: &At) -> Diagnostic {
        Diagnostic::new(code, message, self.place(at.found, Part::Value))
    }

    pub(super) fn place(&self, found: Found, part: Part) -> Place {
        Place::new(self.subject.path, if part == Part::Key { found.key } else { found.value })
    }

    fn quoted(&self, value: &str) -> String {
        match self.subject.quoting {
            Quoting::Values => value.to_owned(),
            Quoting::KeysOnly => "…".to_owned(),
        }
    }

    fn found_words(&self, value: &Value) -> String {
        let shown = |what: &str, value: &str| match self.subject.quoting {
            Quoting::Values => format!("the {what} {value}"),
            Quoting::KeysOnly => format!("a {what}"),
        };
        match value {
            Value::String(text) if text.chars().count() > 40 => "a text".to_owned(),
            Value::String(text) => shown("text", &format!("\"{text}\"")),
            Value::Number(number) => shown("number", &number.to_string()),
            Value::Bool(truth) => shown("value", &truth.to_string()),
            Value::Array(_) => "a list".to_owned(),
            Value::Object(object) => match object.iter().next() {
                Some((key, Value::String(date))) if key == "$date" => shown("date", date),
                Some((key, Value::String(number))) if key == "$number" => shown("number", number),
                Some((key, Value::String(time))) if key == "$time" => shown("time", time),
                Some((key, Value::String(time))) if key == "$seconds" => shown("time with seconds", time),
                Some((key, Value::String(moment))) if key == "$datetime" => shown("date with a time", moment),
                _ => "a table".to_owned(),
            },
            Value::Null => "nothing".to_owned(),
        }
    }

    pub(super) fn entity(&self, steps: &[Step]) -> String {
        entity(self.subject.entity, steps)
    }

    pub(super) fn at(&self, pointer: &str) -> At {
        let mut steps = Vec::new();
        let mut value = self.instance;
        for part in pointer.split('/').skip(1) {
            let part = part.replace("~1", "/").replace("~0", "~");
            if let Value::Array(list) = value {
                let index = part.parse().unwrap_or_default();
                value = list.get(index).unwrap_or(&Value::Null);
                steps.push(Step::Index(index));
            } else {
                value = value.get(&part).unwrap_or(&Value::Null);
                steps.push(Step::Key(part));
            }
        }
        let key = self.entity(&steps);
        At { found: self.keys.find(&steps), key, steps }
    }

    /// The part of the schema that the keyword at `schema_path` stands in.
    fn node(&self, schema_path: &str) -> &'a Map<String, Value> {
        static NOTHING: LazyLock<Map<String, Value>> = LazyLock::new(Map::new);
        let parent = schema_path.rsplit_once('/').map_or("", |(parent, _)| parent);
        self.schema.pointer(parent).and_then(Value::as_object).unwrap_or(&NOTHING)
    }
}

/// The word for the table of a file about `what` that `steps` lead to: its key, or that of its list, else the whole
/// file's. Where the key is a name of the author's own, it is the word for what is named so.
pub(super) fn entity(what: &str, steps: &[Step]) -> String {
    match (what, steps) {
        ("people", [_]) => return "person".to_owned(),
        ("glossary", [_]) => return "term".to_owned(),
        ("site", [Step::Key(table), _]) if table == "labels" => return "labels".to_owned(),
        _ => {}
    }
    let key = steps.iter().rev().find_map(|step| match step {
        Step::Key(key) => Some(key.as_str()),
        Step::Index(_) => None,
    });
    key.unwrap_or(what).to_owned()
}

/// A value of the text: the steps to it, its place, and the key it is known by.
pub(super) struct At {
    pub(super) steps: Vec<Step>,
    pub(super) found: Found,
    pub(super) key: String,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Key,
    Value,
}

/// The text of `bad-id`.
#[must_use]
pub fn bad_id(stem: &str) -> String {
    format!("\"{stem}\" cannot be an id: use lower-case letters, digits and single hyphens, at most 64 characters")
}

pub(super) fn required_key<'a>(error: &'a ValidationError<'_>) -> Option<&'a str> {
    match error.kind() {
        ValidationErrorKind::Required { property } => property.as_str().filter(|key| !key.starts_with('$')),
        _ => None,
    }
}

/// Whether `key` is a list of tables in this part of a schema.
fn is_list_of_tables(node: &Map<String, Value>, key: &str) -> bool {
    let property = node.get("properties").and_then(|properties| properties.get(key));
    property.and_then(|list| list.get("items")?.get("type")).and_then(Value::as_str) == Some("object")
}

pub(super) fn option_words(options: &Value) -> Vec<&str> {
    options.as_array().into_iter().flatten().filter_map(Value::as_str).collect()
}

fn either(keys: &[&str]) -> String {
    let keys: Vec<String> = keys.iter().map(|key| format!("\"{key}\"")).collect();
    format!("give {}", keys.join(" or "))
}

/// What a value of this kind is called in messages.
fn words(node: &Map<String, Value>) -> Option<&str> {
    if let Some(words) = node.get("x-expected").and_then(Value::as_str) {
        return Some(words);
    }
    match node.get("type").and_then(Value::as_str)? {
        "string" => Some("a text"),
        "integer" => Some("a whole number"),
        "number" => Some("a number"),
        "boolean" => Some("true or false"),
        "array" => Some("a list"),
        _ => Some("a table"),
    }
}
