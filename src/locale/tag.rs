use std::fmt;
use std::sync::Arc;

/// The tag of a language (BCP 47): `de-CH`, `en`.
///
/// As the author wrote it, but in canonical case, so that equal tags are equal texts.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Locale(Arc<str>);

/// What languages are called: in German, English and themselves.
const NAMES: [(&str, &[&str]); 8] = [
    ("de", &["deutsch", "german"]),
    ("en", &["englisch", "english"]),
    ("es", &["spanisch", "spanish", "español"]),
    ("fr", &["französisch", "french", "français"]),
    ("it", &["italienisch", "italian", "italiano"]),
    ("nl", &["niederländisch", "dutch", "nederlands"]),
    ("pt", &["portugiesisch", "portuguese", "português"]),
    ("rm", &["rätoromanisch", "romansh", "rumantsch"]),
];

impl Locale {
    /// The tag written as `tag`, in whatever case; `None` if it is not well-formed.
    ///
    /// What would need more than another case to be canonical (`de_CH`, extensions out of order) is refused too:
    /// the tag stands in addresses and in `lang` attributes, where authors must find it again.
    #[must_use]
    pub fn parse(tag: &str) -> Option<Self> {
        let canonical = icu_locale_core::Locale::normalize(tag).ok()?;
        canonical.eq_ignore_ascii_case(tag).then(|| Self(canonical.into()))
    }

    /// The tag that somebody means who writes `de_CH`, or the name of a language in German, English or that language.
    #[must_use]
    pub fn meant(text: &str) -> Option<Self> {
        let name = text.trim().to_lowercase();
        let named = NAMES.iter().find(|(_, names)| names.contains(&&*name)).map(|(tag, _)| *tag);
        // Longer words may be tags to a computer, and are none to anybody.
        Self::parse(named.unwrap_or(&name.replace(['_', ' '], "-"))).filter(|tag| tag.primary().len() <= 3)
    }

    /// The tag as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The language alone, without script and region: `de` of `de-CH`.
    #[must_use]
    pub fn primary(&self) -> &str {
        self.0.split('-').next().unwrap_or(&self.0)
    }

    /// The script if the tag names one: `Latn` of `sr-Latn`.
    fn script(&self) -> Option<&str> {
        self.0.split('-').nth(1).filter(|subtag| subtag.len() == 4 && !subtag.starts_with(|c: char| c.is_ascii_digit()))
    }

    /// The region if the tag names one: `CH` of `de-CH`.
    pub(super) fn region(&self) -> Option<&str> {
        let subtags = self.0.split('-').skip(1).take_while(|subtag| subtag.len() > 1);
        subtags.take(2).find(|subtag| subtag.len() == 2)
    }

    /// Language and region as Open Graph writes them: `de_CH`. A tag without a region gets that in which most of those
    /// live who write the language (CLDR, likely subtags).
    #[must_use]
    pub fn with_region(&self) -> String {
        let language = self.primary();
        let likely = || LIKELY_REGIONS.iter().find(|(known, _)| *known == language).map(|(_, region)| *region);
        let region = self.region().or_else(likely).map_or_else(|| language.to_ascii_uppercase(), str::to_owned);
        format!("{language}_{region}")
    }

    /// Whether this is a tag of Switzerland or of Liechtenstein, which writes as Switzerland does.
    pub(super) fn is_swiss(&self) -> bool {
        matches!(self.region(), Some("CH" | "LI"))
    }

    /// The value of HTML's `dir`: `ltr` or `rtl`, by the script of the tag or else by that of its language.
    #[must_use]
    pub fn direction(&self) -> &'static str {
        let right_to_left = match self.script() {
            Some(script) => RIGHT_TO_LEFT_SCRIPTS.contains(&script),
            None => RIGHT_TO_LEFT_LANGUAGES.contains(&self.primary()),
        };
        if right_to_left { "rtl" } else { "ltr" }
    }
}

impl fmt::Display for Locale {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// Languages that are written from right to left unless a script subtag says otherwise (CLDR, likely subtags).
const RIGHT_TO_LEFT_LANGUAGES: [&str; 16] =
    ["ar", "arc", "ckb", "dv", "fa", "he", "iw", "ks", "mzn", "nqo", "ps", "sd", "syr", "ug", "ur", "yi"];

/// Languages whose likely region is not called as they are (CLDR, likely subtags).
const LIKELY_REGIONS: [(&str, &str); 24] = [
    ("ar", "EG"),
    ("bs", "BA"),
    ("ca", "ES"),
    ("cs", "CZ"),
    ("cy", "GB"),
    ("da", "DK"),
    ("el", "GR"),
    ("en", "US"),
    ("et", "EE"),
    ("eu", "ES"),
    ("fa", "IR"),
    ("ga", "IE"),
    ("he", "IL"),
    ("hi", "IN"),
    ("ja", "JP"),
    ("ko", "KR"),
    ("nb", "NO"),
    ("rm", "CH"),
    ("sl", "SI"),
    ("sq", "AL"),
    ("sr", "RS"),
    ("sv", "SE"),
    ("uk", "UA"),
    ("zh", "CN"),
];

/// Scripts that are written from right to left.
const RIGHT_TO_LEFT_SCRIPTS: [&str; 10] =
    ["Adlm", "Arab", "Aran", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa"];

#[cfg(test)]
mod tests {
    use super::*;

    fn locale(tag: &str) -> Locale {
        Locale::parse(tag).expect("a tag of a test is well-formed")
    }

    #[test]
    fn tags_are_kept_in_canonical_case() {
        assert_eq!(locale("DE-ch").as_str(), "de-CH");
        assert_eq!(locale("zh-hant-tw").to_string(), "zh-Hant-TW");
        assert_eq!(locale("de-ch"), locale("de-CH"));
    }

    #[test]
    fn what_is_no_tag_is_refused() {
        for tag in ["", "d", "de_CH", "de-", "deutsch!", "de CH", "de-CH-", "en--GB", " en", "en-u-hc-h12-ca-buddhist"]
        {
            assert_eq!(Locale::parse(tag), None, "{tag:?}");
        }
    }

    #[test]
    fn names_and_other_ways_of_writing_mean_a_tag() {
        let rows = [
            ("Deutsch", Some("de")),
            ("FRANÇAIS", Some("fr")),
            ("de_ch", Some("de-CH")),
            ("de CH ", Some("de-CH")),
            ("english language", None),
            ("klingonisch", None),
            ("", None),
        ];
        for (text, expected) in rows {
            assert_eq!(Locale::meant(text).as_ref().map(Locale::as_str), expected, "{text:?}");
        }
    }

    #[test]
    fn a_tag_knows_its_parts() {
        assert_eq!(locale("de-CH").primary(), "de");
        assert_eq!(locale("en").primary(), "en");
        assert_eq!(locale("sr-Latn-RS").script(), Some("Latn"));
        assert_eq!(locale("de-1996").script(), None);
        assert_eq!(locale("sr-Latn-RS").region(), Some("RS"));
        assert_eq!(locale("de-u-co-phonebk").region(), None);
        assert!(locale("de-LI").is_swiss());
        assert!(!locale("de-AT").is_swiss());
    }

    #[test]
    fn a_tag_without_a_region_gets_the_likely_one() {
        for (tag, expected) in
            [("de-CH", "de_CH"), ("de", "de_DE"), ("en", "en_US"), ("sr-Latn", "sr_RS"), ("ar", "ar_EG")]
        {
            assert_eq!(locale(tag).with_region(), expected);
        }
    }

    #[test]
    fn script_decides_on_direction_before_language() {
        for tag in ["ar", "he-IL", "fa", "ur-PK", "yi", "ps", "sd", "dv", "uz-Arab", "ckb"] {
            assert_eq!(locale(tag).direction(), "rtl", "{tag}");
        }
        for tag in ["de-CH", "en", "yi-Latn", "sd-Deva", "az", "ms"] {
            assert_eq!(locale(tag).direction(), "ltr", "{tag}");
        }
    }
}
