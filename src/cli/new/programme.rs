//! `leitfaden new programme`: an offer of the topics that are there.

use anyhow::{Result, bail};

use super::super::arguments::NewPart;
use super::site::SESSIONS;
use super::{Draft, Project, no_such, words_of};
use crate::document::template::TemplateKind;

pub(super) fn draft(project: &Project, options: &NewPart) -> Result<Draft> {
    let id = options.id.as_str();
    let path = format!("content/programmes/{id}.toml");
    project.check_free(id, &path)?;
    let mut draft = Draft::default();
    match &options.from {
        Some(old) if project.ids("content/programmes/", ".toml").any(|own| own == old) => {
            draft.add(path.as_str(), project.sheet(&format!("content/programmes/{old}.toml"))?.text());
            let (from, to) = (format!("content/programmes/{old}"), format!("content/programmes/{id}"));
            project.copy_pages(&mut draft, &from, &to, |_| {})?;
        }
        Some(old) => return Err(no_such("programme", old, project.ids("content/programmes/", ".toml"))),
        None => from_template(project, &mut draft, id)?,
    }
    draft.say(format!("Next: write {path}, then leitfaden new cohort NAME."));
    Ok(draft)
}

fn from_template(project: &Project, draft: &mut Draft, id: &str) -> Result<()> {
    let topics: Vec<String> = project.ids("content/topics/", "/index.md").map(|id| format!("\"{id}\"")).collect();
    if topics.is_empty() {
        bail!("a programme offers topics, and there is none yet: begin with leitfaden new topic NAME");
    }
    let wording = project.wording().with("topics", topics.join(", "));
    let sessions = sessions(project).unwrap_or_else(|| {
        for (id, template) in SESSIONS {
            let path = format!("content/sessions/{id}.toml");
            if project.source(&path).is_none() {
                draft.add(path, wording.data(template));
            }
        }
        ["kickoff", "working", "working", "closing"].map(str::to_owned).to_vec()
    });
    let sessions: Vec<String> = sessions.iter().map(|id| format!("\"{id}\"")).collect();
    let template = include_str!("../../starter/programme.toml").replacen("<<Rollentausch || Role swap>>", "%title%", 1);
    let title = words_of(id);
    let wording = wording.with("sessions", sessions.join(", ")).with("title", format!("<<{title} || {title}>>"));
    draft.add(format!("content/programmes/{id}.toml"), wording.data(&template));
    Ok(())
}

/// The plan of another programme, else one of the templates that are there: an opening, two of work, a closing.
fn sessions(project: &Project) -> Option<Vec<String>> {
    let handbook = project.handbook();
    if let Some(plan) = handbook.programmes.iter().find_map(|programme| programme.plan.as_ref()) {
        return Some(plan.iter().map(|&id| handbook.templates[id].id.to_string()).collect());
    }
    let wanted = [TemplateKind::Kickoff, TemplateKind::Working, TemplateKind::Working, TemplateKind::Closing];
    let found = wanted.iter().filter_map(|kind| handbook.templates.iter().find(|template| template.kind == *kind));
    let found: Vec<String> = found.map(|template| template.id.to_string()).collect();
    (found.len() == wanted.len()).then_some(found)
}
