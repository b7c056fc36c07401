//! `site.toml` (model.md §2).

use crate::harness::check;

#[test]
fn a_handbook_without_site_toml() {
    check(
        r#"
//- /site.toml delete
$ error[missing-key]: "site" is missing in site.toml, which does not exist
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
           ^^^^^^^^^^^^^^^^^^^^^^^ error[bad-base-url]: site.base_url must be an absolute http or https address, found "handbook.firm.example"
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
^^^^^^^^^^^^^^^^ error[default-language]: site.default_language "de-CH" is not listed in site.languages
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
                   ^^^^^^^^^^^^^^^^ error[wrong-type]: "languages" must be a language tag such as "de-CH", found the text "english please"
                                     ^^^^ error[listed-twice]: "en" is listed twice in languages
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
^^^^^^^^^^^^^^^^ warning[no-interface-language]: no built-in interface texts for "cs"; English is used

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
            ^^^^^^^^^^^^^^^ error[unknown-time-zone]: "Europe/Zürich" is not an IANA time zone name; did you mean "Europe/Zurich"?
"#,
    );
    check(
        r#"
//- /site.toml
[site]
^^^^^^ error[no-time-zone]: no time zone: set site.time_zone or cohort.time_zone, for example "Europe/Zurich"
title = "Handbook"
"#,
    );
    check(
        r#"
//- /site.toml
[site]
title = "Handbook"
timezone = "Europe/Zurich"
^^^^^^^^ error[unknown-key]: unknown key "timezone" in site; did you mean "time_zone"?
"#,
    );
}

#[test]
fn a_missing_time_zone_is_said_once_for_all_cohorts() {
    check(
        r#"
//- /site.toml
[site]
^^^^^^ error[no-time-zone]: no time zone: set site.time_zone or cohort.time_zone, for example "Europe/Zurich"
title = "Handbook"
//- /content/cohorts/summer.toml
$ warning[no-pairs]: cohort "summer" has no pairs yet
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
             ^^^^^^^^ warning[public-names]: site.visibility is "public": full names may appear on the site
"#,
    );
    check(
        r#"
//- /site.toml
[site]
title = "Handbook"
time_zone = "Europe/Zurich"
visibility = "everybody"
             ^^^^^^^^^^^ error[not-an-option]: "visibility" must be one of "public", "initials", "hidden", found "everybody"
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
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[out-of-range]: "title" must be between 1 and 80 characters, found 95
time_zone = "Europe/Zurich"
contact = "the office"
          ^^^^^^^^^^^^ error[wrong-type]: "contact" must be a mail address or a web address, found the text "the office"
min_group = 0
            ^ error[out-of-range]: "min_group" must be between 1 and 50, found 0
"#,
    );
    check(
        r#"
//- /site.toml
[site]
title = "Handbook"
time_zone = "Europe/Zurich"
contact = "the office"
          ^^^^^^^^^^^^ error[wrong-type]: "contact" must be a mail address or a web address, found the text "the office"
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
^^^^^^^^^^ error[no-uid-domain]: calendar feeds need a stable domain: set calendar.uid_domain or site.base_url
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
                ^^^ error[out-of-range]: "refresh_hours" must be between 1 and 168 hours, found 169
reminder_minutes = 10081
                   ^^^^^ error[out-of-range]: "reminder_minutes" must be between 0 and 10080 minutes, found 10081
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
       ^^^^^^^^^^ error[inverted-period]: "from" 2027-05-10 is after "to" 2027-05-01
to = 2027-05-01
name = "Holidays"

[[holiday]]
^^^^^^^^^^^ error[missing-key]: "date" is missing in holiday
name = "Some day"

[[holiday]]
^^^^^^^^^^^ error[missing-key]: "to" is missing in holiday
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
       ^^^^^^^^^^ error[inverted-period]: "from" 2027-05-10 is after "to" 2027-05-01
to = 2027-05-01
name = "Holidays"

[[holiday]]
^^^^^^^^^^^ error[missing-key]: "to" is missing in holiday
from = 2027-05-10
name = "From then on"

[[holiday]]
date = 2027-05-10
to = 2027-05-12
^^ error[unknown-key]: unknown key "to" in holiday with a "date"
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
^^^^^^ error[unknown-key]: unknown key "leader" in labels

[labels.de]
        ^^ error[unknown-language]: "de" is not among the languages of this site, which are "en"
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
        ^^ error[unknown-language]: "de" is not among the languages of this site, which are "en"
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
       ^^^^^^ error[unknown-theme]: there is no theme "fade" in themes/; did you mean "faden"?
colour = "red"
"#,
    );
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
^^^^^^^ error[unknown-diagnostic]: there is no diagnostic "no-pair"; did you mean "no-pairs"?
empty = "warn"
        ^^^^^^ error[wrong-level]: "empty" is an error and can only be mended
bad-id = "deny"
missing-alt = "always"
              ^^^^^^^^ error[not-an-option]: "missing-alt" must be one of "allow", "warn", "deny", found "always"
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
^^^^^^^ error[unknown-diagnostic]: there is no diagnostic "no-pair"; did you mean "no-pairs"?
empty = "warn"
        ^^^^^^ error[wrong-level]: "empty" is an error and can only be mended
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
$ error[default-role-page]: no page for role "mentor"; a short default is used
//- /content/notes.odt
$ error[stray-file]: "content/notes.odt" belongs to no kind of page and is not published
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
            ^^^^^^^^^^^^^^^ error[broken-link]: link to "/topics/adds/" leads nowhere
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
           ^^^^^^ error[not-an-option]: "raw_html" must be one of "sanitize", "escape", "allow", found "keep"

[publish]
print = "some"
        ^^^^^^ error[not-an-option]: "print" must be one of "all", "parts", "auto", found "some"
output = "www"
^^^^^^ error[unknown-key]: unknown key "output" in publish; did you mean "out"?

[search]
enabled = "yes"
          ^^^^^ error[wrong-type]: "enabled" must be true or false, found the text "yes"

[sight]
 ^^^^^ error[unknown-key]: unknown key "sight" in site
title = "Handbook"
"#,
    );
}

#[test]
fn redirects_and_edit_links_lead_to_web_pages() {
    check(
        r#"
//- /site.toml
[site]
title = "Handbook"
time_zone = "Europe/Zurich"

[publish]
edit_url = "javascript:{path}"
           ^^^^^^^^^^^^^^^^^^^ error[wrong-type]: "edit_url" must be a web address with {path} in it, found the text "javascript:{path}"

[publish.redirects]
"/a/" = "/topics/ads/"
"/b/" = "https://firm.example/"
"/c/" = "javascript:alert(1)"
        ^^^^^^^^^^^^^^^^^^^^^ error[broken-link]: link to "javascript:alert(1)" leads nowhere
"/d/" = "//firm.example/"
        ^^^^^^^^^^^^^^^^^ error[broken-link]: link to "//firm.example/" leads nowhere
"#,
    );
    check(
        r#"
//- /site.toml
[site]
title = "Handbook"
time_zone = "Europe/Zurich"

[publish]
edit_url = "https://git.firm.example/edit/"
           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[wrong-type]: "edit_url" must be a web address with {path} in it, found the text "https://git.firm.example/edit/"
"#,
    );
    check(
        r#"
//- /site.toml
[site]
title = "Handbook"
time_zone = "Europe/Zurich"
languages = []
            ^^ error[empty]: "languages" must not be empty
"#,
    );
}

#[test]
fn domains_and_contacts() {
    for domain in ["a b", "https://firm.example", "x@firm.example", "firm..example"] {
        let site = "//- /site.toml\n[site]\ntitle = \"Handbook\"\ntime_zone = \"Europe/Zurich\"\n\n[calendar]\n";
        let place = format!("{site}uid_domain = \"{domain}\"\n             ^ error[wrong-type]: …\n");
        check(&place.replace('^', &"^".repeat(domain.len() + 2)));
    }
    for contact in ["", "@", "lead@", "my lead@firm.example"] {
        let site = "//- /site.toml\n[site]\ntitle = \"Handbook\"\ntime_zone = \"Europe/Zurich\"\n";
        let place = format!("{site}contact = \"{contact}\"\n          ^ error[wrong-type]: …\n");
        check(&place.replace('^', &"^".repeat(contact.len() + 2)));
    }
}
