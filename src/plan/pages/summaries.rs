//! What is said of a page where only its name and a sentence are seen: in lists of results, in chats, on tabs.

use super::{PageKey, Writer};
use crate::document::pages::RoleName;
use crate::handbook::Id;
use crate::handbook::cohort::Cohort;
use crate::handbook::module::Module;
use crate::handbook::session::Session;
use crate::view::Html;

/// How long a sentence about a page may be, in letters: more is cut off wherever it is shown.
const LONGEST: usize = 160;

impl Writer<'_> {
    /// What a page belongs to, where its own title may be that of others too; mostly nothing.
    pub(super) fn context(&self, key: PageKey) -> String {
        match key {
            PageKey::Module(id) => self.topic_link(self.handbook.modules[id].topic).label,
            PageKey::Session(id, index) => {
                let number = i64::try_from(index + 1).unwrap_or(i64::MAX);
                format!(
                    "{}, {}",
                    self.text_with("session-number", &[("number", number.into())]),
                    self.cohort_link(id).label
                )
            }
            PageKey::CohortPrint(_) | PageKey::TopicPrint(_) => self.text("print-edition"),
            _ => String::new(),
        }
    }

    /// The module's own summary, or what one can do after it.
    pub(super) fn module_summary(&self, id: Id<Module>) -> String {
        let module = &self.handbook.modules[id];
        let summary = self.maybe(module.summary.as_ref());
        if summary.is_empty() { cut(&self.list(&module.objectives).join(" · ")) } else { summary }
    }

    /// How many dates from when to when, where, and what for.
    pub(super) fn cohort_summary(&self, id: Id<Cohort>) -> String {
        let cohort = &self.handbook.cohorts[id];
        let programme = &self.handbook.programmes[cohort.programme];
        joined([self.cohort_note(id), self.maybe(cohort.place.as_ref()), self.words(&programme.summary)])
    }

    /// When, where, and what is worked on.
    pub(super) fn session_summary(&self, cohort: &Cohort, session: &Session) -> String {
        let formats = &self.interface.formats;
        let when = formats.session(session.date, session.start.time(), session.end.time());
        let state =
            if session.cancelled || cohort.cancelled { self.text("session-state-cancelled") } else { String::new() };
        let modules = session.topics.iter().flat_map(|topic| &topic.modules);
        let modules: Vec<String> = modules.map(|&id| self.module_link(id).label).collect();
        cut(&joined([when, state, self.maybe(session.place.as_ref()), modules.join(", ")]))
    }

    /// What a role finds on its page.
    pub(super) fn role_summary(&self, role: RoleName) -> String {
        self.text(&format!("for-{}-summary", role.as_str()))
    }

    /// The first terms that are explained.
    pub(super) fn glossary_summary<'t>(&self, terms: impl Iterator<Item = &'t str>) -> String {
        let terms = terms.collect::<Vec<_>>().join(", ");
        if terms.is_empty() {
            return self.text("glossary-none");
        }
        cut(&self.text_with("glossary-summary", &[("terms", terms.into())]))
    }
}

fn joined<const N: usize>(parts: [String; N]) -> String {
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// The beginning of a text that has no summary of its own: what stands in its first paragraphs.
pub(super) fn beginning(html: &Html) -> String {
    let paragraphs = html.0.split("<p>").skip(1).filter_map(|rest| rest.split("</p>").next());
    let mut text = String::new();
    for paragraph in paragraphs {
        text.push(' ');
        text.push_str(&words(paragraph));
        if text.chars().count() >= LONGEST {
            break;
        }
    }
    cut(&text)
}

/// The words between tags.
fn words(html: &str) -> String {
    let text: String = html.split('<').map(|piece| piece.split_once('>').map_or(piece, |(_, text)| text)).collect();
    let signs = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&nbsp;", " "), ("&amp;", "&")];
    signs.iter().fold(text, |text, (name, sign)| text.replace(name, sign))
}

/// A text that is not too long, with its spaces made even; what is cut off ends in "…" behind a whole word.
fn cut(text: &str) -> String {
    let mut short = String::new();
    for word in text.split_whitespace() {
        if short.chars().count() + word.chars().count() + 2 > LONGEST {
            let end = short.trim_end_matches(|letter: char| letter.is_ascii_punctuation() || letter == '·').trim_end();
            return format!("{end} …");
        }
        if !short.is_empty() {
            short.push(' ');
        }
        short.push_str(word);
    }
    short
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_begins_with_its_paragraphs() {
        let html = "<h2>A</h2><p>It <em>is</em> &lt;so&gt;&amp;\nso.</p><ul><li>x</li></ul><p>And on.</p>";
        assert_eq!(beginning(&Html(html.to_owned())), "It is <so>& so. And on.");
        assert_eq!(beginning(&Html("<ul><li>x</li></ul>".to_owned())), "");
    }

    #[test]
    fn what_is_too_long_ends_behind_a_word() {
        let long = cut(&"word, ".repeat(60));
        assert!(long.ends_with("word …") && long.chars().count() <= LONGEST, "{long}");
        assert_eq!(cut(" a  b "), "a b");
    }
}
