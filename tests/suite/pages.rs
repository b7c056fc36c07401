//! Role pages, documents, glossary, free pages (model.md §10).

use crate::harness::check;

#[test]
fn a_role_without_a_page() {
    check(
        r#"
//- /content/roles/mentor.md delete
$ note[default-role-page]: no page for role "mentor"; a short default is used
"#,
    );
}

#[test]
fn roles_and_documents_have_a_title() {
    check(
        r#"
//- /content/roles/mentor.md
+++
name = "For mentors"
^^^^ error[unknown-key]: unknown key "name" in role; did you mean "title"?
+++
//- /content/documents/contract.md
+++
title = "Contract"
kind = "paper"
       ^^^^^^^ error[not-an-option]: "kind" must be one of "agreement", "session-log", "midpoint-form", "self-rating", "evaluation-form", "other", found "paper"
+++
"#,
    );
}

#[test]
fn terms_of_the_glossary() {
    check(
        r#"
//- /content/glossary.toml
[ad]
term = "ad"
definition = "What ads are."

[poster]
term = "poster"
definition = "An ad on paper."

[spot]
^^^^^^ error[missing-key]: "definition" is missing in term
term = "spot"

[jingle]
trem = "jingle"
^^^^ error[unknown-key]: unknown key "trem" in term; did you mean "term"?
definition = "A sung one."
"#,
    );
    check(
        r#"
//- /content/glossary.toml
[ad]
term = "ad"
definition = "What ads are."

[poster]
 ^^^^^^ note[unused-term]: glossary term "poster" is used nowhere
term = "poster"
definition = "An ad on paper."
see = ["ad", "billboard"]
             ^^^^^^^^^^^ error[unknown-reference]: "see" names term "billboard", which does not exist
"#,
    );
}

#[test]
fn free_pages() {
    check(
        r#"
//- /content/faq.md
+++
title = "Questions"
order = "first"
        ^^^^^^^ error[wrong-type]: "order" must be a whole number, found the text "first"
menu = 1
       ^ error[wrong-type]: "menu" must be true or false, found the number 1
roles = ["mentor", "boss"]
                   ^^^^^^ error[not-an-option]: "roles" must be one of "mentor", "mentee", "organiser", "sponsor", found "boss"
+++
"#,
    );
}

#[test]
fn texts_beside_data_hold_little() {
    check(
        r#"
//- /content/cohorts/spring.md
+++
title = "Welcome"
start = 2027-03-04
^^^^^ error[unknown-key]: unknown key "start" in text
+++
Welcome.
//- /content/programmes/swap.md
Why we do it.
//- /content/cohorts/spring/s1.md
Bring a pen.
"#,
    );
}
