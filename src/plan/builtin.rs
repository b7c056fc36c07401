//! Texts that every handbook has unless it brings its own: forms, role pages, guidance (model.md §7, §10).

use crate::locale::Locale;
use crate::view::Html;

/// A built-in text in one language.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct BuiltIn {
    /// Its heading.
    pub title: String,
    /// Why it matters; only guidance has it.
    pub rationale: String,
    /// Markdown below the heading.
    pub text: String,
}

macro_rules! texts {
    ($folder:literal: $($id:literal),*) => {
        &[$((
            $id,
            include_str!(concat!("../builtin/", $folder, "/", $id, ".en.md")),
            include_str!(concat!("../builtin/", $folder, "/", $id, ".de.md")),
        )),*]
    };
}

type Texts = [(&'static str, &'static str, &'static str)];

const FORMS: &Texts =
    texts!("documents": "agreement", "session-log", "midpoint-form", "self-rating", "evaluation-form");
const ROLES: &Texts = texts!("roles": "mentor", "mentee", "organiser", "sponsor");
const FACTORS: &Texts = texts!("factors": "difference", "structure", "voluntary", "project");

/// The built-in form `id`.
#[must_use]
pub fn form(id: &str, language: &Locale) -> BuiltIn {
    find(FORMS, id, language)
}

/// The built-in page of a role.
#[must_use]
pub fn role(id: &str, language: &Locale) -> BuiltIn {
    find(ROLES, id, language)
}

/// The built-in guidance of a factor; empty for a factor of an author's own.
#[must_use]
pub fn factor(id: &str, language: &Locale) -> BuiltIn {
    let whole = find(FACTORS, id, language);
    let (rationale, text) = whole.text.split_once("\n\n").unwrap_or((&whole.text, ""));
    BuiltIn { title: whole.title.clone(), rationale: rationale.trim().to_owned(), text: text.to_owned() }
}

fn find(texts: &Texts, id: &str, language: &Locale) -> BuiltIn {
    let Some((_, english, german)) = texts.iter().find(|(own, ..)| *own == id) else { return BuiltIn::default() };
    let text = if language.primary() == "de" { german } else { english };
    let is_swiss = matches!(language.as_str(), "de-CH" | "de-LI");
    let text = if is_swiss { text.replace('ß', "ss") } else { (*text).to_owned() };
    let (title, text) = text.split_once('\n').unwrap_or((&text, ""));
    BuiltIn {
        title: title.trim_start_matches('#').trim().to_owned(),
        rationale: String::new(),
        text: text.trim_start().to_owned(),
    }
}

/// The HTML of a form with its places to be filled in by hand.
///
/// Authors write `{line}` or `{lines 4}` alone in a paragraph for lines, `{scale 1 5}` for boxes with numbers.
#[must_use]
pub fn with_fields(html: &Html) -> Html {
    let mut filled = String::with_capacity(html.0.len());
    let mut rest = html.0.as_str();
    while let Some(open) = rest.find('{') {
        let Some(close) = rest[open..].find('}').map(|at| open + at) else { break };
        match field(&rest[open + 1..close]) {
            Some(field) => {
                filled.push_str(&rest[..open]);
                filled.push_str(&field);
            }
            None => filled.push_str(&rest[..=close]),
        }
        rest = &rest[close + 1..];
    }
    filled.push_str(rest);
    Html(filled)
}

fn field(call: &str) -> Option<String> {
    let parts: Vec<&str> = call.split_whitespace().collect();
    match parts.as_slice() {
        ["line"] => Some(lines(1)),
        ["lines", count] => count.parse().ok().filter(|count| (1..=40).contains(count)).map(lines),
        ["scale", low, high] => scale(low.parse().ok()?, high.parse().ok()?),
        _ => None,
    }
}

fn lines(count: usize) -> String {
    "<span class=\"field-line\"></span>".repeat(count)
}

fn scale(low: u8, high: u8) -> Option<String> {
    if low > high || high > 20 {
        return None;
    }
    let boxes: String = (low..=high).map(|step| format!("<span class=\"field-box\">{step}</span>")).collect();
    Some(format!("<span class=\"field-scale\">{boxes}</span>"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_become_lines_and_boxes() {
        let html = |text: &str| with_fields(&Html(text.to_owned())).0;
        assert_eq!(html("<p>{lines 2}</p>"), format!("<p>{}</p>", lines(2)));
        assert_eq!(html("a {scale 1 2} b").matches("field-box").count(), 2);
        assert_eq!(html("{other} {"), "{other} {");
    }

    #[test]
    fn swiss_texts_have_no_sharp_s() {
        let swiss = Locale::parse("de-CH").expect("a tag");
        for (id, ..) in FORMS.iter().chain(ROLES).chain(FACTORS) {
            let text = [form(id, &swiss), role(id, &swiss), factor(id, &swiss)];
            assert!(text.iter().all(|text| !text.text.contains('ß') && !text.title.contains('ß')), "{id}");
        }
    }
}
