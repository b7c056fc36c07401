//! The first use of a term on a page is linked (model.md §10).

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use crate::at;
use crate::diagnostics::{Code, Diagnostic, Report};
use crate::document::{Document, Kind};
use crate::handbook::Handbook;
use crate::locale::Language;
use crate::text::SourcePath;

/// The terms of one language, ready to be found in running text.
#[derive(Debug, Default)]
pub struct Glossary {
    /// First word in lower case → forms that begin with it, longest first.
    forms: HashMap<String, Vec<Form>>,
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
        let mut glossary = Self::default();
        for (index, term) in handbook.glossary.iter().enumerate() {
            let forms = std::iter::once(&term.term).chain(&term.aliases);
            for form in forms.map(|words| words.get(language)).filter(|form| !form.trim().is_empty()) {
                let first = first_word(form).to_lowercase();
                glossary.forms.entry(first).or_default().push(Form { words: form.to_string(), term: index });
            }
        }
        for forms in glossary.forms.values_mut() {
            forms.sort_by(|a, b| b.words.len().cmp(&a.words.len()).then_with(|| a.words.cmp(&b.words)));
        }
        glossary
    }

    /// Whether there is nothing to be found.
    pub fn is_empty(&self) -> bool {
        self.forms.is_empty()
    }

    /// The terms in `text`, from left to right, without overlaps.
    pub fn uses(&self, text: &str) -> Vec<Use> {
        let mut uses = Vec::new();
        let mut at = 0;
        while let Some(start) = next_word(text, at) {
            let word = first_word(&text[start..]);
            let found = self
                .forms
                .get(&word.to_lowercase())
                .and_then(|forms| forms.iter().find(|form| stands_at(text, start, &form.words)));
            match found {
                Some(form) => {
                    let end = start + form.words.len();
                    uses.push(Use { start, end, term: form.term });
                    at = end;
                }
                None => at = start + word.len().max(1),
            }
        }
        uses
    }
}

fn is_word_letter(letter: char) -> bool {
    letter.is_alphanumeric()
}

fn first_word(text: &str) -> &str {
    let end = text.find(|letter| !is_word_letter(letter)).unwrap_or(text.len());
    &text[..end]
}

/// Where the next word at or behind byte `from` begins.
fn next_word(text: &str, from: usize) -> Option<usize> {
    text[from..].find(is_word_letter).map(|at| from + at)
}

/// Whether `form` stands at `start` as whole words; its first letter may be of either case.
fn stands_at(text: &str, start: usize, form: &str) -> bool {
    let Some(written) = text.get(start..start + form.len()) else { return false };
    let mut letters = written.chars().zip(form.chars());
    let first_fits = letters.next().is_some_and(|(a, b)| a == b || a.to_lowercase().eq(b.to_lowercase()));
    let behind = text[start + form.len()..].chars().next();
    first_fits && letters.all(|(a, b)| a == b) && !behind.is_some_and(is_word_letter)
}

/// Notes every term that no text uses.
pub fn report_unused(report: &mut Report, handbook: &Handbook, glossaries: &[Glossary], documents: &[Arc<Document>]) {
    if handbook.glossary.is_empty() {
        return;
    }
    let mut used = BTreeSet::new();
    for document in documents {
        let kind = &document.file.layout.kind;
        if matches!(kind, Kind::Glossary | Kind::People(_) | Kind::Static(_) | Kind::Theme { .. } | Kind::Other) {
            continue;
        }
        for glossary in glossaries {
            used.extend(glossary.uses(document.file.text()).into_iter().map(|one| one.term));
        }
    }
    let path = SourcePath::new("content/glossary.toml");
    let file = documents.iter().find(|document| *document.file.path() == path);
    for (index, term) in handbook.glossary.iter().enumerate().filter(|(index, _)| !used.contains(index)) {
        debug_assert!(index < handbook.glossary.len());
        let Some(file) = file else { return };
        let message = format!("glossary term \"{}\" is used nowhere", term.id);
        report.add(Diagnostic::new(Code::UnusedTerm, message, file.file.key(&at![&*term.id])));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn glossary(forms: &[(&str, usize)]) -> Glossary {
        let mut glossary = Glossary::default();
        for &(words, term) in forms {
            let first = first_word(words).to_lowercase();
            glossary.forms.entry(first).or_default().push(Form { words: words.to_owned(), term });
        }
        glossary.forms.values_mut().for_each(|forms| forms.sort_by_key(|form| std::cmp::Reverse(form.words.len())));
        glossary
    }

    fn found(text: &str) -> Vec<(&str, usize)> {
        let glossary = glossary(&[("Reichweite", 0), ("reach", 1), ("reach rate", 2)]);
        glossary.uses(text).into_iter().map(|one| (&text[one.start..one.end], one.term)).collect()
    }

    #[test]
    fn whole_words_longest_first_and_either_case_of_the_first_letter() {
        assert_eq!(found("Die Reichweite zählt."), [("Reichweite", 0)]);
        assert_eq!(found("Reichweiten, reichweite"), [("reichweite", 0)]);
        assert_eq!(found("Reach rate and reach, outreach"), [("Reach rate", 2), ("reach", 1)]);
        assert_eq!(found("ä reAch"), []);
    }
}
