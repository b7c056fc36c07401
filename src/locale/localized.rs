use super::tag::Locale;

/// One of the languages of a site, by its place in `site.languages`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Language(usize);

impl Language {
    /// The language at place `index` of the site's list, counted from 0.
    #[must_use]
    pub fn new(index: usize) -> Self {
        Self(index)
    }

    /// All languages of a site that has `count` of them, in its order.
    pub fn all(count: usize) -> impl ExactSizeIterator<Item = Self> + DoubleEndedIterator + Clone {
        (0..count).map(Self)
    }

    /// The place in the site's list, counted from 0.
    #[must_use]
    pub fn index(self) -> usize {
        self.0
    }
}

/// A value for every language of the site, in their order.
///
/// Look-up of missing texts is over when one of these exists: [`Localized::get`] always has an answer.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Localized<T> {
    values: Vec<T>,
}

impl<T> Localized<T> {
    /// What `make` gives for each of the `count` languages of the site.
    pub fn from_fn(count: usize, make: impl FnMut(Language) -> T) -> Self {
        Self { values: Language::all(count).map(make).collect() }
    }

    /// The same `value` in all of the `count` languages of the site.
    #[must_use]
    pub fn same_for_all(count: usize, value: T) -> Self
    where
        T: Clone,
    {
        Self { values: vec![value; count] }
    }

    /// The value in `language`, which is one of the same site.
    #[must_use]
    pub fn get(&self, language: Language) -> &T {
        &self.values[language.0]
    }

    /// What `change` makes of each value.
    #[must_use]
    pub fn map<U>(&self, change: impl FnMut(&T) -> U) -> Localized<U> {
        Localized { values: self.values.iter().map(change).collect() }
    }

    /// All values, each with its language, in the site's order.
    #[must_use]
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (Language, &T)> {
        self.values.iter().enumerate().map(|(index, value)| (Language(index), value))
    }
}

/// How well a text that was found suits the language that was wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Found {
    /// It is in this very language.
    Exact,
    /// It is in the language without its region: `de` for `de-CH`. Nobody needs to be told.
    Primary,
    /// It is in another language, and the author is told so (`untranslated`).
    Fallback,
}

/// The entry to show to a reader of `wanted`, its own tag, and how well it suits (model.md §0).
///
/// The first that exists of: `wanted`, its primary subtag, `default`, its primary subtag, the first entry as the
/// author wrote them. The steps only ever lead from the special to the general: an entry `de-CH` is no answer to
/// `de`, because text written for one region may say what is wrong in another. `None` only without entries.
#[must_use]
pub fn look_up<'a, T>(
    wanted: &Locale,
    default: &Locale,
    entries: &'a [(Locale, T)],
) -> Option<(&'a Locale, &'a T, Found)> {
    let tagged = |tag: &str| entries.iter().find(|(locale, _)| locale.as_str() == tag);
    let steps = [
        (wanted.as_str(), Found::Exact),
        (wanted.primary(), Found::Primary),
        (default.as_str(), Found::Fallback),
        (default.primary(), Found::Fallback),
    ];
    let found = steps.into_iter().find_map(|(tag, found)| Some((tagged(tag)?, found)));
    let ((locale, value), found) = found.or_else(|| Some((entries.first()?, Found::Fallback)))?;
    Some((locale, value, found))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The tag found for `wanted` on a site with the default language `default`, among `entries`.
    fn found(wanted: &str, default: &str, entries: &[&str]) -> Option<(String, Found)> {
        let locale = |tag: &str| Locale::parse(tag).expect("a tag of a test is well-formed");
        let entries: Vec<(Locale, &str)> = entries.iter().map(|tag| (locale(tag), *tag)).collect();
        let (locale, value, found) = look_up(&locale(wanted), &locale(default), &entries)?;
        assert_eq!(locale.as_str(), *value);
        Some((value.to_string(), found))
    }

    #[test]
    fn look_up_goes_from_exact_to_primary_to_default_to_first() {
        let is = |tag: &str, found| Some((tag.to_string(), found));
        assert_eq!(found("de-CH", "en", &["en", "de", "de-CH"]), is("de-CH", Found::Exact));
        assert_eq!(found("de-CH", "en", &["en", "de"]), is("de", Found::Primary));
        assert_eq!(found("fr", "en-GB", &["it", "en", "en-GB"]), is("en-GB", Found::Fallback));
        assert_eq!(found("fr", "en-GB", &["it", "en"]), is("en", Found::Fallback));
        assert_eq!(found("fr", "en", &["it", "de"]), is("it", Found::Fallback));
        assert_eq!(found("fr", "en", &[]), None);
    }

    #[test]
    fn the_text_of_a_region_is_no_text_of_the_language() {
        assert_eq!(found("de", "en", &["de-CH", "en"]), Some(("en".to_string(), Found::Fallback)));
        assert_eq!(found("de-AT", "en", &["de-CH", "en"]), Some(("en".to_string(), Found::Fallback)));
    }

    #[test]
    fn a_localized_value_exists_in_every_language() {
        let [german, english] = [Language::new(0), Language::new(1)];
        let numbers = Localized::from_fn(2, |language| language.index() * 10);
        assert_eq!(*numbers.get(english), 10);
        let texts = numbers.map(ToString::to_string);
        assert_eq!(texts.iter().collect::<Vec<_>>(), [(german, &"0".to_string()), (english, &"10".to_string())]);
        assert_eq!(Localized::same_for_all(2, 'x'), Localized::from_fn(2, |_| 'x'));
    }
}
