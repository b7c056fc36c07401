//! A site that is rendered page by page, when somebody asks for one.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use crate::diagnostics::{Diagnostic, Report};
use crate::pipeline::{Finding, Loaded, Pipeline, Ready, Suspects, TextChecks};
use crate::text::{OutputPath, Url};

/// The site of one state of the handbook.
///
/// What it answers is byte for byte what a build writes: both go through the same function. Pages are kept once they
/// are rendered, so that a site that nobody looks at costs nothing.
pub struct Site {
    ready: Ready,
    stylesheets: BTreeMap<String, String>,
    rendered: Mutex<BTreeMap<usize, Page>>,
}

/// A page, or what is wrong with its template.
type Page = Result<Arc<[u8]>, Box<Diagnostic>>;

/// What an address leads to.
#[derive(Debug, Clone)]
pub enum Found {
    /// A file, with the path that says which kind it is.
    File(OutputPath, Arc<[u8]>),
    /// A folder: its address has a slash at its end.
    Folder,
    /// Nothing; the page that says so, if the site has one.
    Nothing(Option<Arc<[u8]>>),
    /// A page whose template does not work.
    Broken(Box<Diagnostic>),
}

impl Site {
    /// The site of a handbook; `None` if there is nothing that could be shown.
    #[must_use]
    pub fn new(pipeline: &mut Pipeline, loaded: &Loaded, report: &mut Report, texts: TextChecks) -> Option<Self> {
        let ready = pipeline.make_ready(loaded, report, texts)?;
        let is_sheet = |(name, _): &(&String, &String)| name.ends_with(".css");
        let sheets = loaded.theme.assets.iter().filter(is_sheet);
        let stylesheets = sheets.map(|(name, address)| (name.clone(), address.clone())).collect();
        Some(Self { ready, stylesheets, rendered: Mutex::default() })
    }

    /// What the address `path` leads to; it starts with a slash and is percent-decoded.
    #[must_use]
    pub fn find(&self, path: &str) -> Found {
        if let Some(found) = self.output_of(path).and_then(|output| self.file(&output)) {
            return found;
        }
        if self.inner(path).is_empty() || (!path.ends_with('/') && self.output_of(&format!("{path}/")).is_some()) {
            return Found::Folder;
        }
        match self.file(&self.missing(path)) {
            Some(Found::File(_, bytes)) => Found::Nothing(Some(bytes)),
            _ => Found::Nothing(None),
        }
    }

    /// Looks at all pages as `check` does, as long as `goes_on` says so; `None` if it did not come to the end.
    pub fn inspect(&self, report: &mut Report, goes_on: impl Fn() -> bool + Sync) -> Option<Suspects> {
        self.ready.inspect(report, goes_on)
    }

    /// Looks in the same way at what these addresses show, and at these files.
    pub fn look_at(&self, pages: &[String], files: &Suspects, report: &mut Report) {
        let shown = pages.iter().map(|page| self.output_of(page).unwrap_or_else(|| self.missing(page)));
        let all: Suspects = shown.chain(files.iter().cloned()).collect();
        let finding = |path: &OutputPath| match (self.page_index(path), self.file(path)) {
            (Some(index), _) => Some(Finding::of_page(&self.ready.plan, path, &self.page(index))),
            (None, Some(Found::File(_, contents))) => Some(Finding::of_file(&self.ready.plan, path, &contents)),
            _ => None,
        };
        Finding::report(all.iter().filter_map(finding).collect(), &self.ready.plan, report);
    }

    /// The style sheets of the theme: name → address from the top of the site.
    #[must_use]
    pub fn stylesheets(&self) -> &BTreeMap<String, String> {
        &self.stylesheets
    }

    /// The path that the public address of the site ends with, such as `/handbook/`; mostly `/`.
    #[must_use]
    pub fn base_path(&self) -> &str {
        self.ready.plan.base_path()
    }

    /// The file that an address shows, if there is one. A site with a public address below a folder is found there as
    /// well as at the top.
    fn output_of(&self, path: &str) -> Option<OutputPath> {
        let paths = [self.inner(path), path].into_iter().filter(|path| path.starts_with('/'));
        paths.map(|path| Url::new(path).output_path()).find(|output| self.has(output))
    }

    /// An address without the path of the public address.
    fn inner<'p>(&self, path: &'p str) -> &'p str {
        let inner = path.strip_prefix(self.base_path().trim_end_matches('/'));
        inner.filter(|inner| inner.is_empty() || inner.starts_with('/')).unwrap_or(path)
    }

    /// The page that is shown where there is none, in the language of the address.
    fn missing(&self, path: &str) -> OutputPath {
        let prefixes = self.ready.plan.language_prefixes().into_iter();
        let own = prefixes.filter(|prefix| self.inner(path).starts_with(prefix.as_str())).max_by_key(String::len);
        Url::new(format!("{}404.html", own.as_deref().unwrap_or("/"))).output_path()
    }

    fn file(&self, output: &OutputPath) -> Option<Found> {
        if let Some(index) = self.page_index(output) {
            return Some(match self.page(index) {
                Ok(bytes) => Found::File(output.clone(), bytes),
                Err(diagnostic) => Found::Broken(diagnostic),
            });
        }
        let file = self.ready.plan.file_at(output)?;
        Some(Found::File(output.clone(), self.ready.plan.contents(file)))
    }

    fn has(&self, output: &OutputPath) -> bool {
        self.page_index(output).is_some() || self.ready.plan.file_at(output).is_some()
    }

    fn page_index(&self, output: &OutputPath) -> Option<usize> {
        self.ready.plan.page_at(output)
    }

    fn page(&self, index: usize) -> Page {
        let remembered = self.rendered.lock().unwrap_or_else(PoisonError::into_inner).get(&index).cloned();
        if let Some(page) = remembered {
            return page;
        }
        let page = self.ready.page(index).map(Arc::from);
        self.rendered.lock().unwrap_or_else(PoisonError::into_inner).insert(index, page.clone());
        page
    }
}
