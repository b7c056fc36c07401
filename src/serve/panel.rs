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

    fn link(&self, problem: &emit::Problem) -> String {
        let path = format!("{}/{}", self.root.trim_matches('/'), problem.path);
        self.pattern
            .replace("{path}", &percent_encoding::utf8_percent_encode(&path, KEPT).to_string())
            .replace("{line}", &problem.line.to_string())
            .replace("{column}", &problem.column.to_string())
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
    let emit::Problem { severity, path, line, column, .. } = problem;
    let link = escape(&editor.link(problem));
    let place = escape(&format!("{path}:{line}:{column}"));
    let frame = escape(frame);
    write!(html, "<li class=\"{severity}\"><p><a href=\"{link}\">{place}</a></p><pre>{frame}</pre></li>")
        .expect("writing to a string does not fail");
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
}
