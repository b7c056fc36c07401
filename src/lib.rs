//! Leitfaden makes handbooks for reverse-mentoring programmes: a website from Markdown and TOML.
//!
//! ```text
//! disk::scan ─► Sources ─► document::parse ─► Document ─► handbook::resolve ─► Handbook ─► plan ─► Plan
//!                                                                                            │ per page
//!                                               disk::write ◄─ bytes ◄─ render ◄─ view::View ◄┘
//! ```
//!
//! Reading stands at one end, writing at the other; what lies between are functions that cannot fail: they return
//! a value and fill a report. The rooms, in reading order:

pub mod text;
pub mod locale;
pub mod calendar;
pub mod paint;
pub mod diagnostics;
pub mod config;
pub mod document;
pub mod handbook;
pub mod view;
pub mod plan;
pub mod theme;
pub mod render;
pub mod pipeline;
pub mod disk;
pub mod net;
pub mod serve;
pub mod cli;
