//! `leitfaden new topic`: a learning path with a first module, offered by the programme.

use anyhow::Result;

use super::super::arguments::NewPart;
use super::{Draft, Project, no_such, words_of};

pub(super) fn draft(project: &Project, options: &NewPart) -> Result<Draft> {
    let id = options.id.as_str();
    project.check_free(id, &format!("content/topics/{id}/index.md"))?;
    let mut draft = Draft::default();
    match &options.from {
        Some(old) if project.ids("content/topics/", "/index.md").any(|own| own == old) => {
            project.copy_folder(&mut draft, &format!("content/topics/{old}/"), &format!("content/topics/{id}/"))?;
        }
        Some(old) => return Err(no_such("topic", old, project.ids("content/topics/", "/index.md"))),
        None => from_template(project, &mut draft, id),
    }
    offer(project, &mut draft, id)?;
    draft.say(format!("Next: write content/topics/{id}/index.md and its modules; leitfaden serve shows them."));
    Ok(draft)
}

fn from_template(project: &Project, draft: &mut Draft, id: &str) {
    let wording = project.wording().with("id", id);
    let path = format!("content/topics/{id}/index.md");
    draft.add_pages(&wording, &path, include_str!("../../starter/new/topic.md"));
    let module = wording
        .with("title", words_of("first-step"))
        .with("minutes", "15")
        .with("optional", "")
        .with("goals", "\"use\", \"decide\"");
    let path = format!("content/topics/{id}/first-step.md");
    draft.add_pages(&module, &path, include_str!("../../starter/new/module.md"));
}

/// Lists the topic in the programme, if there is only one; else its author has to say which one offers it.
fn offer(project: &Project, draft: &mut Draft, id: &str) -> Result<()> {
    let programmes: Vec<&str> = project.ids("content/programmes/", ".toml").collect();
    let add_by_hand =
        || format!("Add \"{id}\" to topics in the file of the programme that offers it (content/programmes/).");
    match programmes.as_slice() {
        [only] => {
            let path = format!("content/programmes/{only}.toml");
            let mut sheet = project.sheet(&path)?;
            if sheet.push("topics", id) {
                draft.change(&path, sheet.text());
            } else {
                draft.say(add_by_hand());
            }
        }
        [] => draft.say("No programme offers it yet: leitfaden new programme NAME."),
        _ => draft.say(add_by_hand()),
    }
    Ok(())
}
