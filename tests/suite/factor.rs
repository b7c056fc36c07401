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

[checks]
"difference.age" = false
"difference.hair" = false
"structure.rules" = false
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
"#,
    );
    check(
        r#"
//- /content/factors/difference.messages.toml
[age]
pass = "Fine."

[hair]
pass = "Fine."

[summary]
attention = "Not fine."
"#,
    );
}
