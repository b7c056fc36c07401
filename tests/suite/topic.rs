//! Topics (model.md §4).

use crate::harness::check;

#[test]
fn the_modules_of_a_path() {
    check(
        r#"
//- /content/topics/ads/index.md
+++
title = "Ads"
summary = "How ads work."
modules = ["first", "secnd", "first", "plan"]
                    ^^^^^^^ error[unknown-module]: topic "ads" lists module "secnd", but content/topics/ads/secnd.md does not exist; did you mean "second"?
                             ^^^^^^^ error[listed-twice]: topic "ads" lists module "first" twice
                                      ^^^^^^ error[unknown-module]: topic "ads" lists module "plan", but content/topics/ads/plan.md does not exist
+++
//- /content/topics/ads/extra.md
$ warning[unlisted-module]: content/topics/ads/extra.md is not listed in modules of topic "ads" and is not published
+++
title = "Extra"
minutes = 5
objectives = ["Draw an ad"]
+++
"#,
    );
}

#[test]
fn a_module_that_is_not_listed() {
    check(
        r#"
//- /content/topics/ads/extra.md
$ warning[unlisted-module]: content/topics/ads/extra.md is not listed in modules of topic "ads" and is not published
+++
title = "Extra"
minutes = 5
objectives = ["Draw an ad"]
+++
"#,
    );
}

#[test]
fn goals_that_nobody_serves() {
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

[[goals]]
id = "pay"
     ^^^^^ warning[unserved-goal]: goal "pay" of topic "ads" is served by no required module
text = "Pay for it"
+++
//- /content/topics/ads/first.md
+++
title = "First"
minutes = 20
objectives = ["Explain an ad"]
goals = ["place"]
+++
//- /content/topics/ads/second.md
+++
title = "Second"
minutes = 25
objectives = ["Set up an ad"]
optional = true
goals = ["pay", "play"]
                ^^^^^^ error[unknown-goal]: goal "play" is not defined in topic "ads"; did you mean "pay"?
+++
"#,
    );
}

#[test]
fn goals_of_translations_have_the_same_ids() {
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

[[goals]]
id = "place"
text = "Place an ad"
+++
//- /content/topics/ads/index.de.md
+++
[[goals]]
id = "plac"
     ^^^^^^ error[unknown-reference]: "id" names goal "plac", which does not exist; did you mean "place"?
text = "Werbung schalten"
+++
//- /content/topics/ads/first.md
+++
title = "First"
minutes = 20
objectives = ["Explain an ad"]
goals = ["place"]
+++
"#,
    );
}

#[test]
fn a_topic_that_nobody_has_looked_at_for_long() {
    check(
        r#"
//= today 2027-01-02
//- /content/topics/ads/index.md
+++
title = "Ads"
summary = "How ads work."
modules = ["first", "second"]
reviewed = 2025-07-01
           ^^^^^^^^^^ warning[stale-topic]: topic "ads" was last reviewed on 2025-07-01; is it still up to date?
+++
"#,
    );
    check(
        r#"
//= today 2027-01-01
//- /content/topics/ads/index.md
+++
title = "Ads"
summary = "How ads work."
modules = ["first", "second"]
reviewed = 2025-07-01
+++
"#,
    );
}
