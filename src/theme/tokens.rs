//! Templates taken apart, for those who look for calls and names in them.

use crate::text::Span;

/// A template taken apart: what stands between braces. Everything else is left aside.
///
/// Tera's own tokens are not to be had from outside. These are read only after Tera has found the template sound, so
/// that nothing is said about syntax here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token<'t> {
    /// What it is.
    pub kind: Kind,
    /// As written; of a text what stands between its quotes.
    pub text: &'t str,
    /// Where.
    pub span: Span,
}

/// The kind of a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// `{{` or `{%`.
    Open,
    /// `}}` or `%}`.
    Close,
    /// A name or a word of the language.
    Name,
    /// A text in quotes.
    Text,
    /// A number.
    Number,
    /// `.`, `==`, `</` and the like.
    Sign,
}

impl Token<'_> {
    /// Whether it is this sign, or this word of the language.
    #[must_use]
    pub fn is(&self, text: &str) -> bool {
        self.text == text && !matches!(self.kind, Kind::Text)
    }
}

/// The signs of two and three characters, before those of one.
const LONG_SIGNS: [&str; 10] = ["...", "//", "**", "==", "!=", ">=", "<=", "</", "?.", "?["];

/// The tokens of a template.
#[must_use]
pub fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(found) = text[at..].find('{') {
        at += found;
        if !text[at + 1..].starts_with(['{', '%', '#']) {
            at += 1;
            continue;
        }
        at = match &text[at..at + 2] {
            "{#" => text[at..].find("#}").map_or(text.len(), |end| at + end + 2),
            open => match raw_end(&text[at..]) {
                Some(length) => at + length,
                None => inside(text, at, if open == "{{" { "}}" } else { "%}" }, &mut tokens),
            },
        };
    }
    tokens
}

/// The length of `{% raw %}…{% endraw %}`, if that is what the text begins with.
fn raw_end(text: &str) -> Option<usize> {
    let inner = |tag: &'_ str| tag.trim_matches('-').trim() == "raw";
    let (tag, _) = text.strip_prefix("{%")?.split_once("%}")?;
    if !inner(tag) {
        return None;
    }
    let end = text.match_indices("{%").find(|(at, _)| {
        let tag = text[at + 2..].split("%}").next().unwrap_or_default();
        tag.trim_matches('-').trim() == "endraw"
    });
    let end = end.map_or(text.len(), |(at, _)| at);
    Some(text[end..].find("%}").map_or(text.len(), |close| end + close + 2))
}

/// Reads from the opening braces at `at` to behind the closing ones.
fn inside<'t>(text: &'t str, mut at: usize, close: &str, tokens: &mut Vec<Token<'t>>) -> usize {
    let mut push = |kind, start: usize, end: usize, shown: &'t str| {
        tokens.push(Token { kind, text: shown, span: Span { start, end } });
    };
    push(Kind::Open, at, at + 2, &text[at..at + 2]);
    at += 2 + usize::from(text[at + 2..].starts_with('-'));
    while at < text.len() {
        let rest = &text[at..];
        let blank = rest.len() - rest.trim_start().len();
        if blank > 0 {
            at += blank;
            continue;
        }
        let trimmed = rest.strip_prefix('-').unwrap_or(rest);
        if trimmed.starts_with(close) {
            let end = at + rest.len() - trimmed.len() + 2;
            push(Kind::Close, end - 2, end, &text[end - 2..end]);
            return end;
        }
        let (kind, length) = one(rest);
        let shown = if kind == Kind::Text { text.get(at + 1..at + length - 1) } else { text.get(at..at + length) };
        push(kind, at, at + length, shown.unwrap_or_default());
        at += length;
    }
    at
}

/// The kind and the length of the token that the text begins with.
fn one(rest: &str) -> (Kind, usize) {
    let first = rest.chars().next().unwrap_or_default();
    if matches!(first, '"' | '\'' | '`') {
        return (Kind::Text, quoted_length(rest, first));
    }
    let is_word = |letter: char| letter.is_ascii_alphanumeric() || letter == '_';
    let word = rest.find(|letter| !is_word(letter)).unwrap_or(rest.len());
    if first.is_ascii_digit() {
        return (Kind::Number, word);
    }
    if word > 0 {
        return (Kind::Name, word);
    }
    let sign = LONG_SIGNS.iter().find(|sign| rest.starts_with(**sign)).map_or(first.len_utf8(), |sign| sign.len());
    (Kind::Sign, sign)
}

/// The length of a text with both its quotes; a quote behind a backslash does not end it.
fn quoted_length(rest: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, letter) in rest.char_indices().skip(1) {
        match letter {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if letter == quote => return at + 1,
            _ => {}
        }
    }
    rest.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_stands_in_braces() {
        let text = "a {# {{ no }} #}{%- if x.y_1 >= 2 -%}{% raw %}{{ no }}{% endraw %}{{ \"}}\\\"\" }}";
        let tokens = tokens(text);
        let words: Vec<&str> = tokens.iter().map(|token| token.text).collect();
        assert_eq!(words, ["{%", "if", "x", ".", "y_1", ">=", "2", "%}", "{{", "}}\\\"", "}}"]);
        assert!(
            tokens.iter().filter(|token| token.kind != Kind::Text).all(|t| &text[t.span.start..t.span.end] == t.text)
        );
    }
}
