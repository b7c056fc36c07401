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
                   ^^ error[practice-exceeds-minutes]: practice_minutes (25) is more than minutes (20)
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
                 ^^^^^^^^ error[prerequisite-order]: module "first" comes before its prerequisite "second" in topic "ads"
+++
//- /content/topics/ads/second.md
+++
title = "Second"
minutes = 25
objectives = ["Set up an ad"]
prerequisites = ["frist"]
                 ^^^^^^^ error[unknown-prerequisite]: prerequisite "frist" of module "second" does not exist in topic "ads"; did you mean "first"?
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
                 ^^^^^^^^ error[prerequisite-cycle]: prerequisites form a circle: first -> second -> first
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
                 ^^^^^^^^ error[prerequisite-cycle]: prerequisites form a circle: second -> second
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
                 ^^^^^^^ error[requires-optional]: module "second" is required but depends on optional module "first"
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
                  ^^^^^^ error[unknown-goal]: goal "plac" is not defined in topic "ads"; did you mean "place"?
+++
//- /content/topics/ads/second.md
$ warning[goalless-module]: module "second" serves no goal of its topic
+++
title = "Second"
minutes = 25
objectives = ["Set up an ad"]
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
              ^^^^^^^^^^^^^^^^ warning[vague-objective]: objective starts with "understand", which is hard to observe; try explain, choose, set up, calculate
                                ^^^^^^^^^^^^^^^^^^^ warning[vague-objective]: objective starts with "be aware", which is hard to observe; try explain, choose, set up, calculate
                                                                           ^^^^^^^^^^^^^^^^^^^^^^^^^ warning[vague-objective]: objective starts with "wissen", which is hard to observe; try explain, choose, set up, calculate
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
^^^^^^^^^^ warning[crowded-objectives]: 3 objectives for 14 minutes
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
       ^^^^^^^^^^^^^^^^^^ error[missing-file]: file "sheets/budgt.pdf" is not in static/; did you mean "sheets/budget.pdf"?

[[materials]]
title = "Sheet"
file = "sheets/budget.pdf"

[[materials]]
title = "Address"
url = "firm.example"
      ^^^^^^^^^^^^^^ error[wrong-type]: "url" must be a web address, found the text "firm.example"

[[materials]]
^^^^^^^^^^^^^ error[missing-key]: "title" is missing in materials
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
       ^^^^^^^^^^^^^^^^^^ error[missing-file]: file "sheets/budgt.pdf" is not in static/; did you mean "sheets/budget.pdf"?

[[materials]]
title = "Sheet"
file = "sheets/budget.pdf"

[[materials]]
title = "Address"
url = "firm.example"
      ^^^^^^^^^^^^^^ error[wrong-type]: "url" must be a web address, found the text "firm.example"
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
^^^^^^^^^^ warning[translation-length]: translation has 1 entries in "objectives", the original has 2
keypoints = ["Werbung kostet Geld"]

[prepare]
mentor = ["Werbung suchen", "Werbung mitbringen"]
^^^^^^ warning[translation-length]: translation has 2 entries in "mentor", the original has 1
+++
"#,
    );
}

#[test]
fn a_number_that_nobody_counts_to() {
    check(
        r#"
//- /content/topics/ads/first.md
+++
title = "First"
minutes = 99999999999999999999
          ^^^^^^^^^^^^^^^^^^^^ error[out-of-range]: "minutes" must be between 5 and 240 minutes, found 99999999999999999999
objectives = ["Explain an ad"]
+++
"#,
    );
}
