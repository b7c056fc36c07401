//! From the handbook to the site: every address, one key each, and the view of a page when it is wanted.
//!
//! [`Plan::new`] decides which pages and files there are and checks everything that needs their addresses: links,
//! anchors, two makers of one file. [`Plan::view`] makes what a template may see of one page.

mod body;
mod builtin;
mod external;
mod feeds;
mod files;
mod glossary;
mod leaks;
mod links;
mod names;
mod nearest_path;
mod pages;
mod programme_links;
mod routes;
mod texts;

use std::collections::BTreeMap;
use std::sync::Arc;

pub use builtin::{BuiltIn, factor as built_in_factor};
pub use external::{ExternalLink, external_links, is_skipped};
pub use files::PlannedFile;
pub use leaks::{Leak, LeakGuard};
pub use names::{Side, person_label};
pub use pages::{lead_word, row_kind_word, template_kind_word};
pub use routes::{PageKey, Routes};

use crate::diagnostics::{Code, Diagnostic, Place, Report};
use crate::document::Document;
use crate::handbook::checks::{self, FactorResult};
use crate::handbook::cohort::Cohort;
use crate::handbook::{Handbook, Id};
use crate::locale::{Formats, Language, Texts};
use crate::text::{OutputPath, SourcePath, Sources, Url};
use crate::view::{Page, Site, View};
use glossary::Glossary;
use links::LinkMap;
use pages::Uses;

/// What a language of the site speaks with: its interface texts, dates and numbers.
pub struct Interface {
    /// The texts that no author wrote.
    pub texts: Arc<Texts>,
    /// Dates, times and numbers.
    pub formats: Arc<Formats>,
    /// The language in its own words, for the switch.
    pub name: String,
}

/// Everything that the site consists of.
pub struct Plan {
    handbook: Arc<Handbook>,
    sources: Arc<Sources>,
    interfaces: Arc<[Interface]>,
    stylesheet: String,
    routes: Routes,
    links: LinkMap,
    glossary: Vec<Glossary>,
    uses: Uses,
    results: BTreeMap<Id<Cohort>, Vec<FactorResult>>,
    guard: Option<LeakGuard>,
    pages: Vec<PlannedPage>,
    files: Vec<PlannedFile>,
}

/// One page of the site in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlannedPage {
    /// What it shows.
    pub key: PageKey,
    /// In which language.
    pub language: Language,
    /// Its address.
    pub url: Url,
}

/// What planning needs besides the handbook.
#[derive(Clone, Copy)]
pub struct Given<'g> {
    /// Everything that was read.
    pub sources: &'g Arc<Sources>,
    /// The files, read one by one.
    pub documents: &'g [Arc<Document>],
    /// What each language speaks with, in the order of the site's languages.
    pub interfaces: &'g Arc<[Interface]>,
    /// Files of the theme: address from the top of the site, contents.
    pub theme_files: &'g [(OutputPath, Arc<[u8]>)],
    /// The style sheet's address from the top of the site.
    pub stylesheet: &'g str,
}

impl Plan {
    /// Plans the site and reports what only its addresses show to be wrong.
    pub fn new(report: &mut Report, handbook: &Arc<Handbook>, given: Given<'_>) -> Self {
        texts::check(report, given.interfaces);
        let routes = Routes::new(handbook);
        let pages = planned_pages(handbook, &routes);
        let links = LinkMap::new(handbook, &routes, given.documents, &pages);
        links::check(report, handbook, &links, given.documents);
        let files = files::plan(report, handbook, &routes, &links, &given, &pages);
        report_duplicates(report, handbook, &pages, &files);
        let glossary = glossary::for_languages(handbook);
        glossary::report_unused(report, handbook, &glossary, given.documents);
        Self {
            handbook: Arc::clone(handbook),
            sources: Arc::clone(given.sources),
            interfaces: Arc::clone(given.interfaces),
            stylesheet: given.stylesheet.to_owned(),
            uses: Uses::of(handbook),
            results: handbook.cohorts.ids().map(|id| (id, checks::evaluate(handbook, id))).collect(),
            guard: LeakGuard::new(report, handbook, &given),
            routes,
            links,
            glossary,
            pages,
            files,
        }
    }

    /// All pages, in the order of their addresses within each language.
    #[must_use]
    pub fn pages(&self) -> &[PlannedPage] {
        &self.pages
    }

    /// All files that are no pages of the theme.
    #[must_use]
    pub fn files(&self) -> &[PlannedFile] {
        &self.files
    }

    /// What all pages of a language have in common.
    #[must_use]
    pub fn site(&self, language: Language) -> Site {
        pages::Writer::new(self, language).site()
    }

    /// What every page has, and what this one shows.
    #[must_use]
    pub fn view(&self, planned: &PlannedPage) -> (Page, View) {
        pages::Writer::new(self, planned.language).view(planned)
    }

    /// The address of the style sheet from the top of the site.
    #[must_use]
    pub fn stylesheet(&self) -> &str {
        &self.stylesheet
    }

    /// The path that the public address ends with: `/` unless the site lies in a folder of its host.
    #[must_use]
    pub fn base_path(&self) -> &str {
        let base = self.handbook.config.base_url.as_deref().unwrap_or("/");
        base.split_once("://").map_or(base, |(_, rest)| rest.find('/').map_or("/", |at| &rest[at..]))
    }

    /// What stands in front of all addresses of each language: `/`, `/en/`.
    #[must_use]
    pub fn language_prefixes(&self) -> Vec<String> {
        self.handbook.config.languages.all().map(|language| self.routes.prefix(language).to_owned()).collect()
    }

    /// The people whose names stand in a finished file of the site although they are not to be shown by name.
    #[must_use]
    pub fn leaks(&self, path: &OutputPath, contents: &[u8]) -> Vec<Leak> {
        self.guard.as_ref().map_or_else(Vec::new, |guard| guard.look(path, contents))
    }

    /// Reports where the names were written that were found in finished files (model.md §17.4).
    pub fn report_leaks(&self, report: &mut Report, leaks: Vec<Leak>) {
        if let Some(guard) = &self.guard {
            guard.report(report, &self.sources, leaks);
        }
    }

    /// How a cohort stands with each factor, in the words of a language: for whoever runs the programme, so with
    /// results that are not published.
    #[must_use]
    pub fn factor_results(&self, cohort: Id<Cohort>, language: Language) -> Vec<crate::view::FactorResult> {
        pages::Writer::new(self, language).all_factor_results(cohort)
    }

    /// What the results of [`factor_results`](Self::factor_results) rest on: check → sentences. They name pairs and
    /// may say how far apart two people are, so they are for a terminal and private reports only (model.md §17.2).
    #[must_use]
    pub fn result_details(&self, cohort: Id<Cohort>, language: Language) -> BTreeMap<&'static str, Vec<String>> {
        pages::Writer::new(self, language).details(cohort)
    }

    fn interface(&self, language: Language) -> &Interface {
        &self.interfaces[language.index()]
    }
}

fn planned_pages(handbook: &Handbook, routes: &Routes) -> Vec<PlannedPage> {
    let keys = routes::keys(handbook);
    let languages = handbook.config.languages.all();
    languages
        .flat_map(|language| {
            keys.iter()
                .map(move |&key| PlannedPage { key, language, url: routes.url(key, language) })
                .collect::<Vec<_>>()
        })
        .collect()
}

/// Two makers of one output file are an error that names both (model.md §2).
fn report_duplicates(report: &mut Report, handbook: &Handbook, pages: &[PlannedPage], files: &[PlannedFile]) {
    let mut makers: BTreeMap<String, (OutputPath, Maker)> = BTreeMap::new();
    for page in pages {
        let path = page.url.output_path();
        makers.entry(path.as_str().to_lowercase()).or_insert_with(|| (path, Maker::page(handbook, page)));
    }
    for file in files {
        let maker = Maker { name: file.maker.clone(), place: file.place.clone() };
        let path = &file.path;
        // Many file systems take "Logo.png" and "logo.png" for one file.
        let Some((other, first)) = makers.get(&path.as_str().to_lowercase()) else {
            makers.insert(path.as_str().to_lowercase(), (path.clone(), maker));
            continue;
        };
        let message = if other == path {
            format!("{path} is made twice: by {} and by {}", first.name, maker.name)
        } else {
            format!("{other} and {path} differ only in capital letters: by {} and by {}", first.name, maker.name)
        };
        let place = maker.place.or_else(|| first.place.clone());
        let place = place.unwrap_or_else(|| handbook.config.file.top());
        report.add(Diagnostic::new(Code::DuplicateOutput, message, place));
    }
}

struct Maker {
    name: String,
    place: Option<Place>,
}

impl Maker {
    fn page(handbook: &Handbook, page: &PlannedPage) -> Self {
        let source = routes::source_of(handbook, page.key);
        let name = source.map_or_else(|| "the program itself".to_owned(), SourcePath::to_string);
        Self { name, place: source.map(Place::top) }
    }
}
