//! The schemas that editors use, against the files of the example and against the decoder.

use jsonschema::Validator;
use leitfaden::config::site::SiteToml;
use leitfaden::diagnostics::Quoting;
use leitfaden::document::cohort::CohortToml;
use leitfaden::document::factor::FactorFront;
use leitfaden::document::glossary::GlossaryToml;
use leitfaden::document::module::{ModuleFront, ModuleTranslation};
use leitfaden::document::people::PeopleToml;
use leitfaden::document::programme::ProgrammeToml;
use leitfaden::document::schema::{schema_for_checking, schema_for_editors};
use leitfaden::document::template::TemplateToml;
use leitfaden::document::topic::TopicFront;
use leitfaden::document::{Declared, Subject, decode};
use leitfaden::text::SourcePath;
use proptest::prelude::*;
use schemars::JsonSchema;
use serde_json::{Value as Json, json};
use std::fs;
use toml::Value as Toml;

use crate::program::{Folder, repository, run};

/// All schemas by kind.
fn bundle() -> Json {
    let run = run(repository(), &["schema"]);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    run.json()
}

fn validator(schema: &Json) -> Validator {
    jsonschema::options().should_validate_formats(true).build(schema).unwrap()
}

/// The TOML of a file: all of it, or its front matter.
fn toml_of(path: &str) -> String {
    let text = fs::read_to_string(repository().join(path)).unwrap();
    match text.strip_prefix("+++\n") {
        Some(rest) if path.ends_with(".md") => rest.split("+++\n").next().unwrap().to_owned(),
        _ => text,
    }
}

/// A value as editors see it: dates and times are texts.
fn for_editors(value: &Toml) -> Json {
    to_json(value, &|date| Json::String(date.to_string()))
}

/// A value as the program sees it: a date is a thing of its own.
fn for_checking(value: &Toml) -> Json {
    to_json(value, &|date| {
        let key = match (date.date, date.time) {
            (Some(_), None) => "$date",
            (None, Some(_)) => "$time",
            _ => "$datetime",
        };
        json!({ key: date.to_string() })
    })
}

fn to_json(value: &Toml, date: &impl Fn(&toml::value::Datetime) -> Json) -> Json {
    match value {
        Toml::String(text) => Json::String(text.clone()),
        Toml::Integer(number) => Json::from(*number),
        Toml::Float(number) => Json::from(*number),
        Toml::Boolean(truth) => Json::from(*truth),
        Toml::Datetime(datetime) => date(datetime),
        Toml::Array(list) => list.iter().map(|entry| to_json(entry, date)).collect(),
        Toml::Table(table) => table.iter().map(|(key, entry)| (key.clone(), to_json(entry, date))).collect(),
    }
}

/// Kind and file of the example, for kinds that it has.
const EXAMPLE: [(&str, &str); 18] = [
    ("site", "site.toml"),
    ("programme", "content/programmes/rollentausch.toml"),
    ("cohort", "content/cohorts/2026-herbst.toml"),
    ("cohort", "content/cohorts/2027-fruehling.toml"),
    ("template", "content/sessions/kickoff.toml"),
    ("template", "content/sessions/closing.toml"),
    ("glossary", "content/glossary.toml"),
    ("people", "private/people/2026-herbst.toml"),
    ("topic", "content/topics/social-media/index.md"),
    ("topic-translation", "content/topics/social-media/index.en.md"),
    ("module", "content/topics/social-media/trial.md"),
    ("module", "content/topics/online-marketing/ads.md"),
    ("module-translation", "content/topics/social-media/trial.en.md"),
    ("factor", "content/factors/project.md"),
    ("factor-translation", "content/factors/project.en.md"),
    ("role", "content/roles/mentor.md"),
    ("title-translation", "content/roles/mentor.en.md"),
    ("page", "content/index.md"),
];

#[test]
fn every_schema_is_one_and_says_what_it_is() {
    let bundle = bundle();
    for (kind, schema) in bundle["$defs"].as_object().unwrap() {
        assert!(jsonschema::meta::is_valid(schema), "{kind}");
        assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema", "{kind}");
        assert_eq!(schema["title"], kind.as_str());
        let properties = schema["properties"].as_object().into_iter().flatten();
        for (key, property) in properties.filter(|_| schema["title"] != "check") {
            assert!(property["description"].is_string(), "{key} of {kind} has no description");
        }
        assert!(!schema.to_string().contains("\"x-expected\""), "{kind} has words that are only ours");
    }
}

#[test]
fn the_example_is_accepted() {
    let bundle = bundle();
    for (kind, path) in EXAMPLE {
        let value: Toml = toml_of(path).parse::<toml::Table>().unwrap().into();
        let validator = validator(&bundle["$defs"][kind]);
        let errors: Vec<String> = validator.iter_errors(&for_editors(&value)).map(|error| error.to_string()).collect();
        assert!(errors.is_empty(), "{path}: {errors:?}");
    }
}

#[test]
fn mistakes_that_a_schema_can_see_are_refused() {
    let bundle = bundle();
    let rows = [
        ("site", "site.toml", "min_group = 0", "noindex = true"),
        ("site", "site.toml", "people-not-ignord = \"allow\"", "people-not-ignored = \"allow\""),
        ("cohort", "content/cohorts/2026-herbst.toml", "rhythm = \"every two weeks\"", "rhythm = \"every 2 weeks\""),
        ("cohort", "content/cohorts/2026-herbst.toml", "time = \"1:30\"", "time = \"13:30\""),
        ("cohort", "content/cohorts/2026-herbst.toml", "start = \"soon\"", "start = 2026-09-03"),
        ("cohort", "content/cohorts/2026-herbst.toml", "visibility = \"open\"", "visibility = \"initials\""),
        ("cohort", "content/cohorts/2026-herbst.toml", "kind = \"mooved\"", "kind = \"moved\""),
        ("programme", "content/programmes/rollentausch.toml", "anchor = \"begin\"", "anchor = \"end\""),
        ("template", "content/sessions/kickoff.toml", "minutes = \"remainder\"", "minutes = \"rest\""),
        ("topic", "content/topics/social-media/index.md", "titel = \"Social Media\"", "title = \"Social Media\""),
        ("module", "content/topics/social-media/map.md", "minutes = 3", "minutes = 15"),
        ("people", "private/people/2026-herbst.toml", "birth_year = \"2003\"", "birth_year = 2003"),
    ];
    for (kind, path, mistake, sound) in rows {
        let text = toml_of(path);
        assert!(text.contains(sound), "{path} has no {sound}");
        let value: Toml = text.replacen(sound, mistake, 1).parse::<toml::Table>().unwrap().into();
        assert!(!validator(&bundle["$defs"][kind]).is_valid(&for_editors(&value)), "{mistake} of {kind} is accepted");
    }
}

#[test]
fn machine_output_is_what_its_schemas_say() {
    let bundle = bundle();
    let folder = Folder::new(crate::harness::BASE);
    folder
        .write("content/topics/ads/index.md", "+++\ntitel = \"Ads\"\nsummary = \"How.\"\nmodules = [\"first\"]\n+++\n");
    for root in [repository(), folder.path()] {
        for command in ["check", "schedule"] {
            let document = run(root, &[command, "--format", "json", "--today", "2026-07-01"]).json();
            let validator = validator(&bundle["$defs"][command]);
            let errors: Vec<String> = validator.iter_errors(&document).map(|error| error.to_string()).collect();
            assert!(errors.is_empty(), "{command}: {errors:?}");
            assert!(!validator.is_valid(&json!({})), "{command} of nothing");
        }
    }
}

#[test]
fn one_kind_all_kinds_or_files() {
    let bundle = bundle();
    let folder = Folder::new("");
    assert_eq!(run(folder.path(), &["schema", "cohort"]).json(), bundle["$defs"]["cohort"], "no handbook is needed");
    let unknown = run(folder.path(), &["schema", "cohorte"]);
    assert_eq!((unknown.code, unknown.out.as_str()), (2, ""));
    assert!(unknown.err.contains("there is no schema \"cohorte\"; did you mean \"cohort\"?"), "{}", unknown.err);
    assert_eq!(run(folder.path(), &["schema", "--out", "a/b"]).code, 0);
    for (kind, schema) in bundle["$defs"].as_object().unwrap() {
        let text = fs::read_to_string(folder.path().join(format!("a/b/{kind}.schema.json"))).unwrap();
        assert_eq!(serde_json::from_str::<Json>(&text).unwrap(), *schema);
    }
    assert_eq!(run(folder.path(), &["schema", "topic", "--out", "c"]).code, 0);
    assert_eq!(fs::read_dir(folder.path().join("c")).unwrap().count(), 1);
    folder.write("file", "");
    assert_eq!(run(folder.path(), &["schema", "--out", "file"]).code, 2);
}

/// A file to be spoilt, and the two judges of it.
struct Sample {
    name: &'static str,
    path: &'static str,
    is_decoded: fn(&str) -> bool,
    checking: fn() -> Json,
    editors: fn(&str) -> Json,
}

const fn sample<T: Declared + JsonSchema>(name: &'static str, path: &'static str) -> Sample {
    Sample {
        name,
        path,
        is_decoded: |toml| {
            let path = SourcePath::new("x.toml");
            let subject = Subject { path: &path, entity: "thing", quoting: Quoting::Values, original: None };
            decode::<T>(&subject, toml).is_ok()
        },
        checking: schema_for_checking::<T>,
        editors: schema_for_editors::<T>,
    }
}

const SAMPLES: [Sample; 10] = [
    sample::<SiteToml>("site", "site.toml"),
    sample::<ProgrammeToml>("programme", "content/programmes/rollentausch.toml"),
    sample::<CohortToml>("cohort", "content/cohorts/2026-herbst.toml"),
    sample::<TemplateToml>("template", "content/sessions/kickoff.toml"),
    sample::<GlossaryToml>("glossary", "content/glossary.toml"),
    sample::<PeopleToml>("people", "private/people/2026-herbst.toml"),
    sample::<TopicFront>("topic", "content/topics/social-media/index.md"),
    sample::<ModuleFront>("module", "content/topics/social-media/trial.md"),
    sample::<ModuleTranslation>("module-translation", "content/topics/social-media/trial.en.md"),
    sample::<FactorFront>("factor", "content/factors/project.md"),
];

/// What can be put in the place of any value.
fn spoilers() -> Vec<Toml> {
    let parsed = |text: &str| format!("x = {text}").parse::<toml::Table>().unwrap()["x"].clone();
    let long = Toml::String("ä".repeat(400));
    let many = Toml::Array(vec![Toml::String("x".to_owned()); 30]);
    let texts = [
        "\"\"",
        "\" \"",
        "\"x\"",
        "\"rest\"",
        "\"A B\"",
        "\"13:30\"",
        "\"24:00\"",
        "-1",
        "0",
        "4",
        "99999",
        "1.5",
        "true",
        "[]",
        "[\"\"]",
        "[1]",
        "{}",
        "{ en = \"\" }",
        "{ en = \"x\", de = 1 }",
        "2026-09-03",
        "13:30:00",
        "2026-09-03T13:30:00Z",
    ];
    texts.into_iter().map(parsed).chain([long, many]).collect()
}

/// Every value in `value`, reached one by one: `change` is called on number `target`.
fn visit(value: &mut Toml, target: &mut usize, change: &mut dyn FnMut(&mut Toml)) -> bool {
    if *target == 0 {
        change(value);
        return true;
    }
    *target -= 1;
    match value {
        Toml::Table(table) => table.iter_mut().any(|(_, entry)| visit(entry, target, change)),
        Toml::Array(list) => list.iter_mut().any(|entry| visit(entry, target, change)),
        _ => false,
    }
}

/// Rules that are only looked at when the whole file is understood: which of several keys are given, and patterns that
/// have a message of their own.
fn without_later_rules(schema: &mut Json) {
    match schema {
        Json::Object(object) => {
            let only_required = |branch: &Json| branch.as_object().is_some_and(|one| one.keys().eq(["required"]));
            if object.get("anyOf").and_then(Json::as_array).is_some_and(|all| all.iter().all(only_required)) {
                object.remove("anyOf");
            }
            if object.contains_key("examples") {
                object.remove("pattern");
            }
            object.values_mut().for_each(without_later_rules);
        }
        Json::Array(list) => list.iter_mut().for_each(without_later_rules),
        _ => {}
    }
}

/// One change to one value of a file.
#[derive(Debug, Clone, Copy)]
enum Change {
    Put(usize),
    Remove(usize),
    AddKey,
}

fn spoilt(sample: &Sample, place: usize, change: Change) -> Option<Toml> {
    let mut value: Toml = toml_of(sample.path).parse::<toml::Table>().unwrap().into();
    let spoilers = spoilers();
    let done = visit(&mut value, &mut { place }, &mut |value| match (change, value) {
        (Change::Put(which), value) => *value = spoilers[which % spoilers.len()].clone(),
        (Change::Remove(which), Toml::Table(table)) => {
            let key = table.keys().nth(which % table.len().max(1)).cloned();
            key.map(|key| table.remove(&key));
        }
        (Change::AddKey, Toml::Table(table)) => drop(table.insert("nonsense".to_owned(), Toml::Integer(1))),
        _ => {}
    });
    (done && value.is_table()).then_some(value)
}

/// Whether a date stands somewhere that a schema for editors cannot tell from a text.
fn is_date(change: Change) -> bool {
    let spoilers = spoilers();
    matches!(change, Change::Put(which) if spoilers[which % spoilers.len()].is_datetime())
}

fn changes() -> impl Strategy<Value = Change> {
    prop_oneof![
        4 => (0..64_usize).prop_map(Change::Put),
        1 => (0..64_usize).prop_map(Change::Remove),
        1 => Just(Change::AddKey),
    ]
}

/// serde would read a list as a table without keys.
#[test]
fn a_list_in_the_place_of_anything_else_is_refused() {
    let spoilers = spoilers();
    let lists = (0..spoilers.len()).filter(|which| spoilers[*which].is_array());
    for (sample, which) in lists.flat_map(|which| SAMPLES.iter().map(move |sample| (sample, which))) {
        let mut checking = (sample.checking)();
        without_later_rules(&mut checking);
        let validator = validator(&checking);
        for value in (1..).map_while(|place| spoilt(sample, place, Change::Put(which))) {
            let text = toml::to_string(&value).unwrap();
            assert_eq!(validator.is_valid(&for_checking(&value)), (sample.is_decoded)(&text), "{text}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn schema_and_decoder_never_disagree(which in 0..SAMPLES.len(), place in 0..160_usize, change in changes()) {
        let sample = &SAMPLES[which];
        let Some(value) = spoilt(sample, place, change) else { return Ok(()) };
        let text = toml::to_string(&value).unwrap();
        let is_decoded = (sample.is_decoded)(&text);
        let mut checking = (sample.checking)();
        without_later_rules(&mut checking);
        prop_assert_eq!(validator(&checking).is_valid(&for_checking(&value)), is_decoded, "{} {}", sample.name, text);
        if !is_date(change) {
            let mut editors = (sample.editors)(sample.name);
            without_later_rules(&mut editors);
            prop_assert_eq!(validator(&editors).is_valid(&for_editors(&value)), is_decoded, "{} {}", sample.name, text);
        }
    }
}
