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
departments = ["sales", "it", "sales"]
levels = ["staff", "staff"]

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

[[milestone]]
id = "report"
title = "Report"
role = "organiser"
anchor = "session:0"

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
can_decline = "yes"

[[measure]]
id = "m1"
text = "Ads placed"
when = "finish"

[[milestone]]
id = "call"
title = "Call"
role = "boss"
anchor = "start"
offset_days = "7"
"#,
    );
}
