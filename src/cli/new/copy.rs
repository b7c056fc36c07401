//! Copies of pages and data: everything but what only one of the two can have.

use anyhow::Result;

use super::edit::Sheet;
use super::{Draft, Project};
use crate::text::SourcePath;

impl Project {
    /// The page `stem.md` and its translations `stem.<tag>.md`, each with the part of its path behind the stem.
    fn family<'p>(&'p self, stem: &'p str) -> impl Iterator<Item = (&'p str, &'p str)> {
        let suffix = move |path: &'p str| path.strip_prefix(stem)?.strip_prefix('.');
        let is_page = |suffix: &str| (suffix == "md" || suffix.ends_with(".md")) && !suffix.contains('/');
        let paths = self.loaded.sources.keys().map(SourcePath::as_str);
        paths.filter_map(move |path| Some((path, suffix(path).filter(|suffix| is_page(suffix))?)))
    }

    /// Copies the page `from` (a path without `.md`) and its translations to `to`, each changed by `edit`.
    pub(super) fn copy_pages(&self, draft: &mut Draft, from: &str, to: &str, edit: impl Fn(&mut Sheet)) -> Result<()> {
        for (path, suffix) in self.family(from) {
            let mut sheet = self.sheet(path)?;
            // One address leads to one page.
            sheet.remove(&["aliases"]);
            edit(&mut sheet);
            draft.add(format!("{to}.{suffix}"), sheet.text());
        }
        Ok(())
    }

    /// Copies everything below the folder `from` to `to`: pages without their aliases, other files as they are.
    pub(super) fn copy_folder(&self, draft: &mut Draft, from: &str, to: &str) -> Result<()> {
        for (path, source) in self.loaded.sources.iter() {
            let Some(name) = path.as_str().strip_prefix(from) else { continue };
            let contents = if name.ends_with(".md") {
                let mut sheet = Sheet::open(source)?;
                sheet.remove(&["aliases"]);
                sheet.text().into_bytes()
            } else {
                source.bytes.to_vec()
            };
            draft.add(format!("{to}{name}"), contents);
        }
        Ok(())
    }
}
