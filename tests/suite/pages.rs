//! Role pages, documents, glossary, free pages (model.md §10).

use crate::harness::check;

#[test]
fn a_role_without_a_page() {
    check(
        r#"
//- /content/roles/mentor.md delete
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
+++
//- /content/documents/contract.md
+++
title = "Contract"
kind = "paper"
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
term = "spot"

[jingle]
trem = "jingle"
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
term = "poster"
definition = "An ad on paper."
see = ["ad", "billboard"]
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
menu = 1
roles = ["mentor", "boss"]
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
+++
Welcome.
//- /content/programmes/swap.md
Why we do it.
//- /content/cohorts/spring/s1.md
Bring a pen.
"#,
    );
}
