use std::collections::BTreeMap;

use crate::handbook::cohort::Cohort;
use crate::handbook::module::Module;
use crate::handbook::topic::Topic;
use crate::handbook::{Handbook, Id};

/// Who uses what, found once for all pages.
#[derive(Debug, Default)]
pub struct Uses {
    /// The sessions that work on a module.
    pub modules: BTreeMap<Id<Module>, Vec<ModuleUse>>,
    /// The cohorts with a topic.
    pub topics: BTreeMap<Id<Topic>, Vec<Id<Cohort>>>,
    /// The cohorts by their first day.
    pub by_date: Vec<Id<Cohort>>,
}

/// A session that works on a module.
#[derive(Debug, Clone, Copy)]
pub struct ModuleUse {
    /// The cohort.
    pub cohort: Id<Cohort>,
    /// The position of the session.
    pub session: usize,
    /// Whether the module is worked on alone afterwards.
    pub self_study: bool,
}

impl Uses {
    /// The uses in a handbook.
    pub fn of(handbook: &Handbook) -> Self {
        let mut uses = Self::default();
        for (id, cohort) in handbook.cohorts.entries() {
            uses.by_date.push(id);
            for &topic in &cohort.topics {
                uses.topics.entry(topic).or_default().push(id);
            }
            uses.add_sessions(id, cohort);
        }
        uses.by_date.sort_by_key(|&id| (handbook.cohorts[id].sessions.first().map(|session| session.date), id));
        uses
    }

    fn add_sessions(&mut self, id: Id<Cohort>, cohort: &Cohort) {
        for (index, session) in cohort.sessions.iter().enumerate() {
            for topic in &session.topics {
                let worked = topic.modules.iter().map(|&module| (module, false));
                let alone = topic.self_study_after.iter().map(|&module| (module, true));
                for (module, self_study) in worked.chain(alone) {
                    self.modules.entry(module).or_default().push(ModuleUse { cohort: id, session: index, self_study });
                }
            }
        }
    }
}
