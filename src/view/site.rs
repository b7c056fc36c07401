use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use super::Link;

/// What all pages of a language have in common.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Site {
    /// The name of the handbook.
    pub title: String,
    /// The firm; empty if none is named.
    pub organisation: String,
    /// The language tag, for `lang`.
    pub language: String,
    /// "ltr" or "rtl".
    pub direction: String,
    /// The language and a region, as Open Graph writes them: `de_CH`.
    pub locale: String,
    /// Home.
    pub home: Link,
    /// The parts of the handbook.
    pub menu: Vec<MenuItem>,
    /// The pages of the four roles.
    pub roles: Vec<RoleLink>,
    /// Free pages that stand in the menu.
    pub pages: Vec<Link>,
    /// Whom to ask: what to show, and an address with its scheme; empty label if nobody is named.
    pub contact: Link,
    /// The style sheet.
    pub stylesheet: String,
    /// The pictures that stand for the handbook, on tabs and first screens.
    pub icons: Vec<Icon>,
    /// The web app manifest.
    pub manifest: String,
    /// Whether search engines are asked to stay away.
    pub noindex: bool,
    /// The feed of all changes; empty href if there is none.
    pub changes: Link,
    /// The options of the theme, as `site.toml` sets them or else as `theme.toml` does.
    pub options: BTreeMap<String, ThemeOption>,
}

/// An option of a theme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(untagged)]
pub enum ThemeOption {
    /// A text.
    Text(String),
    /// A whole number.
    Number(i64),
    /// Yes or no.
    Truth(bool),
    /// A list of texts.
    Texts(Vec<String>),
}

/// A picture that stands for the handbook.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Icon {
    /// Where it is.
    pub href: String,
    /// "image/svg+xml" or "image/png".
    pub media_type: String,
    /// "any" or its width and height: "192x192".
    pub sizes: String,
    /// "any"; "maskable", for devices that cut it into a shape of their own; "touch", for those of Apple.
    pub purpose: String,
}

/// A part of the handbook in the menu.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct MenuItem {
    /// "topics", "cohorts", "factors", "programme", "glossary": pages name the part they belong to.
    pub part: String,
    /// What it says.
    pub label: String,
    /// Where it leads.
    pub href: String,
}

/// The page of a role.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RoleLink {
    /// "mentor", "mentee", "organiser", "sponsor".
    pub role: String,
    /// The word for the role.
    pub label: String,
    /// Who that is, in a sentence.
    pub who: String,
    /// Where it leads.
    pub href: String,
}

/// What every page has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Page {
    /// The kind, which is also the name of the template.
    pub kind: String,
    /// The part of the menu that it belongs to; empty for none.
    pub part: String,
    /// The heading.
    pub title: String,
    /// What it belongs to, where the heading may be that of other pages too; mostly empty.
    pub context: String,
    /// A sentence for search engines and previews; may be empty.
    pub description: String,
    /// What leads from this page to the top of the site: "../../".
    pub root: String,
    /// Its own address from the top of the site.
    pub href: String,
    /// Its public address; empty if the site's is not known.
    pub canonical: String,
    /// The same page in every language, this one too.
    pub alternates: Vec<Alternate>,
    /// The way here from home, without the page itself.
    pub breadcrumbs: Vec<Link>,
    /// Where the source can be edited; empty if nowhere.
    pub edit_url: String,
    /// Whether it is a draft, which only `serve` and `--drafts` show.
    pub draft: bool,
    /// The picture that goes with its address.
    pub share: Share,
    /// JSON-LD; empty unless the site may be indexed.
    pub json_ld: String,
    /// The Content-Security-Policy of the page: that of the site, which its JSON-LD does not break.
    pub policy: String,
}

/// A picture that goes with the address of a page: what chats and networks show.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Share {
    /// Its public address; empty if that of the site is not known.
    pub address: String,
    /// How wide it is, in pixels.
    pub width: usize,
    /// How high it is.
    pub height: usize,
    /// What can be seen on it.
    pub text: String,
}

/// A page in another language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Alternate {
    /// The language tag.
    pub language: String,
    /// The language and a region, as Open Graph writes them: `de_CH`.
    pub locale: String,
    /// The language in its own words: "Deutsch".
    pub label: String,
    /// Where it leads.
    pub href: String,
    /// Its public address; empty if the site's is not known.
    pub canonical: String,
    /// Whether it is this page.
    pub current: bool,
}
