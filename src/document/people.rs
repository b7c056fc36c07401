//! `private/people/<cohort>.toml` (model.md §9): never published, never quoted.

use std::collections::BTreeMap;
use std::fmt;

use schemars::JsonSchema;
use serde::Deserialize;

use super::cohort::Visibility;
use super::values::Text;

/// The keys that hold personal data and must not stand in a pair of a cohort (model.md §9).
pub const PERSONAL: [&str; 7] = ["name", "birth_year", "age_band", "department", "level", "superiors", "consent"];

/// The people of a cohort by their ids.
pub type PeopleToml = BTreeMap<String, PersonToml>;

/// One person.
#[derive(Clone, PartialEq, Deserialize, JsonSchema)]
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

// What is known of people must not find its way into a log or a message.
impl fmt::Debug for PersonToml {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("PersonToml").finish_non_exhaustive()
    }
}

/// The two ends of "20-29", in years.
#[must_use]
pub fn age_band(text: &str) -> Option<(i64, i64)> {
    let (low, high) = text.split_once('-')?;
    let number = |part: &str| {
        let digits = (1..=3).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
        digits.then(|| part.parse::<i64>().ok()).flatten()
    };
    let (low, high) = (number(low)?, number(high)?);
    (low <= high).then_some((low, high))
}
