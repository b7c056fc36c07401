//! Session templates (model.md §6).

use crate::harness::check;

#[test]
fn a_template_has_blocks() {
    check(
        r#"
//- /content/sessions/open.toml
title = "Opening"
kind = "start"
block = []
//- /content/sessions/close.toml
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
lead = "boss"
kind = "module"
modules = true

[[block]]
title = "Break"
minutes = 0
lead = "both"
kind = "break"

[[block]]
title = "Talk"
minutes = 2.5
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
lead = "mentor"
kind = "modules"
modules = true
"#,
    );
}

#[test]
fn a_session_shorter_than_its_template() {
    check(
        r#"
//- /content/sessions/close.toml
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

[[session]]
number = 3
template = "fixed"
minutes = 30

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
