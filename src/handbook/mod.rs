//! The field: what a programme organiser means by programme, topic, cohort, session, pair.
//!
//! ```text
//! Programme ── topics ──► Topic ── path ──► Module
//!     │                      ▲                 ▲
//!     └── cohorts ──► Cohort ┴─ Session ─ SessionTopic ─ AgendaRow
//!                        └──── Pair ── Person
//! ```
//!
//! Documents go in ([`resolve`]) and a [`Handbook`] comes out in which names have become ids and everything that
//! follows from what authors wrote is computed. There is no HTML here, no address and no template, and a text of
//! Markdown is an opaque thing.

pub mod checks;
pub mod cohort;
pub mod factor;
pub mod form;
mod id;
pub mod module;
pub mod page;
pub mod pair;
pub mod programme;
mod resolve;
pub mod schedule;
pub mod session;
pub mod template;
pub mod topic;
mod words;

use std::sync::Arc;

pub use id::{Id, Table};
pub use resolve::{Drafts, Given, Memory, resolve};
pub use words::{Texts, WordLists, Words};

use crate::config::Config;
use cohort::Cohort;
use factor::Factor;
use form::Form;
use module::Module;
use page::{Page, Role, Term};
use programme::Programme;
use template::Template;
use topic::Topic;

/// Everything a handbook says and everything that follows from it.
#[derive(Debug, Clone)]
pub struct Handbook {
    /// What holds for the whole site.
    pub config: Arc<Config>,
    /// The text of the home page.
    pub home: Option<Page>,
    /// The programmes by id.
    pub programmes: Table<Programme>,
    /// The topics by id.
    pub topics: Table<Topic>,
    /// The modules by topic, in the order of their paths.
    pub modules: Table<Module>,
    /// The success factors by number.
    pub factors: Table<Factor>,
    /// The session templates by id.
    pub templates: Table<Template>,
    /// The printable forms by id.
    pub forms: Table<Form>,
    /// The pages of the four roles.
    pub roles: Vec<Role>,
    /// The glossary by term.
    pub glossary: Vec<Term>,
    /// Free pages by order.
    pub pages: Vec<Page>,
    /// The cohorts by id; those with an error are not among them.
    pub cohorts: Table<Cohort>,
}
