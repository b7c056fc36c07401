use std::collections::BTreeMap;

use crate::diagnostics::{Code, Diagnostic, Edit, Place, nearest};

/// What is wrong with templates: one message a place, whichever kind of page came by first.
#[derive(Default)]
pub struct Faults {
    found: BTreeMap<Place, Diagnostic>,
}

impl Faults {
    /// Adds a message, unless something was said about its place already.
    pub fn add(&mut self, diagnostic: Diagnostic) {
        self.found.entry(diagnostic.place.clone()).or_insert(diagnostic);
    }

    /// What was found, by file and place.
    pub fn into_diagnostics(self) -> Vec<Diagnostic> {
        self.found.into_values().collect()
    }

    /// A name that nobody knows: `what` says what it would be ("filter").
    pub fn unknown<'k>(&mut self, what: &str, name: &str, place: Place, known: impl IntoIterator<Item = &'k str>) {
        let message = format!("unknown {what} \"{name}\"");
        self.not_among(Diagnostic::new(Code::TemplateUnknownName, message, place), name, known);
    }

    /// A name that `owner`, as written, has not.
    pub fn unknown_in<'k>(&mut self, owner: &str, name: &str, place: Place, known: impl IntoIterator<Item = &'k str>) {
        let message = format!("unknown name \"{name}\" in {owner}");
        self.not_among(Diagnostic::new(Code::TemplateUnknownName, message, place), name, known);
    }

    /// A message about a name that is not among those known, with the one that was meant.
    pub fn not_among<'k>(&mut self, diagnostic: Diagnostic, name: &str, known: impl IntoIterator<Item = &'k str>) {
        let known: Vec<&str> = known.into_iter().collect();
        let place = diagnostic.place.clone();
        let near = nearest(name, known.iter().copied());
        let diagnostic = diagnostic.did_you_mean(near, |near| Edit { place, replacement: near.to_owned() });
        self.add(match near {
            None if !known.is_empty() => diagnostic.help(format!("these are known here: {}", known.join(", "))),
            _ => diagnostic,
        });
    }

    /// A template that no theme has. `place` is that of its name without the quotes.
    pub fn missing_template<'k>(&mut self, name: &str, place: Place, known: impl IntoIterator<Item = &'k str>) {
        let diagnostic =
            Diagnostic::new(Code::TemplateNotFound, format!("there is no template \"{name}\""), place.clone());
        // The ending is the same everywhere and says nothing about what was meant.
        let stem = |name: &'k str| name.trim_end_matches(".html");
        let near = nearest(name.trim_end_matches(".html"), known.into_iter().map(stem));
        let near = near.map(|near| format!("{near}.html"));
        self.add(diagnostic.did_you_mean(near.as_deref(), |near| Edit { place, replacement: near.to_owned() }));
    }
}
