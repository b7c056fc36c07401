use schemars::JsonSchema;
use serde::Serialize;

use super::Html;

/// What is around every page of a language and the same on all pages that lie alike ([`Spot`]): made once for them.
///
/// Each field is what one of the [components](Self::COMPONENTS) makes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Frame {
    /// Style sheet, icons, feed and scripts.
    pub head: Html,
    /// Whose handbook it is, and the way to the menu.
    pub brand: Html,
    /// The colours and the menu at the top.
    pub menu: Html,
    /// The menu at the foot, and what a reader can set.
    pub footer: Html,
    /// The list of keys.
    pub keys: Html,
}

impl Frame {
    /// The components that make it, field by field.
    pub const COMPONENTS: [&str; 5] = ["frame_head", "frame_brand", "frame_menu", "frame_footer", "frame_keys"];
}

/// Where a page lies, as far as what is around it depends on that.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, JsonSchema)]
pub struct Spot {
    /// What leads from here to the top of the site: "../../".
    pub root: String,
    /// The part of the menu that it belongs to; empty for none.
    pub part: String,
    /// The address of the page if a menu leads to it; empty for all others, which need no mark there.
    pub here: String,
}
