//! The guard itself: what it looks for, what it found, and what it says.

use std::collections::{BTreeMap, BTreeSet};

use super::calendar::is_syntax;
use super::origin;
use super::people::{self, Hidden, People, people};
use super::pieces::{self, Format};
use super::readings::readings;
use super::words::Words;
use crate::diagnostics::{Code, Diagnostic, Place, Report};
use crate::document::cohort::Visibility;
use crate::handbook::Handbook;
use crate::plan::Given;
use crate::text::{OutputPath, SourcePath, Sources};

/// Words that are no names although somebody is called so: one a line, `#` begins a comment.
const ALLOW_WORDS: &str = "private/allow-words.txt";

/// Looks for names in finished files. It has no `Debug`: nothing may print names.
pub struct LeakGuard {
    people: People,
    words: Words,
    /// Files of the program itself, which no author wrote.
    exempt: BTreeSet<OutputPath>,
    /// The folder of the people files, and of the site, for places.
    people_folder: String,
    out: String,
}

/// A person whose name stands in a file. It tells neither name nor person by itself.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Leak {
    person: usize,
    path: OutputPath,
}

impl Leak {
    /// Which of the people it is, in no order that means anything.
    #[must_use]
    pub fn person(&self) -> usize {
        self.person
    }
}

impl LeakGuard {
    /// A guard for the people of a handbook; `None` if nobody has to be kept back, which then costs nothing.
    ///
    /// Files that the theme compiled into the program brings along are not looked at: nobody can be meant there.
    #[must_use]
    pub fn new(report: &mut Report, handbook: &Handbook, given: &Given<'_>) -> Option<Self> {
        let sources = given.sources;
        let allowed = allowed_words(report, sources);
        let people = people(report, handbook, given.documents, &allowed);
        let numbered = people.hidden.iter().zip(0..);
        let words = numbered.flat_map(|(one, number)| one.words.iter().map(move |word| (&**word, number)));
        let words = Words::new(words, people.innocent.iter().map(String::as_str))?;
        let has_own_theme = sources.keys().any(|path| path.as_str().starts_with("themes/"));
        let built_in = given.theme_files.iter().filter(|_| !has_own_theme).map(|(path, _)| path.clone());
        let config = &handbook.config;
        Some(Self {
            exempt: built_in.collect(),
            people_folder: format!("{}/", config.people_folder()),
            out: config.publish.out.clone().unwrap_or_else(|| "public".to_owned()),
            people,
            words,
        })
    }

    /// Whose names stand in a finished file or in its path, each person once. May be called from many threads.
    #[must_use]
    pub fn look(&self, path: &OutputPath, contents: &[u8]) -> Vec<Leak> {
        if self.exempt.contains(path) {
            return Vec::new();
        }
        let mut people = BTreeSet::new();
        let mut found = |_: usize, _: usize, owners: &[usize]| people.extend(owners.iter().copied());
        self.words.find(path.as_str(), &mut found);
        let format = Format::of_finished(path.as_str());
        for reading in readings(contents) {
            search(&self.words, &reading.text, format, &mut found);
        }
        people.into_iter().map(|person| Leak { person, path: path.clone() }).collect()
    }

    /// Reports every name that was found: at each line where an author wrote it, or else at one finished file.
    pub fn report(&self, report: &mut Report, sources: &Sources, leaks: Vec<Leak>) {
        let mut files: BTreeMap<usize, BTreeSet<OutputPath>> = BTreeMap::new();
        for leak in leaks {
            files.entry(leak.person).or_default().insert(leak.path);
        }
        for (number, files) in files {
            let person = &self.people.hidden[number];
            let places = self.places(person, sources);
            if places.is_empty() {
                report.extend(self.in_output(person, &files));
            }
            report.extend(places.into_iter().map(|place| diagnostic(person, place)));
        }
    }

    fn places(&self, person: &Hidden, sources: &Sources) -> Vec<Place> {
        let is_private = |path: &SourcePath| path.as_str().starts_with(&self.people_folder);
        let innocent = self.people.innocent.iter().map(String::as_str);
        let words = Words::new(person.words.iter().map(|word| (&**word, 0)), innocent);
        words.map_or_else(Vec::new, |words| origin::places(&words, sources, is_private))
    }

    fn in_output(&self, person: &Hidden, files: &BTreeSet<OutputPath>) -> Option<Diagnostic> {
        let first = files.first()?;
        let place = Place::top(&SourcePath::new(format!("{}/{first}", self.out)));
        let found = diagnostic(person, place).note("no line of the handbook was found that says so");
        Some(match files.len() - 1 {
            0 => found,
            1 => found.note("the name stands in another file too"),
            more => found.note(format!("the name stands in {more} other files too")),
        })
    }
}

/// Tells of every word, also of those in pieces: where it begins and ends, and whose it is.
pub(super) fn search(words: &Words, text: &str, format: Format, mut each: impl FnMut(usize, usize, &[usize])) {
    let mut found = |start: usize, end: usize, owners: &[usize]| {
        if !owners.is_empty() && (format != Format::Calendar || !is_syntax(text, start)) {
            each(start, end, owners);
        }
    };
    // Where the last word of either kind ended.
    let (mut whole, mut pieced) = (0, 0);
    words.pairs(format).each(text, |at, chance| {
        if chance.piece
            && at >= pieced
            && let Some(word) = pieces::word_at(text, pieced, at, format)
        {
            words.find(&word.letters, |_, _, owners| found(word.start, word.start, owners));
            pieced = word.end;
        }
        if chance.word
            && at > whole
            && let Some((end, owners)) = words.word_at(text, at - 1)
        {
            found(at - 1, end, owners);
            whole = end;
        }
    });
}

fn diagnostic(person: &Hidden, place: Place) -> Diagnostic {
    let level = level_word(person.level);
    let which = match &person.place {
        people::Place::Pair(pair) => format!("pair \"{pair}\""),
        people::Place::Cohort(cohort) => format!("in no pair of cohort \"{cohort}\" on the site"),
    };
    let message = format!("{} contains the name of a person shown as \"{level}\" ({which})", place.path);
    Diagnostic::new(Code::NameLeak, message, place)
        .help(format!("write it without the name; if it is an ordinary word, add it to {ALLOW_WORDS}"))
}

fn level_word(level: Visibility) -> &'static str {
    match level {
        Visibility::Hidden => "hidden",
        Visibility::Initials => "initials",
        Visibility::Public => "public",
    }
}

/// The words of `private/allow-words.txt`.
fn allowed_words<'s>(report: &mut Report, sources: &'s Sources) -> BTreeSet<&'s str> {
    let path = SourcePath::new(ALLOW_WORDS);
    let text = match sources.get(&path).map(|source| source.text()) {
        None => return BTreeSet::new(),
        Some(Ok(text)) => text,
        Some(Err(byte)) => {
            let message = format!("{ALLOW_WORDS} is not valid UTF-8 (byte {byte})");
            report.add(Diagnostic::new(Code::NotUtf8, message, Place::top(&path)));
            return BTreeSet::new();
        }
    };
    let lines = text.trim_start_matches('\u{feff}').lines();
    lines.flat_map(|line| line.split('#').next().unwrap_or_default().split_whitespace()).collect()
}
