//! The first use of a term on a page is linked (model.md §10).

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::sync::Arc;

use aho_corasick::{AhoCorasick, AhoCorasickKind, Input, MatchKind, StartKind};
use rayon::prelude::*;

use crate::at;
use crate::diagnostics::{Code, Diagnostic, Report};
use crate::document::{Document, Kind};
use crate::handbook::Handbook;
use crate::locale::Language;
use crate::text::SourcePath;

/// The terms of one language, ready to be found in running text.
#[derive(Debug, Default)]
pub struct Glossary {
    /// Finds the forms wherever they stand, also within words; `None` if there is no form.
    matcher: Option<AhoCorasick>,
    /// What the matcher looks for, in its order.
    forms: Vec<Form>,
}

#[derive(Debug)]
struct Form {
    words: String,
    term: usize,
}

/// A term in a piece of text: its bytes and its position in the glossary.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Use {
    /// Where it begins.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// Which term it is.
    pub term: usize,
}

/// The glossary in every language of the site.
pub fn for_languages(handbook: &Handbook) -> Vec<Glossary> {
    handbook.config.languages.all().map(|language| Glossary::new(handbook, language)).collect()
}

impl Glossary {
    fn new(handbook: &Handbook, language: Language) -> Self {
        let forms = handbook.glossary.iter().enumerate().flat_map(|(index, term)| {
            let forms = std::iter::once(&term.term).chain(&term.aliases);
            forms.map(move |words| (words.get(language).as_ref(), index))
        });
        Self::of(forms)
    }

    fn of<'f>(forms: impl Iterator<Item = (&'f str, usize)>) -> Self {
        let written = forms.filter(|(form, _)| !form.trim().is_empty());
        let mut forms: Vec<Form> = written
            .flat_map(|(form, term)| either_case(form).into_iter().map(move |words| Form { words, term }))
            .collect();
        if forms.is_empty() {
            return Self::default();
        }
        forms.sort_by_key(|form| Reverse(form.words.len()));
        let matcher = AhoCorasick::builder()
            .match_kind(MatchKind::LeftmostLongest)
            .start_kind(StartKind::Unanchored)
            .kind(kind(&forms))
            .build(forms.iter().map(|form| &form.words))
            .expect("a glossary has fewer letters than a matcher can hold");
        Self { matcher: Some(matcher), forms }
    }

    /// Whether there is nothing to be found.
    pub fn is_empty(&self) -> bool {
        self.forms.is_empty()
    }

    /// The terms in `text`, from left to right, the longest at each place, without overlaps.
    pub fn uses(&self, text: &str) -> Vec<Use> {
        let Some(matcher) = &self.matcher else { return Vec::new() };
        let mut uses = Vec::new();
        let mut from = 0;
        while let Some(found) = matcher.find(Input::new(text).range(from..)) {
            let start = found.start();
            // Within a longer word the longest form does not count, but a shorter one may stand by itself.
            let form = self.forms[found.pattern().as_usize()..].iter().find(|form| stands_at(text, start, &form.words));
            if let Some(form) = form {
                uses.push(Use { start, end: start + form.words.len(), term: form.term });
            }
            from = start + form.map_or_else(|| first_length(&text[start..]), |form| form.words.len());
        }
        uses
    }
}

/// The fastest kind of matcher, which needs 250 bytes a letter or so; one that needs less for a very long glossary.
fn kind(forms: &[Form]) -> Option<AhoCorasickKind> {
    let letters: usize = forms.iter().map(|form| form.words.len()).sum();
    (letters < 100_000).then_some(AhoCorasickKind::DFA)
}

/// A form with its first letter as written, small and capital.
fn either_case(form: &str) -> BTreeSet<String> {
    let mut letters = form.chars();
    let Some(first) = letters.next() else { return BTreeSet::new() };
    let rest = letters.as_str();
    let cased = [first.to_string(), first.to_lowercase().to_string(), first.to_uppercase().to_string()];
    cased.into_iter().map(|first| first + rest).collect()
}

/// Whether `form` stands at byte `start`, and not as a part of a longer word.
fn stands_at(text: &str, start: usize, form: &str) -> bool {
    let Some(after) = text[start..].strip_prefix(form) else { return false };
    let begins_in_word = form.starts_with(char::is_alphanumeric) && text[..start].ends_with(char::is_alphanumeric);
    let ends_in_word = form.ends_with(char::is_alphanumeric) && after.starts_with(char::is_alphanumeric);
    !begins_in_word && !ends_in_word
}

fn first_length(text: &str) -> usize {
    text.chars().next().map_or(1, char::len_utf8)
}

/// Notes every term that no text uses.
pub fn report_unused(report: &mut Report, handbook: &Handbook, glossaries: &[Glossary], documents: &[Arc<Document>]) {
    if handbook.glossary.is_empty() {
        return;
    }
    let used = used_terms(handbook.glossary.len(), glossaries, documents);
    let path = SourcePath::new("content/glossary.toml");
    let file = documents.iter().find(|document| *document.file.path() == path);
    for (index, term) in handbook.glossary.iter().enumerate().filter(|(index, _)| !used.contains(index)) {
        debug_assert!(index < handbook.glossary.len());
        let Some(file) = file else { return };
        let message = format!("glossary term \"{}\" is used nowhere", term.id);
        report.add(Diagnostic::new(Code::UnusedTerm, message, file.file.key(&at![&*term.id])));
    }
}

/// The terms that some text uses, in any language.
fn used_terms(all: usize, glossaries: &[Glossary], documents: &[Arc<Document>]) -> BTreeSet<usize> {
    let mut used = BTreeSet::new();
    // Most glossaries are found to be in use long before the last text.
    for some in documents.chunks(256) {
        let terms = some.par_iter().filter(|document| may_use_terms(document)).flat_map_iter(|document| {
            glossaries.iter().flat_map(|glossary| glossary.uses(document.file.text())).map(|one| one.term)
        });
        used.par_extend(terms);
        if used.len() == all {
            break;
        }
    }
    used
}

fn may_use_terms(document: &Document) -> bool {
    let kind = &document.file.layout.kind;
    !matches!(kind, Kind::Glossary | Kind::People(_) | Kind::Static(_) | Kind::Theme { .. } | Kind::Other)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(&str, usize)> {
        let forms = [("Reichweite", 0), ("reach", 1), ("reach rate", 2), ("Übung", 3), ("Ä", 4), ("#Thema", 5)];
        let glossary = Glossary::of(forms.into_iter());
        glossary.uses(text).into_iter().map(|one| (&text[one.start..one.end], one.term)).collect()
    }

    #[test]
    fn whole_words_longest_first_and_either_case_of_the_first_letter() {
        assert_eq!(found("Die Reichweite zählt."), [("Reichweite", 0)]);
        assert_eq!(found("Reichweiten, reichweite"), [("reichweite", 0)]);
        assert_eq!(found("Reach rate and reach, outreach"), [("Reach rate", 2), ("reach", 1)]);
        assert_eq!(found("a reAch"), []);
        assert_eq!(found("übung×Übung, ä Übungen"), [("übung", 3), ("Übung", 3), ("ä", 4)]);
        assert_eq!(found("reach rates, ein #Thema und#Themen"), [("reach", 1), ("#Thema", 5)]);
    }
}
