//! Where an author wrote a name that was found on the site.

use std::collections::BTreeSet;

use super::guard::search;
use super::pieces::Format;
use super::readings::readings;
use super::words::Words;
use crate::diagnostics::Place;
use crate::text::{Source, SourcePath, Sources, Span};

/// The lines of sources in which these words stand, each once; all of them can be published.
pub(super) fn places(words: &Words, sources: &Sources, is_private: impl Fn(&SourcePath) -> bool) -> Vec<Place> {
    let published = sources.values().filter(|source| is_published(&source.path) && !is_private(&source.path));
    published.flat_map(|source| in_source(words, source)).collect()
}

/// Whether the site is made from such files.
fn is_published(path: &SourcePath) -> bool {
    let path = path.as_str();
    path == "site.toml" || ["content/", "static/", "themes/"].iter().any(|folder| path.starts_with(folder))
}

fn in_source(words: &Words, source: &Source) -> Vec<Place> {
    let mut places = Vec::new();
    words.find(source.path.as_str(), |_, _, _| places.push(Place::top(&source.path)));
    places.truncate(1);
    match source.text() {
        Ok(text) => places.extend(in_text(words, source, text)),
        Err(_) => places.extend(in_bytes(words, source)),
    }
    places
}

fn in_text(words: &Words, source: &Source, text: &str) -> Vec<Place> {
    let mut spans: BTreeSet<(usize, usize)> = BTreeSet::new();
    search(words, text, Format::of_source(source.path.as_str()), |start, end, _| {
        if !is_comment(&source.path, text, start) {
            spans.insert((start, end));
        }
    });
    let mut lines = BTreeSet::new();
    let first_of_line = spans.into_iter().filter(|&(start, _)| lines.insert(source.position(start).line));
    first_of_line.map(|(start, end)| Place::new(&source.path, Span { start, end })).collect()
}

/// The lines of a file that is not UTF-8; its top if it has none.
fn in_bytes(words: &Words, source: &Source) -> BTreeSet<Place> {
    let mut places = BTreeSet::new();
    for reading in readings(&source.bytes) {
        search(words, &reading.text, Format::of_source(source.path.as_str()), |start, _, _| {
            let line = reading.text[..start].bytes().filter(|&byte| byte == b'\n').count() + 1;
            let span = if reading.has_lines { source.line_span(line) } else { Span::TOP };
            places.insert(Place::new(&source.path, span));
        });
    }
    places
}

/// Whether a comment of TOML reaches as far as `at`; nobody publishes those.
fn is_comment(path: &SourcePath, text: &str, at: usize) -> bool {
    let is_toml = path.as_str().ends_with(".toml") || is_in_front_matter(text, at);
    let line = text[..at].rfind('\n').map_or(0, |end| end + 1);
    is_toml && has_comment(&text[line..at])
}

fn is_in_front_matter(text: &str, at: usize) -> bool {
    let text = text.trim_start_matches('\u{feff}');
    text.starts_with("+++") && text.match_indices("\n+++").next().is_some_and(|(end, _)| at < end)
}

/// Whether a `#` stands outside of quotes.
fn has_comment(line: &str) -> bool {
    let mut quote = None;
    for letter in line.chars() {
        match (quote, letter) {
            (None, '#') => return true,
            (None, '"' | '\'') => quote = Some(letter),
            (Some(open), letter) if open == letter => quote = None,
            _ => {}
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::{has_comment, is_in_front_matter};

    #[test]
    fn a_comment_is_what_no_quotes_hold() {
        assert!(has_comment("title = \"a\" # by "));
        assert!(!has_comment("title = \"a # b "));
        assert!(!has_comment("title = 'a # b' "));
    }

    #[test]
    fn front_matter_ends_with_its_second_fence() {
        let text = "+++\ntitle = \"a\"\n+++\ntext\n";
        assert!(is_in_front_matter(text, 8) && !is_in_front_matter(text, 20));
        assert!(!is_in_front_matter("text\n+++\n", 2));
    }
}
