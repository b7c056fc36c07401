//! Nobody is named more openly than agreed, and nothing else that is known of people leaves the program (model.md §17).
//!
//! Handbooks are drawn at random: every level of site, cohort, pair and person, few and many pairs, and mistakes that
//! messages speak of. Names and attributes are words that occur nowhere else, and everything that comes out is
//! searched for them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use leitfaden::diagnostics::Diagnostic;
use leitfaden::diagnostics::emit::{Private, Style, write_human, write_json, write_short};
use leitfaden::handbook::Drafts;
use leitfaden::pipeline::{Loaded, Pipeline, Settings, render};
use leitfaden::text::{Source, SourcePath, Sources};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

use crate::program::{Folder, run, without_digests};

const LEVELS: [&str; 3] = ["hidden", "initials", "public"];

/// A handbook as it was drawn; levels are positions in [`LEVELS`].
#[derive(Debug, Clone)]
struct Drawn {
    site: usize,
    min_group: usize,
    noindex: bool,
    cohorts: Vec<Cohort>,
    /// The person whom a text names, if one does: cohort, pair, side.
    named: Option<(usize, usize, bool)>,
}

#[derive(Debug, Clone)]
struct Cohort {
    visibility: Option<usize>,
    pairs: Vec<Pair>,
}

#[derive(Debug, Clone)]
struct Pair {
    visibility: Option<usize>,
    ended: bool,
    mentor: Person,
    mentee: Person,
}

#[derive(Debug, Clone)]
struct Person {
    consent: Option<usize>,
    /// How the age is given: not at all, a year, a band, or a mistake.
    age: u8,
    department: u8,
    level: u8,
    superiors: bool,
}

/// Mistakes come in some handbooks only: where there are any nothing is written.
fn person(mistakes: bool) -> impl Strategy<Value = Person> {
    let most = u8::from(mistakes);
    let places = || 0..4 + most;
    (option::of(0..3_usize), 0..3 + most, places(), places(), any::<bool>())
        .prop_map(|(consent, age, department, level, superiors)| Person { consent, age, department, level, superiors })
}

fn pair(mistakes: bool) -> impl Strategy<Value = Pair> {
    let ended = prop_oneof![5 => Just(false), 1 => Just(true)];
    (option::of(0..3_usize), ended, person(mistakes), person(mistakes))
        .prop_map(|(visibility, ended, mentor, mentee)| Pair { visibility, ended, mentor, mentee })
}

fn drawn() -> impl Strategy<Value = Drawn> {
    prop_oneof![7 => drawn_with(false), 1 => drawn_with(true)]
}

fn drawn_with(mistakes: bool) -> impl Strategy<Value = Drawn> {
    let cohort = (option::of(0..3_usize), vec(pair(mistakes), 1..5))
        .prop_map(|(visibility, pairs)| Cohort { visibility, pairs });
    let named = option::of((0..2_usize, 0..4_usize, any::<bool>()));
    (0..3_usize, 1..6_usize, any::<bool>(), vec(cohort, 1..3), named)
        .prop_map(|(site, min_group, noindex, cohorts, named)| Drawn { site, min_group, noindex, cohorts, named })
}

/// The letters of a number: a word that is nobody's.
fn letters(number: usize) -> String {
    let letter = |value: usize| char::from(b'a' + u8::try_from(value % 26).unwrap());
    [number / 26, number].map(letter).iter().collect()
}

fn id(cohort: usize, pair: usize, mentor: bool) -> String {
    format!("zq{}", letters(cohort * 100 + pair * 2 + usize::from(mentor)))
}

fn name(cohort: usize, pair: usize, mentor: bool) -> String {
    let letters = letters(cohort * 100 + pair * 2 + usize::from(mentor));
    format!("Xq{letters}vor Xz{letters}nach")
}

fn year(cohort: usize, pair: usize, mentor: bool) -> usize {
    if mentor { 1981 + cohort * 10 + pair } else { 1931 + cohort * 10 + pair }
}

fn band(pair: usize, mentor: bool) -> String {
    if mentor { format!("2{pair}-28") } else { format!("5{pair}-68") }
}

const DEPARTMENTS: [&str; 4] = ["zwdepone", "zwdeptwo", "zwdepthree", "zwdepfour"];
const POSITIONS: [&str; 4] = ["zwposone", "zwpostwo", "zwposthree", "zwposfour"];

impl Drawn {
    fn people(&self) -> impl Iterator<Item = (usize, usize, bool, &Pair, &Person)> {
        let pairs = self
            .cohorts
            .iter()
            .enumerate()
            .flat_map(|(cohort, one)| one.pairs.iter().enumerate().map(move |(pair, own)| (cohort, pair, own)));
        pairs.flat_map(|(cohort, pair, own)| {
            [(cohort, pair, true, own, &own.mentor), (cohort, pair, false, own, &own.mentee)]
        })
    }

    /// The level at which a person is shown, worked out anew from model.md §17.
    fn level(&self, cohort: usize, pair: &Pair, person: &Person) -> usize {
        let cohort = self.cohorts[cohort].visibility.unwrap_or(0);
        [self.site, cohort, pair.visibility.unwrap_or(cohort), person.consent.unwrap_or(0)].into_iter().min().unwrap()
    }

    fn files(&self) -> BTreeMap<String, String> {
        let mut files: BTreeMap<String, String> = Folder::files_of(crate::harness::BASE);
        files.insert("site.toml".to_owned(), self.site_toml());
        let programme =
            "title = \"Swap\"\nsummary = \"Young people show managers how it is done.\"\ntopics = [\"ads\"]\n";
        let lists = format!(
            "departments = {DEPARTMENTS:?}\nlevels = {POSITIONS:?}\n[plan]\nsessions = [\"open\", \"close\"]\n"
        );
        files.insert("content/programmes/swap.toml".to_owned(), format!("{programme}{lists}"));
        files.remove("private/people/spring.toml");
        files.remove("content/cohorts/spring.toml");
        for (number, cohort) in self.cohorts.iter().enumerate() {
            files.insert(format!("content/cohorts/c{number}.toml"), cohort.toml(number));
            files.insert(format!("private/people/c{number}.toml"), cohort.people(number));
        }
        if let Some((cohort, pair, mentor)) = self.named {
            let first = name(cohort, pair, mentor);
            let first = first.split(' ').next().unwrap();
            files.insert("content/cohorts/c0.md".to_owned(), format!("Ask {first}.\n"));
        }
        files
    }

    fn site_toml(&self) -> String {
        let (visibility, min_group, noindex) = (LEVELS[self.site], self.min_group, self.noindex);
        format!(
            "[site]\ntitle = \"Handbook\"\ntime_zone = \"Europe/Zurich\"\nbase_url = \"https://a.example/\"\n\
             visibility = \"{visibility}\"\nmin_group = {min_group}\nnoindex = {noindex}\n"
        )
    }

    /// Every word that must not be read: names of those who are not to be named, ids, and all attributes.
    fn secrets(&self) -> BTreeSet<String> {
        let mut secrets: BTreeSet<String> =
            DEPARTMENTS.iter().chain(&POSITIONS).map(|word| (*word).to_owned()).collect();
        for (cohort, pair, mentor, own, person) in self.people() {
            secrets.extend([year(cohort, pair, mentor).to_string(), band(pair, mentor), id(cohort, pair, mentor)]);
            if self.level(cohort, own, person) < 2 {
                secrets.extend(name(cohort, pair, mentor).split(' ').map(str::to_owned));
            }
        }
        secrets.insert("zwnowhere".to_owned());
        secrets
    }
}

impl Cohort {
    fn toml(&self, number: usize) -> String {
        let mut toml =
            "title = \"Cohort\"\nprogramme = \"swap\"\ntopic = \"ads\"\nstart = 2027-03-04\nrhythm = \"weekly\"\n\
                        time = \"13:30\"\n"
                .to_owned();
        let visibility = |level: Option<usize>| {
            level.map_or_else(String::new, |level| format!("visibility = \"{}\"\n", LEVELS[level]))
        };
        toml.push_str(&visibility(self.visibility));
        for (index, pair) in self.pairs.iter().enumerate() {
            let (mentor, mentee) = (id(number, index, true), id(number, index, false));
            let ended = if pair.ended { "status = \"ended\"\n" } else { "" };
            toml.push_str(&format!(
                "[[pair]]\nid = \"p{index}\"\nmentor = \"{mentor}\"\nmentee = \"{mentee}\"\n{ended}{}",
                visibility(pair.visibility)
            ));
        }
        toml
    }

    fn people(&self, number: usize) -> String {
        let mut toml = String::new();
        for (index, pair) in self.pairs.iter().enumerate() {
            for (mentor, person) in [(true, &pair.mentor), (false, &pair.mentee)] {
                let superiors = person.superiors.then(|| id(number, (index + 1) % self.pairs.len(), false));
                toml.push_str(&person.toml(number, index, mentor, superiors));
            }
        }
        toml
    }
}

impl Person {
    fn toml(&self, cohort: usize, pair: usize, mentor: bool, superior: Option<String>) -> String {
        let mut toml = format!("[{}]\nname = \"{}\"\n", id(cohort, pair, mentor), name(cohort, pair, mentor));
        let (year, band) = (year(cohort, pair, mentor), band(pair, mentor));
        toml.push_str(&match self.age {
            0 => String::new(),
            1 => format!("birth_year = {year}\n"),
            2 => format!("age_band = \"{band}\"\n"),
            _ => format!("birth_year = {year}\nage_band = \"{band}\"\n"),
        });
        let of = |list: [&str; 4], index: u8| list.get(usize::from(index)).copied().unwrap_or("zwnowhere").to_owned();
        toml.push_str(&format!("department = \"{}\"\n", of(DEPARTMENTS, self.department)));
        toml.push_str(&format!("level = \"{}\"\n", of(POSITIONS, self.level)));
        if mentor {
            let superiors: Vec<String> = superior.into_iter().collect();
            toml.push_str(&format!("superiors = {superiors:?}\n"));
        }
        if let Some(consent) = self.consent {
            toml.push_str(&format!("consent = \"{}\"\n", LEVELS[consent]));
        }
        toml
    }
}

/// Everything that comes out of a handbook.
struct Outcome {
    files: BTreeMap<String, String>,
    diagnostics: Vec<Diagnostic>,
    /// What is said, by the way it is said.
    said: Vec<(&'static str, String)>,
}

fn build(files: &BTreeMap<String, String>) -> Outcome {
    let source = |(path, text): (&String, &String)| Source::new(SourcePath::new(path.as_str()), text.as_bytes());
    let sources: Sources = files.iter().map(source).map(|one| (one.path.clone(), Arc::new(one))).collect();
    let today = jiff::civil::date(2027, 1, 1);
    let settings = Settings { today, drafts: Drafts::Hidden, base_url: None, strict: false };
    let mut loaded = Pipeline::default().load(sources, &settings);
    let mut report = std::mem::take(&mut loaded.report);
    let (mut files, mut said, mut leaks) = (BTreeMap::new(), Vec::new(), Vec::new());
    if let Some(plan) = loaded.plan(&mut report) {
        let renderer = loaded.renderer(&plan).unwrap();
        let html = |page| String::from_utf8(render(&plan, &renderer, page).unwrap()).unwrap();
        let pages = plan.pages().iter().map(|page| (page.url.output_path(), html(page)));
        let others = plan.files().iter();
        let others = others.map(|file| (file.path.clone(), String::from_utf8_lossy(&plan.contents(file)).into_owned()));
        for (path, contents) in pages.chain(others) {
            leaks.extend(plan.leaks(&path, contents.as_bytes()));
            files.insert(path.to_string(), contents);
        }
        plan.report_leaks(&mut report, leaks);
        said.push(("results", results(&loaded, &plan)));
    }
    let diagnostics = report.finish(&loaded.levels, &loaded.sources);
    said.extend(messages(&loaded, &diagnostics));
    Outcome { files, diagnostics, said }
}

/// What organisers are told, with every detail.
fn results(loaded: &Loaded, plan: &leitfaden::plan::Plan) -> String {
    let handbook = loaded.handbook.as_ref().unwrap();
    let language = handbook.config.languages.default();
    let cohorts = handbook.cohorts.ids();
    cohorts
        .map(|id| format!("{:?} {:?}", plan.factor_results(id, language), plan.result_details(id, language)))
        .collect()
}

fn messages(loaded: &Loaded, diagnostics: &[Diagnostic]) -> [(&'static str, String); 3] {
    let (mut human, mut short, mut json) = (Vec::new(), Vec::new(), Vec::new());
    let private = Private::with_people("private/people");
    write_human(&loaded.sources, &private, Style::Plain, diagnostics, &mut human).unwrap();
    write_short(&loaded.sources, diagnostics, &mut short).unwrap();
    write_json(&loaded.sources, diagnostics, &mut json).unwrap();
    [("human", human), ("short", short), ("json", json)].map(|(way, said)| (way, String::from_utf8(said).unwrap()))
}

/// The secret in `text` as a word of its own, if there is one.
fn found<'s>(secrets: &'s BTreeSet<String>, text: &str) -> Option<&'s String> {
    let is_whole = |at: usize, secret: &str| {
        let letter = |letter: char| letter.is_alphanumeric();
        !text[..at].ends_with(letter) && !text[at + secret.len()..].starts_with(letter)
    };
    secrets.iter().find(|secret| text.match_indices(secret.as_str()).any(|(at, _)| is_whole(at, secret)))
}

fn check(drawn: &Drawn) -> Result<(), TestCaseError> {
    let outcome = build(&drawn.files());
    let secrets = drawn.secrets();
    let ids: BTreeSet<String> = drawn.people().map(|(cohort, pair, mentor, ..)| id(cohort, pair, mentor)).collect();
    for (way, said) in &outcome.said {
        // Messages may name ids of people, and results of organisers only those of pairs.
        let secrets = if *way == "results" { secrets.clone() } else { secrets.difference(&ids).cloned().collect() };
        prop_assert_eq!(found(&secrets, said), None, "{}: {}", way, said);
    }
    let is_leak = outcome.diagnostics.iter().any(|one| one.code.name() == "name-leak");
    let named = drawn.people().find(|&(cohort, pair, mentor, ..)| drawn.named == Some((cohort, pair, mentor)));
    let has_errors = outcome.diagnostics.iter().any(|one| one.severity == leitfaden::diagnostics::Severity::Error);
    let is_hidden = named.is_some_and(|(cohort, _, _, own, person)| drawn.level(cohort, own, person) < 2);
    if has_errors && !is_leak {
        // A cohort with a mistake is not there; nothing is written.
        return Ok(());
    }
    prop_assert_eq!(is_leak, is_hidden);
    if is_leak {
        return Ok(());
    }
    for (path, contents) in &outcome.files {
        prop_assert_eq!(found(&secrets, path), None, "{}", path);
        prop_assert_eq!(found(&secrets, contents), None, "{}", path);
    }
    for (cohort, pair, mentor, own, person) in drawn.people() {
        let page = &outcome.files[&format!("cohorts/c{cohort}/index.html")];
        let is_shown = drawn.level(cohort, own, person) == 2 && !own.ended;
        let is_named = named.is_some_and(|(other, number, side, ..)| (other, number, side) == (cohort, pair, mentor));
        prop_assert!(is_named || page.contains(&name(cohort, pair, mentor)) == is_shown);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 320, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_that_is_known_of_people_comes_out(drawn in drawn()) {
        check(&drawn)?;
    }

}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn without_its_private_folder_a_site_differs_only_in_how_pairs_are_called(drawn in drawn()) {
        let drawn = Drawn { min_group: 6, named: None, ..drawn };
        let mut files = drawn.files();
        let with = build(&files);
        if with.diagnostics.iter().any(|one| one.severity == leitfaden::diagnostics::Severity::Error) {
            return Ok(());
        }
        files.retain(|path, _| !path.starts_with("private/"));
        let without = build(&files);
        prop_assert_eq!(with.files.keys().collect::<Vec<_>>(), without.files.keys().collect::<Vec<_>>());
        for (path, contents) in &with.files {
            let (contents, other) = (&without_digests(contents), &without_digests(&without.files[path]));
            prop_assert_eq!(contents.lines().count(), other.lines().count());
            for (one, other) in contents.lines().zip(other.lines()) {
                let names_pair = one.contains("role-mentee") || one.trim_start().starts_with("<li>Pair ");
                prop_assert!(one == other || names_pair, "{}: {} / {}", path, one, other);
            }
            let is_shown = |(_, _, _, own, person): (usize, usize, bool, &Pair, &Person)| {
                !own.ended && drawn.people().any(|(cohort, _, _, pair, one)| {
                    std::ptr::eq(pair, own) && std::ptr::eq(one, person) && drawn.level(cohort, pair, one) > 0
                })
            };
            prop_assert!(contents == other || drawn.people().any(is_shown), "{} differs although all are hidden", path);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_program_itself_tells_nothing(drawn in drawn()) {
        let folder = Folder::new("");
        for (path, text) in drawn.files() {
            folder.write(&path, &text);
        }
        let secrets = drawn.secrets();
        let ids: BTreeSet<String> = drawn.people().map(|(cohort, pair, mentor, ..)| id(cohort, pair, mentor)).collect();
        let secrets: BTreeSet<String> = secrets.difference(&ids).cloned().collect();
        for arguments in [
            &["check", "--details", "--report"][..],
            &["check", "--details", "--format", "json"],
            &["check", "--format", "short"],
            &["schedule", "--format", "json"],
            &["schedule"],
            &["build"],
        ] {
            let run = run(folder.path(), arguments);
            let said = run.out + &run.err;
            prop_assert_eq!(found(&secrets, &said), None, "{:?}: {}", arguments, said);
        }
        for (path, file) in crate::program::files_below(&folder.path().join("private")) {
            let text = std::fs::read_to_string(file).unwrap();
            prop_assert!(!path.starts_with("report/") || found(&secrets, &text).is_none(), "{}: {}", path, text);
        }
    }
}

/// What slips of the hand make of a line.
fn slips(line: &str) -> Vec<String> {
    let ending = line.rsplit("= ").next().unwrap_or_default();
    vec![
        String::new(),
        format!("{line}\n{line}"),
        line.replacen('"', "", 1),
        line.trim_end_matches('"').to_owned(),
        line.replacen('"', "“", 1),
        line.replacen(" =", "", 1),
        line.replacen(" =", ":", 1),
        line.replacen("= ", "= [", 1),
        line.replacen("= ", "= { x = ", 1),
        line.replacen('=', "\\=", 1),
        ending.to_owned(),
        ending.trim_matches('"').to_owned(),
    ]
}

#[test]
fn whatever_is_wrong_with_a_people_file_no_message_quotes_it() {
    let people = "[zqone]\nname = \"Xqonevor Xqonenach\"\nbirth_year = 1987\ndepartment = \"zwdepone\"\n\
                  level = \"zwposone\"\nsuperiors = [\"zqtwo\"]\nconsent = \"initials\"\n\
                  [zqtwo]\nname = \"Xqtwovor Xqtwonach\"\nage_band = \"51-58\"\n";
    let secrets = ["Xqonevor", "Xqonenach", "1987", "zwdepone", "zwposone", "Xqtwovor", "Xqtwonach", "51", "58"];
    let secrets: BTreeSet<String> = secrets.map(str::to_owned).into();
    let mut files: BTreeMap<String, String> = Folder::files_of(crate::harness::BASE);
    let lines: Vec<&str> = people.lines().collect();
    let mut count = 0;
    for (number, line) in lines.iter().enumerate() {
        for slip in slips(line) {
            let written = [&lines[..number], &[slip.as_str()], &lines[number + 1..]].concat().join("\n");
            files.insert("private/people/spring.toml".to_owned(), written);
            let outcome = build(&files);
            for (way, said) in &outcome.said {
                assert_eq!(found(&secrets, said), None, "{way}, {line} as {slip}: {said}");
            }
            count += 1;
        }
    }
    assert_eq!(count, lines.len() * 12);
}
