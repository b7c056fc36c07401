//! `leitfaden serve`: shows the website of a handbook while it is being written.

use std::cmp::Ordering;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};

use super::arguments::{Everywhere, Format, Serve};
use super::common::{Notes, look_again, people_folder, scan_problem, show};
use crate::diagnostics::emit::Private;
use crate::diagnostics::{Diagnostic, Report, Severity};
use crate::disk::{Mode, Scan, Scanner, Touched, Watch};
use crate::handbook::Drafts;
use crate::pipeline::{Loaded, Settings};
use crate::serve::{Editor, Made, Maker, Preview, Problems, bind, problems, serve};
use crate::text::{SourcePath, Sources};

/// The folders whose contents make the site.
const FOLDERS: [&str; 4] = ["content", "private", "static", "themes"];

pub(super) fn run(everywhere: &Everywhere, options: &Serve) -> Result<ExitCode> {
    let root = root(everywhere)?;
    let settings = Settings { drafts: Drafts::Shown, ..everywhere.settings() };
    let runtime =
        tokio::runtime::Builder::new_multi_thread().enable_all().build().context("no server can be started")?;
    let listener = runtime.block_on(bind(SocketAddr::new(options.host, options.port)))?;
    let address = listener.local_addr()?;
    let preview = Arc::new(Preview::new(address));
    announce(everywhere, options, address);
    let author = Author {
        everywhere: everywhere.clone(),
        editor: Editor { pattern: options.editor.clone(), root: root.to_string_lossy().replace('\\', "/") },
        poll: options.poll.map(Duration::from_millis),
        preview: Arc::clone(&preview),
        settings,
        root,
        scanner: Scanner::default(),
        maker: Maker::default(),
        shown: Arc::default(),
        told: None,
        diagnostics: Vec::new(),
        unseen: None,
    };
    // It ends with the program, wherever it is just then: it writes nothing.
    std::thread::spawn(move || author.follow());
    runtime.block_on(serve(listener, preview));
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

fn announce(everywhere: &Everywhere, options: &Serve, address: SocketAddr) {
    let url = format!("http://{address}/");
    anstream::println!("{url}");
    if !everywhere.quiet {
        if options.port != 0 && address.port() != options.port {
            anstream::println!("Port {} is taken; this is the next free one.", options.port);
        }
        anstream::println!("Changes show by themselves. End with Ctrl-C.");
    }
    if options.open {
        // Without a browser the address above still stands.
        if let Err(error) = open::that_detached(&url) {
            anstream::eprintln!("no browser could be opened: {error}");
        }
    }
}

/// Follows what an author does.
struct Author {
    everywhere: Everywhere,
    settings: Settings,
    root: PathBuf,
    editor: Editor,
    poll: Option<Duration>,
    preview: Arc<Preview>,
    scanner: Scanner,
    maker: Maker,
    /// What the site that is shown was made of.
    shown: Arc<Sources>,
    told: Option<Told>,
    /// The errors and warnings that were said last.
    diagnostics: Vec<Diagnostic>,
    /// What was made last, as long as not all its pages were looked at.
    unseen: Option<Made>,
}

impl Author {
    fn follow(mut self) {
        let people = self.first_look();
        let folders: Vec<&str> = FOLDERS.into_iter().chain(people.as_deref()).collect();
        let (mut watch, mode) = Watch::new(&self.root, &folders, self.poll);
        self.say_mode(&mode);
        // What changed between the first look and the first watch is met at once.
        self.look(&mut watch);
        loop {
            if watch.is_idle() {
                self.inspect(&watch);
            }
            if let Some(mode) = watch.wait() {
                self.say_mode(&mode);
            }
            self.look(&mut watch);
        }
    }

    /// Shows the handbook for the first time; gives the folder of the people files, if `site.toml` names one.
    fn first_look(&mut self) -> Option<String> {
        let scan = self.scan(&Touched::Everything)?;
        let people = people_folder(&scan.sources);
        // The first page need not wait until every text was looked at.
        let found = found(&scan);
        let made = self.maker.glance(scan.sources.clone(), &found, &self.settings);
        if made.site.is_some() {
            self.preview.show(made.site, Problems::default());
        }
        let ready = self.make(scan);
        self.show(ready, None);
        people
    }

    /// Looks until nothing changes any more, and shows what that makes. It is made while there is still a chance that
    /// more comes: an author does not wait for that chance to pass and then for the site.
    fn look(&mut self, watch: &mut Watch) {
        let begun = Instant::now();
        let mut made = None;
        loop {
            if let Some(scan) = self.scan(watch.touched()) {
                let files = changed(&self.shown, &scan.sources);
                made = (!files.is_empty()).then(|| (self.make(scan), Change { begun, files }));
            }
            if watch.is_over() {
                break;
            }
        }
        if let Some((made, change)) = made {
            self.show(made, Some(&change));
        }
    }

    /// The handbook as it is on the disk; what cannot be read for the moment is read at the next change.
    fn scan(&mut self, touched: &Touched) -> Option<Scan> {
        match look_again(&mut self.scanner, &self.root, touched) {
            Ok(scan) => Some(scan),
            Err(error) => {
                anstream::eprintln!("{error:#}");
                None
            }
        }
    }

    fn make(&mut self, scan: Scan) -> Ready {
        let found = found(&scan);
        let made = self.maker.make(scan.sources, &found, &self.settings);
        let diagnostics = made.diagnostics();
        let problems = self.problems(&made.loaded, &diagnostics);
        if let Some(site) = &made.site {
            self.preview.prepare(site);
        }
        Ready { made, diagnostics, problems }
    }

    fn show(&mut self, ready: Ready, change: Option<&Change>) {
        let Ready { made, diagnostics, problems } = ready;
        self.maker.accept(&made);
        self.shown = Arc::clone(&made.loaded.sources);
        let updated = self.preview.show(made.site.clone(), problems);
        if let Some(change) = change {
            self.say_change(change, updated);
        }
        self.say_problems(&made.loaded, diagnostics);
        self.unseen = Some(made);
    }

    /// Looks at all pages while nobody is waiting.
    fn inspect(&mut self, watch: &Watch) {
        let Some(mut made) = self.unseen.take() else { return };
        if !made.inspect(watch.stillness()) {
            self.unseen = Some(made);
            return;
        }
        let diagnostics = made.diagnostics();
        let problems = self.problems(&made.loaded, &diagnostics);
        self.preview.show(None, problems);
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
        if self.everywhere.quiet {
            return;
        }
        let files = match change.files.as_slice() {
            [one] => one.to_string(),
            several => format!("{} files", several.len()),
        };
        let pages = match updated {
            0 => String::new(),
            1 => "  1 open page updated".to_owned(),
            more => format!("  {more} open pages updated"),
        };
        anstream::println!("{files}  {} ms{pages}", change.begun.elapsed().as_millis());
    }

    /// Messages when they come, and one line when they are gone.
    fn say_problems(&mut self, loaded: &Loaded, diagnostics: Vec<Diagnostic>) {
        let now = diagnostics.into_iter().filter(|one| one.severity != Severity::Note).collect();
        let before = std::mem::replace(&mut self.diagnostics, now);
        if before == self.diagnostics {
            return;
        }
        if self.diagnostics.is_empty() {
            anstream::println!("All problems are mended.");
            return;
        }
        // A terminal that is gone must not end the preview.
        let _ = show(&self.everywhere, loaded, Format::Human, &self.diagnostics, Notes::Counted);
    }

    fn say_mode(&self, mode: &Mode) {
        match mode {
            Mode::Fallback(interval, reason) if !self.everywhere.quiet => {
                let interval = interval.as_millis();
                anstream::println!("Looking for changes every {interval} ms, because {reason}.");
            }
            _ => {}
        }
    }
}

/// What is wrong with files that could not be read.
fn found(scan: &Scan) -> Report {
    let mut found = Report::new();
    found.extend(scan.problems.iter().cloned().map(scan_problem));
    found
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
    diagnostics: Vec<Diagnostic>,
    problems: Problems,
}

/// What happened between two looks.
struct Change {
    begun: Instant,
    files: Vec<SourcePath>,
}

/// The files that are not the same, in the order of their paths.
fn changed(before: &Sources, now: &Sources) -> Vec<SourcePath> {
    let (mut before, mut now) = (before.iter().peekable(), now.iter().peekable());
    let mut changed = Vec::new();
    loop {
        let order = match (before.peek(), now.peek()) {
            (Some((old, _)), Some((new, _))) => old.cmp(new),
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (None, None) => return changed,
        };
        let old = if order.is_le() { before.next() } else { None };
        let new = if order.is_ge() { now.next() } else { None };
        let is_same = matches!((old, new), (Some((_, old)), Some((_, new)))
            if Arc::ptr_eq(old, new) || old.fingerprint == new.fingerprint);
        if !is_same {
            changed.extend(old.or(new).map(|(path, _)| path.clone()));
        }
    }
}
