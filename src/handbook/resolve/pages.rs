//! Forms, role pages, the glossary and free pages (model.md §10).

use std::collections::BTreeMap;
use std::sync::Arc;

use super::documents::{Documents, Sheet, stray};
use super::topics::{some_words, words};
use super::{Drafts, Given, Name, Names, unknown_reference};
use crate::at;
use crate::config::Translator;
use crate::diagnostics::{Code, Diagnostic, Place, Report, nearest};
use crate::document::glossary::TermToml;
use crate::document::pages::{PageFront, RoleName};
use crate::document::values::{LText, is_id};
use crate::document::{Content, Document, File, Kind, bad_id};
use crate::handbook::form::{BUILT_IN, Form};
use crate::handbook::page::{Page, Role, Term};
use crate::handbook::topic::Topic;
use crate::handbook::{Table, Words};
use crate::locale::Localized;
use crate::text::SourcePath;

/// The printable forms of a handbook.
pub struct Forms {
    /// The forms.
    pub table: Table<Form>,
    /// What they are called.
    pub names: Names<Form>,
}

/// Reads all forms; the built-in ones are there even without a file.
pub fn forms(report: &mut Report, given: &Given<'_>, documents: &Documents<'_>) -> Forms {
    let mut forms: BTreeMap<&str, Option<Form>> = BTreeMap::new();
    for (id, kind) in BUILT_IN {
        let texts = Sheet::no_texts(&given.config.languages);
        forms.insert(id, Some(Form { id: Arc::from(id), file: None, title: None, kind, draft: false, texts }));
    }
    for (kind, document) in documents.originals() {
        let Kind::Form(id) = kind else { continue };
        let form = match document.as_far_as_read() {
            Content::Form(front) if !front.draft || given.drafts == Drafts::Shown => {
                let mut sheet = Sheet::open(given, documents, kind, document);
                let title = some_words(sheet.title(Some(Arc::from(&*front.title))));
                let texts = sheet.texts();
                sheet.close(report);
                Some(Form {
                    id: Arc::from(id.as_str()),
                    file: Some(Arc::clone(&document.file)),
                    title,
                    kind: front.kind,
                    draft: front.draft,
                    texts,
                })
            }
            _ => None,
        };
        forms.insert(id, form.filter(|_| !document.is_broken()));
    }
    let mut resolved = Forms {
        table: Table::new(),
        names: Names::new("document", |id| SourcePath::new(format!("content/documents/{id}.md")), documents),
    };
    for (id, form) in forms {
        let name = form.map_or(Name::Withheld, |form| Name::Sound(resolved.table.add(form)));
        resolved.names.insert(id, name);
    }
    resolved
}

/// The pages of the four roles; one without a file is a note (`default-role-page`).
pub fn roles(report: &mut Report, given: &Given<'_>, documents: &Documents<'_>) -> Vec<Role> {
    check_role_names(report, documents);
    RoleName::ALL.into_iter().map(|name| role(report, given, documents, name)).collect()
}

fn check_role_names(report: &mut Report, documents: &Documents<'_>) {
    for (kind, document) in documents.originals() {
        let Kind::Role(id) = kind else { continue };
        if !document.is_broken() && !RoleName::ALL.iter().any(|name| name.as_str() == id) {
            let names = RoleName::ALL.map(RoleName::as_str);
            let help = match nearest(id, names) {
                Some(near) => format!("did you mean \"content/roles/{near}.md\"?"),
                None => "the roles are mentor, mentee, organiser and sponsor".to_owned(),
            };
            report.add(stray(document.file.path()).help(help));
        }
    }
}

fn role(report: &mut Report, given: &Given<'_>, documents: &Documents<'_>, name: RoleName) -> Role {
    let languages = &given.config.languages;
    let kind = Kind::Role(name.as_str().to_owned());
    let default = || Role { name, file: None, title: None, draft: false, texts: Sheet::no_texts(languages) };
    let Some(document) = documents.original(&kind) else {
        let message = format!("no page for role \"{}\"; a short default is used", name.as_str());
        let path = SourcePath::new(format!("content/roles/{}.md", name.as_str()));
        if documents.misnamed().at(&path).is_some() {
            return default();
        }
        let help = format!("write {path} in your own words, or leave it");
        report.add(Diagnostic::new(Code::DefaultRolePage, message, Place::top(&path)).help(help));
        return default();
    };
    let role = match document.as_far_as_read() {
        Content::Role(front) if !front.draft || given.drafts == Drafts::Shown => {
            let mut sheet = Sheet::open(given, documents, &kind, document);
            let title = some_words(sheet.title(Some(Arc::from(&*front.title))));
            let texts = sheet.texts();
            sheet.close(report);
            Some(Role { name, file: Some(Arc::clone(&document.file)), title, draft: front.draft, texts })
        }
        _ => None,
    };
    role.filter(|_| !document.is_broken()).unwrap_or_else(default)
}

/// Reads the glossary, in the order of its ids.
pub fn glossary(report: &mut Report, given: &Given<'_>, documents: &Documents<'_>, topics: &Names<Topic>) -> Vec<Term> {
    let Some(document) = documents.original(&Kind::Glossary) else { return Vec::new() };
    let Content::Glossary(table) = document.as_far_as_read() else { return Vec::new() };
    let file = &document.file;
    let ids: Vec<&str> = table.keys().map(String::as_str).collect();
    let mut translator = Translator::new(&given.config.languages, file);
    let mut terms = Vec::new();
    for (id, term) in table.iter() {
        if !is_id(id) {
            report.add(Diagnostic::new(Code::BadId, bad_id(id), file.key(&at![id])));
        }
        let see = see(report, file, id, term, &ids);
        let mut topic_ids = Vec::new();
        for (index, name) in term.topics.iter().enumerate() {
            if let Some(Name::Sound(topic)) = topics.find(report, file, &at![id, "topics", index], name) {
                topic_ids.push(topic);
            }
        }
        terms.push(Term {
            id: Arc::from(id.as_str()),
            term: translator.text(&at![id, "term"], &term.term),
            definition: translator.text(&at![id, "definition"], &term.definition),
            aliases: term
                .aliases
                .iter()
                .filter(|alias| !alias.is_blank())
                .map(|alias| own_words(given, alias))
                .collect(),
            see,
            topics: topic_ids,
        });
    }
    translator.finish(report);
    if document.is_broken() { Vec::new() } else { terms }
}

fn see(report: &mut Report, file: &File, id: &str, term: &TermToml, ids: &[&str]) -> Vec<usize> {
    let mut see = Vec::new();
    for (index, name) in term.see.iter().enumerate() {
        match ids.iter().position(|id| id == name) {
            Some(position) => see.push(position),
            None => report.add(unknown_reference("term", file, &at![id, "see", index], name, ids.iter().copied())),
        }
    }
    see
}

/// An alias belongs to its language alone; written as a plain text it belongs to all, for nobody can tell.
fn own_words(given: &Given<'_>, alias: &LText<0, { usize::MAX }>) -> Words {
    let languages = &given.config.languages;
    match alias {
        LText::Plain(text) => languages.same(text),
        LText::ByLanguage(texts) => Localized::from_fn(languages.count(), |language| {
            let tag = languages.tag(language);
            let own = texts.iter().find(|(other, _)| other == tag.as_str());
            let own = own.or_else(|| texts.iter().find(|(other, _)| other == tag.primary()));
            Arc::from(own.map_or("", |(_, text)| text.as_str()))
        }),
    }
}

/// Reads home and all free pages, these in the order of the menu.
pub fn free_pages(report: &mut Report, given: &Given<'_>, documents: &Documents<'_>) -> (Option<Page>, Vec<Page>) {
    let mut home = None;
    let mut pages = Vec::new();
    for (kind, document) in documents.originals() {
        let id = match kind {
            Kind::Home => "",
            Kind::Page(id) => id,
            _ => continue,
        };
        let Content::Page(front) = document.as_far_as_read() else { continue };
        if front.draft && given.drafts == Drafts::Hidden {
            continue;
        }
        let page = page(report, given, documents, kind, id, document, front);
        if document.is_broken() {
            continue;
        }
        if *kind == Kind::Home { home = Some(page) } else { pages.push(page) }
    }
    pages.sort_by(|a, b| (a.order, &a.id).cmp(&(b.order, &b.id)));
    (home, pages)
}

fn page(
    report: &mut Report,
    given: &Given<'_>,
    documents: &Documents<'_>,
    kind: &Kind,
    id: &str,
    document: &Document,
    front: &PageFront,
) -> Page {
    let mut sheet = Sheet::open(given, documents, kind, document);
    let own = front.title.as_ref().map(|title| Arc::from(&**title));
    let title_from_text = own.is_none();
    let original = own.or_else(|| first_heading(document)).or_else(|| Some(Arc::from(last_part(id))));
    let title = if title_from_text {
        let translations: Vec<&Document> = sheet.translations.iter().map(|(_, document)| *document).collect();
        sheet.translator.field(&at!["title"], original.as_ref(), |index| translated_title(translations[index]))
    } else {
        sheet.title(original)
    };
    let texts = sheet.texts();
    sheet.close(report);
    Page {
        id: Arc::from(id),
        file: Arc::clone(&document.file),
        title: words(title),
        title_from_text,
        order: front.order.unwrap_or(0),
        menu: front.menu.unwrap_or(true),
        roles: front.roles.clone(),
        draft: front.draft,
        texts,
    }
}

fn translated_title(document: &Document) -> Option<Arc<str>> {
    let own = match &document.content {
        Content::Title(front) => front.title.as_ref().map(|title| Arc::from(&**title)),
        _ => None,
    };
    own.or_else(|| first_heading(document))
}

fn first_heading(document: &Document) -> Option<Arc<str>> {
    let heading = document.file.body()?.headings.first()?;
    Some(Arc::from(heading.text.as_str()))
}

fn last_part(id: &str) -> &str {
    id.rsplit('/').next().unwrap_or(id)
}
