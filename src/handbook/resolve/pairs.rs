//! Pairs and the people files (model.md §9).

use std::collections::BTreeMap;
use std::sync::Arc;

use super::documents::Documents;
use super::{Given, unknown_reference};
use crate::at;
use crate::diagnostics::{Code, Diagnostic, Place, Report, nearest};
use crate::document::cohort::{CohortToml, PairStatus, PairToml, Visibility};
use crate::document::people::{PeopleToml, PersonToml, age_band};
use crate::document::values::is_id;
use crate::document::{Content, File, Kind, bad_id};
use crate::handbook::Id;
use crate::handbook::pair::{Pair, Person};
use crate::handbook::programme::Programme;
use crate::handbook::topic::Topic;
use crate::text::SourcePath;

/// The people of a cohort as far as they are known.
pub enum People<'a> {
    /// There is no file.
    Absent,
    /// There is one, but it has mistakes.
    Broken,
    /// They are known.
    Known(&'a PeopleToml),
}

/// The people file of a cohort, checked.
pub fn people<'a>(
    report: &mut Report,
    given: &Given<'_>,
    documents: &Documents<'a>,
    cohort: &str,
    programme: Option<&Programme>,
) -> People<'a> {
    let Some(document) = documents.original(&Kind::People(cohort.to_owned())) else { return People::Absent };
    let Content::People(people) = document.as_far_as_read() else { return People::Broken };
    let checker = Checker { report, given, file: &document.file, people, programme };
    checker.check();
    // A file with errors takes part in no computation (model.md §0).
    if report.is_broken(document.file.path()) { People::Broken } else { People::Known(people) }
}

struct Checker<'r> {
    report: &'r mut Report,
    given: &'r Given<'r>,
    file: &'r File,
    people: &'r PeopleToml,
    programme: Option<&'r Programme>,
}

impl Checker<'_> {
    fn check(mut self) {
        let people = self.people;
        for (id, person) in people {
            if !is_id(id) {
                self.report.add(Diagnostic::new(Code::BadId, bad_id(id), self.file.key(&at![id])));
            }
            self.check_age(id, person);
            self.check_place(id, "department", "departments", person.department.as_deref());
            self.check_place(id, "level", "levels", person.level.as_deref());
            for (index, superior) in person.superiors.iter().flatten().enumerate() {
                if !people.contains_key(superior) {
                    let steps = at![id, "superiors", index];
                    let others = people.keys().map(String::as_str).filter(|other| other != id);
                    // What is no id may be a name, which is never repeated.
                    let shown = if is_id(superior) { superior } else { "…" };
                    self.report.add(unknown_reference("person", self.file, &steps, shown, others));
                }
            }
        }
        self.check_levels();
    }

    fn check_age(&mut self, id: &str, person: &PersonToml) {
        if person.birth_year.is_some() && person.age_band.is_some() {
            let message = "give birth_year or age_band, not both";
            self.report.add(Diagnostic::new(Code::AgeTwice, message, self.file.key(&at![id, "age_band"])));
        }
        if person.age_band.as_deref().is_some_and(|band| age_band(band).is_none()) {
            let message = "age_band must look like \"20-29\"";
            self.report.add(Diagnostic::new(Code::BadAgeBand, message, self.file.value(&at![id, "age_band"])));
        }
        let latest = i64::from(self.given.today.year()) - 14;
        if person.birth_year.is_some_and(|year| !(1930..=latest).contains(&year)) {
            let message = format!("\"birth_year\" must be between 1930 and {latest}, found …");
            self.report.add(Diagnostic::new(Code::OutOfRange, message, self.file.value(&at![id, "birth_year"])));
        }
    }

    fn check_place(&mut self, id: &str, key: &str, list: &str, value: Option<&str>) {
        let (Some(value), Some(programme)) = (value, self.programme) else { return };
        let toml = &programme.toml;
        let allowed = if list == "departments" { &toml.departments } else { &toml.levels };
        if !allowed.is_empty() && !allowed.iter().any(|id| **id == *value) {
            self.report.add(not_in_programme(key, list, self.file.value(&at![id, key])));
        }
    }

    /// Where the programme has no levels at all, one message is enough. Departments may be anything then.
    fn check_levels(&mut self) {
        if self.programme.is_none_or(|programme| !programme.toml.levels.is_empty()) {
            return;
        }
        let with_level = self.people.iter().filter(|(_, person)| person.level.is_some());
        let places = with_level.map(|(id, _)| self.file.value(&at![id, "level"]));
        let first = places.min_by_key(|place| place.span.start);
        self.report.extend(first.map(|place| not_in_programme("level", "levels", place)));
    }
}

/// The value itself is private; its key is not.
fn not_in_programme(key: &str, list: &str, place: Place) -> Diagnostic {
    Diagnostic::new(Code::NotInProgramme, format!("\"{key}\" is not in programme.{list}"), place)
}

/// The people file that was probably meant for a cohort: it has the name of no cohort, and the nearest name or no other
/// to compete with.
fn ownerless_people<'a>(documents: &Documents<'a>, cohort: &str) -> Option<&'a SourcePath> {
    let files = documents.originals().filter_map(|(kind, document)| match kind {
        Kind::People(id) => Some((id.as_str(), document.file.path())),
        _ => None,
    });
    let is_ownerless = |id: &str| documents.original(&Kind::Cohort(id.to_owned())).is_none();
    let files: BTreeMap<&str, &SourcePath> = files.filter(|(id, _)| is_ownerless(id)).collect();
    match nearest(cohort, files.keys().copied()) {
        Some(near) => files.get(near).copied(),
        None if files.len() == 1 => files.into_values().next(),
        None => None,
    }
}

/// Reports what is wrong with the pairs of a cohort by themselves.
pub fn check_pairs(
    report: &mut Report,
    documents: &Documents<'_>,
    file: &File,
    cohort: &str,
    toml: &CohortToml,
    people: &People<'_>,
    people_path: &SourcePath,
) {
    if file.is_stand_in(&at!["pair"]) {
        return;
    }
    if toml.pairs.is_empty() {
        let message = format!("cohort \"{cohort}\" has no pairs yet");
        report.add(Diagnostic::new(Code::NoPairs, message, file.top()));
        return;
    }
    let ids = toml.pairs.iter().map(|pair| &*pair.id);
    super::duplicate_ids(report, "pair", file, ids, |index| file.value(&at!["pair", index, "id"]));
    if matches!(people, People::Absent) {
        let message = format!("{people_path} not found: pair checks report missing data and pairs are shown as hidden");
        let missing = Diagnostic::new(Code::NoPeopleFile, message, file.top());
        report.add(match ownerless_people(documents, cohort) {
            Some(other) => {
                missing.help(format!("{other} belongs to no cohort: if these are the people, name it {cohort}.toml"))
            }
            None => missing,
        });
    }
    for (index, pair) in toml.pairs.iter().enumerate() {
        check_people_of(report, file, index, pair, people, people_path);
    }
    check_roles(report, file, toml);
}

fn check_people_of(
    report: &mut Report,
    file: &File,
    index: usize,
    pair: &PairToml,
    people: &People<'_>,
    people_path: &SourcePath,
) {
    if pair.mentor == pair.mentee {
        let message = format!("pair \"{}\": mentor and mentee are the same person", &*pair.id);
        report.add(Diagnostic::new(Code::SelfPair, message, file.value(&at!["pair", index, "mentee"])));
    }
    let People::Known(people) = people else { return };
    for (key, person) in [("mentor", &pair.mentor), ("mentee", &pair.mentee)] {
        if !people.contains_key(person) && (key == "mentor" || pair.mentor != pair.mentee) {
            let message = format!("person \"{person}\" of pair \"{}\" is not in {people_path}", &*pair.id);
            let place = file.value(&at!["pair", index, key]);
            let diagnostic = Diagnostic::new(Code::UnknownPerson, message, place);
            report.add(super::did_you_mean(diagnostic, person, people.keys().map(String::as_str)));
        }
    }
}

/// Nobody should be mentor twice, or mentor here and mentee there.
fn check_roles(report: &mut Report, file: &File, toml: &CohortToml) {
    let active: Vec<(usize, &PairToml)> =
        toml.pairs.iter().enumerate().filter(|(_, pair)| pair.status == PairStatus::Active).collect();
    let mut mentors: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (index, pair) in &active {
        mentors.entry(&pair.mentor).or_default().push(*index);
    }
    for (person, pairs) in &mentors {
        if let [_, second, ..] = pairs.as_slice() {
            let message = format!("\"{person}\" is mentor in {} pairs", pairs.len());
            let place = file.value(&at!["pair", *second, "mentor"]);
            report.add(Diagnostic::new(Code::MentorInSeveralPairs, message, place));
        }
    }
    for (index, pair) in &active {
        let Some(&as_mentor) = mentors.get(pair.mentee.as_str()).and_then(|pairs| pairs.first()) else { continue };
        if as_mentor == *index {
            continue;
        }
        let mentor_pair = &*toml.pairs[as_mentor].id;
        let message =
            format!("\"{}\" is mentor in pair \"{mentor_pair}\" and mentee in pair \"{}\"", pair.mentee, &*pair.id);
        let (later, key) = if as_mentor > *index { (as_mentor, "mentor") } else { (*index, "mentee") };
        report.add(Diagnostic::new(Code::BothRoles, message, file.value(&at!["pair", later, key])));
    }
}

/// `visibility-lowered`: a pair asks for more than site and cohort allow (model.md §17).
pub fn check_visibility(report: &mut Report, given: &Given<'_>, file: &File, toml: &CohortToml) {
    if file.is_stand_in(&at!["visibility"]) {
        return;
    }
    let allowed = given.config.visibility.min(toml.visibility.unwrap_or_default());
    for (index, pair) in toml.pairs.iter().enumerate() {
        let Some(asked) = pair.visibility.filter(|asked| *asked > allowed) else { continue };
        let (id, asked, allowed) = (&*pair.id, word(asked), word(allowed));
        let message = format!(
            "pair \"{id}\" asks for \"{asked}\", but \"{allowed}\" is the highest allowed; \"{allowed}\" is used"
        );
        report.add(Diagnostic::new(Code::VisibilityLowered, message, file.value(&at!["pair", index, "visibility"])));
    }
}

fn word(visibility: Visibility) -> &'static str {
    match visibility {
        Visibility::Hidden => "hidden",
        Visibility::Initials => "initials",
        Visibility::Public => "public",
    }
}

/// The pairs of a cohort with the levels at which their people are shown.
pub fn pairs(
    given: &Given<'_>,
    toml: &CohortToml,
    people: &People<'_>,
    topic_of: impl Fn(&PairToml) -> Id<Topic>,
) -> Vec<Pair> {
    let cohort_level = toml.visibility.unwrap_or_default();
    let level = given.config.visibility.min(cohort_level);
    (1..)
        .zip(&toml.pairs)
        .map(|(number, pair)| {
            let level = level.min(pair.visibility.unwrap_or(cohort_level));
            Pair {
                id: Arc::from(&*pair.id),
                number,
                mentor: person(people, &pair.mentor, level),
                mentee: person(people, &pair.mentee, level),
                topic: topic_of(pair),
                is_active: pair.status == PairStatus::Active,
            }
        })
        .collect()
}

fn person(people: &People<'_>, id: &str, level: Visibility) -> Person {
    let data = match people {
        People::Known(people) => people.get(id).cloned().map(Arc::new),
        People::Absent | People::Broken => None,
    };
    let consent = data.as_ref().map_or(Visibility::Hidden, |data| data.consent);
    Person { id: Arc::from(id), level: level.min(consent), data }
}

/// `people-not-ignored`: what is private must not be taken into the history of the handbook.
pub fn check_ignored(report: &mut Report, given: &Given<'_>, first_people_file: Option<&SourcePath>) {
    let Some(path) = first_people_file else { return };
    let folder = given.config.people_folder();
    let top = folder.split('/').next().unwrap_or(folder);
    // The last line about the folder decides, as it does for git.
    let is_about = |line: &&str| {
        let line = line.trim_start_matches('!').trim_start_matches("**/").trim_start_matches('/');
        let line = line.trim_end_matches("*.toml").trim_end_matches("**").trim_end_matches('*').trim_end_matches('/');
        line == top || line == folder
    };
    let last = given.gitignore.and_then(|text| text.lines().map(str::trim).rfind(is_about));
    if last.is_some_and(|line| !line.starts_with('!')) {
        return;
    }
    let message = format!("{top}/ is not in .gitignore");
    let place = match given.gitignore {
        Some(_) => Place::top(&SourcePath::new(".gitignore")),
        None => Place::top(path),
    };
    let help = format!("add the line \"/{top}/\" to .gitignore");
    report.add(Diagnostic::new(Code::PeopleNotIgnored, message, place).help(help));
}
