//! Where the links of texts lead (model.md §10), and which of them lead nowhere.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::routes::source_of;
use super::{PageKey, PlannedPage, Routes};
use crate::config::Languages;
use crate::config::site::RawHtml;
use crate::diagnostics::{Code, Diagnostic, Edit, Place, Report, nearest};
use crate::document::markdown::{Body, LinkKind};
use crate::document::{Content, Document, File, Kind, original_of};
use crate::handbook::Handbook;
use crate::locale::{Language, Locale};
use crate::text::{OutputPath, SourcePath, Span, Url};

/// Everything that a link can lead to.
pub struct LinkMap {
    /// The page that a source file makes, and its language if the file is a translation.
    pages: BTreeMap<SourcePath, (PageKey, Option<Language>)>,
    /// The address of a page in every language.
    urls: BTreeMap<PageKey, Vec<Url>>,
    /// Every address of a page.
    known: BTreeSet<Url>,
    /// Pictures and other files beside pages, and files of `static/`.
    files: BTreeSet<SourcePath>,
    /// Files that would make a page if they, or what they belong to, had no errors.
    withheld: BTreeSet<SourcePath>,
    /// The ids of the headings of a page in a language.
    anchors: BTreeMap<(PageKey, Language), BTreeSet<String>>,
}

/// Where a link leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Resolved {
    /// Out of the site.
    External,
    /// To an anchor on the same page.
    Here(String),
    /// To a page, perhaps to a heading of it.
    Page(PageKey, Language, Option<String>),
    /// To a file of the site.
    File(Url),
    /// To something that only this program writes, such as a feed: an address of the site.
    Address(Url, Option<String>),
    /// To something that is there but has mistakes of its own, which are reported where they are.
    Withheld,
    /// Nowhere.
    Nowhere,
}

impl LinkMap {
    /// The map of a handbook.
    pub fn new(handbook: &Handbook, routes: &Routes, documents: &[Arc<Document>], planned: &[PlannedPage]) -> Self {
        let languages = &handbook.config.languages;
        let mut map = Self {
            pages: BTreeMap::new(),
            urls: BTreeMap::new(),
            known: planned.iter().map(|page| page.url.clone()).collect(),
            files: BTreeSet::new(),
            withheld: BTreeSet::new(),
            anchors: BTreeMap::new(),
        };
        for key in super::routes::keys(handbook) {
            map.urls.insert(key, languages.all().map(|language| routes.url(key, language)).collect());
            if let Some(path) = source_of(handbook, key).filter(|_| !matches!(key, PageKey::Session(..))) {
                map.pages.insert(path.clone(), (key, None));
            }
        }
        map.add_texts(handbook);
        for document in documents {
            map.add_document(languages, document);
        }
        map.add_withheld(documents);
        map.add_anchors(handbook, documents);
        map
    }

    /// A programme or a cohort is also named by the text beside it, home and glossary by their files.
    fn add_texts(&mut self, handbook: &Handbook) {
        let beside = |path: &SourcePath| SourcePath::new(format!("{}.md", path.as_str().trim_end_matches(".toml")));
        for (id, programme) in handbook.programmes.entries() {
            self.pages.insert(beside(programme.file.path()), (PageKey::Programme(id), None));
        }
        for (id, cohort) in handbook.cohorts.entries() {
            self.pages.insert(beside(cohort.file.path()), (PageKey::Cohort(id), None));
            for (index, session) in cohort.sessions.iter().enumerate() {
                let path = format!("content/cohorts/{}/{}.md", cohort.id, session.key);
                self.pages.insert(SourcePath::new(path), (PageKey::Session(id, index), None));
            }
        }
        self.pages.insert(SourcePath::new("content/index.md"), (PageKey::Home, None));
        self.pages.insert(SourcePath::new("content/glossary.toml"), (PageKey::Glossary, None));
    }

    fn add_document(&mut self, languages: &Languages, document: &Document) {
        let path = document.file.path();
        match (&document.file.layout.kind, &document.file.layout.language) {
            (Kind::Asset | Kind::Static(_), _) => {
                self.files.insert(path.clone());
            }
            (_, Some(tag)) => {
                let page = self.pages.get(&original_of(path)).copied();
                let language = Locale::parse(tag).and_then(|tag| language_for(languages, &tag));
                if let (Some((key, _)), Some(language)) = (page, language) {
                    self.pages.insert(path.clone(), (key, Some(language)));
                }
            }
            _ => {}
        }
    }

    /// One cause, one message: a link to what is broken is not broken itself (model.md §0).
    fn add_withheld(&mut self, documents: &[Arc<Document>]) {
        let is_broken = |document: &Document| matches!(document.content, Content::Broken);
        let broken_topics: BTreeSet<&str> = documents
            .iter()
            .filter(|document| is_broken(document))
            .filter_map(|document| match &document.file.layout.kind {
                Kind::Topic(id) => Some(id.as_str()),
                _ => None,
            })
            .collect();
        for document in documents {
            let path = document.file.path();
            let hangs_on_broken = match (&document.file.layout.kind, &document.content) {
                (Kind::Module { topic, .. }, _) => broken_topics.contains(topic.as_str()),
                (Kind::Cohort(_), Content::Cohort(toml)) => !toml.draft && !self.pages.contains_key(path),
                _ => false,
            };
            if is_broken(document) || hangs_on_broken {
                self.withheld.insert(SourcePath::new(format!("{}.md", path.as_str().trim_end_matches(".toml"))));
                self.withheld.insert(path.clone());
            }
        }
    }

    fn add_anchors(&mut self, handbook: &Handbook, documents: &[Arc<Document>]) {
        let snippets: BTreeMap<&str, &Body> = documents.iter().filter_map(|document| snippet(document)).collect();
        for &key in self.urls.keys() {
            for language in handbook.config.languages.all() {
                let mut ids = own_anchors(handbook, key);
                if let Some(file) = shown_file(handbook, key, language) {
                    collect_anchors(file.body.as_ref(), &snippets, &mut ids, 0);
                }
                self.anchors.insert((key, language), ids);
            }
        }
    }

    /// Where `target`, written in `from` on a page in `language`, leads.
    pub fn resolve(&self, target: &str, from: &SourcePath, language: Language) -> Resolved {
        if is_external(target) {
            return Resolved::External;
        }
        let (path, anchor) = match target.split_once('#') {
            Some((path, anchor)) => (path, Some(percent_decoded(anchor).into_owned())),
            None => (target, None),
        };
        let path = percent_decoded(path.split('?').next().unwrap_or(path));
        if path.is_empty() {
            return anchor.map_or(Resolved::Nowhere, Resolved::Here);
        }
        if let Some(absolute) = path.strip_prefix('/') {
            return self.absolute(absolute, anchor);
        }
        let source = match path.strip_prefix("@/") {
            Some(rest) => Some(SourcePath::new(format!("content/{rest}"))),
            None => from.join(&path),
        };
        source.map_or(Resolved::Nowhere, |source| self.source(&source, path.ends_with('/'), language, anchor))
    }

    fn source(&self, source: &SourcePath, is_folder: bool, language: Language, anchor: Option<String>) -> Resolved {
        if self.files.contains(source) {
            return Resolved::File(file_url(source));
        }
        let in_folder = SourcePath::new(format!("{source}/index.md"));
        let page = self.pages.get(source).or_else(|| self.pages.get(&in_folder).filter(|_| is_folder));
        match page {
            Some(&(key, own)) => Resolved::Page(key, own.unwrap_or(language), anchor),
            None if self.withheld.contains(source) => Resolved::Withheld,
            None => Resolved::Nowhere,
        }
    }

    fn absolute(&self, path: &str, anchor: Option<String>) -> Resolved {
        let file = SourcePath::new(format!("static/{path}"));
        if self.files.contains(&file) {
            return Resolved::File(file_url(&file));
        }
        let url = OutputPath::new(path).url();
        let folder = Url::new(format!("/{path}/"));
        let address = [url, folder].into_iter().find(|url| self.known.contains(url));
        address.map_or(Resolved::Nowhere, |url| Resolved::Address(url, anchor))
    }

    /// The address of a page.
    pub fn url(&self, key: PageKey, language: Language) -> &Url {
        &self.urls[&key][language.index()]
    }

    fn has_anchor(&self, key: PageKey, language: Language, anchor: &str) -> bool {
        self.anchors.get(&(key, language)).is_some_and(|ids| ids.contains(anchor))
    }

    fn nearest_source(&self, target: &str, from: &SourcePath) -> Option<String> {
        let path = target.split('#').next().unwrap_or(target);
        let source = match path.strip_prefix("@/") {
            Some(rest) => SourcePath::new(format!("content/{rest}")),
            None => from.join(path)?,
        };
        let known: Vec<&SourcePath> = self.pages.keys().chain(&self.files).filter(|path| **path != source).collect();
        let near = super::nearest_path::nearest_path(&source, &known)?;
        let in_static = || near.strip_prefix("static").map(str::to_owned);
        near.strip_prefix("content/").map(|rest| format!("@/{rest}")).or_else(in_static)
    }
}

fn snippet(document: &Document) -> Option<(&str, &Body)> {
    let path = document.file.path().as_str().strip_prefix("content/")?;
    (document.file.layout.kind == Kind::Snippet).then_some((path, document.file.body.as_ref()?))
}

fn collect_anchors(body: Option<&Body>, snippets: &BTreeMap<&str, &Body>, ids: &mut BTreeSet<String>, depth: usize) {
    let Some(body) = body.filter(|_| depth < MAX_INCLUDES) else { return };
    ids.extend(body.headings.iter().map(|heading| heading.id.clone()));
    for include in &body.includes {
        collect_anchors(snippets.get(include.path.as_str()).copied(), snippets, ids, depth + 1);
    }
}

/// Texts that take in each other deeper than this run in a circle.
pub const MAX_INCLUDES: usize = 16;

/// The ids that templates give to parts of a page.
fn own_anchors(handbook: &Handbook, key: PageKey) -> BTreeSet<String> {
    match key {
        PageKey::Glossary => handbook.glossary.iter().map(|term| term.id.to_string()).collect(),
        PageKey::Session(id, _) => {
            let topics = handbook.cohorts[id].topics.iter();
            topics.map(|&topic| format!("topic-{}", handbook.topics[topic].id)).collect()
        }
        _ => BTreeSet::new(),
    }
}

/// The file whose text a page shows in a language.
pub fn shown_file(handbook: &Handbook, key: PageKey, language: Language) -> Option<&Arc<File>> {
    let texts = match key {
        PageKey::Home => &handbook.home.as_ref()?.texts,
        PageKey::Programme(id) => &handbook.programmes[id].texts,
        PageKey::Topic(id) => &handbook.topics[id].texts,
        PageKey::Module(id) => &handbook.modules[id].texts,
        PageKey::Factor(id) => &handbook.factors[id].texts,
        PageKey::Cohort(id) => &handbook.cohorts[id].texts,
        PageKey::Session(id, index) => &handbook.cohorts[id].sessions[index].texts,
        PageKey::Role(role) => &handbook.roles.iter().find(|page| page.name == role)?.texts,
        PageKey::Form(id) => &handbook.forms[id].texts,
        PageKey::Text(index) => &handbook.pages[index].texts,
        PageKey::Topics | PageKey::Factors | PageKey::Cohorts | PageKey::Checks(_) => return None,
        PageKey::Glossary | PageKey::NotFound => return None,
    };
    texts.get(language).as_ref()
}

/// `static/img/a.png` is `/img/a.png`, and a picture beside a page keeps its folder.
pub fn file_url(source: &SourcePath) -> Url {
    let path = source.as_str();
    let path = path.strip_prefix("static/").or_else(|| path.strip_prefix("content/")).unwrap_or(path);
    Url::new(format!("/{path}"))
}

/// The language that reads texts marked with `tag`.
fn language_for(languages: &Languages, tag: &Locale) -> Option<Language> {
    let mut all = languages.all();
    languages.find(tag.as_str()).or_else(|| all.find(|&language| languages.tag(language).primary() == tag.as_str()))
}

/// Whether a target has a scheme or a host of its own.
pub fn is_external(target: &str) -> bool {
    let scheme = target.split([':', '/', '?', '#']).next().unwrap_or_default();
    let has_scheme = target[scheme.len()..].starts_with(':')
        && scheme.starts_with(|first: char| first.is_ascii_alphabetic())
        && scheme.chars().all(|letter| letter.is_ascii_alphanumeric() || "+-.".contains(letter));
    has_scheme || target.starts_with("//")
}

fn percent_decoded(text: &str) -> Cow<'_, str> {
    percent_encoding::percent_decode_str(text).decode_utf8_lossy()
}

/// Reports every link, picture and include of every text that leads nowhere.
pub fn check(report: &mut Report, handbook: &Handbook, map: &LinkMap, documents: &[Arc<Document>]) {
    let snippets: BTreeMap<&str, &Document> = documents
        .iter()
        .filter(|document| document.file.layout.kind == Kind::Snippet)
        .filter_map(|document| Some((document.file.path().as_str().strip_prefix("content/")?, &**document)))
        .collect();
    let languages = &handbook.config.languages;
    let raw_html = handbook.config.markdown.raw_html;
    let mut circles = BTreeSet::new();
    for document in documents {
        let Some(body) = &document.file.body else { continue };
        let language = match &document.file.layout.language {
            Some(tag) => Locale::parse(tag).and_then(|tag| language_for(languages, &tag)),
            None => Some(languages.default()),
        };
        let Some(language) = language else { continue };
        let checker = Checker {
            report,
            map,
            file: &document.file,
            body,
            language,
            snippets: &snippets,
            raw_html,
            circles: &mut circles,
        };
        checker.check();
    }
    super::programme_links::check(report, handbook, map);
}

/// The message for a heading that a page does not have.
pub(super) fn anchor_fault(
    map: &LinkMap,
    key: PageKey,
    language: Language,
    anchor: &str,
    place: Place,
) -> Option<Diagnostic> {
    if anchor.is_empty() || map.has_anchor(key, language, anchor) {
        return None;
    }
    let known = map.anchors.get(&(key, language));
    let near = nearest(anchor, known.into_iter().flatten().map(String::as_str));
    Some(broken_anchor(map.url(key, language).as_str(), anchor, near, place))
}

/// The message for a target that does not exist.
pub(super) fn broken_link(map: &LinkMap, target: &str, from: &SourcePath, place: Place) -> Diagnostic {
    let diagnostic = Diagnostic::new(Code::BrokenLink, format!("link to \"{target}\" leads nowhere"), place.clone());
    let near = map.nearest_source(target, from);
    diagnostic.did_you_mean(near.as_deref(), |near| Edit { place, replacement: format!("\"{near}\"") })
}

struct Checker<'c> {
    report: &'c mut Report,
    map: &'c LinkMap,
    file: &'c File,
    body: &'c Body,
    language: Language,
    snippets: &'c BTreeMap<&'c str, &'c Document>,
    raw_html: RawHtml,
    /// The files of circles that were told already.
    circles: &'c mut BTreeSet<SourcePath>,
}

impl Checker<'_> {
    fn check(mut self) {
        for link in &self.body.links {
            self.check_link(&link.target, link.kind, link.span);
        }
        for (label, span) in &self.body.undefined_labels {
            let message = format!("link to \"{label}\" leads nowhere");
            let help = format!("add a line [{label}]: with the address, or write [text](address)");
            self.report.add(Diagnostic::new(Code::BrokenLink, message, self.file.at(*span)).help(help));
        }
        for &span in &self.body.without_alt {
            let message = "picture without alternative text";
            let help = "write what is to be seen between the square brackets: ![…](…)";
            self.report.add(Diagnostic::new(Code::MissingAlt, message, self.file.at(span)).help(help));
        }
        for (call, span) in &self.body.components {
            let name = call.split([' ', '(']).next().unwrap_or(call);
            let message = format!("unknown component \"{name}\"");
            let help = "to take in another text, write {{ include(path=\"snippets/name.md\") }} on a line of its own";
            self.report.add(Diagnostic::new(Code::UnknownComponent, message, self.file.at(*span)).help(help));
        }
        if self.raw_html == RawHtml::Sanitize {
            self.check_raw_html();
        }
        self.check_includes();
    }

    fn check_raw_html(&mut self) {
        for &span in &self.body.html {
            let html = &self.file.text()[span.start..span.end];
            if let Some(part) = super::body::unsafe_part(html) {
                let message = format!("\"{part}\" is left out: it could do harm");
                let help = "write it in Markdown, or set markdown.raw_html = \"allow\" if you trust all authors";
                self.report.add(Diagnostic::new(Code::UnsafeHtml, message, self.file.at(span)).help(help));
            }
        }
    }

    fn check_link(&mut self, target: &str, kind: LinkKind, span: Span) {
        let from = self.file.path();
        let place = self.file.at(span);
        if super::body::is_script(target) {
            let message = "\"javascript:\" is left out: it could do harm";
            let help = "link to a page or to a web address";
            self.report.add(Diagnostic::new(Code::UnsafeHtml, message, place).help(help));
            return;
        }
        match self.map.resolve(target, from, self.language) {
            Resolved::Nowhere => {
                let diagnostic = broken_link(self.map, target, from, place);
                self.report.add(self.with_edit(diagnostic, target, span));
            }
            Resolved::Page(key, language, Some(anchor)) => self.check_anchor(key, language, &anchor, place),
            Resolved::Page(..) | Resolved::Address(..) if kind == LinkKind::Image => {
                self.report.add(broken_link(self.map, target, from, place).help("a picture must be a file"));
            }
            Resolved::Here(anchor) => {
                let page = self.map.pages.get(from).or_else(|| self.map.pages.get(&original_of(from)));
                match page {
                    Some(&(key, own)) => self.check_anchor(key, own.unwrap_or(self.language), &anchor, place),
                    None => self.check_own_anchor(&anchor, place),
                }
            }
            _ => {}
        }
    }

    /// The edit of a suggestion where the target is written in the link itself, behind its round bracket.
    fn with_edit(&self, mut diagnostic: Diagnostic, target: &str, span: Span) -> Diagnostic {
        let Some(edit) = diagnostic.edit.take() else { return diagnostic };
        let written = &self.file.text()[span.start..span.end];
        let Some(at) = written.rfind(&format!("]({target}")).map(|at| span.start + at + 2) else { return diagnostic };
        let length = target.split(['#', '?']).next().unwrap_or(target).len();
        let replacement = edit.replacement.trim_matches('"');
        diagnostic.edit(self.file.at(Span { start: at, end: at + length }), replacement)
    }

    fn check_anchor(&mut self, key: PageKey, language: Language, anchor: &str, place: Place) {
        self.report.extend(anchor_fault(self.map, key, language, anchor, place));
    }

    /// In a text that makes no page by itself, such as a snippet.
    fn check_own_anchor(&mut self, anchor: &str, place: Place) {
        let ids: Vec<&str> = self.body.headings.iter().map(|heading| heading.id.as_str()).collect();
        if !anchor.is_empty() && !ids.contains(&anchor) && self.file.layout.kind != Kind::Snippet {
            let page = self.file.path().as_str();
            self.report.add(broken_anchor(page, anchor, nearest(anchor, ids), place));
        }
    }

    fn check_includes(&mut self) {
        for include in &self.body.includes {
            let place = self.file.at(include.span);
            let Some(snippet) = self.snippets.get(include.path.as_str()) else {
                let message = format!("include \"{}\" is not in content/", include.path);
                let diagnostic = Diagnostic::new(Code::IncludeNotFound, message, place);
                let near = nearest(&include.path, self.snippets.keys().copied());
                self.report.add(match near {
                    Some(near) => diagnostic.help(format!("did you mean \"{near}\"?")),
                    None => diagnostic.help("texts to be taken in lie in content/snippets/"),
                });
                continue;
            };
            let mut circle = Vec::new();
            if self.runs_in_circle(snippet, &mut circle) && !self.circles.contains(self.file.path()) {
                let others: Vec<SourcePath> = circle.into_iter().cloned().collect();
                self.circles.extend(others);
                let message = format!("include \"{}\" takes itself in again", include.path);
                self.report.add(Diagnostic::new(Code::IncludeCircle, message, place));
            }
        }
    }

    /// Whether `snippet` leads back to this very file.
    fn runs_in_circle<'c>(&'c self, snippet: &'c Document, seen: &mut Vec<&'c SourcePath>) -> bool {
        let path = snippet.file.path();
        if path == self.file.path() {
            return true;
        }
        if seen.contains(&path) {
            return false;
        }
        seen.push(path);
        let includes = snippet.file.body.iter().flat_map(|body| &body.includes);
        let next: Vec<&Document> =
            includes.filter_map(|include| self.snippets.get(include.path.as_str()).copied()).collect();
        next.into_iter().any(|next| self.runs_in_circle(next, seen))
    }
}

fn broken_anchor(page: &str, anchor: &str, near: Option<&str>, place: Place) -> Diagnostic {
    let diagnostic = Diagnostic::new(Code::BrokenAnchor, format!("\"{page}\" has no heading \"{anchor}\""), place);
    match near {
        Some(near) => diagnostic.help(format!("did you mean \"{near}\"?")),
        None => diagnostic,
    }
}
