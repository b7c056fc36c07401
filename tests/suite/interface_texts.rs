//! The built-in interface texts: every language says everything, in its own spelling, and nothing fails to format.

use std::collections::{BTreeMap, BTreeSet};

use leitfaden::locale::{Argument, Locale, TextFile, Texts};

/// The languages of the default theme, each with its file.
const FILES: [(&str, &str); 5] = [
    ("en", include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/themes/faden/i18n/en.ftl"))),
    ("de", include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/themes/faden/i18n/de.ftl"))),
    ("de-CH", include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/themes/faden/i18n/de-CH.ftl"))),
    ("fr", include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/themes/faden/i18n/fr.ftl"))),
    ("it", include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/themes/faden/i18n/it.ftl"))),
];

fn locale(tag: &str) -> Locale {
    Locale::parse(tag).expect("a tag of a test is well-formed")
}

fn source(tag: &str) -> &'static str {
    FILES.iter().find(|(name, _)| *name == tag).map(|(_, source)| *source).expect("a language of the default theme")
}

fn file(tag: &str) -> TextFile {
    TextFile::parse(locale(tag), source(tag)).0
}

/// The texts of `tag` as a site has them that renames nothing.
fn texts(tag: &str) -> Texts {
    let files: Vec<TextFile> = FILES.iter().map(|(tag, _)| file(tag)).collect();
    Texts::new(&locale(tag), &[&files], [])
}

/// Everything between a key (or the name of a term) at the beginning of a line and the next one, as it is written.
fn entries(source: &str) -> BTreeMap<&str, String> {
    let mut entries = BTreeMap::<&str, String>::new();
    let mut current = None;
    for line in source.lines().filter(|line| !line.starts_with('#')) {
        if let Some((key, _)) = line.split_once(" =").filter(|_| !line.starts_with([' ', '}'])) {
            current = Some(key);
        }
        if let Some(key) = current {
            entries.entry(key).or_default().push_str(line);
        }
    }
    entries
}

/// The names of the arguments that `text` takes.
fn arguments(text: &str) -> BTreeSet<&str> {
    let name = |rest: &'_ str| rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '-').unwrap_or(rest.len());
    text.split('$').skip(1).map(|rest| &rest[..name(rest)]).collect()
}

/// The text `key` of `texts` for some number in every place that wants an argument.
fn format(texts: &Texts, key: &str, arguments: &BTreeSet<&str>, number: i64) -> Option<String> {
    let arguments: Vec<(&str, Argument)> = arguments.iter().map(|name| (*name, Argument::Number(number))).collect();
    texts.format(key, &arguments)
}

#[test]
fn the_files_are_sound() {
    for (tag, source) in FILES {
        assert_eq!(TextFile::parse(locale(tag), source).1, [], "{tag}");
    }
}

#[test]
fn every_language_has_every_text_and_every_word_of_the_field() {
    let names = |tag| entries(source(tag)).into_keys().collect::<BTreeSet<_>>();
    for tag in ["de", "fr", "it"] {
        assert_eq!(names(tag), names("en"), "{tag}");
    }
}

#[test]
fn swiss_german_only_changes_what_german_has() {
    let (german, swiss) = (entries(source("de")), entries(source("de-CH")));
    for (key, text) in &swiss {
        assert_ne!(german.get(key), Some(text), "{key} says the same in de");
        assert!(german.contains_key(key), "{key} is not in de");
    }
}

#[test]
fn every_language_takes_the_same_arguments() {
    let english = entries(source("en"));
    for (tag, source) in FILES {
        for (key, text) in entries(source) {
            assert_eq!(arguments(&text), arguments(&english[key]), "{tag}: {key}");
        }
    }
}

#[test]
fn every_text_can_be_formatted() {
    let english = entries(source("en"));
    for (tag, _) in FILES {
        let texts = texts(tag);
        for key in texts.keys() {
            for number in [0, 1, 2, 21] {
                let text = format(&texts, key, &arguments(&english[key]), number);
                assert!(text.is_some_and(|text| !text.trim().is_empty()), "{tag}: {key} with {number}");
            }
        }
    }
}

#[test]
fn swiss_german_has_no_sharp_s() {
    let english = entries(source("en"));
    let texts = texts("de-CH");
    for key in texts.keys() {
        let text = format(&texts, key, &arguments(&english[key]), 2).unwrap_or_default();
        assert!(!text.contains('ß'), "de-CH.ftl lacks {key}: {text}");
    }
    assert!(!source("de-CH").lines().any(|line| !line.starts_with('#') && line.contains('ß')));
}

#[test]
fn numbers_choose_the_plural() {
    let count =
        |tag: &str, number: i64| texts(tag).format("modules-count", &[("count", number.into())]).unwrap_or_default();
    assert_eq!([0, 1, 2].map(|number| count("en", number)), ["0 modules", "1 module", "2 modules"]);
    assert_eq!([0, 1, 2].map(|number| count("de", number)), ["0 Module", "1 Modul", "2 Module"]);
    assert_eq!([0, 1, 2].map(|number| count("de-CH", number)), ["0 Module", "1 Modul", "2 Module"]);
    assert_eq!([0, 1, 2].map(|number| count("fr", number)), ["0 module", "1 module", "2 modules"]);
    assert_eq!([0, 1, 2].map(|number| count("it", number)), ["0 moduli", "1 modulo", "2 moduli"]);
}

#[test]
fn a_firm_has_its_own_words() {
    let files = [file("en"), file("de")];
    let labels = [("pair", "Paar"), ("pairs", "Paare")];
    let german = Texts::new(&locale("de-CH"), &[&files], labels);
    assert_eq!(german.format("pairs-count", &[("count", 3.into())]).as_deref(), Some("3 Paare"));
    assert_eq!(german.get("label-pair").as_deref(), Some("Paar"));
    let english = Texts::new(&locale("en"), &[&files], [("pairs", "Duos")]);
    assert_eq!(english.format("pairs-count", &[("count", 3.into())]).as_deref(), Some("3 duos"));
}

#[test]
fn lists_are_sentences_in_every_language() {
    let items = ["a", "b", "c"].map(str::to_string);
    let list = |tag: &str| texts(tag).list(&items).unwrap_or_default();
    assert_eq!(["en", "de", "fr", "it"].map(list), ["a, b and c", "a, b und c", "a, b et c", "a, b e c"]);
}
