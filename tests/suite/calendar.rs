//! Calendars: what programs read from them, line by line and moment by moment (model.md §16, §18).

use std::collections::BTreeMap;

use jiff::civil::{Date, Time, date};
use leitfaden::calendar::{local_start, time_zone};
use proptest::prelude::*;
use serde_json::Value;

use crate::calendar_reader::Component;
use crate::harness::{check, site};
use crate::program::{Folder, repository, run};

const EXPECTED: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/sites/example-expected.json"));

/// The calendars of the repository's own handbook, as files.
fn example() -> (Folder, BTreeMap<String, Value>) {
    let folder = Folder::new("");
    let out = folder.path().join("site");
    let run = run(repository(), &["build", "--out", out.to_str().unwrap(), "--today", "2026-07-01", "--quiet"]);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    (folder, serde_json::from_str(EXPECTED).unwrap())
}

fn text(folder: &Folder, path: &str) -> String {
    std::fs::read_to_string(folder.path().join("site").join(path)).unwrap()
}

#[test]
fn the_entries_of_the_example_are_those_of_the_model() {
    let (folder, expected) = example();
    for (id, expected) in expected {
        let calendar = text(&folder, &format!("cohorts/{id}/calendar.ics"));
        let entries = calendar.split("BEGIN:VEVENT").skip(1);
        let entries: Vec<String> = entries
            .map(|entry| format!("BEGIN:VEVENT{}", entry.trim_end_matches("END:VCALENDAR\r\n").trim_end()))
            .collect();
        let expected = expected["ics"].as_array().unwrap();
        assert_eq!(entries.len(), expected.len(), "{id}");
        for (index, (entry, expected)) in entries.iter().zip(expected).enumerate() {
            let expected = expected.as_str().unwrap();
            assert_eq!(entry.split("\r\n").collect::<Vec<_>>(), expected.split("\r\n").collect::<Vec<_>>());
            let own = text(&folder, &format!("cohorts/{id}/sessions/s{}.ics", index + 1));
            assert!(own.contains(expected), "the session's own file has the same entry");
            assert_eq!(own.matches("BEGIN:VEVENT").count(), 1);
        }
    }
}

#[test]
fn two_sessions_never_share_an_entry() {
    let cohort = |id: &str, session: &str| {
        format!(
            "//- /content/cohorts/{id}.toml\ntitle = \"Spring\"\nprogramme = \"swap\"\ntopic = \"ads\"\n\
             start = 2027-03-04\nrhythm = \"weekly\"\ntime = \"13:30\"\n{session}\
             [[pair]]\nid = \"p1\"\nmentor = \"m1\"\nmentee = \"e1\"\n\
             //- /private/people/{id}.toml\n[m1]\nname = \"Xaverine\"\n[e1]\nname = \"Quirinius\"\n"
        )
    };
    let own = "[[session]]\nnumber = 2\nkey = \"b-s1\"\n";
    let mark = "      ^^^^^^ error[duplicate-output]: the calendar entry a-b-s1 is made twice: by session 2 of \
                content/cohorts/a.toml and by session 1 of content/cohorts/a-b.toml; give one of the sessions another key\n";
    let site = "//- /site.toml\n[site]\ntitle = \"Handbook\"\ntime_zone = \"Europe/Zurich\"\n";
    check(&format!("{site}{}{}", cohort("a", own), cohort("a-b", "")));
    let site = format!("{site}[calendar]\nuid_domain = \"a.example\"\n");
    check(&format!("{site}{}{}", cohort("a", &format!("{own}{mark}")), cohort("a-b", "")));
}

#[test]
fn every_calendar_of_the_example_can_be_read() {
    let (folder, _) = example();
    for path in ["2026-herbst/calendar", "2027-fruehling/calendar-online-marketing"] {
        let (german, english) =
            (text(&folder, &format!("cohorts/{path}.ics")), text(&folder, &format!("en/cohorts/{path}.ics")));
        let (german, english) = (Component::read(&german), Component::read(&english));
        assert_eq!(german.events().keys().collect::<Vec<_>>(), english.events().keys().collect::<Vec<_>>());
        for (id, event) in german.events() {
            let other = english.events()[&id];
            assert_eq!(german.moment(event, "DTSTART"), english.moment(other, "DTSTART"), "{id}");
            assert!(other.get("SUMMARY").unwrap().contains(": Session "), "{other:?}");
            assert!(event.get("SUMMARY").unwrap().contains(": Treffen "), "{event:?}");
        }
    }
    let organiser = text(&folder, "cohorts/2026-herbst/calendar-organiser.ics");
    let days = Component::read(&organiser);
    let days: Vec<_> = days.events().values().map(|event| event.get("DTSTART").unwrap()).collect();
    assert_eq!(days, ["20260910", "20260723", "20260820", "20261231"], "by name");
    assert!(!organiser.contains("VTIMEZONE"), "a whole day has no zone");
    for person in ["Lea", "Urs", "ATTENDEE", "ORGANIZER", "METHOD", "TRANSP"] {
        assert!(!organiser.contains(person), "{person}");
    }
}

/// A handbook with feeds; `calendar` are further lines of `[calendar]`, `cohort` further lines of the cohort.
fn handbook(calendar: &str, cohort: &str) -> String {
    format!(
        r#"
//- /site.toml
[site]
title = "Handbook"
base_url = "https://firm.example:8443/book/"
time_zone = "Europe/Zurich"

[calendar]
{calendar}
//- /content/cohorts/spring.toml
title = "Spring; or, later"
programme = "swap"
topic = "ads"
published = 2027-01-15
start = 2027-03-04
rhythm = "every 2 weeks"
time = "13:30"
place = "Room 1, level \\ 2"
link = "https://meet.example/x"
{cohort}
[[pair]]
id = "p1"
mentor = "m1"
mentee = "e1"
"#
    )
}

#[test]
fn what_changes_is_told_and_what_is_cancelled_stays() {
    let files = site(&handbook(
        "reminder_minutes = 30\nrefresh_hours = 6",
        r#"
[[session]]
number = 1
date = 2027-03-08

[[session]]
number = 2
key = "last"
cancelled = true

[[change]]
session = 1
announced = 2027-02-20
kind = "moved"
text = "Later"

[[change]]
session = 1
announced = 2027-02-01
kind = "place"
text = "Elsewhere"

[[change]]
session = 2
announced = 2027-02-21
kind = "cancelled"
text = "Not at all"
"#,
    ));
    let calendar = Component::read(&files["cohorts/spring/calendar.ics"]);
    let name = Some("Swap: Spring; or, later".to_owned());
    assert_eq!((calendar.get("NAME"), calendar.get("X-WR-CALNAME")), (name.clone(), name));
    let hours = Some("PT6H".to_owned());
    assert_eq!((calendar.get("REFRESH-INTERVAL"), calendar.get("X-PUBLISHED-TTL")), (hours.clone(), hours));
    assert_eq!(calendar.get("CATEGORIES").as_deref(), Some("Ads"));
    assert_eq!(calendar.get("METHOD"), None);
    let events = calendar.events();
    assert_eq!(events.keys().collect::<Vec<_>>(), ["spring-last@firm.example", "spring-s1@firm.example"]);
    let facts = |event: &Component| {
        ["DTSTAMP", "LAST-MODIFIED", "SEQUENCE", "STATUS", "LOCATION", "DESCRIPTION", "URL"]
            .map(|name| event.get(name).unwrap_or_default())
    };
    let page = "https://firm.example:8443/book/cohorts/spring/sessions";
    assert_eq!(
        facts(events["spring-s1@firm.example"]),
        [
            "20270220T000000Z",
            "20270220T000000Z",
            "2",
            "CONFIRMED",
            "Room 1, level \\ 2",
            &format!("13:30 First\n13:50 Second\n14:15 Practice and open questions\n{page}/s1/"),
            &format!("{page}/s1/"),
        ]
    );
    let address = format!("{page}/last/");
    assert_eq!(
        facts(events["spring-last@firm.example"]),
        ["20270221T000000Z", "20270221T000000Z", "1", "CANCELLED", "Room 1, level \\ 2", &address, &address]
    );
    let alarm = events["spring-s1@firm.example"].parts("VALARM").next().unwrap();
    assert_eq!((alarm.get("TRIGGER").as_deref(), alarm.get("ACTION").as_deref()), (Some("-PT30M"), Some("DISPLAY")));
    assert_eq!(events["spring-last@firm.example"].parts.len(), 0, "nobody is reminded of what is cancelled");
    let page = &files["cohorts/spring/index.html"];
    assert!(page.contains("webcal://firm.example:8443/book/cohorts/spring/calendar.ics"));
    assert!(page.contains("every 6 hours"));
    assert!(page.contains("Moved from 4 March 2027 to 8 March 2027."), "the old date stands in the list of changes");
    assert!(files["cohorts/spring/sessions/last/index.html"].contains("cohorts/spring/sessions/last.ics"));
}

#[test]
fn a_cancelled_cohort_keeps_its_entries() {
    let files = site(&handbook("include_agenda = false", "publish_link = true\nstatus = \"cancelled\"\n").replace(
        "publish_link = true",
        "publish_link = true\n               ^^^^ warning[link-published]: link of cohort \"spring\" is published",
    ));
    let calendar = Component::read(&files["cohorts/spring/calendar.ics"]);
    for (id, event) in calendar.events() {
        assert_eq!(event.get("STATUS").as_deref(), Some("CANCELLED"), "{id}");
        assert_eq!(event.get("DTSTAMP").as_deref(), Some("20270115T000000Z"), "the day of publication");
        assert_eq!(event.get("LOCATION").as_deref(), Some("Room 1, level \\ 2, https://meet.example/x"));
        assert_eq!(event.get("DESCRIPTION"), event.get("URL"), "no agenda");
    }
}

#[test]
fn calendars_may_be_switched_off_and_need_a_domain() {
    let feeds = |files: &BTreeMap<String, String>| {
        let feeds = files.keys().filter(|path| path.ends_with(".ics") || path.ends_with("changes.xml"));
        feeds.cloned().collect::<Vec<_>>()
    };
    assert_eq!(feeds(&site("")), [""; 0], "nothing would make names stable");
    assert_eq!(feeds(&site(&handbook("enabled = false", ""))), ["changes.xml"]);
    let files = site(&handbook("uid_domain = \"firm.example\"", "").replace("base_url = ", "# base_url = "));
    let own = [
        "changes.xml",
        "cohorts/spring/calendar.ics",
        "cohorts/spring/sessions/s1.ics",
        "cohorts/spring/sessions/s2.ics",
    ];
    assert_eq!(feeds(&files), own);
    let calendar = Component::read(&files["cohorts/spring/calendar.ics"]);
    let event = calendar.events()["spring-s1@firm.example"];
    assert_eq!(event.get("URL"), None, "the site's address is not known");
    assert!(event.get("DESCRIPTION").unwrap().ends_with("Practice and open questions"));
    assert!(!files["cohorts/spring/index.html"].contains("webcal:"));
    assert!(files["changes.xml"].contains("href=\"index.html\""), "links are relative then");
}

#[test]
fn two_makers_of_a_calendar_are_named() {
    let head = "//- /content/cohorts/spring.toml\n";
    let mark = "$ error[duplicate-output]: cohorts/spring/calendar.ics is made twice: by \
                static/cohorts/spring/calendar.ics and by content/cohorts/spring.toml\n";
    let marked = handbook("", "").replace(head, &format!("{head}{mark}"));
    check(&format!("{marked}//- /static/cohorts/spring/calendar.ics\nx\n"));
}

/// A cohort whose second session begins on `day` at `time` in `zone`; warnings about such days are allowed.
fn zoned(zone: &str, day: Date, time: Time, minutes: u32) -> String {
    let start = day.checked_sub(jiff::Span::new().days(7)).unwrap();
    let clock = time.strftime("%H:%M");
    handbook("", "")
        .replace(
            "[calendar]\n",
            "[diagnostics]\ntime-in-gap = \"allow\"\ntime-in-fold = \"allow\"\nweekend-session = \"allow\"\n",
        )
        .replace("time_zone = \"Europe/Zurich\"", &format!("time_zone = \"{zone}\""))
        .replace("start = 2027-03-04", &format!("start = {start}\nsession_minutes = {minutes}"))
        .replace("published = 2027-01-15", &format!("published = {start}"))
        .replace("every 2 weeks", "weekly")
        .replace("time = \"13:30\"", &format!("time = \"{clock}\""))
}

/// The calendar says the moments that jiff computes from the plan.
#[track_caller]
fn compare(zone: &str, day: Date, time: Time, minutes: u32) {
    let files = site(&zoned(zone, day, time, minutes));
    let calendar = Component::read(&files["cohorts/spring/calendar.ics"]);
    let rules = time_zone(zone).unwrap();
    for (key, day) in [("s1", day.checked_sub(jiff::Span::new().days(7)).unwrap()), ("s2", day)] {
        let event = calendar.events()[&format!("spring-{key}@firm.example")];
        let start = local_start(day, time, &rules).unwrap().at.timestamp();
        let end = start.checked_add(jiff::SignedDuration::from_mins(minutes.into())).unwrap();
        let moments = (calendar.moment(event, "DTSTART"), calendar.moment(event, "DTEND"));
        assert_eq!(moments, (start, end), "{key} on {day} at {time} in {zone}, {minutes} minutes");
    }
}

/// The hours around changes of the clock in zones that differ in how they have them.
#[test]
fn moments_hold_across_changes_of_the_clock() {
    let cases = [
        ("Europe/Zurich", date(2026, 10, 25), &[(1, 30), (2, 0), (2, 30), (3, 0)][..]),
        ("Europe/Zurich", date(2027, 3, 28), &[(1, 30), (2, 0), (2, 30), (3, 0)]),
        ("Europe/Zurich", date(2026, 12, 31), &[(23, 30)]),
        ("Europe/Dublin", date(2026, 3, 29), &[(0, 30), (1, 30)]),
        ("Europe/Dublin", date(2026, 10, 25), &[(0, 30), (1, 30)]),
        ("Australia/Lord_Howe", date(2026, 4, 5), &[(1, 0), (1, 45)]),
        ("Australia/Lord_Howe", date(2026, 10, 4), &[(1, 45), (2, 15)]),
        ("Africa/Casablanca", date(2026, 2, 15), &[(1, 30), (2, 30)]),
        ("Africa/Casablanca", date(2018, 10, 28), &[(1, 30), (9, 0)]),
        ("America/New_York", date(2026, 11, 1), &[(0, 30), (1, 30)]),
        ("Pacific/Apia", date(2011, 12, 31), &[(10, 0)]),
        ("Asia/Tehran", date(2022, 9, 22), &[(0, 0)]),
        ("America/Sao_Paulo", date(2018, 11, 4), &[(0, 30)]),
        ("Asia/Kathmandu", date(2027, 5, 3), &[(13, 30)]),
        ("Antarctica/Troll", date(2026, 3, 29), &[(1, 30)]),
        ("Africa/Monrovia", date(1972, 1, 7), &[(0, 20)]),
    ];
    for (zone, day, times) in cases {
        for &(hour, minute) in times {
            compare(zone, day, Time::constant(hour, minute, 0, 0), 60);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn moments_hold_in_every_zone(
        zone in proptest::sample::select(leitfaden::calendar::time_zone_names()),
        days in 0..36_000,
        minute in 0..1440_i32,
        minutes in 60_u32..=480,
    ) {
        let day = date(1971, 1, 10).checked_add(jiff::Span::new().days(days)).unwrap();
        let time = Time::midnight().checked_add(jiff::Span::new().minutes(minute)).unwrap();
        compare(&zone, day, time, minutes);
    }
}
