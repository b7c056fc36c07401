//! From a view to the bytes of a page: the only place, with the theme, that knows the template engine.

mod components;
mod constants;
mod frames;

use std::collections::BTreeMap;
use std::sync::Arc;

use memchr::{memchr, memmem};
use rustc_hash::FxHashMap;
use tera::{Context, Error, ErrorKind, Kwargs, State, Tera, TeraResult, Value};

use crate::diagnostics::{Code, Diagnostic, Edit, Place, Report, nearest};
use crate::locale::{Argument, Formats, Texts};
use crate::text::{Fingerprint, SourcePath, Span};
use crate::theme::{Theme, in_own_style};
use crate::view::{Page, Signature, Site, View};
use frames::Frames;

/// Turns views into pages, in every language of the site.
pub struct Renderer {
    engines: Arc<Engines>,
    /// What all pages of each language share, made ready once.
    shared: Vec<Shared>,
}

/// What all pages of a language share.
struct Shared {
    site: Value,
    frames: Frames,
}

/// The templates of a theme, ready to be used in every language of the site.
pub struct Engines {
    by_language: Vec<Tera>,
    paths: BTreeMap<String, SourcePath>,
    signatures: BTreeMap<String, Signature>,
}

/// What one language speaks with.
pub struct Speech {
    /// The interface texts.
    pub texts: Arc<Texts>,
    /// Dates and numbers.
    pub formats: Arc<Formats>,
}

impl Engines {
    /// The templates for the languages of a site, in their order; `None`, and reported, if they cannot be used.
    pub fn new(report: &mut Report, theme: &Theme, languages: Vec<Speech>) -> Option<Self> {
        let paths = theme.templates.iter().map(|template| (template.name.clone(), template.path.clone())).collect();
        let by_language = match engines(theme, &languages) {
            Ok(engines) => engines,
            Err(error) => {
                report.add(diagnostic(&error, &paths, ""));
                return None;
            }
        };
        let signatures = by_language.first().map_or_else(BTreeMap::new, components::signatures);
        Some(Self { by_language, paths, signatures })
    }
}

/// Most pages are shorter, in bytes; others make room as they grow.
const USUAL_LENGTH: usize = 32 * 1024;

/// Most parts of an edition are shorter.
const USUAL_PART: usize = 10 * 1024;

fn usual_length(view: &View) -> usize {
    match view {
        View::Print(edition) => USUAL_LENGTH + edition.parts.len() * USUAL_PART,
        _ => USUAL_LENGTH,
    }
}

impl Renderer {
    /// A renderer for a site whose pages share these things, language by language.
    #[must_use]
    pub fn new(engines: Arc<Engines>, sites: &[Site]) -> Self {
        let shared = |site| Shared { site: Value::from_serializable(site), frames: Frames::new(site) };
        Self { engines, shared: sites.iter().map(shared).collect() }
    }

    /// The page that `view` makes, in the language with this position, as UTF-8.
    ///
    /// # Errors
    /// A message about the template that does not work.
    pub fn render(&self, language: usize, page: &Page, view: &View) -> Result<Vec<u8>, Box<Diagnostic>> {
        let (shared, tera) = (&self.shared[language], &self.engines.by_language[language]);
        let template = format!("{}.html", view.template());
        let fault = |error: Error| Box::new(diagnostic(&error, &self.engines.paths, &template));
        let frame = shared.frames.of(tera, &shared.site, page).map_err(fault)?;
        let mut context = Context::new();
        context.insert_value("site", shared.site.clone());
        context.insert_value("frame", frame);
        context.insert("page", page);
        context.insert(view.name(), view);
        let mut html = Vec::with_capacity(usual_length(view));
        tera.render_to(&template, &context, &mut html).map_err(fault)?;
        Ok(html)
    }
}

/// One engine a language.
fn engines(theme: &Theme, languages: &[Speech]) -> TeraResult<Vec<Tera>> {
    let assets = Arc::new(theme.assets.clone());
    languages.iter().map(|speech| engine(theme, speech, &assets)).collect()
}

fn engine(theme: &Theme, speech: &Speech, assets: &Arc<BTreeMap<String, String>>) -> TeraResult<Tera> {
    let mut tera = Tera::new();
    tera.set_fallback_prefixes(theme.names.iter().map(|name| format!("{name}/")))?;
    let plain = plain_texts(&speech.texts);
    let known = |function: &str, argument: &str, value: &str| match (function, argument) {
        ("text", "key") => plain.get(value)?.as_str(),
        ("asset", "path") => assets.get(value).map(String::as_str),
        _ => None,
    };
    let templates = theme.templates.iter();
    let templates = templates.map(|template| (&template.name, constants::put_in(&template.text, known)));
    let templates: Vec<(&String, String)> = templates.collect();
    register(&mut tera, speech, plain, assets);
    tera.add_raw_templates(templates)?;
    Ok(tera)
}

/// The functions that templates may call (themes/README.md).
fn register(tera: &mut Tera, speech: &Speech, plain: FxHashMap<String, Value>, assets: &Arc<BTreeMap<String, String>>) {
    let texts = Arc::clone(&speech.texts);
    tera.register_function("text", move |arguments: Kwargs, _: &State| interface_text(&texts, &plain, &arguments));
    let formats = Arc::clone(&speech.formats);
    tera.register_function("number", move |arguments: Kwargs, _: &State| -> TeraResult<String> {
        Ok(formats.number(arguments.must_get("value")?))
    });
    let formats = Arc::clone(&speech.formats);
    tera.register_function("percent", move |arguments: Kwargs, _: &State| -> TeraResult<String> {
        Ok(formats.percent(arguments.must_get("value")?))
    });
    let texts = Arc::clone(&speech.texts);
    tera.register_function("duration", move |arguments: Kwargs, _: &State| -> TeraResult<String> {
        duration(&texts, arguments.must_get("minutes")?)
    });
    tera.register_function("digest", |arguments: Kwargs, _: &State| -> TeraResult<String> {
        Ok(digest(arguments.must_get("html")?))
    });
    let assets = Arc::clone(assets);
    tera.register_function("asset", move |arguments: Kwargs, _: &State| -> TeraResult<String> {
        let path: &str = arguments.must_get("path")?;
        assets.get(path).cloned().ok_or_else(|| Error::message(format!("the theme has no static file \"{path}\"")))
    });
}

/// The texts that need no arguments, formatted once: every page asks for dozens of them.
fn plain_texts(texts: &Texts) -> FxHashMap<String, Value> {
    texts.keys().filter_map(|key| Some((key.to_owned(), Value::from(texts.get(key)?)))).collect()
}

fn interface_text(texts: &Texts, plain: &FxHashMap<String, Value>, arguments: &Kwargs) -> TeraResult<Value> {
    let key: &str = arguments.must_get("key")?;
    if let Some(text) = plain.get(key) {
        return Ok(text.clone());
    }
    let given: Vec<(String, Argument)> = arguments
        .iter()
        .filter_map(|(name, value)| {
            let name = name.as_str().filter(|name| *name != "key")?;
            let argument = match value.as_i64() {
                Some(number) => Argument::Number(number),
                None => Argument::Text(value.as_str().map_or_else(|| value.to_string(), str::to_owned)),
            };
            Some((name.to_owned(), argument))
        })
        .collect();
    let given: Vec<(&str, Argument)> = given.iter().map(|(name, argument)| (name.as_str(), argument.clone())).collect();
    texts.format(key, &given).map(Value::from).ok_or_else(|| Error::message(missing_text(texts, key)))
}

/// How the message for a text that cannot be had begins; it tells that case from other mistakes in templates.
const NO_TEXT: &str = "no interface text";

fn missing_text(texts: &Texts, key: &str) -> String {
    if texts.has(key) {
        return format!("{NO_TEXT} \"{key}\" with these arguments");
    }
    format!("{NO_TEXT} \"{key}\"")
}

fn duration(texts: &Texts, minutes: i64) -> TeraResult<String> {
    let (hours, rest) = (minutes / 60, minutes % 60);
    let text = match (hours, rest) {
        (0, _) => texts.format("minutes", &[("count", rest.into())]),
        (_, 0) => texts.format("hours", &[("count", hours.into())]),
        _ => texts.format("hours-and-minutes", &[("hours", hours.into()), ("minutes", rest.into())]),
    };
    text.ok_or_else(|| Error::message(missing_text(texts, "hours-and-minutes")))
}

/// A few letters that change when what a reader reads changes: the text between tags, spaces made even. What only
/// changes how it looks or where it leads is no news.
fn digest(html: &str) -> String {
    let mut text = Vec::with_capacity(html.len());
    let mut rest = html.as_bytes();
    loop {
        let tag = memchr(b'<', rest).unwrap_or(rest.len());
        let words = rest[..tag].trim_ascii();
        if !words.is_empty() {
            text.push(b' ');
            text.extend_from_slice(words);
        }
        let Some(end) = memchr(b'>', &rest[tag..]) else { break };
        rest = &rest[tag + end + 1..];
    }
    // Line breaks and tabs are the control characters that a page holds. Each byte is written, whether it changes or
    // not: the compiler then takes sixteen at a time.
    text.iter_mut().for_each(|byte| *byte = (*byte).max(b' '));
    if memmem::find(&text, b"  ").is_some() {
        text.dedup_by(|one, other| *one == b' ' && *other == b' ');
    }
    Fingerprint::of(&text).short()
}

/// What is wrong with a template, as the author of a theme is told.
///
/// Most of it was found when the theme was loaded; this is about what only a certain page brings out.
fn diagnostic(error: &Error, paths: &BTreeMap<String, SourcePath>, template: &str) -> Diagnostic {
    let (message, file, span) = match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            (report.message().to_owned(), report.filename(), Span::from(report.span().range.clone()))
        }
        ErrorKind::CircularExtend { tpl, .. } | ErrorKind::CircularInclude { tpl, .. } => {
            (format!("template \"{tpl}\" takes in itself again"), tpl.as_str(), Span::TOP)
        }
        other => (other.to_string(), template, Span::TOP),
    };
    let message = innermost(error).unwrap_or(message);
    let place = Place::new(&path_of(paths, file), span);
    if let ErrorKind::RenderingError(_) = error.kind()
        && let Some(unknown) = unknown_name(&message, &place)
    {
        return unknown;
    }
    let code = match error.kind() {
        _ if message.contains(NO_TEXT) => Code::MissingText,
        ErrorKind::MissingParent { .. } | ErrorKind::TemplateNotFound(_) => Code::TemplateNotFound,
        ErrorKind::RenderingError(_) if message.contains("undefined") => Code::TemplateUnknownName,
        _ => Code::TemplateSyntax,
    };
    Diagnostic::new(code, in_own_style(&message), place)
}

/// The message of the function that failed, if one did.
fn innermost(error: &Error) -> Option<String> {
    let mut source = std::error::Error::source(error)?;
    while let Some(next) = source.source() {
        source = next;
    }
    Some(source.to_string())
}

/// Tera says "Field `titel` is not defined. Available fields: href, title".
fn unknown_name(message: &str, place: &Place) -> Option<Diagnostic> {
    let (what, known) = message.split_once(" is not defined.")?;
    let name = what.split('`').nth(1)?;
    let known = known.split_once(": ").map_or("", |(_, names)| names);
    let near = nearest(name, known.split(", "));
    let diagnostic = Diagnostic::new(Code::TemplateUnknownName, format!("unknown name \"{name}\""), place.clone());
    Some(diagnostic.did_you_mean(near, |near| Edit { place: place.clone(), replacement: near.to_owned() }))
}

/// The file of a template by the name it was added under, or by the end of it.
fn path_of(paths: &BTreeMap<String, SourcePath>, name: &str) -> SourcePath {
    let exact = paths.get(name);
    let by_end = || paths.iter().find(|(known, _)| known.split_once('/').is_some_and(|(_, end)| end == name));
    let path = exact.or_else(|| by_end().map(|(_, path)| path));
    path.cloned().unwrap_or_else(|| SourcePath::new("themes/faden/theme.toml"))
}

#[cfg(test)]
mod tests {
    use super::digest;

    #[test]
    fn a_digest_follows_the_words_and_nothing_else() {
        let before = digest("<ul class=\"a\">\n  <li><a href=\"x/\">One</a> two</li></ul>");
        assert_eq!(before, digest("<ol><li>One  two</ol>"));
        assert_eq!(before, digest("<ol><li>One \n\t two</ol>"));
        assert_ne!(before, digest("<ul><li>One</li><li>three</li></ul>"));
    }
}
