//! One cause, one message; several causes, several messages (model.md §0).

use std::sync::Arc;

use jiff::civil::date;
use leitfaden::diagnostics::{Diagnostic, Severity};
use leitfaden::disk;
use leitfaden::handbook::Drafts;
use leitfaden::pipeline::{Pipeline, Settings};
use leitfaden::text::{Source, Sources};

use crate::harness::check;
use crate::program::repository;

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
$ warning[no-pairs]: cohort "spring" has no pairs yet
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
$ warning[no-pairs]: cohort "spring" has no pairs yet
title = "Spring"
programme = "swap"
topic = "ads"
start = 2027-03-04
rhythm = "weekly"
time = "13:30"
programm = "swap"
^^^^^^^^ error[unknown-key]: unknown key "programm" in cohort; did you mean "programme"?
time_zone = "Zurich"
            ^^^^^^^^ error[unknown-time-zone]: "Zurich" is not an IANA time zone name; did you mean "Europe/Zurich"?
"#,
    );
}

#[test]
fn all_that_is_wrong_with_a_cohort_is_said_at_once() {
    check(
        r#"
//- /content/cohorts/spring.toml
title = "Spring"
programme = "swapp"
            ^^^^^^^ error[unknown-reference]: "programme" names programme "swapp", which does not exist; did you mean "swap"?
topic = "adds"
        ^^^^^^ error[unknown-reference]: "topic" names topic "adds", which does not exist; did you mean "ads"?
start = 2027-03-04
rhythm = "often"
         ^^^^^^^ error[bad-rhythm]: rhythm "often" not understood; write "weekly", "every 2 weeks" or "monthly"
time = "13:30"
time_zone = "Europe/Zurch"
            ^^^^^^^^^^^^^^ error[unknown-time-zone]: "Europe/Zurch" is not an IANA time zone name; did you mean "Europe/Zurich"?
session_minutes = 3
                  ^ error[out-of-range]: "session_minutes" must be between 15 and 480 minutes, found 3
plan = ["kickof", "close"]
        ^^^^^^^^ error[unknown-reference]: "plan" names template "kickof", which does not exist
published = 2027-04-01
            ^^^^^^^^^^ warning[published-after-start]: published 2027-04-01 is after start
factors = { min_age_gapp = 3 }
            ^^^^^^^^^^^^ error[unknown-parameter]: unknown parameter "min_age_gapp"; this factor knows min_age_gap, min_level_gap, min_mentor_criteria, min_topic_goals, required_kinds, midpoint_from, max_gap_days, min_attendance_percent, max_months, min_sessions, max_sessions, max_topics; did you mean "min_age_gap"?
zzz = 1
^^^ error[unknown-key]: unknown key "zzz" in cohort

[[pair]]
id = "p1"
mentor = "m1"
mentee = "m1"
         ^^^^ error[self-pair]: pair "p1": mentor and mentee are the same person
visibility = "open"
             ^^^^^^ error[not-an-option]: "visibility" must be one of "public", "initials", "hidden", found "open"

[[waive]]
check = "difference.agee"
        ^^^^^^^^^^^^^^^^^ error[unknown-check]: unknown check "difference.agee"; did you mean "difference.age"?
reason = "agreed"
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
time = "25:00"
       ^^^^^^^ error[wrong-type]: "time" must be a time such as "13:30", found the text "25:00"

[[session]]
number = 33
         ^^ error[session-number]: session number 33 is outside 1 to 2

[[session]]
number = 1
modules = ["frst"]
           ^^^^^^ error[pin-unknown]: session 1 pins "frst", which is in no topic of cohort "spring"; did you mean "first"?
template = "kickof"
           ^^^^^^^^ error[unknown-reference]: "template" names template "kickof", which does not exist

[[change]]
session = 1
announced = 2027-03-01
kind = "cancelled"
       ^^^^^^^^^^^ error[change-without-cancel]: change says session 1 is cancelled, but the session is not marked cancelled
text = "It is cancelled."

[[pair]]
id = "p1"
mentor = "m1"
mentee = "e1"
"#,
    );
}

/// A value that is wrong or missing has one message, whatever else would follow from it.
#[test]
fn what_follows_from_a_wrong_value_is_not_said() {
    check(
        r#"
//- /content/cohorts/spring.toml
$ error[missing-key]: "time" is missing in cohort
title = 3
        ^ error[wrong-type]: "title" must be a text, or a table with one text for each language, found the number 3
programme = 4
            ^ error[wrong-type]: "programme" must be a text, found the number 4
topic = ["ads"]
        ^^^^^^^ error[wrong-type]: "topic" must be a text, found a list
start = "tomorrow"
        ^^^^^^^^^^ error[wrong-type]: "start" must be a date without quotes, such as 2026-09-03, found the text "tomorrow"
rhythm = 5
         ^ error[wrong-type]: "rhythm" must be a text, found the number 5
plan = "kickoff"
       ^^^^^^^^^ error[wrong-type]: "plan" must be a list, found the text "kickoff"
published = 2027-04-01
publish_link = "yes"
               ^^^^^ error[wrong-type]: "publish_link" must be true or false, found the text "yes"
link = 7
       ^ error[wrong-type]: "link" must be a text, found the number 7
visibility = "secret"
             ^^^^^^^^ error[not-an-option]: "visibility" must be one of "public", "initials", "hidden", found "secret"

[[session]]
number = "first"
         ^^^^^^^ error[wrong-type]: "number" must be a whole number, found the text "first"
cancelled = "yes"
            ^^^^^ error[wrong-type]: "cancelled" must be true or false, found the text "yes"

[[change]]
session = 1
announced = 2027-03-01
kind = "cancelled"
text = "It is cancelled."

[[waive]]
check = "difference.age"
pair = "P 1"
reason = "agreed"

[[pair]]
^^^^^^^^ error[missing-key]: "mentee" is missing in pair
^^^^^^^^ error[missing-key]: "mentor" is missing in pair
id = "P 1"
     ^^^^^ error[bad-id]: "P 1" cannot be an id: use lower-case letters, digits and single hyphens, at most 64 characters
visibility = "public"
"#,
    );
    check(
        r#"
//- /content/cohorts/spring.toml
title = "Spring"
programme = "swap"
topc = "ads"
^^^^ error[unknown-key]: unknown key "topc" in cohort; did you mean "topic"?
start = 2027-03-04
rhythm = "weekly"
tim = "13:30"
^^^ error[unknown-key]: unknown key "tim" in cohort; did you mean "time"?

[[pairs]]
  ^^^^^ error[unknown-key]: unknown key "pairs" in cohort; did you mean "pair"?
id = "p1"
mentor = "m1"
mentee = "e1"
"#,
    );
}

#[test]
fn all_that_is_wrong_with_a_topic_and_its_modules_is_said_at_once() {
    check(
        r#"
//- /content/topics/ads/index.md
+++
title = "Ads"
summary = "How ads work."
modules = ["frst", "second"]
           ^^^^^^ error[unknown-module]: topic "ads" lists module "frst", but content/topics/ads/frst.md does not exist; did you mean "first"?
zzz = 1
^^^ error[unknown-key]: unknown key "zzz" in topic
[[goals]]
id = "Place it"
     ^^^^^^^^^^ error[bad-id]: "Place it" cannot be an id: use lower-case letters, digits and single hyphens, at most 64 characters
text = "Place an ad"
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
minutes = 2
          ^ error[out-of-range]: "minutes" must be between 5 and 240 minutes, found 2
practice_minutes = 10
objectives = ["Understand an ad"]
              ^^^^^^^^^^^^^^^^^^ warning[vague-objective]: objective starts with "understand", which is hard to observe; try explain, choose, set up, calculate
goals = ["plac"]
prerequisites = ["thrd"]
                 ^^^^^^ error[unknown-prerequisite]: prerequisite "thrd" of module "second" does not exist in topic "ads"
materials = [{ title = "Sheet", file = "sheet.pdf" }, { title = 3 }]
                                       ^^^^^^^^^^^ error[missing-file]: file "sheet.pdf" is not in static/
                                                      ^^^^^^^^^^^^^ error[missing-key]: "url" is missing in materials
                                                                ^ error[wrong-type]: "title" must be a text, found the number 3
+++
"#,
    );
}

#[test]
fn all_that_is_wrong_with_a_programme_is_said_at_once() {
    check(
        r#"
//- /content/programmes/swap.toml
title = "Swap"
summary = "Learn from each other."
topics = ["adds"]
          ^^^^^^ error[unknown-reference]: "topics" names topic "adds", which does not exist; did you mean "ads"?
departments = ["sales", "sales"]
                        ^^^^^^^ error[listed-twice]: "sales" is listed twice in departments

[organiser]
contact = "nobody"
          ^^^^^^^^ error[wrong-type]: "contact" must be a mail address or a web address, found the text "nobody"

[plan]
sessions = ["kickoff", "work", "nix"]
            ^^^^^^^^^ error[unknown-reference]: "sessions" names template "kickoff", which does not exist
                       ^^^^^^ error[unknown-reference]: "sessions" names template "work", which does not exist
                               ^^^^^ error[unknown-reference]: "sessions" names template "nix", which does not exist
zz = 1
^^ error[unknown-key]: unknown key "zz" in plan

[[milestone]]
id = "call"
title = "Call"
role = "boss"
       ^^^^^^ error[not-an-option]: "role" must be one of "mentor", "mentee", "both", "organiser", "sponsor", found "boss"
anchor = "nix"
         ^^^^^ error[milestone-anchor]: milestone "call": anchor must be "start", "mid", "end" or "session:N"
"#,
    );
}

#[test]
fn all_that_is_wrong_with_the_site_is_said_at_once() {
    check(
        r#"
//- /site.toml
[site]
title = "Handbook"
base_url = "nix"
           ^^^^^ error[bad-base-url]: site.base_url must be an absolute http or https address, found "nix"
time_zone = "nix"
            ^^^^^ error[unknown-time-zone]: "nix" is not an IANA time zone name
languages = ["en", "x"]
                   ^^^ error[wrong-type]: "languages" must be a language tag such as "de-CH", found the text "x"
contact = "nobody"
          ^^^^^^^^ error[wrong-type]: "contact" must be a mail address or a web address, found the text "nobody"

[calendar]
refresh_hours = 0
                ^ error[out-of-range]: "refresh_hours" must be between 1 and 168 hours, found 0

[[holiday]]
from = 2027-03-31
       ^^^^^^^^^^ error[inverted-period]: "from" 2027-03-31 is after "to" 2027-03-01
to = 2027-03-01
name = "Holidays"

[diagnostics]
nix = "allow"
^^^ error[unknown-diagnostic]: there is no diagnostic "nix"
"#,
    );
}

#[test]
fn all_that_is_wrong_with_people_is_said_at_once() {
    check(
        r#"
//- /private/people/spring.toml
[m1]
name = "Wilhelmine"
birth_year = 1800
             ^^^^ error[out-of-range]: "birth_year" must be between 1930 and 2013, found …
department = "nix"
superiors = ["nobody"]
             ^^^^^^^^ error[unknown-reference]: "superiors" names person "nobody", which does not exist
consent = "maybe"
          ^^^^^^^ error[not-an-option]: "consent" must be one of "public", "initials", "hidden", found "…"

[e1]
nam = "Urs"
^^^ error[unknown-key]: unknown key "nam" in person; did you mean "name"?
age_band = "old"
           ^^^^^ error[bad-age-band]: age_band must look like "20-29"
"#,
    );
}

#[test]
fn all_that_is_wrong_with_templates_factors_terms_and_translations_is_said_at_once() {
    check(
        r#"
//- /site.toml
[site]
title = "Handbook"
languages = ["en", "de"]
time_zone = "Europe/Zurich"

[diagnostics]
untranslated = "allow"
//- /content/sessions/extra.toml
title = "Extra"
kind = "nix"
       ^^^^^ error[not-an-option]: "kind" must be one of "kickoff", "working", "midpoint", "closing", "other", found "nix"
documents = ["nix"]
             ^^^^^ error[unknown-reference]: "documents" names document "nix", which does not exist
[[block]]
title = "One"
minutes = "rest"
lead = "both"
kind = "admin"
[[block]]
title = "Two"
minutes = "rest"
          ^^^^^^ error[several-rest-blocks]: template "extra": 2 blocks have minutes = "rest"; only one may
lead = "nobody"
       ^^^^^^^^ error[not-an-option]: "lead" must be one of "mentor", "mentee", "both", "organiser", "sponsor", found "nobody"
kind = "admin"
//- /content/factors/own.md
+++
title = "Own"
number = 10
         ^^ error[out-of-range]: "number" must be between 1 and 9, found 10
rationale = "Because."
[params]
nix = 1
^^^ error[unknown-parameter]: unknown parameter "nix"; this factor knows none
[checks]
nix = false
^^^ error[unknown-check]: unknown check "nix"
+++
//- /content/glossary.toml
$ error[missing-key]: "definition" is missing in term
[ad]
term = "ad"
see = ["nix"]
       ^^^^^ error[unknown-reference]: "see" names term "nix", which does not exist
topics = ["nix"]
          ^^^^^ error[unknown-reference]: "topics" names topic "nix", which does not exist
//- /content/topics/ads/first.de.md
+++
title = 3
        ^ error[wrong-type]: "title" must be a text, found the number 3
objectives = ["Verstehen", "Erklären"]
^^^^^^^^^^ warning[translation-length]: translation has 2 entries in "objectives", the original has 1
              ^^^^^^^^^^^ warning[vague-objective]: objective starts with "verstehen", which is hard to observe; try explain, choose, set up, calculate
+++
"#,
    );
}

#[test]
fn a_header_that_is_forgotten_anywhere_is_missed_once() {
    let sources = disk::scan(repository(), &[]).unwrap().sources;
    let mut pipeline = Pipeline::default();
    assert_eq!(said(&mut pipeline, sources.clone()), []);
    let mut headers = 0;
    for (path, source) in &sources {
        let text = source.text().unwrap_or_default();
        let toml = match (path.as_str().ends_with(".toml"), text.split("+++").nth(1)) {
            (true, _) if !path.as_str().starts_with("themes/") => text,
            (false, Some(front)) if text.starts_with("+++") => front,
            _ => continue,
        };
        let begin = text.len() - text.split_once(toml).unwrap().1.len() - toml.len();
        let lines = toml.split_inclusive('\n').scan(begin, |end, line| {
            *end += line.len();
            Some((*end - line.len(), line))
        });
        for (at, header) in lines.filter(|(_, line)| line.starts_with('[')) {
            let edited = [&text[..at], &text[at + header.len()..]].concat();
            let mut edited_sources = sources.clone();
            edited_sources.insert(path.clone(), Arc::new(Source::new(path.clone(), edited.into_bytes())));
            let said = said(&mut pipeline, edited_sources);
            assert_eq!(said.len(), 1, "{path} without {header}{said:#?}");
            headers += 1;
        }
    }
    assert!(headers > 100, "only {headers} headers");
}

/// The errors and warnings.
fn said(pipeline: &mut Pipeline, sources: Sources) -> Vec<Diagnostic> {
    let settings = Settings { today: date(2026, 9, 1), drafts: Drafts::Hidden, base_url: None, strict: false };
    let mut loaded = pipeline.load(sources, &settings);
    let mut report = std::mem::take(&mut loaded.report);
    pipeline.plan(&loaded, &mut report);
    let mut said = report.finish(&loaded.levels, &loaded.sources);
    said.retain(|diagnostic| diagnostic.severity != Severity::Note);
    said
}
