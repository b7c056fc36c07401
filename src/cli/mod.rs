//! The commands, one file each. Only here are the clock, the environment and the working directory looked at.

#![expect(clippy::disallowed_methods, reason = "this is the room that looks at the clock and the environment")]

mod arguments;
mod build;
mod check;
mod check_table;
mod common;
mod completions;
mod explain;
mod external;
mod forget;
mod new;
mod progress;
mod schedule;
mod schedule_json;
mod schema;
mod serve;
mod terminal;

pub use arguments::Arguments;

use std::process::ExitCode;

use arguments::{Color, Command};
use clap::Parser;

/// Runs the command that the program was called with and gives its exit code: 0 fine, 1 errors in the handbook, 2 could
/// not run.
#[must_use]
pub fn run() -> ExitCode {
    let words = std::env::args_os().map(|word| word.to_string_lossy().into_owned());
    Color::asked(words).into_iter().for_each(Color::choose);
    let arguments = Arguments::parse();
    let everywhere = &arguments.everywhere;
    let result = match &arguments.command {
        Command::Build(options) => build::run(everywhere, options),
        Command::Check(options) => check::run(everywhere, options),
        Command::New(what) => new::run(everywhere, what),
        Command::Schedule(options) => schedule::run(everywhere, options),
        Command::Serve(options) => serve::run(everywhere, options),
        Command::Explain(options) => explain::run(options),
        Command::Forget(options) => forget::run(everywhere, options),
        Command::Schema(options) => schema::run(everywhere, options),
        Command::Completions(options) => completions::run(options),
    };
    match result {
        Ok(code) => code,
        Err(error) if is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            anstream::eprintln!("error: {error:#}");
            ExitCode::from(2)
        }
    }
}

/// Whether whoever reads what is printed has read enough, as `head` does.
fn is_broken_pipe(error: &anyhow::Error) -> bool {
    let is_pipe = |error: &std::io::Error| error.kind() == std::io::ErrorKind::BrokenPipe;
    error.chain().any(|cause| {
        let of_json = cause.downcast_ref::<serde_json::Error>().and_then(serde_json::Error::io_error_kind);
        cause.downcast_ref().is_some_and(is_pipe) || of_json == Some(std::io::ErrorKind::BrokenPipe)
    })
}
