//! `site.toml` (model.md §2).

use crate::harness::check;

#[test]
fn a_handbook_without_site_toml() {
    check(
        r#"
//- /site.toml delete
"#,
    );
}

#[test]
fn base_url_is_an_address() {
    check(
        r#"
//- /site.toml
[site]
title = "Handbook"
time_zone = "Europe/Zurich"
base_url = "handbook.firm.example"
"#,
    );
}

#[test]
fn the_default_language_is_one_of_the_languages() {
    check(
        r#"
//- /site.toml
[site]
title = "Handbook"
time_zone = "Europe/Zurich"
default_language = "de-CH"
languages = ["en", "de"]
"#,
    );
}

#[test]
fn language_tags() {
    check(
        r#"
//- /site.toml
[site]
title = "Handbook"
time_zone = "Europe/Zurich"
languages = ["en", "english please", "en"]
"#,
    );
}

#[test]
fn a_language_without_interface_texts() {
    check(
        r#"
//= alone
//- /site.toml
[site]
title = "Příručka"
default_language = "cs"

[diagnostics]
default-role-page = "allow"
"#,
    );
}

#[test]
fn time_zones() {
    check(
        r#"
//- /site.toml
[site]
title = "Handbook"
time_zone = "Europe/Zürich"
"#,
    );
    check(
        r#"
//- /site.toml
[site]
title = "Handbook"
"#,
    );
    check(
        r#"
//- /site.toml
[site]
title = "Handbook"
timezone = "Europe/Zurich"
"#,
    );
}

#[test]
fn a_missing_time_zone_is_said_once_for_all_cohorts() {
    check(
        r#"
//- /site.toml
[site]
title = "Handbook"
//- /content/cohorts/summer.toml
title = "Summer"
programme = "swap"
topic = "ads"
start = 2027-06-03
rhythm = "weekly"
time = "13:30"
"#,
    );
}

#[test]
fn visibility_of_the_site() {
    check(
        r#"
//- /site.toml
[site]
title = "Handbook"
time_zone = "Europe/Zurich"
visibility = "public"
"#,
    );
    check(
        r#"
//- /site.toml
[site]
title = "Handbook"
time_zone = "Europe/Zurich"
visibility = "everybody"
"#,
    );
}

#[test]
fn contact_and_group_size() {
    check(
        r#"
//- /site.toml
[site]
title = "A title of more than eighty characters, which no browser shows in the narrow tab above its page"
time_zone = "Europe/Zurich"
contact = "the office"
min_group = 0
"#,
    );
    check(
        r#"
//- /site.toml
[site]
title = "Handbook"
time_zone = "Europe/Zurich"
contact = "the office"
"#,
    );
}

#[test]
fn calendar_feeds_need_a_domain() {
    check(
        r#"
//- /site.toml
[site]
title = "Handbook"
time_zone = "Europe/Zurich"

[calendar]
enabled = true
"#,
    );
    check(
        r#"
//- /site.toml
[site]
title = "Handbook"
time_zone = "Europe/Zurich"

[calendar]
uid_domain = "firm.example"
refresh_hours = 169
reminder_minutes = 10081
"#,
    );
}

#[test]
fn holidays() {
    check(
        r#"
//- /site.toml
[site]
title = "Handbook"
time_zone = "Europe/Zurich"

[[holiday]]
from = 2027-05-10
to = 2027-05-01
name = "Holidays"

[[holiday]]
name = "Some day"

[[holiday]]
from = 2027-05-10
name = "From then on"
"#,
    );
    check(
        r#"
//- /site.toml
[site]
title = "Handbook"
time_zone = "Europe/Zurich"

[[holiday]]
from = 2027-05-10
to = 2027-05-01
name = "Holidays"

[[holiday]]
from = 2027-05-10
name = "From then on"

[[holiday]]
date = 2027-05-10
to = 2027-05-12
name = "Both"
"#,
    );
}

#[test]
fn labels() {
    check(
        r#"
//- /site.toml
[site]
title = "Handbook"
time_zone = "Europe/Zurich"

[labels.en]
pair = "Tandem"
leader = "Boss"

[labels.de]
pair = "Tandem"
"#,
    );
    check(
        r#"
//- /site.toml
[site]
title = "Handbook"
time_zone = "Europe/Zurich"

[labels.en]
pair = "Tandem"

[labels.de]
pair = "Tandem"
"#,
    );
}

#[test]
fn themes() {
    check(
        r#"
//- /site.toml
[site]
title = "Handbook"
time_zone = "Europe/Zurich"

[theme]
name = "fade"
colour = "red"
"#,
    );
}

#[test]
fn a_theme_of_ones_own() {
    check(
        r#"
//- /site.toml
[site]
title = "Handbook"
time_zone = "Europe/Zurich"

[theme]
name = "ours"
//- /themes/ours/theme.toml
name = "ours"
extends = "faden"
min_api = 8
max_api = 9
//- /themes/ours/i18n/en.ftl
pair = { $
"#,
    );
}

#[test]
fn templates_of_ones_own() {
    let theme = |template: &str| {
        format!(
            "//- /site.toml\n[site]\ntitle = \"Handbook\"\ntime_zone = \"Europe/Zurich\"\n\n[theme]\nname = \"ours\"\n\
             //- /themes/ours/theme.toml\nname = \"ours\"\nextends = \"faden\"\nmin_api = 1\nmax_api = 1\n\
             //- /themes/ours/templates/topics.html\n{template}"
        )
    };
    check(&theme("<p>{{ page.title }}\n"));
    check(&theme("<p>{% if %}\n"));
    check(&theme("<p>{{ page.titel }}\n"));
    check(&theme("{% extends \"bse.html\" %}\n"));
    check(&theme("<p>{{ text(key=\"no-such-text\") }}\n"));
}

#[test]
fn weights_of_messages() {
    check(
        r#"
//- /site.toml
[site]
title = "Handbook"
time_zone = "Europe/Zurich"

[diagnostics]
no-pair = "allow"
empty = "warn"
bad-id = "deny"
missing-alt = "always"
"#,
    );
    check(
        r#"
//- /site.toml
[site]
title = "Handbook"
time_zone = "Europe/Zurich"

[diagnostics]
no-pair = "allow"
empty = "warn"
bad-id = "deny"
"#,
    );
}

#[test]
fn a_message_weighs_what_the_site_says() {
    check(
        r#"
//- /site.toml
[site]
title = "Handbook"
time_zone = "Europe/Zurich"

[diagnostics]
default-role-page = "deny"
missing-alt = "allow"
stray-file = "deny"
//- /content/roles/mentor.md delete
//- /content/notes.odt
x
//- /content/faq.md
# Questions

![](a.png)
//- /content/a.png
x
"#,
    );
}

#[test]
fn redirects_lead_somewhere() {
    check(
        r#"
//- /site.toml
[site]
title = "Handbook"
time_zone = "Europe/Zurich"

[publish.redirects]
"/old/" = "/topics/ads/"
"/older/" = "/topics/adds/"
"/away/" = "https://firm.example/"
"#,
    );
}

#[test]
fn tables_of_site_toml() {
    check(
        r#"
//- /site.toml
[site]
title = "Handbook"
time_zone = "Europe/Zurich"

[markdown]
raw_html = "keep"

[publish]
print = "some"
output = "www"

[search]
enabled = "yes"

[sight]
title = "Handbook"
"#,
    );
}
