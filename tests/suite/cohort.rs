//! Cohorts (model.md §8): what is written, apart from dates and packing.

use crate::harness::check;

#[test]
fn a_cohort_has_a_topic() {
    check(
        r#"
//- /content/cohorts/spring.toml
title = "Spring"
programme = "swap"
start = 2027-03-04
rhythm = "weekly"
time = "13:30"

[[pair]]
^^^^^^^^ error[no-topic]: cohort "spring" has no topic, and pair "p1" has none either
id = "p1"
mentor = "m1"
mentee = "e1"
"#,
    );
    check(
        r#"
//- /content/cohorts/spring.toml
$ error[missing-key]: "topic" is missing in cohort
$ warning[no-pairs]: cohort "spring" has no pairs yet
title = "Spring"
programme = "swap"
start = 2027-03-04
rhythm = "weekly"
time = "13:30"
"#,
    );
}

#[test]
fn a_topic_that_the_programme_does_not_offer() {
    check(
        r#"
//- /content/topics/mail/index.md
+++
title = "Mail"
summary = "How letters work."
modules = ["letter"]
+++
//- /content/topics/mail/letter.md
+++
title = "Letter"
minutes = 30
objectives = ["Write a letter"]
+++
//- /content/cohorts/spring.toml
title = "Spring"
programme = "swap"
topic = "mail"
        ^^^^^^ error[topic-not-offered]: topic "mail" is not offered by programme "swap"
start = 2027-03-04
rhythm = "weekly"
time = "13:30"

[[pair]]
id = "p1"
mentor = "m1"
mentee = "e1"
topic = "mail"
        ^^^^^^ error[topic-not-offered]: topic "mail" is not offered by programme "swap"
"#,
    );
}

#[test]
fn rhythms() {
    for rhythm in ["daily", "every 1 weeks", "every 13 weeks", "every two weeks", "Weekly"] {
        check(&format!(
            "//- /content/cohorts/spring.toml\n\
             title = \"Spring\"\nprogramme = \"swap\"\ntopic = \"ads\"\nstart = 2027-03-04\ntime = \"13:30\"\n\
             rhythm = \"{rhythm}\"\n         ^ error[bad-rhythm]: rhythm \"{rhythm}\" not understood; \
             write \"weekly\", \"every 2 weeks\" or \"monthly\"\n\
             \n[[pair]]\nid = \"p1\"\nmentor = \"m1\"\nmentee = \"e1\"\n"
        ));
    }
}

#[test]
fn zones_links_and_dates() {
    check(
        r#"
//- /content/cohorts/spring.toml
title = "Spring"
programme = "swap"
topic = "ads"
start = 2027-03-04
rhythm = "weekly"
time = "13:30"
time_zone = "Europe/Zuerich"
            ^^^^^^^^^^^^^^^^ error[unknown-time-zone]: "Europe/Zuerich" is not an IANA time zone name; did you mean "Europe/Zurich"?
link = "meet"
       ^^^^^^ error[wrong-type]: "link" must be a web address, found the text "meet"
publish_link = true
published = 2027-03-05
            ^^^^^^^^^^ warning[published-after-start]: published 2027-03-05 is after start
skip = [{ from = 2027-04-10, to = 2027-04-01, reason = "Easter" }]
                 ^^^^^^^^^^ error[inverted-period]: "from" 2027-04-10 is after "to" 2027-04-01

[[session]]
number = 1
link = "ftp://firm.example"
       ^^^^^^^^^^^^^^^^^^^^ error[wrong-type]: "link" must be a web address, found the text "ftp://firm.example"

[[pair]]
id = "p1"
mentor = "m1"
mentee = "e1"
"#,
    );
}

#[test]
fn a_published_link() {
    check(
        r#"
//- /content/cohorts/spring.toml
title = "Spring"
programme = "swap"
topic = "ads"
start = 2027-03-04
rhythm = "weekly"
time = "13:30"
link = "https://meet.example/a?b=c#d"
publish_link = true
               ^^^^ warning[link-published]: link of cohort "spring" is published

[[pair]]
id = "p1"
mentor = "m1"
mentee = "e1"
"#,
    );
}

#[test]
fn numbers_of_sessions() {
    check(
        r#"
//- /content/cohorts/spring.toml
title = "Spring"
programme = "swap"
topic = "ads"
start = 2027-03-04
rhythm = "weekly"
time = "13:30"

[[session]]
number = 0
         ^ error[session-number]: session number 0 is outside 1 to 2

[[session]]
number = 1

[[session]]
number = 1
         ^ error[session-twice]: session 1 is described twice

[[session]]
number = 3
         ^ error[session-number]: session number 3 is outside 1 to 2

[[change]]
session = 4
          ^ error[session-number]: session number 4 is outside 1 to 2
announced = 2027-02-01
kind = "moved"
text = "Moved."

[[pair]]
id = "p1"
mentor = "m1"
mentee = "e1"
"#,
    );
}

#[test]
fn keys_of_sessions() {
    check(
        r#"
//- /content/cohorts/spring.toml
title = "Spring"
programme = "swap"
topic = "ads"
start = 2027-03-04
rhythm = "weekly"
time = "13:30"

[[session]]
number = 1
key = "s2"
      ^^^^ error[duplicate-id]: two session entries have the id "s2": content/cohorts/spring.toml and content/cohorts/spring.toml

[[pair]]
id = "p1"
mentor = "m1"
mentee = "e1"
"#,
    );
    check(
        r#"
//- /content/cohorts/spring.toml
title = "Spring"
programme = "swap"
topic = "ads"
start = 2027-03-04
rhythm = "weekly"
time = "13:30"

[[session]]
number = 1
key = "s2"

[[session]]
number = 2
key = "Second"
      ^^^^^^^^ error[bad-id]: "Second" cannot be an id: use lower-case letters, digits and single hyphens, at most 64 characters

[[pair]]
id = "p1"
mentor = "m1"
mentee = "e1"
"#,
    );
}

#[test]
fn a_change_says_cancelled() {
    check(
        r#"
//- /content/cohorts/spring.toml
title = "Spring"
programme = "swap"
topic = "ads"
start = 2027-03-04
rhythm = "weekly"
time = "13:30"

[[change]]
session = 2
announced = 2027-02-01
kind = "cancelled"
       ^^^^^^^^^^^ error[change-without-cancel]: change says session 2 is cancelled, but the session is not marked cancelled
text = "Not this time."

[[pair]]
id = "p1"
mentor = "m1"
mentee = "e1"
"#,
    );
}

#[test]
fn parameters_and_waivers() {
    check(
        r#"
//- /content/cohorts/spring.toml
title = "Spring"
programme = "swap"
topic = "ads"
start = 2027-03-04
rhythm = "weekly"
time = "13:30"

[factors]
min_age_gab = 10
^^^^^^^^^^^ error[unknown-parameter]: unknown parameter "min_age_gab"; this factor knows min_age_gap, min_level_gap, min_mentor_criteria, min_topic_goals, required_kinds, midpoint_from, max_gap_days, min_attendance_percent, max_months, min_sessions, max_sessions, max_topics; did you mean "min_age_gap"?

[[waive]]
check = "difference.hair"
        ^^^^^^^^^^^^^^^^^ error[unknown-check]: unknown check "difference.hair"; did you mean "difference.age"?
reason = "Everybody has some."

[[waive]]
^^^^^^^^^ error[missing-key]: "reason" is missing in waive
check = "difference.age"

[[pair]]
id = "p1"
mentor = "m1"
mentee = "e1"
"#,
    );
    check(
        r#"
//- /content/cohorts/spring.toml
title = "Spring"
programme = "swap"
topic = "ads"
start = 2027-03-04
rhythm = "weekly"
time = "13:30"

[factors]
min_age_gab = 10
^^^^^^^^^^^ error[unknown-parameter]: unknown parameter "min_age_gab"; this factor knows min_age_gap, min_level_gap, min_mentor_criteria, min_topic_goals, required_kinds, midpoint_from, max_gap_days, min_attendance_percent, max_months, min_sessions, max_sessions, max_topics; did you mean "min_age_gap"?

[[waive]]
check = "difference.agee"
        ^^^^^^^^^^^^^^^^^ error[unknown-check]: unknown check "difference.agee"; did you mean "difference.age"?
reason = "They get on."

[[pair]]
id = "p1"
mentor = "m1"
mentee = "e1"
"#,
    );
}

#[test]
fn a_plan_of_the_cohort() {
    check(
        r#"
//- /content/cohorts/spring.toml
title = "Spring"
programme = "swap"
topic = "ads"
start = 2027-03-04
rhythm = "weekly"
time = "13:30"
plan = ["open"]
       ^^^^^^^^ error[out-of-range]: "plan" must be between 2 and 20 entries, found 1
session_minutes = 10
                  ^^ error[out-of-range]: "session_minutes" must be between 15 and 480 minutes, found 10

[[pair]]
id = "p1"
mentor = "m1"
mentee = "e1"
"#,
    );
}

#[test]
fn a_template_of_one_session() {
    check(
        r#"
//- /content/cohorts/spring.toml
title = "Spring"
programme = "swap"
topic = "ads"
start = 2027-03-04
rhythm = "weekly"
time = "13:30"

[[session]]
number = 2
template = "closing"
           ^^^^^^^^^ error[unknown-reference]: "template" names template "closing", which does not exist

[[pair]]
id = "p1"
mentor = "m1"
mentee = "e1"
"#,
    );
}

#[test]
fn a_cohort_of_what_is_a_draft_is_left_out_and_says_so() {
    check(
        r#"
//- /content/topics/ads/index.md
+++
title = "Ads"
summary = "How ads work."
modules = ["first", "second"]
draft = true
+++
//- /content/cohorts/spring.toml
title = "Spring"
programme = "swap"
topic = "ads"
        ^^^^^ warning[draft-reference]: topic "ads" is a draft, so cohort "spring" is left out too
start = 2027-03-04
rhythm = "weekly"
time = "13:30"

[[pair]]
id = "p1"
mentor = "m1"
mentee = "e1"
"#,
    );
    check(
        r#"
//- /content/programmes/swap.toml
title = "Swap"
summary = "Learn from each other."
topics = ["ads"]
draft = true

[plan]
sessions = ["open", "close"]
//- /content/cohorts/spring.toml
title = "Spring"
programme = "swap"
            ^^^^^^ warning[draft-reference]: programme "swap" is a draft, so cohort "spring" is left out too
topic = "ads"
start = 2027-03-04
rhythm = "weekly"
time = "13:30"

[[pair]]
id = "p1"
mentor = "m1"
mentee = "e1"
"#,
    );
}

#[test]
fn a_link_that_is_none_is_not_published_and_a_draft_uses_its_topic() {
    check(
        r#"
//- /content/cohorts/spring.toml
title = "Spring"
programme = "swap"
topic = "ads"
start = 2027-03-04
rhythm = "weekly"
time = "13:30"
link = "the usual one"
       ^^^^^^^^^^^^^^^ error[wrong-type]: "link" must be a web address, found the text "the usual one"
publish_link = true

[factors]
min_age_gap = -1
              ^^ error[out-of-range]: "min_age_gap" must be at least 0, found -1

[[pair]]
id = "p1"
mentor = "m1"
mentee = "e1"
"#,
    );
    check(
        r#"
//- /content/cohorts/spring.toml
title = "Spring"
programme = "swap"
topic = "ads"
start = 2027-03-04
rhythm = "weekly"
time = "13:30"
draft = true
"#,
    );
    check(
        r#"
//- /content/cohorts/spring.toml delete
//- /content/cohorts/2027_Spring.toml
$ error[bad-id]: "2027_Spring" cannot be an id: use lower-case letters, digits and single hyphens, at most 64 characters
title = "Spring"
"#,
    );
}
