//! From the sources to the site that is shown, also while something in them is broken.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::site::Site;
use crate::diagnostics::{Diagnostic, Report, Severity};
use crate::pipeline::{Loaded, Pipeline, Settings};
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
    /// What is wrong with the sources.
    pub diagnostics: Vec<Diagnostic>,
    /// The handbook as it was read.
    pub loaded: Loaded,
}

impl Maker {
    /// The site of these sources; `found` are the messages about files that could not be read.
    ///
    /// With an error somewhere, the broken files are shown as they were when they last made sense, or left out if
    /// they never did: one broken cohort does not stop the work on other pages.
    pub fn make(&mut self, sources: Sources, found: &Report, settings: &Settings) -> Made {
        let (site, diagnostics, loaded) = self.run(sources, found, settings);
        if !has_errors(&diagnostics) {
            self.good = Some(Arc::clone(&loaded.sources));
            return Made { site, diagnostics, loaded };
        }
        let stand_in = self.without_broken_files(&loaded.sources, &diagnostics);
        let (sound, remaining, _) = self.run(stand_in, &Report::new(), settings);
        let is_first = self.good.is_none();
        let site = if has_errors(&remaining) { site.filter(|_| is_first) } else { sound };
        Made { site, diagnostics, loaded }
    }

    fn run(
        &mut self,
        sources: Sources,
        found: &Report,
        settings: &Settings,
    ) -> (Option<Arc<Site>>, Vec<Diagnostic>, Loaded) {
        let mut loaded = self.pipeline.load(sources, settings);
        let mut report = std::mem::take(&mut loaded.report);
        report.extend(found.diagnostics().iter().cloned());
        let site = Site::new(&mut self.pipeline, &loaded, &mut report).map(Arc::new);
        let diagnostics = report.finish(&loaded.levels, &loaded.sources);
        (site, diagnostics, loaded)
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

fn has_errors(diagnostics: &[Diagnostic]) -> bool {
    diagnostics.iter().any(|one| one.severity == Severity::Error)
}
