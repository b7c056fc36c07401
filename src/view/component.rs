use std::collections::BTreeMap;

use serde_json::{Map, Value};

/// The components of the theme, as far as the texts of authors may call them (site.md, "Authoring Markdown").
pub trait Components: Send + Sync {
    /// What each component takes, by name.
    fn signatures(&self) -> &BTreeMap<String, Signature>;

    /// The HTML of a component in the language with this position.
    ///
    /// # Errors
    /// Why it cannot be made, in a sentence.
    fn html(&self, language: usize, name: &str, arguments: &Map<String, Value>) -> Result<String, String>;
}

/// What a component takes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Signature {
    /// Its arguments by name.
    pub arguments: BTreeMap<String, Parameter>,
    /// Whether it takes others too.
    pub takes_more: bool,
}

/// An argument that a component takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parameter {
    /// What it must be.
    pub kind: ArgumentKind,
    /// Whether a call may leave it out.
    pub is_optional: bool,
}

/// What an argument must be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ArgumentKind {
    /// Anything.
    Any,
    /// A text.
    Text,
    /// Yes or no.
    Truth,
    /// A whole number.
    WholeNumber,
    /// A number with or without a fraction.
    Number,
    /// Several values.
    List,
    /// Values with names.
    Table,
}

impl ArgumentKind {
    /// What it is in a message: "must be a whole number".
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Any => "a value",
            Self::Text => "a text",
            Self::Truth => "{true} or {false}",
            Self::WholeNumber => "a whole number such as {3}",
            Self::Number => "a number such as {3}",
            Self::List => "a list such as {[\"a\", \"b\"]}",
            Self::Table => "a table such as {{\"name\": \"a\"}}",
        }
    }

    /// Whether a value is of this kind.
    #[must_use]
    pub fn fits(self, value: &Value) -> bool {
        match self {
            Self::Any => true,
            Self::Text => value.is_string(),
            Self::Truth => value.is_boolean(),
            Self::WholeNumber => value.is_i64(),
            Self::Number => value.is_number(),
            Self::List => value.is_array(),
            Self::Table => value.is_object(),
        }
    }
}
