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

/// What is remembered of the glossary: the terms, and a text that uses each.
#[derive(Default)]
pub struct Memory {
    glossaries: Option<(Vec<Forms>, Arc<[Glossary]>)>,
    documents: Arc<[Arc<Document>]>,
    /// For each term the position of a text that uses it; `None` if no text does.
    users: Vec<Option<usize>>,
}

/// What is looked for, and which term each is a form of.
type Forms = Vec<(String, usize)>;

impl Memory {
    /// The glossary in every language of the site.
    pub fn glossaries(&mut self, handbook: &Handbook) -> Arc<[Glossary]> {
        let forms: Vec<_> = handbook.config.languages.all().map(|language| forms(handbook, language)).collect();
        match &self.glossaries {
            Some((known, glossaries)) if *known == forms => Arc::clone(glossaries),
            _ => {
                let glossaries = forms.iter().map(|forms| Glossary::of(forms)).collect();
                self.users.clear();
                Arc::clone(&self.glossaries.insert((forms, glossaries)).1)
            }
        }
    }

    /// Notes every term that no text uses.
    pub fn report_unused(&mut self, report: &mut Report, handbook: &Handbook, documents: &Arc<[Arc<Document>]>) {
        if handbook.glossary.is_empty() {
            return;
        }
        self.find_users(handbook.glossary.len(), documents);
        let path = SourcePath::new("content/glossary.toml");
        let Some(file) = documents.iter().find(|document| *document.file.path() == path) else { return };
        for (term, _) in handbook.glossary.iter().zip(&self.users).filter(|(_, user)| user.is_none()) {
            let message = format!("glossary term \"{}\" is used nowhere", term.id);
            report.add(Diagnostic::new(Code::UnusedTerm, message, file.file.key(&at![&*term.id])));
        }
    }

    /// Finds a text for each term. What a text that is as before does not use, it still does not.
    fn find_users(&mut self, terms: usize, documents: &Arc<[Arc<Document>]>) {
        let is_same = |index: usize| {
            self.documents.get(index).zip(documents.get(index)).is_some_and(|(before, now)| Arc::ptr_eq(before, now))
        };
        let is_first = self.users.len() != terms || self.documents.len() != documents.len();
        let lost = |user: &Option<usize>| user.is_some_and(|index| !is_same(index));
        let begins_anew = is_first || self.users.iter().any(lost);
        let candidates: Vec<usize> = (0..documents.len()).filter(|&index| begins_anew || !is_same(index)).collect();
        if begins_anew {
            self.users = vec![None; terms];
        }
        self.documents = Arc::clone(documents);
        // Most glossaries are found to be in use long before the last text.
        for some in candidates.chunks(64) {
            if self.users.iter().all(Option::is_some) {
                break;
            }
            self.add_users(some);
        }
    }

    fn add_users(&mut self, candidates: &[usize]) {
        let glossaries = self.glossaries.iter().flat_map(|(_, glossaries)| glossaries.iter());
        let glossaries: Vec<&Glossary> = glossaries.collect();
        let texts = candidates.par_iter().map(|&index| (index, &self.documents[index]));
        let found: Vec<(usize, usize)> = texts
            .filter(|(_, document)| may_use_terms(document))
            .flat_map_iter(|(index, document)| {
                let uses = glossaries.iter().flat_map(|glossary| glossary.uses(document.file.text()));
                uses.map(move |one| (one.term, index))
            })
            .collect();
        for (term, index) in found {
            self.users[term].get_or_insert(index);
        }
    }
}

/// All forms of all terms in a language, with the positions of the terms.
fn forms(handbook: &Handbook, language: Language) -> Forms {
    let forms = handbook.glossary.iter().enumerate().flat_map(|(index, term)| {
        let forms = std::iter::once(&term.term).chain(&term.aliases);
        forms.map(move |words| (words.get(language).to_string(), index))
    });
    forms.filter(|(form, _)| !form.trim().is_empty()).collect()
}

impl Glossary {
    fn of(forms: &[(String, usize)]) -> Self {
        let mut forms: Vec<Form> = forms
            .iter()
            .flat_map(|(form, term)| either_case(form).into_iter().map(|words| Form { words, term: *term }))
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

fn may_use_terms(document: &Document) -> bool {
    let kind = &document.file.layout.kind;
    !matches!(kind, Kind::Glossary | Kind::People(_) | Kind::Static(_) | Kind::Theme { .. } | Kind::Other)
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::*;

    fn found(text: &str) -> Vec<(&str, usize)> {
        let forms =
            [("Reichweite", 0), ("reach", 1), ("reach rate", 2), ("Übung", 3), ("Ä", 4), ("#Thema", 5), ("B", 6)];
        let glossary = Glossary::of(&forms.map(|(form, term)| (form.to_owned(), term)));
        glossary.uses(text).into_iter().map(|one| (&text[one.start..one.end], one.term)).collect()
    }

    /// The same as [`Glossary::uses`], by trying every form at every place.
    fn tried(forms: &[(String, usize)], text: &str) -> Vec<(usize, String)> {
        let mut cased: Vec<String> = forms.iter().flat_map(|(form, _)| either_case(form)).collect();
        cased.sort_by_key(|form| Reverse(form.len()));
        let mut uses = Vec::new();
        let mut from = 0;
        for (start, _) in text.char_indices() {
            if start >= from
                && let Some(form) = cased.iter().find(|form| stands_at(text, start, form))
            {
                uses.push((start, form.clone()));
                from = start + form.len();
            }
        }
        uses
    }

    proptest! {
        #[test]
        fn nothing_is_missed(
            forms in vec("[abüB]{1,3}( [aü])?", 1..5),
            text in "[abüB .]{0,24}",
        ) {
            let forms: Vec<(String, usize)> = forms.into_iter().zip(0..).collect();
            let uses = Glossary::of(&forms).uses(&text);
            let found: Vec<(usize, String)> = uses.iter().map(|one| (one.start, text[one.start..one.end].to_owned())).collect();
            prop_assert_eq!(found, tried(&forms, &text));
        }
    }

    #[test]
    fn whole_words_longest_first_and_either_case_of_the_first_letter() {
        assert_eq!(found("Die Reichweite zählt."), [("Reichweite", 0)]);
        assert_eq!(found("Reichweiten, reichweite"), [("reichweite", 0)]);
        assert_eq!(found("Reach rate and reach, outreach"), [("Reach rate", 2), ("reach", 1)]);
        assert_eq!(found("a reAch"), []);
        assert_eq!(found("übung×Übung, ä Übungen"), [("übung", 3), ("Übung", 3), ("ä", 4)]);
        assert_eq!(found("Plan B, ein B"), [("B", 6), ("B", 6)]);
        assert_eq!(found("reach rates, ein #Thema und#Themen"), [("reach", 1), ("#Thema", 5)]);
    }
}
