//! Modules and sessions (model.md §14, §16).

use crate::harness::{BASE, check};
use crate::program::{Folder, run};

#[test]
fn a_path_that_does_not_fit() {
    check(
        r#"
//- /content/topics/ads/second.md
+++
title = "Second"
minutes = 45
objectives = ["Set up an ad"]
+++
//- /content/cohorts/spring.toml
title = "Spring"
programme = "swap"
topic = "ads"
^^^^^ error[path-does-not-fit]: the required modules of topic "ads" do not fit into cohort "spring"; module "second" (45 minutes) finds no place; left from session 1 on: 40 + 0 minutes; 65 minutes needed, 60 available in 1 session with a module block; add a session to plan, raise session_minutes by at least 5, make a module optional, or shorten one
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
fn a_path_that_no_session_length_lets_fit() {
    check(
        r#"
//- /content/topics/ads/second.md
+++
title = "Second"
minutes = 45
objectives = ["Set up an ad"]
+++
//- /content/cohorts/spring.toml
title = "Spring"
programme = "swap"
topic = "ads"
^^^^^ error[path-does-not-fit]: the required modules of topic "ads" do not fit into cohort "spring"; module "second" (45 minutes) finds no place; left from session 1 on: 40 + 0 minutes; 65 minutes needed, 60 available in 1 session with a module block; add a session to plan, make a module optional, or shorten one
start = 2027-03-04
rhythm = "weekly"
time = "13:30"

[[session]]
number = 1
minutes = 60

[[pair]]
id = "p1"
mentor = "m1"
mentee = "e1"
"#,
    );
}

#[test]
fn a_module_longer_than_every_session() {
    check(
        r#"
//- /content/topics/ads/second.md
+++
title = "Second"
minutes = 65
objectives = ["Set up an ad"]
+++
//- /content/cohorts/spring.toml
title = "Spring"
programme = "swap"
topic = "ads"
^^^^^ error[module-too-long]: module "second" needs 65 minutes, but the longest module block of cohort "spring" has 60
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
fn pins() {
    check(
        r#"
//- /content/cohorts/spring.toml
title = "Spring"
programme = "swap"
topic = "ads"
start = 2027-03-04
rhythm = "weekly"
time = "13:30"
plan = ["open", "open", "close"]

[[session]]
number = 1
modules = ["secnd", "mail/second"]
           ^^^^^^^ error[pin-unknown]: session 1 pins "secnd", which is in no topic of cohort "spring"; did you mean "second"?
                    ^^^^^^^^^^^^^ error[pin-unknown]: session 1 pins "mail/second", which is in no topic of cohort "spring"

[[session]]
number = 3
modules = ["first"]
           ^^^^^^^ error[pin-no-room]: module "first" needs 20 minutes, but session 3 has only 0 left for modules

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
plan = ["open", "open", "close"]

[[session]]
number = 2
modules = ["first", "ads/first"]
                    ^^^^^^^^^^^ error[listed-twice]: "ads/first" is listed twice in modules

[[session]]
number = 1
modules = ["second"]
           ^^^^^^^^ error[pin-before-path]: module "second" is pinned to session 1, but "first" before it in the path is already in session 2

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
plan = ["open", "open", "close"]

[[session]]
number = 2
modules = ["first"]

[[session]]
number = 1
modules = ["second"]
           ^^^^^^^^ error[pin-before-path]: module "second" is pinned to session 1, but "first" before it in the path is already in session 2

[[pair]]
id = "p1"
mentor = "m1"
mentee = "e1"
"#,
    );
}

#[test]
fn a_pin_without_room() {
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
modules = ["second"]
           ^^^^^^^^ error[pin-no-room]: module "second" needs 25 minutes, but session 2 has only 0 left for modules

[[pair]]
id = "p1"
mentor = "m1"
mentee = "e1"
"#,
    );
}

#[test]
fn a_pin_that_several_topics_have() {
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
modules = ["first"]
+++
//- /content/topics/mail/first.md
+++
title = "Letter"
minutes = 30
objectives = ["Write a letter"]
+++
//- /content/cohorts/spring.toml
title = "Spring"
programme = "swap"
topic = "ads"
start = 2027-03-04
rhythm = "weekly"
time = "13:30"

[[session]]
number = 1
modules = ["first"]
           ^^^^^^^ error[ambiguous-pin]: pin "first" is found in several topics; write "topic/first"

[[pair]]
id = "p1"
mentor = "m1"
mentee = "e1"

[[pair]]
id = "p2"
mentor = "m2"
mentee = "e2"
topic = "mail"
//- /private/people/spring.toml
[m1]
name = "Xaverine"

[e1]
name = "Quirinius"

[m2]
name = "Walburga"

[e2]
name = "Zacharias"
"#,
    );
}

#[test]
fn optional_modules_become_self_study() {
    check(
        r#"
//- /content/topics/ads/second.md
+++
title = "Second"
minutes = 25
objectives = ["Set up an ad"]
optional = true
+++
//- /content/cohorts/spring.toml
title = "Spring"
programme = "swap"
topic = "ads"
^^^^^ note[optional-to-self-study]: optional module "second" becomes self-study after session 1
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
fn a_session_for_which_no_module_is_left() {
    check(
        r#"
//- /content/cohorts/spring.toml
title = "Spring"
programme = "swap"
topic = "ads"
start = 2027-03-04
rhythm = "weekly"
time = "13:30"
plan = ["open", "open", "open", "close"]
^^^^ warning[empty-module-block]: session 2 has 60 minutes for modules, but topic "ads" has none left

[[session]]
^^^^^^^^^^^ warning[empty-module-block]: session 3 has 60 minutes for modules, but topic "ads" has none left
number = 3
title = "Free"

[[pair]]
id = "p1"
mentor = "m1"
mentee = "e1"
"#,
    );
}

#[test]
fn goals_are_those_of_all_modules_and_preparation_is_said_once() {
    let folder = Folder::new(BASE);
    for (module, minutes) in [("first", 20), ("second", 25)] {
        let front = format!("title = \"{module}\"\nminutes = {minutes}\nobjectives = [\"Explain an ad\"]");
        let module = format!("content/topics/ads/{module}.md");
        folder.write(&module, &format!("+++\n{front}\nprepare.mentor = [\"Bring a phone\"]\n+++\n"));
    }
    let template = "content/sessions/open.toml";
    let said_twice =
        "[prepare]\nmentor = [\"Smile\", \"Smile\"]\norganiser = [\"Book\", \"Ask\", \"Book\"]\n\n[[block]]";
    let written = std::fs::read_to_string(folder.path().join(template)).unwrap();
    folder.write(template, &written.replacen("[[block]]", said_twice, 1));
    let document = run(folder.path(), &["schedule", "--format", "json"]).json();
    let session = &document["cohorts"][0]["sessions"][0]["topics"]["ads"];
    assert_eq!(session["goals"], serde_json::json!(["Explain an ad", "Explain an ad"]));
    assert_eq!(session["prepare"]["mentor"], serde_json::json!(["Smile", "Bring a phone"]));
    assert_eq!(session["prepare"]["organiser"], serde_json::json!(["Book", "Ask"]));
}
