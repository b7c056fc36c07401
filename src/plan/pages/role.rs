use super::{PageKey, Writer};
use crate::document::pages::RoleName;
use crate::document::programme::Lead;
use crate::handbook::Id;
use crate::handbook::cohort::Cohort;
use crate::handbook::session::Session;
use crate::plan::body::PageText;
use crate::plan::builtin;
use crate::plan::targets::shown_file;
use crate::view::{MilestoneRow, OrganiserRow, RolePrepare, RoleSession, RoleView, View};

impl Writer<'_> {
    pub(super) fn role(&self, role: RoleName, texts: &mut PageText<'_>) -> (String, String, View) {
        let handbook = self.handbook;
        let page = handbook.roles.iter().find(|page| page.name == role);
        let own_title = page.and_then(|page| page.title.as_ref());
        let tag = handbook.config.languages.tag(self.language);
        let (title, html) = match (own_title, shown_file(handbook, PageKey::Role(role), self.language)) {
            (Some(title), Some(file)) => (self.words(title), texts.html(file, None)),
            (Some(title), None) => (self.words(title), crate::view::Html::default()),
            (None, _) => {
                let text = builtin::role(role.as_str(), tag);
                (text.title.clone(), texts.built_in(&text.text))
            }
        };
        let pages = handbook.pages.iter().enumerate().filter(|(_, page)| page.roles.contains(&role));
        let cohorts = &self.plan.uses.by_date;
        let view = RoleView {
            role: role.as_str().to_owned(),
            html,
            sessions: self.role_sessions(role),
            programmes: handbook.programmes.ids().map(|id| self.programme_view(id)).collect(),
            cohorts: cohorts.iter().map(|&id| self.cohort_card(id)).collect(),
            topics: self.offered_topics(),
            milestones: self.role_milestones(role),
            checks: match role {
                RoleName::Organiser => cohorts.iter().map(|&id| self.organiser_row(id)).collect(),
                _ => Vec::new(),
            },
            documents: handbook.forms.ids().map(|id| self.form_link(id)).collect(),
            pages: pages.map(|(index, page)| self.link(PageKey::Text(index), self.words(&page.title))).collect(),
        };
        (title, self.role_summary(role), View::Role(Box::new(view)))
    }

    /// The sessions of all cohorts by day.
    fn role_sessions(&self, role: RoleName) -> Vec<RoleSession> {
        let mut sessions: Vec<(Id<Cohort>, usize)> = Vec::new();
        for (id, cohort) in self.handbook.cohorts.entries() {
            sessions.extend((0..cohort.sessions.len()).map(|index| (id, index)));
        }
        sessions.sort_by_key(|&(id, index)| (self.handbook.cohorts[id].sessions[index].start.timestamp(), id, index));
        sessions.into_iter().map(|(id, index)| self.role_session(role, id, index)).collect()
    }

    fn role_session(&self, role: RoleName, id: Id<Cohort>, index: usize) -> RoleSession {
        let session = &self.handbook.cohorts[id].sessions[index];
        let prepare = session.topics.iter().map(|topic| {
            let all = self.prepare(topic);
            let own = match role {
                RoleName::Mentor => all.mentor,
                RoleName::Mentee => all.mentee,
                RoleName::Organiser => all.organiser,
                RoleName::Sponsor => all.sponsor,
            };
            RolePrepare { topic: self.topic_link(topic.topic), own, questions: self.list(&topic.questions) }
        });
        RoleSession {
            cohort: self.cohort_link(id),
            row: self.session_row(id, index),
            prepare: prepare.collect(),
            lead_minutes: lead_minutes(role, session),
        }
    }

    fn role_milestones(&self, role: RoleName) -> Vec<MilestoneRow> {
        let mut milestones: Vec<_> = self
            .handbook
            .cohorts
            .entries()
            .flat_map(|(id, cohort)| cohort.milestones.iter().map(move |milestone| (id, milestone)))
            .filter(|(_, milestone)| role == RoleName::Organiser || concerns(role, milestone.role))
            .collect();
        milestones.sort_by_key(|(id, milestone)| (milestone.date, *id));
        milestones.into_iter().map(|(id, milestone)| self.milestone_row(id, milestone)).collect()
    }

    fn organiser_row(&self, id: Id<Cohort>) -> OrganiserRow {
        let factors = self.factor_results(id);
        let count = |result: &str| factors.iter().filter(|factor| factor.result == result).count();
        OrganiserRow {
            link: self.link(PageKey::Checks(id), self.words(&self.handbook.cohorts[id].title)),
            pass: count("pass"),
            attention: count("attention"),
            missing: count("missing"),
        }
    }
}

fn concerns(role: RoleName, lead: Lead) -> bool {
    match role {
        RoleName::Mentor => matches!(lead, Lead::Mentor | Lead::Both),
        RoleName::Mentee => matches!(lead, Lead::Mentee | Lead::Both),
        RoleName::Organiser => lead == Lead::Organiser,
        RoleName::Sponsor => lead == Lead::Sponsor,
    }
}

/// Minutes of a session that a role leads, with the cohort's own topic.
pub(super) fn lead_minutes(role: RoleName, session: &Session) -> u32 {
    let agenda = session.topics.first().map_or(&[][..], |topic| topic.agenda.as_slice());
    agenda.iter().filter(|row| concerns(role, row.lead)).map(|row| row.minutes).sum()
}
