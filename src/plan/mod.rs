//! From the handbook to the site: every address, one key each, and the view of a page when it is wanted.
//!
//! [`Plan::new`] decides which pages and files there are and checks everything that needs their addresses: links,
//! anchors, two makers of one file. [`Plan::view`] makes what a template may see of one page.

mod body;
mod builtin;
mod calls;
mod cards;
mod external;
mod feeds;
mod files;
mod glossary;
mod leaks;
mod links;
mod names;
mod nearest_path;
mod pages;
mod photos;
mod pictures;
mod programme_links;
mod routes;
mod side_by_side;
mod targets;
mod texts;

use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

pub use builtin::{BuiltIn, factor as built_in_factor};
pub use external::{ExternalLink, external_links, is_skipped};
pub use files::{Contents, PlannedFile};
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
use crate::paint::Brushes;
use crate::text::{OutputPath, SourcePath, Sources, Url};
use crate::view::{Components, Icon, Page, Site, ThemeOption, View};
use cards::{OwnCards, Painter};
use glossary::Glossary;
use pages::Uses;
use photos::Photos;
use side_by_side::SideBySide;
use targets::{LinkMap, Targets};

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
    options: BTreeMap<String, ThemeOption>,
    icons: Arc<[Icon]>,
    components: Option<Arc<dyn Components>>,
    routes: Arc<Routes>,
    links: LinkMap,
    glossary: Arc<[Glossary]>,
    uses: Uses,
    results: BTreeMap<Id<Cohort>, Vec<FactorResult>>,
    guard: Option<LeakGuard>,
    files: Vec<PlannedFile>,
    own_cards: OwnCards,
    photos: Photos,
    painter: Painter,
    module_texts: SideBySide,
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
    pub documents: &'g Arc<[Arc<Document>]>,
    /// What each language speaks with, in the order of the site's languages.
    pub interfaces: &'g Arc<[Interface]>,
    /// Files of the theme: address from the top of the site, contents.
    pub theme_files: &'g [(OutputPath, Arc<[u8]>)],
    /// The style sheet's address from the top of the site.
    pub stylesheet: &'g str,
    /// What texts may call of the theme; `None` if it cannot be used, which was reported.
    pub components: Option<&'g Arc<dyn Components>>,
    /// The options of the theme.
    pub options: &'g BTreeMap<String, ThemeOption>,
    /// The pictures that stand for the site.
    pub icons: &'g Arc<[Icon]>,
    /// What cards are painted with.
    pub brushes: &'g Brushes,
}

/// What planning remembers from one run to the next, each part together with everything that it was made of.
#[derive(Default)]
pub struct Memory {
    routes: Option<(Arc<Handbook>, Arc<Routes>)>,
    targets: Option<KnownTargets>,
    links: links::Memory,
    glossary: glossary::Memory,
    photos: Photos,
}

/// The targets of links, after the addresses and files that they are made of.
type KnownTargets = (Arc<Routes>, Arc<[Arc<Document>]>, Arc<Targets>);

impl Memory {
    fn routes(&mut self, handbook: &Arc<Handbook>) -> Arc<Routes> {
        let known = self.routes.take().filter(|(before, _)| Routes::are_those_of(before, handbook));
        let routes = known.map_or_else(|| Arc::new(Routes::new(handbook)), |(_, routes)| routes);
        Arc::clone(&self.routes.insert((Arc::clone(handbook), routes)).1)
    }

    fn targets(&mut self, handbook: &Handbook, routes: &Arc<Routes>, documents: &Arc<[Arc<Document>]>) -> Arc<Targets> {
        let has_same_paths = |before: &[Arc<Document>]| {
            let mut pairs = before.iter().zip(&**documents);
            before.len() == documents.len()
                && pairs.all(|(one, other)| Arc::ptr_eq(one, other) || one.file.layout == other.file.layout)
        };
        let known = self.targets.take();
        let known = known.filter(|(of, before, _)| Arc::ptr_eq(of, routes) && has_same_paths(before));
        let targets = known.map_or_else(|| Arc::new(Targets::new(handbook, documents)), |(_, _, targets)| targets);
        Arc::clone(&self.targets.insert((Arc::clone(routes), Arc::clone(documents), targets)).2)
    }

    fn photos(&mut self, documents: &[Arc<Document>]) -> Photos {
        self.photos = Photos::of(documents, &self.photos);
        self.photos.clone()
    }
}

impl Plan {
    /// Plans the site and reports what only its addresses show to be wrong, but for what stands in texts:
    /// [`check_texts`](Self::check_texts). What `memory` holds makes it faster and changes nothing else.
    pub fn new(report: &mut Report, memory: &mut Memory, handbook: &Arc<Handbook>, given: Given<'_>) -> Self {
        texts::check(report, given.interfaces);
        let routes = memory.routes(handbook);
        let targets = memory.targets(handbook, &routes, given.documents);
        let links = LinkMap::new(handbook, &routes, &targets, given.documents);
        let mut files = files::plan(report, handbook, &routes, &links, &given);
        let (cards, own_cards) = cards::plan(handbook, &routes, &files);
        files.extend(cards);
        report_duplicates(report, handbook, &routes, &files);
        feeds::report_shared_names(report, handbook);
        let glossary = memory.glossary.glossaries(handbook);
        Self {
            handbook: Arc::clone(handbook),
            sources: Arc::clone(given.sources),
            interfaces: Arc::clone(given.interfaces),
            stylesheet: given.stylesheet.to_owned(),
            options: given.options.clone(),
            icons: Arc::clone(given.icons),
            components: given.components.cloned(),
            uses: Uses::of(handbook),
            results: handbook.cohorts.ids().map(|id| (id, checks::evaluate(handbook, id))).collect(),
            guard: LeakGuard::new(report, handbook, &given),
            routes,
            links,
            glossary,
            files,
            own_cards,
            photos: memory.photos(given.documents),
            painter: Painter::new(given.brushes),
            module_texts: SideBySide::default(),
        }
    }

    /// Reports what is wrong with links, pictures and calls in texts, and terms that no text uses.
    ///
    /// It needs every text, which no single page does: somebody who waits for a page need not wait for this.
    pub fn check_texts(&self, report: &mut Report, memory: &mut Memory, given: &Given<'_>) {
        let Given { documents, components, .. } = *given;
        links::check(report, &mut memory.links, &self.handbook, &self.links, documents, components);
        memory.glossary.report_unused(report, &self.handbook, given.documents);
    }

    /// Reports what is wrong with links and pictures in texts of a handbook that cannot be planned.
    pub fn check_links(report: &mut Report, handbook: &Arc<Handbook>, documents: &Arc<[Arc<Document>]>) {
        let mut memory = Memory::default();
        let routes = memory.routes(handbook);
        let targets = memory.targets(handbook, &routes, documents);
        let map = LinkMap::new(handbook, &routes, &targets, documents);
        links::check(report, &mut memory.links, handbook, &map, documents, None);
    }

    /// All pages, in the order of their addresses within each language.
    #[must_use]
    pub fn pages(&self) -> &[PlannedPage] {
        self.routes.pages()
    }

    /// The position of the page that is written into a file, if one is.
    #[must_use]
    pub fn page_at(&self, file: &OutputPath) -> Option<usize> {
        self.routes.page_at(file)
    }

    /// What a file that is no page holds.
    #[must_use]
    pub fn contents(&self, file: &PlannedFile) -> Arc<[u8]> {
        match &file.contents {
            Contents::Ready(bytes) => Arc::clone(bytes),
            Contents::Feed(feed) => {
                feeds::write(&self.handbook, &self.routes, &self.interfaces, feed).into_bytes().into()
            }
            Contents::Photo(photo, position) => photo.version(*position),
            Contents::Card(key, language) => self.painter.paint(&pages::Writer::new(self, *language).card(*key)).into(),
        }
    }

    /// All files that are no pages of the theme, but for photographs.
    #[must_use]
    pub fn files(&self) -> &[PlannedFile] {
        &self.files
    }

    /// The photographs in smaller versions that a finished page names.
    pub fn photos_of<'p>(&'p self, html: &'p [u8]) -> impl Iterator<Item = &'p PlannedFile> {
        self.photos.named_in(html)
    }

    /// The file at this path that is no page of the theme, if there is one or could be one.
    #[must_use]
    pub fn file_at(&self, path: &OutputPath) -> Option<&PlannedFile> {
        self.files.iter().find(|file| file.path == *path).or_else(|| self.photos.get(path))
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

    /// The path that the public address ends with: `/` unless the site lies in a folder of its host.
    #[must_use]
    pub fn base_path(&self) -> &str {
        self.handbook.config.base_path()
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

/// Two makers of one output file are an error that names both (model.md §2).
fn report_duplicates(report: &mut Report, handbook: &Handbook, routes: &Routes, files: &[PlannedFile]) {
    let of_page = |position: usize| {
        let page = &routes.pages()[position];
        (page.url.output_path(), Maker::page(handbook, page))
    };
    for &(first, second) in routes.doubles() {
        // What two pages have in common, they have in every language.
        if routes.pages()[second].language == handbook.config.languages.default() {
            report.add(made_twice(handbook, of_page(first), of_page(second)));
        }
    }
    let mut makers: HashMap<String, &PlannedFile> = HashMap::new();
    for file in files {
        let first = match routes.page_like(&file.path) {
            Some(position) => of_page(position),
            // Many file systems take "Logo.png" and "logo.png" for one file.
            None => match makers.entry(file.path.as_str().to_lowercase()) {
                Entry::Vacant(free) => {
                    free.insert(file);
                    continue;
                }
                Entry::Occupied(taken) => (taken.get().path.clone(), Maker::file(taken.get())),
            },
        };
        report.add(made_twice(handbook, first, (file.path.clone(), Maker::file(file))));
    }
}

fn made_twice(handbook: &Handbook, first: (OutputPath, Maker), second: (OutputPath, Maker)) -> Diagnostic {
    let ((other, first), (path, second)) = (first, second);
    let message = if other == path {
        format!("{path} is made twice: by {} and by {}", first.name, second.name)
    } else {
        format!("{other} and {path} differ only in capital letters: by {} and by {}", first.name, second.name)
    };
    let place = second.place.clone().or_else(|| first.place.clone());
    Diagnostic::new(Code::DuplicateOutput, message, place.unwrap_or_else(|| handbook.config.file.top()))
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

    fn file(file: &PlannedFile) -> Self {
        Self { name: file.maker.clone(), place: file.place.clone() }
    }
}
