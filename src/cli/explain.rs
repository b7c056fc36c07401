//! `leitfaden explain`: what a message means, an example, the way out.

use std::process::ExitCode;

use anyhow::{Result, bail};

use super::arguments::Explain;
use crate::diagnostics::{Code, explanation, nearest};

pub(super) fn run(options: &Explain) -> Result<ExitCode> {
    let Some(code) = Code::from_name(&options.code) else {
        let near = nearest(&options.code, Code::ALL.iter().map(|code| code.name()));
        let near = near.map_or_else(String::new, |near| format!("; did you mean \"{near}\"?"));
        bail!("there is no message with the code \"{}\"{near}", options.code);
    };
    let explained = explanation(code);
    let example = explained.example.lines().map(|line| format!("    {line}")).collect::<Vec<_>>().join("\n");
    anstream::println!("{} ({})\n\n{}\n\n{example}\n\n{}", code, code.severity(), explained.meaning, explained.way_out);
    Ok(ExitCode::SUCCESS)
}
