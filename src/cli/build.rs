//! `leitfaden build`: the site.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use anyhow::{Result, bail};
use rayon::prelude::*;

use super::arguments::{Build, Everywhere, Format};
use super::check;
use super::check_table::Extent;
use super::common::{Notes, base_url, exit_code, finish, print_json, show};
use super::progress::Progress;
use crate::diagnostics::emit::{Counts, Problems};
use crate::diagnostics::{Code, Diagnostic, Place, Report};
use crate::disk::{BeginError, Writer, Written, overlaps_sources};
use crate::handbook::Drafts;
use crate::pipeline::{AT_A_TIME, Loaded, Settings, render};
use crate::plan::{Leak, Plan};
use crate::render::Renderer;
use crate::text::{OutputPath, SourcePath};

pub(super) fn run(everywhere: &Everywhere, options: &Build) -> Result<ExitCode> {
    let started = Instant::now();
    let settings = Settings {
        drafts: if options.drafts { Drafts::Shown } else { Drafts::Hidden },
        base_url: base_url(options.base_url.as_deref())?,
        strict: options.strict,
        ..everywhere.settings()
    };
    let mut loaded = everywhere.load(&settings)?;
    let mut report = std::mem::take(&mut loaded.report);
    let plan = loaded.plan(&mut report);
    let renderer = plan.as_ref().and_then(|plan| loaded.renderer(plan));
    let planned = plan.as_ref().zip(renderer.as_ref());
    let has_errors = Counts::of(&finish(&loaded, &report)).errors > 0;
    let written = match planned {
        Some((plan, renderer)) if !has_errors => {
            let progress = Progress::new(everywhere, options.format, started, plan.pages().len());
            write(everywhere, options, &loaded, plan, renderer, &progress, &mut report)?
        }
        _ => None,
    };
    let diagnostics = finish(&loaded, &report);
    show(everywhere, &loaded, options.format, &diagnostics, Notes::Counted)?;
    if options.format == Format::Json {
        let language = loaded.handbook.as_ref().map(|handbook| handbook.config.languages.default());
        let cohorts = match (&plan, language, &loaded.handbook) {
            (Some(plan), Some(language), Some(handbook)) => {
                check::cohorts(plan, handbook, &report, language, Extent::Results)
            }
            _ => Vec::new(),
        };
        print_json(&check::Document { problems: Problems::of(&loaded.sources, &diagnostics), cohorts })?;
    }
    match (written, &plan) {
        (Some(written), Some(plan)) if !everywhere.quiet && options.format != Format::Json => {
            let (pages, seconds) = (plan.pages().len(), started.elapsed().as_secs_f64());
            let Written { written, unchanged, removed } = written;
            let removed = if removed == 0 { String::new() } else { format!(", {removed} removed") };
            let (pages, written) = (counted(pages, "page"), counted(written, "file"));
            anstream::println!("{pages}, {written} written, {unchanged} unchanged{removed}, {seconds:.2} s");
        }
        _ => {}
    }
    // The program ends here: to give a large handbook back piece by piece would take longer than to leave it.
    std::mem::forget((loaded, renderer, plan));
    if diagnostics.iter().any(|one| one.code == Code::NotOurFolder) {
        return Ok(ExitCode::from(2));
    }
    Ok(exit_code(&diagnostics))
}

/// `1 file`, `2 files`.
fn counted(number: usize, word: &str) -> String {
    if number == 1 { format!("1 {word}") } else { format!("{number} {word}s") }
}

/// Renders and writes everything; nothing if a page cannot be rendered, or names somebody who is not to be named.
fn write(
    everywhere: &Everywhere,
    options: &Build,
    loaded: &Loaded,
    plan: &Plan,
    renderer: &Renderer,
    progress: &Progress,
    report: &mut Report,
) -> Result<Option<Written>> {
    let out = out_folder(everywhere, options, loaded)?;
    let writer = match Writer::begin(&out) {
        Ok(writer) => writer,
        Err(BeginError::NotOurFolder { path }) => {
            report.add(not_our_folder(&everywhere.root()?, &path));
            return Ok(None);
        }
        Err(BeginError::Io(error)) => return Err(error),
    };
    let put = |path: &OutputPath, contents: &[u8], leaks: Vec<Leak>| {
        if leaks.is_empty() {
            writer.put(path, contents)?;
        }
        anyhow::Ok(Outcome { leaks, failed: None, photos: Vec::new() })
    };
    let files = plan.files().par_iter().map(|file| match plan.contents(file) {
        contents if file.may_name_people() => put(&file.path, &contents, plan.leaks(&file.path, &contents)),
        contents => put(&file.path, &contents, Vec::new()),
    });
    let pages = plan.pages().par_iter().map(|page| match render(plan, renderer, page) {
        Ok(html) => {
            let path = page.url.output_path();
            let outcome = put(&path, &html, plan.leaks(&path, &html)).inspect(|_| progress.advance())?;
            Ok(Outcome { photos: plan.photos_of(&html).map(|photo| photo.path.clone()).collect(), ..outcome })
        }
        Err(diagnostic) => Ok(Outcome { leaks: Vec::new(), failed: Some(*diagnostic), photos: Vec::new() }),
    });
    let outcomes: Vec<Outcome> = files.chain(pages).with_max_len(AT_A_TIME).collect::<Result<_>>()?;
    if outcomes.iter().all(Outcome::is_written) {
        write_photos(&writer, plan, outcomes.iter().flat_map(|outcome| &outcome.photos).collect())?;
        return Ok(Some(writer.finish()?));
    }
    let mut leaks = Vec::new();
    for outcome in outcomes {
        leaks.extend(outcome.leaks);
        report.extend(outcome.failed);
    }
    plan.report_leaks(report, leaks);
    Ok(None)
}

/// Writes the versions of photographs that pages name. Their names say what was made of what: those of the last build
/// stay.
fn write_photos(writer: &Writer, plan: &Plan, named: BTreeSet<&OutputPath>) -> Result<()> {
    let new: Vec<&OutputPath> = named.into_iter().filter(|path| !writer.keep(path)).collect();
    let photos = new.par_iter().with_max_len(1).map(|path| (path, plan.file_at(path)));
    photos.try_for_each(|(path, photo)| photo.map_or(Ok(()), |photo| writer.put(path, &plan.contents(photo))))
}

/// Nothing is put among the files of others.
fn not_our_folder(root: &Path, path: &Path) -> Diagnostic {
    let path = path.strip_prefix(root).unwrap_or(path);
    let place = Place::top(&SourcePath::new(path.to_string_lossy().replace('\\', "/")));
    let message = format!("{} is not empty and was not made by leitfaden", path.display());
    Diagnostic::new(Code::NotOurFolder, message, place).help("choose another folder with --out, or empty it")
}

/// What became of a file: nothing keeps it from being written, unless it names somebody or cannot be rendered.
struct Outcome {
    leaks: Vec<Leak>,
    failed: Option<Diagnostic>,
    /// The photographs that it names, if it is a page.
    photos: Vec<OutputPath>,
}

impl Outcome {
    fn is_written(&self) -> bool {
        self.leaks.is_empty() && self.failed.is_none()
    }
}

fn out_folder(everywhere: &Everywhere, options: &Build, loaded: &Loaded) -> Result<PathBuf> {
    let root = everywhere.root()?;
    let publish = loaded.handbook.as_ref().map(|handbook| &handbook.config.publish);
    let configured = publish.and_then(|publish| publish.out.as_deref()).unwrap_or("public");
    let out = options.out.clone().unwrap_or_else(|| root.join(configured));
    if overlaps_sources(&out, &root, &[]) {
        bail!("the site cannot be written into {}: the handbook itself lies there", out.display());
    }
    Ok(out)
}
