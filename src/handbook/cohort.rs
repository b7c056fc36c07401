//! Cohorts, their milestones and changes.

use std::sync::Arc;

use jiff::civil::Date;

use super::Id;
use super::pair::Pair;
use super::programme::Programme;
use super::session::Session;
use super::topic::Topic;
use super::words::{Texts, Words};
use crate::config::Zone;
use crate::document::File;
use crate::document::cohort::{ChangeKind, CohortToml};
use crate::document::programme::Lead;

/// A cohort: one scheduled run of a programme (model.md §8).
///
/// Only cohorts without errors become one, so everything here is computed and whole.
#[derive(Debug, Clone)]
pub struct Cohort {
    /// The name of its file.
    pub id: Arc<str>,
    /// Its file.
    pub file: Arc<File>,
    /// What is written there.
    pub toml: Arc<CohortToml>,
    /// Its name.
    pub title: Words,
    /// The programme that it runs.
    pub programme: Id<Programme>,
    /// Its topics: its own, then those of its active pairs. The first is the default.
    pub topics: Vec<Id<Topic>>,
    /// The zone of its times.
    pub zone: Zone,
    /// Where the sessions take place.
    pub place: Option<Words>,
    /// The day it was first announced.
    pub published: Date,
    /// Whether it does not take place.
    pub cancelled: bool,
    /// Its pairs in the order of the file, ended ones too.
    pub pairs: Vec<Pair>,
    /// Its sessions.
    pub sessions: Vec<Session>,
    /// The dates that were passed over.
    pub dropped: Vec<DroppedDate>,
    /// The periods without sessions that touch it, for pictures.
    pub breaks: Vec<Break>,
    /// What has to be done when.
    pub milestones: Vec<Milestone>,
    /// What has changed since it was announced.
    pub changes: Vec<Change>,
    /// The welcome text.
    pub texts: Texts,
}

/// A date that was passed over because it is blocked.
#[derive(Debug, Clone)]
pub struct DroppedDate {
    /// The session that was looking for a date, from 1.
    pub session: usize,
    /// The date.
    pub date: Date,
    /// Why it is blocked, if the author says so.
    pub reason: Option<Words>,
}

/// A period without sessions.
#[derive(Debug, Clone)]
pub struct Break {
    /// Its first day.
    pub from: Date,
    /// Its last day.
    pub to: Date,
    /// Why, if the author says so.
    pub reason: Option<Words>,
}

/// A milestone with its day.
#[derive(Debug, Clone)]
pub struct Milestone {
    /// Its name.
    pub id: Arc<str>,
    /// What is done by then.
    pub title: Words,
    /// Who sees to it.
    pub role: Lead,
    /// The day.
    pub date: Date,
    /// Why the day is blocked, if it is.
    pub blocked: Option<Option<Words>>,
}

/// An entry of the change log.
#[derive(Debug, Clone)]
pub struct Change {
    /// The session, from 1.
    pub session: usize,
    /// The day it was announced.
    pub announced: Date,
    /// What has changed.
    pub kind: ChangeKind,
    /// What to say about it.
    pub text: Option<Words>,
}

impl Cohort {
    /// The pairs that still meet.
    pub fn active_pairs(&self) -> impl Iterator<Item = &Pair> {
        self.pairs.iter().filter(|pair| pair.is_active)
    }

    /// The changes of a session, in the order of the file.
    pub fn changes_of(&self, session: usize) -> impl Iterator<Item = &Change> {
        self.changes.iter().filter(move |change| change.session == session)
    }
}
