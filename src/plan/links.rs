//! Which of the links, pictures and includes of texts lead nowhere.

use std::collections::BTreeSet;
use std::sync::Arc;

use rayon::prelude::*;

use super::PageKey;
use super::targets::{LinkMap, Resolved, World, language_for};
use crate::config::site::RawHtml;
use crate::diagnostics::{Code, Diagnostic, Edit, Place, Report, nearest};
use crate::document::markdown::{Body, LinkKind, Nearly};
use crate::document::{Document, File, Kind};
use crate::handbook::Handbook;
use crate::locale::{Language, Locale};
use crate::text::{SourcePath, Span};
use crate::view::Components;

/// What is remembered of the links of texts, with everything that it follows from: the texts themselves, in the order
/// of their files, and the world that they lead to.
#[derive(Default)]
pub struct Memory {
    world: Option<(World, RawHtml)>,
    components: Option<Arc<dyn Components>>,
    checked: Vec<Checked>,
}

/// A text whose links were looked at.
struct Checked {
    document: Arc<Document>,
    /// Whether what was found follows from this text alone, in the same world.
    stands_alone: bool,
    /// The same, as long as no text has other headings.
    needs_headings: bool,
    /// The same, as long as the theme offers the same components.
    needs_components: bool,
    found: Vec<Diagnostic>,
}

/// What is the same as when the links were looked at.
#[derive(Clone, Copy)]
struct Same {
    headings: bool,
    components: bool,
}

impl Memory {
    /// Whether the theme offers the same components as before.
    fn has_same_components(&self, components: Option<&Arc<dyn Components>>) -> bool {
        match (&self.components, components) {
            (Some(before), Some(now)) => Arc::ptr_eq(before, now),
            (before, now) => before.is_none() && now.is_none(),
        }
    }

    /// Whether the same headings stand in the same files as before.
    fn has_same_headings(&self, documents: &[Arc<Document>]) -> bool {
        self.checked.len() == documents.len()
            && self
                .checked
                .iter()
                .zip(documents)
                .all(|(before, now)| Arc::ptr_eq(&before.document, now) || has_same_headings(&before.document, now))
    }

    /// What was found in a text before, if the same is to be found again.
    fn find(&mut self, index: usize, document: &Arc<Document>, same: Same) -> Option<Checked> {
        let checked = self.checked.get_mut(index)?;
        let holds = Arc::ptr_eq(&checked.document, document)
            && checked.stands_alone
            && (same.headings || !checked.needs_headings)
            && (same.components || !checked.needs_components);
        holds.then(|| Checked { document: Arc::clone(document), found: std::mem::take(&mut checked.found), ..*checked })
    }
}

fn has_same_headings(before: &Document, now: &Document) -> bool {
    let headings = |document: &Document| {
        document.file.body().map(|body| {
            let ids: Vec<String> = body.headings.iter().map(|heading| heading.id.clone()).collect();
            let includes: Vec<String> = body.includes.iter().map(|include| include.path.clone()).collect();
            (ids, includes, body.html_ids.clone(), body.is_empty)
        })
    };
    before.file.path() == now.file.path() && headings(before) == headings(now)
}

/// Reports every link, picture and include of every text that leads nowhere.
pub fn check(
    report: &mut Report,
    memory: &mut Memory,
    handbook: &Handbook,
    map: &LinkMap,
    documents: &[Arc<Document>],
    components: Option<&Arc<dyn Components>>,
) {
    let raw_html = handbook.config.markdown.raw_html;
    let world = (map.world(), raw_html);
    if memory.world.as_ref() != Some(&world) {
        *memory = Memory { world: Some(world), ..Memory::default() };
    }
    let same =
        Same { headings: memory.has_same_headings(documents), components: memory.has_same_components(components) };
    // Outlines are found where they are first asked for: here, by all cores.
    let fresh = documents.iter().enumerate().filter(|(index, document)| {
        memory.checked.get(*index).is_none_or(|known| !Arc::ptr_eq(&known.document, document))
    });
    let fresh: Vec<&Arc<Document>> = fresh.map(|(_, document)| document).collect();
    fresh.par_iter().with_min_len(16).for_each(|document| {
        let _ = document.file.body();
    });
    let mut circles = BTreeSet::new();
    let mut all = Vec::with_capacity(documents.len());
    for (index, document) in documents.iter().enumerate() {
        let known = memory.find(index, document, same);
        let checked = known.unwrap_or_else(|| check_text(handbook, map, components, document, &mut circles));
        report.extend(checked.found.iter().cloned());
        all.push(checked);
    }
    memory.checked = all;
    memory.components = components.cloned();
    super::programme_links::check(report, map, documents, handbook.config.languages.default());
}

fn check_text(
    handbook: &Handbook,
    map: &LinkMap,
    components: Option<&Arc<dyn Components>>,
    document: &Arc<Document>,
    circles: &mut BTreeSet<SourcePath>,
) -> Checked {
    let languages = &handbook.config.languages;
    let language = match &document.file.layout.language {
        Some(tag) => Locale::parse(tag).and_then(|tag| language_for(languages, &tag)),
        None => Some(languages.default()),
    };
    let mut report = Report::new();
    if let (Some(body), Some(language)) = (document.file.body(), language) {
        let raw_html = handbook.config.markdown.raw_html;
        let checker = Checker { report: &mut report, map, file: &document.file, body, language, raw_html, circles };
        checker.check();
        super::calls::check(&mut report, components.map(|components| &**components), &document.file, language);
    }
    let body = document.file.body();
    Checked {
        document: Arc::clone(document),
        stands_alone: body.is_none_or(|body| body.includes.is_empty()),
        needs_headings: body
            .is_some_and(|body| body.links.iter().chain(&body.html_links).any(|link| link.target.contains('#'))),
        needs_components: body.is_some_and(|body| !body.calls.is_empty() || !body.components.is_empty()),
        found: report.diagnostics().to_vec(),
    }
}

/// The message for a heading that a page does not have.
pub(super) fn anchor_fault(
    map: &LinkMap,
    key: PageKey,
    language: Language,
    anchor: &str,
    place: Place,
) -> Option<Diagnostic> {
    if anchor.is_empty() {
        return None;
    }
    let known = map.anchors(key, language);
    if known.contains(anchor) {
        return None;
    }
    let near = nearest(anchor, known.iter().map(String::as_str));
    Some(broken_anchor(map.url(key, language).as_str(), anchor, near, place))
}

/// The message for a target that does not exist.
pub(super) fn broken_link(map: &LinkMap, target: &str, from: &SourcePath, place: Place) -> Diagnostic {
    let diagnostic = Diagnostic::new(Code::BrokenLink, format!("link to \"{target}\" leads nowhere"), place.clone());
    if map.is_unpublished(target, from) {
        return diagnostic.help("the page is there but not on the site: it is a draft, or no topic lists it");
    }
    let near = map.nearest_source(target, from);
    match (&near, elsewhere(target)) {
        (None, Some(help)) => diagnostic.help(help),
        _ => diagnostic.did_you_mean(near.as_deref(), |near| Edit { place, replacement: format!("\"{near}\"") }),
    }
}

/// Where the names of hosts end that firms link to most.
const HOST_ENDINGS: [&str; 12] = ["ch", "de", "at", "li", "fr", "it", "eu", "com", "org", "net", "io", "info"];

/// The way out for a target that is meant to lie outside of the handbook.
fn elsewhere(target: &str) -> Option<String> {
    let host = target.split(['/', '?', '#']).next().unwrap_or_default();
    let is_host = host.rsplit_once('.').is_some_and(|(_, ending)| HOST_ENDINGS.contains(&ending));
    if is_host && host.split_once('@').is_some_and(|(name, _)| !name.is_empty()) {
        return Some(format!("if it is an address for mail, write mailto:{target}"));
    }
    if is_host {
        return Some(format!("if it is another website, write https://{target}"));
    }
    if target.as_bytes().get(1) == Some(&b':') {
        return Some(
            "nobody else has the files of this computer: put the file into static/, and link to /name".to_owned(),
        );
    }
    target.contains('\\').then(|| "write / between folders, not \\".to_owned())
}

struct Checker<'c> {
    report: &'c mut Report,
    map: &'c LinkMap,
    file: &'c File,
    body: &'c Body,
    language: Language,
    raw_html: RawHtml,
    /// The files of circles that were told already.
    circles: &'c mut BTreeSet<SourcePath>,
}

impl Checker<'_> {
    fn check(mut self) {
        for link in &self.body.links {
            self.check_link(&link.target, link.kind, link.span);
        }
        let raw = Some(self.body).filter(|_| self.raw_html != RawHtml::Escape);
        let links = raw.into_iter().flat_map(|body| &body.html_links);
        // What runs a script there is among the other things that could do harm.
        for link in links.filter(|link| !super::body::is_script(&link.target)) {
            self.check_link(&link.target, link.kind, link.span);
        }
        for &span in raw.into_iter().flat_map(|body| &body.html_without_alt) {
            let help = "write what is to be seen, as alt=\"…\"; alt=\"\" if it is only decoration";
            self.report.add(without_alt(self.file.at(span), help));
        }
        for (label, span) in &self.body.undefined_labels {
            let message = format!("link to \"{label}\" leads nowhere");
            let help = format!("add a line [{label}]: with the address, or write [text](address)");
            self.report.add(Diagnostic::new(Code::BrokenLink, message, self.file.at(*span)).help(help));
        }
        for &(what, span) in &self.body.nearly {
            let written = &self.file.text()[span.start..span.end];
            // No title stands in a text that others take in: what it begins with is a hashtag.
            if written != "#" || self.file.layout.kind != Kind::Snippet {
                self.report.add(nearly(what, self.file.at(span), written));
            }
        }
        for &span in &self.body.without_alt {
            let help = "write what is to be seen between the square brackets: ![…](…)";
            self.report.add(without_alt(self.file.at(span), help));
        }
        if self.raw_html == RawHtml::Sanitize {
            self.check_raw_html();
        }
        self.check_includes();
    }

    fn check_raw_html(&mut self) {
        for (span, html) in &self.body.html {
            for (at, part) in super::body::unsafe_parts(html) {
                let tag = Span { start: span.start + at, end: span.end };
                let message = format!("\"{part}\" is left out: it could do harm");
                let help = "write it in Markdown, or set markdown.raw_html = \"allow\" if you trust all authors";
                self.report.add(Diagnostic::new(Code::UnsafeHtml, message, self.file.at(tag)).help(help));
            }
        }
    }

    fn check_link(&mut self, target: &str, kind: LinkKind, span: Span) {
        let from = self.file.path();
        let place = self.file.at(span);
        if super::body::is_script(target) {
            let message = "\"javascript:\" is left out: it could do harm";
            let help = "link to a page or to a web address";
            self.report.add(Diagnostic::new(Code::UnsafeHtml, message, place).help(help));
            return;
        }
        match self.map.resolve(target, from, self.language) {
            Resolved::Nowhere => {
                let diagnostic = broken_link(self.map, target, from, place);
                self.report.add(self.with_edit(diagnostic, target, span));
            }
            Resolved::Misnamed(diagnostic) => self.report.add(diagnostic.label(place, "this leads to it")),
            Resolved::Page(key, language, Some(anchor)) => self.check_anchor(key, language, &anchor, place),
            Resolved::Page(..) | Resolved::Address(..) if kind == LinkKind::Image => {
                self.report.add(broken_link(self.map, target, from, place).help("a picture must be a file"));
            }
            Resolved::Address(url, Some(anchor)) if !is_part(&anchor) => {
                if let Some((key, language)) = self.map.page_at(&url) {
                    self.check_anchor(key, language, &anchor, place);
                }
            }
            Resolved::Here(anchor) => match self.map.page_of(from) {
                Some((key, own)) => self.check_anchor(key, own.unwrap_or(self.language), &anchor, place),
                None => self.check_own_anchor(&anchor, place),
            },
            _ => {}
        }
    }

    /// The edit of a suggestion where the target is written in the link itself, behind its round bracket.
    fn with_edit(&self, mut diagnostic: Diagnostic, target: &str, span: Span) -> Diagnostic {
        let Some(edit) = diagnostic.edit.take() else { return diagnostic };
        let written = &self.file.text()[span.start..span.end];
        let Some(at) = written.rfind(&format!("]({target}")).map(|at| span.start + at + 2) else { return diagnostic };
        let length = target.split(['#', '?']).next().unwrap_or(target).len();
        let replacement = edit.replacement.trim_matches('"');
        diagnostic.edit(self.file.at(Span { start: at, end: at + length }), replacement)
    }

    fn check_anchor(&mut self, key: PageKey, language: Language, anchor: &str, place: Place) {
        self.report.extend(anchor_fault(self.map, key, language, anchor, place));
    }

    /// In a text that makes no page by itself, such as a snippet.
    fn check_own_anchor(&mut self, anchor: &str, place: Place) {
        let headings = self.body.headings.iter().map(|heading| &heading.id);
        let ids: Vec<&str> = headings.chain(&self.body.html_ids).map(String::as_str).collect();
        if !anchor.is_empty() && !ids.contains(&anchor) && self.file.layout.kind != Kind::Snippet {
            let page = self.file.path().as_str();
            self.report.add(broken_anchor(page, anchor, nearest(anchor, ids), place));
        }
    }

    fn check_includes(&mut self) {
        for include in &self.body.includes {
            let place = self.file.at(include.span);
            let Some(snippet) = self.map.snippet(&include.path) else {
                let message = format!("include \"{}\" is not in content/", include.path);
                let diagnostic = Diagnostic::new(Code::IncludeNotFound, message, place);
                let near = nearest(&include.path, self.map.snippet_paths());
                self.report.add(match near {
                    Some(near) => diagnostic.help(format!("did you mean \"{near}\"?")),
                    None => diagnostic.help("texts to be taken in lie in content/snippets/"),
                });
                continue;
            };
            let mut circle = Vec::new();
            if self.runs_in_circle(snippet, &mut circle) && !self.circles.contains(self.file.path()) {
                let others: Vec<SourcePath> = circle.into_iter().cloned().collect();
                self.circles.extend(others);
                let message = format!("include \"{}\" takes itself in again", include.path);
                self.report.add(Diagnostic::new(Code::IncludeCircle, message, place));
            }
        }
    }

    /// Whether `snippet` leads back to this very file.
    fn runs_in_circle<'c>(&'c self, snippet: &'c Document, seen: &mut Vec<&'c SourcePath>) -> bool {
        let path = snippet.file.path();
        if path == self.file.path() {
            return true;
        }
        if seen.contains(&path) {
            return false;
        }
        seen.push(path);
        let includes = snippet.file.body().into_iter().flat_map(|body| &body.includes);
        let next: Vec<&Document> = includes.filter_map(|include| self.map.snippet(&include.path)).collect();
        next.into_iter().any(|next| self.runs_in_circle(next, seen))
    }
}

/// Whether an anchor is that of a part which the theme gives to its pages: whoever copies an address has it.
pub(super) fn is_part(anchor: &str) -> bool {
    anchor.starts_with("part-")
}

/// The message for what a space keeps from being Markdown.
fn nearly(what: Nearly, place: Place, written: &str) -> Diagnostic {
    let (message, help, replacement) = match what {
        Nearly::Heading => (
            format!("\"{written}\" without a space behind it makes no heading and is shown as it stands"),
            "write a space behind it".to_owned(),
            format!("{written} "),
        ),
        Nearly::Link => (
            "\"[…] (…)\" with a space between the brackets makes no link and is shown as it stands".to_owned(),
            "take out the space".to_owned(),
            "(".to_owned(),
        ),
        Nearly::Address => (
            "an address with a space in it makes no link and is shown as it stands".to_owned(),
            format!("write (<{written}>)"),
            format!("<{written}>"),
        ),
    };
    Diagnostic::new(Code::NearlyMarkdown, message, place.clone()).help(help).edit(place, replacement)
}

fn without_alt(place: Place, help: &str) -> Diagnostic {
    Diagnostic::new(Code::MissingAlt, "picture without alternative text", place).help(help)
}

fn broken_anchor(page: &str, anchor: &str, near: Option<&str>, place: Place) -> Diagnostic {
    let diagnostic = Diagnostic::new(Code::BrokenAnchor, format!("\"{page}\" has no heading \"{anchor}\""), place);
    match near {
        Some(near) => diagnostic.help(format!("did you mean \"{near}\"?")),
        None => diagnostic,
    }
}
