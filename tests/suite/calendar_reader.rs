//! A small reader of iCalendar files that shares nothing with what writes them: it unfolds, finds components and tells
//! the moment of a local time from the file's own `VTIMEZONE`, as RFC 5545 says.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::{DateTime, Weekday};

/// A component with its properties and its parts.
#[derive(Debug, Default)]
pub struct Component {
    pub name: String,
    /// Name with parameters, value as written.
    pub properties: Vec<(String, String)>,
    pub parts: Vec<Component>,
}

impl Component {
    /// The `VCALENDAR` of a file, which must keep to the form of RFC 5545 §3.1.
    #[track_caller]
    pub fn read(file: &str) -> Self {
        assert!(file.ends_with("\r\n"), "the last line has no end");
        assert!(!file.replace("\r\n", "").contains(['\r', '\n']), "a line ends with something else than CRLF");
        let long = file.split("\r\n").find(|line| line.len() > 75);
        assert_eq!(long, None, "a line is longer than 75 octets");
        let unfolded = file.replace("\r\n ", "");
        let mut open = vec![Self::default()];
        for line in unfolded.lines() {
            let (name, value) = line.split_once(':').unwrap_or_else(|| panic!("no property: {line}"));
            match name {
                "BEGIN" => open.push(Self { name: value.to_owned(), ..Self::default() }),
                "END" => {
                    let ended = open.pop().unwrap();
                    assert_eq!(ended.name, value, "another component ends");
                    open.last_mut().unwrap().parts.push(ended);
                }
                _ => open.last_mut().unwrap().properties.push((name.to_owned(), value.to_owned())),
            }
        }
        let mut whole = open.pop().filter(|_| open.is_empty()).expect("everything that begins ends");
        assert_eq!((whole.parts.len(), whole.parts[0].name.as_str()), (1, "VCALENDAR"));
        whole.parts.remove(0)
    }

    /// The value of a property, escapes undone; its parameters do not matter.
    pub fn get(&self, name: &str) -> Option<String> {
        let of_name = |(key, _): &&(String, String)| key.split(';').next() == Some(name);
        let (_, value) = self.properties.iter().find(of_name)?;
        Some(unescaped(value))
    }

    pub fn parts<'c>(&'c self, name: &'c str) -> impl Iterator<Item = &'c Component> {
        self.parts.iter().filter(move |part| part.name == name)
    }

    /// The entries by their names.
    #[track_caller]
    pub fn events(&self) -> BTreeMap<String, &Component> {
        let events: Vec<_> = self.parts("VEVENT").map(|event| (event.get("UID").unwrap(), event)).collect();
        let by_name: BTreeMap<_, _> = events.iter().cloned().collect();
        assert_eq!(events.len(), by_name.len(), "two entries have one name");
        by_name
    }

    /// The moment that a property of `event` means.
    #[track_caller]
    pub fn moment(&self, event: &Component, name: &str) -> Timestamp {
        let starts = |(key, _): &&(String, String)| key.split(';').next() == Some(name);
        let (key, value) = event.properties.iter().find(starts).unwrap_or_else(|| panic!("no {name}"));
        if let Some(utc) = value.strip_suffix('Z') {
            return at(local(utc), 0);
        }
        let id = key.split_once(";TZID=").map(|(_, id)| id).expect("a local time names its zone");
        let zone = self.parts("VTIMEZONE").find(|zone| zone.get("TZID").as_deref() == Some(id));
        let local = local(value);
        at(local, zone.expect("the zone is in the file").offset_at(local))
    }

    /// The seconds between the clocks of this zone and UTC: those of the last change before a local time
    /// (RFC 5545 §3.6.5).
    #[track_caller]
    fn offset_at(&self, local: DateTime) -> i32 {
        let changes =
            self.parts.iter().flat_map(|part| part.onsets(local.year()).into_iter().map(move |on| (on, part)));
        let last = changes.filter(|(onset, _)| *onset <= local).max_by_key(|(onset, _)| *onset);
        let (_, part) = last.unwrap_or_else(|| panic!("the zone does not tell what holds at {local}"));
        seconds(&part.get("TZOFFSETTO").unwrap())
    }

    /// When this part of a zone begins to hold, up to some year.
    fn onsets(&self, last: i16) -> Vec<DateTime> {
        let first = local(&self.get("DTSTART").unwrap());
        let Some(rule) = self.get("RRULE") else { return vec![first] };
        let rule: BTreeMap<&str, &str> = rule.split(';').filter_map(|part| part.split_once('=')).collect();
        assert_eq!((rule["FREQ"], rule["BYDAY"], rule.len()), ("YEARLY", "-1SU", 3), "another rule: {rule:?}");
        let month: i8 = rule["BYMONTH"].parse().unwrap();
        let on = |year: i16| {
            let day = jiff::civil::date(year, month, 1).nth_weekday_of_month(-1, Weekday::Sunday).unwrap();
            day.to_datetime(first.time())
        };
        (first.year()..=last).map(on).filter(|onset| *onset >= first).collect()
    }
}

fn local(written: &str) -> DateTime {
    DateTime::strptime("%Y%m%dT%H%M%S", written).unwrap()
}

fn at(local: DateTime, offset: i32) -> Timestamp {
    jiff::tz::Offset::from_seconds(offset).unwrap().to_timestamp(local).unwrap()
}

fn seconds(offset: &str) -> i32 {
    let (sign, digits) = offset.split_at(1);
    let number = |range: std::ops::Range<usize>| digits.get(range).map_or(0, |text| text.parse().unwrap());
    let size = number(0..2) * 3600 + number(2..4) * 60 + number(4..6);
    if sign == "-" { -size } else { size }
}

fn unescaped(value: &str) -> String {
    let mut out = String::new();
    let mut letters = value.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => out.push(match letters.next() {
                Some('n' | 'N') => '\n',
                Some(other) => other,
                None => panic!("a value ends with a bare backslash: {value}"),
            }),
            other => out.push(other),
        }
    }
    out
}
