//! `leitfaden schema`: JSON Schemas of everything that authors write and of everything that programs read.

use std::path::Path;
use std::process::ExitCode;

use anyhow::{Result, bail};
use serde_json::{Map, Value, json};

use super::arguments::{Everywhere, Schema};
use super::common::print_json;
use super::{check, schedule_json};
use crate::config::site::SiteToml;
use crate::diagnostics::{Code, nearest};
use crate::disk;
use crate::document::cohort::CohortToml;
use crate::document::factor::{FactorFront, FactorMessages, FactorTranslation};
use crate::document::glossary::GlossaryToml;
use crate::document::module::{ModuleFront, ModuleTranslation};
use crate::document::pages::{FormFront, PageFront, RoleFront, TextFront, TitleTranslation};
use crate::document::people::PeopleToml;
use crate::document::programme::ProgrammeToml;
use crate::document::schema::{schema_for_editors, schema_of_output};
use crate::document::template::TemplateToml;
use crate::document::topic::{TopicFront, TopicTranslation};

/// Something that has a schema.
pub(super) struct SchemaKind {
    /// What it is called on the command line and in messages.
    pub name: &'static str,
    /// The files that it describes, as patterns from the root of the handbook. Front matter is the TOML between the
    /// lines `+++` of a Markdown file; documents that the program writes have none.
    pub files: &'static [&'static str],
    make: fn(&str) -> Value,
}

impl SchemaKind {
    /// The schema, with `title` for its name.
    pub fn schema(&self) -> Value {
        (self.make)(self.name)
    }

    /// The name of the file that `--out` writes.
    pub fn file_name(&self) -> String {
        format!("{}.schema.json", self.name)
    }

    /// The patterns of pure TOML files, which editors can hold against a schema.
    pub fn toml_files(&self) -> impl Iterator<Item = &'static str> {
        self.files.iter().copied().filter(|pattern| pattern.ends_with(".toml"))
    }
}

const fn kind(name: &'static str, files: &'static [&'static str], make: fn(&str) -> Value) -> SchemaKind {
    SchemaKind { name, files, make }
}

/// Every kind: data files, front matter, front matter of translations, machine output.
pub(super) const KINDS: &[SchemaKind] = &[
    kind("site", &["site.toml"], site),
    kind("programme", &["content/programmes/*.toml"], schema_for_editors::<ProgrammeToml>),
    kind("cohort", &["content/cohorts/*.toml"], schema_for_editors::<CohortToml>),
    kind("template", &["content/sessions/*.toml"], schema_for_editors::<TemplateToml>),
    kind("messages", &["content/factors/*.messages.toml"], schema_for_editors::<FactorMessages>),
    kind("glossary", &["content/glossary.toml"], schema_for_editors::<GlossaryToml>),
    kind("people", &["private/people/*.toml"], schema_for_editors::<PeopleToml>),
    kind("topic", &["content/topics/*/index.md"], schema_for_editors::<TopicFront>),
    kind("module", &["content/topics/*/*.md"], schema_for_editors::<ModuleFront>),
    kind("factor", &["content/factors/*.md"], schema_for_editors::<FactorFront>),
    kind("role", &["content/roles/*.md"], schema_for_editors::<RoleFront>),
    kind("document", &["content/documents/*.md"], schema_for_editors::<FormFront>),
    kind("page", &["content/*.md", "content/pages/**/*.md"], schema_for_editors::<PageFront>),
    kind(
        "text",
        &["content/programmes/*.md", "content/cohorts/*.md", "content/cohorts/*/*.md"],
        schema_for_editors::<TextFront>,
    ),
    kind("topic-translation", &["content/topics/*/index.*.md"], schema_for_editors::<TopicTranslation>),
    kind("module-translation", &["content/topics/*/*.*.md"], schema_for_editors::<ModuleTranslation>),
    kind("factor-translation", &["content/factors/*.*.md"], schema_for_editors::<FactorTranslation>),
    kind(
        "title-translation",
        &["content/*.*.md", "content/roles/*.*.md", "content/documents/*.*.md", "content/pages/**/*.*.md"],
        schema_for_editors::<TitleTranslation>,
    ),
    kind("check", &[], schema_of_output::<check::Document>),
    kind("schedule", &[], schema_of_output::<schedule_json::Document>),
];

/// `[diagnostics]` takes the names of messages, which the type leaves open: an unknown one has a message of its own.
fn site(title: &str) -> Value {
    let mut schema = schema_for_editors::<SiteToml>(title);
    let names: Vec<&str> = Code::ALL.iter().map(|code| code.name()).collect();
    schema["properties"]["diagnostics"]["propertyNames"] = json!({ "enum": names });
    schema
}

pub(super) fn run(everywhere: &Everywhere, options: &Schema) -> Result<ExitCode> {
    let chosen = match &options.kind {
        Some(name) => vec![find(name)?],
        None => KINDS.iter().collect(),
    };
    match (&options.out, chosen.as_slice()) {
        (Some(folder), chosen) => write(everywhere, folder, chosen)?,
        (None, [one]) if options.kind.is_some() => print_json(&one.schema())?,
        (None, all) => print_json(&bundle(all))?,
    }
    Ok(ExitCode::SUCCESS)
}

fn find(name: &str) -> Result<&'static SchemaKind> {
    if let Some(kind) = KINDS.iter().find(|kind| kind.name == name) {
        return Ok(kind);
    }
    let known: Vec<&str> = KINDS.iter().map(|kind| kind.name).collect();
    let near = nearest(name, known.iter().copied());
    let near = near.map_or_else(String::new, |near| format!("; did you mean \"{near}\"?"));
    bail!("there is no schema \"{name}\"{near} (there are {})", known.join(", "));
}

/// All schemas in one document: each stands under its name in `$defs`.
fn bundle(kinds: &[&SchemaKind]) -> Value {
    let schemas: Map<String, Value> = kinds.iter().map(|kind| (kind.name.to_owned(), kind.schema())).collect();
    json!({ "$schema": "https://json-schema.org/draft/2020-12/schema", "title": "leitfaden", "$defs": schemas })
}

/// The files of these schemas, by name.
pub(super) fn files(kinds: &[&SchemaKind]) -> Result<Vec<(String, String)>> {
    let file = |kind: &&SchemaKind| Ok((kind.file_name(), serde_json::to_string_pretty(&kind.schema())? + "\n"));
    kinds.iter().map(file).collect()
}

fn write(everywhere: &Everywhere, folder: &Path, kinds: &[&SchemaKind]) -> Result<()> {
    for (name, contents) in files(kinds)? {
        let path = folder.join(name);
        disk::put(&path, &contents)?;
        if !everywhere.quiet {
            anstream::println!("{}", path.display());
        }
    }
    Ok(())
}
