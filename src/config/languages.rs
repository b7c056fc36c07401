use std::collections::BTreeMap;
use std::sync::Arc;

use crate::at;
use crate::diagnostics::{Code, Diagnostic, Edit, Place, Report, nearest};
use crate::document::values::LText;
use crate::document::{File, Step};
use crate::locale::{Found, Language, Locale, Localized, look_up};

/// A text in every language of the site.
pub type Words = Localized<Arc<str>>;

/// The languages of the site, in the order of `site.languages`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Languages {
    tags: Vec<Locale>,
    default: Language,
}

impl Languages {
    /// These languages; `default` is one of them.
    #[must_use]
    pub fn new(tags: Vec<Locale>, default: Language) -> Self {
        Self { tags, default }
    }

    /// How many there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.tags.len()
    }

    /// All of them in order.
    pub fn all(&self) -> impl Iterator<Item = Language> + use<> {
        Language::all(self.tags.len())
    }

    /// The language of files and addresses without a suffix.
    #[must_use]
    pub fn default(&self) -> Language {
        self.default
    }

    /// The tag of a language.
    #[must_use]
    pub fn tag(&self, language: Language) -> &Locale {
        &self.tags[language.index()]
    }

    /// The language with exactly this tag.
    #[must_use]
    pub fn find(&self, tag: &str) -> Option<Language> {
        self.all().find(|&language| self.tag(language).as_str() == tag)
    }

    /// Whether texts marked with `tag` are ever shown: it is a language of the site or, without its region, one.
    #[must_use]
    pub fn knows(&self, tag: &str) -> bool {
        self.tags.iter().any(|own| own.as_str() == tag || own.primary() == tag)
    }

    /// What `wanted` reads of several texts, and how well it suits.
    fn look_up<'a, T>(&self, wanted: Language, texts: &'a [(Locale, T)]) -> Option<(&'a Locale, &'a T, Found)> {
        look_up(self.tag(wanted), self.tag(self.default), texts)
    }

    /// The same words in every language.
    #[must_use]
    pub fn same(&self, words: &str) -> Words {
        Localized::same_for_all(self.count(), Arc::from(words))
    }

    /// The message for a tag that is no language of the site.
    #[must_use]
    pub fn unknown(&self, tag: &str, place: Place) -> Diagnostic {
        let list: Vec<String> = self.tags.iter().map(|tag| format!("\"{tag}\"")).collect();
        let message = format!("\"{tag}\" is not among the languages of this site, which are {}", list.join(", "));
        Diagnostic::new(Code::UnknownLanguage, message, place)
            .help("add it to site.languages, or write the tag as it stands there")
    }
}

/// Finds the texts of one page in every language and remembers which ones are missing.
///
/// The author hears of a page's missing texts once for each language (model.md §0).
pub struct Translator<'a> {
    languages: &'a Languages,
    file: &'a File,
    translations: Vec<(Locale, &'a File)>,
    /// Languages of translations that could not be read: nobody knows what they lack.
    unread: Vec<Locale>,
    missing: BTreeMap<Language, Missing>,
    diagnostics: Vec<Diagnostic>,
}

struct Missing {
    keys: Vec<String>,
    shown: Locale,
    place: Place,
}

impl<'a> Translator<'a> {
    /// For the texts of one file of data.
    #[must_use]
    pub fn new(languages: &'a Languages, file: &'a File) -> Self {
        Self::with_translations(languages, file, Vec::new(), Vec::new())
    }

    /// For the texts of a Markdown file with translations beside it; those into `unread` are there, but broken.
    #[must_use]
    pub fn with_translations(
        languages: &'a Languages,
        file: &'a File,
        translations: Vec<(Locale, &'a File)>,
        unread: Vec<Locale>,
    ) -> Self {
        Self { languages, file, translations, unread, missing: BTreeMap::new(), diagnostics: Vec::new() }
    }

    /// The text at `steps` in every language.
    pub fn text<const MIN: usize, const MAX: usize>(&mut self, steps: &[Step], text: &LText<MIN, MAX>) -> Words {
        let (entries, written) = match text {
            LText::Plain(text) => (vec![(self.languages.tag(self.languages.default).clone(), Arc::from(&**text))], 1),
            LText::ByLanguage(texts) => (self.known_languages(steps, texts), texts.len()),
        };
        // A language that the site does not have may stand for any other.
        let all_are_known = entries.len() == written;
        self.check_spelling(steps, &entries);
        Localized::from_fn(self.languages.count(), |language| {
            let Some((tag, text, found)) = self.languages.look_up(language, &entries) else { return Arc::from("") };
            if found == Found::Fallback && all_are_known && !self.file.is_stand_in(steps) {
                let place = self.file.key(steps);
                note_missing(&mut self.missing, language, steps, tag, place);
            }
            Arc::clone(text)
        })
    }

    /// The text at `steps`, if there is anything to be read in it.
    pub fn optional<const MIN: usize, const MAX: usize>(
        &mut self,
        steps: &[Step],
        text: Option<&LText<MIN, MAX>>,
    ) -> Option<Words> {
        text.filter(|text| !text.is_blank()).map(|text| self.text(steps, text))
    }

    /// The texts of a list, without blank entries.
    pub fn list<const MIN: usize, const MAX: usize>(
        &mut self,
        steps: &[Step],
        texts: &[LText<MIN, MAX>],
    ) -> Vec<Words> {
        let entries = texts.iter().enumerate().filter(|(_, text)| !text.is_blank());
        entries.map(|(index, text)| self.text(&[steps, &at![index]].concat(), text)).collect()
    }

    /// A field of a Markdown page: the original's value, or that of the best translation that has one.
    ///
    /// `translated` gives the value of the translation with an index, if it has one. A field that the original
    /// lacks is not missed in a translation.
    pub fn field<T: Clone>(
        &mut self,
        steps: &[Step],
        original: Option<&T>,
        translated: impl Fn(usize) -> Option<T>,
    ) -> Localized<Option<T>> {
        let default = self.languages.tag(self.languages.default).clone();
        let mut entries: Vec<(Locale, Option<T>)> = Vec::new();
        if let Some(original) = original {
            entries.push((default, Some(original.clone())));
        }
        for (index, (tag, _)) in self.translations.iter().enumerate() {
            if let Some(value) = translated(index) {
                entries.push((tag.clone(), Some(value)));
            }
        }
        Localized::from_fn(self.languages.count(), |language| {
            let (tag, value, found) = self.languages.look_up(language, &entries)?;
            if found == Found::Fallback && original.is_some() && !self.file.is_stand_in(steps) {
                let place = translation_place(self.languages, &self.translations, self.file, language);
                note_missing(&mut self.missing, language, steps, tag, place);
            }
            value.clone()
        })
    }

    /// Adds what was found to the report.
    pub fn finish(self, report: &mut Report) {
        report.extend(self.diagnostics);
        let languages = self.languages;
        let is_unread = |language: &Language| {
            let wanted = languages.tag(*language);
            self.unread.iter().any(|tag| tag == wanted || tag.as_str() == wanted.primary())
        };
        for (language, missing) in self.missing.into_iter().filter(|(language, _)| !is_unread(language)) {
            let keys = missing.keys.join(", ");
            let message = format!(
                "\"{keys}\" has no text in \"{}\"; the text in \"{}\" is shown",
                self.languages.tag(language),
                missing.shown
            );
            report.add(Diagnostic::new(Code::Untranslated, message, missing.place));
        }
    }

    fn known_languages(&mut self, steps: &[Step], texts: &[(String, String)]) -> Vec<(Locale, Arc<str>)> {
        let mut entries = Vec::new();
        for (tag, text) in texts {
            match Locale::parse(tag).filter(|locale| self.languages.knows(locale.as_str())) {
                Some(locale) => entries.push((locale, Arc::from(text.as_str()))),
                None => {
                    let place = self.file.key(&[steps, &at![tag]].concat());
                    let tags: Vec<&str> = self.languages.tags.iter().map(Locale::as_str).collect();
                    let near = nearest(tag, tags);
                    let unknown = self.languages.unknown(tag, place.clone());
                    let edit = |near: &str| Edit { place, replacement: near.to_owned() };
                    self.diagnostics.push(unknown.did_you_mean(near, edit));
                }
            }
        }
        entries
    }

    /// Swiss texts have no "ß" (model.md §0, `swiss-spelling`).
    fn check_spelling(&mut self, steps: &[Step], entries: &[(Locale, Arc<str>)]) {
        let Some(swiss) = self.languages.find("de-CH") else { return };
        let Some((tag, text, found)) = self.languages.look_up(swiss, entries) else { return };
        let shown_elsewhere = tag.as_str() != "de-CH" && self.languages.find(tag.as_str()).is_some();
        if found == Found::Fallback || shown_elsewhere || !text.contains('ß') {
            return;
        }
        let own = [steps, &at![tag.as_str()]].concat();
        let place = self.file.value(&own);
        self.diagnostics.push(swiss_spelling(place));
    }
}

/// The message for a "ß" where Swiss spelling is used.
#[must_use]
pub fn swiss_spelling(place: Place) -> Diagnostic {
    Diagnostic::new(Code::SwissSpelling, "\"ß\" in a de-CH text; Swiss spelling is \"ss\"", place)
}

/// Where the author would add what a language lacks: in its translation, or beside the original.
fn translation_place(
    languages: &Languages,
    translations: &[(Locale, &File)],
    original: &File,
    language: Language,
) -> Place {
    let wanted = languages.tag(language);
    let exact = translations.iter().find(|(tag, _)| tag == wanted);
    let primary = || translations.iter().find(|(tag, _)| tag.as_str() == wanted.primary());
    exact.or_else(primary).map_or_else(|| original.top(), |(_, file)| file.top())
}

fn note_missing(
    missing: &mut BTreeMap<Language, Missing>,
    language: Language,
    steps: &[Step],
    shown: &Locale,
    place: Place,
) {
    let key = dotted(steps);
    let entry = missing.entry(language).or_insert_with(|| Missing { keys: Vec::new(), shown: shown.clone(), place });
    if !entry.keys.contains(&key) {
        entry.keys.push(key);
    }
}

/// `sponsor.title` for the steps to it; positions in lists are left out.
fn dotted(steps: &[Step]) -> String {
    let keys: Vec<&str> = steps
        .iter()
        .filter_map(|step| match step {
            Step::Key(key) => Some(key.as_str()),
            Step::Index(_) => None,
        })
        .collect();
    keys.join(".")
}
