//! The texts of a topic in every language.

use std::sync::Arc;

use crate::at;
use crate::document::topic::{TopicFront, TopicTranslation};
use crate::document::{Content, Document};
use crate::handbook::Words;
use crate::handbook::resolve::documents::Sheet;
use crate::handbook::topic::{Goal, Topic};
use crate::locale::Localized;

pub(super) fn translation(document: &Document) -> Option<&TopicTranslation> {
    match &document.content {
        Content::TopicTranslation(translation) => Some(translation),
        _ => None,
    }
}

pub(super) fn topic_of(
    id: &str,
    document: &Document,
    front: &Arc<TopicFront>,
    sheet: &mut Sheet<'_>,
    translations: &[&TopicTranslation],
) -> Topic {
    let mut field = |key: &str, original: Option<&str>, get: fn(&TopicTranslation) -> Option<&str>| {
        let original: Option<Arc<str>> = original.filter(|text| !text.trim().is_empty()).map(Arc::from);
        sheet.translator.field(&at![key], original.as_ref(), |index| get(translations[index]).map(Arc::from))
    };
    let title = words(field("title", Some(&front.title), |one| one.title.as_deref()));
    let summary = words(field("summary", Some(&front.summary), |one| one.summary.as_deref()));
    let outcome = some_words(field("outcome", front.outcome.as_deref(), |one| one.outcome.as_deref()));
    let why = some_words(field("why", front.why.as_deref(), |one| one.why.as_deref()));
    let entry = some_words(field("entry", front.entry.as_deref(), |one| one.entry.as_deref()));
    let is_goal = |id: &str| front.goals.iter().any(|goal| *goal.id == *id);
    let goals = front.goals.iter().enumerate().map(|(position, goal)| {
        let translated = |index: usize| {
            let all = &translations[index].goals;
            // One that names no goal was told; as its text counts what stands at the same place.
            let misnamed = || all.get(position).filter(|other| !is_goal(&other.id));
            all.iter().find(|other| *other.id == *goal.id).or_else(misnamed)
        };
        let text: Arc<str> = Arc::from(&*goal.text);
        let text = sheet.translator.field(&at!["goals", "text"], Some(&text), |index| {
            translated(index)?.text.as_ref().map(|text| Arc::from(&**text))
        });
        let measure: Option<Arc<str>> = goal.measure.as_deref().filter(|text| !text.trim().is_empty()).map(Arc::from);
        let measure = sheet.translator.field(&at!["goals", "measure"], measure.as_ref(), |index| {
            translated(index)?.measure.as_ref().map(|text| Arc::from(&**text))
        });
        Goal { id: Arc::from(&*goal.id), text: words(text), measure: some_words(measure) }
    });
    let goals = goals.collect();
    Topic {
        id: Arc::from(id),
        file: Arc::clone(&document.file),
        front: Arc::clone(front),
        title,
        summary,
        outcome,
        why,
        entry,
        level: front.level,
        goals,
        path: Vec::new(),
        is_whole: true,
        texts: sheet.texts(),
    }
}

/// Words that are there in every language, if only as the original's.
pub fn words(found: Localized<Option<Arc<str>>>) -> Words {
    found.map(|text| text.clone().unwrap_or_else(|| Arc::from("")))
}

/// Words, if there are any in any language.
pub fn some_words(found: Localized<Option<Arc<str>>>) -> Option<Words> {
    let is_there = found.iter().any(|(_, text)| text.is_some());
    is_there.then(|| words(found))
}
