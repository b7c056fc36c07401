//! The links of programmes (model.md §3).

use std::sync::Arc;

use super::links::{anchor_fault, broken_link, is_part};
use super::targets::{LinkMap, Resolved};
use crate::at;
use crate::config::absolute_http;
use crate::diagnostics::Report;
use crate::document::{Content, Document};
use crate::locale::Language;

/// Reports every link that leads neither to a web page nor into the handbook, also of programmes with other mistakes.
pub fn check(report: &mut Report, map: &LinkMap, documents: &[Arc<Document>], language: Language) {
    for document in documents {
        let Content::Programme(toml) = document.as_far_as_read() else { continue };
        let file = &document.file;
        let from = file.path();
        let is_hidden = toml.draft && map.page_of(from).is_none();
        for (index, link) in toml.links.iter().enumerate().filter(|_| !is_hidden) {
            let url = link.url.as_str();
            let place = || file.value(&at!["link", index, "url"]);
            match map.resolve(url, from, language) {
                Resolved::Nowhere | Resolved::Here(_) => report.add(broken_link(map, url, from, place())),
                Resolved::External if !is_web_page(url) => {
                    let help = "write an address that begins with https:// or a page of the handbook";
                    report.add(broken_link(map, url, from, place()).help(help));
                }
                Resolved::Page(key, language, Some(anchor)) => {
                    report.extend(anchor_fault(map, key, language, &anchor, place()));
                }
                Resolved::Address(url, Some(anchor)) if !is_part(&anchor) => {
                    let page = map.page_at(&url);
                    report.extend(page.and_then(|(key, language)| anchor_fault(map, key, language, &anchor, place())));
                }
                Resolved::Misnamed(diagnostic) => report.add(diagnostic.label(place(), "this leads to it")),
                _ => {}
            }
        }
    }
}

/// Whether a target is an http address with a host (model.md §3).
pub fn is_web_page(target: &str) -> bool {
    absolute_http(target.split(['?', '#']).next().unwrap_or(target)).is_some()
}
