//! Success factors (model.md §7).

use std::collections::BTreeMap;
use std::sync::Arc;

use super::documents::{Documents, Sheet, stray};
use super::topics::{some_words, words};
use super::{Drafts, Given, did_you_mean};
use crate::at;
use crate::config::Translator;
use crate::diagnostics::{Code, Diagnostic, Edit, Report, nearest};
use crate::document::factor::{FactorFront, unknown_parameter};
use crate::document::template::BlockKind;
use crate::document::values::Parameter;
use crate::document::{Content, Document, File, Kind, Step};
use crate::handbook::Table;
use crate::handbook::Words;
use crate::handbook::checks::{BUILT_IN_FACTORS, CHECKS, ParameterKind, parameters};
use crate::handbook::factor::Factor;

/// Reads all factors; the built-in ones are there even without a file.
pub fn resolve(report: &mut Report, given: &Given<'_>, documents: &Documents<'_>) -> Table<Factor> {
    let mut factors: Vec<Factor> = Vec::new();
    let mut numbers: BTreeMap<i64, &Document> = BTreeMap::new();
    let mut present: Vec<&str> = Vec::new();
    for (kind, document) in documents.originals() {
        let Kind::Factor(id) = kind else { continue };
        let Content::Factor(front) = document.as_far_as_read() else { continue };
        if front.draft && given.drafts == Drafts::Hidden {
            continue;
        }
        check_number(report, &mut numbers, document, front);
        check_front(report, id, &document.file, front);
        let factor = factor(report, given, documents, id, document, front);
        if !document.is_broken() {
            present.push(id);
            factors.push(factor);
        }
    }
    check_messages_belong(report, documents);
    check_built_in_numbers(report, &numbers, documents);
    for (position, &id) in BUILT_IN_FACTORS.iter().enumerate() {
        if !present.contains(&id) {
            factors.push(built_in(report, given, documents, id, position));
        }
    }
    factors.sort_by(|a, b| (a.number, &a.id).cmp(&(b.number, &b.id)));
    let mut table = Table::new();
    for factor in factors {
        table.add(factor);
    }
    table
}

/// A wording belongs to a factor: a built-in one, or one with a file of its own.
fn check_messages_belong(report: &mut Report, documents: &Documents<'_>) {
    let own: Vec<&str> = documents.originals().filter_map(|(kind, _)| factor_id(kind)).collect();
    for (kind, document) in documents.originals() {
        let Kind::FactorMessages(id) = kind else { continue };
        let known = || BUILT_IN_FACTORS.iter().chain(&own).copied();
        if known().any(|factor| factor == id) {
            continue;
        }
        let help = match nearest(id, known()) {
            Some(near) => format!("did you mean \"{near}.messages.toml\"?"),
            None => format!("there is no content/factors/{id}.md"),
        };
        report.add(stray(document.file.path()).help(help));
    }
}

fn factor_id(kind: &Kind) -> Option<&str> {
    match kind {
        Kind::Factor(id) => Some(id),
        _ => None,
    }
}

fn check_number<'a>(
    report: &mut Report,
    numbers: &mut BTreeMap<i64, &'a Document>,
    document: &'a Document,
    front: &FactorFront,
) {
    if document.file.is_stand_in(&at!["number"]) {
        return;
    }
    let number = front.number.get();
    let Some(first) = numbers.insert(number, document) else { return };
    let (first, second) = (first.file.path(), document.file.path());
    let message = format!("two factor entries have the id \"{number}\": {first} and {second}");
    let help = "give one of them another \"number\"";
    report.add(Diagnostic::new(Code::DuplicateId, message, document.file.value(&at!["number"])).help(help));
}

/// A factor must not have the number of a built-in one that has no file and so keeps its own.
fn check_built_in_numbers(report: &mut Report, numbers: &BTreeMap<i64, &Document>, documents: &Documents<'_>) {
    for (number, &id) in (1..).zip(&BUILT_IN_FACTORS) {
        let has_file = documents.original(&Kind::Factor(id.to_owned())).is_some();
        let Some(own) = numbers.get(&number).filter(|_| !has_file) else { continue };
        let path = own.file.path();
        let message = format!("two factor entries have the id \"{number}\": {path} and the built-in factor \"{id}\"");
        let free = (1..=9).skip(BUILT_IN_FACTORS.len()).find(|free| !numbers.contains_key(free));
        let help = free.map_or_else(
            || format!("give \"{id}\" a file of its own with another \"number\""),
            |free| format!("number = {free} is free"),
        );
        report.add(Diagnostic::new(Code::DuplicateId, message, own.file.value(&at!["number"])).help(help));
    }
}

fn check_front(report: &mut Report, id: &str, file: &File, front: &FactorFront) {
    for (name, value) in &front.params {
        check_parameter(report, file, &at!["params", name], name, value, Some(id));
    }
    let own: Vec<&str> = CHECKS.iter().copied().filter(|check| factor_of(check) == id).collect();
    for name in front.checks.keys().filter(|name| !own.contains(&name.as_str())) {
        report.add(unknown_check(file, &at!["checks", name], name, &own));
    }
}

/// The factor that a check belongs to: `difference` for `difference.age`.
fn factor_of(check: &str) -> &str {
    check.split('.').next().unwrap_or(check)
}

/// The message for a check that does not exist. Written as a key it is replaced without quotes around it.
pub(super) fn unknown_check(file: &File, steps: &[Step], name: &str, known: &[&str]) -> Diagnostic {
    let place = file.key(steps);
    let without_factor = |check: &&&str| check.split_once('.').is_some_and(|(_, own)| own == name);
    let near = nearest(name, known.iter().copied()).or_else(|| known.iter().find(without_factor).copied());
    Diagnostic::new(Code::UnknownCheck, format!("unknown check \"{name}\""), place.clone())
        .did_you_mean(near, |near| Edit { place, replacement: format!("\"{near}\"") })
}

/// Checks the parameters of `[factors]` in a programme or a cohort.
pub(super) fn check_parameters(report: &mut Report, file: &File, steps: &[Step], table: &BTreeMap<String, Parameter>) {
    for (name, value) in table {
        check_parameter(report, file, &[steps, &at![name]].concat(), name, value, None);
    }
}

/// A parameter of this factor, or of any.
fn check_parameter(
    report: &mut Report,
    file: &File,
    steps: &[Step],
    name: &str,
    value: &Parameter,
    factor: Option<&str>,
) {
    let is_known = |of: &str, known: &str| known == name && factor.is_none_or(|factor| factor == of);
    let Some((.., kind)) = parameters().find(|(of, known, _)| is_known(of, known)) else {
        report.add(unknown_parameter(name, factor, file.key(steps)));
        return;
    };
    let (expected, found) = match (kind, value) {
        (ParameterKind::Number, Parameter::Number(number)) if *number < 0 => {
            let message = format!("\"{name}\" must be at least 0, found {number}");
            report.add(Diagnostic::new(Code::OutOfRange, message, file.value(steps)));
            return;
        }
        (ParameterKind::Number, Parameter::Number(_)) => return,
        (ParameterKind::Words, Parameter::Words(words)) => return check_block_kinds(report, file, steps, name, words),
        (ParameterKind::Number, Parameter::Words(_)) => ("a whole number", "a list".to_owned()),
        (ParameterKind::Words, Parameter::Number(number)) => ("a list", format!("the number {number}")),
    };
    let message = format!("\"{name}\" must be {expected}, found {found}");
    report.add(Diagnostic::new(Code::WrongType, message, file.value(steps)));
}

/// The words of `required_kinds` are kinds of block (model.md §6).
fn check_block_kinds(report: &mut Report, file: &File, steps: &[Step], name: &str, words: &[String]) {
    let kinds = || BlockKind::ALL.iter().map(|kind| kind.as_str());
    let unknown = words.iter().enumerate().filter(|(_, word)| !kinds().any(|kind| kind == word.as_str()));
    for (index, word) in unknown {
        let list = kinds().map(|kind| format!("\"{kind}\"")).collect::<Vec<_>>().join(", ");
        let message = format!("\"{name}\" must be one of {list}, found \"{word}\"");
        let diagnostic = Diagnostic::new(Code::NotAnOption, message, file.value(&[steps, &at![index]].concat()));
        report.add(did_you_mean(diagnostic, word, kinds()));
    }
}

fn factor(
    report: &mut Report,
    given: &Given<'_>,
    documents: &Documents<'_>,
    id: &str,
    document: &Document,
    front: &Arc<FactorFront>,
) -> Factor {
    let kind = Kind::Factor(id.to_owned());
    let mut sheet = Sheet::open(given, documents, &kind, document);
    let translations: Vec<&Document> = sheet.translations.iter().map(|(_, document)| *document).collect();
    let translated = |index: usize| match &translations[index].content {
        Content::FactorTranslation(translation) => Some(translation),
        _ => None,
    };
    let title: Arc<str> = Arc::from(&*front.title);
    let title = sheet
        .translator
        .field(&at!["title"], Some(&title), |index| translated(index)?.title.as_ref().map(|text| Arc::from(&**text)));
    let rationale: Arc<str> = Arc::from(&*front.rationale);
    let rationale = sheet.translator.field(&at!["rationale"], Some(&rationale), |index| {
        translated(index)?.rationale.as_ref().map(|text| Arc::from(&**text))
    });
    let texts = sheet.texts();
    sheet.close(report);
    Factor {
        id: Arc::from(id),
        file: Some(Arc::clone(&document.file)),
        front: Some(Arc::clone(front)),
        title: some_words(title),
        number: front.number.get(),
        rationale: Some(words(rationale)),
        messages: messages(report, given, documents, id),
        texts,
    }
}

fn built_in(report: &mut Report, given: &Given<'_>, documents: &Documents<'_>, id: &str, position: usize) -> Factor {
    Factor {
        id: Arc::from(id),
        file: None,
        front: None,
        title: None,
        number: i64::try_from(position).unwrap_or_default() + 1,
        rationale: None,
        messages: messages(report, given, documents, id),
        texts: Sheet::no_texts(&given.config.languages),
    }
}

/// The wording of `<factor>.messages.toml` (checks.md).
fn messages(
    report: &mut Report,
    given: &Given<'_>,
    documents: &Documents<'_>,
    id: &str,
) -> BTreeMap<(String, &'static str), Words> {
    let mut messages = BTreeMap::new();
    let Some(document) = documents.original(&Kind::FactorMessages(id.to_owned())) else { return messages };
    let file = &document.file;
    check_message_keys(report, id, file);
    let Content::FactorMessages(table) = &document.content else { return messages };
    let mut translator = Translator::new(&given.config.languages, file);
    for (check, results) in table.iter() {
        let by_result = [("pass", &results.pass), ("attention", &results.attention), ("missing", &results.missing)];
        for (result, text) in by_result {
            if let Some(text) = text {
                let words = translator.text(&at![check, result], text);
                messages.insert((check.clone(), result), words);
            }
        }
    }
    translator.finish(report);
    messages
}

/// Every table is named after a check of the factor. Where brackets or quotes are missing, nobody knows what is one.
fn check_message_keys(report: &mut Report, id: &str, file: &File) {
    if report.diagnostics().iter().any(|one| one.code == Code::TomlSyntax && one.place.path == *file.path()) {
        return;
    }
    let own = CHECKS.iter().filter(|check| factor_of(check) == id);
    let known: Vec<&str> = own.filter_map(|check| check.split('.').nth(1)).chain(["summary"]).collect();
    for key in file.tables().filter(|key| !known.contains(key)) {
        let steps = at![key];
        let diagnostic =
            Diagnostic::new(Code::UnknownKey, format!("unknown key \"{key}\" in messages"), file.key(&steps));
        report.add(did_you_mean(diagnostic, key, known.iter().copied()));
    }
}
