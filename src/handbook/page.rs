//! Free pages, role pages and the glossary.

use std::sync::Arc;

use super::words::{Texts, Words};
use crate::document::File;
use crate::document::pages::RoleName;

/// A page of an author's own, or home (model.md §10).
#[derive(Debug, Clone)]
pub struct Page {
    /// Its address below the site, such as `pages/travel`; empty for home.
    pub id: Arc<str>,
    /// Its file.
    pub file: Arc<File>,
    /// Its heading.
    pub title: Words,
    /// Whether the heading is the first one of the text, which is then not repeated.
    pub title_from_text: bool,
    /// Its place in the menu.
    pub order: i64,
    /// Whether it stands in the menu.
    pub menu: bool,
    /// The roles whose view shows it.
    pub roles: Vec<RoleName>,
    /// Whether it is a draft.
    pub draft: bool,
    /// Its text.
    pub texts: Texts,
}

/// The page of a role (model.md §10).
#[derive(Debug, Clone)]
pub struct Role {
    /// Whose page it is.
    pub name: RoleName,
    /// Its file; a role without one gets a short default.
    pub file: Option<Arc<File>>,
    /// Its heading, if there is a file.
    pub title: Option<Words>,
    /// Whether it is a draft.
    pub draft: bool,
    /// Its text.
    pub texts: Texts,
}

/// A term of the glossary (model.md §10).
#[derive(Debug, Clone)]
pub struct Term {
    /// Its name.
    pub id: Arc<str>,
    /// The word.
    pub term: Words,
    /// What it means.
    pub definition: Words,
    /// Other forms of the word, in every language.
    pub aliases: Vec<Words>,
    /// Related terms, by their position.
    pub see: Vec<usize>,
    /// The topics that it belongs to.
    pub topics: Vec<super::Id<super::topic::Topic>>,
}
