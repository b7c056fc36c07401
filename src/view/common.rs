use schemars::JsonSchema;
use serde::Serialize;

/// HTML that is safe to be printed as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(transparent)]
pub struct Html(pub String);

/// A link to a page of the site.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Link {
    /// What it says.
    pub label: String,
    /// Where it leads, from the top of the site.
    pub href: String,
}

/// A day in every form that pages need.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct DateText {
    /// `2026-09-03`.
    pub iso: String,
    /// "Thursday 3 September 2026".
    pub long: String,
    /// "3 September 2026".
    pub medium: String,
    /// For tables.
    pub short: String,
    /// "Thursday".
    pub weekday: String,
    /// "3".
    pub day: String,
    /// "September 2026".
    pub month: String,
}

/// The times of a session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct TimeText {
    /// "13:30–14:30".
    pub range: String,
    /// "13:30".
    pub start: String,
    /// "14:30".
    pub end: String,
    /// `2026-09-03T13:30:00+02:00`.
    pub start_iso: String,
    /// `2026-09-03T14:30:00+02:00`.
    pub end_iso: String,
    /// The zone, for example "Europe/Zurich".
    pub zone: String,
}
