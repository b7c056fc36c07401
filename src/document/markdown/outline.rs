use std::borrow::Cow;

use memchr::memchr_iter;
use pulldown_cmark::{BrokenLink, Event, HeadingLevel, LinkType, Tag, TagEnd};

use super::calls::{Masked, masked, without_calls};
use super::{
    Call, RawKind, Slugs, UnreadCall, component, events_and, included_path, parse_call, raw_ids, raw_tags,
    without_comments,
};
use crate::text::Span;

/// What is known of a text without showing it. All spans count from the top of the file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Body {
    /// Where the text starts in its file.
    pub start: usize,
    /// Its headings in order.
    pub headings: Vec<Heading>,
    /// Its links and pictures in order.
    pub links: Vec<Link>,
    /// The texts it takes in.
    pub includes: Vec<Include>,
    /// What stands between double braces and is neither an include nor a call of a component, and where.
    pub components: Vec<(String, Span)>,
    /// The calls of components.
    pub calls: Vec<Call>,
    /// Calls of components that cannot be read.
    pub unread_calls: Vec<UnreadCall>,
    /// Pieces of raw HTML: where they stand, and the HTML with blanks in the place of comments.
    pub html: Vec<(Span, String)>,
    /// The links and pictures in them.
    pub html_links: Vec<Link>,
    /// The pictures in them without alternative text.
    pub html_without_alt: Vec<Span>,
    /// The ids that raw HTML gives to places of the page.
    pub html_ids: Vec<String>,
    /// Pictures without alternative text.
    pub without_alt: Vec<Span>,
    /// Labels in square brackets that no definition answers to: `[text][label]`.
    pub undefined_labels: Vec<(String, Span)>,
    /// What looks like a heading or a link and is neither.
    pub nearly: Vec<(Nearly, Span)>,
    /// Every "ß" outside code, for texts in Swiss spelling.
    pub sharp_s: Vec<Span>,
    /// Whether anything is to be read in it.
    pub is_empty: bool,
}

/// What becomes nothing because of a space.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Nearly {
    /// A heading without a space behind its signs, which are the span.
    Heading,
    /// A link or a picture with a space between its brackets; the span is from behind the first to behind the beginning
    /// of the second.
    Link,
    /// A link or a picture whose address has a space in it; the span is the address.
    Address,
}

/// A heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// 1 to 6, as written.
    pub level: u8,
    /// Its id on the page.
    pub id: String,
    /// Its words without any mark-up.
    pub text: String,
    /// Where it stands.
    pub span: Span,
}

/// A link or a picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Its target as written.
    pub target: String,
    /// What it is.
    pub kind: LinkKind,
    /// Where it stands, from its opening bracket to its end.
    pub span: Span,
}

/// What a target is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkKind {
    /// To be followed.
    Link,
    /// To be shown.
    Image,
}

/// A line `{{ include(path="…") }}`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Include {
    /// The path below `content/`.
    pub path: String,
    /// Where it stands.
    pub span: Span,
}

/// The outline of the text that starts at byte `start` of `file`.
#[must_use]
pub fn outline(file: &str, start: usize) -> Body {
    let masked = masked(&file[start..]);
    let whole = match &masked.text {
        Cow::Borrowed(_) => Cow::Borrowed(file),
        Cow::Owned(text) => Cow::Owned(file[..start].to_owned() + text),
    };
    let mut reader = Reader::new(&whole, start);
    let mut undefined = Vec::new();
    for (event, range) in events_and(&masked.text, |link| undefined.extend(undefined_label(&masked.text, link))) {
        reader.read(&event, Span::from(range).shifted(start));
    }
    reader.body.undefined_labels = undefined.into_iter().map(|(label, span)| (label, span.shifted(start))).collect();
    reader.find_calls(&masked);
    reader.body
}

struct Reader<'a> {
    file: &'a str,
    body: Body,
    slugs: Slugs,
    heading: Option<Heading>,
    given_id: Option<String>,
    image: Option<(Span, bool)>,
    in_code: bool,
    /// Whether a comment of raw HTML goes on in its next piece.
    in_comment: bool,
}

impl<'a> Reader<'a> {
    fn new(file: &'a str, start: usize) -> Self {
        let body = Body { start, is_empty: file[start..].trim().is_empty(), ..Body::default() };
        Self {
            file,
            body,
            slugs: Slugs::default(),
            heading: None,
            given_id: None,
            image: None,
            in_code: false,
            in_comment: false,
        }
    }

    fn read(&mut self, event: &Event<'_>, span: Span) {
        match event {
            Event::Start(tag) => self.open(tag, span),
            Event::End(tag) => self.close(*tag),
            Event::Text(text) if !self.in_code => self.text(text, span),
            Event::Code(text) => self.words(text),
            Event::Html(_) | Event::InlineHtml(_) => self.html(span),
            _ => {}
        }
    }

    fn open(&mut self, tag: &Tag<'_>, span: Span) {
        match tag {
            Tag::Heading { level, id, .. } => {
                self.given_id = id.as_deref().map(str::to_owned);
                self.heading =
                    Some(Heading { level: level_number(*level), id: String::new(), text: String::new(), span });
            }
            Tag::Link { link_type, dest_url, .. } => self.link(*link_type, dest_url, LinkKind::Link, span),
            Tag::Image { link_type, dest_url, .. } => {
                self.link(*link_type, dest_url, LinkKind::Image, span);
                self.image = Some((span, false));
            }
            Tag::CodeBlock(_) => self.in_code = true,
            Tag::HtmlBlock => self.in_comment = false,
            _ => {}
        }
    }

    fn close(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(_) => {
                if let Some(mut heading) = self.heading.take() {
                    heading.id = self.slugs.id(self.given_id.take().as_deref(), &heading.text);
                    self.body.headings.push(heading);
                }
            }
            TagEnd::Image => {
                if let Some((span, false)) = self.image.take() {
                    self.body.without_alt.push(span);
                }
            }
            TagEnd::CodeBlock => self.in_code = false,
            _ => {}
        }
    }

    fn link(&mut self, link_type: LinkType, target: &str, kind: LinkKind, span: Span) {
        // `<somebody@firm.example>` is a mail address and nothing to be checked.
        if link_type != LinkType::Email {
            self.body.links.push(Link { target: target.to_owned(), kind, span });
        }
    }

    fn html(&mut self, span: Span) {
        let html = without_comments(&self.file[span.start..span.end], &mut self.in_comment);
        self.body.html_ids.extend(raw_ids(&html));
        for tag in raw_tags(&html) {
            let place = Span::from(tag.range).shifted(span.start);
            let kind = if tag.kind == RawKind::Link { LinkKind::Link } else { LinkKind::Image };
            if let Some(target) = tag.target {
                let target = self.file[span.start + target.start..span.start + target.end].trim().to_owned();
                self.body.html_links.push(Link { target, kind, span: place });
            }
            if tag.kind == RawKind::PictureWithoutAlt {
                self.body.html_without_alt.push(place);
            }
        }
        self.body.html.push((span, html));
    }

    fn text(&mut self, text: &str, span: Span) {
        self.words(text);
        let written = &self.file[span.start..span.end];
        for (at, _) in written.match_indices('ß') {
            self.body.sharp_s.push(Span { start: span.start + at, end: span.start + at + 'ß'.len_utf8() });
        }
        if text.contains("{{") {
            self.components(span);
        }
        self.nearly(written, span.start);
    }

    /// What nearly is Markdown in a piece of text that begins at `start`.
    fn nearly(&mut self, written: &str, start: usize) {
        let signs = written.bytes().take_while(|&byte| byte == b'#').count();
        if signs > 0 && self.is_nearly_heading(signs, start) {
            self.body.nearly.push((Nearly::Heading, Span { start, end: start + signs }));
        }
        for at in memchr_iter(b']', written.as_bytes()) {
            let end = start + at;
            let nearly = nearly_link(&written[at + 1..]).filter(|_| self.is_opened(end));
            self.body.nearly.extend(nearly.map(|(nearly, span)| (nearly, span.shifted(end + 1))));
        }
    }

    /// Whether the bracket that closes at `end` has an opening one, and neither is meant to be seen.
    fn is_opened(&self, end: usize) -> bool {
        let before = &self.file[..end];
        let opening = before.rfind('[').filter(|&opening| !before[opening..].contains(']'));
        opening.is_some_and(|opening| !before[..opening].ends_with('\\') && !before.ends_with('\\'))
    }

    /// Whether so many signs at `start` would make a heading if a space came behind them. One sign is a hashtag, unless
    /// a file begins with it where its title is expected.
    fn is_nearly_heading(&self, signs: usize, start: usize) -> bool {
        let before = &self.file[..start];
        let line = before.rsplit('\n').next().unwrap_or_default().trim_end();
        let number =
            line.strip_suffix(['.', ')']).map(|rest| rest.trim_end_matches(|sign: char| sign.is_ascii_digit()));
        let outside = line.strip_suffix(['-', '*', '+']).or(number).unwrap_or(line);
        let begins_block = outside.chars().all(|letter| letter.is_whitespace() || letter == '>');
        let is_title = self.body.start == 0 && before.trim_start_matches('\u{feff}').trim().is_empty();
        let has_words = self.file[start + signs..].starts_with(|next: char| !next.is_whitespace() && next != '#');
        begins_block && has_words && (signs > usize::from(!is_title)) && signs <= 6
    }

    fn words(&mut self, text: &str) {
        if self.heading.is_none() && self.image.is_none() {
            return;
        }
        let text = without_calls(text);
        if let Some(heading) = &mut self.heading {
            heading.text.push_str(&text);
        }
        if let Some((_, has_alt)) = &mut self.image {
            *has_alt |= !text.trim().is_empty();
        }
    }

    fn components(&mut self, span: Span) {
        let written = &self.file[span.start..span.end];
        let alone = component(written).and_then(included_path).filter(|_| self.is_own_line(span));
        if let Some(path) = alone {
            self.body.includes.push(Include { path: path.to_owned(), span });
            return;
        }
        let mut from = 0;
        while let Some(open) = written[from..].find("{{").map(|at| from + at) {
            let Some(close) = written[open..].find("}}").map(|at| open + at + 2) else {
                self.unclosed_call(Span { start: span.start + open, end: span.end });
                return;
            };
            let call = written[open + 2..close - 2].trim().to_owned();
            self.body.components.push((call, Span { start: span.start + open, end: span.start + close }));
            from = close;
        }
    }

    /// Braces that are not closed and begin a call; others may be a way of writing.
    fn unclosed_call(&mut self, span: Span) {
        let behind = self.file[span.start + 2..].trim_start();
        let is_tag =
            behind.strip_prefix('<').is_some_and(|name| name.starts_with(|first: char| first.is_ascii_alphabetic()));
        if is_tag || behind.starts_with("include(") {
            let message = "the braces of this call are not closed".to_owned();
            self.body.unread_calls.push(UnreadCall { message, span });
        }
    }

    fn find_calls(&mut self, masked: &Masked<'_>) {
        for (written, range) in &masked.calls {
            let inside = written[2..written.len() - 2].trim().trim_start_matches('<');
            if !inside.starts_with(|first: char| first.is_ascii_alphabetic()) {
                // Another program's way to call something, such as `{{< figure >}}`.
                let span = Span::from(range.clone()).shifted(self.body.start);
                self.body.components.push((inside.trim_matches([' ', '%', '>', '/']).to_owned(), span));
                continue;
            }
            match parse_call(written, self.body.start + range.start) {
                Ok(call) => self.body.calls.push(call),
                Err(unread) => self.body.unread_calls.push(unread),
            }
        }
    }

    fn is_own_line(&self, span: Span) -> bool {
        let before = self.file[..span.start].rsplit('\n').next().unwrap_or_default();
        let after = self.file[span.end..].split('\n').next().unwrap_or_default();
        before.trim().is_empty() && after.trim().is_empty()
    }
}

/// `[text][label]` without a definition is plain text to `CommonMark`; to an author it is a broken link.
///
/// A single `[label]` may be a way of writing, and so may be `[1][2]`.
fn undefined_label(text: &str, link: &BrokenLink<'_>) -> Option<(String, Span)> {
    let end = match link.link_type {
        LinkType::Reference => link.span.end,
        LinkType::Collapsed => link.span.end + "[]".len(),
        _ => return None,
    };
    let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let (first, _) = text[link.span.start..].trim_start_matches(['!', '[']).split_once(']')?;
    let is_writing = is_number(first) && is_number(&link.reference);
    (!is_writing).then(|| (link.reference.to_string(), Span { start: link.span.start, end }))
}

/// What keeps the text behind the first bracket of a link from being the second, and where.
fn nearly_link(behind: &str) -> Option<(Nearly, Span)> {
    let gap = behind.len() - behind.trim_start_matches([' ', '\t']).len();
    let (target, _) = behind[gap..].strip_prefix('(')?.split_once(')')?;
    if gap > 0 {
        let address = target.split_once([' ', '\t']).filter(|(_, title)| title.starts_with(['"', '\'']));
        return is_target(address.map_or(target, |(address, _)| address))
            .then_some((Nearly::Link, Span { start: 0, end: gap + 1 }));
    }
    let joined = target.replace(' ', "_");
    (joined != target && is_target(&joined)).then(|| (Nearly::Address, Span { start: 1, end: 1 + target.len() }))
}

/// Endings of what authors link to and show.
const ENDINGS: [&str; 16] = [
    ".csv", ".docx", ".gif", ".html", ".ics", ".jpeg", ".jpg", ".md", ".pdf", ".png", ".pptx", ".svg", ".toml",
    ".webp", ".xlsx", ".zip",
];

/// Whether nobody puts this in brackets but to link to it.
fn is_target(text: &str) -> bool {
    let begins = ["@/", "./", "../", "https://", "http://", "mailto:", "tel:", "www."];
    let path = text.split(['#', '?']).next().unwrap_or_default().to_ascii_lowercase();
    let is_anchor = text.strip_prefix('#').is_some_and(|anchor| anchor.starts_with(char::is_alphabetic));
    let is_address = text.strip_prefix('/').is_some_and(|rest| rest.contains(['/', '.']));
    let is_known = begins.iter().any(|beginning| text.starts_with(beginning))
        || ENDINGS.iter().any(|ending| path.len() > ending.len() && path.ends_with(ending));
    (is_known || is_anchor || is_address) && !text.contains(char::is_whitespace)
}

fn level_number(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "+++\n+++\n## Größe {#own}\n\n[a](b.md) ![](x.png) `ß [x][y]`\n\n{{ include(path=\"snippets/a.md\") }}\n\nnot [here][there] {{ box() }}\n";

    #[test]
    fn the_outline_names_what_others_have_to_check() {
        let body = outline(TEXT, 8);
        assert_eq!((body.headings[0].id.as_str(), body.headings[0].text.as_str()), ("own", "Größe"));
        let links: Vec<_> = body.links.iter().map(|link| (link.target.as_str(), link.kind)).collect();
        assert_eq!(links, [("b.md", LinkKind::Link), ("x.png", LinkKind::Image)]);
        assert_eq!(&TEXT[body.links[0].span.start..body.links[0].span.end], "[a](b.md)");
        assert_eq!(body.includes[0].path, "snippets/a.md");
        assert_eq!(body.components[0].0, "box()");
        assert_eq!(body.without_alt.len(), 1);
        assert_eq!(body.sharp_s.len(), 1);
        assert_eq!(body.undefined_labels[0].0, "there");
        assert_eq!(body.nearly, []);
    }

    #[test]
    fn what_nearly_is_markdown_is_noticed_and_what_is_none_is_not() {
        let rows = [
            ("##Title", "##"),
            ("#Title", "#"),
            ("a\n\n> ###Title\n", "###"),
            ("- ##a\n- b\n\n1. ##c\n\n##**d**", "##|##|##"),
            ("see [a] (b.md)", " ("),
            ("![a *b*]  (../c.png) and [d]\t(@/e.md#f)", "  (|\t("),
            ("[a] (/documents/agreement/) [b] (#bring) [c] (plan.docx) [d] (x.md \"t\")", " (| (| (| ("),
            ("[a](should not.md) ![b](my plan.png)", "should not.md|my plan.png"),
            ("a\n\n#hashtag\n\n\\##a\n\na ##b\n\n`##c`\n\n####### d\n\n## e\n\n##", ""),
            ("[a](b.md) [c] (see there) `[d] (e.md)` \\[f\\] (g.md) \\[i] (j.md) [h] (two words)", ""),
            ("[CHF] (/month) [x] (#1) [Q] (10:00) [y](see there) &#91;z] (a.md)", ""),
        ];
        for (text, expected) in rows {
            let nearly = outline(text, 0).nearly;
            let found: Vec<&str> = nearly.iter().map(|(_, span)| &text[span.start..span.end]).collect();
            assert_eq!(found.join("|"), expected, "{text}");
        }
    }
}
