//! `leitfaden new`: a handbook to begin with, and its parts one by one.
//!
//! Every part is made in memory first ([`Draft`]), held against the rest of the handbook as `check` would, and then
//! written, all of its files or none.

mod cohort;
mod copy;
mod edit;
mod module;
mod programme;
mod season;
mod single;
mod site;
mod topic;
mod wording;

use std::process::ExitCode;
use std::sync::Arc;

use anyhow::{Result, bail};

use super::arguments::{Everywhere, New};
use super::common::finish;
use crate::diagnostics::emit::{Private, write_human};
use crate::diagnostics::{Diagnostic, Severity, nearest};
use crate::disk::{self, Addition, Before};
use crate::document::bad_id;
use crate::document::values::is_id;
use crate::handbook::{Drafts, Handbook};
use crate::locale::Locale;
use crate::pipeline::{Loaded, Pipeline, Settings};
use crate::text::{Source, SourcePath, Sources};
use edit::Sheet;
use wording::Wording;

pub(super) fn run(everywhere: &Everywhere, what: &New) -> Result<ExitCode> {
    match what {
        New::Site(options) => site::run(everywhere, options),
        New::Topic(options) => add(everywhere, |project| topic::draft(project, options)),
        New::Module(options) => add(everywhere, |project| module::draft(project, options)),
        New::Programme(options) => add(everywhere, |project| programme::draft(project, options)),
        New::Cohort(options) => {
            let today = everywhere.today();
            add(everywhere, |project| cohort::draft(project, options, today))
        }
        New::Factor(options) => add(everywhere, |project| single::factor(project, options)),
        New::Page(options) => add(everywhere, |project| single::page(project, options)),
    }
}

/// Adds a draft to the handbook.
fn add(everywhere: &Everywhere, draft: impl FnOnce(&Project) -> Result<Draft>) -> Result<ExitCode> {
    Project::open(everywhere)?.make(everywhere, draft)
}

/// The handbook that something is added to.
pub(super) struct Project {
    loaded: Loaded,
    settings: Settings,
}

/// Something new, not written yet.
#[derive(Default)]
pub(super) struct Draft {
    files: Vec<Addition>,
    /// What the author has to know or do next, a line each.
    next: Vec<String>,
}

impl Draft {
    /// A file that does not exist yet.
    fn add(&mut self, path: impl Into<Arc<str>>, contents: impl Into<Vec<u8>>) {
        let contents = contents.into();
        self.files.push(Addition { path: SourcePath::new(path), contents, before: Before::Nothing });
    }

    /// The pages of a template, one for each language.
    fn add_pages(&mut self, wording: &Wording, path: &str, template: &str) {
        for (path, contents) in wording.pages(path, template) {
            self.add(path, contents);
        }
    }

    /// A file of the author's with a line more.
    fn change(&mut self, path: &str, contents: String) {
        let contents = contents.into_bytes();
        self.files.push(Addition { path: SourcePath::new(path), contents, before: Before::OlderText });
    }

    fn say(&mut self, line: impl Into<String>) {
        self.next.push(line.into());
    }
}

impl Project {
    fn open(everywhere: &Everywhere) -> Result<Self> {
        let settings = Settings { drafts: Drafts::Shown, ..everywhere.settings() };
        let loaded = everywhere.load(&settings)?;
        if loaded.handbook.is_none() {
            bail!(
                "site.toml has errors, so nobody can tell what fits into this handbook; \"leitfaden check\" names them"
            );
        }
        Ok(Self { loaded, settings })
    }

    /// Makes a draft, looks at it as `check` would, writes it and says so.
    fn make(self, everywhere: &Everywhere, draft: impl FnOnce(&Self) -> Result<Draft>) -> Result<ExitCode> {
        let draft = draft(&self)?;
        let (sources, problems) = self.problems(&draft);
        disk::add(&everywhere.root()?, &draft.files)?;
        for file in draft.files.iter().filter(|_| !everywhere.quiet) {
            let done = if file.before == Before::Nothing { "new" } else { "changed" };
            anstream::println!("{done}  {}", file.path);
        }
        let people = self.handbook().config.people_folder();
        let private = Private::with_people(people);
        write_human(&sources, &private, everywhere.style(), &problems, &mut anstream::stderr().lock())?;
        for line in draft.next.iter().filter(|_| !everywhere.quiet) {
            anstream::println!("{line}");
        }
        Ok(ExitCode::SUCCESS)
    }

    fn handbook(&self) -> &Handbook {
        self.loaded.handbook.as_ref().expect("a project is only opened with a handbook")
    }

    /// What `check` would say about the handbook with this draft and does not say without it; notes are left out.
    fn problems(&self, draft: &Draft) -> (Sources, Vec<Diagnostic>) {
        let mut sources = Sources::clone(&self.loaded.sources);
        for file in &draft.files {
            let source = Source::new(file.path.clone(), file.contents.as_slice());
            sources.insert(file.path.clone(), Arc::new(source));
        }
        let before = messages(&self.loaded);
        let after = messages(&Pipeline::default().load(sources.clone(), &self.settings));
        let is_new = |one: &Diagnostic| {
            one.severity != Severity::Note
                && !before.iter().any(|old| (old.code, &old.message) == (one.code, &one.message))
        };
        (sources, after.into_iter().filter(is_new).collect())
    }

    /// Whether `check` would find errors in the handbook with this draft that are not there without it.
    fn has_errors_with(&self, draft: &Draft) -> bool {
        self.problems(draft).1.iter().any(|one| one.severity == Severity::Error)
    }

    /// The languages of the handbook, for templates.
    fn wording(&self) -> Wording {
        let languages = &self.handbook().config.languages;
        let default = languages.default();
        let others = languages.all().filter(|&language| language != default);
        let tags: Vec<Locale> =
            std::iter::once(default).chain(others).map(|language| languages.tag(language).clone()).collect();
        Wording::new(tags)
    }

    fn source(&self, path: &str) -> Option<&Source> {
        self.loaded.sources.get(&SourcePath::new(path)).map(|source| &**source)
    }

    fn sheet(&self, path: &str) -> Result<Sheet> {
        match self.source(path) {
            Some(source) => Sheet::open(source),
            None => bail!("{path} does not exist"),
        }
    }

    /// The ids of the things whose files stand in `folder` and end in `suffix`.
    fn ids<'p>(&'p self, folder: &'p str, suffix: &'p str) -> impl Iterator<Item = &'p str> {
        let names = self.loaded.sources.keys().filter_map(move |path| path.as_str().strip_prefix(folder));
        names.filter_map(move |name| name.strip_suffix(suffix)).filter(|id| is_id(id))
    }

    /// Nothing, if something can be called `id` and `path` is free.
    fn check_free(&self, id: &str, path: &str) -> Result<()> {
        if !is_id(id) {
            bail!("{}", bad_id(id));
        }
        if self.source(path).is_some() {
            bail!("{path} is there already");
        }
        Ok(())
    }
}

/// What there is no such thing as, with the one that was meant.
pub(super) fn no_such<'k>(entity: &str, id: &str, known: impl Iterator<Item = &'k str>) -> anyhow::Error {
    let known: Vec<&str> = known.collect();
    match nearest(id, known.iter().copied()) {
        Some(near) => anyhow::anyhow!("there is no {entity} \"{id}\"; did you mean \"{near}\"?"),
        None if known.is_empty() => anyhow::anyhow!("there is no {entity} \"{id}\"; this handbook has none yet"),
        None => anyhow::anyhow!("there is no {entity} \"{id}\"; there are {}", known.join(", ")),
    }
}

/// Words made from an id: `house-rules` is "House rules".
pub(super) fn words_of(id: &str) -> String {
    let words = id.replace('-', " ");
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn messages(loaded: &Loaded) -> Vec<Diagnostic> {
    let mut report = loaded.report.clone();
    loaded.plan(&mut report);
    finish(loaded, &report)
}
