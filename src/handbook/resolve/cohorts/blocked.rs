//! The days without sessions: holidays and `skip`.

use super::read::Reader;
use crate::at;
use crate::calendar::Period;
use crate::config::{Translator, inverted_period};
use crate::document::cohort::SkipToml;
use crate::handbook::Words;

impl<'a> Reader<'_, 'a> {
    /// The days without sessions and their reasons: holidays, then `skip` in the order of the file.
    pub(super) fn blocked(&mut self, translator: &mut Translator<'_>) -> (Vec<Period>, Vec<Option<Words>>) {
        let file = &self.document.file;
        let mut periods = Vec::new();
        let mut reasons = Vec::new();
        for holiday in &self.given.config.holidays {
            periods.push(holiday.period);
            reasons.push(Some(holiday.name.clone()));
        }
        for (index, skip) in self.toml.skip.iter().enumerate() {
            match skip {
                SkipToml::Day(day) => {
                    periods.push(Period { from: day.0, to: day.0 });
                    reasons.push(None);
                }
                SkipToml::Period(period) if period.from > period.to => {
                    let steps = at!["skip", index, "from"];
                    self.report.add(inverted_period(file, &steps, period.from.0, period.to.0));
                }
                SkipToml::Period(period) => {
                    periods.push(Period { from: period.from.0, to: period.to.0 });
                    reasons.push(self.reason(translator, index, period.reason.as_ref()));
                }
            }
        }
        (periods, reasons)
    }

    /// A reason in one language is good enough for a name such as "Herbstferien".
    pub(super) fn reason(
        &self,
        translator: &mut Translator<'_>,
        index: usize,
        reason: Option<&crate::document::values::LText<0, { usize::MAX }>>,
    ) -> Option<Words> {
        match reason? {
            text if text.is_blank() => None,
            crate::document::values::LText::Plain(text) => Some(self.given.config.languages.same(text)),
            text => Some(translator.text(&at!["skip", index, "reason"], text)),
        }
    }
}
