use super::{PageKey, Writer, nowhere};
use crate::handbook::Id;
use crate::handbook::checks::THRESHOLDS;
use crate::handbook::cohort::Cohort;
use crate::handbook::factor::Factor;
use crate::plan::body::PageText;
use crate::plan::builtin;
use crate::plan::links::shown_file;
use crate::view::{FactorCard, FactorCheck, FactorResult, FactorView, FactorsView, Link, View};

impl Writer<'_, '_> {
    pub(super) fn factors(&self) -> (String, String, View) {
        let factors = self.handbook.factors.ids().map(|id| self.factor_card(id)).collect();
        let intro = self.text("factors-intro");
        (self.text("nav-factors"), intro, View::Factors(Box::new(FactorsView { factors })))
    }

    fn factor_card(&self, id: Id<Factor>) -> FactorCard {
        let factor = &self.handbook.factors[id];
        let built_in = builtin::factor(&factor.id, self.handbook.config.languages.tag(self.language));
        FactorCard {
            number: factor.number,
            title: factor.title.as_ref().map_or(built_in.title, |title| self.words(title)),
            rationale: factor.rationale.as_ref().map_or(built_in.rationale, |rationale| self.words(rationale)),
            href: self.href(PageKey::Factor(id)),
        }
    }

    pub(super) fn factor(&self, id: Id<Factor>, texts: &mut PageText<'_, '_>) -> (String, String, View) {
        let factor = &self.handbook.factors[id];
        let ids: Vec<Id<Factor>> = self.handbook.factors.ids().collect();
        let position = ids.iter().position(|&other| other == id).unwrap_or_default();
        let neighbour = |position: Option<usize>| {
            position.and_then(|position| ids.get(position)).map_or_else(nowhere, |&id| {
                let card = self.factor_card(id);
                Link { label: card.title, href: card.href }
            })
        };
        let html = match shown_file(self.handbook, PageKey::Factor(id), self.language) {
            Some(file) => texts.html(file, None),
            None => {
                let built_in = builtin::factor(&factor.id, self.handbook.config.languages.tag(self.language));
                texts.built_in(&built_in.text)
            }
        };
        let view = FactorView {
            card: self.factor_card(id),
            html,
            checks: self.factor_checks(factor),
            cohorts: self.results_by_cohort(factor),
            previous: neighbour(position.checked_sub(1)),
            next: neighbour(Some(position + 1)),
        };
        (view.card.title.clone(), view.card.rationale.clone(), View::Factor(Box::new(view)))
    }

    /// What a factor checks, with its thresholds.
    fn factor_checks(&self, factor: &Factor) -> Vec<FactorCheck> {
        let own = crate::handbook::checks::CHECKS.iter().filter(|check| check.split('.').next() == Some(&*factor.id));
        own.map(|&check| {
            let key = format!("check-{}", check.replace('.', "-"));
            let off = factor.front.as_ref().is_some_and(|front| front.checks.get(check) == Some(&false));
            FactorCheck {
                id: check.to_owned(),
                title: self.text(&key),
                pass: self.result_words(factor, check, "pass"),
                threshold: self.threshold_words(factor, check),
                reason: self.interface.texts.get(&format!("{key}-why")).unwrap_or_default(),
                off,
            }
        })
        .collect()
    }

    fn threshold_words(&self, factor: &Factor, check: &str) -> String {
        let value = |name: &str, default: i64| {
            let own = factor.front.as_ref().and_then(|front| front.params.get(name));
            match own {
                Some(crate::document::values::Parameter::Number(number)) => *number,
                _ => default,
            }
        };
        let thresholds = THRESHOLDS.iter().filter(|threshold| threshold.check == check);
        let words: Vec<String> = thresholds
            .filter_map(|threshold| {
                let number = value(threshold.name, threshold.default?);
                let key = format!("threshold-{}", threshold.name.replace('_', "-"));
                Some(self.text_with(&key, &[("count", number.into())]))
            })
            .collect();
        words.join(" · ")
    }

    /// What is said about a result: the author's words, or else the built-in ones.
    pub(super) fn result_words(&self, factor: &Factor, check: &str, result: &str) -> String {
        let short = check.split('.').nth(1).unwrap_or(check);
        let own = factor.messages.iter().find(|((check, of), _)| check == short && *of == result);
        own.map_or_else(
            || self.text(&format!("check-{}-{result}", check.replace('.', "-"))),
            |(_, words)| self.words(words),
        )
    }

    fn results_by_cohort(&self, _factor: &Factor) -> Vec<FactorResult> {
        Vec::new()
    }

    /// How a cohort stands with each factor, as far as that is published.
    pub(super) fn factor_results(&self, _id: Id<Cohort>) -> Vec<FactorResult> {
        Vec::new()
    }
}
