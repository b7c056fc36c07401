//! The dates of a cohort and when its sessions begin (model.md §13).

use std::collections::BTreeMap;

use jiff::civil::{Date, Weekday, date};
use jiff::{ToSpan, ZonedDateTime};

use super::setting::Setting;
use crate::at;
use crate::calendar::{Oddity, local_start};
use crate::diagnostics::{Code, Diagnostic, Report};
use crate::document::cohort::OnSkip;
use crate::handbook::cohort::DroppedDate;
use crate::handbook::schedule::{self, DateRules, NoDate};

/// The first and the last day of a session: an hour of the day after the last is beyond the calendar in some zones.
const FIRST_DAY: Date = date(1, 1, 1);
const LAST_DAY: Date = date(9999, 12, 29);

/// The sessions of a cohort in time.
pub(super) struct Dated {
    pub(super) days: schedule::Dates,
    pub(super) starts: Vec<ZonedDateTime>,
}

/// How far back a start is looked for from which the plan fits: longer than 20 sessions twelve weeks apart.
const MOST_DAYS: usize = 4_000;

impl<'s> Setting<'s, '_> {
    /// The dates of all sessions and when they begin; `None` after an error.
    pub(super) fn dates(&self, report: &mut Report) -> Option<Dated> {
        let start = self.toml.start.0;
        if let Some(reason) = self.blocked.first_match(start) {
            let message = format!("start {start} falls on a skipped day{}", self.because(reason));
            report.add(Diagnostic::new(Code::StartSkipped, message, self.file.value(&at!["start"])));
            return None;
        }
        let overrides: BTreeMap<usize, Date> =
            (1..=self.plan.len()).filter_map(|number| Some((number, self.own(number)?.1.date?.0))).collect();
        let dates = match schedule::dates(&self.rules(start, &overrides)) {
            Ok(dates) => dates,
            Err(problem) => {
                report.add(self.no_date(&problem));
                return None;
            }
        };
        let is_sound = self.check_dates(report, &dates, &overrides);
        if !self.check_calendar(report, &dates, &overrides) {
            return None;
        }
        let starts = self.starts(report, &dates.dates)?;
        is_sound.then_some(Dated { days: dates, starts })
    }

    /// What decides the dates if the cohort starts on this day.
    fn rules<'o>(&'o self, start: Date, overrides: &'o BTreeMap<usize, Date>) -> DateRules<'o> {
        let on_skip = match self.toml.on_skip {
            OnSkip::Push => schedule::OnSkip::Push,
            OnSkip::Shift => schedule::OnSkip::Shift,
        };
        let (rhythm, sessions) = (self.rhythm, self.plan.len());
        DateRules { start, rhythm, sessions, blocked: &self.blocked, on_skip, overrides }
    }

    /// Whether every session ends before the calendar does, in whatever zone and however long it is.
    fn check_calendar(&self, report: &mut Report, dates: &schedule::Dates, overrides: &BTreeMap<usize, Date>) -> bool {
        let Some((number, date)) = (1..).zip(&dates.dates).find(|(_, date)| **date > LAST_DAY) else { return true };
        report.add(match self.own(number).filter(|_| overrides.contains_key(&number)) {
            Some((index, _)) => {
                let message = format!("\"date\" must be between {FIRST_DAY} and {LAST_DAY}, found {date}");
                Diagnostic::new(Code::OutOfRange, message, self.file.value(&at!["session", index, "date"]))
            }
            None => self.starts_too_late(number),
        });
        false
    }

    /// The calendar ends before this session.
    fn starts_too_late(&self, number: usize) -> Diagnostic {
        let (start, latest) = (self.toml.start.0, self.latest_start());
        let message = format!("\"start\" must be between {FIRST_DAY} and {latest}, found {start}");
        Diagnostic::new(Code::OutOfRange, message, self.file.value(&at!["start"]))
            .note(format!("the calendar ends before session {number}"))
    }

    /// The last day from which the plan comes to its end before the calendar does, years of skipped days set aside.
    fn latest_start(&self) -> Date {
        let none = BTreeMap::new();
        let ends_in_time = |start: &Date| {
            let dates = schedule::dates(&self.rules(*start, &none)).map(|dates| dates.dates);
            dates.is_ok_and(|dates| dates.iter().all(|date| *date <= LAST_DAY))
        };
        let is_free = |start: &Date| self.blocked.first_match(*start).is_none();
        let earlier = self.toml.start.0.series((-1).day()).take(MOST_DAYS);
        earlier.filter(is_free).find(ends_in_time).unwrap_or(FIRST_DAY)
    }

    pub(super) fn because(&self, reason: usize) -> String {
        let languages = &self.given.config.languages;
        let words = self.reasons[reason].as_ref().map(|words| words.get(languages.default()));
        words.map_or_else(String::new, |words| format!(" ({words})"))
    }

    pub(super) fn no_date(&self, problem: &NoDate) -> Diagnostic {
        match problem {
            NoDate::NoFreeWeek { session, date, next } => {
                let message = format!("session {session}: {date} is skipped and no free week is left before {next}");
                Diagnostic::new(Code::NoFreeWeek, message, self.place_of(*session, "start"))
                    .help("set on_skip = \"push\", or skip fewer days")
            }
            NoDate::NoFreeDate { session } => {
                let message = format!("no free date for session {session} within 60 steps of the rhythm; check skip");
                Diagnostic::new(Code::NoFreeDate, message, self.place_of(*session, "start"))
            }
            NoDate::EndOfCalendar { session } => self.starts_too_late(*session),
        }
    }

    pub(super) fn check_dates(
        &self,
        report: &mut Report,
        dates: &schedule::Dates,
        overrides: &BTreeMap<usize, Date>,
    ) -> bool {
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
                let help = "move the session to another day; or, if it takes place all the same, take the day out of skip or of the holidays of the site";
                report.add(Diagnostic::new(Code::SessionOnSkippedDay, message, place).help(help));
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
    pub(super) fn check_weekends(&self, report: &mut Report, dates: &[Date], overrides: &BTreeMap<usize, Date>) {
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

    pub(super) fn dropped(&self, dated: &schedule::Dates) -> Vec<DroppedDate> {
        let date = |dropped: &schedule::Dropped| DroppedDate {
            session: dropped.session,
            date: dropped.date,
            reason: self.reasons[dropped.reason].clone(),
        };
        dated.dropped.iter().map(date).collect()
    }

    /// The dates without overrides, for showing where a moved session comes from.
    pub(super) fn planned_dates(&self) -> Vec<Date> {
        let none = BTreeMap::new();
        schedule::dates(&self.rules(self.toml.start.0, &none)).map(|dates| dates.dates).unwrap_or_default()
    }

    /// When each session begins, if the zone is known; times that the clock skips or shows twice are reported (model.md §13.5).
    fn starts(&self, report: &mut Report, dates: &[Date]) -> Option<Vec<ZonedDateTime>> {
        let zone = self.zone?;
        let mut starts = Vec::new();
        for (number, &date) in (1..).zip(dates) {
            let own = self.own(number);
            let time = own.and_then(|(_, own)| own.time).unwrap_or(self.toml.time).0;
            let start = local_start(date, time, &zone.rules)?;
            let zone = &zone.name;
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
}
