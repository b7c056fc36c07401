use std::io::{self, Write};
use std::ops::Range;

use annotate_snippets::renderer::{self, DEFAULT_EMPHASIS_STYLE, DEFAULT_LINE_NUM_STYLE};
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use super::{Private, address, one_line};
use crate::diagnostics::{Code, Diagnostic, Place, Severity};
use crate::text::{Source, SourcePath, Sources, Span};

/// Whether messages are drawn with the escape codes of a terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// Text alone.
    Plain,
    /// Text with colours, those of rustc.
    Coloured,
}

/// The columns a code frame may take; what is longer is cut around the mark.
const WIDTH: usize = 100;

/// The longest mark in characters: a faulty paragraph is recognised by its beginning.
const LONGEST_MARK: usize = 60;

/// Writes each message with the lines it is about, in rustc's manner, and an empty line behind each.
///
/// The first two lines and the notes are a contract (model.md §0), so their indents are the same for every
/// message; rustc's grow with the line numbers. What lies between them is drawn by annotate-snippets.
///
/// # Errors
/// What `out` fails with.
pub fn write_human(
    sources: &Sources,
    private: &Private,
    style: Style,
    diagnostics: &[Diagnostic],
    out: &mut dyn Write,
) -> io::Result<()> {
    let artist = Artist { sources, private, style };
    for diagnostic in diagnostics {
        writeln!(out, "{}\n", artist.message(diagnostic).join("\n"))?;
    }
    Ok(())
}

/// What all drawings of a run have in common.
struct Artist<'a> {
    sources: &'a Sources,
    private: &'a Private,
    style: Style,
}

/// A place that a frame points at, with a word beside it.
struct Mark<'a> {
    kind: AnnotationKind,
    span: Span,
    text: Option<&'a str>,
}

impl Artist<'_> {
    fn message(&self, diagnostic: &Diagnostic) -> Vec<String> {
        let mut lines = vec![self.title(diagnostic)];
        self.main_place(diagnostic, &mut lines);
        self.other_places(diagnostic, &mut lines);
        lines.extend(diagnostic.notes.iter().map(|note| self.footer("note", note)));
        lines.extend(diagnostic.help.iter().map(|help| self.footer("help", help)));
        lines
    }

    fn title(&self, diagnostic: &Diagnostic) -> String {
        let title = level(diagnostic.severity).primary_title(one_line(&diagnostic.message));
        self.renderer().render(&[Group::with_title(title.id(diagnostic.code.name()))])
    }

    /// The place of the message, together with the labels in the same file.
    fn main_place(&self, diagnostic: &Diagnostic, lines: &mut Vec<String>) {
        let place = &diagnostic.place;
        lines.push(self.arrow("-->", place));
        // The line of a leaked name holds the name.
        let readable = self.readable(&place.path).filter(|_| diagnostic.code != Code::NameLeak);
        let Some((source, text)) = readable else {
            return;
        };
        let mut marks = vec![Mark { kind: AnnotationKind::Primary, span: place.span, text: None }];
        let here = diagnostic.labels.iter().filter(|label| label.place.path == place.path);
        marks.extend(here.map(|label| Mark {
            kind: AnnotationKind::Context,
            span: label.place.span,
            text: Some(&label.text),
        }));
        if marks.len() == 1 && text[line_of(text, place.span.start)].trim().is_empty() {
            return;
        }
        lines.push(self.frame(level(diagnostic.severity), source, text, &marks));
    }

    /// The labels that the frame of the main place does not show.
    fn other_places(&self, diagnostic: &Diagnostic, lines: &mut Vec<String>) {
        for label in &diagnostic.labels {
            let arrow = self.arrow(":::", &label.place);
            match self.readable(&label.place.path) {
                None => lines.push(format!("{arrow}: {}", one_line(&label.text))),
                Some(_) if label.place.path == diagnostic.place.path => {}
                Some((source, text)) => {
                    let mark = Mark { kind: AnnotationKind::Context, span: label.place.span, text: Some(&label.text) };
                    lines.push(arrow);
                    lines.push(self.frame(level(diagnostic.severity), source, text, &[mark]));
                }
            }
        }
    }

    /// The text of a file whose lines may be shown.
    fn readable(&self, path: &SourcePath) -> Option<(&Source, &str)> {
        if self.private.holds(path) {
            return None;
        }
        let source = self.sources.get(path)?;
        Some((source, source.text().ok()?))
    }

    /// The lines of a file from the first mark to the last, the marks drawn beneath.
    fn frame(&self, level: Level<'_>, source: &Source, text: &str, marks: &[Mark<'_>]) -> String {
        let ranges: Vec<Range<usize>> = marks.iter().map(|mark| shown(text, mark.span)).collect();
        let first = ranges.iter().map(|range| range.start).min().unwrap_or(0);
        let last = ranges.iter().map(|range| range.end).max().unwrap_or(0);
        let window = line_of(text, first).start..line_of(text, last).end;
        let annotations = marks.iter().zip(ranges).map(|(mark, range)| {
            let inside = range.start - window.start..range.end - window.start;
            mark.kind.span(inside).label(mark.text.map(one_line))
        });
        let snippet = Snippet::source(&text[window.clone()])
            .line_start(source.position(window.start).line)
            .annotations(annotations);
        self.renderer().render(&[Group::with_level(level).element(snippet)])
    }

    fn arrow(&self, arrow: &str, place: &Place) -> String {
        format!("  {} {}", self.painted(DEFAULT_LINE_NUM_STYLE, arrow), address(self.sources, place))
    }

    fn footer(&self, word: &str, text: &str) -> String {
        let sign = self.painted(DEFAULT_LINE_NUM_STYLE, "=");
        let word = self.painted(DEFAULT_EMPHASIS_STYLE, &format!("{word}:"));
        format!("  {sign} {word} {}", one_line(text))
    }

    fn painted(&self, color: renderer::Style, text: &str) -> String {
        match self.style {
            Style::Plain => text.to_owned(),
            Style::Coloured => format!("{color}{text}{color:#}"),
        }
    }

    fn renderer(&self) -> Renderer {
        let renderer = match self.style {
            Style::Plain => Renderer::plain(),
            Style::Coloured => Renderer::styled(),
        };
        renderer.term_width(WIDTH)
    }
}

fn level(severity: Severity) -> Level<'static> {
    match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    }
}

/// The part of `span` that a frame marks: its first line, not too much of it, and no half characters.
///
/// A mark over many lines needs brackets in the margin, which say less to an author than the place where the
/// matter begins.
fn shown(text: &str, span: Span) -> Range<usize> {
    let line = line_of(text, span.start);
    let start = boundary(text, span.start).clamp(line.start, line.end);
    let end = boundary(text, span.end).clamp(start, line.end);
    let end = text[start..end].char_indices().nth(LONGEST_MARK).map_or(end, |(length, _)| start + length);
    start..end
}

/// The bytes of the line that holds a byte, without the line's end and without a byte-order mark.
fn line_of(text: &str, offset: usize) -> Range<usize> {
    let offset = boundary(text, offset);
    let start = text[..offset].rfind('\n').map_or(0, |at| at + 1);
    let end = text[offset..].find('\n').map_or(text.len(), |length| offset + length);
    let line = &text[start..end];
    let mark = if start == 0 && line.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let line = line.trim_end_matches('\r');
    start + mark..(start + line.len()).max(start + mark)
}

/// The last place between two characters that is not behind `offset`.
fn boundary(text: &str, offset: usize) -> usize {
    let offset = offset.min(text.len());
    (0..=offset).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::Code;
    use crate::diagnostics::emit::fixture::{place, sources};

    const TOPIC: &str = "content/topics/ads/index.md";

    fn drawn(sources: &Sources, style: Style, diagnostic: Diagnostic) -> String {
        let mut out = Vec::new();
        write_human(sources, &Private::default(), style, &[diagnostic], &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    fn plain(sources: &Sources, diagnostic: Diagnostic) -> String {
        drawn(sources, Style::Plain, diagnostic)
    }

    #[test]
    fn a_mistake_is_shown_with_its_line_and_the_way_out() {
        let files = sources([(TOPIC, "+++\ntitel = \"Ads\"\n+++\n".as_bytes())]);
        let diagnostic =
            Diagnostic::new(Code::UnknownKey, "unknown key \"titel\" in topic", place(&files, TOPIC, "titel"))
                .help("did you mean \"title\"?")
                .note("a topic has a title");
        let expected = r#"error[unknown-key]: unknown key "titel" in topic
  --> content/topics/ads/index.md:2:1
  |
2 | titel = "Ads"
  | ^^^^^
  = note: a topic has a title
  = help: did you mean "title"?

"#;
        assert_eq!(plain(&files, diagnostic), expected);
    }

    #[test]
    fn labels_are_drawn_in_their_own_files() {
        let cohort = "content/cohorts/a.toml";
        let files = sources([
            (TOPIC, "\n\n\n\n\n\n\n\n\nmodules = [\n  \"ads\",\n  \"café\",\n  \"ads\",\n]\n".as_bytes()),
            (cohort, b"topic = \"ads\"\n"),
        ]);
        let diagnostic = Diagnostic::new(Code::ListedTwice, "listed twice", place(&files, TOPIC, "\"ads\",\n]"))
            .label(place(&files, TOPIC, "\"ads\""), "first here")
            .label(place(&files, cohort, "ads"), "used here");
        let expected = r#"error[listed-twice]: listed twice
  --> content/topics/ads/index.md:13:3
   |
11 |   "ads",
   |   ----- first here
12 |   "café",
13 |   "ads",
   |   ^^^^^^
  ::: content/cohorts/a.toml:1:10
  |
1 | topic = "ads"
  |          --- used here

"#;
        assert_eq!(plain(&files, diagnostic), expected);
    }

    #[test]
    fn no_line_of_a_private_file_is_ever_shown() {
        let people = "private/people/a.toml";
        let cohort = "content/cohorts/a.toml";
        let files = sources([
            (people, b"[lea]\nname = \"Lea Secret\"\n".as_slice()),
            (cohort, b"mentor = \"lea\"\n".as_slice()),
        ]);
        let inside = Diagnostic::new(Code::WrongType, "\"name\" must be text", place(&files, people, "\"Lea Secret\""))
            .label(place(&files, people, "[lea]"), "of this person")
            .label(place(&files, cohort, "\"lea\""), "who is mentor here")
            .help("put it in quotes");
        let expected = r#"error[wrong-type]: "name" must be text
  --> private/people/a.toml:2:8
  ::: private/people/a.toml:1:1: of this person
  ::: content/cohorts/a.toml:1:10
  |
1 | mentor = "lea"
  |          ----- who is mentor here
  = help: put it in quotes

"#;
        assert_eq!(plain(&files, inside), expected);
    }

    #[test]
    fn what_cannot_be_shown_has_an_arrow_all_the_same() {
        let files = sources([
            ("empty.md", b"".as_slice()),
            ("latin.md", b"+++\ntitle = \"Gr\xfc\xdfe\"\n".as_slice()),
            ("open.md", b"+++\ntitle = \"x\"\n".as_slice()),
        ]);
        let rows = [
            ("empty.md", 0, "empty.md:1:1"),
            ("latin.md", 15, "latin.md:2:12"),
            ("open.md", 16, "open.md:3:1"),
            ("open.md", 999, "open.md:3:1"),
            ("public", 0, "public:1:1"),
            ("private/people/missing.toml", 0, "private/people/missing.toml:1:1"),
        ];
        for (path, at, address) in rows {
            let place = Place::new(&SourcePath::new(path), Span { start: at, end: at });
            let expected = format!("warning[no-people-file]: message\n  --> {address}\n  = note: why\n\n");
            assert_eq!(plain(&files, Diagnostic::new(Code::NoPeopleFile, "message", place).note("why")), expected);
        }
    }

    #[test]
    fn marks_stand_under_what_they_mean() {
        let rows = [
            ("\u{feff}x = 1\n", "x", "1:1", "1 | x = 1\n  | ^"),
            ("\u{feff}+++\n", "", "1:1", "1 | +++\n  | ^"),
            ("a = 1\r\nbc = 2\r\n", "bc = 2\r\n", "2:1", "2 | bc = 2\n  | ^^^^^^"),
            ("\tb = 2\n", "2", "1:6", "1 |     b = 2\n  |         ^"),
            ("öäü = 1\n", "= 1", "1:5", "1 | öäü = 1\n  |     ^^^"),
            ("a = 1", "1", "1:5", "1 | a = 1\n  |     ^"),
            ("x = [\n  1,\n]\n", "[\n  1,\n]", "1:5", "1 | x = [\n  |     ^"),
            ("x = \"\u{1b}[31m\"\n", "31", "1:8", "1 | x = \"␛[31m\"\n  |        ^^"),
        ];
        for (contents, words, address, frame) in rows {
            let files = sources([("a.toml", contents.as_bytes())]);
            let place = place(&files, "a.toml", words);
            let expected = format!("error[bad-id]: message\n  --> a.toml:{address}\n  |\n{frame}\n\n");
            assert_eq!(plain(&files, Diagnostic::new(Code::BadId, "message", place)), expected);
        }
    }

    #[test]
    fn a_long_line_is_cut_around_its_mark() {
        let contents = format!("{}title {}\n", "word ".repeat(50), "and ".repeat(50));
        let files = sources([("a.md", contents.as_bytes())]);
        let frame = |words: &str| plain(&files, Diagnostic::new(Code::BadId, "m", place(&files, "a.md", words)));
        let expected = r"error[bad-id]: m
  --> a.md:1:251
  |
1 | ...d word word word word word word word word title and and and and and and and and and and an...
  |                                              ^^^^^

";
        assert_eq!(frame("title"), expected);
        let expected = r"error[bad-id]: m
  --> a.md:1:251
  |
1 | ...word word word title and and and and and and and and and and and and and and and and and a...
  |                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

";
        assert_eq!(frame(&contents[250..]), expected);
    }

    #[test]
    fn colors_are_those_of_rustc() {
        let files = sources([("a.toml", b"titel = 1\n".as_slice())]);
        let diagnostic = Diagnostic::new(Code::NoPairs, "m", place(&files, "a.toml", "titel")).help("h");
        let expected = "\
\u{1b}[1m\u{1b}[33mwarning[no-pairs]\u{1b}[0m\u{1b}[1m: m\u{1b}[0m
  \u{1b}[1m\u{1b}[94m-->\u{1b}[0m a.toml:1:1
  \u{1b}[1m\u{1b}[94m|\u{1b}[0m
\u{1b}[1m\u{1b}[94m1\u{1b}[0m \u{1b}[1m\u{1b}[94m|\u{1b}[0m titel = 1
  \u{1b}[1m\u{1b}[94m|\u{1b}[0m \u{1b}[1m\u{1b}[33m^^^^^\u{1b}[0m
  \u{1b}[1m\u{1b}[94m=\u{1b}[0m \u{1b}[1mhelp:\u{1b}[0m h

";
        assert_eq!(drawn(&files, Style::Coloured, diagnostic), expected);
    }

    /// Whatever bytes a span names, even half a character, the arrow tells the place and the frame the same line.
    #[test]
    fn every_span_of_every_file_can_be_drawn() {
        let contents =
            ["", "\n", "\u{feff}", "\u{feff}\r\nü\r\n", "a\tö\n\n\r\n👩‍💻 x", "\r\r\n\u{301}a\u{200d}\n\u{3000}漢字"];
        for contents in contents {
            let files = sources([("a.md", contents.as_bytes())]);
            let path = SourcePath::new("a.md");
            for start in 0..=contents.len() + 1 {
                for end in start..=contents.len() + 1 {
                    let place = Place::new(&path, Span { start, end });
                    let at = files[&path].position(start);
                    let diagnostic = Diagnostic::new(Code::BadId, "m", place.clone());
                    let output = plain(&files, diagnostic.clone().label(Place::top(&path), "top"));
                    assert!(output.contains(&format!("\n  --> a.md:{}:{}\n", at.line, at.column)), "{output}");
                    let output = plain(&files, diagnostic.label(place, "here"));
                    assert!(output.contains(&format!("\n{} |", at.line)), "{contents:?} {start}..{end}\n{output}");
                }
            }
        }
    }
}
