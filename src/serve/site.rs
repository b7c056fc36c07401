//! A site that is rendered page by page, when somebody asks for one.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use crate::diagnostics::{Diagnostic, Report};
use crate::pipeline::{Loaded, Pipeline, Ready, TextChecks};
use crate::text::{OutputPath, Url};

/// The site of one state of the handbook.
///
/// What it answers is byte for byte what a build writes: both go through the same function. Pages are kept once they
/// are rendered, so that a site that nobody looks at costs nothing.
pub struct Site {
    ready: Ready,
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
        Some(Self { ready, rendered: Mutex::default() })
    }

    /// What the address `path` leads to; it starts with a slash and is percent-decoded.
    #[must_use]
    pub fn find(&self, path: &str) -> Found {
        let path = self.below_base(path);
        let output = Url::new(path).output_path();
        if let Some(found) = self.file(&output) {
            return found;
        }
        if !path.ends_with('/') && self.has(&Url::new(format!("{path}/")).output_path()) {
            return Found::Folder;
        }
        let missing = Url::new(format!("{}404.html", self.prefix_of(path))).output_path();
        match self.file(&missing) {
            Some(Found::File(_, bytes)) => Found::Nothing(Some(bytes)),
            _ => Found::Nothing(None),
        }
    }

    /// Looks at all pages as `check` does, as long as `goes_on` says so; `None` if it did not come to the end.
    pub fn inspect(&self, goes_on: impl Fn() -> bool + Sync) -> Option<Report> {
        let mut report = Report::new();
        self.ready.inspect(&mut report, goes_on).then_some(report)
    }

    /// The address of the style sheet from the top of the site.
    #[must_use]
    pub fn stylesheet(&self) -> &str {
        self.ready.plan.stylesheet()
    }

    /// The path that the public address of the site ends with, such as `/handbook/`; mostly `/`.
    #[must_use]
    pub fn base_path(&self) -> &str {
        self.ready.plan.base_path()
    }

    /// A site with a public address below a folder is found there as well as at the top.
    fn below_base<'p>(&self, path: &'p str) -> &'p str {
        let base = self.base_path().trim_end_matches('/');
        path.strip_prefix(base).filter(|rest| rest.starts_with('/')).unwrap_or(path)
    }

    fn file(&self, output: &OutputPath) -> Option<Found> {
        if let Some(index) = self.page_index(output) {
            return Some(match self.page(index) {
                Ok(bytes) => Found::File(output.clone(), bytes),
                Err(diagnostic) => Found::Broken(diagnostic),
            });
        }
        let file = self.ready.plan.files().iter().find(|file| file.path == *output)?;
        Some(Found::File(output.clone(), self.ready.plan.contents(file)))
    }

    fn has(&self, output: &OutputPath) -> bool {
        self.page_index(output).is_some() || self.ready.plan.files().iter().any(|file| file.path == *output)
    }

    fn page_index(&self, output: &OutputPath) -> Option<usize> {
        self.ready.plan.page_at(output)
    }

    fn page(&self, index: usize) -> Page {
        let remembered = self.rendered.lock().unwrap_or_else(PoisonError::into_inner).get(&index).cloned();
        if let Some(page) = remembered {
            return page;
        }
        let page = self.ready.page(index).map(|html| Arc::from(html.into_bytes()));
        self.rendered.lock().unwrap_or_else(PoisonError::into_inner).insert(index, page.clone());
        page
    }

    /// What stands in front of the addresses of the language that `path` begins with.
    fn prefix_of(&self, path: &str) -> String {
        let prefixes = self.ready.plan.language_prefixes();
        let longest = prefixes.into_iter().filter(|prefix| path.starts_with(prefix.as_str())).max_by_key(String::len);
        longest.unwrap_or_else(|| "/".to_owned())
    }
}
