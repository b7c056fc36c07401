//! Session templates (model.md §6).

use crate::harness::check;

#[test]
fn a_template_has_blocks() {
    check(
        r#"
//- /content/sessions/open.toml
title = "Opening"
kind = "start"
       ^^^^^^^ error[not-an-option]: "kind" must be one of "kickoff", "working", "midpoint", "closing", "other", found "start"; did you mean "kickoff"?
block = []
        ^^ error[empty]: "block" must not be empty
//- /content/sessions/close.toml
$ error[empty]: "block" must not be empty
title = "Closing"
kind = "closing"
"#,
    );
}

#[test]
fn the_keys_of_a_block() {
    check(
        r#"
//- /content/sessions/open.toml
title = "Opening"
kind = "kickoff"

[[block]]
title = "Work"
minutes = "all"
          ^^^^^ error[wrong-type]: "minutes" must be a whole number or "rest", found the text "all"
lead = "boss"
       ^^^^^^ error[not-an-option]: "lead" must be one of "mentor", "mentee", "both", "organiser", "sponsor", found "boss"
kind = "module"
       ^^^^^^^^ error[not-an-option]: "kind" must be one of "check-in", "goal", "input", "modules", "practice", "reflection", "feedback", "review", "next-steps", "admin", "break", found "module"; did you mean "modules"?
modules = true

[[block]]
title = "Break"
minutes = 0
          ^ error[out-of-range]: "minutes" must be between 1 and 480 minutes, found 0
lead = "both"
kind = "break"

[[block]]
^^^^^^^^^ error[missing-key]: "kind" is missing in block
^^^^^^^^^ error[missing-key]: "lead" is missing in block
title = "Talk"
minutes = 2.5
          ^^^ error[wrong-type]: "minutes" must be a whole number or "rest", found the number 2.5
"#,
    );
}

#[test]
fn one_block_takes_the_rest_and_one_the_modules() {
    check(
        r#"
//- /content/sessions/open.toml
title = "Opening"
kind = "kickoff"

[[block]]
title = "Work"
minutes = "rest"
lead = "mentor"
kind = "modules"
modules = true

[[block]]
title = "More work"
minutes = "rest"
          ^^^^^^ error[several-rest-blocks]: template "open": 2 blocks have minutes = "rest"; only one may
lead = "mentor"
kind = "modules"
modules = true
          ^^^^ error[several-module-blocks]: template "open": 2 blocks hold modules; only one may
"#,
    );
}

#[test]
fn a_session_shorter_than_its_template() {
    check(
        r#"
//- /content/sessions/close.toml
$ error[session-too-short]: template "close" needs at least 70 minutes, but session 2 of cohort "spring" lasts 60
title = "Closing"
kind = "closing"

[[block]]
title = "Review"
minutes = 70
lead = "both"
kind = "review"

[[block]]
title = "Rest"
minutes = "rest"
lead = "both"
kind = "admin"
"#,
    );
}

#[test]
fn a_template_that_does_not_add_up() {
    check(
        r#"
//- /content/sessions/close.toml
$ error[agenda-does-not-add-up]: template "close" adds up to 50 minutes, but session 2 of cohort "spring" lasts 60
title = "Closing"
kind = "closing"

[[block]]
title = "Review"
minutes = 50
lead = "both"
kind = "review"
"#,
    );
}

#[test]
fn a_template_is_said_not_to_fit_once_for_each_cohort() {
    check(
        r#"
//- /content/sessions/close.toml
$ error[agenda-does-not-add-up]: template "close" adds up to 50 minutes, but session 2 of cohort "spring" lasts 60
$ error[agenda-does-not-add-up]: template "close" adds up to 50 minutes, but session 2 of cohort "summer" lasts 60
title = "Closing"
kind = "closing"

[[block]]
title = "Review"
minutes = 50
lead = "both"
kind = "review"
//- /content/cohorts/spring.toml
title = "Spring"
programme = "swap"
topic = "ads"
start = 2027-03-04
rhythm = "weekly"
time = "13:30"
plan = ["open", "close", "close"]

[[pair]]
id = "p1"
mentor = "m1"
mentee = "e1"
//- /content/cohorts/summer.toml
title = "Summer"
programme = "swap"
topic = "ads"
start = 2027-06-03
rhythm = "weekly"
time = "13:30"

[[pair]]
id = "p1"
mentor = "m1"
mentee = "e1"
//- /private/people/summer.toml
[m1]
name = "Xaverine"

[e1]
name = "Quirinius"
"#,
    );
}

#[test]
fn an_override_that_does_not_fit_its_template() {
    check(
        r#"
//- /content/sessions/fixed.toml
title = "Fixed"
kind = "other"

[[block]]
title = "Talk"
minutes = 45
lead = "both"
kind = "feedback"
//- /content/cohorts/spring.toml
title = "Spring"
programme = "swap"
topic = "ads"
start = 2027-03-04
rhythm = "weekly"
time = "13:30"
plan = ["open", "close", "close"]

[[session]]
number = 2
template = "fixed"
           ^^^^^^^ error[agenda-does-not-add-up]: template "fixed" adds up to 45 minutes, but session 2 of cohort "spring" lasts 60

[[session]]
number = 3
template = "fixed"
minutes = 30
          ^^ error[session-too-short]: template "fixed" needs at least 45 minutes, but session 3 of cohort "spring" lasts 30

[[pair]]
id = "p1"
mentor = "m1"
mentee = "e1"
"#,
    );
}

#[test]
fn a_cancelled_session_may_be_of_any_length() {
    check(
        r#"
//- /content/sessions/close.toml
title = "Closing"
kind = "closing"

[[block]]
title = "Review"
minutes = 50
lead = "both"
kind = "review"
//- /content/cohorts/spring.toml
title = "Spring"
programme = "swap"
topic = "ads"
start = 2027-03-04
rhythm = "weekly"
time = "13:30"

[[session]]
number = 2
cancelled = true

[[pair]]
id = "p1"
mentor = "m1"
mentee = "e1"
"#,
    );
}
