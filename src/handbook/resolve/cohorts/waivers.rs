//! Results of checks that are accepted: `[[waive]]`.

use super::read::Reader;
use crate::at;
use crate::diagnostics::{Code, Diagnostic};
use crate::handbook::checks::CHECKS;
use crate::handbook::resolve::factors::unknown_check;
use crate::handbook::resolve::unknown_reference;

impl<'a> Reader<'_, 'a> {
    pub(super) fn check_waivers(&mut self) {
        let file = &self.document.file;
        for (index, waiver) in self.toml.waivers.iter().enumerate() {
            if !CHECKS.contains(&waiver.check.as_str()) {
                let mut diagnostic = unknown_check(file, &at!["waive", index, "check"], &waiver.check, &CHECKS);
                diagnostic.place = file.value(&at!["waive", index, "check"]);
                if let Some(edit) = &mut diagnostic.edit {
                    edit.place = diagnostic.place.clone();
                }
                self.report.add(diagnostic);
            }
            let Some(pair) = &waiver.pair else { continue };
            if !self.knows_pairs() {
                continue;
            }
            let known = self.toml.pairs.iter().map(|pair| &*pair.id);
            let is_pair_check = waiver.check.starts_with("difference.");
            if !known.clone().any(|id| id == pair) || (!is_pair_check && CHECKS.contains(&waiver.check.as_str())) {
                let steps = at!["waive", index, "pair"];
                let mut diagnostic = unknown_reference("pair", file, &steps, pair, known);
                if !is_pair_check {
                    diagnostic = Diagnostic::new(Code::UnknownReference, diagnostic.message, diagnostic.place)
                        .help("only the checks of \"difference\" look at single pairs");
                }
                self.report.add(diagnostic);
            }
        }
    }

    /// Whether each pair has an id that could be read.
    fn knows_pairs(&self) -> bool {
        let file = &self.document.file;
        let count = self.toml.pairs.len();
        !file.is_stand_in(&at!["pair"]) && (0..count).all(|index| !file.is_stand_in(&at!["pair", index, "id"]))
    }
}
