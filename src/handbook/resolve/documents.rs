use std::iter::once;
use std::sync::Arc;

use super::Given;
use super::groups::{Folder, Groups};
use crate::config::{Languages, Translator};
use crate::diagnostics::{Code, Diagnostic, Place, Report};
use crate::document::{Content, Document, File, Kind, Misnamed};
use crate::handbook::Texts;
use crate::locale::{Locale, Localized};
use crate::text::{SourcePath, Span};

/// The files of a handbook by what they are, each with its translations.
#[derive(Debug, Clone, Copy)]
pub struct Documents<'a> {
    all: &'a [Arc<Document>],
    groups: &'a Groups,
}

impl<'a> Documents<'a> {
    /// The files of a handbook; reports what is wrong with each of them and with the way in which they lie.
    pub fn new(report: &mut Report, languages: &Languages, groups: &'a Groups, all: &'a [Arc<Document>]) -> Self {
        let of_files = all.iter().filter(|document| !groups.misnamed.is_silent(document.file.path()));
        report.extend(of_files.flat_map(|document| document.diagnostics.iter().cloned()));
        report.extend(groups.diagnostics.iter().cloned());
        // No page opens these, whose texts are shown or will be all the same.
        let is_apart = |document: &Document| document.is_broken() || document.file.layout.kind == Kind::Snippet;
        let default = languages.tag(languages.default()).as_str();
        for document in all.iter().filter(|document| is_apart(document)) {
            if document.file.layout.language.as_deref().unwrap_or(default) == SWISS {
                check_swiss_spelling(report, document);
            }
        }
        Self { all, groups }
    }

    /// The file of this kind, if there is one; modules and topics are found in [`topics`](Self::topics).
    pub fn original(&self, kind: &Kind) -> Option<&'a Document> {
        self.groups.originals.get(kind).map(|&position| &*self.all[position])
    }

    /// All files in the order of their kinds and ids, but for modules and topics.
    pub fn originals(&self) -> impl Iterator<Item = (&'a Kind, &'a Document)> + use<'a> {
        let all = self.all;
        self.groups.originals.iter().map(|(kind, &position)| (kind, &*all[position]))
    }

    /// The folders of the topics in the order of their ids.
    pub fn topics(&self) -> impl Iterator<Item = TopicFolder<'a>> + use<'a> {
        let all = self.all;
        self.groups.topics.iter().map(|(id, folder)| TopicFolder { id, folder, all })
    }

    /// The translations of a file that could be read.
    pub fn translations(&self, kind: &Kind) -> Vec<(Locale, &'a Document)> {
        let sound = self.all_translations(kind).filter(|(_, document)| !document.is_broken());
        sound.map(|(locale, document)| (locale.clone(), document)).collect()
    }

    /// The files whose names keep them from being what they are meant to be.
    pub fn misnamed(&self) -> &'a Arc<Misnamed> {
        &self.groups.misnamed
    }

    /// The messages about translations of modules of this topic that are not there, each with the module.
    pub fn orphans(&self, topic: &str) -> &'a [(String, Diagnostic)] {
        self.groups.orphans.get(topic).map_or(&[], Vec::as_slice)
    }

    /// The languages in which files of other names are meant to translate this one.
    fn meant_languages(&self, kind: &Kind) -> impl Iterator<Item = Locale> + use<'a> {
        self.groups.meant.get(kind).into_iter().flatten().cloned()
    }

    /// The translations of a file that could not be read.
    pub fn broken_translations(&self, kind: &Kind) -> impl Iterator<Item = (Locale, &'a Document)> + use<'a> {
        let broken = self.all_translations(kind).filter(|(_, document)| document.is_broken());
        broken.map(|(locale, document)| (locale.clone(), document))
    }

    fn all_translations(&self, kind: &Kind) -> impl Iterator<Item = (&'a Locale, &'a Document)> + use<'a> {
        let all = self.all;
        let translations = self.groups.translations.get(kind).into_iter().flatten();
        translations.map(|(locale, position)| (locale, &*all[*position]))
    }

    /// Reports a text whose owner does not exist; if that is there under a name that is none, there is nothing to say.
    pub fn report_without_owner(&self, report: &mut Report, text: &Document, owner: &str) {
        if self.misnamed().at(&SourcePath::new(owner)).is_none() {
            report.add(stray(text.file.path()).help(format!("there is no {owner}")));
        }
    }

    /// Whether `static/` has a file at `path`.
    pub fn has_static(&self, path: &str) -> bool {
        self.groups.statics.contains_key(path.trim_start_matches('/'))
    }

    /// The paths in `static/`, for suggestions.
    pub fn static_paths(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        self.groups.statics.keys().map(String::as_str)
    }
}

/// The files of a topic.
#[derive(Debug, Clone, Copy)]
pub struct TopicFolder<'a> {
    /// Its name.
    pub id: &'a str,
    folder: &'a Folder,
    all: &'a [Arc<Document>],
}

impl<'a> TopicFolder<'a> {
    /// `index.md`.
    pub fn index(&self) -> Option<&'a Document> {
        self.folder.index.map(|position| &*self.all[position])
    }

    /// The modules in the order of their ids.
    pub fn modules(&self) -> impl Iterator<Item = (&'a str, &'a Document)> + use<'a> {
        let all = self.all;
        self.folder.modules.iter().map(|(id, &position)| (id.as_str(), &*all[position]))
    }

    /// All of these, also those in other languages.
    pub fn files(&self) -> impl Iterator<Item = &'a Arc<Document>> + use<'a> {
        let all = self.all;
        self.folder.all.iter().map(|&position| &all[position])
    }
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
        let broken = documents.broken_translations(kind).map(|(locale, _)| locale);
        let unread = broken.chain(documents.meant_languages(kind)).collect::<Vec<_>>();
        let translator = Translator::with_translations(languages, &document.file, files, unread);
        Self { document, translations, translator, languages }
    }

    /// For every language the file whose text is shown.
    pub fn texts(&mut self) -> Texts {
        let has_text = |document: &Document| !document.file.body_text().trim().is_empty();
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
        let original = (self.languages.tag(self.languages.default()), self.document);
        let translations = self.translations.iter().map(|(tag, document)| (tag, *document));
        for (_, document) in once(original).chain(translations).filter(|(tag, _)| tag.as_str() == SWISS) {
            check_swiss_spelling(report, document);
        }
        self.translator.finish(report);
    }
}

/// German as it is written in Switzerland.
const SWISS: &str = "de-CH";

/// Swiss texts have no "ß", neither in the front matter nor below it (model.md §0, `swiss-spelling`).
fn check_swiss_spelling(report: &mut Report, document: &Document) {
    if !document.file.text().contains('ß') {
        return;
    }
    let body = document.file.body();
    let in_body = body.iter().flat_map(|body| body.sharp_s.iter().copied());
    let front = document.file.text().get(..body.map_or(0, |body| body.start)).unwrap_or_default();
    let in_front = front.match_indices('ß').map(|(start, letter)| Span { start, end: start + letter.len() });
    for span in in_body.chain(in_front) {
        report.add(crate::config::swiss_spelling(document.file.at(span)).edit(document.file.at(span), "ss"));
    }
}

/// A file nobody asks for, because what it belongs to does not exist.
pub fn stray(path: &SourcePath) -> Diagnostic {
    let message = format!("\"{path}\" belongs to no kind of page and is not published");
    Diagnostic::new(Code::StrayFile, message, Place::top(path))
}
