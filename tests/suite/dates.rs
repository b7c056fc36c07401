//! Dates of sessions (model.md §13).

use crate::harness::check;

#[test]
fn a_start_on_a_skipped_day() {
    check(
        r#"
//- /site.toml
[site]
title = "Handbook"
time_zone = "Europe/Zurich"

[[holiday]]
date = 2027-03-04
name = "Founders' day"
//- /content/cohorts/spring.toml
title = "Spring"
programme = "swap"
topic = "ads"
start = 2027-03-04
        ^^^^^^^^^^ error[start-skipped]: start 2027-03-04 falls on a skipped day (Founders' day)
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
topic = "ads"
start = 2027-03-04
        ^^^^^^^^^^ error[start-skipped]: start 2027-03-04 falls on a skipped day
rhythm = "weekly"
time = "13:30"
skip = [2027-03-04]

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
        ^^^^^^^^^^ error[start-skipped]: start 2027-03-04 falls on a skipped day (Sports week)
rhythm = "weekly"
time = "13:30"
skip = [{ from = 2027-03-01, to = 2027-03-05, reason = "Sports week" }, 2027-03-04]

[[pair]]
id = "p1"
mentor = "m1"
mentee = "e1"
"#,
    );
}

#[test]
fn the_end_of_a_cohort() {
    check(
        r#"
//- /content/cohorts/spring.toml
title = "Spring"
programme = "swap"
topic = "ads"
start = 2027-03-04
rhythm = "weekly"
time = "13:30"
end = 2027-03-10
      ^^^^^^^^^^ error[past-end]: the last session would be on 2027-03-11, after the end 2027-03-10

[[pair]]
id = "p1"
mentor = "m1"
mentee = "e1"
"#,
    );
}

#[test]
fn no_free_week() {
    check(
        r#"
//- /content/cohorts/spring.toml
title = "Spring"
programme = "swap"
topic = "ads"
start = 2027-03-04
^^^^^ error[no-free-week]: session 2: 2027-03-18 is skipped and no free week is left before 2027-04-01
rhythm = "every 2 weeks"
time = "13:30"
plan = ["open", "close", "close"]
on_skip = "shift"
skip = [2027-03-18, { from = 2027-03-25, to = 2027-03-26 }]

[[pair]]
id = "p1"
mentor = "m1"
mentee = "e1"
"#,
    );
}

#[test]
fn the_calendar_ends_with_the_year_9999() {
    let cohort = |start: &str, more: &str| {
        format!(
            "//- /content/cohorts/spring.toml\ntitle = \"Spring\"\nprogramme = \"swap\"\ntopic = \"ads\"\n{start}\n\
             rhythm = \"weekly\"\ntime = \"23:59\"\n{more}[[pair]]\nid = \"p1\"\nmentor = \"m1\"\nmentee = \"e1\"\n"
        )
    };
    check(&cohort("start = 9999-12-22", ""));
    let late = "        ^^^^^^^^^^ error[out-of-range]: \"start\" must be between 0001-01-01 and 9999-12-22, found";
    check(&cohort(&format!("start = 9999-12-24\n{late} 9999-12-24"), ""));
    check(&cohort(&format!("start = 9999-12-30\n{late} 9999-12-30"), ""));
    check(&cohort(
        "start = 2027-03-04",
        "[[session]]\nnumber = 2\ndate = 9999-12-31\n       \
         ^^^^^^^^^^ error[out-of-range]: \"date\" must be between 0001-01-01 and 9999-12-29, found 9999-12-31\n",
    ));
}

#[test]
fn a_time_has_no_seconds() {
    check(
        r#"
//- /content/cohorts/spring.toml
title = "Spring"
programme = "swap"
topic = "ads"
start = 2027-03-04
rhythm = "weekly"
time = 13:30:30
       ^^^^^^^^ error[wrong-type]: "time" must be a time such as "13:30", found the time with seconds 13:30:30

[[session]]
number = 1
time = 14:00:00

[[pair]]
id = "p1"
mentor = "m1"
mentee = "e1"
"#,
    );
}

#[test]
fn no_free_date() {
    check(
        r#"
//- /content/cohorts/spring.toml
title = "Spring"
programme = "swap"
topic = "ads"
start = 2027-03-04
^^^^^ error[no-free-date]: no free date for session 2 within 60 steps of the rhythm; check skip
rhythm = "weekly"
time = "13:30"
skip = [{ from = 2027-03-05, to = 2029-12-31 }]

[[pair]]
id = "p1"
mentor = "m1"
mentee = "e1"
"#,
    );
}

#[test]
fn dates_that_do_not_rise() {
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
date = 2027-03-04
       ^^^^^^^^^^ error[dates-not-rising]: session 2 (2027-03-04) is not after session 1 (2027-03-04)

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
date = 2027-03-12
       ^^^^^^^^^^ error[dates-not-rising]: session 2 (2027-03-11) is not after session 1 (2027-03-12)

[[pair]]
id = "p1"
mentor = "m1"
mentee = "e1"
"#,
    );
}

#[test]
fn hours_that_the_clock_skips_or_repeats() {
    check(
        r#"
//- /content/cohorts/spring.toml
title = "Spring"
programme = "swap"
topic = "ads"
start = 2027-03-28
^^^^^ warning[time-in-gap]: session 1: 02:30 does not exist on 2027-03-28 in Europe/Zurich; 03:30 is used
        ^^^^^^^^^^ warning[weekend-session]: session 1 is on a Sunday
rhythm = "weekly"
time = "02:30"

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
start = 2027-10-24
        ^^^^^^^^^^ warning[weekend-session]: session 1 is on a Sunday
rhythm = "weekly"
time = "13:30"

[[session]]
^^^^^^^^^^^ warning[time-in-fold]: session 2: 02:30 occurs twice on 2027-10-31 in Europe/Zurich; the first is used
number = 2
time = "02:30"
minutes = 90

[[pair]]
id = "p1"
mentor = "m1"
mentee = "e1"
"#,
    );
}

#[test]
fn weekends_and_skipped_days() {
    check(
        r#"
//- /content/cohorts/spring.toml
title = "Spring"
programme = "swap"
topic = "ads"
start = 2027-03-06
        ^^^^^^^^^^ warning[weekend-session]: session 1 is on a Saturday
rhythm = "weekly"
time = "13:30"
skip = [{ from = 2027-03-20, to = 2027-03-21, reason = "Fair" }, 2027-03-22]

[[session]]
number = 2
date = 2027-03-21
       ^^^^^^^^^^ warning[weekend-session]: session 2 is on a Sunday
       ^^^^^^^^^^ warning[session-on-skipped-day]: session 2: 2027-03-21 is a skipped day (Fair)

[[pair]]
id = "p1"
mentor = "m1"
mentee = "e1"
"#,
    );
}
