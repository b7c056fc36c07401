//! The program as people and other programs run it (interface.md).

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::time::{Duration, SystemTime};

use serde_json::json;

use crate::harness::BASE;
use crate::program::{Folder, files_below, finish, program, run};

fn base() -> Folder {
    Folder::new(BASE)
}

/// The base handbook with a mistake in it.
fn broken() -> Folder {
    let folder = base();
    folder.write(
        "content/topics/ads/index.md",
        "+++\ntitel = \"Ads\"\nsummary = \"How.\"\nmodules = [\"first\", \"second\"]\n+++\n",
    );
    folder
}

#[test]
fn exit_codes() {
    let (sound, broken, empty) = (base(), broken(), Folder::new(""));
    for command in ["check", "build", "schedule"] {
        assert_eq!(run(sound.path(), &[command]).code, 0, "{command} of a sound handbook");
        assert_eq!(run(broken.path(), &[command]).code, 1, "{command} of a broken handbook");
        assert_eq!(run(empty.path(), &[command]).code, 2, "{command} without a handbook");
    }
    for wrong in [&["bild"][..], &["check", "--langauge", "en"], &["check", "--today", "tomorrow"], &[]] {
        assert_eq!(run(sound.path(), wrong).code, 2, "{wrong:?}");
    }
    assert_eq!(run(sound.path(), &["explain", "unknown-key"]).code, 0);
    assert_eq!(run(sound.path(), &["explain", "unknown-kee"]).code, 2);
}

#[test]
fn strict_takes_warnings_for_errors() {
    let folder = base();
    folder.write("content/notes.odt", "x");
    assert_eq!(run(folder.path(), &["check"]).code, 0);
    assert_eq!(run(folder.path(), &["check", "--strict"]).code, 1);
    assert_eq!(run(folder.path(), &["build", "--strict"]).code, 1);
    assert!(!folder.has("public"));
}

#[test]
fn a_language_that_the_site_does_not_have() {
    let folder = base();
    for command in ["check", "schedule"] {
        let run = run(folder.path(), &[command, "--language", "fr"]);
        assert_eq!(run.code, 2, "{command}");
        assert_eq!((run.out.as_str(), run.err.contains("\"fr\"")), ("", true), "{command}: {}", run.err);
    }
}

#[test]
fn a_cohort_or_a_topic_that_does_not_exist() {
    let folder = base();
    assert_eq!(run(folder.path(), &["schedule", "sprig"]).code, 2);
    assert_eq!(run(folder.path(), &["schedule", "--topic", "adds"]).code, 2);
    assert_eq!(run(folder.path(), &["schedule", "spring", "--topic", "ads"]).code, 0);
}

#[test]
fn the_handbook_is_found_from_a_folder_in_it() {
    let folder = base();
    assert_eq!(run(&folder.path().join("content/topics/ads"), &["check"]).code, 0);
    let elsewhere = Folder::new("");
    let root = folder.path().to_str().unwrap();
    assert_eq!(run(elsewhere.path(), &["check", "--root", root]).code, 0);
    assert_eq!(run(elsewhere.path(), &["check", "--root", "nowhere"]).code, 2);
}

#[test]
fn today_is_what_is_said() {
    let folder = base();
    folder.write(
        "content/topics/ads/index.md",
        "+++\ntitle = \"Ads\"\nsummary = \"How.\"\nmodules = [\"first\", \"second\"]\nreviewed = 2025-01-01\n+++\n",
    );
    let warnings =
        |today: &str| run(folder.path(), &["check", "--format", "json", "--today", today]).json()["warnings"].clone();
    assert_eq!(warnings("2026-07-01"), 0);
    assert_eq!(warnings("2026-07-02"), 1);
}

#[test]
fn messages_go_to_standard_error() {
    let folder = broken();
    let run = run(folder.path(), &["check"]);
    assert_eq!(run.out, "");
    assert!(run.err.starts_with("error[unknown-key]: unknown key \"titel\" in topic\n"), "{}", run.err);
    assert!(run.err.contains("--> content/topics/ads/index.md:2:1\n"), "{}", run.err);
    assert!(run.err.contains("= help: did you mean \"title\"?\n"), "{}", run.err);
    assert!(run.err.ends_with("1 error\n"), "{}", run.err);
}

#[test]
fn colours_only_when_they_are_wanted() {
    let folder = broken();
    let has_colours = |arguments: &[&str]| run(folder.path(), arguments).err.contains('\u{1b}');
    assert!(!has_colours(&["check"]));
    assert!(!has_colours(&["check", "--color", "never"]));
    assert!(has_colours(&["check", "--color", "always"]));
    let mut command = program(folder.path(), &["check", "--color", "auto"]);
    command.env("NO_COLOR", "1");
    assert!(!finish(command).err.contains('\u{1b}'));
}

#[test]
fn quiet_says_only_what_is_wrong() {
    let sound = base();
    for command in ["check", "build"] {
        let run = run(sound.path(), &[command, "--quiet"]);
        assert_eq!((run.code, run.out.as_str(), run.err.as_str()), (0, "", ""), "{command}");
    }
    let run = run(broken().path(), &["check", "--quiet"]);
    assert!(run.err.contains("error[unknown-key]") && !run.err.contains("1 error"), "{}", run.err);
}

#[test]
fn short_messages_are_one_line_each() {
    let run = run(broken().path(), &["check", "--format", "short"]);
    let first = run.err.lines().next().unwrap();
    assert_eq!(first, "content/topics/ads/index.md:2:1: error[unknown-key]: unknown key \"titel\" in topic");
}

#[test]
fn the_document_of_check() {
    let folder = broken();
    folder.write("content/notes.odt", "x");
    let run = run(folder.path(), &["check", "--format", "json"]);
    assert_eq!((run.code, run.err.as_str()), (1, ""));
    let mut document = run.json();
    assert!(document["cohorts"].is_array(), "cohorts belong to the document of check: {document}");
    document.as_object_mut().unwrap().remove("cohorts");
    assert_eq!(
        document,
        json!({
            "diagnostics": [
                {
                    "severity": "warning", "code": "stray-file",
                    "message": "\"content/notes.odt\" belongs to no kind of page and is not published",
                    "path": "content/notes.odt", "line": 1, "column": 1, "end_line": 1, "end_column": 1,
                    "help": [
                        "rename the file or move it to the folder of its kind. What should be copied as it is belongs \
                         into static/; what should not be here, away"
                    ],
                    "notes": [], "labels": [], "edit": null,
                },
                {
                    "severity": "error", "code": "unknown-key", "message": "unknown key \"titel\" in topic",
                    "path": "content/topics/ads/index.md", "line": 2, "column": 1, "end_line": 2, "end_column": 6,
                    "help": ["did you mean \"title\"?"], "notes": [], "labels": [],
                    "edit": { "path": "content/topics/ads/index.md", "start": 4, "end": 9, "replacement": "title" },
                },
            ],
            "errors": 1, "warnings": 1, "notes": 0,
        })
    );
}

#[test]
fn the_document_of_schedule() {
    let run = run(base().path(), &["schedule", "--format", "json"]);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    let row = |start: &str, end: &str, minutes: u32, title: &str, lead: &str, kind: &str, module: Option<&str>| {
        json!({
            "start": start, "end": end, "minutes": minutes,
            "title": title, "lead": lead, "kind": kind, "module": module,
        })
    };
    let nothing = json!({ "mentor": [], "mentee": [], "organiser": [], "sponsor": [] });
    assert_eq!(
        run.json(),
        json!({ "cohorts": [{
            "id": "spring", "title": "Spring", "programme": "swap", "time_zone": "Europe/Zurich", "dropped": [],
            "sessions": [
                {
                    "number": 1, "key": "s1", "template": "open", "kind": "kickoff", "title": "Opening",
                    "start": "2027-03-04T13:30:00+01:00", "end": "2027-03-04T14:30:00+01:00", "minutes": 60,
                    "status": "planned", "revision": 0, "capacity": 60, "place": null,
                    "topics": { "ads": {
                        "modules": ["first", "second"], "slack_minutes": 15, "self_study_after": [],
                        "goals": ["Explain an ad", "Set up an ad"], "prepare": nothing,
                        "agenda": [
                            row("13:30", "13:50", 20, "First", "mentor", "module", Some("first")),
                            row("13:50", "14:15", 25, "Second", "mentor", "module", Some("second")),
                            row("14:15", "14:30", 15, "Practice and open questions", "both", "practice", None),
                        ],
                    } },
                },
                {
                    "number": 2, "key": "s2", "template": "close", "kind": "closing", "title": "Closing",
                    "start": "2027-03-11T13:30:00+01:00", "end": "2027-03-11T14:30:00+01:00", "minutes": 60,
                    "status": "planned", "revision": 0, "capacity": 0, "place": null,
                    "topics": { "ads": {
                        "modules": [], "slack_minutes": 0, "self_study_after": [], "goals": [], "prepare": nothing,
                        "agenda": [row("13:30", "14:30", 60, "Review", "both", "review", None)],
                    } },
                },
            ],
            "pairs": [{ "id": "p1", "mentor": "Mentor 1", "mentee": "Mentee 1", "topic": "ads" }],
            "milestones": [],
        }] })
    );
}

#[test]
fn a_cohort_with_an_error_is_missing_from_the_document() {
    let folder = base();
    folder.write("content/cohorts/broken.toml", "title = \"Broken\"\n");
    let run = run(folder.path(), &["schedule", "--format", "json"]);
    let document = run.json();
    let ids: Vec<_> = document["cohorts"].as_array().unwrap().iter().map(|cohort| cohort["id"].clone()).collect();
    assert_eq!((run.code, ids), (1, vec![json!("spring")]));
    assert!(run.err.contains("error[missing-key]"), "{}", run.err);
}

#[test]
fn standard_output_is_one_document_even_without_a_site() {
    let folder = base();
    folder.write("site.toml", "[site\n");
    for command in ["check", "build", "schedule"] {
        let run = run(folder.path(), &[command, "--format", "json"]);
        assert_eq!(run.code, 1, "{command}");
        assert!(run.json().is_object(), "{command}");
    }
}

#[test]
fn private_values_are_not_quoted_with_the_line_they_stand_in() {
    let folder = base();
    folder.write("private/people/spring.toml", "[m1]\nname = \"Xaverine\"\nlevel = 7\n\n[e1]\nname = Quirinius\n");
    for format in ["human", "short", "json"] {
        let run = run(folder.path(), &["check", "--format", format]);
        assert_eq!(run.code, 1);
        let said = run.out + &run.err;
        assert!(!said.contains("Quirinius") && !said.contains("Xaverine"), "{format}: {said}");
    }
}

#[test]
fn errors_write_nothing_and_leave_the_old_site() {
    let folder = broken();
    assert_eq!(run(folder.path(), &["build"]).code, 1);
    assert!(!folder.has("public"));
    let folder = base();
    run(folder.path(), &["build"]);
    let before = contents(&folder.path().join("public"));
    folder.write("content/sessions/open.toml", "title = 1\n");
    assert_eq!(run(folder.path(), &["build"]).code, 1);
    assert_eq!(contents(&folder.path().join("public")), before);
    let names: Vec<String> =
        fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    assert!(!names.iter().any(|name| name.starts_with(".public")), "nothing is left lying about: {names:?}");
}

#[test]
fn the_choice_of_colours_holds_for_help_and_wrong_usage_too() {
    let folder = base();
    let coloured = |arguments: &[&str]| {
        let run = run(folder.path(), arguments);
        (run.out + &run.err).contains('\u{1b}')
    };
    assert!(coloured(&["--color", "always", "build", "--help"]) && coloured(&["build", "--color=always", "--nothing"]));
    assert!(
        !coloured(&["--color=always", "--color", "never", "build", "--help"]) && !coloured(&["build", "--nothing"])
    );
}

#[test]
fn a_folder_of_somebody_else_is_not_touched() {
    let folder = base();
    folder.write("public/mine.txt", "mine");
    let run = run(folder.path(), &["build"]);
    assert_eq!(run.code, 2);
    assert!(run.err.starts_with("error[not-our-folder]: "), "{}", run.err);
    assert_eq!(contents(&folder.path().join("public")).len(), 1);
    let run = self::run(folder.path(), &["build", "--format", "json"]);
    let document: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    let diagnostic = &document["diagnostics"][0];
    assert_eq!((run.code, &diagnostic["code"]), (2, &json!("not-our-folder")));
    assert_eq!(diagnostic["path"], "public");
    assert_eq!(diagnostic["message"], "public is not empty and was not made by leitfaden");
}

#[test]
fn a_build_says_in_json_what_a_check_says() {
    let folder = base();
    let [build, check] = ["build", "check"].map(|command| run(folder.path(), &[command, "--format", "json"]));
    assert_eq!(build.out, check.out);
    assert_eq!(run(folder.path(), &["build"]).out.split(',').nth(1), Some(" 0 files written"));
    folder.write("static/one.txt", "x");
    assert_eq!(run(folder.path(), &["build"]).out.split(',').nth(1), Some(" 1 file written"));
}

#[test]
fn a_cohort_without_a_schedule_says_why() {
    let folder = base();
    let text = fs::read_to_string(folder.path().join("content/cohorts/spring.toml")).unwrap();
    folder.write("content/cohorts/spring.toml", &format!("draft = true\n{text}"));
    let draft = run(folder.path(), &["schedule", "spring"]);
    assert_eq!((draft.code, draft.out.as_str()), (0, ""));
    assert!(draft.err.contains("cohort \"spring\" is a draft"), "{}", draft.err);
    folder.write("content/cohorts/spring.toml", &text.replace("weekly", "often"));
    let broken = run(folder.path(), &["schedule", "spring"]);
    assert!(broken.err.contains("cohort \"spring\" has no schedule; the messages say why"), "{}", broken.err);
    folder.write("content/cohorts/spring.toml", &text);
    folder.write("content/topics/mail/index.md", "+++\ntitle = \"Mail\"\nsummary = \"How.\"\nmodules = [\"a\"]\n+++\n");
    folder.write("content/topics/mail/a.md", "+++\ntitle = \"A\"\nminutes = 9\nobjectives = [\"Write\"]\n+++\n");
    let other = run(folder.path(), &["schedule", "spring", "--topic", "mail"]);
    assert_eq!(other.code, 2);
    assert!(other.err.contains("cohort \"spring\" has no topic \"mail\"; it has ads"), "{}", other.err);
    let nobody = run(folder.path(), &["schedule", "--topic", "mail", "--format", "json"]);
    assert_eq!((nobody.code, &nobody.json()["cohorts"]), (0, &json!([])));
    assert!(nobody.err.contains("no cohort has topic \"mail\""), "{}", nobody.err);
    assert_eq!(run(folder.path(), &["schedule", "--topic", "ads"]).out, run(folder.path(), &["schedule"]).out);
}

#[test]
fn each_default_role_page_names_its_own_file() {
    let folder = base();
    fs::remove_file(folder.path().join("content/roles/mentee.md")).unwrap();
    let run = run(folder.path(), &["check"]);
    assert!(run.err.contains("write content/roles/mentee.md in your own words"), "{}", run.err);
}

#[test]
fn an_editor_and_an_address_that_are_none() {
    let folder = base();
    for wrong in [["--editor", "nothing"], ["--editor", "javascript:{path}"], ["--host", "nobody"]] {
        assert_eq!(run(folder.path(), &["serve", wrong[0], wrong[1]]).code, 2, "{wrong:?}");
    }
}

#[test]
fn the_site_never_goes_over_the_handbook() {
    let folder = base();
    for out in [".", "content", "content/out", "private"] {
        assert_eq!(run(folder.path(), &["build", "--out", out]).code, 2, "{out}");
    }
}

/// The files of a site with their contents.
fn contents(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    files_below(folder).into_iter().map(|(below, path)| (below, fs::read(path).unwrap())).collect()
}

#[test]
fn the_same_handbook_gives_the_same_bytes() {
    let folder = base();
    let elsewhere = Folder::new("");
    let build = |name: &str, from: &Path, settings: &[(&str, &str)]| {
        let out = elsewhere.path().join(name);
        let root = folder.path().to_str().unwrap();
        let mut command = program(from, &["build", "--root", root, "--out", out.to_str().unwrap()]);
        command.envs(settings.iter().copied());
        let run = finish(command);
        assert_eq!(run.code, 0, "{name}: {}", run.err);
        contents(&out)
    };
    let first = build("first", folder.path(), &[("RAYON_NUM_THREADS", "2")]);
    assert!(first.len() > 30, "{:?}", first.keys());
    let others = [
        ("again", folder.path(), [("RAYON_NUM_THREADS", "2"), ("LANG", "C")]),
        ("one-core", folder.path(), [("RAYON_NUM_THREADS", "1"), ("LANG", "C")]),
        ("other-zone", folder.path(), [("TZ", "Pacific/Auckland"), ("LANG", "de_CH.UTF-8")]),
        ("other-folder", elsewhere.path(), [("TZ", "America/New_York"), ("LC_ALL", "tr_TR.UTF-8")]),
    ];
    for (name, from, settings) in others {
        let other = build(name, from, &settings);
        assert_eq!(first.keys().collect::<Vec<_>>(), other.keys().collect::<Vec<_>>(), "{name}");
        for (path, contents) in &first {
            assert!(contents == &other[path], "{path} differs: {name}");
        }
    }
}

#[test]
fn the_day_of_the_build_is_in_no_file() {
    let folder = base();
    let build = |today: &str| {
        assert_eq!(run(folder.path(), &["build", "--today", today, "--out", today]).code, 0);
        contents(&folder.path().join(today))
    };
    assert!(build("2026-01-01") == build("2031-12-31"));
}

#[test]
fn unchanged_files_keep_their_time() {
    let folder = base();
    run(folder.path(), &["build"]);
    let site = folder.path().join("public");
    let long_ago = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000);
    for (_, path) in files_below(&site) {
        fs::File::options().write(true).open(path).unwrap().set_modified(long_ago).unwrap();
    }
    folder.write(
        "content/topics/ads/first.md",
        "+++\ntitle = \"First\"\nminutes = 20\nobjectives = [\"Explain an ad\"]\n+++\nNew.\n",
    );
    assert_eq!(run(folder.path(), &["build"]).code, 0);
    let time = |path: &str| fs::metadata(site.join(path)).unwrap().modified().unwrap();
    assert_eq!(time("glossary/index.html"), long_ago);
    assert!(time("topics/ads/first/index.html") > long_ago);
}

#[test]
fn pages_that_no_longer_exist_are_removed() {
    let folder = base();
    folder.write("content/faq.md", "# Questions\n");
    run(folder.path(), &["build"]);
    assert!(folder.has("public/faq/index.html"));
    fs::remove_file(folder.path().join("content/faq.md")).unwrap();
    run(folder.path(), &["build"]);
    assert!(!folder.has("public/faq"));
}
