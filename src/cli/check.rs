//! `leitfaden check`: everything that `build` does except writing.

use std::process::ExitCode;

use anyhow::Result;
use rayon::prelude::*;
use schemars::JsonSchema;
use serde::Serialize;

use super::arguments::{Check, Everywhere, Format};
use super::common::{Notes, exit_code, finish, language, print_json, show};
use super::external;
use crate::diagnostics::Diagnostic;
use crate::diagnostics::emit::Problems;
use crate::handbook::Handbook;
use crate::locale::Language;
use crate::pipeline::{Settings, render};
use crate::plan::Plan;

pub(super) fn run(everywhere: &Everywhere, options: &Check) -> Result<ExitCode> {
    let settings = Settings { strict: options.strict, ..everywhere.settings() };
    let mut loaded = everywhere.load(&settings)?;
    let language = language(&loaded, options.language.as_deref())?;
    let mut report = std::mem::take(&mut loaded.report);
    let plan = loaded.plan(&mut report);
    if let Some(plan) = &plan
        && let Some(renderer) = loaded.renderer(&mut report, plan)
    {
        let failed: Vec<Diagnostic> =
            plan.pages().par_iter().filter_map(|page| render(plan, &renderer, page).err()).map(|one| *one).collect();
        report.extend(failed);
    }
    let external = if options.external_links { external::check(&mut report, &loaded) } else { None };
    let diagnostics = finish(&loaded, &report);
    show(everywhere, &loaded, options.format, &diagnostics, Notes::Shown)?;
    let cohorts = match (&plan, language, &loaded.handbook) {
        (Some(plan), Some(language), Some(handbook)) => cohorts(plan, handbook, language),
        _ => Vec::new(),
    };
    if options.format == Format::Json {
        print_json(&Document { problems: Problems::of(&loaded.sources, &diagnostics), cohorts })?;
    } else if !everywhere.quiet {
        if diagnostics.is_empty() {
            anstream::println!("no problems found");
        }
        anstream::print!("{}", table(&cohorts));
        if let Some(summary) = external {
            anstream::print!("\n{}", summary.text());
        }
    }
    Ok(exit_code(&diagnostics))
}

/// The document of `check --format json` (interface.md, "Machine output"). Its shape is public.
#[derive(Serialize, JsonSchema)]
pub(super) struct Document {
    #[serde(flatten)]
    problems: Problems,
    /// The cohorts without errors, by id.
    cohorts: Vec<CohortJson>,
}

/// A cohort and how it does.
#[derive(Serialize, JsonSchema)]
struct CohortJson {
    /// The name of its file.
    id: String,
    /// The success factors in the order of the site.
    factors: Vec<FactorJson>,
}

/// A success factor.
#[derive(Serialize, JsonSchema)]
struct FactorJson {
    /// Its id, such as `difference`.
    id: String,
    /// `pass`, `attention` or `missing`.
    result: String,
    #[serde(skip)]
    title: String,
    /// Its checks.
    checks: Vec<CheckJson>,
}

/// A check of a success factor.
#[derive(Serialize, JsonSchema)]
struct CheckJson {
    /// Its id, such as `difference.age`.
    id: String,
    /// `pass`, `attention`, `missing`, `off` or `accepted`.
    result: String,
    /// Whether the site shows it.
    published: bool,
    /// What is said about it.
    text: String,
}

/// The success factors of every cohort.
fn cohorts(plan: &Plan<'_>, handbook: &Handbook, language: Language) -> Vec<CohortJson> {
    let cohorts = handbook.cohorts.entries().map(|(id, cohort)| {
        let factors = plan.factor_results(id, language).into_iter().map(|factor| {
            let id = factor.checks.first().and_then(|check| check.id.split('.').next()).unwrap_or_default().to_owned();
            let checks = factor.checks.into_iter().map(|check| CheckJson {
                id: check.id,
                published: check.published,
                result: check.result,
                text: check.text,
            });
            FactorJson { id, result: factor.result, title: factor.link.label, checks: checks.collect() }
        });
        CohortJson { id: cohort.id.to_string(), factors: factors.collect() }
    });
    cohorts.collect()
}

/// The success factors of every cohort for people, with a mark that needs no colour.
fn table(cohorts: &[CohortJson]) -> String {
    let width = cohorts.iter().flat_map(|cohort| &cohort.factors).map(|factor| factor.title.chars().count()).max();
    let width = width.unwrap_or_default();
    let mut out = String::new();
    for cohort in cohorts {
        out.push_str(&format!("\n{}\n", cohort.id));
        for factor in &cohort.factors {
            out.push_str(&format!("  {:width$}  {}\n", factor.title, factor.result));
            for check in factor.checks.iter().filter(|check| matches!(check.result.as_str(), "attention" | "missing")) {
                out.push_str(&format!("    {}: {}\n", check.id, check.text));
            }
        }
    }
    out
}
