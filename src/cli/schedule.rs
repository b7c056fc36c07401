//! `leitfaden schedule`: dates, modules and agendas in the terminal.

use std::fmt::Write as _;
use std::process::ExitCode;

use anyhow::{Result, bail};

use super::arguments::{Everywhere, Format, Schedule, ScheduleFormat};
use super::common::{Notes, exit_code, finish, language, print_json, show};
use super::schedule_json::Reader;
use crate::diagnostics::nearest;
use crate::document::{Content, Document};
use crate::handbook::Handbook;
use crate::handbook::cohort::Cohort;
use crate::handbook::session::Session;
use crate::locale::Formats;
use crate::pipeline::Loaded;

pub(super) fn run(everywhere: &Everywhere, options: &Schedule) -> Result<ExitCode> {
    let loaded = everywhere.load(&everywhere.settings())?;
    let language = language(&loaded, options.language.as_deref())?;
    let diagnostics = finish(&loaded, &loaded.report);
    // Standard output is the schedule; what is wrong is said beside it.
    show(everywhere, &loaded, Format::Human, &diagnostics, Notes::Counted)?;
    if let (Some(handbook), Some(language)) = (&loaded.handbook, language) {
        let interface = &loaded.interfaces[language.index()];
        let reader = Reader { handbook, language, texts: &interface.texts, topic: options.topic.as_deref() };
        let cohorts = chosen(handbook, &loaded, options)?;
        match options.format {
            ScheduleFormat::Json => print_json(&reader.document(cohorts))?,
            ScheduleFormat::Table => {
                let tables: Vec<String> =
                    cohorts.iter().map(|cohort| table(&reader, &interface.formats, cohort)).collect();
                anstream::print!("{}", tables.join("\n"));
            }
        }
    } else if options.format == ScheduleFormat::Json {
        anstream::println!("{{ \"cohorts\": [] }}");
    }
    Ok(exit_code(&diagnostics))
}

/// The cohorts that are asked for: one, those with a topic, or all.
fn chosen<'h>(handbook: &'h Handbook, loaded: &Loaded, options: &Schedule) -> Result<Vec<&'h Cohort>> {
    check_topic(handbook, options)?;
    let Some(wanted) = &options.cohort else {
        let has = |cohort: &&Cohort, topic: &str| cohort.topics.iter().any(|&id| *handbook.topics[id].id == *topic);
        let topic = options.topic.as_deref();
        let found = handbook.cohorts.iter().filter(|cohort| topic.is_none_or(|topic| has(cohort, topic)));
        let found: Vec<&Cohort> = found.collect();
        if let (Some(topic), []) = (topic, found.as_slice()) {
            anstream::eprintln!("no cohort has topic \"{topic}\"");
        }
        return Ok(found);
    };
    let found: Vec<&Cohort> = handbook.cohorts.iter().filter(|cohort| *cohort.id == **wanted).collect();
    let path = format!("content/cohorts/{wanted}.toml");
    // A cohort that is there but has errors is no wrong usage.
    let document = loaded.documents.iter().find(|document| document.file.path().as_str() == path);
    if let (true, Some(document)) = (found.is_empty(), document) {
        anstream::eprintln!("{}", why_missing(wanted, document));
    }
    if found.is_empty() && document.is_none() {
        let near = nearest(wanted, handbook.cohorts.iter().map(|cohort| &*cohort.id));
        let near = near.map_or_else(String::new, |near| format!("; did you mean \"{near}\"?"));
        bail!("there is no cohort \"{wanted}\"{near}");
    }
    if let (Some(topic), [cohort]) = (&options.topic, found.as_slice()) {
        let own: Vec<&str> = cohort.topics.iter().map(|&id| &*handbook.topics[id].id).collect();
        if !own.contains(&topic.as_str()) {
            bail!("cohort \"{wanted}\" has no topic \"{topic}\"; it has {}", own.join(", "));
        }
    }
    Ok(found)
}

/// Why a cohort that is there has no schedule.
fn why_missing(cohort: &str, document: &Document) -> String {
    match &document.content {
        Content::Cohort(toml) if toml.draft => {
            format!("cohort \"{cohort}\" is a draft and has no schedule until draft = true is taken out")
        }
        _ => format!("cohort \"{cohort}\" has no schedule; the messages say why"),
    }
}

fn check_topic(handbook: &Handbook, options: &Schedule) -> Result<()> {
    let Some(wanted) = &options.topic else { return Ok(()) };
    if handbook.topics.iter().any(|topic| *topic.id == **wanted) {
        return Ok(());
    }
    let near = nearest(wanted, handbook.topics.iter().map(|topic| &*topic.id));
    let near = near.map_or_else(String::new, |near| format!("; did you mean \"{near}\"?"));
    bail!("there is no topic \"{wanted}\"{near}")
}

fn table(reader: &Reader<'_>, formats: &Formats, cohort: &Cohort) -> String {
    let mut out = String::new();
    let language = reader.language;
    writeln!(out, "{} ({})", cohort.title.get(language), cohort.id).expect("writing to a string does not fail");
    for session in &cohort.sessions {
        session_table(&mut out, reader, formats, session).expect("writing to a string does not fail");
    }
    out
}

fn session_table(out: &mut String, reader: &Reader<'_>, formats: &Formats, session: &Session) -> std::fmt::Result {
    let when = formats.session(session.date, session.start.time(), session.end.time());
    let title = session.title.get(reader.language);
    let cancelled = if session.cancelled {
        let state = reader.texts.get("session-state-cancelled").unwrap_or_default();
        format!(" [{state}]")
    } else {
        String::new()
    };
    writeln!(out, "\n{:>2}  {when}  {title}{cancelled}", session.number)?;
    let topics = session
        .topics
        .iter()
        .filter(|topic| reader.topic.is_none_or(|wanted| *reader.handbook.topics[topic.topic].id == *wanted));
    for topic in topics {
        if session.topics.len() > 1 {
            writeln!(out, "    {}", reader.handbook.topics[topic.topic].title.get(reader.language))?;
        }
        for row in &topic.agenda {
            let role = reader.texts.get(&format!("role-{}", crate::plan::lead_word(row.lead))).unwrap_or_default();
            let start = formats.time(row.start);
            writeln!(out, "    {start:>5}  {:>3}  {}  ({role})", row.minutes, reader.row_title(row))?;
        }
        for &module in &topic.self_study_after {
            let label = reader.texts.get("label-self-study").unwrap_or_default();
            let module = &reader.handbook.modules[module];
            writeln!(out, "           {label}: {}", module.title.get(reader.language))?;
        }
    }
    Ok(())
}
