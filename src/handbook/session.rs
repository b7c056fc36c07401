//! Sessions and their agendas.

use std::sync::Arc;

use jiff::ZonedDateTime;
use jiff::civil::{Date, Time};

use super::Id;
use super::form::Form;
use super::module::Module;
use super::template::{Prepare, Template};
use super::topic::Topic;
use super::words::{Texts, WordLists, Words};
use crate::document::programme::Lead;
use crate::document::template::{BlockKind, TemplateKind};

/// A session of a cohort, with everything that follows for it (model.md §11).
#[derive(Debug, Clone)]
pub struct Session {
    /// Its number, from 1.
    pub number: usize,
    /// Its name in addresses and calendars.
    pub key: Arc<str>,
    /// The template it follows.
    pub template: Id<Template>,
    /// Its place in the flow.
    pub kind: TemplateKind,
    /// Its name.
    pub title: Words,
    /// The day.
    pub date: Date,
    /// The day it would be without an override, if that is another.
    pub planned_date: Option<Date>,
    /// When it begins.
    pub start: ZonedDateTime,
    /// When it ends.
    pub end: ZonedDateTime,
    /// How long it is.
    pub minutes: u32,
    /// Where it takes place.
    pub place: Option<Words>,
    /// The web address, if it may be published.
    pub link: Option<Arc<str>>,
    /// Whether there is a web address to meet at, published or not.
    pub is_online: bool,
    /// Whether it does not take place.
    pub cancelled: bool,
    /// How often it has been changed.
    pub revision: usize,
    /// Minutes for modules.
    pub capacity: u32,
    /// A note for everybody.
    pub notes: Option<Words>,
    /// What is done, by topic, in the order of the cohort's topics.
    pub topics: Vec<SessionTopic>,
    /// The forms that are used.
    pub documents: Vec<Id<Form>>,
    /// Text added to its page.
    pub texts: Texts,
}

/// What is done in a session by the pairs with one topic.
#[derive(Debug, Clone)]
pub struct SessionTopic {
    /// The topic.
    pub topic: Id<Topic>,
    /// The modules in path order.
    pub modules: Vec<Id<Module>>,
    /// Minutes left for practice and questions.
    pub slack_minutes: u32,
    /// The modules that are worked on alone afterwards.
    pub self_study_after: Vec<Id<Module>>,
    /// The goals of the day.
    pub goals: WordLists,
    /// What is asked before.
    pub questions: WordLists,
    /// What to look back at.
    pub reflection: WordLists,
    /// What each role does before.
    pub prepare: Prepare,
    /// The agenda with clock times.
    pub agenda: Vec<AgendaRow>,
}

/// A line of the agenda.
#[derive(Debug, Clone)]
pub struct AgendaRow {
    /// When it begins.
    pub start: Time,
    /// When it ends.
    pub end: Time,
    /// How long it is.
    pub minutes: u32,
    /// What happens.
    pub what: RowKind,
    /// Who leads.
    pub lead: Lead,
    /// A note for whoever leads.
    pub notes: Option<Words>,
}

/// What happens in a line of the agenda.
#[derive(Debug, Clone)]
pub enum RowKind {
    /// A block of the template.
    Block(BlockKind, Words),
    /// A module.
    Module(Id<Module>),
    /// What is left of the block for modules: practice and open questions.
    Slack,
}
