//! One module: its texts in every language, and what is wrong with it by itself.

use std::sync::Arc;

use super::material::materials;
use super::read::{Listed, TopicReader};
use super::texts::{some_words, words};
use crate::at;
use crate::diagnostics::{Code, Diagnostic, Report};
use crate::document::module::{ModuleFront, ModuleTranslation};
use crate::document::values::Text;
use crate::document::{Content, Document, File, Kind};
use crate::handbook::module::Module;
use crate::handbook::resolve::documents::Sheet;
use crate::handbook::resolve::last_key;
use crate::handbook::topic::Topic;
use crate::handbook::{Id, WordLists, Words};
use crate::locale::Localized;

impl<'a> TopicReader<'_, 'a> {
    /// The module itself; its place among the others is added by the caller.
    pub(super) fn module(&mut self, listed: &Listed<'a>, topic: Id<Topic>) -> Module {
        let Listed { id, document, front } = *listed;
        self.check_module(listed);
        let kind = Kind::Module { topic: self.id.to_owned(), module: id.to_owned() };
        let mut sheet = Sheet::open(self.given, self.documents, &kind, document);
        let translations: Vec<Option<&ModuleTranslation>> =
            sheet.translations.iter().map(|(_, document)| module_translation(document)).collect();
        let faulty = self.documents.broken_translations(&kind).map(|(_, document)| document);
        for translated in sheet.translations.iter().map(|(_, document)| *document).chain(faulty) {
            if let Content::ModuleTranslation(translation) = translated.as_far_as_read() {
                check_lengths(self.report, &translated.file, (&document.file, front), translation);
                check_verbs(self.report, &translated.file, translation.objectives.as_deref().unwrap_or_default());
            }
        }
        let materials = materials(&mut sheet, front, &translations);
        let mut fields = ModuleFields { sheet: &mut sheet, translations: &translations };
        let module = Module {
            id: Arc::from(id),
            topic,
            prerequisites: Vec::new(),
            goals: Vec::new(),
            title: fields.text("title", Some(&*front.title), |translation| translation.title.as_deref()),
            summary: fields.optional("summary", front.summary.as_deref(), |translation| translation.summary.as_deref()),
            minutes: front.minutes.amount(),
            practice_minutes: front.practice_minutes.map_or(0, crate::document::values::Whole::amount),
            self_study_minutes: front.self_study_minutes.map_or(0, crate::document::values::Whole::amount),
            optional: front.optional,
            level: front.level.unwrap_or(self.front.level),
            objectives: fields.list("objectives", &front.objectives, |one| one.objectives.as_deref()),
            questions: fields.list("questions", &front.questions, |one| one.questions.as_deref()),
            keypoints: fields
                .list("keypoints", front.keypoints.as_deref().unwrap_or_default(), |one| one.keypoints.as_deref()),
            reflection: fields
                .list("reflection", front.reflection.as_deref().unwrap_or_default(), |one| one.reflection.as_deref()),
            prepare_mentor: fields.list("prepare.mentor", &front.prepare.mentor, |one| one.prepare.mentor.as_deref()),
            prepare_mentee: fields.list("prepare.mentee", &front.prepare.mentee, |one| one.prepare.mentee.as_deref()),
            materials,
            texts: sheet.texts(),
            file: Arc::clone(&document.file),
            front: Arc::clone(front),
        };
        sheet.close(self.report);
        module
    }

    pub(super) fn check_module(&mut self, listed: &Listed<'_>) {
        let Listed { front, document, .. } = *listed;
        let file = &document.file;
        let minutes = front.minutes.get();
        if let Some(practice) = front.practice_minutes.filter(|practice| practice.get() > minutes) {
            let message = format!("practice_minutes ({}) is more than minutes ({minutes})", practice.get());
            self.report.add(Diagnostic::new(
                Code::PracticeExceedsMinutes,
                message,
                file.value(&at!["practice_minutes"]),
            ));
        }
        let count = front.objectives.len();
        if i64::try_from(count).is_ok_and(|count| count * 5 > minutes) {
            let message = format!("{count} objectives for {minutes} minutes");
            self.report.add(Diagnostic::new(Code::CrowdedObjectives, message, file.key(&at!["objectives"])));
        }
        check_verbs(self.report, file, &front.objectives);
        for (index, material) in front.materials.iter().enumerate() {
            self.check_material(file, index, material);
        }
    }
}

pub(super) fn module_translation(document: &Document) -> Option<&ModuleTranslation> {
    match &document.content {
        Content::ModuleTranslation(translation) => Some(translation),
        _ => None,
    }
}

pub(super) struct ModuleFields<'s, 'a> {
    pub(super) sheet: &'s mut Sheet<'a>,
    pub(super) translations: &'s [Option<&'a ModuleTranslation>],
}
impl ModuleFields<'_, '_> {
    pub(super) fn found(
        &mut self,
        key: &str,
        original: Option<&str>,
        get: impl Fn(&ModuleTranslation) -> Option<&str>,
    ) -> Localized<Option<Arc<str>>> {
        let original: Option<Arc<str>> = original.filter(|text| !text.trim().is_empty()).map(Arc::from);
        self.sheet.translator.field(&at![key], original.as_ref(), |index| get(self.translations[index]?).map(Arc::from))
    }

    pub(super) fn text(
        &mut self,
        key: &str,
        original: Option<&str>,
        get: impl Fn(&ModuleTranslation) -> Option<&str>,
    ) -> Words {
        words(self.found(key, original, get))
    }

    pub(super) fn optional(
        &mut self,
        key: &str,
        original: Option<&str>,
        get: impl Fn(&ModuleTranslation) -> Option<&str>,
    ) -> Option<Words> {
        some_words(self.found(key, original, get))
    }

    pub(super) fn list<const MIN: usize>(
        &mut self,
        key: &str,
        original: &[Text<MIN, { usize::MAX }>],
        get: impl Fn(&ModuleTranslation) -> Option<&[Text<MIN, { usize::MAX }>]>,
    ) -> WordLists {
        let original = Some(shared(original)).filter(|list| !list.is_empty());
        let translated = |index: usize| get(self.translations[index]?).map(shared);
        let found = self.sheet.translator.field(&at![key], original.as_ref(), translated);
        found.map(|list| list.clone().unwrap_or_else(|| Arc::from([])))
    }
}

pub(super) fn shared<const MIN: usize, const MAX: usize>(texts: &[Text<MIN, MAX>]) -> Arc<[Arc<str>]> {
    texts.iter().filter(|text| !text.trim().is_empty()).map(|text| Arc::from(&**text)).collect()
}

/// A translated list as long as the original's is what the author meant (model.md §0, `translation-length`).
pub(super) fn check_lengths(
    report: &mut Report,
    file: &File,
    (original_file, front): (&File, &ModuleFront),
    translation: &ModuleTranslation,
) {
    let lists: [(&[crate::document::Step], usize, Option<usize>); 7] = [
        (&at!["objectives"], front.objectives.len(), translation.objectives.as_ref().map(|list| list.len())),
        (&at!["questions"], front.questions.len(), translation.questions.as_ref().map(Vec::len)),
        (
            &at!["keypoints"],
            front.keypoints.as_ref().map_or(0, |list| list.len()),
            translation.keypoints.as_ref().map(|list| list.len()),
        ),
        (
            &at!["reflection"],
            front.reflection.as_ref().map_or(0, |list| list.len()),
            translation.reflection.as_ref().map(|list| list.len()),
        ),
        (&at!["prepare", "mentor"], front.prepare.mentor.len(), translation.prepare.mentor.as_ref().map(Vec::len)),
        (&at!["prepare", "mentee"], front.prepare.mentee.len(), translation.prepare.mentee.as_ref().map(Vec::len)),
        (&at!["materials"], front.materials.len(), translation.materials.as_ref().map(Vec::len)),
    ];
    for (steps, original, translated) in lists {
        let Some(translated) = translated.filter(|&translated| translated != original) else { continue };
        if !original_file.understands(steps) {
            continue;
        }
        let key = last_key(steps);
        let message = format!("translation has {translated} entries in \"{key}\", the original has {original}");
        report.add(Diagnostic::new(Code::TranslationLength, message, file.key(steps)));
    }
}

/// Verbs for what nobody can watch somebody do (model.md §5, `vague-objective`).
pub(super) const VAGUE: [&str; 8] =
    ["understand", "know", "learn", "be aware", "verstehen", "kennen", "wissen", "lernen"];

pub(super) fn check_verbs(report: &mut Report, file: &File, objectives: &[Text<1, { usize::MAX }>]) {
    for (index, objective) in objectives.iter().enumerate() {
        let lower = objective.trim().to_lowercase();
        let starts_with = |verb: &&&str| {
            let rest = lower.strip_prefix(**verb);
            rest.is_some_and(|rest| !rest.chars().next().is_some_and(char::is_alphanumeric))
        };
        if let Some(verb) = VAGUE.iter().find(starts_with) {
            let message = format!(
                "objective starts with \"{verb}\", which is hard to observe; try explain, choose, set up, calculate"
            );
            report.add(Diagnostic::new(Code::VagueObjective, message, file.value(&at!["objectives", index])));
        }
    }
}
