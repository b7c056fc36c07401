//! `structure.plan`: the first session is a kick-off, the last a closing, and from `midpoint_from` sessions on there
//! is a half-time.

use crate::document::template::TemplateKind;
use crate::handbook::checks::finding::{Finding, count};
use crate::handbook::checks::result::Detail;
use crate::handbook::checks::subject::Subject;

pub fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let kinds: Vec<TemplateKind> = subject.sessions().map(|session| session.kind).collect();
    let (Some(first), Some(last)) = (kinds.first(), kinds.last()) else {
        return vec![Finding::missing(Detail::NoSessions)];
    };
    let needs_midpoint = count(kinds.len()) >= subject.thresholds.number("midpoint_from");
    let asked = [
        (TemplateKind::Kickoff, *first == TemplateKind::Kickoff),
        (TemplateKind::Midpoint, !needs_midpoint || kinds.contains(&TemplateKind::Midpoint)),
        (TemplateKind::Closing, *last == TemplateKind::Closing),
    ];
    let lacking = asked.into_iter().filter(|(_, is_there)| !is_there);
    lacking.map(|(kind, _)| Finding::attention(Detail::FlowLacks(kind))).collect()
}

#[cfg(test)]
mod tests {
    use crate::handbook::checks::fixture::check;

    #[test]
    fn the_flow_has_a_start_a_half_time_and_an_end() {
        let plan = |names: &str| format!("- sessions …\n+ sessions = [{names}]\n");
        let cancel =
            |number: u32| format!("@ content/cohorts/c.toml\n+ [[session]]\n+ number = {number}\n+ cancelled = true\n");
        let four = plan("\"kickoff\", \"working\", \"working\", \"closing\"");
        let five = plan("\"kickoff\", \"working\", \"working\", \"working\", \"closing\"");
        let own = "@ content/cohorts/c.toml\n+ [factors]\n+ midpoint_from = 4\n";
        check(
            "structure.plan",
            &[
                ("", "pass"),
                (&four, "pass"),
                (&format!("{four}{own}"), "attention: FlowLacks(Midpoint)"),
                (&five, "attention: FlowLacks(Midpoint)"),
                (
                    &plan("\"working\", \"working\", \"midpoint\", \"working\""),
                    "attention: FlowLacks(Kickoff), FlowLacks(Closing)",
                ),
                (&cancel(1), "attention: FlowLacks(Kickoff)"),
                (&cancel(5), "attention: FlowLacks(Closing)"),
                (&cancel(3), "pass"),
            ],
        );
    }
}
