//! Whose names are searched for, and by which words.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::words::{canonical, is_hyphen, is_letter};
use crate::diagnostics::{Report, Severity};
use crate::document::cohort::Visibility;
use crate::document::{Content, Document, Kind};
use crate::handbook::Handbook;
use crate::text::SourcePath;

/// The fewest letters of a word that is searched for: shorter ones stand everywhere.
const FEWEST_LETTERS: usize = 3;

/// Small words inside of names, which are no names: "Mia von der Au".
const PARTICLES: [&str; 18] = [
    "bin", "dal", "degli", "del", "della", "dem", "den", "der", "des", "di", "dos", "het", "ten", "ter", "van", "vom",
    "von", "zur",
];

/// Somebody who is not to be named. It has no `Debug`: nothing may print it.
pub(super) struct Hidden {
    /// What is named in messages, because the person is not.
    pub place: Place,
    /// The most open level at which the person is shown.
    pub level: Visibility,
    /// The parts of the name that are searched for.
    pub words: Vec<String>,
}

/// Where somebody takes part.
#[derive(Clone)]
pub(super) enum Place {
    /// In this pair.
    Pair(Arc<str>),
    /// In this cohort without a pair, or in a pair of a cohort that is not on the site, such as a draft.
    Cohort(Arc<str>),
}

/// Who is nowhere shown by name, and the words that may be read all the same. It has no `Debug` either.
pub(super) struct People {
    /// In the order of cohorts and pairs.
    pub hidden: Vec<Hidden>,
    /// The parts of names that may be shown, and the words that are allowed.
    pub innocent: BTreeSet<String>,
}

/// The people who are nowhere shown by name.
///
/// The same name in two cohorts is the same person. A word that is also part of a name that may be shown is left
/// out: pages would be full of it.
///
/// How openly those of a cohort with errors may be shown, nobody knows until it is mended; nothing is written before.
pub(super) fn people(
    report: &Report,
    handbook: &Handbook,
    documents: &[Arc<Document>],
    allowed: &BTreeSet<&str>,
) -> People {
    let mut order: Vec<&str> = Vec::new();
    let mut people: BTreeMap<&str, (Visibility, Place)> = BTreeMap::new();
    let is_left_out = |file: &Document, cohort: &str| {
        let toml = SourcePath::new(format!("content/cohorts/{cohort}.toml"));
        let mut errors = report.diagnostics().iter().filter(|one| one.code.severity() == Severity::Error);
        errors.any(|one| one.place.path == toml || one.place.path == *file.file.path())
    };
    for (place, level, name) in in_pairs(handbook).chain(without_pairs(documents, is_left_out)) {
        let known = people.entry(name).or_insert_with(|| {
            order.push(name);
            (level, place.clone())
        });
        if known.0 < level {
            *known = (level, place);
        }
    }
    let shown = people.iter().filter(|(_, (level, _))| *level == Visibility::Public);
    let shown = shown.flat_map(|(name, _)| parts(name));
    let innocent: BTreeSet<String> = shown.chain(allowed.iter().copied()).map(canonical).collect();
    let is_searched = |word: &&str| !innocent.contains(&canonical(word));
    let hidden = order.into_iter().filter_map(|name| {
        let (level, place) = people.get(name)?;
        let words: Vec<String> = parts(name).into_iter().filter(is_searched).map(str::to_owned).collect();
        let is_hidden = *level != Visibility::Public && !words.is_empty();
        is_hidden.then(|| Hidden { place: place.clone(), level: *level, words })
    });
    People { hidden: hidden.collect(), innocent }
}

/// Everybody in a pair of whom a name is known, those in pairs that have ended too.
fn in_pairs(handbook: &Handbook) -> impl Iterator<Item = (Place, Visibility, &str)> {
    let pairs = handbook.cohorts.iter().flat_map(|cohort| &cohort.pairs);
    pairs.flat_map(|pair| [(pair, &pair.mentor), (pair, &pair.mentee)]).filter_map(|(pair, person)| {
        let name = person.data.as_deref()?.name.trim();
        Some((Place::Pair(Arc::clone(&pair.id)), person.level, name))
    })
}

/// Everybody in a people file that is not left out, at the level of those whom no pair shows.
fn without_pairs(
    documents: &[Arc<Document>],
    is_left_out: impl Fn(&Document, &str) -> bool,
) -> impl Iterator<Item = (Place, Visibility, &str)> {
    let files = documents.iter().filter_map(move |document| match (&document.file.layout.kind, &document.content) {
        (Kind::People(cohort), Content::People(people)) if !is_left_out(document, cohort) => {
            Some((Arc::<str>::from(cohort.as_str()), people))
        }
        _ => None,
    });
    files.flat_map(|(cohort, people)| {
        people.values().map(move |person| (Place::Cohort(Arc::clone(&cohort)), Visibility::Hidden, person.name.trim()))
    })
}

/// The words of a name: what stands between blanks, and what hyphens join.
fn parts(name: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    for part in name.split_whitespace() {
        let part = part.trim_matches(|letter: char| !is_letter(letter));
        parts.push(part);
        parts.extend(part.split(is_hyphen).filter(|piece| piece.len() < part.len()));
    }
    let is_word = |part: &&str| part.chars().filter(|&letter| is_letter(letter)).count() >= FEWEST_LETTERS;
    parts.retain(|part| is_word(part) && !PARTICLES.contains(part));
    parts
}

#[cfg(test)]
mod tests {
    use super::parts;

    #[test]
    fn a_name_counts_by_its_parts() {
        let rows = [
            ("Lea", "Lea"),
            ("Lea Muster", "Lea Muster"),
            ("Jo Li", ""),
            ("Anna-Lena  Graf", "Anna-Lena Anna Lena Graf"),
            ("Mia von der Au", "Mia"),
            ("Dr. Zoë O’Hara (IT)", "Zoë O’Hara"),
            ("José María", "José María"),
        ];
        for (name, expected) in rows {
            assert_eq!(parts(name).join(" "), expected, "{name}");
        }
    }
}
