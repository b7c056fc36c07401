//! The theme of a site: templates, interface texts and static files, from the default theme that is compiled in
//! and from the themes that a site lays over it (site.md, "Theme").
//!
//! Nothing here reads the disk: the files of a site's themes come with the other sources.

mod assets;
mod brushes;
mod check;
mod icons;
mod load;
mod options;
pub mod tokens;
mod toml;

use std::collections::BTreeMap;
use std::sync::Arc;

pub use check::{Offer, Soundness, check, in_own_style};
pub use load::{Memory, Wanted, load};
pub use options::{Options, SetOption};

use crate::locale::TextFile;
use crate::paint::Brushes;
use crate::text::{OutputPath, SourcePath};
use crate::view::Icon;

/// The version of what templates get from the program.
pub const API: u32 = 1;

/// A theme with everything that it builds on.
pub struct Theme {
    /// The themes from the site's own to the default one.
    pub names: Vec<String>,
    /// All templates.
    pub templates: Vec<Template>,
    /// Whether all of its themes are made for this program.
    pub fits: bool,
    /// The interface texts of each theme, the default one first.
    pub texts: Vec<Vec<TextFile>>,
    /// Static files with a fingerprint in their names.
    pub files: Vec<(OutputPath, Arc<[u8]>)>,
    /// Name of a static file → its address from the top of the site.
    pub assets: BTreeMap<String, String>,
    /// The options, as the site sets them or else as the themes do; `None` if not all themes could be read.
    pub options: Option<Options>,
    /// The pictures that stand for a site.
    pub icons: Arc<[Icon]>,
    /// What cards are painted with.
    pub brushes: Brushes,
}

/// A template of one theme.
#[derive(Debug, Clone)]
pub struct Template {
    /// `faden/session.html`.
    pub name: String,
    /// What it says.
    pub text: String,
    /// The file that it stands in.
    pub path: SourcePath,
    /// Whether it comes with the handbook, and not with the program.
    pub is_own: bool,
}

impl Theme {
    /// The address of the style sheet from the top of the site; empty if there is none.
    #[must_use]
    pub fn stylesheet(&self) -> &str {
        self.assets.get("faden.css").map_or("", String::as_str)
    }
}
