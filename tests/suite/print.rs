//! What is made for paper: sheets of sessions, editions of cohorts, topics and the whole handbook.

use crate::harness::{check, site};

/// The headings of the parts of an edition with their numbers.
fn chapters(page: &str) -> Vec<String> {
    let edition = page.split("class=\"contents\"").nth(1).unwrap().split("</ul>").next().unwrap();
    let entries = edition.split("<li").skip(1).map(|entry| {
        let link = entry.split("<a href=\"#").nth(1).unwrap();
        let id = link.split('"').next().unwrap();
        assert_eq!(page.matches(&format!(" id=\"{id}\" class=\"chapter")).count(), 1, "{id} is a part of the edition");
        let words = link.split('>').skip(1).map(|piece| piece.split('<').next().unwrap());
        words.collect::<String>().trim().to_owned()
    });
    entries.collect()
}

#[test]
fn a_topic_is_printed_with_its_modules() {
    let files = site(
        r#"
//- /content/topics/ads/first.md
+++
title = "First"
minutes = 20
objectives = ["Explain an ad"]
+++
## Task

See [above](#task) and [the second](second.md).
//- /content/topics/ads/second.md
+++
title = "Second"
minutes = 25
objectives = ["Set up an ad"]
+++
## Task

Try it.
"#,
    );
    let page = &files["topics/ads/print/index.html"];
    assert_eq!(chapters(page), ["1 Ads", "1.1 First", "1.2 Second"]);
    assert!(
        page.contains("<h4 id=\"part-1-1-task\">Task</h4>") && page.contains("<h4 id=\"part-1-2-task\">"),
        "{page}"
    );
    assert!(page.contains("<a href=\"#part-1-1-task\">above</a>"));
    assert!(page.contains("<a href=\"../second/index.html\">the second</a>"));
    assert!(files["topics/ads/index.html"].contains("topics/ads/print/index.html"));
}

#[test]
fn an_edition_shows_texts_of_modules_as_one_page() {
    let files = site(
        r#"
//- /site.toml
[site]
title = "Handbook"
time_zone = "Europe/Zurich"
[markdown]
raw_html = "allow"
//- /content/glossary.toml
[bid]
term = "bid"
definition = "What one pays."
[reach]
term = "reach"
definition = "How many people see it."
//- /content/topics/ads/first.md
+++
title = "First"
minutes = 20
objectives = ["Explain an ad"]
+++
A bid for reach, "quoted.
//- /content/topics/ads/second.md
+++
title = "Second"
minutes = 25
objectives = ["Set up an ad"]
+++
The bid, the *reach* and the bid. See [this module](second.md#end) and [the edition](/topics/ads/print/).

## End

"All" of it.
//- /content/topics/ads/third.md
+++
title = "Third"
minutes = 5
objectives = ["Set up an ad"]
+++
A bid and <a class="term" href="/glossary/#reach">a reach</a> by hand.
//- /content/topics/ads/index.md
+++
title = "Ads"
summary = "Places for sale."
modules = ["first", "second", "third"]
+++
"#,
    );
    let link = |term: &str| format!("<a class=\"term\" href=\"../../../glossary/index.html#{term}\">{term}</a>");
    let count = |page: &str, term: &str| files[page].matches(&link(term)).count();
    for page in ["first", "second"].map(|module| format!("topics/ads/{module}/index.html")) {
        assert_eq!((count(&page, "bid"), count(&page, "reach")), (1, 1), "{page} links each term once");
    }
    let edition = "topics/ads/print/index.html";
    assert_eq!((count(edition, "bid"), count(edition, "reach")), (1, 1), "an edition is one page");
    let page = &files[edition];
    assert!(page.contains("<p>The bid, the <em>reach</em> and the bid. See"), "{page}");
    assert!(page.contains("<a href=\"../second/index.html#end\">this module</a>"), "{page}");
    assert!(page.contains("<a href=\"index.html\">the edition</a>"), "{page}");
    assert!(page.contains(">a reach</a> by hand."), "what authors link stays: {page}");
    let module = &files["topics/ads/second/index.html"];
    assert!(module.contains("<a href=\"index.html#end\">this module</a>"), "{module}");
    assert!(module.contains("<a href=\"../print/index.html\">the edition</a>"), "{module}");
}

#[test]
fn a_cohort_is_printed_with_a_sheet_for_each_session() {
    let files = site(
        r#"
//- /site.toml
[site]
title = "Handbook"
time_zone = "Europe/Zurich"
base_url = "https://handbook.example/swap/"
"#,
    );
    let page = &files["cohorts/spring/print/index.html"];
    assert_eq!(chapters(page), ["1 Spring", "1.1 Opening", "1.2 Closing"]);
    assert_eq!(page.matches("<section class=\"sheet\">").count(), 2);
    let session = &files["cohorts/spring/sessions/s1/index.html"];
    assert_eq!(session.matches("<section class=\"sheet\">").count(), 1);
    for (page, address) in [(page, "cohorts/spring/print/"), (session, "cohorts/spring/sessions/s1/")] {
        assert!(page.contains(&format!("<figcaption>https://handbook.example/swap/{address}</figcaption>")), "{page}");
    }
    assert!(!site("")["cohorts/spring/sessions/s1/index.html"].contains("class=\"qr\""), "nobody knows the address");
}

#[test]
fn the_whole_handbook_has_every_part_once() {
    let page = &site("")["print/index.html"];
    let chapters = chapters(page);
    let expected = ["1 Swap", "2 Ads", "2.1 First", "2.2 Second", "3 Spring", "3.1 Opening", "3.2 Closing"];
    assert_eq!(chapters[..7], expected);
    assert!(chapters.iter().any(|chapter| chapter.ends_with("For mentors")), "{chapters:?}");
}

#[test]
fn a_site_says_whether_there_is_an_edition_of_the_whole() {
    let print = |print: &str| {
        let head = "//- /site.toml\n[site]\ntitle = \"Handbook\"\ntime_zone = \"Europe/Zurich\"\n";
        site(&format!("{head}[publish]\nprint = \"{print}\"\n"))["print/index.html"].clone()
    };
    let has_all = |page: &str| page.contains("class=\"contents\"");
    let parts = print("parts");
    assert!(!has_all(&parts));
    assert!(parts.contains("topics/ads/print/index.html") && parts.contains("cohorts/spring/print/index.html"));
    assert!(has_all(&print("all")) && has_all(&print("auto")));
}

#[test]
fn a_module_may_not_take_the_place_of_an_edition() {
    check(
        r#"
//- /content/topics/ads/index.md
+++
title = "Ads"
summary = "How ads work."
modules = ["first", "second", "print"]
+++
//- /content/topics/ads/print.md
$ error[duplicate-output]: topics/ads/print/index.html is made twice: by content/topics/ads/print.md and by the program itself
+++
title = "Print"
minutes = 5
objectives = ["Print it"]
+++
"#,
    );
}

#[test]
fn editions_are_not_for_search_engines() {
    let files = site(
        r#"
//- /site.toml
[site]
title = "Handbook"
time_zone = "Europe/Zurich"
base_url = "https://handbook.example/"
noindex = false
"#,
    );
    assert!(!files["sitemap.xml"].contains("/print/") && files["sitemap.xml"].contains("/topics/ads/"));
}
