//! A handbook in a string: what tests are made of.
//!
//! ```text
//! //- /content/topics/ads/index.md
//! +++
//! titel = "Ads"
//! ^^^^^ error[unknown-key]: unknown key "titel" in topic; did you mean "title"?
//! +++
//! ```
//!
//! - A line `//- /path` begins a file. Files stand over those of the [`BASE`] handbook, which is sound. Words behind
//!   the path change the file: `delete` takes that of the base away, `latin1`, `bom`, `crlf` and `no-newline` write
//!   it so.
//! - A line of `^^^` marks a message whose place begins at that column of the line above; a line `$ error[…]` marks
//!   one on the first column of the file. Behind the colon stands the message, with notes and helps after a
//!   semicolon or without them; `…` at the end stands for the rest.
//! - A line `//= alone` in front leaves the base away; `//= drafts` shows drafts; `//= today 2031-01-01` sets the day.
//!
//! [`check`] compares all messages with the marks, nothing more and nothing less. To write a test, write the
//! handbook, run it with `UPDATE=1`, and read what was marked.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::panic::Location;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use jiff::civil::{Date, date};
use leitfaden::diagnostics::{Code, Diagnostic, Edit, Severity};
use leitfaden::handbook::Drafts;
use leitfaden::pipeline::{Pipeline, Settings, render};
use leitfaden::text::{Source, SourcePath, Sources};

/// A small handbook about which there is nothing to be said.
pub const BASE: &str = r#"
//- /.gitignore
/private/
//- /site.toml
[site]
title = "Handbook"
time_zone = "Europe/Zurich"
//- /content/programmes/swap.toml
title = "Swap"
summary = "Young people show managers how it is done."
topics = ["ads"]

[plan]
sessions = ["open", "close"]
//- /content/sessions/open.toml
title = "Opening"
kind = "kickoff"

[[block]]
title = "Work"
minutes = "rest"
lead = "mentor"
kind = "modules"
modules = true
//- /content/sessions/close.toml
title = "Closing"
kind = "closing"

[[block]]
title = "Review"
minutes = "rest"
lead = "both"
kind = "review"
//- /content/topics/ads/index.md
+++
title = "Ads"
summary = "How ads work."
modules = ["first", "second"]
+++
//- /content/topics/ads/first.md
+++
title = "First"
minutes = 20
objectives = ["Explain an ad"]
+++
//- /content/topics/ads/second.md
+++
title = "Second"
minutes = 25
objectives = ["Set up an ad"]
+++
//- /content/cohorts/spring.toml
title = "Spring"
programme = "swap"
topic = "ads"
start = 2027-03-04
rhythm = "weekly"
time = "13:30"

[[pair]]
id = "p1"
mentor = "m1"
mentee = "e1"
//- /private/people/spring.toml
[m1]
name = "Xaverine"

[e1]
name = "Quirinius"
//- /content/roles/mentor.md
+++
title = "For mentors"
+++
//- /content/roles/mentee.md
+++
title = "For mentees"
+++
//- /content/roles/organiser.md
+++
title = "For organisers"
+++
//- /content/roles/sponsor.md
+++
title = "For sponsors"
+++
"#;

/// Builds the handbook, cold and then warm after a disturbance, and compares what is said with the marks.
#[track_caller]
pub fn check(handbook: &str) {
    let fixture = Fixture::parse(handbook);
    let sources = fixture.sources();
    let cold = build(&mut Pipeline::default(), &sources, &fixture.settings);
    compare_with_warm(&cold, &sources, &fixture.settings);
    find_names(&cold, &sources);
    let Some(difference) = compare_with_marks(&cold, &sources, &fixture, handbook) else { return };
    if std::env::var_os("UPDATE").is_some() {
        update(Location::caller(), handbook, &difference.marked);
        return;
    }
    let Difference { message, marked } = difference;
    panic!("{message}\nwith what was said (UPDATE=1 writes it into the test):\n{marked}");
}

/// What a handbook of the corpus came to, built once.
pub struct Examined {
    /// What its marks do not say; `None` if they are right.
    pub difference: Option<Difference>,
    /// What was said, in the order in which it is shown.
    pub diagnostics: Vec<Diagnostic>,
    /// Its files.
    pub sources: Sources,
    settings: Settings,
}

/// How the marks of a handbook differ from what is said about it.
pub struct Difference {
    /// Every mark and every message without a partner.
    pub message: String,
    /// The handbook with the right marks.
    pub marked: String,
}

/// Builds the handbook and compares what is said with the marks.
///
/// `pipeline` may remember other handbooks, which saves reading the theme anew; that it forgets them where it must is
/// what [`check`] tests.
pub fn examine(pipeline: &mut Pipeline, handbook: &str) -> Examined {
    let fixture = Fixture::parse(handbook);
    let sources = fixture.sources();
    let built = build_pages(pipeline, &sources, &fixture.settings, Pages::OfSound);
    find_names(&built, &sources);
    let difference = compare_with_marks(&built, &sources, &fixture, handbook);
    Examined { difference, diagnostics: built.diagnostics, sources, settings: fixture.settings }
}

impl Examined {
    /// What is said about the handbook after its files were edited so.
    pub fn after(&self, pipeline: &mut Pipeline, edit: &Edit) -> Vec<Diagnostic> {
        let mut sources = self.sources.clone();
        let path = &edit.place.path;
        let mut bytes = sources[path].bytes.to_vec();
        let replacement = edit.replacement.bytes();
        bytes.splice(edit.place.span.start..edit.place.span.end, replacement);
        sources.insert(path.clone(), Arc::new(Source::new(path.clone(), bytes)));
        build_pages(pipeline, &sources, &self.settings, Pages::OfSound).diagnostics
    }
}

/// Builds the handbook, which must be sound, and gives its files.
#[track_caller]
pub fn site(handbook: &str) -> BTreeMap<String, String> {
    check(handbook);
    let fixture = Fixture::parse(handbook);
    build(&mut Pipeline::default(), &fixture.sources(), &fixture.settings).files
}

/// The codes that the marks of `text` name.
pub fn marked_codes(text: &str) -> BTreeSet<Code> {
    let marks = ["error[", "warning[", "note["].iter().flat_map(|start| text.match_indices(start));
    let marks = marks.filter(|(at, _)| text[..*at].ends_with("^ ") || text[..*at].ends_with("$ "));
    let names = marks.filter_map(|(at, start)| text[at + start.len()..].split(']').next());
    names.filter_map(Code::from_name).collect()
}

struct Fixture {
    settings: Settings,
    alone: bool,
    files: Vec<FixtureFile>,
}

struct FixtureFile {
    path: SourcePath,
    /// `None` to take the file of the base away.
    bytes: Option<Vec<u8>>,
    marks: Vec<Expected>,
}

/// A message that is expected: where, and what.
struct Expected {
    line: usize,
    column: usize,
    text: String,
}

/// A line that marks a message.
struct Mark {
    /// `None` for the top of the file.
    column: Option<usize>,
    text: String,
}

impl Mark {
    fn parse(line: &str) -> Option<Self> {
        let written = line.trim_start();
        let text = written.trim_start_matches('^');
        let has_caret = text.len() < written.len();
        let text = if has_caret { text.strip_prefix(' ')? } else { written.strip_prefix("$ ")? };
        let is_message = ["error[", "warning[", "note["].iter().any(|start| text.starts_with(start));
        let column = has_caret.then(|| line.chars().count() - written.chars().count() + 1);
        is_message.then(|| Self { column, text: text.trim_end().to_owned() })
    }
}

impl Fixture {
    fn parse(handbook: &str) -> Self {
        let settings = Settings { today: date(2027, 1, 1), drafts: Drafts::Hidden, base_url: None, strict: false };
        let mut fixture = Self { settings, alone: false, files: Vec::new() };
        let (head, files) = handbook.split_once("//- /").unwrap_or((handbook, ""));
        for line in head.lines() {
            fixture.directive(line);
        }
        let files = files.split("\n//- /").filter(|file| !file.is_empty());
        fixture.files = files.map(FixtureFile::parse).collect();
        fixture
    }

    fn directive(&mut self, line: &str) {
        let Some(line) = line.trim().strip_prefix("//= ") else {
            assert!(line.trim().is_empty(), "only directives may stand before the first file: {line}");
            return;
        };
        match line.split_once(' ').unwrap_or((line, "")) {
            ("alone", _) => self.alone = true,
            ("drafts", _) => self.settings.drafts = Drafts::Shown,
            ("today", day) => self.settings.today = day.parse::<Date>().expect("a day such as 2031-01-01"),
            _ => panic!("unknown directive {line}"),
        }
    }

    fn sources(&self) -> Sources {
        let mut sources = Sources::new();
        let base = if self.alone { Vec::new() } else { Self::parse(BASE).files };
        for file in base.iter().chain(&self.files) {
            match &file.bytes {
                Some(bytes) => {
                    let source = Source::new(file.path.clone(), bytes.as_slice());
                    sources.insert(file.path.clone(), Arc::new(source));
                }
                None => {
                    sources.remove(&file.path);
                }
            }
        }
        sources
    }
}

impl FixtureFile {
    fn parse(written: &str) -> Self {
        let (head, text) = written.split_once('\n').unwrap_or((written, ""));
        let (path, words) = split_head(head);
        let path = SourcePath::new(path);
        let (lines, marks) = marks(text);
        let mut text = lines.iter().map(|line| format!("{line}\n")).collect::<String>();
        let mut bytes = None;
        let mut deleted = false;
        for word in words {
            match word {
                "delete" => deleted = true,
                "bom" => text.insert(0, '\u{feff}'),
                "crlf" => text = text.replace('\n', "\r\n"),
                "no-newline" => text = text.trim_end().to_owned(),
                "latin1" => bytes = Some(text.chars().map(|letter| u8::try_from(letter).unwrap()).collect()),
                _ => unreachable!("{word} is not among WORDS"),
            }
        }
        let bytes = (!deleted).then(|| bytes.unwrap_or_else(|| text.into_bytes()));
        Self { path, bytes, marks }
    }
}

/// The path of a file and the words behind it; a path may have blanks in it.
fn split_head(head: &str) -> (&str, Vec<&str>) {
    let mut path = head.trim();
    let mut words = Vec::new();
    while let Some((rest, word)) = path.rsplit_once(' ').filter(|(_, word)| WORDS.contains(word)) {
        path = rest;
        words.push(word);
    }
    (path, words)
}

/// What may stand behind the path of a file.
const WORDS: [&str; 5] = ["delete", "latin1", "bom", "crlf", "no-newline"];

/// The lines of a file without its marks, and the marks.
fn marks(text: &str) -> (Vec<&str>, Vec<Expected>) {
    let mut lines = Vec::new();
    let mut marks = Vec::new();
    for line in text.lines() {
        match Mark::parse(line) {
            Some(Mark { column: Some(column), text }) => marks.push(Expected { line: lines.len(), column, text }),
            Some(Mark { column: None, text }) => marks.push(Expected { line: 1, column: 1, text }),
            None => lines.push(line),
        }
    }
    (lines, marks)
}

/// What came out of a handbook.
#[derive(PartialEq, Eq)]
struct Built {
    files: BTreeMap<String, String>,
    diagnostics: Vec<Diagnostic>,
}

/// Which pages are rendered.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Pages {
    All,
    /// From the last to the first: no page may depend on those that were made before.
    Backwards,
    /// None where there is an error, as the program itself does it.
    OfSound,
}

fn build(pipeline: &mut Pipeline, sources: &Sources, settings: &Settings) -> Built {
    build_pages(pipeline, sources, settings, Pages::All)
}

fn build_pages(pipeline: &mut Pipeline, sources: &Sources, settings: &Settings, pages: Pages) -> Built {
    let mut loaded = pipeline.load(sources.clone(), settings);
    let mut report = std::mem::take(&mut loaded.report);
    let mut files = BTreeMap::new();
    if let Some(plan) = pipeline.plan(&loaded, &mut report) {
        let mut leaks = Vec::new();
        for file in plan.files() {
            let contents = plan.contents(file);
            leaks.extend(plan.leaks(&file.path, &contents));
            files.insert(file.path.to_string(), String::from_utf8_lossy(&contents).into_owned());
        }
        let renderer = loaded.renderer(&plan);
        let has_errors = report.diagnostics().iter().any(|one| one.code.severity() == Severity::Error);
        let mut planned: Vec<_> = plan.pages().iter().collect();
        if pages == Pages::Backwards {
            planned.reverse();
        }
        let mut made = Vec::new();
        for page in planned {
            let Some(renderer) = renderer.as_ref().filter(|_| pages != Pages::OfSound || !has_errors) else { break };
            match render(&plan, renderer, page) {
                Ok(html) => {
                    leaks.extend(plan.leaks(&page.url.output_path(), &html));
                    made.push((page.url.output_path().to_string(), String::from_utf8(html).unwrap()));
                }
                Err(diagnostic) => report.add(*diagnostic),
            }
        }
        // Of two pages at one address, which is an error, the same one is compared in both orders.
        if pages == Pages::Backwards {
            made.reverse();
        }
        files.extend(made);
        plan.report_leaks(&mut report, leaks);
    }
    Built { files, diagnostics: report.finish(&loaded.levels, &loaded.sources) }
}

/// A run after another one must not differ from the first of all.
#[track_caller]
fn compare_with_warm(cold: &Built, sources: &Sources, settings: &Settings) {
    let mut pipeline = Pipeline::default();
    build(&mut pipeline, sources, settings);
    build(&mut pipeline, &disturbed(sources), settings);
    let warm = build_pages(&mut pipeline, sources, settings, Pages::Backwards);
    assert_eq!(cold.diagnostics, warm.diagnostics, "a warm run says something else than a cold one");
    for (path, contents) in &cold.files {
        assert_eq!(Some(contents), warm.files.get(path), "{path} of a warm run differs from that of a cold one");
    }
    assert_eq!(cold.files.len(), warm.files.len(), "a warm run makes other files than a cold one");
}

/// The same files, each cut in the middle; every third is not there.
fn disturbed(sources: &Sources) -> Sources {
    let kept = sources.values().enumerate().filter(|(index, _)| index % 3 != 1);
    let cut = kept.map(|(_, source)| Source::new(source.path.clone(), &source.bytes[..source.bytes.len() / 2]));
    cut.map(|source| (source.path.clone(), Arc::new(source))).collect()
}

/// Names of people stand in no output and no message, unless everybody agreed to show them.
#[track_caller]
fn find_names(built: &Built, sources: &Sources) {
    // Where a name has been found, nothing is written.
    let is_written = built.diagnostics.iter().all(|one| one.code != Code::NameLeak);
    for name in hidden_names(sources) {
        for (path, contents) in built.files.iter().filter(|_| is_written) {
            assert!(!contents.contains(&name), "{path} contains the name \"{name}\"");
        }
        for diagnostic in &built.diagnostics {
            let said = full_text(diagnostic);
            assert!(!said.contains(&name), "a message contains the name \"{name}\": {said}");
        }
    }
}

/// The parts of all names but those that may be public; read here anew, not with the program's own rules.
fn hidden_names(sources: &Sources) -> Vec<String> {
    let text = |source: &Source| String::from_utf8_lossy(&source.bytes).into_owned();
    let asks_for_public = |path: &str| {
        sources
            .iter()
            .any(|(own, source)| own.as_str().starts_with(path) && text(source).contains("visibility = \"public\""))
    };
    let may_be_public = asks_for_public("site.toml") && asks_for_public("content/cohorts/");
    let mut names = Vec::new();
    for (_, source) in sources.iter().filter(|(path, _)| path.as_str().starts_with("private/people/")) {
        let Ok(people) = text(source).parse::<toml::Table>() else { continue };
        for person in people.values() {
            let get = |key: &str| person.get(key).and_then(|value| value.as_str());
            if get("consent") != Some("public") || !may_be_public {
                names.extend(get("name").unwrap_or_default().split_whitespace().map(str::to_owned));
            }
        }
    }
    names.retain(|name| name.chars().count() >= 3);
    names
}

/// A message as marks write it: with its notes and helps.
fn full_text(diagnostic: &Diagnostic) -> String {
    let mut text = short_text(diagnostic);
    for more in diagnostic.notes.iter().chain(&diagnostic.help) {
        write!(text, "; {more}").unwrap();
    }
    text
}

fn short_text(diagnostic: &Diagnostic) -> String {
    format!("{}[{}]: {}", diagnostic.severity, diagnostic.code, diagnostic.message)
}

fn fits(mark: &str, diagnostic: &Diagnostic) -> bool {
    let full = full_text(diagnostic);
    match mark.strip_suffix('…') {
        Some(start) => full.starts_with(start),
        None => mark == full || mark == short_text(diagnostic),
    }
}

/// A message and where it points.
struct Found<'d> {
    path: &'d SourcePath,
    line: usize,
    column: usize,
    width: usize,
    diagnostic: &'d Diagnostic,
}

fn found<'d>(diagnostic: &'d Diagnostic, sources: &Sources) -> Found<'d> {
    let place = &diagnostic.place;
    let (mut line, mut column, mut width) = (1, 1, 1);
    if let Some(source) = sources.get(&place.path) {
        let (start, end) = (source.position(place.span.start), source.position(place.span.end));
        (line, column) = (start.line, start.column);
        width = if start.line == end.line { end.column - start.column } else { 3 };
    }
    Found { path: &place.path, line, column, width: width.max(1), diagnostic }
}

fn compare_with_marks(built: &Built, sources: &Sources, fixture: &Fixture, handbook: &str) -> Option<Difference> {
    let found: Vec<Found<'_>> = built.diagnostics.iter().map(|one| found(one, sources)).collect();
    let mut unmet: Vec<(&SourcePath, &Expected)> =
        fixture.files.iter().flat_map(|file| file.marks.iter().map(|mark| (&file.path, mark))).collect();
    let mut surplus = Vec::new();
    let mut texts: Vec<String> = Vec::new();
    for one in &found {
        let position = unmet.iter().position(|(path, mark)| {
            *path == one.path && (mark.line, mark.column) == (one.line, one.column) && fits(&mark.text, one.diagnostic)
        });
        match position {
            Some(position) => texts.push(unmet.remove(position).1.text.clone()),
            None => {
                surplus.push(one);
                texts.push(suggested_text(one.diagnostic));
            }
        }
    }
    if surplus.is_empty() && unmet.is_empty() {
        return None;
    }
    let marked = annotated(&with_marked_files(handbook, &found), &found, &texts);
    let mut message = String::new();
    for one in &surplus {
        let text = full_text(one.diagnostic);
        writeln!(message, "not marked: {}:{}:{}: {text}", one.path, one.line, one.column).unwrap();
    }
    for (path, mark) in &unmet {
        writeln!(message, "not said: {path}:{}:{}: {}", mark.line, mark.column, mark.text).unwrap();
    }
    Some(Difference { message, marked })
}

/// The message alone, but with a suggestion: that is what authors look for.
fn suggested_text(diagnostic: &Diagnostic) -> String {
    let suggestion = diagnostic.help.iter().any(|help| help.starts_with("did you mean"));
    if suggestion { full_text(diagnostic) } else { short_text(diagnostic) }
}

/// The fixture with marks for what was found instead of its own.
fn annotated(handbook: &str, found: &[Found<'_>], texts: &[String]) -> String {
    let mut out = String::new();
    let mut path = String::new();
    let mut number = 0;
    // What stands on the first column of a file is marked in front of it, as line 0.
    let mark = |out: &mut String, path: &str, line: usize| {
        for (one, text) in found.iter().zip(texts) {
            let at_top = (one.line, one.column) == (1, 1);
            if one.path.as_str() != path || line != if at_top { 0 } else { one.line } {
                continue;
            }
            if at_top {
                writeln!(out, "$ {text}").unwrap();
            } else {
                writeln!(out, "{}{} {text}", " ".repeat(one.column - 1), "^".repeat(one.width)).unwrap();
            }
        }
    };
    for line in handbook.lines().filter(|line| Mark::parse(line).is_none()) {
        writeln!(out, "{line}").unwrap();
        if let Some(head) = line.strip_prefix("//- /") {
            path = split_head(head).0.to_owned();
            number = 0;
            mark(&mut out, &path, 0);
        } else if !path.is_empty() {
            number += 1;
            mark(&mut out, &path, number);
        }
    }
    out
}

/// The fixture with the files of the base that something was found in, so that it can be marked there.
fn with_marked_files(handbook: &str, found: &[Found<'_>]) -> String {
    let mut out = handbook.to_owned();
    for one in found {
        let head = format!("//- /{}", one.path);
        if out
            .lines()
            .any(|line| line.strip_prefix("//- /").is_some_and(|head| split_head(head).0 == one.path.as_str()))
        {
            continue;
        }
        let in_base = BASE.split_once(&format!("{head}\n")).map(|(_, rest)| rest.split("//- /").next().unwrap());
        match in_base {
            Some(text) => write!(out, "{head}\n{text}").unwrap(),
            None => writeln!(out, "{head} delete").unwrap(),
        }
    }
    out
}

/// Writes the marks into the source of the test.
fn update(caller: &Location<'_>, handbook: &str, marked: &str) {
    static WRITING: Mutex<()> = Mutex::new(());
    let _one_at_a_time = WRITING.lock().unwrap_or_else(PoisonError::into_inner);
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(caller.file());
    let source = std::fs::read_to_string(&path).unwrap();
    // With its quotes, for one handbook may begin like another.
    let quoted = |text: &str| format!("\"{text}\"");
    assert!(source.contains(&quoted(handbook)), "the fixture is not found as it is in {}", path.display());
    std::fs::write(&path, source.replacen(&quoted(handbook), &quoted(marked), 1)).unwrap();
}

#[test]
fn the_base_handbook_is_sound() {
    check("//- /static/readme.txt\nNothing.\n");
    check(&format!("//= alone\n{}", BASE.trim_start()));
}

#[test]
#[should_panic(expected = "not said: site.toml:2:9: error[empty]: …")]
fn a_mark_for_which_nothing_is_said_fails() {
    check("//- /site.toml\n[site]\ntitle = \"A\"\n        ^ error[empty]: …\ntime_zone = \"Europe/Zurich\"\n");
}

#[test]
#[should_panic(expected = "not marked: site.toml:2:9: error[empty]: \"title\" must not be empty")]
fn a_message_without_a_mark_fails() {
    check("//- /site.toml\n[site]\ntitle = \"\"\ntime_zone = \"Europe/Zurich\"\n");
}
