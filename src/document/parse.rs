use std::sync::{Arc, OnceLock};

use schemars::JsonSchema;

use super::cohort::CohortToml;
use super::decode::{Declared, Faulty, decode};
use super::factor::{FactorFront, FactorMessages, FactorTranslation};
use super::faults::{Subject, bad_id};
use super::fence::{Fence, cut};
use super::glossary::GlossaryToml;
use super::keys::{Keys, Step};
use super::layout::{Kind, Layout};
use super::markdown::{Body, outline};
use super::misnamed::{id_like, meant_path};
use super::module::{ModuleFront, ModuleTranslation};
use super::pages::{FormFront, PageFront, RoleFront, TextFront, TitleTranslation};
use super::people::PeopleToml;
use super::programme::ProgrammeToml;
use super::schema::schema_of;
use super::stand_ins::StandIns;
use super::template::TemplateToml;
use super::topic::{TopicFront, TopicTranslation};
use crate::declared;
use crate::diagnostics::{Code, Diagnostic, Place, Quoting};
use crate::text::{Source, SourcePath, Span};

/// One file of the handbook, read by itself.
#[derive(Debug)]
pub struct Document {
    /// The file.
    pub file: Arc<File>,
    /// What it says; [`Content::Broken`] if that could not be read.
    pub content: Content,
    /// What a file with faults says apart from them; only for checking, never for computing.
    pub rest: Option<Content>,
    /// What is wrong with it.
    pub diagnostics: Vec<Diagnostic>,
}

/// A file and the places in it.
#[derive(Debug)]
pub struct File {
    /// The file as it was read.
    pub source: Arc<Source>,
    /// What it is.
    pub layout: Layout,
    /// Where the text of a Markdown file begins.
    text_start: Option<usize>,
    /// The bytes of the TOML in it.
    toml: std::ops::Range<usize>,
    body: OnceLock<Body>,
    keys: OnceLock<Keys>,
    stand_ins: StandIns,
}

/// What a file says, by kind.
#[derive(Debug, Clone)]
pub enum Content {
    /// A programme.
    Programme(Arc<ProgrammeToml>),
    /// A cohort.
    Cohort(Arc<CohortToml>),
    /// A session template.
    Template(Arc<TemplateToml>),
    /// A topic.
    Topic(Arc<TopicFront>),
    /// The texts of a topic in another language.
    TopicTranslation(Arc<TopicTranslation>),
    /// A module.
    Module(Arc<ModuleFront>),
    /// The texts of a module in another language.
    ModuleTranslation(Arc<ModuleTranslation>),
    /// A success factor.
    Factor(Arc<FactorFront>),
    /// The texts of a factor in another language.
    FactorTranslation(Arc<FactorTranslation>),
    /// The wording of a factor's results.
    FactorMessages(Arc<FactorMessages>),
    /// A role page.
    Role(Arc<RoleFront>),
    /// A printable form.
    Form(Arc<FormFront>),
    /// A free page, or home.
    Page(Arc<PageFront>),
    /// The text beside a programme, a cohort or a session.
    Text(Arc<TextFront>),
    /// A page in another language.
    Title(Arc<TitleTranslation>),
    /// The glossary.
    Glossary(Arc<GlossaryToml>),
    /// The people of a cohort.
    People(Arc<PeopleToml>),
    /// A text without any front matter, or a file that only has to be there.
    Plain,
    /// Something that could not be read.
    Broken,
}

impl File {
    /// The path of the file.
    #[must_use]
    pub fn path(&self) -> &SourcePath {
        &self.source.path
    }

    /// The whole file as text; empty if it is none.
    #[must_use]
    pub fn text(&self) -> &str {
        self.source.text().unwrap_or_default()
    }

    /// The outline of the text of a Markdown file, found when it is first asked for.
    #[must_use]
    pub fn body(&self) -> Option<&Body> {
        let start = self.text_start?;
        Some(self.body.get_or_init(|| outline(self.text(), start)))
    }

    /// The text below the front matter.
    #[must_use]
    pub fn body_text(&self) -> &str {
        self.text_start.map_or("", |start| &self.text()[start..])
    }

    /// The place of the value that `steps` lead to, or of what should hold it.
    #[must_use]
    pub fn value(&self, steps: &[Step]) -> Place {
        if self.stand_ins.hold(steps) {
            return Place::nowhere(self.path());
        }
        Place::new(self.path(), self.keys().find(steps).value)
    }

    /// The place of the key that `steps` lead to, or of the header of the table that lacks it.
    #[must_use]
    pub fn key(&self, steps: &[Step]) -> Place {
        if self.stand_ins.hold(steps) {
            return Place::nowhere(self.path());
        }
        Place::new(self.path(), self.keys().find(steps).key)
    }

    /// The first place of `steps` that is written in the file, or its top.
    #[must_use]
    pub fn first_key(&self, candidates: &[&[Step]]) -> Place {
        let written = candidates.iter().find(|steps| self.keys().contains(steps));
        written.map_or_else(|| self.top(), |steps| self.key(steps))
    }

    /// Whether `steps` lead to something that is written in the file.
    #[must_use]
    pub fn has(&self, steps: &[Step]) -> bool {
        self.keys().contains(steps)
    }

    /// Whether what `steps` lead to stands in for something that is wrong or missing.
    #[must_use]
    pub fn is_stand_in(&self, steps: &[Step]) -> bool {
        self.stand_ins.hold(steps)
    }

    /// Whether what `steps` lead to is what the author wrote, or nothing, without a stand-in anywhere in it.
    #[must_use]
    pub fn understands(&self, steps: &[Step]) -> bool {
        self.stand_ins.spare(steps)
    }

    /// The same file, of which these values stand in for others.
    #[must_use]
    pub fn with_stand_ins(&self, stand_ins: StandIns) -> Self {
        let (source, body) = (Arc::clone(&self.source), self.body.clone());
        let (layout, text_start, toml) = (self.layout.clone(), self.text_start, self.toml.clone());
        Self { source, layout, text_start, toml, body, keys: OnceLock::new(), stand_ins }
    }

    /// The names of the tables at the top of the file, also of one that could not be read as what it should be.
    pub fn tables(&self) -> impl Iterator<Item = &str> {
        self.keys().tables()
    }

    /// The first line.
    #[must_use]
    pub fn top(&self) -> Place {
        Place::top(self.path())
    }

    /// Some bytes of the file.
    #[must_use]
    pub fn at(&self, span: Span) -> Place {
        Place::new(self.path(), span)
    }

    fn keys(&self) -> &Keys {
        self.keys.get_or_init(|| Keys::new(&blanked(self.text(), self.toml.clone())))
    }
}

/// `text` up to the end of `toml`, with everything before it as blanks: so offsets count from the top of the file.
fn blanked(text: &str, toml: std::ops::Range<usize>) -> String {
    let before = text.as_bytes()[..toml.start].iter().map(|&byte| if byte == b'\n' { '\n' } else { ' ' });
    let mut blanked: String = before.collect();
    blanked.push_str(&text[toml]);
    blanked
}

/// Reads one file. `site_keys` are left to [`config`](crate::config); people files are never quoted.
#[must_use]
pub fn parse(source: &Arc<Source>, layout: Layout) -> Document {
    match &layout.kind {
        Kind::BadId(stem) => {
            let message = bad_id(stem);
            let mut document = only_broken(source, layout.clone(), Code::BadId, message);
            let help = id_like(stem).map(|id| format!("rename it, for example to \"{id}\", and correct what names it"));
            document.diagnostics[0].help.extend(help);
            return document;
        }
        Kind::Stray => {
            let message = format!("\"{}\" belongs to no kind of page and is not published", source.path);
            let mut document = only_broken(source, layout, Code::StrayFile, message);
            document.content = Content::Plain;
            let help = meant_path(&source.path).map(|meant| format!("if it is meant to be {meant}, call it so"));
            document.diagnostics[0].help.extend(help);
            return document;
        }
        Kind::Static(_) | Kind::Theme { .. } | Kind::Asset | Kind::Other => {
            return Document::new(file(source, layout, 0..0, None), Content::Plain, Vec::new());
        }
        _ => {}
    }
    match source.text() {
        Ok(_) if source.path.as_str().ends_with(".toml") => parse_toml(source, layout),
        Ok(_) => parse_markdown(source, layout),
        Err(at) => {
            let message = format!("{} is not valid UTF-8 (byte {at})", source.path);
            let mut document = only_broken(source, layout, Code::NotUtf8, message);
            document.diagnostics[0].place.span = Span { start: at, end: at };
            document
        }
    }
}

impl Document {
    fn new(file: File, content: Content, diagnostics: Vec<Diagnostic>) -> Self {
        Self { file: Arc::new(file), content, rest: None, diagnostics }
    }

    fn with_rest(file: File, content: Content, reader: Reader<'_>) -> Self {
        let Some((rest, stand_ins)) = reader.rest else { return Self::new(file, content, reader.diagnostics) };
        let file = Arc::new(File { stand_ins, ..file });
        Self { file, content, rest: Some(rest), diagnostics: reader.diagnostics }
    }

    /// What can be checked: the content, or as much of it as could be read.
    #[must_use]
    pub fn as_far_as_read(&self) -> &Content {
        self.rest.as_ref().unwrap_or(&self.content)
    }

    /// Whether it could not be read as a whole. Nothing is computed from such a file (model.md §0).
    #[must_use]
    pub fn is_broken(&self) -> bool {
        matches!(self.content, Content::Broken)
    }
}

fn file(source: &Arc<Source>, layout: Layout, toml: std::ops::Range<usize>, text_start: Option<usize>) -> File {
    File {
        source: Arc::clone(source),
        layout,
        text_start,
        toml,
        body: OnceLock::new(),
        keys: OnceLock::new(),
        stand_ins: StandIns::default(),
    }
}

fn only_broken(source: &Arc<Source>, layout: Layout, code: Code, message: String) -> Document {
    let diagnostic = Diagnostic::new(code, message, Place::top(&source.path));
    Document::new(file(source, layout, 0..0, None), Content::Broken, vec![diagnostic])
}

fn parse_toml(source: &Arc<Source>, layout: Layout) -> Document {
    let text = source.text().unwrap_or_default();
    let start = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let toml = start..text.len();
    let mut reader = Reader::new(&source.path, blanked(text, toml.clone()));
    let content = match &layout.kind {
        Kind::Programme(_) => reader.read("programme", Content::Programme),
        Kind::Cohort(_) => reader.read("cohort", Content::Cohort),
        Kind::Template(_) => reader.read("template", Content::Template),
        Kind::FactorMessages(_) => reader.read("messages", Content::FactorMessages),
        Kind::Glossary => reader.read("glossary", Content::Glossary),
        Kind::People(_) => reader.read("people", Content::People),
        _ => Content::Plain,
    };
    Document::with_rest(file(source, layout, toml, None), content, reader)
}

fn parse_markdown(source: &Arc<Source>, layout: Layout) -> Document {
    let text = source.text().unwrap_or_default();
    let first_line = "\"+++\" must stand alone on the first line, and once more alone behind the last key";
    let (toml, body) = match cut(text) {
        Fence::Front { toml, body } => (Ok(Some(toml)), body),
        Fence::None { body } => (Ok(None), body),
        Fence::Unclosed { body } => (Err("write \"+++\" on a line of its own behind the last key"), body),
        Fence::Misspelt { body } => (Err(first_line), body),
        Fence::Late { body } => (Err("remove what stands before the first \"+++\""), body),
        Fence::Yaml { body } => (Err("front matter is TOML between two lines \"+++\""), body),
    };
    let needs_front = needs_front_matter(&layout);
    let mut reader = Reader::new(&source.path, String::new());
    let mut range = 0..0;
    let content = match toml {
        Ok(Some(toml)) => {
            reader.toml = blanked(text, toml.clone());
            range = toml;
            reader.front_matter(&layout)
        }
        Ok(None) if needs_front => reader.no_fence(None),
        Ok(None) => reader.front_matter(&layout),
        Err(help) => reader.no_fence(Some(help)),
    };
    Document::with_rest(file(source, layout, range, Some(body)), content, reader)
}

/// Whether a file of this kind says nothing without front matter.
fn needs_front_matter(layout: &Layout) -> bool {
    layout.language.is_none()
        && matches!(layout.kind, Kind::Topic(_) | Kind::Module { .. } | Kind::Factor(_) | Kind::Form(_) | Kind::Role(_))
}

struct Reader<'a> {
    path: &'a SourcePath,
    toml: String,
    diagnostics: Vec<Diagnostic>,
    rest: Option<(Content, StandIns)>,
}

declared!(
    CohortToml,
    FactorFront,
    FactorMessages,
    FactorTranslation,
    FormFront,
    GlossaryToml,
    ModuleFront,
    ModuleTranslation,
    PageFront,
    PeopleToml,
    ProgrammeToml,
    RoleFront,
    TemplateToml,
    TextFront,
    TitleTranslation,
    TopicFront,
    TopicTranslation,
);

impl<'a> Reader<'a> {
    fn new(path: &'a SourcePath, toml: String) -> Self {
        Self { path, toml, diagnostics: Vec::new(), rest: None }
    }

    fn no_fence(&mut self, help: Option<&str>) -> Content {
        let message = "front matter must start with \"+++\" on the first line and be closed by \"+++\"";
        let mut diagnostic = Diagnostic::new(Code::FrontMatterFence, message, Place::top(self.path));
        diagnostic.help.extend(help.map(str::to_owned));
        self.diagnostics.push(diagnostic);
        Content::Broken
    }

    fn front_matter(&mut self, layout: &Layout) -> Content {
        if layout.language.is_some() {
            return self.translation(layout);
        }
        match &layout.kind {
            Kind::Topic(_) => self.read("topic", Content::Topic),
            Kind::Module { .. } => self.read("module", Content::Module),
            Kind::Factor(_) => self.read("factor", Content::Factor),
            Kind::Form(_) => self.read("document", Content::Form),
            Kind::Role(_) => self.read("role", Content::Role),
            Kind::Home | Kind::Page(_) => self.read("page", Content::Page),
            Kind::ProgrammeText(_) | Kind::CohortText(_) | Kind::SessionText { .. } => self.read("text", Content::Text),
            _ => Content::Plain,
        }
    }

    fn translation(&mut self, layout: &Layout) -> Content {
        match &layout.kind {
            Kind::Topic(_) => self.translated::<_, TopicFront>("topic", Content::TopicTranslation),
            Kind::Module { .. } => self.translated::<_, ModuleFront>("module", Content::ModuleTranslation),
            Kind::Factor(_) => self.translated::<_, FactorFront>("factor", Content::FactorTranslation),
            Kind::Form(_) => self.translated::<_, FormFront>("document", Content::Title),
            Kind::Role(_) => self.translated::<_, RoleFront>("role", Content::Title),
            Kind::Home | Kind::Page(_) => self.translated::<_, PageFront>("page", Content::Title),
            Kind::ProgrammeText(_) | Kind::CohortText(_) | Kind::SessionText { .. } => {
                self.translated::<_, TextFront>("text", Content::Title)
            }
            _ => Content::Plain,
        }
    }

    fn read<T: Declared>(&mut self, entity: &str, content: fn(Arc<T>) -> Content) -> Content {
        let quoting = if entity == "people" { Quoting::KeysOnly } else { Quoting::Values };
        let subject = Subject { path: self.path, entity, quoting, original: None };
        let read = decode(&subject, &self.toml);
        self.keep(read, content)
    }

    fn translated<T, Original>(&mut self, entity: &str, content: fn(Arc<T>) -> Content) -> Content
    where
        T: Declared,
        Original: JsonSchema,
    {
        let original = (&original_of(self.path), schema_of::<Original> as fn() -> _);
        let subject = Subject { path: self.path, entity, quoting: Quoting::Values, original: Some(original) };
        let read = decode(&subject, &self.toml);
        self.keep(read, content)
    }

    fn keep<T>(&mut self, read: Result<T, Faulty<T>>, content: fn(Arc<T>) -> Content) -> Content {
        match read {
            Ok(value) => content(Arc::new(value)),
            Err(Faulty { diagnostics, rest }) => {
                self.diagnostics.extend(diagnostics);
                self.rest = rest.map(|(rest, stand_ins)| (content(Arc::new(rest)), stand_ins));
                Content::Broken
            }
        }
    }
}

/// `name.md` for `name.<lang>.md`.
#[must_use]
pub fn original_of(path: &SourcePath) -> SourcePath {
    let name = path.file_name();
    let id = name.split('.').next().unwrap_or(name);
    let folder = path.folder();
    SourcePath::new(if folder.is_empty() { format!("{id}.md") } else { format!("{folder}/{id}.md") })
}
