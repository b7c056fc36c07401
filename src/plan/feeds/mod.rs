//! What machines fetch to stay up to date: calendars (iCalendar), the feed of changes (Atom), the map of the site, and
//! what hosts and browsers want to know of it.
//!
//! Everything here comes from the handbook alone. Times of revision are the days that authors announced something,
//! never the time of a build, so a feed changes only when its handbook does. No pair and no person is looked at.

mod atom;
mod calendar;
mod content_lines;
mod host;
mod sitemap;
mod zone;

use super::files::PlannedFile;
use super::{Given, Interface, PlannedPage, Routes};
use crate::handbook::Handbook;
use crate::locale::Language;
use crate::text::SourcePath;

pub use atom::has_changes;
pub use calendar::calendars;
pub use host::{manifest_path, page_policy};

/// All feeds of the site, those of the first language first.
pub fn plan(handbook: &Handbook, routes: &Routes, given: &Given<'_>, pages: &[PlannedPage]) -> Vec<PlannedFile> {
    let mut files = Vec::new();
    for language in handbook.config.languages.all() {
        let desk = Desk { handbook, routes, interface: &given.interfaces[language.index()], language };
        files.extend(calendar::plan(desk));
        files.extend(atom::plan(desk));
        files.push(host::manifest(desk, given.icon));
    }
    files.push(sitemap::robots(handbook));
    files.extend(sitemap::plan(handbook, routes, pages));
    // Whoever writes headers of their own knows their host.
    if !given.sources.contains_key(&SourcePath::new("static/_headers")) {
        files.extend([host::headers(handbook), host::speculation_rules(handbook)]);
    }
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
