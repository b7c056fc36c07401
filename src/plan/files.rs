//! Files of the site that are no pages of the theme: what authors and theme bring along, redirects, and what
//! machines read.

use std::sync::Arc;

use super::feeds;
use super::links::{LinkMap, Resolved, file_url, is_external};
use super::{Given, PlannedPage, Routes};
use crate::at;
use crate::diagnostics::{Code, Diagnostic, Place, Report};
use crate::document::markdown::escape;
use crate::document::{Content, Document, Kind, Step};
use crate::handbook::Handbook;
use crate::text::{OutputPath, SourcePath, Url};

/// A file of the site.
#[derive(Debug, Clone)]
pub struct PlannedFile {
    /// Where it goes.
    pub path: OutputPath,
    /// What it holds.
    pub contents: Arc<[u8]>,
    /// Who makes it, for messages.
    pub maker: String,
    /// Where its maker is written, if it is.
    pub place: Option<Place>,
}

impl PlannedFile {
    /// A file that the program makes out of what stands in `source`, or out of the whole handbook.
    pub fn made(path: OutputPath, text: String, source: Option<&SourcePath>) -> Self {
        Self {
            path,
            contents: Arc::from(text.into_bytes()),
            maker: source.map_or_else(|| "the program itself".to_owned(), SourcePath::to_string),
            place: source.map(Place::top),
        }
    }
}

/// All files of the site.
pub fn plan(
    report: &mut Report,
    handbook: &Handbook,
    routes: &Routes,
    links: &LinkMap,
    given: &Given<'_>,
    pages: &[PlannedPage],
) -> Vec<PlannedFile> {
    let mut files = Vec::new();
    for document in given.documents {
        match &document.file.layout.kind {
            Kind::Static(_) | Kind::Asset => files.push(copied(document)),
            _ => files.extend(aliases(handbook, links, document, given)),
        }
    }
    for (path, contents) in given.theme_files {
        let maker = format!("the theme \"{}\"", handbook.config.theme.name);
        files.push(PlannedFile { path: path.clone(), contents: Arc::clone(contents), maker, place: None });
    }
    files.extend(redirects(report, handbook, links, given));
    files.extend(feeds::plan(handbook, routes, given.interfaces, pages));
    files
}

fn copied(document: &Document) -> PlannedFile {
    let source = &document.file.source;
    PlannedFile {
        path: file_url(&source.path).output_path(),
        contents: Arc::clone(&source.bytes),
        maker: source.path.to_string(),
        place: Some(Place::top(&source.path)),
    }
}

fn aliases<'d>(
    handbook: &'d Handbook,
    links: &'d LinkMap,
    document: &'d Document,
    given: &'d Given<'_>,
) -> impl Iterator<Item = PlannedFile> + 'd {
    let language = handbook.config.languages.default();
    let path = document.file.path();
    let written: &[String] = match &document.content {
        Content::Topic(front) => &front.aliases,
        Content::Module(front) => &front.aliases,
        Content::Factor(front) => &front.aliases,
        Content::Role(front) => &front.aliases,
        Content::Form(front) => &front.aliases,
        Content::Page(front) => &front.aliases,
        Content::Text(front) => &front.aliases,
        _ => &[],
    };
    written.iter().enumerate().filter_map(move |(index, alias)| {
        let Resolved::Page(key, ..) =
            links.resolve(&format!("@/{}", path.as_str().strip_prefix("content/")?), path, language)
        else {
            return None;
        };
        let place = document.file.value(&at!["aliases", index]);
        Some(redirect(handbook, given, alias, links.url(key, language), path.to_string(), place))
    })
}

/// `[publish] redirects`: old path → new path or address.
fn redirects(report: &mut Report, handbook: &Handbook, links: &LinkMap, given: &Given<'_>) -> Vec<PlannedFile> {
    let config = &handbook.config;
    let mut files = Vec::new();
    for (old, new) in &config.publish.redirects {
        let steps: [Step; 3] = at!["publish", "redirects", old];
        let place = config.file.key(&steps);
        let maker = config.file.path().to_string();
        let target = links.resolve(new, &SourcePath::new("content/index.md"), config.languages.default());
        let url = match target {
            Resolved::Page(key, language, _) => links.url(key, language).clone(),
            Resolved::Address(url, _) | Resolved::File(url) => url,
            Resolved::External => {
                files.push(external_redirect(handbook, given, old, new, maker, place));
                continue;
            }
            Resolved::Withheld => continue,
            Resolved::Here(_) | Resolved::Nowhere => {
                let message = format!("link to \"{new}\" leads nowhere");
                report.add(Diagnostic::new(Code::BrokenLink, message, config.file.value(&steps)));
                continue;
            }
        };
        files.push(redirect(handbook, given, old, &url, maker, place));
    }
    files
}

fn old_url(old: &str) -> Url {
    let path = old.trim_start_matches('/');
    let is_file = path.rsplit('/').next().is_some_and(|name| name.contains('.'));
    Url::new(if is_file || path.is_empty() || path.ends_with('/') { format!("/{path}") } else { format!("/{path}/") })
}

fn redirect(handbook: &Handbook, given: &Given<'_>, old: &str, new: &Url, maker: String, place: Place) -> PlannedFile {
    let from = old_url(old);
    let target = new.relative_to(&from);
    redirect_page(handbook, given, &from, &target, maker, place)
}

fn external_redirect(
    handbook: &Handbook,
    given: &Given<'_>,
    old: &str,
    new: &str,
    maker: String,
    place: Place,
) -> PlannedFile {
    debug_assert!(is_external(new));
    redirect_page(handbook, given, &old_url(old), new, maker, place)
}

fn redirect_page(
    handbook: &Handbook,
    given: &Given<'_>,
    from: &Url,
    target: &str,
    maker: String,
    place: Place,
) -> PlannedFile {
    let language = handbook.config.languages.default();
    let tag = handbook.config.languages.tag(language);
    let text = given.interfaces[language.index()].texts.get("redirect").unwrap_or_default();
    let (target, text) = (escape(target), escape(&text));
    let html = format!(
        "<!doctype html>\n<html lang=\"{tag}\">\n<head>\n<meta charset=\"utf-8\">\n<title>{text}</title>\n\
         <meta name=\"robots\" content=\"noindex\">\n<meta http-equiv=\"refresh\" content=\"0; url={target}\">\n\
         </head>\n<body>\n<p><a href=\"{target}\">{text}</a></p>\n</body>\n</html>\n"
    );
    PlannedFile { path: from.output_path(), contents: Arc::from(html.into_bytes()), maker, place: Some(place) }
}
