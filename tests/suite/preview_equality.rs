//! After whatever an author does, the preview serves what a build from nothing writes, and says what `check` says.
//!
//! A generator with a seed makes hundreds of edits: new, changed, deleted, renamed and swapped files, moved and replaced
//! folders, links, half-written texts, bursts and mistakes. After each one the server has to arrive at the pages, files
//! and messages of a clean run over the same folder.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use jiff::civil::date;
use leitfaden::diagnostics::emit::Problems;
use leitfaden::disk;
use leitfaden::handbook::Drafts;
use leitfaden::pipeline::{Finding, Pipeline, Settings, render};

use crate::preview::Server;
use crate::program::Folder;

const EDITS: usize = 130;

/// The server arrives at the same long before this, or the test fails.
const PATIENCE: Duration = Duration::from_secs(30);

#[test]
fn the_preview_equals_a_clean_build_after_edits_of_the_first_author() {
    follow(11);
}

#[test]
fn the_preview_equals_a_clean_build_after_edits_of_the_second_author() {
    follow(22);
}

#[test]
fn the_preview_equals_a_clean_build_after_edits_of_the_third_author() {
    follow(33);
}

#[test]
fn the_preview_equals_a_clean_build_after_edits_of_the_fourth_author() {
    follow(44);
}

fn follow(seed: u64) {
    let folder = Folder::new(BOOK);
    let server = Server::start(folder.path(), &["--port", "0"]);
    let mut author = Author { root: folder.path().to_path_buf(), dice: Dice(seed), made: 0 };
    for edit in 0..EDITS {
        let what = author.edit();
        let expected = clean_run(folder.path());
        let begun = Instant::now();
        while let Some(difference) = difference(&server, &expected) {
            assert!(begun.elapsed() < PATIENCE, "seed {seed}, edit {edit} ({what}): {difference}");
        }
    }
}

/// What a run from nothing makes.
struct Expected {
    problems: serde_json::Value,
    /// What the site consists of, if the handbook has no error: address → bytes.
    site: BTreeMap<String, Vec<u8>>,
}

fn clean_run(root: &Path) -> Expected {
    let scan = disk::scan(root, &[]).unwrap();
    let settings = Settings { today: date(2026, 9, 1), drafts: Drafts::Shown, base_url: None, strict: false };
    let mut loaded = Pipeline::default().load(scan.sources, &settings);
    let mut report = std::mem::take(&mut loaded.report);
    let plan = loaded.plan(&mut report);
    let renderer = plan.as_ref().and_then(|plan| loaded.renderer(plan));
    let mut site = BTreeMap::new();
    if let (Some(plan), Some(renderer)) = (&plan, &renderer) {
        let mut findings = Vec::new();
        for page in plan.pages() {
            let html = render(plan, renderer, page);
            findings.push(Finding::of_page(plan, &page.url.output_path(), &html));
            site.extend(html.map(|html| (page.url.as_str().to_owned(), html)));
        }
        for file in plan.files() {
            let contents = plan.contents(file);
            findings.push(Finding::of_file(plan, &file.path, &contents));
            site.insert(file.path.url().as_str().to_owned(), contents.to_vec());
        }
        Finding::report(findings, plan, &mut report);
    }
    let found = report.finish(&loaded.levels, &loaded.sources);
    let problems = Problems::of(&loaded.sources, &found);
    if problems.errors > 0 {
        site.clear();
    }
    Expected { problems: serde_json::to_value(&problems).unwrap(), site }
}

/// In what the server differs from what is expected, if in anything.
fn difference(server: &Server, expected: &Expected) -> Option<String> {
    let said: serde_json::Value = serde_json::from_str(&server.listen("/").until("problems")).unwrap();
    if said != expected.problems {
        return Some(format!("it says {said}\ninstead of {}", expected.problems));
    }
    for (path, bytes) in &expected.site {
        let served = server.get(path);
        let same = if path.ends_with('/') || path.ends_with(".html") {
            served.page().as_bytes() == bytes
        } else {
            served.bytes() == bytes
        };
        if !same {
            return Some(format!("{path} is another ({})", served.status()));
        }
    }
    let missing = expected.site.get("/404.html")?;
    let served = server.get("/no/such/page/");
    let is_missing = served.status() == 404 && served.page().as_bytes() == missing;
    (!is_missing).then(|| "the page that says that there is none is another".to_owned())
}

/// Somebody at work, with little care.
struct Author {
    root: PathBuf,
    dice: Dice,
    made: usize,
}

impl Author {
    /// Does something; says what.
    fn edit(&mut self) -> String {
        let file = self.some_file();
        match self.dice.below(24) {
            0 => self.create(),
            1 => self.delete(&file),
            2 => self.rename(&file),
            3 => self.swap(&file),
            4 => self.move_folder(),
            5 => self.replace_folder(),
            6 => self.touch(&file),
            7 => self.write_in_halves(&file),
            8 => self.leave_half(&file),
            9 => self.burst(),
            10 => self.break_file(&file),
            11 => self.save_by_renaming(&file),
            12 => self.change_in_secret(&file),
            13 => self.settings(),
            14 => self.name_somebody(),
            15 => self.link(&file),
            16 => self.take_away(),
            17..20 => self.restore(),
            _ => self.add_text(&file),
        }
    }

    fn files(&self) -> Vec<PathBuf> {
        let mut files = Vec::new();
        let mut folders = ["content", "private", "static", "themes"].map(|folder| self.root.join(folder)).to_vec();
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).into_iter().flatten().map(Result::unwrap) {
                if entry.path().is_dir() { folders.push(entry.path()) } else { files.push(entry.path()) }
            }
        }
        files.sort();
        files
    }

    fn some_file(&mut self) -> PathBuf {
        let files = self.files();
        if files.is_empty() {
            self.restore();
            return self.root.join("site.toml");
        }
        files[self.dice.below(files.len())].clone()
    }

    fn mark(&mut self) -> String {
        self.made += 1;
        format!("Mark {}", self.made)
    }

    fn add_text(&mut self, file: &Path) -> String {
        let mark = self.mark();
        let text = fs::read_to_string(file).unwrap_or_default();
        let added = match file.extension().and_then(|ending| ending.to_str()) {
            Some("md") => format!("{text}\n{mark}\n"),
            Some("toml") => format!("{text}\n# {mark}\n"),
            Some("css") => format!("{text}\n/* {mark} */\n"),
            Some("html") => format!("{text}{{# {mark} #}}\n"),
            _ => format!("{text}{mark}\n"),
        };
        fs::write(file, added).unwrap();
        format!("text added to {}", file.display())
    }

    fn create(&mut self) -> String {
        let mark = self.mark();
        let path = self.root.join(format!("content/pages/page-{}.md", self.made));
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, format!("# {mark}\n\nA [link](@/topics/ads/trial.md).\n")).unwrap();
        format!("{} created", path.display())
    }

    fn delete(&mut self, file: &Path) -> String {
        fs::remove_file(file).unwrap();
        format!("{} deleted", file.display())
    }

    fn rename(&mut self, file: &Path) -> String {
        let mark = self.mark().to_lowercase().replace(' ', "-");
        let ending = file.extension().unwrap_or_default().to_str().unwrap();
        fs::rename(file, file.with_file_name(format!("{mark}.{ending}"))).unwrap();
        format!("{} renamed", file.display())
    }

    fn swap(&mut self, file: &Path) -> String {
        let other = self.some_file();
        let third = self.root.join("third");
        fs::rename(file, &third).unwrap();
        if other != file {
            fs::rename(&other, file).unwrap();
        }
        fs::rename(third, &other).unwrap();
        format!("{} and {} swapped", file.display(), other.display())
    }

    fn move_folder(&mut self) -> String {
        let (ads, moved) = (self.root.join("content/topics/ads"), self.root.join("content/topics/moved"));
        let (from, to) = if ads.exists() { (ads, moved) } else { (moved, ads) };
        if from.exists() && !to.exists() {
            fs::rename(&from, &to).unwrap();
        }
        format!("{} moved", from.display())
    }

    fn touch(&mut self, file: &Path) -> String {
        let text = fs::read(file).unwrap();
        fs::write(file, text).unwrap();
        format!("{} touched", file.display())
    }

    fn write_in_halves(&mut self, file: &Path) -> String {
        let text = fs::read(file).unwrap();
        fs::write(file, &text[..text.len() / 2]).unwrap();
        fs::write(file, text).unwrap();
        format!("{} written in halves", file.display())
    }

    /// As long as it stays so, the file is broken in most cases.
    fn leave_half(&mut self, file: &Path) -> String {
        let text = fs::read(file).unwrap();
        fs::write(file, &text[..text.len() / 2]).unwrap();
        format!("half of {} left", file.display())
    }

    /// As `git checkout` does with folders.
    fn replace_folder(&mut self) -> String {
        let (folder, other) = (self.root.join("content/topics"), self.root.join("content/other"));
        if !folder.exists() {
            return self.restore();
        }
        copy(&folder, &other);
        self.mark();
        let _ = fs::write(other.join("ads/limits.md"), LIMITS.replace("Reach", &format!("Reach {}", self.made)));
        fs::remove_dir_all(&folder).unwrap();
        fs::rename(other, folder).unwrap();
        "the topics replaced".to_owned()
    }

    fn save_by_renaming(&mut self, file: &Path) -> String {
        let other = file.with_file_name(".goutputstream-X1");
        fs::copy(file, &other).unwrap();
        self.add_text(&other);
        fs::rename(other, file).unwrap();
        format!("{} saved by renaming", file.display())
    }

    /// Another text of the same length and with the same time.
    fn change_in_secret(&mut self, file: &Path) -> String {
        let time = fs::metadata(file).unwrap().modified().unwrap();
        let text = fs::read(file).unwrap();
        let turned: Vec<u8> = text.iter().map(|&byte| if byte == b'e' { b'a' } else { byte }).collect();
        fs::write(file, if turned == text { text.to_ascii_uppercase() } else { turned }).unwrap();
        fs::File::options().write(true).open(file).unwrap().set_modified(time).unwrap();
        format!("{} changed in secret", file.display())
    }

    fn settings(&mut self) -> String {
        let site = self.root.join("site.toml");
        let text = fs::read_to_string(&site).unwrap_or_default();
        let titles = ["Handbook", "Manual", "Guide"];
        let title = titles[self.dice.below(titles.len())];
        let lines = text
            .lines()
            .map(|line| if line.starts_with("title") { format!("title = \"{title}\"") } else { line.to_owned() });
        let base = if self.dice.below(2) == 0 { "base_url = \"https://firm.example/book/\"\n" } else { "" };
        let lines: Vec<String> = lines.filter(|line| !line.starts_with("base_url")).collect();
        fs::write(&site, format!("{}\n{base}", lines.join("\n"))).unwrap();
        format!("site.toml says {title} {base}")
    }

    /// Writes a name where nobody may read it, or makes another name of it.
    fn name_somebody(&mut self) -> String {
        let page = self.root.join("content/pages/named.md");
        let name = ["Quirinius", "Somebody"][self.dice.below(2)];
        fs::create_dir_all(page.parent().unwrap()).unwrap();
        fs::write(page, format!("# Page\n\nAsk {name}.\n")).unwrap();
        format!("{name} named")
    }

    fn link(&mut self, file: &Path) -> String {
        let link = self.root.join("static/link.txt");
        let _ = fs::remove_file(&link);
        fs::create_dir_all(link.parent().unwrap()).unwrap();
        #[cfg(unix)]
        std::os::unix::fs::symlink(file, link).unwrap();
        format!("a link to {}", file.display())
    }

    /// Something large is gone for a while: until the next time that everything is restored.
    fn take_away(&mut self) -> String {
        let parts = ["site.toml", "content", "themes", "static", "private"];
        let part = self.root.join(parts[self.dice.below(parts.len())]);
        let _ = if part.is_dir() { fs::remove_dir_all(&part) } else { fs::remove_file(&part) };
        format!("{} taken away", part.display())
    }

    fn burst(&mut self) -> String {
        for _ in 0..8 {
            let file = self.some_file();
            self.add_text(&file);
        }
        "a burst".to_owned()
    }

    fn break_file(&mut self, file: &Path) -> String {
        let text = fs::read_to_string(file).unwrap_or_default();
        fs::write(file, text.replacen("title", "titel", 1)).unwrap();
        format!("{} broken", file.display())
    }

    /// Puts everything back, so that not all is lost in mistakes.
    fn restore(&mut self) -> String {
        for folder in ["content", "private", "static", "themes"] {
            let _ = fs::remove_dir_all(self.root.join(folder));
        }
        for file in BOOK.split("//- /").skip(1) {
            let (path, contents) = file.split_once('\n').unwrap();
            let path = self.root.join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, contents).unwrap();
        }
        "everything restored".to_owned()
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// Numbers that look like chance and are the same every time (`SplitMix64`).
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut number = self.0;
        number = (number ^ (number >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        number = (number ^ (number >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((number ^ (number >> 31)) % end as u64) as usize
    }
}

const LIMITS: &str = r#"+++
title = "Limits"
minutes = 15
objectives = ["set a limit"]
+++
Reach again.
"#;

const BOOK: &str = r#"
//- /.gitignore
/private/
//- /site.toml
theme.name = "own"
publish.redirects = { "/new/" = "@/topics/ads/index.md" }
[site]
title = "Handbook"
time_zone = "Europe/Zurich"
//- /static/img/a.txt
Copied as it is.
//- /static/plain.html
<p>Copied too.</p>
//- /private/people/autumn.toml
[lea]
name = "Quirinius"
[urs]
name = "Wolfhilde"
//- /themes/own/theme.toml
name = "own"
extends = "faden"
min_api = 1
max_api = 1
//- /themes/own/static/own.css
body { color: teal; }
//- /themes/own/templates/page.html
{% extends "faden/page.html" %}
//- /content/index.md
Welcome, see [ads](@/topics/ads/index.md).
//- /content/topics/ads/index.md
+++
title = "Ads"
summary = "Places for sale."
modules = ["trial", "limits"]
+++
Why ads, and how they reach people.
//- /content/topics/ads/trial.md
+++
title = "Trial"
minutes = 15
aliases = ["/old/trial/"]
objectives = ["choose a place"]
+++
See [limits](limits.md).
//- /content/topics/ads/limits.md
+++
title = "Limits"
minutes = 15
objectives = ["set a limit"]
prerequisites = ["trial"]
+++
Reach again.
//- /content/glossary.toml
[reach]
term = "Reach"
definition = "How many people see it."
//- /content/sessions/open.toml
title = "Open"
kind = "kickoff"
block = [{ title = "Work", minutes = "rest", lead = "mentor", kind = "modules", modules = true }]
//- /content/programmes/swap.toml
title = "Swap"
summary = "The young teach."
topics = ["ads"]
plan.sessions = ["open", "open"]
//- /content/cohorts/autumn.toml
title = "Autumn"
programme = "swap"
topic = "ads"
start = 2026-09-03
rhythm = "weekly"
time = "13:30"
pair = [{ id = "p1", mentor = "lea", mentee = "urs" }]
//- /content/cohorts/autumn.md
Welcome to autumn.
"#;
