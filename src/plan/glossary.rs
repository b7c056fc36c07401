//! The first use of a term on a page is linked (model.md §10).

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

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
    /// First word in lower case → forms that begin with it, longest first.
    forms: HashMap<String, Vec<Form>>,
    /// Which first words there are, by the last byte behind their first letter: bit n for n bytes.
    ///
    /// This alone passes over nearly every word of a text, and asks for neither small letters nor a hash.
    shapes: [u64; 32],
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
                glossary.add(form, index);
            }
        }
        for forms in glossary.forms.values_mut() {
            forms.sort_by(|a, b| b.words.len().cmp(&a.words.len()).then_with(|| a.words.cmp(&b.words)));
        }
        glossary
    }

    fn add(&mut self, words: &str, term: usize) {
        let first = first_word(words);
        let (row, bit) = shape(first);
        self.shapes[row] |= bit;
        self.forms.entry(first.to_lowercase()).or_default().push(Form { words: words.to_owned(), term });
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
            match self.form_at(text, start, word) {
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

    /// The longest form that stands at `start`, where `word` begins.
    fn form_at(&self, text: &str, start: usize, word: &str) -> Option<&Form> {
        let (row, bit) = shape(word);
        if self.shapes[row] & bit == 0 {
            return None;
        }
        self.forms.get(&word.to_lowercase())?.iter().find(|form| stands_at(text, start, &form.words))
    }
}

/// What a word has in common with the forms that may begin with it, whatever the case of its first letter.
fn shape(word: &str) -> (usize, u64) {
    let mut letters = word.chars();
    letters.next();
    let rest = letters.as_str().as_bytes();
    (usize::from(rest.last().copied().unwrap_or_default() % 32), 1 << rest.len().min(63))
}

fn is_word_letter(letter: char) -> bool {
    match letter {
        '\0'..='\x7f' => letter.is_ascii_alphanumeric(),
        // Accents and umlauts: the tables of all scripts say the same, but take their time.
        'À'..='Ö' | 'Ø'..='ö' | 'ø'..='ɏ' => true,
        _ => letter.is_alphanumeric(),
    }
}

fn first_word(text: &str) -> &str {
    &text[..length_while(text, is_word_letter)]
}

/// Where the next word at or behind byte `from` begins.
fn next_word(text: &str, from: usize) -> Option<usize> {
    let start = from + length_while(&text[from..], |letter| !is_word_letter(letter));
    (start < text.len()).then_some(start)
}

/// How far the letters at the beginning of `text` belong, in bytes.
fn length_while(text: &str, belongs: impl Fn(char) -> bool) -> usize {
    let bytes = text.as_bytes();
    let mut length = 0;
    loop {
        // Nearly all letters are ASCII, and those need no decoding.
        while bytes.get(length).is_some_and(|&byte| byte.is_ascii() && belongs(char::from(byte))) {
            length += 1;
        }
        match text[length..].chars().next() {
            Some(letter) if !letter.is_ascii() && belongs(letter) => length += letter.len_utf8(),
            _ => return length,
        }
    }
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

    fn glossary(forms: &[(&str, usize)]) -> Glossary {
        let mut glossary = Glossary::default();
        for &(words, term) in forms {
            glossary.add(words, term);
        }
        glossary.forms.values_mut().for_each(|forms| forms.sort_by_key(|form| std::cmp::Reverse(form.words.len())));
        glossary
    }

    fn found(text: &str) -> Vec<(&str, usize)> {
        let glossary = glossary(&[("Reichweite", 0), ("reach", 1), ("reach rate", 2), ("Übung", 3), ("Ä", 4)]);
        glossary.uses(text).into_iter().map(|one| (&text[one.start..one.end], one.term)).collect()
    }

    #[test]
    fn whole_words_longest_first_and_either_case_of_the_first_letter() {
        assert_eq!(found("Die Reichweite zählt."), [("Reichweite", 0)]);
        assert_eq!(found("Reichweiten, reichweite"), [("reichweite", 0)]);
        assert_eq!(found("Reach rate and reach, outreach"), [("Reach rate", 2), ("reach", 1)]);
        assert_eq!(found("a reAch"), []);
        assert_eq!(found("übung×Übung, ä Übungen"), [("übung", 3), ("Übung", 3), ("ä", 4)]);
    }
}
