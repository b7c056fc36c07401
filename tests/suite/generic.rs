//! What can be wrong with any file (model.md §0): encoding, fences, TOML, keys, types, ids, translations.

use crate::harness::check;

#[test]
fn bytes_that_are_no_text() {
    check(
        r#"
//- /content/topics/ads/first.md latin1
+++
title = "Größe"
minutes = 20
objectives = ["Explain an ad"]
+++
//- /content/sessions/close.toml latin1
title = "Schluß"
kind = "closing"
"#,
    );
}

#[test]
fn front_matter_that_is_none() {
    check(
        r#"
//- /content/topics/ads/first.md
Just a text.
//- /content/topics/ads/second.md

+++
title = "Second"
minutes = 25
objectives = ["Set up an ad"]
+++
//- /content/roles/mentor.md
---
title: For mentors
---
//- /content/roles/mentee.md
+++
title = "For mentees"
"#,
    );
}

#[test]
fn toml_that_cannot_be_read() {
    check(
        r#"
//- /content/sessions/open.toml
title = "Opening
kind = "kickoff"
//- /content/topics/ads/first.md
+++
title = "First"
title = "Again"
minutes = 20
+++
"#,
    );
}

#[test]
fn toml_that_cannot_be_read_is_not_quoted_if_it_is_private() {
    check(
        r#"
//- /private/people/spring.toml
[m1]
name = Xaverine

[e1]
name = "Quirinius"
"#,
    );
}

#[test]
fn unknown_keys() {
    check(
        r#"
//- /content/topics/ads/index.md
+++
titel = "Ads"
summary = "How ads work."
modules = ["first", "second"]
colour = "red"

[[goals]]
id = "g1"
txt = "Place an ad"
+++
"#,
    );
}

#[test]
fn additions_of_ones_own_go_under_extra() {
    check(
        r#"
//- /content/topics/ads/index.md
+++
title = "Ads"
summary = "How ads work."
modules = ["first", "second"]

[extra]
colour = "red"
day = 2027-01-01
more = { list = [1, 2.5, true] }
+++
"#,
    );
}

#[test]
fn values_of_the_wrong_type() {
    check(
        r#"
//- /content/topics/ads/first.md
+++
title = 7
minutes = "20"
objectives = "Explain an ad"
optional = "no"
prepare = "nothing"
+++
//- /content/cohorts/spring.toml
title = "Spring"
programme = "swap"
topic = "ads"
start = "2027-03-04"
rhythm = "weekly"
time = "1:30"
skip = ["2027-03-11"]
end = 2027-05-01T10:00:00

[[pair]]
id = "p1"
mentor = "m1"
mentee = 2
"#,
    );
}

#[test]
fn values_of_the_wrong_type_are_not_quoted_if_they_are_private() {
    check(
        r#"
//- /private/people/spring.toml
[m1]
name = "Xaverine"
birth_year = "Quirinius"
consent = "Quirinius"

[e1]
name = ["Quirinius"]
"#,
    );
}

#[test]
fn missing_keys() {
    check(
        r#"
//- /content/topics/ads/first.md
+++
minutes = 20
+++
//- /content/programmes/swap.toml
title = "Swap"
topics = ["ads"]

[plan]
session_minutes = 60

[[measure]]
id = "m1"
//- /content/cohorts/spring.toml
title = "Spring"
programme = "swap"
topic = "ads"

[[pair]]
id = "p1"

[[session]]
key = "a"
"#,
    );
}

#[test]
fn a_materials_entry_needs_an_address_or_a_file() {
    check(
        r#"
//- /content/topics/ads/first.md
+++
title = "First"
minutes = 20
objectives = ["Explain an ad"]

[[materials]]
title = "Sheet"
+++
"#,
    );
}

#[test]
fn names_that_cannot_be_ids() {
    check(
        r#"
//- /content/topics/ads/Third.md
+++
title = "Third"
minutes = 5
objectives = ["Draw an ad"]
+++
//- /content/topics/My_Topic/index.md
+++
title = "Mine"
summary = "My own."
modules = ["x"]
+++
//- /content/cohorts/spring--2.toml
title = "Spring"
//- /content/programmes/other.toml
title = "Other"
summary = "Another one."
topics = ["ads"]
departments = ["Sales Team"]

[plan]
sessions = ["open", "close"]
$ note[unused-topic]: topic "ads" of programme "other" is used by no cohort
"#,
    );
}

#[test]
fn two_entries_with_one_id() {
    check(
        r#"
//- /content/topics/ads/index.md
+++
title = "Ads"
summary = "How ads work."
modules = ["first", "second"]

[[goals]]
id = "g1"
text = "Place an ad"

[[goals]]
id = "g1"
text = "Pay for it"
+++
//- /content/programmes/swap.toml
title = "Swap"
summary = "Young people show managers how it is done."
topics = ["ads"]

[plan]
sessions = ["open", "close"]

[[measure]]
id = "m1"
text = "Ads placed"
when = "end"

[[measure]]
id = "m1"
text = "Money spent"
when = "end"

[[milestone]]
id = "call"
title = "Call"
role = "organiser"
anchor = "start"

[[milestone]]
id = "call"
title = "Report"
role = "organiser"
anchor = "end"
//- /content/factors/structure.md
+++
title = "Structure"
number = 2
rationale = "It helps."
+++
//- /content/factors/voluntary.md
+++
title = "Voluntary"
number = 2
rationale = "It lasts."
+++
"#,
    );
}

#[test]
fn references_to_nothing() {
    check(
        r#"
//- /content/programmes/swap.toml
title = "Swap"
summary = "Young people show managers how it is done."
topics = ["ads", "adds"]

[plan]
sessions = ["open", "closed"]
//- /content/sessions/open.toml
title = "Opening"
kind = "kickoff"
documents = ["agreement", "contract"]

[[block]]
title = "Work"
minutes = "rest"
lead = "mentor"
kind = "modules"
modules = true
//- /content/cohorts/spring.toml
title = "Spring"
programme = "swop"
topic = "add"
start = 2027-03-04
rhythm = "weekly"
time = "13:30"
plan = ["open", "end"]

[[pair]]
id = "p1"
mentor = "m1"
mentee = "e1"
topic = "mail"

[[waive]]
check = "difference.age"
pair = "p2"
reason = "It is fine."
//- /content/glossary.toml
[ad]
term = "ad"
definition = "What ads are."
see = ["poster"]
topics = ["nothing"]
"#,
    );
}

#[test]
fn numbers_and_lengths_out_of_range() {
    check(
        r#"
//- /content/topics/ads/index.md
+++
title = "A title that is far too long for the menu of a handbook and its tabs"
summary = "How ads work."
modules = ["first", "second"]
+++
//- /content/topics/ads/first.md
+++
title = "First"
minutes = 4
self_study_minutes = 481
objectives = ["a", "b", "c", "d", "e", "f"]
keypoints = ["a", "b", "c", "d", "e", "f"]
+++
//- /content/programmes/swap.toml
title = "Swap"
summary = "Young people show managers how it is done."
topics = ["ads"]

[plan]
sessions = ["open"]
session_minutes = 500

[commitment]
attendance_percent = 101
cancel_notice_hours = -1
"#,
    );
}

#[test]
fn words_that_are_no_option() {
    check(
        r#"
//- /content/topics/ads/index.md
+++
title = "Ads"
summary = "How ads work."
modules = ["first", "second"]
level = "beginer"
+++
//- /content/cohorts/spring.toml
title = "Spring"
programme = "swap"
topic = "ads"
start = 2027-03-04
rhythm = "weekly"
time = "13:30"
visibility = "secret"
on_skip = "pull"
optional_modules = "never"
status = "running"

[[pair]]
id = "p1"
mentor = "m1"
mentee = "e1"
status = "over"

[[change]]
session = 1
announced = 2027-02-01
kind = "delayed"
text = "Later."
"#,
    );
}

#[test]
fn what_must_not_be_empty() {
    check(
        r#"
//- /site.toml
[site]
title = ""
time_zone = "Europe/Zurich"
//- /content/topics/ads/first.md
+++
title = "  "
minutes = 20
objectives = []
+++
//- /content/sessions/open.toml
title = "Opening"
kind = "kickoff"
block = []
//- /content/programmes/swap.toml
title = {}
summary = "Young people show managers how it is done."
topics = ["ads"]

[plan]
sessions = []

[selection]
mentor_criteria = ["Curious", ""]
"#,
    );
}

/// A handbook in English and Swiss German with one topic.
const TWO_LANGUAGES: &str = r#"//= alone
//- /site.toml
[site]
title = { en = "Handbook", de-CH = "Handbuch" }
languages = ["en", "de-CH"]

[diagnostics]
default-role-page = "allow"
"#;

#[test]
fn texts_that_a_language_lacks() {
    check(
        r#"
//= alone
//- /site.toml
[site]
title = { en = "Handbook" }
languages = ["en", "de-CH"]

[[holiday]]
date = 2027-01-01
name = "New Year"

[diagnostics]
default-role-page = "allow"
//- /content/topics/ads/index.md
+++
title = "Ads"
summary = "How ads work."
modules = ["first", "second"]
why = "Everybody sees them."
+++
Text.
//- /content/topics/ads/index.de.md
+++
title = "Werbung"
+++
//- /content/topics/ads/first.md
+++
title = "First"
minutes = 20
objectives = ["Explain an ad"]
+++
//- /content/topics/ads/second.md
+++
title = "Second"
minutes = 25
objectives = ["Set up an ad"]
questions = ["Who?", "What?"]
+++
//- /content/topics/ads/second.de-CH.md
+++
title = "Zweitens"
objectives = ["Werbung schalten"]
questions = ["Wer?"]
+++
"#,
    );
    check(&format!(
        "{TWO_LANGUAGES}//- /content/faq.md\n# Questions\n\nText.\n//- /content/faq.de.md\n# Fragen\n\nText.\n"
    ));
}

#[test]
fn structure_in_a_translation() {
    check(
        r#"
//= alone
//- /site.toml
[site]
title = { en = "Handbook", de-CH = "Handbuch" }
languages = ["en", "de-CH"]

[diagnostics]
default-role-page = "allow"
//- /content/topics/ads/index.md
+++
title = "Ads"
summary = "How ads work."
modules = ["first"]

[[goals]]
id = "g1"
text = "Place an ad"
+++
//- /content/topics/ads/index.de.md
+++
title = "Werbung"
summary = "Wie Werbung wirkt."
modules = ["first"]

[[goals]]
id = "g2"
text = "Werbung schalten"
+++
//- /content/topics/ads/first.md
+++
title = "First"
minutes = 20
objectives = ["Explain an ad"]
goals = ["g1"]
+++
//- /content/topics/ads/first.de.md
+++
title = "Erstens"
objectives = ["Werbung erklären"]
minutes = 20
tittle = "Erstens"
+++
"#,
    );
}

#[test]
fn translations_of_nothing() {
    check(
        r#"
//= alone
//- /site.toml
[site]
title = { en = "Handbook", de-CH = "Handbuch" }
languages = ["en", "de-CH"]

[diagnostics]
default-role-page = "allow"
//- /content/faq.de.md
# Fragen
//- /content/pages/rules.de.md
# Regeln
//- /content/pages/rules.eng.md
# Rules
"#,
    );
}

#[test]
fn languages_that_the_site_does_not_have() {
    check(
        r#"
//- /content/faq.md
# Questions
//- /content/faq.eng.md
# Questions
//- /content/programmes/swap.toml
title = { en = "Swap", fr = "Échange" }
summary = "Young people show managers how it is done."
topics = ["ads"]

[plan]
sessions = ["open", "close"]
"#,
    );
}

#[test]
fn swiss_spelling() {
    check(
        r#"
//= alone
//- /site.toml
[site]
title = "Großes Handbuch"
default_language = "de-CH"
languages = ["de-CH", "de"]

[diagnostics]
default-role-page = "allow"
//- /content/faq.md
# Fragen

Wie groß? Die Straße und `Maß`.
//- /content/faq.de.md
# Fragen

Wie groß?
//- /content/glossary.toml
[groesse]
term = { de-CH = "Frage", de = "Frage" }
definition = { de-CH = "Größe", de = "Größe" }
"#,
    );
}

#[test]
fn files_that_belong_to_no_kind_of_page() {
    check(
        r#"
//- /content/cohorts/autumn.toml.txt
title = "Autumn"
//- /content/page/about.md
# About
//- /content/topics/mail/letters.md
+++
title = "Letters"
minutes = 5
objectives = ["Write a letter"]
+++
//- /content/cohorts/summer.md
Welcome.
//- /content/cohorts/spring/s9.md
Good-bye.
//- /content/programmes/none.md
Text.
//- /content/roles/boss.md
+++
title = "For bosses"
+++
//- /content/notes.odt
x
"#,
    );
}

#[test]
fn two_makers_of_one_file() {
    check(
        r#"
//- /content/pages/a.md
# A
//- /content/pages/a/index.md
# A as well
//- /content/faq.md
+++
title = "Questions"
aliases = ["/topics/ads/", "/ask/"]
+++
//- /static/robots.txt
User-agent: *
//- /static/ask/index.html
<p>Ask.</p>
"#,
    );
}
