//! Small handbooks for tests: one that passes every check, and changes to it written as in a diff.
//!
//! `- line` takes a line away, which must be there, and `+ line` puts one in its place; with `…` at its end it is the
//! first line that begins so. `@ path` goes to the end of a file, or makes it, and looks for later lines there first;
//! `! path` takes the file away.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{CheckResult, evaluate};
use crate::config;
use crate::diagnostics::{Report, Severity};
use crate::document::{Document, Kind, Layout, parse};
use crate::handbook::cohort::Cohort;
use crate::handbook::{Drafts, Given, Handbook, Id, Memory, resolve};
use crate::text::{Source, SourcePath};

const BASE: &str = r#"
//- site.toml
[site]
title = "Handbook"
time_zone = "Europe/Zurich"
min_group = 2
//- content/programmes/swap.toml
title = "Role swap"
summary = "Young employees guide experienced managers."
topics = ["ads", "films"]
departments = ["sales", "plant", "lab", "finance"]
levels = ["trainee", "expert", "head", "board"]
goal = "Managers decide about digital proposals."
confidentiality = "What is said stays in the room."
[sponsor]
statement = "Sessions are working time."
[participation]
mentors = "voluntary"
mentees = "nominated"
can_decline = true
reason = "Areas with projects ahead are asked."
[commitment]
work_time = true
attendance_percent = 80
exit_rule = "Either side may ask for another match."
[selection]
mentor_criteria = ["uses it", "explains it", "asks back"]
process = "A call and a short talk."
matching = "Both sides say yes."
[plan]
sessions = ["kickoff", "working", "midpoint", "working", "closing"]
[[measure]]
id = "decisions"
when = "end"
text = "Number of decisions"
//- content/topics/ads/index.md
+++
title = "Ads"
summary = "What they cost."
outcome = "Whether we place some."
modules = ["map", "trial"]
goals = [
  { id = "know", text = "They explain three kinds.", measure = "Three minutes of talk" },
  { id = "decide", text = "They decide about one.", measure = "The decision is on the table" },
]
+++
//- content/topics/ads/map.md
+++
title = "A map"
minutes = 30
objectives = ["Draw it"]
goals = ["know"]
+++
//- content/topics/ads/trial.md
+++
title = "A trial"
minutes = 35
objectives = ["Plan it"]
goals = ["decide"]
+++
//- content/topics/films/index.md
+++
title = "Films"
summary = "How they are cut."
outcome = "Whether we make some."
modules = ["cut"]
goals = [
  { id = "see", text = "They see what is good.", measure = "They say why" },
  { id = "order", text = "They order one.", measure = "The order is written" },
]
+++
//- content/topics/films/cut.md
+++
title = "A cut"
minutes = 20
objectives = ["Cut one"]
goals = ["see", "order"]
+++
//- content/sessions/kickoff.toml
title = "Kick-off"
kind = "kickoff"
goals = ["Know each other"]
block = [
  { title = "Welcome", minutes = 10, lead = "both", kind = "check-in" },
  { title = "Rules", minutes = "rest", lead = "organiser", kind = "admin" },
  { title = "Looking back at the start", minutes = 5, lead = "mentee", kind = "reflection" },
  { title = "What comes after the start", minutes = 5, lead = "both", kind = "next-steps" },
]
//- content/sessions/working.toml
title = "Working session"
kind = "working"
goals = []
block = [
  { title = "Arriving", minutes = 5, lead = "both", kind = "check-in" },
  { title = "Work", minutes = "rest", lead = "mentor", kind = "modules", modules = true },
  { title = "Looking back", minutes = 5, lead = "mentee", kind = "reflection" },
  { title = "What comes next", minutes = 5, lead = "both", kind = "next-steps" },
]
//- content/sessions/midpoint.toml
title = "Half-time"
kind = "midpoint"
goals = ["Review the goals"]
block = [
  { title = "Arriving at half-time", minutes = 5, lead = "both", kind = "check-in" },
  { title = "Looking back at half-time", minutes = "rest", lead = "mentee", kind = "reflection" },
  { title = "What comes after half-time", minutes = 5, lead = "both", kind = "next-steps" },
]
//- content/sessions/closing.toml
title = "Closing"
kind = "closing"
goals = ["Show the decision"]
block = [
  { title = "Arriving at the end", minutes = 5, lead = "both", kind = "check-in" },
  { title = "Looking back at all of it", minutes = "rest", lead = "both", kind = "reflection" },
  { title = "What comes after the end", minutes = 5, lead = "sponsor", kind = "next-steps" },
]
//- content/cohorts/c.toml
title = "Cohort"
programme = "swap"
topic = "ads"
start = 2026-09-03
rhythm = "every 2 weeks"
time = "13:30"
[[pair]]
id = "p1"
mentor = "lea"
mentee = "urs"
[[pair]]
id = "p2"
mentor = "dario"
mentee = "bea"
[[pair]]
id = "p3"
mentor = "noemi"
mentee = "beat"
//- private/people/c.toml
lea = { name = "Lea", birth_year = 2001, department = "sales", level = "expert", superiors = ["bea"] }
urs = { name = "Urs", birth_year = 1971, department = "plant", level = "head" }
dario = { name = "Dario", birth_year = 2003, department = "lab", level = "trainee", superiors = [] }
bea = { name = "Bea", birth_year = 1968, department = "sales", level = "board" }
noemi = { name = "Noemi", age_band = "20-29", department = "plant", level = "expert", superiors = [] }
beat = { name = "Beat", age_band = "50-59", department = "finance", level = "head" }
"#;

/// What the people file holds, and nothing else may.
const PRIVATE: [&str; 24] = [
    "lea", "Lea", "urs", "Urs", "dario", "Dario", "bea", "Bea", "noemi", "Noemi", "beat", "Beat", "2001", "1971",
    "2003", "1968", "sales", "plant", "lab", "finance", "trainee", "expert", "head", "board",
];

/// Whether a check says this of the base handbook with these changes: (change, result and details).
pub(super) fn check(id: &str, rows: &[(&str, &str)]) {
    for (change, expected) in rows {
        let handbook = handbook(change);
        let factors = evaluate(&handbook, cohort(&handbook));
        let all = format!("{factors:?}");
        let mut words = all.split(|letter: char| !letter.is_alphanumeric());
        assert_eq!(words.find(|word| PRIVATE.contains(word)), None, "a detail tells something of a person");
        let result = factors.iter().flat_map(|factor| &factor.checks).find(|result| result.check == id).unwrap();
        assert_eq!(noted(result), *expected, "{id} with\n{change}");
    }
}

fn noted(result: &CheckResult) -> String {
    let details: Vec<String> = result.details.iter().map(|detail| format!("{detail:?}").replace('"', "")).collect();
    let colon = if details.is_empty() { "" } else { ": " };
    format!("{}{colon}{}", result.outcome.word(), details.join(", "))
}

/// The only cohort.
pub(super) fn cohort(handbook: &Handbook) -> Id<Cohort> {
    handbook.cohorts.ids().next().unwrap()
}

/// The base handbook with a change.
pub(super) fn handbook(change: &str) -> Handbook {
    let mut files = files(BASE);
    apply(&mut files, change);
    let documents: Vec<Arc<Document>> = files.iter().map(|(path, lines)| document(path, &lines.join("\n"))).collect();
    handbook_of(&documents)
}

/// The handbook of these documents, which has no error.
pub(super) fn handbook_of(documents: &[Arc<Document>]) -> Handbook {
    let mut report = Report::new();
    let site = documents.iter().find(|document| document.file.layout.kind == Kind::Site).unwrap();
    let config::Reading::Understood(config, _) = config::resolve(&mut report, &site.file) else {
        panic!("site.toml of a test is sound");
    };
    let today = jiff::civil::date(2026, 8, 1);
    let config = Arc::from(config);
    let given = Given { config: &config, today, drafts: Drafts::Hidden, gitignore: Some("/private/") };
    let handbook = resolve(&mut report, &mut Memory::default(), given, documents);
    let errors: Vec<&String> = report
        .diagnostics()
        .iter()
        .filter(|diagnostic| diagnostic.severity == Severity::Error)
        .map(|diagnostic| &diagnostic.message)
        .collect();
    assert!(errors.is_empty(), "{errors:?}");
    handbook
}

/// A file of a handbook.
pub(super) fn document(path: &str, text: &str) -> Arc<Document> {
    let path = SourcePath::new(path);
    let layout = Layout::of(&path, "private/people");
    let source = Source::new(path, text.as_bytes());
    Arc::new(parse(&Arc::new(source), layout))
}

type Files = BTreeMap<String, Vec<String>>;

fn files(text: &str) -> Files {
    let sections = text.split("//- ").skip(1);
    let file = |section: &str| {
        let mut lines = section.lines().map(str::to_owned);
        (lines.next().unwrap(), lines.collect())
    };
    sections.map(file).collect()
}

fn apply(files: &mut Files, change: &str) {
    let mut cursor = (String::new(), 0);
    for line in change.lines() {
        let (mark, text) = line.split_at(2);
        match mark {
            "@ " => {
                let lines = files.entry(text.to_owned()).or_default();
                cursor = (text.to_owned(), lines.len());
            }
            "! " => assert!(files.remove(text).is_some(), "no file {text}"),
            "- " => {
                cursor = find(files, &cursor.0, text).unwrap_or_else(|| panic!("no line {text}"));
                files.get_mut(&cursor.0).unwrap().remove(cursor.1);
            }
            "+ " => {
                files.get_mut(&cursor.0).unwrap().insert(cursor.1, text.to_owned());
                cursor.1 += 1;
            }
            _ => panic!("a change begins with a mark: {line}"),
        }
    }
}

fn find(files: &Files, first: &str, wanted: &str) -> Option<(String, usize)> {
    let is_wanted = |line: &String| match wanted.strip_suffix('…') {
        Some(beginning) => line.trim().starts_with(beginning),
        None => line.trim() == wanted,
    };
    let mut files: Vec<(&String, &Vec<String>)> = files.iter().collect();
    files.sort_by_key(|(path, _)| *path != first);
    files.into_iter().find_map(|(path, lines)| Some((path.clone(), lines.iter().position(is_wanted)?)))
}
