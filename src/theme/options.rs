//! The options of a theme: what `[options]` of `theme.toml` offers, and `[theme]` of `site.toml` sets.

use std::collections::BTreeMap;

use super::toml::found_words;
use crate::diagnostics::{Code, Diagnostic, Edit, Place, Report, nearest};
use crate::view::ThemeOption;

/// Options by their names.
pub type Options = BTreeMap<String, ThemeOption>;

/// What an option can be.
pub const KINDS: &str = "a text, a whole number, true or false, or a list of texts";

/// An option that a site sets.
pub struct SetOption<'a> {
    /// Its name.
    pub name: &'a str,
    /// What it is set to.
    pub value: &'a serde_json::Value,
    /// Where its name stands.
    pub key_place: Place,
    /// Where its value stands.
    pub value_place: Place,
}

/// The option that a value is; `None` if it can be none.
pub fn option(value: &serde_json::Value) -> Option<ThemeOption> {
    let texts = |list: &Vec<serde_json::Value>| list.iter().map(|text| text.as_str().map(str::to_owned)).collect();
    match value {
        serde_json::Value::String(text) => Some(ThemeOption::Text(text.clone())),
        serde_json::Value::Number(number) => number.as_i64().map(ThemeOption::Number),
        serde_json::Value::Bool(truth) => Some(ThemeOption::Truth(*truth)),
        serde_json::Value::Array(list) => Option::<Vec<String>>::map(texts(list), ThemeOption::Texts),
        serde_json::Value::Object(_) | serde_json::Value::Null => None,
    }
}

/// Whether templates can ask for an option of this name, and `site.toml` set it.
pub fn is_name(name: &str) -> bool {
    let is_part = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '_';
    name != "name" && name.starts_with(|first: char| first.is_ascii_lowercase()) && name.chars().all(is_part)
}

/// Puts what a site sets in the place of the defaults, where they are of one kind.
pub fn set(report: &mut Report, wanted: &[SetOption<'_>], options: &mut Options) {
    for one in wanted {
        let Some(default) = options.get_mut(one.name) else {
            report.add(unknown(one, options.keys()));
            continue;
        };
        match option(one.value).filter(|value| std::mem::discriminant(value) == std::mem::discriminant(default)) {
            Some(value) => *default = value,
            None => report.add(wrong_kind(one, default)),
        }
    }
}

fn wrong_kind(one: &SetOption<'_>, default: &ThemeOption) -> Diagnostic {
    let kind = match default {
        ThemeOption::Text(_) => "a text",
        ThemeOption::Number(_) => "a whole number",
        ThemeOption::Truth(_) => "true or false",
        ThemeOption::Texts(_) => "a list of texts",
    };
    let message = format!("\"{}\" must be {kind}, found {}", one.name, found_words(one.value));
    Diagnostic::new(Code::WrongType, message, one.value_place.clone())
}

fn unknown<'k>(one: &SetOption<'_>, known: impl Iterator<Item = &'k String>) -> Diagnostic {
    let SetOption { name, key_place: place, .. } = one;
    let near = nearest(name, known.map(String::as_str).chain(["name"]));
    let diagnostic = Diagnostic::new(Code::UnknownKey, format!("unknown key \"{name}\" in theme"), place.clone());
    diagnostic.did_you_mean(near, |near| Edit { place: place.clone(), replacement: near.to_owned() })
}
