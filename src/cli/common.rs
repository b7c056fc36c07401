//! What several commands need: the root, the day, reading a handbook, showing messages.

use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use clap::ValueEnum;
use jiff::ZonedDateTime;
use jiff::civil::Date;

use super::arguments::{Color, Everywhere, Format};
use crate::config::absolute_http;
use crate::diagnostics::emit::{Counts, Private, Style, write_human, write_short};
use crate::diagnostics::{Code, Diagnostic, Place, Report};
use crate::disk::{self, Scan, ScanProblem, Scanner, Touched};
use crate::handbook::Drafts;
use crate::locale::Language;
use crate::pipeline::{Loaded, Pipeline, Settings};

impl Color {
    /// The last choice on a command line. It must hold before that is understood: help and wrong usage have colours too.
    pub fn asked(arguments: impl Iterator<Item = String>) -> Option<Self> {
        let mut arguments = arguments.take_while(|argument| argument != "--");
        let mut asked = None;
        while let Some(argument) = arguments.next() {
            let word = if argument == "--color" { arguments.next() } else { None };
            let word = word.as_deref().or_else(|| argument.strip_prefix("--color="));
            asked = word.and_then(|word| Self::from_str(word, false).ok()).or(asked);
        }
        asked
    }

    /// Makes the choice hold for everything that is printed.
    pub fn choose(self) {
        match self {
            Self::Auto => {}
            Self::Always => anstream::ColorChoice::Always.write_global(),
            Self::Never => anstream::ColorChoice::Never.write_global(),
        }
    }
}

impl Everywhere {
    /// The folder of the handbook.
    pub fn root(&self) -> Result<PathBuf> {
        if let Some(root) = &self.root {
            if !root.is_dir() {
                bail!("{} is not a folder", root.display());
            }
            return Ok(root.clone());
        }
        let here = std::env::current_dir().context("the working folder cannot be read")?;
        let missing = "there is no site.toml here or in a folder above; name the handbook's folder with --root";
        disk::find_root(&here).context(missing)
    }

    /// The day it is, or is said to be.
    pub fn today(&self) -> Date {
        self.today.unwrap_or_else(|| ZonedDateTime::now().date())
    }

    /// The usual settings of a run.
    pub fn settings(&self) -> Settings {
        Settings { today: self.today(), drafts: Drafts::Hidden, base_url: None, strict: false }
    }

    /// Reads the handbook.
    pub fn load(&self, settings: &Settings) -> Result<Loaded> {
        let scan = scan(&mut Scanner::default(), &self.root()?)?;
        for problem in &scan.problems {
            if let ScanProblem::Unreadable { path, reason } = problem {
                bail!("cannot read {path}: {reason}");
            }
        }
        let mut loaded = Pipeline::default().load(scan.sources, settings);
        loaded.report.extend(scan.problems.into_iter().map(scan_problem));
        Ok(loaded)
    }
}

/// Everything that belongs to the handbook at `root`, as it is now.
pub fn scan(scanner: &mut Scanner, root: &Path) -> Result<Scan> {
    let scan = scanner.scan(root, &[])?;
    // The folder of the people files is known only when site.toml has been read.
    match people_folder(&scan.sources) {
        Some(folder) if !folder.starts_with("private/") => scanner.scan(root, &[&folder]),
        _ => Ok(scan),
    }
}

/// The same, with a look at what was touched only, as long as that is enough to tell.
pub fn look_again(scanner: &mut Scanner, root: &Path, touched: &Touched) -> Result<Scan> {
    let quick = match touched {
        Touched::Folders(folders) => scanner.scan_folders(folders),
        Touched::Everything => None,
    };
    quick.map_or_else(|| scan(scanner, root), Ok)
}

/// `publish.people` of `site.toml`, read on its own: what is there decides what has to be read.
pub fn people_folder(sources: &crate::text::Sources) -> Option<String> {
    let source = sources.get(&crate::text::SourcePath::new("site.toml"))?;
    let table: toml::Table = source.text().ok()?.parse().ok()?;
    Some(table.get("publish")?.get("people")?.as_str()?.trim_end_matches('/').to_owned())
}

/// What an author is told of a file that cannot be read.
pub fn scan_problem(problem: ScanProblem) -> Diagnostic {
    match problem {
        ScanProblem::LinkOutside { path } => {
            let message = format!("{path} is a link that leads out of the handbook");
            Diagnostic::new(Code::LinkOutside, message, Place::top(&path)).help("put a copy in its place")
        }
        ScanProblem::LinkIntoPrivate { path } => {
            let message = format!("{path} is a link into a private folder");
            let help = "what is private is never published; put what may be seen somewhere else";
            Diagnostic::new(Code::LinkOutside, message, Place::top(&path)).help(help)
        }
        ScanProblem::NameNotUtf8 { path } => {
            let message = format!("the name of {path} is not valid UTF-8");
            Diagnostic::new(Code::BadId, message, Place::top(&path)).help("rename the file")
        }
        ScanProblem::Unreadable { path, reason } => {
            let message = format!("{path} cannot be read: {reason}");
            let help = "give yourself the right to read it, or take it away";
            Diagnostic::new(Code::MissingFile, message, Place::top(&path)).help(help)
        }
    }
}

/// A public address given on the command line, with "/" at its end.
pub fn base_url(written: Option<&str>) -> Result<Option<String>> {
    let Some(written) = written else { return Ok(None) };
    match absolute_http(written) {
        Some(url) => Ok(Some(url)),
        None => bail!("--base-url must be an absolute http or https address, found \"{written}\""),
    }
}

/// The language that `--language` names.
pub fn language(loaded: &Loaded, tag: Option<&str>) -> Result<Option<Language>> {
    let Some(handbook) = &loaded.handbook else { return Ok(None) };
    let languages = &handbook.config.languages;
    let Some(tag) = tag else { return Ok(Some(languages.default())) };
    let found = languages.find(tag);
    if found.is_none() {
        let known: Vec<&str> = languages.all().map(|language| languages.tag(language).as_str()).collect();
        bail!("\"{tag}\" is not a language of this handbook; it has {}", known.join(", "));
    }
    Ok(found)
}

/// The finished messages of a run.
pub fn finish(loaded: &Loaded, report: &Report) -> Vec<Diagnostic> {
    report.finish(&loaded.levels, &loaded.sources)
}

/// Shows messages to people, on standard error, and how many there are.
///
/// `build` counts notes and `check` shows them (model.md §0).
pub fn show(
    everywhere: &Everywhere,
    loaded: &Loaded,
    format: Format,
    diagnostics: &[Diagnostic],
    notes: Notes,
) -> Result<()> {
    write_shown(everywhere, loaded, format, diagnostics, notes, &mut anstream::stderr().lock())
}

/// Writes what [`show`] shows.
pub fn write_shown(
    everywhere: &Everywhere,
    loaded: &Loaded,
    format: Format,
    diagnostics: &[Diagnostic],
    notes: Notes,
    out: &mut dyn Write,
) -> Result<()> {
    let shown: Vec<Diagnostic> = diagnostics
        .iter()
        .filter(|one| notes == Notes::Shown || one.severity != crate::diagnostics::Severity::Note)
        .cloned()
        .collect();
    match format {
        Format::Human => {
            let people = loaded.handbook.as_ref().map_or("private/people", |handbook| handbook.config.people_folder());
            write_human(&loaded.sources, &Private::with_people(people), everywhere.style(), &shown, out)?;
        }
        Format::Short => write_short(&loaded.sources, &shown, out)?,
        Format::Json => return Ok(()),
    }
    if let Some(summary) = Counts::of(diagnostics).summary().filter(|_| !everywhere.quiet) {
        writeln!(out, "{summary}")?;
    }
    Ok(())
}

/// Whether notes are shown or only counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notes {
    /// One by one.
    Shown,
    /// In the last line.
    Counted,
}

impl Everywhere {
    /// How messages on standard error look.
    pub fn style(&self) -> Style {
        let coloured = match self.color {
            Color::Always => true,
            Color::Never => false,
            Color::Auto => {
                std::io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
            }
        };
        if coloured { Style::Coloured } else { Style::Plain }
    }
}

/// 1 if there is an error among the messages.
pub fn exit_code(diagnostics: &[Diagnostic]) -> ExitCode {
    ExitCode::from(u8::from(Counts::of(diagnostics).errors > 0))
}

/// Prints one JSON document on standard output.
pub fn print_json(document: &impl serde::Serialize) -> Result<()> {
    let mut out = std::io::stdout().lock();
    serde_json::to_writer_pretty(&mut out, document)?;
    writeln!(out)?;
    Ok(())
}
