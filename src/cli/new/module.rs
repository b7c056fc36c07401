//! `leitfaden new module`: a step at the end of a learning path.

use anyhow::{Result, bail};

use super::super::arguments::NewInTopic;
use super::edit::Sheet;
use super::{Draft, Project, no_such, words_of};
use crate::text::Source;

pub(super) fn draft(project: &Project, options: &NewInTopic) -> Result<Draft> {
    let id = options.part.id.as_str();
    let topic = topic(project, options)?;
    let path = format!("content/topics/{topic}/{id}.md");
    if id == "index" {
        bail!("a module cannot be called \"index\": that is the file of its topic");
    }
    project.check_free(id, &path)?;
    let required = with_need(project, options, topic, Need::Required)?;
    if !project.has_errors_with(&required) {
        return Ok(required);
    }
    let mut optional = with_need(project, options, topic, Need::Optional)?;
    if project.has_errors_with(&optional) {
        return Ok(required);
    }
    optional.say("It is optional for now: as a required module it would not fit into every cohort of the topic.");
    Ok(optional)
}

/// Whether the path is whole without the module.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Need {
    Required,
    Optional,
}

fn with_need(project: &Project, options: &NewInTopic, topic: &str, need: Need) -> Result<Draft> {
    let id = options.part.id.as_str();
    let mut draft = Draft::default();
    match &options.part.from {
        Some(old) => copy(project, &mut draft, old, (topic, id), need)?,
        None => from_template(project, &mut draft, (topic, id), need),
    }
    register(project, &mut draft, topic, id)?;
    draft.say(format!("Next: write content/topics/{topic}/{id}.md; leitfaden serve shows it while you write."));
    Ok(draft)
}

/// The topic that is named, that of the module to be copied, or the only one.
fn topic<'p>(project: &'p Project, options: &NewInTopic) -> Result<&'p str> {
    let topics: Vec<&str> = project.ids("content/topics/", "/index.md").collect();
    let from = options.part.from.as_deref().and_then(|from| from.split_once('/')).map(|(topic, _)| topic);
    let Some(wanted) = options.topic.as_deref().or(from) else {
        return match topics.as_slice() {
            [only] => Ok(only),
            [] => bail!("there is no topic yet: begin with leitfaden new topic NAME"),
            _ => bail!("a module belongs to a topic: add --in with one of {}", topics.join(", ")),
        };
    };
    topics.iter().copied().find(|own| *own == wanted).ok_or_else(|| no_such("topic", wanted, topics.iter().copied()))
}

fn from_template(project: &Project, draft: &mut Draft, (topic, id): (&str, &str), need: Need) {
    let wording = project
        .wording()
        .with("title", words_of(id))
        .with("minutes", "20")
        .with("optional", if need == Need::Optional { "optional = true" } else { "" })
        .with("goals", first_goal(project, topic).map_or_else(String::new, |goal| format!("\"{goal}\"")));
    let path = format!("content/topics/{topic}/{id}.md");
    draft.add_pages(&wording, &path, include_str!("../../starter/new/module.md"));
}

fn first_goal<'p>(project: &'p Project, topic: &str) -> Option<&'p str> {
    let topic = project.handbook().topics.iter().find(|own| *own.id == *topic)?;
    topic.goals.first().map(|goal| &*goal.id)
}

/// In another topic what the module needs and serves has other names, if it is there at all.
fn copy(project: &Project, draft: &mut Draft, old: &str, (topic, id): (&str, &str), need: Need) -> Result<()> {
    let (old_topic, old) = old.split_once('/').unwrap_or((topic, old));
    let folder = format!("content/topics/{old_topic}/");
    let modules = || project.ids(&folder, ".md").filter(|id| *id != "index");
    if !modules().any(|own| own == old) {
        let known: Vec<String> = modules().map(|own| format!("{old_topic}/{own}")).collect();
        return Err(no_such("module", &format!("{old_topic}/{old}"), known.iter().map(String::as_str)));
    }
    let is_elsewhere = old_topic != topic;
    let goal = first_goal(project, topic);
    project.copy_pages(draft, &format!("{folder}{old}"), &format!("content/topics/{topic}/{id}"), |sheet| {
        if is_elsewhere {
            sheet.remove(&["prerequisites"]);
            sheet.change("goals", goal.iter().copied().collect::<toml_edit::Array>());
        }
    })?;
    if let (Need::Optional, Some(original)) =
        (need, draft.files.iter_mut().find(|file| is_original(file.path.as_str())))
    {
        let source = Source::new(original.path.clone(), original.contents.as_slice());
        let mut sheet = Sheet::open(&source)?;
        sheet.set("optional", true);
        original.contents = sheet.text().into_bytes();
    }
    if is_elsewhere {
        draft.say(format!(
            "Its prerequisites are left out and its goals replaced: those of topic \"{old_topic}\" mean nothing here."
        ));
    }
    Ok(())
}

/// Whether this is no translation: those have a second dot in their names.
fn is_original(path: &str) -> bool {
    path.matches('.').count() == 1
}

fn register(project: &Project, draft: &mut Draft, topic: &str, id: &str) -> Result<()> {
    let path = format!("content/topics/{topic}/index.md");
    let mut sheet = project.sheet(&path)?;
    if sheet.push("modules", id) {
        draft.change(&path, sheet.text());
    } else {
        draft.say(format!("Add the line modules = [\"{id}\"] to {path}."));
    }
    Ok(())
}
