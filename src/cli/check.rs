//! `leitfaden check`: everything that `build` does except writing.

use std::process::ExitCode;

use anyhow::Result;
use rayon::prelude::*;
use serde::Serialize;

use super::arguments::{Check, Everywhere, Format};
use super::common::{Notes, exit_code, finish, language, print_json, show};
use crate::diagnostics::Diagnostic;
use crate::diagnostics::emit::Problems;
use crate::pipeline::{Settings, render};

pub(super) fn run(everywhere: &Everywhere, options: &Check) -> Result<ExitCode> {
    let settings = Settings { strict: options.strict, ..everywhere.settings() };
    let mut loaded = everywhere.load(&settings)?;
    language(&loaded, options.language.as_deref())?;
    let mut report = std::mem::take(&mut loaded.report);
    let plan = loaded.plan(&mut report);
    if let Some(plan) = &plan {
        if let Some(renderer) = loaded.renderer(&mut report, plan) {
            let failed: Vec<Diagnostic> = plan
                .pages()
                .par_iter()
                .filter_map(|page| render(plan, &renderer, page).err())
                .map(|one| *one)
                .collect();
            report.extend(failed);
        }
    }
    let diagnostics = finish(&loaded, &report);
    show(everywhere, &loaded, options.format, &diagnostics, Notes::Shown)?;
    if options.format == Format::Json {
        print_json(&Document { problems: Problems::of(&loaded.sources, &diagnostics) })?;
    } else if diagnostics.is_empty() && !everywhere.quiet {
        anstream::println!("no problems found");
    }
    Ok(exit_code(&diagnostics))
}

#[derive(Serialize)]
struct Document {
    #[serde(flatten)]
    problems: Problems,
}
