//! Where the time of a build goes: `cargo bench --bench stages -- 10000`.
//!
//! The stages of `leitfaden build` one after the other, each from start to end before the next begins: wall time and
//! the time of all cores together (in steps of 10 ms). Views, rendering and writing, which a real build does page by
//! page, stand apart here, and so need the memory of all pages.

#![expect(clippy::disallowed_methods, reason = "a benchmark prepares its own folder and reads the clock")]

mod handbook;

use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use handbook::{Languages, Wish};
use jiff::civil::date;
use leitfaden::config;
use leitfaden::diagnostics::Report;
use leitfaden::disk::{self, Scanner, Writer};
use leitfaden::document::{Document, Layout, parse};
use leitfaden::handbook::{Drafts, Given, Memory, resolve};
use leitfaden::pipeline::{Pipeline, Settings, TextChecks};
use leitfaden::text::{Source, SourcePath, Sources};
use rayon::prelude::*;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let languages =
        if arguments.iter().any(|argument| argument == "--two-languages") { Languages::Two } else { Languages::One };
    let modules = arguments.iter().find_map(|argument| argument.parse().ok()).unwrap_or(10_000);
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("stages-{modules}"));
    let _ = fs::remove_dir_all(&folder);
    let book = folder.join("book");
    handbook::write(&book, Wish { modules, languages }).expect("the handbook can be written");
    println!("{:<40} {:>9} {:>9}", format!("{modules} module pages"), "wall ms", "cpu ms");
    stages(&book, &folder.join("site"));
    let _ = fs::remove_dir_all(&folder);
}

fn stages(book: &Path, site: &Path) {
    let settings = Settings { today: date(2026, 12, 1), drafts: Drafts::Hidden, base_url: None, strict: false };
    let scan = stage("scan: list, read, hash", || disk::scan(book, &[]).expect("the handbook can be read"));
    let documents = stage("parse: front matter, outlines", || parsed(&scan.sources));
    stage("resolve: ids, dates, agendas", || resolved(&scan.sources, &documents));
    drop(documents);
    let loaded =
        stage("(scan.sources to Loaded: both, and the theme)", || Pipeline::default().load(scan.sources, &settings));
    let mut report = Report::new();
    let plan = stage("plan: addresses, links, files, glossary", || loaded.plan(&mut report)).expect("a plan");
    let renderer = stage("theme: templates, texts", || loaded.renderer(&plan)).expect("a renderer");
    let messages = stage("report: sorted, counted", || loaded.report.finish(&loaded.levels, &loaded.sources));
    let views: Vec<_> = stage("views: Markdown to HTML, links, dates", || {
        plan.pages().par_iter().map(|page| plan.view(page)).collect()
    });
    let html: Vec<Vec<u8>> = stage("render: views to values, templates", || {
        let pages = plan.pages().par_iter().zip(&views);
        pages
            .map(|(page, (shared, view))| {
                renderer.render(page.language.index(), shared, view).expect("the templates work")
            })
            .collect()
    });
    let write = |name| {
        stage(name, || {
            let writer = Writer::begin(site).expect("the folder can be written");
            let put = |path: &_, bytes: &[u8]| writer.put(path, bytes).expect("the file can be written");
            plan.files().par_iter().for_each(|file| put(&file.path, &plan.contents(file)));
            plan.pages().par_iter().zip(&html).for_each(|(page, html)| put(&page.url.output_path(), html));
            writer.finish().expect("the sites change places")
        })
    };
    write("write: into an empty folder");
    write("write: nothing has changed");
    let bytes: usize = html.iter().map(Vec::len).sum();
    println!(
        "{} pages of {} KiB on average, {} messages",
        html.len(),
        bytes / html.len() / 1024,
        messages.len() + report.finish(&loaded.levels, &loaded.sources).len()
    );
    stage("drop everything", || drop((views, html, renderer, plan)));
    once_more(book, &settings);
}

/// What `leitfaden serve` does between an edit and the new page, in microseconds, the median of some edits.
fn once_more(book: &Path, settings: &Settings) {
    let mut scanner = Scanner::default();
    let mut sources = scanner.scan(book, &[]).expect("the handbook can be read").sources;
    let mut pipeline = Pipeline::default();
    let path = sources.keys().find(|path| path.as_str().starts_with("content/topics/")).expect("a topic").clone();
    let mut before = None;
    let mut times: [Vec<Duration>; 5] = std::array::from_fn(|_| Vec::new());
    for round in 0..ROUNDS {
        let text = format!("{}\nOnce more: {round}.\n", sources[&path].text().expect("it is text"));
        let edited = Source::new(path.clone(), text);
        let begun = Instant::now();
        scanner.scan(book, &[]).expect("the handbook can be read");
        let scanned = Instant::now();
        sources.insert(path.clone(), Arc::new(edited));
        let loaded = pipeline.load(sources.clone(), settings);
        let resolved = Instant::now();
        let mut report = loaded.report.clone();
        let ready = pipeline.make_ready(&loaded, &mut report, TextChecks::Done).expect("a site");
        let planned = Instant::now();
        let messages = report.finish(&loaded.levels, &loaded.sources);
        let reported = Instant::now();
        drop(messages);
        drop(before.replace((loaded, ready)));
        let dropped = Instant::now();
        let moments = [begun, scanned, resolved, planned, reported, dropped];
        for (times, pair) in times.iter_mut().zip(moments.windows(2)) {
            times.push(pair[1] - pair[0]);
        }
    }
    let names = ["scan, nothing changed", "load: parse, resolve", "plan", "report", "drop what was before"];
    for (name, mut times) in names.into_iter().zip(times) {
        times.sort();
        println!("{:<40} {:>9} µs", format!("one edit: {name}"), times[ROUNDS / 2].as_micros());
    }
}

/// How many edits are made.
const ROUNDS: usize = 11;

fn parsed(sources: &Sources) -> Vec<Arc<Document>> {
    let document = |(path, source): (&SourcePath, &Arc<_>)| Arc::new(parse(source, Layout::of(path, "private/people")));
    sources.par_iter().map(document).collect()
}

fn resolved(sources: &Sources, documents: &[Arc<Document>]) -> leitfaden::handbook::Handbook {
    let mut report = Report::new();
    let path = SourcePath::new("site.toml");
    let site = parse(&sources[&path], Layout::of(&path, ""));
    let config::Reading::Understood(config, _) = config::resolve(&mut report, &site.file) else {
        panic!("site.toml is sound");
    };
    let config = Arc::from(config);
    let given = Given { config: &config, today: date(2026, 12, 1), drafts: Drafts::Hidden, gitignore: None };
    resolve(&mut report, &mut Memory::default(), given, documents)
}

/// Does something and prints what it cost.
fn stage<T>(name: &str, work: impl FnOnce() -> T) -> T {
    let (started, cpu) = (Instant::now(), cpu());
    let result = work();
    let (wall, cpu) = (started.elapsed(), self::cpu().saturating_sub(cpu));
    println!("{name:<40} {:>9} {:>9}", wall.as_millis(), cpu.as_millis());
    result
}

/// User and system time of this process (`proc_pid_stat(5)`).
fn cpu() -> Duration {
    let stat = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields = stat.rsplit_once(')').map_or("", |(_, fields)| fields);
    let ticks: u64 = fields.split_whitespace().skip(11).take(2).filter_map(|ticks| ticks.parse::<u64>().ok()).sum();
    Duration::from_millis(ticks * 10)
}
