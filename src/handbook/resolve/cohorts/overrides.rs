//! What `[[session]]` names, in a cohort of which nothing can be computed.

use super::read::Reader;
use crate::at;
use crate::handbook::Id;
use crate::handbook::resolve::sessions::Pinboard;
use crate::handbook::topic::Topic;

impl Reader<'_, '_> {
    /// Looks up the templates of single sessions and the modules pinned to them; the latter if all `topics` are known.
    pub(super) fn check_overrides(&mut self, topics: Option<&[Id<Topic>]>) {
        let Self { parts, id, toml, .. } = *self;
        let file = &self.document.file;
        for (index, session) in toml.sessions.iter().enumerate() {
            if let Some(name) = &session.template {
                parts.templates.names.find(self.report, file, &at!["session", index, "template"], name);
            }
        }
        if let Some(topics) = topics {
            Pinboard { parts, id, file, toml, topics }.pins(self.report);
        }
    }
}
