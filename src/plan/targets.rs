//! Where the links of texts lead (model.md §10).

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use super::routes::source_of;
use super::{PageKey, Routes};
use crate::config::Languages;
use crate::config::site::RawHtml;
use crate::diagnostics::Diagnostic;
use crate::document::markdown::Body;
use crate::document::{Content, Document, File, Kind, Misnamed, original_of};
use crate::handbook::Handbook;
use crate::locale::{Language, Locale};
use crate::text::{OutputPath, SourcePath, Url};

/// Everything that a link can lead to.
pub struct LinkMap {
    handbook: Arc<Handbook>,
    routes: Arc<Routes>,
    targets: Arc<Targets>,
    /// Files that would make a page if they, or what they belong to, had no errors.
    withheld: BTreeSet<SourcePath>,
    /// Sound modules, topics and free pages that make no page: drafts, and modules that no topic lists.
    unpublished: BTreeSet<SourcePath>,
    misnamed: Misnamed,
    /// The texts to be taken in by others, by their paths below `content/`.
    snippets: BTreeMap<String, Arc<Document>>,
}

/// What the names of files and of things alone say about links.
#[derive(Debug, Default)]
pub struct Targets {
    /// The page that a source file makes, and its language if the file is a translation.
    pages: FxHashMap<SourcePath, (PageKey, Option<Language>)>,
    /// Pictures and other files beside pages, and files of `static/`.
    files: FxHashSet<SourcePath>,
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
    /// To something that is there under another name, as this message says.
    Misnamed(Box<Diagnostic>),
    /// Nowhere.
    Nowhere,
}

impl Targets {
    /// What can be linked to in a handbook.
    pub fn new(handbook: &Handbook, documents: &[Arc<Document>]) -> Self {
        let languages = &handbook.config.languages;
        let mut targets = Self::default();
        for key in super::routes::keys(handbook) {
            if let Some(path) = source_of(handbook, key).filter(|_| !matches!(key, PageKey::Session(..))) {
                targets.pages.insert(path.clone(), (key, None));
            }
        }
        targets.add_texts(handbook);
        for document in documents {
            targets.add_document(languages, document);
        }
        targets
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
}

impl LinkMap {
    /// The map of a handbook.
    pub fn new(
        handbook: &Arc<Handbook>,
        routes: &Arc<Routes>,
        targets: &Arc<Targets>,
        documents: &[Arc<Document>],
    ) -> Self {
        let snippets = documents.iter().filter(|document| document.file.layout.kind == Kind::Snippet);
        let named = |document: &Arc<Document>| {
            let path = document.file.path().as_str().strip_prefix("content/")?;
            Some((path.to_owned(), Arc::clone(document)))
        };
        let mut map = Self {
            handbook: Arc::clone(handbook),
            routes: Arc::clone(routes),
            targets: Arc::clone(targets),
            withheld: BTreeSet::new(),
            unpublished: BTreeSet::new(),
            misnamed: Misnamed::of(documents),
            snippets: snippets.filter_map(named).collect(),
        };
        map.add_withheld(documents);
        map
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
        let hangs_on_broken = |document: &Document| match (&document.file.layout.kind, &document.content) {
            (Kind::Module { topic, .. }, _) => broken_topics.contains(topic.as_str()),
            (Kind::Cohort(_), Content::Cohort(toml)) => {
                !toml.draft && !self.targets.pages.contains_key(document.file.path())
            }
            _ => false,
        };
        let withheld = documents.iter().filter(|document| is_broken(document) || hangs_on_broken(document));
        let withheld: Vec<&Arc<Document>> = withheld.collect();
        let cohorts: BTreeSet<&str> = withheld
            .iter()
            .filter_map(|document| match &document.file.layout.kind {
                Kind::Cohort(id) => Some(id.as_str()),
                _ => None,
            })
            .collect();
        let texts = documents.iter().filter(|document| match &document.file.layout.kind {
            Kind::SessionText { cohort, .. } => cohorts.contains(cohort.as_str()),
            _ => false,
        });
        for document in texts.chain(withheld) {
            let path = document.file.path();
            self.withheld.insert(SourcePath::new(format!("{}.md", path.as_str().trim_end_matches(".toml"))));
            self.withheld.insert(path.clone());
        }
        let is_module_or_page = |kind: &Kind| matches!(kind, Kind::Module { .. } | Kind::Topic(_) | Kind::Page(_));
        let originals = documents.iter().map(|document| &document.file).filter(|file| file.layout.language.is_none());
        let paths = originals.filter(|file| is_module_or_page(&file.layout.kind)).map(|file| file.path());
        let others = paths.filter(|path| !self.targets.pages.contains_key(*path) && !self.withheld.contains(*path));
        self.unpublished = others.cloned().collect();
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
        let path = path_of(path);
        if path.is_empty() {
            return anchor.map_or(Resolved::Nowhere, Resolved::Here);
        }
        if let Some(absolute) = path.strip_prefix('/') {
            return self.absolute(absolute, anchor);
        }
        let source = named_by(&path, from);
        source.map_or(Resolved::Nowhere, |source| self.source(&source, path.ends_with('/'), language, anchor))
    }

    fn source(&self, source: &SourcePath, is_folder: bool, language: Language, anchor: Option<String>) -> Resolved {
        if self.targets.files.contains(source) {
            return Resolved::File(file_url(source));
        }
        let in_folder = SourcePath::new(format!("{source}/index.md"));
        let page = self.targets.pages.get(source).or_else(|| self.targets.pages.get(&in_folder).filter(|_| is_folder));
        match page {
            Some(&(key, own)) => Resolved::Page(key, own.unwrap_or(language), anchor),
            None => self.missing(source),
        }
    }

    /// What lies at a path that makes no page.
    fn missing(&self, source: &SourcePath) -> Resolved {
        if self.withheld.contains(source) || self.withheld.contains(&original_of(source)) {
            return Resolved::Withheld;
        }
        self.misnamed.at(source).map_or(Resolved::Nowhere, |diagnostic| Resolved::Misnamed(Box::new(diagnostic)))
    }

    fn absolute(&self, path: &str, anchor: Option<String>) -> Resolved {
        let file = SourcePath::new(format!("static/{path}"));
        if self.targets.files.contains(&file) {
            return Resolved::File(file_url(&file));
        }
        let url = OutputPath::new(path).url();
        let folder = Url::new(format!("/{path}/"));
        let address = [url, folder].into_iter().find(|url| self.routes.page_at(&url.output_path()).is_some());
        address.map_or_else(|| self.missing(&self.source_at(path)), |url| Resolved::Address(url, anchor))
    }

    /// The file that would make the page at this address.
    fn source_at(&self, address: &str) -> SourcePath {
        let languages = &self.handbook.config.languages;
        let prefixes = languages.all().map(|language| self.routes.prefix(language)[1..].to_owned());
        let inside = prefixes.filter_map(|prefix| address.strip_prefix(&prefix)).min_by_key(|inside| inside.len());
        let parts: Vec<&str> = inside.unwrap_or(address).split('/').filter(|part| !part.is_empty()).collect();
        SourcePath::new(match parts.as_slice() {
            [folder @ ("programmes" | "cohorts"), id, ..] => format!("content/{folder}/{id}.toml"),
            ["topics", topic] | ["topics", topic, "print"] => format!("content/topics/{topic}/index.md"),
            ["glossary"] => "content/glossary.toml".to_owned(),
            parts => format!("content/{}.md", parts.join("/")),
        })
    }

    /// The page at an address of the site.
    pub fn page_at(&self, url: &Url) -> Option<(PageKey, Language)> {
        let page = &self.routes.pages()[self.routes.page_at(&url.output_path())?];
        Some((page.key, page.language))
    }

    /// The address of a page.
    pub fn url(&self, key: PageKey, language: Language) -> &Url {
        self.routes.url(key, language)
    }

    /// The ids of the parts of a page in a language.
    pub fn anchors(&self, key: PageKey, language: Language) -> BTreeSet<String> {
        let mut ids = own_anchors(&self.handbook, key);
        if let Some(file) = shown_file(&self.handbook, key, language) {
            self.collect_anchors(file.body(), &mut ids, 0);
        }
        ids
    }

    fn collect_anchors(&self, body: Option<&Body>, ids: &mut BTreeSet<String>, depth: usize) {
        let Some(body) = body.filter(|_| depth < MAX_INCLUDES) else { return };
        ids.extend(body.headings.iter().map(|heading| heading.id.clone()));
        if self.handbook.config.markdown.raw_html != RawHtml::Escape {
            ids.extend(body.html_ids.iter().cloned());
        }
        for include in &body.includes {
            let snippet = self.snippet(&include.path);
            self.collect_anchors(snippet.and_then(|snippet| snippet.file.body()), ids, depth + 1);
        }
    }

    /// The page that a file makes, and its language if the file is a translation.
    pub fn page_of(&self, file: &SourcePath) -> Option<(PageKey, Option<Language>)> {
        let page = self.targets.pages.get(file).or_else(|| self.targets.pages.get(&original_of(file)));
        page.copied()
    }

    /// The text to be taken in at this path below `content/`.
    pub fn snippet(&self, path: &str) -> Option<&Document> {
        self.snippets.get(path).map(|document| &**document)
    }

    /// The paths of all texts to be taken in.
    pub fn snippet_paths(&self) -> impl Iterator<Item = &str> {
        self.snippets.keys().map(String::as_str)
    }

    /// Everything but the texts themselves that decides where links lead.
    pub fn world(&self) -> World {
        let handbook = &self.handbook;
        let cohorts = handbook
            .cohorts
            .iter()
            .map(|cohort| cohort.topics.iter().map(|&topic| Arc::clone(&handbook.topics[topic].id)).collect());
        World {
            routes: Arc::clone(&self.routes),
            targets: Arc::clone(&self.targets),
            withheld: self.withheld.clone(),
            unpublished: self.unpublished.clone(),
            misnamed: self.misnamed.clone(),
            own_anchors: cohorts.chain([handbook.glossary.iter().map(|term| Arc::clone(&term.id)).collect()]).collect(),
        }
    }

    /// Whether a link names a sound file that makes no page.
    pub fn is_unpublished(&self, target: &str, from: &SourcePath) -> bool {
        written_source(target, from).is_some_and(|source| self.unpublished.contains(&original_of(&source)))
    }

    /// The file or page with the path most like `target`, as an author writes it in `from`.
    pub fn nearest_source(&self, target: &str, from: &SourcePath) -> Option<String> {
        let source = written_source(target, from)?;
        let all = self.targets.pages.keys().chain(&self.targets.files);
        let mut known: Vec<&SourcePath> = all.filter(|path| **path != source).collect();
        known.sort();
        let near = super::nearest_path::nearest_path(&source, &known).or_else(|| only_namesake(&source, &known));
        let near = near?;
        let in_static = || near.strip_prefix("static").map(str::to_owned);
        near.strip_prefix("content/").map(|rest| format!("@/{rest}")).or_else(in_static)
    }
}

/// The path of a target, without what stands behind `?` and `#`.
fn path_of(target: &str) -> Cow<'_, str> {
    percent_decoded(target.split(['?', '#']).next().unwrap_or(target))
}

/// The file that a path from `from`, or from the top as `@/`, means.
fn named_by(path: &str, from: &SourcePath) -> Option<SourcePath> {
    match path.strip_prefix("@/") {
        Some(rest) => Some(SourcePath::new(format!("content/{rest}"))),
        None => from.join(path),
    }
}

/// The file that a link was probably meant to name; what begins with `/` is of `static/`.
fn written_source(target: &str, from: &SourcePath) -> Option<SourcePath> {
    let path = path_of(target);
    match path.strip_prefix('/') {
        Some(path) => Some(SourcePath::new(format!("static/{path}"))),
        None => named_by(&path, from),
    }
}

/// The only file that is called so, wherever it lies, in capitals or not.
fn only_namesake(source: &SourcePath, known: &[&SourcePath]) -> Option<String> {
    let name = source.file_name().to_lowercase();
    let mut namesakes = known.iter().filter(|path| path.file_name().to_lowercase() == name && name != "index.md");
    let only = namesakes.next()?;
    namesakes.next().is_none().then(|| only.to_string())
}

/// What decides where links lead, besides the texts themselves.
pub struct World {
    routes: Arc<Routes>,
    targets: Arc<Targets>,
    withheld: BTreeSet<SourcePath>,
    unpublished: BTreeSet<SourcePath>,
    misnamed: Misnamed,
    /// The ids that templates give to parts of pages.
    own_anchors: Vec<Vec<Arc<str>>>,
}

impl PartialEq for World {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.routes, &other.routes)
            && Arc::ptr_eq(&self.targets, &other.targets)
            && self.withheld == other.withheld
            && self.unpublished == other.unpublished
            && self.misnamed == other.misnamed
            && self.own_anchors == other.own_anchors
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
        PageKey::Print | PageKey::CohortPrint(_) | PageKey::TopicPrint(_) => return None,
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
pub fn language_for(languages: &Languages, tag: &Locale) -> Option<Language> {
    let mut all = languages.all();
    languages.find(tag.as_str()).or_else(|| all.find(|&language| languages.tag(language).primary() == tag.as_str()))
}

/// Whether a target has a scheme or a host of its own.
pub fn is_external(target: &str) -> bool {
    let scheme = target.split([':', '/', '?', '#']).next().unwrap_or_default();
    // One letter is no scheme but a drive: C:\Users.
    let has_scheme = target[scheme.len()..].starts_with(':')
        && scheme.len() > 1
        && scheme.starts_with(|first: char| first.is_ascii_alphabetic())
        && scheme.chars().all(|letter| letter.is_ascii_alphanumeric() || "+-.".contains(letter));
    has_scheme || target.starts_with("//")
}

fn percent_decoded(text: &str) -> Cow<'_, str> {
    percent_encoding::percent_decode_str(text).decode_utf8_lossy()
}
