use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

use crate::diagnostics::{Code, Diagnostic, Edit, Place, Quoting, Report, nearest, unreadable};
use crate::text::{SourcePath, Span};

/// `theme.toml` (site.md, "Theme").
pub struct ThemeToml {
    /// The name of the theme, as its folder has it.
    pub name: Spanned<String>,
    /// The theme it builds on.
    pub extends: Option<Spanned<String>>,
    /// The lowest version of the template API that it works with.
    pub min_api: Spanned<u32>,
    /// The highest.
    pub max_api: Spanned<u32>,
    /// What `[theme]` of `site.toml` may set: the name and a value of its kind.
    pub options: Vec<(String, serde_json::Value)>,
}

/// Every key with what it holds; the first three cannot be left out.
const KEYS: [(&str, &str); 6] = [
    ("name", "a text"),
    ("min_api", "a whole number"),
    ("max_api", "a whole number"),
    ("extends", "a text"),
    ("version", "a text"),
    ("options", "a table"),
];

const REQUIRED: usize = 3;

impl ThemeToml {
    /// What the file says; `None`, and reported, if it cannot be understood.
    pub fn read(report: &mut Report, path: &SourcePath, text: &str) -> Option<Self> {
        // Blanks in the place of a byte-order mark keep all places right.
        let text = text.replacen('\u{feff}', "   ", 1);
        if let Some(unreadable) = unreadable(path, Quoting::Values, &text) {
            report.extend(unreadable.diagnostics);
            return None;
        }
        let table = DeTable::parse(&text).ok()?.into_inner();
        let faults = faults(path, &table);
        let is_sound = faults.is_empty();
        report.extend(faults);
        is_sound.then(|| Self::from_table(&table)).flatten()
    }

    fn from_table(table: &DeTable<'_>) -> Option<Self> {
        let value = |key: &str| table.iter().find(|(name, _)| name.get_ref() == key).map(|(_, value)| value);
        let text = |key: &str| {
            let value = value(key)?;
            Some(Spanned::new(value.span(), value.get_ref().as_str()?.to_owned()))
        };
        let number = |key: &str| {
            let value = value(key)?;
            Some(Spanned::new(value.span(), whole_number(value.get_ref())?))
        };
        let options = value("options").and_then(|options| options.get_ref().as_table());
        Some(Self {
            name: text("name")?,
            extends: text("extends"),
            min_api: number("min_api")?,
            max_api: number("max_api")?,
            options: options
                .into_iter()
                .flatten()
                .map(|(key, value)| (key.get_ref().to_string(), json(value)))
                .collect(),
        })
    }
}

fn whole_number(value: &DeValue<'_>) -> Option<u32> {
    let integer = value.as_integer()?;
    u32::from_str_radix(integer.as_str(), integer.radix()).ok()
}

fn faults(path: &SourcePath, table: &DeTable<'_>) -> Vec<Diagnostic> {
    let is_written = |key: &str| table.keys().any(|name| name.get_ref() == key);
    let mut meant = Vec::new();
    let mut found = Vec::new();
    for (key, value) in table {
        match KEYS.iter().find(|(name, _)| key.get_ref() == name) {
            None => {
                let free = KEYS.iter().map(|(name, _)| *name).filter(|name| !is_written(name));
                let near = nearest(key.get_ref(), free);
                meant.extend(near);
                found.push(unknown_key(path, key, near));
            }
            Some((_, expected)) if !is_of_kind(value.get_ref(), expected) => {
                let words = found_words(&json(value));
                let message = format!("\"{}\" must be {expected}, found {words}", key.get_ref());
                let place = Place::new(path, Span::from(value.span()));
                found.push(Diagnostic::new(Code::WrongType, message, place));
            }
            Some(_) => {}
        }
    }
    let missing = KEYS[..REQUIRED].iter().filter(|(name, _)| !is_written(name) && !meant.contains(name));
    found.extend(missing.map(|(name, _)| {
        Diagnostic::new(Code::MissingKey, format!("\"{name}\" is missing in theme"), Place::top(path))
    }));
    found
}

fn unknown_key(path: &SourcePath, key: &Spanned<DeString<'_>>, near: Option<&str>) -> Diagnostic {
    let place = Place::new(path, Span::from(key.span()));
    let message = format!("unknown key \"{}\" in theme", key.get_ref());
    let diagnostic = Diagnostic::new(Code::UnknownKey, message, place.clone());
    let diagnostic = diagnostic.did_you_mean(near, |near| Edit { place, replacement: near.to_owned() });
    if near.is_some() {
        return diagnostic;
    }
    let known: Vec<&str> = KEYS.iter().map(|(name, _)| *name).collect();
    diagnostic.help(format!("these keys are known here: {}", known.join(", ")))
}

fn is_of_kind(value: &DeValue<'_>, expected: &str) -> bool {
    match expected {
        "a text" => value.as_str().is_some(),
        "a table" => value.as_table().is_some(),
        _ => whole_number(value).is_some(),
    }
}

/// The value as far as its kind and the words for it go.
fn json(value: &Spanned<DeValue<'_>>) -> serde_json::Value {
    match value.get_ref() {
        DeValue::String(text) => text.to_string().into(),
        DeValue::Integer(integer) => {
            i64::from_str_radix(integer.as_str(), integer.radix()).map_or_else(|_| integer.as_str().into(), Into::into)
        }
        DeValue::Float(float) => float.as_str().parse::<f64>().map_or_else(|_| float.as_str().into(), Into::into),
        DeValue::Boolean(truth) => (*truth).into(),
        DeValue::Datetime(moment) => moment.to_string().into(),
        DeValue::Array(list) => list.iter().map(json).collect::<Vec<_>>().into(),
        DeValue::Table(table) => {
            let entries = table.iter().map(|(key, value)| (key.get_ref().to_string(), json(value)));
            serde_json::Value::Object(entries.collect())
        }
    }
}

/// What a value is, as messages say what was found.
pub fn found_words(value: &serde_json::Value) -> String {
    match value {
        serde_json::Value::String(text) => format!("the text \"{text}\""),
        serde_json::Value::Number(number) => format!("the number {number}"),
        serde_json::Value::Bool(truth) => format!("the value {truth}"),
        serde_json::Value::Array(_) => "a list".to_owned(),
        serde_json::Value::Object(_) => "a table".to_owned(),
        serde_json::Value::Null => "nothing".to_owned(),
    }
}

/// What a value of the same kind must be.
pub fn kind_words(value: &serde_json::Value) -> &'static str {
    match value {
        serde_json::Value::String(_) | serde_json::Value::Null => "a text",
        serde_json::Value::Number(number) if number.is_f64() => "a number",
        serde_json::Value::Number(_) => "a whole number",
        serde_json::Value::Bool(_) => "true or false",
        serde_json::Value::Array(_) => "a list",
        serde_json::Value::Object(_) => "a table",
    }
}
