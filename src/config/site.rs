//! The keys of `site.toml`.

use crate::declared;
use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use crate::diagnostics::Level;
use crate::document::cohort::Visibility;
use crate::document::values::{ANY, Count, Day, Extra, Hours, LText, Minutes, Text, Whole};

declared!(SiteToml);

/// `site.toml`.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SiteToml {
    /// The handbook as a whole.
    pub site: SiteTable,
    /// Calendar feeds.
    #[serde(default)]
    pub calendar: CalendarTable,
    /// Days on which nobody meets, in all cohorts.
    #[serde(default, rename = "holiday")]
    pub holidays: Vec<HolidayTable>,
    /// Words of your own for the terms of the field, by language.
    #[serde(default)]
    pub labels: BTreeMap<String, LabelsTable>,
    /// The look.
    #[serde(default)]
    pub theme: ThemeTable,
    /// How Markdown is read.
    #[serde(default)]
    pub markdown: MarkdownTable,
    /// Where things come from and go to.
    #[serde(default)]
    pub publish: PublishTable,
    /// Search.
    #[serde(default)]
    pub search: SearchTable,
    /// Links to other sites.
    #[serde(default)]
    pub links: LinksTable,
    /// How much single messages weigh: code → "allow", "warn" or "deny".
    #[serde(default)]
    pub diagnostics: BTreeMap<String, LevelWord>,
    /// Additions of your own.
    #[serde(default)]
    pub extra: Extra,
}

/// `[site]`.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SiteTable {
    /// The name of the handbook, at most 80 characters.
    pub title: LText<1, 80>,
    /// The firm.
    pub organisation: Option<String>,
    /// The public address, for example `https://handbook.firm.example/`.
    #[serde(default)]
    pub base_url: String,
    /// The language of files and addresses without a suffix.
    pub default_language: Option<String>,
    /// All languages of the site, as tags such as "de-CH".
    pub languages: Option<Vec<String>>,
    /// The zone of all times, for example "Europe/Zurich".
    pub time_zone: Option<String>,
    /// How openly people may be shown at most; "initials" unless said otherwise.
    pub visibility: Option<Visibility>,
    /// A mail address or a web address for questions.
    pub contact: Option<String>,
    /// Whether search engines are asked to stay away; true unless said otherwise.
    pub noindex: Option<bool>,
    /// Below this number of pairs no result about pairs is published; 5 unless said otherwise.
    pub min_group: Option<Whole<Count, 1, 50>>,
}

/// `[calendar]`.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CalendarTable {
    /// Whether there are calendar feeds; true unless said otherwise.
    pub enabled: Option<bool>,
    /// The domain in the names of entries; the host of `site.base_url` unless given.
    pub uid_domain: Option<String>,
    /// How often calendars should look for changes; every hour unless said otherwise.
    pub refresh_hours: Option<Whole<Hours, 1, 168>>,
    /// Whether entries hold the agenda; true unless said otherwise.
    pub include_agenda: Option<bool>,
    /// How long before a session calendars remind.
    pub reminder_minutes: Option<Whole<Minutes, 0, 10080>>,
}

/// `[[holiday]]`: a day or a period.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(extend("anyOf" = [{ "required": ["date"] }, { "required": ["from"] }, { "required": ["to"] }]))]
pub struct HolidayTable {
    /// The day, if it is one.
    pub date: Option<Day>,
    /// The first day, if there are several.
    pub from: Option<Day>,
    /// The last day, if there are several.
    pub to: Option<Day>,
    /// What it is called.
    pub name: LText<1, ANY>,
}

/// `[labels.<language>]`.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LabelsTable {
    /// The young employee.
    pub mentor: Option<Text<1, ANY>>,
    /// Several of them.
    pub mentors: Option<Text<1, ANY>>,
    /// The experienced manager.
    pub mentee: Option<Text<1, ANY>>,
    /// Several of them.
    pub mentees: Option<Text<1, ANY>>,
    /// Mentor and mentee together.
    pub pair: Option<Text<1, ANY>>,
    /// Several of them.
    pub pairs: Option<Text<1, ANY>>,
    /// A meeting of the pairs.
    pub session: Option<Text<1, ANY>>,
    /// Several of them.
    pub sessions: Option<Text<1, ANY>>,
    /// A scheduled run of a programme.
    pub cohort: Option<Text<1, ANY>>,
    /// Several of them.
    pub cohorts: Option<Text<1, ANY>>,
    /// A learning path.
    pub topic: Option<Text<1, ANY>>,
    /// A step of a learning path.
    pub module: Option<Text<1, ANY>>,
    /// Whoever runs the programme.
    pub organiser: Option<Text<1, ANY>>,
    /// Whoever stands behind it in management.
    pub sponsor: Option<Text<1, ANY>>,
    /// Work between sessions.
    pub self_study: Option<Text<1, ANY>>,
    /// What is left of a session when the modules are done.
    pub slack: Option<Text<1, ANY>>,
}

impl LabelsTable {
    /// The labels that are given, by their keys.
    #[must_use]
    pub fn given(&self) -> BTreeMap<String, String> {
        let all = [
            ("mentor", &self.mentor),
            ("mentors", &self.mentors),
            ("mentee", &self.mentee),
            ("mentees", &self.mentees),
            ("pair", &self.pair),
            ("pairs", &self.pairs),
            ("session", &self.session),
            ("sessions", &self.sessions),
            ("cohort", &self.cohort),
            ("cohorts", &self.cohorts),
            ("topic", &self.topic),
            ("module", &self.module),
            ("organiser", &self.organiser),
            ("sponsor", &self.sponsor),
            ("self_study", &self.self_study),
            ("slack", &self.slack),
        ];
        all.into_iter().filter_map(|(key, label)| Some((key.to_owned(), label.as_deref()?.to_owned()))).collect()
    }
}

/// `[theme]`: the name, and what the theme itself lets one set.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
pub struct ThemeTable {
    /// The folder in `themes/`; "faden" unless said otherwise.
    #[serde(default = "default_theme")]
    pub name: String,
    /// The theme's own options.
    #[serde(flatten)]
    pub options: BTreeMap<String, serde_json::Value>,
}

impl Default for ThemeTable {
    fn default() -> Self {
        Self { name: default_theme(), options: BTreeMap::new() }
    }
}

fn default_theme() -> String {
    "faden".to_owned()
}

/// `[markdown]`.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MarkdownTable {
    /// What becomes of HTML in texts.
    #[serde(default)]
    pub raw_html: RawHtml,
}

/// What becomes of HTML in texts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum RawHtml {
    /// It is kept as far as it can do no harm.
    #[default]
    Sanitize,
    /// It is shown as it is written.
    Escape,
    /// It is kept.
    Allow,
}

/// `[publish]`.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PublishTable {
    /// The folder for the site; "public" unless said otherwise.
    pub out: Option<String>,
    /// Where a page can be edited: an address with {path} in it.
    pub edit_url: Option<String>,
    /// Old addresses and where they lead.
    #[serde(default)]
    pub redirects: BTreeMap<String, String>,
    /// The folder with the people files; "private/people" unless said otherwise.
    pub people: Option<String>,
    /// Which print editions there are.
    #[serde(default)]
    pub print: PrintEditions,
}

/// Which print editions there are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum PrintEditions {
    /// One of the whole handbook.
    All,
    /// One of each topic and cohort.
    Parts,
    /// The whole handbook up to 300 modules, beyond that the parts.
    #[default]
    Auto,
}

/// `[search]`.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SearchTable {
    /// Whether the site has a search; true unless said otherwise.
    pub enabled: Option<bool>,
}

/// `[links]`.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LinksTable {
    /// Addresses that `check --external-links` does not call; `*` stands for any letters, as in
    /// `https://intranet.example/*`.
    #[serde(default)]
    pub skip: Vec<String>,
}

/// How much a message weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum LevelWord {
    /// It is not shown.
    Allow,
    /// It is a warning.
    Warn,
    /// It is an error.
    Deny,
}

impl LevelWord {
    /// What it means.
    #[must_use]
    pub fn level(self) -> Level {
        match self {
            Self::Allow => Level::Allow,
            Self::Warn => Level::Warn,
            Self::Deny => Level::Deny,
        }
    }
}
