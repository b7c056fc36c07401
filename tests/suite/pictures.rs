//! The pictures of the thread in finished pages.

use crate::harness::site;

/// The drawings of a page, the wide one first.
fn drawings(page: &str) -> Vec<&str> {
    let after = page.split("<svg class=\"drawing").skip(1);
    after.map(|rest| rest.split("</svg>").next().unwrap()).collect()
}

/// What the links of a drawing say to whoever hears it.
fn names(drawing: &str) -> Vec<&str> {
    drawing
        .split("<a href=")
        .skip(1)
        .map(|rest| rest.split("<title>").nth(1).unwrap().split('<').next().unwrap())
        .collect()
}

#[test]
fn the_path_of_a_topic_has_every_module_in_both_forms() {
    let files = site(
        r#"
//- /content/topics/ads/index.md
+++
title = "Ads"
summary = "How ads work."
modules = ["first", "second", "third"]
+++
//- /content/topics/ads/third.md
+++
title = "Third"
minutes = 90
optional = true
prerequisites = ["first"]
objectives = ["Stop an ad"]
+++
//- /content/cohorts/spring.toml
$ warning[no-pairs]: cohort "spring" has no pairs yet…
title = "Spring"
programme = "swap"
topic = "ads"
^^^^^ note[optional-to-self-study]: optional module "third" becomes self-study after session 1
start = 2027-03-04
rhythm = "weekly"
time = "13:30"
"#,
    );
    let page = &files["topics/ads/index.html"];
    let drawings = drawings(page);
    assert_eq!(drawings.len(), 2, "{page}");
    for drawing in drawings {
        assert_eq!(
            names(drawing),
            ["1. First, 20\u{a0}min", "2. Second, 25\u{a0}min", "3. Third, 1\u{a0}h 30\u{a0}min, optional"]
        );
        assert_eq!(drawing.matches("mark-optional").count(), 1);
        assert_eq!(drawing.matches("line-branch").count(), 2, "away from the thread and back to it");
        assert!(drawing.contains("topics/ads/third/index.html"));
    }
}

#[test]
fn the_time_line_of_a_cohort_leads_to_its_sessions_and_says_what_was_moved() {
    let files = site(
        r#"
//- /content/cohorts/spring.toml
title = "Spring"
programme = "swap"
topic = "ads"
published = 2027-01-04
start = 2027-03-04
rhythm = "every 3 weeks"
time = "13:30"
skip = [ { from = 2027-03-08, to = 2027-03-14, reason = "Trade fair" } ]

[[session]]
number = 2
date = 2027-03-30

[[change]]
session = 2
announced = 2027-02-01
kind = "moved"
text = "Five days later"

[[pair]]
id = "p1"
mentor = "m1"
mentee = "e1"
"#,
    );
    for drawing in drawings(&files["cohorts/spring/index.html"]) {
        assert_eq!(
            names(drawing),
            [
                "4 Mar Opening, Thursday 4 March 2027, 13:30–14:30",
                "30 Mar Closing, Tuesday 30 March 2027, 13:30–14:30, instead of Thursday 25 March 2027"
            ]
        );
        assert!(drawing.contains(">Trade fair</text>") && drawing.contains("line-gap"), "{drawing}");
        assert_eq!(drawing.matches("mark-ghost").count(), 1);
    }
}

#[test]
fn the_agenda_of_a_session_is_a_picture_and_a_table() {
    let files = site("");
    let page = &files["cohorts/spring/sessions/s1/index.html"];
    let all = drawings(page);
    assert_eq!(all.len(), 3, "wide, tall, and on the printed sheet");
    for drawing in all {
        assert_eq!(
            names(drawing),
            ["13:30–13:50: First, Mentor, 20\u{a0}min", "13:50–14:15: Second, Mentor, 25\u{a0}min"]
        );
        assert_eq!(drawing.matches("mark-block").count(), 3, "two modules and the time that is left");
        assert!(drawing.contains(">14:30</text>"), "when it ends: {drawing}");
    }
    assert!(page.contains("<table class=\"agenda\">"));
}
