//! Every address of the site, in one place (site.md, "Pages").

use std::sync::Arc;

use rustc_hash::{FxBuildHasher, FxHashMap};

use super::PlannedPage;
use crate::document::File;
use crate::document::pages::RoleName;
use crate::handbook::cohort::Cohort;
use crate::handbook::factor::Factor;
use crate::handbook::form::Form;
use crate::handbook::module::Module;
use crate::handbook::programme::Programme;
use crate::handbook::topic::Topic;
use crate::handbook::{Handbook, Id};
use crate::locale::Language;
use crate::text::{OutputPath, SourcePath, Url};

/// What a page shows. A key and a language make a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PageKey {
    /// `/`.
    Home,
    /// `/programmes/<id>/`.
    Programme(Id<Programme>),
    /// `/topics/`.
    Topics,
    /// `/topics/<t>/`.
    Topic(Id<Topic>),
    /// `/topics/<t>/<m>/`.
    Module(Id<Module>),
    /// `/factors/`.
    Factors,
    /// `/factors/<f>/`.
    Factor(Id<Factor>),
    /// `/cohorts/`.
    Cohorts,
    /// `/cohorts/<c>/`.
    Cohort(Id<Cohort>),
    /// `/cohorts/<c>/sessions/<key>/`, by the session's position.
    Session(Id<Cohort>, usize),
    /// `/cohorts/<c>/checks/`.
    Checks(Id<Cohort>),
    /// `/for/<role>/`.
    Role(RoleName),
    /// `/documents/<d>/`.
    Form(Id<Form>),
    /// `/glossary/`.
    Glossary,
    /// A free page, by its position.
    Text(usize),
    /// `/print/`: the whole handbook, or where its parts can be printed.
    Print,
    /// `/cohorts/<c>/print/`.
    CohortPrint(Id<Cohort>),
    /// `/topics/<t>/print/`.
    TopicPrint(Id<Topic>),
    /// `/404.html`.
    NotFound,
}

/// A calendar of a cohort.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Calendar {
    /// `calendar.ics`: its sessions, with the agenda of its default topic.
    Cohort,
    /// `calendar-<topic>.ics`: its sessions, with the agenda of a topic.
    Topic(Id<Topic>),
    /// `calendar-organiser.ics`: its milestones.
    Organiser,
}

/// Gives every page its address.
#[derive(Debug)]
pub struct Routes {
    prefixes: Vec<String>,
    urls: FxHashMap<PageKey, Vec<Url>>,
    pages: Vec<PlannedPage>,
    /// The positions of pages by the files that they are, in small letters: many file systems take "Logo.png" and
    /// "logo.png" for one.
    by_file: FxHashMap<String, usize>,
    /// Two pages each that are written into the same file.
    doubles: Vec<(usize, usize)>,
}

impl Routes {
    /// The addresses of a handbook.
    #[must_use]
    pub fn new(handbook: &Handbook) -> Self {
        let languages = &handbook.config.languages;
        let prefix = |language: Language| {
            if language == languages.default() { "/".to_owned() } else { format!("/{}/", languages.tag(language)) }
        };
        let prefixes: Vec<String> = languages.all().map(prefix).collect();
        let keys = keys(handbook);
        let urls_of = |key: &PageKey| {
            let path = path(handbook, *key);
            (*key, prefixes.iter().map(|prefix| Url::new(format!("{prefix}{path}"))).collect())
        };
        let urls: FxHashMap<PageKey, Vec<Url>> = keys.iter().map(urls_of).collect();
        let page =
            |key: PageKey, language: Language| PlannedPage { key, language, url: urls[&key][language.index()].clone() };
        let pages: Vec<PlannedPage> = languages
            .all()
            .flat_map(|language| keys.iter().map(move |&key| (key, language)))
            .map(|(key, language)| page(key, language))
            .collect();
        let mut by_file = FxHashMap::with_capacity_and_hasher(pages.len(), FxBuildHasher);
        let mut doubles = Vec::new();
        for (position, page) in pages.iter().enumerate() {
            let first = *by_file.entry(page.url.output_path().as_str().to_lowercase()).or_insert(position);
            if first != position {
                doubles.push((first, position));
            }
        }
        Self { prefixes, urls, pages, by_file, doubles }
    }

    /// Whether two handbooks have the same pages at the same addresses, from the same files.
    #[must_use]
    pub fn are_those_of(before: &Handbook, now: &Handbook) -> bool {
        let path = |file: Option<&Arc<File>>| file.map(|file| file.path().clone());
        let home = |handbook: &Handbook| path(handbook.home.as_ref().map(|home| &home.file));
        before.config.languages == now.config.languages
            && before.programmes.is_like(&now.programmes, |a, b| a.id == b.id)
            && before.topics.is_like(&now.topics, |a, b| a.id == b.id)
            && before.modules.is_like(&now.modules, |a, b| (a.topic, &a.id) == (b.topic, &b.id))
            && before
                .factors
                .is_like(&now.factors, |a, b| a.id == b.id && path(a.file.as_ref()) == path(b.file.as_ref()))
            && before.cohorts.is_like(&now.cohorts, |a, b| {
                a.id == b.id && a.sessions.iter().map(|one| &one.key).eq(b.sessions.iter().map(|one| &one.key))
            })
            && before.forms.is_like(&now.forms, |a, b| a.id == b.id && path(a.file.as_ref()) == path(b.file.as_ref()))
            && before
                .roles
                .iter()
                .map(|role| path(role.file.as_ref()))
                .eq(now.roles.iter().map(|role| path(role.file.as_ref())))
            && before.pages.iter().map(|page| page.file.path()).eq(now.pages.iter().map(|page| page.file.path()))
            && home(before) == home(now)
    }

    /// All pages, in the order of their addresses within each language.
    #[must_use]
    pub fn pages(&self) -> &[PlannedPage] {
        &self.pages
    }

    /// Two pages each that are written into the same file, by their positions.
    #[must_use]
    pub fn doubles(&self) -> &[(usize, usize)] {
        &self.doubles
    }

    /// The page that is written into a file, if one is.
    #[must_use]
    pub fn page_at(&self, file: &OutputPath) -> Option<usize> {
        let position = self.page_like(file)?;
        (self.pages[position].url.output_path() == *file).then_some(position)
    }

    /// The page that is written into a file of this name, whatever the case of its letters.
    #[must_use]
    pub fn page_like(&self, file: &OutputPath) -> Option<usize> {
        self.by_file.get(&file.as_str().to_lowercase()).copied()
    }

    /// The address of a page.
    ///
    /// # Panics
    /// For a key of another handbook.
    #[must_use]
    pub fn url(&self, key: PageKey, language: Language) -> &Url {
        &self.urls[&key][language.index()]
    }

    /// The address of a calendar of a cohort: `/cohorts/<c>/calendar.ics` (model.md §18).
    ///
    /// # Panics
    /// For a cohort or topic of another handbook.
    #[must_use]
    pub fn calendar(&self, handbook: &Handbook, cohort: Id<Cohort>, calendar: Calendar, language: Language) -> Url {
        let folder = self.url(PageKey::Cohort(cohort), language);
        match calendar {
            Calendar::Cohort => Url::new(format!("{folder}calendar.ics")),
            Calendar::Topic(id) => Url::new(format!("{folder}calendar-{}.ics", handbook.topics[id].id)),
            Calendar::Organiser => Url::new(format!("{folder}calendar-organiser.ics")),
        }
    }

    /// The address of the calendar file of one session: `/cohorts/<c>/sessions/<key>.ics`.
    ///
    /// # Panics
    /// For a session of another handbook.
    #[must_use]
    pub fn session_calendar(&self, cohort: Id<Cohort>, session: usize, language: Language) -> Url {
        let page = self.url(PageKey::Session(cohort, session), language);
        Url::new(format!("{}.ics", page.as_str().trim_end_matches('/')))
    }

    /// The address of the feed of all changes: `/changes.xml`.
    #[must_use]
    pub fn changes(&self, language: Language) -> Url {
        Url::new(format!("{}changes.xml", self.prefix(language)))
    }

    /// What stands in front of all addresses of a language: `/` or `/en/`.
    #[must_use]
    pub fn prefix(&self, language: Language) -> &str {
        &self.prefixes[language.index()]
    }
}

/// The pages of a handbook.
#[must_use]
pub fn keys(handbook: &Handbook) -> Vec<PageKey> {
    let mut keys = vec![PageKey::Home, PageKey::Topics, PageKey::Factors, PageKey::Cohorts];
    keys.extend(handbook.programmes.ids().map(PageKey::Programme));
    keys.extend(handbook.topics.ids().map(PageKey::Topic));
    keys.extend(handbook.modules.ids().map(PageKey::Module));
    keys.extend(handbook.factors.ids().map(PageKey::Factor));
    for (id, cohort) in handbook.cohorts.entries() {
        keys.extend([PageKey::Cohort(id), PageKey::Checks(id)]);
        keys.extend((0..cohort.sessions.len()).map(|index| PageKey::Session(id, index)));
    }
    keys.extend(RoleName::ALL.map(PageKey::Role));
    keys.extend(handbook.forms.ids().map(PageKey::Form));
    keys.push(PageKey::Glossary);
    keys.extend((0..handbook.pages.len()).map(PageKey::Text));
    keys.push(PageKey::Print);
    keys.extend(handbook.cohorts.ids().map(PageKey::CohortPrint));
    keys.extend(handbook.topics.ids().map(PageKey::TopicPrint));
    keys.push(PageKey::NotFound);
    keys
}

fn path(handbook: &Handbook, key: PageKey) -> String {
    match key {
        PageKey::Home => String::new(),
        PageKey::Programme(id) => format!("programmes/{}/", handbook.programmes[id].id),
        PageKey::Topics => "topics/".to_owned(),
        PageKey::Topic(id) => format!("topics/{}/", handbook.topics[id].id),
        PageKey::Module(id) => {
            let module = &handbook.modules[id];
            format!("topics/{}/{}/", handbook.topics[module.topic].id, module.id)
        }
        PageKey::Factors => "factors/".to_owned(),
        PageKey::Factor(id) => format!("factors/{}/", handbook.factors[id].id),
        PageKey::Cohorts => "cohorts/".to_owned(),
        PageKey::Cohort(id) => format!("cohorts/{}/", handbook.cohorts[id].id),
        PageKey::Session(id, index) => {
            let cohort = &handbook.cohorts[id];
            format!("cohorts/{}/sessions/{}/", cohort.id, cohort.sessions[index].key)
        }
        PageKey::Checks(id) => format!("cohorts/{}/checks/", handbook.cohorts[id].id),
        PageKey::Role(role) => format!("for/{}/", role.as_str()),
        PageKey::Form(id) => format!("documents/{}/", handbook.forms[id].id),
        PageKey::Glossary => "glossary/".to_owned(),
        PageKey::Text(index) => format!("{}/", handbook.pages[index].id),
        PageKey::Print => "print/".to_owned(),
        PageKey::CohortPrint(id) => format!("cohorts/{}/print/", handbook.cohorts[id].id),
        PageKey::TopicPrint(id) => format!("topics/{}/print/", handbook.topics[id].id),
        PageKey::NotFound => "404.html".to_owned(),
    }
}

/// The file that a page comes from, if it comes from one.
#[must_use]
pub fn source_of(handbook: &Handbook, key: PageKey) -> Option<&SourcePath> {
    let file = match key {
        PageKey::Home => &handbook.home.as_ref()?.file,
        PageKey::Programme(id) => &handbook.programmes[id].file,
        PageKey::Topic(id) => &handbook.topics[id].file,
        PageKey::Module(id) => &handbook.modules[id].file,
        PageKey::Factor(id) => handbook.factors[id].file.as_ref()?,
        PageKey::Cohort(id) | PageKey::Session(id, _) => &handbook.cohorts[id].file,
        PageKey::Role(role) => handbook.roles.iter().find(|page| page.name == role)?.file.as_ref()?,
        PageKey::Form(id) => handbook.forms[id].file.as_ref()?,
        PageKey::Text(index) => &handbook.pages[index].file,
        PageKey::Topics | PageKey::Factors | PageKey::Cohorts | PageKey::Checks(_) | PageKey::NotFound => return None,
        PageKey::Glossary | PageKey::Print | PageKey::CohortPrint(_) | PageKey::TopicPrint(_) => return None,
    };
    Some(file.path())
}
