use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::tz::TimeZone;
use serde::Deserialize;

use super::addresses::{base_url, check_edit_url, check_uid_domain, contact, host};
use super::site::{
    CalendarTable, HolidayTable, LevelWord, LinksTable, MarkdownTable, PublishTable, SearchTable, SiteTable, SiteToml,
    ThemeTable,
};
use super::{Languages, Translator, Words};
use crate::at;
use crate::calendar::{Period, time_zone, time_zone_names};
use crate::diagnostics::{Code, Diagnostic, Edit, Level, Quoting, Report, nearest};
use crate::document::cohort::Visibility;
use crate::document::{Faulty, File, Step, Subject, decode, readable};
use crate::locale::{Language, Locale};

/// What holds for the whole site.
#[derive(Debug, Clone)]
pub struct Config {
    /// `site.toml`.
    pub file: Arc<File>,
    /// The name of the handbook.
    pub title: Words,
    /// The firm.
    pub organisation: Option<String>,
    /// The public address with "/" at its end, if it is known.
    pub base_url: Option<String>,
    /// The languages.
    pub languages: Languages,
    /// The zone of cohorts that have none of their own.
    pub time_zone: Option<Zone>,
    /// Nobody is shown more openly than this.
    pub visibility: Visibility,
    /// Whom to ask.
    pub contact: Option<String>,
    /// Whether search engines are asked to stay away.
    pub noindex: bool,
    /// Below this number of pairs nothing about pairs is published.
    pub min_group: u32,
    /// The days on which no cohort meets.
    pub holidays: Vec<Holiday>,
    /// Whether these are all of them; if not, no dates can be computed.
    pub holidays_are_known: bool,
    /// Words for the terms of the field: language tag → key → word.
    pub labels: BTreeMap<String, BTreeMap<String, String>>,
    /// Calendar feeds.
    pub calendar: CalendarTable,
    /// The look.
    pub theme: ThemeTable,
    /// How Markdown is read.
    pub markdown: MarkdownTable,
    /// Where things come from and go to.
    pub publish: PublishTable,
    /// Search.
    pub search: SearchTable,
    /// Links to other sites.
    pub links: LinksTable,
}

/// A day or a period on which no cohort meets.
#[derive(Debug, Clone)]
pub struct Holiday {
    /// The days.
    pub period: Period,
    /// What it is called.
    pub name: Words,
}

/// A time zone and its IANA name.
#[derive(Debug, Clone)]
pub struct Zone {
    /// The name, for example `Europe/Zurich`.
    pub name: Arc<str>,
    /// Its rules.
    pub rules: TimeZone,
}

impl Zone {
    /// The zone called `name`, or the message that there is none.
    ///
    /// # Errors
    /// `unknown-time-zone` at the value that `steps` lead to.
    pub fn find(name: &str, file: &File, steps: &[Step]) -> Result<Self, Box<Diagnostic>> {
        if let Some(rules) = time_zone(name) {
            return Ok(Self { name: Arc::from(name), rules });
        }
        let place = file.value(steps);
        let names = time_zone_names();
        let city = |zone: &&String| zone.rsplit('/').next().is_some_and(|city| city.eq_ignore_ascii_case(name));
        let near = nearest(name, names.iter().map(String::as_str));
        let near = near.or_else(|| names.iter().find(city).map(String::as_str));
        let message = format!("\"{name}\" is not an IANA time zone name");
        let diagnostic = Diagnostic::new(Code::UnknownTimeZone, message, place.clone());
        let edit = |near: &str| Edit { place, replacement: format!("\"{near}\"") };
        let is_abbreviation = name.len() <= 5 && name.bytes().all(|byte| byte.is_ascii_uppercase());
        Err(Box::new(match is_abbreviation {
            true => {
                diagnostic.help("write the zone of a city near you, such as \"Europe/Zurich\" or \"Europe/Berlin\"")
            }
            false => diagnostic.did_you_mean(near, edit),
        }))
    }
}

impl Config {
    /// The folder with the people files, relative to the root.
    #[must_use]
    pub fn people_folder(&self) -> &str {
        self.publish.people.as_deref().map_or("private/people", |folder| folder.trim_end_matches('/'))
    }

    /// The path that the public address ends with: `/` unless the site lies in a folder of its host.
    #[must_use]
    pub fn base_path(&self) -> &str {
        let base = self.base_url.as_deref().unwrap_or("/");
        base.split_once("://").map_or(base, |(_, rest)| rest.find('/').map_or("/", |at| &rest[at..]))
    }

    /// How often calendars are asked to look for changes, in hours.
    #[must_use]
    pub fn refresh_hours(&self) -> u32 {
        self.calendar.refresh_hours.map_or(1, super::super::document::values::Whole::amount)
    }

    /// The domain that makes the names of entries in feeds unique: `calendar.uid_domain`, else the host of the public
    /// address (model.md §2). Without one there are no feeds, for an entry whose name changes appears twice.
    #[must_use]
    pub fn uid_domain(&self) -> Option<&str> {
        let own = self.calendar.uid_domain.as_deref().map(str::trim).filter(|domain| !domain.is_empty());
        own.or_else(|| self.base_url.as_deref().and_then(host))
    }
}

/// What `site.toml` says.
#[derive(Debug)]
pub enum Reading {
    /// What holds for the site, and the levels of `[diagnostics]`. Single values may be wrong and left out.
    Understood(Box<Config>, BTreeMap<Code, Level>),
    /// It has errors that leave open what holds. With this much of it other files can still be checked.
    Partly(Box<Config>, BTreeMap<Code, Level>),
    /// Not even its languages are known; only how much messages weigh.
    NotAtAll(BTreeMap<Code, Level>),
}

/// Reads `site.toml`.
pub fn resolve(report: &mut Report, file: &Arc<File>) -> Reading {
    let subject = Subject { path: file.path(), entity: "site", quoting: Quoting::Values, original: None };
    let text = text(file);
    let understood = match decode(&subject, &text) {
        Ok(toml) => understood(report, file, toml),
        Err(Faulty { diagnostics, rest }) => {
            report.extend(diagnostics);
            if let Some((toml, stand_ins)) = rest {
                // Nothing is made of it, but its other values are checked.
                let _ = understood(report, &Arc::new(file.with_stand_ins(stand_ins)), toml);
            }
            None
        }
    };
    match understood {
        Some((config, levels)) => Reading::Understood(Box::new(config), levels),
        None => partly(file, &readable(&subject, &text)).map_or_else(
            || Reading::NotAtAll(levels_of(&readable(&subject, &text))),
            |(config, levels)| Reading::Partly(Box::new(config), levels),
        ),
    }
}

/// The file with blanks for a byte-order mark, so that places in it stay what they are.
fn text(file: &File) -> String {
    file.text().replacen('\u{feff}', "   ", 1)
}

/// The languages of a `site.toml` that has errors elsewhere, the folder of the people files, and the levels of messages.
fn partly(file: &Arc<File>, text: &str) -> Option<(Config, BTreeMap<Code, Level>)> {
    let table: toml::Table = text.parse().ok()?;
    let site = table.get("site")?.as_table()?;
    let default = match site.get("default_language") {
        Some(tag) => Locale::parse(tag.as_str()?)?,
        None => Locale::parse("en")?,
    };
    let tags: Vec<Locale> = match site.get("languages") {
        Some(tags) if tags.as_array().is_some_and(Vec::is_empty) => vec![default.clone()],
        Some(tags) => tags.as_array()?.iter().map(|tag| Locale::parse(tag.as_str()?)).collect::<Option<_>>()?,
        None => vec![default.clone()],
    };
    let position = tags.iter().position(|tag| *tag == default)?;
    let languages = Languages::new(tags, Language::new(position));
    // What was left out because it cannot be read may have been them.
    let is_lost = |key: &str| file.text().contains(key) && !site.contains_key(key);
    if is_lost("languages") || is_lost("default_language") {
        return None;
    }
    let people = table.get("publish").and_then(|publish| publish.get("people")).and_then(toml::Value::as_str);
    let config = Config {
        title: languages.same(""),
        organisation: None,
        base_url: None,
        time_zone: None,
        // The most open one: nobody is told that something was lowered to it.
        visibility: Visibility::Public,
        contact: None,
        noindex: true,
        min_group: 5,
        holidays: Vec::new(),
        holidays_are_known: false,
        labels: BTreeMap::new(),
        languages,
        calendar: CalendarTable::default(),
        theme: ThemeTable::default(),
        markdown: MarkdownTable::default(),
        publish: PublishTable { people: people.map(str::to_owned), ..PublishTable::default() },
        search: SearchTable::default(),
        links: LinksTable::default(),
        file: Arc::clone(file),
    };
    Some((config, levels_of(text)))
}

/// What `[diagnostics]` says, as far as that can be read.
fn levels_of(text: &str) -> BTreeMap<Code, Level> {
    let table: toml::Table = text.parse().unwrap_or_default();
    table.get("diagnostics").and_then(toml::Value::as_table).map(readable_levels).unwrap_or_default()
}

/// The levels of `[diagnostics]` that can be read.
fn readable_levels(table: &toml::Table) -> BTreeMap<Code, Level> {
    let level = |(name, word): (&String, &toml::Value)| {
        let word = LevelWord::deserialize(word.clone()).ok()?;
        Some((Code::from_name(name)?, word.level()))
    };
    table.iter().filter_map(level).collect()
}

/// What languages decide: without them nobody can tell whether these would be said.
const DECIDED_BY_LANGUAGES: [Code; 3] = [Code::UnknownLanguage, Code::Untranslated, Code::SwissSpelling];

fn understood(report: &mut Report, file: &Arc<File>, toml: SiteToml) -> Option<(Config, BTreeMap<Code, Level>)> {
    if let Some(languages) = languages(report, file, &toml.site) {
        return Some(configured(report, file, toml, languages));
    }
    let any = Languages::new(vec![Locale::parse("en")?], Language::new(0));
    let mut all = report.clone();
    let before = all.diagnostics().len();
    let _ = configured(&mut all, file, toml, any);
    let others = all.diagnostics()[before..].iter().filter(|one| !DECIDED_BY_LANGUAGES.contains(&one.code));
    report.extend(others.cloned());
    None
}

fn configured(
    report: &mut Report,
    file: &Arc<File>,
    toml: SiteToml,
    languages: Languages,
) -> (Config, BTreeMap<Code, Level>) {
    let levels = levels(report, file, &toml.diagnostics);
    let mut translator = Translator::new(&languages, file);
    let title = translator.text(&at!["site", "title"], &toml.site.title);
    let holidays = holidays(report, file, &mut translator, &toml.holidays);
    translator.finish(report);
    let labels = labels(report, file, &languages, &toml);
    let site = toml.site;
    let config = Config {
        title,
        organisation: site.organisation.clone().filter(|name| !name.trim().is_empty()),
        base_url: base_url(report, file, &site.base_url),
        time_zone: zone(report, file, site.time_zone.as_deref()),
        visibility: visibility(report, file, site.visibility),
        contact: contact(report, file, &at!["site", "contact"], site.contact.as_deref()),
        noindex: site.noindex.unwrap_or(true),
        min_group: site.min_group.map_or(5, super::super::document::values::Whole::amount),
        holidays_are_known: holidays.len() == toml.holidays.len(),
        holidays,
        labels,
        languages,
        calendar: toml.calendar,
        theme: toml.theme,
        markdown: toml.markdown,
        publish: toml.publish,
        search: toml.search,
        links: toml.links,
        file: Arc::clone(file),
    };
    check_uid_domain(report, &config);
    check_edit_url(report, &config);
    (config, levels)
}

fn languages(report: &mut Report, file: &File, site: &SiteTable) -> Option<Languages> {
    let default_tag = site.default_language.as_deref().unwrap_or("en");
    let default = tag(report, file, &at!["site", "default_language"], "default_language", default_tag);
    let steps = at!["site", "languages"];
    if file.is_stand_in(&steps) {
        return None;
    }
    let written = site.languages.as_ref();
    if written.is_some_and(Vec::is_empty) {
        let message = "\"languages\" must not be empty";
        report.add(Diagnostic::new(Code::Empty, message, file.value(&steps)));
        return None;
    }
    let mut tags: Vec<Locale> = Vec::new();
    let mut sound = default.is_some();
    for (index, text) in written.into_iter().flatten().enumerate() {
        let steps = at!["site", "languages", index];
        match tag(report, file, &steps, "languages", text) {
            Some(locale) if tags.contains(&locale) => {
                let message = format!("\"{text}\" is listed twice in languages");
                report.add(Diagnostic::new(Code::ListedTwice, message, file.value(&steps)));
            }
            Some(locale) => tags.push(locale),
            None => sound = false,
        }
    }
    let default = default?;
    if written.is_none() {
        tags.push(default.clone());
    }
    match tags.iter().position(|locale| *locale == default) {
        Some(index) if sound => Some(Languages::new(tags, Language::new(index))),
        None if sound => {
            let message = format!("site.default_language \"{default}\" is not listed in site.languages");
            let place = file.first_key(&[&at!["site", "default_language"], &at!["site", "languages"]]);
            report.add(Diagnostic::new(Code::DefaultLanguage, message, place));
            None
        }
        _ => None,
    }
}

fn tag(report: &mut Report, file: &File, steps: &[Step], key: &str, text: &str) -> Option<Locale> {
    let locale = Locale::parse(text);
    if locale.is_none() {
        let message = format!("\"{key}\" must be a language tag such as \"de-CH\", found the text \"{text}\"");
        let place = file.value(steps);
        let meant = Locale::meant(text);
        let edit = |tag: &str| Edit { place: place.clone(), replacement: format!("\"{tag}\"") };
        let diagnostic = Diagnostic::new(Code::WrongType, message, place.clone());
        report.add(diagnostic.did_you_mean(meant.as_ref().map(Locale::as_str), edit));
    }
    locale
}

fn levels(report: &mut Report, file: &File, table: &BTreeMap<String, LevelWord>) -> BTreeMap<Code, Level> {
    let mut levels = BTreeMap::new();
    for (name, word) in table {
        let steps = at!["diagnostics", name];
        let Some(code) = Code::from_name(name) else {
            let place = file.key(&steps);
            let near = nearest(name, Code::ALL.iter().map(|code| code.name()));
            let message = format!("there is no diagnostic \"{name}\"");
            let diagnostic = Diagnostic::new(Code::UnknownDiagnostic, message, place.clone());
            report.add(diagnostic.did_you_mean(near, |near| Edit { place, replacement: near.to_owned() }));
            continue;
        };
        let level = word.level();
        if code.severity() == crate::diagnostics::Severity::Error && level != Level::Deny {
            let message = format!("\"{name}\" is an error and can only be mended");
            report.add(Diagnostic::new(Code::WrongLevel, message, file.value(&steps)));
            continue;
        }
        levels.insert(code, level);
    }
    levels
}

fn holidays(
    report: &mut Report,
    file: &File,
    translator: &mut Translator<'_>,
    holidays: &[HolidayTable],
) -> Vec<Holiday> {
    let mut resolved = Vec::new();
    for (index, holiday) in holidays.iter().enumerate() {
        let name = translator.text(&at!["holiday", index, "name"], &holiday.name);
        if let Some(period) = period(report, file, index, holiday) {
            resolved.push(Holiday { period, name });
        }
    }
    resolved
}

fn period(report: &mut Report, file: &File, index: usize, holiday: &HolidayTable) -> Option<Period> {
    let missing = |key: &str| {
        let message = format!("\"{key}\" is missing in holiday");
        Diagnostic::new(Code::MissingKey, message, file.key(&at!["holiday", index]))
            .help("give \"date\", or \"from\" and \"to\"")
    };
    match (holiday.date, holiday.from, holiday.to) {
        (Some(date), None, None) => Some(Period { from: date.0, to: date.0 }),
        (None, Some(from), Some(to)) if from > to => {
            report.add(inverted_period(file, &at!["holiday", index, "from"], from.0, to.0));
            None
        }
        (None, Some(from), Some(to)) => Some(Period { from: from.0, to: to.0 }),
        (None, from, _) => {
            let missing_key = match (from, holiday.to) {
                (Some(_), _) => "to",
                (None, Some(_)) => "from",
                (None, None) => "date",
            };
            report.add(missing(missing_key));
            None
        }
        (Some(_), from, _) => {
            let key = if from.is_some() { "from" } else { "to" };
            let message = format!("unknown key \"{key}\" in holiday with a \"date\"");
            let place = file.key(&at!["holiday", index, key]);
            report.add(Diagnostic::new(Code::UnknownKey, message, place).help("give \"date\", or \"from\" and \"to\""));
            None
        }
    }
}

/// The message for a period that ends before it begins.
#[must_use]
pub fn inverted_period(file: &File, steps: &[Step], from: jiff::civil::Date, to: jiff::civil::Date) -> Diagnostic {
    Diagnostic::new(Code::InvertedPeriod, format!("\"from\" {from} is after \"to\" {to}"), file.value(steps))
}

fn labels(
    report: &mut Report,
    file: &File,
    languages: &Languages,
    toml: &SiteToml,
) -> BTreeMap<String, BTreeMap<String, String>> {
    for tag in toml.labels.keys().filter(|tag| !languages.knows(tag)) {
        report.add(languages.unknown(tag, file.key(&at!["labels", tag])));
    }
    toml.labels.iter().map(|(tag, table)| (tag.clone(), table.given())).collect()
}

fn zone(report: &mut Report, file: &File, name: Option<&str>) -> Option<Zone> {
    match Zone::find(name?, file, &at!["site", "time_zone"]) {
        Ok(zone) => Some(zone),
        Err(diagnostic) => {
            report.add(*diagnostic);
            None
        }
    }
}

fn visibility(report: &mut Report, file: &File, written: Option<Visibility>) -> Visibility {
    let visibility = written.unwrap_or(Visibility::Initials);
    if visibility == Visibility::Public {
        let message = "site.visibility is \"public\": full names may appear on the site";
        report.add(Diagnostic::new(Code::PublicNames, message, file.value(&at!["site", "visibility"])));
    }
    visibility
}
