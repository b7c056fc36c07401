//! What is said when modules do not fit, and the way out (model.md §14).

use std::collections::BTreeMap;

use super::pins::Pin;
use super::setting::Setting;
use crate::at;
use crate::diagnostics::{Code, Diagnostic};
use crate::handbook::Id;
use crate::handbook::module::Module;
use crate::handbook::resolve::Name;
use crate::handbook::schedule::{self, PackingProblem};
use crate::handbook::topic::Topic;

/// The most that `session_minutes` can be.
const LONGEST_SESSION: u32 = 480;

impl<'s> Setting<'s, '_> {
    pub(super) fn packing_problem(
        &self,
        problem: &PackingProblem,
        topic: Id<Topic>,
        steps: &[schedule::Step],
        pins: &BTreeMap<Id<Module>, Pin>,
    ) -> Diagnostic {
        let path = &self.topic(topic).path;
        let module = |step: usize| self.module(path[step]);
        let at_pin = |step: usize| {
            pins.get(&path[step]).map_or_else(|| self.topic_place(topic), |pin| self.file.value(&pin.steps))
        };
        match problem {
            PackingProblem::PinBeforePath { step, session, previous_step, current } => {
                let (name, previous) = (&module(*step).id, &module(*previous_step).id);
                let message = format!(
                    "module \"{name}\" is pinned to session {session}, but \"{previous}\" before it in the path is already in session {current}"
                );
                Diagnostic::new(Code::PinBeforePath, message, at_pin(*step))
                    .label(module(*step).file.top(), "this module")
            }
            PackingProblem::PinNoRoom { step, session, left } => {
                let (name, minutes) = (&module(*step).id, module(*step).minutes);
                let message = format!(
                    "module \"{name}\" needs {minutes} minutes, but session {session} has only {left} left for modules"
                );
                Diagnostic::new(Code::PinNoRoom, message, at_pin(*step)).label(module(*step).file.top(), "this module")
            }
            PackingProblem::TooLong { step, longest } => {
                let (name, minutes) = (&module(*step).id, module(*step).minutes);
                let message = format!(
                    "module \"{name}\" needs {minutes} minutes, but the longest module block of cohort \"{}\" has {longest}",
                    self.id
                );
                Diagnostic::new(Code::ModuleTooLong, message, self.topic_place(topic))
                    .label(module(*step).file.key(&at!["minutes"]), "this module")
            }
            PackingProblem::DoesNotFit { step, from_session, left, needed, available, sessions_with_block } => {
                let sessions = if *sessions_with_block == 1 { "session" } else { "sessions" };
                let left: Vec<String> = left.iter().map(u32::to_string).collect();
                let (name, minutes) = (&module(*step).id, module(*step).minutes);
                let message = format!(
                    "the required modules of topic \"{}\" do not fit into cohort \"{}\"",
                    self.topic(topic).id,
                    self.id
                );
                Diagnostic::new(Code::PathDoesNotFit, message, self.topic_place(topic))
                    .note(format!("module \"{name}\" ({minutes} minutes) finds no place; left from session {from_session} on: {} minutes", left.join(" + ")))
                    .note(format!("{needed} minutes needed, {available} available in {sessions_with_block} {sessions} with a module block"))
                    .help(self.remedy(steps))
            }
        }
    }

    /// The ways out of an overflow, with the smallest session length that is enough (model.md §14).
    pub(super) fn remedy(&self, steps: &[schedule::Step]) -> String {
        // A session is not longer than eight hours (model.md §8).
        let most = LONGEST_SESSION.saturating_sub(self.session_minutes()).min(120);
        let raise = (1..=most).find(|&more| self.fits_with(steps, more));
        let raise = raise.map_or_else(String::new, |more| format!("raise session_minutes by at least {more}, "));
        format!("add a session to plan, {raise}make a module optional, or shorten one")
    }

    pub(super) fn fits_with(&self, steps: &[schedule::Step], more: u32) -> bool {
        let mut capacity = Vec::new();
        for (number, &planned) in (1..).zip(&self.plan) {
            let own = self.own(number).map(|(_, own)| own);
            let template =
                own.and_then(|own| own.template.as_deref()).and_then(|name| self.parts.templates.names.get(name));
            let template = match template {
                Some(Name::Sound(id)) => id,
                _ => planned,
            };
            let minutes = own.and_then(|own| own.minutes).map(crate::document::values::Whole::amount);
            let shapes = self.template(template).shapes();
            if own.is_some_and(|own| own.cancelled) {
                capacity.push(0);
                continue;
            }
            match schedule::fit(&shapes, minutes.unwrap_or(self.session_minutes() + more)) {
                Ok(blocks) => capacity.push(schedule::capacity(&shapes, &blocks)),
                Err(_) => return false,
            }
        }
        schedule::pack(steps, &capacity, self.optional_modules()).is_ok()
    }
}
