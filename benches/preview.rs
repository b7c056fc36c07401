//! From saving a file to the new text being announced and served: `cargo bench --bench preview -- 1000 --rounds 40`.
//!
//! The release binary serves a handbook; the benchmark holds the live channel of a page open as a browser does, writes
//! a file, waits for the event and asks for the page until the new text is there. What is shown is the distribution
//! of that time for each kind of edit. Nothing is asserted: a time is no test.
//!
//! Arguments: numbers of module pages (100, 1000 and 10000 if there are none), `--rounds N`.

#![expect(clippy::disallowed_methods, reason = "a benchmark prepares its own folder and reads the clock")]

mod handbook;

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use handbook::{Languages, Wish};

fn main() {
    let (sizes, rounds) = arguments();
    println!("{:>8} {:>12} {:>10} {:>10} {:>10}", "pages", "edit", "median ms", "95 % ms", "worst ms");
    for modules in sizes {
        let bench = Bench::start(modules);
        for edit in Edit::ALL {
            let times: Vec<Duration> = (0..rounds).map(|round| bench.time(edit, round)).collect();
            print(modules, edit.name(), times);
        }
        bench.end();
    }
}

fn arguments() -> (Vec<usize>, usize) {
    let (mut sizes, mut rounds) = (Vec::new(), 40);
    let mut arguments = std::env::args().skip(1).filter(|argument| argument != "--bench");
    while let Some(argument) = arguments.next() {
        let number = |text: &str| text.parse().unwrap_or_else(|_| panic!("\"{text}\" is no number"));
        match argument.as_str() {
            "--rounds" => rounds = number(&arguments.next().unwrap_or_default()),
            size => sizes.push(number(size)),
        }
    }
    if sizes.is_empty() {
        sizes = vec![100, 1_000, 10_000];
    }
    (sizes, rounds)
}

fn print(modules: usize, name: &str, mut times: Vec<Duration>) {
    times.sort();
    let milliseconds = |share: f64| {
        let index = ((times.len() - 1) as f64 * share).round() as usize;
        times[index].as_secs_f64() * 1000.0
    };
    println!(
        "{modules:>8} {name:>12} {:>10.1} {:>10.1} {:>10.1}",
        milliseconds(0.5),
        milliseconds(0.95),
        milliseconds(1.0)
    );
}

/// What an author changes.
#[derive(Debug, Clone, Copy)]
enum Edit {
    Body,
    Title,
    Cohort,
    Template,
    Stylesheet,
}

impl Edit {
    const ALL: [Self; 5] = [Self::Body, Self::Title, Self::Cohort, Self::Template, Self::Stylesheet];

    fn name(self) -> &'static str {
        match self {
            Self::Body => "body",
            Self::Title => "title",
            Self::Cohort => "cohort",
            Self::Template => "template",
            Self::Stylesheet => "stylesheet",
        }
    }
}

/// A handbook with a server in front of it.
struct Bench {
    book: PathBuf,
    server: Child,
    host: String,
    module: PathBuf,
    module_page: String,
    cohort: PathBuf,
    cohort_page: String,
}

impl Bench {
    fn start(modules: usize) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("preview-{modules}"));
        let _ = fs::remove_dir_all(&folder);
        let book = folder.join("book");
        handbook::write(&book, Wish { modules, languages: Languages::One }).expect("the handbook can be written");
        copy(Path::new("themes/faden"), &book.join("themes/faden"));
        let begun = Instant::now();
        let mut server = Command::new(env!("CARGO_BIN_EXE_leitfaden"))
            .args(["serve", "--port", "0", "--today", "2026-12-01", "--root"])
            .arg(&book)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program starts");
        let mut out = BufReader::new(server.stdout.take().expect("it was asked for"));
        let mut line = String::new();
        out.read_line(&mut line).expect("the address is said");
        // Somebody has to read what it says, or it waits.
        std::thread::spawn(move || std::io::copy(&mut out, &mut std::io::sink()));
        let host = line.trim().trim_start_matches("http://").trim_end_matches('/').to_owned();
        let topic = first(&book.join("content/topics"), Path::is_dir);
        let module = first(&topic, |path| !path.ends_with("index.md"));
        let cohort =
            first(&book.join("content/cohorts"), |path| path.extension().is_some_and(|ending| ending == "toml"));
        let module_page = format!("/topics/{}/{}/", stem(&topic), stem(&module));
        let cohort_page = format!("/cohorts/{}/", stem(&cohort));
        let bench = Self { book, server, host, module, module_page, cohort, cohort_page };
        bench.get("/");
        println!("{modules:>8} {:>12} {:>10.1}", "first page", begun.elapsed().as_secs_f64() * 1000.0);
        bench
    }

    fn end(mut self) {
        let status = fs::read_to_string(format!("/proc/{}/status", self.server.id())).unwrap_or_default();
        if let Some(peak) = status.lines().find_map(|line| line.strip_prefix("VmHWM:")) {
            println!("         peak memory {}", peak.trim());
        }
        self.server.kill().expect("the server can be ended");
        self.server.wait().expect("and waited for");
        let _ = fs::remove_dir_all(self.book.parent().expect("it has a folder"));
    }

    /// Makes an edit and waits for its text.
    fn time(&self, edit: Edit, round: usize) -> Duration {
        let mark = format!("{}-{round}", edit.name());
        let (file, page) = match edit {
            Edit::Body | Edit::Title => (self.module.clone(), &self.module_page),
            Edit::Cohort => (self.cohort.clone(), &self.cohort_page),
            Edit::Template => (self.book.join("themes/faden/templates/module.html"), &self.module_page),
            Edit::Stylesheet => (self.book.join("themes/faden/static/faden.css"), &self.module_page),
        };
        let before = fs::read_to_string(&file).expect("the file can be read");
        let after = match edit {
            Edit::Body => format!("{before}\n{mark}\n"),
            Edit::Title | Edit::Cohort => with_title(&before, &mark),
            Edit::Template => before.replacen("{% block lead %}", &format!("{{% block lead %}}<!-- {mark} -->"), 1),
            Edit::Stylesheet => format!("{before}\n/* {mark} */\n"),
        };
        let mut events = self.listen(page);
        let begun = Instant::now();
        fs::write(&file, after).expect("the file can be written");
        let event = events.next_change();
        let served = if event.0 == "style" {
            let (_, href) = event.1.split_once("\"href\":\"").expect("a style event names the style sheet");
            href.split('"').next().unwrap_or_default().to_owned()
        } else {
            page.clone()
        };
        let mut found = self.get(&served).contains(&mark);
        while !found {
            events.next_change();
            found = self.get(&served).contains(&mark);
        }
        let time = begun.elapsed();
        fs::write(&file, before).expect("the file can be written");
        events.next_change();
        time
    }

    fn get(&self, path: &str) -> String {
        let mut stream = self.request(path);
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("the answer is text");
        answer
    }

    fn listen(&self, page: &str) -> Events {
        let stream = self.request(&format!("/_leitfaden/live?page={page}"));
        stream.set_read_timeout(Some(Duration::from_secs(60))).expect("a time can be set");
        let mut events = Events(BufReader::new(stream));
        while events.next().0 != "problems" {}
        events
    }

    fn request(&self, path: &str) -> TcpStream {
        let mut stream = TcpStream::connect(&self.host).expect("the server listens");
        stream.set_nodelay(true).expect("small requests go at once");
        let request = format!("GET {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", self.host);
        stream.write_all(request.as_bytes()).expect("the request can be sent");
        stream
    }
}

/// The live channel of one page.
struct Events(BufReader<TcpStream>);

impl Events {
    /// The next event that tells of another page or style sheet.
    fn next_change(&mut self) -> (String, String) {
        loop {
            let event = self.next();
            if event.0 == "page" || event.0 == "style" {
                return event;
            }
        }
    }

    fn next(&mut self) -> (String, String) {
        let (mut name, mut data) = (String::new(), String::new());
        loop {
            let mut line = String::new();
            assert!(self.0.read_line(&mut line).expect("the channel stays open") > 0, "the channel was closed");
            let line = line.trim_end();
            if let Some(value) = line.strip_prefix("event: ") {
                value.clone_into(&mut name);
            } else if let Some(value) = line.strip_prefix("data: ") {
                value.clone_into(&mut data);
            } else if !name.is_empty() && (line.is_empty() || line.len() < 6) {
                return (name, data);
            }
        }
    }
}

/// The file with another title in its front matter.
fn with_title(text: &str, title: &str) -> String {
    let line = text.lines().find(|line| line.starts_with("title = ")).expect("it has a title");
    text.replacen(line, &format!("title = \"{title}\""), 1)
}

/// The first of a folder's entries, in the order of their names, for which `is_wanted` holds.
fn first(folder: &Path, is_wanted: impl Fn(&Path) -> bool) -> PathBuf {
    let entries = fs::read_dir(folder).expect("the handbook can be listed").map(|entry| entry.expect("and read"));
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.path()).filter(|path| is_wanted(path)).collect();
    paths.sort();
    paths.into_iter().next().expect("there is one")
}

fn stem(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("the folder can be made");
    for entry in fs::read_dir(from).expect("the theme can be listed").map(|entry| entry.expect("and read")) {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("the file can be copied");
        }
    }
}
