//! Whether templates ask only for what there is, found without making a page (site.md, "Theme").
//!
//! Tera finds a wrong name when it comes by it, on the first page that needs it, and passes over one in a condition
//! altogether. Here every template of a site's own themes is followed through: each kind of page with the shape of
//! its view, each component with the shapes it is called with.

mod calls;
mod expressions;
mod faults;
mod library;
mod statements;

use tera::{ErrorKind, Tera};

use super::{Template, Theme};
use crate::diagnostics::{Code, Diagnostic, Place, Report, nearest};
use crate::locale::Texts;
use crate::text::Span;
use crate::view::Contract;
use faults::Faults;
use library::Library;
use statements::Walk;

/// What templates may ask for besides their views.
pub struct Offer<'o> {
    /// Whether the template engine has read all of them, so that their syntax is sound.
    pub is_parsed: bool,
    /// The interface texts of every language of the site, with its tag.
    pub texts: Vec<(&'o str, &'o Texts)>,
}

impl<'o> Offer<'o> {
    /// The tags of the languages whose texts lack something.
    fn without(&self, lack: impl Fn(&Texts) -> bool) -> Vec<&'o str> {
        self.texts.iter().filter(|(_, texts)| lack(texts)).map(|(tag, _)| *tag).collect()
    }
}

/// Reports what is wrong with the templates of a site's own themes; says whether pages can be made with them.
pub fn check(report: &mut Report, theme: &Theme, offer: &Offer<'_>) -> Soundness {
    if !theme.fits {
        // What it asks for was never promised.
        return Soundness::Broken;
    }
    if !theme.templates.iter().any(|template| template.is_own) {
        // The default theme is held against its contract by the tests of this program.
        return Soundness::Sound;
    }
    let mut faults = Faults::default();
    let (sound, broken): (Vec<&Template>, Vec<&Template>) = theme.templates.iter().partition(|template| {
        let error = if offer.is_parsed { None } else { syntax_error(template) };
        let is_sound = error.is_none();
        error.into_iter().for_each(|diagnostic| faults.add(diagnostic));
        is_sound
    });
    let library = Library::new(theme, &sound, &broken, &mut faults);
    let mut walk = Walk::new(Contract::current(), &library, offer, theme, &mut faults);
    walk.all();
    let unused: Vec<Diagnostic> = walk.unused().into_iter().map(|one| no_kind(one, Contract::current())).collect();
    let found = faults.into_diagnostics();
    if found.is_empty() && offer.is_parsed {
        report.extend(unused);
    }
    let soundness = if found.is_empty() { Soundness::Sound } else { Soundness::Broken };
    report.extend(found);
    soundness
}

/// Whether pages can be made with a theme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Soundness {
    /// They can.
    Sound,
    /// They cannot; why has been reported.
    Broken,
}

/// A template that no page uses, most often because of its name.
fn no_kind(template: &Template, contract: &Contract) -> Diagnostic {
    let message = format!("\"{}\" belongs to no kind of page and is not used", template.path);
    let stem = template.path.file_name().trim_end_matches(".html");
    let near = nearest(stem, contract.kinds.iter().map(|kind| kind.template));
    let diagnostic = Diagnostic::new(Code::StrayFile, message, Place::top(&template.path));
    match near {
        Some(near) => diagnostic.help(format!("did you mean \"{near}.html\"?")),
        None => diagnostic.help("call it after a kind of page, include it in another template, or delete it"),
    }
}

fn syntax_error(template: &Template) -> Option<Diagnostic> {
    let error = Tera::new().add_raw_template(&template.name, &template.text).err()?;
    let ErrorKind::SyntaxError(found) = error.kind() else { return None };
    let place = Place::new(&template.path, Span::from(found.span().range.clone()));
    Some(Diagnostic::new(Code::TemplateSyntax, in_own_style(found.message()), place))
}

/// A message of the template engine as ours are: with straight quotes, beginning small, without a full stop.
#[must_use]
pub fn in_own_style(message: &str) -> String {
    let message = message.trim().trim_end_matches('.').replace('`', "\"");
    let mut letters = message.chars();
    let first: String = letters.next().into_iter().flat_map(char::to_lowercase).collect();
    first + letters.as_str()
}
