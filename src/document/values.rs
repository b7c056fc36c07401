//! The kinds of value that keys may have (model.md §0, "Types").
//!
//! Each type is the one declaration of its rule: what it refuses while reading, its schema refuses too.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;
use std::ops::Deref;

use jiff::civil;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{self, Deserialize, Deserializer, MapAccess, Visitor};

use super::instance::has_seconds;

/// No upper bound.
pub const ANY: usize = usize::MAX;

/// A text in the language of its file, of `MIN` to `MAX` characters.
///
/// With `MIN` at least 1 a text of nothing but white space is refused too.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text<const MIN: usize, const MAX: usize>(String);

impl<const MIN: usize, const MAX: usize> Deref for Text<MIN, MAX> {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl<'de, const MIN: usize, const MAX: usize> Deserialize<'de> for Text<MIN, MAX> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        check_length(&text, MIN, MAX).map_err(de::Error::custom)?;
        Ok(Self(text))
    }
}

fn check_length(text: &str, min: usize, max: usize) -> Result<(), String> {
    let length = text.chars().count();
    if min > 0 && text.trim().is_empty() {
        return Err("must not be empty".to_owned());
    }
    if length < min || length > max {
        return Err(format!("must have {min} to {max} characters"));
    }
    Ok(())
}

impl<const MIN: usize, const MAX: usize> JsonSchema for Text<MIN, MAX> {
    fn schema_name() -> Cow<'static, str> {
        format!("Text{MIN}To{MAX}").into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        text_schema(MIN, MAX)
    }
}

fn text_schema(min: usize, max: usize) -> Schema {
    let mut schema = json_schema!({ "type": "string", "x-expected": "a text", "x-unit": "characters" });
    if min > 0 {
        schema.insert("minLength".into(), min.into());
        schema.insert("pattern".into(), r"\S".into());
    }
    if max != ANY {
        schema.insert("maxLength".into(), max.into());
    }
    schema
}

/// `LText`: a text in the default language, or a table language → text (model.md §0).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LText<const MIN: usize, const MAX: usize> {
    /// In the default language only.
    Plain(String),
    /// By language, in the order of the file.
    ByLanguage(Vec<(String, String)>),
}

impl<const MIN: usize, const MAX: usize> LText<MIN, MAX> {
    /// Whether there is nothing to be read in it, in no language.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        match self {
            Self::Plain(text) => text.trim().is_empty(),
            Self::ByLanguage(texts) => texts.iter().all(|(_, text)| text.trim().is_empty()),
        }
    }
}

impl<'de, const MIN: usize, const MAX: usize> Deserialize<'de> for LText<MIN, MAX> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct LTextVisitor<const MIN: usize, const MAX: usize>;

        impl<'de, const MIN: usize, const MAX: usize> Visitor<'de> for LTextVisitor<MIN, MAX> {
            type Value = LText<MIN, MAX>;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("a text or a table language = text")
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Self::Value, E> {
                check_length(text, MIN, MAX).map_err(E::custom)?;
                Ok(LText::Plain(text.to_owned()))
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut texts = Vec::new();
                while let Some((language, text)) = map.next_entry::<String, String>()? {
                    check_length(&text, MIN, MAX).map_err(de::Error::custom)?;
                    texts.push((language, text));
                }
                if texts.is_empty() {
                    return Err(de::Error::custom("must not be empty"));
                }
                Ok(LText::ByLanguage(texts))
            }
        }

        deserializer.deserialize_any(LTextVisitor)
    }
}

impl<const MIN: usize, const MAX: usize> JsonSchema for LText<MIN, MAX> {
    fn schema_name() -> Cow<'static, str> {
        format!("LText{MIN}To{MAX}").into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let text = text_schema(MIN, MAX);
        json_schema!({
            "x-expected": "a text, or a table with one text for each language", "x-languages": true,
            "anyOf": [text, { "type": "object", "minProperties": 1, "additionalProperties": text }],
        })
    }
}

/// What a [`Whole`] number counts.
pub trait Unit {
    /// The word that stands behind the number in messages; empty if the key says it.
    const WORD: &'static str;
}

macro_rules! units {
    ($($(#[$doc:meta])* $name:ident = $word:literal;)*) => {
        $(
            $(#[$doc])*
            #[derive(Debug, Clone, Copy, PartialEq, Eq)]
            pub struct $name;

            impl Unit for $name {
                const WORD: &'static str = $word;
            }
        )*
    };
}

units! {
    /// Minutes.
    Minutes = "minutes";
    /// Hours.
    Hours = "hours";
    /// Days.
    Days = "days";
    /// Hundredths.
    Percent = "%";
    /// Things that the key names.
    Count = "";
}

/// A whole number of `MIN` to `MAX` of a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Whole<U, const MIN: i64, const MAX: i64>(i64, PhantomData<U>);

impl<U, const MIN: i64, const MAX: i64> Whole<U, MIN, MAX> {
    /// The number.
    #[must_use]
    pub fn get(self) -> i64 {
        self.0
    }

    /// The number of a kind that cannot be negative.
    #[must_use]
    pub fn amount(self) -> u32 {
        u32::try_from(self.0).expect("the bounds of this type are those of an amount")
    }
}

impl<'de, U, const MIN: i64, const MAX: i64> Deserialize<'de> for Whole<U, MIN, MAX> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let number = i64::deserialize(deserializer)?;
        if !(MIN..=MAX).contains(&number) {
            return Err(de::Error::custom(format!("must be between {MIN} and {MAX}")));
        }
        Ok(Self(number, PhantomData))
    }
}

impl<U: Unit, const MIN: i64, const MAX: i64> JsonSchema for Whole<U, MIN, MAX> {
    fn schema_name() -> Cow<'static, str> {
        format!("Whole{}{MIN}To{MAX}", U::WORD).into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "integer", "minimum": MIN, "maximum": MAX,
            "x-expected": "a whole number", "x-unit": U::WORD,
        })
    }
}

/// A list of `MIN` to `MAX` entries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct List<T, const MIN: usize, const MAX: usize>(Vec<T>);

impl<T, const MIN: usize, const MAX: usize> Deref for List<T, MIN, MAX> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.0
    }
}

impl<'de, T: Deserialize<'de>, const MIN: usize, const MAX: usize> Deserialize<'de> for List<T, MIN, MAX> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let entries = Vec::<T>::deserialize(deserializer)?;
        if !(MIN..=MAX).contains(&entries.len()) {
            return Err(de::Error::custom(format!("must have {MIN} to {MAX} entries")));
        }
        Ok(Self(entries))
    }
}

impl<T: JsonSchema, const MIN: usize, const MAX: usize> JsonSchema for List<T, MIN, MAX> {
    fn schema_name() -> Cow<'static, str> {
        format!("List{MIN}To{MAX}Of{}", T::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let mut schema = json_schema!({
            "type": "array", "items": generator.subschema_for::<T>(),
            "minItems": MIN, "x-expected": "a list", "x-unit": "entries",
        });
        if MAX != ANY {
            schema.insert("maxItems".into(), MAX.into());
        }
        schema
    }
}

/// An id that is written inside a file: `[a-z0-9]+(-[a-z0-9]+)*`, at most 64 characters (model.md §0).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct IdText(String);

/// Whether `text` can be an id.
#[must_use]
pub fn is_id(text: &str) -> bool {
    let part =
        |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit());
    text.len() <= 64 && text.split('-').all(part)
}

impl Deref for IdText {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl<'de> Deserialize<'de> for IdText {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        if !is_id(&text) {
            return Err(de::Error::custom("cannot be an id"));
        }
        Ok(Self(text))
    }
}

impl JsonSchema for IdText {
    fn schema_name() -> Cow<'static, str> {
        "Id".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$", "maxLength": 64,
            "x-expected": "an id such as \"spring-2027\"", "x-id": true,
        })
    }
}

/// A day: a local date of TOML, `2026-09-03` without quotes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(pub civil::Date);

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = toml::value::Datetime::deserialize(deserializer)?;
        match (value.date, value.time, value.offset) {
            (Some(date), None, None) => civil_date(date).map(Day).ok_or_else(|| de::Error::custom("no such day")),
            _ => Err(de::Error::custom("must be a date such as 2026-09-03")),
        }
    }
}

fn civil_date(date: toml::value::Date) -> Option<civil::Date> {
    let year = i16::try_from(date.year).ok()?;
    let month = i8::try_from(date.month).ok()?;
    let day = i8::try_from(date.day).ok()?;
    civil::Date::new(year, month, day).ok()
}

impl JsonSchema for Day {
    fn schema_name() -> Cow<'static, str> {
        "Date".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string", "format": "date", "x-expected": "a date without quotes, such as 2026-09-03",
        })
    }
}

/// A time of day: a text `"HH:MM"` or a local time of TOML, to the minute.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Clock(pub civil::Time);

/// What `"HH:MM"` looks like.
const CLOCK_PATTERN: &str = "^([01][0-9]|2[0-3]):[0-5][0-9]$";

impl<'de> Deserialize<'de> for Clock {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(serde::Deserialize)]
        #[serde(untagged)]
        enum Written {
            Toml(toml::value::Datetime),
            Text(String),
        }
        let time = match Written::deserialize(deserializer)? {
            Written::Toml(value) => match (value.date, value.time, value.offset) {
                (None, Some(time), None) if !has_seconds(time) => civil_time(time.hour, time.minute),
                _ => None,
            },
            Written::Text(text) => clock_of(&text),
        };
        time.map(Clock).ok_or_else(|| de::Error::custom("must be a time such as \"13:30\""))
    }
}

fn clock_of(text: &str) -> Option<civil::Time> {
    let (hour, minute) = text.split_once(':')?;
    let digits = |part: &str| part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(hour) || !digits(minute) {
        return None;
    }
    civil_time(hour.parse().ok()?, minute.parse().ok()?)
}

fn civil_time(hour: u8, minute: u8) -> Option<civil::Time> {
    civil::Time::new(i8::try_from(hour).ok()?, i8::try_from(minute).ok()?, 0, 0).ok()
}

impl JsonSchema for Clock {
    fn schema_name() -> Cow<'static, str> {
        "Time".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "x-expected": "a time such as \"13:30\"",
            "anyOf": [{ "type": "string", "pattern": CLOCK_PATTERN }, { "type": "string", "format": "partial-time" }],
        })
    }
}

/// `minutes = 25` or `minutes = "rest"`: how long a block of a template is (model.md §6).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BlockMinutes {
    /// 1 to 480 minutes.
    Fixed(u32),
    /// What is left of the session.
    Rest,
}

impl<'de> Deserialize<'de> for BlockMinutes {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(serde::Deserialize)]
        #[serde(untagged)]
        enum Written {
            Number(Whole<Minutes, 1, 480>),
            Word(String),
        }
        match Written::deserialize(deserializer)? {
            Written::Number(minutes) => Ok(Self::Fixed(minutes.amount())),
            Written::Word(word) if word == "rest" => Ok(Self::Rest),
            Written::Word(_) => Err(de::Error::custom("must be a number of minutes or \"rest\"")),
        }
    }
}

impl JsonSchema for BlockMinutes {
    fn schema_name() -> Cow<'static, str> {
        "BlockMinutes".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "x-expected": "a whole number or \"rest\"",
            "anyOf": [generator.subschema_for::<Whole<Minutes, 1, 480>>(), { "type": "string", "enum": ["rest"] }],
        })
    }
}

/// A value of a success factor's parameter: a number or a list of words (model.md §7).
#[derive(Debug, Clone, PartialEq, serde::Deserialize, JsonSchema)]
#[serde(untagged)]
#[schemars(extend("x-expected" = "a whole number or a list", "x-parameter" = true))]
pub enum Parameter {
    /// A whole number.
    Number(i64),
    /// Words, such as kinds of block.
    Words(Vec<String>),
}

/// Additions of an author's own, which the program passes over (model.md §0).
#[derive(Debug, Clone, Default, PartialEq, serde::Deserialize)]
#[serde(transparent)]
pub struct Extra(toml::Table);

impl JsonSchema for Extra {
    fn schema_name() -> Cow<'static, str> {
        "Extra".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "object", "x-expected": "a table" })
    }
}

impl Extra {
    /// The table as the author wrote it.
    #[must_use]
    pub fn table(&self) -> &toml::Table {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_lower_case_words_with_single_hyphens() {
        for good in ["a", "2026-herbst", "a-b-c", "7"] {
            assert!(is_id(good), "{good}");
        }
        for bad in ["", "A", "a--b", "-a", "a-", "ä", "a_b", "a.b", &"a".repeat(65)] {
            assert!(!is_id(bad), "{bad}");
        }
    }

    #[test]
    fn a_time_has_two_digits_on_either_side() {
        assert_eq!(clock_of("09:05"), civil_time(9, 5));
        for bad in ["9:05", "24:00", "13:60", "13.30", "1330", "13:3"] {
            assert_eq!(clock_of(bad), None, "{bad}");
        }
    }
}
