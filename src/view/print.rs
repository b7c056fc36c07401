use schemars::JsonSchema;
use serde::Serialize;

use super::{Html, Link, View};

/// `print`: an edition on paper, everything on one page.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct PrintView {
    /// "all", "cohort" or "topic"; "parts" where the whole would be too much and other editions are named.
    pub kind: String,
    /// What stands in front; may be empty.
    pub html: Html,
    /// A code that leads to the address of the edition.
    pub code: QrCode,
    /// What is printed, in order.
    pub parts: Vec<PrintPart>,
    /// The other editions.
    pub editions: Vec<Link>,
}

/// A part of an edition.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct PrintPart {
    /// The kind of page that shows the same, which is also the name of its template.
    pub kind: String,
    /// Its anchor, "part-2-1".
    pub id: String,
    /// Its number, "2.1".
    pub number: String,
    /// Its heading.
    pub title: String,
    /// 1, or 2 for what belongs to the part before.
    pub level: u32,
    /// The view of that page. Ids and headings in texts of authors are made fit for the edition.
    #[schemars(with = "serde_json::Value")]
    pub view: View,
}

/// A QR code to be drawn, with four modules of paper around it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct QrCode {
    /// How many modules it is wide and high, with the paper around it.
    pub size: usize,
    /// The dark modules, as SVG's `d` has it.
    pub d: String,
    /// The address that it leads to; empty if that of the site is not known.
    pub address: String,
}
