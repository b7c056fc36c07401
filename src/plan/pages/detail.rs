//! What results of checks rest on, in words. No view holds these: they name pairs, and no page may.

use std::collections::BTreeMap;

use super::Writer;
use super::cohort::{kind_key, template_kind_word};
use crate::handbook::Id;
use crate::handbook::checks::{Attribute, CheckResult, Detail, Outcome, Side, exchange};
use crate::handbook::cohort::Cohort;
use crate::locale::Argument;

impl Writer<'_> {
    /// Check → what its result in a cohort rests on; for pairs also the way out, if there is one.
    pub fn details(&self, cohort: Id<Cohort>) -> BTreeMap<&'static str, Vec<String>> {
        let way_out = self.exchange_words(cohort);
        let checks = self.plan.results[&cohort].iter().flat_map(|factor| &factor.checks);
        checks.map(|result| (result.check, self.check_details(result, way_out.as_deref()))).collect()
    }

    fn check_details(&self, result: &CheckResult, way_out: Option<&str>) -> Vec<String> {
        let could_exchange = result.check.starts_with("difference.") && result.outcome == Outcome::Attention;
        let way_out = way_out.filter(|_| could_exchange).map(str::to_owned);
        result.details.iter().map(|detail| self.detail_words(result.check, detail)).chain(way_out).collect()
    }

    fn exchange_words(&self, cohort: Id<Cohort>) -> Option<String> {
        let swaps = exchange(self.handbook, cohort);
        let words: Vec<String> = swaps.iter().map(|swap| format!("{} ↔ {}", swap.a, swap.b)).collect();
        (!words.is_empty()).then(|| self.text_with("detail-exchange", &[("swaps", words.join(", ").into())]))
    }

    fn detail_words(&self, check: &str, detail: &Detail) -> String {
        let text = |key: &str, arguments: &[(&str, &str)]| {
            let arguments: Vec<(&str, Argument)> =
                arguments.iter().map(|&(name, value)| (name, value.into())).collect();
            self.text_with(&format!("detail-{key}"), &arguments)
        };
        let numbers = |key: &str, numbers: [(&str, i64); 2]| {
            let [(one, first), (other, second)] = numbers.map(|(name, number)| (name, self.number(number)));
            text(key, &[(one, &first), (other, &second)])
        };
        // A number by which words are chosen: "1 year lies", "2 years lie".
        let counted = |key: &str, name: (&str, &str), numbers: [(&str, i64); 2]| {
            let numbers = numbers.map(|(name, number)| (name, number.into()));
            let arguments: Vec<(&str, Argument)> = [(name.0, name.1.into())].into_iter().chain(numbers).collect();
            self.text_with(&format!("detail-{key}"), &arguments)
        };
        match detail {
            Detail::NoPairs => text("no-pairs", &[]),
            Detail::Pair { pair } => text(&check.replace('.', "-"), &[("pair", pair)]),
            Detail::TooClose { pair, found, wanted } => {
                counted(&check.replace('.', "-"), ("pair", pair), [("found", *found), ("wanted", *wanted)])
            }
            Detail::Unknown { pair, what: Attribute::AgeOfOneKind, .. } => text("unknown-age-kind", &[("pair", pair)]),
            Detail::Unknown { pair, of, what } => {
                text(&format!("unknown-{}", attribute_word(*what)), &[("pair", pair), ("who", &self.side(*of))])
            }
            Detail::NotStated(statement) => text("not-stated", &[("key", statement.key())]),
            Detail::TooFew { found, wanted } => numbers("too-few", [("found", *found), ("wanted", *wanted)]),
            Detail::TooMany { found, allowed } => numbers("too-many", [("found", *found), ("allowed", *allowed)]),
            Detail::TopicGoals { topic, found, wanted } => {
                counted("topic-goals", ("topic", topic), [("found", *found), ("wanted", *wanted)])
            }
            Detail::NoGoals => text("no-goals", &[]),
            Detail::GoalWithoutMeasure { topic, goal } => text("goal-measure", &[("topic", topic), ("goal", goal)]),
            Detail::GoalNotServed { topic, goal } => text("goal-served", &[("topic", topic), ("goal", goal)]),
            Detail::NoSessions => text("no-sessions", &[]),
            Detail::SessionWithoutGoal { session, topic } => {
                text("session-goal", &[("session", &session.to_string()), ("topic", topic)])
            }
            Detail::AgendaLacks { template, kind } => {
                text("agenda-lacks", &[("template", template), ("kind", &self.text(&kind_key(*kind)))])
            }
            Detail::FlowLacks(kind) => {
                let kind = self.text(&format!("session-kind-{}", template_kind_word(*kind)));
                text("flow-lacks", &[("kind", &kind)])
            }
            Detail::LongBreak { after, before, days, allowed } => {
                let (after, before) = (after.to_string(), before.to_string());
                let arguments: [(&str, Argument); 4] = [
                    ("after", after.as_str().into()),
                    ("before", before.as_str().into()),
                    ("days", (*days).into()),
                    ("allowed", (*allowed).into()),
                ];
                self.text_with("detail-long-break", &arguments)
            }
            Detail::NoChoice(side) => text("no-choice", &[("who", &self.side(*side))]),
            Detail::NotWorkTime => text("not-work-time", &[]),
            Detail::EndsLate { last, latest } => {
                let (last, latest) = (self.date(*last).medium, self.date(*latest).medium);
                text("ends-late", &[("last", &last), ("latest", &latest)])
            }
            Detail::NoTopic => text("no-topic", &[]),
            Detail::TopicWithoutOutcome { topic } => text("topic-outcome", &[("topic", topic)]),
            Detail::Waived { pair: None, reason } => text("waived", &[("reason", reason)]),
            Detail::Waived { pair: Some(pair), reason } => text("waived-pair", &[("pair", pair), ("reason", reason)]),
        }
    }

    fn side(&self, side: Side) -> String {
        self.text(match side {
            Side::Mentor => "role-mentor",
            Side::Mentee => "role-mentee",
            Side::Both => "role-both",
        })
    }

    fn number(&self, number: i64) -> String {
        self.interface.formats.number(number)
    }
}

fn attribute_word(attribute: Attribute) -> &'static str {
    match attribute {
        Attribute::Department => "department",
        Attribute::Age | Attribute::AgeOfOneKind => "age",
        Attribute::Level => "level",
        Attribute::Superiors => "superiors",
    }
}
