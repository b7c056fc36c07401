//! What hosts and browsers want to know of a site: `_headers`, the policy of pages, the manifest.

use serde_json::Value;

use crate::harness::site;

const SITE: &str = r#"
//- /site.toml
[site]
title = { en = "Handbook", de = "Handbuch" }
base_url = "https://firm.example/book/"
languages = ["en", "de"]
time_zone = "Europe/Zurich"

[diagnostics]
untranslated = "allow"
"#;

/// The policy without the word for pages that are opened from a disk.
fn policy_of(page: &str) -> String {
    let (_, rest) = page.split_once("http-equiv=\"Content-Security-Policy\" content=\"").unwrap();
    rest.split('"').next().unwrap().replace("&#39;", "'").replace(" file:", "")
}

#[test]
fn headers_and_pages_state_the_same_policy() {
    let files = site(SITE);
    let policy = policy_of(&files["index.html"]);
    assert!(policy.starts_with("default-src 'self'; script-src 'self';"), "{policy}");
    assert!(!policy.contains("unsafe"));
    assert!(files["_headers"].contains(&format!("  Content-Security-Policy: {policy}; frame-ancestors 'self'\n")));
    assert!(files.iter().filter(|(path, _)| path.ends_with(".html")).all(|(_, page)| policy_of(page) == policy));
}

#[test]
fn nothing_in_a_page_asks_for_more_than_its_policy_allows() {
    for (path, page) in site(SITE).iter().filter(|(path, _)| path.ends_with(".html")) {
        let scripts = page.split("<script").skip(1).map(|script| script.split('>').next().unwrap_or_default());
        assert!(scripts.clone().count() > 0 && scripts.into_iter().all(|script| script.contains(" src=")), "{path}");
        assert!(!page.contains("<style") && !page.contains(" style=\"") && !page.contains(" onclick="), "{path}");
    }
}

#[test]
fn headers_count_from_the_top_of_the_host() {
    let headers = &site(SITE)["_headers"];
    for line in ["/book/*", "/book/assets/*", "/book/speculation-rules.json"] {
        assert!(headers.lines().any(|each| each == line), "{line} is not in\n{headers}");
    }
    assert!(headers.contains("Speculation-Rules: \"/book/speculation-rules.json\""));
    assert!(site("")["_headers"].lines().any(|line| line == "/assets/*"));
}

#[test]
fn an_author_writes_headers_of_their_own() {
    let files = site(&format!("{SITE}//- /static/_headers\n/*\n  X-Ours: yes\n"));
    assert_eq!(files["_headers"], "/*\n  X-Ours: yes\n");
    assert!(!files.contains_key("speculation-rules.json"));
}

#[test]
fn every_language_has_a_manifest_beside_its_home_page() {
    let files = site(SITE);
    for (path, language, title) in
        [("manifest.webmanifest", "en", "Handbook"), ("de/manifest.webmanifest", "de", "Handbuch")]
    {
        let manifest: Value = serde_json::from_str(&files[path]).unwrap();
        assert_eq!((&manifest["lang"], &manifest["name"]), (&language.into(), &title.into()));
        assert_eq!((&manifest["start_url"], &manifest["scope"]), (&"./".into(), &"./".into()));
        let icon = manifest["icons"][0]["src"].as_str().unwrap();
        assert!(files.contains_key(icon.trim_start_matches("../")), "{icon}");
    }
    assert!(files["de/index.html"].contains("<link rel=\"manifest\" href=\"../de/manifest.webmanifest\">"));
}
