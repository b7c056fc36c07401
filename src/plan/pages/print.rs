//! Editions on paper: the views of many pages in one (site.md, "Pages"; model.md §2, `publish.print`).

use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

use super::{PageKey, Writer};
use crate::config::site::PrintEditions;
use crate::document::pages::RoleName;
use crate::handbook::Id;
use crate::handbook::cohort::Cohort;
use crate::handbook::topic::Topic;
use crate::plan::body::PageText;
use crate::plan::pictures::qr_code;
use crate::view::{Html, Link, PrintPart, PrintView, QrCode, View};

/// With `auto`, a handbook with more modules has no edition of the whole (model.md §2).
const MOST_MODULES: usize = 300;

/// Whether a handbook with so many modules is printed in one edition.
fn is_whole(print: PrintEditions, modules: usize) -> bool {
    match print {
        PrintEditions::All => true,
        PrintEditions::Parts => false,
        PrintEditions::Auto => modules <= MOST_MODULES,
    }
}

impl Writer<'_> {
    /// The whole handbook, or where its parts can be printed.
    pub(super) fn print_all(&self, texts: &mut PageText<'_>) -> (String, String, View) {
        let whole = is_whole(self.handbook.config.publish.print, self.handbook.modules.len());
        let keys = if whole { self.all_keys() } else { Vec::new() };
        let html = if whole { self.html(PageKey::Home, texts) } else { Html::default() };
        let view = PrintView {
            kind: if whole { "all" } else { "parts" }.to_owned(),
            html,
            code: self.code(PageKey::Print),
            parts: self.parts(&keys, texts),
            editions: self.editions(),
        };
        (self.text("print-all"), self.text("print-how"), View::Print(Box::new(view)))
    }

    /// A cohort with all its sessions and the forms that are used in them.
    pub(super) fn print_cohort(&self, id: Id<Cohort>, texts: &mut PageText<'_>) -> (String, String, View) {
        let cohort = &self.handbook.cohorts[id];
        let mut keys = cohort_keys(cohort, id);
        let used = |form: &Id<_>| cohort.sessions.iter().any(|session| session.documents.contains(form));
        keys.extend(self.handbook.forms.ids().filter(used).map(|form| (1, PageKey::Form(form))));
        let title = self.words(&cohort.title);
        let summary = format!("{title}. {}.", self.text("print-cohort"));
        (title, summary, self.edition("cohort", PageKey::CohortPrint(id), &keys, texts))
    }

    /// A topic with all its modules.
    pub(super) fn print_topic(&self, id: Id<Topic>, texts: &mut PageText<'_>) -> (String, String, View) {
        let topic = &self.handbook.topics[id];
        let keys = topic_keys(topic, id);
        let title = self.words(&topic.title);
        let summary = format!("{title}. {}.", self.text("print-topic"));
        (title, summary, self.edition("topic", PageKey::TopicPrint(id), &keys, texts))
    }

    fn edition(&self, kind: &str, key: PageKey, keys: &[(u32, PageKey)], texts: &mut PageText<'_>) -> View {
        let view = PrintView {
            kind: kind.to_owned(),
            html: Html::default(),
            code: self.code(key),
            parts: self.parts(keys, texts),
            editions: vec![self.print_link(PageKey::Print)],
        };
        View::Print(Box::new(view))
    }

    /// Everything that stands in the whole edition, each with its level.
    fn all_keys(&self) -> Vec<(u32, PageKey)> {
        let handbook = self.handbook;
        let mut keys: Vec<(u32, PageKey)> = handbook.programmes.ids().map(|id| (1, PageKey::Programme(id))).collect();
        keys.extend(handbook.topics.entries().flat_map(|(id, topic)| topic_keys(topic, id)));
        let by_date = self.plan.uses.by_date.iter();
        keys.extend(by_date.flat_map(|&id| cohort_keys(&handbook.cohorts[id], id)));
        keys.push((1, PageKey::Factors));
        keys.extend(handbook.factors.ids().map(|id| (2, PageKey::Factor(id))));
        keys.extend(RoleName::ALL.map(|role| (1, PageKey::Role(role))));
        keys.extend(handbook.forms.ids().map(|id| (1, PageKey::Form(id))));
        if !handbook.glossary.is_empty() {
            keys.push((1, PageKey::Glossary));
        }
        keys.extend((0..handbook.pages.len()).map(|index| (1, PageKey::Text(index))));
        keys
    }

    fn parts(&self, keys: &[(u32, PageKey)], texts: &mut PageText<'_>) -> Vec<PrintPart> {
        let (mut chapter, mut section) = (0, 0);
        let part = |&(level, key): &(u32, PageKey)| {
            (chapter, section) = if level == 1 { (chapter + 1, 0) } else { (chapter, section + 1) };
            let number = if level == 1 { chapter.to_string() } else { format!("{chapter}.{section}") };
            let id = format!("part-{}", number.replace('.', "-"));
            let (title, _, mut view) = self.kind_of_page(key, texts);
            if let Some(html) = view.html_mut() {
                *html = in_edition(html, &id, level);
            }
            PrintPart { kind: view.template().to_owned(), id, number, title, level, view }
        };
        keys.iter().map(part).collect()
    }

    /// The editions of all topics and cohorts.
    fn editions(&self) -> Vec<Link> {
        let topics = self.handbook.topics.ids().map(PageKey::TopicPrint);
        let cohorts = self.plan.uses.by_date.iter().map(|&id| PageKey::CohortPrint(id));
        let title = |key| match key {
            PageKey::TopicPrint(id) => self.topic_link(id).label,
            PageKey::CohortPrint(id) => self.cohort_link(id).label,
            _ => self.text("print-all"),
        };
        topics.chain(cohorts).map(|key| self.link(key, title(key))).collect()
    }

    /// The link that leads to an edition.
    pub(super) fn print_link(&self, key: PageKey) -> Link {
        let text = match key {
            PageKey::TopicPrint(_) => "print-topic",
            PageKey::CohortPrint(_) => "print-cohort",
            _ => "print-all",
        };
        self.link(key, self.text(text))
    }

    /// The code that leads to a page; empty if the address of the site is not known.
    pub(super) fn code(&self, key: PageKey) -> QrCode {
        let base = self.handbook.config.base_url.as_deref();
        qr_code(&base.map_or_else(String::new, |base| self.plan.routes.url(key, self.language).absolute(base)))
    }
}

fn topic_keys(topic: &Topic, id: Id<Topic>) -> Vec<(u32, PageKey)> {
    let modules = topic.path.iter().map(|&module| (2, PageKey::Module(module)));
    [(1, PageKey::Topic(id))].into_iter().chain(modules).collect()
}

fn cohort_keys(cohort: &Cohort, id: Id<Cohort>) -> Vec<(u32, PageKey)> {
    let sessions = (0..cohort.sessions.len()).map(|index| (2, PageKey::Session(id, index)));
    [(1, PageKey::Cohort(id))].into_iter().chain(sessions).collect()
}

/// HTML of a text between those of other pages: its ids begin with that of its part, and its headings stand below
/// that of its part.
///
/// The program escapes quotes and angle brackets in texts, so that whatever looks like an attribute or a tag is one.
fn in_edition(html: &Html, part: &str, level: u32) -> Html {
    let lower = |heading: &str| (heading.parse::<u32>().expect("the pattern ends with a digit") + level).min(6);
    let mut out = String::with_capacity(html.0.len() + html.0.len() / 16);
    ATTRIBUTES_AND_HEADINGS.replace_all_with(&html.0, &mut out, |_, found, out| {
        match found.trim_start_matches(['<', '/', 'h']) {
            heading if found.starts_with('<') => {
                out.push_str(if found.starts_with("</") { "</h" } else { "<h" });
                out.extend(char::from_digit(lower(heading), 10));
            }
            _ => {
                out.push_str(found);
                out.push_str(part);
                out.push('-');
            }
        }
        true
    });
    Html(out)
}

/// What [`in_edition`] changes.
static ATTRIBUTES_AND_HEADINGS: LazyLock<AhoCorasick> = LazyLock::new(|| {
    let headings = (2..=6).flat_map(|level| [format!("<h{level}"), format!("</h{level}")]);
    let attributes = [" id=\"", " href=\"#"].map(str::to_owned);
    AhoCorasick::new(headings.chain(attributes)).expect("a dozen short words are not too many")
});

#[cfg(test)]
mod tests {
    use super::{Html, PrintEditions, in_edition, is_whole};

    #[test]
    fn large_handbooks_are_printed_in_parts_unless_the_site_says_otherwise() {
        let whole = |modules| {
            [PrintEditions::All, PrintEditions::Auto, PrintEditions::Parts].map(|print| is_whole(print, modules))
        };
        assert_eq!((whole(300), whole(301)), ([true, true, false], [true, false, false]));
    }

    #[test]
    fn texts_of_several_pages_do_not_get_in_each_others_way() {
        let html = "<h2 id=\"a\">A</h2><h3>B</h3><p><a href=\"#a\">x</a> <a href=\"../x.html#a\">id=&quot;a</a>";
        let expected = "<h4 id=\"part-2-1-a\">A</h4><h5>B</h5><p><a href=\"#part-2-1-a\">x</a> \
                        <a href=\"../x.html#a\">id=&quot;a</a>";
        assert_eq!(in_edition(&Html(html.to_owned()), "part-2-1", 2).0, expected);
    }
}
