//! The corpus: mistakes that authors make, and unusual handbooks that are right, as data in `tests/corpus/`.
//!
//! Each file is about one subject. A line `//== words` begins a handbook, written as [`harness`](crate::harness)
//! says. `UPDATE=1` writes the marks.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use leitfaden::diagnostics::{Code, Diagnostic};
use leitfaden::pipeline::Pipeline;

use crate::harness::{Examined, examine, marked_codes};

/// One handbook of the corpus.
struct Case {
    name: String,
    handbook: String,
}

fn files(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus").join(folder);
    let mut files: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

fn cases(file: &Path) -> Vec<Case> {
    let text = fs::read_to_string(file).unwrap();
    let parts = text.split("//== ").skip(1);
    let case = |part: &str| {
        let (name, handbook) = part.split_once('\n').unwrap();
        Case { name: name.to_owned(), handbook: handbook.trim_end_matches('\n').to_owned() + "\n" }
    };
    parts.map(case).collect()
}

/// Calls `look` on every handbook of every file, the files side by side, and gives what it complains about.
fn complaints(folder: &str, look: impl Fn(&mut Pipeline, &Case, &Examined) -> Vec<String> + Sync) -> Vec<String> {
    let files = files(folder);
    std::thread::scope(|scope| {
        let in_file = |file: &Path| {
            let cases = cases(file);
            let mut pipeline = Pipeline::default();
            let found = cases.iter().flat_map(|case| {
                let examined = examine(&mut pipeline, &case.handbook);
                let complaints = look(&mut pipeline, case, &examined);
                complaints.into_iter().map(|one| format!("{}: {}: {one}", file.display(), case.name))
            });
            found.collect::<Vec<String>>()
        };
        let threads: Vec<_> = files.iter().map(|file| scope.spawn(move || in_file(file))).collect();
        threads.into_iter().flat_map(|thread| thread.join().unwrap()).collect()
    })
}

/// Writes the right marks into every file of a folder.
fn update(folder: &str) {
    for file in files(folder) {
        let text = fs::read_to_string(&file).unwrap();
        let mut out = text.split("//== ").next().unwrap_or_default().to_owned();
        let mut pipeline = Pipeline::default();
        for case in cases(&file) {
            let marked =
                examine(&mut pipeline, &case.handbook).difference.map_or(case.handbook, |difference| difference.marked);
            out += &format!("//== {}\n{}\n", case.name, marked.trim_end_matches('\n').to_owned() + "\n");
        }
        fs::write(&file, out.trim_end().to_owned() + "\n").unwrap();
    }
}

fn differences(examined: &Examined) -> Vec<String> {
    examined.difference.iter().map(|difference| difference.message.clone()).collect()
}

fn helpless(examined: &Examined) -> impl Iterator<Item = String> {
    let helpless = examined.diagnostics.iter().filter(|diagnostic| diagnostic.help.is_empty());
    helpless.map(|diagnostic| format!("no way out: {}: {}", diagnostic.code, diagnostic.message))
}

fn count(folder: &str) -> usize {
    files(folder).iter().map(|file| cases(file).len()).sum()
}

#[test]
fn every_mistake_is_found_where_it_was_made_and_names_a_way_out() {
    if std::env::var_os("UPDATE").is_some() {
        update("mistakes");
    }
    let complaints = complaints("mistakes", |_, _, examined| {
        let mut complaints = differences(examined);
        complaints.extend(helpless(examined));
        complaints.extend(examined.diagnostics.is_empty().then(|| "nothing is said about it".to_owned()));
        complaints
    });
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
    assert!(count("mistakes") >= 120, "only {} mistakes", count("mistakes"));
}

#[test]
fn nothing_is_said_about_the_innocent() {
    let complaints = complaints("innocents", |_, case, examined| {
        let marked = marked_codes(&case.handbook);
        let marked = (!marked.is_empty()).then(|| "an innocent has no marks".to_owned());
        differences(examined).into_iter().chain(marked).collect()
    });
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
    assert!(count("innocents") >= 40, "only {} innocents", count("innocents"));
}

#[test]
fn forty_mistakes_in_thirty_files_are_forty_messages() {
    let file = files("mistakes").into_iter().find(|file| file.ends_with("many.txt")).unwrap();
    let examined = examine(&mut Pipeline::default(), &cases(&file)[0].handbook);
    let places: Vec<_> = examined.diagnostics.iter().map(|diagnostic| place(&examined, diagnostic)).collect();
    let paths: BTreeSet<&str> = places.iter().map(|(path, _)| path.as_str()).collect();
    assert_eq!((places.len(), paths.len()), (40, 30));
    assert!(places.is_sorted(), "not sorted by file and line: {places:?}");
}

/// The file and the line of a message.
fn place(examined: &Examined, diagnostic: &Diagnostic) -> (String, usize) {
    let place = &diagnostic.place;
    (place.path.to_string(), examined.sources[&place.path].position(place.span.start).line)
}

#[test]
fn every_edit_mends_what_it_is_offered_for() {
    let complaints = complaints("mistakes", |pipeline, _, examined| {
        let offered = examined.diagnostics.iter().filter(|diagnostic| diagnostic.edit.is_some());
        offered.filter_map(|diagnostic| still_said(pipeline, examined, diagnostic)).collect()
    });
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}

/// What is wrong with the edit of this message, if it is still said afterwards or the file cannot be read any more.
fn still_said(pipeline: &mut Pipeline, examined: &Examined, diagnostic: &Diagnostic) -> Option<String> {
    let edit = diagnostic.edit.as_ref()?;
    let after = examined.after(pipeline, edit);
    let is_same = |other: &&Diagnostic| {
        let (a, b) = (&diagnostic.place, &other.place);
        (diagnostic.code, &diagnostic.message, &a.path) == (other.code, &other.message, &b.path)
    };
    let count = |said: &[Diagnostic]| said.iter().filter(is_same).count();
    if count(&after) >= count(&examined.diagnostics) {
        return Some(format!("still said after its edit: {}", diagnostic.message));
    }
    let is_unread = |other: &&Diagnostic| other.code == Code::TomlSyntax && other.place.path == edit.place.path;
    let unread = after.iter().find(|other| is_unread(other) && !examined.diagnostics.contains(other));
    unread
        .filter(|_| diagnostic.code != Code::TomlSyntax)
        .map(|other| format!("the edit breaks the file: {}", other.message))
}
