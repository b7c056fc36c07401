//! The dates of a cohort and when its sessions begin (model.md §13).

use std::collections::BTreeMap;

use jiff::ZonedDateTime;
use jiff::civil::{Date, Weekday};

use super::setting::Setting;
use crate::at;
use crate::calendar::{Oddity, local_start};
use crate::diagnostics::{Code, Diagnostic, Report};
use crate::document::cohort::OnSkip;
use crate::handbook::cohort::DroppedDate;
use crate::handbook::schedule::{self, DateRules, NoDate};

impl<'s> Setting<'s, '_> {
    pub(super) fn dates(&self, report: &mut Report) -> Option<schedule::Dates> {
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
                    .help("set on_skip = \"push\", or give this session a date of its own without the rhythm")
            }
            NoDate::NoFreeDate { session } => {
                let message = format!("no free date for session {session} within 60 steps of the rhythm; check skip");
                Diagnostic::new(Code::NoFreeDate, message, self.place_of(*session, "start"))
            }
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

    /// When each session begins; times that the clock skips or shows twice are reported (model.md §13.5).
    pub(super) fn starts(&self, report: &mut Report, dates: &[Date]) -> Option<Vec<ZonedDateTime>> {
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
}
