use std::io::{self, Write};

use super::{address, one_line};
use crate::diagnostics::Diagnostic;
use crate::text::Sources;

/// Writes each message on one line, `file:line:column: severity[code]: message`, the form that editors and build
/// servers can read.
///
/// # Errors
/// What `out` fails with.
pub fn write_short(sources: &Sources, diagnostics: &[Diagnostic], out: &mut dyn Write) -> io::Result<()> {
    for Diagnostic { place, severity, code, message, .. } in diagnostics {
        writeln!(out, "{}: {severity}[{code}]: {}", address(sources, place), one_line(message))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::emit::fixture::{place, sources};
    use crate::diagnostics::{Code, Place};
    use crate::text::SourcePath;

    #[test]
    fn one_message_is_one_line() {
        let topic = "content/topics/ads/index.md";
        let sources = sources([(topic, "+++\nzürn = 1\ntitel = \"Ads\"\n+++\n".as_bytes())]);
        let diagnostics = [
            Diagnostic::new(Code::UnknownKey, "unknown key \"titel\" in topic", place(&sources, topic, "titel"))
                .help("did you mean \"title\"?"),
            Diagnostic::new(Code::TomlSyntax, "TOML: expected\n  `=`", place(&sources, topic, "= 1")),
            Diagnostic::new(Code::NoPairs, "cohort \"a\" has no pairs yet", Place::top(&SourcePath::new("gone.toml"))),
        ];
        let mut out = Vec::new();
        write_short(&sources, &diagnostics, &mut out).unwrap();
        let expected = "\
content/topics/ads/index.md:3:1: error[unknown-key]: unknown key \"titel\" in topic
content/topics/ads/index.md:2:6: error[toml-syntax]: TOML: expected `=`
gone.toml:1:1: warning[no-pairs]: cohort \"a\" has no pairs yet
";
        assert_eq!(String::from_utf8(out).unwrap(), expected);
    }
}
