//! The three pictures of the thread, from the handbook (site.md, "Look").

use jiff::civil::Date;

use super::{PageKey, Writer};
use crate::handbook::Id;
use crate::handbook::cohort::Cohort;
use crate::handbook::session::SessionTopic;
use crate::handbook::topic::Topic;
use crate::plan::pictures::{self, Block, Month, Pause, Step, Stop, Strip};
use crate::view::Picture;

impl Writer<'_> {
    /// The path of a topic with what leads to what.
    pub(super) fn path_picture(&self, topic: &Topic) -> Picture {
        pictures::path(&self.steps(topic))
    }

    /// The modules of a topic as its picture needs them.
    pub(super) fn steps(&self, topic: &Topic) -> Vec<Step> {
        let step = |(position, &id): (usize, &_)| {
            let row = self.module_row(id);
            let note = self.duration(row.minutes);
            let key = if row.optional { "picture-step-optional" } else { "picture-step" };
            let number = i64::try_from(position + 1).unwrap_or_default();
            let arguments =
                [("number", number.into()), ("title", row.title.as_str().into()), ("duration", note.as_str().into())];
            Step {
                name: self.text_with(key, &arguments),
                note,
                title: row.title,
                href: row.href,
                is_optional: row.optional,
                needs: self.handbook.modules[id].prerequisites.clone(),
            }
        };
        topic.path.iter().enumerate().map(step).collect()
    }

    /// The agenda of a session for the pairs with one topic.
    pub(super) fn agenda_picture(&self, topic: &SessionTopic) -> Picture {
        let mut start = 0;
        let block = |row: &crate::handbook::session::AgendaRow| {
            let shown = self.agenda_row(row);
            let minutes = i32::try_from(row.minutes).unwrap_or_default();
            start += minutes;
            let length = self.duration(row.minutes);
            let lead = super::lead_word(row.lead);
            let lead_word = self.text(&format!("role-{lead}"));
            let arguments = [
                ("time", self.interface.formats.time_range(row.start, row.end).into()),
                ("title", shown.title.as_str().into()),
                ("duration", length.as_str().into()),
                ("lead", lead_word.as_str().into()),
            ];
            Block {
                start: start - minutes,
                minutes,
                name: self.text_with("picture-block", &arguments),
                time: shown.start,
                title: shown.title,
                note: shown.notes,
                length,
                lead,
                lead_word,
                is_break: shown.kind == "break",
                href: shown.href,
            }
        };
        let blocks: Vec<Block> = topic.agenda.iter().map(block).collect();
        let end = topic.agenda.last().map_or_else(String::new, |last| self.interface.formats.time(last.end));
        pictures::agenda(&blocks, &end)
    }

    /// The sessions of a cohort on a calendar, with times in which nothing takes place.
    pub(super) fn time_line(&self, id: Id<Cohort>) -> Picture {
        let (months, stops, pauses) = self.calendar_of(id);
        pictures::time_line(&months, &stops, &pauses)
    }

    /// The same on a card.
    pub(super) fn time_strip(&self, id: Id<Cohort>) -> Strip {
        let (months, stops, pauses) = self.calendar_of(id);
        pictures::time_strip(&months, &stops, &pauses)
    }

    fn calendar_of(&self, id: Id<Cohort>) -> (Vec<Month>, Vec<Stop>, Vec<Pause>) {
        let cohort = &self.handbook.cohorts[id];
        let mut rows: Vec<(usize, Date)> =
            cohort.sessions.iter().enumerate().map(|(index, session)| (index, session.date)).collect();
        rows.sort_by_key(|&(_, date)| date);
        let moved = rows.iter().filter_map(|&(index, _)| self.moved_from(id, index));
        let days: Vec<Date> = rows.iter().map(|&(_, date)| date).chain(moved).collect();
        let Some((first, last)) = days.iter().min().zip(days.iter().max()) else {
            return (Vec::new(), Vec::new(), Vec::new());
        };
        let start = first.first_of_month();
        let stops: Vec<Stop> = rows.iter().map(|&(index, _)| self.stop(id, index, start)).collect();
        let pause = |one: &crate::handbook::cohort::Break| Pause {
            days: days_from(start, one.from)..days_from(start, one.to) + 1,
            reason: self.maybe(one.reason.as_ref()),
        };
        (self.months(start, *last), stops, cohort.breaks.iter().map(pause).collect())
    }

    fn stop(&self, id: Id<Cohort>, index: usize, start: Date) -> Stop {
        let cohort = &self.handbook.cohorts[id];
        let session = &cohort.sessions[index];
        let formats = &self.interface.formats;
        let is_cancelled = session.cancelled || cohort.cancelled;
        let moved_from = self.moved_from(id, index);
        let title = self.words(&session.title);
        let date = formats.day_and_month_short(session.date);
        let when = formats.session(session.date, session.start.time(), session.end.time());
        let before = moved_from.map_or_else(String::new, |date| formats.long_date(date));
        let arguments = [
            ("date", date.as_str().into()),
            ("title", title.as_str().into()),
            ("when", when.as_str().into()),
            ("before", before.as_str().into()),
        ];
        let key = match (is_cancelled, moved_from) {
            (true, _) => "picture-session-cancelled",
            (false, Some(_)) => "picture-session-moved",
            (false, None) => "picture-session",
        };
        Stop {
            day: days_from(start, session.date),
            date,
            before: moved_from.map(|date| (days_from(start, date), formats.day_and_month_short(date))),
            cancelled: if is_cancelled { self.text("session-state-cancelled") } else { String::new() },
            href: self.href(PageKey::Session(id, index)),
            name: self.text_with(key, &arguments),
            title,
        }
    }

    /// The months that hold these two days; the first one and every January say the year.
    fn months(&self, start: Date, last: Date) -> Vec<Month> {
        let formats = &self.interface.formats;
        let month = |first: Date| Month {
            day: days_from(start, first),
            days: first.days_in_month().into(),
            name: if first == start || first.month() == 1 {
                formats.month_and_year(first)
            } else {
                formats.month(first)
            },
        };
        let firsts = std::iter::successors(Some(start), |first| first.last_of_month().tomorrow().ok());
        firsts.take_while(|&first| first <= last).map(month).collect()
    }

    /// So many minutes in words: "1 h 30 min".
    pub(super) fn duration(&self, minutes: u32) -> String {
        let (hours, rest) = (i64::from(minutes / 60), i64::from(minutes % 60));
        match (hours, rest) {
            (0, _) => self.text_with("minutes", &[("count", rest.into())]),
            (_, 0) => self.text_with("hours", &[("count", hours.into())]),
            _ => self.text_with("hours-and-minutes", &[("hours", hours.into()), ("minutes", rest.into())]),
        }
    }
}

/// How many days after `start` a day is.
fn days_from(start: Date, day: Date) -> i32 {
    (day - start).get_days()
}
