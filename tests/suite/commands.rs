//! The list of commands in docs/commands.md, against the program's own.

use std::collections::BTreeSet;

use clap::{Command, CommandFactory};
use leitfaden::cli::Arguments;

const DOCUMENTED: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/commands.md"));

/// The part of the page below a heading that begins so.
fn section(command: &str) -> &'static str {
    let mut parts = DOCUMENTED.split("\n## ").skip(1);
    let begins = |part: &&str| {
        let rest = part.strip_prefix(command)?;
        (!rest.starts_with(|letter: char| letter.is_ascii_alphanumeric())).then_some(())
    };
    parts.find(|part| begins(part).is_some()).unwrap_or_else(|| panic!("docs/commands.md has no section {command}"))
}

/// The options that a part of the page lists in the first column of a table.
fn listed(section: &str) -> BTreeSet<String> {
    let rows = section.lines().filter_map(|line| line.strip_prefix("| `--"));
    rows.map(|row| format!("--{}", row.split(['`', ' ']).next().unwrap())).collect()
}

/// The options of a command and of those below it, without those of every command.
fn options(command: &Command) -> BTreeSet<String> {
    let own = command.get_arguments().filter(|argument| !argument.is_global_set());
    let own = own.filter_map(|argument| argument.get_long()).filter(|name| !["help", "version"].contains(name));
    let own = own.map(|name| format!("--{name}"));
    own.chain(command.get_subcommands().flat_map(options)).collect()
}

#[test]
fn every_command_and_every_option_is_documented() {
    let mut program = Arguments::command();
    program.build();
    for command in program.get_subcommands().filter(|command| command.get_name() != "help") {
        let section = section(&format!("`leitfaden {}", command.get_name()));
        // What is global is built into every command.
        let global: BTreeSet<String> = listed(self::section("Everywhere"));
        let expected: BTreeSet<String> = options(command).difference(&global).cloned().collect();
        assert_eq!(listed(section), expected, "the options of {}", command.get_name());
        for below in command.get_subcommands().filter(|below| below.get_name() != "help") {
            let words = format!("`leitfaden {} {}", command.get_name(), below.get_name());
            assert!(section.contains(&words), "{words} is not documented");
        }
    }
    let global = program.get_arguments().filter(|argument| argument.is_global_set());
    let global: BTreeSet<String> =
        global.filter_map(|argument| argument.get_long()).map(|name| format!("--{name}")).collect();
    assert_eq!(listed(section("Everywhere")), global);
}

#[test]
fn no_other_command_is_documented() {
    let known: BTreeSet<String> =
        Arguments::command().get_subcommands().map(|command| command.get_name().to_owned()).collect();
    for heading in DOCUMENTED.lines().filter_map(|line| line.strip_prefix("## `leitfaden ")) {
        let name = heading.split(['`', ' ']).next().unwrap();
        assert!(known.contains(name), "docs/commands.md documents {name}");
    }
}

#[test]
fn a_shell_gets_its_completions() {
    let folder = crate::program::Folder::new("");
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let run = crate::program::run(folder.path(), &["completions", shell]);
        assert_eq!((run.code, run.err.as_str()), (0, ""));
        for word in ["leitfaden", "schedule", "external-links"] {
            assert!(run.out.contains(word), "{shell} does not complete {word}");
        }
    }
    assert_eq!(crate::program::run(folder.path(), &["completions", "dos"]).code, 2);
}
