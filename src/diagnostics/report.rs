use std::collections::{BTreeMap, BTreeSet};

use super::{Code, Severity, explanation};
use crate::text::{SourcePath, Sources, Span};

/// One message to the author: what is wrong, where, and the way out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// Its kind.
    pub code: Code,
    /// Its weight; that of its code, or an error where something needs what is wrong, until [`Report::finish`] applies
    /// the levels of the site.
    pub severity: Severity,
    /// What is wrong, in the words of model.md.
    pub message: String,
    /// Where the author would change something.
    pub place: Place,
    /// Other places that belong to it.
    pub labels: Vec<Label>,
    /// Ways out.
    pub help: Vec<String>,
    /// Facts that explain it.
    pub notes: Vec<String>,
    /// The change that would mend it, if there is exactly one.
    pub edit: Option<Edit>,
}

/// The text that stands in for one that could not be read; it is an id too. What was wrong with the text has its own
/// message, so a message that quotes this one is not kept ([`Report::add`]).
pub const STAND_IN: &str = "stand-in-of-leitfaden";

/// Some bytes of a file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The file.
    pub path: SourcePath,
    /// The bytes.
    pub span: Span,
}

/// A second place with a word on why it matters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// The place.
    pub place: Place,
    /// What is to be seen there.
    pub text: String,
}

/// A replacement of bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// The bytes to be replaced; empty to insert.
    pub place: Place,
    /// What stands there afterwards.
    pub replacement: String,
}

impl Place {
    /// These bytes of that file.
    #[must_use]
    pub fn new(path: &SourcePath, span: Span) -> Self {
        Self { path: path.clone(), span }
    }

    /// The first line of a file, for what is missing in it.
    #[must_use]
    pub fn top(path: &SourcePath) -> Self {
        Self::new(path, Span::TOP)
    }

    /// Where a value stands that could not be read.
    #[must_use]
    pub fn nowhere(path: &SourcePath) -> Self {
        Self::new(path, Span::NOWHERE)
    }
}

impl Diagnostic {
    /// A message without any extras.
    #[must_use]
    pub fn new(code: Code, message: impl Into<String>, place: Place) -> Self {
        Self {
            code,
            severity: code.severity(),
            message: message.into(),
            place,
            labels: Vec::new(),
            help: Vec::new(),
            notes: Vec::new(),
            edit: None,
        }
    }

    /// With a way out.
    #[must_use]
    pub fn help(mut self, text: impl Into<String>) -> Self {
        self.help.push(text.into());
        self
    }

    /// With a fact that explains it.
    #[must_use]
    pub fn note(mut self, text: impl Into<String>) -> Self {
        self.notes.push(text.into());
        self
    }

    /// The same as an error: something needs what it is about.
    #[must_use]
    pub fn needed(&self) -> Self {
        Self { severity: Severity::Error, ..self.clone() }
    }

    /// With a second place.
    #[must_use]
    pub fn label(mut self, place: Place, text: impl Into<String>) -> Self {
        self.labels.push(Label { place, text: text.into() });
        self
    }

    /// With the help `did you mean "{near}"?` and the edit that writes it, if something is near.
    #[must_use]
    pub fn did_you_mean(mut self, near: Option<&str>, edit: impl FnOnce(&str) -> Edit) -> Self {
        if let Some(near) = near {
            self.help.push(format!("did you mean \"{near}\"?"));
            self.edit = Some(edit(near));
        }
        self
    }

    /// Takes in another one if it says the same of the same place: as heavy as the heavier one, with the labels of both.
    fn takes_in(&mut self, other: &mut Self) -> bool {
        let is_same = (self.code, &self.message, &self.place) == (other.code, &other.message, &other.place)
            && (&self.help, &self.notes, &self.edit) == (&other.help, &other.notes, &other.edit);
        if is_same {
            self.severity = self.severity.min(other.severity);
            let new: Vec<Label> = other.labels.drain(..).filter(|label| !self.labels.contains(label)).collect();
            self.labels.extend(new);
        }
        is_same
    }

    /// Whether it only follows from a value that could not be read, which has its own message.
    fn is_about_a_stand_in(&self) -> bool {
        self.place.span == Span::NOWHERE || self.message.contains(STAND_IN)
    }

    /// With the change that mends it.
    #[must_use]
    pub fn edit(mut self, place: Place, replacement: impl Into<String>) -> Self {
        self.edit = Some(Edit { place, replacement: replacement.into() });
        self
    }
}

/// What an author decided about a code in `[diagnostics]` (model.md §2).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// Not shown.
    Allow,
    /// A warning.
    Warn,
    /// An error.
    Deny,
}

/// The weights of one run: `[diagnostics]` of the site and `--strict`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Levels {
    /// Code → level, as the site has it.
    pub by_code: BTreeMap<Code, Level>,
    /// Whether what is left of the warnings becomes errors.
    pub strict: bool,
}

impl Levels {
    /// The weight of a message under these levels; `None` if it is not to be shown.
    ///
    /// An error stays an error whatever the levels say.
    #[must_use]
    pub fn severity_of(&self, diagnostic: &Diagnostic) -> Option<Severity> {
        let own = diagnostic.severity;
        if own == Severity::Error {
            return Some(own);
        }
        let level = match self.by_code.get(&diagnostic.code) {
            Some(Level::Allow) => return None,
            Some(Level::Warn) => Severity::Warning,
            Some(Level::Deny) => Severity::Error,
            None => own,
        };
        Some(if self.strict && level == Severity::Warning { Severity::Error } else { level })
    }
}

/// The messages of a run, in the order in which they were found until [`finish`](Self::finish) sorts them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    diagnostics: Vec<Diagnostic>,
    broken: BTreeSet<SourcePath>,
}

impl Report {
    /// An empty report.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds one message, unless it only follows from a value that could not be read (one cause, one message).
    pub fn add(&mut self, diagnostic: Diagnostic) {
        if diagnostic.is_about_a_stand_in() {
            return;
        }
        if diagnostic.severity == Severity::Error {
            self.broken.insert(diagnostic.place.path.clone());
        }
        self.diagnostics.push(diagnostic);
    }

    /// Adds what another stage found.
    pub fn extend(&mut self, diagnostics: impl IntoIterator<Item = Diagnostic>) {
        for diagnostic in diagnostics {
            self.add(diagnostic);
        }
    }

    /// Whether an error points into this file. Such a file takes part in no computation (model.md §0).
    #[must_use]
    pub fn is_broken(&self, path: &SourcePath) -> bool {
        self.broken.contains(path)
    }

    /// Whether something is an error under these levels.
    #[must_use]
    pub fn has_errors(&self, levels: &Levels) -> bool {
        self.diagnostics.iter().any(|one| levels.severity_of(one) == Some(Severity::Error))
    }

    /// The messages so far.
    #[must_use]
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }

    /// The messages with the site's levels applied, without repeats, sorted by file, line and column, each with a way
    /// out.
    #[must_use]
    pub fn finish(&self, levels: &Levels, sources: &Sources) -> Vec<Diagnostic> {
        let mut shown: Vec<Diagnostic> = Vec::with_capacity(self.diagnostics.len());
        for diagnostic in &self.diagnostics {
            if let Some(severity) = levels.severity_of(diagnostic) {
                shown.push(with_way_out(Diagnostic { severity, ..diagnostic.clone() }));
            }
        }
        let position = |place: &Place| {
            sources.get(&place.path).map_or((1, 1), |source| {
                let at = source.position(place.span.start);
                (at.line, at.column)
            })
        };
        shown.sort_by_cached_key(|diagnostic| {
            let place = &diagnostic.place;
            (place.path.clone(), position(place), diagnostic.code, diagnostic.message.clone())
        });
        shown.dedup_by(|next, one| one.takes_in(next));
        tell_languages_once(&mut shown);
        shown
    }
}

/// So many times the same unknown language may be told, each at its place.
const LANGUAGES_TOLD: usize = 3;

/// A language that the site should have stands all over the handbook: that is one mistake, and one message.
fn tell_languages_once(shown: &mut Vec<Diagnostic>) {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for diagnostic in shown.iter().filter(|one| one.code == Code::UnknownLanguage) {
        *counts.entry(diagnostic.message.clone()).or_default() += 1;
    }
    counts.retain(|_, count| *count > LANGUAGES_TOLD);
    let mut told = BTreeSet::new();
    shown.retain_mut(|diagnostic| {
        let Some(count) = counts.get(&diagnostic.message).filter(|_| diagnostic.code == Code::UnknownLanguage) else {
            return true;
        };
        diagnostic.notes.push(format!("it stands in {} other places too", count - 1));
        told.insert(diagnostic.message.clone())
    });
}

/// Every message names a way out: that of its code, if the place where it was made knows no better one.
fn with_way_out(mut diagnostic: Diagnostic) -> Diagnostic {
    if diagnostic.help.is_empty() {
        let way_out = explanation(diagnostic.code).way_out;
        let mut letters = way_out.trim_end_matches('.').chars();
        let first: String = letters.next().into_iter().flat_map(char::to_lowercase).collect();
        diagnostic.help.push(first + letters.as_str());
    }
    diagnostic
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report(codes: &[Code]) -> Report {
        let mut report = Report::new();
        for &code in codes {
            report.add(Diagnostic::new(code, "x", Place::top(&SourcePath::new("a.toml"))));
        }
        report
    }

    #[test]
    fn levels_change_warnings_but_never_hide_an_error() {
        let levels = Levels {
            by_code: [(Code::NoPairs, Level::Allow), (Code::BadId, Level::Allow), (Code::UnusedTerm, Level::Deny)]
                .into(),
            strict: true,
        };
        let report = report(&[Code::NoPairs, Code::BadId, Code::UnusedTerm, Code::MissingAlt, Code::UnusedTopic]);
        let shown = report.finish(&levels, &Sources::new());
        let pairs: Vec<_> = shown.iter().map(|one| (one.code, one.severity)).collect();
        assert_eq!(
            pairs,
            [
                (Code::BadId, Severity::Error),
                (Code::MissingAlt, Severity::Error),
                (Code::UnusedTopic, Severity::Note),
                (Code::UnusedTerm, Severity::Error),
            ]
        );
    }
}
