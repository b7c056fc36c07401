//! One file a kind of page: from the handbook to the view that its template gets.

mod cards;
mod cohort;
mod content;
mod detail;
mod drawings;
mod factor;
mod json_ld;
mod print;
mod programme;
mod role;
mod subscriptions;
mod summaries;
mod uses;

pub use cohort::{change_word, row_kind_word, template_kind_word};
pub use uses::Uses;

use jiff::ZonedDateTime;
use jiff::civil::Date;

use super::body::PageText;
use super::feeds;
use super::routes::source_of;
use super::targets::shown_file;
use super::{Interface, PageKey, Plan, PlannedPage};
use crate::document::pages::RoleName;
use crate::document::programme::Lead;
use crate::handbook::{Handbook, Words};
use crate::locale::{Argument, Language};
use crate::text::Url;
use crate::view::{Alternate, DateText, Html, Link, MenuItem, Page, RoleLink, Site, TimeText, View};

/// Writes the views of one language.
pub struct Writer<'p> {
    plan: &'p Plan,
    handbook: &'p Handbook,
    language: Language,
    interface: &'p Interface,
}

impl<'p> Writer<'p> {
    /// For the pages in `language`.
    pub fn new(plan: &'p Plan, language: Language) -> Self {
        Self { plan, handbook: &plan.handbook, language, interface: plan.interface(language) }
    }

    /// What all pages have in common.
    pub fn site(&self) -> Site {
        let config = &self.handbook.config;
        let contact = config.contact.clone().unwrap_or_default();
        let pages = self.handbook.pages.iter().enumerate().filter(|(_, page)| page.menu);
        Site {
            title: self.words(&config.title),
            organisation: config.organisation.clone().unwrap_or_default(),
            language: config.languages.tag(self.language).to_string(),
            direction: config.languages.tag(self.language).direction().to_owned(),
            locale: config.languages.tag(self.language).with_region(),
            home: self.link(PageKey::Home, self.text("nav-home")),
            menu: self.menu(),
            roles: RoleName::ALL.into_iter().map(|role| self.role_link(role)).collect(),
            pages: pages.map(|(index, page)| self.link(PageKey::Text(index), self.words(&page.title))).collect(),
            contact: contact_link(&contact),
            stylesheet: self.plan.stylesheet.clone(),
            icons: self.plan.icons.to_vec(),
            manifest: feeds::manifest_path(&self.plan.routes, self.language).to_string(),
            noindex: config.noindex,
            changes: self.changes_feed(),
            options: self.plan.options.clone(),
        }
    }

    fn menu(&self) -> Vec<MenuItem> {
        let item =
            |part: &str, key: PageKey, label: String| MenuItem { part: part.to_owned(), label, href: self.href(key) };
        let mut menu: Vec<MenuItem> = self
            .handbook
            .programmes
            .entries()
            .map(|(id, programme)| item("programme", PageKey::Programme(id), self.words(&programme.title)))
            .collect();
        menu.push(item("topics", PageKey::Topics, self.text("nav-topics")));
        menu.push(item("cohorts", PageKey::Cohorts, self.text("nav-cohorts")));
        menu.push(item("factors", PageKey::Factors, self.text("nav-factors")));
        if !self.handbook.glossary.is_empty() {
            menu.push(item("glossary", PageKey::Glossary, self.text("nav-glossary")));
        }
        menu
    }

    fn role_link(&self, role: RoleName) -> RoleLink {
        let name = role.as_str();
        RoleLink {
            role: name.to_owned(),
            label: self.text(&format!("role-{name}")),
            who: self.text(&format!("home-{name}-is")),
            href: self.href(PageKey::Role(role)),
        }
    }

    /// What the page has and what it shows.
    pub fn view(&self, planned: &PlannedPage) -> (Page, View) {
        let root = self.root(planned);
        let mut texts = PageText::new(self.plan, self.language, &planned.url, &root);
        let (title, description, view) = self.kind_of_page(planned.key, &mut texts);
        (self.page(planned, &root, title, description, &view), view)
    }

    fn kind_of_page(&self, key: PageKey, texts: &mut PageText<'_>) -> (String, String, View) {
        match key {
            PageKey::Home => self.home(texts),
            PageKey::Topics => self.topics(),
            PageKey::Topic(id) => self.topic(id, texts),
            PageKey::Module(id) => self.module(id, texts),
            PageKey::Glossary => self.glossary(),
            PageKey::Form(id) => self.form(id, texts),
            PageKey::Text(index) => self.free_page(index, texts),
            PageKey::NotFound => self.not_found(),
            PageKey::Print => self.print_all(texts),
            PageKey::CohortPrint(id) => self.print_cohort(id, texts),
            PageKey::TopicPrint(id) => self.print_topic(id, texts),
            PageKey::Programme(id) => self.programme(id, texts),
            PageKey::Role(role) => self.role(role, texts),
            PageKey::Factors => self.factors(),
            PageKey::Factor(id) => self.factor(id, texts),
            PageKey::Cohorts => self.cohorts(),
            PageKey::Cohort(id) => self.cohort(id, texts),
            PageKey::Session(id, index) => self.session(id, index, texts),
            PageKey::Checks(id) => self.checks(id),
        }
    }

    fn page(&self, planned: &PlannedPage, root: &str, title: String, description: String, view: &View) -> Page {
        let base = self.handbook.config.base_url.as_deref();
        let absolute = |url: &Url| base.map(|base| url.absolute(base)).unwrap_or_default();
        let languages = &self.handbook.config.languages;
        let alternates = languages.all().map(|language| {
            let url = self.plan.routes.url(planned.key, language);
            Alternate {
                language: languages.tag(language).to_string(),
                locale: languages.tag(language).with_region(),
                label: self.plan.interface(language).name.clone(),
                href: from_top(url),
                canonical: absolute(url),
                current: language == self.language,
            }
        });
        let json_ld = self.json_ld(planned.key);
        Page {
            kind: view.template().to_owned(),
            part: part(planned.key).to_owned(),
            title,
            context: self.context(planned.key),
            description,
            root: root.to_owned(),
            href: from_top(&planned.url),
            canonical: absolute(&planned.url),
            alternates: alternates.collect(),
            breadcrumbs: self.breadcrumbs(planned.key),
            edit_url: self.edit_url(planned.key),
            draft: self.is_draft(planned.key),
            share: self.share(planned.key),
            policy: if json_ld.is_empty() { feeds::page_policy() } else { feeds::page_policy_with(&json_ld) },
            json_ld,
        }
    }

    /// What leads to the top of the site. A page that is shown for every missing address cannot be relative.
    fn root(&self, planned: &PlannedPage) -> String {
        if planned.key == PageKey::NotFound {
            return self.plan.base_path().to_owned();
        }
        let depth = planned.url.output_path().as_str().matches('/').count();
        "../".repeat(depth)
    }

    fn breadcrumbs(&self, key: PageKey) -> Vec<Link> {
        let handbook = self.handbook;
        let home = self.link(PageKey::Home, self.text("nav-home"));
        let topics = || self.link(PageKey::Topics, self.text("nav-topics"));
        let cohorts = || self.link(PageKey::Cohorts, self.text("nav-cohorts"));
        match key {
            PageKey::Home | PageKey::NotFound => Vec::new(),
            PageKey::Topic(_) => vec![home, topics()],
            PageKey::TopicPrint(id) => vec![home, topics(), self.topic_link(id)],
            PageKey::Module(id) => {
                let topic = handbook.modules[id].topic;
                vec![home, topics(), self.topic_link(topic)]
            }
            PageKey::Factor(_) => vec![home, self.link(PageKey::Factors, self.text("nav-factors"))],
            PageKey::Cohort(_) => vec![home, cohorts()],
            PageKey::Session(id, _) | PageKey::Checks(id) | PageKey::CohortPrint(id) => {
                vec![home, cohorts(), self.cohort_link(id)]
            }
            _ => vec![home],
        }
    }

    fn edit_url(&self, key: PageKey) -> String {
        let Some(pattern) = &self.handbook.config.publish.edit_url else { return String::new() };
        let shown = shown_file(self.handbook, key, self.language).map(|file| file.path());
        let source = shown.or_else(|| source_of(self.handbook, key));
        source.map_or_else(String::new, |path| pattern.replace("{path}", path.as_str()))
    }

    fn is_draft(&self, key: PageKey) -> bool {
        let handbook = self.handbook;
        match key {
            PageKey::Topic(id) | PageKey::TopicPrint(id) => handbook.topics[id].front.draft,
            PageKey::Module(id) => handbook.modules[id].front.draft,
            PageKey::Cohort(id) | PageKey::Session(id, _) | PageKey::Checks(id) | PageKey::CohortPrint(id) => {
                handbook.cohorts[id].toml.draft
            }
            PageKey::Programme(id) => handbook.programmes[id].toml.draft,
            PageKey::Factor(id) => handbook.factors[id].front.as_ref().is_some_and(|front| front.draft),
            PageKey::Home => handbook.home.as_ref().is_some_and(|home| home.draft),
            PageKey::Text(index) => handbook.pages[index].draft,
            PageKey::Form(id) => handbook.forms[id].draft,
            PageKey::Role(role) => handbook.roles.iter().any(|page| page.name == role && page.draft),
            PageKey::Topics | PageKey::Factors | PageKey::Cohorts | PageKey::Glossary => false,
            PageKey::Print | PageKey::NotFound => false,
        }
    }

    fn href(&self, key: PageKey) -> String {
        from_top(self.plan.routes.url(key, self.language))
    }

    fn link(&self, key: PageKey, label: String) -> Link {
        Link { label, href: self.href(key) }
    }

    fn words(&self, words: &Words) -> String {
        words.get(self.language).to_string()
    }

    fn maybe(&self, words: Option<&Words>) -> String {
        words.map_or_else(String::new, |words| self.words(words))
    }

    /// An interface text. One that is missing shows its key: the theme says so when it is loaded.
    fn text(&self, key: &str) -> String {
        self.interface.texts.get(key).unwrap_or_else(|| key.to_owned())
    }

    fn text_with(&self, key: &str, arguments: &[(&str, Argument)]) -> String {
        self.interface.texts.format(key, arguments).unwrap_or_else(|| key.to_owned())
    }

    fn date(&self, date: Date) -> DateText {
        let formats = &self.interface.formats;
        DateText {
            iso: date.to_string(),
            long: formats.long_date(date),
            medium: formats.medium_date(date),
            short: formats.short_date(date),
            weekday: formats.weekday(date),
            day: date.day().to_string(),
            month: formats.month_and_year(date),
        }
    }

    fn time(&self, start: &ZonedDateTime, end: &ZonedDateTime, zone: &str) -> TimeText {
        let formats = &self.interface.formats;
        TimeText {
            range: formats.time_range(start.time(), end.time()),
            start: formats.time(start.time()),
            end: formats.time(end.time()),
            start_iso: start.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string(),
            end_iso: end.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string(),
            zone: zone.to_owned(),
        }
    }

    /// The author's text of a page.
    fn html(&self, key: PageKey, texts: &mut PageText<'_>) -> Html {
        let file = shown_file(self.handbook, key, self.language);
        file.map_or_else(Html::default, |file| texts.html(file, None))
    }
}

/// No page.
fn nowhere() -> Link {
    Link { label: String::new(), href: String::new() }
}

/// How views write an address: from the top of the site, with the name of the file.
fn from_top(url: &Url) -> String {
    url.output_path().as_str().to_owned()
}

fn contact_link(contact: &str) -> Link {
    let href = if contact.contains('@') && !contact.contains("://") {
        format!("mailto:{contact}")
    } else {
        contact.to_owned()
    };
    Link { label: contact.to_owned(), href }
}

/// The part of the menu that a page belongs to.
fn part(key: PageKey) -> &'static str {
    match key {
        PageKey::Programme(_) => "programme",
        PageKey::Topics | PageKey::Topic(_) | PageKey::Module(_) | PageKey::TopicPrint(_) => "topics",
        PageKey::Cohorts | PageKey::Cohort(_) | PageKey::Session(..) | PageKey::Checks(_) => "cohorts",
        PageKey::CohortPrint(_) => "cohorts",
        PageKey::Factors | PageKey::Factor(_) => "factors",
        PageKey::Glossary => "glossary",
        PageKey::Print => "",
        PageKey::Home | PageKey::Role(_) | PageKey::Form(_) | PageKey::Text(_) | PageKey::NotFound => "",
    }
}

/// The word of a lead role in views and machine output.
#[must_use]
pub fn lead_word(lead: Lead) -> &'static str {
    match lead {
        Lead::Mentor => "mentor",
        Lead::Mentee => "mentee",
        Lead::Both => "both",
        Lead::Organiser => "organiser",
        Lead::Sponsor => "sponsor",
    }
}
