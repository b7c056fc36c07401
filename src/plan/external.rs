//! The links of a handbook that lead out of it, for `check --external-links`.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::at;
use crate::diagnostics::Place;
use crate::document::{Content, Document, File};

/// An address outside the site, and where authors wrote it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExternalLink {
    /// The address as it was first written.
    pub url: String,
    /// Its places in the order of the files; at least one.
    pub places: Vec<Place>,
}

/// Every http address of texts, materials, programmes, cohorts and `site.toml`, each once, by address.
///
/// The web address of a cohort or a session counts only where it is published.
#[must_use]
pub fn external_links(site: &File, contact: Option<&str>, documents: &[Arc<Document>]) -> Vec<ExternalLink> {
    let mut links = Links::default();
    links.add(contact, || site.value(&at!["site", "contact"]));
    for document in documents {
        let file = &document.file;
        for link in file.body().into_iter().flat_map(|body| &body.links) {
            links.add(Some(&link.target), || file.at(link.span));
        }
        links.add_data(file, &document.content);
    }
    let sorted = |(url, mut places): (String, Vec<Place>)| {
        places.sort();
        ExternalLink { url, places }
    };
    links.by_url.into_iter().map(sorted).collect()
}

#[derive(Default)]
struct Links {
    by_url: BTreeMap<String, Vec<Place>>,
}

impl Links {
    fn add(&mut self, url: Option<&str>, place: impl FnOnce() -> Place) {
        let Some(url) = url.and_then(absolute) else { return };
        self.by_url.entry(url).or_default().push(place());
    }

    fn add_data(&mut self, file: &File, content: &Content) {
        match content {
            Content::Module(front) => {
                for (index, material) in front.materials.iter().enumerate() {
                    self.add(material.url.as_deref(), || file.value(&at!["materials", index, "url"]));
                }
            }
            Content::Programme(toml) => {
                self.add(toml.organiser.contact.as_deref(), || file.value(&at!["organiser", "contact"]));
                for (index, link) in toml.links.iter().enumerate() {
                    self.add(Some(&link.url), || file.value(&at!["link", index, "url"]));
                }
            }
            Content::Cohort(toml) if toml.publish_link => {
                self.add(toml.link.as_deref(), || file.value(&at!["link"]));
                for (index, session) in toml.sessions.iter().enumerate() {
                    self.add(session.link.as_deref(), || file.value(&at!["session", index, "link"]));
                }
            }
            _ => {}
        }
    }
}

/// The address with a scheme; `None` if it is none that can be asked for. `//host` is taken as https.
fn absolute(written: &str) -> Option<String> {
    let url = if written.starts_with("//") { format!("https:{written}") } else { written.to_owned() };
    let lower = url.to_ascii_lowercase();
    (lower.starts_with("https://") || lower.starts_with("http://")).then_some(url)
}

/// Whether one of `patterns` stands for `url`; `*` is for any letters, and there are no other signs.
#[must_use]
pub fn is_skipped(patterns: &[String], url: &str) -> bool {
    patterns.iter().any(|pattern| fits(pattern, url))
}

fn fits(pattern: &str, url: &str) -> bool {
    let Some((start, rest)) = pattern.split_once('*') else { return pattern == url };
    let Some(mut left) = url.strip_prefix(start) else { return false };
    let parts: Vec<&str> = rest.split('*').collect();
    let Some((last, middle)) = parts.split_last() else { return left.is_empty() };
    for part in middle {
        let Some(at) = left.find(part) else { return false };
        left = &left[at + part.len()..];
    }
    left.ends_with(last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_star_is_for_any_letters() {
        let rows = [
            ("https://a.example/*", "https://a.example/", true),
            ("https://a.example/*", "https://a.example/x/y", true),
            ("https://a.example/*", "https://b.example/", false),
            ("https://a.example/", "https://a.example/x", false),
            ("*://*.a.example/*.pdf", "https://www.a.example/x/y.pdf", true),
            ("*://*.a.example/*.pdf", "https://www.a.example/x/y.html", false),
            ("*", "https://a.example/", true),
            ("https://a*a", "https://a", false),
        ];
        for (pattern, url, expected) in rows {
            assert_eq!(fits(pattern, url), expected, "{pattern} {url}");
        }
    }

    #[test]
    fn only_what_can_be_asked_for() {
        assert_eq!(absolute("//a.example/").as_deref(), Some("https://a.example/"));
        assert_eq!(absolute("HTTP://a.example/").as_deref(), Some("HTTP://a.example/"));
        for other in ["mailto:x@a.example", "../a.md", "/a/", "@/a.md", "ftp://a.example"] {
            assert_eq!(absolute(other), None, "{other}");
        }
    }
}
