//! `leitfaden serve`: shows the website of a handbook while it is being written.

use std::collections::BTreeSet;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::{Context, Error, Result};

use super::arguments::{Everywhere, Format, Serve};
use super::common::{Notes, look_again, people_folder, scan_problem, write_shown};
use super::terminal::Terminal;
use crate::diagnostics::emit::Private;
use crate::diagnostics::{Code, Diagnostic, Place, Report, Severity};
use crate::disk::{Mode, Scan, ScanProblem, Scanner, Touched, Watch};
use crate::handbook::Drafts;
use crate::pipeline::{Loaded, Settings};
use crate::serve::{Editor, Made, Maker, Preview, Problems, bind, end, problems, serve};
use crate::text::{SourcePath, Sources, changed};

/// The folders whose contents make the site.
const FOLDERS: [&str; 4] = ["content", "private", "static", "themes"];

pub(super) fn run(everywhere: &Everywhere, options: &Serve) -> Result<ExitCode> {
    let root = root(everywhere)?;
    let runtime =
        tokio::runtime::Builder::new_multi_thread().enable_all().build().context("no server can be started")?;
    let wanted = SocketAddr::new(options.host, options.port);
    // Whoever reads the address may end the program at once.
    let (listener, end) = runtime.block_on(async { anyhow::Ok((bind(wanted).await?, end()?)) })?;
    let address = listener.local_addr()?;
    let preview = Arc::new(Preview::new(address));
    let terminal = Terminal::new();
    announce(&terminal, everywhere, options, address);
    let author = Author {
        everywhere: everywhere.clone(),
        editor: Editor { pattern: options.editor.clone(), root: root.to_string_lossy().replace('\\', "/") },
        poll: options.poll.map(Duration::from_millis),
        preview: Arc::clone(&preview),
        terminal,
        root,
        scanner: Scanner::default(),
        maker: Maker::default(),
        shown: Arc::default(),
        unread: Vec::new(),
        links: BTreeSet::new(),
        failure: None,
        told: None,
        diagnostics: Vec::new(),
        unseen: None,
    };
    // It ends with the program, wherever it is just then: it writes nothing.
    std::thread::spawn(move || author.follow());
    runtime.block_on(serve(listener, preview, end));
    // Requests that wait for the handbook must not keep the program from ending.
    runtime.shutdown_background();
    Ok(ExitCode::SUCCESS)
}

/// The folder of the handbook; the folder we are in, if there is none yet.
fn root(everywhere: &Everywhere) -> Result<PathBuf> {
    match everywhere.root() {
        Err(_) if everywhere.root.is_none() => std::env::current_dir().context("the working folder cannot be read"),
        root => root,
    }
}

fn announce(terminal: &Terminal, everywhere: &Everywhere, options: &Serve, address: SocketAddr) {
    let url = format!("http://{address}/");
    terminal.say(&url);
    if !everywhere.quiet {
        if options.port != 0 && address.port() != options.port {
            terminal.say(format!("Port {} is taken; this is the next free one.", options.port));
        }
        terminal.say("Changes show by themselves. End with Ctrl-C.");
    }
    if options.open {
        // Without a browser the address above still stands.
        if let Err(error) = open::that_detached(&url) {
            terminal.complain(&format!("no browser could be opened: {error}"));
        }
    }
}

/// Follows what an author does.
struct Author {
    everywhere: Everywhere,
    root: PathBuf,
    editor: Editor,
    poll: Option<Duration>,
    preview: Arc<Preview>,
    terminal: Terminal,
    scanner: Scanner,
    maker: Maker,
    /// What was there when the site that is shown was made.
    shown: Arc<Sources>,
    /// What of it could not be read.
    unread: Vec<ScanProblem>,
    /// Where its links lead.
    links: BTreeSet<PathBuf>,
    /// Why the folder cannot be read just now.
    failure: Option<String>,
    told: Option<Told>,
    /// The errors and warnings that were said last.
    diagnostics: Vec<Diagnostic>,
    /// What was made last, as long as not all its pages were looked at.
    unseen: Option<Made>,
}

impl Author {
    fn follow(mut self) {
        self.first_look();
        let people = people_folder(&self.shown);
        let (mut watch, mode) = Watch::new(&self.root, &folders(people.as_deref()), &self.links, self.poll);
        self.say_mode(&mode);
        // What changed between the first look and the first watch is met at once.
        self.look(&mut watch);
        loop {
            watch.cover(&folders(people_folder(&self.shown).as_deref()), &self.links);
            if watch.is_idle() {
                self.inspect(&watch);
            }
            if let Some(mode) = watch.wait() {
                self.say_mode(&mode);
            }
            self.look(&mut watch);
        }
    }

    /// Shows the handbook for the first time.
    fn first_look(&mut self) {
        let Some(scan) = self.scan(&Touched::Everything) else { return };
        // The first page need not wait until every text was looked at.
        let made = self.maker.glance(scan.sources.clone(), &found(&scan), &self.settings());
        if made.site.is_some() {
            self.preview.show(made.site, Problems::default());
        }
        let ready = self.make(scan);
        self.show(ready, None);
    }

    /// Looks until nothing changes any more, and shows what that makes. It is made while there is still a chance that
    /// more comes: an author does not wait for that chance to pass and then for the site.
    fn look(&mut self, watch: &mut Watch) {
        let begun = Instant::now();
        let (mut made, mut had_failed): (Option<(Ready, Change)>, _) = (None, false);
        loop {
            let mut has_emptied = false;
            had_failed |= self.failure.is_some();
            if let Some(scan) = self.scan(watch.touched()) {
                let files = differences(&self.shown, &self.unread, &scan);
                let is_wanted = had_failed || !files.is_empty();
                let is_empty = |path: &SourcePath| scan.sources.get(path).is_some_and(|now| now.bytes.is_empty());
                has_emptied = files.iter().any(is_empty);
                // What came late may have changed nothing more.
                let is_made = made.as_ref().is_some_and(|(ready, _)| ready.is_of(&scan));
                if !is_wanted {
                    made = None;
                } else if !is_made {
                    made = Some((self.make(scan), Change { begun, files }));
                }
            }
            if watch.is_over(has_emptied) {
                break;
            }
        }
        if let Some((made, change)) = made {
            self.show(made, Some(&change));
        }
    }

    /// The handbook as it is on the disk; `None` if there is none just now.
    fn scan(&mut self, touched: &Touched) -> Option<Scan> {
        let mut looked = look_again(&mut self.scanner, &self.root, touched);
        if let Ok(scan) = &looked
            && people_folder(&scan.sources) != people_folder(&self.shown)
        {
            // The people lie somewhere else now, where nobody has looked yet.
            looked = look_again(&mut self.scanner, &self.root, &Touched::Everything);
        }
        match looked {
            Ok(scan) => {
                self.failure = None;
                Some(scan)
            }
            Err(error) => {
                self.fail(&error);
                None
            }
        }
    }

    fn make(&mut self, scan: Scan) -> Ready {
        let found = found(&scan);
        let Scan { sources, problems: unread, links } = scan;
        let made = self.maker.make(sources, &found, &self.settings(), &self.preview.open_pages());
        let diagnostics = made.diagnostics();
        let problems = self.problems(&made.loaded, &diagnostics);
        Ready { made, unread, links, diagnostics, problems }
    }

    /// It may be another day than when the preview was started.
    fn settings(&self) -> Settings {
        Settings { drafts: Drafts::Shown, ..self.everywhere.settings() }
    }

    fn show(&mut self, ready: Ready, change: Option<&Change>) {
        let Ready { made, unread, links, diagnostics, problems } = ready;
        self.maker.accept(&made);
        self.shown = Arc::clone(&made.loaded.sources);
        (self.unread, self.links) = (unread, links);
        let updated = self.preview.show(made.site.clone(), problems);
        if let Some(change) = change {
            self.say_change(change, updated);
        }
        self.say_problems(&made.loaded, diagnostics);
        self.unseen = Some(made);
    }

    /// Says that there is no handbook that could be read. What was shown before stays.
    fn fail(&mut self, error: &Error) {
        let message = format!("{error:#}");
        if self.failure.as_ref() == Some(&message) {
            return;
        }
        self.terminal.complain(&message);
        let problem = Diagnostic::new(Code::MissingFile, message.clone(), Place::top(&SourcePath::new("site.toml")));
        let problem = problem.help("put the folder of the handbook back in its place");
        let private = Private::with_people("private/people");
        self.preview.show(None, problems(&self.shown, &private, &self.editor, std::slice::from_ref(&problem)));
        (self.failure, self.told, self.diagnostics) = (Some(message), None, vec![problem]);
    }

    /// Looks at all pages while nobody is waiting.
    fn inspect(&mut self, watch: &Watch) {
        let Some(mut made) = self.unseen.take() else { return };
        if !made.inspect(watch.stillness()) {
            self.unseen = Some(made);
            return;
        }
        self.maker.settle(&mut made, &self.settings(), &self.preview.open_pages());
        let diagnostics = made.diagnostics();
        let problems = self.problems(&made.loaded, &diagnostics);
        self.preview.show(made.site, problems);
        self.say_problems(&made.loaded, diagnostics);
    }

    /// What the browser is told of these messages: the same as before, as long as they and their files are the same.
    fn problems(&mut self, loaded: &Loaded, diagnostics: &[Diagnostic]) -> Problems {
        if let Some(told) = self.told.as_ref().filter(|told| told.still_holds(diagnostics, &loaded.sources)) {
            return told.problems.clone();
        }
        let people = loaded.handbook.as_ref().map_or("private/people", |book| book.config.people_folder());
        let problems = problems(&loaded.sources, &Private::with_people(people), &self.editor, diagnostics);
        let (diagnostics, sources) = (diagnostics.to_vec(), Arc::clone(&loaded.sources));
        self.told = Some(Told { diagnostics, sources, problems: problems.clone() });
        problems
    }

    fn say_change(&self, change: &Change, updated: usize) {
        let files = match change.files.as_slice() {
            _ if self.everywhere.quiet => return,
            [] => return,
            [one] => one.to_string(),
            several => format!("{} files", several.len()),
        };
        let pages = match updated {
            0 => String::new(),
            1 => "  1 open page updated".to_owned(),
            more => format!("  {more} open pages updated"),
        };
        self.terminal.say(format!("{files}  {} ms{pages}", change.begun.elapsed().as_millis()));
    }

    /// Messages when they come, and one line when they are gone.
    fn say_problems(&mut self, loaded: &Loaded, diagnostics: Vec<Diagnostic>) {
        let now = diagnostics.into_iter().filter(|one| one.severity != Severity::Note).collect();
        let before = std::mem::replace(&mut self.diagnostics, now);
        if before == self.diagnostics {
            return;
        }
        if self.diagnostics.is_empty() {
            self.terminal.say("All problems are mended.");
            return;
        }
        let mut text = Vec::new();
        write_shown(&self.everywhere, loaded, Format::Human, &self.diagnostics, Notes::Counted, &mut text)
            .expect("writing to memory does not fail");
        self.terminal.show(text);
    }

    fn say_mode(&self, mode: &Mode) {
        match mode {
            Mode::Fallback(interval, reason) if !self.everywhere.quiet => {
                let interval = interval.as_millis();
                self.terminal.say(format!("Looking for changes every {interval} ms, because {reason}."));
            }
            _ => {}
        }
    }
}

/// The folders to be watched.
fn folders(people: Option<&str>) -> Vec<&str> {
    FOLDERS.into_iter().chain(people).collect()
}

/// What is wrong with files that could not be read.
fn found(scan: &Scan) -> Report {
    let mut found = Report::new();
    found.extend(scan.problems.iter().cloned().map(scan_problem));
    found
}

/// The files of which a scan tells something else than was known, in the order of their paths.
fn differences(known: &Sources, unread: &[ScanProblem], scan: &Scan) -> Vec<SourcePath> {
    let mut files = changed(known, &scan.sources);
    let others = |these: &[ScanProblem], those: &[ScanProblem]| {
        let new = these.iter().filter(|problem| !those.contains(problem));
        new.map(|problem| problem.path().clone()).collect::<Vec<_>>()
    };
    files.extend(others(unread, &scan.problems));
    files.extend(others(&scan.problems, unread));
    files.sort();
    files.dedup();
    files
}

/// What the browser was told last.
struct Told {
    diagnostics: Vec<Diagnostic>,
    sources: Arc<Sources>,
    problems: Problems,
}

impl Told {
    fn still_holds(&self, diagnostics: &[Diagnostic], sources: &Sources) -> bool {
        let is_same = |path: &SourcePath| match (self.sources.get(path), sources.get(path)) {
            (Some(before), Some(now)) => Arc::ptr_eq(before, now),
            (before, now) => before.is_none() && now.is_none(),
        };
        let places =
            |one: &Diagnostic| is_same(&one.place.path) && one.labels.iter().all(|label| is_same(&label.place.path));
        self.diagnostics == diagnostics && diagnostics.iter().all(places)
    }
}

/// A state of the handbook with all that is said of it, before it is shown.
struct Ready {
    made: Made,
    unread: Vec<ScanProblem>,
    links: BTreeSet<PathBuf>,
    diagnostics: Vec<Diagnostic>,
    problems: Problems,
}

impl Ready {
    /// Whether a scan finds what this was made of.
    fn is_of(&self, scan: &Scan) -> bool {
        self.links == scan.links && differences(&self.made.loaded.sources, &self.unread, scan).is_empty()
    }
}

/// What happened between two looks.
struct Change {
    begun: Instant,
    files: Vec<SourcePath>,
}
