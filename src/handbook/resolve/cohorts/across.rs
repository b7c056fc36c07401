//! What is said once for several cohorts (model.md §0).

use std::collections::BTreeMap;

use super::read::Parts;
use crate::at;
use crate::diagnostics::{Code, Diagnostic, Report};
use crate::handbook::Id;
use crate::handbook::programme::Programme;
use crate::handbook::resolve::Given;

/// A cohort and how many sessions it has.
pub(super) type CohortLength = (String, usize);

/// What is said once for several cohorts (model.md §0).
#[derive(Default)]
pub struct Across {
    pub(super) without_zone: Vec<String>,
    /// Programme and position of the milestone → the cohorts that lack its session, with their lengths.
    pub milestones: BTreeMap<(Id<Programme>, usize), Vec<CohortLength>>,
}
impl Across {
    pub(super) fn finish(self, report: &mut Report, given: &Given<'_>, parts: &Parts<'_>) {
        if !self.without_zone.is_empty() {
            let message = "no time zone: set site.time_zone or cohort.time_zone, for example \"Europe/Zurich\"";
            let cohorts: Vec<String> = self.without_zone.iter().map(|id| format!("\"{id}\"")).collect();
            let place = given.config.file.key(&at!["site", "time_zone"]);
            let note = format!("without a time zone: cohort {}", cohorts.join(", "));
            report.add(Diagnostic::new(Code::NoTimeZone, message, place).note(note));
        }
        for ((programme, index), cohorts) in self.milestones {
            let programme = &parts.programmes.table[programme];
            let id = &*programme.toml.milestones[index].id;
            let place = programme.file.value(&at!["milestone", index, "anchor"]);
            let text = |(cohort, sessions): &CohortLength| format!("cohort \"{cohort}\" has only {sessions} sessions");
            let mut texts = cohorts.iter().map(text);
            let first = texts.next().unwrap_or_default();
            let mut diagnostic = Diagnostic::new(Code::MilestoneSession, format!("milestone \"{id}\": {first}"), place);
            diagnostic.notes.extend(texts);
            report.add(diagnostic);
        }
    }
}
