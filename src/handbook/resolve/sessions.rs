//! The sessions of a cohort: dates, packing, agendas, milestones (model.md §11 to §16).

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::ZonedDateTime;
use jiff::civil::{Date, Weekday};

use super::cohorts::{Across, Parts};
use super::documents::Documents;
use super::programmes::page_texts;
use super::{Given, Name, did_you_mean};
use crate::at;
use crate::calendar::{Blocked, Oddity, Rhythm, local_start};
use crate::config::{Translator, Words, Zone};
use crate::diagnostics::{Code, Diagnostic, Place, Report};
use crate::document::cohort::{CohortToml, OnSkip, OptionalModules, SessionToml};
use crate::document::programme::Lead;
use crate::document::template::TemplateKind;
use crate::document::{File, Kind, Step};
use crate::handbook::cohort::{DroppedDate, Milestone};
use crate::handbook::module::Module;
use crate::handbook::programme::{Anchor, Programme};
use crate::handbook::schedule::{self, DateRules, Misfit, NoDate, Packing, PackingProblem, RowSource};
use crate::handbook::session::{AgendaRow, RowKind, Session, SessionTopic};
use crate::handbook::template::{Prepare, Template};
use crate::handbook::topic::Topic;
use crate::handbook::{Id, WordLists};
use crate::locale::Localized;

/// A cohort whose own file and parts are sound: everything that its sessions are computed from.
pub struct Setting<'s, 'a> {
    /// What holds for the whole site.
    pub given: &'s Given<'a>,
    /// All files.
    pub documents: &'s Documents<'a>,
    /// What cohorts refer to.
    pub parts: &'s Parts<'s>,
    /// The cohort.
    pub id: &'s str,
    /// Its file.
    pub file: &'s Arc<File>,
    /// What is written there.
    pub toml: &'s CohortToml,
    /// Its programme.
    pub programme: (Id<Programme>, &'s Programme),
    /// Its topics, the default one first.
    pub topics: &'s [Id<Topic>],
    /// Its zone.
    pub zone: &'s Zone,
    /// How often it meets.
    pub rhythm: Rhythm,
    /// The templates of its sessions before overrides.
    pub plan: Vec<Id<Template>>,
    /// The days without sessions.
    pub blocked: Blocked,
    /// Why these days are blocked, in the same order.
    pub reasons: &'s [Option<Words>],
    /// Where it takes place.
    pub place: Option<&'s Words>,
    /// The texts of `[[session]]`, in the order of the file.
    pub overrides: &'s [OverrideWords],
}

/// The texts of one `[[session]]`.
pub struct OverrideWords {
    title: Option<Words>,
    place: Option<Words>,
    goals: Vec<Words>,
    notes: Option<Words>,
}

/// The texts of all `[[session]]` tables.
pub fn overrides(translator: &mut Translator<'_>, toml: &CohortToml) -> Vec<OverrideWords> {
    let words = |(index, session): (usize, &SessionToml)| OverrideWords {
        title: translator.optional(&at!["session", index, "title"], session.title.as_ref()),
        place: translator.optional(&at!["session", index, "place"], session.place.as_ref()),
        goals: translator.list(&at!["session", index, "goals"], &session.goals),
        notes: translator.optional(&at!["session", index, "notes"], session.notes.as_ref()),
    };
    toml.sessions.iter().enumerate().map(words).collect()
}

/// What is computed for a cohort.
pub struct Computed {
    /// Its sessions.
    pub sessions: Vec<Session>,
    /// The dates that were passed over.
    pub dropped: Vec<DroppedDate>,
    /// What has to be done when.
    pub milestones: Vec<Milestone>,
}

/// Computes the sessions of a cohort; `None` after an error.
///
/// Dates and packing do not depend on each other, so both are tried and both report what is wrong.
pub fn compute(report: &mut Report, setting: &Setting<'_, '_>, across: &mut Across) -> Option<Computed> {
    let frames = setting.frames(report);
    let dated = setting.dates(report);
    let packed = frames.as_ref().and_then(|frames| setting.pack_all(report, frames));
    let (frames, dated, packed) = (frames?, dated?, packed?);
    let starts = setting.starts(report, &dated.dates)?;
    let sessions = setting.sessions(report, &frames, &dated, &starts, &packed);
    let milestones = setting.milestones(&sessions, across);
    Some(Computed { sessions, dropped: setting.dropped(&dated), milestones })
}

/// A session before it has a date: its template and how long everything is.
struct Frame {
    template: Id<Template>,
    minutes: u32,
    blocks: Vec<u32>,
    capacity: u32,
    cancelled: bool,
}

/// The packing of one topic.
struct Packed {
    topic: Id<Topic>,
    packing: Packing,
}

impl<'s> Setting<'s, '_> {
    fn own(&self, number: usize) -> Option<(usize, &'s SessionToml)> {
        let sessions = self.toml.sessions.iter().enumerate();
        sessions.into_iter().find(|(_, session)| usize::try_from(session.number) == Ok(number))
    }

    /// `[[session]]` of this number if there is one, else the given key of the cohort.
    fn place_of(&self, number: usize, otherwise: &str) -> Place {
        match self.own(number) {
            Some((index, _)) => self.file.key(&at!["session", index]),
            None => self.file.key(&at![otherwise]),
        }
    }

    fn session_minutes(&self) -> u32 {
        self.toml.session_minutes.map_or(self.programme.1.session_minutes, crate::document::values::Whole::amount)
    }

    fn template(&self, id: Id<Template>) -> &'s Template {
        &self.parts.templates.table[id]
    }

    fn module(&self, id: Id<Module>) -> &'s Module {
        &self.parts.topics.modules[id]
    }

    fn topic(&self, id: Id<Topic>) -> &'s Topic {
        &self.parts.topics.table[id]
    }

    /// The frames of all sessions; `None` if a template does not fit or could not be read.
    fn frames(&self, report: &mut Report) -> Option<Vec<Frame>> {
        let mut frames = Some(Vec::new());
        let mut reported = BTreeSet::new();
        for (number, &planned) in (1..).zip(&self.plan) {
            let own = self.own(number);
            let template = match own.and_then(|(index, session)| Some((index, session.template.as_ref()?))) {
                None => Some(planned),
                Some((index, name)) => {
                    let steps = at!["session", index, "template"];
                    match self.parts.templates.names.find(report, self.file, &steps, name) {
                        Some(Name::Sound(id)) => Some(id),
                        Some(Name::Withheld) | None => None,
                    }
                }
            };
            let minutes = own.and_then(|(_, session)| session.minutes).map(crate::document::values::Whole::amount);
            let minutes = minutes.unwrap_or(self.session_minutes());
            let cancelled = own.is_some_and(|(_, session)| session.cancelled);
            let frame =
                template.and_then(|template| self.frame(report, &mut reported, number, template, minutes, cancelled));
            match (frame, &mut frames) {
                (Some(frame), Some(frames)) => frames.push(frame),
                _ => frames = None,
            }
        }
        frames
    }

    fn frame(
        &self,
        report: &mut Report,
        reported: &mut BTreeSet<Id<Template>>,
        number: usize,
        id: Id<Template>,
        minutes: u32,
        cancelled: bool,
    ) -> Option<Frame> {
        let template = self.template(id);
        if report.is_broken(template.file.path()) && !reported.contains(&id) && !self.is_misfit(report, template) {
            return None;
        }
        let shapes = template.shapes();
        match schedule::fit(&shapes, minutes) {
            Ok(blocks) => {
                let capacity = if cancelled { 0 } else { schedule::capacity(&shapes, &blocks) };
                Some(Frame { template: id, minutes, blocks, capacity, cancelled })
            }
            Err(_) if cancelled => Some(Frame { template: id, minutes, blocks: Vec::new(), capacity: 0, cancelled }),
            Err(misfit) => {
                self.report_misfit(report, reported, number, id, minutes, &misfit);
                None
            }
        }
    }

    /// Whether the only errors of a template are that it does not fit into some cohort.
    fn is_misfit(&self, report: &Report, template: &Template) -> bool {
        let path = template.file.path();
        report
            .diagnostics()
            .iter()
            .filter(|diagnostic| diagnostic.place.path == *path)
            .all(|diagnostic| matches!(diagnostic.code, Code::SessionTooShort | Code::AgendaDoesNotAddUp))
    }

    /// At the override that causes it, else on line 1 of the template, once per cohort (model.md §0).
    fn report_misfit(
        &self,
        report: &mut Report,
        reported: &mut BTreeSet<Id<Template>>,
        number: usize,
        id: Id<Template>,
        minutes: u32,
        misfit: &Misfit,
    ) {
        let template = self.template(id);
        let own = self.own(number);
        let cause = own.and_then(|(index, session)| match (&session.minutes, &session.template) {
            (Some(_), _) => Some(self.file.value(&at!["session", index, "minutes"])),
            (None, Some(_)) => Some(self.file.value(&at!["session", index, "template"])),
            (None, None) => None,
        });
        if cause.is_none() && !reported.insert(id) {
            return;
        }
        let cohort = self.id;
        let name = &template.id;
        let diagnostic =
            |code, message| Diagnostic::new(code, message, cause.clone().unwrap_or_else(|| template.file.top()));
        report.add(match misfit {
            Misfit::TooShort { needs } => diagnostic(
                Code::SessionTooShort,
                format!("template \"{name}\" needs at least {needs} minutes, but session {number} of cohort \"{cohort}\" lasts {minutes}"),
            ),
            Misfit::DoesNotAddUp { sum } => diagnostic(
                Code::AgendaDoesNotAddUp,
                format!("template \"{name}\" adds up to {sum} minutes, but session {number} of cohort \"{cohort}\" lasts {minutes}"),
            )
            .help("give one block minutes = \"rest\""),
        });
    }

    fn dates(&self, report: &mut Report) -> Option<schedule::Dates> {
        let start = self.toml.start.0;
        if let Some(reason) = self.blocked.first_match(start) {
            let message = format!("start {start} falls on a skipped day{}", self.because(reason));
            report.add(Diagnostic::new(Code::StartSkipped, message, self.file.value(&at!["start"])));
            return None;
        }
        let overrides: BTreeMap<usize, Date> =
            (1..=self.plan.len()).filter_map(|number| Some((number, self.own(number)?.1.date?.0))).collect();
        let on_skip = match self.toml.on_skip {
            OnSkip::Push => schedule::OnSkip::Push,
            OnSkip::Shift => schedule::OnSkip::Shift,
        };
        let rules = DateRules {
            start,
            rhythm: self.rhythm,
            sessions: self.plan.len(),
            blocked: &self.blocked,
            on_skip,
            overrides: &overrides,
        };
        let dates = match schedule::dates(&rules) {
            Ok(dates) => dates,
            Err(problem) => {
                report.add(self.no_date(&problem));
                return None;
            }
        };
        let is_sound = self.check_dates(report, &dates, &overrides);
        is_sound.then_some(dates)
    }

    fn because(&self, reason: usize) -> String {
        let languages = &self.given.config.languages;
        let words = self.reasons[reason].as_ref().map(|words| words.get(languages.default()));
        words.map_or_else(String::new, |words| format!(" ({words})"))
    }

    fn no_date(&self, problem: &NoDate) -> Diagnostic {
        match problem {
            NoDate::NoFreeWeek { session, date, next } => {
                let message = format!("session {session}: {date} is skipped and no free week is left before {next}");
                Diagnostic::new(Code::NoFreeWeek, message, self.place_of(*session, "start"))
                    .help("set on_skip = \"push\", or give this session a date of its own without the rhythm")
            }
            NoDate::NoFreeDate { session } => {
                let message = format!("no free date for session {session} within 60 steps of the rhythm; check skip");
                Diagnostic::new(Code::NoFreeDate, message, self.place_of(*session, "start"))
            }
        }
    }

    fn check_dates(&self, report: &mut Report, dates: &schedule::Dates, overrides: &BTreeMap<usize, Date>) -> bool {
        for pair in &dates.not_rising {
            let (a, b) = (&pair.earlier, &pair.later);
            let message = format!("session {} ({}) is not after session {} ({})", b.session, b.date, a.session, a.date);
            let changed = [b.session, a.session].into_iter().find(|number| overrides.contains_key(number));
            let place = match changed.and_then(|number| self.own(number)) {
                Some((index, _)) => self.file.value(&at!["session", index, "date"]),
                None => self.file.key(&at!["start"]),
            };
            report.add(Diagnostic::new(Code::DatesNotRising, message, place));
        }
        for (&number, &date) in overrides {
            let Some((index, own)) = self.own(number) else { continue };
            if let Some(reason) = self.blocked.first_match(date).filter(|_| !own.cancelled) {
                let message = format!("session {number}: {date} is a skipped day{}", self.because(reason));
                let place = self.file.value(&at!["session", index, "date"]);
                report.add(Diagnostic::new(Code::SessionOnSkippedDay, message, place));
            }
        }
        self.check_weekends(report, &dates.dates, overrides);
        let Some(&last) = dates.dates.last() else { return false };
        if let Some(end) = self.toml.end.filter(|end| last > end.0) {
            let message = format!("the last session would be on {last}, after the end {}", end.0);
            report.add(Diagnostic::new(Code::PastEnd, message, self.file.value(&at!["end"])));
            return false;
        }
        dates.not_rising.is_empty()
    }

    /// The rhythm keeps the weekday of the start: a start on a weekend is said once.
    fn check_weekends(&self, report: &mut Report, dates: &[Date], overrides: &BTreeMap<usize, Date>) {
        let mut said_for_start = false;
        for (number, date) in (1..).zip(dates) {
            let weekday = match date.weekday() {
                Weekday::Saturday => "Saturday",
                Weekday::Sunday => "Sunday",
                _ => continue,
            };
            if self.own(number).is_some_and(|(_, own)| own.cancelled) {
                continue;
            }
            let place = match self.own(number).filter(|_| overrides.contains_key(&number)) {
                Some((index, _)) => self.file.value(&at!["session", index, "date"]),
                None if said_for_start => continue,
                None => {
                    said_for_start = true;
                    self.file.value(&at!["start"])
                }
            };
            report.add(Diagnostic::new(Code::WeekendSession, format!("session {number} is on a {weekday}"), place));
        }
    }

    fn dropped(&self, dated: &schedule::Dates) -> Vec<DroppedDate> {
        let date = |dropped: &schedule::Dropped| DroppedDate {
            session: dropped.session,
            date: dropped.date,
            reason: self.reasons[dropped.reason].clone(),
        };
        dated.dropped.iter().map(date).collect()
    }

    /// When each session begins; times that the clock skips or shows twice are reported (model.md §13.5).
    fn starts(&self, report: &mut Report, dates: &[Date]) -> Option<Vec<ZonedDateTime>> {
        let mut starts = Vec::new();
        for (number, &date) in (1..).zip(dates) {
            let own = self.own(number);
            let time = own.and_then(|(_, own)| own.time).unwrap_or(self.toml.time).0;
            let start = local_start(date, time, &self.zone.rules)?;
            let zone = &self.zone.name;
            let shown = time.strftime("%H:%M");
            let message = match start.oddity {
                None => None,
                Some(Oddity::Gap) => {
                    let actual = start.at.strftime("%H:%M");
                    let text =
                        format!("session {number}: {shown} does not exist on {date} in {zone}; {actual} is used");
                    Some((Code::TimeInGap, text))
                }
                Some(Oddity::Fold) => {
                    let text = format!("session {number}: {shown} occurs twice on {date} in {zone}; the first is used");
                    Some((Code::TimeInFold, text))
                }
            };
            let cancelled = own.is_some_and(|(_, own)| own.cancelled);
            if let Some((code, text)) = message.filter(|_| !cancelled) {
                report.add(Diagnostic::new(code, text, self.place_of(number, "start")));
            }
            starts.push(start.at);
        }
        Some(starts)
    }

    fn pack_all(&self, report: &mut Report, frames: &[Frame]) -> Option<Vec<Packed>> {
        let pins = self.pins(report);
        let mut packed = Some(Vec::new());
        for &topic in self.topics {
            match (self.pack(report, frames, topic, &pins), &mut packed) {
                (Some(one), Some(packed)) => packed.push(one),
                _ => packed = None,
            }
        }
        packed.filter(|_| !report.is_broken(self.file.path()))
    }

    fn optional_modules(&self) -> schedule::OptionalModules {
        match self.toml.optional_modules {
            OptionalModules::SelfStudy => schedule::OptionalModules::SelfStudy,
            OptionalModules::IfRoom => schedule::OptionalModules::IfRoom,
        }
    }

    fn pack(
        &self,
        report: &mut Report,
        frames: &[Frame],
        topic: Id<Topic>,
        pins: &BTreeMap<Id<Module>, Pin>,
    ) -> Option<Packed> {
        let steps = self.steps(topic, pins);
        let capacity: Vec<u32> = frames.iter().map(|frame| frame.capacity).collect();
        let path = &self.topic(topic).path;
        let packing = match schedule::pack(&steps, &capacity, self.optional_modules()) {
            Ok(packing) => packing,
            Err(problem) => {
                report.add(self.packing_problem(&problem, topic, &steps, pins));
                return None;
            }
        };
        for (&module, place) in path.iter().zip(&packing.place) {
            if let schedule::Place::SelfStudyAfter(session) = place {
                let module = self.module(module);
                let message = format!("optional module \"{}\" becomes self-study after session {session}", module.id);
                let diagnostic = Diagnostic::new(Code::OptionalToSelfStudy, message, self.topic_place(topic));
                report.add(diagnostic.label(module.file.top(), "this module"));
            }
        }
        for (number, frame) in (1..).zip(frames) {
            if frame.capacity > 0 && packing.modules_of(number).is_empty() {
                let message = format!(
                    "session {number} has {} minutes for modules, but topic \"{}\" has none left",
                    frame.capacity,
                    self.topic(topic).id
                );
                let place = match self.own(number) {
                    Some((index, _)) => self.file.key(&at!["session", index]),
                    None => self.file.first_key(&[&at!["plan"], &at!["topic"]]),
                };
                report.add(Diagnostic::new(Code::EmptyModuleBlock, message, place));
            }
        }
        Some(Packed { topic, packing })
    }

    fn steps(&self, topic: Id<Topic>, pins: &BTreeMap<Id<Module>, Pin>) -> Vec<schedule::Step> {
        let step = |&id: &Id<Module>| {
            let module = self.module(id);
            schedule::Step {
                minutes: module.minutes,
                optional: module.optional,
                prerequisites: module.prerequisites.clone(),
                pin: pins.get(&id).map(|pin| pin.session),
            }
        };
        self.topic(topic).path.iter().map(step).collect()
    }

    /// Where the author says that the cohort has this topic.
    fn topic_place(&self, topic: Id<Topic>) -> Place {
        let name = &*self.topic(topic).id;
        if self.toml.topic.as_deref() == Some(name) {
            return self.file.key(&at!["topic"]);
        }
        let pair = self.toml.pairs.iter().position(|pair| pair.topic.as_deref() == Some(name));
        pair.map_or_else(|| self.file.top(), |index| self.file.key(&at!["pair", index, "topic"]))
    }

    fn packing_problem(
        &self,
        problem: &PackingProblem,
        topic: Id<Topic>,
        steps: &[schedule::Step],
        pins: &BTreeMap<Id<Module>, Pin>,
    ) -> Diagnostic {
        let path = &self.topic(topic).path;
        let module = |step: usize| self.module(path[step]);
        let at_pin =
            |step: usize| pins.get(&path[step]).map_or_else(|| self.topic_place(topic), |pin| pin.place.clone());
        match problem {
            PackingProblem::PinBeforePath { step, session, previous_step, current } => {
                let (name, previous) = (&module(*step).id, &module(*previous_step).id);
                let message = format!(
                    "module \"{name}\" is pinned to session {session}, but \"{previous}\" before it in the path is already in session {current}"
                );
                Diagnostic::new(Code::PinBeforePath, message, at_pin(*step))
                    .label(module(*step).file.top(), "this module")
            }
            PackingProblem::PinNoRoom { step, session, left } => {
                let (name, minutes) = (&module(*step).id, module(*step).minutes);
                let message = format!(
                    "module \"{name}\" needs {minutes} minutes, but session {session} has only {left} left for modules"
                );
                Diagnostic::new(Code::PinNoRoom, message, at_pin(*step)).label(module(*step).file.top(), "this module")
            }
            PackingProblem::TooLong { step, longest } => {
                let (name, minutes) = (&module(*step).id, module(*step).minutes);
                let message = format!(
                    "module \"{name}\" needs {minutes} minutes, but the longest module block of cohort \"{}\" has {longest}",
                    self.id
                );
                Diagnostic::new(Code::ModuleTooLong, message, self.topic_place(topic))
                    .label(module(*step).file.key(&at!["minutes"]), "this module")
            }
            PackingProblem::DoesNotFit { step, from_session, left, needed, available, sessions_with_block } => {
                let left: Vec<String> = left.iter().map(u32::to_string).collect();
                let (name, minutes) = (&module(*step).id, module(*step).minutes);
                let message = format!(
                    "the required modules of topic \"{}\" do not fit into cohort \"{}\"",
                    self.topic(topic).id,
                    self.id
                );
                Diagnostic::new(Code::PathDoesNotFit, message, self.topic_place(topic))
                    .note(format!("module \"{name}\" ({minutes} minutes) finds no place; left from session {from_session} on: {} minutes", left.join(" + ")))
                    .note(format!("{needed} minutes needed, {available} available in {sessions_with_block} sessions with a module block"))
                    .help(self.remedy(steps))
            }
        }
    }

    /// The ways out of an overflow, with the smallest session length that is enough (model.md §14).
    fn remedy(&self, steps: &[schedule::Step]) -> String {
        let raise = (1..=120).find(|&more| self.fits_with(steps, more));
        let raise = raise.map_or_else(String::new, |more| format!("raise session_minutes by at least {more}, "));
        format!("add a session to plan, {raise}make a module optional, or shorten one")
    }

    fn fits_with(&self, steps: &[schedule::Step], more: u32) -> bool {
        let mut capacity = Vec::new();
        for (number, &planned) in (1..).zip(&self.plan) {
            let own = self.own(number).map(|(_, own)| own);
            let template =
                own.and_then(|own| own.template.as_deref()).and_then(|name| self.parts.templates.names.get(name));
            let template = match template {
                Some(Name::Sound(id)) => id,
                _ => planned,
            };
            let minutes = own.and_then(|own| own.minutes).map(crate::document::values::Whole::amount);
            let shapes = self.template(template).shapes();
            if own.is_some_and(|own| own.cancelled) {
                capacity.push(0);
                continue;
            }
            match schedule::fit(&shapes, minutes.unwrap_or(self.session_minutes() + more)) {
                Ok(blocks) => capacity.push(schedule::capacity(&shapes, &blocks)),
                Err(_) => return false,
            }
        }
        schedule::pack(steps, &capacity, self.optional_modules()).is_ok()
    }

    /// The modules that `[[session]]` tables pin, with the session (model.md §16).
    fn pins(&self, report: &mut Report) -> BTreeMap<Id<Module>, Pin> {
        let mut pins: BTreeMap<Id<Module>, Pin> = BTreeMap::new();
        for (index, session) in self.toml.sessions.iter().enumerate() {
            let Ok(number) = usize::try_from(session.number) else { continue };
            for (entry, written) in session.modules.iter().enumerate() {
                let steps = at!["session", index, "modules", entry];
                let Some(module) = self.pinned(report, number, written, &steps) else { continue };
                let place = self.file.value(&steps);
                if pins.contains_key(&module) {
                    let message = format!("\"{written}\" is listed twice in modules");
                    report.add(Diagnostic::new(Code::ListedTwice, message, place));
                    continue;
                }
                pins.insert(module, Pin { session: number, place });
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
        let place = self.file.value(steps);
        match found.as_slice() {
            [only] => Some(*only),
            [] if self.is_withheld(topic, name) => None,
            [] => {
                let message =
                    format!("session {session} pins \"{written}\", which is in no topic of cohort \"{}\"", self.id);
                let known =
                    self.topics.iter().flat_map(|&id| &self.topic(id).path).map(|&module| &*self.module(module).id);
                report.add(did_you_mean(Diagnostic::new(Code::PinUnknown, message, place), name, known));
                None
            }
            _ => {
                let message = format!("pin \"{name}\" is found in several topics; write \"topic/{name}\"");
                report.add(Diagnostic::new(Code::AmbiguousPin, message, place));
                None
            }
        }
    }

    /// Whether a topic of the cohort lists a module of this name that is a draft.
    fn is_withheld(&self, topic: Option<&str>, name: &str) -> bool {
        let mut topics = self.topics.iter().map(|&id| self.topic(id));
        topics.any(|one| {
            topic.is_none_or(|topic| *one.id == *topic) && one.front.modules.iter().any(|module| module == name)
        })
    }

    fn sessions(
        &self,
        report: &mut Report,
        frames: &[Frame],
        dated: &schedule::Dates,
        starts: &[ZonedDateTime],
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
            let key = own.and_then(|own| own.key.as_ref()).map_or_else(|| format!("s{number}"), |key| key.to_string());
            let start = starts[index].clone();
            let kind = Kind::SessionText { cohort: self.id.to_owned(), key: key.clone() };
            let date = dated.dates[index];
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

    /// The dates without overrides, for showing where a moved session comes from.
    fn planned_dates(&self) -> Vec<Date> {
        let overrides = BTreeMap::new();
        let rules = DateRules {
            start: self.toml.start.0,
            rhythm: self.rhythm,
            sessions: self.plan.len(),
            blocked: &self.blocked,
            on_skip: match self.toml.on_skip {
                OnSkip::Push => schedule::OnSkip::Push,
                OnSkip::Shift => schedule::OnSkip::Shift,
            },
            overrides: &overrides,
        };
        schedule::dates(&rules).map(|dates| dates.dates).unwrap_or_default()
    }

    fn session_topic(
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
        let with_modules = |own: &WordLists, of: fn(&Module) -> &WordLists| self.joined(own, &modules, of);
        SessionTopic {
            topic: packed.topic,
            slack_minutes: packed.packing.left[number - 1],
            self_study_after,
            goals: match own_goals {
                Some(goals) => super::templates::by_language(count, goals),
                None if modules.is_empty() => template.goals.clone(),
                None => self.joined(&none(), &modules, |module| &module.objectives),
            },
            questions: with_modules(&template.questions, |module| &module.questions),
            reflection: with_modules(&template.reflection, |module| &module.reflection),
            prepare: Prepare {
                mentor: with_modules(&template.prepare.mentor, |module| &module.prepare_mentor),
                mentee: with_modules(&template.prepare.mentee, |module| &module.prepare_mentee),
                organiser: template.prepare.organiser.clone(),
                sponsor: template.prepare.sponsor.clone(),
            },
            agenda: self.agenda(frame, template, &modules, start),
            modules,
        }
    }

    /// The texts of the template, then those of the modules, without repeats (model.md §11).
    fn joined(&self, own: &WordLists, modules: &[Id<Module>], of: fn(&Module) -> &WordLists) -> WordLists {
        Localized::from_fn(self.given.config.languages.count(), |language| {
            let mut list: Vec<Arc<str>> = own.get(language).to_vec();
            for &module in modules {
                for text in of(self.module(module)).get(language).iter() {
                    if !list.contains(text) {
                        list.push(Arc::clone(text));
                    }
                }
            }
            Arc::from(list)
        })
    }

    /// The agenda with clock times (model.md §15).
    fn agenda(
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

    fn milestones(&self, sessions: &[Session], across: &mut Across) -> Vec<Milestone> {
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

/// A module that is pinned to a session.
struct Pin {
    session: usize,
    place: Place,
}

/// The first session of the kind, or else the middle one (model.md §3).
fn midpoint(sessions: &[Session]) -> usize {
    let own = sessions.iter().find(|session| session.kind == TemplateKind::Midpoint);
    own.map_or(sessions.len().div_ceil(2), |session| session.number)
}
