//! What is written and deleted in private folders: reports for organisers, and what is known of people.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use anyhow::{Context, ensure};

use super::place::is_inside;

/// The folder of the reports, from the root.
const REPORTS: &str = "private/report";

/// Writes the report of a cohort and gives its path from the root.
///
/// It is complete in a file of its own before it takes the place of the one before.
///
/// # Errors
/// If the folder is a link that leads out of `private/`, or the disk refuses.
pub fn write_report(root: &Path, cohort: &str, text: &str) -> anyhow::Result<String> {
    let folder = root.join(REPORTS);
    ensure!(is_inside(&folder, &root.join("private")), "{REPORTS} is a link that leads out of private/");
    fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
    let (new, path) = (folder.join(format!(".{cohort}.txt.new")), report_of(cohort));
    let written = fs::write(&new, text).and_then(|()| fs::rename(&new, root.join(&path)));
    if written.is_err() {
        // What cannot be written can hardly be removed; the failure itself is told.
        let _ = fs::remove_file(&new);
    }
    written.with_context(|| format!("cannot write {path}"))?;
    Ok(path)
}

/// The files that hold what is known of the people of a cohort, as far as they exist, from the root.
#[must_use]
pub fn known_of(root: &Path, people_folder: &str, cohort: &str) -> Vec<String> {
    let files = [format!("{people_folder}/{cohort}.toml"), report_of(cohort)];
    files.into_iter().filter(|path| fs::symlink_metadata(root.join(path)).is_ok()).collect()
}

/// Deletes these files, written from the root. A file that is gone meanwhile is as good as deleted.
///
/// # Errors
/// If the disk refuses; the path is in the context.
pub fn forget(root: &Path, files: &[String]) -> anyhow::Result<()> {
    for path in files {
        match fs::remove_file(root.join(path)) {
            Err(error) if error.kind() != ErrorKind::NotFound => {
                return Err(error).with_context(|| format!("cannot delete {path}"));
            }
            _ => {}
        }
    }
    Ok(())
}

fn report_of(cohort: &str) -> String {
    format!("{REPORTS}/{cohort}.txt")
}
