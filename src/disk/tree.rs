//! What std does to one file or on one core, done to whole folders.

use std::fs::{self, DirEntry, File, FileType};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use rayon::prelude::*;

/// Removes a folder with everything in it, or a file or link; nothing there is fine. Links are not followed.
///
/// Does what `std::fs::remove_dir_all` does, on all cores: half of a rebuild is removing the site before.
pub(super) fn remove(path: &Path) -> io::Result<()> {
    match fs::symlink_metadata(path) {
        Ok(metadata) if metadata.is_dir() => remove_folder(path),
        Ok(_) => fs::remove_file(path),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        Err(error) => Err(error),
    }
}

fn remove_folder(folder: &Path) -> io::Result<()> {
    entries(folder)?
        .into_par_iter()
        .try_for_each(|(path, kind)| if kind.is_dir() { remove_folder(&path) } else { fs::remove_file(&path) })?;
    fs::remove_dir(folder)
}

/// What lies in a folder: each path with its kind, links as links.
pub(super) fn entries(folder: &Path) -> io::Result<Vec<(PathBuf, FileType)>> {
    let kind = |entry: DirEntry| Ok((entry.path(), entry.file_type()?));
    fs::read_dir(folder)?.map(|entry| entry.and_then(kind)).collect()
}

/// Makes something at `path`, and the folders above it if it is refused for want of them.
///
/// Asking the file system costs one vain call a folder and needs no shared list of the folders made so far.
pub(super) fn in_its_folder<T>(path: &Path, make: impl Fn(&Path) -> io::Result<T>) -> io::Result<T> {
    match make(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => {
            path.parent().map_or(Ok(()), fs::create_dir_all)?;
            make(path)
        }
        made => made,
    }
}

/// Lets `new`, which does not exist yet, be the same file or link as `old`.
///
/// A hard link keeps time, owner and permissions; a file system that has none gets a copy with the same time.
pub(super) fn share(old: &Path, new: &Path) -> io::Result<()> {
    in_its_folder(new, |new| fs::hard_link(old, new)).or_else(|error| match error.kind() {
        ErrorKind::AlreadyExists => Err(error),
        _ => copy(old, new),
    })
}

fn copy(old: &Path, new: &Path) -> io::Result<()> {
    let metadata = fs::symlink_metadata(old)?;
    if metadata.is_symlink() {
        return copy_link(old, new);
    }
    if !metadata.is_file() {
        return Err(ErrorKind::Unsupported.into());
    }
    fs::copy(old, new)?;
    File::options().write(true).open(new)?.set_modified(metadata.modified()?)
}

#[cfg(unix)]
fn copy_link(old: &Path, new: &Path) -> io::Result<()> {
    std::os::unix::fs::symlink(fs::read_link(old)?, new)
}

#[cfg(windows)]
fn copy_link(old: &Path, new: &Path) -> io::Result<()> {
    use std::os::windows::fs::{symlink_dir, symlink_file};
    let target = fs::read_link(old)?;
    if old.is_dir() { symlink_dir(target, new) } else { symlink_file(target, new) }
}

#[cfg(not(any(unix, windows)))]
fn copy_link(_old: &Path, _new: &Path) -> io::Result<()> {
    Err(ErrorKind::Unsupported.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_keeps_the_time_and_a_link_its_target() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        let time = std::time::SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(1_000_000_000);
        fs::write(at("old"), "text").unwrap();
        File::options().write(true).open(at("old")).unwrap().set_modified(time).unwrap();
        copy(&at("old"), &at("new")).unwrap();
        assert_eq!(fs::metadata(at("new")).unwrap().modified().unwrap(), time);
        assert_eq!(fs::read_to_string(at("new")).unwrap(), "text");
        copy_link(Path::new("/"), &at("never")).unwrap_err();
        #[cfg(unix)]
        {
            std::os::unix::fs::symlink("old", at("link")).unwrap();
            copy(&at("link"), &at("again")).unwrap();
            assert_eq!(fs::read_link(at("again")).unwrap(), Path::new("old"));
        }
    }

    #[test]
    fn removing_what_is_not_there_is_fine() {
        let folder = tempfile::tempdir().unwrap();
        remove(&folder.path().join("x")).unwrap();
    }

    #[cfg(unix)]
    #[test]
    fn removing_does_not_follow_links() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        fs::create_dir_all(at("mine/a")).unwrap();
        fs::create_dir_all(at("theirs/b")).unwrap();
        for link in ["mine/link", "other"] {
            std::os::unix::fs::symlink(at("theirs"), at(link)).unwrap();
        }
        remove(&at("mine")).unwrap();
        remove(&at("other")).unwrap();
        assert!(at("theirs/b").exists() && !at("mine").exists() && !at("other").exists());
    }
}
