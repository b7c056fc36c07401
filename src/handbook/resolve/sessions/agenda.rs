//! What is done in each session, with clock times (model.md §11, §15).

use std::collections::BTreeSet;
use std::iter::once;
use std::sync::Arc;

use jiff::ZonedDateTime;

use super::dates::Dated;
use super::frames::Frame;
use super::packing::Packed;
use super::setting::{OverrideWords, Setting};
use crate::diagnostics::Report;
use crate::document::Kind;
use crate::document::programme::Lead;
use crate::handbook::module::Module;
use crate::handbook::resolve::cohorts::session_key;
use crate::handbook::resolve::programmes::page_texts;
use crate::handbook::resolve::templates::by_language;
use crate::handbook::schedule::{self, RowSource};
use crate::handbook::session::{AgendaRow, RowKind, Session, SessionTopic};
use crate::handbook::template::{Prepare, Template};
use crate::handbook::{Id, WordLists};
use crate::locale::Localized;

impl<'s> Setting<'s, '_> {
    pub(super) fn sessions(
        &self,
        report: &mut Report,
        frames: &[Frame],
        Dated { days, starts }: &Dated,
        packed: &[Packed],
    ) -> Vec<Session> {
        let planned = self.planned_dates();
        let mut sessions = Vec::new();
        for (index, frame) in frames.iter().enumerate() {
            let number = index + 1;
            let own = self.own(number);
            let words = own.map(|(position, _)| &self.overrides[position]);
            let own = own.map(|(_, own)| own);
            let template = self.template(frame.template);
            let key = session_key(self.toml, number);
            let start = starts[index].clone();
            let kind = Kind::SessionText { cohort: self.id.to_owned(), key: key.clone() };
            let date = days.dates[index];
            let link = own.and_then(|own| own.link.as_deref()).or(self.toml.link.as_deref());
            sessions.push(Session {
                number,
                template: frame.template,
                kind: template.kind,
                title: words.and_then(|words| words.title.clone()).unwrap_or_else(|| template.title.clone()),
                date,
                planned_date: planned.get(index).copied().filter(|planned| *planned != date),
                end: schedule::later(&start, frame.minutes),
                minutes: frame.minutes,
                place: words.and_then(|words| words.place.clone()).or_else(|| self.place.cloned()),
                link: link.filter(|_| self.toml.publish_link).map(Arc::from),
                is_online: link.is_some(),
                cancelled: frame.cancelled,
                revision: self
                    .toml
                    .changes
                    .iter()
                    .filter(|change| usize::try_from(change.session) == Ok(number))
                    .count(),
                capacity: frame.capacity,
                notes: words.and_then(|words| words.notes.clone()),
                topics: packed.iter().map(|packed| self.session_topic(frame, number, &start, packed, words)).collect(),
                documents: template.documents.clone(),
                texts: page_texts(report, self.given, self.documents, &kind),
                key: Arc::from(key),
                start,
            });
        }
        sessions
    }

    pub(super) fn session_topic(
        &self,
        frame: &Frame,
        number: usize,
        start: &ZonedDateTime,
        packed: &Packed,
        words: Option<&OverrideWords>,
    ) -> SessionTopic {
        let template = self.template(frame.template);
        let path = &self.topic(packed.topic).path;
        let modules: Vec<Id<Module>> = packed.packing.modules_of(number).into_iter().map(|step| path[step]).collect();
        let self_study_after = path
            .iter()
            .zip(&packed.packing.place)
            .filter(|(_, place)| **place == schedule::Place::SelfStudyAfter(number))
            .map(|(&module, _)| module)
            .collect();
        let count = self.given.config.languages.count();
        let none = || crate::handbook::topic::no_words(count);
        if frame.cancelled {
            return SessionTopic {
                topic: packed.topic,
                modules: Vec::new(),
                slack_minutes: 0,
                self_study_after,
                goals: none(),
                questions: none(),
                reflection: none(),
                prepare: Prepare { mentor: none(), mentee: none(), organiser: none(), sponsor: none() },
                agenda: Vec::new(),
            };
        }
        let own_goals = words.map(|words| words.goals.as_slice()).filter(|goals| !goals.is_empty());
        let with_modules = |own, of: fn(&Module) -> &WordLists| {
            let of_modules = modules.iter().map(|&module| of(self.module(module)));
            self.without_repeats(&once(own).chain(of_modules).collect::<Vec<&WordLists>>())
        };
        SessionTopic {
            topic: packed.topic,
            slack_minutes: packed.packing.left[number - 1],
            self_study_after,
            goals: match own_goals {
                Some(goals) => by_language(count, goals),
                None if modules.is_empty() => template.goals.clone(),
                None => self.objectives(&modules),
            },
            questions: with_modules(&template.questions, |module| &module.questions),
            reflection: with_modules(&template.reflection, |module| &module.reflection),
            prepare: Prepare {
                mentor: with_modules(&template.prepare.mentor, |module| &module.prepare_mentor),
                mentee: with_modules(&template.prepare.mentee, |module| &module.prepare_mentee),
                organiser: self.without_repeats(&[&template.prepare.organiser]),
                sponsor: self.without_repeats(&[&template.prepare.sponsor]),
            },
            agenda: self.agenda(frame, template, &modules, start),
            modules,
        }
    }

    /// All texts of these lists in their order, each where it stands first (model.md §11).
    fn without_repeats(&self, lists: &[&WordLists]) -> WordLists {
        Localized::from_fn(self.given.config.languages.count(), |language| {
            let mut seen = BTreeSet::new();
            let texts = lists.iter().flat_map(|list| list.get(language).iter());
            texts.filter(|text| seen.insert(Arc::clone(text))).cloned().collect()
        })
    }

    /// The objectives of the modules, those that several have too.
    fn objectives(&self, modules: &[Id<Module>]) -> WordLists {
        Localized::from_fn(self.given.config.languages.count(), |language| {
            let of = |&module: &Id<Module>| self.module(module).objectives.get(language).to_vec();
            modules.iter().flat_map(of).collect()
        })
    }

    /// The agenda with clock times (model.md §15).
    pub(super) fn agenda(
        &self,
        frame: &Frame,
        template: &Template,
        modules: &[Id<Module>],
        start: &ZonedDateTime,
    ) -> Vec<AgendaRow> {
        let minutes: Vec<u32> = modules.iter().map(|&module| self.module(module).minutes).collect();
        let rows = schedule::rows(&template.shapes(), &frame.blocks, &minutes, start);
        let row = |row: schedule::Row| {
            let (what, lead, notes) = match row.source {
                RowSource::Block(index) => {
                    let block = &template.blocks[index];
                    (RowKind::Block(block.kind, block.title.clone()), block.lead, block.notes.clone())
                }
                RowSource::Module { block, module } => (
                    RowKind::Module(modules[module]),
                    template.blocks[block].lead,
                    template.blocks[block].notes.clone().filter(|_| module == 0),
                ),
                RowSource::Slack { .. } => (RowKind::Slack, Lead::Both, None),
            };
            AgendaRow { start: row.start, end: row.end, minutes: row.minutes, what, lead, notes }
        };
        rows.into_iter().map(row).collect()
    }
}
