//! Addresses in `site.toml`: of the site, of whom to ask, of what pages are edited with.

use super::resolve::Config;
use crate::at;
use crate::diagnostics::{Code, Diagnostic, Report};
use crate::document::{File, Step};

/// An http address with a host and "/" at its end.
#[must_use]
pub fn absolute_http(written: &str) -> Option<String> {
    let lower = written.to_ascii_lowercase();
    let rest = lower.strip_prefix("https://").or_else(|| lower.strip_prefix("http://"))?;
    let host = rest.split('/').next().unwrap_or_default();
    let sound = !host.is_empty() && !written.contains(char::is_whitespace) && !written.contains(['?', '#', '"', '<']);
    sound.then(|| if written.ends_with('/') { written.to_owned() } else { format!("{written}/") })
}

/// The host of an http address, without a port.
pub(super) fn host(address: &str) -> Option<&str> {
    let authority = address.split_once("://")?.1.split('/').next()?;
    let host = authority.rsplit('@').next()?;
    match host.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
        Some((address, _)) => Some(address),
        None => host.split(':').next(),
    }
}

pub(super) fn base_url(report: &mut Report, file: &File, written: &str) -> Option<String> {
    if written.is_empty() {
        return None;
    }
    match absolute_http(written) {
        Some(url) => Some(url),
        None => {
            let message = format!("site.base_url must be an absolute http or https address, found \"{written}\"");
            report.add(Diagnostic::new(Code::BadBaseUrl, message, file.value(&at!["site", "base_url"])));
            None
        }
    }
}

/// A mail address or a web address (model.md §2, `contact`).
pub fn contact(report: &mut Report, file: &File, steps: &[Step], written: Option<&str>) -> Option<String> {
    let written = written?;
    let path = written.split(['?', '#']).next().unwrap_or(written);
    let is_mail = written.split_once('@').is_some_and(|(name, host)| !name.is_empty() && !host.is_empty());
    if (is_mail && !written.contains(char::is_whitespace)) || absolute_http(path).is_some() {
        return Some(written.to_owned());
    }
    let message = format!("\"contact\" must be a mail address or a web address, found the text \"{written}\"");
    report.add(Diagnostic::new(Code::WrongType, message, file.value(steps)));
    None
}

pub(super) fn check_uid_domain(report: &mut Report, config: &Config) {
    if let Some(domain) = config.calendar.uid_domain.as_deref().filter(|domain| !is_domain(domain)) {
        let message = format!("\"uid_domain\" must be a domain such as \"firm.example\", found the text \"{domain}\"");
        let place = config.file.value(&at!["calendar", "uid_domain"]);
        report
            .add(Diagnostic::new(Code::WrongType, message, place).help("write it without https:// and without a path"));
        return;
    }
    let enabled = config.calendar.enabled.unwrap_or(true);
    let base_url_is_broken = report.is_broken(config.file.path());
    if enabled && config.uid_domain().is_none() && !base_url_is_broken && config.file.has(&at!["calendar"]) {
        let message = "calendar feeds need a stable domain: set calendar.uid_domain or site.base_url";
        report.add(Diagnostic::new(Code::NoUidDomain, message, config.file.key(&at!["calendar", "uid_domain"])));
    }
}

/// `publish.edit_url` is a web address in which `{path}` stands for that of a page (model.md §2).
pub(super) fn check_edit_url(report: &mut Report, config: &Config) {
    let Some(pattern) = &config.publish.edit_url else { return };
    let address = pattern.split(['?', '#']).next().unwrap_or(pattern);
    if pattern.contains("{path}") && absolute_http(address).is_some() {
        return;
    }
    let message = format!("\"edit_url\" must be a web address with {{path}} in it, found the text \"{pattern}\"");
    let place = config.file.value(&at!["publish", "edit_url"]);
    let help = "write for example \"https://git.firm.example/handbook/edit/main/{path}\"";
    report.add(Diagnostic::new(Code::WrongType, message, place).help(help));
}

/// Whether a text is a host name, in letters of any script; nothing at all stands for the host of the public address.
fn is_domain(text: &str) -> bool {
    let is_part = |part: &str| !part.is_empty() && part.chars().all(|letter| letter.is_alphanumeric() || letter == '-');
    text.trim().is_empty() || text.split('.').all(is_part)
}
