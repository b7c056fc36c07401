//! Thresholds and who set them (model.md §7).

use super::catalogue::{THRESHOLDS, Threshold};
use crate::document::values::Parameter;
use crate::handbook::cohort::Cohort;
use crate::handbook::programme::Programme;
use crate::handbook::{Handbook, Id};

/// The built-in value of `required_kinds`.
const REQUIRED_KINDS: [&str; 3] = ["check-in", "reflection", "next-steps"];

/// The thresholds that hold for a cohort, for a programme, or unless these say otherwise.
#[derive(Clone, Copy)]
pub struct Thresholds<'h> {
    handbook: &'h Handbook,
    programme: Option<&'h Programme>,
    cohort: Option<&'h Cohort>,
}

/// The value of a threshold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value<'h> {
    /// A whole number.
    Number(i64),
    /// A list of words.
    Words(Vec<&'h str>),
}

/// Who set a value, from weak to strong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum SetBy {
    /// Nobody: it is built in.
    BuiltIn,
    /// `[params]` of the factor's file.
    Factor,
    /// `[factors]` of the programme.
    Programme,
    /// `[factors]` of the cohort.
    Cohort,
}

impl<'h> Thresholds<'h> {
    /// What holds where no programme and no cohort says otherwise.
    #[must_use]
    pub fn of_handbook(handbook: &'h Handbook) -> Self {
        Self { handbook, programme: None, cohort: None }
    }

    /// What holds where no cohort says otherwise.
    #[must_use]
    pub fn of_programme(handbook: &'h Handbook, programme: Id<Programme>) -> Self {
        Self { programme: Some(&handbook.programmes[programme]), ..Self::of_handbook(handbook) }
    }

    /// What holds for a cohort.
    #[must_use]
    pub fn of_cohort(handbook: &'h Handbook, cohort: Id<Cohort>) -> Self {
        let cohort = &handbook.cohorts[cohort];
        Self { cohort: Some(cohort), ..Self::of_programme(handbook, cohort.programme) }
    }

    /// The value that holds.
    #[must_use]
    pub fn value(&self, threshold: &Threshold) -> Value<'h> {
        let (_, value) = self.set(threshold).pop().expect("a threshold has a built-in value");
        value
    }

    /// Whether the value that holds is the built-in one, however often it was written down.
    #[must_use]
    pub fn is_built_in(&self, threshold: &Threshold) -> bool {
        self.value(threshold) == built_in(threshold)
    }

    /// Every value that somebody set, from the built-in one to the one that holds.
    #[must_use]
    pub fn set(&self, threshold: &Threshold) -> Vec<(SetBy, Value<'h>)> {
        let name = threshold.name;
        let factor = self.handbook.factors.iter().find(|factor| *factor.id == *threshold.factor());
        let front = factor.and_then(|factor| factor.front.as_deref());
        let written = [
            (SetBy::Factor, front.and_then(|front| front.params.get(name))),
            (SetBy::Programme, self.programme.and_then(|programme| programme.toml.factors.get(name))),
            (SetBy::Cohort, self.cohort.and_then(|cohort| cohort.toml.factors.get(name))),
        ];
        let mut set = vec![(SetBy::BuiltIn, built_in(threshold))];
        for (level, parameter) in written {
            match (parameter, threshold.default) {
                (Some(Parameter::Number(number)), Some(_)) => set.push((level, Value::Number(*number))),
                (Some(Parameter::Words(words)), None) => {
                    set.push((level, Value::Words(words.iter().map(String::as_str).collect())));
                }
                // A value of the wrong kind has been reported and holds nowhere.
                _ => {}
            }
        }
        set
    }

    /// The number called `name`.
    pub(super) fn number(&self, name: &str) -> i64 {
        match self.value(by_name(name)) {
            Value::Number(number) => number,
            Value::Words(_) => unreachable!("checks ask for a number where the catalogue has one"),
        }
    }

    /// The words called `name`.
    pub(super) fn words(&self, name: &str) -> Vec<&'h str> {
        match self.value(by_name(name)) {
            Value::Words(words) => words,
            Value::Number(_) => unreachable!("checks ask for words where the catalogue has some"),
        }
    }
}

fn built_in<'h>(threshold: &Threshold) -> Value<'h> {
    threshold.default.map_or_else(|| Value::Words(REQUIRED_KINDS.to_vec()), Value::Number)
}

fn by_name(name: &str) -> &'static Threshold {
    THRESHOLDS.iter().find(|threshold| threshold.name == name).expect("checks ask only for thresholds of the catalogue")
}

#[cfg(test)]
mod tests {
    use super::{SetBy, Thresholds, by_name};
    use crate::handbook::checks::fixture::{cohort, handbook};

    #[test]
    fn the_nearest_to_the_cohort_holds() {
        let factor = "@ content/factors/project.md\n+ +++\n+ title = \"Project\"\n+ number = 4\n\
                      + rationale = \"It ends\"\n\
                      + [params]\n+ max_months = 5\n+ +++";
        let programme = "@ content/programmes/swap.toml\n+ [factors]\n+ max_months = 4\n+ required_kinds = [\"goal\"]";
        let own = "@ content/cohorts/c.toml\n+ [factors]\n+ max_months = 3";
        let rows = [
            ("", "BuiltIn Number(6)"),
            (factor, "BuiltIn Number(6), Factor Number(5)"),
            (programme, "BuiltIn Number(6), Programme Number(4)"),
            (own, "BuiltIn Number(6), Cohort Number(3)"),
            (
                &[factor, programme, own].join("\n"),
                "BuiltIn Number(6), Factor Number(5), Programme Number(4), Cohort Number(3)",
            ),
        ];
        for (change, expected) in rows {
            let handbook = handbook(change);
            let set = Thresholds::of_cohort(&handbook, cohort(&handbook)).set(by_name("max_months"));
            let set: Vec<String> = set.iter().map(|(level, value)| format!("{level:?} {value:?}")).collect();
            assert_eq!(set.join(", "), expected, "{change}");
        }
    }

    #[test]
    fn a_page_without_a_cohort_has_weaker_values() {
        let handbook = handbook(
            "@ content/programmes/swap.toml\n+ [factors]\n+ required_kinds = [\"goal\"]\n\
             @ content/cohorts/c.toml\n+ [factors]\n+ required_kinds = []",
        );
        let cohort = cohort(&handbook);
        let programme = handbook.cohorts[cohort].programme;
        let words = |thresholds: Thresholds<'_>| thresholds.words("required_kinds").join(" ");
        assert_eq!(words(Thresholds::of_handbook(&handbook)), "check-in reflection next-steps");
        assert_eq!(words(Thresholds::of_programme(&handbook, programme)), "goal");
        assert_eq!(words(Thresholds::of_cohort(&handbook, cohort)), "");
        assert!(SetBy::BuiltIn < SetBy::Factor && SetBy::Programme < SetBy::Cohort);
    }
}
