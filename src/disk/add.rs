//! Adding to a handbook: a few new files, now and then a line in an old one, all of it or nothing.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};

use crate::text::SourcePath;

/// One file of the handbook to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Addition {
    /// Where, from the root of the handbook.
    pub path: SourcePath,
    /// What will stand there.
    pub contents: Vec<u8>,
    /// What is there now.
    pub before: Before,
}

/// What is at a path before something is written there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Before {
    /// Nothing; a file that is there all the same is kept and everything else taken back.
    Nothing,
    /// A file of the author's, which is changed.
    OlderText,
}

/// Writes these files below `root`, which is made if need be.
///
/// # Errors
/// If one of them cannot be written, or is new and there already. Then nothing has changed: what was written before it
/// is taken back, with the folders that were made for it.
pub fn add(root: &Path, additions: &[Addition]) -> anyhow::Result<()> {
    let mut done = Done::default();
    for addition in additions {
        if let Err(error) = done.write(&root.join(addition.path.as_str()), addition) {
            done.take_back();
            return Err(error);
        }
    }
    Ok(())
}

/// Writes a new handbook into `folder`, which does not exist or is empty.
///
/// # Errors
/// If there is something in it, or a file cannot be written; then nothing is left behind.
pub fn add_handbook(folder: &Path, additions: &[Addition]) -> anyhow::Result<()> {
    let shown = folder.display();
    match fs::read_dir(folder).map(|mut entries| entries.next().is_none()) {
        Ok(false) => bail!("{shown} is not empty; name a folder that does not exist yet, or an empty one"),
        Err(error) if error.kind() == ErrorKind::NotADirectory => bail!("{shown} is a file and no folder"),
        Err(error) if error.kind() != ErrorKind::NotFound => Err(error).with_context(|| format!("cannot open {shown}")),
        _ => add(folder, additions),
    }
}

/// Writes one file, and the folders above it if they are missing, over whatever is there.
///
/// # Errors
/// If that is not possible; the path is in the context.
pub fn put(path: &Path, contents: &str) -> anyhow::Result<()> {
    let write = || {
        path.parent().map_or(Ok(()), fs::create_dir_all)?;
        replace(path, contents.as_bytes())
    };
    write().with_context(|| format!("cannot write {}", path.display()))
}

/// What has been done so far and can be taken back.
#[derive(Default)]
struct Done {
    folders: Vec<PathBuf>,
    new: Vec<PathBuf>,
    changed: Vec<(PathBuf, Vec<u8>)>,
}

impl Done {
    fn write(&mut self, path: &Path, addition: &Addition) -> anyhow::Result<()> {
        let result = match addition.before {
            Before::Nothing => self.write_new(path, &addition.contents),
            Before::OlderText => self.write_over(path, &addition.contents),
        };
        match result {
            Err(error) if error.kind() == ErrorKind::AlreadyExists => bail!("{} is there already", addition.path),
            result => result.with_context(|| format!("cannot write {}", path.display())),
        }
    }

    fn write_new(&mut self, path: &Path, contents: &[u8]) -> io::Result<()> {
        self.make_folders(path.parent())?;
        let mut file = File::options().write(true).create_new(true).open(path)?;
        self.new.push(path.to_owned());
        file.write_all(contents)
    }

    fn write_over(&mut self, path: &Path, contents: &[u8]) -> io::Result<()> {
        let before = fs::read(path)?;
        replace(path, contents)?;
        self.changed.push((path.to_owned(), before));
        Ok(())
    }

    /// Makes the missing folders one by one, to know which ones were.
    fn make_folders(&mut self, folder: Option<&Path>) -> io::Result<()> {
        let Some(folder) = folder.filter(|folder| !folder.as_os_str().is_empty() && !folder.is_dir()) else {
            return Ok(());
        };
        self.make_folders(folder.parent())?;
        fs::create_dir(folder)?;
        self.folders.push(folder.to_owned());
        Ok(())
    }

    /// As far as that is possible; the error that led here is what the author has to know.
    fn take_back(self) {
        for (path, before) in self.changed {
            let _ = fs::write(path, before);
        }
        for path in self.new {
            let _ = fs::remove_file(path);
        }
        for folder in self.folders.into_iter().rev() {
            let _ = fs::remove_dir(folder);
        }
    }
}

/// Writes beside the file and renames, so that nobody meets half a text. A link stays one: its target is written.
fn replace(path: &Path, contents: &[u8]) -> io::Result<()> {
    let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".leitfaden-new~");
    let beside = path.with_file_name(name);
    let write = || {
        fs::write(&beside, contents)?;
        if let Ok(metadata) = fs::metadata(&path) {
            fs::set_permissions(&beside, metadata.permissions())?;
        }
        fs::rename(&beside, &path)
    };
    write().inspect_err(|_| {
        let _ = fs::remove_file(&beside);
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn addition(path: &str, before: Before) -> Addition {
        Addition { path: SourcePath::new(path), contents: b"new".to_vec(), before }
    }

    #[test]
    fn all_or_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let at = |path: &str| folder.path().join(path);
        fs::write(at("old.toml"), "old").unwrap();
        fs::write(at("there.md"), "there").unwrap();
        let wanted = [
            addition("a/b/c.md", Before::Nothing),
            addition("old.toml", Before::OlderText),
            addition("there.md", Before::Nothing),
        ];
        let error = add(folder.path(), &wanted).unwrap_err();
        assert_eq!(error.to_string(), "there.md is there already");
        assert!(!at("a").exists());
        assert_eq!(fs::read_to_string(at("old.toml")).unwrap(), "old");
        assert_eq!(fs::read_to_string(at("there.md")).unwrap(), "there");
        add(folder.path(), &wanted[..2]).unwrap();
        assert_eq!(fs::read_to_string(at("a/b/c.md")).unwrap(), "new");
        assert_eq!(fs::read_to_string(at("old.toml")).unwrap(), "new");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 3, "nothing is left beside the files");
    }

    #[test]
    fn a_handbook_needs_an_empty_folder() {
        let folder = tempfile::tempdir().unwrap();
        let new = folder.path().join("x/y");
        add_handbook(&new, &[addition("site.toml", Before::Nothing)]).unwrap();
        assert!(add_handbook(&new, &[]).unwrap_err().to_string().contains("is not empty"));
        assert!(add_handbook(&new.join("site.toml"), &[]).unwrap_err().to_string().contains("is a file"));
        let twice = [addition("a/site.toml", Before::Nothing), addition("a/site.toml", Before::Nothing)];
        add_handbook(&folder.path().join("z"), &twice).unwrap_err();
        assert!(!folder.path().join("z").exists());
    }
}
