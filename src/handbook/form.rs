//! Printable forms.

use std::sync::Arc;

use super::words::{Texts, Words};
use crate::document::File;
use crate::document::pages::FormKind;

/// A printable form; "document" in the words of the field (model.md §10).
#[derive(Debug, Clone)]
pub struct Form {
    /// The name of its file, or of a built-in one.
    pub id: Arc<str>,
    /// Its file; a built-in form has none.
    pub file: Option<Arc<File>>,
    /// Its heading; that of the built-in form if it has no file.
    pub title: Option<Words>,
    /// What it is for.
    pub kind: FormKind,
    /// Whether it is a draft.
    pub draft: bool,
    /// Its text.
    pub texts: Texts,
}

/// The forms that every handbook has, unless it brings its own.
pub const BUILT_IN: [(&str, FormKind); 5] = [
    ("agreement", FormKind::Agreement),
    ("session-log", FormKind::SessionLog),
    ("midpoint-form", FormKind::MidpointForm),
    ("self-rating", FormKind::SelfRating),
    ("evaluation-form", FormKind::EvaluationForm),
];
