//! The feed of changes, the map of the site, and what stands in `robots.txt`.

use std::collections::BTreeMap;

use atom_syndication::Feed;

use crate::harness::site;

const SITE: &str = r#"
//- /site.toml
[site]
title = { en = "Hand & book", de = "Handbuch" }
organisation = "Firm <Ltd>"
base_url = "https://firm.example/book/"
languages = ["en", "de"]
time_zone = "Europe/Zurich"

[diagnostics]
untranslated = "allow"
//- /content/cohorts/spring.toml
title = "Spring"
programme = "swap"
topic = "ads"
published = 2027-01-15
start = 2027-03-04
rhythm = "weekly"
time = "13:30"

[[session]]
number = 1
date = 2027-03-08

[[change]]
session = 1
announced = 2027-02-01
kind = "place"
text = "Room 2 & 3"

[[change]]
session = 2
announced = 2027-02-20
kind = "content"
text = "Bring a <screen>"

[[change]]
session = 1
announced = 2027-02-20
kind = "moved"
text = { en = "The room was taken", de = "Der Raum war besetzt" }

[[pair]]
id = "p1"
mentor = "m1"
mentee = "e1"
"#;

fn feed(files: &BTreeMap<String, String>, path: &str) -> Feed {
    files[path].parse().unwrap()
}

#[test]
fn changes_stand_in_a_feed_newest_first() {
    let files = site(SITE);
    let feed = feed(&files, "changes.xml");
    assert_eq!((feed.title.value.as_str(), feed.lang.as_deref()), ("Hand & book – Changes", Some("en")));
    assert_eq!(feed.authors[0].name, "Firm <Ltd>");
    assert_eq!(feed.updated.to_rfc3339(), "2027-02-20T00:00:00+00:00");
    let hrefs: Vec<&str> = feed.links.iter().map(|link| link.href.as_str()).collect();
    assert_eq!(hrefs, ["https://firm.example/book/", "https://firm.example/book/changes.xml"]);
    let entries: Vec<[&str; 3]> = feed
        .entries
        .iter()
        .map(|entry| [entry.title.value.as_str(), entry.summary.as_ref().unwrap().value.as_str(), entry.id.as_str()])
        .collect();
    assert_eq!(
        entries,
        [
            [
                "Spring, Session 1: Moved",
                "The room was taken",
                "tag:firm.example,2027-02-20:/cohorts/spring/sessions/s1/change-2"
            ],
            [
                "Spring, Session 2: New content",
                "Bring a <screen>",
                "tag:firm.example,2027-02-20:/cohorts/spring/sessions/s2/change-1"
            ],
            [
                "Spring, Session 1: New place",
                "Room 2 & 3",
                "tag:firm.example,2027-02-01:/cohorts/spring/sessions/s1/change-1"
            ],
        ]
    );
    let page = &files["cohorts/spring/index.html"];
    assert!(page.contains(
        "<link rel=\"alternate\" type=\"application/atom+xml\" title=\"Changes\" href=\"../../changes.xml\">"
    ));
}

#[test]
fn a_change_about_which_nothing_is_said_says_its_kind() {
    let files = site(&SITE.replace("text = \"Room 2 & 3\"\n", ""));
    let feed = feed(&files, "changes.xml");
    let last = feed.entries.last().unwrap();
    assert_eq!((last.title.value.as_str(), &last.summary), ("Spring, Session 1: New place", &None));
    let page = &files["cohorts/spring/sessions/s1/index.html"];
    assert!(page.contains("Changed on") && page.contains(": New place"), "{page}");
}

#[test]
fn every_language_has_its_own_feed() {
    let files = site(SITE);
    let german = feed(&files, "de/changes.xml");
    assert_eq!(german.title.value, "Handbuch – Änderungen");
    assert_eq!(german.entries[0].summary.as_ref().unwrap().value, "Der Raum war besetzt");
    assert_eq!(german.entries[0].links[0].href, "https://firm.example/book/de/cohorts/spring/sessions/s1/");
    assert!(files["de/index.html"].contains("href=\"../de/changes.xml\""));
}

#[test]
fn a_feed_without_changes_is_a_feed() {
    let (before, rest) = SITE.split_once("[[change]]").unwrap();
    let files = site(&format!("{before}{}", &rest[rest.find("[[pair]]").unwrap()..]));
    let feed = feed(&files, "changes.xml");
    assert_eq!((feed.entries.len(), feed.updated.to_rfc3339()), (0, "2027-01-15T00:00:00+00:00".to_owned()));
}

#[test]
fn the_map_and_robots_agree_with_the_pages() {
    let closed = site(SITE);
    assert!(!closed.contains_key("sitemap.xml"));
    assert_eq!(closed["robots.txt"], "User-agent: *\nDisallow: /\n");
    let open = site(&SITE.replace("organisation", "noindex = false\norganisation"));
    assert_eq!(open["robots.txt"], "User-agent: *\nAllow: /\n\nSitemap: https://firm.example/book/sitemap.xml\n");
    let map = &open["sitemap.xml"];
    let alternates = "<loc>https://firm.example/book/de/cohorts/spring/</loc>\
        <xhtml:link rel=\"alternate\" hreflang=\"en\" href=\"https://firm.example/book/cohorts/spring/\"/>\
        <xhtml:link rel=\"alternate\" hreflang=\"de\" href=\"https://firm.example/book/de/cohorts/spring/\"/>";
    assert!(map.contains(alternates), "{map}");
    let pages = open.iter().filter(|(path, html)| path.ends_with(".html") && html.contains("<main"));
    // Editions on paper say again what other pages say.
    let is_searched = |path: &str| !path.ends_with("404.html") && !path.ends_with("print/index.html");
    let pages = pages.filter(|(path, _)| is_searched(path)).count();
    assert_eq!(map.matches("<loc>").count(), pages);
    let private =
        site(&SITE.replace("organisation", "noindex = false\norganisation").replace("base_url", "# base_url"));
    assert!(!private.contains_key("sitemap.xml"), "a map needs whole addresses");
}
