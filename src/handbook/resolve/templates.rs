//! Session templates (model.md §6).

use std::sync::Arc;

use super::documents::Documents;
use super::pages::Forms;
use super::{Given, Name, Names};
use crate::at;
use crate::config::{Translator, Words};
use crate::diagnostics::{Code, Diagnostic, Report};
use crate::document::template::TemplateToml;
use crate::document::values::{BlockMinutes, LText};
use crate::document::{Content, Document, Kind, Step};
use crate::handbook::schedule::{self, Length};
use crate::handbook::template::{Block, Prepare, Template};
use crate::handbook::{Table, WordLists};
use crate::locale::Localized;
use crate::text::SourcePath;

/// The session templates of a handbook.
pub struct Templates {
    /// The templates.
    pub table: Table<Template>,
    /// What they are called.
    pub names: Names<Template>,
}

/// Reads all session templates.
pub fn resolve(report: &mut Report, given: &Given<'_>, documents: &Documents<'_>, forms: &Forms) -> Templates {
    let mut templates = Templates {
        table: Table::new(),
        names: Names::new("template", |id| SourcePath::new(format!("content/sessions/{id}.toml")), documents),
    };
    for (kind, document) in documents.originals() {
        let Kind::Template(id) = kind else { continue };
        let read = match document.as_far_as_read() {
            Content::Template(toml) => Some(template(report, given, id, document, toml, forms)),
            _ => None,
        };
        let sound = read.filter(|_| !document.is_broken());
        let name = sound.map_or(Name::Withheld, |template| Name::Sound(templates.table.add(template)));
        templates.names.insert(id, name);
    }
    templates
}

fn template(
    report: &mut Report,
    given: &Given<'_>,
    id: &str,
    document: &Document,
    toml: &TemplateToml,
    forms: &Forms,
) -> Template {
    let file = &document.file;
    let mut documents = Vec::new();
    for (index, name) in toml.documents.iter().enumerate() {
        if let Some(Name::Sound(form)) = forms.names.find(report, file, &at!["documents", index], name) {
            documents.push(form);
        }
    }
    check_shape(report, id, document, toml);
    let mut translator = Translator::new(&given.config.languages, file);
    let count = given.config.languages.count();
    let mut list =
        |steps: &[Step], texts: &[LText<0, { usize::MAX }>]| by_language(count, &translator.list(steps, texts));
    let goals = list(&at!["goals"], &toml.goals);
    let prepare = Prepare {
        mentor: list(&at!["prepare", "mentor"], &toml.prepare.mentor),
        mentee: list(&at!["prepare", "mentee"], &toml.prepare.mentee),
        organiser: list(&at!["prepare", "organiser"], &toml.prepare.organiser),
        sponsor: list(&at!["prepare", "sponsor"], &toml.prepare.sponsor),
    };
    let questions = list(&at!["questions"], &toml.questions);
    let reflection = list(&at!["reflection"], &toml.reflection);
    let title = translator.text(&at!["title"], &toml.title);
    let mut blocks = Vec::new();
    for (index, block) in toml.blocks.iter().enumerate() {
        let length = match block.minutes {
            BlockMinutes::Fixed(minutes) => Length::Minutes(minutes),
            BlockMinutes::Rest => Length::Rest,
        };
        blocks.push(Block {
            title: translator.text(&at!["block", index, "title"], &block.title),
            shape: schedule::Block { length, holds_modules: block.modules },
            lead: block.lead,
            kind: block.kind,
            notes: translator.optional(&at!["block", index, "notes"], block.notes.as_ref()),
        });
    }
    translator.finish(report);
    Template {
        id: Arc::from(id),
        file: Arc::clone(file),
        title,
        kind: toml.kind,
        goals,
        prepare,
        questions,
        reflection,
        documents,
        blocks,
    }
}

/// At most one block takes the rest, and at most one holds modules.
fn check_shape(report: &mut Report, id: &str, document: &Document, toml: &TemplateToml) {
    let rests: Vec<usize> = positions(toml, |block| block.minutes == BlockMinutes::Rest);
    if let [_, second, ..] = rests.as_slice() {
        let message = format!("template \"{id}\": {} blocks have minutes = \"rest\"; only one may", rests.len());
        let place = document.file.value(&at!["block", *second, "minutes"]);
        report.add(Diagnostic::new(Code::SeveralRestBlocks, message, place));
    }
    let holders = positions(toml, |block| block.modules);
    if let [_, second, ..] = holders.as_slice() {
        let message = format!("template \"{id}\": {} blocks hold modules; only one may", holders.len());
        let place = document.file.value(&at!["block", *second, "modules"]);
        report.add(Diagnostic::new(Code::SeveralModuleBlocks, message, place));
    }
}

fn positions(toml: &TemplateToml, wanted: impl Fn(&crate::document::template::BlockToml) -> bool) -> Vec<usize> {
    toml.blocks.iter().enumerate().filter(|(_, block)| wanted(block)).map(|(index, _)| index).collect()
}

/// A list of texts as one list for each language.
pub(super) fn by_language(count: usize, words: &[Words]) -> WordLists {
    Localized::from_fn(count, |language| words.iter().map(|words| Arc::clone(words.get(language))).collect())
}
