//! How cohorts stand with the success factors, as `check` tells it and as pages show it (checks.md).

use std::collections::BTreeMap;
use std::fs;

use serde_json::{Value, json};

use crate::harness::{BASE, site};
use crate::program::{Folder, repository, run};

const EXPECTED: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/sites/example-expected.json"));

fn list(value: &Value) -> &[Value] {
    value.as_array().unwrap()
}

/// Cohort → check → what is said about it.
fn checks(document: &Value) -> BTreeMap<String, BTreeMap<String, Value>> {
    let of_cohort = |cohort: &Value| {
        let checks = list(&cohort["factors"]).iter().flat_map(|factor| list(&factor["checks"]));
        checks.map(|check| (check["id"].as_str().unwrap().to_owned(), check.clone())).collect()
    };
    let cohorts = list(&document["cohorts"]).iter();
    cohorts.map(|cohort| (cohort["id"].as_str().unwrap().to_owned(), of_cohort(cohort))).collect()
}

fn check_example(more: &[&str]) -> Value {
    run(repository(), &[&["check", "--format", "json", "--today", "2026-07-01"], more].concat()).json()
}

#[test]
fn the_example_stands_as_its_authors_say() {
    let document = check_example(&["--details"]);
    let found = checks(&document);
    let expected: BTreeMap<String, Value> = serde_json::from_str(EXPECTED).unwrap();
    for (cohort, expected) in expected {
        let results: BTreeMap<&str, &Value> =
            found[&cohort].iter().map(|(id, check)| (id.as_str(), &check["result"])).collect();
        assert_eq!(json!(results), expected["checks"], "{cohort}");
    }
    for check in ["difference.department", "difference.line"] {
        let details = list(&found["2027-fruehling"][check]["details"]);
        assert!(details.last().unwrap().as_str().unwrap().contains("p3 ↔ p4"), "{details:?}");
    }
    let order: Vec<&Value> = list(&document["cohorts"][0]["factors"]).iter().map(|factor| &factor["id"]).collect();
    assert_eq!(json!(order), json!(["difference", "structure", "voluntary", "project"]));
}

#[test]
fn details_stand_only_where_they_are_asked_for() {
    for (arguments, wanted) in [(&[][..], false), (&["--details"], true)] {
        let document = check_example(arguments);
        let all = checks(&document);
        assert!(all.values().flat_map(BTreeMap::values).all(|check| check.get("details").is_some() == wanted));
    }
    let table = |more: &[&str]| {
        run(repository(), &[&["check", "--language", "en", "--today", "2026-07-01"], more].concat()).out
    };
    let (short, long) = (table(&[]), table(&["--details"]));
    assert!(short.contains("▲ Worth a look") && !short.contains("p3"), "{short}");
    assert!(long.contains("Pair p3: both come from the same department.") && long.contains("p3 ↔ p4"), "{long}");
    assert!(!long.contains('\u{1b}'), "{long}");
    let coloured = table(&["--color", "always"]);
    assert!(coloured.contains("\u{1b}[33m▲"), "{coloured}");
}

#[test]
fn texts_are_in_the_language_that_is_asked_for() {
    let text = |language: &str| {
        let document = check_example(&["--language", language]);
        checks(&document)["2027-fruehling"]["difference.department"]["text"].as_str().unwrap().to_owned()
    };
    assert!(text("en").starts_with("Not all pairs cross departments."));
    assert!(text("de-CH").starts_with("Nicht alle Tandems sind abteilungsübergreifend."));
    let wrong = run(repository(), &["check", "--language", "fr"]);
    assert_eq!((wrong.code, wrong.out.as_str()), (2, ""));
}

#[test]
fn reports_lie_in_the_private_folder() {
    let folder = Folder::new(BASE);
    let ran = run(folder.path(), &["check", "--report"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(ran.out.contains("private/report/spring.txt"), "{}", ran.out);
    let report = fs::read_to_string(folder.path().join("private/report/spring.txt")).unwrap();
    assert!(report.contains("Spring (spring)") && report.contains("Pair p1 (Both): no department"), "{report}");
    assert!(!report.contains("Xaverine") && !report.contains('\u{1b}'), "{report}");
    let before: Vec<_> = fs::read_dir(folder.path().join("private/report")).unwrap().collect();
    assert_eq!(before.len(), 1, "nothing half-written is left");
    let again = run(folder.path(), &["check", "--report", "--format", "json"]);
    assert!(checks(&again.json())["spring"]["difference.age"].get("details").is_none());
}

#[cfg(unix)]
#[test]
fn no_report_leaves_the_private_folder() {
    let (folder, elsewhere) = (Folder::new(BASE), Folder::new(""));
    std::os::unix::fs::symlink(elsewhere.path(), folder.path().join("private/report")).unwrap();
    assert_eq!(run(folder.path(), &["check", "--report", "--quiet"]).code, 2);
    assert_eq!(fs::read_dir(elsewhere.path()).unwrap().count(), 0);
}

/// A cohort with so many pairs, whose people are known well enough.
fn with_pairs(count: usize, more: &str) -> String {
    let mut cohort = "//- /content/cohorts/spring.toml\ntitle = \"Spring\"\nprogramme = \"swap\"\ntopic = \"ads\"\n\
                      start = 2027-03-04\nrhythm = \"weekly\"\ntime = \"13:30\"\n"
        .to_owned();
    let mut people = "//- /private/people/spring.toml\n".to_owned();
    cohort.push_str(more);
    for number in 1..=count {
        cohort.push_str(&format!("[[pair]]\nid = \"p{number}\"\nmentor = \"m{number}\"\nmentee = \"e{number}\"\n"));
        people.push_str(&format!("[m{number}]\nname = \"Xaverine\"\nsuperiors = []\n[e{number}]\nname = \"Zoe\"\n"));
    }
    cohort + &people
}

const HIDDEN: &str = "Results about pairs are not shown for small cohorts. The programme lead sees them with \
                      <code>leitfaden check --details</code>.";

#[test]
fn small_cohorts_keep_the_results_about_their_pairs() {
    let sum = "Some data about the participants are missing";
    let (pass, reports) = ("No mentor reports to their mentee", "Outside the reporting line");
    for (count, hidden) in [(4, true), (5, false)] {
        let files = site(&with_pairs(count, ""));
        let checks = &files["cohorts/spring/checks/index.html"];
        assert_eq!((checks.contains(HIDDEN), checks.contains(sum)), (hidden, !hidden), "{count} pairs");
        assert!(!checks.contains(reports), "{count} pairs: what one check found");
        assert_eq!(files["cohorts/spring/index.html"].contains(HIDDEN), hidden, "{count} pairs");
        // What is checked stands there in any case; how the cohort stands does not.
        let factor = &files["factors/difference/index.html"];
        let (what, results) = factor.rsplit_once(">Results</h2>").unwrap();
        assert_eq!((results.contains(HIDDEN), results.contains(sum)), (hidden, !hidden), "{count} pairs");
        assert!(what.contains(reports) && !results.contains(reports), "{count} pairs: what one check found");
        for (path, contents) in &files {
            assert!(!contents.contains(pass), "{path} says as a fact what is only checked");
        }
        for (path, contents) in &files {
            assert!(!contents.contains("p1") && !contents.contains("Pair p"), "{path} names a pair");
        }
    }
}

#[test]
fn pages_show_the_threshold_that_holds_for_the_cohort() {
    let files = site(&with_pairs(1, "factors = { max_months = 3, required_kinds = [\"review\"] }\n"));
    let checks = &files["cohorts/spring/checks/index.html"];
    assert!(checks.contains("at most 3 months") && checks.contains("blocks: Review"), "{checks}");
    let factor = &files["factors/project/index.html"];
    let (what, results) = factor.split_once(">Results</h2>").unwrap();
    assert!(what.contains("at most 6 months") && what.contains("What lasts longer than half a year"), "{what}");
    assert!(results.contains("at most 3 months"), "{results}");
}

#[test]
fn a_reason_is_given_for_the_built_in_threshold_only() {
    let page = |months: u32| {
        let own = format!(
            "//- /content/factors/project.md\n+++\ntitle = \"Project\"\nnumber = 4\nrationale = \"It ends.\"\n\n\
             [params]\nmax_months = {months}\n+++\n"
        );
        site(&own)["factors/project/index.html"].clone()
    };
    let other = page(9);
    assert!(other.contains("at most 9 months") && !other.contains("stops being a project"), "{other}");
    // Written down, it is still the built-in one.
    let same = page(6);
    assert!(same.contains("at most 6 months") && same.contains("stops being a project"), "{same}");
}

#[test]
fn what_a_cohort_costs_in_hours() {
    let files = site(
        "//- /content/topics/ads/second.md\n+++\ntitle = \"Second\"\nminutes = 25\nself_study_minutes = 30\n\
         objectives = [\"Set up an ad\"]\n+++\n",
    );
    for page in ["cohorts/spring/index.html", "programmes/swap/index.html", "for/sponsor/index.html"] {
        let page = files[page].replace('\u{a0}', " ");
        for words in [
            "<dt>Mentor, in all</dt><dd class=\"figures\">2 h</dd>",
            "<dd class=\"figures\">2 h 30 min</dd>",
            "All 2 people together</dt><dd class=\"figures\">4 h 30 min</dd>",
            "Preparation is counted as far as",
        ] {
            assert!(page.contains(words), "{words} is not in {page}");
        }
    }
}
