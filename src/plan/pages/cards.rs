//! The cards that go with addresses: what stands on them, and how pages name them.

use super::{PageKey, Writer};
use crate::handbook::Id;
use crate::handbook::cohort::Cohort;
use crate::handbook::topic::Topic;
use crate::plan::cards::{Card, CardKey, SIZE};
use crate::plan::pictures::{Strip, path_strip};
use crate::view::Share;

impl Writer<'_> {
    /// What stands on a card.
    pub fn card(&self, key: CardKey) -> Card {
        let config = &self.handbook.config;
        let firm = config.organisation.clone().unwrap_or_default();
        let title = self.words(&config.title);
        let is_mirrored = config.languages.tag(self.language).direction() == "rtl";
        let card = Card { site: title.clone(), firm, title, note: String::new(), strip: Strip::default(), is_mirrored };
        match key {
            CardKey::Site => Card { site: card.firm, firm: String::new(), strip: Strip::of_the_site(), ..card },
            CardKey::Topic(id) => Card {
                title: self.words(&self.handbook.topics[id].title),
                note: self.topic_note(id),
                strip: path_strip(&self.steps(&self.handbook.topics[id])),
                ..card
            },
            CardKey::Cohort(id) => Card {
                title: self.words(&self.handbook.cohorts[id].title),
                note: self.cohort_note(id),
                strip: self.time_strip(id),
                ..card
            },
        }
    }

    /// The card that goes with a page; none if the site does not know its own address.
    pub(super) fn share(&self, page: PageKey) -> Share {
        let Some(base) = &self.handbook.config.base_url else { return Share::default() };
        let key = CardKey::of(self.handbook, page);
        let (width, height) = self.plan.own_cards.get(&(key, self.language)).copied().unwrap_or(SIZE);
        Share {
            address: key.url(&self.plan.routes, self.language).absolute(base),
            width,
            height,
            text: self.card_in_words(key),
        }
    }

    fn card_in_words(&self, key: CardKey) -> String {
        let (text, title, note) = match key {
            CardKey::Site => ("card-site", &self.handbook.config.title, String::new()),
            CardKey::Topic(id) => ("card-topic", &self.handbook.topics[id].title, self.topic_note(id)),
            CardKey::Cohort(id) => ("card-cohort", &self.handbook.cohorts[id].title, self.cohort_note(id)),
        };
        self.text_with(text, &[("title", self.words(title).into()), ("note", note.into())])
    }

    /// "8 modules · 3 h 30 min".
    fn topic_note(&self, id: Id<Topic>) -> String {
        let topic = &self.handbook.topics[id];
        let modules = i64::try_from(topic.path.len()).unwrap_or(i64::MAX);
        let minutes = topic.required_minutes(&self.handbook.modules);
        let modules = self.text_with("modules-count", &[("count", modules.into())]);
        if minutes == 0 { modules } else { format!("{modules} · {}", self.duration(minutes)) }
    }

    /// "6 sessions · 3 September 2026 – 17 December 2026", or that there are none.
    pub(super) fn cohort_note(&self, id: Id<Cohort>) -> String {
        let cohort = &self.handbook.cohorts[id];
        let formats = &self.interface.formats;
        let count = i64::try_from(cohort.sessions.len()).unwrap_or(i64::MAX);
        let sessions = self.text_with("sessions-count", &[("count", count.into())]);
        let dates = || cohort.sessions.iter().map(|session| session.date);
        let span = match (dates().min(), dates().max()) {
            _ if cohort.cancelled => self.text("session-state-cancelled"),
            (Some(first), Some(last)) if first == last => formats.medium_date(first),
            (Some(first), Some(last)) => format!("{} – {}", formats.medium_date(first), formats.medium_date(last)),
            _ => return sessions,
        };
        format!("{sessions} · {span}")
    }
}
