use std::net::{IpAddr, Ipv4Addr};
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use jiff::civil::Date;

use crate::serve::Editor;

/// Makes handbooks for reverse-mentoring programmes from Markdown and TOML.
#[derive(Debug, Parser)]
#[command(name = "leitfaden", version, max_term_width = 100)]
pub struct Arguments {
    #[command(flatten)]
    pub(super) everywhere: Everywhere,
    #[command(subcommand)]
    pub(super) command: Command,
}

/// What every command understands.
#[derive(Debug, Clone, Args)]
pub(super) struct Everywhere {
    /// The folder of the handbook [default: the nearest one upward that has a site.toml]
    #[arg(long, global = true, value_name = "DIR")]
    pub root: Option<PathBuf>,
    /// The day to take for today, for tests
    #[arg(long, global = true, value_name = "YYYY-MM-DD", value_parser = day)]
    pub today: Option<Date>,
    /// When to use colours
    #[arg(long, global = true, value_enum, default_value_t = Color::Auto, value_name = "WHEN")]
    pub color: Color,
    /// Say only what is wrong
    #[arg(long, short, global = true)]
    pub quiet: bool,
}

/// A day as `--today` names it.
fn day(text: &str) -> Result<Date, &'static str> {
    text.parse().map_err(|_| "write year-month-day, such as 2027-12-31")
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Color {
    /// On a terminal, unless `NO_COLOR` is set
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Make the website
    Build(Build),
    /// Look for mistakes and hold cohorts against the success factors, without making the website
    Check(Check),
    /// Begin a handbook, or add a topic, a module, a programme, a cohort, a success factor or a page
    #[command(subcommand)]
    New(New),
    /// Show the website of a handbook while it is being written
    Serve(Serve),
    /// Show dates, modules and agendas
    Schedule(Schedule),
    /// Explain a message by its code
    Explain(Explain),
    /// Delete what is known of the people of a finished cohort
    Forget(Forget),
    /// Print JSON Schemas of the files of a handbook and of JSON output
    Schema(Schema),
    /// Print a script that completes commands in a shell
    Completions(Completions),
}

#[derive(Debug, Args)]
pub(super) struct Build {
    /// The folder for the website [default: publish.out of site.toml, or public]
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// The public address, over `site.base_url`
    #[arg(long, value_name = "URL")]
    pub base_url: Option<String>,
    /// Show drafts, marked
    #[arg(long)]
    pub drafts: bool,
    /// Take warnings for errors
    #[arg(long)]
    pub strict: bool,
    /// How messages are written
    #[arg(long, value_enum, default_value_t = Format::Human)]
    pub format: Format,
}

#[derive(Debug, Args)]
pub(super) struct Check {
    /// Say what each result rests on: which pair or module, which value, and a way out
    #[arg(long)]
    pub details: bool,
    /// Write the results with their details into private/report
    #[arg(long)]
    pub report: bool,
    /// Ask the web whether links to other sites still work
    #[arg(long)]
    pub external_links: bool,
    /// Take warnings for errors
    #[arg(long)]
    pub strict: bool,
    /// The language of the results [default: that of the site]
    #[arg(long, value_name = "TAG")]
    pub language: Option<String>,
    /// How messages are written
    #[arg(long, value_enum, default_value_t = Format::Human)]
    pub format: Format,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// With the lines that are meant
    Human,
    /// One line each, for editors
    Short,
    /// One JSON document
    Json,
}

#[derive(Debug, Args)]
pub(super) struct Serve {
    /// The address to listen on
    #[arg(long, default_value = "127.0.0.1", value_parser = host)]
    pub host: IpAddr,
    /// The port; 0 takes any free one
    #[arg(long, default_value_t = 1111)]
    pub port: u16,
    /// Open the handbook in a browser
    #[arg(long)]
    pub open: bool,
    /// Look for changes every so many milliseconds, instead of being told of them
    #[arg(long, value_name = "MS", value_parser = clap::value_parser!(u64).range(10..))]
    pub poll: Option<u64>,
    /// How links to files open them, with {path}, {line} and {column}
    #[arg(long, value_name = "PATTERN", env = "LEITFADEN_EDITOR", default_value = Editor::VSCODE)]
    #[arg(value_parser = editor_pattern)]
    pub editor: String,
}

/// An address of an editor: it names the file, and it runs nothing in the browser.
fn editor_pattern(written: &str) -> Result<String, String> {
    let scheme = written.split(':').next().unwrap_or_default().trim().to_ascii_lowercase();
    if !written.contains("{path}") || !written.contains(':') {
        return Err("write an address with {path} in it, such as vscode://file/{path}:{line}:{column}".to_owned());
    }
    if ["javascript", "vbscript", "data"].contains(&scheme.as_str()) {
        return Err(format!("{scheme}: opens no editor"));
    }
    Ok(written.to_owned())
}

/// An address of this machine; `localhost` is that of the loopback.
fn host(written: &str) -> Result<IpAddr, String> {
    if written.eq_ignore_ascii_case("localhost") {
        return Ok(IpAddr::V4(Ipv4Addr::LOCALHOST));
    }
    written.parse().map_err(|_| "write an address such as 127.0.0.1, or localhost".to_owned())
}

#[derive(Debug, Args)]
pub(super) struct Schedule {
    /// Only this cohort
    pub cohort: Option<String>,
    /// Only this topic
    #[arg(long)]
    pub topic: Option<String>,
    /// The language of titles [default: that of the site]
    #[arg(long, value_name = "TAG")]
    pub language: Option<String>,
    /// How it is written
    #[arg(long, value_enum, default_value_t = ScheduleFormat::Table)]
    pub format: ScheduleFormat,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ScheduleFormat {
    /// For people
    Table,
    /// One JSON document
    Json,
}

#[derive(Debug, Args)]
pub(super) struct Explain {
    /// The code, such as path-does-not-fit
    pub code: String,
}

#[derive(Debug, Args)]
pub(super) struct Forget {
    /// The cohort, which is over or cancelled
    pub cohort: String,
    /// Delete without asking
    #[arg(long, short)]
    pub yes: bool,
}

#[derive(Debug, Args)]
pub(super) struct Schema {
    /// Only this kind: site, programme, cohort, template, topic, module, … [default: all of them in one document]
    pub kind: Option<String>,
    /// Write a file for each kind into this folder
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(super) struct Completions {
    /// The shell
    #[arg(value_enum)]
    pub shell: clap_complete::Shell,
}

#[derive(Debug, Subcommand)]
pub(super) enum New {
    /// A small handbook that works, in a folder of its own
    Site(NewSite),
    /// A topic with a first module
    Topic(NewPart),
    /// A module at the end of a learning path
    Module(NewInTopic),
    /// A programme
    Programme(NewPart),
    /// A cohort: one run of a programme
    Cohort(NewInTopic),
    /// A success factor
    Factor(NewPart),
    /// A page of your own
    Page(NewPart),
}

#[derive(Debug, Args)]
pub(super) struct NewSite {
    /// The folder; it does not exist yet or is empty
    pub dir: PathBuf,
    /// The languages, the one of its authors first, such as de-CH,en
    #[arg(long, value_name = "TAGS", value_delimiter = ',', default_value = "en")]
    pub language: Vec<String>,
}

#[derive(Debug, Args)]
pub(super) struct NewPart {
    /// Its id: lower-case letters, digits, single hyphens
    pub id: String,
    /// Copy this one instead of beginning with a template
    #[arg(long, value_name = "ID")]
    pub from: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct NewInTopic {
    #[command(flatten)]
    pub part: NewPart,
    /// The topic it belongs to [default: the only one]
    #[arg(long = "in", value_name = "TOPIC")]
    pub topic: Option<String>,
}
