//! The three pictures of the thread, from the handbook (site.md, "Look").

use super::Writer;
use crate::handbook::topic::Topic;
use crate::plan::pictures::{self, Step};
use crate::view::Picture;

impl Writer<'_> {
    /// The path of a topic with what leads to what.
    pub(super) fn path_picture(&self, topic: &Topic) -> Picture {
        let step = |(position, &id): (usize, &_)| {
            let row = self.module_row(id);
            let note = self.duration(row.minutes);
            let key = if row.optional { "picture-step-optional" } else { "picture-step" };
            let number = i64::try_from(position + 1).unwrap_or_default();
            let arguments =
                [("number", number.into()), ("title", row.title.as_str().into()), ("duration", note.as_str().into())];
            Step {
                name: self.text_with(key, &arguments),
                note,
                title: row.title,
                href: row.href,
                is_optional: row.optional,
                needs: self.handbook.modules[id].prerequisites.clone(),
            }
        };
        pictures::path(&topic.path.iter().enumerate().map(step).collect::<Vec<_>>())
    }

    /// So many minutes in words: "1 h 30 min".
    pub(super) fn duration(&self, minutes: u32) -> String {
        let (hours, rest) = (i64::from(minutes / 60), i64::from(minutes % 60));
        match (hours, rest) {
            (0, _) => self.text_with("minutes", &[("count", rest.into())]),
            (_, 0) => self.text_with("hours", &[("count", hours.into())]),
            _ => self.text_with("hours-and-minutes", &[("hours", hours.into()), ("minutes", rest.into())]),
        }
    }
}
