//! Sessions before they have a date: template, minutes and room for modules (model.md §6).

use std::collections::BTreeSet;

use super::setting::Setting;
use crate::at;
use crate::diagnostics::{Code, Diagnostic, Report};
use crate::handbook::Id;
use crate::handbook::resolve::Name;
use crate::handbook::schedule::{self, Misfit};
use crate::handbook::template::Template;

/// A session before it has a date: its template and how long everything is.
pub(super) struct Frame {
    pub(super) template: Id<Template>,
    pub(super) minutes: u32,
    pub(super) blocks: Vec<u32>,
    pub(super) capacity: u32,
    pub(super) cancelled: bool,
}
impl<'s> Setting<'s, '_> {
    /// The frames of all sessions; `None` if a template does not fit or could not be read.
    pub(super) fn frames(&self, report: &mut Report) -> Option<Vec<Frame>> {
        let mut frames = Some(Vec::new());
        let mut reported = BTreeSet::new();
        for (number, &planned) in (1..).zip(&self.plan) {
            let own = self.own(number);
            let template = match own.and_then(|(index, session)| Some((index, session.template.as_ref()?))) {
                None => Some(planned),
                Some((index, name)) => {
                    let steps = at!["session", index, "template"];
                    match self.parts.templates.names.find(report, self.file, &steps, name) {
                        Some(Name::Sound(id)) => Some(id),
                        Some(Name::Draft | Name::Withheld) | None => None,
                    }
                }
            };
            let minutes = own.and_then(|(_, session)| session.minutes).map(crate::document::values::Whole::amount);
            let minutes = minutes.unwrap_or(self.session_minutes());
            let cancelled = own.is_some_and(|(_, session)| session.cancelled);
            let frame =
                template.and_then(|template| self.frame(report, &mut reported, number, template, minutes, cancelled));
            match (frame, &mut frames) {
                (Some(frame), Some(frames)) => frames.push(frame),
                _ => frames = None,
            }
        }
        frames
    }

    pub(super) fn frame(
        &self,
        report: &mut Report,
        reported: &mut BTreeSet<Id<Template>>,
        number: usize,
        id: Id<Template>,
        minutes: u32,
        cancelled: bool,
    ) -> Option<Frame> {
        let template = self.template(id);
        if report.is_broken(template.file.path()) && !reported.contains(&id) && !self.is_misfit(report, template) {
            return None;
        }
        let shapes = template.shapes();
        match schedule::fit(&shapes, minutes) {
            Ok(blocks) => {
                let capacity = if cancelled { 0 } else { schedule::capacity(&shapes, &blocks) };
                Some(Frame { template: id, minutes, blocks, capacity, cancelled })
            }
            Err(_) if cancelled => Some(Frame { template: id, minutes, blocks: Vec::new(), capacity: 0, cancelled }),
            Err(misfit) => {
                self.report_misfit(report, reported, number, id, minutes, &misfit);
                None
            }
        }
    }

    /// Whether the only errors of a template are that it does not fit into some cohort.
    pub(super) fn is_misfit(&self, report: &Report, template: &Template) -> bool {
        let path = template.file.path();
        report
            .diagnostics()
            .iter()
            .filter(|diagnostic| diagnostic.place.path == *path)
            .all(|diagnostic| matches!(diagnostic.code, Code::SessionTooShort | Code::AgendaDoesNotAddUp))
    }

    /// At the override that causes it, else on line 1 of the template, once per cohort (model.md §0).
    pub(super) fn report_misfit(
        &self,
        report: &mut Report,
        reported: &mut BTreeSet<Id<Template>>,
        number: usize,
        id: Id<Template>,
        minutes: u32,
        misfit: &Misfit,
    ) {
        let template = self.template(id);
        let own = self.own(number);
        let cause = own.and_then(|(index, session)| match (&session.minutes, &session.template) {
            (Some(_), _) => Some(self.file.value(&at!["session", index, "minutes"])),
            (None, Some(_)) => Some(self.file.value(&at!["session", index, "template"])),
            (None, None) => None,
        });
        if cause.is_none() && !reported.insert(id) {
            return;
        }
        let cohort = self.id;
        let name = &template.id;
        let diagnostic =
            |code, message| Diagnostic::new(code, message, cause.clone().unwrap_or_else(|| template.file.top()));
        report.add(match misfit {
            Misfit::TooShort { needs } => diagnostic(
                Code::SessionTooShort,
                format!("template \"{name}\" needs at least {needs} minutes, but session {number} of cohort \"{cohort}\" lasts {minutes}"),
            ),
            Misfit::DoesNotAddUp { sum } => diagnostic(
                Code::AgendaDoesNotAddUp,
                format!("template \"{name}\" adds up to {sum} minutes, but session {number} of cohort \"{cohort}\" lasts {minutes}"),
            )
            .help("give one block minutes = \"rest\""),
        });
    }
}
