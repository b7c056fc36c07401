use jiff::Span;
use jiff::civil::Date;

/// How often a cohort meets (model.md §8 `rhythm`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rhythm {
    /// Every so many weeks, on the weekday of the start; 1 to 12.
    Weeks(u32),
    /// Once a month, on the same weekday in the same week of the month as the start.
    Monthly,
}

impl Rhythm {
    /// The rhythm an author wrote: `weekly`, `every N weeks` with N from 2 to 12, or `monthly` (model.md §8).
    ///
    /// Nothing else is understood, not even other spaces, capitals or a leading zero: there is one way to
    /// write each rhythm.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        match text {
            "weekly" => Some(Self::Weeks(1)),
            "monthly" => Some(Self::Monthly),
            _ => (2..=12).find(|weeks| text == format!("every {weeks} weeks")).map(Self::Weeks),
        }
    }

    /// The date number `k` of the grid that begins with `start` as number 0 (model.md §13.1, `grid(k)`).
    ///
    /// `None` only beyond the last day of the calendar, in the year 9999.
    #[must_use]
    pub fn date(self, start: Date, k: u32) -> Option<Date> {
        match self {
            Self::Weeks(weeks) => {
                let days = i64::from(weeks).checked_mul(i64::from(k))?.checked_mul(7)?;
                start.checked_add(Span::new().try_days(days).ok()?).ok()
            }
            Self::Monthly => {
                let months = Span::new().try_months(k).ok()?;
                let in_month = start.checked_add(months).ok()?;
                in_month.nth_weekday_of_month(week_of_month(start), start.weekday()).ok()
            }
        }
    }
}

/// Which of its weekday in the month `date` is: 1 to 4, or -1 for the last (model.md §13.1).
///
/// A fifth one is taken as the last, because not every month has five.
fn week_of_month(date: Date) -> i8 {
    match (date.day() - 1) / 7 + 1 {
        5 => -1,
        week => week,
    }
}

#[cfg(test)]
mod tests {
    use super::Rhythm;
    use jiff::civil::{Date, date};

    #[test]
    fn three_ways_of_writing_a_rhythm() {
        let understood = [
            ("weekly", Rhythm::Weeks(1)),
            ("every 2 weeks", Rhythm::Weeks(2)),
            ("every 12 weeks", Rhythm::Weeks(12)),
            ("monthly", Rhythm::Monthly),
        ];
        for (text, rhythm) in understood {
            assert_eq!(Rhythm::parse(text), Some(rhythm), "{text}");
        }
        let refused = [
            "",
            "Weekly",
            "daily",
            "every week",
            "every 0 weeks",
            "every 1 weeks",
            "every 13 weeks",
            "every 02 weeks",
            "every +2 weeks",
            "every two weeks",
            "every  2 weeks",
            "every 2 weeks ",
            "every 2 week",
        ];
        for text in refused {
            assert_eq!(Rhythm::parse(text), None, "{text}");
        }
    }

    /// The first dates of the grid, as far as the calendar has them.
    fn grid(rhythm: Rhythm, start: Date, numbers: impl IntoIterator<Item = u32>) -> Vec<Option<String>> {
        numbers.into_iter().map(|k| rhythm.date(start, k).map(|date| date.to_string())).collect()
    }

    fn some(dates: &[&str]) -> Vec<Option<String>> {
        dates.iter().map(|date| Some((*date).to_owned())).collect()
    }

    #[test]
    fn weeks_are_counted_from_the_start() {
        let every_three = grid(Rhythm::Weeks(3), date(2027, 2, 16), 0..3);
        assert_eq!(every_three, some(&["2027-02-16", "2027-03-09", "2027-03-30"]));
    }

    #[test]
    fn a_month_keeps_weekday_and_week() {
        let second_thursday = grid(Rhythm::Monthly, date(2026, 11, 12), 0..4);
        assert_eq!(second_thursday, some(&["2026-11-12", "2026-12-10", "2027-01-14", "2027-02-11"]));
        let first_friday = grid(Rhythm::Monthly, date(2026, 5, 1), 0..3);
        assert_eq!(first_friday, some(&["2026-05-01", "2026-06-05", "2026-07-03"]));
    }

    #[test]
    fn a_fourth_week_stays_the_fourth_and_a_fifth_is_the_last() {
        let fourth_saturday = grid(Rhythm::Monthly, date(2026, 2, 28), 0..4);
        assert_eq!(fourth_saturday, some(&["2026-02-28", "2026-03-28", "2026-04-25", "2026-05-23"]));
        let last_friday = grid(Rhythm::Monthly, date(2026, 1, 30), 0..4);
        assert_eq!(last_friday, some(&["2026-01-30", "2026-02-27", "2026-03-27", "2026-04-24"]));
    }

    #[test]
    fn the_grid_ends_with_the_calendar() {
        assert_eq!(
            grid(Rhythm::Weeks(1), date(9999, 12, 24), 0..3),
            [some(&["9999-12-24", "9999-12-31"]), vec![None]].concat()
        );
        assert_eq!(grid(Rhythm::Monthly, date(9999, 12, 24), 0..2), [some(&["9999-12-24"]), vec![None]].concat());
        assert_eq!(Rhythm::Weeks(u32::MAX).date(date(2026, 1, 1), u32::MAX), None);
        assert_eq!(Rhythm::Monthly.date(date(2026, 1, 1), u32::MAX), None);
    }
}
