use std::fmt::Write as _;

use pulldown_cmark::{Alignment, BlockQuoteKind, CodeBlockKind, CowStr, Event, HeadingLevel, Tag, TagEnd, html};
use pulldown_cmark_escape::{escape_href, escape_html};

use super::calls::{Piece, has_calls, masked, pieces, without_calls};
use super::{Slugs, component, events, included_path};

/// A picture of a text as the page names it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ShownPicture {
    /// Its address.
    pub href: String,
    /// Width and height in pixels, for a picture whose size is known.
    pub size: Option<(usize, usize)>,
    /// Smaller versions of it, each with its address and its width in pixels.
    pub versions: Vec<(String, u32)>,
    /// How wide it is shown, if there are versions to choose from: a list of sizes (HTML Standard, "sizes attributes").
    pub sizes: &'static str,
}

/// What a text has to ask of the page that it is shown on.
pub trait Surroundings {
    /// Where `target` leads, written in this text.
    fn link(&self, target: &str) -> String;
    /// The picture that `target` names.
    fn picture(&self, target: &str) -> ShownPicture;
    /// The text that `{{ include(path="…") }}` stands for, as HTML.
    fn include(&mut self, path: &str) -> String;
    /// What a call of a component, as written with its braces, stands for, as HTML.
    fn call(&mut self, written: &str) -> String;
    /// A piece of running text as HTML: with the quotes of the language, and terms of the glossary linked.
    fn prose(&mut self, text: &str) -> String;
    /// The same where nothing may be linked: in headings and links.
    fn plain_prose(&mut self, text: &str) -> String;
    /// Called where a paragraph, a heading or a cell begins: quotes do not reach across.
    fn paragraph(&mut self);
    /// A block of code in a language, as HTML with classes; `None` to leave it as it is.
    fn highlight(&self, code: &str, language: &str) -> Option<String>;
    /// A piece of raw HTML as it may stand in the page.
    fn raw_html(&mut self, html: &str) -> String;
    /// A text of the interface, such as the heading of `> [!NOTE]` under the key "alert-note", as HTML.
    fn interface_text(&self, key: &str) -> String;
}

/// The HTML of a text without its front matter. A first heading equal to `skip_heading` is left out.
pub fn render(text: &str, skip_heading: Option<&str>, surroundings: &mut impl Surroundings) -> String {
    let masked = masked(text);
    let events = events(&masked.text).map(|(event, _)| event);
    let calls = masked.calls.iter().map(|(written, _)| *written).collect();
    let mut writer = Writer {
        events,
        surroundings,
        calls,
        slugs: Slugs::default(),
        quiet: 0,
        skip_heading,
        table: Table::default(),
        // Texts have about one event for so many bytes.
        out: Vec::with_capacity(text.len() / 16),
    };
    while let Some(event) = writer.events.next() {
        writer.write(event);
    }
    let mut page = String::with_capacity(text.len() * 3 / 2);
    html::push_html(&mut page, writer.out.into_iter());
    page
}

/// The HTML of one line with emphasis, code and quotes, without a paragraph around it.
pub fn render_line(text: &str, surroundings: &mut impl Surroundings) -> String {
    let html = render(text, None, surroundings);
    let trimmed = html.trim();
    let inner = trimmed.strip_prefix("<p>").and_then(|rest| rest.strip_suffix("</p>"));
    inner.filter(|inner| !inner.contains("<p>")).unwrap_or(trimmed).to_owned()
}

/// `text` with the characters escaped that mean something in HTML, in attributes too.
#[must_use]
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    escape_html(&mut escaped, text).expect("writing to a string does not fail");
    escaped
}

struct Writer<'a, 's, S, I: Iterator<Item = Event<'a>>> {
    events: I,
    surroundings: &'s mut S,
    /// The calls of components, as they are written.
    calls: Vec<&'s str>,
    slugs: Slugs,
    /// How many things are open in which no term is linked.
    quiet: usize,
    skip_heading: Option<&'s str>,
    table: Table,
    out: Vec<Event<'a>>,
}

/// Where in a table the writer is; tables do not stand in tables.
#[derive(Default)]
struct Table {
    columns: Vec<Alignment>,
    /// The column of the next cell.
    column: usize,
    is_head: bool,
}

impl Table {
    fn cell(&self) -> &'static str {
        if self.is_head { "th" } else { "td" }
    }

    /// The class of a cell, since a page may have no styles of its own (Content-Security-Policy).
    fn class(&self) -> &'static str {
        match self.columns.get(self.column) {
            Some(Alignment::Left) => " class=\"to-left\"",
            Some(Alignment::Center) => " class=\"to-center\"",
            Some(Alignment::Right) => " class=\"to-right\"",
            Some(Alignment::None) | None => "",
        }
    }
}

impl<'a, S: Surroundings, I: Iterator<Item = Event<'a>>> Writer<'a, '_, S, I> {
    fn write(&mut self, event: Event<'a>) {
        match event {
            Event::Text(text) => self.text(&text),
            Event::Start(tag) => self.open(tag),
            Event::End(tag) => self.close(tag),
            // A box that nobody can tick on the screen is a mark on paper, and no control.
            Event::TaskListMarker(done) => {
                let (class, key) = if done { ("task is-done", "task-done") } else { ("task", "task-open") };
                let label = self.surroundings.interface_text(key);
                self.html(format!("<span class=\"{class}\" role=\"img\" aria-label=\"{label}\"></span>"));
            }
            Event::Html(html) | Event::InlineHtml(html) => {
                let html = self.surroundings.raw_html(&html);
                self.html(html);
            }
            other => self.out.push(other),
        }
    }

    fn html(&mut self, html: impl Into<CowStr<'a>>) {
        self.out.push(Event::InlineHtml(html.into()));
    }

    fn text(&mut self, text: &str) {
        if let Some(path) = component(text).and_then(included_path) {
            let html = self.surroundings.include(path);
            self.include(html);
            return;
        }
        // Nearly all texts are words alone, and need no list of pieces.
        if !has_calls(text) {
            let html = self.words(text);
            self.html(html);
            return;
        }
        let pieces = pieces(text);
        if let ([Piece::Call(number)], true) = (pieces.as_slice(), self.begins_line()) {
            let html = self.call(*number);
            self.include(html);
            return;
        }
        for piece in pieces {
            let html = match piece {
                Piece::Call(number) => self.call(number),
                Piece::Words(words) => self.words(words),
            };
            self.html(html);
        }
    }

    fn words(&mut self, words: &str) -> String {
        if self.quiet > 0 { self.surroundings.plain_prose(words) } else { self.surroundings.prose(words) }
    }

    fn call(&mut self, number: usize) -> String {
        self.calls.get(number).map_or_else(String::new, |written| self.surroundings.call(written))
    }

    /// Whether a line of its own begins here.
    fn begins_line(&self) -> bool {
        matches!(self.out.last(), Some(Event::Start(Tag::Paragraph) | Event::SoftBreak))
    }

    /// An include stands in the place of its paragraph, or between the two halves of one.
    fn include(&mut self, html: String) {
        if matches!(self.out.last(), Some(Event::SoftBreak)) {
            self.out.pop();
        }
        let alone = matches!(self.out.last(), Some(Event::Start(Tag::Paragraph)));
        if alone {
            self.out.pop();
        } else {
            self.out.push(Event::End(TagEnd::Paragraph));
        }
        self.html(html);
        match self.events.next() {
            Some(Event::End(TagEnd::Paragraph)) | None => {}
            Some(Event::SoftBreak) => self.out.push(Event::Start(Tag::Paragraph)),
            Some(other) => {
                self.out.push(Event::Start(Tag::Paragraph));
                self.write(other);
            }
        }
    }

    fn open(&mut self, tag: Tag<'a>) {
        match tag {
            Tag::Heading { level, id, classes, attrs } => self.heading(level, id.as_deref(), classes, attrs),
            Tag::Link { link_type, dest_url, title, id } => {
                self.quiet += 1;
                let href = self.surroundings.link(&dest_url);
                self.out.push(Event::Start(Tag::Link { link_type, dest_url: href.into(), title, id }));
            }
            Tag::Image { dest_url, title, .. } => self.image(&dest_url, &title),
            Tag::CodeBlock(kind) => self.code(&kind),
            Tag::BlockQuote(Some(kind)) => {
                let name = alert_name(kind);
                let title = self.surroundings.interface_text(&format!("alert-{name}"));
                // An aside would be a landmark, and two of them on a page would have to have names.
                self.html(format!(
                    "<div class=\"alert alert-{name}\" role=\"note\"><p class=\"alert-title\">{title}</p>\n"
                ));
            }
            Tag::Table(columns) => {
                // Wide tables scroll by themselves, which must be possible without a mouse.
                self.html("<div class=\"scroll\" tabindex=\"0\">\n");
                self.out.push(Event::Start(Tag::Table(vec![Alignment::None; columns.len()])));
                self.table.columns = columns;
            }
            Tag::TableCell => {
                self.surroundings.paragraph();
                self.html(format!("<{}{}>", self.table.cell(), self.table.class()));
            }
            tag => {
                if matches!(tag, Tag::TableHead | Tag::TableRow) {
                    (self.table.is_head, self.table.column) = (tag == Tag::TableHead, 0);
                }
                if matches!(tag, Tag::Paragraph | Tag::Item) {
                    self.surroundings.paragraph();
                }
                self.out.push(Event::Start(tag));
            }
        }
    }

    fn close(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::BlockQuote(Some(_)) => self.html("</div>\n"),
            TagEnd::Table => {
                self.out.push(Event::End(tag));
                self.html("</div>\n");
            }
            TagEnd::TableCell => {
                self.html(format!("</{}>", self.table.cell()));
                self.table.column += 1;
            }
            tag => {
                if tag == TagEnd::Link {
                    self.quiet -= 1;
                }
                self.out.push(Event::End(tag));
            }
        }
    }

    fn code(&mut self, kind: &CodeBlockKind<'_>) {
        let language = match kind {
            CodeBlockKind::Fenced(info) => info.split_whitespace().next().unwrap_or_default().to_owned(),
            CodeBlockKind::Indented => String::new(),
        };
        let code = self.words_until(TagEnd::CodeBlock);
        let shown = self.surroundings.highlight(&code, &language).unwrap_or_else(|| escape(&code));
        let class =
            if language.is_empty() { String::new() } else { format!(" class=\"language-{}\"", escape(&language)) };
        self.html(format!("<pre tabindex=\"0\"><code{class}>{shown}</code></pre>\n"));
    }

    fn image(&mut self, target: &str, title: &str) {
        let picture = self.surroundings.picture(target);
        let alt = self.words_until(TagEnd::Image);
        let mut html = String::from("<img src=\"");
        escape_href(&mut html, &picture.href).expect("writing to a string does not fail");
        write!(html, "\" alt=\"{}\" loading=\"lazy\"", escape(&alt)).expect("writing to a string does not fail");
        if let (Some((width, _)), false) = (picture.size, picture.versions.is_empty()) {
            let versions: String = picture.versions.iter().map(|(href, width)| format!("{href} {width}w, ")).collect();
            write!(html, " srcset=\"{versions}{} {width}w\" sizes=\"{}\"", escape(&picture.href), picture.sizes)
                .expect("writing to a string does not fail");
        }
        if let Some((width, height)) = picture.size {
            write!(html, " width=\"{width}\" height=\"{height}\"").expect("writing to a string does not fail");
        }
        if !title.is_empty() {
            write!(html, " title=\"{}\"", escape(title)).expect("writing to a string does not fail");
        }
        self.html(html + ">");
    }

    fn words_until(&mut self, end: TagEnd) -> String {
        let mut words = String::new();
        for event in self.events.by_ref() {
            match event {
                Event::End(tag) if tag == end => break,
                Event::Text(text) | Event::Code(text) => words.push_str(&without_calls(&text)),
                Event::SoftBreak | Event::HardBreak => words.push(' '),
                _ => {}
            }
        }
        words
    }

    fn heading(
        &mut self,
        level: HeadingLevel,
        given_id: Option<&str>,
        classes: Vec<CowStr<'a>>,
        attrs: Vec<(CowStr<'a>, Option<CowStr<'a>>)>,
    ) {
        self.surroundings.paragraph();
        self.quiet += 1;
        let outer = std::mem::take(&mut self.out);
        let mut text = String::new();
        while let Some(event) = self.events.next() {
            match &event {
                Event::End(TagEnd::Heading(_)) => break,
                Event::Text(words) | Event::Code(words) => text.push_str(&without_calls(words)),
                _ => {}
            }
            self.write(event);
        }
        self.quiet -= 1;
        let inner = std::mem::replace(&mut self.out, outer);
        let slug = self.slugs.id(given_id, &text);
        if self.skip_heading.take_if(|title| *title == text).is_some() {
            return;
        }
        // The page has one heading of the first level: its title.
        let level = level.max(HeadingLevel::H2);
        self.out.push(Event::Start(Tag::Heading { level, id: Some(slug.into()), classes, attrs }));
        self.out.extend(inner);
        self.out.push(Event::End(TagEnd::Heading(level)));
    }
}

fn alert_name(kind: BlockQuoteKind) -> &'static str {
    match kind {
        BlockQuoteKind::Note => "note",
        BlockQuoteKind::Tip => "tip",
        BlockQuoteKind::Important => "important",
        BlockQuoteKind::Warning => "warning",
        BlockQuoteKind::Caution => "caution",
    }
}
