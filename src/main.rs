//! The door: arguments in, exit code out.

use std::process::ExitCode;

use clap::Parser;
use leitfaden::cli::{Arguments, run};

fn main() -> ExitCode {
    run(&Arguments::parse())
}
