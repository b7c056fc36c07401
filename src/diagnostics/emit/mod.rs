//! What messages look like: drawn for people, one a line for tools, JSON for programs.
//!
//! Takes finished messages ([`Report::finish`](super::Report::finish)) and the files they point into, and writes
//! text. Nothing here decides what is said or where it points. No face ever shows a line of a [`Private`] file.

mod human;
mod json;
mod short;

pub use human::{Style, write_human};
pub use json::{Problem, ProblemEdit, ProblemLabel, Problems, write_json};
pub use short::write_short;

use super::{Diagnostic, Place, Severity};
use crate::text::{Position, SourcePath, Sources};

/// How many messages there are of each weight.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Messages that stop a build.
    pub errors: usize,
    /// Messages that do not, but ask for attention.
    pub warnings: usize,
    /// Messages worth knowing.
    pub notes: usize,
}

impl Counts {
    /// Counts these messages by the weight they have now.
    #[must_use]
    pub fn of(diagnostics: &[Diagnostic]) -> Self {
        let mut counts = Self::default();
        for diagnostic in diagnostics {
            match diagnostic.severity {
                Severity::Error => counts.errors += 1,
                Severity::Warning => counts.warnings += 1,
                Severity::Note => counts.notes += 1,
            }
        }
        counts
    }

    /// The last line of a run, `3 errors, 2 warnings`; `None` if there is nothing to count.
    #[must_use]
    pub fn summary(self) -> Option<String> {
        let counted = [(self.errors, "error"), (self.warnings, "warning"), (self.notes, "note")];
        let parts: Vec<String> = counted
            .into_iter()
            .filter(|&(count, _)| count > 0)
            .map(|(count, word)| if count == 1 { format!("1 {word}") } else { format!("{count} {word}s") })
            .collect();
        (!parts.is_empty()).then(|| parts.join(", "))
    }
}

/// The folders of which no line may be shown: values of private files are never quoted (model.md §0).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Private {
    folders: Vec<String>,
}

impl Private {
    /// `private/` and the folder in which this site keeps its people (`publish.people`).
    #[must_use]
    pub fn with_people(people: &str) -> Self {
        let people = people.trim_start_matches("./").trim_end_matches('/');
        let folders = ["private", people].into_iter().filter(|folder| !folder.is_empty());
        Self { folders: folders.map(str::to_owned).collect() }
    }

    /// Whether this file is private.
    #[must_use]
    pub fn holds(&self, path: &SourcePath) -> bool {
        self.folders.iter().any(|folder| {
            let inside = path.as_str().strip_prefix(folder.as_str());
            inside.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        })
    }
}

impl Default for Private {
    /// `private/` alone.
    fn default() -> Self {
        Self::with_people("")
    }
}

/// Line and column of the first and behind the last character of a place.
///
/// What is no file of the handbook, such as the output folder or a file that is missing, counts as its first line.
fn extent(sources: &Sources, place: &Place) -> (Position, Position) {
    let top = Position { line: 1, column: 1 };
    sources
        .get(&place.path)
        .map_or((top, top), |source| (source.position(place.span.start), source.position(place.span.end)))
}

/// Where a place begins, as `path:line:column`.
fn address(sources: &Sources, place: &Place) -> String {
    let (start, _) = extent(sources, place);
    one_line(&format!("{}:{}:{}", place.path, start.line, start.column))
}

/// A text on one line and harmless to a terminal: line breaks become spaces, control characters visible signs.
fn one_line(text: &str) -> String {
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    annotate_snippets::normalize_untrusted_str(&lines.join(" ")).replace(char::is_control, "\u{fffd}")
}

/// Files and places for the tests of the faces.
#[cfg(test)]
mod fixture {
    use std::sync::Arc;

    use crate::diagnostics::Place;
    use crate::text::{Source, SourcePath, Sources, Span};

    /// A handbook of these files: path and contents.
    pub(super) fn sources<'a>(files: impl IntoIterator<Item = (&'a str, &'a [u8])>) -> Sources {
        let source = |(path, bytes): (&str, &[u8])| Source::new(SourcePath::new(path), bytes);
        files.into_iter().map(source).map(|source| (source.path.clone(), Arc::new(source))).collect()
    }

    /// The first place of a file where `words` stand.
    pub(super) fn place(sources: &Sources, path: &str, words: &str) -> Place {
        let path = SourcePath::new(path);
        let text = sources[&path].text().expect("the file is text");
        let start = text.find(words).expect("the words stand in the file");
        Place::new(&path, Span { start, end: start + words.len() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::Code;

    #[test]
    fn what_there_is_is_counted_in_the_right_number() {
        let summary = |errors, warnings, notes| Counts { errors, warnings, notes }.summary();
        assert_eq!(summary(0, 0, 0), None);
        assert_eq!(summary(3, 2, 0).as_deref(), Some("3 errors, 2 warnings"));
        assert_eq!(summary(1, 0, 1).as_deref(), Some("1 error, 1 note"));
        assert_eq!(summary(0, 1, 4).as_deref(), Some("1 warning, 4 notes"));
    }

    #[test]
    fn messages_count_by_the_weight_they_were_given() {
        let place = Place::top(&SourcePath::new("site.toml"));
        let mut strict = Diagnostic::new(Code::NoPairs, "x", place.clone());
        strict.severity = Severity::Error;
        let diagnostics =
            [strict, Diagnostic::new(Code::NoPairs, "x", place.clone()), Diagnostic::new(Code::UnusedTerm, "x", place)];
        assert_eq!(Counts::of(&diagnostics), Counts { errors: 1, warnings: 1, notes: 1 });
    }

    #[test]
    fn a_private_file_is_known_by_its_folder() {
        let rows = [
            ("private/people", "private/people/a.toml", true),
            ("private/people", "private/allow-words.txt", true),
            ("private/people", "privateer/a.md", false),
            ("private/people", "content/private/a.md", false),
            ("", "private/report/a.txt", true),
            ("", "content/index.md", false),
            ("./staff/", "staff/a.toml", true),
            ("./staff/", "private/a.toml", true),
            ("./staff/", "staffing.md", false),
        ];
        for (people, path, private) in rows {
            assert_eq!(Private::with_people(people).holds(&SourcePath::new(path)), private, "{people:?} {path}");
        }
    }

    #[test]
    fn a_message_keeps_to_its_line() {
        let rows = [
            ("as it is", "as it is"),
            ("two\nlines", "two lines"),
            ("two\r\n  lines\n\n", "two lines"),
            ("colour \u{1b}[31m", "colour ␛[31m"),
            ("colour \u{9b}31m", "colour \u{fffd}31m"),
            ("turned \u{202e}round", "turned \u{fffd}round"),
        ];
        for (text, expected) in rows {
            assert_eq!(one_line(text), expected);
        }
    }
}
