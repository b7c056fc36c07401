//! Modules (model.md §5).

use crate::harness::check;

#[test]
fn practice_is_part_of_the_minutes() {
    check(
        r#"
//- /content/topics/ads/first.md
+++
title = "First"
minutes = 20
practice_minutes = 25
objectives = ["Explain an ad"]
+++
"#,
    );
}

#[test]
fn prerequisites_exist_and_come_before() {
    check(
        r#"
//- /content/topics/ads/first.md
+++
title = "First"
minutes = 20
objectives = ["Explain an ad"]
prerequisites = ["second"]
+++
//- /content/topics/ads/second.md
+++
title = "Second"
minutes = 25
objectives = ["Set up an ad"]
prerequisites = ["frist"]
+++
"#,
    );
}

#[test]
fn prerequisites_in_a_circle() {
    check(
        r#"
//- /content/topics/ads/first.md
+++
title = "First"
minutes = 20
objectives = ["Explain an ad"]
prerequisites = ["second"]
+++
//- /content/topics/ads/second.md
+++
title = "Second"
minutes = 25
objectives = ["Set up an ad"]
prerequisites = ["first"]
+++
"#,
    );
    check(
        r#"
//- /content/topics/ads/second.md
+++
title = "Second"
minutes = 25
objectives = ["Set up an ad"]
prerequisites = ["second"]
+++
"#,
    );
}

#[test]
fn a_required_module_depends_on_required_ones_only() {
    check(
        r#"
//- /content/topics/ads/first.md
+++
title = "First"
minutes = 20
objectives = ["Explain an ad"]
optional = true
+++
//- /content/topics/ads/second.md
+++
title = "Second"
minutes = 25
objectives = ["Set up an ad"]
prerequisites = ["first"]
+++
"#,
    );
}

#[test]
fn goals_of_modules() {
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
minutes = 20
objectives = ["Explain an ad"]
goals = ["place", "plac"]
+++
"#,
    );
}

#[test]
fn objectives_that_nobody_can_observe() {
    check(
        r#"
//- /content/topics/ads/first.md
+++
title = "First"
minutes = 20
objectives = ["Understand ads", "Be aware of costs", "Knowledgeable talk", "Wissen, was Werbung ist"]
+++
"#,
    );
}

#[test]
fn more_objectives_than_time() {
    check(
        r#"
//- /content/topics/ads/first.md
+++
title = "First"
minutes = 14
objectives = ["Explain an ad", "Choose one", "Set one up"]
+++
//- /content/topics/ads/second.md
+++
title = "Second"
minutes = 15
objectives = ["Explain an ad", "Choose one", "Set one up"]
+++
"#,
    );
}

#[test]
fn materials() {
    check(
        r#"
//- /static/sheets/budget.pdf
x
//- /content/topics/ads/first.md
+++
title = "First"
minutes = 20
objectives = ["Explain an ad"]

[[materials]]
title = "Sheet"
file = "sheets/budgt.pdf"

[[materials]]
title = "Sheet"
file = "sheets/budget.pdf"

[[materials]]
title = "Address"
url = "firm.example"

[[materials]]
file = "sheets/budget.pdf"
+++
"#,
    );
    check(
        r#"
//- /static/sheets/budget.pdf
x
//- /content/topics/ads/first.md
+++
title = "First"
minutes = 20
objectives = ["Explain an ad"]

[[materials]]
title = "Sheet"
file = "sheets/budgt.pdf"

[[materials]]
title = "Sheet"
file = "sheets/budget.pdf"

[[materials]]
title = "Address"
url = "firm.example"
+++
"#,
    );
}

#[test]
fn a_translation_with_lists_of_another_length() {
    check(
        r#"
//= alone
//- /site.toml
[site]
title = { en = "Handbook", de = "Handbuch" }
languages = ["en", "de"]

[diagnostics]
default-role-page = "allow"
untranslated = "allow"
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
objectives = ["Explain an ad", "Choose one"]
keypoints = ["Ads cost money"]

[prepare]
mentor = ["Find an ad"]
+++
//- /content/topics/ads/first.de.md
+++
objectives = ["Werbung erklären"]
keypoints = ["Werbung kostet Geld"]

[prepare]
mentor = ["Werbung suchen", "Werbung mitbringen"]
+++
"#,
    );
}
