use super::{PageKey, Writer, nowhere};
use crate::handbook::Id;
use crate::handbook::checks::{self, THRESHOLDS, Thresholds, Value};
use crate::handbook::cohort::Cohort;
use crate::handbook::factor::Factor;
use crate::plan::body::PageText;
use crate::plan::builtin;
use crate::plan::targets::shown_file;
use crate::view::{CheckResult, FactorCard, FactorCheck, FactorResult, FactorView, FactorsView, Link, View};

impl Writer<'_> {
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

    pub(super) fn factor(&self, id: Id<Factor>, texts: &mut PageText<'_>) -> (String, String, View) {
        let factor = &self.handbook.factors[id];
        let ids: Vec<Id<Factor>> = self.handbook.factors.ids().collect();
        let position = ids.iter().position(|&other| other == id).unwrap_or_default();
        let neighbour = |position: Option<usize>| {
            position.and_then(|position| ids.get(position)).map_or_else(nowhere, |&id| self.factor_link(id))
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
            cohorts: self.results_by_cohort(id),
            previous: neighbour(position.checked_sub(1)),
            next: neighbour(Some(position + 1)),
        };
        (view.card.title.clone(), view.card.rationale.clone(), View::Factor(Box::new(view)))
    }

    /// What a factor checks, with its thresholds, and not how it stands with anybody.
    fn factor_checks(&self, factor: &Factor) -> Vec<FactorCheck> {
        let own = crate::handbook::checks::CHECKS.iter().filter(|check| check.split('.').next() == Some(&*factor.id));
        own.map(|&check| {
            let key = format!("check-{}", check.replace('.', "-"));
            let off = factor.front.as_ref().is_some_and(|front| front.checks.get(check) == Some(&false));
            FactorCheck {
                id: check.to_owned(),
                title: self.text(&key),
                threshold: self.threshold_words(check, Thresholds::of_handbook(self.handbook)),
                reason: self.threshold_reason(check),
                off,
            }
        })
        .collect()
    }

    fn threshold_words(&self, check: &str, set: Thresholds<'_>) -> String {
        let words = THRESHOLDS.iter().filter(|threshold| threshold.check == check).map(|threshold| {
            let key = format!("threshold-{}", threshold.name.replace('_', "-"));
            match set.value(threshold) {
                Value::Number(number) => self.text_with(&key, &[("count", number.into())]),
                Value::Words(kinds) => {
                    let name = |kind: &&str| self.interface.texts.get(&format!("kind-{kind}"));
                    let kinds: Vec<String> =
                        kinds.iter().map(|kind| name(kind).unwrap_or_else(|| (*kind).to_owned())).collect();
                    self.text_with(&key, &[("kinds", kinds.join(", ").into())])
                }
            }
        });
        words.collect::<Vec<_>>().join(" · ")
    }

    /// Why a check has its threshold, unless the handbook chose another one.
    fn threshold_reason(&self, check: &str) -> String {
        let set = Thresholds::of_handbook(self.handbook);
        let mut own = THRESHOLDS.iter().filter(|threshold| threshold.check == check);
        if !own.all(|threshold| set.is_built_in(threshold)) {
            return String::new();
        }
        self.interface.texts.get(&format!("check-{}-why", check.replace('.', "-"))).unwrap_or_default()
    }

    /// What is said about a result: the author's words, or else the built-in ones.
    fn result_words(&self, factor: &Factor, check: &str, result: &str) -> String {
        let short = check.split('.').nth(1).unwrap_or(check);
        let own = factor.messages.iter().find(|((check, of), _)| check == short && *of == result);
        own.map_or_else(
            || self.text(&format!("check-{}-{result}", check.replace('.', "-"))),
            |(_, words)| self.words(words),
        )
    }

    fn results_by_cohort(&self, id: Id<Factor>) -> Vec<FactorResult> {
        let factor = &self.handbook.factors[id];
        let cohorts = self.plan.uses.by_date.iter().filter_map(|&cohort| {
            let result = self.plan.results[&cohort].iter().find(|result| *result.factor == *factor.id)?;
            Some(self.factor_result(id, result, cohort, self.cohort_link(cohort), Audience::Everybody))
        });
        cohorts.collect()
    }

    /// How a cohort stands with each factor, as far as that is published, by the numbers of the factors.
    pub(super) fn factor_results(&self, cohort: Id<Cohort>) -> Vec<FactorResult> {
        let factors = self.handbook.factors.entries();
        let results = factors.filter_map(|(id, factor)| {
            let result = self.plan.results[&cohort].iter().find(|result| *result.factor == *factor.id)?;
            Some(self.factor_result(id, result, cohort, self.factor_link(id), Audience::Everybody))
        });
        results.collect()
    }

    /// How a cohort stands with each factor, in the order of checks.md.
    pub fn all_factor_results(&self, cohort: Id<Cohort>) -> Vec<FactorResult> {
        let results = self.plan.results[&cohort].iter().filter_map(|result| {
            let (id, _) = self.handbook.factors.entries().find(|(_, factor)| *factor.id == *result.factor)?;
            Some(self.factor_result(id, result, cohort, self.factor_link(id), Audience::Organisers))
        });
        results.collect()
    }

    fn factor_link(&self, id: Id<Factor>) -> Link {
        let card = self.factor_card(id);
        Link { label: card.title, href: card.href }
    }

    fn factor_result(
        &self,
        id: Id<Factor>,
        result: &checks::FactorResult,
        cohort: Id<Cohort>,
        link: Link,
        audience: Audience,
    ) -> FactorResult {
        let factor = &self.handbook.factors[id];
        let is_shown = |check: &&checks::CheckResult| match audience {
            Audience::Everybody => !checks::is_about_pairs(check.check),
            Audience::Organisers => true,
        };
        let shown = result.checks.iter().filter(is_shown).map(|check| self.check_result(factor, check, cohort));
        let checks: Vec<CheckResult> = shown.collect();
        if audience == Audience::Everybody && result.checks.iter().any(|check| !check.published) {
            let summary = self.hidden_words();
            return FactorResult { link, result: "hidden".to_owned(), summary, checks };
        }
        let word = result.outcome.word();
        let summary = self.summary_words(factor, word);
        FactorResult { link, result: word.to_owned(), summary, checks }
    }

    fn check_result(&self, factor: &Factor, check: &checks::CheckResult, cohort: Id<Cohort>) -> CheckResult {
        CheckResult {
            id: check.check.to_owned(),
            title: self.text(&format!("check-{}", check.check.replace('.', "-"))),
            result: check.outcome.word().to_owned(),
            text: self.check_words(factor, check),
            threshold: self.threshold_words(check.check, Thresholds::of_cohort(self.handbook, cohort)),
            published: check.published,
        }
    }

    /// What stands in the place of results about pairs in a small cohort (checks.md §3).
    fn hidden_words(&self) -> String {
        format!("{} `leitfaden check --details`.", self.text("check-hidden"))
    }

    fn check_words(&self, factor: &Factor, check: &checks::CheckResult) -> String {
        match check.outcome {
            checks::Outcome::Off => self.text("check-off"),
            checks::Outcome::Accepted => self.text("check-accepted"),
            _ => self.result_words(factor, check.check, check.outcome.word()),
        }
    }

    fn summary_words(&self, factor: &Factor, result: &str) -> String {
        let own = factor.messages.iter().find(|((check, of), _)| check == "summary" && *of == result);
        own.map_or_else(|| self.text(&format!("factor-{}-{result}", factor.id)), |(_, words)| self.words(words))
    }
}

/// Who reads a result: of checks about pairs everybody learns no more than what they come to together, and in small
/// cohorts not even that; the rest is for organisers (model.md §17.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Audience {
    Everybody,
    Organisers,
}
