//! `check --external-links`: asks the web whether the addresses of a handbook are still there.

use std::fmt::Write;

use crate::diagnostics::{Code, Diagnostic, Report};
use crate::net::{Answer, Patience, ask};
use crate::pipeline::Loaded;
use crate::plan::{ExternalLink, external_links, is_skipped};

/// What was found, for the last lines of `check`.
pub(super) struct Summary {
    fine: usize,
    broken: usize,
    skipped: usize,
    /// Addresses that nobody can tell about, each with the reason.
    unclear: Vec<(String, String)>,
}

/// Asks for every external link and reports those that do not work; `None` without a handbook.
pub(super) fn check(report: &mut Report, loaded: &Loaded) -> Option<Summary> {
    let config = &loaded.handbook.as_ref()?.config;
    let links = external_links(&config.file, config.contact.as_deref(), &loaded.documents);
    let (skipped, wanted): (Vec<_>, Vec<_>) = links.iter().partition(|link| is_skipped(&config.links.skip, &link.url));
    let addresses: Vec<&str> = wanted.iter().map(|link| link.url.as_str()).collect();
    let answers = ask(&addresses, &Patience::default());
    let mut summary = Summary { fine: 0, broken: 0, skipped: skipped.len(), unclear: Vec::new() };
    for link in wanted {
        match answers.get(&link.url) {
            Some(Answer::Broken(reason)) => {
                summary.broken += 1;
                report.add(broken(link, reason));
            }
            Some(Answer::Unclear(reason)) => summary.unclear.push((link.url.clone(), reason.clone())),
            Some(Answer::Fine) | None => summary.fine += 1,
        }
    }
    Some(summary)
}

/// One message for each address, at its first place.
fn broken(link: &ExternalLink, reason: &str) -> Diagnostic {
    let message = format!("link to \"{}\" does not work: {reason}", link.url);
    let diagnostic = Diagnostic::new(Code::ExternalLink, message, link.places[0].clone())
        .help("correct it, or list it in links.skip of site.toml if it cannot be reached from here");
    link.places[1..].iter().fold(diagnostic, |diagnostic, place| diagnostic.label(place.clone(), "the same address"))
}

impl Summary {
    /// The lines at the end of `check`.
    pub fn text(&self) -> String {
        let Self { fine, broken, skipped, unclear } = self;
        let mut text =
            format!("external links: {fine} fine, {broken} broken, {} unclear, {skipped} skipped\n", unclear.len());
        for (url, reason) in unclear {
            writeln!(text, "  {url}  {reason}").expect("writing to a string does not fail");
        }
        text
    }
}
