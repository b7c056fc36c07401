use jiff::civil::Date;

/// Some days in a row, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    /// The first day.
    pub from: Date,
    /// The last day. A period that ends before it begins contains no day.
    pub to: Date,
}

impl Period {
    /// Whether `date` is one of its days.
    #[must_use]
    pub fn contains(&self, date: Date) -> bool {
        self.from <= date && date <= self.to
    }
}

/// The days on which a cohort does not meet, with the order in which their reasons count.
///
/// That order is the holidays and then `skip`, each as in its file (model.md §13.3). Periods are known by
/// their index, so that whoever made the list finds the name or reason again.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Blocked {
    periods: Vec<Period>,
}

impl Blocked {
    /// The days of all `periods`, which stand in the order in which their reasons count.
    #[must_use]
    pub fn new(periods: Vec<Period>) -> Self {
        Self { periods }
    }

    /// The index of the first period that contains `date`: the one that gives the reason (model.md §13.3).
    #[must_use]
    pub fn first_match(&self, date: Date) -> Option<usize> {
        self.periods.iter().position(|period| period.contains(date))
    }

    /// Whether nobody meets on `date`.
    #[must_use]
    pub fn is_blocked(&self, date: Date) -> bool {
        self.first_match(date).is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::{Blocked, Period};
    use jiff::civil::date;

    #[test]
    fn the_first_period_gives_the_reason() {
        let christmas = Period { from: date(2026, 12, 25), to: date(2026, 12, 25) };
        let winter = Period { from: date(2026, 12, 24), to: date(2027, 1, 3) };
        let inverted = Period { from: date(2027, 2, 2), to: date(2027, 2, 1) };
        let blocked = Blocked::new(vec![christmas, winter, inverted]);
        let days = [
            (date(2026, 12, 23), None),
            (date(2026, 12, 24), Some(1)),
            (date(2026, 12, 25), Some(0)),
            (date(2027, 1, 3), Some(1)),
            (date(2027, 1, 4), None),
            (date(2027, 2, 1), None),
            (date(2027, 2, 2), None),
        ];
        for (day, reason) in days {
            assert_eq!(blocked.first_match(day), reason, "{day}");
            assert_eq!(blocked.is_blocked(day), reason.is_some(), "{day}");
        }
    }
}
