use std::ops::RangeInclusive;

use jiff::civil::{Date, Weekday, date};
use jiff::tz::{Dst, Offset, TimeZone};
use jiff::{Timestamp, ZonedDateTime};

use super::content_lines::ContentLines;
use crate::config::Zone;

/// From this year on the rules of [`ZURICH`] tell every hour.
const RULES_SINCE: i16 = 1997;

/// The two parts of the time in Zurich, with the rules that hold since 1996 (model.md §18).
const ZURICH: [[(&str, &str); 7]; 2] = [
    [
        ("BEGIN", "STANDARD"),
        ("DTSTART", "19961027T030000"),
        ("RRULE", "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU"),
        ("TZOFFSETFROM", "+0200"),
        ("TZOFFSETTO", "+0100"),
        ("TZNAME", "CET"),
        ("END", "STANDARD"),
    ],
    [
        ("BEGIN", "DAYLIGHT"),
        ("DTSTART", "19810329T020000"),
        ("RRULE", "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU"),
        ("TZOFFSETFROM", "+0100"),
        ("TZOFFSETTO", "+0200"),
        ("TZNAME", "CEST"),
        ("END", "DAYLIGHT"),
    ],
];

/// What the clocks of a zone show from some moment on.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Observance {
    since: Timestamp,
    /// Before that moment.
    from: Offset,
    /// From that moment on.
    to: Offset,
    name: String,
    /// What the time-zone database calls it. Irish law calls the winter a saving of -1 hour; the database inside jiff
    /// has the form that calendars understand, in which summer is the saving. Moments follow from the offsets alone.
    dst: Dst,
}

/// The `VTIMEZONE` of a zone for all days of some years (RFC 5545 §3.6.5, model.md §18).
///
/// Zurich has its rules. For others every change of the clock in these years is written out, and in front of them what
/// holds before the first: no rule of a calendar could tell Ramadan or a new law.
pub fn component(zone: &Zone, years: RangeInclusive<i16>) -> String {
    let (initial, changes) = observances(&zone.rules, &years);
    let mut lines = ContentLines::default();
    lines.plain("BEGIN", "VTIMEZONE");
    lines.plain("TZID", &zone.name);
    if &*zone.name == "Europe/Zurich" && has_rules(&initial, &changes, &years) {
        for (name, value) in ZURICH.iter().flatten() {
            lines.plain(name, value);
        }
    } else {
        write_initial(&mut lines, &initial);
        changes.iter().for_each(|change| write_change(&mut lines, change));
    }
    lines.plain("END", "VTIMEZONE");
    lines.into_text()
}

/// What holds at the beginning of these years, and every change until their end.
fn observances(rules: &TimeZone, years: &RangeInclusive<i16>) -> (Observance, Vec<Observance>) {
    let begin = new_year(*years.start(), rules).unwrap_or(Timestamp::MIN);
    let end = years.end().checked_add(1).and_then(|year| new_year(year, rules)).unwrap_or(Timestamp::MAX);
    let info = rules.to_offset_info(begin);
    let (offset, name) = (info.offset(), info.abbreviation().to_owned());
    let initial = Observance { since: begin, from: offset, to: offset, name, dst: info.dst() };
    let mut before = offset;
    let changes = rules.following(begin).take_while(|change| change.timestamp() < end).map(|change| {
        let from = std::mem::replace(&mut before, change.offset());
        let name = change.abbreviation().to_owned();
        Observance { since: change.timestamp(), from, to: change.offset(), name, dst: change.dst() }
    });
    let changes = changes.collect();
    (initial, changes)
}

/// The first moment of a year; `None` beyond the calendar.
fn new_year(year: i16, rules: &TimeZone) -> Option<Timestamp> {
    let day = Date::new(year, 1, 1).ok()?;
    day.to_zoned_datetime(rules.clone()).ok().as_ref().map(ZonedDateTime::timestamp)
}

/// Whether the rules of [`ZURICH`] tell every change of these years.
fn has_rules(initial: &Observance, changes: &[Observance], years: &RangeInclusive<i16>) -> bool {
    let (winter, summer) = (Offset::constant(1), Offset::constant(2));
    let expected = years.clone().flat_map(|year| {
        let change = |month: i8, from: Offset, to: Offset, name: &str, dst: Dst| {
            let last_sunday = date(year, month, 1).nth_weekday_of_month(-1, Weekday::Sunday).ok()?;
            let since = Offset::UTC.to_timestamp(last_sunday.at(1, 0, 0, 0)).ok()?;
            Some(Observance { since, from, to, name: name.to_owned(), dst })
        };
        [change(3, winter, summer, "CEST", Dst::Yes), change(10, summer, winter, "CET", Dst::No)]
    });
    *years.start() >= RULES_SINCE && initial.to == winter && expected.eq(changes.iter().cloned().map(Some))
}

/// What holds before the first change. Calendars would guess it from the first change they know.
fn write_initial(lines: &mut ContentLines, initial: &Observance) {
    let first_day = initial.to.to_datetime(initial.since).date().min(date(1970, 1, 1));
    write_part(lines, "STANDARD", &first_day.strftime("%Y%m%dT000000").to_string(), initial);
}

fn write_change(lines: &mut ContentLines, change: &Observance) {
    let part = if change.dst == Dst::Yes { "DAYLIGHT" } else { "STANDARD" };
    // The moment of a change is told by the clock that is about to be changed (RFC 5545 §3.8.2.4).
    let since = change.from.to_datetime(change.since);
    write_part(lines, part, &since.strftime("%Y%m%dT%H%M%S").to_string(), change);
}

fn write_part(lines: &mut ContentLines, part: &str, since: &str, observance: &Observance) {
    lines.plain("BEGIN", part);
    lines.plain("DTSTART", since);
    lines.plain("TZOFFSETFROM", &utc_offset(observance.from));
    lines.plain("TZOFFSETTO", &utc_offset(observance.to));
    lines.text("TZNAME", &observance.name);
    lines.plain("END", part);
}

/// `+0100`, with seconds only if there are any, and never `-0000` (RFC 5545 §3.3.14).
fn utc_offset(offset: Offset) -> String {
    let seconds = offset.seconds();
    let (sign, size) = (if seconds < 0 { '-' } else { '+' }, seconds.unsigned_abs());
    let (hours, minutes, rest) = (size / 3600, size / 60 % 60, size % 60);
    let rest = if rest == 0 { String::new() } else { format!("{rest:02}") };
    format!("{sign}{hours:02}{minutes:02}{rest}")
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use jiff::tz::Offset;

    use super::{component, utc_offset};
    use crate::calendar::time_zone;
    use crate::config::Zone;

    /// The component of a zone on one line, without what all have.
    fn parts(name: &str, first: i16, last: i16) -> Vec<String> {
        let zone = Zone { name: Arc::from(name), rules: time_zone(name).unwrap() };
        let text = component(&zone, first..=last).replace("\r\n", " ");
        let inner = text.strip_prefix(&format!("BEGIN:VTIMEZONE TZID:{name} ")).unwrap();
        let parts = inner.strip_suffix(" END:VTIMEZONE ").unwrap().split("BEGIN:").skip(1);
        parts.map(|part| part.split(" END:").next().unwrap().to_owned()).collect()
    }

    #[test]
    fn zurich_is_written_as_the_model_has_it() {
        let rules = [
            "STANDARD DTSTART:19961027T030000 RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU TZOFFSETFROM:+0200 \
             TZOFFSETTO:+0100 TZNAME:CET",
            "DAYLIGHT DTSTART:19810329T020000 RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU TZOFFSETFROM:+0100 \
             TZOFFSETTO:+0200 TZNAME:CEST",
        ];
        assert_eq!(parts("Europe/Zurich", 2026, 2027), rules);
        assert!(parts("Europe/Zurich", 1996, 1997).iter().all(|part| !part.contains("RRULE")));
    }

    #[test]
    fn neighbours_of_zurich_have_every_change_of_the_clock() {
        for name in ["Europe/Berlin", "Europe/Rome", "Africa/Ceuta"] {
            assert_eq!(
                parts(name, 2026, 2026),
                [
                    "STANDARD DTSTART:19700101T000000 TZOFFSETFROM:+0100 TZOFFSETTO:+0100 TZNAME:CET",
                    "DAYLIGHT DTSTART:20260329T020000 TZOFFSETFROM:+0100 TZOFFSETTO:+0200 TZNAME:CEST",
                    "STANDARD DTSTART:20261025T030000 TZOFFSETFROM:+0200 TZOFFSETTO:+0100 TZNAME:CET",
                ],
                "{name}"
            );
        }
    }

    #[test]
    fn a_zone_without_changes_has_one_part() {
        for (name, offset, short) in
            [("Asia/Tokyo", "+0900", "JST"), ("UTC", "+0000", "UTC"), ("Etc/GMT+5", "-0500", "-05")]
        {
            let part =
                format!("STANDARD DTSTART:19700101T000000 TZOFFSETFROM:{offset} TZOFFSETTO:{offset} TZNAME:{short}");
            assert_eq!(parts(name, 2026, 2027), [part], "{name}");
        }
    }

    #[test]
    fn other_zones_have_every_change_of_the_clock() {
        assert_eq!(
            parts("America/New_York", 2026, 2026),
            [
                "STANDARD DTSTART:19700101T000000 TZOFFSETFROM:-0500 TZOFFSETTO:-0500 TZNAME:EST",
                "DAYLIGHT DTSTART:20260308T020000 TZOFFSETFROM:-0500 TZOFFSETTO:-0400 TZNAME:EDT",
                "STANDARD DTSTART:20261101T020000 TZOFFSETFROM:-0400 TZOFFSETTO:-0500 TZNAME:EST",
            ]
        );
        assert_eq!(
            parts("Australia/Lord_Howe", 2026, 2026),
            [
                "STANDARD DTSTART:19700101T000000 TZOFFSETFROM:+1100 TZOFFSETTO:+1100 TZNAME:+11",
                "STANDARD DTSTART:20260405T020000 TZOFFSETFROM:+1100 TZOFFSETTO:+1030 TZNAME:+1030",
                "DAYLIGHT DTSTART:20261004T020000 TZOFFSETFROM:+1030 TZOFFSETTO:+1100 TZNAME:+11",
            ]
        );
    }

    #[test]
    fn irish_winters_and_new_laws() {
        assert_eq!(
            parts("Europe/Dublin", 2026, 2026)[1..],
            [
                "DAYLIGHT DTSTART:20260329T010000 TZOFFSETFROM:+0000 TZOFFSETTO:+0100 TZNAME:IST",
                "STANDARD DTSTART:20261025T020000 TZOFFSETFROM:+0100 TZOFFSETTO:+0000 TZNAME:GMT",
            ]
        );
        // Since the new law of October 2018 the clock goes back for Ramadan only.
        let starts = |part: &String| part.split(' ').nth(1).unwrap().to_owned();
        let morocco: Vec<String> = parts("Africa/Casablanca", 2018, 2019)[1..].iter().map(starts).collect();
        let days = ["20180325T020000", "20180513T030000", "20180617T020000", "20190505T030000", "20190609T020000"];
        assert_eq!(morocco, days.map(|day| format!("DTSTART:{day}")));
    }

    #[test]
    fn years_at_the_ends_of_the_calendar_have_parts_too() {
        assert_eq!(parts("America/New_York", 9999, 9999).len(), 3);
        assert_eq!(parts("Europe/Zurich", -9999, -9999).len(), 1);
        assert!(parts("Africa/Monrovia", 1960, 1972)[0].contains("DTSTART:19600101T000000 TZOFFSETFROM:-004430"));
    }

    #[test]
    fn offsets_are_never_minus_zero() {
        assert_eq!(utc_offset(Offset::UTC), "+0000");
        assert_eq!(utc_offset(Offset::from_seconds(-2670).unwrap()), "-004430");
        assert_eq!(utc_offset(Offset::from_seconds(20_700).unwrap()), "+0545");
    }
}
