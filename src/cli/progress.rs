//! A bar for builds that take a while, on the terminal of somebody who is waiting.

use std::io::IsTerminal;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::arguments::{Everywhere, Format};

/// What is done sooner needs no bar.
const PATIENCE: Duration = Duration::from_secs(1);

/// How far the pages are.
pub(super) struct Progress {
    bar: ProgressBar,
    began: Instant,
    /// Whether somebody looks at a terminal.
    watched: bool,
}

impl Progress {
    /// For `pages` pages of a build that began at `began`. It is never drawn where nobody looks, with `--quiet` or with
    /// `--format json`.
    pub fn new(everywhere: &Everywhere, format: Format, began: Instant, pages: usize) -> Self {
        let bar = ProgressBar::with_draw_target(u64::try_from(pages).ok(), ProgressDrawTarget::hidden());
        let style = ProgressStyle::with_template("{wide_bar} {pos}/{len} pages, {eta} left");
        bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
        let watched = std::io::stderr().is_terminal() && !everywhere.quiet && format != Format::Json;
        Self { bar, began, watched }
    }

    /// One page more is written.
    pub fn advance(&self) {
        if self.watched && self.bar.is_hidden() && self.began.elapsed() > PATIENCE {
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
        }
        self.bar.inc(1);
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
