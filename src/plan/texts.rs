//! The interface texts that the program itself asks for. Those of templates are found missing when a page is made.

use super::Interface;
use crate::diagnostics::{Code, Diagnostic, Place, Report};
use crate::handbook::checks::{BUILT_IN_FACTORS, CHECKS};
use crate::text::SourcePath;

/// Keys that stand by themselves.
const KEYS: &[&str] = &[
    "alert-caution",
    "alert-important",
    "alert-note",
    "alert-tip",
    "alert-warning",
    "change-cancelled",
    "change-content",
    "change-moved",
    "change-place",
    "change-restored",
    "changes-title",
    "check-accepted",
    "check-hidden",
    "check-off",
    "cohort-calendar-organiser",
    "cohort-checks",
    "factors-intro",
    "home-mentee-is",
    "home-mentor-is",
    "home-organiser-is",
    "home-sponsor-is",
    "hours",
    "hours-and-minutes",
    "label-organiser",
    "label-self-study",
    "label-session",
    "label-slack",
    "mentee-number",
    "mentor-number",
    "minutes",
    "nav-cohorts",
    "nav-factors",
    "nav-glossary",
    "nav-home",
    "nav-topics",
    "not-found-title",
    "picture-block",
    "picture-session",
    "picture-session-cancelled",
    "picture-session-moved",
    "picture-step",
    "picture-step-optional",
    "print-all",
    "print-cohort",
    "print-topic",
    "redirect",
    "role-both",
    "role-mentee",
    "role-mentor",
    "role-organiser",
    "role-sponsor",
    "session-state-cancelled",
    "checks-title",
];

/// What results of checks rest on.
const DETAILS: [&str; 31] = [
    "agenda-lacks",
    "difference-age",
    "difference-department",
    "difference-level",
    "difference-line",
    "ends-late",
    "exchange",
    "flow-lacks",
    "goal-measure",
    "goal-served",
    "long-break",
    "no-choice",
    "no-goals",
    "no-pairs",
    "no-sessions",
    "no-topic",
    "not-stated",
    "not-work-time",
    "report",
    "session-goal",
    "too-few",
    "too-many",
    "topic-goals",
    "topic-outcome",
    "unknown-age",
    "unknown-age-kind",
    "unknown-department",
    "unknown-level",
    "unknown-superiors",
    "waived",
    "waived-pair",
];

/// Reports every text that is missing in all layers of a language.
pub fn check(report: &mut Report, interfaces: &[Interface]) {
    let path = SourcePath::new("themes/faden/i18n/en.ftl");
    for key in keys() {
        if interfaces.iter().any(|interface| !interface.texts.has(&key)) {
            let message = format!("no interface text \"{key}\"");
            let help = format!("add a line \"{key} = …\" to the theme's i18n/en.ftl");
            report.add(Diagnostic::new(Code::MissingText, message, Place::top(&path)).help(help));
        }
    }
}

fn keys() -> impl Iterator<Item = String> {
    let results = ["", "-pass", "-attention", "-missing"];
    let checks = CHECKS.iter().map(|check| format!("check-{}", check.replace('.', "-")));
    let factors = BUILT_IN_FACTORS.iter().map(|factor| format!("factor-{factor}"));
    let with_results = checks.chain(factors).flat_map(move |key| results.map(|result| format!("{key}{result}")));
    let details = DETAILS.iter().map(|detail| format!("detail-{detail}"));
    KEYS.iter().map(|key| (*key).to_owned()).chain(with_results).chain(details)
}
