//! Writing: the pages of one build become the site on the disk, all at once or not at all.

use std::collections::{BTreeSet, HashSet};
use std::fmt;
use std::fs::{self, File, Metadata};
use std::io::{self, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard};

use anyhow::{Context, anyhow, bail, ensure};
use rayon::prelude::*;

use super::foreign;
use super::lock::Lock;
use super::manifest;
use super::place::Place;
use super::tree;
use crate::text::OutputPath;

/// A build on its way into one output folder.
///
/// The new site grows in a folder of its own beside the old one (`.public.leitfaden-new` for `public`) and takes its
/// place in one step when it is [finished](Writer::finish). Dropped before that, it leaves everything as it was.
///
/// What is unchanged is shared with the old site through a hard link and so keeps its time; where nothing has changed at
/// all, the old site simply stays. Nothing is forced onto the disk (`fsync`): after a power cut one builds again.
#[derive(Debug)]
pub struct Writer {
    place: Place,
    /// What the build before this one wrote.
    before: HashSet<String>,
    /// What this build has been given so far.
    paths: Mutex<BTreeSet<OutputPath>>,
    /// Those of them that the old site holds in the same version.
    unchanged: Mutex<Vec<OutputPath>>,
    // Given back after our own `drop` has cleared away.
    _lock: Lock,
}

/// What a finished build did, in files of ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Written {
    /// New or with other bytes than before.
    pub written: usize,
    /// The same as before; their modification time is too.
    pub unchanged: usize,
    /// Written by the build before, and not part of the site any more.
    pub removed: usize,
}

/// Why a build cannot write into a folder.
#[derive(Debug)]
pub enum BeginError {
    /// The folder holds something and no manifest of ours says what: it may be anybody's.
    NotOurFolder {
        /// The folder.
        path: PathBuf,
    },
    /// The disk refuses, or another build is writing to the same folder.
    Io(anyhow::Error),
}

impl Writer {
    /// Begins a build into `out`, which is empty, missing, ours, or a link to such a folder.
    ///
    /// Whether `out` lies among the sources is asked before ([`overlaps_sources`](super::overlaps_sources)).
    ///
    /// # Errors
    /// [`BeginError::NotOurFolder`] for a folder of somebody else's; [`BeginError::Io`] if `out` is a file, cannot be
    /// written, or is being written by another build.
    pub fn begin(out: &Path) -> Result<Self, BeginError> {
        let place = Place::of(out)?;
        let Some(lock) = Lock::take(place.lock.clone())? else {
            return Err(anyhow!("another build is writing to {}; wait until it is done", out.display()).into());
        };
        place.recover()?;
        let Some(before) = files_of_ours(&place.site)? else {
            return Err(BeginError::NotOurFolder { path: out.to_path_buf() });
        };
        fs::create_dir(&place.new).with_context(|| format!("cannot create {}", place.new.display()))?;
        Ok(Self { place, before, paths: Mutex::default(), unchanged: Mutex::default(), _lock: lock })
    }

    /// Puts a file into the new site. May be called from many threads at once, for each path once.
    ///
    /// # Errors
    /// If the path leads out of the site or came before, or the disk refuses.
    pub fn put(&self, path: &OutputPath, bytes: &[u8]) -> anyhow::Result<()> {
        ensure!(manifest::is_plain(path.as_str()), "\"{path}\" cannot be the path of a file on the site");
        ensure!(locked(&self.paths).insert(path.clone()), "\"{path}\" is written twice");
        if self.is_unchanged(path, bytes) {
            locked(&self.unchanged).push(path.clone());
            return Ok(());
        }
        self.create(path.as_str(), bytes)
    }

    /// Takes over a file of the old site whose name says what it holds, so that it need not be made again; `false` if the
    /// old site has none of this name. May be called from many threads, for each path once, in the place of
    /// [`put`](Self::put).
    #[must_use]
    pub fn keep(&self, path: &OutputPath) -> bool {
        let is_there = || fs::symlink_metadata(self.place.site.join(path.as_str())).is_ok_and(|it| it.is_file());
        let is_kept = self.before.contains(path.as_str()) && is_there() && locked(&self.paths).insert(path.clone());
        if is_kept {
            locked(&self.unchanged).push(path.clone());
        }
        is_kept
    }

    /// Completes the new site with what is unchanged, with the manifest and with what others have put into the old one,
    /// and swaps the two.
    ///
    /// # Errors
    /// If a page wants the place of a file that is not ours, or the disk refuses; the old site then stands as it did.
    /// Only a failure to clear away the old site comes after the swap.
    pub fn finish(self) -> anyhow::Result<Written> {
        let written = self.written();
        let manifest = manifest::write(&locked(&self.paths));
        let same_paths = is_same(&self.place.site.join(manifest::NAME), manifest.as_bytes());
        if same_paths && written.written == 0 {
            return Ok(written);
        }
        locked(&self.unchanged).par_iter().try_for_each(|path| self.take_over(path.as_str()))?;
        if same_paths { self.take_over(manifest::NAME) } else { self.create(manifest::NAME, manifest.as_bytes()) }?;
        foreign::carry_over(&self.place.site, &self.place.new, &self.before)?;
        self.place.swap()?;
        self.place.clear().context("the new site stands, but the old one is not cleared away")?;
        Ok(written)
    }

    /// Whether the old site holds this page of ours, with these contents.
    fn is_unchanged(&self, path: &OutputPath, bytes: &[u8]) -> bool {
        self.before.contains(path.as_str()) && is_same(&self.place.site.join(path.as_str()), bytes)
    }

    /// Writes a file that the new site does not have yet.
    fn create(&self, path: &str, bytes: &[u8]) -> anyhow::Result<()> {
        let create = |new: &Path| File::create_new(new)?.write_all(bytes);
        tree::in_its_folder(&self.place.new.join(path), create).with_context(|| format!("cannot write \"{path}\""))
    }

    /// Gives the new site a file of the old one that is as it should be.
    fn take_over(&self, path: &str) -> anyhow::Result<()> {
        tree::share(&self.place.site.join(path), &self.place.new.join(path))
            .with_context(|| format!("cannot take over \"{path}\" from the site before"))
    }

    /// What the build has done, before the old site is gone.
    fn written(&self) -> Written {
        let (paths, unchanged) = (locked(&self.paths), locked(&self.unchanged).len());
        let stale = self.before.iter().filter(|path| !paths.contains(&OutputPath::new(path.as_str())));
        // Others may have deleted a page since, or put a folder of their own in its place.
        let is_file = |path: &&String| fs::symlink_metadata(self.place.site.join(path)).is_ok_and(|it| !it.is_dir());
        let removed = stale.filter(is_file).count();
        Written { written: paths.len() - unchanged, unchanged, removed }
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        // What cannot be removed now is cleared away by the next build. After a swap there is nothing left to do.
        let _ = self.place.recover();
    }
}

/// The files that an earlier build wrote into `site`; `None` if the folder holds something and is not ours.
fn files_of_ours(site: &Path) -> anyhow::Result<Option<HashSet<String>>> {
    let path = site.join(manifest::NAME);
    match fs::read(&path) {
        Ok(bytes) => Ok(std::str::from_utf8(&bytes).ok().and_then(manifest::parse)),
        Err(error) if error.kind() != ErrorKind::NotFound => {
            Err(error).with_context(|| format!("cannot read {}", path.display()))
        }
        Err(_) => match fs::read_dir(site) {
            Ok(mut entries) => Ok(entries.next().is_none().then(HashSet::new)),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(Some(HashSet::new())),
            Err(error) => bail!("cannot list {}: {error}", site.display()),
        },
    }
}

fn locked<T>(shared: &Mutex<T>) -> MutexGuard<'_, T> {
    shared.lock().expect("nobody panics while holding one of the lists")
}

/// Whether there is a plain file with exactly these contents.
fn is_same(path: &Path, bytes: &[u8]) -> bool {
    let same_length = |metadata: Metadata| metadata.is_file() && metadata.len() == bytes.len() as u64;
    fs::symlink_metadata(path).is_ok_and(same_length) && holds(path, bytes).unwrap_or(false)
}

/// Whether the file begins with these bytes. It is read in pieces, and only up to the first that differs.
fn holds(path: &Path, bytes: &[u8]) -> io::Result<bool> {
    let mut file = File::open(path)?;
    let mut buffer = [0; 16 * 1024];
    for expected in bytes.chunks(buffer.len()) {
        let piece = &mut buffer[..expected.len()];
        file.read_exact(piece)?;
        if piece != expected {
            return Ok(false);
        }
    }
    Ok(true)
}

impl fmt::Display for BeginError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotOurFolder { path } => {
                let path = path.display();
                write!(formatter, "{path} is not empty and was not built by leitfaden; choose another folder")
            }
            Self::Io(error) => write!(formatter, "{error:#}"),
        }
    }
}

impl std::error::Error for BeginError {}

impl From<anyhow::Error> for BeginError {
    fn from(error: anyhow::Error) -> Self {
        Self::Io(error)
    }
}
