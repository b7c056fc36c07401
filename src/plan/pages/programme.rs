use super::{PageKey, Writer, contact_link, nowhere};
use crate::document::programme::{Participation, When};
use crate::handbook::Id;
use crate::handbook::programme::Programme;
use crate::plan::body::PageText;
use crate::plan::targets::Resolved;
use crate::view::{ExternalLink, MeasureRow, PlanStep, ProgrammeCard, ProgrammeView, View};

impl Writer<'_> {
    pub(super) fn programme_card(&self, id: Id<Programme>) -> ProgrammeCard {
        let programme = &self.handbook.programmes[id];
        ProgrammeCard {
            title: self.words(&programme.title),
            summary: self.words(&programme.summary),
            href: self.href(PageKey::Programme(id)),
        }
    }

    pub(super) fn programme(&self, id: Id<Programme>, texts: &mut PageText<'_>) -> (String, String, View) {
        let mut view = self.programme_view(id);
        view.html = self.html(PageKey::Programme(id), texts);
        (view.card.title.clone(), view.card.summary.clone(), View::Programme(Box::new(view)))
    }

    /// Everything about a programme but its longer text.
    pub(super) fn programme_view(&self, id: Id<Programme>) -> ProgrammeView {
        let programme = &self.handbook.programmes[id];
        let toml = &programme.toml;
        let cohorts: Vec<_> = self
            .plan
            .uses
            .by_date
            .iter()
            .copied()
            .filter(|&cohort| self.handbook.cohorts[cohort].programme == id)
            .collect();
        ProgrammeView {
            card: self.programme_card(id),
            html: crate::view::Html::default(),
            purpose: self.maybe(programme.purpose.as_ref()),
            goal: self.maybe(programme.goal.as_ref()),
            confidentiality: self.maybe(programme.confidentiality.as_ref()),
            sponsor: self.maybe(programme.sponsor_title.as_ref()),
            statement: self.maybe(programme.sponsor_statement.as_ref()),
            organiser: self.maybe(programme.organiser_title.as_ref()),
            contact: programme.organiser_contact.as_deref().map_or_else(nowhere, contact_link),
            mentors: toml.participation.mentors.map_or("", participation_word).to_owned(),
            mentees: toml.participation.mentees.map_or("", participation_word).to_owned(),
            can_decline: toml.participation.can_decline,
            reason: self.maybe(programme.reason.as_ref()),
            work_time: toml.commitment.work_time,
            attendance_percent: toml.commitment.attendance_percent.map(crate::document::values::Whole::get),
            cancel_notice_hours: toml.commitment.cancel_notice_hours.map(crate::document::values::Whole::get),
            commitment: self.maybe(programme.commitment.as_ref()),
            exit_rule: self.maybe(programme.exit_rule.as_ref()),
            mentor_criteria: self.list(&programme.mentor_criteria),
            mentee_criteria: self.list(&programme.mentee_criteria),
            process: self.maybe(programme.process.as_ref()),
            matching: self.maybe(programme.matching.as_ref()),
            plan: self.plan_steps(programme),
            session_minutes: programme.session_minutes,
            measures: programme.measures.iter().map(|measure| self.measure(measure)).collect(),
            topics: programme.topics.iter().map(|&topic| self.topic_card(topic)).collect(),
            hours: cohorts.iter().map(|&cohort| self.hours(&self.handbook.cohorts[cohort])).collect(),
            cohorts: cohorts.into_iter().map(|cohort| self.cohort_card(cohort)).collect(),
            links: programme
                .links
                .iter()
                .map(|(title, url)| self.external(programme, self.words(title), url))
                .collect(),
        }
    }

    fn plan_steps(&self, programme: &Programme) -> Vec<PlanStep> {
        let steps = (1..).zip(programme.plan.iter().flatten());
        steps
            .map(|(number, &id)| {
                let template = &self.handbook.templates[id];
                PlanStep {
                    number,
                    title: self.words(&template.title),
                    kind: super::cohort::template_kind_word(template.kind).to_owned(),
                }
            })
            .collect()
    }

    fn measure(&self, measure: &crate::handbook::programme::Measure) -> MeasureRow {
        let when = match measure.when {
            When::Start => "start",
            When::Mid => "mid",
            When::End => "end",
            When::After => "after",
        };
        MeasureRow {
            text: self.words(&measure.text),
            when: when.to_owned(),
            target: self.maybe(measure.target.as_ref()),
        }
    }

    fn external(&self, programme: &Programme, label: String, url: &str) -> ExternalLink {
        let href = match self.plan.links.resolve(url, programme.file.path(), self.language) {
            Resolved::Page(key, language, anchor) => {
                let page = super::from_top(self.plan.links.url(key, language));
                Some(anchor.map_or_else(|| page.clone(), |anchor| format!("{page}#{anchor}")))
            }
            Resolved::Address(url, Some(anchor)) => Some(format!("{}#{anchor}", super::from_top(&url))),
            Resolved::Address(url, None) | Resolved::File(url) => Some(super::from_top(&url)),
            Resolved::External | Resolved::Here(_) => None,
            Resolved::Withheld | Resolved::Misnamed(_) | Resolved::Nowhere => None,
        };
        match href {
            Some(href) => ExternalLink { label, href, external: false },
            None => ExternalLink { label, href: url.to_owned(), external: true },
        }
    }
}

fn participation_word(participation: Participation) -> &'static str {
    match participation {
        Participation::Voluntary => "voluntary",
        Participation::Nominated => "nominated",
        Participation::Mandatory => "mandatory",
    }
}
