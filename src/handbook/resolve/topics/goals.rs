//! The goals of a topic and the modules that serve them.

use std::collections::BTreeSet;

use super::read::{Listed, TopicReader};
use crate::at;
use crate::diagnostics::{Code, Diagnostic};
use crate::document::{Content, Document};
use crate::handbook::resolve::{did_you_mean, duplicate_ids, unknown_reference};

impl<'a> TopicReader<'_, 'a> {
    pub(super) fn check_goals(&mut self, listed: &[Listed<'a>], is_whole: bool) {
        let file = &self.document.file;
        if !is_whole || self.document.is_broken() {
            return;
        }
        let mut seen = BTreeSet::new();
        for (index, goal) in self.front.goals.iter().enumerate().filter(|(_, goal)| seen.insert(&*goal.id)) {
            let serves = |module: &&Listed<'_>| {
                !module.front.optional && module.front.goals.iter().any(|name| **name == *goal.id)
            };
            if !listed.iter().any(|module| serves(&module)) {
                let message =
                    format!("goal \"{}\" of topic \"{}\" is served by no required module", &*goal.id, self.id);
                self.report.add(Diagnostic::new(Code::UnservedGoal, message, file.value(&at!["goals", index, "id"])));
            }
        }
    }

    /// Whether each goal of the topic has an id that could be read.
    fn knows_goals(&self) -> bool {
        let file = &self.document.file;
        let count = self.front.goals.len();
        !file.is_stand_in(&at!["goals"]) && (0..count).all(|index| !file.is_stand_in(&at!["goals", index, "id"]))
    }

    pub(super) fn goal_positions(&mut self, module: &Listed<'_>, goal_ids: &[&str]) -> Vec<usize> {
        let mut positions = Vec::new();
        let file = &module.document.file;
        for (entry, name) in module.front.goals.iter().enumerate() {
            match goal_ids.iter().position(|id| id == name) {
                Some(position) => positions.push(position),
                None if !self.knows_goals() => {}
                None => {
                    let message = format!("goal \"{name}\" is not defined in topic \"{}\"", self.id);
                    let diagnostic = Diagnostic::new(Code::UnknownGoal, message, file.value(&at!["goals", entry]));
                    self.report.add(did_you_mean(diagnostic, name, goal_ids.iter().copied()));
                }
            }
        }
        if module.front.goals.is_empty() && !goal_ids.is_empty() && !self.document.is_broken() {
            let message = format!("module \"{}\" serves no goal of its topic", module.id);
            self.report.add(Diagnostic::new(Code::GoallessModule, message, file.key(&at!["goals"])));
        }
        positions
    }

    pub(super) fn check_goal_translations(&mut self, document: &Document, goal_ids: &[&str]) {
        let Content::TopicTranslation(translation) = document.as_far_as_read() else { return };
        let ids = translation.goals.iter().map(|goal| &*goal.id);
        duplicate_ids(self.report, "goal", &document.file, ids, |index| {
            document.file.value(&at!["goals", index, "id"])
        });
        for (index, goal) in translation.goals.iter().enumerate() {
            if !goal_ids.contains(&&*goal.id) && self.knows_goals() {
                let steps = at!["goals", index, "id"];
                let known = goal_ids.iter().copied();
                self.report.add(unknown_reference("goal", &document.file, &steps, &goal.id, known));
            }
        }
    }
}
