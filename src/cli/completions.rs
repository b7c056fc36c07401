//! `leitfaden completions`: what a shell needs to complete our commands.

use std::process::ExitCode;

use anyhow::Result;
use clap::CommandFactory;

use super::arguments::{Arguments, Completions};

pub(super) fn run(options: &Completions) -> Result<ExitCode> {
    let mut script = Vec::new();
    clap_complete::generate(options.shell, &mut Arguments::command(), "leitfaden", &mut script);
    anstream::print!("{}", String::from_utf8_lossy(&script));
    Ok(ExitCode::SUCCESS)
}
