use std::borrow::Cow;
use std::ops::Range;

use memchr::{memchr, memmem};
use pulldown_cmark::{Event, Parser};
use serde_json::Value;

use super::options;
use crate::text::Span;

/// A call of a component of the theme: `{{ <name argument="text" other={3} /> }}`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Call {
    /// The component.
    pub name: String,
    /// Where its name stands.
    pub name_span: Span,
    /// What it is given, in the order of the call.
    pub arguments: Vec<GivenArgument>,
    /// Where the call stands, with its braces.
    pub span: Span,
}

/// An argument of a call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GivenArgument {
    /// Its name.
    pub name: String,
    /// Where its name stands.
    pub name_span: Span,
    /// What it is.
    pub value: Value,
    /// Where that stands.
    pub value_span: Span,
}

/// A call that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnreadCall {
    /// What is wrong.
    pub message: String,
    /// Where.
    pub span: Span,
}

/// A text in which calls do not get in the way of Markdown: each is a character that nobody writes, followed by
/// [`PADDING`] up to its length, so that all places stay the same.
pub struct Masked<'t> {
    /// The text.
    pub text: Cow<'t, str>,
    /// The calls, as written, with their places.
    pub calls: Vec<(&'t str, Range<usize>)>,
}

/// The character of the first call; the others follow.
const FIRST: u32 = 0xE100;

/// As many calls as there are such characters.
const MOST: usize = 0x1700;

/// What fills a call up to its length.
const PADDING: char = '\u{1f}';

/// The text with its calls masked. A call in code is none.
pub fn masked(text: &str) -> Masked<'_> {
    let calls = calls(text);
    if calls.is_empty() {
        return Masked { text: text.into(), calls };
    }
    let mut masked = String::with_capacity(text.len());
    let mut end = 0;
    for (index, (_, range)) in calls.iter().enumerate() {
        masked.push_str(&text[end..range.start]);
        let mark = u32::try_from(index).ok().and_then(|index| char::from_u32(FIRST + index)).unwrap_or('\u{e000}');
        masked.push(mark);
        masked.extend(std::iter::repeat_n(PADDING, range.len() - mark.len_utf8()));
        end = range.end;
    }
    masked.push_str(&text[end..]);
    Masked { text: masked.into(), calls }
}

fn calls(text: &str) -> Vec<(&str, Range<usize>)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(open) = memmem::find(&text.as_bytes()[at..], b"{{").map(|found| at + found) {
        at = open + 2;
        let is_call = text[at..].trim_start().starts_with('<');
        if let Some(length) = length(&text[at..]).filter(|_| is_call) {
            found.push((&text[open..at + length], open..at + length));
            at += length;
        }
    }
    if !found.is_empty() {
        let code = code(text);
        found.retain(|(_, range)| !code.iter().any(|code| code.start <= range.start && range.end <= code.end));
    }
    found.truncate(MOST);
    found
}

/// How far it is behind the closing braces, which do not stand in quotes or behind an empty line.
fn length(text: &str) -> Option<usize> {
    let text = &text[..text.find("\n\n").unwrap_or(text.len())];
    let mut is_quoted = false;
    for (at, letter) in text.char_indices() {
        is_quoted ^= letter == '"' && !text[..at].ends_with('\\');
        if !is_quoted && text[at..].starts_with("}}") && !text[at..].starts_with("}}}") {
            return Some(at + 2);
        }
    }
    None
}

fn code(text: &str) -> Vec<Range<usize>> {
    let events = Parser::new_ext(text, options()).into_offset_iter();
    let is_code = |event: &Event<'_>| matches!(event, Event::Code(_) | Event::Start(pulldown_cmark::Tag::CodeBlock(_)));
    events.filter(|(event, _)| is_code(event)).map(|(_, range)| range).collect()
}

/// A piece of a masked text.
pub enum Piece<'t> {
    /// Words.
    Words(&'t str),
    /// The call with this number.
    Call(usize),
}

/// The words and the calls of a piece of masked text.
pub fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut words = 0;
    let mut at = 0;
    while let Some(padding) = text[at..].find(PADDING).map(|found| at + found) {
        let end = text[padding..].find(|letter| letter != PADDING).map_or(text.len(), |found| padding + found);
        at = end;
        let Some(mark) = text[..padding].chars().next_back() else { continue };
        let Some(number) = number(mark) else { continue };
        let start = padding - mark.len_utf8();
        if start > words {
            pieces.push(Piece::Words(&text[words..start]));
        }
        pieces.push(Piece::Call(number));
        words = end;
    }
    if words < text.len() {
        pieces.push(Piece::Words(&text[words..]));
    }
    pieces
}

fn number(mark: char) -> Option<usize> {
    usize::try_from(u32::from(mark).checked_sub(FIRST)?).ok().filter(|number| *number < MOST)
}

/// Whether calls stand in a piece of masked text.
pub fn has_calls(text: &str) -> bool {
    memchr(PADDING as u8, text.as_bytes()).is_some()
}

/// The words of a piece of masked text without its calls.
pub fn without_calls(text: &str) -> Cow<'_, str> {
    if !has_calls(text) {
        return text.into();
    }
    let words = pieces(text).into_iter().filter_map(|piece| match piece {
        Piece::Words(words) => Some(words),
        Piece::Call(_) => None,
    });
    words.collect::<String>().into()
}

/// A call as it is written, from its opening to its closing braces; `start` is where it stands in its file.
///
/// # Errors
/// What is wrong with it, and where.
pub fn parse_call(written: &str, start: usize) -> Result<Call, UnreadCall> {
    let mut reader = Reader { text: written, at: 2, start };
    reader.blanks();
    reader.take("<");
    let (name, name_span) = reader.name();
    if name.is_empty() {
        return Err(reader.complaint("a component has a name: {{ <name /> }}", start..start + written.len()));
    }
    let mut arguments = Vec::new();
    loop {
        reader.blanks();
        if reader.take("/>") {
            break;
        }
        arguments.push(reader.argument(&name)?);
    }
    reader.blanks();
    if reader.rest() != "}}" {
        let from = reader.position();
        return Err(reader.complaint("nothing may stand behind \"/>\"", from..start + written.len()));
    }
    let span = Span { start, end: start + written.len() };
    Ok(Call { name, name_span, arguments, span })
}

struct Reader<'t> {
    text: &'t str,
    at: usize,
    start: usize,
}

impl<'t> Reader<'t> {
    fn rest(&self) -> &'t str {
        &self.text[self.at..]
    }

    fn position(&self) -> usize {
        self.start + self.at
    }

    fn complaint(&self, message: &str, range: Range<usize>) -> UnreadCall {
        UnreadCall { message: message.to_owned(), span: Span::from(range) }
    }

    fn blanks(&mut self) {
        self.at += self.rest().len() - self.rest().trim_start().len();
    }

    fn take(&mut self, what: &str) -> bool {
        let is_next = self.rest().starts_with(what);
        self.at += if is_next { what.len() } else { 0 };
        is_next
    }

    fn name(&mut self) -> (String, Span) {
        let is_part = |letter: char| letter.is_ascii_alphanumeric() || "_.-".contains(letter);
        let length = self.rest().find(|letter| !is_part(letter)).unwrap_or(self.rest().len());
        let name = self.rest()[..length].to_owned();
        let start = self.position();
        self.at += length;
        (name, Span { start, end: start + length })
    }

    fn argument(&mut self, component: &str) -> Result<GivenArgument, UnreadCall> {
        let (name, name_span) = self.name();
        if name.is_empty() {
            let end = self.start + self.text.len();
            let message = format!("the call of \"{component}\" is not closed by \"/>\"");
            return Err(self.complaint(&message, self.position()..end));
        }
        self.blanks();
        let from = self.position();
        if !self.take("=") {
            let message = format!("\"{name}\" of component \"{component}\" has no value");
            return Err(self.complaint(&message, name_span.into()));
        }
        self.blanks();
        let value_start = self.at;
        let value = self.value().ok_or_else(|| {
            let message = format!("\"{name}\" of component \"{component}\" must be \"a text\" or {{a value}}");
            self.complaint(&message, from..self.start + self.text.len() - 2)
        })?;
        let value_span = Span { start: self.start + value_start, end: self.position() };
        Ok(GivenArgument { name, name_span, value, value_span })
    }

    /// A text in quotes, or a number, a list and so on in braces, as JSON has them.
    fn value(&mut self) -> Option<Value> {
        if self.take("{") {
            let mut values = serde_json::Deserializer::from_str(self.rest()).into_iter::<Value>();
            let value = values.next()?.ok()?;
            self.at += values.byte_offset();
            self.blanks();
            return self.take("}").then_some(value);
        }
        let quote = self.rest().chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
        let end = self.rest()[1..].find(quote)? + 1;
        let text = self.rest()[1..end].to_owned();
        self.at += end + 1;
        Some(Value::String(text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn calls_are_found_outside_code() {
        let text = "a {{ <x_y n={[1, 2]} t=\"}}\" /> }} `{{ <no /> }}`\n\n    {{ <no /> }}\n\n{{ x }}\n";
        let masked = masked(text);
        assert_eq!(masked.calls.len(), 1);
        assert_eq!(masked.text.len(), text.len());
        let call = parse_call(masked.calls[0].0, masked.calls[0].1.start).unwrap();
        assert_eq!((call.name.as_str(), call.arguments.len()), ("x_y", 2));
        assert_eq!(call.arguments[0].value, serde_json::json!([1, 2]));
        assert_eq!(&text[call.arguments[1].value_span.start..call.arguments[1].value_span.end], "\"}}\"");
        assert_eq!(without_calls(&masked.text), text.replace(masked.calls[0].0, ""));
    }

    #[test]
    fn calls_that_cannot_be_read() {
        for wrong in ["{{ < /> }}", "{{ <x }}", "{{ <x a /> }}", "{{ <x a=1 /> }}", "{{ <x a={b} /> }}", "{{ <x/> y }}"]
        {
            assert!(parse_call(wrong, 0).is_err(), "{wrong}");
        }
    }
}
