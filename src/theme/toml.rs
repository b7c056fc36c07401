use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

use super::options::{KINDS, is_name, option};
use crate::diagnostics::{Code, Diagnostic, Edit, Place, Quoting, Report, nearest, unreadable};
use crate::text::{SourcePath, Span};
use crate::view::ThemeOption;

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
    pub options: Vec<(String, ThemeOption)>,
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
                .filter_map(|(key, value)| Some((key.get_ref().to_string(), option(&json(value))?)))
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
    let options = table.iter().find(|(key, _)| key.get_ref() == "options");
    let options = options.and_then(|(_, options)| options.get_ref().as_table());
    found.extend(options.into_iter().flatten().filter_map(|(name, value)| wrong_option(path, name, value)));
    let missing = KEYS[..REQUIRED].iter().filter(|(name, _)| !is_written(name) && !meant.contains(name));
    found.extend(missing.map(|(name, _)| {
        Diagnostic::new(Code::MissingKey, format!("\"{name}\" is missing in theme"), Place::top(path))
    }));
    found
}

/// What is wrong with an option, if anything is.
fn wrong_option(path: &SourcePath, name: &Spanned<DeString<'_>>, value: &Spanned<DeValue<'_>>) -> Option<Diagnostic> {
    let (word, place) = (name.get_ref(), |span| Place::new(path, Span::from(span)));
    if !is_name(word) {
        let message = format!("\"{word}\" cannot be the name of an option");
        let help = "use lower-case letters, digits and \"_\"; \"name\" is that of the theme";
        return Some(Diagnostic::new(Code::BadId, message, place(name.span())).help(help));
    }
    let json = json(value);
    option(&json).is_none().then(|| {
        let message = format!("\"{word}\" must be {KINDS}, found {}", found_words(&json));
        Diagnostic::new(Code::WrongType, message, place(value.span()))
    })
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

/// The value as far as options and the words for it go.
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
