//! Session templates.

use std::sync::Arc;

use super::Id;
use super::form::Form;
use super::schedule;
use super::words::{WordLists, Words};
use crate::document::File;
use crate::document::programme::Lead;
use crate::document::template::{BlockKind, TemplateKind};

/// A session template: the agenda that sessions of one kind follow (model.md §6).
#[derive(Debug, Clone)]
pub struct Template {
    /// The name of its file.
    pub id: Arc<str>,
    /// Its file.
    pub file: Arc<File>,
    /// The name of such a session.
    pub title: Words,
    /// Its place in the flow.
    pub kind: TemplateKind,
    /// The goals of a session without modules.
    pub goals: WordLists,
    /// What each role does before such a session.
    pub prepare: Prepare,
    /// What is asked before the session.
    pub questions: WordLists,
    /// What to look back at.
    pub reflection: WordLists,
    /// The forms that are used.
    pub documents: Vec<Id<Form>>,
    /// The agenda.
    pub blocks: Vec<Block>,
}

/// One line of the agenda.
#[derive(Debug, Clone)]
pub struct Block {
    /// What happens.
    pub title: Words,
    /// How long, and whether modules are worked on.
    pub shape: schedule::Block,
    /// Who leads.
    pub lead: Lead,
    /// What kind of block it is.
    pub kind: BlockKind,
    /// A note for whoever leads.
    pub notes: Option<Words>,
}

/// What each role does before a session.
#[derive(Debug, Clone)]
pub struct Prepare {
    /// The young employee.
    pub mentor: WordLists,
    /// The experienced manager.
    pub mentee: WordLists,
    /// Whoever runs the programme.
    pub organiser: WordLists,
    /// Whoever stands behind it in management.
    pub sponsor: WordLists,
}

impl Template {
    /// The blocks as far as the clock is concerned.
    #[must_use]
    pub fn shapes(&self) -> Vec<schedule::Block> {
        self.blocks.iter().map(|block| block.shape).collect()
    }
}
