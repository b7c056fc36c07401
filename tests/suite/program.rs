//! Runs the program itself, in a folder of its own.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

/// The repository, which is itself a handbook.
pub fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A page without the digests of its parts, which follow from the words that a reader sees.
pub fn without_digests(html: &str) -> String {
    let mut pieces = html.split(" data-digest=\"");
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(first, |page, piece| page + piece.split_once('"').map_or("", |(_, rest)| rest))
}

/// What a run left behind.
pub struct Run {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Run {
    /// Standard output, which must be one JSON document and nothing else.
    #[track_caller]
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {}", self.out))
    }
}

/// The program with these arguments, in an environment that says nothing.
pub fn program(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_leitfaden"));
    command.current_dir(folder).args(arguments).env_clear().env("TZ", "UTC");
    command
}

#[track_caller]
pub fn run(folder: &Path, arguments: &[&str]) -> Run {
    finish(program(folder, arguments))
}

#[track_caller]
pub fn finish(mut command: Command) -> Run {
    let output = command.output().unwrap();
    Run {
        code: output.status.code().expect("the program ends by itself"),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

/// A folder that goes away with its test.
pub struct Folder(TempDir);

impl Folder {
    /// A folder with these files, written like those of the harness: a line `//- /path` begins one.
    pub fn new(files: &str) -> Self {
        let folder = Self(tempfile::tempdir().unwrap());
        for (path, contents) in Self::files_of(files) {
            folder.write(&path, &contents);
        }
        folder
    }

    /// The files that are written so, path → contents.
    pub fn files_of(files: &str) -> BTreeMap<String, String> {
        let files = files.split("//- /").skip(1).map(|file| file.split_once('\n').unwrap());
        files.map(|(path, contents)| (path.to_owned(), contents.to_owned())).collect()
    }

    pub fn path(&self) -> &Path {
        self.0.path()
    }

    pub fn write(&self, path: &str, contents: &str) {
        let path = self.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, contents).unwrap();
    }

    pub fn has(&self, path: &str) -> bool {
        self.path().join(path).exists()
    }
}

/// All files below a folder, sorted, with their paths from there.
pub fn files_below(folder: &Path) -> Vec<(String, PathBuf)> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(current) = folders.pop() {
        for entry in fs::read_dir(&current).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let below = path.strip_prefix(folder).unwrap().to_str().unwrap().replace('\\', "/");
                files.push((below, path));
            }
        }
    }
    files.sort();
    files
}
