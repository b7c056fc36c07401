//! Numbers and keys of sessions in `[[session]]` and `[[change]]`.

use std::collections::BTreeMap;

use super::read::Reader;
use crate::at;
use crate::diagnostics::{Code, Diagnostic};
use crate::document::cohort::{ChangeKind, CohortToml};

impl<'a> Reader<'_, 'a> {
    /// Numbers of sessions in `[[session]]` and `[[change]]` (model.md §8); those outside if it is known how many
    /// there are.
    pub(super) fn check_numbers(&mut self, count: Option<usize>) {
        let toml = self.toml;
        let file = &self.document.file;
        let outside = |number: i64| {
            let count = count?;
            let is_inside = usize::try_from(number).is_ok_and(|number| (1..=count).contains(&number));
            (!is_inside).then(|| format!("session number {number} is outside 1 to {count}"))
        };
        let mut seen = BTreeMap::new();
        for (index, session) in toml.sessions.iter().enumerate() {
            let number = session.number;
            if let Some(message) = outside(number) {
                let place = file.value(&at!["session", index, "number"]);
                self.report.add(Diagnostic::new(Code::SessionNumber, message, place));
            } else if seen.insert(number, index).is_some() {
                let place = file.value(&at!["session", index, "number"]);
                self.report.add(Diagnostic::new(
                    Code::SessionTwice,
                    format!("session {number} is described twice"),
                    place,
                ));
            }
        }
        for (index, change) in toml.changes.iter().enumerate() {
            let number = change.session;
            let cancelled = !self.knows_what_is_cancelled()
                || toml.sessions.iter().any(|session| session.number == number && session.cancelled);
            if let Some(message) = outside(number) {
                let place = file.value(&at!["change", index, "session"]);
                self.report.add(Diagnostic::new(Code::SessionNumber, message, place));
            } else if change.kind == ChangeKind::Cancelled && !cancelled && !restored_later(toml, index) {
                let message =
                    format!("change says session {number} is cancelled, but the session is not marked cancelled");
                let place = file.value(&at!["change", index, "kind"]);
                self.report.add(Diagnostic::new(Code::ChangeWithoutCancel, message, place));
            }
        }
        self.check_keys(count.unwrap_or_default());
    }

    /// Whether `[[session]]` and `[[change]]` could be read as far as they say which sessions do not take place.
    fn knows_what_is_cancelled(&self) -> bool {
        let file = &self.document.file;
        let sessions = (0..self.toml.sessions.len())
            .flat_map(|index| [at!["session", index, "number"], at!["session", index, "cancelled"]].map(Vec::from));
        let changes = (0..self.toml.changes.len())
            .flat_map(|index| [at!["change", index, "session"], at!["change", index, "kind"]].map(Vec::from));
        !file.is_stand_in(&at!["session"]) && sessions.chain(changes).all(|steps| !file.is_stand_in(&steps))
    }

    /// Two sessions must not have one key, not even a default one of the first `count`.
    pub(super) fn check_keys(&mut self, count: usize) {
        let file = &self.document.file;
        let own =
            |number: usize| self.toml.sessions.iter().find(|session| usize::try_from(session.number) == Ok(number));
        let mut keys: BTreeMap<String, usize> = BTreeMap::new();
        for number in 1..=count {
            if own(number).and_then(|session| session.key.as_ref()).is_none() {
                keys.insert(format!("s{number}"), number);
            }
        }
        for (index, session) in self.toml.sessions.iter().enumerate() {
            let (Some(key), Ok(number)) = (&session.key, usize::try_from(session.number)) else { continue };
            if keys.insert(key.to_string(), number).is_some_and(|other| other != number) {
                let path = file.path();
                let message = format!("two session entries have the id \"{}\": {path} and {path}", &**key);
                self.report.add(Diagnostic::new(Code::DuplicateId, message, file.value(&at!["session", index, "key"])));
            }
        }
    }
}

/// Whether a later entry of the log takes the cancelling back.
pub(super) fn restored_later(toml: &CohortToml, index: usize) -> bool {
    let session = toml.changes[index].session;
    toml.changes[index + 1..].iter().any(|later| later.session == session && later.kind == ChangeKind::Restored)
}
