use std::io::{self, Write};

use schemars::JsonSchema;
use serde::Serialize;

use super::{Counts, extent};
use crate::diagnostics::{Diagnostic, Edit, Label};
use crate::text::Sources;

/// The messages as programs read them: the first part of the document of `check --format json`, and the whole of
/// what the preview sends to the browser.
///
/// A document with more in it takes this one in with `#[serde(flatten)]`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Problems {
    /// The messages, sorted as they were given.
    pub diagnostics: Vec<Problem>,
    /// How many of them are errors.
    pub errors: usize,
    /// How many of them are warnings.
    pub warnings: usize,
    /// How many of them are notes.
    pub notes: usize,
}

/// One message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Problem {
    /// `error`, `warning` or `note`.
    pub severity: String,
    /// The name of its kind, which `leitfaden explain` knows.
    pub code: &'static str,
    /// What is wrong.
    pub message: String,
    /// The file, relative to the handbook's folder, with `/`.
    pub path: String,
    /// The first line, from 1.
    pub line: usize,
    /// The first column, in characters from 1.
    pub column: usize,
    /// The last line, from 1.
    pub end_line: usize,
    /// The column behind the last character.
    pub end_column: usize,
    /// Ways out.
    pub help: Vec<String>,
    /// Facts that explain it.
    pub notes: Vec<String>,
    /// Other places that belong to it.
    pub labels: Vec<ProblemLabel>,
    /// The change that would mend it, if there is exactly one.
    pub edit: Option<ProblemEdit>,
}

/// A second place of a message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ProblemLabel {
    /// The file.
    pub path: String,
    /// The line, from 1.
    pub line: usize,
    /// The column, in characters from 1.
    pub column: usize,
    /// What is to be seen there.
    pub text: String,
}

/// A replacement of bytes that mends a message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ProblemEdit {
    /// The file.
    pub path: String,
    /// Offset of the first byte to be replaced.
    pub start: usize,
    /// Offset of the byte behind the last one.
    pub end: usize,
    /// What stands there afterwards.
    pub replacement: String,
}

/// Writes the messages as one JSON document with a line break at its end.
///
/// # Errors
/// What `out` fails with.
pub fn write_json(sources: &Sources, diagnostics: &[Diagnostic], out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, &Problems::of(sources, diagnostics))?;
    writeln!(out)
}

impl Problems {
    /// The messages with their places counted in lines and columns.
    #[must_use]
    pub fn of(sources: &Sources, diagnostics: &[Diagnostic]) -> Self {
        let Counts { errors, warnings, notes } = Counts::of(diagnostics);
        let diagnostics = diagnostics.iter().map(|diagnostic| problem(sources, diagnostic)).collect();
        Self { diagnostics, errors, warnings, notes }
    }
}

fn problem(sources: &Sources, diagnostic: &Diagnostic) -> Problem {
    let (start, end) = extent(sources, &diagnostic.place);
    Problem {
        severity: diagnostic.severity.to_string(),
        code: diagnostic.code.name(),
        message: diagnostic.message.clone(),
        path: diagnostic.place.path.to_string(),
        line: start.line,
        column: start.column,
        end_line: end.line,
        end_column: end.column,
        help: diagnostic.help.clone(),
        notes: diagnostic.notes.clone(),
        labels: diagnostic.labels.iter().map(|label| problem_label(sources, label)).collect(),
        edit: diagnostic.edit.as_ref().map(problem_edit),
    }
}

fn problem_label(sources: &Sources, label: &Label) -> ProblemLabel {
    let (start, _) = extent(sources, &label.place);
    let path = label.place.path.to_string();
    ProblemLabel { path, line: start.line, column: start.column, text: label.text.clone() }
}

fn problem_edit(edit: &Edit) -> ProblemEdit {
    ProblemEdit {
        path: edit.place.path.to_string(),
        start: edit.place.span.start,
        end: edit.place.span.end,
        replacement: edit.replacement.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::emit::fixture::{place, sources};
    use crate::diagnostics::{Code, Place};
    use crate::text::SourcePath;

    #[test]
    fn the_document_has_the_shape_of_the_interface() {
        let topic = "content/topics/ads/index.md";
        let sources = sources([(topic, "+++\ntitel = \"Ä\"\n+++\n".as_bytes())]);
        let key = place(&sources, topic, "titel");
        let diagnostics = [
            Diagnostic::new(Code::UnknownKey, "unknown key \"titel\" in topic", key.clone())
                .did_you_mean(Some("title"), |near| Edit { place: key, replacement: near.to_owned() })
                .label(place(&sources, topic, "\"Ä\""), "its value"),
            Diagnostic::new(
                Code::UnusedTerm,
                "glossary term \"cpc\" is used nowhere",
                Place::top(&SourcePath::new(topic)),
            ),
        ];
        let mut out = Vec::new();
        write_json(&sources, &diagnostics, &mut out).unwrap();
        let expected = r#"{
  "diagnostics": [
    {
      "severity": "error",
      "code": "unknown-key",
      "message": "unknown key \"titel\" in topic",
      "path": "content/topics/ads/index.md",
      "line": 2,
      "column": 1,
      "end_line": 2,
      "end_column": 6,
      "help": [
        "did you mean \"title\"?"
      ],
      "notes": [],
      "labels": [
        {
          "path": "content/topics/ads/index.md",
          "line": 2,
          "column": 9,
          "text": "its value"
        }
      ],
      "edit": {
        "path": "content/topics/ads/index.md",
        "start": 4,
        "end": 9,
        "replacement": "title"
      }
    },
    {
      "severity": "note",
      "code": "unused-term",
      "message": "glossary term \"cpc\" is used nowhere",
      "path": "content/topics/ads/index.md",
      "line": 1,
      "column": 1,
      "end_line": 1,
      "end_column": 1,
      "help": [],
      "notes": [],
      "labels": [],
      "edit": null
    }
  ],
  "errors": 1,
  "warnings": 0,
  "notes": 1
}
"#;
        assert_eq!(String::from_utf8(out).unwrap(), expected);
    }

    #[test]
    fn no_messages_are_a_document_too() {
        let mut out = Vec::new();
        write_json(&Sources::new(), &[], &mut out).unwrap();
        let expected = "{\n  \"diagnostics\": [],\n  \"errors\": 0,\n  \"warnings\": 0,\n  \"notes\": 0\n}\n";
        assert_eq!(String::from_utf8(out).unwrap(), expected);
    }
}
