//! Builds of whole handbooks beside `cp -r` of what comes out: `cargo bench --bench build -- 1000 10000 --rounds 5`.
//!
//! The release binary runs as its users run it. Each round builds into an empty folder, builds once more with nothing
//! changed, and copies the finished site, so that whatever else the machine does falls upon all three. What is shown is
//! the median of the rounds; the ratio to `cp -r` is taken within each. Nothing is asserted: a time is no test.
//!
//! Nothing is removed before the end: ext4 gives the inodes of files that were just removed to no others and searches
//! long for free ones, which would be measured instead.
//!
//! Arguments: numbers of module pages (100, 1000 and 10000 if there are none), `--rounds N`, `--two-languages`,
//! `--keep` to leave the handbooks in `target/tmp/` for a profiler.

#![expect(clippy::disallowed_methods, reason = "a benchmark prepares its own folder and reads the clock")]

mod handbook;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use handbook::{Languages, Wish};

fn main() {
    let options = Options::read(std::env::args().skip(1));
    println!(
        "{:>8} {:>9} {:>9} {:>10} {:>10} {:>8} {:>7} {:>9} {:>8} {:>9}",
        "pages", "files", "MiB", "build s", "rebuild s", "cp -r s", "ratio", "build cpu", "cp cpu", "peak MiB"
    );
    for &modules in &options.sizes {
        Bench::new(modules, &options).run(&options);
    }
}

struct Options {
    sizes: Vec<usize>,
    rounds: usize,
    languages: Languages,
    keep: bool,
}

impl Options {
    fn read(arguments: impl Iterator<Item = String>) -> Self {
        let mut options = Self { sizes: Vec::new(), rounds: 5, languages: Languages::One, keep: false };
        let mut arguments = arguments;
        while let Some(argument) = arguments.next() {
            match argument.as_str() {
                // Cargo says so to every benchmark.
                "--bench" => {}
                "--two-languages" => options.languages = Languages::Two,
                "--keep" => options.keep = true,
                "--rounds" => options.rounds = number(&arguments.next().unwrap_or_default()),
                size => options.sizes.push(number(size)),
            }
        }
        if options.sizes.is_empty() {
            options.sizes = vec![100, 1_000, 10_000];
        }
        options
    }
}

fn number(argument: &str) -> usize {
    argument.parse().unwrap_or_else(|_| panic!("\"{argument}\" is no number"))
}

/// The handbook of one size and the sites made of it.
struct Bench {
    modules: usize,
    folder: PathBuf,
}

/// What one run of a program cost.
#[derive(Debug, Clone, Copy)]
struct Cost {
    wall: Duration,
    /// Of all threads together, in steps of 10 ms.
    cpu: Duration,
}

impl Bench {
    fn new(modules: usize, options: &Options) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("handbook-{modules}"));
        remove(&folder);
        handbook::write(&folder.join("book"), Wish { modules, languages: options.languages })
            .expect("the handbook can be written");
        Self { modules, folder }
    }

    fn run(&self, options: &Options) {
        // The first run warms the cache of the system and is watched instead of timed.
        let peak = peak_memory(self.build(&self.site(0)).spawn().expect("the program starts"));
        let (mut builds, mut rebuilds, mut copies) = (Vec::new(), Vec::new(), Vec::new());
        for round in 1..=options.rounds {
            let site = self.site(round);
            builds.push(timed(&mut self.build(&site)));
            rebuilds.push(timed(&mut self.build(&site)));
            copies.push(timed(Command::new("cp").arg("-r").arg(&site).arg(site.with_extension("copy"))));
        }
        let ratios = builds.iter().zip(&copies).map(|(build, copy)| build.wall.div_duration_f64(copy.wall));
        let ratio = median(ratios.collect());
        let (files, bytes) = size(&self.site(0));
        println!(
            "{:>8} {files:>9} {:>9.1} {:>10.2} {:>10.2} {:>8.2} {ratio:>6.1}x {:>9.2} {:>8.2} {:>9}",
            self.modules,
            bytes as f64 / 1024.0 / 1024.0,
            seconds(&builds, |cost| cost.wall),
            seconds(&rebuilds, |cost| cost.wall),
            seconds(&copies, |cost| cost.wall),
            seconds(&builds, |cost| cost.cpu),
            seconds(&copies, |cost| cost.cpu),
            peak.map_or_else(|| "?".to_owned(), |kib| (kib / 1024).to_string()),
        );
        if !options.keep {
            remove(&self.folder);
        }
    }

    fn site(&self, round: usize) -> PathBuf {
        self.folder.join(format!("site-{round}"))
    }

    fn build(&self, site: &Path) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_leitfaden"));
        command.arg("build").arg("--root").arg(self.folder.join("book")).arg("--out").arg(site);
        command.args(["--today", "2026-12-01", "--format", "short"]).stdout(Stdio::null()).stderr(Stdio::null());
        command
    }
}

fn timed(command: &mut Command) -> Cost {
    let (started, cpu) = (Instant::now(), cpu_of_children());
    let status = command.status().expect("the program starts");
    let cost = Cost { wall: started.elapsed(), cpu: cpu_of_children() - cpu };
    assert!(status.success(), "{command:?} failed: {status}");
    cost
}

/// User and system time of all finished child processes; nothing where there is no `/proc` (`proc_pid_stat(5)`).
fn cpu_of_children() -> Duration {
    let stat = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields = stat.rsplit_once(')').map_or("", |(_, fields)| fields);
    let ticks: u64 = fields.split_whitespace().skip(13).take(2).filter_map(|ticks| ticks.parse::<u64>().ok()).sum();
    Duration::from_millis(ticks * 10)
}

/// The greatest amount of memory that the process ever held, in KiB; it is asked until it ends.
fn peak_memory(mut child: Child) -> Option<u64> {
    let status = format!("/proc/{}/status", child.id());
    let mut peak = None;
    while child.try_wait().expect("the program can be waited for").is_none() {
        let text = fs::read_to_string(&status).unwrap_or_default();
        let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        peak = line.and_then(|line| line.trim().strip_suffix(" kB")?.parse().ok()).or(peak);
        std::thread::sleep(Duration::from_millis(2));
    }
    peak
}

fn seconds(costs: &[Cost], part: impl Fn(&Cost) -> Duration) -> f64 {
    median(costs.iter().map(|cost| part(cost).as_secs_f64()).collect())
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}

/// How many files lie in a folder and how many bytes they have.
fn size(folder: &Path) -> (usize, u64) {
    let entries = fs::read_dir(folder).expect("the site can be listed").map(|entry| entry.expect("and read"));
    entries.fold((0, 0), |(files, bytes), entry| {
        let metadata = entry.metadata().expect("a file of the site has a size");
        let (more_files, more_bytes) = if metadata.is_dir() { size(&entry.path()) } else { (1, metadata.len()) };
        (files + more_files, bytes + more_bytes)
    })
}

fn remove(folder: &Path) {
    if folder.exists() {
        fs::remove_dir_all(folder).expect("the folder of an earlier run can be removed");
    }
}
