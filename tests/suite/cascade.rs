//! One cause, one message; several causes, several messages (model.md §0).

use crate::harness::check;

#[test]
fn a_broken_site_leaves_the_rest_to_be_checked() {
    check(
        r#"
//- /site.toml
[site]
titel = "Handbook"
^^^^^ error[unknown-key]: unknown key "titel" in site; did you mean "title"?
time_zone = "Europe/Zurich"
languages = ["en", "de"]
//- /content/faq.de.md
# Fragen
//- /content/topics/ads/first.md
+++
title = "First"
minutes = 20
objectives = ["Explain an ad"]
prerequisites = ["secnd"]
                 ^^^^^^^ error[unknown-prerequisite]: prerequisite "secnd" of module "first" does not exist in topic "ads"; did you mean "second"?
+++
//- /content/sessions/close.toml
$ error[missing-key]: "kind" is missing in template
$ error[empty]: "block" must not be empty
title = "Closing"
"#,
    );
}

#[test]
fn a_site_that_cannot_be_read_at_all() {
    check(
        r#"
//- /site.toml
$ error[toml-syntax]: TOML: the brackets around the name of this table do not match
[site
title = "Handbook"
//- /content/topics/ads/first.md
+++
title = "First"
minutes = 2
          ^ error[out-of-range]: "minutes" must be between 5 and 240 minutes, found 2
objectives = ["Explain an ad"]
+++
"#,
    );
}

#[test]
fn a_broken_holiday_moves_no_dates() {
    check(
        r#"
//- /site.toml
[site]
title = "Handbook"
time_zone = "Europe/Zurich"

[[holiday]]
from = 2027-03-31
       ^^^^^^^^^^ error[inverted-period]: "from" 2027-03-31 is after "to" 2027-03-01
to = 2027-03-01
name = "Holidays"
//- /content/cohorts/spring.toml
title = "Spring"
programme = "swap"
topic = "ads"
start = 2027-03-06
rhythm = "weekly"
time = "13:30"
end = 2027-03-10

[[pair]]
id = "p1"
mentor = "m1"
mentee = "e1"
"#,
    );
}

#[test]
fn a_broken_topic() {
    check(
        r#"
//- /content/topics/ads/index.md
+++
title = "Ads"
sumary = "How ads work."
^^^^^^ error[unknown-key]: unknown key "sumary" in topic; did you mean "summary"?
modules = ["first", "second"]
+++
//- /content/glossary.toml
[ad]
term = "ad"
definition = "What is to be seen."
topics = ["ads"]
"#,
    );
}

/// They hang on what is broken and are no mistakes of their own.
#[test]
fn links_to_what_is_broken() {
    check(
        r#"
//- /content/topics/ads/first.md
+++
titel = "First"
^^^^^ error[unknown-key]: unknown key "titel" in module; did you mean "title"?
minutes = 20
objectives = ["Explain an ad"]
+++
## Steps
//- /content/cohorts/spring.toml
title = "Spring"
programme = "swap"
topic = "ads"
start = 2027-03-04
rhythm = "sometimes"
         ^^^^^^^^^^^ error[bad-rhythm]: rhythm "sometimes" not understood; write "weekly", "every 2 weeks" or "monthly"
time = "13:30"

[[pair]]
id = "p1"
mentor = "m1"
mentee = "e1"
//- /content/faq.md
# Questions

[a](@/topics/ads/first.md) [b](@/topics/ads/first.md#steps) [c](@/cohorts/spring.toml) [d](@/cohorts/spring.md)
"#,
    );
}

#[test]
fn a_broken_module() {
    check(
        r#"
//- /content/topics/ads/index.md
+++
title = "Ads"
summary = "How ads work."
modules = ["first", "second"]

[[goals]]
id = "place"
text = "Place an ad"
+++
//- /content/topics/ads/first.md
+++
title = "First"
minutes = 500
          ^^^ error[out-of-range]: "minutes" must be between 5 and 240 minutes, found 500
objectives = ["Explain an ad"]
goals = ["place"]
+++
//- /content/topics/ads/second.md
+++
title = "Second"
minutes = 25
objectives = ["Set up an ad"]
goals = ["place"]
prerequisites = ["first"]
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

[[pair]]
id = "p1"
mentor = "m1"
mentee = "e1"
"#,
    );
}

#[test]
fn a_broken_template() {
    check(
        r#"
//- /content/sessions/open.toml
title = "Opening"
kind = "kickof"
       ^^^^^^^^ error[not-an-option]: "kind" must be one of "kickoff", "working", "midpoint", "closing", "other", found "kickof"; did you mean "kickoff"?

[[block]]
title = "Work"
minutes = "rest"
lead = "mentor"
kind = "modules"
modules = true
"#,
    );
}

#[test]
fn a_broken_programme() {
    check(
        r#"
//- /content/programmes/swap.toml
title = "Swap"
summary = "Young people show managers how it is done."
topics = "ads"
         ^^^^^ error[wrong-type]: "topics" must be a list, found the text "ads"

[plan]
sessions = ["open", "close"]
//- /private/people/spring.toml
[m1]
name = "Xaverine"
department = "sales"
level = "staff"

[e1]
name = "Quirinius"
"#,
    );
}

#[test]
fn a_broken_cohort() {
    check(
        r#"
//- /content/cohorts/spring.toml
title = "Spring"
programme = "swap"
topic = "ads"
start = 2027-03-04
rhythm = "weekly"
time = "half past one"
       ^^^^^^^^^^^^^^^ error[wrong-type]: "time" must be a time such as "13:30", found the text "half past one"
//- /content/cohorts/spring.md
Welcome.
//- /content/cohorts/spring/s1.md
Bring a pen.
"#,
    );
}

#[test]
fn a_broken_people_file() {
    check(
        r#"
//- /private/people/spring.toml
[m1]
nam = "Xaverine"
^^^ error[unknown-key]: unknown key "nam" in person; did you mean "name"?
"#,
    );
}

#[test]
fn a_broken_form_and_a_broken_factor() {
    check(
        r#"
//- /content/documents/agreement.md
+++
titel = "Agreement"
^^^^^ error[unknown-key]: unknown key "titel" in document; did you mean "title"?
kind = "agreement"
+++
//- /content/sessions/close.toml
title = "Closing"
kind = "closing"
documents = ["agreement"]

[[block]]
title = "Review"
minutes = "rest"
lead = "both"
kind = "review"
//- /content/factors/difference.md
$ error[missing-key]: "rationale" is missing in factor
+++
title = "Difference"
number = 1
+++
"#,
    );
}

#[test]
fn a_broken_translation() {
    check(
        r#"
//= alone
//- /site.toml
[site]
title = { en = "Handbook", de = "Handbuch" }
languages = ["en", "de"]

[diagnostics]
default-role-page = "allow"
//- /content/topics/ads/index.md
+++
title = "Ads"
summary = "How ads work."
modules = ["first"]
+++
//- /content/topics/ads/index.de.md
+++
titel = "Werbung"
^^^^^ error[unknown-key]: unknown key "titel" in topic; did you mean "title"?
summary = "Wie Werbung wirkt."
+++
//- /content/topics/ads/first.md
+++
title = "First"
minutes = 20
objectives = ["Explain an ad"]
+++
//- /content/topics/ads/first.de.md
+++
title = "Erstens
        ^^^^^^^^ error[toml-syntax]: TOML: the quote that opens this text is not closed
+++
"#,
    );
}

#[test]
fn independent_mistakes_are_all_said() {
    check(
        r#"
//- /content/topics/ads/first.md
+++
title = "First"
minutes = 2
          ^ error[out-of-range]: "minutes" must be between 5 and 240 minutes, found 2
objectives = ["Explain an ad"]
+++
//- /content/sessions/close.toml
$ error[empty]: "block" must not be empty
title = "Closing"
kind = "closed"
       ^^^^^^^^ error[not-an-option]: "kind" must be one of "kickoff", "working", "midpoint", "closing", "other", found "closed"
//- /content/roles/mentor.md
$ error[missing-key]: "title" is missing in role
+++
+++
[Nowhere](@/nowhere.md)
^^^^^^^^^^^^^^^^^^^^^^^ error[broken-link]: link to "@/nowhere.md" leads nowhere
//- /content/cohorts/spring.toml
title = "Spring"
programme = "swap"
topic = "ads"
start = 2027-03-04
rhythm = "weekly"
time = "13:30"
programm = "swap"
^^^^^^^^ error[unknown-key]: unknown key "programm" in cohort; did you mean "programme"?
time_zone = "Zurich"
"#,
    );
}
