//! Reading: the handbook's folder, as it is at one moment, becomes [`Sources`].

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use anyhow::Context;
use rayon::prelude::*;
use walkdir::{DirEntry, WalkDir};

use crate::text::{Source, SourcePath, Sources};

/// Whatever a handbook may consist of, from its root.
const PARTS: [&str; 6] = ["site.toml", ".gitignore", "content", "private", "static", "themes"];

/// What `check --report` writes beside the people files; it is nobody's source.
const REPORT: &str = "private/report";

/// What lay in the handbook's folder at one moment.
#[derive(Debug)]
pub struct Scan {
    /// The files, path → bytes.
    ///
    /// Names are kept as the system spells them: an "ü" that a Mac wrote as two characters stays two, because only
    /// that spelling opens the file again.
    pub sources: Sources,
    /// What was left out although an author may expect it on the site, in the order of the paths.
    pub problems: Vec<ScanProblem>,
    /// The files and folders that links in the handbook lead to, in full.
    pub links: BTreeSet<PathBuf>,
}

/// Why something in the handbook's folder was not read.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum ScanProblem {
    /// A symbolic link that leads out of the handbook.
    LinkOutside {
        /// Where the link lies.
        path: SourcePath,
    },
    /// A symbolic link outside the private folders whose target is in one of them, or holds one of them: following it
    /// would publish what `private/` keeps back.
    LinkIntoPrivate {
        /// Where the link lies.
        path: SourcePath,
    },
    /// A file or folder whose name is not UTF-8 and can therefore be neither a path here nor an address on the site.
    NameNotUtf8 {
        /// Where it lies, the broken bytes replaced by `U+FFFD`.
        path: SourcePath,
    },
    /// A file or folder that the system does not let us read, mostly for want of permission.
    Unreadable {
        /// Where it lies.
        path: SourcePath,
        /// What the system says.
        reason: String,
    },
}

impl ScanProblem {
    /// Where it lies.
    #[must_use]
    pub fn path(&self) -> &SourcePath {
        match self {
            Self::LinkOutside { path }
            | Self::LinkIntoPrivate { path }
            | Self::NameNotUtf8 { path }
            | Self::Unreadable { path, .. } => path,
        }
    }
}

/// Reads everything that a handbook at `root` may consist of: `site.toml`, `.gitignore`, `content/`, `private/`
/// (without `private/report`), `static/`, `themes/`, and the private folders `extra`, written from the root with `/`.
///
/// Passed over without a word: hidden files and folders outside `static/`, editors' backup files, links that lead
/// nowhere, and whatever vanishes while it is read (an editor that saves by renaming). An extra folder that leads out of
/// the root is not read.
///
/// # Errors
/// If there is no root; its path is in the context.
pub fn scan(root: &Path, extra: &[&str]) -> anyhow::Result<Scan> {
    Scanner::default().scan(root, extra)
}

/// Scans again and again, and reads only what is not as it was the time before.
#[derive(Debug, Default)]
pub struct Scanner {
    known: BTreeMap<SourcePath, Known>,
    /// The latest change of a file that any scan has met.
    latest: Option<SystemTime>,
    /// What the last whole scan looked through.
    listing: Option<Listing>,
}

impl Scanner {
    /// The same as [`scan()`], with what is known of the files from the scan before.
    ///
    /// # Errors
    /// Those of [`scan()`].
    pub fn scan(&mut self, root: &Path, extra: &[&str]) -> anyhow::Result<Scan> {
        let mut listing = Listing::new(root, extra)?;
        for part in listing.parts.clone() {
            listing.add(&part, usize::MAX);
        }
        let read: Vec<_> = listing.found.par_iter().map(|(path, file)| self.look_at(path, file)).collect();
        // A folder that was taken away meanwhile is not an empty one.
        open(root)?;
        let known = read.into_iter().filter_map(|file| file.map_err(|problem| listing.problems.push(problem)).ok()?);
        self.known = known.map(|known| (known.source.path.clone(), known)).collect();
        self.latest = self.known.values().map(|known| known.stamp.changed).max();
        listing.problems.sort();
        Ok(self.keep(listing))
    }

    /// Looks only at the files that lie directly in these folders, which are named in full: everything else is taken
    /// to be as it was. `None` where only a whole scan can tell, as of a folder in which nothing was before, or where
    /// something is wrong, or where a folder has several names because links lead to it.
    ///
    /// A quick look where something has just happened; a whole scan has to follow when there is time for it.
    pub fn scan_folders(&mut self, folders: &BTreeSet<PathBuf>) -> Option<Scan> {
        let mut listing = self.listing.take().filter(Listing::is_plain)?;
        for folder in folders {
            if !self.scan_folder(&mut listing, folder) || !listing.is_plain() {
                return None;
            }
            listing.found.clear();
        }
        Some(self.keep(listing))
    }

    fn scan_folder(&mut self, listing: &mut Listing, folder: &Path) -> bool {
        let Some(relative) = folder.strip_prefix(&listing.root).ok().and_then(source_path) else { return false };
        let is_read = listing.parts.iter().any(|part| is_within(relative.as_str(), part));
        if relative.as_str().is_empty() || !is_read || is_hidden(relative.as_str()) {
            // What stands in site.toml may be the name of another folder to be read.
            return !relative.as_str().is_empty();
        }
        let before = self.files_in(&relative);
        if before.is_empty() {
            return false;
        }
        listing.add(relative.as_str(), 1);
        for path in before {
            if !listing.found.iter().any(|(found, _)| *found == path) {
                self.known.remove(&path);
            }
        }
        for (path, file) in &listing.found {
            match self.look_at(path, file) {
                Ok(Some(known)) => {
                    self.latest = self.latest.max(Some(known.stamp.changed));
                    self.known.insert(path.clone(), known);
                }
                Ok(None) => drop(self.known.remove(path)),
                Err(_) => return false,
            }
        }
        true
    }

    /// Keeps what was found for the next scan.
    fn keep(&mut self, mut listing: Listing) -> Scan {
        listing.found.clear();
        let sources = self.known.iter().map(|(path, known)| (path.clone(), Arc::clone(&known.source))).collect();
        let Listing { problems, links, .. } = self.listing.insert(listing);
        Scan { sources, problems: problems.clone(), links: links.clone() }
    }

    /// The known files that lie directly in a folder.
    fn files_in(&self, folder: &SourcePath) -> Vec<SourcePath> {
        let prefix = if folder.as_str().is_empty() { String::new() } else { format!("{folder}/") };
        let below = self.known.range(SourcePath::new(prefix.as_str())..);
        let below = below.take_while(|(path, _)| path.as_str().starts_with(&prefix));
        below.map(|(path, _)| path).filter(|path| path.folder() == folder.as_str()).cloned().collect()
    }

    /// The file as it is now; `None` if it is gone.
    fn look_at(&self, path: &SourcePath, file: &Path) -> Result<Option<Known>, ScanProblem> {
        match self.read_if_new(path, file) {
            Ok(known) => Ok(Some(known)),
            Err(error) if is_gone(&error) => Ok(None),
            Err(error) => Err(ScanProblem::Unreadable { path: path.clone(), reason: error.to_string() }),
        }
    }

    fn read_if_new(&self, path: &SourcePath, file: &Path) -> io::Result<Known> {
        let stamp = Stamp::of(&fs::metadata(file)?);
        let known = self.known.get(path).filter(|known| known.stamp == stamp && self.is_settled(stamp));
        if let Some(known) = known {
            return Ok(known.clone());
        }
        let source = Source::new(path.clone(), fs::read(file)?);
        Ok(Known { stamp, source: Arc::new(source) })
    }

    /// Whether a file with this stamp cannot have changed since without a change of the stamp.
    ///
    /// The clocks of file systems tick slowly: what was written about the time of the last scan may have been
    /// written once more within one tick.
    fn is_settled(&self, stamp: Stamp) -> bool {
        self.latest.is_some_and(|latest| stamp.changed + SLOWEST_TICK < latest)
    }
}

/// The clock of FAT file systems knows even seconds only.
const SLOWEST_TICK: Duration = Duration::from_secs(2);

#[derive(Debug, Clone)]
struct Known {
    stamp: Stamp,
    source: Arc<Source>,
}

/// What tells without reading that a file is another than before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Stamp {
    length: u64,
    modified: Option<SystemTime>,
    /// When anything about the file changed last, its name included; the time of its contents where none is known.
    changed: SystemTime,
    /// Which file it is, whatever its name.
    inode: u64,
}

impl Stamp {
    #[cfg(unix)]
    fn of(metadata: &fs::Metadata) -> Self {
        use std::os::unix::fs::MetadataExt;
        let seconds = Duration::from_secs(metadata.ctime().try_into().unwrap_or_default());
        let nanoseconds = Duration::from_nanos(metadata.ctime_nsec().try_into().unwrap_or_default());
        Self {
            length: metadata.len(),
            modified: metadata.modified().ok(),
            changed: SystemTime::UNIX_EPOCH + seconds + nanoseconds,
            inode: metadata.ino(),
        }
    }

    #[cfg(not(unix))]
    fn of(metadata: &fs::Metadata) -> Self {
        let modified = metadata.modified().ok();
        let changed = modified.unwrap_or(SystemTime::UNIX_EPOCH);
        Self { length: metadata.len(), modified, changed, inode: 0 }
    }
}

/// The nearest folder from `start` upward that holds a `site.toml`.
#[must_use]
pub fn find_root(start: &Path) -> Option<PathBuf> {
    let start = std::path::absolute(start).ok()?;
    start.ancestors().find(|folder| folder.join("site.toml").is_file()).map(Path::to_path_buf)
}

/// The folder as a path below the root without `.` and needless slashes; `None` if it is the root or leads out of it.
fn inside_root(folder: &str) -> Option<String> {
    let path = SourcePath::new("").join(folder)?;
    let relative = !Path::new(folder).is_absolute();
    (relative && !path.as_str().is_empty()).then(|| path.as_str().to_owned())
}

/// The parts to list, none inside another, so that nothing is read or reported twice.
fn parts(extra: &[String]) -> Vec<String> {
    let mut all: Vec<String> = PARTS.iter().map(|&part| part.to_owned()).chain(extra.iter().cloned()).collect();
    all.sort();
    all.dedup();
    let is_inside = |part: &str, other: &str| part != other && is_within(part, other);
    all.iter().filter(|part| !all.iter().any(|other| is_inside(part, other))).cloned().collect()
}

/// Whether `path` is the folder `part` or lies in it.
fn is_within(path: &str, part: &str) -> bool {
    path.strip_prefix(part).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// Whether a folder is hidden, or lies in one that is.
fn is_hidden(folder: &str) -> bool {
    let is_copied = is_within(folder, COPIED);
    folder.split('/').any(|name| name.starts_with('.') && (!is_copied || is_left_hidden(name)))
}

/// The folder of the handbook in full.
fn open(root: &Path) -> anyhow::Result<PathBuf> {
    fs::canonicalize(root).with_context(|| format!("cannot open {}", root.display()))
}

/// A list in the making of the files to read.
#[derive(Debug)]
struct Listing {
    root: PathBuf,
    /// The files and folders of the root to look through.
    parts: Vec<String>,
    /// The folders whose contents must not reach the site; they need not exist.
    private: Vec<PathBuf>,
    found: Vec<(SourcePath, PathBuf)>,
    problems: Vec<ScanProblem>,
    links: BTreeSet<PathBuf>,
}

impl Listing {
    /// An empty list for the handbook at `root` with the private folders `extra`.
    fn new(root: &Path, extra: &[&str]) -> anyhow::Result<Self> {
        let root = open(root)?;
        let extra: Vec<String> = extra.iter().filter_map(|folder| inside_root(folder)).collect();
        let private = extra.iter().map(String::as_str).chain(["private"]).map(|name| root.join(name)).collect();
        let parts = parts(&extra);
        Ok(Self { root, parts, private, found: Vec::new(), problems: Vec::new(), links: BTreeSet::new() })
    }

    /// Whether every file has one name and nothing is wrong, so that a look at one folder tells all about it.
    fn is_plain(&self) -> bool {
        self.problems.is_empty() && self.links.is_empty()
    }

    /// Lists the file or folder `part` of the root, if there is such a thing, down to this many folders.
    ///
    /// Links are followed; `walkdir` notices those that lead back to a folder above them.
    fn add(&mut self, part: &str, depth: usize) {
        let start = self.root.join(part);
        let mut entries = WalkDir::new(&start).follow_links(true).max_depth(depth).into_iter();
        while let Some(entry) = entries.next() {
            let entry = match entry {
                Ok(entry) => entry,
                Err(error) => {
                    self.problems.extend(self.problem_of_walk(&error));
                    continue;
                }
            };
            if self.accept(&entry) {
                continue;
            }
            if entry.file_type().is_dir() {
                entries.skip_current_dir();
            }
        }
    }

    /// What is wrong with a step of the walk that failed; nothing if it stands for nothing at all.
    fn problem_of_walk(&self, error: &walkdir::Error) -> Option<ScanProblem> {
        let reason = error.io_error().filter(|_| !is_nothing(error))?.to_string();
        let relative = error.path()?.strip_prefix(&self.root).ok()?;
        Some(ScanProblem::Unreadable { path: SourcePath::new(lossy(relative)), reason })
    }

    /// Notes a file to be read, or a problem; `false` if this is the end of the way down.
    fn accept(&mut self, entry: &DirEntry) -> bool {
        let relative = entry.path().strip_prefix(&self.root).unwrap_or(entry.path());
        if entry.depth() > 0 && is_passed_over(entry, relative) {
            return false;
        }
        let Some(path) = source_path(relative) else {
            self.problems.push(ScanProblem::NameNotUtf8 { path: SourcePath::new(lossy(relative)) });
            return false;
        };
        if path.as_str() == REPORT {
            return false;
        }
        if entry.path_is_symlink()
            && let Ok(target) = fs::canonicalize(entry.path())
        {
            if let Some(problem) = self.problem_of_link(entry.path(), &path, &target) {
                self.problems.push(problem);
                return false;
            }
            self.links.insert(target);
        }
        if entry.file_type().is_file() {
            self.found.push((path, entry.path().to_path_buf()));
        }
        true
    }

    /// What forbids following the link at `path` to its `target`, if anything does.
    fn problem_of_link(&self, link: &Path, path: &SourcePath, target: &Path) -> Option<ScanProblem> {
        if !target.starts_with(&self.root) {
            return Some(ScanProblem::LinkOutside { path: path.clone() });
        }
        let from_private = self.private.iter().any(|folder| link.starts_with(folder));
        let into_private = self.private.iter().filter_map(|folder| fs::canonicalize(folder).ok());
        let mut overlaps = into_private.filter(|folder| target.starts_with(folder) || folder.starts_with(target));
        (!from_private && overlaps.next().is_some()).then(|| ScanProblem::LinkIntoPrivate { path: path.clone() })
    }
}

/// Whether a failed step of the walk stands for nothing at all: gone meanwhile, a dead link, or a link in a circle.
fn is_nothing(error: &walkdir::Error) -> bool {
    error.loop_ancestor().is_some() || error.io_error().is_some_and(is_gone)
}

/// Whether the error says that there is no such file (any more).
fn is_gone(error: &io::Error) -> bool {
    // Links that point at each other have a kind of their own, FilesystemLoop, which is not stable; ELOOP is 40 on
    // Linux and 62 on the BSDs and macOS.
    matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory)
        || (cfg!(unix) && matches!(error.raw_os_error(), Some(40 | 62)))
}

/// Whether this is hidden, or a file that an editor or a file manager left lying.
fn is_passed_over(entry: &DirEntry, relative: &Path) -> bool {
    let name = entry.file_name().to_string_lossy();
    let is_hidden = name.starts_with('.') && (!relative.starts_with(COPIED) || is_left_hidden(&name));
    is_hidden || (!entry.file_type().is_dir() && is_leftover(&name))
}

/// The folder that is copied as it is (model.md §1): hosts look for `.well-known/` and `.htaccess`.
const COPIED: &str = "static";

/// Whether a hidden name is that of something which programs leave lying: what a Mac notes of a folder or a file, an
/// editor's lock, anything of git.
fn is_left_hidden(name: &str) -> bool {
    name == ".DS_Store" || [".#", "._", ".git"].iter().any(|beginning| name.starts_with(beginning))
}

/// Whether a file of this name is a backup, a lock or a half-written file of some editor, never an author's.
///
/// `4913` is what Vim creates to try out a folder, `~$…` what Word does while a file is open, `…___jb_tmp___` is
/// half of a save by an IDE.
fn is_leftover(name: &str) -> bool {
    const NAMES: [&str; 3] = ["4913", "Thumbs.db", "desktop.ini"];
    const ENDINGS: [&str; 9] = ["~", ".swp", ".swo", ".bak", ".orig", ".rej", ".tmp", "___jb_tmp___", "___jb_old___"];
    NAMES.contains(&name)
        || ENDINGS.iter().any(|ending| name.ends_with(ending))
        || name.starts_with("~$")
        || (name.starts_with('#') && name.ends_with('#'))
}

/// The path with `/`, or `None` if it is not UTF-8.
fn source_path(relative: &Path) -> Option<SourcePath> {
    let parts: Option<Vec<&str>> = relative.iter().map(|part| part.to_str()).collect();
    parts.map(|parts| SourcePath::new(parts.join("/")))
}

/// The path with `/`, whatever is not UTF-8 replaced.
fn lossy(relative: &Path) -> String {
    let parts: Vec<Cow<'_, str>> = relative.iter().map(|part| part.to_string_lossy()).collect();
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leftovers_of_editors_are_known_by_their_names() {
        for name in [
            "4913",
            "ads.md~",
            "#ads.md#",
            "ads.swp",
            "ads.toml.bak",
            "~$plan.docx",
            "Thumbs.db",
            "a.md.orig",
            "desktop.ini",
        ] {
            assert!(is_leftover(name), "{name}");
        }
        for name in ["4913.toml", "ads.md", "#1.md", "bak", "tmp.md", "c#"] {
            assert!(!is_leftover(name), "{name}");
        }
    }

    #[test]
    fn an_extra_folder_is_listed_once_and_only_inside_the_root() {
        let extra: Vec<String> = ["private/people", "./hr//people/", "hr", "..", ".", "/etc", "a/../../b"]
            .iter()
            .filter_map(|folder| inside_root(folder))
            .collect();
        assert_eq!(parts(&extra), [".gitignore", "content", "hr", "private", "site.toml", "static", "themes"]);
    }
}
