use super::role::lead_minutes;
use super::{PageKey, Writer, lead_word, nowhere};
use crate::document::cohort::ChangeKind;
use crate::document::pages::RoleName;
use crate::document::template::{BlockKind, TemplateKind};
use crate::handbook::Id;
use crate::handbook::cohort::{Change, Cohort, Milestone};
use crate::handbook::pair::Pair;
use crate::handbook::session::{RowKind, Session, SessionTopic};
use crate::handbook::topic::Topic;
use crate::plan::body::PageText;
use crate::plan::feeds;
use crate::plan::names::{Side, person_label};
use crate::view::{
    AgendaRow, BreakRow, ChangeRow, ChecksView, CohortCard, CohortView, CohortsView, Hours, Link, MilestoneRow,
    PairRow, PrepareView, SessionRow, SessionTopicView, SessionView, TopicModules, View,
};

type Titled = (String, String, View);

impl Writer<'_> {
    pub(super) fn cohorts(&self) -> Titled {
        let cohorts = self.plan.uses.by_date.iter().map(|&id| self.cohort_card(id)).collect();
        (self.text("nav-cohorts"), self.text("cohorts-intro"), View::Cohorts(Box::new(CohortsView { cohorts })))
    }

    pub(super) fn cohort_link(&self, id: Id<Cohort>) -> Link {
        self.link(PageKey::Cohort(id), self.words(&self.handbook.cohorts[id].title))
    }

    pub(super) fn cohort_card(&self, id: Id<Cohort>) -> CohortCard {
        let cohort = &self.handbook.cohorts[id];
        let programme = &self.handbook.programmes[cohort.programme];
        let date = |session: Option<&Session>| self.date(session.map_or(cohort.published, |session| session.date));
        CohortCard {
            title: self.words(&cohort.title),
            href: self.href(PageKey::Cohort(id)),
            programme: self.link(PageKey::Programme(cohort.programme), self.words(&programme.title)),
            topics: cohort.topics.iter().map(|&topic| self.topic_link(topic)).collect(),
            first: date(cohort.sessions.first()),
            last: date(cohort.sessions.last()),
            place: self.maybe(cohort.place.as_ref()),
            cancelled: cohort.cancelled,
            draft: cohort.toml.draft,
            has_calendar: !feeds::calendars(self.handbook, id).is_empty(),
            sessions: (0..cohort.sessions.len()).map(|index| self.session_row(id, index)).collect(),
        }
    }

    fn session_link(&self, id: Id<Cohort>, index: usize) -> Link {
        let session = &self.handbook.cohorts[id].sessions[index];
        self.link(PageKey::Session(id, index), self.words(&session.title))
    }

    pub(super) fn session_row(&self, id: Id<Cohort>, index: usize) -> SessionRow {
        let cohort = &self.handbook.cohorts[id];
        let session = &cohort.sessions[index];
        let modules = |topic: &SessionTopic| TopicModules {
            topic: self.topic_link(topic.topic),
            modules: topic.modules.iter().map(|&module| self.module_link(module)).collect(),
            self_study_after: topic.self_study_after.iter().map(|&module| self.module_link(module)).collect(),
        };
        SessionRow {
            number: session.number,
            title: self.words(&session.title),
            href: self.href(PageKey::Session(id, index)),
            kind: template_kind_word(session.kind).to_owned(),
            date: self.date(session.date),
            time: self.time(&session.start, &session.end, &cohort.zone.name),
            minutes: session.minutes,
            place: self.maybe(session.place.as_ref()),
            cancelled: session.cancelled || cohort.cancelled,
            moved_from: self.moved_from(id, index).map(|date| self.date(date)),
            topics: session.topics.iter().map(modules).collect(),
        }
    }

    /// The day that was announced for a session before it was moved.
    pub(super) fn moved_from(&self, id: Id<Cohort>, index: usize) -> Option<jiff::civil::Date> {
        let cohort = &self.handbook.cohorts[id];
        let session = &cohort.sessions[index];
        session.planned_date.filter(|_| last_move(cohort, session).is_some())
    }

    pub(super) fn cohort(&self, id: Id<Cohort>, texts: &mut PageText<'_>) -> Titled {
        let cohort = &self.handbook.cohorts[id];
        let pairs = cohort.active_pairs().map(|pair| PairRow {
            number: pair.number,
            mentor: person_label(pair, Side::Mentor, &self.interface.texts),
            mentee: person_label(pair, Side::Mentee, &self.interface.texts),
            topic: self.topic_link(pair.topic),
        });
        let breaks = cohort.breaks.iter().map(|one| BreakRow {
            from: self.date(one.from),
            to: self.date(one.to),
            reason: self.maybe(one.reason.as_ref()),
            after: cohort.sessions.iter().filter(|session| session.date < one.from).count(),
        });
        let view = CohortView {
            card: self.cohort_card(id),
            zone: cohort.zone.name.to_string(),
            html: self.html(PageKey::Cohort(id), texts),
            pairs: pairs.collect(),
            breaks: breaks.collect(),
            time_line: self.time_line(id),
            milestones: cohort.milestones.iter().map(|milestone| self.milestone_row(id, milestone)).collect(),
            changes: self.change_rows(id, |_| true),
            hours: self.hours(cohort),
            subscriptions: self.subscriptions(id),
            refresh_hours: self.handbook.config.refresh_hours(),
            factors: self.factor_results(id),
            checks: self.link(PageKey::Checks(id), self.text("cohort-checks")),
            print: self.print_link(PageKey::CohortPrint(id)),
        };
        (view.card.title.clone(), self.cohort_summary(id), View::Cohort(Box::new(view)))
    }

    pub(super) fn milestone_row(&self, id: Id<Cohort>, milestone: &Milestone) -> MilestoneRow {
        MilestoneRow {
            title: self.words(&milestone.title),
            role: lead_word(milestone.role).to_owned(),
            date: self.date(milestone.date),
            blocked: milestone.blocked.as_ref().map_or_else(String::new, |reason| self.maybe(reason.as_ref())),
            cohort: self.cohort_link(id),
        }
    }

    /// The changes that `wanted` lets through, newest first.
    fn change_rows(&self, id: Id<Cohort>, wanted: impl Fn(&Change) -> bool) -> Vec<ChangeRow> {
        let cohort = &self.handbook.cohorts[id];
        let mut changes: Vec<&Change> = cohort.changes.iter().filter(|change| wanted(change)).collect();
        changes.sort_by_key(|change| std::cmp::Reverse(change.announced));
        let row = |change: &Change| {
            let session = &cohort.sessions[change.session - 1];
            let is_last_move = last_move(cohort, session).is_some_and(|last| std::ptr::eq(last, change));
            let before = session.planned_date.filter(|_| is_last_move);
            let kind = change_word(change.kind);
            let in_a_word = || self.text(&format!("change-{kind}"));
            ChangeRow {
                announced: self.date(change.announced),
                kind: kind.to_owned(),
                text: change.text.as_ref().map_or_else(in_a_word, |text| self.words(text)),
                session: self.session_link(id, change.session - 1),
                moved_from: before.map(|date| self.date(date)),
                moved_to: before.map(|_| self.date(session.date)),
            }
        };
        changes.into_iter().map(row).collect()
    }

    /// Sessions × minutes × people, and what mentees do in between.
    pub(super) fn hours(&self, cohort: &Cohort) -> Hours {
        let held = || cohort.sessions.iter().filter(|session| !session.cancelled);
        let session_minutes: u32 = held().map(|session| session.minutes).sum();
        let self_study_minutes = cohort.topics.first().map_or(0, |&topic| self.self_study_minutes(cohort, topic));
        let pairs: Vec<&Pair> = cohort.active_pairs().collect();
        let of_pair = |pair: &&Pair| u64::from(2 * session_minutes + self.self_study_minutes(cohort, pair.topic));
        let total: u64 = pairs.iter().map(of_pair).sum();
        Hours {
            session_minutes,
            self_study_minutes,
            mentor_minutes: session_minutes,
            mentee_minutes: session_minutes + self_study_minutes,
            organiser_minutes: held().map(|session| lead_minutes(RoleName::Organiser, session)).sum(),
            sponsor_minutes: held().map(|session| lead_minutes(RoleName::Sponsor, session)).sum(),
            people: pairs.len() * 2,
            total_minutes: u32::try_from(total).unwrap_or(u32::MAX),
        }
    }

    /// What a mentee with this topic does between sessions: what modules ask for, and whole modules on one's own.
    fn self_study_minutes(&self, cohort: &Cohort, topic: Id<Topic>) -> u32 {
        let parts = cohort.sessions.iter().flat_map(|session| &session.topics).filter(|part| part.topic == topic);
        let minutes = |part: &SessionTopic| {
            let between = part.modules.iter().map(|&id| self.handbook.modules[id].self_study_minutes);
            let alone = part.self_study_after.iter().map(|&id| {
                let module = &self.handbook.modules[id];
                module.minutes + module.self_study_minutes
            });
            between.chain(alone).sum::<u32>()
        };
        parts.map(minutes).sum()
    }

    pub(super) fn session(&self, id: Id<Cohort>, index: usize, texts: &mut PageText<'_>) -> Titled {
        let cohort = &self.handbook.cohorts[id];
        let session = &cohort.sessions[index];
        let programme = &self.handbook.programmes[cohort.programme];
        let neighbour = |index: Option<usize>| {
            index
                .filter(|&index| index < cohort.sessions.len())
                .map_or_else(nowhere, |index| self.session_link(id, index))
        };
        let view = SessionView {
            row: self.session_row(id, index),
            cohort: self.cohort_link(id),
            programme: self.link(PageKey::Programme(cohort.programme), self.words(&programme.title)),
            sessions: cohort.sessions.len(),
            link: session.link.as_deref().unwrap_or_default().to_owned(),
            notes: self.maybe(session.notes.as_ref()),
            topics: (0..session.topics.len()).map(|position| self.session_topic(cohort, index, position)).collect(),
            documents: session.documents.iter().map(|&form| self.form_link(form)).collect(),
            changes: self.change_rows(id, |change| change.session == session.number),
            calendar: self.session_calendar(id, index),
            code: self.code(PageKey::Session(id, index)),
            html: self.html(PageKey::Session(id, index), texts),
            previous: neighbour(index.checked_sub(1)),
            next: neighbour(Some(index + 1)),
        };
        (view.row.title.clone(), self.session_summary(cohort, session), View::Session(Box::new(view)))
    }

    fn session_topic(&self, cohort: &Cohort, index: usize, position: usize) -> SessionTopicView {
        let topic = &cohort.sessions[index].topics[position];
        let before = index.checked_sub(1).map(|before| &cohort.sessions[before].topics[position]);
        let rows = |modules: &[_]| modules.iter().map(|&module| self.module_row(module)).collect();
        SessionTopicView {
            id: topic_anchor(&self.handbook.topics[topic.topic]),
            topic: self.topic_link(topic.topic),
            agenda: topic.agenda.iter().map(|row| self.agenda_row(row)).collect(),
            picture: self.agenda_picture(topic),
            goals: self.list(&topic.goals),
            questions: self.list(&topic.questions),
            reflection: self.list(&topic.reflection),
            prepare: self.prepare(topic),
            modules: rows(&topic.modules),
            self_study_after: rows(&topic.self_study_after),
            self_study_before: before.map_or_else(Vec::new, |before| rows(&before.self_study_after)),
            slack_minutes: topic.slack_minutes,
        }
    }

    pub(super) fn prepare(&self, topic: &SessionTopic) -> PrepareView {
        PrepareView {
            mentor: self.list(&topic.prepare.mentor),
            mentee: self.list(&topic.prepare.mentee),
            organiser: self.list(&topic.prepare.organiser),
            sponsor: self.list(&topic.prepare.sponsor),
        }
    }

    pub(super) fn agenda_row(&self, row: &crate::handbook::session::AgendaRow) -> AgendaRow {
        let formats = &self.interface.formats;
        let (title, href) = match &row.what {
            RowKind::Block(_, title) => (self.words(title), String::new()),
            RowKind::Module(id) => {
                let link = self.module_link(*id);
                (link.label, link.href)
            }
            RowKind::Slack => (self.text("label-slack"), String::new()),
        };
        AgendaRow {
            start: formats.time(row.start),
            end: formats.time(row.end),
            start_iso: row.start.strftime("%H:%M").to_string(),
            minutes: row.minutes,
            title,
            href,
            lead: lead_word(row.lead).to_owned(),
            kind: row_kind_word(&row.what).to_owned(),
            notes: self.maybe(row.notes.as_ref()),
        }
    }

    pub(super) fn checks(&self, id: Id<Cohort>) -> Titled {
        let cohort = self.cohort_link(id);
        let title = self.text_with("checks-title", &[("cohort", cohort.label.as_str().into())]);
        let summary = format!("{title}. {}", self.text("checks-intro"));
        let view = ChecksView { factors: self.factor_results(id), cohort };
        (title, summary, View::Checks(Box::new(view)))
    }
}

/// The entry that tells the date a session has now. A date of its own is a move only if somebody was told another one
/// before.
fn last_move<'c>(cohort: &'c Cohort, session: &Session) -> Option<&'c Change> {
    let moves = cohort.changes_of(session.number).filter(|change| change.kind == ChangeKind::Moved);
    moves.max_by_key(|change| change.announced)
}

/// `topic-online-marketing`: where the agenda of a topic stands on a session's page (model.md §16).
fn topic_anchor(topic: &Topic) -> String {
    format!("topic-{}", topic.id)
}

/// The word of a kind of session in views and machine output.
#[must_use]
pub fn template_kind_word(kind: TemplateKind) -> &'static str {
    match kind {
        TemplateKind::Kickoff => "kickoff",
        TemplateKind::Working => "working",
        TemplateKind::Midpoint => "midpoint",
        TemplateKind::Closing => "closing",
        TemplateKind::Other => "other",
    }
}

/// The word of a kind of change in views and feeds.
#[must_use]
pub fn change_word(kind: ChangeKind) -> &'static str {
    match kind {
        ChangeKind::Moved => "moved",
        ChangeKind::Place => "place",
        ChangeKind::Cancelled => "cancelled",
        ChangeKind::Restored => "restored",
        ChangeKind::Content => "content",
    }
}

/// The word of a kind of agenda row in views and machine output (model.md §15).
#[must_use]
pub fn row_kind_word(what: &RowKind) -> &'static str {
    match what {
        RowKind::Module(_) => "module",
        RowKind::Slack => "practice",
        RowKind::Block(kind, _) => block_kind_word(*kind),
    }
}

/// The interface text that names a kind of block.
pub(super) fn kind_key(kind: BlockKind) -> String {
    format!("kind-{}", block_kind_word(kind))
}

fn block_kind_word(kind: BlockKind) -> &'static str {
    match kind {
        BlockKind::CheckIn => "check-in",
        BlockKind::Goal => "goal",
        BlockKind::Input => "input",
        BlockKind::Modules => "modules",
        BlockKind::Practice => "practice",
        BlockKind::Reflection => "reflection",
        BlockKind::Feedback => "feedback",
        BlockKind::Review => "review",
        BlockKind::NextSteps => "next-steps",
        BlockKind::Admin => "admin",
        BlockKind::Break => "break",
    }
}
