use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use include_dir::{Dir, DirEntry, include_dir};

use super::assets::{self, Asset};
use super::brushes::Collector;
use super::icons::{self, icons};
use super::options::{self, Options, SetOption};
use super::toml::ThemeToml;
use super::{API, Template, Theme};
use crate::diagnostics::{Code, Diagnostic, Edit, Place, Report, nearest};
use crate::locale::{Locale, TextFile, TextProblem};
use crate::text::{SourcePath, Sources, Span};

/// The default theme, inside the program.
static FADEN: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/themes/faden");

/// What a site sets in `[theme]`, and where.
pub struct Wanted<'a> {
    /// The name of the theme.
    pub name: &'a str,
    /// Where it is written.
    pub place: Place,
    /// The options that are set.
    pub options: Vec<SetOption<'a>>,
}

/// The interface texts that were read last: reading them takes longer than all else of a theme, and they seldom change.
#[derive(Default)]
pub struct Memory {
    texts: BTreeMap<SourcePath, ReadTexts>,
}

/// Interface texts, what they were read from, and what is wrong with them.
struct ReadTexts {
    bytes: Arc<[u8]>,
    file: TextFile,
    problems: Vec<TextProblem>,
}

/// The files of one theme.
struct Files {
    /// Whether they come with the handbook.
    are_own: bool,
    /// Path below the theme → contents.
    by_path: BTreeMap<String, Arc<[u8]>>,
}

/// What was found so far in the themes from the site's own on.
#[derive(Default)]
struct Found {
    names: Vec<String>,
    templates: Vec<Template>,
    texts: Vec<Vec<TextFile>>,
    statics: BTreeMap<String, Asset>,
    brushes: Collector,
    /// Whether all of them are made for this program.
    all_fit: bool,
    /// Their options; `None` if one of them, which could have more, cannot be had.
    options: Option<Options>,
}

/// Loads the theme that a site wants; the default one if that cannot be had.
pub fn load(report: &mut Report, memory: &mut Memory, sources: &Sources, wanted: &Wanted<'_>) -> Theme {
    let mut found = Found::chain(report, memory, sources, wanted);
    if !found.names.iter().any(|name| name == "faden") {
        found.add(report, memory, "faden", &Files { are_own: false, by_path: built_in().clone() });
    }
    found.texts.reverse();
    let named = assets::name(report, &found.statics);
    if let Some(options) = &mut found.options {
        options::set(report, &wanted.options, options);
    }
    Theme {
        names: found.names,
        templates: found.templates,
        fits: found.all_fit,
        texts: found.texts,
        options: found.options,
        icons: icons(&named.addresses).into(),
        files: named.files,
        assets: named.addresses,
        brushes: found.brushes.finish(),
    }
}

fn theme_path(theme: &str, path: &str) -> SourcePath {
    SourcePath::new(format!("themes/{theme}/{path}"))
}

fn files_of(sources: &Sources, name: &str) -> Option<Files> {
    let prefix = format!("themes/{name}/");
    let own: BTreeMap<String, Arc<[u8]>> = sources
        .iter()
        .filter_map(|(path, source)| Some((path.as_str().strip_prefix(&prefix)?.to_owned(), Arc::clone(&source.bytes))))
        .collect();
    match name {
        "faden" if own.is_empty() => Some(Files { are_own: false, by_path: built_in().clone() }),
        _ if own.is_empty() => None,
        _ => Some(Files { are_own: true, by_path: own }),
    }
}

/// The files of the default theme.
pub fn built_in() -> &'static BTreeMap<String, Arc<[u8]>> {
    static FILES: LazyLock<BTreeMap<String, Arc<[u8]>>> = LazyLock::new(files_inside);
    &FILES
}

fn files_inside() -> BTreeMap<String, Arc<[u8]>> {
    fn collect(folder: &Dir<'_>, files: &mut BTreeMap<String, Arc<[u8]>>) {
        for entry in folder.entries() {
            match entry {
                DirEntry::Dir(folder) => collect(folder, files),
                DirEntry::File(file) => {
                    let path = file.path().to_string_lossy().replace('\\', "/");
                    files.insert(path, Arc::from(file.contents()));
                }
            }
        }
    }
    let mut by_path = BTreeMap::new();
    collect(&FADEN, &mut by_path);
    by_path
}

fn unknown_theme(sources: &Sources, name: &str, place: Place) -> Diagnostic {
    let folders = sources.keys().filter_map(|path| path.as_str().strip_prefix("themes/")?.split('/').next());
    let known: Vec<&str> = folders.chain(["faden"]).collect();
    let near = nearest(name, known.iter().copied());
    Diagnostic::new(Code::UnknownTheme, format!("there is no theme \"{name}\" in themes/"), place.clone())
        .did_you_mean(near, |near| Edit { place, replacement: format!("\"{near}\"") })
}

/// The message for a theme that builds on itself in the end. The themes before it are in their order.
fn theme_circle(names: &[String], name: &str, place: Place) -> Diagnostic {
    let circle = names.iter().skip_while(|other| *other != name).map(String::as_str).chain([name]);
    let message = format!("themes extend each other in a circle: {}", circle.collect::<Vec<_>>().join(" -> "));
    Diagnostic::new(Code::ThemeCircle, message, place).help("extend another theme, such as \"faden\"")
}

fn read_toml(report: &mut Report, name: &str, files: &Files) -> Option<ThemeToml> {
    let path = theme_path(name, "theme.toml");
    let Some(bytes) = files.by_path.get("theme.toml") else {
        let message = format!("\"min_api\" is missing in theme \"{name}\"");
        let help = "write a theme.toml with name, extends, min_api and max_api";
        report.add(Diagnostic::new(Code::MissingKey, message, Place::top(&path)).help(help));
        return None;
    };
    let text = text(report, &path, bytes)?;
    let toml = ThemeToml::read(report, &path, text)?;
    if !fits(&toml) {
        let (low, high) = (toml.min_api.get_ref(), toml.max_api.get_ref());
        let message = format!("theme \"{name}\" is made for template API {low} to {high}, this program has {API}");
        let bound = if *low > API { &toml.min_api } else { &toml.max_api };
        report.add(Diagnostic::new(Code::ThemeVersion, message, Place::new(&path, Span::from(bound.span()))));
    }
    if toml.name.get_ref() != name {
        let found = toml.name.get_ref();
        let message = format!("\"name\" must be \"{name}\" like the folder, found \"{found}\"");
        let place = Place::new(&path, Span::from(toml.name.span()));
        report.add(Diagnostic::new(Code::NotAnOption, message, place.clone()).edit(place, format!("\"{name}\"")));
    }
    Some(toml)
}

/// Whether a theme is made for the templates' side of this program.
fn fits(toml: &ThemeToml) -> bool {
    (*toml.min_api.get_ref()..=*toml.max_api.get_ref()).contains(&API)
}

impl Found {
    /// The theme that a site wants, and those that it builds on, one after the other.
    fn chain(report: &mut Report, memory: &mut Memory, sources: &Sources, wanted: &Wanted<'_>) -> Self {
        let mut found = Self { all_fit: true, options: Some(Options::new()), ..Self::default() };
        let (mut name, mut place) = (wanted.name.to_owned(), wanted.place.clone());
        loop {
            if found.names.contains(&name) {
                report.add(theme_circle(&found.names, &name, place));
                return found;
            }
            let Some(files) = files_of(sources, &name) else {
                report.add(unknown_theme(sources, &name, place));
                found.options = None;
                return found;
            };
            let toml = read_toml(report, &name, &files);
            found.add(report, memory, &name, &files);
            let Some(toml) = toml else {
                found.options = None;
                return found;
            };
            found.all_fit &= fits(&toml);
            for (option, default) in toml.options {
                found.options.get_or_insert_default().entry(option).or_insert(default);
            }
            let Some(parent) = toml.extends else { return found };
            place = Place::new(&theme_path(&name, "theme.toml"), Span::from(parent.span()));
            name = parent.into_inner();
        }
    }

    /// Adds the files of one theme to those of the themes in front of it, whose static files win.
    fn add(&mut self, report: &mut Report, memory: &mut Memory, name: &str, files: &Files) {
        let has_icon = self.statics.contains_key(icons::DRAWN);
        let mut texts = Vec::new();
        for (path, bytes) in &files.by_path {
            if let Some(template) = path.strip_prefix("templates/").filter(|path| path.ends_with(".html")) {
                let source = theme_path(name, path);
                // One that cannot be read is empty; nothing is rendered then.
                let text = text(report, &source, bytes).unwrap_or_default().to_owned();
                self.templates.push(Template {
                    name: format!("{name}/{template}"),
                    text,
                    path: source,
                    is_own: files.are_own,
                });
            } else if let Some(language) = path.strip_prefix("i18n/").and_then(|path| path.strip_suffix(".ftl")) {
                texts.extend(text_file(report, memory, &theme_path(name, path), language, bytes));
            } else if let Some(asset) = path.strip_prefix("static/")
                && !(has_icon && icons::is_made_of_icon(asset))
            {
                let asset = self.statics.entry(asset.to_owned());
                asset.or_insert_with(|| Asset { path: theme_path(name, path), bytes: Arc::clone(bytes) });
            }
        }
        self.texts.push(texts);
        self.brushes.add(report, name, &files.by_path);
        self.names.push(name.to_owned());
    }
}

fn text_file(
    report: &mut Report,
    memory: &mut Memory,
    path: &SourcePath,
    language: &str,
    bytes: &Arc<[u8]>,
) -> Option<TextFile> {
    let Some(locale) = Locale::parse(language) else {
        let message = format!("\"{language}\" is no language tag such as \"de-CH\"");
        report.add(Diagnostic::new(Code::UnknownLanguage, message, Place::top(path)));
        return None;
    };
    let text = text(report, path, bytes)?;
    let is_known = memory.texts.get(path).is_some_and(|known| known.bytes == *bytes);
    if !is_known {
        let (file, problems) = TextFile::parse(locale, text);
        memory.texts.insert(path.clone(), ReadTexts { bytes: Arc::clone(bytes), file, problems });
    }
    let read = memory.texts.get(path)?;
    for problem in &read.problems {
        let place = Place::new(path, Span::from(problem.range.clone()));
        report.add(Diagnostic::new(Code::TextSyntax, problem.message.clone(), place));
    }
    Some(read.file.clone())
}

/// A file as text; that it is none is reported.
fn text<'b>(report: &mut Report, path: &SourcePath, bytes: &'b [u8]) -> Option<&'b str> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Some(text),
        Err(error) => {
            let at = error.valid_up_to();
            let message = format!("{path} is not valid UTF-8 (byte {at})");
            report.add(Diagnostic::new(Code::NotUtf8, message, Place::new(path, Span { start: at, end: at })));
            None
        }
    }
}
