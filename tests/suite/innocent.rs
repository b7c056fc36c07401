//! Handbooks that look odd and about which there is nothing to be said.

use crate::harness::{check, site};

#[test]
fn a_byte_order_mark() {
    check(
        r#"
//- /site.toml bom
[site]
title = "Handbook"
time_zone = "Europe/Zurich"
//- /content/topics/ads/first.md bom
+++
title = "First"
minutes = 20
objectives = ["Explain an ad"]
+++
//- /content/sessions/close.toml bom
title = "Closing"
kind = "closing"

[[block]]
title = "Review"
minutes = "rest"
lead = "both"
kind = "review"
//- /content/faq.md bom
# Questions
//- /private/people/spring.toml bom
[m1]
name = "Xaverine"

[e1]
name = "Quirinius"
"#,
    );
}

#[test]
fn line_ends_of_another_system() {
    check(
        r#"
//- /site.toml crlf
[site]
title = "Handbook"
time_zone = "Europe/Zurich"
//- /content/topics/ads/first.md crlf
+++
title = "First"
minutes = 20
objectives = ["""
Explain
an ad"""]
+++

# Heading

Text.
//- /.gitignore crlf
/private/
"#,
    );
}

#[test]
fn blanks_behind_the_fences_and_no_last_line_end() {
    check(
        "//- /content/topics/ads/first.md no-newline\n+++  \ntitle = \"First\"\nminutes = 20\nobjectives = [\"Explain an ad\"]\n+++\t\n",
    );
    check("//- /content/roles/mentor.md no-newline\n+++\ntitle = \"For mentors\"\n+++\nText without an end\n");
}

#[test]
fn empty_front_matter() {
    check("//- /content/faq.md\n+++\n+++\n# Questions\n");
    check("//- /content/cohorts/spring.md\n+++\n+++\nWelcome.\n");
}

#[test]
fn a_page_without_front_matter_takes_its_first_heading() {
    let files = site("//- /content/faq.md\n# Questions and answers\n\nText.\n");
    let page = &files["faq/index.html"];
    assert_eq!(page.matches("<h1").count(), 1, "{page}");
    assert!(page.contains("Questions and answers"), "{page}");
}

#[test]
fn a_page_without_anything() {
    check("//- /content/pages/empty.md\n");
    check("//- /content/pages/deep/down/empty.md\n");
}

#[test]
fn a_page_that_begins_with_a_rule() {
    check("//- /content/faq.md\n---\n\nA rule first.\n\n---\n");
}

#[test]
fn only_a_site() {
    check(
        r#"
//= alone
//- /site.toml
[site]
title = "Handbook"
//- /content/roles/mentor.md delete
$ note[default-role-page]: no page for role "mentor"; a short default is used
//- /content/roles/mentee.md delete
$ note[default-role-page]: no page for role "mentee"; a short default is used
//- /content/roles/organiser.md delete
$ note[default-role-page]: no page for role "organiser"; a short default is used
//- /content/roles/sponsor.md delete
$ note[default-role-page]: no page for role "sponsor"; a short default is used
"#,
    );
}

#[test]
fn one_topic_and_nothing_else() {
    check(
        r#"
//= alone
//- /site.toml
[site]
title = "Handbook"

[diagnostics]
default-role-page = "allow"
//- /content/topics/ads/index.md
+++
title = "Ads"
summary = "How ads work."
modules = ["first"]
+++
//- /content/topics/ads/first.md
+++
title = "First"
minutes = 20
objectives = ["Explain an ad"]
+++
"#,
    );
}

#[test]
fn a_programme_without_cohorts() {
    check(
        r#"
//- /content/cohorts/spring.toml delete
//- /private/people/spring.toml delete
//- /content/programmes/swap.toml
title = "Swap"
summary = "Young people show managers how it is done."
topics = ["ads"]
          ^^^^^ note[unused-topic]: topic "ads" of programme "swap" is used by no cohort

[plan]
sessions = ["open", "close"]
"#,
    );
}

#[test]
fn texts_of_the_language_without_its_region() {
    check(
        r#"
//= alone
//- /site.toml
[site]
title = { de = "Handbuch", en = "Handbook" }
default_language = "de-CH"
languages = ["de-CH", "en"]

[labels.de]
pair = "Paar"

[diagnostics]
default-role-page = "allow"
//- /content/faq.md
# Fragen
//- /content/faq.en.md
# Questions
//- /content/glossary.toml
[ad]
term = { de = "Werbung", en = "ad" }
definition = { de = "Fragen", en = "Questions" }
aliases = ["Fragen", { de = "Werbungen", en = "ads" }]
"#,
    );
}

#[test]
fn toml_in_all_its_forms() {
    check(
        r#"
//- /site.toml
site.title = 'Handbook'
site.time_zone = "Europe/Zurich"
site."min_group" = 0x0A
//- /content/topics/ads/first.md
+++
# A comment.
title = 'First "one"'
minutes = 2_0
objectives = [
    """
    Explain \
    an ad""",
    '''Choose one''', # and another comment
]
prepare.mentor = ["Find one"]
prepare.mentee = []
materials = [{ title = "Site", url = "https://firm.example/" }]
extra."my key" = { a.b = 1 }
+++
//- /content/sessions/close.toml
title = { "en" = "Closing" }
kind = "closing"
block = [{ title = "Review", minutes = "rest", lead = "both", kind = "review" }]
//- /content/cohorts/spring.toml
title.en = "Spring"
programme = "swap"
topic = "ads"
start = 2027-03-04
rhythm = "weekly"
time = 13:30:00
skip = [
    2027-04-01,
    { from = 2027-04-02, to = 2027-04-02 },
    { from = 2027-04-05, to = 2027-04-09, reason = { en = "Easter" } },
]
pair = [{ id = "p1", mentor = "m1", mentee = "e1" }]
//- /private/people/spring.toml
m1 = { name = "Xaverine" }
e1.name = "Quirinius"
"#,
    );
}

#[test]
fn twenty_sessions() {
    let templates = "\"open\", ".repeat(19);
    check(&format!(
        "//- /content/cohorts/spring.toml\ntitle = \"Spring\"\nprogramme = \"swap\"\ntopic = \"ads\"\n\
         start = 2027-03-04\nrhythm = \"every 12 weeks\"\ntime = \"13:30\"\nplan = [{templates}\"close\"]\n\
         pair = [{{ id = \"p1\", mentor = \"m1\", mentee = \"e1\" }}]\n\
         //- /site.toml\n[site]\ntitle = \"Handbook\"\ntime_zone = \"Europe/Zurich\"\n\
         [diagnostics]\nempty-module-block = \"allow\"\n"
    ));
}

/// A cohort with these lines, whose session page of the last day shows `date`.
fn last_day(lines: &str, date: &str) {
    let files = site(&format!(
        "//- /content/cohorts/spring.toml\ntitle = \"Spring\"\nprogramme = \"swap\"\ntopic = \"ads\"\ntime = \"13:30\"\n{lines}\n\
         pair = [{{ id = \"p1\", mentor = \"m1\", mentee = \"e1\" }}]\n"
    ));
    let page = &files["cohorts/spring/sessions/s2/index.html"];
    assert!(page.contains(date), "{date} is not on {page}");
}

#[test]
fn rhythms_at_their_edges() {
    last_day("start = 2027-12-30\nrhythm = \"weekly\"", "6 January 2028");
    last_day("start = 2027-01-29\nrhythm = \"monthly\"", "26 February 2027");
    last_day("start = 2027-02-22\nrhythm = \"monthly\"", "22 March 2027");
    last_day("start = 2027-12-01\nrhythm = \"monthly\"", "5 January 2028");
    last_day("start = 2027-03-04\nrhythm = \"every 2 weeks\"", "18 March 2027");
    last_day("start = 2028-02-24\nrhythm = \"weekly\"\nskip = [2028-03-02]", "9 March 2028");
    last_day("start = 2027-03-22\nrhythm = \"weekly\"\ntime_zone = \"America/New_York\"", "29 March 2027");
}

#[test]
fn a_session_past_midnight() {
    check(
        r#"
//- /content/cohorts/spring.toml
title = "Spring"
programme = "swap"
topic = "ads"
start = 2027-03-04
rhythm = "weekly"
time = "23:45"

[[pair]]
id = "p1"
mentor = "m1"
mentee = "e1"
"#,
    );
}

#[test]
fn drafts_are_left_out() {
    let drafts = r#"
//- /content/topics/ads/index.md
+++
title = "Ads"
summary = "How ads work."
modules = ["first", "second", "third"]
+++
//- /content/topics/ads/third.md
+++
title = "Third"
minutes = 5
objectives = ["Draw an ad"]
draft = true
+++
//- /content/topics/mail/index.md
+++
title = "Mail"
summary = "How letters work."
modules = ["letter"]
draft = true
+++
//- /content/topics/mail/letter.md
+++
title = "Letter"
minutes = 30
objectives = ["Write a letter"]
+++
//- /content/cohorts/summer.toml
title = "Summer"
programme = "swap"
topic = "ads"
start = 2027-06-03
rhythm = "weekly"
time = "13:30"
draft = true
pair = [{ id = "p1", mentor = "m1", mentee = "e1" }]
//- /private/people/summer.toml
[m1]
name = "Xaverine"

[e1]
name = "Quirinius"
//- /content/faq.md
+++
title = "Questions"
draft = true
+++
"#;
    let hidden = site(drafts);
    let shown = site(&format!("//= drafts{drafts}"));
    for path in ["topics/ads/third/index.html", "topics/mail/index.html", "cohorts/summer/index.html", "faq/index.html"]
    {
        assert!(!hidden.contains_key(path), "{path} is a draft");
        assert!(shown.contains_key(path), "{path} is shown with --drafts");
    }
}

#[test]
fn a_draft_may_be_named() {
    check(
        r#"
//- /content/programmes/swap.toml
title = "Swap"
summary = "Young people show managers how it is done."
topics = ["ads", "mail"]

[plan]
sessions = ["open", "close"]
//- /content/topics/ads/first.md
+++
title = "First"
minutes = 20
objectives = ["Explain an ad"]
draft = true
+++
//- /content/topics/ads/second.md
+++
title = "Second"
minutes = 25
objectives = ["Set up an ad"]
prerequisites = ["first"]
+++
//- /content/topics/mail/index.md
+++
title = "Mail"
summary = "How letters work."
modules = ["letter"]
draft = true
+++
//- /content/cohorts/spring.toml
title = "Spring"
programme = "swap"
topic = "ads"
start = 2027-03-04
rhythm = "weekly"
time = "13:30"
pair = [{ id = "p1", mentor = "m1", mentee = "e1" }]

[[session]]
number = 1
modules = ["first"]
"#,
    );
}

#[test]
fn pairs_that_have_ended() {
    check(
        r#"
//- /content/cohorts/spring.toml
title = "Spring"
programme = "swap"
topic = "ads"
start = 2027-03-04
rhythm = "weekly"
time = "13:30"

[[pair]]
id = "p1"
mentor = "m1"
mentee = "e1"
status = "ended"

[[pair]]
id = "p2"
mentor = "m1"
mentee = "e1"
"#,
    );
}

#[test]
fn several_topics() {
    let files = site(
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
start = 2027-03-04
rhythm = "weekly"
time = "13:30"

[[session]]
number = 1
modules = ["mail/first", "ads/first"]

[[pair]]
id = "p1"
mentor = "m1"
mentee = "e1"
topic = "mail"

[[pair]]
id = "p2"
mentor = "m2"
mentee = "e2"
topic = "ads"
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
    let page = &files["cohorts/spring/sessions/s1/index.html"];
    let (mail, ads) = (page.find("id=\"topic-mail\""), page.find("id=\"topic-ads\""));
    assert!(mail.is_some() && mail < ads, "the topic of the first pair is the default: {page}");
}

#[test]
fn a_third_language() {
    check(
        r#"
//= alone
//- /site.toml
[site]
title = { en = "Handbook", de = "Handbuch", rm = "Manual" }
languages = ["en", "de", "rm"]
^^^^^^^^^ warning[no-interface-language]: no built-in interface texts for "rm"; English is used

[diagnostics]
default-role-page = "allow"
//- /content/faq.md
# Questions
//- /content/faq.de.md
# Fragen
//- /content/faq.rm.md
# Dumondas
"#,
    );
}

#[test]
fn a_third_language_that_a_theme_speaks() {
    check(
        r#"
//= alone
//- /site.toml
[site]
title = { en = "Handbook", rm = "Manual" }
languages = ["en", "rm"]

[theme]
name = "ours"

[diagnostics]
default-role-page = "allow"
//- /content/faq.md
# Questions
//- /content/faq.rm.md
# Dumondas
//- /themes/ours/theme.toml
name = "ours"
extends = "faden"
min_api = 1
max_api = 1
//- /themes/ours/i18n/rm.ftl
search = Tschertgar
"#,
    );
}

#[test]
fn a_form_of_ones_own() {
    check(
        r#"
//- /content/documents/contract.md
+++
title = "Contract"
kind = "other"
+++
I will ______.
//- /content/documents/agreement.md
+++
title = "Our agreement"
kind = "agreement"
+++
//- /content/sessions/close.toml
title = "Closing"
kind = "closing"
documents = ["contract", "agreement", "evaluation-form"]

[[block]]
title = "Review"
minutes = "rest"
lead = "both"
kind = "review"
"#,
    );
}

#[test]
fn a_cancelled_cohort() {
    check(
        r#"
//- /content/cohorts/spring.toml
title = "Spring"
programme = "swap"
topic = "ads"
start = 2027-03-04
rhythm = "weekly"
time = "13:30"
status = "cancelled"

[[change]]
session = 1
announced = 2027-02-01
kind = "place"
text = "Not at all."

[[pair]]
id = "p1"
mentor = "m1"
mentee = "e1"
"#,
    );
}

#[test]
fn a_session_moved_over_the_weekend_of_the_clock_change() {
    check(
        r#"
//- /content/cohorts/spring.toml
title = "Spring"
programme = "swap"
topic = "ads"
start = 2027-03-25
rhythm = "weekly"
time = "13:30"

[[session]]
number = 2
date = 2027-03-30
time = "02:30"

[[change]]
session = 2
announced = 2027-03-01
kind = "cancelled"
text = "Not this time."

[[change]]
session = 2
announced = 2027-03-02
kind = "restored"
text = "It takes place."

[[pair]]
id = "p1"
mentor = "m1"
mentee = "e1"
"#,
    );
}

#[test]
fn people_elsewhere() {
    check(
        r#"
//- /.gitignore
/secret/
//- /site.toml
[site]
title = "Handbook"
time_zone = "Europe/Zurich"

[publish]
people = "secret/people/"
//- /private/people/spring.toml delete
//- /secret/people/spring.toml
[m1]
name = "Xaverine"

[e1]
name = "Quirinius"
"#,
    );
}

#[test]
fn more_people_than_pairs() {
    check(
        r#"
//- /private/people/spring.toml
[m1]
name = "Xaverine"
birth_year = 2001
department = "sales"

[e1]
name = "Quirinius"
age_band = "50-59"
superiors = []

[x9]
name = "Walburga"
superiors = ["e1"]
"#,
    );
}

#[test]
fn markdown_in_all_its_forms() {
    check(
        r#"
//- /content/faq.md
# Questions

A [link](https://firm.example/a?b=c#d), <mail@firm.example>, <https://firm.example/>, [mail](mailto:a@firm.example),
[phone](tel:+41441234567) and [here](#a-table). See [[1]], [x] and [a][] [b].

- [ ] one
- [x] two

## A table

| a | b |
|---|---|
| 1 | `{{ x }}` |

Text[^1] and `{{ code }}`.

[^1]: A note.

Term
: What it means.

> [!NOTE]
> A hint.

```rust
let a = "{{ b }}";
```

[a]: @/topics/ads/index.md
"#,
    );
}

#[test]
fn links_of_every_kind() {
    let files = site(
        r#"
//- /static/sheets/budget.pdf
x
//- /content/topics/ads/poster.png
x
//- /content/glossary.toml
[ad]
term = "ad"
definition = "What is to be seen."
//- /content/faq.md
# Questions

[topic](@/topics/ads/index.md) [module](topics/ads/first.md) [programme](@/programmes/swap.toml)
[text](@/programmes/swap.md) [cohort](@/cohorts/spring.toml) [session](@/cohorts/spring/s1.md) [role](@/roles/mentor.md)
[home](@/index.md) [glossary](@/glossary.toml#ad) [address](/topics/ads/) [sheet](/sheets/budget.pdf)
![A poster](topics/ads/poster.png) [file](../static/sheets/budget.pdf)
"#,
    );
    let page = &files["faq/index.html"];
    for href in [
        "../topics/ads/index.html",
        "../topics/ads/first/index.html",
        "../programmes/swap/index.html",
        "../cohorts/spring/index.html",
        "../cohorts/spring/sessions/s1/index.html",
        "../for/mentor/index.html",
        "../index.html",
        "../glossary/index.html#ad",
        "../sheets/budget.pdf",
        "../topics/ads/poster.png",
    ] {
        assert!(page.contains(&format!("\"{href}\"")), "no link to {href} in {page}");
    }
}

#[test]
fn a_topic_that_is_no_longer_offered() {
    check(
        r#"
//= today 2040-01-01
//- /content/topics/old/index.md
+++
title = "Old"
summary = "How it was."
modules = ["first"]
archived = true
reviewed = 2020-01-01
+++
//- /content/topics/old/first.md
+++
title = "First"
minutes = 20
objectives = ["Explain it"]
+++
"#,
    );
}

#[test]
fn files_that_nobody_publishes() {
    check(
        r#"
//- /README.md
# A handbook
//- /private/allow-words.txt
Mark
//- /static/robots/x.txt
x
//- /static/Some File (1).PDF
x
"#,
    );
}
