//! Modules that are pinned to a session (model.md §16).

use std::collections::BTreeMap;

use crate::at;
use crate::diagnostics::{Code, Diagnostic, Report, nearest};
use crate::document::cohort::CohortToml;
use crate::document::{File, Step};
use crate::handbook::Id;
use crate::handbook::module::Module;
use crate::handbook::resolve::cohorts::Parts;
use crate::handbook::resolve::did_you_mean;
use crate::handbook::topic::Topic;

/// A module that is pinned to a session.
pub struct Pin {
    /// The session.
    pub session: usize,
    /// Where it is written; its place in the file is looked up for messages only.
    pub steps: [Step; 4],
}

/// What pins are read from: a cohort and its topics.
pub struct Pinboard<'s> {
    /// The topics and their modules.
    pub parts: &'s Parts<'s>,
    /// The cohort.
    pub id: &'s str,
    /// Its file.
    pub file: &'s File,
    /// What is written there.
    pub toml: &'s CohortToml,
    /// Its topics.
    pub topics: &'s [Id<Topic>],
}

impl Pinboard<'_> {
    /// The modules that `[[session]]` tables pin, with the session (model.md §16).
    pub fn pins(&self, report: &mut Report) -> BTreeMap<Id<Module>, Pin> {
        let mut pins: BTreeMap<Id<Module>, Pin> = BTreeMap::new();
        for (index, session) in self.toml.sessions.iter().enumerate() {
            let Ok(number) = usize::try_from(session.number) else { continue };
            if self.file.is_stand_in(&at!["session", index, "number"]) {
                continue;
            }
            for (entry, written) in session.modules.iter().enumerate() {
                let steps = at!["session", index, "modules", entry];
                let Some(module) = self.pinned(report, number, written, &steps) else { continue };
                if pins.contains_key(&module) {
                    let message = format!("\"{written}\" is listed twice in modules");
                    report.add(Diagnostic::new(Code::ListedTwice, message, self.file.value(&steps)));
                    continue;
                }
                pins.insert(module, Pin { session: number, steps });
            }
        }
        pins
    }

    fn pinned(&self, report: &mut Report, session: usize, written: &str, steps: &[Step]) -> Option<Id<Module>> {
        let (topic, name) = match written.split_once('/') {
            Some((topic, name)) => (Some(topic), name),
            None => (None, written),
        };
        let topics =
            self.topics.iter().map(|&id| self.topic(id)).filter(|one| topic.is_none_or(|name| *one.id == *name));
        let found: Vec<Id<Module>> = topics
            .flat_map(|one| one.path.iter().copied())
            .filter(|&module| *self.module(module).id == *name)
            .collect();
        let place = || self.file.value(steps);
        match found.as_slice() {
            [only] => Some(*only),
            [] if self.is_withheld(topic, name) => None,
            [] => {
                let message =
                    format!("session {session} pins \"{written}\", which is in no topic of cohort \"{}\"", self.id);
                let topics = self.topics.iter().map(|&id| self.topic(id));
                let known = topics.flat_map(|one| one.path.iter().map(move |&module| (one, self.module(module))));
                let known: Vec<String> = match topic {
                    Some(_) => known.map(|(topic, module)| format!("{}/{}", topic.id, module.id)).collect(),
                    None => known.map(|(_, module)| module.id.to_string()).collect(),
                };
                let known = known.iter().map(String::as_str);
                report.add(did_you_mean(Diagnostic::new(Code::PinUnknown, message, place()), written, known));
                None
            }
            _ => {
                let message = format!("pin \"{name}\" is found in several topics; write \"topic/{name}\"");
                report.add(Diagnostic::new(Code::AmbiguousPin, message, place()));
                None
            }
        }
    }

    /// Whether a topic of the cohort lists a module of this name that is a draft, or one like it that is not there.
    fn is_withheld(&self, topic: Option<&str>, name: &str) -> bool {
        let mut topics = self.topics.iter().map(|&id| self.topic(id));
        topics.any(|one| {
            let is_meant = |module: &String| module == name || (!one.is_whole && nearest(name, [&**module]).is_some());
            topic.is_none_or(|topic| *one.id == *topic) && one.front.modules.iter().any(is_meant)
        })
    }

    fn topic(&self, id: Id<Topic>) -> &Topic {
        &self.parts.topics.table[id]
    }

    fn module(&self, id: Id<Module>) -> &Module {
        &self.parts.topics.modules[id]
    }
}
