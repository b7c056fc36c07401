use std::collections::BTreeMap;

use jiff::ZonedDateTime;
use jiff::civil::Date;

use super::content_lines::ContentLines;
use super::{Desk, Feed, PlannedFile, zone};
use crate::at;
use crate::calendar::local_start;
use crate::config::Zone;
use crate::diagnostics::{Code, Diagnostic, Place, Report};
use crate::document::cohort::SessionToml;
use crate::handbook::cohort::{Cohort, Milestone};
use crate::handbook::session::{AgendaRow, RowKind, Session, SessionTopic};
use crate::handbook::{Handbook, Id, Words};
use crate::locale::Language;
use crate::plan::routes::Calendar;
use crate::plan::{PageKey, Routes};

/// The calendars of a cohort that one can subscribe to; none where feeds are switched off or nothing makes the names
/// of their entries stable (model.md §18).
pub fn calendars(handbook: &Handbook, id: Id<Cohort>) -> Vec<Calendar> {
    if domain(handbook).is_none() {
        return Vec::new();
    }
    let cohort = &handbook.cohorts[id];
    let topics = cohort.topics.iter().filter(|_| cohort.topics.len() > 1);
    let organiser = (!cohort.milestones.is_empty()).then_some(Calendar::Organiser);
    [Calendar::Cohort].into_iter().chain(topics.map(|&topic| Calendar::Topic(topic))).chain(organiser).collect()
}

fn domain(handbook: &Handbook) -> Option<&str> {
    let enabled = handbook.config.calendar.enabled.unwrap_or(true);
    handbook.config.uid_domain().filter(|_| enabled)
}

/// The calendars of all cohorts in one language, and a file for each session.
pub fn plan(handbook: &Handbook, routes: &Routes, language: Language) -> Vec<PlannedFile> {
    let mut files = Vec::new();
    for id in handbook.cohorts.ids().filter(|_| domain(handbook).is_some()) {
        let cohort = &handbook.cohorts[id];
        for calendar in calendars(handbook, id) {
            let path = routes.calendar(handbook, id, calendar, language).output_path();
            // The file whose id makes the name of a calendar.
            let source = match calendar {
                Calendar::Topic(id) => handbook.topics[id].file.path(),
                Calendar::Cohort | Calendar::Organiser => cohort.file.path(),
            };
            files.push(PlannedFile::made(path, Feed::Calendar(id, calendar, language), Some(source)));
        }
        for session in 0..cohort.sessions.len() {
            let path = routes.session_calendar(id, session, language).output_path();
            files.push(PlannedFile::made(path, Feed::Session(id, session, language), Some(cohort.file.path())));
        }
    }
    files
}

/// Two sessions of the same name would be one entry to whoever subscribes to both: "a" with the key "b-s1" and "a-b"
/// with "s1" (model.md §18).
pub fn report_shared_names(report: &mut Report, handbook: &Handbook) {
    let mut owners: BTreeMap<String, (&Cohort, &Session)> = BTreeMap::new();
    let cohorts = handbook.cohorts.ids().filter(|_| domain(handbook).is_some()).map(|id| &handbook.cohorts[id]);
    for (cohort, session) in cohorts.flat_map(|cohort| cohort.sessions.iter().map(move |session| (cohort, session))) {
        let name = entry_name(cohort, session);
        match owners.get(&name) {
            Some(&first) => report.add(shared_name(&name, first, (cohort, session))),
            None => _ = owners.insert(name, (cohort, session)),
        }
    }
}

fn shared_name(name: &str, first: (&Cohort, &Session), second: (&Cohort, &Session)) -> Diagnostic {
    let describe =
        |(cohort, session): (&Cohort, &Session)| format!("session {} of {}", session.number, cohort.file.path());
    let message =
        format!("the calendar entry {name} is made twice: by {} and by {}", describe(first), describe(second));
    let mut places = [first, second].into_iter().filter_map(|(cohort, session)| key_place(cohort, session));
    let place = places.next_back().unwrap_or_else(|| second.0.file.top());
    Diagnostic::new(Code::DuplicateOutput, message, place).help("give one of the sessions another key")
}

/// Where the key of a session is written, if it is.
fn key_place(cohort: &Cohort, session: &Session) -> Option<Place> {
    let is_own = |own: &SessionToml| usize::try_from(own.number) == Ok(session.number) && own.key.is_some();
    let index = cohort.toml.sessions.iter().position(is_own)?;
    Some(cohort.file.value(&at!["session", index, "key"]))
}

/// What is the same in every edition of an entry: the first part of its `UID`.
fn entry_name(cohort: &Cohort, session: &Session) -> String {
    format!("{}-{}", cohort.id, session.key)
}

/// The text of a calendar of a cohort.
pub fn write(desk: Desk<'_>, id: Id<Cohort>, calendar: Calendar) -> String {
    let writer = Writer::new(desk, id);
    let cohort = writer.cohort;
    match calendar {
        Calendar::Cohort => writer.calendar(0, &cohort.sessions, 0),
        Calendar::Topic(topic) => {
            let position = cohort.topics.iter().position(|&own| own == topic).unwrap_or_default();
            writer.calendar(position, &cohort.sessions, 0)
        }
        Calendar::Organiser => writer.milestones(),
    }
}

/// The text of the calendar of one session.
pub fn write_session(desk: Desk<'_>, id: Id<Cohort>, session: usize) -> String {
    let writer = Writer::new(desk, id);
    writer.calendar(0, std::slice::from_ref(&writer.cohort.sessions[session]), session)
}

/// Writes the calendars of one cohort in one language.
struct Writer<'h> {
    desk: Desk<'h>,
    domain: &'h str,
    id: Id<Cohort>,
    cohort: &'h Cohort,
    programme: String,
}

impl<'h> Writer<'h> {
    fn new(desk: Desk<'h>, id: Id<Cohort>) -> Self {
        let domain = domain(desk.handbook).unwrap_or_default();
        let cohort = &desk.handbook.cohorts[id];
        let programme = desk.handbook.programmes[cohort.programme].title.get(desk.language).to_string();
        Self { desk, domain, id, cohort, programme }
    }

    /// A calendar for the pairs with one topic: of these sessions, the first of which has this position.
    fn calendar(&self, topic: usize, sessions: &[Session], first: usize) -> String {
        let mut lines = self.begin(&self.name());
        // All entries have the same topic, so it is said once, for the calendar (RFC 7986 §5.6).
        if let Some(&topic) = self.cohort.topics.get(topic) {
            lines.text("CATEGORIES", &self.words(&self.desk.handbook.topics[topic].title));
        }
        lines.append(&zone::component(&self.cohort.zone, years(self.cohort)));
        for (index, session) in (first..).zip(sessions) {
            lines.append(&self.session(index, session, session.topics.get(topic)));
        }
        end(lines)
    }

    /// The calendar of whoever runs the programme: what has to be done by which day.
    fn milestones(&self) -> String {
        let mut lines = self.begin(&format!("{} – {}", self.name(), self.desk.text("label-organiser")));
        self.cohort.milestones.iter().for_each(|milestone| lines.append(&self.milestone(milestone)));
        end(lines)
    }

    fn name(&self) -> String {
        format!("{}: {}", self.programme, self.words(&self.cohort.title))
    }

    /// What stands before all entries. There is no `METHOD`: nobody publishes here by mail, and without it `DTSTAMP`
    /// means the last revision, which the handbook knows.
    fn begin(&self, name: &str) -> ContentLines {
        let hours = self.desk.handbook.config.refresh_hours();
        let mut lines = ContentLines::default();
        lines.plain("BEGIN", "VCALENDAR");
        lines.plain("VERSION", "2.0");
        lines.plain("PRODID", concat!("-//leitfaden//", env!("CARGO_PKG_VERSION"), "//EN"));
        lines.text("NAME", name);
        lines.text("X-WR-CALNAME", name);
        lines.plain("REFRESH-INTERVAL;VALUE=DURATION", &format!("PT{hours}H"));
        lines.plain("X-PUBLISHED-TTL", &format!("PT{hours}H"));
        lines
    }

    /// The entry of a session, with the agenda of one of the cohort's topics.
    fn session(&self, index: usize, session: &Session, topic: Option<&SessionTopic>) -> String {
        let changes = self.cohort.changes_of(session.number);
        let revised = changes.map(|change| change.announced).max().unwrap_or(self.cohort.published);
        let cancelled = session.cancelled || self.cohort.cancelled;
        let label = self.desk.text("label-session");
        let summary = format!("{}: {label} {} – {}", self.programme, session.number, self.words(&session.title));
        let address = self.address(PageKey::Session(self.id, index));
        let mut lines = ContentLines::default();
        lines.plain("BEGIN", "VEVENT");
        lines.text("UID", &format!("{}@{}", entry_name(self.cohort, session), self.domain));
        stamp(&mut lines, revised, session.revision, cancelled);
        moment(&mut lines, "DTSTART", &session.start, &self.cohort.zone);
        moment(&mut lines, "DTEND", &session.end, &self.cohort.zone);
        lines.text("SUMMARY", &summary);
        text_if_any(&mut lines, "LOCATION", &self.location(session));
        text_if_any(&mut lines, "DESCRIPTION", &self.description(topic, address.as_deref()));
        address.iter().for_each(|address| lines.plain("URL", address));
        if !cancelled {
            self.alarm(&mut lines, &summary);
        }
        lines.plain("END", "VEVENT");
        lines.into_text()
    }

    /// The room, and the address of the meeting if it may be published.
    fn location(&self, session: &Session) -> String {
        let place = session.place.as_ref().map(|place| self.words(place));
        let link = session.link.as_deref().map(str::to_owned);
        place.into_iter().chain(link).collect::<Vec<_>>().join(", ")
    }

    /// The agenda, a line a row, and where to read on.
    fn description(&self, topic: Option<&SessionTopic>, address: Option<&str>) -> String {
        let with_agenda = self.desk.handbook.config.calendar.include_agenda.unwrap_or(true);
        let rows = topic.filter(|_| with_agenda).map_or(&[][..], |topic| topic.agenda.as_slice());
        let rows = rows.iter().map(|row| {
            let start = self.desk.interface.formats.time(row.start);
            format!("{start} {}", self.row_title(row))
        });
        rows.chain(address.map(str::to_owned)).collect::<Vec<_>>().join("\n")
    }

    fn row_title(&self, row: &AgendaRow) -> String {
        match &row.what {
            RowKind::Block(_, title) => self.words(title),
            RowKind::Module(id) => self.words(&self.desk.handbook.modules[*id].title),
            RowKind::Slack => self.desk.text("label-slack"),
        }
    }

    fn alarm(&self, lines: &mut ContentLines, summary: &str) {
        let Some(minutes) = self.desk.handbook.config.calendar.reminder_minutes else { return };
        lines.plain("BEGIN", "VALARM");
        lines.plain("ACTION", "DISPLAY");
        lines.text("DESCRIPTION", summary);
        lines.plain("TRIGGER", &format!("-PT{}M", minutes.get()));
        lines.plain("END", "VALARM");
    }

    /// A milestone as an entry for a whole day. It hangs on the dates of the sessions, so every change of the cohort
    /// may have revised it.
    fn milestone(&self, milestone: &Milestone) -> String {
        let announced = self.cohort.changes.iter().map(|change| change.announced);
        let revised = announced.max().unwrap_or(self.cohort.published);
        let mut lines = ContentLines::default();
        lines.plain("BEGIN", "VEVENT");
        // A point stands in no id, so no session can have the same name.
        lines.text("UID", &format!("{}.milestone.{}@{}", self.cohort.id, milestone.id, self.domain));
        stamp(&mut lines, revised, self.cohort.changes.len(), self.cohort.cancelled);
        lines.plain("DTSTART;VALUE=DATE", &day(milestone.date));
        if let Ok(next) = milestone.date.tomorrow() {
            lines.plain("DTEND;VALUE=DATE", &day(next));
        }
        lines.text("SUMMARY", &format!("{}: {}", self.programme, self.words(&milestone.title)));
        let address = self.address(PageKey::Cohort(self.id));
        text_if_any(&mut lines, "DESCRIPTION", address.as_deref().unwrap_or_default());
        address.iter().for_each(|address| lines.plain("URL", address));
        lines.plain("END", "VEVENT");
        lines.into_text()
    }

    /// The public address of a page, if the site's is known.
    fn address(&self, key: PageKey) -> Option<String> {
        let base = self.desk.handbook.config.base_url.as_deref()?;
        Some(self.desk.routes.url(key, self.desk.language).absolute(base))
    }

    fn words(&self, words: &Words) -> String {
        words.get(self.desk.language).to_string()
    }
}

fn end(mut lines: ContentLines) -> String {
    lines.plain("END", "VCALENDAR");
    lines.into_text()
}

/// The years in which the sessions of a cohort begin and end.
fn years(cohort: &Cohort) -> std::ops::RangeInclusive<i16> {
    let sessions = &cohort.sessions;
    let first = sessions.iter().map(|session| session.start.year()).min().unwrap_or_default();
    let last = sessions.iter().map(|session| session.end.year()).max().unwrap_or_default();
    first..=last
}

/// How far an entry has come: when it was last revised, how often, and whether it still takes place.
fn stamp(lines: &mut ContentLines, revised: Date, revisions: usize, cancelled: bool) {
    let revised = format!("{}T000000Z", day(revised));
    lines.plain("DTSTAMP", &revised);
    lines.plain("LAST-MODIFIED", &revised);
    lines.plain("SEQUENCE", &revisions.to_string());
    lines.plain("STATUS", if cancelled { "CANCELLED" } else { "CONFIRMED" });
}

/// A moment by the clock of its zone. Where that clock shows the time for the second time, calendars would take the
/// first (RFC 5545 §3.3.5), so it is written in UTC.
fn moment(lines: &mut ContentLines, name: &str, at: &ZonedDateTime, zone: &Zone) {
    let read = local_start(at.date(), at.time(), &zone.rules);
    if read.is_some_and(|read| read.at.timestamp() == at.timestamp()) {
        lines.plain(&format!("{name};TZID={}", zone.name), &at.strftime("%Y%m%dT%H%M%S").to_string());
    } else {
        lines.plain(name, &at.timestamp().strftime("%Y%m%dT%H%M%SZ").to_string());
    }
}

fn day(date: Date) -> String {
    date.strftime("%Y%m%d").to_string()
}

fn text_if_any(lines: &mut ContentLines, name: &str, text: &str) {
    if !text.is_empty() {
        lines.text(name, text);
    }
}
