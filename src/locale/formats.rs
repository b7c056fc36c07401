use icu_calendar::Gregorian;
use icu_datetime::fieldsets::{E, M, MD, T, YM, YMD, YMDE};
use icu_datetime::{DateTimeFormatterLoadError, FixedCalendarDateTimeFormatter, NoCalendarFormatter};
use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use jiff::civil::{Date, Time};

use super::tag::Locale;

/// How one language writes dates, times and numbers.
///
/// Made once a language, since ICU looks its patterns up when a formatter is made; formatting itself is cheap and
/// may happen on many threads at once. Patterns are ICU's; what we know better stands in a list of habits below.
#[derive(Debug)]
pub struct Formats {
    long_date: Dates<YMDE>,
    medium_date: Dates<YMD>,
    short_date: Dates<YMD>,
    weekday: Dates<E>,
    weekday_short: Dates<E>,
    day_and_month: Dates<MD>,
    day_and_month_short: Dates<MD>,
    month: Dates<M>,
    month_and_year: Dates<YM>,
    time: NoCalendarFormatter<T>,
    number: DecimalFormatter,
    habits: Habits,
}

/// Dates are Gregorian in every language: a cohort's plan is.
type Dates<Fields> = FixedCalendarDateTimeFormatter<Gregorian, Fields>;

impl Formats {
    /// The formats of `locale`, or of English if ICU does not know that language.
    ///
    /// Plain `en` is read as British English, whose dates model.md §13.7 asks for; `en-US` keeps its own.
    #[must_use]
    pub fn new(locale: &Locale) -> Self {
        let tag = if locale.as_str() == "en" { "en-GB" } else { locale.as_str() };
        let known = icu_locale_core::Locale::try_from_str(tag).ok().filter(has_names);
        let icu = known.unwrap_or(icu_locale_core::locale!("en-GB"));
        Self::load(&icu, Habits::of(&icu)).expect("ICU's compiled data end in a root that every language falls back to")
    }

    fn load(locale: &icu_locale_core::Locale, habits: Habits) -> Result<Self, DateTimeFormatterLoadError> {
        let dates = || locale.into();
        Ok(Self {
            long_date: Dates::try_new(dates(), YMDE::long())?,
            medium_date: Dates::try_new(dates(), YMD::long())?,
            short_date: Dates::try_new(dates(), YMD::medium())?,
            weekday: Dates::try_new(dates(), E::long())?,
            weekday_short: Dates::try_new(dates(), E::short())?,
            day_and_month: Dates::try_new(dates(), MD::long())?,
            day_and_month_short: Dates::try_new(dates(), MD::medium())?,
            month: Dates::try_new(dates(), M::long())?,
            month_and_year: months(locale)?,
            time: NoCalendarFormatter::try_new(locale.into(), T::hm())?,
            number: DecimalFormatter::try_new(locale.into(), Default::default())
                .map_err(DateTimeFormatterLoadError::Data)?,
            habits,
        })
    }

    /// The date in full: `Thursday 3 September 2026`.
    #[must_use]
    pub fn long_date(&self, date: Date) -> String {
        let text = self.long_date.format(&for_icu(date)).to_string();
        if self.habits.comma_after_weekday == Comma::Dropped { text.replacen(", ", " ", 1) } else { text }
    }

    /// The date without its weekday: `3 September 2026`.
    #[must_use]
    pub fn medium_date(&self, date: Date) -> String {
        self.medium_date.format(&for_icu(date)).to_string()
    }

    /// The date as short as a table wants it, with the year in full: `3 Sept 2026`, `03.09.2026`.
    #[must_use]
    pub fn short_date(&self, date: Date) -> String {
        self.short_date.format(&for_icu(date)).to_string()
    }

    /// The day of the week: `Thursday`.
    #[must_use]
    pub fn weekday(&self, date: Date) -> String {
        self.weekday.format(&for_icu(date)).to_string()
    }

    /// The day of the week for narrow places: `Thu`.
    #[must_use]
    pub fn weekday_short(&self, date: Date) -> String {
        self.weekday_short.format(&for_icu(date)).to_string()
    }

    /// The day as on a poster: `3 September`.
    #[must_use]
    pub fn day_and_month(&self, date: Date) -> String {
        self.day_and_month.format(&for_icu(date)).to_string()
    }

    /// The day for narrow places: `3 Sept`.
    #[must_use]
    pub fn day_and_month_short(&self, date: Date) -> String {
        self.day_and_month_short.format(&for_icu(date)).to_string()
    }

    /// The month without its year: `September`.
    #[must_use]
    pub fn month(&self, date: Date) -> String {
        self.month.format(&for_icu(date)).to_string()
    }

    /// The month: `September 2026`.
    #[must_use]
    pub fn month_and_year(&self, date: Date) -> String {
        self.month_and_year.format(&for_icu(date)).to_string()
    }

    /// The time of day as an agenda's rows want it: `13:30`.
    #[must_use]
    pub fn time(&self, time: Time) -> String {
        let (hour, minute) = (time.hour().unsigned_abs(), time.minute().unsigned_abs());
        let time = icu_datetime::input::Time::try_new(hour, minute, 0, 0).expect("jiff's times are ICU's too");
        let text = self.time.format(&time).to_string();
        text.replace(':', self.habits.in_times)
    }

    /// The time of day as running text wants it: `13:30`, in German `13:30 Uhr`.
    #[must_use]
    pub fn time_with_clock(&self, time: Time) -> String {
        self.time(time) + self.habits.clock
    }

    /// From when to when: `13:30–14:30`, in German `13:30–14:30 Uhr`.
    #[must_use]
    pub fn time_range(&self, start: Time, end: Time) -> String {
        let (start, end) = (self.time(start), self.time(end));
        // "1:30 PM–2:30 PM" would bind the wrong words together.
        let dash = if start.contains(char::is_whitespace) { " – " } else { "–" };
        format!("{start}{dash}{end}{}", self.habits.clock)
    }

    /// When a session takes place: `Thursday 3 September 2026, 13:30–14:30`.
    #[must_use]
    pub fn session(&self, date: Date, start: Time, end: Time) -> String {
        format!("{}, {}", self.long_date(date), self.time_range(start, end))
    }

    /// A number with its thousands apart: `12,000`, in Switzerland `12’000`.
    #[must_use]
    pub fn number(&self, number: i64) -> String {
        // CLDR has the typewriter's apostrophe for Switzerland since its version 48.
        self.number.format(&Decimal::from(number)).to_string().replace('\'', "’")
    }

    /// A share of a hundred: `75%`, in German `75 %` with a space that does not break.
    #[must_use]
    pub fn percent(&self, percent: i64) -> String {
        format!("{}{}%", self.number(percent), self.habits.before_percent)
    }
}

/// `date` as ICU wants it.
fn for_icu(date: Date) -> icu_calendar::Date<Gregorian> {
    let (year, month, day) = (date.year().into(), date.month().unsigned_abs(), date.day().unsigned_abs());
    icu_calendar::Date::try_new_gregorian(year, month, day).expect("jiff's years are fewer than ICU's")
}

/// The formatter of `September 2026`.
///
/// ICU4X 2.4 forgets to load the digits for this one pattern of Brazilian Portuguese and stops there in debug builds
/// (the only case of all its languages and our patterns); the pattern of Portugal gives the same words.
fn months(locale: &icu_locale_core::Locale) -> Result<Dates<YM>, DateTimeFormatterLoadError> {
    let portuguese = locale.id.language == icu_locale_core::subtags::language!("pt");
    let locale = if portuguese { &icu_locale_core::locale!("pt-PT") } else { locale };
    Dates::try_new(locale.into(), YM::long())
}

/// Whether ICU has names of months in this language: without a word it gives "M09" where it lacks them.
fn has_names(locale: &icu_locale_core::Locale) -> bool {
    let september = for_icu(jiff::civil::date(2026, 9, 1));
    months(locale).is_ok_and(|months| !months.format(&september).to_string().contains("M09"))
}

/// What a language does that ICU4X does not do for it.
#[derive(Debug)]
struct Habits {
    /// CLDR's full date of British English has no comma, but ICU4X composes its own, which has one.
    comma_after_weekday: Comma,
    /// What stands between hours and minutes where ICU writes a colon: in Swiss German a point.
    in_times: &'static str,
    /// What running text says behind a time, with the space before it.
    clock: &'static str,
    /// The space before a per cent sign, as in CLDR's patterns; ICU4X does not format per cents yet.
    before_percent: &'static str,
}

#[derive(Debug, PartialEq)]
enum Comma {
    Kept,
    Dropped,
}

impl Habits {
    fn of(locale: &icu_locale_core::Locale) -> Self {
        let region = locale.id.region;
        let (language, region) = (locale.id.language.as_str(), region.as_ref().map_or("", |region| region.as_str()));
        let swiss = matches!(region, "CH" | "LI");
        Self {
            comma_after_weekday: if (language, region) == ("en", "GB") { Comma::Dropped } else { Comma::Kept },
            in_times: if language == "de" && swiss { "." } else { ":" },
            clock: if language == "de" { " Uhr" } else { "" },
            before_percent: match language {
                "cs" | "da" | "de" | "es" | "fi" | "nb" | "nn" | "ru" | "sk" | "sl" | "sv" => "\u{a0}",
                "fr" => "\u{202f}",
                _ => "",
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::{date, time};

    use super::*;

    fn formats(tag: &str) -> Formats {
        Formats::new(&Locale::parse(tag).expect("a tag of a test is well-formed"))
    }

    /// What `format` makes of each language of the interface texts: en, de, de-CH, fr, it.
    fn in_all(format: impl Fn(&Formats) -> String) -> [String; 5] {
        ["en", "de", "de-CH", "fr", "it"].map(|tag| format(&formats(tag)))
    }

    const DAY: Date = date(2026, 9, 3);
    const START: Time = time(13, 30, 0, 0);
    const END: Time = time(14, 30, 0, 0);

    #[test]
    fn a_session_is_written_as_its_language_does() {
        assert_eq!(
            in_all(|formats| formats.session(DAY, START, END)),
            [
                "Thursday 3 September 2026, 13:30–14:30",
                "Donnerstag, 3. September 2026, 13:30–14:30 Uhr",
                "Donnerstag, 3. September 2026, 13.30–14.30 Uhr",
                "jeudi 3 septembre 2026, 13:30–14:30",
                "giovedì 3 settembre 2026, 13:30–14:30",
            ]
        );
    }

    #[test]
    fn dates_come_in_several_lengths() {
        let german = formats("de-CH");
        assert_eq!(german.medium_date(DAY), "3. September 2026");
        assert_eq!(german.short_date(DAY), "03.09.2026");
        assert_eq!((german.weekday(DAY), german.weekday_short(DAY)), ("Donnerstag".to_string(), "Do".to_string()));
        assert_eq!(german.month_and_year(DAY), "September 2026");
        let days = in_all(|formats| formats.day_and_month(DAY));
        assert_eq!(days, ["3 September", "3. September", "3. September", "3 septembre", "3 settembre"]);
        let days = in_all(|formats| formats.day_and_month_short(DAY));
        assert_eq!(days, ["3 Sept", "3. Sept.", "3. Sept.", "3 sept.", "3 set"]);
        let months = in_all(|formats| formats.month(DAY));
        assert_eq!(months, ["September", "September", "September", "septembre", "settembre"]);
        let dates = in_all(|formats| formats.medium_date(date(2026, 3, 1)));
        assert_eq!(dates, ["1 March 2026", "1. März 2026", "1. März 2026", "1 mars 2026", "1 marzo 2026"]);
    }

    #[test]
    fn times_say_uhr_in_german_and_have_a_point_in_switzerland() {
        let times = in_all(|formats| formats.time(time(9, 5, 0, 0)));
        assert_eq!(times, ["09:05", "09:05", "09.05", "09:05", "09:05"]);
        let times = in_all(|formats| formats.time_with_clock(START));
        assert_eq!(times, ["13:30", "13:30 Uhr", "13.30 Uhr", "13:30", "13:30"]);
        assert_eq!(formats("fr-CH").time_range(START, END), "13:30–14:30");
        assert_eq!(formats("de-AT").time_range(START, END), "13:30–14:30 Uhr");
    }

    #[test]
    fn american_english_keeps_its_own_ways() {
        let american = formats("en-US");
        let session = "Thursday, September 3, 2026, 1:30\u{202f}PM – 2:30\u{202f}PM";
        assert_eq!(american.session(DAY, START, END), session);
    }

    #[test]
    fn numbers_are_grouped() {
        let numbers = in_all(|formats| formats.number(1_234_567));
        assert_eq!(numbers, ["1,234,567", "1.234.567", "1’234’567", "1\u{202f}234\u{202f}567", "1.234.567"]);
        let shares = in_all(|formats| formats.percent(75));
        assert_eq!(shares, ["75%", "75\u{a0}%", "75\u{a0}%", "75\u{202f}%", "75%"]);
        assert_eq!(formats("en").number(-12), "-12");
    }

    #[test]
    fn every_language_has_formats() {
        for tag in ["pt", "pt-BR", "pt-PT", "ar", "fa", "ja", "rm", "th", "zh-Hant", "de-u-ca-buddhist", "und"] {
            let formats = formats(tag);
            assert!(!formats.session(DAY, START, END).contains("M09"), "{tag}");
            assert!(!formats.month_and_year(DAY).is_empty(), "{tag}");
            assert!(!formats.month(DAY).is_empty() && !formats.day_and_month_short(DAY).is_empty(), "{tag}");
        }
    }

    #[test]
    fn a_language_that_icu_does_not_know_gets_english() {
        assert_eq!(formats("tlh").session(DAY, START, END), formats("en").session(DAY, START, END));
    }

    #[test]
    fn formats_may_be_used_on_many_threads() {
        fn shared<T: Send + Sync>() {}
        shared::<Formats>();
    }

    #[test]
    fn the_first_and_the_last_day_of_jiff_have_a_text() {
        for day in [Date::MIN, Date::MAX] {
            assert!(!formats("de-CH").long_date(day).is_empty(), "{day}");
        }
    }
}
