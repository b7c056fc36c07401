use super::{Writer, from_top};
use crate::handbook::Id;
use crate::handbook::cohort::Cohort;
use crate::plan::feeds;
use crate::plan::routes::Calendar;
use crate::text::Url;
use crate::view::{Link, SubscriptionLink};

impl Writer<'_> {
    /// The calendars of a cohort, as its page offers them.
    pub(super) fn subscriptions(&self, id: Id<Cohort>) -> Vec<SubscriptionLink> {
        let calendars = feeds::calendars(self.handbook, id);
        calendars.into_iter().map(|calendar| self.subscription(id, calendar)).collect()
    }

    fn subscription(&self, id: Id<Cohort>, calendar: Calendar) -> SubscriptionLink {
        let url = self.plan.routes.calendar(self.handbook, id, calendar, self.language);
        let label = match calendar {
            Calendar::Cohort => self.words(&self.handbook.cohorts[id].title),
            Calendar::Topic(topic) => self.topic_link(topic).label,
            Calendar::Organiser => self.text("cohort-calendar-organiser"),
        };
        SubscriptionLink { label, href: from_top(&url), webcal: self.webcal(&url) }
    }

    /// The address under which programs subscribe to a file, for they know no relative ones.
    fn webcal(&self, url: &Url) -> String {
        let base = self.handbook.config.base_url.as_deref();
        let public = base.map(|base| url.absolute(base)).unwrap_or_default();
        public.split_once("://").map_or_else(String::new, |(_, rest)| format!("webcal://{rest}"))
    }

    /// The calendar file of a session; empty if there is none.
    pub(super) fn session_calendar(&self, id: Id<Cohort>, index: usize) -> String {
        if feeds::calendars(self.handbook, id).is_empty() {
            return String::new();
        }
        from_top(&self.plan.routes.session_calendar(id, index, self.language))
    }

    /// The feed of all changes.
    pub(super) fn changes_feed(&self) -> Link {
        let label = self.text("changes-title");
        let href = feeds::has_changes(self.handbook).then(|| from_top(&self.plan.routes.changes(self.language)));
        Link { label, href: href.unwrap_or_default() }
    }
}
