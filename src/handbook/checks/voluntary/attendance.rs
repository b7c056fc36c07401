//! `voluntary.attendance`: at least `min_attendance_percent` of the sessions are expected to be attended.

use crate::document::values::Whole;
use crate::handbook::checks::finding::Finding;
use crate::handbook::checks::result::{Detail, Statement};
use crate::handbook::checks::subject::Subject;

pub fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let wanted = subject.thresholds.number("min_attendance_percent");
    match subject.programme.toml.commitment.attendance_percent.map(Whole::get) {
        None => vec![Finding::missing(Detail::NotStated(Statement::Attendance))],
        Some(found) if found < wanted => vec![Finding::attention(Detail::TooFew { found, wanted })],
        Some(_) => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use crate::handbook::checks::fixture::check;

    #[test]
    fn three_sessions_in_four_are_expected() {
        let percent = |percent: u32| format!("- attendance_percent …\n+ attendance_percent = {percent}\n");
        let own = "@ content/cohorts/c.toml\n+ [factors]\n+ min_attendance_percent = 60\n";
        check(
            "voluntary.attendance",
            &[
                ("", "pass"),
                (&percent(75), "pass"),
                (&percent(74), "attention: TooFew { found: 74, wanted: 75 }"),
                (&format!("{own}{}", percent(60)), "pass"),
                ("- attendance_percent …", "missing: NotStated(Attendance)"),
            ],
        );
    }
}
