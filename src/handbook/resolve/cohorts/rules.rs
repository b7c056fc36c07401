//! Zone, rhythm, plan and links: rules of single keys.

use super::across::Across;
use super::read::Reader;
use crate::at;
use crate::calendar::Rhythm;
use crate::config::{Zone, absolute_http};
use crate::diagnostics::{Code, Diagnostic};
use crate::document::Step;
use crate::handbook::Id;
use crate::handbook::programme::Programme;
use crate::handbook::resolve::did_you_mean;
use crate::handbook::resolve::programmes::plan;
use crate::handbook::template::Template;

impl<'a> Reader<'_, 'a> {
    pub(super) fn zone(&mut self, across: &mut Across) -> Option<Zone> {
        let Some(name) = &self.toml.time_zone else {
            let site = self.given.config.time_zone.clone();
            // A zone that the site names wrongly has its own message.
            if site.is_none() && !self.given.config.file.has(&at!["site", "time_zone"]) {
                across.without_zone.push(self.id.to_owned());
            }
            return site;
        };
        match Zone::find(name, &self.document.file, &at!["time_zone"]) {
            Ok(zone) => Some(zone),
            Err(diagnostic) => {
                self.report.add(*diagnostic);
                None
            }
        }
    }

    /// A cohort of something that is not shown is not shown either, which its author may not expect.
    pub(super) fn report_draft(&mut self, steps: &[Step], entity: &str, name: &str) {
        let message = format!("{entity} \"{name}\" is a draft, so cohort \"{}\" is left out too", self.id);
        self.report.add(Diagnostic::new(Code::DraftReference, message, self.document.file.value(steps)));
    }

    pub(super) fn rhythm(&mut self) -> Option<Rhythm> {
        let written = &self.toml.rhythm;
        let rhythm = Rhythm::parse(written);
        if rhythm.is_none() {
            let message =
                format!("rhythm \"{written}\" not understood; write \"weekly\", \"every 2 weeks\" or \"monthly\"");
            let diagnostic = Diagnostic::new(Code::BadRhythm, message, self.document.file.value(&at!["rhythm"]));
            self.report.add(did_you_mean(diagnostic, written, ["weekly", "monthly", "every 2 weeks", "every 3 weeks"]));
        }
        rhythm
    }

    pub(super) fn plan(&mut self, programme: Option<&Programme>) -> Option<Vec<Id<Template>>> {
        match &self.toml.plan {
            Some(names) => plan(self.report, &self.document.file, &at!["plan"], names, self.parts.templates),
            None => programme.and_then(|programme| programme.plan.clone()),
        }
    }

    pub(super) fn check_small_things(&mut self) {
        let toml = self.toml;
        let file = &self.document.file;
        let mut is_link = |link: &Option<String>, steps: &[Step]| {
            let Some(link) = link.as_deref() else { return false };
            if absolute_http(link.split(['?', '#']).next().unwrap_or(link)).is_some() {
                return true;
            }
            let message = format!("\"link\" must be a web address, found the text \"{link}\"");
            self.report.add(Diagnostic::new(Code::WrongType, message, file.value(steps)));
            false
        };
        let mut has_link = is_link(&toml.link, &at!["link"]);
        for (index, session) in toml.sessions.iter().enumerate() {
            has_link |= is_link(&session.link, &at!["session", index, "link"]);
        }
        if toml.publish_link && has_link {
            let message = format!("link of cohort \"{}\" is published", self.id);
            self.report.add(Diagnostic::new(Code::LinkPublished, message, file.value(&at!["publish_link"])));
        }
        if let Some(published) = toml.published.filter(|published| *published > toml.start) {
            let message = format!("published {} is after start", published.0);
            self.report.add(Diagnostic::new(Code::PublishedAfterStart, message, file.value(&at!["published"])));
        }
    }
}
