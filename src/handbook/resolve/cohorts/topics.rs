//! The topics of a cohort (model.md §16).

use super::read::Reader;
use crate::at;
use crate::diagnostics::{Code, Diagnostic};
use crate::document::Step;
use crate::document::cohort::PairStatus;
use crate::handbook::Id;
use crate::handbook::programme::Programme;
use crate::handbook::resolve::Name;
use crate::handbook::topic::Topic;

impl<'a> Reader<'_, 'a> {
    /// The topics of the cohort, or `None` if one of them is not known (model.md §16).
    pub(super) fn topics(&mut self, programme: Option<&Programme>) -> Option<Vec<Id<Topic>>> {
        let toml = self.toml;
        let file = &self.document.file;
        let mut named: Vec<(Vec<Step>, &str)> = Vec::new();
        if let Some(topic) = &toml.topic {
            named.push((at!["topic"].to_vec(), topic));
        }
        for (index, pair) in toml.pairs.iter().enumerate() {
            if let Some(topic) = &pair.topic {
                named.push((at!["pair", index, "topic"].to_vec(), topic));
            }
        }
        let mut is_whole = self.check_every_pair_has_a_topic();
        let mut topics = Vec::new();
        for (steps, name) in named {
            let found = self.parts.topics.names.find(self.report, file, &steps, name);
            let Some(Name::Sound(id)) = found else {
                if let Some(Name::Draft) = found {
                    self.report_draft(&steps, "topic", name);
                }
                is_whole = false;
                continue;
            };
            let is_not_offered = |programme: &Programme| {
                let is_whole = programme.is_whole && !self.report.is_broken(programme.file.path());
                is_whole && !programme.topics.contains(&id)
            };
            if programme.is_some_and(is_not_offered) {
                let message = format!("topic \"{name}\" is not offered by programme \"{}\"", toml.programme);
                self.report.add(Diagnostic::new(Code::TopicNotOffered, message, file.value(&steps)));
                is_whole = false;
                continue;
            }
            let is_active = match steps.get(1) {
                Some(&Step::Index(index)) => toml.pairs[index].status == PairStatus::Active,
                _ => true,
            };
            if is_active && !topics.contains(&id) {
                topics.push(id);
            }
        }
        (is_whole && !topics.is_empty()).then_some(topics)
    }

    pub(super) fn check_every_pair_has_a_topic(&mut self) -> bool {
        let toml = self.toml;
        if toml.topic.is_some() {
            return true;
        }
        let file = &self.document.file;
        if file.is_stand_in(&at!["pair"]) {
            return false;
        }
        let mut active = toml.pairs.iter().enumerate().filter(|(_, pair)| pair.status == PairStatus::Active).peekable();
        if active.peek().is_none() {
            self.report.add(Diagnostic::new(Code::MissingKey, "\"topic\" is missing in cohort", file.top()));
            return false;
        }
        let Some((index, pair)) = active.find(|(_, pair)| pair.topic.is_none()) else { return true };
        let message = format!("cohort \"{}\" has no topic, and pair \"{}\" has none either", self.id, &*pair.id);
        self.report.add(Diagnostic::new(Code::NoTopic, message, file.key(&at!["pair", index])));
        false
    }
}
