//! The text below the front matter: parsed once into an outline, turned into HTML when a page is wanted.
//!
//! This is the only room that knows pulldown-cmark. The rest of the program sees headings, links and pictures
//! with their places, and HTML.

mod calls;
mod html;
mod outline;
mod raw;
mod slug;

pub use calls::{Call, GivenArgument, UnreadCall, parse_call};
pub use html::{ShownPicture, Surroundings, escape, render, render_line};
pub use outline::{Body, Heading, Include, Link, LinkKind, Nearly, outline};
pub use raw::{RawElement, RawKind, RawTag, raw_elements, raw_tags};
use raw::{raw_ids, without_comments};
pub use slug::Slugs;

use pulldown_cmark::{BrokenLink, Event, Options, Parser, TextMergeWithOffset};
use std::ops::Range;

/// `CommonMark` with the additions of GitHub, definition lists and heading ids (site.md, "Authoring Markdown").
///
/// Smart punctuation is not among them: it depends on the language and is ours.
fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_GFM
        | Options::ENABLE_DEFINITION_LIST
}

fn events(text: &str) -> impl Iterator<Item = (Event<'_>, Range<usize>)> {
    with_whole_html(text, TextMergeWithOffset::new(Parser::new_ext(text, options()).into_offset_iter()))
}

/// The same, with a call of `undefined` for each link to a label that no definition answers to.
fn events_and<'t>(
    text: &'t str,
    undefined: impl FnMut(&BrokenLink<'t>),
) -> impl Iterator<Item = (Event<'t>, Range<usize>)> {
    let mut undefined = undefined;
    let tell = move |link: BrokenLink<'t>| {
        undefined(&link);
        None
    };
    let parser = Parser::new_with_broken_link_callback(text, options(), Some(tell));
    with_whole_html(text, TextMergeWithOffset::new(parser.into_offset_iter()))
}

/// The same events with the lines of a block of raw HTML as one: a tag or a script may go over several.
fn with_whole_html<'t>(
    text: &'t str,
    events: impl Iterator<Item = (Event<'t>, Range<usize>)>,
) -> impl Iterator<Item = (Event<'t>, Range<usize>)> {
    let mut events = events.peekable();
    std::iter::from_fn(move || {
        let (event, mut range) = events.next()?;
        let Event::Html(mut html) = event else { return Some((event, range)) };
        // The parser leaves the first half of a line end of Windows out.
        let goes_on = |end: usize, start: usize| matches!(text.get(end..start), Some("" | "\r"));
        while let Some((Event::Html(more), line)) =
            events.next_if(|(event, line)| matches!(event, Event::Html(_)) && goes_on(range.end, line.start))
        {
            html = [&*html, &*more].concat().into();
            range.end = line.end;
        }
        Some((Event::Html(html), range))
    })
}

/// What stands between `{{` and `}}`, if `text` is that and nothing else.
fn component(text: &str) -> Option<&str> {
    let inside = text.trim().strip_prefix("{{")?.strip_suffix("}}")?;
    (!inside.contains("}}")).then(|| inside.trim())
}

/// The path in `include(path="snippets/x.md")`.
fn included_path(call: &str) -> Option<&str> {
    let argument = call.strip_prefix("include(")?.strip_suffix(')')?.trim();
    let value = argument.strip_prefix("path")?.trim_start().strip_prefix('=')?.trim();
    let quote = value.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
    value[1..].strip_suffix(quote)
}
