//! Pairs and the people in them. What is known of people leaves this room only through `plan/names`.

use std::sync::Arc;

use super::Id;
use super::topic::Topic;
use crate::document::cohort::Visibility;
use crate::document::people::PersonToml;

/// Mentor and mentee together (model.md §9).
#[derive(Debug, Clone)]
pub struct Pair {
    /// Its name.
    pub id: Arc<str>,
    /// Its position in the file, from 1; the number it is known by.
    pub number: usize,
    /// The young employee.
    pub mentor: Person,
    /// The experienced manager.
    pub mentee: Person,
    /// Their topic.
    pub topic: Id<Topic>,
    /// Whether they still meet.
    pub is_active: bool,
}

/// One of the two.
#[derive(Clone)]
pub struct Person {
    /// The id in the people file.
    pub id: Arc<str>,
    /// What is known of them: nothing without a people file.
    pub data: Option<Arc<PersonToml>>,
    /// How openly they are shown: the least of site, cohort, pair and consent (model.md §17).
    pub level: Visibility,
}

// What is known of people must not find its way into a log or a message.
impl std::fmt::Debug for Person {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Person").field("level", &self.level).finish_non_exhaustive()
    }
}
