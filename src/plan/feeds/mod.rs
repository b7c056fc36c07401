//! What machines fetch to stay up to date: calendars (iCalendar), the feed of changes (Atom), the map of the site.
//!
//! Everything here comes from the handbook alone. Times of revision are the days that authors announced something,
//! never the time of a build, so a feed changes only when its handbook does. No pair and no person is looked at.

mod atom;
mod calendar;
mod content_lines;
mod sitemap;
mod zone;

use super::files::PlannedFile;
use super::{Interface, PlannedPage, Routes};
use crate::handbook::Handbook;
use crate::locale::Language;

pub use atom::has_changes;
pub use calendar::calendars;

/// All feeds of the site, those of the first language first.
pub fn plan(handbook: &Handbook, routes: &Routes, interfaces: &[Interface], pages: &[PlannedPage]) -> Vec<PlannedFile> {
    let mut files = Vec::new();
    for language in handbook.config.languages.all() {
        let desk = Desk { handbook, routes, interface: &interfaces[language.index()], language };
        files.extend(calendar::plan(desk));
        files.extend(atom::plan(desk));
    }
    files.push(sitemap::robots(handbook));
    files.extend(sitemap::plan(handbook, routes, pages));
    files
}

/// What the feeds of one language are written with.
#[derive(Clone, Copy)]
struct Desk<'h> {
    handbook: &'h Handbook,
    routes: &'h Routes,
    interface: &'h Interface,
    language: Language,
}

impl Desk<'_> {
    /// An interface text. One that is missing shows its key: the theme says so when it is loaded.
    fn text(&self, key: &str) -> String {
        self.interface.texts.get(key).unwrap_or_else(|| key.to_owned())
    }
}
