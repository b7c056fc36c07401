//! Everything that the sessions of a cohort are computed from, and the way there.

use std::sync::Arc;

use super::pins::Pinboard;
use crate::at;
use crate::calendar::{Blocked, Rhythm};
use crate::config::{Translator, Words, Zone};
use crate::diagnostics::{Place, Report};
use crate::document::File;
use crate::document::cohort::{CohortToml, SessionToml};
use crate::handbook::Id;
use crate::handbook::cohort::{DroppedDate, Milestone};
use crate::handbook::module::Module;
use crate::handbook::programme::Programme;
use crate::handbook::resolve::Given;
use crate::handbook::resolve::cohorts::{Across, Parts};
use crate::handbook::resolve::documents::Documents;
use crate::handbook::session::Session;
use crate::handbook::template::Template;
use crate::handbook::topic::Topic;

/// A cohort whose own file and parts are sound: everything that its sessions are computed from.
pub struct Setting<'s, 'a> {
    /// What holds for the whole site.
    pub given: &'s Given<'a>,
    /// All files.
    pub documents: &'s Documents<'a>,
    /// What cohorts refer to.
    pub parts: &'s Parts<'s>,
    /// The cohort.
    pub id: &'s str,
    /// Its file.
    pub file: &'s Arc<File>,
    /// What is written there.
    pub toml: &'s CohortToml,
    /// Its programme.
    pub programme: (Id<Programme>, &'s Programme),
    /// Its topics, the default one first.
    pub topics: &'s [Id<Topic>],
    /// Its zone; `None` if none is known, which was reported.
    pub zone: Option<&'s Zone>,
    /// How often it meets.
    pub rhythm: Rhythm,
    /// The templates of its sessions before overrides.
    pub plan: Vec<Id<Template>>,
    /// The days without sessions.
    pub blocked: Blocked,
    /// Why these days are blocked, in the same order.
    pub reasons: &'s [Option<Words>],
    /// Where it takes place.
    pub place: Option<&'s Words>,
    /// The texts of `[[session]]`, in the order of the file.
    pub overrides: &'s [OverrideWords],
}

/// The texts of one `[[session]]`.
pub struct OverrideWords {
    pub(super) title: Option<Words>,
    pub(super) place: Option<Words>,
    pub(super) goals: Vec<Words>,
    pub(super) notes: Option<Words>,
}

/// The texts of all `[[session]]` tables.
pub fn overrides(translator: &mut Translator<'_>, toml: &CohortToml) -> Vec<OverrideWords> {
    let words = |(index, session): (usize, &SessionToml)| OverrideWords {
        title: translator.optional(&at!["session", index, "title"], session.title.as_ref()),
        place: translator.optional(&at!["session", index, "place"], session.place.as_ref()),
        goals: translator.list(&at!["session", index, "goals"], &session.goals),
        notes: translator.optional(&at!["session", index, "notes"], session.notes.as_ref()),
    };
    toml.sessions.iter().enumerate().map(words).collect()
}

/// What is computed for a cohort.
pub struct Computed {
    /// Its sessions.
    pub sessions: Vec<Session>,
    /// The dates that were passed over.
    pub dropped: Vec<DroppedDate>,
    /// What has to be done when.
    pub milestones: Vec<Milestone>,
}

/// Computes the sessions of a cohort; `None` after an error.
///
/// Dates and packing do not depend on each other, so both are tried and both report what is wrong.
pub fn compute(report: &mut Report, setting: &Setting<'_, '_>, across: &mut Across) -> Option<Computed> {
    let frames = setting.frames(report);
    let dated = setting.dates(report);
    let pins = setting.pinboard().pins(report);
    let packed = frames.as_ref().and_then(|frames| setting.pack_all(report, frames, &pins));
    let (frames, dated, packed) = (frames?, dated?, packed?);
    let sessions = setting.sessions(report, &frames, &dated, &packed);
    let milestones = setting.milestones(&sessions, across);
    Some(Computed { sessions, dropped: setting.dropped(&dated.days), milestones })
}

impl<'s> Setting<'s, '_> {
    pub(super) fn own(&self, number: usize) -> Option<(usize, &'s SessionToml)> {
        let sessions = self.toml.sessions.iter().enumerate();
        sessions.into_iter().find(|(_, session)| usize::try_from(session.number) == Ok(number))
    }

    /// `[[session]]` of this number if there is one, else the given key of the cohort.
    pub(super) fn place_of(&self, number: usize, otherwise: &str) -> Place {
        match self.own(number) {
            Some((index, _)) => self.file.key(&at!["session", index]),
            None => self.file.key(&at![otherwise]),
        }
    }

    fn pinboard(&self) -> Pinboard<'s> {
        let Self { parts, id, file, toml, topics, .. } = *self;
        Pinboard { parts, id, file, toml, topics }
    }

    pub(super) fn session_minutes(&self) -> u32 {
        self.toml.session_minutes.map_or(self.programme.1.session_minutes, crate::document::values::Whole::amount)
    }

    pub(super) fn template(&self, id: Id<Template>) -> &'s Template {
        &self.parts.templates.table[id]
    }

    pub(super) fn module(&self, id: Id<Module>) -> &'s Module {
        &self.parts.topics.modules[id]
    }

    pub(super) fn topic(&self, id: Id<Topic>) -> &'s Topic {
        &self.parts.topics.table[id]
    }
}
