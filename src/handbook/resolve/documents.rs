use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::Given;
use crate::config::{Languages, Translator};
use crate::diagnostics::{Code, Diagnostic, Place, Report};
use crate::document::{Content, Document, File, Kind, original_of};
use crate::handbook::Texts;
use crate::locale::{Locale, Localized};
use crate::text::SourcePath;

/// The files of a handbook by what they are, each with its translations.
#[derive(Debug, Default)]
pub struct Documents<'a> {
    originals: BTreeMap<&'a Kind, &'a Document>,
    translations: BTreeMap<&'a Kind, Vec<(Locale, &'a Document)>>,
    /// The files of `static/` by their path below it.
    statics: BTreeMap<&'a str, &'a Document>,
}

impl<'a> Documents<'a> {
    /// Sorts the files of a handbook.
    pub fn group(report: &mut Report, languages: &Languages, documents: &'a [Arc<Document>]) -> Self {
        let mut grouped = Self::default();
        let mut bad_folders = BTreeSet::new();
        for document in documents {
            // A folder with a bad name is one mistake, however many files lie in it.
            if let Kind::BadId(stem) = &document.file.layout.kind
                && let Some(folder) = folder_called(document.file.path(), stem)
                && !bad_folders.insert(folder)
            {
                continue;
            }
            report.extend(document.diagnostics.iter().cloned());
            let layout = &document.file.layout;
            match (&layout.kind, &layout.language) {
                (Kind::Snippet, None) => check_swiss_bodies(report, languages, document, &[]),
                (Kind::Static(path), _) => {
                    grouped.statics.insert(path, document);
                }
                (Kind::Stray | Kind::BadId(_) | Kind::Other | Kind::Asset | Kind::Theme { .. } | Kind::Site, _) => {}
                (kind, None) => grouped.add_original(report, kind, document),
                (kind, Some(language)) => grouped.add_translation(report, languages, kind, language, document),
            }
        }
        grouped.find_orphans(report, documents);
        grouped
    }

    fn add_original(&mut self, report: &mut Report, kind: &'a Kind, document: &'a Document) {
        let path = document.file.path();
        if let Some(first) = self.originals.get(kind) {
            let message = format!("{} and {path} make the same page", first.file.path());
            report.add(Diagnostic::new(Code::DuplicateOutput, message, Place::top(path)));
            return;
        }
        self.originals.insert(kind, document);
    }

    fn add_translation(
        &mut self,
        report: &mut Report,
        languages: &Languages,
        kind: &'a Kind,
        language: &str,
        document: &'a Document,
    ) {
        let locale = Locale::parse(language).filter(|locale| languages.knows(locale.as_str()));
        match locale {
            Some(locale) => self.translations.entry(kind).or_default().push((locale, document)),
            None => report.add(languages.unknown(language, document.file.top())),
        }
    }

    fn find_orphans(&self, report: &mut Report, documents: &[Arc<Document>]) {
        for (kind, translations) in &self.translations {
            if self.originals.contains_key(kind) {
                continue;
            }
            for (_, document) in translations {
                let path = document.file.path();
                let original = original_of(path);
                // A page folder may hold its original as `index.md` or beside itself.
                if documents.iter().any(|other| *other.file.path() == original) {
                    continue;
                }
                let message = format!("translation without original: {original} does not exist");
                report.add(Diagnostic::new(Code::OrphanTranslation, message, Place::top(path)));
            }
        }
    }

    /// The file of this kind, if there is one.
    pub fn original(&self, kind: &Kind) -> Option<&'a Document> {
        self.originals.get(kind).copied()
    }

    /// All files in the order of their kinds and ids.
    pub fn originals(&self) -> impl Iterator<Item = (&'a Kind, &'a Document)> {
        self.originals.iter().map(|(&kind, &document)| (kind, document))
    }

    /// The translations of a file that could be read.
    pub fn translations(&self, kind: &Kind) -> Vec<(Locale, &'a Document)> {
        let all = self.translations.get(kind).into_iter().flatten();
        all.filter(|(_, document)| !matches!(document.content, Content::Broken)).cloned().collect()
    }

    /// The translations of a file that could not be read.
    pub fn broken_translations(&self, kind: &Kind) -> impl Iterator<Item = (Locale, &'a Document)> + use<'a, '_> {
        let all = self.translations.get(kind).into_iter().flatten();
        all.filter(|(_, document)| document.is_broken()).cloned()
    }

    /// Whether `static/` has a file at `path`.
    pub fn has_static(&self, path: &str) -> bool {
        self.statics.contains_key(path.trim_start_matches('/'))
    }

    /// The paths in `static/`, for suggestions.
    pub fn static_paths(&self) -> impl Iterator<Item = &'a str> {
        self.statics.keys().copied()
    }
}

/// The folder of `path` whose own name is `name`.
fn folder_called<'p>(path: &'p SourcePath, name: &str) -> Option<&'p str> {
    let path = path.as_str();
    path.find(&format!("/{name}/")).map(|at| &path[..=at + name.len()])
}

/// A Markdown page with its translations, on the way to being a thing of the field.
pub struct Sheet<'a> {
    /// The original.
    pub document: &'a Document,
    /// Its translations.
    pub translations: Vec<(Locale, &'a Document)>,
    /// Finds its texts.
    pub translator: Translator<'a>,
    languages: &'a Languages,
}

impl<'a> Sheet<'a> {
    /// The page of this kind.
    pub fn open(given: &Given<'a>, documents: &Documents<'a>, kind: &Kind, document: &'a Document) -> Self {
        let languages = &given.config.languages;
        let translations = documents.translations(kind);
        let files: Vec<(Locale, &'a File)> =
            translations.iter().map(|(locale, document)| (locale.clone(), &*document.file)).collect();
        let unread = documents.broken_translations(kind).map(|(locale, _)| locale).collect::<Vec<_>>();
        let translator = Translator::with_translations(languages, &document.file, files, unread);
        Self { document, translations, translator, languages }
    }

    /// For every language the file whose text is shown.
    pub fn texts(&mut self) -> Texts {
        let has_text = |document: &Document| document.file.body.as_ref().is_some_and(|body| !body.is_empty);
        let original = has_text(self.document).then(|| Arc::clone(&self.document.file));
        let translations = &self.translations;
        let translated = |index: usize| {
            let (_, document): &(Locale, &Document) = &translations[index];
            has_text(document).then(|| Arc::clone(&document.file))
        };
        self.translator.field(&crate::at!["text"], original.as_ref(), translated)
    }

    /// The heading of a page whose translations have no texts but that.
    pub fn title(&mut self, original: Option<Arc<str>>) -> Localized<Option<Arc<str>>> {
        let translations = &self.translations;
        let translated = |index: usize| match &translations[index].1.content {
            Content::Title(front) => front.title.as_ref().map(|title| Arc::from(&**title)),
            _ => None,
        };
        self.translator.field(&crate::at!["title"], original.as_ref(), translated)
    }

    /// No text in any language.
    pub fn no_texts(languages: &Languages) -> Texts {
        Localized::same_for_all(languages.count(), None)
    }

    /// Adds what was found to the report.
    pub fn close(self, report: &mut Report) {
        check_swiss_bodies(report, self.languages, self.document, &self.translations);
        self.translator.finish(report);
    }
}

/// Swiss texts have no "ß": bodies of de-CH files, and of `de` files that de-CH readers see.
fn check_swiss_bodies(
    report: &mut Report,
    languages: &Languages,
    original: &Document,
    translations: &[(Locale, &Document)],
) {
    let default = languages.tag(languages.default());
    let files = std::iter::once((default, original)).chain(translations.iter().map(|(tag, document)| (tag, *document)));
    for (_, document) in files.filter(|(tag, _)| tag.as_str() == "de-CH") {
        let body = document.file.body.as_ref();
        for &span in body.iter().flat_map(|body| &body.sharp_s) {
            report.add(crate::config::swiss_spelling(document.file.at(span)).edit(document.file.at(span), "ss"));
        }
        let body_start = body.map_or(0, |body| body.start);
        let front = document.file.text().get(..body_start).unwrap_or_default();
        for (at, _) in front.match_indices('ß') {
            let span = crate::text::Span { start: at, end: at + 'ß'.len_utf8() };
            report.add(crate::config::swiss_spelling(document.file.at(span)).edit(document.file.at(span), "ss"));
        }
    }
}

/// A file nobody asks for, because what it belongs to does not exist.
pub fn stray(path: &SourcePath) -> Diagnostic {
    let message = format!("\"{path}\" belongs to no kind of page and is not published");
    Diagnostic::new(Code::StrayFile, message, Place::top(path))
}
