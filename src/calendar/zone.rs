use jiff::ZonedDateTime;
use jiff::civil::{Date, Time};
use jiff::tz::{AmbiguousOffset, TimeZone, TimeZoneDatabase};

/// The zone with the IANA name `name`, spelled exactly as IANA spells it, for example `Europe/Zurich` or `UTC`.
///
/// It comes from the database inside the program, so that a build does not depend on how old the zone files of
/// a computer are. Another spelling (`europe/zurich`) is refused, although the database would find it: the name
/// goes into calendars as `TZID` (model.md §18), where programs compare it letter by letter.
#[must_use]
pub fn time_zone(name: &str) -> Option<TimeZone> {
    let zone = TimeZoneDatabase::bundled().get(name).ok()?;
    (zone.iana_name() == Some(name)).then_some(zone)
}

/// Every name that [`time_zone`] knows, in alphabetical order, for suggestions.
#[must_use]
pub fn time_zone_names() -> Vec<String> {
    let database = TimeZoneDatabase::bundled();
    let mut names: Vec<String> = database.available().map(|name| name.as_str().to_owned()).collect();
    names.sort_unstable();
    names
}

/// When something planned by the clock on the wall really starts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LocalStart {
    /// The moment, in its zone. In a gap its clock shows a later time than was planned.
    pub at: ZonedDateTime,
    /// What is odd about the planned time, if anything.
    pub oddity: Option<Oddity>,
}

/// What a change of the clock does to a planned time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Oddity {
    /// The clock skips this time (spring, in most zones).
    Gap,
    /// The clock shows this time twice (autumn, in most zones).
    Fold,
}

/// The moment at which the clock in `zone` shows `time` on `date` (model.md §13.5).
///
/// A time in a gap is read with the offset from before the gap, so the wall clock moves on by the length of the
/// gap; of a time that occurs twice the first is taken. `None` only at the very ends of the calendar.
#[must_use]
pub fn local_start(date: Date, time: Time, zone: &TimeZone) -> Option<LocalStart> {
    let planned = zone.to_ambiguous_zoned_datetime(date.to_datetime(time));
    let oddity = match planned.offset() {
        AmbiguousOffset::Unambiguous { .. } => None,
        AmbiguousOffset::Gap { .. } => Some(Oddity::Gap),
        AmbiguousOffset::Fold { .. } => Some(Oddity::Fold),
    };
    Some(LocalStart { at: planned.compatible().ok()?, oddity })
}

#[cfg(test)]
mod tests {
    use super::{Oddity, local_start, time_zone, time_zone_names};
    use jiff::civil::{Date, DateTime};

    #[test]
    fn names_are_exactly_those_of_iana() {
        for name in ["Europe/Zurich", "America/New_York", "Australia/Lord_Howe", "UTC", "Etc/UTC", "Asia/Calcutta"] {
            let zone = time_zone(name);
            assert_eq!(zone.as_ref().and_then(|zone| zone.iana_name()), Some(name));
        }
        for name in ["", "europe/zurich", "Europe/Zürich", "Europe/Zurich ", "utc", "CEST", "+01:00", "Etc/Unknown"] {
            assert_eq!(time_zone(name), None, "{name}");
        }
    }

    #[test]
    fn every_listed_name_is_a_zone() {
        let names = time_zone_names();
        assert!(names.is_sorted());
        assert!(names.len() > 400, "{} names", names.len());
        for name in &names {
            assert_eq!(time_zone(name).as_ref().and_then(|zone| zone.iana_name()), Some(name.as_str()));
        }
    }

    #[test]
    fn changes_of_the_clock() {
        let cases = [
            ("Europe/Zurich", "2026-09-03T13:30", "2026-09-03T13:30:00+02:00[Europe/Zurich]", None),
            ("Europe/Zurich", "2026-03-29T01:59", "2026-03-29T01:59:00+01:00[Europe/Zurich]", None),
            ("Europe/Zurich", "2026-03-29T02:00", "2026-03-29T03:00:00+02:00[Europe/Zurich]", Some(Oddity::Gap)),
            ("Europe/Zurich", "2026-03-29T02:30", "2026-03-29T03:30:00+02:00[Europe/Zurich]", Some(Oddity::Gap)),
            ("Europe/Zurich", "2026-03-29T03:00", "2026-03-29T03:00:00+02:00[Europe/Zurich]", None),
            ("Europe/Zurich", "2026-10-25T02:30", "2026-10-25T02:30:00+02:00[Europe/Zurich]", Some(Oddity::Fold)),
            ("Europe/Zurich", "2026-10-25T03:00", "2026-10-25T03:00:00+01:00[Europe/Zurich]", None),
            (
                "Australia/Lord_Howe",
                "2026-10-04T02:15",
                "2026-10-04T02:45:00+11:00[Australia/Lord_Howe]",
                Some(Oddity::Gap),
            ),
            ("Pacific/Apia", "2011-12-30T10:00", "2011-12-31T10:00:00+14:00[Pacific/Apia]", Some(Oddity::Gap)),
            ("UTC", "2026-03-29T02:30", "2026-03-29T02:30:00+00:00[UTC]", None),
        ];
        for (zone, planned, at, oddity) in cases {
            let planned: DateTime = planned.parse().unwrap();
            let start = local_start(planned.date(), planned.time(), &time_zone(zone).unwrap()).unwrap();
            assert_eq!((start.at.to_string().as_str(), start.oddity), (at, oddity), "{planned} in {zone}");
        }
    }

    #[test]
    fn the_last_evening_of_the_calendar_has_no_moment() {
        let new_york = time_zone("America/New_York").unwrap();
        assert_eq!(local_start(Date::MAX, DateTime::MAX.time(), &new_york), None);
    }
}
