//! Modules and what goes with them.

use std::sync::Arc;

use super::Id;
use super::topic::Topic;
use super::words::{Texts, WordLists, Words};
use crate::document::File;
use crate::document::module::ModuleFront;
use crate::document::topic::Level;

/// A module: one step of a learning path (model.md §5).
#[derive(Debug, Clone)]
pub struct Module {
    /// The name of its file.
    pub id: Arc<str>,
    /// The topic that it belongs to.
    pub topic: Id<Topic>,
    /// Its file.
    pub file: Arc<File>,
    /// What is written there.
    pub front: Arc<ModuleFront>,
    /// Its name.
    pub title: Words,
    /// What it is about.
    pub summary: Option<Words>,
    /// Minutes in the session.
    pub minutes: u32,
    /// Minutes of these spent doing.
    pub practice_minutes: u32,
    /// Minutes between sessions.
    pub self_study_minutes: u32,
    /// Whether the path is whole without it.
    pub optional: bool,
    /// How much one has to know before.
    pub level: Level,
    /// Positions in the path of the modules that come before it.
    pub prerequisites: Vec<usize>,
    /// Positions of the goals of the topic that it serves.
    pub goals: Vec<usize>,
    /// What the mentee can do afterwards.
    pub objectives: WordLists,
    /// What is asked before the session.
    pub questions: WordLists,
    /// What should be remembered.
    pub keypoints: WordLists,
    /// What to look back at.
    pub reflection: WordLists,
    /// What the mentor prepares.
    pub prepare_mentor: WordLists,
    /// What the mentee prepares.
    pub prepare_mentee: WordLists,
    /// Links and files that go with it.
    pub materials: Vec<Material>,
    /// The text of the page.
    pub texts: Texts,
}

/// Something that goes with a module.
#[derive(Debug, Clone)]
pub struct Material {
    /// What it is.
    pub title: Words,
    /// Where it is.
    pub target: Target,
    /// What kind of thing it is, in the author's word.
    pub kind: Option<Arc<str>>,
}

/// Where a material is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// On the web.
    Url(Arc<str>),
    /// In `static/`: the path below it.
    File(Arc<str>),
}
