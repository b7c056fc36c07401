//! Files of the site that are no pages of the theme: what authors and theme bring along, redirects, and what
//! machines read.

use std::sync::Arc;

use super::cards::CardKey;
use super::feeds::{self, Feed};
use super::photos::Photo;
use super::programme_links::is_web_page;
use super::targets::{LinkMap, Resolved, file_url, is_external};
use super::{Given, Routes};
use crate::at;
use crate::diagnostics::{Code, Diagnostic, Place, Report};
use crate::document::markdown::escape;
use crate::document::{Content, Document, Kind, Step};
use crate::handbook::Handbook;
use crate::locale::Language;
use crate::text::{OutputPath, SourcePath, Url};

/// A file of the site.
#[derive(Debug, Clone)]
pub struct PlannedFile {
    /// Where it goes.
    pub path: OutputPath,
    /// What it holds.
    pub contents: Contents,
    /// Who makes it, for messages.
    pub maker: String,
    /// Where its maker is written, if it is.
    pub place: Option<Place>,
}

/// What a file holds.
#[derive(Debug, Clone)]
pub enum Contents {
    /// These bytes.
    Ready(Arc<[u8]>),
    /// What the program writes when somebody wants it.
    Feed(Feed),
    /// A picture that the program paints when somebody wants it. All words on it stand on its page too.
    Card(CardKey, Language),
    /// A smaller version of a photograph, by its position among them.
    Photo(Arc<Photo>, usize),
}

impl PlannedFile {
    /// A short file of the program itself.
    #[must_use]
    pub fn ready(path: OutputPath, text: String) -> Self {
        let contents = Contents::Ready(Arc::from(text.into_bytes()));
        Self { path, contents, maker: "the program itself".to_owned(), place: None }
    }

    /// Whether a name could stand in it that no page holds: all words on a card stand on its page, and what is
    /// left of a photograph stood in the whole one.
    #[must_use]
    pub fn may_name_people(&self) -> bool {
        !matches!(self.contents, Contents::Card(..) | Contents::Photo(..))
    }

    /// A file that the program makes out of what stands in `source`, or out of the whole handbook.
    pub fn made(path: OutputPath, feed: Feed, source: Option<&SourcePath>) -> Self {
        Self {
            path,
            contents: Contents::Feed(feed),
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
) -> Vec<PlannedFile> {
    let mut files = Vec::new();
    for document in given.documents.iter() {
        match &document.file.layout.kind {
            Kind::Static(_) | Kind::Asset => files.push(copied(document)),
            _ => files.extend(aliases(report, handbook, links, document, given)),
        }
    }
    for (path, contents) in given.theme_files {
        let maker = format!("the theme \"{}\"", handbook.config.theme.name);
        files.push(PlannedFile {
            path: path.clone(),
            contents: Contents::Ready(Arc::clone(contents)),
            maker,
            place: None,
        });
    }
    files.extend(redirects(report, handbook, links, given));
    files.extend(feeds::plan(handbook, routes, given));
    files
}

fn copied(document: &Document) -> PlannedFile {
    let source = &document.file.source;
    PlannedFile {
        path: file_url(&source.path).output_path(),
        contents: Contents::Ready(Arc::clone(&source.bytes)),
        maker: source.path.to_string(),
        place: Some(Place::top(&source.path)),
    }
}

fn aliases(
    report: &mut Report,
    handbook: &Handbook,
    links: &LinkMap,
    document: &Document,
    given: &Given<'_>,
) -> Vec<PlannedFile> {
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
    let redirect_from = |(index, alias): (usize, &String)| {
        let place = document.file.value(&at!["aliases", index]);
        if !is_old_path(alias) {
            let message = format!("\"aliases\" must be a path on this site, found the text \"{alias}\"");
            let help = "write an old address without its host, such as \"/old/path/\"";
            report.add(Diagnostic::new(Code::WrongType, message, place).help(help));
            return None;
        }
        let Resolved::Page(key, ..) =
            links.resolve(&format!("@/{}", path.as_str().strip_prefix("content/")?), path, language)
        else {
            return None;
        };
        Some(redirect(handbook, given, alias, links.url(key, language), path.to_string(), place))
    };
    written.iter().enumerate().filter_map(redirect_from).collect()
}

/// Whether a text can be an old address on this site: no host, nothing behind the path, no way up.
fn is_old_path(alias: &str) -> bool {
    let path = alias.trim_matches('/');
    let is_part = |part: &str| !part.is_empty() && part != "." && part != "..";
    !is_external(alias) && !alias.contains(['?', '#', '\\']) && path.split('/').all(is_part)
}

/// `[publish] redirects`: old path → new path or address.
fn redirects(report: &mut Report, handbook: &Handbook, links: &LinkMap, given: &Given<'_>) -> Vec<PlannedFile> {
    let config = &handbook.config;
    let mut files = Vec::new();
    for (old, new) in &config.publish.redirects {
        let steps: [Step; 3] = at!["publish", "redirects", old];
        let place = config.file.key(&steps);
        if !is_old_path(old) {
            let message = format!("\"redirects\" must be paths on this site, found the key \"{old}\"");
            let help = "write an old address without its host, such as \"/old/path/\"";
            report.add(Diagnostic::new(Code::WrongType, message, place).help(help));
            continue;
        }
        let maker = config.file.path().to_string();
        let target = links.resolve(new, &SourcePath::new("content/index.md"), config.languages.default());
        let url = match target {
            Resolved::Page(key, language, _) => links.url(key, language).clone(),
            Resolved::Address(url, _) | Resolved::File(url) => url,
            Resolved::External if is_web_page(new) => {
                files.push(external_redirect(handbook, given, old, new, maker, place));
                continue;
            }
            Resolved::Withheld => continue,
            Resolved::Misnamed(diagnostic) => {
                report.add(diagnostic.label(config.file.value(&steps), "this leads to it"));
                continue;
            }
            Resolved::External | Resolved::Here(_) | Resolved::Nowhere => {
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
    PlannedFile {
        path: from.output_path(),
        contents: Contents::Ready(Arc::from(html.into_bytes())),
        maker,
        place: Some(place),
    }
}
