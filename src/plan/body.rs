//! Texts of authors as HTML on the page where they are shown.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use memchr::memmem;
use syntect::html::{ClassStyle, ClassedHTMLGenerator};
use syntect::parsing::SyntaxSet;
use syntect::util::LinesWithEndings;

use super::targets::{MAX_INCLUDES, Resolved};
use super::{PageKey, Plan, calls, photos};
use crate::config::site::RawHtml;
use crate::document::File;
use crate::document::markdown::{
    RawElement, ShownPicture, Surroundings, escape, parse_call, raw_elements, raw_tags, render,
};
use crate::handbook::Id;
use crate::handbook::module::Module;
use crate::locale::{Language, Typographer};
use crate::text::{Source, SourcePath, Url, in_link};
use crate::view::Html;

/// A text on a page: knows the page, so that links lead on from there and a term is linked once.
pub struct PageText<'p> {
    plan: &'p Plan,
    language: Language,
    page: &'p Url,
    root: &'p str,
    from: SourcePath,
    typographer: Typographer,
    linked: BTreeSet<usize>,
    depth: usize,
    /// The HTML of components, which waits until raw HTML is cleaned: it is the theme's own.
    shown: Vec<String>,
    /// Whether raw HTML of authors stands in the text.
    has_raw_html: bool,
    /// Whether the HTML of the text comes from Markdown alone, and none of it from authors or the theme.
    is_plain: bool,
}

impl<'p> PageText<'p> {
    /// For the texts of the page at `page`, whose links to the top of the site are `root`.
    pub fn new(plan: &'p Plan, language: Language, page: &'p Url, root: &'p str) -> Self {
        let typographer = Typographer::new(plan.handbook.config.languages.tag(language));
        let from = SourcePath::new("content/index.md");
        Self {
            plan,
            language,
            page,
            root,
            from,
            typographer,
            linked: BTreeSet::new(),
            depth: 0,
            shown: Vec::new(),
            has_raw_html: false,
            is_plain: true,
        }
    }

    /// The text of a file, without a first heading that the page already has as its title.
    pub fn html(&mut self, file: &File, skip_heading: Option<&str>) -> Html {
        self.from = file.path().clone();
        self.has_raw_html = false;
        self.is_plain = true;
        let html = render(file.body_text(), skip_heading, self);
        let html = if self.has_raw_html { with_scrolling_tables(self.cleaned(html)) } else { html };
        Html(self.with_components(html))
    }

    /// The text of a module, which its own page shows and the edition of its topic, with the same HTML on both: the
    /// first of them to be made leaves it to the second ([`SideBySide`](super::side_by_side::SideBySide)).
    pub fn of_module(&mut self, id: Id<Module>, file: &File) -> Html {
        let urls = |key| self.plan.links.url(key, self.language);
        let own = urls(PageKey::Module(id));
        let edition = urls(PageKey::TopicPrint(self.plan.handbook.modules[id].topic));
        if self.page != own && self.page != edition {
            return self.html(file, None);
        }
        let html = self.plan.module_texts.take(id, self.language).or_else(|| {
            let mut texts = Self::new(self.plan, self.language, own, self.root);
            let html = texts.html(file, None);
            let is_alike = texts.is_plain && ![own, edition].iter().any(|url| has_link(&html, &url.relative_to(own)));
            is_alike.then(|| {
                self.plan.module_texts.leave(id, self.language, html.clone());
                html
            })
        });
        match html {
            Some(html) => self.linked_once(html),
            None => self.html(file, None),
        }
    }

    /// HTML from Markdown alone, without links of terms that this page has linked already.
    fn linked_once(&mut self, html: Html) -> Html {
        let terms = &self.plan.handbook.glossary;
        let Html(html) = html;
        let mut out = String::with_capacity(html.len());
        let mut written = 0;
        for start in memmem::find_iter(html.as_bytes(), TERM_LINK) {
            let link = &html[start..];
            let (tag, behind) = link.split_once("\">").expect("a tag that this program writes has an end");
            let (word, behind) = behind.split_once("</a>").expect("a link that this program writes has an end");
            let id = tag.rsplit('#').next();
            let term = terms.iter().position(|term| Some(&*term.id) == id);
            if term.is_some_and(|term| !self.linked.insert(term)) {
                out.push_str(&html[written..start]);
                out.push_str(word);
                written = html.len() - behind.len();
            }
        }
        out.push_str(&html[written..]);
        Html(out)
    }

    /// A built-in text, which has no file.
    pub fn built_in(&mut self, markdown: &str) -> Html {
        let html = render(markdown, None, self);
        Html(self.with_components(html))
    }

    /// Puts the HTML of components in the place of their marks.
    fn with_components(&mut self, html: String) -> String {
        let shown = std::mem::take(&mut self.shown);
        shown.iter().enumerate().fold(html, |html, (number, shown)| html.replacen(&mark(number), shown, 1))
    }

    fn cleaned(&self, html: String) -> String {
        match self.plan.handbook.config.markdown.raw_html {
            RawHtml::Sanitize => sanitizer().clean(&html).to_string(),
            RawHtml::Escape | RawHtml::Allow => html,
        }
    }

    fn set(&mut self, text: &str, link_terms: LinkTerms) -> String {
        let text = self.typographer.set(text);
        let glossary = &self.plan.glossary[self.language.index()];
        if link_terms == LinkTerms::No || glossary.is_empty() || self.is_glossary() {
            return escape(&text);
        }
        let uses = glossary.uses(&text);
        if uses.is_empty() {
            return escape(&text);
        }
        let mut html = String::with_capacity(text.len() + 64);
        let mut written = 0;
        for one in uses {
            if !self.linked.insert(one.term) {
                continue;
            }
            html.push_str(&escape(&text[written..one.start]));
            let href = self.plan.links.url(PageKey::Glossary, self.language).relative_to(self.page);
            let id = &self.plan.handbook.glossary[one.term].id;
            let word = escape(&text[one.start..one.end]);
            html.push_str(&format!("{TERM_LINK}{href}#{id}\">{word}</a>"));
            written = one.end;
        }
        html.push_str(&escape(&text[written..]));
        html
    }

    fn is_glossary(&self) -> bool {
        self.plan.links.url(PageKey::Glossary, self.language) == self.page
    }

    /// The file of the handbook that a picture names.
    fn source_of(&self, target: &str) -> Option<&'p Source> {
        let Resolved::File(url) = self.plan.links.resolve(target, &self.from, self.language) else { return None };
        let path = url.as_str().trim_start_matches('/');
        let places = ["static", "content"].map(|folder| SourcePath::new(format!("{folder}/{path}")));
        places.iter().find_map(|path| self.plan.sources.get(path)).map(|source| &**source)
    }

    /// Raw HTML whose links and pictures lead where they would in Markdown.
    fn with_targets(&self, html: &str) -> String {
        let mut out = String::with_capacity(html.len());
        let mut end = 0;
        for target in raw_tags(html).into_iter().filter_map(|tag| tag.target) {
            let written = html[target.clone()].trim();
            if self.plan.links.resolve(written, &self.from, self.language) != Resolved::External {
                out.push_str(&html[end..target.start]);
                out.push_str(&escape(&self.href(written)));
                end = target.end;
            }
        }
        out + &html[end..]
    }

    fn href(&self, target: &str) -> String {
        let anchored = |url: &Url, anchor: Option<String>| {
            let href = url.relative_to(self.page);
            let href = in_link(&href);
            anchor.map_or_else(|| href.to_string(), |anchor| format!("{href}#{anchor}"))
        };
        match self.plan.links.resolve(target, &self.from, self.language) {
            Resolved::External if is_script(target) => String::new(),
            Resolved::External | Resolved::Withheld | Resolved::Misnamed(_) | Resolved::Nowhere => target.to_owned(),
            Resolved::Here(anchor) => format!("#{anchor}"),
            Resolved::Page(key, language, anchor) => anchored(self.plan.links.url(key, language), anchor),
            Resolved::Address(url, anchor) => anchored(&url, anchor),
            Resolved::File(url) => format!("{}{}", self.root, in_link(url.as_str().trim_start_matches('/'))),
        }
    }
}

/// How the link of a term begins, up to its address.
const TERM_LINK: &str = "<a class=\"term\" href=\"";

/// Whether a link of a text leads to this address, or to a part of the page there.
fn has_link(html: &Html, href: &str) -> bool {
    memmem::find(html.0.as_bytes(), format!("href=\"{href}").as_bytes()).is_some()
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum LinkTerms {
    Yes,
    No,
}

/// What stands for the HTML of a component until the text is cleaned: characters that nobody writes.
fn mark(number: usize) -> String {
    format!("\u{e000}{number}\u{e001}")
}

impl Surroundings for PageText<'_> {
    fn link(&self, target: &str) -> String {
        self.href(target)
    }

    fn picture(&self, target: &str) -> ShownPicture {
        let href = self.href(target);
        let Some(source) = self.source_of(target) else { return ShownPicture { href, ..ShownPicture::default() } };
        let photos = &self.plan.photos;
        let versions = photos.versions_of(source).into_iter();
        let in_page =
            |(url, width): (Url, u32)| (format!("{}{}", self.root, url.as_str().trim_start_matches('/')), width);
        ShownPicture {
            href,
            size: photos.size_of(source),
            versions: versions.map(in_page).collect(),
            sizes: photos::SIZES,
        }
    }

    fn include(&mut self, path: &str) -> String {
        let source = self.plan.sources.get(&SourcePath::new(format!("content/{path}")));
        let text = source.and_then(|source| source.text().ok());
        let Some(text) = text.filter(|_| self.depth < MAX_INCLUDES) else { return String::new() };
        let outer = std::mem::replace(&mut self.from, SourcePath::new(format!("content/{path}")));
        self.depth += 1;
        let html = render(text.trim_start_matches('\u{feff}'), None, self);
        self.depth -= 1;
        self.from = outer;
        html
    }

    fn call(&mut self, written: &str) -> String {
        let call = parse_call(written, 0).ok();
        let components = self.plan.components.as_deref();
        // Whatever is wrong with a call has been reported.
        let html = call.zip(components).and_then(|(call, all)| calls::html(all, &call, self.language, self.root).ok());
        let number = self.shown.len();
        self.is_plain = false;
        self.shown.push(html.unwrap_or_default());
        mark(number)
    }

    fn prose(&mut self, text: &str) -> String {
        self.set(text, LinkTerms::Yes)
    }

    fn plain_prose(&mut self, text: &str) -> String {
        self.set(text, LinkTerms::No)
    }

    fn paragraph(&mut self) {
        self.typographer = Typographer::new(self.plan.handbook.config.languages.tag(self.language));
    }

    fn highlight(&self, code: &str, language: &str) -> Option<String> {
        highlight(code, language)
    }

    fn raw_html(&mut self, html: &str) -> String {
        self.has_raw_html = true;
        self.is_plain = false;
        match self.plan.handbook.config.markdown.raw_html {
            RawHtml::Escape => escape(html),
            RawHtml::Sanitize | RawHtml::Allow => self.with_targets(html),
        }
    }

    fn interface_text(&self, key: &str) -> String {
        let text = self.plan.interface(self.language).texts.get(key);
        text.map_or_else(|| key.to_owned(), |text| escape(&text))
    }
}

/// A block of code with classes for its parts; `None` for a language that nobody knows.
fn highlight(code: &str, language: &str) -> Option<String> {
    // Reading the grammars takes longer than a page; most handbooks have no code at all.
    static SYNTAXES: LazyLock<SyntaxSet> = LazyLock::new(SyntaxSet::load_defaults_newlines);
    if language.is_empty() {
        return None;
    }
    let syntax = SYNTAXES.find_syntax_by_token(language)?;
    let style = ClassStyle::SpacedPrefixed { prefix: "code-" };
    let mut generator = ClassedHTMLGenerator::new_with_class_style(syntax, &SYNTAXES, style);
    for line in LinesWithEndings::from(code) {
        generator.parse_html_for_line_which_includes_newline(line).ok()?;
    }
    Some(generator.finalize())
}

/// HTML whose tables scroll by themselves, which must be possible without a mouse. Those from Markdown do already.
///
/// A table that has no end stays as it is: nobody knows what belongs to it.
fn with_scrolling_tables(html: String) -> String {
    let lower = html.to_ascii_lowercase();
    let mut out = String::with_capacity(html.len() + 64);
    let (mut written, mut depth, mut is_wrapped) = (0, 0_usize, false);
    for (start, _) in lower.match_indices('<') {
        if is_tag(&lower[start..], "<table") {
            if depth == 0 {
                is_wrapped = !html[..start].trim_end().ends_with(SCROLLS);
                out.push_str(&html[written..start]);
                out.push_str(if is_wrapped { SCROLLS } else { "" });
                written = start;
            }
            depth += 1;
        } else if depth > 0 && is_tag(&lower[start..], "</table") {
            let end = lower[start..].find('>').map_or(html.len(), |end| start + end + 1);
            depth -= 1;
            out.push_str(&html[written..end]);
            out.push_str(if depth == 0 && is_wrapped { "</div>" } else { "" });
            written = end;
        }
    }
    out.push_str(&html[written..]);
    if depth == 0 { out } else { html }
}

/// What scrolls around a table.
const SCROLLS: &str = "<div class=\"scroll\" tabindex=\"0\">";

/// Whether a text begins with this tag, and not with a longer name.
fn is_tag(text: &str, tag: &str) -> bool {
    text.strip_prefix(tag)
        .is_some_and(|rest| rest.starts_with(|next: char| !next.is_ascii_alphanumeric() && next != '-'))
}

/// What HTML of authors may hold (model.md §2, `raw_html`).
fn sanitizer() -> ammonia::Builder<'static> {
    let mut builder = ammonia::Builder::default();
    builder
        .add_generic_attributes(["id", "class", "lang", "dir", "title", "tabindex", "role"])
        .add_generic_attribute_prefixes(["aria-", "data-"])
        .add_tags(["input", "section", "main", "label"])
        .add_tag_attributes("input", ["type", "disabled", "checked"])
        .add_tag_attributes("img", ["loading", "srcset", "sizes"])
        .add_tag_attributes("a", ["rel"])
        .add_tag_attributes("ol", ["start"])
        .link_rel(None)
        .url_relative(ammonia::UrlRelative::PassThrough);
    builder
}

/// Tags that `sanitize` drops although authors may want them.
const DROPPED: [&str; 9] = ["script", "style", "iframe", "object", "embed", "form", "link", "meta", "base"];

/// What `sanitize` would drop of a piece of raw HTML, each with where its tag begins: tags, attributes, and targets that
/// run a script.
#[must_use]
pub fn unsafe_parts(html: &str) -> Vec<(usize, String)> {
    let mut parts = Vec::new();
    for RawElement { start, name, attributes } in raw_elements(html) {
        if DROPPED.contains(&name.as_str()) {
            parts.push((start, format!("<{name}>")));
            continue;
        }
        for (attribute, value) in attributes {
            if attribute.starts_with("on") || attribute == "style" {
                parts.push((start, attribute));
            } else if matches!(attribute.as_str(), "href" | "src" | "action" | "formaction") && is_script(&value) {
                parts.push((start, "javascript:".to_owned()));
            }
        }
    }
    parts
}

/// Whether a target runs a script instead of leading somewhere (model.md §2, `raw_html`).
pub fn is_script(target: &str) -> bool {
    let squeezed: String = target.chars().filter(|letter| !letter.is_whitespace() && !letter.is_control()).collect();
    let lower = squeezed.to_ascii_lowercase();
    lower.starts_with("javascript:") || lower.starts_with("vbscript:")
}

#[cfg(test)]
mod tests {
    use super::{unsafe_parts, with_scrolling_tables};

    #[test]
    fn tables_of_authors_scroll_as_ours_do() {
        let scrolls = |inside: &str| format!("<div class=\"scroll\" tabindex=\"0\">{inside}</div>");
        let wrapped = |html: &str| with_scrolling_tables(html.to_owned());
        let (table, ours) =
            ("<TABLE class=\"a\"><tr><td><table></table></td></tr></TABLE >", scrolls("\n<table></table>\n"));
        assert_eq!(wrapped(&format!("<p>a</p>\n{table}\nb{table}")), format!("<p>a</p>\n{0}\nb{0}", scrolls(table)));
        assert_eq!(wrapped(&format!("{ours}{table}")), format!("{ours}{}", scrolls(table)));
        for other in ["<tablet></tablet>", "</table>", "a < b", "<table><tr>", ""] {
            assert_eq!(wrapped(other), other);
        }
    }

    #[test]
    fn what_would_be_dropped_is_named() {
        for (html, parts) in [
            ("<script>x = '<b onclick=y>'</script>", vec!["<script>"]),
            ("<p onclick=\"x()\">", vec!["onclick"]),
            (
                "<p onclick=\"x\" style=\"y\"><b onclick=z></p><IFRAME src=a></iframe>",
                vec!["onclick", "style", "onclick", "<iframe>"],
            ),
            ("<a href=\" JavaScript:x\">", vec!["javascript:"]),
            ("<b style='color:red'>", vec!["style"]),
            ("<details><summary>More</summary>", vec![]),
            ("<scripture>", vec![]),
            ("<script>\nx = \"<b onclick=y>\";\n</script><b style=x>", vec!["<script>", "style"]),
            ("<div\nclass=\"a\" style=\"x\">", vec!["style"]),
            ("<p onclick = \"x\">", vec!["onclick"]),
            ("<p title=\"a > b\" onclick=\"x\">", vec!["onclick"]),
            ("<a href=javascript:x>", vec!["javascript:"]),
            ("<p", vec![]),
        ] {
            let found: Vec<String> = unsafe_parts(html).into_iter().map(|(_, part)| part).collect();
            assert_eq!(found, parts, "{html}");
        }
    }
}
