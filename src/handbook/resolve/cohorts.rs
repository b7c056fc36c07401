//! Cohorts (model.md §8): what is written, held against programme, topics and templates.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::documents::{Documents, stray};
use super::factors::{check_parameters, unknown_check};
use super::pairs::{check_ignored, check_pairs, check_visibility, pairs, people};
use super::programmes::{Programmes, page_texts, plan, report_unused_topics};
use super::sessions::{self, Setting};
use super::templates::Templates;
use super::topics::Topics;
use super::{Drafts, Given, Name};
use crate::at;
use crate::calendar::{Blocked, Period, Rhythm};
use crate::config::{Translator, Zone, absolute_http, inverted_period};
use crate::diagnostics::{Code, Diagnostic, Report};
use crate::document::cohort::{ChangeKind, CohortStatus, CohortToml, PairStatus, SkipToml};
use crate::document::{Content, Document, Kind, Step};
use crate::handbook::checks::CHECKS;
use crate::handbook::cohort::{Break, Change, Cohort};
use crate::handbook::programme::Programme;
use crate::handbook::template::Template;
use crate::handbook::topic::Topic;
use crate::handbook::{Id, Table, Words};
use crate::text::SourcePath;

/// What cohorts refer to.
pub struct Parts<'p> {
    /// The topics.
    pub topics: &'p Topics,
    /// The session templates.
    pub templates: &'p Templates,
    /// The programmes.
    pub programmes: &'p Programmes,
}

/// Reads all cohorts; those with an error are reported and left out.
pub fn resolve(report: &mut Report, given: &Given<'_>, documents: &Documents<'_>, parts: &Parts<'_>) -> Table<Cohort> {
    let mut cohorts = Table::new();
    let mut used: BTreeMap<Id<Programme>, Vec<Id<Topic>>> = BTreeMap::new();
    let mut across = Across::default();
    let mut first_people_file = None;
    let mut all_are_sound = true;
    for (kind, document) in documents.originals() {
        match (kind, &document.content) {
            (Kind::Cohort(id), Content::Cohort(toml)) => {
                if toml.draft && given.drafts == Drafts::Hidden {
                    continue;
                }
                let reader = Reader { report, given, documents, parts, id, document, toml };
                match reader.read(&mut used, &mut across) {
                    Some(cohort) => {
                        cohorts.add(cohort);
                    }
                    None => all_are_sound = false,
                }
            }
            (Kind::Cohort(_), _) => all_are_sound = false,
            (Kind::CohortText(id) | Kind::SessionText { cohort: id, .. }, _) => {
                check_text(report, documents, parts, kind, id, document);
            }
            (Kind::People(_), _) => {
                first_people_file.get_or_insert(document.file.path());
            }
            _ => {}
        }
    }
    across.finish(report, given, parts);
    check_ignored(report, given, first_people_file);
    if all_are_sound {
        report_unused_topics(report, parts.programmes, parts.topics, &used);
    }
    cohorts
}

/// A text beside no cohort or no session is a stray file.
fn check_text(
    report: &mut Report,
    documents: &Documents<'_>,
    parts: &Parts<'_>,
    kind: &Kind,
    cohort: &str,
    document: &Document,
) {
    let Some(owner) = documents.original(&Kind::Cohort(cohort.to_owned())) else {
        report.add(stray(document.file.path()).help(format!("there is no content/cohorts/{cohort}.toml")));
        return;
    };
    let (Kind::SessionText { key, .. }, Content::Cohort(toml)) = (kind, &owner.content) else { return };
    let count = match (&toml.plan, parts.programmes.names.get(&toml.programme)) {
        (Some(plan), _) => plan.len(),
        (None, Some(Name::Sound(id))) => parts.programmes.table[id].toml.plan.sessions.len(),
        // The plan is not known, which is said elsewhere.
        (None, _) => return,
    };
    if !(1..=count).any(|number| session_key(toml, number) == *key) {
        report.add(stray(document.file.path()).help(format!("cohort \"{cohort}\" has no session \"{key}\"")));
    }
}

/// The key of a session: its own, or "s" and its number.
fn session_key(toml: &CohortToml, number: usize) -> String {
    let own = toml.sessions.iter().find(|session| usize::try_from(session.number) == Ok(number));
    own.and_then(|session| session.key.as_ref()).map_or_else(|| format!("s{number}"), |key| key.to_string())
}

/// A cohort and how many sessions it has.
type CohortLength = (String, usize);

/// What is said once for several cohorts (model.md §0).
#[derive(Default)]
pub struct Across {
    without_zone: Vec<String>,
    /// Programme and position of the milestone → the cohorts that lack its session, with their lengths.
    pub milestones: BTreeMap<(Id<Programme>, usize), Vec<CohortLength>>,
}

impl Across {
    fn finish(self, report: &mut Report, given: &Given<'_>, parts: &Parts<'_>) {
        if !self.without_zone.is_empty() {
            let message = "no time zone: set site.time_zone or cohort.time_zone, for example \"Europe/Zurich\"";
            let cohorts: Vec<String> = self.without_zone.iter().map(|id| format!("\"{id}\"")).collect();
            let place = given.config.file.key(&at!["site", "time_zone"]);
            let note = format!("without a time zone: cohort {}", cohorts.join(", "));
            report.add(Diagnostic::new(Code::NoTimeZone, message, place).note(note));
        }
        for ((programme, index), cohorts) in self.milestones {
            let programme = &parts.programmes.table[programme];
            let id = &*programme.toml.milestones[index].id;
            let place = programme.file.value(&at!["milestone", index, "anchor"]);
            let text = |(cohort, sessions): &CohortLength| format!("cohort \"{cohort}\" has only {sessions} sessions");
            let mut texts = cohorts.iter().map(text);
            let first = texts.next().unwrap_or_default();
            let mut diagnostic = Diagnostic::new(Code::MilestoneSession, format!("milestone \"{id}\": {first}"), place);
            diagnostic.notes.extend(texts);
            report.add(diagnostic);
        }
    }
}

struct Reader<'r, 'a> {
    report: &'r mut Report,
    given: &'r Given<'a>,
    documents: &'r Documents<'a>,
    parts: &'r Parts<'r>,
    id: &'a str,
    document: &'a Document,
    toml: &'a Arc<CohortToml>,
}

impl<'a> Reader<'_, 'a> {
    fn read(mut self, used: &mut BTreeMap<Id<Programme>, Vec<Id<Topic>>>, across: &mut Across) -> Option<Cohort> {
        let toml = self.toml;
        let file = Arc::clone(&self.document.file);
        let programme_name = self.parts.programmes.names.find(self.report, &file, &at!["programme"], &toml.programme);
        let programme_id = match programme_name {
            Some(Name::Sound(id)) => Some(id),
            Some(Name::Withheld) | None => None,
        };
        let programme = programme_id.map(|id| &self.parts.programmes.table[id]);
        let topics = self.topics(programme);
        let zone = self.zone(across);
        let rhythm = self.rhythm();
        let plan = self.plan(programme);
        let people = people(self.report, self.given, self.documents, self.id, programme);
        let people_path = SourcePath::new(format!("{}/{}.toml", self.given.config.people_folder(), self.id));
        check_pairs(self.report, &file, self.id, toml, &people, &people_path);
        check_visibility(self.report, self.given, &file, toml);
        check_parameters(self.report, &file, &at!["factors"], &toml.factors);
        self.check_small_things();
        self.check_waivers();
        let mut translator = Translator::new(&self.given.config.languages, &file);
        let title = translator.text(&at!["title"], &toml.title);
        let place = translator.optional(&at!["place"], toml.place.as_ref());
        let (periods, reasons) = self.blocked(&mut translator);
        let changes = changes(&mut translator, toml);
        let overrides = sessions::overrides(&mut translator, toml);
        translator.finish(self.report);
        if let Some(plan) = &plan {
            self.check_numbers(plan.len());
        }
        if let (Some(programme), Some(topics)) = (programme_id, &topics) {
            used.entry(programme).or_default().extend(topics);
        }
        let texts = page_texts(self.report, self.given, self.documents, &Kind::CohortText(self.id.to_owned()));
        let is_sound = !self.report.is_broken(file.path());
        let (programme_id, topics, zone) = (programme_id?, topics?, zone?);
        let programme = &self.parts.programmes.table[programme_id];
        let is_sound = is_sound && self.given.config.holidays_are_known;
        if !is_sound || !self.parts_are_sound(programme, &topics) {
            return None;
        }
        let setting = Setting {
            given: self.given,
            documents: self.documents,
            parts: self.parts,
            id: self.id,
            file: &file,
            toml,
            programme: (programme_id, programme),
            topics: &topics,
            zone: &zone,
            rhythm: rhythm?,
            plan: plan?,
            blocked: Blocked::new(periods.clone()),
            reasons: &reasons,
            place: place.as_ref(),
            overrides: &overrides,
        };
        let computed = sessions::compute(self.report, &setting, across)?;
        let default_topic = topics[0];
        let names = &self.parts.topics.names;
        let topic_of =
            |pair: &crate::document::cohort::PairToml| match pair.topic.as_deref().and_then(|id| names.get(id)) {
                Some(Name::Sound(id)) => id,
                _ => default_topic,
            };
        Some(Cohort {
            id: Arc::from(self.id),
            toml: Arc::clone(toml),
            title,
            programme: programme_id,
            pairs: pairs(self.given, toml, &people, topic_of),
            topics,
            zone,
            place,
            published: toml.published.unwrap_or(toml.start).0,
            cancelled: toml.status == Some(CohortStatus::Cancelled),
            breaks: breaks(&periods, &reasons, &computed.sessions),
            sessions: computed.sessions,
            dropped: computed.dropped,
            milestones: computed.milestones,
            changes,
            texts,
            file,
        })
    }

    /// Whether everything that is computed with could be read without an error.
    fn parts_are_sound(&self, programme: &Programme, topics: &[Id<Topic>]) -> bool {
        let topics_are_sound = topics.iter().all(|&id| {
            let topic = &self.parts.topics.table[id];
            let modules = topic.path.iter().map(|&module| &self.parts.topics.modules[module]);
            topic.is_whole && modules.into_iter().all(|module| !self.report.is_broken(module.file.path()))
        });
        topics_are_sound && !self.report.is_broken(programme.file.path())
    }

    /// The topics of the cohort, or `None` if one of them is not known (model.md §16).
    fn topics(&mut self, programme: Option<&Programme>) -> Option<Vec<Id<Topic>>> {
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

    fn check_every_pair_has_a_topic(&mut self) -> bool {
        let toml = self.toml;
        if toml.topic.is_some() {
            return true;
        }
        let file = &self.document.file;
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

    fn zone(&mut self, across: &mut Across) -> Option<Zone> {
        let Some(name) = &self.toml.time_zone else {
            let site = self.given.config.time_zone.clone();
            // A zone that the site names wrongly has its own message.
            if site.is_none() && !self.given.config.file.has(&at!["site", "time_zone"]) {
                across.without_zone.push(self.id.to_owned());
            }
            return site;
        };
        match Zone::find(name, &self.document.file, &at!["time_zone"]) {
            Ok(zone) => Some(zone),
            Err(diagnostic) => {
                self.report.add(*diagnostic);
                None
            }
        }
    }

    fn rhythm(&mut self) -> Option<Rhythm> {
        let written = &self.toml.rhythm;
        let rhythm = Rhythm::parse(written);
        if rhythm.is_none() {
            let message =
                format!("rhythm \"{written}\" not understood; write \"weekly\", \"every 2 weeks\" or \"monthly\"");
            self.report.add(Diagnostic::new(Code::BadRhythm, message, self.document.file.value(&at!["rhythm"])));
        }
        rhythm
    }

    fn plan(&mut self, programme: Option<&Programme>) -> Option<Vec<Id<Template>>> {
        match &self.toml.plan {
            Some(names) => plan(self.report, &self.document.file, &at!["plan"], names, self.parts.templates),
            None => programme.and_then(|programme| programme.plan.clone()),
        }
    }

    fn check_small_things(&mut self) {
        let toml = self.toml;
        let file = &self.document.file;
        let mut check_link = |link: &Option<String>, steps: &[Step]| {
            let Some(link) =
                link.as_deref().filter(|link| absolute_http(link.split(['?', '#']).next().unwrap_or(link)).is_none())
            else {
                return;
            };
            let message = format!("\"link\" must be a web address, found the text \"{link}\"");
            self.report.add(Diagnostic::new(Code::WrongType, message, file.value(steps)));
        };
        check_link(&toml.link, &at!["link"]);
        for (index, session) in toml.sessions.iter().enumerate() {
            check_link(&session.link, &at!["session", index, "link"]);
        }
        let has_link = toml.link.is_some() || toml.sessions.iter().any(|session| session.link.is_some());
        if toml.publish_link && has_link {
            let message = format!("link of cohort \"{}\" is published", self.id);
            self.report.add(Diagnostic::new(Code::LinkPublished, message, file.value(&at!["publish_link"])));
        }
        if let Some(published) = toml.published.filter(|published| *published > toml.start) {
            let message = format!("published {} is after start", published.0);
            self.report.add(Diagnostic::new(Code::PublishedAfterStart, message, file.value(&at!["published"])));
        }
    }

    fn check_waivers(&mut self) {
        let file = &self.document.file;
        for (index, waiver) in self.toml.waivers.iter().enumerate() {
            if !CHECKS.contains(&waiver.check.as_str()) {
                let mut diagnostic = unknown_check(file, &at!["waive", index, "check"], &waiver.check, &CHECKS);
                diagnostic.place = file.value(&at!["waive", index, "check"]);
                if let Some(edit) = &mut diagnostic.edit {
                    edit.place = diagnostic.place.clone();
                }
                self.report.add(diagnostic);
            }
            let Some(pair) = &waiver.pair else { continue };
            let known = self.toml.pairs.iter().map(|pair| &*pair.id);
            let is_pair_check = waiver.check.starts_with("difference.");
            if !known.clone().any(|id| id == pair) || (!is_pair_check && CHECKS.contains(&waiver.check.as_str())) {
                let steps = at!["waive", index, "pair"];
                let mut diagnostic = super::unknown_reference("pair", file, &steps, pair, known);
                if !is_pair_check {
                    diagnostic = Diagnostic::new(Code::UnknownReference, diagnostic.message, diagnostic.place)
                        .help("only the checks of \"difference\" look at single pairs");
                }
                self.report.add(diagnostic);
            }
        }
    }

    /// The days without sessions and their reasons: holidays, then `skip` in the order of the file.
    fn blocked(&mut self, translator: &mut Translator<'_>) -> (Vec<Period>, Vec<Option<Words>>) {
        let file = &self.document.file;
        let mut periods = Vec::new();
        let mut reasons = Vec::new();
        for holiday in &self.given.config.holidays {
            periods.push(holiday.period);
            reasons.push(Some(holiday.name.clone()));
        }
        for (index, skip) in self.toml.skip.iter().enumerate() {
            match skip {
                SkipToml::Day(day) => {
                    periods.push(Period { from: day.0, to: day.0 });
                    reasons.push(None);
                }
                SkipToml::Period(period) if period.from > period.to => {
                    let steps = at!["skip", index, "from"];
                    self.report.add(inverted_period(file, &steps, period.from.0, period.to.0));
                }
                SkipToml::Period(period) => {
                    periods.push(Period { from: period.from.0, to: period.to.0 });
                    reasons.push(self.reason(translator, index, period.reason.as_ref()));
                }
            }
        }
        (periods, reasons)
    }

    /// A reason in one language is good enough for a name such as "Herbstferien".
    fn reason(
        &self,
        translator: &mut Translator<'_>,
        index: usize,
        reason: Option<&crate::document::values::LText<0, { usize::MAX }>>,
    ) -> Option<Words> {
        match reason? {
            text if text.is_blank() => None,
            crate::document::values::LText::Plain(text) => Some(self.given.config.languages.same(text)),
            text => Some(translator.text(&at!["skip", index, "reason"], text)),
        }
    }

    /// Numbers of sessions in `[[session]]` and `[[change]]` (model.md §8).
    fn check_numbers(&mut self, count: usize) {
        let toml = self.toml;
        let file = &self.document.file;
        let outside = |number: i64| !usize::try_from(number).is_ok_and(|number| (1..=count).contains(&number));
        let message = |number: i64| format!("session number {number} is outside 1 to {count}");
        let mut seen = BTreeMap::new();
        for (index, session) in toml.sessions.iter().enumerate() {
            let number = session.number;
            if outside(number) {
                let place = file.value(&at!["session", index, "number"]);
                self.report.add(Diagnostic::new(Code::SessionNumber, message(number), place));
            } else if seen.insert(number, index).is_some() {
                let place = file.value(&at!["session", index, "number"]);
                self.report.add(Diagnostic::new(
                    Code::SessionTwice,
                    format!("session {number} is described twice"),
                    place,
                ));
            }
        }
        for (index, change) in toml.changes.iter().enumerate() {
            let number = change.session;
            let cancelled = toml.sessions.iter().any(|session| session.number == number && session.cancelled);
            if outside(number) {
                let place = file.value(&at!["change", index, "session"]);
                self.report.add(Diagnostic::new(Code::SessionNumber, message(number), place));
            } else if change.kind == ChangeKind::Cancelled && !cancelled && !restored_later(toml, index) {
                let message =
                    format!("change says session {number} is cancelled, but the session is not marked cancelled");
                let place = file.value(&at!["change", index, "kind"]);
                self.report.add(Diagnostic::new(Code::ChangeWithoutCancel, message, place));
            }
        }
        self.check_keys(count);
    }

    /// Two sessions must not have one key, not even a default one.
    fn check_keys(&mut self, count: usize) {
        let file = &self.document.file;
        let own =
            |number: usize| self.toml.sessions.iter().find(|session| usize::try_from(session.number) == Ok(number));
        let mut keys: BTreeMap<String, usize> = BTreeMap::new();
        for number in 1..=count {
            if own(number).and_then(|session| session.key.as_ref()).is_none() {
                keys.insert(format!("s{number}"), number);
            }
        }
        for (index, session) in self.toml.sessions.iter().enumerate() {
            let (Some(key), Ok(number)) = (&session.key, usize::try_from(session.number)) else { continue };
            if keys.insert(key.to_string(), number).is_some_and(|other| other != number) {
                let path = file.path();
                let message = format!("two session entries have the id \"{}\": {path} and {path}", &**key);
                self.report.add(Diagnostic::new(Code::DuplicateId, message, file.value(&at!["session", index, "key"])));
            }
        }
    }
}

/// Whether a later entry of the log takes the cancelling back.
fn restored_later(toml: &CohortToml, index: usize) -> bool {
    let session = toml.changes[index].session;
    toml.changes[index + 1..].iter().any(|later| later.session == session && later.kind == ChangeKind::Restored)
}

fn changes(translator: &mut Translator<'_>, toml: &CohortToml) -> Vec<Change> {
    let change = |(index, change): (usize, &crate::document::cohort::ChangeToml)| Change {
        session: usize::try_from(change.session).unwrap_or_default(),
        announced: change.announced.0,
        kind: change.kind,
        text: translator.text(&at!["change", index, "text"], &change.text),
    };
    toml.changes.iter().enumerate().map(change).collect()
}

/// The periods without sessions between the first and the last session.
fn breaks(periods: &[Period], reasons: &[Option<Words>], sessions: &[crate::handbook::session::Session]) -> Vec<Break> {
    let (Some(first), Some(last)) = (sessions.first(), sessions.last()) else { return Vec::new() };
    let touches = |period: &Period| period.to >= first.date && period.from <= last.date;
    let mut breaks: Vec<Break> = periods
        .iter()
        .zip(reasons)
        .filter(|(period, _)| touches(period))
        .map(|(period, reason)| Break { from: period.from, to: period.to, reason: reason.clone() })
        .collect();
    breaks.sort_by_key(|one| (one.from, one.to));
    breaks
}
