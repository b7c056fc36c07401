//! `structure.agenda`: every template that is used has blocks of the `required_kinds`.
//!
//! A template has at least one block, so a session has no agenda only if there is no session.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::document::template::BlockKind;
use crate::handbook::checks::finding::Finding;
use crate::handbook::checks::result::Detail;
use crate::handbook::checks::subject::Subject;
use crate::handbook::template::Template;

pub fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let used: BTreeSet<_> = subject.sessions().map(|session| session.template).collect();
    if used.is_empty() {
        return vec![Finding::missing(Detail::NoSessions)];
    }
    let words = subject.thresholds.words("required_kinds");
    // A word that is no kind of block has been reported (`not-an-option`).
    let kinds = words.into_iter().filter_map(|word| BlockKind::ALL.into_iter().find(|kind| kind.as_str() == word));
    let templates = || used.iter().map(|&template| &subject.handbook.templates[template]);
    kinds.flat_map(|kind| templates().filter_map(move |template| lacks(template, kind))).collect()
}

fn lacks(template: &Template, kind: BlockKind) -> Option<Finding> {
    let has = template.blocks.iter().any(|block| block.kind == kind);
    let detail = Detail::AgendaLacks { template: Arc::clone(&template.id), kind };
    (!has).then(|| Finding::attention(detail))
}

#[cfg(test)]
mod tests {
    use crate::handbook::checks::fixture::check;

    #[test]
    fn every_agenda_has_the_required_kinds() {
        let half_time = "- { title = \"Looking back at half-time\"…\n\
                         + { title = \"Talk\", minutes = \"rest\", lead = \"both\", kind = \"feedback\" },\n";
        let kinds = |kinds: &str| format!("@ content/cohorts/c.toml\n+ [factors]\n+ required_kinds = [{kinds}]\n");
        let cancelled = "@ content/cohorts/c.toml\n+ [[session]]\n+ number = 3\n+ cancelled = true\n";
        check(
            "structure.agenda",
            &[
                ("", "pass"),
                (half_time, "attention: AgendaLacks { template: midpoint, kind: Reflection }"),
                (&format!("{half_time}{cancelled}"), "pass"),
                (&format!("{}{half_time}", kinds("\"check-in\"")), "pass"),
                (&kinds(""), "pass"),
                (
                    &kinds("\"check-in\", \"modules\""),
                    "attention: AgendaLacks { template: closing, kind: Modules }, \
                     AgendaLacks { template: kickoff, kind: Modules }, AgendaLacks { template: midpoint, kind: Modules }",
                ),
            ],
        );
    }
}
