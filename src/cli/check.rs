//! `leitfaden check`: everything that `build` does except writing, and how the cohorts stand with the success factors.

use std::process::ExitCode;

use anyhow::Result;
use schemars::JsonSchema;
use serde::Serialize;

use super::arguments::{Check, Everywhere, Format};
use super::check_table::{Extent, block, plain_block};
use super::common::{Notes, exit_code, finish, language, print_json, show};
use super::external;
use crate::diagnostics::Report;
use crate::diagnostics::emit::Problems;
use crate::disk;
use crate::handbook::Handbook;
use crate::handbook::cohort::Cohort;
use crate::locale::{Language, Texts};
use crate::pipeline::{Settings, inspect};
use crate::plan::Plan;
use crate::text::SourcePath;

pub(super) fn run(everywhere: &Everywhere, options: &Check) -> Result<ExitCode> {
    let settings = Settings { strict: options.strict, ..everywhere.settings() };
    let mut loaded = everywhere.load(&settings)?;
    let language = language(&loaded, options.language.as_deref())?;
    let mut report = std::mem::take(&mut loaded.report);
    let plan = loaded.plan(&mut report);
    if let Some(plan) = &plan
        && let Some(renderer) = loaded.renderer(plan)
    {
        inspect(plan, &renderer, &mut report, || true);
    }
    let external = if options.external_links { external::check(&mut report, &loaded) } else { None };
    let diagnostics = finish(&loaded, &report);
    show(everywhere, &loaded, options.format, &diagnostics, Notes::Shown)?;
    let extent = if options.details || options.report { Extent::Details } else { Extent::Results };
    let mut cohorts = match (&plan, language, &loaded.handbook) {
        (Some(plan), Some(language), Some(handbook)) => cohorts(plan, handbook, &report, language, extent),
        _ => Vec::new(),
    };
    let texts = language.map(|language| &*loaded.interfaces[language.index()].texts);
    let reports = match texts {
        Some(texts) if options.report => write_reports(everywhere, &cohorts, texts)?,
        _ => Vec::new(),
    };
    if !options.details {
        let checks = cohorts.iter_mut().flat_map(|cohort| &mut cohort.factors).flat_map(|factor| &mut factor.checks);
        checks.for_each(|check| check.details = None);
    }
    if options.format == Format::Json {
        print_json(&Document { problems: Problems::of(&loaded.sources, &diagnostics), cohorts })?;
    } else if !everywhere.quiet {
        if diagnostics.is_empty() {
            anstream::println!("no problems found");
        }
        if let Some(texts) = texts {
            print_table(&cohorts, texts, options);
        }
        if let (Some(language), Some(handbook)) = (language, &loaded.handbook) {
            for cohort in handbook.cohorts.iter().filter(|cohort| is_unsure(cohort, handbook, &report)) {
                let title = cohort.title.get(language);
                anstream::println!("\n{title} ({}): its results come when its errors are mended", cohort.id);
            }
        }
        if let Some(summary) = external {
            anstream::print!("\n{}", summary.text());
        }
        for path in reports {
            anstream::println!("\nwritten: {path}");
        }
    }
    Ok(exit_code(&diagnostics))
}

/// The document of `check --format json` (interface.md, "Machine output"). Its shape is public.
#[derive(Serialize, JsonSchema)]
pub(super) struct Document {
    #[serde(flatten)]
    pub problems: Problems,
    /// The cohorts without errors, by id.
    pub cohorts: Vec<CohortJson>,
}

/// How a cohort stands.
#[derive(Serialize, JsonSchema)]
pub(super) struct CohortJson {
    /// The name of its file.
    pub id: String,
    #[serde(skip)]
    pub title: String,
    /// The success factors in the order of the site.
    pub factors: Vec<FactorJson>,
}

/// How it stands with a success factor.
#[derive(Serialize, JsonSchema)]
pub(super) struct FactorJson {
    /// Its id, such as `difference`.
    pub id: String,
    /// `pass`, `attention` or `missing`.
    pub result: String,
    #[serde(skip)]
    pub title: String,
    #[serde(skip)]
    pub summary: String,
    /// Its checks.
    pub checks: Vec<CheckJson>,
}

/// How it stands with a check.
#[derive(Serialize, JsonSchema)]
pub(super) struct CheckJson {
    /// Its id, such as `difference.age`.
    pub id: String,
    /// `pass`, `attention`, `missing`, `off` or `accepted`.
    pub result: String,
    /// Whether the site shows it.
    pub published: bool,
    /// What is said about it.
    pub text: String,
    /// What the result rests on; only with `--details`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub details: Option<Vec<String>>,
}

/// The success factors of every cohort without errors. Reports hold details whether or not they are asked for elsewhere.
pub(super) fn cohorts(
    plan: &Plan,
    handbook: &Handbook,
    report: &Report,
    language: Language,
    extent: Extent,
) -> Vec<CohortJson> {
    let sure = handbook.cohorts.entries().filter(|(_, cohort)| !is_unsure(cohort, handbook, report));
    let cohorts = sure.map(|(id, cohort)| {
        let mut details = plan.result_details(id, language);
        let factors = plan.factor_results(id, language).into_iter().map(|factor| {
            let id = factor.checks.first().and_then(|check| check.id.split('.').next()).unwrap_or_default().to_owned();
            let checks = factor.checks.into_iter().map(|check| CheckJson {
                details: (extent == Extent::Details).then(|| details.remove(check.id.as_str()).unwrap_or_default()),
                id: check.id,
                published: check.published,
                result: check.result,
                text: check.text,
            });
            let checks = checks.collect();
            FactorJson { id, result: factor.result, title: factor.link.label, summary: factor.summary, checks }
        });
        CohortJson {
            id: cohort.id.to_string(),
            title: cohort.title.get(language).to_string(),
            factors: factors.collect(),
        }
    });
    cohorts.collect()
}

/// Whether a file of the cohort has errors: what cannot be read there would be told to be missing.
fn is_unsure(cohort: &Cohort, handbook: &Handbook, report: &Report) -> bool {
    let people = SourcePath::new(format!("{}/{}.toml", handbook.config.people_folder(), cohort.id));
    report.is_broken(cohort.file.path()) || report.is_broken(&people)
}

fn print_table(cohorts: &[CohortJson], texts: &Texts, options: &Check) {
    let extent = if options.details { Extent::Details } else { Extent::Results };
    for cohort in cohorts {
        anstream::print!("\n{}", block(cohort, texts, extent));
    }
}

/// Writes `private/report/<cohort>.txt` for every cohort and gives the paths.
fn write_reports(everywhere: &Everywhere, cohorts: &[CohortJson], texts: &Texts) -> Result<Vec<String>> {
    let root = everywhere.root()?;
    let head = texts.get("detail-report").unwrap_or_default();
    let write = |cohort: &CohortJson| {
        disk::write_report(&root, &cohort.id, &format!("{head}\n\n{}", plain_block(cohort, texts)))
    };
    cohorts.iter().map(write).collect()
}
