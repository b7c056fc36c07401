//! The panel over the page: every message with its place, its lines and the way out.

use std::fmt::Write as _;

use super::preview::Problems;
use crate::diagnostics::emit::{self, Counts, Private, Style, write_human};
use crate::diagnostics::{Diagnostic, Severity};
use crate::text::Sources;

/// How a place in a file opens in an editor: a pattern with `{path}`, `{line}` and `{column}`.
#[derive(Debug, Clone)]
pub struct Editor {
    /// The pattern.
    pub pattern: String,
    /// The folder of the handbook, with `/`.
    pub root: String,
}

impl Editor {
    /// The pattern for Visual Studio Code, which several other editors understand too.
    pub const VSCODE: &'static str = "vscode://file/{path}:{line}:{column}";

    /// A link to a place, with the place as its text.
    fn link(&self, path: &str, line: usize, column: usize) -> String {
        let place = escape(&format!("{path}:{line}:{column}"));
        let path = format!("{}/{path}", self.root.trim_matches('/'));
        let address = self
            .pattern
            .replace("{path}", &percent_encoding::utf8_percent_encode(&path, KEPT).to_string())
            .replace("{line}", &line.to_string())
            .replace("{column}", &column.to_string());
        format!("<a href=\"{}\">{place}</a>", escape(&address))
    }
}

/// What has no meaning of its own in the path of an address.
const KEPT: &percent_encoding::AsciiSet =
    &percent_encoding::NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// The messages of a run as the browser gets them.
#[must_use]
pub fn problems(sources: &Sources, private: &Private, editor: &Editor, diagnostics: &[Diagnostic]) -> Problems {
    let document = emit::Problems::of(sources, diagnostics);
    let json = serde_json::to_string(&document).expect("a document of texts and numbers can be written");
    let is_shown = |one: &&Diagnostic| one.severity != Severity::Note;
    let shown: Vec<Diagnostic> = diagnostics.iter().filter(is_shown).cloned().collect();
    let panel = if shown.is_empty() { String::new() } else { panel(sources, private, editor, &shown) };
    Problems { json: json.into(), panel: panel.into() }
}

fn panel(sources: &Sources, private: &Private, editor: &Editor, diagnostics: &[Diagnostic]) -> String {
    let summary = escape(&Counts::of(diagnostics).summary().unwrap_or_default());
    let mut html = String::from("<link rel=\"stylesheet\" href=\"/_leitfaden/panel.css\">");
    let document = emit::Problems::of(sources, diagnostics);
    write!(
        html,
        "<button class=\"badge\" type=\"button\" data-toggle hidden>{summary}</button>\
         <section class=\"panel\" role=\"alert\" aria-label=\"Problems in the handbook\">\
         <header><h2>{summary}</h2><button type=\"button\" data-toggle>Close</button></header><ol>"
    )
    .expect("writing to a string does not fail");
    for (diagnostic, problem) in diagnostics.iter().zip(&document.diagnostics) {
        entry(&mut html, editor, problem, &frame(sources, private, diagnostic));
    }
    html.push_str("</ol></section>");
    html
}

fn entry(html: &mut String, editor: &Editor, problem: &emit::Problem, frame: &str) {
    let emit::Problem { severity, path, line, column, labels, .. } = problem;
    let link = editor.link(path, *line, *column);
    let lines: Vec<String> = frame.lines().map(|line| with_link(editor, labels, line)).collect();
    write!(html, "<li class=\"{severity}\"><p>{link}</p><pre>{}</pre></li>", lines.join("\n"))
        .expect("writing to a string does not fail");
}

/// A line of a message; if it names another place that belongs to it, that is a link too.
fn with_link(editor: &Editor, labels: &[emit::ProblemLabel], line: &str) -> String {
    let named = labels.iter().find_map(|emit::ProblemLabel { path, line: number, column, .. }| {
        let rest = line.trim_start().strip_prefix("::: ")?.strip_prefix(&format!("{path}:{number}:{column}"))?;
        let is_whole = rest.is_empty() || rest.starts_with(':');
        is_whole.then(|| format!("  ::: {}{}", editor.link(path, *number, *column), escape(rest)))
    });
    named.unwrap_or_else(|| escape(line))
}

/// The message as it stands in the terminal, which never quotes what is private.
fn frame(sources: &Sources, private: &Private, diagnostic: &Diagnostic) -> String {
    let mut out = Vec::new();
    write_human(sources, private, Style::Plain, std::slice::from_ref(diagnostic), &mut out)
        .expect("writing to memory does not fail");
    String::from_utf8_lossy(&out).trim_end().to_owned()
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::{Code, Place};
    use crate::text::SourcePath;

    #[test]
    fn what_an_author_wrote_is_no_html_in_the_panel() {
        let place = Place::top(&SourcePath::new("content/a & b/<x>.md"));
        let diagnostic = Diagnostic::new(Code::BrokenLink, "link to \"<script>\" leads nowhere", place);
        let editor = Editor { pattern: Editor::VSCODE.to_owned(), root: "/home/an author".to_owned() };
        let problems = problems(&Sources::new(), &Private::with_people("private/people"), &editor, &[diagnostic]);
        assert!(!problems.panel.contains("<script>"), "{}", problems.panel);
        assert!(problems.panel.contains("vscode://file/home/an%20author/content/a%20%26%20b/%3Cx%3E.md:1:1"));
        assert!(problems.json.contains("\"errors\":1"));
    }

    #[test]
    fn every_file_that_a_message_names_can_be_opened() {
        let place = |path| Place::top(&SourcePath::new(path));
        let diagnostic = Diagnostic::new(Code::ListedTwice, "twice", place("content/a.md"))
            .label(place("content/b.md"), "first here")
            .label(place("private/people/c.toml"), "of <this> person");
        let editor = Editor { pattern: "x:{path}#{line}".to_owned(), root: "/r".to_owned() };
        let b = std::sync::Arc::new(crate::text::Source::new(SourcePath::new("content/b.md"), "b"));
        let sources = Sources::from([(b.path.clone(), b)]);
        let problems = problems(&sources, &Private::with_people("private/people"), &editor, &[diagnostic]);
        for link in [
            "<p><a href=\"x:r/content/a.md#1\">content/a.md:1:1</a></p>",
            "\n  ::: <a href=\"x:r/content/b.md#1\">content/b.md:1:1</a>\n",
            "\n  ::: <a href=\"x:r/private/people/c.toml#1\">private/people/c.toml:1:1</a>: of &lt;this&gt; person",
        ] {
            assert!(problems.panel.contains(link), "{}", problems.panel);
        }
    }
}
