//! The example handbook of this repository.
//!
//! Nothing here reads the disk: the files are taken in when the test is compiled.

use std::sync::Arc;

use include_dir::{Dir, DirEntry, include_dir};

use super::fixture::{document, handbook_of};
use super::{Detail, FactorResult, Outcome, evaluate, exchange};
use crate::document::Document;
use crate::handbook::Handbook;

static CONTENT: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/content");
static PEOPLE: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/private/people");
static SITE: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/site.toml"));

fn example() -> Handbook {
    let mut documents = vec![document("site.toml", SITE)];
    add(&mut documents, "content", &CONTENT);
    add(&mut documents, "private/people", &PEOPLE);
    handbook_of(&documents)
}

fn add(documents: &mut Vec<Arc<Document>>, folder: &str, dir: &Dir<'_>) {
    for entry in dir.entries() {
        match entry {
            DirEntry::Dir(dir) => add(documents, folder, dir),
            DirEntry::File(file) => {
                let path = format!("{folder}/{}", file.path().to_str().unwrap());
                documents.push(document(&path, file.contents_utf8().unwrap()));
            }
        }
    }
}

/// The results of a cohort, and its swaps.
fn results(cohort: &str) -> (Vec<FactorResult>, Vec<String>) {
    let handbook = example();
    let (id, _) = handbook.cohorts.entries().find(|(_, other)| *other.id == *cohort).unwrap();
    let swaps = exchange(&handbook, id).iter().map(|swap| format!("{} and {}", swap.a, swap.b)).collect();
    (evaluate(&handbook, id), swaps)
}

#[test]
fn autumn_passes_everything() {
    let (factors, swaps) = results("2026-herbst");
    let checks: Vec<_> = factors.iter().flat_map(|factor| &factor.checks).collect();
    assert_eq!(checks.len(), 23);
    assert!(checks.iter().all(|check| check.outcome == Outcome::Pass && check.published && check.details.is_empty()));
    assert!(factors.iter().all(|factor| factor.outcome == Outcome::Pass));
    assert_eq!(swaps, Vec::<String>::new());
}

#[test]
fn two_pairs_of_spring_should_exchange() {
    let (factors, swaps) = results("2027-fruehling");
    let outcomes: Vec<&str> = factors.iter().map(|factor| factor.outcome.word()).collect();
    assert_eq!(outcomes, ["attention", "pass", "pass", "pass"]);
    let checks = factors.iter().flat_map(|factor| &factor.checks);
    let other: Vec<_> = checks.filter(|check| check.outcome != Outcome::Pass).collect();
    let pair = |pair: &str| [Detail::Pair { pair: Arc::from(pair) }];
    assert_eq!(other.len(), 2);
    assert_eq!((other[0].check, other[0].outcome), ("difference.department", Outcome::Attention));
    assert_eq!((other[1].check, other[1].outcome), ("difference.line", Outcome::Attention));
    assert_eq!(other[0].details, pair("p3"));
    assert_eq!(other[1].details, pair("p4"));
    assert!(!other[0].published, "four pairs are fewer than five");
    assert_eq!(swaps, ["p3 and p4"]);
}
