//! Themes of a site's own (site.md, "Theme"): what is wrong with them is found when they are loaded.

use std::fs;

use leitfaden::view::{Contract, Frame, Shape};

use crate::harness::{check, site};
use crate::program::{files_below, repository};

/// A site with a theme of its own, which has nothing of its own so far.
const OURS: &str = r#"
//- /site.toml
[site]
title = "Handbook"
time_zone = "Europe/Zurich"
[theme]
name = "ours"
//- /themes/ours/theme.toml
name = "ours"
extends = "faden"
min_api = 1
max_api = 1
"#;

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
          ^ error[theme-version]: theme "ours" is made for template API 8 to 9, this program has 1
max_api = 9
//- /themes/ours/i18n/en.ftl
pair = { $
          ^^^ error[text-syntax]: expected one of "a-zA-Z"
"#,
    );
}

#[test]
fn the_default_theme_keeps_its_own_contract() {
    let folder = repository().join("themes/faden/templates");
    let mut files = OURS.to_owned();
    for (path, file) in files_below(&folder) {
        let text = fs::read_to_string(file).unwrap();
        files += &format!("//- /themes/ours/templates/{path}\n{text}\n");
    }
    check(&files);
}

#[test]
fn the_notes_for_authors_of_themes_name_every_field() {
    let notes = fs::read_to_string(repository().join("themes/README.md")).unwrap();
    let contract = Contract::current();
    let sections: std::collections::BTreeMap<&str, &str> =
        notes.split("\n### ").skip(1).filter_map(|section| section.split("\n## ").next()?.split_once('\n')).collect();
    for (record, fields) in &contract.records {
        let section = sections.get(record.as_str()).unwrap_or_else(|| panic!("themes/README.md lacks {record}"));
        let rows = section.lines().filter_map(|line| line.strip_prefix("| `"));
        let rows: Vec<(&str, &str)> = rows.filter_map(|row| row.split_once("` | ")).collect();
        let named: Vec<&str> = rows.iter().map(|(field, _)| *field).collect();
        let mut sorted = named.clone();
        sorted.sort_unstable();
        assert_eq!(sorted, fields.keys().map(String::as_str).collect::<Vec<_>>(), "{record}");
        for (field, rest) in rows {
            let kind = rest.split(" |").next().unwrap_or_default();
            assert!(is_named(&fields[field], kind), "{record}.{field} is {:?}, not {kind}", fields[field]);
        }
    }
    for component in Frame::COMPONENTS {
        let field = component.trim_start_matches("frame_");
        let row = format!("| `{component}(site, spot)` | `frame.{field}` |");
        assert!(notes.contains(&row) && contract.records["Frame"].contains_key(field), "themes/README.md lacks {row}");
    }
    for kind in &contract.kinds {
        let Shape::Record(view) = &kind.shape else { panic!("{} has no fields", kind.object) };
        let anchor = view.to_lowercase();
        let row = format!("| `{}.html` | `{}` | [{view}](#{anchor}) |", kind.template, kind.object);
        assert!(notes.contains(&row), "themes/README.md lacks {row}");
    }
}

/// Whether the notes call a shape by what it is.
fn is_named(shape: &Shape, kind: &str) -> bool {
    match shape {
        Shape::Record(name) => kind.contains(&format!("[{name}]")) && !kind.starts_with("list"),
        Shape::List(item) => kind.starts_with("list of ") && is_named(item, &kind["list of ".len()..]),
        Shape::Plain => kind == "[Html](#html)" || !kind.contains('[') && !kind.starts_with("list"),
        Shape::Any => kind == "the view of that kind of page",
        Shape::Options => kind == "the options of the theme",
    }
}

/// A theme on top of another with options, and a site that sets two of them.
const OPTIONS: &str = r#"
//- /site.toml
[site]
title = "Handbook"
time_zone = "Europe/Zurich"
[theme]
name = "ours"
motto = "Ours"
rows = 3
//- /themes/ours/theme.toml
name = "ours"
extends = "firm"
min_api = 1
max_api = 1
[options]
motto = "Nobody's"
//- /themes/firm/theme.toml
name = "firm"
extends = "faden"
min_api = 1
max_api = 1
[options]
motto = "The firm's"
rows = 5
wide = true
names = ["a", "b"]
"#;

#[test]
fn templates_see_the_options_that_a_site_sets_and_the_defaults_of_the_others() {
    let template = r#"//- /themes/ours/templates/home.html
{% extends "faden/home.html" %}
{% block lead %}[{{ site.options.motto }} {{ site.options.rows + 1 }} {{ site.options.wide }} {{ site.options.names | join(sep="+") }}]{% endblock lead %}
"#;
    let files = site(&format!("{OPTIONS}{template}"));
    assert!(files["index.html"].contains("[Ours 4 true a+b]"));
}

#[test]
fn an_option_that_no_theme_has_is_known_before_a_page_needs_it() {
    let template = r#"//- /themes/ours/templates/home.html
{% extends "faden/home.html" %}
{% block lead %}{% if site.options.moto %}a{% endif %}{{ site.options.x | default(value="y") }}{% endblock lead %}
                                   ^^^^ error[template-unknown-name]: unknown name "moto" in site.options; did you mean "motto"?
"#;
    check(&format!("{OPTIONS}{template}"));
}

#[test]
fn what_is_around_a_page_is_made_for_its_spot() {
    let files = site(
        r#"
//- /site.toml
[site]
title = "Handbook"
time_zone = "Europe/Zurich"
languages = ["en", "de"]
[diagnostics]
untranslated = "allow"
[theme]
name = "ours"
//- /content/faq.md
+++
title = "Questions"
menu = true
+++
//- /themes/ours/theme.toml
name = "ours"
extends = "faden"
min_api = 1
max_api = 1
//- /themes/ours/templates/components/ours.html
{% component frame_keys(spot: map) %}[{{ spot.root }}|{{ spot.part }}|{{ spot.here }}]{% endcomponent %}
"#,
    );
    let spots = [
        ("index.html", "[||index.html]"),
        ("topics/index.html", "[../|topics|topics/index.html]"),
        ("topics/ads/index.html", "[../../|topics|]"),
        ("topics/ads/first/index.html", "[../../../|topics|]"),
        ("topics/ads/second/index.html", "[../../../|topics|]"),
        ("for/mentor/index.html", "[../../||for/mentor/index.html]"),
        ("faq/index.html", "[../||faq/index.html]"),
        ("de/topics/index.html", "[../../|topics|de/topics/index.html]"),
        ("404.html", "[/||]"),
    ];
    for (path, spot) in spots {
        assert!(files.get(path).expect(path).contains(spot), "{path} is not at {spot}");
    }
    let current = |path: &str| files[path].matches(" aria-current=\"page\"").count();
    assert_eq!(current("index.html"), 2, "above the menu at the top, and in that at the foot");
    assert_eq!(current("topics/index.html"), 2, "in the menu at the top and in that at the foot");
    assert_eq!(current("faq/index.html"), 1, "in the menu at the foot");
    assert_eq!(current("de/topics/index.html"), 2);
    assert_eq!(current("topics/ads/index.html"), 0, "no menu leads there");
    assert!(files["topics/ads/index.html"].contains("topics/index.html\" aria-current=\"true\""));
}

#[test]
fn a_part_of_the_frame_gets_what_there_is() {
    let components = r#"
//- /themes/ours/templates/components/ours.html
{% component frame_keys(site: map, page: map) %}{{ site.titel }}{% endcomponent %}
             ^^^^^^^^^^ error[component-argument]: component "frame_keys" needs "page", but gets "site" and "spot"
                                                        ^^^^^ error[template-unknown-name]: unknown name "titel" in site; did you mean "title"?
{% component frame_brand(site: string, @page) %}{{ site }}{% endcomponent %}
             ^^^^^^^^^^^ error[component-argument]: component "frame_brand" takes "site" as string, but gets a map
{% component frame_manu(site, spot) %}{{ site.title }}{% endcomponent %}
             ^^^^^^^^^^ error[template-unknown-name]: component "frame_manu" is called by nobody; did you mean "frame_menu"?
{% component frame_footer(@page = "") %}{% endcomponent %}
{% component frame_head(@page) %}{% endcomponent %}
             ^^^^^^^^^^ error[component-argument]: component "frame_head" needs "page", but gets "site" and "spot"
{% component frame_menu(spot: map, wide: bool = true) %}{{ spot.href }}{% endcomponent %}
                                                                ^^^^ error[template-unknown-name]: unknown name "href" in spot
"#;
    check(&(OURS.to_owned() + components));
}
