//! Success factors (model.md §7).

use crate::harness::check;

#[test]
fn parameters_and_checks_of_a_factor() {
    check(
        r#"
//- /content/factors/difference.md
+++
title = "Difference"
number = 1
rationale = "Who differs, learns."

[params]
min_age_gab = 10
^^^^^^^^^^^ error[unknown-parameter]: unknown parameter "min_age_gab"; this factor knows min_age_gap, min_level_gap; did you mean "min_age_gap"?

[checks]
"difference.age" = false
"difference.hair" = false
^^^^^^^^^^^^^^^^^ error[unknown-check]: unknown check "difference.hair"; did you mean "difference.age"?
"structure.rules" = false
^^^^^^^^^^^^^^^^^ error[unknown-check]: unknown check "structure.rules"
+++
"#,
    );
}

#[test]
fn a_factor_of_ones_own_has_guidance_only() {
    check(
        r#"
//- /content/factors/humour.md
+++
title = "Humour"
number = 10
         ^^ error[out-of-range]: "number" must be between 1 and 9, found 10
rationale = "Who laughs, learns."
+++
"#,
    );
    check(
        r#"
//- /content/factors/humour.md
+++
title = "Humour"
number = 9
rationale = "Who laughs, learns."

[params]
jokes = 3
^^^^^ error[unknown-parameter]: unknown parameter "jokes"; this factor knows none
+++
Laugh.
"#,
    );
}

#[test]
fn the_wording_of_results() {
    check(
        r#"
//- /content/factors/difference.messages.toml
[age]
pass = "Fine."

[summary]
fail = "Not fine."
^^^^ error[unknown-key]: unknown key "fail" in summary
"#,
    );
    check(
        r#"
//- /content/factors/difference.messages.toml
[age]
pass = "Fine."

[hair]
 ^^^^ error[unknown-key]: unknown key "hair" in messages
pass = "Fine."

[summary]
attention = "Not fine."
"#,
    );
}

#[test]
fn a_strange_table_is_said_beside_other_mistakes() {
    check(
        r#"
//- /content/factors/difference.messages.toml
[hair]
 ^^^^ error[unknown-key]: unknown key "hair" in messages
pass = "Fine."

[summary]
fail = "Not fine."
^^^^ error[unknown-key]: unknown key "fail" in summary
"#,
    );
}

#[test]
fn a_threshold_is_no_less_than_nothing() {
    check(
        r#"
//- /content/cohorts/spring.toml
title = "Spring"
programme = "swap"
topic = "ads"
start = 2027-03-04
rhythm = "weekly"
time = "13:30"
factors = { min_age_gap = -5, min_level_gap = 0 }
                          ^^ error[out-of-range]: "min_age_gap" must be at least 0, found -5

[[pair]]
id = "p1"
mentor = "m1"
mentee = "e1"
"#,
    );
}
