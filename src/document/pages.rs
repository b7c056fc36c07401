//! Everything that is mostly text: home, roles, documents, free pages, and the texts that go with programmes,
//! cohorts and sessions (model.md §1, §10).

use schemars::JsonSchema;
use serde::Deserialize;

use super::values::{ANY, Extra, Text};

/// A role page: `content/roles/<role>.md`.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RoleFront {
    /// The heading of the page.
    pub title: Text<1, ANY>,
    /// Leaves the page out of `build` until it is ready.
    #[serde(default)]
    pub draft: bool,
    /// Old addresses that lead here.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// Whether the search finds the page.
    pub search: Option<bool>,
    /// More words under which the search finds the page.
    #[serde(default)]
    pub search_terms: Vec<String>,
    /// Additions of your own.
    #[serde(default)]
    pub extra: Extra,
}

/// A printable form: `content/documents/<document>.md`.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FormFront {
    /// The heading of the form.
    pub title: Text<1, ANY>,
    /// What it is for.
    pub kind: FormKind,
    /// Leaves the page out of `build` until it is ready.
    #[serde(default)]
    pub draft: bool,
    /// Old addresses that lead here.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// Whether the search finds the page.
    pub search: Option<bool>,
    /// More words under which the search finds the page.
    #[serde(default)]
    pub search_terms: Vec<String>,
    /// Additions of your own.
    #[serde(default)]
    pub extra: Extra,
}

/// What a form is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum FormKind {
    /// What the two of a pair agree at the start.
    Agreement,
    /// What is noted in a session.
    SessionLog,
    /// The review at half-time.
    MidpointForm,
    /// How well one knows the topic, before and after.
    SelfRating,
    /// How the programme went.
    EvaluationForm,
    /// Anything else.
    Other,
}

/// A free page: `content/*.md` and `content/pages/**`; front matter may be left out.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PageFront {
    /// The heading; the first heading of the text unless given.
    pub title: Option<Text<1, ANY>>,
    /// Where it stands among the pages of a menu, lowest first.
    pub order: Option<i64>,
    /// Whether it stands in the menu.
    pub menu: Option<bool>,
    /// The roles whose view shows it: "mentor", "mentee", "organiser", "sponsor".
    #[serde(default)]
    pub roles: Vec<RoleName>,
    /// Leaves the page out of `build` until it is ready.
    #[serde(default)]
    pub draft: bool,
    /// Old addresses that lead here.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// Whether the search finds the page.
    pub search: Option<bool>,
    /// More words under which the search finds the page.
    #[serde(default)]
    pub search_terms: Vec<String>,
    /// Additions of your own.
    #[serde(default)]
    pub extra: Extra,
}

/// The role of somebody who reads the handbook.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum RoleName {
    /// The young employee who passes on knowledge.
    Mentor,
    /// The experienced manager who learns.
    Mentee,
    /// Whoever runs the programme.
    Organiser,
    /// Whoever stands behind it in management.
    Sponsor,
}

impl RoleName {
    /// All roles, in the order in which the site shows them.
    pub const ALL: [Self; 4] = [Self::Mentor, Self::Mentee, Self::Organiser, Self::Sponsor];

    /// The word of files and addresses.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Mentor => "mentor",
            Self::Mentee => "mentee",
            Self::Organiser => "organiser",
            Self::Sponsor => "sponsor",
        }
    }
}

/// The text beside a programme, a cohort or a session; front matter may be left out.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TextFront {
    /// A heading for the text.
    pub title: Option<Text<1, ANY>>,
    /// Leaves the text out of `build` until it is ready.
    #[serde(default)]
    pub draft: bool,
    /// Old addresses that lead to the page with this text.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// Whether the search finds the text.
    pub search: Option<bool>,
    /// More words under which the search finds the page.
    #[serde(default)]
    pub search_terms: Vec<String>,
    /// Additions of your own.
    #[serde(default)]
    pub extra: Extra,
}

/// A page in another language that has no texts but its heading.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TitleTranslation {
    /// The heading of the page.
    pub title: Option<Text<1, ANY>>,
    /// Additions of your own.
    #[serde(default)]
    pub extra: Extra,
}
