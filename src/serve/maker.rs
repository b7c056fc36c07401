//! From the sources to the site that is shown, also while something in them is broken.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::site::Site;
use crate::diagnostics::{Diagnostic, Report, Severity};
use crate::pipeline::{Loaded, Pipeline, Settings, Suspects, TextChecks};
use crate::text::{SourcePath, Sources, changed};

/// Makes the site anew for every state of the sources.
#[derive(Default)]
pub struct Maker {
    pipeline: Pipeline,
    /// The sources of the site that was shown last without an error that anybody knew of.
    good: Option<Arc<Sources>>,
    /// Those of the one before.
    before: Option<Arc<Sources>>,
    /// The sources that were there last, with all their mistakes.
    last: Arc<Sources>,
    /// The sources of the last site without an error of which every page was looked at.
    sure: Option<Arc<Sources>>,
    /// Where only a look at every page has found something: it is looked at again at once.
    suspects: Suspects,
}

/// What one state of the sources makes.
pub struct Made {
    /// The site to be shown; `None` if the one before stays.
    pub site: Option<Arc<Site>>,
    /// The handbook as it was read.
    pub loaded: Loaded,
    /// The sources of `site`, if they have no error.
    good: Option<Arc<Sources>>,
    /// The site of the sources as they are, with all their mistakes.
    actual: Option<Arc<Site>>,
    /// What is wrong with the sources.
    report: Report,
    /// What is wrong with finished pages, as far as they were looked at.
    late: Report,
    suspects: Suspects,
}

impl Made {
    /// What is wrong with the sources.
    #[must_use]
    pub fn diagnostics(&self) -> Vec<Diagnostic> {
        let mut report = self.report.clone();
        report.extend(self.late.diagnostics().iter().cloned());
        report.finish(&self.loaded.levels, &self.loaded.sources)
    }

    /// Finds what only shows when every page is made, as long as `goes_on` says so; `false` if it is not known.
    ///
    /// Nobody who works on one page waits for that.
    pub fn inspect(&mut self, goes_on: impl Fn() -> bool + Sync) -> bool {
        let Some(site) = &self.actual else { return true };
        let mut late = Report::new();
        let Some(suspects) = site.inspect(&mut late, goes_on) else { return false };
        (self.late, self.suspects) = (late, suspects);
        true
    }

    fn has_errors(&self) -> bool {
        self.report.has_errors(&self.loaded.levels) || self.late.has_errors(&self.loaded.levels)
    }
}

impl Maker {
    /// The site of these sources; `found` are the messages about files that could not be read. The pages that are
    /// `open` are made at once, so that nobody waits for them once the site is shown.
    ///
    /// With an error somewhere, the broken files are shown as they were when they last made sense, or left out if
    /// they never did: one broken cohort does not stop the work on other pages.
    pub fn make(&mut self, sources: Sources, found: &Report, settings: &Settings, open: &[String]) -> Made {
        let mut made = self.run(sources, found, settings, TextChecks::Done, open);
        if let Some(good) = self.good.clone().filter(|_| made.has_errors()) {
            let held_back = changed(&good, &self.last);
            self.stand_in(&mut made, &good, held_back, settings, open);
        }
        made
    }

    /// The site of these sources for a first glance: as [`make`](Self::make) shows it while no site was good before,
    /// without what is wrong in texts.
    pub fn glance(&mut self, sources: Sources, found: &Report, settings: &Settings) -> Made {
        self.run(sources, found, settings, TextChecks::PutOff, &[])
    }

    /// Takes note that this is what is shown now.
    pub fn accept(&mut self, made: &Made) {
        self.last = Arc::clone(&made.loaded.sources);
        if made.good.is_some() {
            self.before = std::mem::replace(&mut self.good, made.good.clone());
        }
    }

    /// Takes note of what [was found](Made::inspect) on the pages of what is shown. With an error that nobody knew of
    /// before, another site is to be shown, in which it is not.
    pub fn settle(&mut self, made: &mut Made, settings: &Settings, open: &[String]) {
        let is_known = made.suspects == self.suspects;
        self.suspects.clone_from(&made.suspects);
        made.site = None;
        if !made.has_errors() {
            self.sure = Some(Arc::clone(&made.loaded.sources));
        } else if made.late.has_errors(&made.loaded.levels) && !is_known {
            self.good = None;
            for earlier in [self.before.clone(), self.sure.clone()].into_iter().flatten() {
                let since = changed(&earlier, &self.last);
                self.stand_in(made, &earlier, since, settings, open);
                if made.site.is_some() {
                    break;
                }
            }
            self.accept(made);
        }
    }

    fn run(
        &mut self,
        sources: Sources,
        found: &Report,
        settings: &Settings,
        texts: TextChecks,
        open: &[String],
    ) -> Made {
        let mut loaded = self.pipeline.load(sources, settings);
        let mut report = std::mem::take(&mut loaded.report);
        report.extend(found.diagnostics().iter().cloned());
        let actual = Site::new(&mut self.pipeline, &loaded, &mut report, texts).map(Arc::new);
        let (mut late, suspects) = (Report::new(), self.suspects.clone());
        if let Some(site) = &actual {
            site.look_at(open, &suspects, &mut late);
        }
        let mut made = Made { site: actual.clone(), loaded, good: None, actual, report, late, suspects };
        made.good = (!made.has_errors()).then(|| Arc::clone(&made.loaded.sources));
        made
    }

    /// Shows, in the place of broken files, what they were in `good`. Where that does not help, because what is wrong
    /// in one file follows from a change in another, the files that are `held_back` are those of `good` too.
    fn stand_in(
        &mut self,
        made: &mut Made,
        good: &Sources,
        held_back: Vec<SourcePath>,
        settings: &Settings,
        open: &[String],
    ) {
        (made.site, made.good) = (None, None);
        let errors = made.diagnostics().into_iter().filter(|one| one.severity == Severity::Error);
        let broken: BTreeSet<SourcePath> = errors.map(|one| one.place.path).collect();
        let more = broken.iter().cloned().chain(held_back).collect();
        let choices = if broken == more { vec![broken] } else { vec![broken, more] };
        for replaced in choices {
            let sources = with_files_of(good, &made.loaded.sources, &replaced);
            let sound = self.run(sources, &Report::new(), settings, TextChecks::Done, open);
            if sound.good.is_some() {
                (made.site, made.good) = (sound.site, sound.good);
                return;
            }
        }
    }
}

/// The sources with some files, or folders that could not be read, as they are in `good`.
fn with_files_of(good: &Sources, sources: &Sources, replaced: &BTreeSet<SourcePath>) -> Sources {
    let mut sound = sources.clone();
    for path in replaced {
        sound.remove(path);
        let below = good.range(path.clone()..).take_while(|(other, _)| other.as_str().starts_with(path.as_str()));
        let own = below.filter(|(other, _)| *other == path || other.as_str()[path.as_str().len()..].starts_with('/'));
        sound.extend(own.map(|(path, source)| (path.clone(), Arc::clone(source))));
    }
    sound
}
