//! Whole small handbooks in `tests/sites/`, and what their main pages say.
//!
//! `expected/` beside a handbook holds the words of some of its pages. To take in another page, put an empty file
//! there; `UPDATE=1` writes what the pages say now.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use jiff::civil::date;
use leitfaden::disk::scan;
use leitfaden::handbook::Drafts;
use leitfaden::pipeline::{Pipeline, Settings, render};

use crate::program::{files_below, repository};

#[test]
fn empty() {
    check("empty");
}

#[test]
fn one_topic() {
    check("one-topic");
}

#[test]
fn no_pairs() {
    check("no-pairs");
}

/// Compares the messages and the words of the pages with `expected/`.
#[track_caller]
fn check(name: &str) {
    let folder = repository().join("tests/sites").join(name);
    let found = words(&folder);
    let expected = folder.join("expected");
    for (below, path) in files_below(&expected) {
        let found = found.get(&below).unwrap_or_else(|| panic!("there is no page for {below} of {name}"));
        if std::env::var_os("UPDATE").is_some() {
            fs::write(path, found).unwrap();
            continue;
        }
        let expected = fs::read_to_string(&path).unwrap();
        assert!(*found == expected, "{below} of {name}; UPDATE=1 writes it:\n{}", difference(&expected, found));
    }
}

/// What is said about a handbook, and by each of its pages.
fn words(folder: &Path) -> BTreeMap<String, String> {
    let settings = Settings { today: date(2027, 1, 1), drafts: Drafts::Hidden, base_url: None, strict: false };
    let mut loaded = Pipeline::default().load(scan(folder, &[]).unwrap().sources, &settings);
    let mut report = std::mem::take(&mut loaded.report);
    let plan = loaded.plan(&mut report).unwrap();
    let renderer = loaded.renderer(&plan).unwrap();
    let mut pages: BTreeMap<String, String> = BTreeMap::new();
    for page in plan.pages() {
        let html = String::from_utf8(render(&plan, &renderer, page).unwrap()).unwrap();
        pages.insert(page.url.output_path().as_str().replace(".html", ".txt"), words_of(&html));
    }
    let said = report.finish(&loaded.levels, &loaded.sources);
    let lines = said.iter().map(|one| format!("{}[{}]: {}\n", one.severity, one.code, one.message));
    pages.insert("messages.txt".to_owned(), lines.collect());
    pages
}

/// The words of `<main>`, a line for every element that stands by itself.
fn words_of(html: &str) -> String {
    let main = html.split("<main").nth(1).and_then(|rest| rest.split("</main>").next()).unwrap_or(html);
    let main = main.split_once('>').map_or(main, |(_, main)| main);
    let mut text = String::new();
    for piece in main.split('<') {
        let (tag, words) = piece.split_once('>').unwrap_or(("", piece));
        let name = tag.trim_start_matches('/').split([' ', '\n', '/']).next().unwrap_or_default();
        let is_inline = ["a", "b", "i", "em", "strong", "span", "time", "code", "abbr", "small", "td", "th"];
        text.push(if is_inline.contains(&name) || name.is_empty() { ' ' } else { '\n' });
        text.push_str(&words.replace('\n', " "));
    }
    let lines = text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    lines.filter(|line| !line.is_empty()).map(|line| line + "\n").collect()
}

/// The lines that only one of the two has.
fn difference(expected: &str, found: &str) -> String {
    let only = |sign: &'static str, text: &str, other: &str| -> String {
        let other: Vec<String> = other.lines().map(str::to_owned).collect();
        text.lines()
            .filter(|line| !other.iter().any(|own| own == line))
            .map(|line| format!("{sign} {line}\n"))
            .collect()
    };
    only("-", expected, found) + &only("+", found, expected)
}
