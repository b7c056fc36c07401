//! When a cohort can begin that nobody has planned yet, and what it is called then.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday, date};

/// How long it takes to find people and form pairs.
const DAYS_AHEAD: i32 = 42;

/// The first Thursday at least six weeks after `today` on which people are not away over Christmas and which is not
/// blocked; at the end of the calendar simply a day.
pub(super) fn start(today: Date, is_blocked: impl Fn(Date) -> bool) -> Date {
    let earliest = today.checked_add(DAYS_AHEAD.days()).unwrap_or(today);
    let first = std::iter::successors(Some(earliest), |day| day.tomorrow().ok());
    let mut thursdays = first.take(400).filter(|day| day.weekday() == Weekday::Thursday);
    thursdays.find(|&day| !is_christmas_time(day) && !is_blocked(day)).unwrap_or(earliest)
}

fn is_christmas_time(day: Date) -> bool {
    matches!((day.month(), day.day()), (12, 15..) | (1, ..=7))
}

/// The title of a cohort that begins on this day, in both languages of the templates: `<<Herbst 2026 || Autumn 2026>>`.
pub(super) fn title(start: Date) -> String {
    let (german, english) = season(start);
    let year = start.year();
    format!("<<{german} {year} || {english} {year}>>")
}

/// An id for it: `2026-herbst` or `2026-autumn`.
pub(super) fn id(start: Date, language: &str) -> String {
    let (german, english) = season(start);
    let word = if language == "de" { german } else { english };
    format!("{}-{}", start.year(), word.to_lowercase().replace('ü', "ue"))
}

fn season(start: Date) -> (&'static str, &'static str) {
    match start.month() {
        3..=5 => ("Frühling", "Spring"),
        6..=8 => ("Sommer", "Summer"),
        9..=11 => ("Herbst", "Autumn"),
        _ => ("Winter", "Winter"),
    }
}

/// Christmas, Boxing Day and New Year's Day of the winter behind `start`.
pub(super) fn winter_holidays(start: Date) -> [Date; 3] {
    let year = start.year();
    let next = if year < 9999 { year + 1 } else { year };
    [date(year, 12, 25), date(year, 12, 26), date(next, 1, 1)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cohort_begins_on_a_thursday_in_six_weeks() {
        assert_eq!(start(date(2026, 7, 1), |_| false), date(2026, 8, 13));
        assert_eq!(start(date(2026, 7, 2), |_| false), date(2026, 8, 13));
        assert_eq!(start(date(2026, 7, 3), |_| false), date(2026, 8, 20));
        assert_eq!(start(date(2026, 7, 1), |day| day == date(2026, 8, 13)), date(2026, 8, 20));
        assert_eq!(start(date(2026, 11, 10), |_| false), date(2027, 1, 14));
        assert_eq!(start(date(9999, 12, 30), |_| false), date(9999, 12, 30));
    }

    #[test]
    fn it_is_called_after_its_season() {
        assert_eq!(title(date(2027, 3, 1)), "<<Frühling 2027 || Spring 2027>>");
        assert_eq!(id(date(2027, 3, 1), "de"), "2027-fruehling");
        assert_eq!(id(date(2027, 9, 1), "fr"), "2027-autumn");
    }
}
