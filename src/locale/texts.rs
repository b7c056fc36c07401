use std::collections::BTreeSet;
use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::ast::Entry;
use fluent_syntax::parser::{ErrorKind, ParserError};
use unic_langid::LanguageIdentifier;

use super::tag::Locale;

/// The interface texts of one language: every word of a page that no author wrote.
///
/// Made of Fluent files (<https://projectfluent.org>) laid over each other, so that a text which one of them lacks
/// is found in the one below: English, then the language, then its region. Texts contain the words of the field as
/// terms (`-mentor`), which a firm may replace by its own (`[labels.<lang>]`, model.md §2). Terms begin with a capital
/// letter; inside a sentence, texts write `{ LOWER(-mentor) }` where the language has small letters for nouns.
pub struct Texts {
    bundle: FluentBundle<Arc<FluentResource>>,
    keys: BTreeSet<String>,
    /// The keys whose text is English although the language has texts of its own.
    borrowed: BTreeSet<String>,
}

/// A value for a placeable in a text: `{ $count }`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Argument {
    /// Stands in the text as it is.
    Text(String),
    /// Chooses the plural form; stands in the text in plain digits. What needs its thousands apart is given twice:
    /// as a number to choose by and as a text from [`Formats::number`](super::Formats::number) to show.
    Number(i64),
}

impl Texts {
    /// The texts of `locale` from the files of `themes`, each theme behind the one that it extends, with the words
    /// of the field replaced by `labels`, whose keys are those of `site.toml` (`self_study`).
    ///
    /// A theme may hold files of any language in any order; those that have nothing to say to `locale` are left
    /// aside. Language comes before theme, since an English text is no improvement on a German one: only texts in
    /// the same language replace each other, later themes earlier ones and in a theme the region its language.
    #[must_use]
    pub fn new<'a>(
        locale: &Locale,
        themes: &[&[TextFile]],
        labels: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) -> Self {
        let own = files_of(locale, themes);
        // Plural forms are chosen as the language of the texts does, which is English where there are no others.
        let plurals = if own.is_empty() { "en" } else { locale.primary() };
        let mut texts = Self::empty(plurals);
        if locale.primary() != "en" {
            let english = themes.iter().filter_map(|theme| file_of("en", theme));
            english.for_each(|file| texts.lay_over(&file.resource));
        }
        if !own.is_empty() {
            let spoken: BTreeSet<&str> = own.iter().flat_map(|file| file.keys()).collect();
            texts.borrowed = texts.keys.iter().filter(|key| !spoken.contains(key.as_str())).cloned().collect();
        }
        own.iter().for_each(|file| texts.lay_over(&file.resource));
        texts.lay_over(&label_terms(labels));
        texts
    }

    fn empty(language: &str) -> Self {
        let language: LanguageIdentifier = language.parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![language]);
        // Isolating marks would end up in titles, addresses and searches.
        bundle.set_use_isolating(false);
        bundle.add_function("LOWER", lower).expect("a new bundle has no functions");
        Self { bundle, keys: BTreeSet::new(), borrowed: BTreeSet::new() }
    }

    fn lay_over(&mut self, resource: &Arc<FluentResource>) {
        self.keys.extend(resource.entries().filter_map(message_key).map(str::to_string));
        self.bundle.add_resource_overriding(Arc::clone(resource));
    }

    /// The text `key`, which needs no arguments; `None` if it does not exist or cannot be formatted.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<String> {
        self.format(key, &[])
    }

    /// The text `key` with its arguments filled in.
    ///
    /// `None` if it does not exist ([`Texts::has`] tells), lacks an argument, or names a text or term that does not
    /// exist: half a text is none.
    #[must_use]
    pub fn format(&self, key: &str, arguments: &[(&str, Argument)]) -> Option<String> {
        let pattern = self.bundle.get_message(key)?.value()?;
        let arguments: FluentArgs = arguments.iter().map(|(name, value)| (*name, FluentValue::from(value))).collect();
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(&arguments), &mut errors);
        errors.is_empty().then(|| text.into_owned())
    }

    /// Several things in a row as a sentence has them: "a, b and c" (the texts `list-more` and `list-last`).
    #[must_use]
    pub fn list(&self, items: &[String]) -> Option<String> {
        let Some((first, rest)) = items.split_first() else {
            return Some(String::new());
        };
        let count = rest.len();
        rest.iter().enumerate().try_fold(first.clone(), |list, (index, item)| {
            let key = if index + 1 == count { "list-last" } else { "list-more" };
            self.format(key, &[("list", Argument::Text(list)), ("item", item.as_str().into())])
        })
    }

    /// Whether there is a text `key`.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.keys.contains(key)
    }

    /// Whether `key` is said in English in a language that has texts of its own.
    #[must_use]
    pub fn is_borrowed(&self, key: &str) -> bool {
        self.borrowed.contains(key)
    }

    /// The keys of all texts, sorted.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.keys.iter().map(String::as_str)
    }
}

impl fmt::Debug for Texts {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Texts").field("keys", &self.keys).finish_non_exhaustive()
    }
}

impl From<&str> for Argument {
    fn from(text: &str) -> Self {
        Self::Text(text.to_string())
    }
}

impl From<String> for Argument {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<i64> for Argument {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl<'a> From<&'a Argument> for FluentValue<'a> {
    fn from(argument: &'a Argument) -> Self {
        match argument {
            Argument::Text(text) => FluentValue::from(text.as_str()),
            Argument::Number(number) => FluentValue::from(*number),
        }
    }
}

/// Fluent's `LOWER(-term)`: a word as it stands inside a sentence. "VIP" stays as it is.
fn lower<'a>(arguments: &[FluentValue<'a>], _: &FluentArgs) -> FluentValue<'a> {
    match arguments {
        [FluentValue::String(word)] if !word.chars().nth(1).is_some_and(char::is_uppercase) => {
            FluentValue::from(beginning_small(word))
        }
        [other, ..] => other.clone(),
        [] => FluentValue::Error,
    }
}

/// The files that speak the language of `locale`, in the order in which they are laid over each other.
fn files_of<'a>(locale: &Locale, themes: &[&'a [TextFile]]) -> Vec<&'a TextFile> {
    let mut tags = vec![locale.primary(), locale.as_str()];
    tags.dedup();
    themes.iter().flat_map(|theme| tags.iter().filter_map(|tag| file_of(tag, theme))).collect()
}

fn file_of<'a>(tag: &str, theme: &'a [TextFile]) -> Option<&'a TextFile> {
    theme.iter().find(|file| file.language.as_str() == tag)
}

/// A Fluent file with the terms that `labels` stand for.
///
/// The words are written as string literals, so that nothing in them means anything to Fluent.
fn label_terms<'a>(labels: impl IntoIterator<Item = (&'a str, &'a str)>) -> Arc<FluentResource> {
    let term = |(key, word): (&str, &str)| format!("-{} = {{ \"{}\" }}\n", key.replace('_', "-"), literal(word));
    let source: String = labels.into_iter().map(term).collect();
    // A key that is no name of a term is told to the author by whoever reads `site.toml`; here it is left out.
    Arc::new(FluentResource::try_new(source).unwrap_or_else(|(sound, _)| sound))
}

/// `text` as it stands between the quotes of a Fluent string literal.
fn literal(text: &str) -> String {
    let mut literal = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '"' | '\\' => literal.extend(['\\', character]),
            control if control.is_control() => literal.push_str(&format!("\\u{:04X}", u32::from(control))),
            other => literal.push(other),
        }
    }
    literal
}

/// A file of interface texts in one language, parsed.
#[derive(Debug, Clone)]
pub struct TextFile {
    language: Locale,
    resource: Arc<FluentResource>,
}

/// What is wrong at one place of a file of interface texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextProblem {
    /// The bytes of the file that are meant; never empty unless the file ends there, and whole characters.
    pub range: Range<usize>,
    /// What is wrong there, in English, without a full stop.
    pub message: String,
}

impl TextFile {
    /// The texts in `source`, the whole of a file `<language>.ftl`, and what is wrong with it.
    ///
    /// Texts that are sound exist even if others in the file are not.
    #[must_use]
    pub fn parse(language: Locale, source: &str) -> (Self, Vec<TextProblem>) {
        // Fluent knows no byte order mark; empty lines in its place keep the ranges right.
        let source = match source.strip_prefix('\u{feff}') {
            Some(rest) => format!("\n\n\n{rest}"),
            None => source.to_string(),
        };
        let (resource, errors) = match FluentResource::try_new(source) {
            Ok(resource) => (resource, Vec::new()),
            Err((resource, errors)) => (resource, errors),
        };
        let source = resource.source();
        let syntax = errors.into_iter().map(|error| TextProblem {
            range: whole_characters(source, missing_at(source, &error)),
            message: beginning_small(&error.kind.to_string()),
        });
        let mut problems: Vec<TextProblem> = syntax.chain(repeated_keys(&resource)).collect();
        problems.sort_by_key(|problem| problem.range.start);
        (Self { language, resource: Arc::new(resource) }, problems)
    }

    /// The language the texts are in, by the name of the file.
    #[must_use]
    pub fn language(&self) -> &Locale {
        &self.language
    }

    /// The keys of the file's own texts, in its order.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.resource.entries().filter_map(message_key)
    }
}

/// The key of a text; `None` for terms, comments, and messages that have nothing but attributes.
fn message_key<'a>(entry: &'a Entry<&'a str>) -> Option<&'a str> {
    match entry {
        Entry::Message(message) => message.value.as_ref().map(|_| message.id.name),
        _ => None,
    }
}

/// A text or term that a file defines again: the first would be lost without a word.
fn repeated_keys(resource: &FluentResource) -> Vec<TextProblem> {
    let mut seen = BTreeSet::new();
    let names = resource.entries().filter_map(|entry| match entry {
        Entry::Message(message) => Some(("", message.id.name)),
        Entry::Term(term) => Some(("-", term.id.name)),
        _ => None,
    });
    let repeated = names.filter(|name| !seen.insert(*name));
    repeated
        .map(|(dash, name)| TextProblem {
            range: place_of(name, resource.source()),
            message: format!("the text \"{dash}{name}\" stands twice in this file"),
        })
        .collect()
}

/// Where `part`, a slice of `whole`, stands in it.
fn place_of(part: &str, whole: &str) -> Range<usize> {
    let start = part.as_ptr().addr() - whole.as_ptr().addr();
    start..start + part.len()
}

/// Where an error is to be mended: what is missing at the end of a line is not missing on the next one.
fn missing_at(source: &str, error: &ParserError) -> Range<usize> {
    let before = source[..error.pos.start].trim_end();
    let is_missing = matches!(error.kind, ErrorKind::ExpectedToken(_));
    if is_missing && source[before.len()..error.pos.start].contains('\n') {
        return before.char_indices().next_back().map_or(error.pos.clone(), |(at, last)| at..at + last.len_utf8());
    }
    error.pos.clone()
}

/// `range`, kept inside `source` and widened to whole characters.
fn whole_characters(source: &str, range: Range<usize>) -> Range<usize> {
    let is_boundary = |index: &usize| source.is_char_boundary(*index);
    let start = (0..=range.start.min(source.len())).rev().find(is_boundary).unwrap_or(0);
    let end = (range.end.min(source.len()).max(start)..=source.len()).find(is_boundary).unwrap_or(source.len());
    start..end
}

fn beginning_small(message: &str) -> String {
    let mut characters = message.chars();
    characters.next().into_iter().flat_map(char::to_lowercase).chain(characters).collect()
}

/// The languages whose interface texts are compiled in, each behind those it is laid over.
const BUILT_IN: [&str; 5] = ["en", "de", "de-CH", "fr", "it"];

/// The languages among the built-in ones whose texts are laid over each other for `locale`, English first.
#[must_use]
pub fn built_in_chain(locale: &Locale) -> Vec<&'static str> {
    let wanted = ["en", locale.primary(), locale.as_str()];
    BUILT_IN.into_iter().filter(|tag| wanted.contains(tag)).collect()
}

/// Whether there are built-in texts in the language of `locale`, or only English ones (`no-interface-language`).
#[must_use]
pub fn has_built_in(locale: &Locale) -> bool {
    BUILT_IN.contains(&locale.primary())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn locale(tag: &str) -> Locale {
        Locale::parse(tag).expect("a tag of a test is well-formed")
    }

    fn file(language: &str, source: &str) -> TextFile {
        let (file, problems) = TextFile::parse(locale(language), source);
        assert_eq!(problems, []);
        file
    }

    /// The texts of `language` from one theme with one file.
    fn texts(language: &str, source: &str) -> Texts {
        Texts::new(&locale(language), &[&[file(language, source)]], [])
    }

    fn get(texts: &Texts, key: &str) -> String {
        texts.get(key).unwrap_or_else(|| format!("no {key}"))
    }

    #[test]
    fn region_lies_over_language_over_english() {
        let theme = [
            file("de-CH", "c = CH"),
            file("fr", "a = fr"),
            file("de", "b = de\nc = de"),
            file("en", "a = en\nb = en\nc = en"),
        ];
        let texts = Texts::new(&locale("de-CH"), &[&theme], []);
        assert_eq!(["a", "b", "c"].map(|key| get(&texts, key)), ["en", "de", "CH"]);
        let texts = Texts::new(&locale("de"), &[&theme], []);
        assert_eq!(["a", "b", "c"].map(|key| get(&texts, key)), ["en", "de", "de"]);
        let texts = Texts::new(&locale("pt"), &[&theme], []);
        assert_eq!(["a", "b", "c"].map(|key| get(&texts, key)), ["en", "en", "en"]);
    }

    #[test]
    fn a_theme_lies_over_the_one_it_extends_but_only_in_its_own_language() {
        let parent = [file("en", "a = en\nb = en"), file("de", "a = de"), file("de-CH", "a = CH")];
        let child = [file("en", "a = EN\nb = EN"), file("de", "a = DE")];
        let texts = Texts::new(&locale("de-CH"), &[&parent, &child], []);
        assert_eq!(["a", "b"].map(|key| get(&texts, key)), ["DE", "EN"]);
    }

    #[test]
    fn labels_replace_terms_and_mean_nothing_to_fluent() {
        let theme = [file("en", "-pair = pair\n-self-study = alone\na = The { -pair }: { -self-study }")];
        let labels = [("pair", "{ \"duo\" } \\ 2\n."), ("self_study", "at home")];
        let texts = Texts::new(&locale("en"), &[&theme], labels);
        assert_eq!(get(&texts, "a"), "The { \"duo\" } \\ 2\n.: at home");
        let texts = Texts::new(&locale("en"), &[&theme], [("no term", "x"), ("pair", "duo")]);
        assert_eq!(get(&texts, "a"), "The duo: alone");
    }

    #[test]
    fn terms_inside_a_sentence_are_written_small() {
        let theme = [file("en", "-pair = Pair\na = { -pair }, { LOWER(-pair) }")];
        for (label, wanted) in [("Pair", "Pair, pair"), ("Équipe", "Équipe, équipe"), ("VIP", "VIP, VIP"), ("", ", ")]
        {
            assert_eq!(get(&Texts::new(&locale("en"), &[&theme], [("pair", label)]), "a"), wanted);
        }
    }

    #[test]
    fn a_text_that_lacks_something_is_none() {
        let texts = texts("en", "a = { $name }\nb = { -none }\nc = { a }\nd =\n    .title = x\ne = yes");
        assert_eq!(
            ["a", "b", "c", "d", "e", "f"].map(|key| texts.get(key)),
            [None, None, None, None, Some("yes".to_string()), None]
        );
        assert_eq!(texts.format("c", &[("name", "Ada".into())]), Some("Ada".to_string()));
        assert!(texts.has("a") && !texts.has("d") && !texts.has("f"));
        assert_eq!(texts.keys().collect::<Vec<_>>(), ["a", "b", "c", "e"]);
    }

    #[test]
    fn plural_forms_follow_the_language_of_the_texts() {
        let source = "a = { $count ->\n    [one] one\n   *[other] many { $count }\n}";
        let counted =
            |texts: &Texts| [0, 1, 2, 10_000].map(|n| texts.format("a", &[("count", n.into())]).unwrap_or_default());
        for language in ["en", "de", "de-CH", "it"] {
            assert_eq!(counted(&texts(language, source)), ["many 0", "one", "many 2", "many 10000"], "{language}");
        }
        assert_eq!(counted(&texts("fr", source)), ["one", "one", "many 2", "many 10000"]);
        let only_english = Texts::new(&locale("fr"), &[&[file("en", source)]], []);
        assert_eq!(counted(&only_english)[0], "many 0");
    }

    #[test]
    fn lists_read_as_a_sentence() {
        let texts = texts("de", "list-more = { $list }, { $item }\nlist-last = { $list } und { $item }");
        let list = |items: &str| texts.list(&items.split_whitespace().map(str::to_string).collect::<Vec<_>>());
        assert_eq!(list(""), Some(String::new()));
        assert_eq!(list("a"), Some("a".to_string()));
        assert_eq!(list("a b"), Some("a und b".to_string()));
        assert_eq!(list("a b c d"), Some("a, b, c und d".to_string()));
    }

    #[test]
    fn what_is_wrong_in_a_file_is_found_at_its_place() {
        let source = "\u{feff}good = ja\nbad ü text\nlast = { $x\ngood = nein\n-good = term\n";
        let (file, problems) = TextFile::parse(locale("de"), source);
        let found: Vec<(&str, &str)> =
            problems.iter().map(|problem| (&source[problem.range.clone()], problem.message.as_str())).collect();
        assert_eq!(
            found,
            [
                ("ü", "expected a token starting with \"=\""),
                ("x", "expected a token starting with \"}\""),
                ("good", "the text \"good\" stands twice in this file"),
            ]
        );
        assert_eq!(file.keys().collect::<Vec<_>>(), ["good", "good"]);
    }

    #[test]
    fn built_in_texts_are_found_by_tag_and_then_by_language() {
        assert_eq!(built_in_chain(&locale("de-CH")), ["en", "de", "de-CH"]);
        assert_eq!(built_in_chain(&locale("de-AT")), ["en", "de"]);
        assert_eq!(built_in_chain(&locale("en-GB")), ["en"]);
        assert_eq!(built_in_chain(&locale("fr-CH")), ["en", "fr"]);
        assert_eq!(built_in_chain(&locale("pt")), ["en"]);
        assert!(has_built_in(&locale("en-GB")) && has_built_in(&locale("it-CH")) && !has_built_in(&locale("pt")));
    }

    #[test]
    fn texts_may_be_used_on_many_threads() {
        fn shared<T: Send + Sync>() {}
        shared::<Texts>();
        shared::<TextFile>();
    }
}
