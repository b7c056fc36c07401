//! What has to come before a module: known, earlier, and in no circle.

use std::collections::{BTreeMap, BTreeSet};

use super::read::{Listed, TopicReader};
use crate::at;
use crate::diagnostics::{Code, Diagnostic};
use crate::handbook::resolve::did_you_mean;

impl<'a> TopicReader<'_, 'a> {
    /// For every module the positions of its prerequisites.
    pub(super) fn prerequisites(&mut self, listed: &[Listed<'a>]) -> Vec<Vec<usize>> {
        let position: BTreeMap<&str, usize> =
            listed.iter().enumerate().map(|(index, module)| (module.id, index)).collect();
        let edges: Vec<Vec<(usize, usize)>> =
            listed.iter().map(|module| self.known_prerequisites(module, &position)).collect();
        let in_circle = self.report_circles(listed, &edges);
        for (index, module) in listed.iter().enumerate() {
            for &(entry, earlier) in &edges[index] {
                if !in_circle.contains(&(index, earlier)) {
                    self.check_prerequisite(listed, index, earlier, module, entry);
                }
            }
        }
        edges.into_iter().map(|edges| edges.into_iter().map(|(_, earlier)| earlier).collect()).collect()
    }

    /// Entries that name a module of the path: (position in the list, position in the path).
    pub(super) fn known_prerequisites(
        &mut self,
        module: &Listed<'a>,
        position: &BTreeMap<&str, usize>,
    ) -> Vec<(usize, usize)> {
        let mut known = Vec::new();
        for (entry, name) in module.front.prerequisites.iter().enumerate() {
            if let Some(&earlier) = position.get(name.as_str()) {
                known.push((entry, earlier));
                continue;
            }
            // A file that is there, but broken, a draft or not listed, is somebody else's message; so is one that the
            // path misses, too.
            if self.folder.iter().any(|(id, _)| id == name) || self.front.modules.contains(name) {
                continue;
            }
            let place = module.document.file.value(&at!["prerequisites", entry]);
            if let Some(diagnostic) = self.misnamed_module(name) {
                self.report.add(diagnostic.label(place, "this names it"));
                continue;
            }
            let message =
                format!("prerequisite \"{name}\" of module \"{}\" does not exist in topic \"{}\"", module.id, self.id);
            let diagnostic = Diagnostic::new(Code::UnknownPrerequisite, message, place);
            let others = self.folder.iter().map(|(id, _)| *id).filter(|id| *id != module.id);
            self.report.add(did_you_mean(diagnostic, name, others));
        }
        known
    }

    pub(super) fn check_prerequisite(
        &mut self,
        listed: &[Listed<'_>],
        index: usize,
        earlier: usize,
        module: &Listed<'_>,
        entry: usize,
    ) {
        let name = listed[earlier].id;
        let place = || module.document.file.value(&at!["prerequisites", entry]);
        if earlier > index {
            let message =
                format!("module \"{}\" comes before its prerequisite \"{name}\" in topic \"{}\"", module.id, self.id);
            self.report.add(Diagnostic::new(Code::PrerequisiteOrder, message, place()));
        } else if listed[earlier].front.optional
            && !module.front.optional
            && module.document.file.understands(&at!["optional"])
        {
            let message = format!("module \"{}\" is required but depends on optional module \"{name}\"", module.id);
            self.report.add(Diagnostic::new(Code::RequiresOptional, message, place()));
        }
    }

    /// Reports every circle of prerequisites once and gives all its edges.
    pub(super) fn report_circles(
        &mut self,
        listed: &[Listed<'_>],
        edges: &[Vec<(usize, usize)>],
    ) -> BTreeSet<(usize, usize)> {
        let mut in_circle = BTreeSet::new();
        for start in 0..listed.len() {
            if in_circle.iter().any(|&(from, _)| from == start) {
                continue;
            }
            let Some(circle) = circle_through(start, edges) else { continue };
            let names: Vec<&str> = circle.iter().map(|&index| listed[index].id).collect();
            let message = format!("prerequisites form a circle: {} -> {}", names.join(" -> "), names[0]);
            let next = circle.get(1).copied().unwrap_or(start);
            let entry = edges[start].iter().find(|&&(_, to)| to == next).map_or(0, |&(entry, _)| entry);
            let place = listed[start].document.file.value(&at!["prerequisites", entry]);
            self.report.add(Diagnostic::new(Code::PrerequisiteCycle, message, place));
            for (position, &from) in circle.iter().enumerate() {
                in_circle.insert((from, circle[(position + 1) % circle.len()]));
            }
        }
        in_circle
    }
}

/// The shortest circle of prerequisites through `start`, beginning there.
pub(super) fn circle_through(start: usize, edges: &[Vec<(usize, usize)>]) -> Option<Vec<usize>> {
    let mut came_from: BTreeMap<usize, usize> = BTreeMap::new();
    let mut queue = std::collections::VecDeque::from([start]);
    while let Some(at) = queue.pop_front() {
        for &(_, next) in &edges[at] {
            if next == start {
                let mut circle = vec![at];
                while *circle.last()? != start {
                    circle.push(*came_from.get(circle.last()?)?);
                }
                circle.reverse();
                return Some(circle);
            }
            if next != start && !came_from.contains_key(&next) {
                came_from.insert(next, at);
                queue.push_back(next);
            }
        }
    }
    None
}
