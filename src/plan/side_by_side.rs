//! Texts that two pages show which lie side by side: a module's own page, and the edition of its topic.
//!
//! What leads on from one leads on from the other, so that the HTML of a text is made once for both.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard};

use crate::handbook::Id;
use crate::handbook::module::Module;
use crate::locale::Language;
use crate::view::Html;

/// HTML that one of the two pages has made and the other has not come for yet. A page that is made again finds none
/// and makes its own.
#[derive(Debug, Default)]
pub struct SideBySide(Mutex<BTreeMap<(Id<Module>, Language), Html>>);

impl SideBySide {
    /// What the other page has left. May be called from many threads.
    pub fn take(&self, module: Id<Module>, language: Language) -> Option<Html> {
        self.left().remove(&(module, language))
    }

    /// Leaves the HTML of a module's text for the other page.
    pub fn leave(&self, module: Id<Module>, language: Language, html: Html) {
        self.left().insert((module, language), html);
    }

    fn left(&self) -> MutexGuard<'_, BTreeMap<(Id<Module>, Language), Html>> {
        self.0.lock().expect("nobody panics while holding the texts")
    }
}
