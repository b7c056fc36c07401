//! The rules of the house that no compiler knows: who may use whom, and what stands nowhere.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use crate::program::{files_below, repository};

/// Each room and the rooms that it may use: the table of docs/architecture.md, "The floors".
const LAYERS: &[(&str, &[&str])] = &[
    ("text", &[]),
    ("locale", &["text"]),
    ("calendar", &["text", "locale"]),
    ("paint", &[]),
    ("diagnostics", &["text"]),
    ("view", &["text", "locale"]),
    ("document", &["text", "locale", "calendar", "diagnostics"]),
    // What site.toml says is read with the means of the document room.
    ("config", &["text", "locale", "calendar", "diagnostics", "document"]),
    ("handbook", &["text", "locale", "calendar", "diagnostics", "config", "document"]),
    ("theme", &["text", "locale", "calendar", "paint", "diagnostics", "view"]),
    ("render", &["text", "locale", "calendar", "diagnostics", "view", "theme"]),
    ("plan", &["text", "locale", "calendar", "paint", "diagnostics", "config", "document", "handbook", "view"]),
    (
        "pipeline",
        &[
            "text",
            "locale",
            "calendar",
            "paint",
            "diagnostics",
            "config",
            "document",
            "handbook",
            "view",
            "theme",
            "render",
            "plan",
        ],
    ),
    ("disk", &["text"]),
    ("net", &[]),
    ("serve", &["text", "diagnostics", "pipeline"]),
];

/// The one room that may use all others.
const TOP: &str = "cli";

/// Words that stand only in the rooms behind them.
const ONLY_IN: &[(&str, &[&str])] = &[
    ("std::fs", &["disk/"]),
    ("walkdir", &["disk/"]),
    ("notify::", &["disk/"]),
    ("ureq", &["net/"]),
    ("tera::", &["theme/", "render/"]),
    ("pulldown_cmark", &["document/markdown/"]),
    ("jsonschema::", &["document/"]),
    ("axum::", &["serve/"]),
    ("clap::", &["cli/", "main.rs"]),
    ("ttf_parser", &["paint/"]),
    ("fdeflate", &["paint/"]),
    ("::now()", &["cli/", "disk/watch.rs"]),
    ("SystemTime", &["cli/", "disk/"]),
    ("std::env", &["cli/", "main.rs"]),
    ("available_parallelism", &["cli/"]),
    ("anyhow", &["cli/", "disk/", "serve/"]),
    ("HashMap", &["pipeline.rs", "plan/", "theme/", "render/", "locale/"]),
];

/// Files that may be longer than [`LONGEST`] lines, and why.
const LONG: &[(&str, &str)] = &[("diagnostics/explanation.rs", "a table with a paragraph for every code")];

const LONGEST: usize = 500;

/// A file of `src/`: its path from there, and its text up to its tests, without comments.
struct File {
    path: String,
    code: Vec<(usize, String)>,
    lines: usize,
}

fn sources() -> Vec<File> {
    let files = files_below(&repository().join("src"));
    let rust = files.into_iter().filter(|(path, _)| path.ends_with(".rs"));
    let texts: Vec<(String, String)> = rust.map(|(path, file)| (path, fs::read_to_string(file).unwrap())).collect();
    let tests: BTreeSet<String> = texts.iter().flat_map(|(path, text)| test_files(path, text)).collect();
    texts.iter().filter(|(path, _)| !tests.contains(path)).map(|(path, text)| File::new(path, text)).collect()
}

/// The files that `path` takes in for its tests only: `#[cfg(test)] mod name;`.
fn test_files(path: &str, text: &str) -> Vec<String> {
    let folder = path.strip_suffix("mod.rs").map_or_else(|| path.replace(".rs", "/"), str::to_owned);
    let mods = text.split("#[cfg(test)]\n").skip(1).filter_map(|rest| {
        let line = rest.lines().next()?.trim_start_matches("pub").trim_start_matches("(super)").trim();
        line.strip_prefix("mod ")?.strip_suffix(';')
    });
    mods.map(|name| format!("{folder}{name}.rs")).collect()
}

impl File {
    fn new(path: &str, text: &str) -> Self {
        let tests = text.find("#[cfg(test)]\nmod tests {").map_or(usize::MAX, |at| text[..at].lines().count());
        let code = (1..).zip(text.lines()).take(tests);
        let code = code.filter(|(_, line)| !line.trim_start().starts_with("//"));
        let code = code.map(|(number, line)| (number, line.to_owned())).collect();
        Self { path: path.to_owned(), code, lines: text.lines().count() }
    }

    /// The folder or the file in `src/` that this one belongs to.
    fn room(&self) -> &str {
        self.path.split('/').next().unwrap().trim_end_matches(".rs")
    }

    fn containing(&self, words: &str) -> impl Iterator<Item = String> {
        let lines = self.code.iter().filter(move |(_, line)| line.contains(words));
        lines.map(|(number, line)| format!("src/{}:{number}: {}", self.path, line.trim()))
    }
}

#[track_caller]
fn nothing(wrong: &[String], rule: &str) {
    assert!(wrong.is_empty(), "{rule}:\n{}", wrong.join("\n"));
}

#[test]
fn rooms_use_only_what_stands_below_them() {
    let layers: BTreeMap<&str, &[&str]> = LAYERS.iter().copied().collect();
    let mut wrong = Vec::new();
    for file in sources() {
        let room = file.room();
        if [TOP, "lib", "main"].contains(&room) {
            continue;
        }
        let allowed = layers.get(room).unwrap_or_else(|| panic!("{room} is a new room; LAYERS does not know it"));
        for (number, line) in &file.code {
            for used in used_rooms(line) {
                if used != room && !allowed.contains(&used) {
                    wrong.push(format!("src/{}:{number}: {room} uses {used}", file.path));
                }
            }
        }
    }
    nothing(&wrong, "an arrow that is not in the table of docs/architecture.md");
}

/// The rooms that a line names: `crate::room…`. The macros `at!` and `declared!` belong to the document room.
fn used_rooms(line: &str) -> impl Iterator<Item = &str> {
    line.match_indices("crate::").filter(|(at, _)| !line[..*at].ends_with('$')).map(|(at, found)| {
        let rest = &line[at + found.len()..];
        let end = rest.find(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_').unwrap_or(rest.len());
        if ["at", "declared"].contains(&&rest[..end]) { "document" } else { &rest[..end] }
    })
}

#[test]
fn the_table_is_that_of_the_architecture() {
    let text = fs::read_to_string(repository().join("docs/architecture.md")).unwrap();
    let floors = text.split("## The floors").nth(1).unwrap();
    let rows: BTreeSet<&str> = floors.lines().filter_map(|line| line.strip_prefix("| ")?.split(" |").next()).collect();
    for (room, _) in LAYERS {
        let is_named = rows.iter().any(|row| row.split([',', ' ']).any(|word| word == *room));
        assert!(is_named, "docs/architecture.md does not name the room {room}");
    }
}

#[test]
fn nothing_is_imported_wholesale() {
    let mut wrong = Vec::new();
    for file in sources() {
        for words in ["use super::*", "use crate::*", "prelude::*", "use crate::{"] {
            let own = file.containing(words).filter(|line| !line.ends_with("use rayon::prelude::*;"));
            wrong.extend(own);
        }
    }
    nothing(&wrong, "a thing is imported from where it is defined");
}

#[test]
fn every_tool_stays_in_its_room() {
    let mut wrong = Vec::new();
    for file in sources() {
        for (words, rooms) in ONLY_IN {
            if !rooms.iter().any(|room| file.path.starts_with(room)) {
                wrong.extend(file.containing(words));
            }
        }
    }
    nothing(&wrong, "this stands in another room only");
}

#[test]
fn nothing_is_unwrapped_or_left_to_be_done() {
    let mut wrong = Vec::new();
    for file in sources() {
        for words in [".unwrap()", "todo!(", "unimplemented!(", "dbg!("] {
            wrong.extend(file.containing(words));
        }
    }
    for (path, file) in files_below(&repository().join("src")) {
        let text = fs::read_to_string(file).unwrap_or_default();
        for (number, line) in (1..).zip(text.lines()) {
            let bare = ["TODO", "FIXME", "XXX"].iter().filter_map(|word| line.split(word).nth(1));
            if bare.into_iter().any(|rest| rest.trim_start_matches(':').trim().len() < 20) {
                wrong.push(format!("src/{path}:{number}: {}", line.trim()));
            }
        }
    }
    nothing(&wrong, "say why it cannot fail, or what is missing");
}

#[test]
fn files_are_short() {
    for file in sources() {
        let reason = LONG.iter().find(|(path, _)| *path == file.path).map(|(_, reason)| reason);
        match reason {
            None => assert!(file.lines <= LONGEST, "src/{} has {} lines", file.path, file.lines),
            Some(_) => assert!(file.lines > LONGEST, "src/{} is short enough now: take it from LONG", file.path),
        }
    }
}

#[test]
fn every_test_file_belongs_to_the_suite() {
    let main = fs::read_to_string(repository().join("tests/suite/main.rs")).unwrap();
    for (path, _) in files_below(&repository().join("tests/suite")) {
        let name = path.trim_end_matches(".rs");
        assert!(name == "main" || main.contains(&format!("mod {name};")), "tests/suite/main.rs lacks mod {name};");
    }
}
