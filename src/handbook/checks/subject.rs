use super::catalogue::factor_of;
use super::thresholds::Thresholds;
use crate::document::cohort::WaiverToml;
use crate::handbook::cohort::Cohort;
use crate::handbook::programme::Programme;
use crate::handbook::session::Session;
use crate::handbook::topic::Topic;
use crate::handbook::{Handbook, Id};

/// A cohort with everything that its checks look at.
pub(super) struct Subject<'h> {
    /// The handbook.
    pub handbook: &'h Handbook,
    /// The cohort.
    pub cohort: &'h Cohort,
    /// The programme that it runs.
    pub programme: &'h Programme,
    /// What holds for it.
    pub thresholds: Thresholds<'h>,
}

impl<'h> Subject<'h> {
    /// This cohort of this handbook.
    pub fn new(handbook: &'h Handbook, cohort: Id<Cohort>) -> Self {
        let thresholds = Thresholds::of_cohort(handbook, cohort);
        let cohort = &handbook.cohorts[cohort];
        Self { handbook, cohort, programme: &handbook.programmes[cohort.programme], thresholds }
    }

    /// The sessions that take place; cancelled ones count in no check.
    pub fn sessions(&self) -> impl DoubleEndedIterator<Item = &'h Session> + Clone + use<'h> {
        self.cohort.sessions.iter().filter(|session| !session.cancelled)
    }

    /// The topics that are used.
    pub fn topics(&self) -> impl Iterator<Item = &'h Topic> + use<'h> {
        let topics = &self.handbook.topics;
        self.cohort.topics.iter().map(|&topic| &topics[topic])
    }

    /// Whether the factor file switches a check off.
    pub fn is_off(&self, check: &'static str) -> bool {
        let factor = self.handbook.factors.iter().find(|factor| *factor.id == *factor_of(check));
        let front = factor.and_then(|factor| factor.front.as_ref());
        front.is_some_and(|front| front.checks.get(check) == Some(&false))
    }

    /// The waivers of a check, in the order of the file.
    pub fn waivers(&self, check: &'static str) -> impl Iterator<Item = &'h WaiverToml> + Clone + use<'h> {
        self.cohort.toml.waivers.iter().filter(move |waiver| waiver.check == check)
    }
}
