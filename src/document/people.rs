//! `private/people/<cohort>.toml` (model.md §9): never published, never quoted.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use super::cohort::Visibility;
use super::values::Text;

/// The people of a cohort by their ids.
pub type PeopleToml = BTreeMap<String, PersonToml>;

/// One person.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PersonToml {
    /// The name; a first name is enough.
    pub name: Text<1, 200>,
    /// The year of birth; or else an age band.
    pub birth_year: Option<i64>,
    /// An age band such as "20-29", which needs less data than a year.
    #[schemars(extend("x-editor" = { "pattern": "^[0-9]{1,3}-[0-9]{1,3}$", "examples": ["20-29", "50-59"] }))]
    pub age_band: Option<String>,
    /// The department, one of those of the programme.
    pub department: Option<String>,
    /// The level of position, one of those of the programme.
    pub level: Option<String>,
    /// The direct boss and the boss's boss, if they are among the participants.
    pub superiors: Option<Vec<String>>,
    /// How openly this person agreed to be shown.
    #[serde(default)]
    pub consent: Visibility,
}
