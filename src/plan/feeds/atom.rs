use atom_syndication::{Category, Entry, FixedDateTime, Generator, Link, Person, Text};
use jiff::civil::Date;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::{Desk, Feed, PlannedFile};
use crate::handbook::Handbook;
use crate::handbook::cohort::{Change, Cohort};
use crate::handbook::{Id, Words};
use crate::locale::Language;
use crate::plan::pages::change_word;
use crate::plan::{PageKey, Routes};
use crate::text::Url;

/// What a domain is left with in the name of an entry.
const IN_DOMAINS: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.');

/// Whether there is a feed of changes: something happens, and entries can be named for good.
pub fn has_changes(handbook: &Handbook) -> bool {
    !handbook.cohorts.is_empty() && handbook.config.uid_domain().is_some()
}

/// `/changes.xml`, if there is one.
pub fn plan(handbook: &Handbook, routes: &Routes, language: Language) -> Option<PlannedFile> {
    let path = routes.changes(language).output_path();
    has_changes(handbook).then(|| PlannedFile::made(path, Feed::Changes(language), None))
}

/// The changes of all cohorts as an Atom feed (RFC 4287), newest first.
pub fn write(desk: Desk<'_>) -> String {
    let domain = desk.handbook.config.uid_domain().unwrap_or_default();
    let writer = Writer { desk, domain, own: desk.routes.changes(desk.language) };
    format!("{}\n", writer.feed().to_string())
}

/// A change and where it belongs.
struct Announced<'h> {
    id: Id<Cohort>,
    cohort: &'h Cohort,
    change: &'h Change,
    /// Which of the changes of its session it is, from 1.
    number: usize,
}

struct Writer<'h> {
    desk: Desk<'h>,
    domain: &'h str,
    /// The address of the feed itself.
    own: Url,
}

impl<'h> Writer<'h> {
    fn feed(&self) -> atom_syndication::Feed {
        let config = &self.desk.handbook.config;
        let title = self.words(&config.title);
        let announced = self.announced();
        let published = self.desk.handbook.cohorts.entries().map(|(_, cohort)| cohort.published).max();
        let updated = announced.first().map(|newest| newest.change.announced).or(published).unwrap_or_default();
        let site = self.desk.routes.url(PageKey::Home, self.desk.language);
        let author = config.organisation.clone().unwrap_or_else(|| title.clone());
        let generator =
            Generator { value: "leitfaden".to_owned(), uri: None, version: Some(env!("CARGO_PKG_VERSION").to_owned()) };
        atom_syndication::Feed {
            title: plain(format!("{title} – {}", self.desk.text("changes-title"))),
            // The year from which names are given; it says nothing about the feed and never changes.
            id: format!("tag:{},2026:{}", self.authority(), self.own),
            updated: midnight(updated),
            authors: vec![Person { name: clean(&author), ..Person::default() }],
            generator: Some(generator),
            links: vec![
                self.link("alternate", "text/html", site),
                self.link("self", "application/atom+xml", &self.own),
            ],
            entries: announced.iter().map(|one| self.entry(one)).collect(),
            lang: Some(config.languages.tag(self.desk.language).to_string()),
            ..atom_syndication::Feed::default()
        }
    }

    /// All changes, newest first; those of one day by cohort and session, the later one first.
    fn announced(&self) -> Vec<Announced<'h>> {
        let mut all = Vec::new();
        for (id, cohort) in self.desk.handbook.cohorts.entries() {
            for session in &cohort.sessions {
                let changes = cohort.changes_of(session.number).zip(1..);
                all.extend(changes.map(|(change, number)| Announced { id, cohort, change, number }));
            }
        }
        all.sort_by_key(|one| (one.change.announced, std::cmp::Reverse((one.id, one.change.session)), one.number));
        all.reverse();
        all
    }

    fn entry(&self, announced: &Announced<'_>) -> Entry {
        let Announced { id, cohort, change, number } = announced;
        let page = self.desk.routes.url(PageKey::Session(*id, change.session - 1), self.desk.language);
        let label = self.desk.text("label-session");
        let kind = change_word(change.kind);
        let word = self.desk.text(&format!("change-{kind}"));
        let when = midnight(change.announced);
        Entry {
            title: plain(format!("{}, {label} {}: {word}", self.words(&cohort.title), change.session)),
            id: format!("tag:{},{}:{page}change-{number}", self.authority(), change.announced),
            updated: when,
            published: Some(when),
            summary: change.text.as_ref().map(|text| plain(self.words(text))),
            categories: vec![Category { term: kind.to_owned(), scheme: None, label: Some(clean(&word)) }],
            links: vec![self.link("alternate", "text/html", page)],
            ..Entry::default()
        }
    }

    /// A link, with the public address if that is known.
    fn link(&self, rel: &str, kind: &str, url: &Url) -> Link {
        let base = self.desk.handbook.config.base_url.as_deref();
        Link {
            href: base.map_or_else(|| url.relative_to(&self.own), |base| url.absolute(base)),
            rel: rel.to_owned(),
            mime_type: Some(kind.to_owned()),
            ..Link::default()
        }
    }

    /// Who gives the names (RFC 4151): they stay the same wherever the site moves.
    fn authority(&self) -> String {
        utf8_percent_encode(self.domain, IN_DOMAINS).to_string()
    }

    fn words(&self, words: &Words) -> String {
        words.get(self.desk.language).to_string()
    }
}

fn plain(text: String) -> Text {
    Text::plain(clean(&text))
}

/// `text` without the control characters that XML cannot hold.
fn clean(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_control() || matches!(letter, '\n' | '\t')).collect()
}

/// The beginning of a day, as a feed tells it.
fn midnight(day: Date) -> FixedDateTime {
    // Days before the year 0, which chrono does not read, cannot be written in TOML.
    format!("{day}T00:00:00Z").parse().unwrap_or_default()
}
