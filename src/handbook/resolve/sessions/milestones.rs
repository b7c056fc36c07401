//! What has to be done when (model.md §3).

use std::sync::Arc;

use super::setting::Setting;
use crate::document::template::TemplateKind;
use crate::handbook::cohort::Milestone;
use crate::handbook::programme::Anchor;
use crate::handbook::resolve::cohorts::Across;
use crate::handbook::session::Session;

impl<'s> Setting<'s, '_> {
    pub(super) fn milestones(&self, sessions: &[Session], across: &mut Across) -> Vec<Milestone> {
        let (programme_id, programme) = self.programme;
        let mut milestones = Vec::new();
        for rule in &programme.milestones {
            let number = match rule.anchor {
                Anchor::Start => 1,
                Anchor::End => sessions.len(),
                Anchor::Mid => midpoint(sessions),
                Anchor::Session(number) => number,
            };
            let Some(session) = sessions.get(number - 1) else {
                let cohorts = across.milestones.entry((programme_id, rule.index)).or_default();
                cohorts.push((self.id.to_owned(), sessions.len()));
                continue;
            };
            let offset = jiff::Span::new().try_days(rule.offset_days);
            let Some(date) = offset.ok().and_then(|offset| session.date.checked_add(offset).ok()) else { continue };
            milestones.push(Milestone {
                id: Arc::clone(&rule.id),
                title: rule.title.clone(),
                role: rule.role,
                date,
                blocked: self.blocked.first_match(date).map(|reason| self.reasons[reason].clone()),
            });
        }
        milestones
    }
}

/// The first session of the kind, or else the middle one (model.md §3).
pub(super) fn midpoint(sessions: &[Session]) -> usize {
    let own = sessions.iter().find(|session| session.kind == TemplateKind::Midpoint);
    own.map_or(sessions.len().div_ceil(2), |session| session.number)
}
