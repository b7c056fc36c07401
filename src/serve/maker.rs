//! From the sources to the site that is shown, also while something in them is broken.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::site::Site;
use crate::diagnostics::{Diagnostic, Report, Severity};
use crate::pipeline::{Loaded, Pipeline, Settings, TextChecks};
use crate::text::{SourcePath, Sources};

/// Makes the site anew for every state of the sources.
#[derive(Default)]
pub struct Maker {
    pipeline: Pipeline,
    /// The sources of the last site without an error.
    good: Option<Arc<Sources>>,
}

/// What one state of the sources makes.
pub struct Made {
    /// The site to be shown; `None` if the one before stays.
    pub site: Option<Arc<Site>>,
    /// The handbook as it was read.
    pub loaded: Loaded,
    /// Whether the sources have no error.
    is_good: bool,
    /// The site of the sources as they are, with all their mistakes.
    actual: Option<Arc<Site>>,
    report: Report,
}

impl Made {
    /// What is wrong with the sources.
    #[must_use]
    pub fn diagnostics(&self) -> Vec<Diagnostic> {
        self.report.finish(&self.loaded.levels, &self.loaded.sources)
    }

    /// Finds what only shows when every page is made, as long as `goes_on` says so; `false` if it is not known.
    ///
    /// Nobody who works on one page waits for that.
    pub fn inspect(&mut self, goes_on: impl Fn() -> bool + Sync) -> bool {
        let Some(site) = &self.actual else { return true };
        let Some(found) = site.inspect(goes_on) else { return false };
        self.report.extend(found.diagnostics().iter().cloned());
        true
    }
}

impl Maker {
    /// The site of these sources; `found` are the messages about files that could not be read.
    ///
    /// With an error somewhere, the broken files are shown as they were when they last made sense, or left out if
    /// they never did: one broken cohort does not stop the work on other pages.
    pub fn make(&mut self, sources: Sources, found: &Report, settings: &Settings) -> Made {
        let made = self.run(sources, found, settings, TextChecks::Done);
        if made.is_good {
            return made;
        }
        let diagnostics = made.diagnostics();
        let stand_in = self.without_broken_files(&made.loaded.sources, &diagnostics);
        let sound = self.run(stand_in, &Report::new(), settings, TextChecks::Done);
        if sound.is_good {
            return Made { site: sound.site, ..made };
        }
        let is_first = self.good.is_none();
        Made { site: made.actual.clone().filter(|_| is_first), ..made }
    }

    /// The site of these sources for a first glance: as [`make`](Self::make) shows it while no site was good before,
    /// without what is wrong in texts.
    pub fn glance(&mut self, sources: Sources, found: &Report, settings: &Settings) -> Made {
        self.run(sources, found, settings, TextChecks::PutOff)
    }

    /// Takes note that this is what is shown now: the last good site, if it has no error.
    pub fn accept(&mut self, made: &Made) {
        if made.is_good {
            self.good = Some(Arc::clone(&made.loaded.sources));
        }
    }

    fn run(&mut self, sources: Sources, found: &Report, settings: &Settings, texts: TextChecks) -> Made {
        let mut loaded = self.pipeline.load(sources, settings);
        let mut report = std::mem::take(&mut loaded.report);
        report.extend(found.diagnostics().iter().cloned());
        let site = Site::new(&mut self.pipeline, &loaded, &mut report, texts).map(Arc::new);
        let is_good = !report.has_errors(&loaded.levels);
        Made { site: site.clone(), loaded, is_good, actual: site, report }
    }

    /// The sources with every file that has an error as it was in the last good site.
    fn without_broken_files(&self, sources: &Sources, diagnostics: &[Diagnostic]) -> Sources {
        let errors = diagnostics.iter().filter(|one| one.severity == Severity::Error);
        let broken: BTreeSet<&SourcePath> = errors.map(|one| &one.place.path).collect();
        let mut sound = sources.clone();
        for path in broken {
            match self.good.as_ref().and_then(|good| good.get(path)) {
                Some(source) => sound.insert(path.clone(), Arc::clone(source)),
                None => sound.remove(path),
            };
        }
        sound
    }
}
