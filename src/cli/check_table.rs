//! The results of the success factors for people: a block a cohort, with shapes, words and colours.

use std::fmt::Write;

use clap::builder::styling::{AnsiColor, Style};

use super::check::{CheckJson, CohortJson, FactorJson};
use crate::locale::Texts;

/// How much is told, and for whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// Which checks do not pass.
    Results,
    /// All checks and what they rest on.
    Details,
}

/// The block of a cohort. Colours are for `anstream`, which leaves them out where nobody wants them.
pub fn block(cohort: &CohortJson, texts: &Texts, extent: Extent) -> String {
    let mut out = format!("{} ({})\n", cohort.title, cohort.id);
    let width = cohort.factors.iter().map(|factor| word(texts, &factor.result).chars().count()).max();
    for factor in &cohort.factors {
        factor_lines(&mut out, factor, texts, width.unwrap_or_default(), extent)
            .expect("writing to a string does not fail");
    }
    out
}

/// The same for a file, without colours.
pub fn plain_block(cohort: &CohortJson, texts: &Texts) -> String {
    anstream::adapter::strip_str(&block(cohort, texts, Extent::Details)).to_string()
}

fn factor_lines(
    out: &mut String,
    factor: &FactorJson,
    texts: &Texts,
    width: usize,
    extent: Extent,
) -> std::fmt::Result {
    let (mark, style) = mark(&factor.result);
    let word = word(texts, &factor.result);
    writeln!(out, "  {style}{mark} {word:width$}{style:#}  {}: {}", factor.title, factor.summary)?;
    for check in factor.checks.iter().filter(|check| extent == Extent::Details || asks_for_something(check)) {
        check_lines(out, check)?;
    }
    Ok(())
}

fn asks_for_something(check: &CheckJson) -> bool {
    matches!(check.result.as_str(), "attention" | "missing")
}

fn check_lines(out: &mut String, check: &CheckJson) -> std::fmt::Result {
    let (mark, style) = mark(&check.result);
    writeln!(out, "      {style}{mark}{style:#} {}: {}", check.id, check.text)?;
    for detail in check.details.iter().flatten() {
        writeln!(out, "          {detail}")?;
    }
    Ok(())
}

/// A shape and a colour; never red, which is for mistakes.
fn mark(result: &str) -> (&'static str, Style) {
    let (mark, color) = match result {
        "pass" => ("●", AnsiColor::Green),
        "attention" => ("▲", AnsiColor::Yellow),
        "missing" => ("○", AnsiColor::Cyan),
        "accepted" => ("◐", AnsiColor::Green),
        _ => ("–", AnsiColor::BrightBlack),
    };
    (mark, Style::new().fg_color(Some(color.into())))
}

fn word(texts: &Texts, result: &str) -> String {
    texts.get(&format!("result-{result}")).unwrap_or_else(|| result.to_owned())
}
