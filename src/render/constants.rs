//! Calls in templates that give the same on every page, such as `text(key="nav-home")`: what they give stands in their
//! place before the templates are read.
//!
//! A page would make dozens of them, and each costs a table for its arguments. What stands in for a call is exactly as
//! long, so that mistakes are found where they are written; a call that gives more than that stays.

use crate::text::Span;
use crate::theme::tokens::{Kind, Token, tokens};

/// The template with what `known` says of calls with a single text: the function, the name of its argument, the text.
pub fn put_in<'k>(template: &str, known: impl Fn(&str, &str, &str) -> Option<&'k str>) -> String {
    let tokens = tokens(template);
    let mut out = String::with_capacity(template.len());
    let mut written = 0;
    for (at, call) in tokens.windows(6).enumerate() {
        let Some(given) = value(call, &known) else { continue };
        let (before, behind) = (at.checked_sub(1).map(|at| tokens[at]), tokens.get(at + 6));
        let alone = before.zip(behind).and_then(|(open, close)| printed(template, open.span, close.span));
        let (span, replacement) = match alone {
            Some(span) => (span, shown(given, span)),
            None => {
                let span = Span { start: call[0].span.start, end: call[5].span.end };
                (span, quoted(given, span))
            }
        };
        if let Some(replacement) = replacement {
            out.push_str(&template[written..span.start]);
            out.push_str(&replacement);
            written = span.end;
        }
    }
    out.push_str(&template[written..]);
    out
}

/// What a call gives, if that is what these tokens are: `function(name="text")`.
fn value<'k>(call: &[Token<'_>], known: impl Fn(&str, &str, &str) -> Option<&'k str>) -> Option<&'k str> {
    let [function, open, name, equals, text, close] = call else { return None };
    let is_call = open.is("(") && equals.is("=") && text.kind == Kind::Text && close.is(")");
    if is_call { known(function.text, name.text, text.text) } else { None }
}

/// The whole of `{{ call }}`, if the call is all that stands in these braces.
fn printed(template: &str, open: Span, close: Span) -> Option<Span> {
    let inside = template.get(open.end..close.start)?;
    let braces = (&template[open.start..open.end], &template[close.start..close.end]);
    // A hyphen takes away the blanks beside the braces, which nothing else does.
    let takes_blanks = inside.starts_with('-') || inside.ends_with('-');
    (braces == ("{{", "}}") && !takes_blanks).then_some(Span { start: open.start, end: close.end })
}

/// A text in the place of `{{ … }}`, as long as that: a comment fills it up.
fn shown(text: &str, span: Span) -> Option<String> {
    let is_plain = !text.contains(['&', '<', '>', '"', '\'', '{', '}']) && text.trim() == text && !text.is_empty();
    let room = (span.end - span.start).checked_sub(text.len() + "{##}".len()).filter(|_| is_plain)?;
    Some(format!("{text}{{#{}#}}", " ".repeat(room)))
}

/// A text in the place of a call within an expression, as long as that.
fn quoted(text: &str, span: Span) -> Option<String> {
    let room = (span.end - span.start).checked_sub(text.len() + "\"\"".len())?;
    (!text.contains(['"', '\\', '\n'])).then(|| format!("\"{text}\"{}", " ".repeat(room)))
}

#[cfg(test)]
mod tests {
    use super::put_in;

    fn put(template: &str) -> String {
        let known = |function: &str, name: &str, text: &str| match (function, name, text) {
            ("text", "key", "home") => Some("Start"),
            ("text", "key", "mean") => Some("a \"b\" & <c>"),
            ("text", "key", "long") => Some("much longer than the call is in which it stands"),
            _ => None,
        };
        let out = put_in(template, known);
        assert_eq!(out.len(), template.len(), "all places stay the same");
        out
    }

    #[test]
    fn a_text_stands_in_the_place_of_its_call() {
        assert_eq!(put("<a>{{ text(key=\"home\") }}</a>"), "<a>Start{#             #}</a>");
        assert_eq!(put("{{ <x title={text(key=\"home\")} /> }}"), "{{ <x title={\"Start\"         } /> }}");
        assert_eq!(put("{{ text(key=\"home\") ~ 1 }}"), "{{ \"Start\"          ~ 1 }}");
        assert_eq!(put("{{- text(key='home') }}"), "{{- \"Start\"          }}");
    }

    #[test]
    fn other_calls_stay() {
        for template in [
            "{{ text(key=\"long\") }}",
            "{{ text(key=\"mean\") }}",
            "{{ text(key=\"none\") }}",
            "{{ text(key=\"home\", count=1) }}",
            "{{ text(key=\"home\" ~ x) }}",
            "{{ number(key=\"home\") }}",
            "{# {{ text(key=\"home\") }} #}{% raw %}{{ text(key=\"home\") }}{% endraw %}",
            "{{ text(key=\"home",
        ] {
            assert_eq!(put(template), template);
        }
    }
}
