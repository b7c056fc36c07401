//! The repository's own handbook, against the numbers that its authors worked out by hand.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::program::{repository, run};

const EXPECTED: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/sites/example-expected.json"));

/// The cohorts by their ids, as `schedule` gives them in a language.
fn schedule(language: &str) -> BTreeMap<String, Value> {
    let run = run(
        repository(),
        &["schedule", "--format", "json", "--language", language, "--today", "2026-07-01", "--quiet"],
    );
    assert_eq!((run.code, run.err.as_str()), (0, ""), "the example is sound");
    let document = run.json();
    let cohorts = document["cohorts"].as_array().unwrap().iter();
    cohorts.map(|cohort| (cohort["id"].as_str().unwrap().to_owned(), cohort.clone())).collect()
}

fn expected() -> BTreeMap<String, Value> {
    serde_json::from_str(EXPECTED).unwrap()
}

fn list(value: &Value) -> &[Value] {
    value.as_array().unwrap()
}

/// What `found` makes of each session of each cohort is what the example says under `key`.
#[track_caller]
fn check_sessions(key: &str, found: impl Fn(&Value) -> Value) {
    let schedule = schedule("de-CH");
    for (id, expected) in expected() {
        let sessions: Vec<Value> = list(&schedule[&id]["sessions"]).iter().map(&found).collect();
        assert_eq!(Value::from(sessions), expected[key], "{key} of {id}");
    }
}

#[test]
fn the_example_has_its_two_cohorts() {
    let (expected, schedule) = (expected(), schedule("en"));
    assert_eq!(schedule.keys().collect::<Vec<_>>(), expected.keys().collect::<Vec<_>>());
}

#[test]
fn dates() {
    check_sessions("dates", |session| session["start"].as_str().unwrap()[..10].into());
}

#[test]
fn capacities() {
    check_sessions("capacity", |session| session["capacity"].clone());
}

#[test]
fn dropped_dates() {
    let schedule = schedule("de-CH");
    for (id, expected) in expected() {
        let row = |dropped: &Value| json!([dropped["session"], dropped["date"], dropped["reason"]]);
        let dropped: Vec<Value> = list(&schedule[&id]["dropped"]).iter().map(row).collect();
        assert_eq!(Value::from(dropped), expected["dropped"], "{id}");
    }
}

#[test]
fn packing() {
    let schedule = schedule("de-CH");
    for (id, expected) in expected() {
        for (topic, expected) in expected["packing"].as_object().unwrap() {
            let (mut placed, mut self_study, mut left) = (BTreeMap::new(), BTreeMap::new(), Vec::new());
            for session in list(&schedule[&id]["sessions"]) {
                let (number, own) = (&session["number"], &session["topics"][topic]);
                placed.extend(list(&own["modules"]).iter().map(|module| (module.as_str().unwrap(), number)));
                self_study
                    .extend(list(&own["self_study_after"]).iter().map(|module| (module.as_str().unwrap(), number)));
                left.push(&own["slack_minutes"]);
            }
            assert_eq!(json!(placed), expected["placed"], "{id}, {topic}");
            assert_eq!(json!(self_study), expected["self_study_after"], "{id}, {topic}");
            assert_eq!(json!(left), expected["left"], "{id}, {topic}");
        }
    }
}

#[test]
fn agendas_in_both_languages() {
    let schedules = [("de", schedule("de-CH")), ("en", schedule("en"))];
    for (id, expected) in expected() {
        let agendas = expected["agenda"].as_object().unwrap();
        let mut count = 0;
        for (language, schedule) in &schedules {
            for session in list(&schedule[&id]["sessions"]) {
                for (topic, own) in session["topics"].as_object().unwrap() {
                    let row = |row: &Value| {
                        json!([row["start"], row["end"], row["minutes"], row["title"], row["lead"], row["kind"]])
                    };
                    let rows: Vec<Value> = list(&own["agenda"]).iter().map(row).collect();
                    let key = format!("{}/{topic}/{language}", session["number"]);
                    assert_eq!(Value::from(rows), agendas[&key], "{id}, {key}");
                    count += 1;
                }
            }
        }
        assert_eq!(count, agendas.len(), "every agenda of {id} is compared");
    }
}

#[test]
fn labels_of_pairs() {
    for (language, tag) in [("de", "de-CH"), ("en", "en")] {
        let schedule = schedule(tag);
        for (id, expected) in expected() {
            let row = |pair: &Value| json!([pair["id"], pair["mentor"], pair["mentee"]]);
            let labels: Vec<Value> = list(&schedule[&id]["pairs"]).iter().map(row).collect();
            assert_eq!(Value::from(labels), expected["labels"][language], "{id} in {tag}");
        }
    }
}

#[test]
fn milestones() {
    let schedule = schedule("en");
    let dates: Vec<&str> =
        list(&schedule["2026-herbst"]["milestones"]).iter().map(|one| one["date"].as_str().unwrap()).collect();
    assert_eq!(dates, ["2026-07-23", "2026-08-20", "2026-09-10", "2026-12-31"]);
}

/// The example of model.md §14 in full.
#[test]
fn the_overflow_of_the_model() {
    let folder = crate::program::Folder::new("");
    for (below, path) in crate::program::files_below(&repository().join("content")) {
        folder.write(&format!("content/{below}"), &std::fs::read_to_string(path).unwrap());
    }
    folder.write("site.toml", &std::fs::read_to_string(repository().join("site.toml")).unwrap());
    let cohort = std::fs::read_to_string(repository().join("content/cohorts/2026-herbst.toml")).unwrap();
    let mut kept = String::new();
    let mut in_table = false;
    for line in cohort.lines() {
        if line.starts_with('[') {
            in_table = line.starts_with("[[session]]") || line.starts_with("[[change]]");
        }
        if !in_table {
            kept.push_str(line);
            kept.push('\n');
        }
        if line.starts_with("topic = ") {
            kept.push_str("plan = [\"kickoff\", \"working\", \"midpoint\", \"working\", \"closing\"]\n");
        }
    }
    folder.write("content/cohorts/2026-herbst.toml", &kept);
    let run = run(folder.path(), &["check", "--format", "json", "--today", "2026-07-01"]);
    assert_eq!(run.code, 1);
    let document = run.json();
    let problems = list(&document["diagnostics"]);
    let overflow = problems.iter().find(|problem| problem["severity"] == "error").unwrap();
    assert_eq!(document["errors"], 1, "{document}");
    let said = json!([overflow["code"], overflow["message"], overflow["path"], overflow["line"], overflow["column"]]);
    assert_eq!(
        said,
        json!([
            "path-does-not-fit",
            "the required modules of topic \"social-media\" do not fit into cohort \"2026-herbst\"",
            "content/cohorts/2026-herbst.toml",
            3,
            1
        ])
    );
    assert_eq!(
        overflow["notes"],
        json!([
            "module \"trial\" (35 minutes) finds no place; left from session 4 on: 0 + 0 minutes",
            "155 minutes needed, 120 available in 4 sessions with a module block"
        ])
    );
    assert_eq!(
        overflow["help"],
        json!(["add a session to plan, raise session_minutes by at least 20, make a module optional, or shorten one"])
    );
}
