//! `leitfaden new site`: a small handbook that works.

use std::process::ExitCode;

use anyhow::{Result, bail};
use jiff::civil::Date;

use super::super::arguments::{Everywhere, NewSite};
use super::super::schema::{KINDS, SchemaKind, files};
use super::Draft;
use super::season;
use super::wording::{Wording, is_spoken};
use crate::disk;
use crate::locale::{Locale, has_built_in};

/// The folder with the schemas that `.taplo.toml` names.
const SCHEMAS: &str = ".leitfaden/schemas";

/// The files of data of the starter, each with its template; `COHORT` is for the id of its cohort.
const DATA: [(&str, &str); 6] = [
    (".gitignore", include_str!("../../starter/gitignore")),
    ("site.toml", include_str!("../../starter/site.toml")),
    ("content/programmes/reverse-mentoring.toml", include_str!("../../starter/programme.toml")),
    ("content/cohorts/COHORT.toml", include_str!("../../starter/cohort.toml")),
    ("content/glossary.toml", include_str!("../../starter/glossary.toml")),
    ("private/people/COHORT.toml", include_str!("../../starter/people.toml")),
];

/// The pages of the starter.
const PAGES: [(&str, &str); 6] = [
    ("content/cohorts/COHORT.md", include_str!("../../starter/welcome.md")),
    ("content/index.md", include_str!("../../starter/index.md")),
    ("content/topics/ai-assistants/index.md", include_str!("../../starter/topic/index.md")),
    ("content/topics/ai-assistants/first-steps.md", include_str!("../../starter/topic/first-steps.md")),
    ("content/topics/ai-assistants/daily-work.md", include_str!("../../starter/topic/daily-work.md")),
    ("content/topics/ai-assistants/house-rules.md", include_str!("../../starter/topic/house-rules.md")),
];

/// The session templates of the starter, by id.
pub(super) const SESSIONS: [(&str, &str); 3] = [
    ("kickoff", include_str!("../../starter/sessions/kickoff.toml")),
    ("working", include_str!("../../starter/sessions/working.toml")),
    ("closing", include_str!("../../starter/sessions/closing.toml")),
];

pub(super) fn run(everywhere: &Everywhere, options: &NewSite) -> Result<ExitCode> {
    let languages = languages(&options.language)?;
    let draft = handbook(&languages, everywhere.today())?;
    disk::add_handbook(&options.dir, &draft.files)?;
    if everywhere.quiet {
        return Ok(ExitCode::SUCCESS);
    }
    for file in &draft.files {
        anstream::println!("new  {}", options.dir.join(file.path.as_str()).display());
    }
    for tag in languages.iter().filter(|tag| !is_spoken(tag)) {
        anstream::println!("There are no starter texts in \"{tag}\" yet: they are in English, for you to translate.");
    }
    anstream::println!("Look at it: leitfaden --root {} serve --open", options.dir.display());
    Ok(ExitCode::SUCCESS)
}

/// The languages as tags, without repeats.
fn languages(written: &[String]) -> Result<Vec<Locale>> {
    let mut tags: Vec<Locale> = Vec::new();
    for text in written {
        let Some(tag) = Locale::parse(text.trim()) else {
            bail!("--language takes tags such as de-CH or en, found \"{text}\"");
        };
        if !has_built_in(&tag) {
            bail!("there are no interface texts in \"{tag}\"; choose from en, de, de-CH, fr and it");
        }
        if !tags.contains(&tag) {
            tags.push(tag);
        }
    }
    Ok(tags)
}

fn handbook(languages: &[Locale], today: Date) -> Result<Draft> {
    let start = season::start(today, |_| false);
    let cohort = season::id(start, languages[0].primary());
    let wording = wording(languages, start).with("cohort", cohort.as_str());
    let mut draft = Draft::default();
    draft.add("README.md", wording.letter(include_str!("../../starter/readme.md")));
    for (path, template) in DATA {
        draft.add(path.replace("COHORT", &cohort), wording.data(template));
    }
    for (id, template) in SESSIONS {
        draft.add(format!("content/sessions/{id}.toml"), wording.data(template));
    }
    for (path, template) in PAGES {
        draft.add_pages(&wording, &path.replace("COHORT", &cohort), template);
    }
    add_schemas(&mut draft)?;
    Ok(draft)
}

/// What the templates of a handbook leave open but the id of its cohort.
fn wording(languages: &[Locale], start: Date) -> Wording {
    let [christmas, boxing, new_year] = season::winter_holidays(start);
    let tags: Vec<String> = languages.iter().map(|tag| format!("\"{tag}\"")).collect();
    Wording::new(languages.to_vec())
        .with("zone", zone(&languages[0]))
        .with("cohort-zone", "")
        .with("plan", "")
        .with("default", languages[0].as_str())
        .with("languages", tags.join(", "))
        .with("christmas", christmas.to_string())
        .with("boxing", boxing.to_string())
        .with("newyear", new_year.to_string())
        .with("pairs", include_str!("../../starter/pair.toml"))
        .with("title", season::title(start))
        .with("programme", "reverse-mentoring")
        .with("topic", "ai-assistants")
        .with("topics", "\"ai-assistants\"")
        .with("sessions", "\"kickoff\", \"working\", \"working\", \"closing\"")
        .with("start", start.to_string())
}

/// The time zone most likely meant by authors who write in this language.
pub(super) fn zone(tag: &Locale) -> &'static str {
    match (tag.as_str(), tag.primary()) {
        ("de-CH" | "fr-CH" | "it-CH" | "de-LI", _) => "Europe/Zurich",
        ("de-AT", _) => "Europe/Vienna",
        ("fr-BE", _) => "Europe/Brussels",
        ("en-US", _) => "America/New_York",
        (_, "de") => "Europe/Berlin",
        (_, "fr") => "Europe/Paris",
        (_, "it") => "Europe/Rome",
        _ => "Europe/London",
    }
}

/// The schemas of all data files, and the file that tells editors which is whose.
fn add_schemas(draft: &mut Draft) -> Result<()> {
    let kinds: Vec<&SchemaKind> = KINDS.iter().filter(|kind| kind.toml_files().next().is_some()).collect();
    let mut rules = String::new();
    for kind in &kinds {
        let patterns: Vec<String> = kind.toml_files().map(|pattern| format!("\"{pattern}\"")).collect();
        let (patterns, file) = (patterns.join(", "), kind.file_name());
        rules += &format!("[[rule]]\ninclude = [{patterns}]\n\n[rule.schema]\npath = \"{SCHEMAS}/{file}\"\n\n");
    }
    draft.add(".taplo.toml", format!("{}\n", rules.trim_end()));
    for (name, contents) in files(&kinds)? {
        draft.add(format!("{SCHEMAS}/{name}"), contents);
    }
    Ok(())
}
