//! `leitfaden new`: what it makes is sound, and nothing of the author's is lost.

use std::fs;

use serde_json::Value as Json;

use crate::harness::BASE;
use crate::program::{Folder, Run, files_below, run};

const TODAY: [&str; 2] = ["--today", "2026-07-01"];

fn new(folder: &Folder, arguments: &[&str]) -> Run {
    run(folder.path(), &[&TODAY[..], &["new"], arguments].concat())
}

fn read(folder: &Folder, path: &str) -> String {
    fs::read_to_string(folder.path().join(path)).unwrap()
}

/// Makes something that must succeed, in a handbook that must be sound before and after.
#[track_caller]
fn made(folder: &Folder, arguments: &[&str]) -> Run {
    let run = new(folder, arguments);
    assert_eq!(run.code, 0, "{arguments:?}: {}", run.err);
    sound(folder, "");
    run
}

/// What the author of something new has still to do: people for a cohort, modules for a short path.
const STILL_TO_DO: [&str; 2] = ["no-pairs", "empty-module-block"];

/// No error, and no warning but that something is still to be done.
#[track_caller]
fn sound(folder: &Folder, root: &str) {
    let root = folder.path().join(root);
    let json = run(&root, &["check", "--format", "json", "--today", "2026-07-01"]).json();
    let said: Vec<&Json> =
        json["diagnostics"].as_array().unwrap().iter().filter(|one| one["severity"] != "note").collect();
    let unexpected: Vec<&&Json> =
        said.iter().filter(|one| !STILL_TO_DO.contains(&one["code"].as_str().unwrap())).collect();
    assert!(unexpected.is_empty(), "{unexpected:#?}");
}

/// A run that must be refused, with these words and without a trace.
#[track_caller]
fn refused(folder: &Folder, arguments: &[&str], words: &str) {
    let before = files_below(folder.path());
    let run = new(folder, arguments);
    assert_eq!((run.code, run.out.as_str()), (2, ""), "{arguments:?}");
    assert!(run.err.contains(words), "{arguments:?}: {}", run.err);
    assert_eq!(files_below(folder.path()), before, "{arguments:?} left something behind");
}

#[test]
fn a_new_handbook_says_nothing_wrong_in_any_language() {
    for (languages, today) in [
        ("de-CH,en", "2026-07-01"),
        ("de", "2026-10-20"),
        ("en", "2026-11-15"),
        ("fr,it", "2027-01-02"),
        ("en,de,de-CH,fr", "2028-02-29"),
    ] {
        let folder = Folder::new("");
        let made = run(folder.path(), &["new", "site", "book", "--language", languages, "--today", today]);
        assert_eq!((made.code, made.err.as_str()), (0, ""), "{languages}");
        let book = folder.path().join("book");
        let checked = run(&book, &["check", "--format", "json", "--today", today]).json();
        assert_eq!((&checked["errors"], &checked["warnings"]), (&0.into(), &0.into()), "{languages}: {checked:#}");
        let notes = checked["diagnostics"].as_array().unwrap().iter().map(|one| &one["code"]);
        assert!(notes.into_iter().all(|code| code == "default-role-page"), "{languages}: {checked:#}");
        for cohort in checked["cohorts"].as_array().unwrap() {
            for factor in cohort["factors"].as_array().unwrap() {
                assert_eq!(factor["result"], "pass", "{languages}: {factor:#}");
            }
        }
        assert_eq!(run(&book, &["build", "--strict", "--today", today]).code, 0, "{languages}");
    }
}

#[test]
fn a_new_handbook_starts_in_some_weeks_and_never_at_christmas() {
    for (today, start) in [("2026-07-01", "2026-08-13"), ("2026-11-05", "2027-01-14"), ("2027-12-31", "2028-02-17")] {
        let folder = Folder::new("");
        assert_eq!(run(folder.path(), &["new", "site", "book", "--today", today]).code, 0);
        let schedule = run(&folder.path().join("book"), &["schedule", "--format", "json"]).json();
        let first = schedule["cohorts"][0]["sessions"][0]["start"].as_str().unwrap().to_owned();
        assert!(first.starts_with(start), "{today}: {first}");
    }
}

#[test]
fn a_new_handbook_is_written_in_its_languages() {
    let folder = Folder::new("");
    let swiss = run(folder.path(), &["new", "site", "swiss", "--language", "de-CH,en", "--today", "2026-07-01"]);
    assert!(swiss.out.contains("new  swiss/content/topics/ai-assistants/index.en.md\n"), "{}", swiss.out);
    assert!(swiss.out.ends_with("Look at it: leitfaden --root swiss serve --open\n"), "{}", swiss.out);
    run(folder.path(), &["new", "site", "german", "--language", "de"]);
    for (path, file) in files_below(folder.path()).iter().filter(|(path, _)| !path.contains("schemas")) {
        let text = fs::read_to_string(file).unwrap();
        for mark in ["<<", "{{", "||", "%", ":::"] {
            assert!(!text.contains(mark) || mark == "%" && path.ends_with("messages.toml"), "{path} contains {mark}");
        }
        assert!(!(path.starts_with("swiss") && text.contains('ß')), "{path} is not Swiss");
    }
    assert!(
        read(&folder, "swiss/site.toml").contains("title = { de-CH = \"Rollentausch – Handbuch\", en = \"Role swap")
    );
    assert!(read(&folder, "german/site.toml").contains("title = \"Rollentausch – Handbuch\"\n"));
    assert!(read(&folder, "german/content/programmes/reverse-mentoring.toml").contains("regelmäßig"));
    assert!(read(&folder, "swiss/.gitignore").contains("\n/private/\n"));
    assert!(read(&folder, "swiss/README.md").starts_with("# Rollentausch"));
    let french = run(folder.path(), &["new", "site", "french", "--language", "fr,en"]);
    assert!(french.out.contains("There are no starter texts in \"fr\" yet: they are in English"), "{}", french.out);
    assert!(!french.out.contains("in \"en\""), "{}", french.out);
}

#[test]
fn editors_find_a_schema_for_every_file_of_data() {
    let folder = Folder::new("");
    run(folder.path(), &["new", "site", "book", "--language", "de-CH,en", "--today", "2026-07-01"]);
    let rules: toml::Table = read(&folder, "book/.taplo.toml").parse().unwrap();
    let mut found = 0;
    for rule in rules["rule"].as_array().unwrap() {
        let schema = read(&folder, &format!("book/{}", rule["schema"]["path"].as_str().unwrap()));
        let validator = jsonschema::validator_for(&serde_json::from_str(&schema).unwrap()).unwrap();
        for pattern in rule["include"].as_array().unwrap().iter().filter_map(toml::Value::as_str) {
            let (start, end) = pattern.split_once('*').unwrap_or((pattern, ""));
            for (path, file) in files_below(&folder.path().join("book")) {
                if path.starts_with(start) && path.ends_with(end) {
                    let value: toml::Table = fs::read_to_string(file).unwrap().parse().unwrap();
                    let json = serde_json::to_value(without_dates(value.into())).unwrap();
                    assert!(
                        validator.is_valid(&json),
                        "{path}: {:?}",
                        validator.iter_errors(&json).collect::<Vec<_>>()
                    );
                    found += 1;
                }
            }
        }
    }
    assert_eq!(found, 8, "site, programme, cohort, three templates, glossary, people");
}

/// Dates as editors see them.
fn without_dates(value: toml::Value) -> toml::Value {
    match value {
        toml::Value::Datetime(date) => date.to_string().into(),
        toml::Value::Array(list) => list.into_iter().map(without_dates).collect::<Vec<_>>().into(),
        toml::Value::Table(table) => {
            toml::Value::Table(table.into_iter().map(|(key, entry)| (key, without_dates(entry))).collect())
        }
        value => value,
    }
}

#[test]
fn a_folder_with_something_in_it_is_left_alone() {
    let folder = Folder::new("//- /book/mine.txt\nmine\n//- /file\nmine\n");
    refused(&folder, &["site", "book"], "book is not empty");
    refused(&folder, &["site", "file"], "file is a file and no folder");
    refused(&folder, &["site", "file/book"], "file");
    refused(&folder, &["site", "other", "--language", "english please"], "--language takes tags such as de-CH or en");
    refused(&folder, &["site", "other", "--language", "tlh"], "there are no interface texts in \"tlh\"");
    fs::create_dir(folder.path().join("empty")).unwrap();
    assert_eq!(new(&folder, &["site", "empty"]).code, 0);
}

#[test]
fn every_part_of_a_new_handbook_is_sound() {
    let folder = Folder::new("");
    run(folder.path(), &["new", "site", ".", "--language", "de-CH,en", "--today", "2026-07-01"]);
    for arguments in [
        &["topic", "video"][..],
        &["topic", "video-copy", "--from", "video"],
        &["module", "cut", "--in", "video"],
        &["module", "first", "--from", "ai-assistants/first-steps", "--in", "video"],
        &["module", "second", "--from", "house-rules", "--in", "ai-assistants"],
        &["programme", "short-swap"],
        &["programme", "copied", "--from", "reverse-mentoring"],
        &["cohort", "next"],
        &["cohort", "next-video", "--in", "video"],
        &["cohort", "after", "--from", "2026-sommer"],
        &["factor", "culture"],
        &["factor", "difference"],
        &["factor", "own", "--from", "culture"],
        &["page", "faq"],
        &["page", "help", "--from", "faq"],
    ] {
        made(&folder, arguments);
    }
    let factor = read(&folder, "content/factors/difference.md");
    assert!(factor.contains("title = \"Unterschiede helfen\"\nnumber = 1 ") && factor.contains("# min_age_gap = 10"));
    assert!(read(&folder, "content/factors/own.md").contains("number = 6"), "the lowest number that is free");
}

#[test]
fn a_handbook_can_be_begun_with_nothing_but_its_title() {
    let folder = Folder::new("//- /site.toml\n[site]\ntitle = \"Book\"\n//- /.gitignore\n/private/\n");
    refused(&folder, &["cohort", "one"], "begin with leitfaden new programme NAME");
    refused(&folder, &["programme", "swap"], "begin with leitfaden new topic NAME");
    refused(&folder, &["module", "cut"], "begin with leitfaden new topic NAME");
    assert!(made(&folder, &["topic", "video"]).out.contains("No programme offers it yet"));
    made(&folder, &["programme", "swap"]);
    made(&folder, &["module", "cut"]);
    let cohort = made(&folder, &["cohort", "one"]);
    assert!(
        cohort.out.contains("programme \"swap\" on topic \"video\" and starts on Thursday 2026-08-13"),
        "{}",
        cohort.out
    );
    assert!(read(&folder, "content/cohorts/one.toml").contains("time_zone = \"Europe/London\""));
}

#[test]
fn a_module_is_listed_behind_the_others_and_nothing_else_changes() {
    let folder = Folder::new(BASE);
    let before = "+++\ntitle = \"Ads\" # short\nsummary = \"How ads work.\"\n# The path:\nmodules = [\n  \"first\", # begin\n  \
                  \"second\" # end\n]\n\n[extra]\nx = 1\n+++\n\nText.  \n";
    folder.write("content/topics/ads/index.md", before);
    let run = made(&folder, &["module", "third"]);
    assert_eq!(
        run.out,
        "new  content/topics/ads/third.md\nchanged  content/topics/ads/index.md\n\
         Next: write content/topics/ads/third.md; leitfaden serve shows it while you write.\n\
         It is optional for now: as a required module it would not fit into every cohort of the topic.\n"
    );
    let after = before.replace("\"second\" # end\n", "\"second\", # end\n  \"third\",\n");
    assert_eq!(read(&folder, "content/topics/ads/index.md"), after);
    assert!(read(&folder, "content/topics/ads/third.md").contains("\noptional = true\n"));
}

#[test]
fn a_module_that_fits_is_required() {
    let folder = Folder::new(BASE);
    folder.write(
        "content/cohorts/spring.toml",
        &read(&folder, "content/cohorts/spring.toml").replace("topic =", "session_minutes = 90\ntopic ="),
    );
    made(&folder, &["module", "third", "--in", "ads"]);
    assert!(!read(&folder, "content/topics/ads/third.md").contains("optional"));
}

#[test]
fn a_topic_is_offered_by_the_only_programme() {
    let folder = Folder::new(BASE);
    made(&folder, &["topic", "video"]);
    assert!(read(&folder, "content/programmes/swap.toml").contains("topics = [\"ads\", \"video\"]\n"));
    made(&folder, &["programme", "other", "--from", "swap"]);
    let run = made(&folder, &["topic", "audio"]);
    assert!(run.out.contains("Add \"audio\" to topics in the file of the programme that offers it"), "{}", run.out);
}

#[test]
fn a_copied_cohort_is_a_new_run() {
    let folder = Folder::new(BASE);
    folder.write(
        "content/cohorts/spring.toml",
        "# last year's\ntitle = \"Spring\"\nprogramme = \"swap\"\nstart = 2027-03-04 # a Thursday\nrhythm = \"weekly\"\n\
         time = \"13:30\"\nend = 2027-04-01\npublished = 2027-01-01\nskip = [{ from = 2027-03-15, to = 2027-03-20 }, 2027-04-08]\n\n\
         [factors]\nmin_age_gap = 5 # young bosses; see private/people/spring.toml\n\n# who\n[[pair]]\nid = \"p1\"\nmentor = \"m1\"\nmentee = \"e1\"\n\
         topic = \"ads\"\n\n[[session]]\nnumber = 2\ncancelled = true\n\n[[change]]\nsession = 2\nannounced = 2027-03-01\n\
         kind = \"cancelled\"\ntext = \"Ill\"\n\n[[waive]]\ncheck = \"difference.age\"\npair = \"p1\"\nreason = \"Known\"\n\n\
         [[waive]]\ncheck = \"project.topics\"\nreason = \"One topic\"\n",
    );
    folder.write("content/cohorts/spring.md", "+++\naliases = [\"/old/\"]\n+++\n\nWelcome!\n");
    let run = made(&folder, &["cohort", "summer", "--from", "spring"]);
    assert_eq!(
        read(&folder, "content/cohorts/summer.toml"),
        "# last year's\ntitle = \"Spring\"\nprogramme = \"swap\"\nstart = 2027-03-25 # a Thursday\nrhythm = \"weekly\"\n\
         time = \"13:30\"\nskip = [ 2027-04-08]\ntopic = \"ads\"\n\n\
         [factors]\nmin_age_gap = 5 # young bosses; see private/people/summer.toml\n\n[[waive]]\ncheck = \"project.topics\"\nreason = \"One topic\"\n"
    );
    assert_eq!(read(&folder, "content/cohorts/summer.md"), "+++\n+++\n\nWelcome!\n");
    let words =
        "It starts on Thursday 2027-03-25, the first Thursday after the last session of \"spring\" (2027-03-11) that";
    assert!(run.out.contains(words), "{}", run.out);
    let left_out = "Left out, for it belongs to \"spring\" alone: pair, session, change, published, end, waive of single pairs, what is over in skip.";
    assert!(run.out.contains(left_out), "{}", run.out);
    assert!(run.err.contains("warning[no-pairs]"), "what check says about it is said at once: {}", run.err);
}

#[test]
fn a_copied_cohort_never_starts_in_the_past() {
    let folder = Folder::new(BASE);
    let run = run(folder.path(), &["new", "cohort", "later", "--from", "spring", "--today", "2028-05-01"]);
    let words = "It starts on Thursday 2028-06-15, the first Thursday more than six weeks from today that";
    assert!(run.out.contains(words), "{}", run.out);
    assert!(read(&folder, "content/cohorts/later.toml").contains("start = 2028-06-15"));
    let spring = read(&folder, "content/cohorts/spring.toml").replace("weekly", "monthly");
    folder.write("content/cohorts/spring.toml", &spring);
    let run = self::run(folder.path(), &["new", "cohort", "next", "--from", "spring", "--today", "2027-01-01"]);
    assert!(run.out.contains("It starts on Thursday 2027-05-06, the first date of its rhythm after"), "{}", run.out);
}

#[test]
fn a_cohort_of_a_long_path_gets_more_sessions() {
    let folder = Folder::new("");
    run(folder.path(), &["new", "site", ".", "--today", "2026-07-01"]);
    made(&folder, &["cohort", "first"]);
    for module in ["four", "five", "six", "seven"] {
        made(&folder, &["module", module]);
        let path = format!("content/topics/ai-assistants/{module}.md");
        folder.write(&path, &read(&folder, &path).replace("optional = true\n", ""));
        for cohort in ["first", "2026-summer"] {
            let _ = fs::remove_file(folder.path().join(format!("content/cohorts/{cohort}.toml")));
            let _ = fs::remove_file(folder.path().join(format!("content/cohorts/{cohort}.md")));
        }
    }
    let run = made(&folder, &["cohort", "long"]);
    assert!(run.out.contains("Its plan has 2 working sessions more"), "{}", run.out);
}

#[test]
fn what_is_wrong_is_refused_and_named() {
    let folder = Folder::new(BASE);
    let bad = "\"Bad Id\" cannot be an id: use lower-case letters, digits and single hyphens, at most 64 characters";
    for kind in ["topic", "module", "programme", "cohort", "factor", "page"] {
        refused(&folder, &[kind, "Bad Id"], bad);
        refused(&folder, &[kind, "../up"], "cannot be an id");
        refused(&folder, &[kind, "good", "--from", "nothing-like-it"], "\"");
    }
    refused(&folder, &["topic", "ads"], "content/topics/ads/index.md is there already");
    refused(&folder, &["module", "first"], "content/topics/ads/first.md is there already");
    refused(&folder, &["module", "index"], "a module cannot be called \"index\"");
    refused(&folder, &["cohort", "spring"], "content/cohorts/spring.toml is there already");
    refused(&folder, &["module", "x", "--in", "adds"], "there is no topic \"adds\"; did you mean \"ads\"?");
    refused(
        &folder,
        &["module", "x", "--from", "ads/frist"],
        "there is no module \"ads/frist\"; did you mean \"ads/first\"?",
    );
    refused(&folder, &["cohort", "x", "--from", "sprng"], "there is no cohort \"sprng\"; did you mean \"spring\"?");
    refused(&folder, &["topic", "x", "--from", "add"], "there is no topic \"add\"");
    refused(&folder, &["page", "x", "--from", "y"], "there is no page \"y\"; this handbook has none yet");
    refused(&folder, &["topic", "x", "--in", "ads"], "unexpected argument");
    folder.write("content/cohorts/broken.toml", "title = \"Broken\"\n");
    refused(&folder, &["cohort", "x", "--from", "broken"], "cohort \"broken\" has errors");
    folder.write("site.toml", "[sight]\n");
    refused(&folder, &["page", "x"], "site.toml has errors");
    refused(&Folder::new(""), &["page", "x"], "there is no site.toml");
}
