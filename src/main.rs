//! The door: arguments in, exit code out.

use std::process::ExitCode;

use clap::Parser;
use leitfaden::cli::{Arguments, run};
use mimalloc::MiMalloc;

/// A build makes and drops millions of small strings on all cores.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    run(&Arguments::parse())
}
