//! The links of programmes (model.md §3).

use super::links::{anchor_fault, broken_link};
use super::targets::{LinkMap, Resolved};
use crate::at;
use crate::config::absolute_http;
use crate::diagnostics::Report;
use crate::handbook::Handbook;

/// Reports every link that leads neither to a web page nor into the handbook.
pub fn check(report: &mut Report, handbook: &Handbook, map: &LinkMap) {
    for programme in &handbook.programmes {
        for (index, (_, url)) in programme.links.iter().enumerate() {
            let from = programme.file.path();
            let place = || programme.file.value(&at!["link", index, "url"]);
            match map.resolve(url, from, handbook.config.languages.default()) {
                Resolved::Nowhere | Resolved::Here(_) => report.add(broken_link(map, url, from, place())),
                Resolved::External if !is_web_page(url) => {
                    let help = "write an address that begins with https:// or a page of the handbook";
                    report.add(broken_link(map, url, from, place()).help(help));
                }
                Resolved::Page(key, language, Some(anchor)) => {
                    report.extend(anchor_fault(map, key, language, &anchor, place()));
                }
                _ => {}
            }
        }
    }
}

/// Whether a target is an http address with a host (model.md §3).
pub fn is_web_page(target: &str) -> bool {
    absolute_http(target.split(['?', '#']).next().unwrap_or(target)).is_some()
}
