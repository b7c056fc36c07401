use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

use crate::diagnostics::{Code, Diagnostic, Edit, Place, Report, nearest};
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
    /// The names of what `[theme]` of `site.toml` may set.
    pub options: Vec<String>,
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
        let table = match DeTable::parse(text) {
            Ok(table) => table.into_inner(),
            Err(error) => {
                let span = error.span().map_or(Span::TOP, Span::from);
                let message = format!("TOML: {}", error.message().trim());
                report.add(Diagnostic::new(Code::TomlSyntax, message, Place::new(path, span)));
                return None;
            }
        };
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
            options: options.into_iter().flat_map(|table| table.keys().map(|key| key.get_ref().to_string())).collect(),
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
                let message = format!("\"{}\" must be {expected}", key.get_ref());
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
