//! Where a site is written, what stands beside it meanwhile, and how new and old change places.

use std::ffi::{OsStr, OsString};
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Component, Path, PathBuf};

use anyhow::{Context, bail};

/// Whether `path` is `folder` or lies inside it, links resolved. Neither needs to exist.
#[must_use]
pub fn is_inside(path: &Path, folder: &Path) -> bool {
    resolved(path).starts_with(resolved(folder))
}

/// Whether a site at `out` would swallow sources of the handbook at `root` or be taken for sources itself: `out` is the
/// root, a folder above it, or overlaps with `content/`, `private/`, `static/`, `themes/` or one of the `extra` folders.
///
/// A [`Writer`](super::Writer) does not know the handbook; whoever begins one asks here first.
#[must_use]
pub fn overlaps_sources(out: &Path, root: &Path, extra: &[&str]) -> bool {
    let mut sources = ["content", "private", "static", "themes"].iter().chain(extra).map(|folder| root.join(folder));
    is_inside(root, out) || sources.any(|folder| is_inside(out, &folder) || is_inside(&folder, out))
}

/// The absolute path with the links in its existing part resolved.
fn resolved(path: &Path) -> PathBuf {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf());
    let mut whole = PathBuf::new();
    for part in path.components() {
        match part {
            Component::ParentDir => drop(whole.pop()),
            part => whole.push(part),
        }
        if let Ok(real) = fs::canonicalize(&whole) {
            whole = real;
        }
    }
    whole
}

/// The output folder and what stands beside it while a build runs, all on one file system.
#[derive(Debug)]
pub(super) struct Place {
    /// The output folder itself, absolute and with links resolved.
    pub(super) site: PathBuf,
    /// Where the new site grows; after an exchange it holds the old one.
    pub(super) new: PathBuf,
    /// Where the old site waits on systems that cannot exchange two folders.
    pub(super) old: PathBuf,
    /// The file that a running build holds.
    pub(super) lock: PathBuf,
}

impl Place {
    /// The place of the output folder `out`, which may not exist yet; the folders above it are made.
    pub(super) fn of(out: &Path) -> anyhow::Result<Self> {
        let site = real_folder(out).with_context(|| format!("cannot write to {}", out.display()))?;
        let (Some(parent), Some(name)) = (site.parent(), site.file_name()) else {
            bail!("{} cannot be the output folder", site.display());
        };
        let beside = |role| parent.join(hidden(name, role));
        Ok(Self { new: beside("new"), old: beside("old"), lock: beside("lock"), site })
    }

    /// Puts right what a build left behind that did not come to its end: its half of a site is cleared away, and a site
    /// that it had set aside comes back.
    pub(super) fn recover(&self) -> anyhow::Result<()> {
        if !self.site.exists() && self.old.exists() {
            rename(&self.old, &self.site)?;
        }
        self.clear()
    }

    /// Puts the new site in the place of the old one, if there is one; [`Place::clear`] then removes the old one.
    pub(super) fn swap(&self) -> anyhow::Result<()> {
        if !self.site.exists() {
            return rename(&self.new, &self.site);
        }
        match exchange(&self.new, &self.site) {
            Err(error) if error.kind() == ErrorKind::Unsupported => self.swap_in_two_steps(),
            result => result.with_context(|| in_the_way(&self.site)),
        }
    }

    /// The swap where the system has no exchange: for a moment there is no site at all.
    fn swap_in_two_steps(&self) -> anyhow::Result<()> {
        fs::rename(&self.site, &self.old).with_context(|| in_the_way(&self.site))?;
        rename(&self.new, &self.site).or_else(|error| {
            rename(&self.old, &self.site)?;
            Err(error)
        })
    }

    /// Removes whatever stands beside the output folder, except the lock.
    pub(super) fn clear(&self) -> anyhow::Result<()> {
        for path in [&self.new, &self.old] {
            super::tree::remove(path).with_context(|| format!("cannot remove {}", path.display()))?;
        }
        Ok(())
    }
}

/// The folder that `out` names, following links; only its last part may be missing.
fn real_folder(out: &Path) -> anyhow::Result<PathBuf> {
    match fs::canonicalize(out) {
        Ok(site) if site.is_dir() => return Ok(site),
        Ok(_) => bail!("it is a file"),
        Err(_) if out.is_symlink() => bail!("it is a link to a folder that does not exist"),
        Err(error) if error.kind() != ErrorKind::NotFound => return Err(error.into()),
        Err(_) => {}
    }
    let out = std::path::absolute(out)?;
    let (Some(parent), Some(name)) = (out.parent(), out.file_name()) else { bail!("it has no name") };
    fs::create_dir_all(parent)?;
    Ok(fs::canonicalize(parent)?.join(name))
}

/// The name of a companion of the folder `name`: `.public.leitfaden-new`.
fn hidden(name: &OsStr, role: &str) -> OsString {
    let mut hidden = OsString::from(".");
    hidden.push(name);
    hidden.push(format!(".leitfaden-{role}"));
    hidden
}

fn rename(from: &Path, to: &Path) -> anyhow::Result<()> {
    fs::rename(from, to).with_context(|| format!("cannot rename {} to {}", from.display(), to.display()))
}

/// The usual reason why a folder cannot be renamed, and the way out.
fn in_the_way(site: &Path) -> String {
    let site = site.display();
    format!("cannot replace {site} (if it is a mount point, build into a folder inside it)")
}

/// Lets the two folders change places in one step, so that no reader ever finds neither.
///
/// `Unsupported` where the system or this file system cannot do that.
#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
fn exchange(one: &Path, other: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    use rustix::io::Errno;
    renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE).map_err(|error| match error {
        // An old kernel, or a file system that does not know the flag (NFS, some of FUSE).
        Errno::NOSYS | Errno::INVAL | Errno::NOTSUP => ErrorKind::Unsupported.into(),
        error => error.into(),
    })
}

#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
fn exchange(_one: &Path, _other: &Path) -> io::Result<()> {
    Err(ErrorKind::Unsupported.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A place in `folder` whose site and new site hold one file each, with that name.
    fn prepared(folder: &Path) -> Place {
        let place = Place::of(&folder.join("public")).unwrap();
        for (path, file) in [(&place.site, "before"), (&place.new, "after")] {
            fs::create_dir(path).unwrap();
            fs::write(path.join(file), "").unwrap();
        }
        place
    }

    #[test]
    fn both_ways_of_swapping_end_alike() {
        for swap in [Place::swap, Place::swap_in_two_steps] {
            let folder = tempfile::tempdir().unwrap();
            let place = prepared(folder.path());
            swap(&place).unwrap();
            assert!(place.site.join("after").exists() && !place.site.join("before").exists());
            place.clear().unwrap();
            assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
        }
    }

    #[test]
    fn a_swap_that_fails_half_way_puts_the_old_site_back() {
        let folder = tempfile::tempdir().unwrap();
        let place = prepared(folder.path());
        fs::remove_dir_all(&place.new).unwrap();
        assert!(place.swap_in_two_steps().is_err());
        assert!(place.site.join("before").exists());
    }

    #[test]
    fn a_crash_between_the_two_steps_is_put_right() {
        let folder = tempfile::tempdir().unwrap();
        let place = prepared(folder.path());
        fs::rename(&place.site, &place.old).unwrap();
        place.recover().unwrap();
        assert!(place.site.join("before").exists() && !place.new.exists() && !place.old.exists());
    }
}
