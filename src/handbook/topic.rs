//! Topics and their goals.

use std::sync::Arc;

use super::module::Module;
use super::words::{Texts, WordLists, Words};
use super::{Id, Table};
use crate::document::File;
use crate::document::topic::{Level, TopicFront};

/// A topic: a learning path of modules (model.md §4).
#[derive(Debug, Clone)]
pub struct Topic {
    /// The name of its folder.
    pub id: Arc<str>,
    /// `index.md`.
    pub file: Arc<File>,
    /// What is written there.
    pub front: Arc<TopicFront>,
    /// Its name.
    pub title: Words,
    /// What it is about.
    pub summary: Words,
    /// The decision that is possible afterwards.
    pub outcome: Option<Words>,
    /// Why it belongs between young and old.
    pub why: Option<Words>,
    /// What one should bring.
    pub entry: Option<Words>,
    /// How much one has to know before.
    pub level: Level,
    /// What is learned.
    pub goals: Vec<Goal>,
    /// Its modules in the order of the path.
    pub path: Vec<Id<Module>>,
    /// Whether every module that it lists could be read.
    pub is_whole: bool,
    /// The text of the page.
    pub texts: Texts,
}

/// A learning goal of a topic.
#[derive(Debug, Clone)]
pub struct Goal {
    /// Its name.
    pub id: Arc<str>,
    /// What the mentees can do afterwards.
    pub text: Words,
    /// How it is noticed.
    pub measure: Option<Words>,
}

impl Topic {
    /// Minutes of all required modules.
    #[must_use]
    pub fn required_minutes(&self, modules: &Table<Module>) -> u32 {
        self.required(modules).map(|module| module.minutes).sum()
    }

    /// How much of the required minutes is spent doing, in hundredths, rounded; 0 for an empty path.
    #[must_use]
    pub fn practice_percent(&self, modules: &Table<Module>) -> u32 {
        let practice: u32 = self.required(modules).map(|module| module.practice_minutes).sum();
        let minutes = self.required_minutes(modules);
        (practice * 100 + minutes / 2).checked_div(minutes).unwrap_or(0)
    }

    /// The required modules in path order.
    pub fn required<'a>(&'a self, modules: &'a Table<Module>) -> impl Iterator<Item = &'a Module> {
        self.path.iter().map(|&id| &modules[id]).filter(|module| !module.optional)
    }
}

/// The lists of a module or topic as everybody uses them: nothing in any language.
#[must_use]
pub fn no_words(languages: usize) -> WordLists {
    WordLists::same_for_all(languages, Arc::from([]))
}
