//! What a file is, from its path alone (model.md §1).

use super::values::is_id;
use crate::text::SourcePath;

/// The kind of a file and the ids that its path holds.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// `site.toml`.
    Site,
    /// `content/index.md`.
    Home,
    /// `content/programmes/<programme>.toml`.
    Programme(String),
    /// `content/programmes/<programme>.md`.
    ProgrammeText(String),
    /// `content/cohorts/<cohort>.toml`.
    Cohort(String),
    /// `content/cohorts/<cohort>.md`.
    CohortText(String),
    /// `content/cohorts/<cohort>/<session-key>.md`.
    SessionText {
        /// The cohort.
        cohort: String,
        /// The key of the session.
        key: String,
    },
    /// `content/topics/<topic>/index.md`.
    Topic(String),
    /// `content/topics/<topic>/<module>.md`.
    Module {
        /// The topic.
        topic: String,
        /// The module.
        module: String,
    },
    /// `content/factors/<factor>.md`.
    Factor(String),
    /// `content/factors/<factor>.messages.toml`.
    FactorMessages(String),
    /// `content/sessions/<template>.toml`.
    Template(String),
    /// `content/documents/<document>.md`.
    Form(String),
    /// `content/roles/<role>.md`.
    Role(String),
    /// `content/glossary.toml`.
    Glossary,
    /// `content/<page>.md` and `content/pages/**`: the address below the site, such as `faq` or `pages/a/b`.
    Page(String),
    /// `content/snippets/**`.
    Snippet,
    /// A picture or another file beside a page.
    Asset,
    /// `private/people/<cohort>.toml`.
    People(String),
    /// `static/**`: the path below it.
    Static(String),
    /// `themes/<theme>/**`.
    Theme {
        /// The theme.
        theme: String,
        /// The path below it.
        path: String,
    },
    /// Something that belongs to no kind of page.
    Stray,
    /// A name that cannot be an id: the part that is wrong.
    BadId(String),
    /// Something that is none of our business: `.gitignore`, `private/allow-words.txt`.
    Other,
}

/// A file's place in the handbook.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Layout {
    /// What it is.
    pub kind: Kind,
    /// The suffix of a translation, `en` of `name.en.md`.
    pub language: Option<String>,
}

impl Layout {
    /// What the file at `path` is, with the people files in `people_folder`.
    #[must_use]
    pub fn of(path: &SourcePath, people_folder: &str) -> Self {
        let path = path.as_str();
        if let Some(file) = path.strip_prefix(people_folder).and_then(|rest| rest.strip_prefix('/')) {
            return plain(toml_id(file, Kind::People));
        }
        match path.split_once('/') {
            None if path == "site.toml" => plain(Kind::Site),
            None => plain(Kind::Other),
            Some(("content", rest)) => content(rest),
            Some(("static", rest)) => plain(Kind::Static(rest.to_owned())),
            Some(("themes", rest)) => plain(theme(rest)),
            Some(_) => plain(Kind::Other),
        }
    }
}

fn plain(kind: Kind) -> Layout {
    Layout { kind, language: None }
}

fn theme(rest: &str) -> Kind {
    match rest.split_once('/') {
        Some((theme, path)) => Kind::Theme { theme: theme.to_owned(), path: path.to_owned() },
        None => Kind::Other,
    }
}

/// Files whose name can only be told from their last letters: pictures and the like lie beside pages.
const ASSETS: [&str; 16] = [
    "png", "jpg", "jpeg", "gif", "svg", "webp", "avif", "pdf", "mp4", "webm", "mp3", "ogg", "csv", "xlsx", "docx",
    "pptx",
];

/// The folders in `content/` whose files are of a kind.
pub(super) const FOLDERS: [&str; 9] =
    ["programmes", "cohorts", "topics", "factors", "sessions", "documents", "roles", "pages", "snippets"];

fn content(rest: &str) -> Layout {
    let extension = rest.rsplit_once('.').map_or("", |(_, extension)| extension);
    if ASSETS.contains(&extension.to_lowercase().as_str()) {
        return plain(Kind::Asset);
    }
    let parts: Vec<&str> = rest.split('/').collect();
    match parts.as_slice() {
        ["glossary.toml"] => plain(Kind::Glossary),
        ["programmes", file] => data_or_text(file, Kind::Programme, Kind::ProgrammeText),
        ["cohorts", file] => data_or_text(file, Kind::Cohort, Kind::CohortText),
        ["cohorts", cohort, file] => markdown(file, |key| Kind::SessionText { cohort: (*cohort).to_owned(), key }),
        ["topics", topic, file] => in_topic(topic, file),
        ["factors", file] if file.ends_with(".messages.toml") => {
            plain(toml_id(&file.replace(".messages.toml", ".toml"), Kind::FactorMessages))
        }
        ["factors", file] => markdown(file, Kind::Factor),
        ["sessions", file] => plain(toml_id(file, Kind::Template)),
        ["documents", file] => markdown(file, Kind::Form),
        ["roles", file] => markdown(file, Kind::Role),
        ["snippets", ..] if extension == "md" => plain(Kind::Snippet),
        ["pages", ..] => page(rest),
        [file] if is_index(file) => markdown(file, |_| Kind::Home),
        [file] => markdown(file, Kind::Page),
        _ => plain(Kind::Stray),
    }
}

fn is_index(file: &str) -> bool {
    file == "index.md" || file.strip_prefix("index.").is_some_and(|rest| rest.ends_with(".md"))
}

fn in_topic(topic: &str, file: &str) -> Layout {
    if !is_id(topic) {
        return plain(Kind::BadId(topic.to_owned()));
    }
    if is_index(file) {
        return markdown(file, |_| Kind::Topic(topic.to_owned()));
    }
    markdown(file, |module| Kind::Module { topic: topic.to_owned(), module })
}

fn page(rest: &str) -> Layout {
    let (folder, file) = rest.rsplit_once('/').unwrap_or(("", rest));
    if let Some(bad) = folder.split('/').find(|part| !is_id(part)) {
        return plain(Kind::BadId(bad.to_owned()));
    }
    if is_index(file) {
        return markdown(file, |_| Kind::Page(folder.to_owned()));
    }
    markdown(file, |id| Kind::Page(format!("{folder}/{id}")))
}

fn data_or_text(file: &str, data: impl FnOnce(String) -> Kind, text: impl FnOnce(String) -> Kind) -> Layout {
    if file.ends_with(".toml") { plain(toml_id(file, data)) } else { markdown(file, text) }
}

fn toml_id(file: &str, kind: impl FnOnce(String) -> Kind) -> Kind {
    match file.strip_suffix(".toml") {
        Some(stem) if is_id(stem) => kind(stem.to_owned()),
        Some(stem) if !stem.contains('/') => Kind::BadId(stem.to_owned()),
        _ => Kind::Stray,
    }
}

/// `name.md` or `name.<lang>.md`.
fn markdown(file: &str, kind: impl FnOnce(String) -> Kind) -> Layout {
    let Some(stem) = file.strip_suffix(".md") else { return plain(Kind::Stray) };
    let (id, language) = match stem.split_once('.') {
        Some((id, language)) => (id, Some(language.to_owned())),
        None => (stem, None),
    };
    if !is_id(id) {
        return plain(Kind::BadId(id.to_owned()));
    }
    Layout { kind: kind(id.to_owned()), language }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind(path: &str) -> Kind {
        Layout::of(&SourcePath::new(path), "private/people").kind
    }

    #[test]
    fn a_path_says_what_a_file_is() {
        let module = |topic: &str, module: &str| Kind::Module { topic: topic.into(), module: module.into() };
        let rows = [
            ("site.toml", Kind::Site),
            ("content/index.en.md", Kind::Home),
            ("content/faq.md", Kind::Page("faq".into())),
            ("content/pages/a/b.md", Kind::Page("pages/a/b".into())),
            ("content/pages/a/index.md", Kind::Page("pages/a".into())),
            ("content/programmes/x.toml", Kind::Programme("x".into())),
            ("content/programmes/x.md", Kind::ProgrammeText("x".into())),
            ("content/cohorts/2026-herbst/s1.md", Kind::SessionText { cohort: "2026-herbst".into(), key: "s1".into() }),
            ("content/topics/ads/index.md", Kind::Topic("ads".into())),
            ("content/topics/ads/trial.en.md", module("ads", "trial")),
            ("content/topics/ads/Trial.md", Kind::BadId("Trial".into())),
            ("content/topics/ads/plan.png", Kind::Asset),
            ("content/factors/difference.messages.toml", Kind::FactorMessages("difference".into())),
            ("content/cohorts/a.toml.txt", Kind::Stray),
            ("content/page/x.md", Kind::Stray),
            ("private/people/2026-herbst.toml", Kind::People("2026-herbst".into())),
            ("private/allow-words.txt", Kind::Other),
            ("static/img/a.png", Kind::Static("img/a.png".into())),
        ];
        for (path, expected) in rows {
            assert_eq!(kind(path), expected, "{path}");
        }
    }

    #[test]
    fn a_second_dot_is_a_language() {
        let layout = Layout::of(&SourcePath::new("content/topics/ads/trial.de-CH.md"), "private/people");
        assert_eq!(layout.language.as_deref(), Some("de-CH"));
    }
}
