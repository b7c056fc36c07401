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
use super::routes::Calendar;
use super::{Given, Interface, Routes};
use crate::handbook::cohort::Cohort;
use crate::handbook::{Handbook, Id};
use crate::locale::Language;
use crate::text::{OutputPath, SourcePath};

pub use atom::has_changes;
pub use calendar::{calendars, report_shared_names};
pub use host::{manifest_path, page_policy, page_policy_with};

/// A feed of the site. It is written when somebody wants it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Feed {
    /// The sessions or milestones of a cohort.
    Calendar(Id<Cohort>, Calendar, Language),
    /// One session, by its position.
    Session(Id<Cohort>, usize, Language),
    /// The changes of all cohorts.
    Changes(Language),
    /// `robots.txt`.
    Robots,
    /// `sitemap.xml`.
    Sitemap,
}

/// All feeds of the site, those of the first language first.
pub fn plan(handbook: &Handbook, routes: &Routes, given: &Given<'_>) -> Vec<PlannedFile> {
    let mut files = Vec::new();
    for language in handbook.config.languages.all() {
        files.extend(calendar::plan(handbook, routes, language));
        files.extend(atom::plan(handbook, routes, language));
        files.push(host::manifest(handbook, routes, language, given.icons));
    }
    files.push(PlannedFile::made(OutputPath::new("robots.txt"), Feed::Robots, None));
    files.extend(sitemap::plan(handbook));
    // Whoever writes headers of their own knows their host.
    if !given.sources.contains_key(&SourcePath::new("static/_headers")) {
        files.extend([host::headers(handbook), host::speculation_rules(handbook)]);
    }
    files
}

/// The text of a feed.
pub fn write(handbook: &Handbook, routes: &Routes, interfaces: &[Interface], feed: &Feed) -> String {
    let desk = |language: Language| Desk { handbook, routes, interface: &interfaces[language.index()], language };
    match *feed {
        Feed::Calendar(cohort, calendar, language) => calendar::write(desk(language), cohort, calendar),
        Feed::Session(cohort, session, language) => calendar::write_session(desk(language), cohort, session),
        Feed::Changes(language) => atom::write(desk(language)),
        Feed::Robots => sitemap::robots(handbook),
        Feed::Sitemap => sitemap::write(handbook, routes),
    }
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
