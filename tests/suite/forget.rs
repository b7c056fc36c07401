//! `leitfaden forget`: what is known of people goes when their cohort is over (model.md §17.7).

use std::fs;
use std::io::Write;
use std::process::Stdio;

use crate::harness::BASE;
use crate::program::{Folder, files_below, program, run, without_digests};

/// The base, whose cohort ends on 11 March 2027, with a report.
fn handbook() -> Folder {
    let folder = Folder::new(BASE);
    assert_eq!(run(folder.path(), &["check", "--report", "--quiet"]).code, 0);
    assert!(folder.has("private/report/spring.txt"));
    folder
}

fn forget(folder: &Folder, more: &[&str]) -> (i32, String) {
    let run = run(folder.path(), &[&["forget"], more].concat());
    (run.code, run.out + &run.err)
}

#[test]
fn people_file_and_report_are_deleted_after_the_end() {
    let folder = handbook();
    let (code, said) = forget(&folder, &["spring", "--yes", "--today", "2027-03-12"]);
    assert_eq!(code, 0, "{said}");
    assert!(said.contains("private/people/spring.toml and private/report/spring.txt"), "{said}");
    assert!(files_below(&folder.path().join("private")).is_empty());
    let (code, said) = forget(&folder, &["spring", "--yes", "--today", "2027-03-12"]);
    assert_eq!(code, 0, "{said}");
}

#[test]
fn a_cohort_that_is_not_over_keeps_its_people() {
    let folder = handbook();
    for today in ["2027-01-01", "2027-03-11"] {
        let (code, said) = forget(&folder, &["spring", "--yes", "--today", today]);
        assert_eq!(code, 2);
        assert!(said.contains("2027-03-11"), "{said}");
    }
    let file = folder.path().join("content/cohorts/spring.toml");
    let cancelled = fs::read_to_string(&file).unwrap().replace("topic =", "status = \"cancelled\"\ntopic =");
    fs::write(&file, cancelled).unwrap();
    assert_eq!(forget(&folder, &["spring", "--yes", "--today", "2027-01-01"]).0, 0);
    assert!(!folder.has("private/people/spring.toml"));
}

#[test]
fn nothing_is_deleted_unasked() {
    let folder = handbook();
    let (code, said) = forget(&folder, &["spring", "--today", "2027-03-12"]);
    assert_eq!(code, 2);
    assert!(said.contains("--yes"), "{said}");
    assert!(folder.has("private/people/spring.toml") && folder.has("private/report/spring.txt"));
}

#[test]
fn an_answer_may_come_through_a_pipe() {
    let folder = handbook();
    let answer = |answer: &str| {
        let mut command = program(folder.path(), &["forget", "spring", "--today", "2027-03-12"]);
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        child.stdin.take().unwrap().write_all(answer.as_bytes()).unwrap();
        let output = child.wait_with_output().unwrap();
        assert!(String::from_utf8(output.stderr).unwrap().contains("private/people/spring.toml"));
        (output.status.code(), folder.has("private/people/spring.toml"), folder.has("private/report/spring.txt"))
    };
    for refusal in ["", "\n", "n\n", "no thanks\n"] {
        assert_eq!(answer(refusal), (Some(2), true, true), "{refusal:?}");
    }
    assert_eq!(answer("y\n"), (Some(0), false, false));
}

#[test]
fn cohorts_that_are_unknown_or_broken() {
    let folder = handbook();
    let (code, said) = forget(&folder, &["sprng", "--yes"]);
    assert_eq!(code, 2);
    assert!(said.contains("did you mean \"spring\"?"), "{said}");
    assert_eq!(forget(&folder, &["../spring", "--yes"]).0, 2);
    folder.write("content/cohorts/broken.toml", "title = 1\n");
    folder.write("private/people/broken.toml", "[m1]\nname = \"Xaverine\"\n");
    let (code, said) = forget(&folder, &["broken", "--yes", "--today", "2031-01-01"]);
    assert_eq!(code, 2, "{said}");
    assert!(said.contains("has errors") && folder.has("private/people/broken.toml"), "{said}");
    fs::remove_file(folder.path().join("content/cohorts/broken.toml")).unwrap();
    assert_eq!(forget(&folder, &["broken", "--yes"]).0, 0, "a cohort that is gone is over");
    assert!(!folder.has("private/people/broken.toml"));
}

#[test]
fn the_site_only_shows_pairs_as_hidden_afterwards() {
    let folder = handbook();
    let shown = fs::read_to_string(folder.path().join("content/cohorts/spring.toml")).unwrap();
    folder.write("content/cohorts/spring.toml", &shown.replace("topic =", "visibility = \"initials\"\ntopic ="));
    folder.write(
        "private/people/spring.toml",
        "[m1]\nname = \"Xaverine\"\nconsent = \"initials\"\n[e1]\nname = \"Quirinius\"\n",
    );
    let build = |out: &str| {
        assert_eq!(run(folder.path(), &["build", "--out", out]).code, 0);
        let files = files_below(&folder.path().join(out)).into_iter();
        files.map(|(path, file)| (path, fs::read_to_string(file).unwrap_or_default())).collect::<Vec<_>>()
    };
    let before = build("before");
    assert_eq!(forget(&folder, &["spring", "--yes", "--today", "2027-03-12"]).0, 0);
    let mut changed = Vec::new();
    for ((path, before), (same, after)) in before.iter().zip(build("after")) {
        assert_eq!(*path, same);
        if *before != after {
            changed.push(path.as_str());
            assert_eq!(without_digests(before).replace("X.", "Mentor 1"), without_digests(&after));
        }
    }
    assert_eq!(changed, ["cohorts/spring/index.html", "cohorts/spring/print/index.html", "print/index.html"]);
}
