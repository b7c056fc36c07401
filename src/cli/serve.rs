//! `leitfaden serve`: shows the website of a handbook while it is being written.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};

use super::arguments::{Everywhere, Format, Serve};
use super::common::{Notes, people_folder, scan, scan_problem, show};
use crate::diagnostics::emit::Private;
use crate::diagnostics::{Diagnostic, Report, Severity};
use crate::disk::{Mode, Scan, Scanner, Watch};
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
        self.look(Instant::now(), |_| true);
        loop {
            if watch.is_idle() {
                self.inspect(&watch);
            }
            if let Some(mode) = watch.wait() {
                self.say_mode(&mode);
            }
            self.look(Instant::now(), |_| watch.is_over());
        }
    }

    /// Shows the handbook for the first time; gives the folder of the people files, if `site.toml` names one.
    fn first_look(&mut self) -> Option<String> {
        let scan = self.scan()?;
        let people = people_folder(&scan.sources);
        self.make(scan, None);
        people
    }

    /// Scans until nothing changes any more, and shows what that makes.
    fn look(&mut self, begun: Instant, mut is_over: impl FnMut(&Self) -> bool) {
        let scan = loop {
            let scan = self.scan();
            if is_over(self) {
                break scan;
            }
        };
        let Some(scan) = scan else { return };
        let changed = changed(&self.shown, &scan.sources);
        if !changed.is_empty() {
            self.make(scan, Some(Change { begun, files: changed }));
        }
    }

    /// The handbook as it is on the disk; what cannot be read for the moment is read at the next change.
    fn scan(&mut self) -> Option<Scan> {
        match scan(&mut self.scanner, &self.root) {
            Ok(scan) => Some(scan),
            Err(error) => {
                anstream::eprintln!("{error:#}");
                None
            }
        }
    }

    fn make(&mut self, scan: Scan, change: Option<Change>) {
        let mut found = Report::new();
        found.extend(scan.problems.into_iter().map(scan_problem));
        let made = self.maker.make(scan.sources, &found, &self.settings);
        self.shown = Arc::clone(&made.loaded.sources);
        let diagnostics = made.diagnostics();
        let updated = self.preview.show(made.site.clone(), self.problems(&made.loaded, &diagnostics));
        if let Some(change) = change {
            self.say_change(&change, updated);
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
        self.preview.show(None, self.problems(&made.loaded, &diagnostics));
        self.say_problems(&made.loaded, diagnostics);
    }

    fn problems(&self, loaded: &Loaded, diagnostics: &[Diagnostic]) -> Problems {
        let people = loaded.handbook.as_ref().map_or("private/people", |book| book.config.people_folder());
        problems(&loaded.sources, &Private::with_people(people), &self.editor, diagnostics)
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

/// What happened between two looks.
struct Change {
    begun: Instant,
    files: Vec<SourcePath>,
}

/// The files that are not the same, in the order of their paths.
fn changed(before: &Sources, now: &Sources) -> Vec<SourcePath> {
    let other = |path: &SourcePath, sources: &Sources, fingerprint| {
        sources.get(path).is_none_or(|source| source.fingerprint != fingerprint)
    };
    let new = now.iter().filter(|(path, source)| other(path, before, source.fingerprint));
    let gone = before.keys().filter(|path| !now.contains_key(*path));
    let mut changed: Vec<SourcePath> = new.map(|(path, _)| path).chain(gone).cloned().collect();
    changed.sort();
    changed
}
