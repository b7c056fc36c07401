//! `leitfaden new cohort`: the next run of a programme, from a template or from the last one.

use anyhow::{Context, Result, bail};
use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use super::super::arguments::NewInTopic;
use super::site::zone;
use super::{Draft, Project, no_such, season};
use crate::calendar::{Blocked, Period, Rhythm};
use crate::document::cohort::SkipToml;
use crate::document::template::TemplateKind;
use crate::handbook::Id;
use crate::handbook::cohort::Cohort;
use crate::handbook::programme::Programme;
use crate::handbook::template::Template;

/// What belongs to one run alone (interface.md, "Commands"): people, exceptions and what follows from old dates.
const NOT_COPIED: [&str; 6] = ["pair", "session", "change", "published", "end", "status"];

/// A plan has at most this many sessions (model.md §8).
const MOST_SESSIONS: usize = 20;

pub(super) fn draft(project: &Project, options: &NewInTopic, today: Date) -> Result<Draft> {
    let id = options.part.id.as_str();
    project.check_free(id, &format!("content/cohorts/{id}.toml"))?;
    let topic = options.topic.as_deref();
    if let Some(topic) = topic
        && !project.ids("content/topics/", "/index.md").any(|own| own == topic)
    {
        return Err(no_such("topic", topic, project.ids("content/topics/", "/index.md")));
    }
    let mut draft = match &options.part.from {
        Some(old) => {
            let (cohort, start) = next_run(project, old, today)?;
            with_room(project, plan_of(project, cohort), |plan| copy(project, id, (cohort, start), topic, plan))?
        }
        None => {
            let (programme, topic) = offer(project, topic)?;
            let make = |plan: Option<&[String]>| Ok(from_template(project, id, (programme, topic), today, plan));
            with_room(project, programme.plan.clone().unwrap_or_default(), make)?
        }
    };
    let people = project.handbook().config.people_folder();
    draft.say(format!("Next: add its [[pair]] tables, and the people to {people}/{id}.toml."));
    Ok(draft)
}

/// The draft with as many more working sessions as the modules need, if that is what they need.
///
/// The plan of a programme is made for its shortest path; the topic of a new cohort may be longer.
fn with_room(
    project: &Project,
    plan: Vec<Id<Template>>,
    make: impl Fn(Option<&[String]>) -> Result<Draft>,
) -> Result<Draft> {
    let usual = make(None)?;
    let templates = &project.handbook().templates;
    let working = plan.iter().rposition(|&id| templates[id].kind == TemplateKind::Working);
    let (true, Some(working)) = (project.has_errors_with(&usual), working) else { return Ok(usual) };
    let mut ids: Vec<String> = plan.iter().map(|&id| templates[id].id.to_string()).collect();
    for more in 1..=MOST_SESSIONS.saturating_sub(plan.len()) {
        ids.insert(working, ids[working].clone());
        let mut longer = make(Some(&ids))?;
        if !project.has_errors_with(&longer) {
            longer.say(format!("Its plan has {more} working sessions more: the modules would not fit in otherwise."));
            return Ok(longer);
        }
    }
    Ok(usual)
}

fn plan_of(project: &Project, cohort: &Cohort) -> Vec<Id<Template>> {
    let templates = &project.handbook().templates;
    let own = cohort.toml.plan.as_ref().map(|plan| {
        let found = plan.iter().filter_map(|id| templates.entries().find(|(_, own)| *own.id == **id));
        found.map(|(id, _)| id).collect()
    });
    own.or_else(|| project.handbook().programmes[cohort.programme].plan.clone()).unwrap_or_default()
}

fn from_template(
    project: &Project,
    id: &str,
    (programme, topic): (&Programme, &str),
    today: Date,
    plan: Option<&[String]>,
) -> Draft {
    let handbook = project.handbook();
    let blocked = Blocked::new(holidays(project));
    let start = season::start(today, |day| blocked.is_blocked(day));
    let wording = project.wording();
    let zone = match &handbook.config.time_zone {
        Some(_) => String::new(),
        None => format!("time_zone = \"{}\"", zone(wording.author())),
    };
    let wording = wording
        .with("pairs", include_str!("../../starter/no-pair.toml"))
        .with("title", season::title(start))
        .with("programme", &*programme.id)
        .with("topic", topic)
        .with("start", start.to_string())
        .with("cohort-zone", zone)
        .with("plan", plan.map_or_else(String::new, |ids| format!("plan = {}", quoted_list(ids))))
        .with("cohort", id);
    let mut draft = Draft::default();
    draft.add(format!("content/cohorts/{id}.toml"), wording.data(include_str!("../../starter/cohort.toml")));
    let welcome = format!("content/cohorts/{id}.md");
    draft.add_pages(&wording, &welcome, include_str!("../../starter/welcome.md"));
    draft.say(format!(
        "It runs programme \"{}\" on topic \"{topic}\" and starts on {}.",
        programme.id,
        in_words(start)
    ));
    draft
}

fn quoted_list(ids: &[String]) -> String {
    let ids: Vec<String> = ids.iter().map(|id| format!("\"{id}\"")).collect();
    format!("[{}]", ids.join(", "))
}

/// The programme that offers the topic, or the first one with its first topic.
fn offer<'p>(project: &'p Project, topic: Option<&'p str>) -> Result<(&'p Programme, &'p str)> {
    let handbook = project.handbook();
    let offers = |programme: &'p Programme| {
        let mut topics = programme.topics.iter().map(|&id| &*handbook.topics[id].id);
        let found = topics.find(|own| topic.is_none_or(|topic| *own == topic))?;
        Some((programme, found))
    };
    match (handbook.programmes.iter().find_map(offers), topic) {
        (Some(found), _) => Ok(found),
        (None, Some(topic)) => bail!("no programme offers topic \"{topic}\": add it to topics in content/programmes/"),
        (None, None) => bail!("there is no sound programme yet: begin with leitfaden new programme NAME"),
    }
}

fn holidays(project: &Project) -> Vec<Period> {
    project.handbook().config.holidays.iter().map(|holiday| holiday.period).collect()
}

/// A cohort without errors, its last day, and the day on which it can start again.
fn next_run<'p>(project: &'p Project, old: &str, today: Date) -> Result<(&'p Cohort, NextRun)> {
    if let Some(cohort) = project.handbook().cohorts.iter().find(|cohort| *cohort.id == *old) {
        return Ok((cohort, next_start(project, cohort, today)?));
    }
    if project.source(&format!("content/cohorts/{old}.toml")).is_some() {
        bail!("cohort \"{old}\" has errors, so nobody knows when it ends; leitfaden check names them");
    }
    Err(no_such("cohort", old, project.ids("content/cohorts/", ".toml")))
}

/// When a cohort ends and when the next one starts.
#[derive(Clone, Copy)]
struct NextRun {
    /// The last session of the cohort, if that is still to come.
    last: Option<Date>,
    start: Date,
}

fn copy(
    project: &Project,
    id: &str,
    (cohort, NextRun { last, start }): (&Cohort, NextRun),
    topic: Option<&str>,
    plan: Option<&[String]>,
) -> Result<Draft> {
    let (handbook, old) = (project.handbook(), &cohort.id);
    let mut sheet = project.sheet(cohort.file.path().as_str())?;
    let mut left_out: Vec<String> = sheet.remove(&NOT_COPIED).into_iter().map(str::to_owned).collect();
    let waivers = sheet.remove_tables("waive", |waiver| waiver.contains_key("pair"));
    left_out.extend((waivers > 0).then(|| "waive of single pairs".to_owned()));
    let skipped = cohort.toml.skip.iter().map(period).enumerate();
    let over: Vec<usize> = skipped.filter(|(_, period)| period.to < start).map(|(position, _)| position).collect();
    sheet.remove_entries("skip", &over);
    left_out.extend((!over.is_empty()).then(|| "what is over in skip".to_owned()));
    sheet.set("start", start.to_string().parse::<toml_edit::Datetime>().context("a date is a date of TOML")?);
    if let Some(topic) = topic.or(cohort.toml.topic.is_none().then(|| &*handbook.topics[cohort.topics[0]].id)) {
        sheet.set("topic", topic);
    }
    if let Some(plan) = plan {
        sheet.set("plan", plan.iter().collect::<toml_edit::Array>());
    }
    let mut draft = Draft::default();
    let people = |cohort: &str| format!("{}/{cohort}.toml", handbook.config.people_folder());
    // A comment may say where the people are.
    draft.add(format!("content/cohorts/{id}.toml"), sheet.text().replace(&people(old), &people(id)));
    project.copy_pages(&mut draft, &format!("content/cohorts/{old}"), &format!("content/cohorts/{id}"), |_| {})?;
    let day = weekday(start);
    let after = match last {
        Some(last) => format!("after the last session of \"{old}\" ({last})"),
        None => "more than six weeks from today".to_owned(),
    };
    let which = match steps(cohort) {
        Rhythm::Monthly => "date of its rhythm".to_owned(),
        Rhythm::Weeks(_) => day.to_string(),
    };
    draft.say(format!("It starts on {}, the first {which} {after} that is not blocked.", in_words(start)));
    if !left_out.is_empty() {
        draft.say(format!("Left out, for it belongs to \"{old}\" alone: {}.", left_out.join(", ")));
    }
    draft.say(format!("Change its title: it is still called like \"{old}\"."));
    Ok(draft)
}

/// So many days after today a run begins at the earliest, if the last one is over: people have to be found first.
const DAYS_TO_PREPARE: i64 = 42;

/// The first day after the cohort's last session on which its sessions may be.
fn next_start(project: &Project, cohort: &Cohort, today: Date) -> Result<NextRun> {
    let skipped = cohort.toml.skip.iter().map(period);
    let blocked = Blocked::new(holidays(project).into_iter().chain(skipped).collect());
    let first = cohort.toml.start.0;
    let last = cohort.sessions.iter().map(|session| session.date).max().unwrap_or(first);
    let is_over = last < today;
    let after = if is_over { today.saturating_add(DAYS_TO_PREPARE.days()) } else { last };
    let days = (1..).map_while(|step| steps(cohort).date(first, step));
    let mut free = days.filter(|day| *day > after && !blocked.is_blocked(*day));
    let start = free.next().with_context(|| format!("there is no free day after {after}"))?;
    Ok(NextRun { last: Some(last).filter(|_| !is_over), start })
}

/// From one day on which a cohort may begin to the next: its weekday, and its week of the month if it meets monthly.
fn steps(cohort: &Cohort) -> Rhythm {
    match Rhythm::parse(&cohort.toml.rhythm) {
        Some(Rhythm::Monthly) => Rhythm::Monthly,
        Some(Rhythm::Weeks(_)) | None => Rhythm::Weeks(1),
    }
}

fn period(skip: &SkipToml) -> Period {
    match skip {
        SkipToml::Day(day) => Period { from: day.0, to: day.0 },
        SkipToml::Period(period) => Period { from: period.from.0, to: period.to.0 },
    }
}

fn in_words(day: Date) -> String {
    format!("{} {day}", weekday(day))
}

fn weekday(day: Date) -> &'static str {
    match day.weekday() {
        Weekday::Monday => "Monday",
        Weekday::Tuesday => "Tuesday",
        Weekday::Wednesday => "Wednesday",
        Weekday::Thursday => "Thursday",
        Weekday::Friday => "Friday",
        Weekday::Saturday => "Saturday",
        Weekday::Sunday => "Sunday",
    }
}
