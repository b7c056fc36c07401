//! `leitfaden new factor` and `leitfaden new page`: parts that stand in one file and are listed nowhere.

use anyhow::{Result, bail};

use super::super::arguments::NewPart;
use super::{Draft, Project, no_such, words_of};
use crate::handbook::checks::{BUILT_IN_FACTORS, THRESHOLDS};
use crate::locale::Locale;
use crate::plan::{BuiltIn, built_in_factor};

pub(super) fn page(project: &Project, options: &NewPart) -> Result<Draft> {
    let id = options.id.as_str();
    let path = format!("content/pages/{id}.md");
    project.check_free(id, &path)?;
    let mut draft = Draft::default();
    match &options.from {
        Some(old) if project.ids("content/pages/", ".md").any(|own| own == old) => {
            let (from, to) = (format!("content/pages/{old}"), format!("content/pages/{id}"));
            project.copy_pages(&mut draft, &from, &to, |_| {})?;
        }
        Some(old) => return Err(no_such("page", old, project.ids("content/pages/", ".md"))),
        None => {
            let wording = project.wording().with("title", words_of(id));
            draft.add_pages(&wording, &path, include_str!("../../starter/new/page.md"));
        }
    }
    draft.say(format!("Next: write {path}; it stands in the menu of the site."));
    Ok(draft)
}

pub(super) fn factor(project: &Project, options: &NewPart) -> Result<Draft> {
    let id = options.id.as_str();
    let path = format!("content/factors/{id}.md");
    project.check_free(id, &path)?;
    let number = number(project, id)?;
    let mut draft = Draft::default();
    match &options.from {
        Some(old) if project.ids("content/factors/", ".md").any(|own| own == old) => {
            let (from, to) = (format!("content/factors/{old}"), format!("content/factors/{id}"));
            // Thresholds and checks are those of one factor; only the original has a number.
            project.copy_pages(&mut draft, &from, &to, |sheet| {
                sheet.remove(&["params", "checks"]);
                sheet.change("number", number);
            })?;
        }
        Some(old) => return Err(no_such("success factor", old, project.ids("content/factors/", ".md"))),
        None => from_template(project, &mut draft, id, number),
    }
    draft.say(if BUILT_IN_FACTORS.contains(&id) {
        format!("Next: put the guidance in {path} into your own words.")
    } else {
        format!("Next: write {path}; a factor of your own has guidance, but no checks.")
    });
    Ok(draft)
}

/// The number that a factor has from the start, or else the lowest free one.
fn number(project: &Project, id: &str) -> Result<i64> {
    let is_free = |number: &i64| !project.handbook().factors.iter().any(|own| own.number == *number && *own.id != *id);
    let own = BUILT_IN_FACTORS.iter().zip(1..).find(|(own, _)| **own == id).map(|(_, number)| number);
    match own.filter(is_free).or_else(|| (1..=9).find(is_free)) {
        Some(number) => Ok(number),
        None => bail!("there are nine success factors already, and no number is left for another one"),
    }
}

fn from_template(project: &Project, draft: &mut Draft, id: &str, number: i64) {
    let text = |tag| Locale::parse(tag).map_or_else(BuiltIn::default, |tag| built_in_factor(id, &tag));
    let (german, english) = (text("de"), text("en"));
    let or = |text: &str, other: &str| if text.is_empty() { other.to_owned() } else { text.trim_end().to_owned() };
    let params: Vec<String> = THRESHOLDS
        .iter()
        .filter(|threshold| threshold.factor() == id)
        .filter_map(|threshold| Some(format!("# {} = {}\n", threshold.name, threshold.default?)))
        .collect();
    let params = if params.is_empty() { String::new() } else { format!("\n# [params]\n{}", params.concat()) };
    let title = words_of(id);
    let wording = project
        .wording()
        .with("title-de", or(&german.title, &title))
        .with("title-en", or(&english.title, &title))
        .with("number", number.to_string())
        .with("rationale-de", or(&german.rationale, "Warum das über Erfolg und Misserfolg entscheidet."))
        .with("rationale-en", or(&english.rationale, "Why this decides between success and failure."))
        .with("params", params)
        .with("text-de", or(&german.text, "## So gehen Sie vor\n\n- Was zu tun ist.\n- Was besser unterbleibt."))
        .with("text-en", or(&english.text, "## What to do\n\n- What is to be done.\n- What is better left alone."));
    draft.add_pages(&wording, &format!("content/factors/{id}.md"), include_str!("../../starter/new/factor.md"));
}
