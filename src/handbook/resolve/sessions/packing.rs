//! Modules into sessions, topic by topic (model.md §14).

use std::collections::BTreeMap;

use super::frames::Frame;
use super::pins::Pin;
use super::setting::Setting;
use crate::at;
use crate::diagnostics::{Code, Diagnostic, Place, Report};
use crate::document::cohort::OptionalModules;
use crate::handbook::Id;
use crate::handbook::module::Module;
use crate::handbook::schedule::{self, Packing};
use crate::handbook::topic::Topic;

/// The packing of one topic.
pub(super) struct Packed {
    pub(super) topic: Id<Topic>,
    pub(super) packing: Packing,
}
impl<'s> Setting<'s, '_> {
    pub(super) fn pack_all(
        &self,
        report: &mut Report,
        frames: &[Frame],
        pins: &BTreeMap<Id<Module>, Pin>,
    ) -> Option<Vec<Packed>> {
        let mut packed = Some(Vec::new());
        for &topic in self.topics {
            match (self.pack(report, frames, topic, pins), &mut packed) {
                (Some(one), Some(packed)) => packed.push(one),
                _ => packed = None,
            }
        }
        packed.filter(|_| !report.is_broken(self.file.path()))
    }

    pub(super) fn optional_modules(&self) -> schedule::OptionalModules {
        match self.toml.optional_modules {
            OptionalModules::SelfStudy => schedule::OptionalModules::SelfStudy,
            OptionalModules::IfRoom => schedule::OptionalModules::IfRoom,
        }
    }

    pub(super) fn pack(
        &self,
        report: &mut Report,
        frames: &[Frame],
        topic: Id<Topic>,
        pins: &BTreeMap<Id<Module>, Pin>,
    ) -> Option<Packed> {
        let steps = self.steps(topic, pins);
        let capacity: Vec<u32> = frames.iter().map(|frame| frame.capacity).collect();
        let path = &self.topic(topic).path;
        let packing = match schedule::pack(&steps, &capacity, self.optional_modules()) {
            Ok(packing) => packing,
            Err(problem) => {
                report.add(self.packing_problem(&problem, topic, &steps, pins));
                return None;
            }
        };
        for (&module, place) in path.iter().zip(&packing.place) {
            if let schedule::Place::SelfStudyAfter(session) = place {
                let module = self.module(module);
                let message = format!("optional module \"{}\" becomes self-study after session {session}", module.id);
                let diagnostic = Diagnostic::new(Code::OptionalToSelfStudy, message, self.topic_place(topic));
                report.add(diagnostic.label(module.file.top(), "this module"));
            }
        }
        for (number, frame) in (1..).zip(frames) {
            if frame.capacity > 0 && packing.modules_of(number).is_empty() {
                let message = format!(
                    "session {number} has {} minutes for modules, but topic \"{}\" has none left",
                    frame.capacity,
                    self.topic(topic).id
                );
                let place = match self.own(number) {
                    Some((index, _)) => self.file.key(&at!["session", index]),
                    None if topic == self.topics[0] => self.file.first_key(&[&at!["plan"], &at!["topic"]]),
                    None => self.topic_place(topic),
                };
                let diagnostic = Diagnostic::new(Code::EmptyModuleBlock, message, place);
                report.add(match self.too_long(number, frame.capacity, path, &packing, pins) {
                    Some(next) => diagnostic.note(format!("none that fits: \"{}\" comes next", next.id)).help(format!(
                        "module \"{}\" needs {} minutes: give the session more time, or the module less",
                        next.id, next.minutes
                    )),
                    None => diagnostic,
                });
            }
        }
        Some(Packed { topic, packing })
    }

    /// The module that comes after session `number`, if it is only too long for the minutes there.
    fn too_long(
        &self,
        number: usize,
        minutes: u32,
        path: &[Id<Module>],
        packing: &schedule::Packing,
        pins: &BTreeMap<Id<Module>, Pin>,
    ) -> Option<&Module> {
        let is_later =
            |place: &schedule::Place| matches!(place, schedule::Place::Session(session) if *session > number);
        let (&next, _) = path.iter().zip(&packing.place).find(|(_, place)| is_later(place))?;
        let module = self.module(next);
        (module.minutes > minutes && !pins.contains_key(&next)).then_some(module)
    }

    pub(super) fn steps(&self, topic: Id<Topic>, pins: &BTreeMap<Id<Module>, Pin>) -> Vec<schedule::Step> {
        let step = |&id: &Id<Module>| {
            let module = self.module(id);
            schedule::Step {
                minutes: module.minutes,
                optional: module.optional,
                prerequisites: module.prerequisites.clone(),
                pin: pins.get(&id).map(|pin| pin.session),
            }
        };
        self.topic(topic).path.iter().map(step).collect()
    }

    /// Where the author says that the cohort has this topic.
    pub(super) fn topic_place(&self, topic: Id<Topic>) -> Place {
        let name = &*self.topic(topic).id;
        if self.toml.topic.as_deref() == Some(name) {
            return self.file.key(&at!["topic"]);
        }
        let pair = self.toml.pairs.iter().position(|pair| pair.topic.as_deref() == Some(name));
        pair.map_or_else(|| self.file.top(), |index| self.file.key(&at!["pair", index, "topic"]))
    }
}
