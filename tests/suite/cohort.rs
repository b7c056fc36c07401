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
start = 2027-03-04
rhythm = "weekly"
time = "13:30"

[[pair]]
id = "p1"
mentor = "m1"
mentee = "e1"
topic = "mail"
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
link = "meet"
publish_link = true
published = 2027-03-05
skip = [{ from = 2027-04-10, to = 2027-04-01, reason = "Easter" }]

[[session]]
number = 1
link = "ftp://firm.example"

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

[[session]]
number = 1

[[session]]
number = 1

[[session]]
number = 3

[[change]]
session = 4
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

[[waive]]
check = "difference.hair"
reason = "Everybody has some."

[[waive]]
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

[[waive]]
check = "difference.agee"
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
session_minutes = 10

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

[[pair]]
id = "p1"
mentor = "m1"
mentee = "e1"
"#,
    );
}
