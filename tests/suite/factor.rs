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

[hair]
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
