//! What can be wrong with any file (model.md §0): encoding, fences, TOML, keys, types, ids, translations.

use crate::harness::check;

#[test]
fn bytes_that_are_no_text() {
    check(
        r#"
//- /content/topics/ads/first.md latin1
+++
title = "Größe"
           ^ error[not-utf8]: content/topics/ads/first.md is not valid UTF-8 (byte 15)
minutes = 20
objectives = ["Explain an ad"]
+++
//- /content/sessions/close.toml latin1
title = "Schluß"
              ^ error[not-utf8]: content/sessions/close.toml is not valid UTF-8 (byte 14)
kind = "closing"
"#,
    );
}

#[test]
fn front_matter_that_is_none() {
    check(
        r#"
//- /content/topics/ads/first.md
$ error[front-matter-fence]: front matter must start with "+++" on the first line and be closed by "+++"
Just a text.
//- /content/topics/ads/second.md
$ error[front-matter-fence]: front matter must start with "+++" on the first line and be closed by "+++"

+++
title = "Second"
minutes = 25
objectives = ["Set up an ad"]
+++
//- /content/roles/mentor.md
$ error[front-matter-fence]: front matter must start with "+++" on the first line and be closed by "+++"
---
title: For mentors
---
//- /content/roles/mentee.md
$ error[front-matter-fence]: front matter must start with "+++" on the first line and be closed by "+++"
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
        ^^^^^^^^ error[toml-syntax]: TOML: the quote that opens this text is not closed
kind = "kickoff"
//- /content/topics/ads/first.md
+++
title = "First"
title = "Again"
^^^^^ error[toml-syntax]: TOML: the key "title" is written twice
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
       ^^^^^^^^ error[toml-syntax]: TOML: a text stands between quotes

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
^^^^^ error[unknown-key]: unknown key "titel" in topic; did you mean "title"?
summary = "How ads work."
modules = ["first", "second"]
colour = "red"
^^^^^^ error[unknown-key]: unknown key "colour" in topic

[[goals]]
id = "g1"
txt = "Place an ad"
^^^ error[unknown-key]: unknown key "txt" in goals; did you mean "text"?
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
        ^ error[wrong-type]: "title" must be a text, found the number 7
minutes = "20"
          ^^^^ error[wrong-type]: "minutes" must be a whole number, found the text "20"
objectives = "Explain an ad"
             ^^^^^^^^^^^^^^^ error[wrong-type]: "objectives" must be a list, found the text "Explain an ad"
optional = "no"
           ^^^^ error[wrong-type]: "optional" must be true or false, found the text "no"
prepare = "nothing"
          ^^^^^^^^^ error[wrong-type]: "prepare" must be a table, found the text "nothing"
+++
//- /content/cohorts/spring.toml
title = "Spring"
programme = "swap"
topic = "ads"
start = "2027-03-04"
        ^^^^^^^^^^^^ error[wrong-type]: "start" must be a date without quotes, such as 2026-09-03, found the text "2027-03-04"
rhythm = "weekly"
time = "1:30"
       ^^^^^^ error[wrong-type]: "time" must be a time such as "13:30", found the text "1:30"
skip = ["2027-03-11"]
        ^^^^^^^^^^^^ error[wrong-type]: "skip" must be a date, or a table with from, to and reason, found the text "2027-03-11"
end = 2027-05-01T10:00:00
      ^^^^^^^^^^^^^^^^^^^ error[wrong-type]: "end" must be a date without quotes, such as 2026-09-03, found the date with a time 2027-05-01T10:00:00

[[pair]]
id = "p1"
mentor = "m1"
mentee = 2
         ^ error[wrong-type]: "mentee" must be a text, found the number 2
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
             ^^^^^^^^^^^ error[wrong-type]: "birth_year" must be a whole number, found a text
consent = "Quirinius"
          ^^^^^^^^^^^ error[not-an-option]: "consent" must be one of "public", "initials", "hidden", found "…"

[e1]
name = ["Quirinius"]
       ^^^^^^^^^^^^^ error[wrong-type]: "name" must be a text, found a list
"#,
    );
}

#[test]
fn missing_keys() {
    check(
        r#"
//- /content/topics/ads/first.md
$ error[missing-key]: "objectives" is missing in module
$ error[missing-key]: "title" is missing in module
+++
minutes = 20
+++
//- /content/programmes/swap.toml
$ error[missing-key]: "summary" is missing in programme
title = "Swap"
topics = ["ads"]

[plan]
^^^^^^ error[missing-key]: "sessions" is missing in plan
session_minutes = 60

[[measure]]
^^^^^^^^^^^ error[missing-key]: "text" is missing in measure
^^^^^^^^^^^ error[missing-key]: "when" is missing in measure
id = "m1"
//- /content/cohorts/spring.toml
$ error[missing-key]: "rhythm" is missing in cohort
$ error[missing-key]: "start" is missing in cohort
$ error[missing-key]: "time" is missing in cohort
title = "Spring"
programme = "swap"
topic = "ads"

[[pair]]
^^^^^^^^ error[missing-key]: "mentee" is missing in pair
^^^^^^^^ error[missing-key]: "mentor" is missing in pair
id = "p1"

[[session]]
^^^^^^^^^^^ error[missing-key]: "number" is missing in session
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
^^^^^^^^^^^^^ error[missing-key]: "url" is missing in materials; give "url" or "file"
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
$ error[bad-id]: "Third" cannot be an id: use lower-case letters, digits and single hyphens, at most 64 characters
+++
title = "Third"
minutes = 5
objectives = ["Draw an ad"]
+++
//- /content/topics/My_Topic/index.md
$ error[bad-id]: "My_Topic" cannot be an id: use lower-case letters, digits and single hyphens, at most 64 characters
+++
title = "Mine"
summary = "My own."
modules = ["x"]
+++
//- /content/cohorts/spring--2.toml
$ error[bad-id]: "spring--2" cannot be an id: use lower-case letters, digits and single hyphens, at most 64 characters
title = "Spring"
//- /content/programmes/other.toml
title = "Other"
summary = "Another one."
topics = ["ads"]
departments = ["Sales Team"]
               ^^^^^^^^^^^^ error[bad-id]: "Sales Team" cannot be an id: use lower-case letters, digits and single hyphens, at most 64 characters

[plan]
sessions = ["open", "close"]
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
     ^^^^ error[duplicate-id]: two goal entries have the id "g1": content/topics/ads/index.md and content/topics/ads/index.md
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
     ^^^^ error[duplicate-id]: two measure entries have the id "m1": content/programmes/swap.toml and content/programmes/swap.toml
text = "Money spent"
when = "end"

[[milestone]]
id = "call"
title = "Call"
role = "organiser"
anchor = "start"

[[milestone]]
id = "call"
     ^^^^^^ error[duplicate-id]: two milestone entries have the id "call": content/programmes/swap.toml and content/programmes/swap.toml
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
         ^ error[duplicate-id]: two factor entries have the id "2": content/factors/structure.md and content/factors/voluntary.md
rationale = "It lasts."
+++
//- /content/topics/ads/first.md
+++
title = "First"
minutes = 20
objectives = ["Explain an ad"]
goals = ["g1"]
+++
//- /content/topics/ads/second.md
+++
title = "Second"
minutes = 25
objectives = ["Set up an ad"]
goals = ["g1"]
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
                 ^^^^^^ error[unknown-reference]: "topics" names topic "adds", which does not exist; did you mean "ads"?

[plan]
sessions = ["open", "closed"]
                    ^^^^^^^^ error[unknown-reference]: "sessions" names template "closed", which does not exist; did you mean "close"?
//- /content/sessions/open.toml
title = "Opening"
kind = "kickoff"
documents = ["agreement", "contract"]
                          ^^^^^^^^^^ error[unknown-reference]: "documents" names document "contract", which does not exist

[[block]]
title = "Work"
minutes = "rest"
lead = "mentor"
kind = "modules"
modules = true
//- /content/cohorts/spring.toml
title = "Spring"
programme = "swop"
            ^^^^^^ error[unknown-reference]: "programme" names programme "swop", which does not exist; did you mean "swap"?
topic = "add"
        ^^^^^ error[unknown-reference]: "topic" names topic "add", which does not exist; did you mean "ads"?
start = 2027-03-04
rhythm = "weekly"
time = "13:30"
plan = ["open", "end"]
                ^^^^^ error[unknown-reference]: "plan" names template "end", which does not exist

[[pair]]
id = "p1"
mentor = "m1"
mentee = "e1"
topic = "mail"
        ^^^^^^ error[unknown-reference]: "topic" names topic "mail", which does not exist

[[waive]]
check = "difference.age"
pair = "p2"
       ^^^^ error[unknown-reference]: "pair" names pair "p2", which does not exist
reason = "It is fine."
//- /content/glossary.toml
[ad]
term = "ad"
definition = "What ads are."
see = ["poster"]
       ^^^^^^^^ error[unknown-reference]: "see" names term "poster", which does not exist
topics = ["nothing"]
          ^^^^^^^^^ error[unknown-reference]: "topics" names topic "nothing", which does not exist
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
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[out-of-range]: "title" must be between 1 and 60 characters, found 68
summary = "How ads work."
modules = ["first", "second"]
+++
//- /content/topics/ads/first.md
+++
title = "First"
minutes = 4
          ^ error[out-of-range]: "minutes" must be between 5 and 240 minutes, found 4
self_study_minutes = 481
                     ^^^ error[out-of-range]: "self_study_minutes" must be between 0 and 480 minutes, found 481
objectives = ["a", "b", "c", "d", "e", "f"]
             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[out-of-range]: "objectives" must be between 1 and 5 entries, found 6
keypoints = ["a", "b", "c", "d", "e", "f"]
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[out-of-range]: "keypoints" must be between 0 and 5 entries, found 6
+++
//- /content/programmes/swap.toml
title = "Swap"
summary = "Young people show managers how it is done."
topics = ["ads"]

[plan]
sessions = ["open"]
           ^^^^^^^^ error[out-of-range]: "sessions" must be between 2 and 20 entries, found 1
session_minutes = 500
                  ^^^ error[out-of-range]: "session_minutes" must be between 15 and 480 minutes, found 500

[commitment]
attendance_percent = 101
                     ^^^ error[out-of-range]: "attendance_percent" must be between 1 and 100 %, found 101
cancel_notice_hours = -1
                      ^^ error[out-of-range]: "cancel_notice_hours" must be between 0 and 336 hours, found -1
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
        ^^^^^^^^^ error[not-an-option]: "level" must be one of "beginner", "intermediate", "advanced", found "beginer"; did you mean "beginner"?
+++
//- /content/cohorts/spring.toml
title = "Spring"
programme = "swap"
topic = "ads"
start = 2027-03-04
rhythm = "weekly"
time = "13:30"
visibility = "secret"
             ^^^^^^^^ error[not-an-option]: "visibility" must be one of "public", "initials", "hidden", found "secret"
on_skip = "pull"
          ^^^^^^ error[not-an-option]: "on_skip" must be one of "push", "shift", found "pull"
optional_modules = "never"
                   ^^^^^^^ error[not-an-option]: "optional_modules" must be one of "self-study", "if-room", found "never"
status = "running"
         ^^^^^^^^^ error[not-an-option]: "status" must be one of "planned", "cancelled", found "running"

[[pair]]
id = "p1"
mentor = "m1"
mentee = "e1"
status = "over"
         ^^^^^^ error[not-an-option]: "status" must be one of "active", "ended", found "over"

[[change]]
session = 1
announced = 2027-02-01
kind = "delayed"
       ^^^^^^^^^ error[not-an-option]: "kind" must be one of "moved", "place", "cancelled", "restored", "content", found "delayed"
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
        ^^ error[empty]: "title" must not be empty
time_zone = "Europe/Zurich"
//- /content/topics/ads/first.md
+++
title = "  "
        ^^^^ error[empty]: "title" must not be empty
minutes = 20
objectives = []
             ^^ error[empty]: "objectives" must not be empty
+++
//- /content/sessions/open.toml
title = "Opening"
kind = "kickoff"
block = []
        ^^ error[empty]: "block" must not be empty
//- /content/programmes/swap.toml
title = {}
        ^^ error[empty]: "title" must not be empty
summary = "Young people show managers how it is done."
topics = ["ads"]

[plan]
sessions = []
           ^^ error[empty]: "sessions" must not be empty

[selection]
mentor_criteria = ["Curious", ""]
                              ^^ error[empty]: "mentor_criteria" must not be empty
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
^^^^^ warning[untranslated]: "site.title, holiday.name" has no text in "de-CH"; the text in "en" is shown
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
$ warning[untranslated]: "summary, why, text" has no text in "de-CH"; the text in "en" is shown
+++
title = "Werbung"
+++
//- /content/topics/ads/first.md
$ warning[untranslated]: "title, objectives" has no text in "de-CH"; the text in "en" is shown
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
^^^^^^^^^ warning[translation-length]: translation has 1 entries in "questions", the original has 2
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
^^^^^^^ error[structure-in-translation]: "modules" belongs into content/topics/ads/index.md, not into a translation

[[goals]]
id = "g2"
     ^^^^ error[unknown-reference]: "id" names goal "g2", which does not exist
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
^^^^^^^ error[structure-in-translation]: "minutes" belongs into content/topics/ads/first.md, not into a translation
tittle = "Erstens"
^^^^^^ error[unknown-key]: unknown key "tittle" in module; did you mean "title"?
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
$ error[orphan-translation]: translation without original: content/faq.md does not exist
# Fragen
//- /content/pages/rules.de.md
$ error[orphan-translation]: translation without original: content/pages/rules.md does not exist
# Regeln
//- /content/pages/rules.eng.md
$ error[unknown-language]: "eng" is not among the languages of this site, which are "en", "de-CH"
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
$ error[unknown-language]: "eng" is not among the languages of this site, which are "en"
# Questions
//- /content/programmes/swap.toml
title = { en = "Swap", fr = "Échange" }
                       ^^ error[unknown-language]: "fr" is not among the languages of this site, which are "en"
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
^^^^^ warning[untranslated]: "site.title" has no text in "de"; the text in "de-CH" is shown
        ^^^^^^^^^^^^^^^^^ warning[swiss-spelling]: "ß" in a de-CH text; Swiss spelling is "ss"
default_language = "de-CH"
languages = ["de-CH", "de"]

[diagnostics]
default-role-page = "allow"
//- /content/snippets/road.md
Die Straße.
        ^ warning[swiss-spelling]: "ß" in a de-CH text; Swiss spelling is "ss"
//- /content/faq.md
# Fragen

Wie groß? Die Straße und `Maß`.
       ^ warning[swiss-spelling]: "ß" in a de-CH text; Swiss spelling is "ss"
                  ^ warning[swiss-spelling]: "ß" in a de-CH text; Swiss spelling is "ss"
//- /content/faq.de.md
# Fragen

Wie groß?
//- /content/glossary.toml
[groesse]
 ^^^^^^^ note[unused-term]: glossary term "groesse" is used nowhere
term = { de-CH = "Frage", de = "Frage" }
definition = { de-CH = "Größe", de = "Größe" }
                       ^^^^^^^ warning[swiss-spelling]: "ß" in a de-CH text; Swiss spelling is "ss"
"#,
    );
}

#[test]
fn files_that_belong_to_no_kind_of_page() {
    check(
        r#"
//- /content/cohorts/autumn.toml.txt
$ warning[stray-file]: "content/cohorts/autumn.toml.txt" belongs to no kind of page and is not published
title = "Autumn"
//- /content/page/about.md
$ warning[stray-file]: "content/page/about.md" belongs to no kind of page and is not published
# About
//- /content/topics/mail/letters.md
$ warning[stray-file]: "content/topics/mail/letters.md" belongs to no kind of page and is not published
+++
title = "Letters"
minutes = 5
objectives = ["Write a letter"]
+++
//- /content/cohorts/summer.md
$ warning[stray-file]: "content/cohorts/summer.md" belongs to no kind of page and is not published
Welcome.
//- /content/cohorts/spring/s9.md
$ warning[stray-file]: "content/cohorts/spring/s9.md" belongs to no kind of page and is not published
Good-bye.
//- /content/programmes/none.md
$ warning[stray-file]: "content/programmes/none.md" belongs to no kind of page and is not published
Text.
//- /content/roles/boss.md
$ warning[stray-file]: "content/roles/boss.md" belongs to no kind of page and is not published
+++
title = "For bosses"
+++
//- /content/notes.odt
$ warning[stray-file]: "content/notes.odt" belongs to no kind of page and is not published
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
$ error[duplicate-output]: content/pages/a.md and content/pages/a/index.md make the same page
# A as well
//- /content/faq.md
+++
title = "Questions"
aliases = ["/topics/ads/", "/ask/"]
           ^^^^^^^^^^^^^^ error[duplicate-output]: topics/ads/index.html is made twice: by content/topics/ads/index.md and by content/faq.md
+++
//- /static/robots.txt
$ error[duplicate-output]: robots.txt is made twice: by static/robots.txt and by the program itself
User-agent: *
//- /static/ask/index.html
$ error[duplicate-output]: ask/index.html is made twice: by content/faq.md and by static/ask/index.html
<p>Ask.</p>
"#,
    );
}
