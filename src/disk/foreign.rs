//! What others have put into an output folder of ours: a `CNAME`, `.well-known/`, a `.git`. It moves along with every
//! build.

use std::collections::{BTreeSet, HashSet};
use std::fs::{self, FileType};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use rayon::prelude::*;

use super::manifest;
use super::tree;

/// A file, a link or an empty folder in the output that no build of ours wrote.
#[derive(Debug)]
struct Foreign {
    /// Where it lies in the output folder.
    path: PathBuf,
    kind: FileType,
}

/// Brings everything that is not in the manifest `ours` from the old site into the new one, links as links.
///
/// # Errors
/// If the new site needs the place for a page of its own, or the disk refuses.
pub(super) fn carry_over(old: &Path, new: &Path, ours: &HashSet<String>) -> anyhow::Result<()> {
    if !old.exists() {
        return Ok(());
    }
    let foreign = find(old, old, ours).with_context(|| format!("cannot list {}", old.display()))?;
    for Foreign { path, kind } in &foreign {
        let name = path.display();
        if !has_room(&new.join(path), *kind) {
            bail!("{name} in {} was not written by leitfaden, and the site needs its place: move it", old.display());
        }
        carry(&old.join(path), &new.join(path), *kind).with_context(|| format!("cannot carry over {name}"))?;
    }
    copy_permissions(old, new, &foreign).with_context(|| format!("cannot set the permissions in {}", new.display()))
}

/// Everything foreign in `folder` and below it.
fn find(site: &Path, folder: &Path, ours: &HashSet<String>) -> io::Result<Vec<Foreign>> {
    let entries = tree::entries(folder)?;
    let path = folder.strip_prefix(site).unwrap_or(folder);
    if entries.is_empty() && folder != site && !is_folder_of_ours(path, ours) {
        return Ok(vec![Foreign { path: path.to_path_buf(), kind: fs::symlink_metadata(folder)?.file_type() }]);
    }
    let found = entries.into_par_iter().map(|(entry, kind)| {
        if kind.is_dir() {
            return find(site, &entry, ours);
        }
        let path = entry.strip_prefix(site).unwrap_or(&entry);
        let foreign = || Foreign { path: path.to_path_buf(), kind };
        Ok(if is_ours(path, ours) { Vec::new() } else { vec![foreign()] })
    });
    let found: Vec<Vec<Foreign>> = found.collect::<io::Result<_>>()?;
    Ok(found.into_iter().flatten().collect())
}

fn is_ours(path: &Path, ours: &HashSet<String>) -> bool {
    with_slashes(path).is_some_and(|path| path == manifest::NAME || ours.contains(&path))
}

/// Whether an empty folder once held files of ours, which somebody has deleted.
fn is_folder_of_ours(path: &Path, ours: &HashSet<String>) -> bool {
    ours.iter().any(|file| Path::new(file).starts_with(path))
}

/// The path as a manifest has it; `None` if it is not UTF-8.
fn with_slashes(path: &Path) -> Option<String> {
    let parts: Option<Vec<&str>> = path.iter().map(|part| part.to_str()).collect();
    Some(parts?.join("/"))
}

/// Whether the new site has no page there: a folder may meet a folder, anything else must meet nothing.
fn has_room(new: &Path, kind: FileType) -> bool {
    match fs::symlink_metadata(new) {
        Ok(there) => kind.is_dir() && there.is_dir(),
        Err(error) => error.kind() == ErrorKind::NotFound,
    }
}

fn carry(old: &Path, new: &Path, kind: FileType) -> io::Result<()> {
    if kind.is_dir() { fs::create_dir_all(new) } else { tree::share(old, new) }
}

/// Gives the output folder itself, and the folders in it that others use, the permissions that they had.
fn copy_permissions(old: &Path, new: &Path, foreign: &[Foreign]) -> io::Result<()> {
    let above = foreign.iter().flat_map(|foreign| foreign.path.ancestors().skip(1));
    let empty = foreign.iter().filter(|foreign| foreign.kind.is_dir()).map(|foreign| foreign.path.as_path());
    let folders: BTreeSet<&Path> = above.chain(empty).chain([Path::new("")]).collect();
    // From below upward: a folder that may not be entered any more would keep us from those in it.
    folders.into_iter().rev().try_for_each(|folder| {
        let permissions = fs::metadata(old.join(folder))?.permissions();
        fs::set_permissions(new.join(folder), permissions)
    })
}
