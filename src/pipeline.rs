//! The whole journey on one screen: sources → documents → handbook → plan → pages.
//!
//! `build` and `serve` share every line of it up to the last step. Only parsing is remembered, by path and
//! content; everything else is done anew, so that a warm run is a clean one by construction.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil::Date;
use rayon::prelude::*;

use crate::at;
use crate::config::{self, Config, Reading};
use crate::diagnostics::{Code, Diagnostic, Level, Levels, Place, Report};
use crate::document::{Document, Layout, parse};
use crate::handbook::{self, Drafts, Handbook};
use crate::locale::{Formats, Locale, Texts, has_built_in};
use crate::plan::{self, Given, Interface, Leak, Plan, PlannedPage};
use crate::render::{Engines, Renderer, Speech};
use crate::text::{Fingerprint, OutputPath, Source, SourcePath, Sources};
use crate::theme::{self, Offer, SetOption, Soundness, Theme, Wanted};
use crate::view;

/// How a run differs from the usual one.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The day of the reader; only warnings look at it.
    pub today: Date,
    /// Whether drafts are shown.
    pub drafts: Drafts,
    /// Another public address than that of `site.toml`.
    pub base_url: Option<String>,
    /// Whether warnings are errors.
    pub strict: bool,
}

/// The options of a theme of which none are known.
static NO_OPTIONS: BTreeMap<String, view::ThemeOption> = BTreeMap::new();

/// Whether links, pictures and calls in texts are looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextChecks {
    /// They are.
    Done,
    /// They are not yet: nothing that a page shows hangs on it.
    PutOff,
}

/// What is remembered from one run to the next, each under everything that it was made of.
#[derive(Default)]
pub struct Pipeline {
    parsed: Vec<(Arc<Source>, Arc<Document>)>,
    people_folder: String,
    site: Remembered<(Option<Fingerprint>, Option<String>), (Site, Report)>,
    handbook: handbook::Memory,
    plan: plan::Memory,
    theme: theme::Memory,
    look: Remembered<Contents, Look>,
    renderer: Remembered<(Contents, Vec<view::Site>), Arc<Renderer>>,
}

/// Files by what is in them.
type Contents = Vec<(SourcePath, Fingerprint)>;

/// The last thing that was made, and what it was made of.
struct Remembered<K, T>(Option<(K, T)>);

impl<K, T> Default for Remembered<K, T> {
    fn default() -> Self {
        Self(None)
    }
}

impl<K: PartialEq, T: Clone> Remembered<K, T> {
    /// The thing made of `key`: the last one, if it was made of the same.
    fn get(&mut self, key: K, make: impl FnOnce() -> T) -> T {
        match &self.0 {
            Some((known, thing)) if *known == key => thing.clone(),
            _ => self.0.insert((key, make())).1.clone(),
        }
    }
}

/// How the site looks and speaks, and what is wrong with that.
#[derive(Clone)]
struct Look {
    theme: Arc<Theme>,
    interfaces: Arc<[Interface]>,
    engines: Option<Arc<Engines>>,
    report: Report,
}

/// A handbook that was read and resolved, with all that is needed to plan and render it.
pub struct Loaded {
    /// Everything that was read.
    pub sources: Arc<Sources>,
    /// The files, one by one.
    pub documents: Arc<[Arc<Document>]>,
    /// The handbook; `None` if `site.toml` has errors that leave open what it means.
    pub handbook: Option<Arc<Handbook>>,
    /// The theme.
    pub theme: Arc<Theme>,
    /// What each language speaks with.
    pub interfaces: Arc<[Interface]>,
    /// The templates; `None` if they cannot be used, which was reported.
    engines: Option<Arc<Engines>>,
    /// What was found so far.
    pub report: Report,
    /// How much messages weigh.
    pub levels: Levels,
}

impl Pipeline {
    /// Reads a handbook up to the point where pages are planned.
    pub fn load(&mut self, sources: Sources, settings: &Settings) -> Loaded {
        let source = sources.get(&SourcePath::new("site.toml"));
        let key = (source.map(|source| source.fingerprint()), settings.base_url.clone());
        let (site, mut report) = self.site.get(key, || {
            let mut report = Report::new();
            (read_site(&mut report, source, settings), report)
        });
        let people_folder = site.config.as_ref().map_or("private/people", |config| config.people_folder());
        let documents = self.documents(&sources, people_folder);
        let gitignore = sources.get(&SourcePath::new(".gitignore")).and_then(|source| source.text().ok());
        let given = |config| handbook::Given { config, today: settings.today, drafts: settings.drafts, gitignore };
        let resolve = || match &site.config {
            Some(config) if site.is_understood => {
                Some(Arc::new(handbook::resolve(&mut report, &mut self.handbook, given(config), &documents)))
            }
            Some(config) => {
                report_others(&mut report, given(config), &documents);
                None
            }
            None => {
                report.extend(documents.iter().flat_map(|document| document.diagnostics.iter().cloned()));
                None
            }
        };
        let config = site.config.as_deref().filter(|_| site.is_understood);
        let look = || self.look.get(of_the_look(&sources), || look(&mut self.theme, &sources, config));
        let (handbook, Look { theme, interfaces, engines, report: found }) = rayon::join(resolve, look);
        report.extend(found.diagnostics().iter().cloned());
        report.extend(site.config.iter().flat_map(|config| without_texts(config, &theme)));
        let levels = Levels { by_code: site.levels, strict: settings.strict };
        Loaded { sources: Arc::new(sources), documents, handbook, theme, interfaces, engines, report, levels }
    }

    /// Plans the site of a handbook that this pipeline has loaded; `None` without one.
    pub fn plan(&mut self, loaded: &Loaded, report: &mut Report) -> Option<Plan> {
        loaded.plan_with(report, &mut self.plan, TextChecks::Done)
    }

    /// Makes the pages of a handbook ready to be rendered one by one; `None` if there are none.
    pub fn make_ready(&mut self, loaded: &Loaded, report: &mut Report, texts: TextChecks) -> Option<Ready> {
        let plan = loaded.plan_with(report, &mut self.plan, texts)?;
        let languages = loaded.handbook.as_ref()?.config.languages.all();
        let key = (of_the_look(&loaded.sources), languages.map(|language| plan.site(language)).collect());
        if let Some((known, renderer)) = &self.renderer.0
            && *known == key
        {
            return Some(Ready { plan, renderer: Arc::clone(renderer) });
        }
        let renderer = Arc::new(loaded.renderer(&plan)?);
        Some(Ready { plan, renderer: self.renderer.get(key, || renderer) })
    }

    /// Every file, parsed; those that have not changed since the last run are remembered.
    fn documents(&mut self, sources: &Sources, people_folder: &str) -> Arc<[Arc<Document>]> {
        if self.people_folder != people_folder {
            // Where the people files lie decides what kind of file each is.
            self.parsed.clear();
            people_folder.clone_into(&mut self.people_folder);
        }
        let mut remembered = std::mem::take(&mut self.parsed).into_iter().peekable();
        let known: Vec<(&Arc<Source>, Option<Arc<Document>>)> = sources
            .values()
            .map(|source| {
                // Both are in the order of their paths.
                while remembered.next_if(|(other, _)| other.path < source.path).is_some() {}
                let same = remembered.next_if(|(other, _)| is_same(other, source));
                (source, same.map(|(_, document)| document))
            })
            .collect();
        let documents: Arc<[Arc<Document>]> = known
            .into_par_iter()
            .with_min_len(64)
            .map(|(source, known)| {
                known.unwrap_or_else(|| Arc::new(parse(source, Layout::of(&source.path, people_folder))))
            })
            .collect();
        self.parsed = sources.values().cloned().zip(documents.iter().cloned()).collect();
        documents
    }
}

/// Whether a file is as it was before.
fn is_same(before: &Arc<Source>, now: &Arc<Source>) -> bool {
    Arc::ptr_eq(before, now) || (before.path == now.path && before.bytes == now.bytes)
}

/// What is known of the site.
#[derive(Clone, Default)]
struct Site {
    config: Option<Arc<Config>>,
    /// Whether the whole of `config` is what its author wrote.
    is_understood: bool,
    levels: BTreeMap<Code, Level>,
}

fn read_site(report: &mut Report, source: Option<&Arc<Source>>, settings: &Settings) -> Site {
    let path = SourcePath::new("site.toml");
    let Some(source) = source else {
        let message = "\"site\" is missing in site.toml, which does not exist";
        let help = "a handbook begins with a site.toml that has a [site] table with a title";
        report.add(Diagnostic::new(Code::MissingKey, message, Place::top(&path)).help(help));
        return Site::default();
    };
    let document = parse(source, Layout::of(&path, ""));
    if !document.diagnostics.is_empty() {
        // It is no text at all, which is said together with what is wrong with other files.
        return Site::default();
    }
    let (mut config, levels, is_understood) = match config::resolve(report, &document.file) {
        Reading::Understood(config, levels) => (config, levels, true),
        Reading::Partly(config, levels) => (config, levels, false),
        Reading::NotAtAll(levels) => return Site { levels, ..Site::default() },
    };
    if let Some(base_url) = &settings.base_url {
        config.base_url = Some(base_url.clone());
    }
    Site { config: Some(Arc::from(config)), is_understood, levels }
}

/// What `site.toml` decides: with errors in it nobody can tell whether these would be said.
const DECIDED_BY_SITE: [Code; 10] = [
    Code::UnknownLanguage,
    Code::OrphanTranslation,
    Code::Untranslated,
    Code::SwissSpelling,
    Code::NoTimeZone,
    Code::VisibilityLowered,
    Code::UnknownPerson,
    Code::NoPeopleFile,
    Code::PeopleNotIgnored,
    Code::UnsafeHtml,
];

/// Reports what is wrong with other files than `site.toml`, as far as it does not depend on that.
fn report_others(report: &mut Report, given: handbook::Given<'_>, documents: &Arc<[Arc<Document>]>) {
    let mut all = report.clone();
    let before = all.diagnostics().len();
    let handbook = handbook::resolve(&mut all, &mut handbook::Memory::default(), given, documents);
    Plan::check_links(&mut all, &Arc::new(handbook), documents);
    let others = all.diagnostics()[before..].iter().filter(|one| !DECIDED_BY_SITE.contains(&one.code));
    report.extend(others.cloned());
}

/// What the look of a site is made of: `site.toml` and the files of themes.
fn of_the_look(sources: &Sources) -> Contents {
    let (site, themes) = (SourcePath::new("site.toml"), SourcePath::new("themes/"));
    let of_themes = sources.range(themes..).take_while(|(path, _)| path.as_str().starts_with("themes/"));
    let all = sources.get_key_value(&site).into_iter().chain(of_themes);
    all.map(|(path, source)| (path.clone(), source.fingerprint())).collect()
}

fn look(memory: &mut theme::Memory, sources: &Sources, config: Option<&Config>) -> Look {
    let mut report = Report::new();
    let theme = load_theme(&mut report, memory, sources, config);
    let interfaces: Arc<[Interface]> = config.iter().flat_map(|config| interfaces(config, &theme)).collect();
    let tags = config.iter().flat_map(|config| config.languages.all().map(|language| config.languages.tag(language)));
    let texts = tags.zip(interfaces.iter()).map(|(tag, interface)| (tag.as_str(), &*interface.texts));
    let mut of_engines = Report::new();
    let engines = Engines::new(&mut of_engines, &theme, interfaces.iter().map(speech).collect());
    let offer = Offer { is_parsed: engines.is_some() && !interfaces.is_empty(), texts: texts.collect() };
    let engines = match theme::check(&mut report, &theme, &offer) {
        Soundness::Sound => {
            report.extend(of_engines.diagnostics().iter().cloned());
            engines
        }
        Soundness::Broken => None,
    };
    Look { theme: Arc::new(theme), interfaces, engines: engines.map(Arc::new), report }
}

/// A message for each language of the site that nobody has interface texts for.
fn without_texts(config: &Config, theme: &Theme) -> Vec<Diagnostic> {
    let is_known = |tag: &Locale| {
        has_built_in(tag) || theme.texts.iter().flatten().any(|file| file.language().primary() == tag.primary())
    };
    let tags = config.languages.all().map(|language| config.languages.tag(language));
    let message = |tag: &Locale| {
        let place = config.file.first_key(&[&at!["site", "languages"], &at!["site", "default_language"]]);
        let message = format!("no built-in interface texts for \"{tag}\"; English is used");
        Diagnostic::new(Code::NoInterfaceLanguage, message, place)
    };
    tags.filter(|tag| !is_known(tag)).map(message).collect()
}

fn speech(interface: &Interface) -> Speech {
    Speech { texts: Arc::clone(&interface.texts), formats: Arc::clone(&interface.formats) }
}

fn load_theme(report: &mut Report, memory: &mut theme::Memory, sources: &Sources, config: Option<&Config>) -> Theme {
    let Some(config) = config else {
        let place = Place::top(&SourcePath::new("site.toml"));
        return theme::load(report, memory, sources, &Wanted { name: "faden", place, options: Vec::new() });
    };
    let wanted = Wanted {
        name: &config.theme.name,
        place: config.file.value(&at!["theme", "name"]),
        options: config.theme.options.iter().map(|(name, value)| set_option(config, name, value)).collect(),
    };
    theme::load(report, memory, sources, &wanted)
}

fn set_option<'c>(config: &Config, name: &'c str, value: &'c serde_json::Value) -> SetOption<'c> {
    let steps = at!["theme", name];
    SetOption { name, value, key_place: config.file.key(&steps), value_place: config.file.value(&steps) }
}

fn interfaces(config: &Config, theme: &Theme) -> Vec<Interface> {
    let texts: Vec<&[_]> = theme.texts.iter().map(Vec::as_slice).collect();
    let labels = |tag: &str| config.labels.get(tag).into_iter().flatten();
    let interface = |language| {
        let tag = config.languages.tag(language);
        // Labels of the region stand over those of the language.
        let general = labels(tag.primary()).filter(|_| tag.primary() != tag.as_str());
        let mut words: BTreeMap<&str, &str> = general.map(|(key, word)| (key.as_str(), word.as_str())).collect();
        words.extend(labels(tag.as_str()).map(|(key, word)| (key.as_str(), word.as_str())));
        Interface {
            texts: Arc::new(Texts::new(tag, &texts, words)),
            formats: Arc::new(Formats::new(tag)),
            name: language_name(tag.as_str(), tag.primary()).to_owned(),
        }
    };
    config.languages.all().map(interface).collect()
}

/// The language in its own words; the tag where nobody wrote them down.
fn language_name<'t>(tag: &'t str, primary: &str) -> &'t str {
    match primary {
        "de" => "Deutsch",
        "en" => "English",
        "fr" => "Français",
        "it" => "Italiano",
        "rm" => "Rumantsch",
        "es" => "Español",
        "pt" => "Português",
        "nl" => "Nederlands",
        _ => tag,
    }
}

impl Loaded {
    /// Plans the site of this handbook; `None` without one.
    pub fn plan(&self, report: &mut Report) -> Option<Plan> {
        self.plan_with(report, &mut plan::Memory::default(), TextChecks::Done)
    }

    fn plan_with(&self, report: &mut Report, memory: &mut plan::Memory, texts: TextChecks) -> Option<Plan> {
        let handbook = self.handbook.as_ref()?;
        let components = self.engines.clone().map(|engines| engines as Arc<dyn view::Components>);
        let given = Given {
            sources: &self.sources,
            documents: &self.documents,
            interfaces: &self.interfaces,
            theme_files: &self.theme.files,
            stylesheet: self.theme.stylesheet(),
            components: components.as_ref(),
            options: self.theme.options.as_ref().unwrap_or(&NO_OPTIONS),
            icons: &self.theme.icons,
            brushes: &self.theme.brushes,
        };
        let plan = Plan::new(report, memory, handbook, given);
        if texts == TextChecks::Done {
            plan.check_texts(report, memory, &given);
        }
        Some(plan)
    }

    /// What turns the views of `plan` into pages; `None` if the templates cannot be used, which was reported.
    #[must_use]
    pub fn renderer(&self, plan: &Plan) -> Option<Renderer> {
        let languages = self.handbook.as_ref()?.config.languages.all();
        let sites: Vec<view::Site> = languages.map(|language| plan.site(language)).collect();
        Some(Renderer::new(Arc::clone(self.engines.as_ref()?), &sites))
    }
}

/// A site whose pages can be rendered whenever somebody wants one.
pub struct Ready {
    /// Every address.
    pub plan: Plan,
    renderer: Arc<Renderer>,
}

impl Ready {
    /// The page at this position of the plan, as a build writes it.
    ///
    /// # Errors
    /// A message about the template that does not work.
    pub fn page(&self, index: usize) -> Result<Vec<u8>, Box<Diagnostic>> {
        render(&self.plan, &self.renderer, &self.plan.pages()[index])
    }

    /// See [`inspect()`].
    pub fn inspect(&self, report: &mut Report, goes_on: impl Fn() -> bool + Sync) -> Option<Suspects> {
        inspect(&self.plan, &self.renderer, report, goes_on)
    }
}

/// Files of the site in which something is wrong that shows in no source: one for each thing.
pub type Suspects = BTreeSet<OutputPath>;

/// Makes every page and every file as a build does, and reports what is wrong with them: templates that do not work,
/// names that are not to be shown.
///
/// Ends early with `None`, and says nothing, when `goes_on` says so.
pub fn inspect(
    plan: &Plan,
    renderer: &Renderer,
    report: &mut Report,
    goes_on: impl Fn() -> bool + Sync,
) -> Option<Suspects> {
    let files = plan.files().par_iter().filter(|file| file.may_name_people());
    let files = files.map(|file| goes_on().then(|| Finding::of_file(plan, &file.path, &plan.contents(file))));
    let pages =
        plan.pages().par_iter().with_max_len(AT_A_TIME).map(|page| {
            goes_on().then(|| Finding::of_page(plan, &page.url.output_path(), &render(plan, renderer, page)))
        });
    let found: Vec<Finding> = files.chain(pages).collect::<Option<_>>()?;
    Some(Finding::report(found, plan, report))
}

/// So many pages a thread takes at a time. Some take a hundred times as long as others: without a limit, one thread
/// would be left with a long half while the others have nothing to do.
pub const AT_A_TIME: usize = 16;

/// What is wrong with one finished file.
pub struct Finding {
    path: OutputPath,
    leaks: Vec<Leak>,
    failed: Option<Diagnostic>,
}

impl Finding {
    /// What is wrong with a file of these bytes.
    #[must_use]
    pub fn of_file(plan: &Plan, path: &OutputPath, contents: &[u8]) -> Self {
        Self { path: path.clone(), leaks: plan.leaks(path, contents), failed: None }
    }

    /// What is wrong with a page, if it could be rendered at all.
    #[must_use]
    pub fn of_page<P: AsRef<[u8]>>(plan: &Plan, path: &OutputPath, page: &Result<P, Box<Diagnostic>>) -> Self {
        match page {
            Ok(html) => Self::of_file(plan, path, html.as_ref()),
            Err(failed) => Self { path: path.clone(), leaks: Vec::new(), failed: Some((**failed).clone()) },
        }
    }

    /// Reports what was found.
    pub fn report(found: Vec<Self>, plan: &Plan, report: &mut Report) -> Suspects {
        let mut suspects = Suspects::new();
        let (mut people, mut failed) = (BTreeSet::new(), Vec::new());
        let mut leaks = Vec::new();
        for finding in found {
            let known = people.len();
            people.extend(finding.leaks.iter().map(Leak::person));
            let has_new_leak = people.len() > known;
            let has_new_failure =
                finding.failed.filter(|one| !failed.contains(one)).map(|one| failed.push(one)).is_some();
            if has_new_leak || has_new_failure {
                suspects.insert(finding.path);
            }
            leaks.extend(finding.leaks);
        }
        report.extend(failed);
        plan.report_leaks(report, leaks);
        suspects
    }
}

/// One page of the site as UTF-8, ready to be written.
///
/// # Errors
/// A message about the template that does not work.
pub fn render(plan: &Plan, renderer: &Renderer, page: &PlannedPage) -> Result<Vec<u8>, Box<Diagnostic>> {
    let (shared, view) = plan.view(page);
    renderer.render(page.language.index(), &shared, &view)
}
