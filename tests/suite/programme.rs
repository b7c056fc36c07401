//! Programmes (model.md §3).

use crate::harness::check;

#[test]
fn a_programme_offers_something() {
    check(
        r#"
//- /content/programmes/swap.toml
title = "Swap"
summary = "Young people show managers how it is done."
topics = []
^^^^^^ error[programme-without-topic]: programme "swap" offers no topic

[plan]
sessions = ["open", "close"]
"#,
    );
}

#[test]
fn lists_without_repeats() {
    check(
        r#"
//- /content/programmes/swap.toml
title = "Swap"
summary = "Young people show managers how it is done."
topics = ["ads", "ads"]
                 ^^^^^ error[listed-twice]: "ads" is listed twice in topics
departments = ["sales", "it", "sales"]
                              ^^^^^^^ error[listed-twice]: "sales" is listed twice in departments
levels = ["staff", "staff"]
                   ^^^^^^^ error[listed-twice]: "staff" is listed twice in levels

[plan]
sessions = ["open", "close"]
"#,
    );
}

#[test]
fn milestones_have_an_anchor() {
    check(
        r#"
//- /content/programmes/swap.toml
title = "Swap"
summary = "Young people show managers how it is done."
topics = ["ads"]

[plan]
sessions = ["open", "close"]

[[milestone]]
id = "call"
title = "Call"
role = "organiser"
anchor = "beginning"
         ^^^^^^^^^^^ error[milestone-anchor]: milestone "call": anchor must be "start", "mid", "end" or "session:N"

[[milestone]]
id = "report"
title = "Report"
role = "organiser"
anchor = "session:0"
         ^^^^^^^^^^^ error[milestone-anchor]: milestone "report": anchor must be "start", "mid", "end" or "session:N"

[[milestone]]
id = "fine"
title = "Fine"
role = "sponsor"
anchor = "session:2"
offset_days = -7
"#,
    );
}

#[test]
fn an_anchor_without_its_session() {
    check(
        r#"
//- /content/programmes/swap.toml
title = "Swap"
summary = "Young people show managers how it is done."
topics = ["ads"]

[plan]
sessions = ["open", "close"]

[[milestone]]
id = "report"
title = "Report"
role = "organiser"
anchor = "session:3"
         ^^^^^^^^^^^ warning[milestone-session]: milestone "report": cohort "spring" has only 2 sessions; cohort "winter" has only 2 sessions; …
//- /content/cohorts/summer.toml
title = "Summer"
programme = "swap"
topic = "ads"
start = 2027-06-03
rhythm = "weekly"
time = "13:30"
plan = ["open", "close", "close"]

[[pair]]
id = "p1"
mentor = "m1"
mentee = "e1"
//- /private/people/summer.toml
[m1]
name = "Xaverine"

[e1]
name = "Quirinius"
//- /content/cohorts/winter.toml
title = "Winter"
programme = "swap"
topic = "ads"
start = 2027-12-02
rhythm = "weekly"
time = "13:30"

[[pair]]
id = "p1"
mentor = "m1"
mentee = "e1"
//- /private/people/winter.toml
[m1]
name = "Xaverine"

[e1]
name = "Quirinius"
"#,
    );
}

#[test]
fn links_of_a_programme() {
    check(
        r#"
//- /content/programmes/swap.toml
title = "Swap"
summary = "Young people show managers how it is done."
topics = ["ads"]

[plan]
sessions = ["open", "close"]

[[link]]
title = "Questions"
url = "@/topics/add/index.md"
      ^^^^^^^^^^^^^^^^^^^^^^^ error[broken-link]: link to "@/topics/add/index.md" leads nowhere; did you mean "@/topics/ads/index.md"?

[[link]]
title = "Ads"
url = "@/topics/ads/index.md"

[[link]]
title = "Elsewhere"
url = "https://firm.example/"
"#,
    );
}

#[test]
fn parameters_of_factors() {
    check(
        r#"
//- /content/programmes/swap.toml
title = "Swap"
summary = "Young people show managers how it is done."
topics = ["ads"]

[plan]
sessions = ["open", "close"]

[factors]
min_age_gab = 10
^^^^^^^^^^^ error[unknown-parameter]: unknown parameter "min_age_gab"; this factor knows min_age_gap, min_level_gap, min_mentor_criteria, min_topic_goals, required_kinds, midpoint_from, max_gap_days, min_attendance_percent, max_months, min_sessions, max_sessions, max_topics; did you mean "min_age_gap"?
"#,
    );
}

#[test]
fn the_contact_of_the_organiser() {
    check(
        r#"
//- /content/programmes/swap.toml
title = "Swap"
summary = "Young people show managers how it is done."
topics = ["ads"]

[plan]
sessions = ["open", "close"]

[organiser]
title = "Learning"
contact = "third floor"
          ^^^^^^^^^^^^^ error[wrong-type]: "contact" must be a mail address or a web address, found the text "third floor"
"#,
    );
}

#[test]
fn a_topic_that_no_cohort_uses() {
    check(
        r#"
//- /content/programmes/swap.toml
title = "Swap"
summary = "Young people show managers how it is done."
topics = ["ads", "mail"]
                 ^^^^^^ note[unused-topic]: topic "mail" of programme "swap" is used by no cohort

[plan]
sessions = ["open", "close"]
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
"#,
    );
}

#[test]
fn participation_and_measures() {
    check(
        r#"
//- /content/programmes/swap.toml
title = "Swap"
summary = "Young people show managers how it is done."
topics = ["ads"]

[plan]
sessions = ["open", "close"]

[participation]
mentors = "volunteer"
          ^^^^^^^^^^^ error[not-an-option]: "mentors" must be one of "voluntary", "nominated", "mandatory", found "volunteer"; did you mean "voluntary"?
can_decline = "yes"
              ^^^^^ error[wrong-type]: "can_decline" must be true or false, found the text "yes"

[[measure]]
id = "m1"
text = "Ads placed"
when = "finish"
       ^^^^^^^^ error[not-an-option]: "when" must be one of "start", "mid", "end", "after", found "finish"

[[milestone]]
id = "call"
title = "Call"
role = "boss"
       ^^^^^^ error[not-an-option]: "role" must be one of "mentor", "mentee", "both", "organiser", "sponsor", found "boss"
anchor = "start"
offset_days = "7"
              ^^^ error[wrong-type]: "offset_days" must be a whole number, found the text "7"
"#,
    );
}

#[test]
fn links_lead_to_web_pages_or_into_the_handbook() {
    check(
        r##"
//- /content/programmes/swap.toml
title = "Swap"
summary = "Learn from each other."
topics = ["ads"]

[plan]
sessions = ["open", "close"]

[[link]]
title = "Web"
url = "https://firm.example/learn?a=1#b"

[[link]]
title = "Module"
url = "@/topics/ads/first.md"

[[link]]
title = "Heading"
url = "@/topics/ads/first.md#nowhere"
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[broken-anchor]: "/topics/ads/first/" has no heading "nowhere"

[[link]]
title = "Script"
url = "javascript:alert(1)"
      ^^^^^^^^^^^^^^^^^^^^^ error[broken-link]: link to "javascript:alert(1)" leads nowhere

[[link]]
title = "Data"
url = "data:text/html,x"
      ^^^^^^^^^^^^^^^^^^ error[broken-link]: link to "data:text/html,x" leads nowhere

[[link]]
title = "No host"
url = "https://"
      ^^^^^^^^^^ error[broken-link]: link to "https://" leads nowhere

[[link]]
title = "No scheme"
url = "//firm.example/"
      ^^^^^^^^^^^^^^^^^ error[broken-link]: link to "//firm.example/" leads nowhere

[[link]]
title = "Mail"
url = "mailto:lead@firm.example"
      ^^^^^^^^^^^^^^^^^^^^^^^^^^ error[broken-link]: link to "mailto:lead@firm.example" leads nowhere

[[link]]
title = "Here"
url = "#top"
      ^^^^^^ error[broken-link]: link to "#top" leads nowhere
"##,
    );
}

#[test]
fn an_anchor_names_a_session_by_its_plain_number() {
    check(
        r#"
//- /content/programmes/swap.toml
title = "Swap"
summary = "Learn from each other."
topics = ["ads"]

[plan]
sessions = ["open", "close"]

[[milestone]]
id = "call"
title = "Call"
role = "organiser"
anchor = "session:+1"
         ^^^^^^^^^^^^ error[milestone-anchor]: milestone "call": anchor must be "start", "mid", "end" or "session:N"

[[milestone]]
id = "report"
title = "Report"
role = "organiser"
anchor = "session:01"
         ^^^^^^^^^^^^ error[milestone-anchor]: milestone "report": anchor must be "start", "mid", "end" or "session:N"
"#,
    );
}
