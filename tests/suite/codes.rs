//! Every kind of message has a test that provokes it, and an explanation.

use std::collections::BTreeSet;

use leitfaden::diagnostics::{Code, explanation};

use crate::harness::marked_codes;

/// The files whose handbooks are marked.
const FILES: [&str; 18] = [
    include_str!("cascade.rs"),
    include_str!("cohort.rs"),
    include_str!("dates.rs"),
    include_str!("factor.rs"),
    include_str!("generic.rs"),
    include_str!("innocent.rs"),
    include_str!("leaks.rs"),
    include_str!("markdown.rs"),
    include_str!("module.rs"),
    include_str!("packing.rs"),
    include_str!("pages.rs"),
    include_str!("pairs.rs"),
    include_str!("people.rs"),
    include_str!("programme.rs"),
    include_str!("site.rs"),
    include_str!("template.rs"),
    include_str!("topic.rs"),
    include_str!("../corpus/mistakes/theme.txt"),
];

/// Codes that no handbook in a string can provoke, and why.
const ELSEWHERE: [(Code, &str); 3] = [
    (Code::LinkOutside, "is found by the scan: disk_scan.rs"),
    (Code::NotOurFolder, "is about the output folder: cli.rs"),
    (Code::ExternalLink, "needs a network: external_links.rs"),
];

#[test]
fn every_code_is_provoked_by_a_handbook() {
    let marked: BTreeSet<Code> = FILES.iter().flat_map(|file| marked_codes(file)).collect();
    let excused = |code: &Code| ELSEWHERE.iter().any(|(excused, _)| excused == code);
    let missing: Vec<&str> =
        Code::ALL.iter().filter(|code| !marked.contains(code) && !excused(code)).map(|code| code.name()).collect();
    assert!(missing.is_empty(), "no handbook provokes {missing:?}");
    let needless: Vec<&str> =
        ELSEWHERE.iter().filter(|(code, _)| marked.contains(code)).map(|(code, _)| code.name()).collect();
    assert!(needless.is_empty(), "these are provoked after all: {needless:?}");
}

#[test]
fn every_code_is_explained() {
    for code in Code::ALL {
        let said = explanation(*code);
        let shortest = [said.meaning, said.example, said.way_out].map(str::len).into_iter().min();
        assert!(shortest > Some(4) && said.meaning.len() > 40, "{code} has hardly an explanation");
    }
}
