//! Waiting for a change in the handbook's folder.
//!
//! An event of the file system says *when* something happened, and at best *where* to look first; never *what*:
//! whoever waits here scans afterwards, and scans the whole folder once more when it has become still. That is why
//! deletes, renames, atomic saves, backup files and a change of fifty files at once need no case of their own.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::{Duration, Instant, SystemTime};

use notify::event::{AccessKind, AccessMode, CreateKind, EventKind, ModifyKind, RemoveKind};
use notify::{Config, RecommendedWatcher, RecursiveMode, Watcher};

/// So long nothing may happen before a change counts as complete: an editor that saves writes several times.
const QUIET: Duration = Duration::from_millis(10);

/// A file that was just emptied is mostly about to be written: so long nothing may happen then.
const EMPTIED: Duration = Duration::from_millis(100);

/// One write makes several events within this time. A look that begins between them would see half of it.
const BREATH: Duration = Duration::from_millis(1);

/// A change is looked at after this time at the latest, even if it goes on.
const PATIENCE: Duration = Duration::from_millis(250);

/// So long after a change the folder is looked at once more: files that appear in a new folder before it is watched
/// make no event.
const AFTERMATH: Duration = Duration::from_millis(150);

/// So many times running folders may go away while they are about to be watched; then something else is wrong.
const MOST_MISSED: u32 = 10;

/// How often a folder is looked at of which no events can be had.
const POLL: Duration = Duration::from_millis(500);

/// Waits for changes below a folder.
pub struct Watch {
    root: PathBuf,
    /// The root and what is watched of it, and where links lead.
    parts: Vec<Part>,
    kind: Kind,
    /// When something happened last, if a look afterwards is still due.
    last: Option<Instant>,
    /// When the change began that is waited for.
    begun: Option<Instant>,
    touched: Touched,
    /// How many times running a folder went away while those beside it were about to be watched.
    missed: u32,
    /// Set by every event, unset when it is waited for.
    is_stirred: Arc<AtomicBool>,
}

enum Kind {
    Events { watcher: RecommendedWatcher, events: Receiver<Signal> },
    Polling(Duration),
}

/// A folder or file of the root that is watched as long as it is the same one.
struct Part {
    path: PathBuf,
    recursive: RecursiveMode,
    watched: Option<Identity>,
    /// Whether the watch may miss folders below.
    is_stale: bool,
}

/// Tells a folder from another one that has taken its name.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Identity {
    device: u64,
    inode: u64,
    /// Numbers of inodes are used again at once.
    created: Option<SystemTime>,
}

/// What an event says.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Signal {
    /// Something happened to files in these folders.
    Files(Vec<PathBuf>),
    /// Folders came, went or changed names, so that what is watched has to be set anew.
    Folders,
}

/// Where something may have changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Touched {
    /// Anywhere.
    Everything,
    /// Directly in these folders, as far as is known for now.
    Folders(BTreeSet<PathBuf>),
}

impl Touched {
    fn add(&mut self, signal: &Signal) {
        match (&mut *self, signal) {
            (Self::Folders(known), Signal::Files(folders)) => known.extend(folders.iter().cloned()),
            _ => *self = Self::Everything,
        }
    }
}

/// How changes are noticed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mode {
    /// The system tells.
    Events,
    /// By looking every so often, because its user said so.
    Asked(Duration),
    /// By looking every so often, for want of events; the reason in a few words.
    Fallback(Duration, String),
}

impl Watch {
    /// Watches what lies in `root` itself and what lies below its `folders`, which may appear later, and wherever
    /// `links` lead, which lie in them.
    ///
    /// With `poll` no events are asked for, and [`Watch::wait`] ends after that time. Also without, where events
    /// cannot be had: see [`Mode`].
    #[must_use]
    pub fn new(root: &Path, folders: &[&str], links: &BTreeSet<PathBuf>, poll: Option<Duration>) -> (Self, Mode) {
        // Paths of events and of the folders must not depend on the working folder.
        let root = fs::canonicalize(root).unwrap_or_else(|_| root.to_path_buf());
        let parts = parts(&root, folders, links);
        let kind = Kind::Polling(poll.unwrap_or(POLL));
        let touched = Touched::Everything;
        let mut watch =
            Self { root, parts, kind, last: None, begun: None, touched, missed: 0, is_stirred: Arc::default() };
        let mode = match poll {
            Some(interval) => Mode::Asked(interval),
            None => match watch.ask_for_events() {
                Ok(()) => Mode::Events,
                Err(reason) => watch.fall_back(reason),
            },
        };
        (watch, mode)
    }

    /// Watches other folders and other links from now on. What is new among them is looked at soon, as after a change.
    pub fn cover(&mut self, folders: &[&str], links: &BTreeSet<PathBuf>) {
        let wanted = parts(&self.root, folders, links);
        if wanted.iter().map(|part| &part.path).eq(self.parts.iter().map(|part| &part.path)) {
            return;
        }
        for part in std::mem::replace(&mut self.parts, wanted) {
            if let (Kind::Events { watcher, .. }, Some(_)) = (&mut self.kind, part.watched) {
                // What is gone is no longer watched anyway.
                let _ = watcher.unwatch(&part.path);
            }
        }
        self.last = Some(Instant::now());
    }

    /// Has the system tell of changes; the reason if it does not.
    fn ask_for_events(&mut self) -> Result<(), String> {
        if let Some(name) = silent_file_system(&self.root) {
            return Err(format!("{name} tells of no changes"));
        }
        let (sender, events) = mpsc::channel();
        let is_stirred = Arc::clone(&self.is_stirred);
        let pass_on = move |event| {
            if let Some(signal) = signal(event) {
                is_stirred.store(true, Ordering::Relaxed);
                // When nobody listens any more, the program is about to end.
                let _ = sender.send(signal);
            }
        };
        // Links are followed where a scan has followed them: others lead out of the handbook, and to whole disks.
        let config = Config::default().with_follow_symlinks(false);
        let watcher = RecommendedWatcher::new(pass_on, config).map_err(|error| in_words(&error))?;
        self.kind = Kind::Events { watcher, events };
        self.follow_folders().map_err(|error| in_words(&error))
    }

    /// Returns when something may have changed: look then [where it happened](Self::touched), and ask
    /// [`Watch::is_over`] whether that was all.
    ///
    /// If events stop being available, such as when the system's limit of watched folders is reached, the watch
    /// goes on by looking every so often and says so once.
    pub fn wait(&mut self) -> Option<Mode> {
        self.touched = Touched::Everything;
        let events = match &self.kind {
            Kind::Polling(interval) => {
                std::thread::sleep(*interval);
                return None;
            }
            Kind::Events { events, .. } => events,
        };
        let next = match self.longest_wait() {
            Some(time) => events.recv_timeout(time),
            None => events.recv().map_err(|_| RecvTimeoutError::Disconnected),
        };
        if next == Err(RecvTimeoutError::Disconnected) {
            return Some(self.fall_back("the system has stopped telling of them".to_owned()));
        }
        self.is_stirred.store(false, Ordering::Relaxed);
        self.last = next.as_ref().ok().map(|_| Instant::now());
        self.begun = self.last;
        if let Ok(signal) = next {
            self.touched = Touched::Folders(BTreeSet::new());
            self.note(&signal);
            self.hear_until(BREATH, QUIET);
        }
        let error = self.follow_folders().err()?;
        Some(self.fall_back(in_words(&error)))
    }

    /// After this time a look is due even if nothing is heard.
    fn longest_wait(&self) -> Option<Duration> {
        let root_is_gone = self.parts.first().is_some_and(|root| root.watched.is_none());
        match self.last {
            Some(_) => Some(AFTERMATH),
            // Nothing tells when it comes back: the folder above is nobody's handbook.
            None if root_is_gone => Some(POLL),
            None => None,
        }
    }

    /// Where something may have changed since [`wait`](Self::wait) began.
    #[must_use]
    pub fn touched(&self) -> &Touched {
        &self.touched
    }

    /// Waits until nothing has happened for a moment; `false` if something did, so that a look before is out of date.
    ///
    /// Looking meanwhile costs nobody any time. What goes on and on is over when patience is. The moment is longer
    /// after files were emptied.
    pub fn is_over(&mut self, has_emptied: bool) -> bool {
        if !has_emptied {
            return !self.hear_until(QUIET, PATIENCE);
        }
        // It may have been noticed without an event.
        self.begun = self.begun.or_else(|| Some(Instant::now()));
        self.last = self.last.or(self.begun);
        !self.hear_until(EMPTIED, PATIENCE)
    }

    /// Takes note of what happens until it has been still for so long, or at the latest so long after it began;
    /// whether anything has happened.
    fn hear_until(&mut self, stillness: Duration, latest: Duration) -> bool {
        let (Kind::Events { events, .. }, Some(mut last), Some(begun)) = (&self.kind, self.last, self.begun) else {
            return false;
        };
        let mut signals = Vec::new();
        while last.duration_since(begun) < latest {
            match events.recv_timeout(stillness.saturating_sub(last.elapsed())) {
                Ok(signal) => {
                    last = Instant::now();
                    signals.push(signal);
                }
                Err(_) => break,
            }
        }
        self.last = Some(last);
        signals.iter().for_each(|signal| self.note(signal));
        !signals.is_empty()
    }

    fn note(&mut self, signal: &Signal) {
        self.touched.add(signal);
        if *signal == Signal::Folders {
            self.parts.iter_mut().for_each(|part| part.is_stale = true);
        }
    }

    fn fall_back(&mut self, reason: String) -> Mode {
        self.kind = Kind::Polling(POLL);
        self.last = None;
        // Nobody would ever take back that something has happened, and the old watcher may say so once more.
        self.is_stirred = Arc::default();
        Mode::Fallback(POLL, reason)
    }

    /// Watches folders that have appeared, and those that have taken the place of others.
    fn follow_folders(&mut self) -> notify::Result<()> {
        let Kind::Events { watcher, .. } = &mut self.kind else { return Ok(()) };
        let mut has_missed = false;
        for part in &mut self.parts {
            let identity = Identity::of(&part.path);
            let is_stale = std::mem::take(&mut part.is_stale) && part.recursive == RecursiveMode::Recursive;
            if identity == part.watched && !is_stale {
                continue;
            }
            if part.watched.take().is_some() {
                // What is gone is no longer watched anyway.
                let _ = watcher.unwatch(&part.path);
            }
            if identity.is_some() {
                match watcher.watch(&part.path, part.recursive) {
                    Ok(()) => part.watched = identity,
                    // It went away meanwhile; the folder above tells when it is back.
                    Err(_) if !part.path.exists() => {}
                    Err(error) if is_of_something_gone(&error) && self.missed < MOST_MISSED => {
                        // The watcher stops at the first folder that it misses; those beside it are not watched yet.
                        let _ = watcher.unwatch(&part.path);
                        has_missed = true;
                    }
                    Err(error) => return Err(error),
                }
            }
        }
        self.missed = if has_missed { self.missed + 1 } else { 0 };
        if has_missed {
            self.last = Some(Instant::now());
        }
        Ok(())
    }

    /// Tells other threads whether nothing new happens.
    pub fn stillness(&self) -> impl Fn() -> bool + Sync + use<> {
        let is_stirred = Arc::clone(&self.is_stirred);
        move || !is_stirred.load(Ordering::Relaxed)
    }

    /// Whether nothing has happened for a while.
    #[must_use]
    pub fn is_idle(&self) -> bool {
        self.last.is_none() && !self.is_stirred.load(Ordering::Relaxed)
    }
}

/// The root, its `folders` and what `links` lead to, none inside another.
fn parts(root: &Path, folders: &[&str], links: &BTreeSet<PathBuf>) -> Vec<Part> {
    let mut parts = vec![Part::new(root.to_path_buf(), RecursiveMode::NonRecursive)];
    let folders = folders.iter().map(|folder| Part::new(root.join(folder), RecursiveMode::Recursive));
    for part in folders.chain(links.iter().filter_map(|target| Part::of_link(target))) {
        if !parts.iter().any(|other| other.covers(&part)) {
            parts.push(part);
        }
    }
    parts
}

impl Part {
    fn new(path: PathBuf, recursive: RecursiveMode) -> Self {
        Self { path, recursive, watched: None, is_stale: false }
    }

    /// What has to be watched to learn of changes at the end of a link. Folders are watched, never single files.
    fn of_link(target: &Path) -> Option<Self> {
        if target.is_dir() {
            return Some(Self::new(target.to_path_buf(), RecursiveMode::Recursive));
        }
        Some(Self::new(target.parent()?.to_path_buf(), RecursiveMode::NonRecursive))
    }

    fn covers(&self, other: &Self) -> bool {
        let is_inside = self.recursive == RecursiveMode::Recursive && other.path.starts_with(&self.path);
        is_inside || (self.path == other.path && other.recursive == RecursiveMode::NonRecursive)
    }
}

impl Identity {
    #[cfg(unix)]
    fn of(path: &Path) -> Option<Self> {
        use std::os::unix::fs::MetadataExt;
        let metadata = fs::metadata(path).ok()?;
        Some(Self { device: metadata.dev(), inode: metadata.ino(), created: metadata.created().ok() })
    }

    #[cfg(not(unix))]
    fn of(path: &Path) -> Option<Self> {
        let metadata = fs::metadata(path).ok()?;
        Some(Self { device: 0, inode: 0, created: metadata.created().ok() })
    }
}

/// What an event says; nothing if somebody has only read a file, as we do ourselves.
fn signal(event: notify::Result<notify::Event>) -> Option<Signal> {
    let Ok(event) = event else { return Some(Signal::Folders) };
    // So much has happened at once that the system has forgotten what.
    if event.need_rescan() {
        return Some(Signal::Folders);
    }
    match event.kind {
        EventKind::Access(kind) if kind != AccessKind::Close(AccessMode::Write) => None,
        EventKind::Create(CreateKind::File) | EventKind::Remove(RemoveKind::File) => Some(files(&event.paths)),
        EventKind::Create(_) | EventKind::Remove(_) => Some(Signal::Folders),
        // Nothing tells whether a name that is gone was that of a folder; files mostly have an ending.
        EventKind::Modify(ModifyKind::Name(_)) if event.paths.iter().any(|path| path.extension().is_none()) => {
            Some(Signal::Folders)
        }
        _ => Some(files(&event.paths)),
    }
}

/// Something happened to these files.
fn files(paths: &[PathBuf]) -> Signal {
    Signal::Files(paths.iter().filter_map(|path| path.parent()).map(Path::to_path_buf).collect())
}

/// Whether a folder cannot be watched because there is none (any more).
fn is_of_something_gone(error: &notify::Error) -> bool {
    match &error.kind {
        notify::ErrorKind::PathNotFound => true,
        notify::ErrorKind::Io(error) => matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory),
        _ => false,
    }
}

fn in_words(error: &notify::Error) -> String {
    match &error.kind {
        notify::ErrorKind::MaxFilesWatch => "the system's limit of watched folders is reached".to_owned(),
        _ => error.to_string(),
    }
}

/// The name of the file system at `path`, if changes on it are not told: others make them, on another machine.
#[cfg(target_os = "linux")]
fn silent_file_system(path: &Path) -> Option<&'static str> {
    // The numbers of statfs(2).
    let silent = [
        (0x6969, "a network drive (NFS)"),
        (0x517b, "a network drive (SMB)"),
        (0xff53_4d42, "a network drive (CIFS)"),
        (0xfe53_4d42, "a network drive (SMB)"),
        (0x0102_1997, "a folder shared with a virtual machine (9p)"),
        (0x786f_4256, "a folder shared with a virtual machine (vboxsf)"),
        (0x6573_5546, "a drive of a program (FUSE)"),
    ];
    // The type of this number is not the same on all machines.
    let kind = i128::from(rustix::fs::statfs(path).ok()?.f_type);
    silent.iter().find(|(number, _)| *number == kind).map(|(_, name)| *name)
}

#[cfg(not(target_os = "linux"))]
fn silent_file_system(_: &Path) -> Option<&'static str> {
    None
}

#[cfg(test)]
mod tests {
    use notify::Event;
    use notify::event::Flag;

    use super::*;

    #[test]
    fn what_the_system_has_forgotten_may_have_been_anything() {
        let overflow = Event::new(EventKind::Other).set_flag(Flag::Rescan);
        assert_eq!(signal(Ok(overflow)), Some(Signal::Folders));
    }

    #[test]
    fn reading_is_no_change() {
        for kind in [AccessKind::Open(AccessMode::Any), AccessKind::Close(AccessMode::Read), AccessKind::Read] {
            assert_eq!(signal(Ok(Event::new(EventKind::Access(kind)).add_path("/a/b.md".into()))), None);
        }
    }

    #[test]
    fn who_looks_every_so_often_is_idle_between() {
        let folder = tempfile::tempdir().unwrap();
        let (mut watch, mode) = Watch::new(folder.path(), &[], &BTreeSet::new(), None);
        assert_eq!(mode, Mode::Events);
        watch.is_stirred.store(true, Ordering::Relaxed);
        assert!(!watch.is_idle());
        watch.fall_back("of a test".to_owned());
        assert!(watch.is_idle() && watch.stillness()());
    }

    #[test]
    fn what_is_gone_is_told_from_what_is_broken() {
        let gone = [io::ErrorKind::NotFound, io::ErrorKind::NotADirectory].map(|kind| notify::Error::io(kind.into()));
        assert!(gone.iter().chain(&[notify::Error::path_not_found()]).all(is_of_something_gone));
        for other in [notify::Error::new(notify::ErrorKind::MaxFilesWatch), notify::Error::generic("broken")] {
            assert!(!is_of_something_gone(&other));
        }
    }

    #[test]
    fn a_folder_is_watched_once_however_it_is_reached() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        fs::create_dir_all(root.join("shared/inner")).unwrap();
        fs::create_dir_all(root.join("content/topics")).unwrap();
        let links = ["shared/inner", "shared/x.md", "README.md", "content/topics"].map(|target| root.join(target));
        let parts = parts(root, &["content", "private", "private/people"], &links.into());
        let watched: Vec<_> = parts.iter().map(|part| part.path.strip_prefix(root).unwrap()).collect();
        assert_eq!(watched, ["", "content", "private", "shared/inner", "shared"].map(Path::new));
    }
}
