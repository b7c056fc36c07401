//! `leitfaden forget`: deletes what is known of the people of a cohort that is over (model.md §17.7).

use std::io::{BufRead, Write};
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Result, bail};
use jiff::civil::Date;

use super::arguments::{Everywhere, Forget};
use crate::diagnostics::nearest;
use crate::disk;
use crate::document::Kind;
use crate::handbook::Drafts;
use crate::pipeline::{Loaded, Settings};

pub(super) fn run(everywhere: &Everywhere, options: &Forget) -> Result<ExitCode> {
    let settings = Settings { drafts: Drafts::Shown, ..everywhere.settings() };
    let loaded = everywhere.load(&settings)?;
    let cohort = options.cohort.as_str();
    let Some(handbook) = &loaded.handbook else {
        bail!("site.toml has errors, so nobody can tell where people are kept; \"leitfaden check\" names them");
    };
    check_is_over(&loaded, cohort, settings.today)?;
    let root = everywhere.root()?;
    let files = disk::known_of(&root, handbook.config.people_folder(), cohort);
    if files.is_empty() {
        say(everywhere, &format!("nothing is kept about the people of \"{cohort}\""));
        return Ok(ExitCode::SUCCESS);
    }
    if !options.yes && !is_confirmed(&files)? {
        say(everywhere, "nothing was deleted");
        return Ok(ExitCode::from(2));
    }
    delete(everywhere, &root, &files)
}

fn delete(everywhere: &Everywhere, root: &Path, files: &[String]) -> Result<ExitCode> {
    disk::forget(root, files)?;
    say(everywhere, &format!("deleted {}; the next build shows the pairs as hidden", files.join(" and ")));
    Ok(ExitCode::SUCCESS)
}

fn say(everywhere: &Everywhere, text: &str) {
    if !everywhere.quiet {
        anstream::println!("{text}");
    }
}

/// Refuses unless the cohort is cancelled, or its last session was before `today`, or only its people file is left.
fn check_is_over(loaded: &Loaded, wanted: &str, today: Date) -> Result<()> {
    let known = loaded.handbook.iter().flat_map(|handbook| handbook.cohorts.iter());
    if let Some(cohort) = known.clone().find(|cohort| *cohort.id == *wanted) {
        let last = cohort.sessions.iter().map(|session| session.date).max();
        return match last.filter(|&last| !cohort.cancelled && last >= today) {
            Some(last) => bail!("cohort \"{wanted}\" is not over: its last session is on {last}"),
            None => Ok(()),
        };
    }
    if has_file(loaded, &Kind::Cohort(wanted.to_owned())) {
        bail!("cohort \"{wanted}\" has errors, so its last session is not known; \"leitfaden check\" names them");
    }
    if has_file(loaded, &Kind::People(wanted.to_owned())) {
        return Ok(());
    }
    let near = nearest(wanted, known.map(|cohort| &*cohort.id));
    let near = near.map_or_else(String::new, |near| format!("; did you mean \"{near}\"?"));
    bail!("there is no cohort \"{wanted}\"{near}")
}

fn has_file(loaded: &Loaded, kind: &Kind) -> bool {
    loaded.documents.iter().any(|document| document.file.layout.kind == *kind)
}

/// Asks whoever is there; an answer may also come through a pipe.
fn is_confirmed(files: &[String]) -> Result<bool> {
    let files = files.join(" and ");
    anstream::eprint!("Delete {files}? It cannot be undone. [y/N] ");
    std::io::stderr().flush()?;
    let mut answer = String::new();
    if std::io::stdin().lock().read_line(&mut answer)? == 0 {
        anstream::eprintln!();
        bail!("{files} would be deleted; say --yes to do so where nobody can be asked");
    }
    Ok(["y", "yes"].contains(&answer.trim().to_lowercase().as_str()))
}
