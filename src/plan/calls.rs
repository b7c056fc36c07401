//! The calls of components in the texts of authors: `{{ <role_swap /> }}` (site.md, "Authoring Markdown").

use serde_json::{Map, Value};

use crate::diagnostics::{Code, Diagnostic, Edit, Place, Report, nearest};
use crate::document::File;
use crate::document::markdown::{Call, GivenArgument};
use crate::locale::Language;
use crate::view::{Components, Signature};

/// The argument that leads from a page to the top of the site: the program knows it, authors cannot.
const ROOT: &str = "root";

/// Reports the calls of a text that cannot be made; without the theme's components only what is none.
pub fn check(report: &mut Report, components: Option<&dyn Components>, file: &File, language: Language) {
    let Some(body) = file.body() else { return };
    for (written, span) in &body.components {
        report.add(not_a_call(components, written, file.at(*span)));
    }
    for unread in &body.unread_calls {
        let help = "write {{ <name argument=\"text\" other={3} /> }}";
        report.add(Diagnostic::new(Code::ComponentArgument, &unread.message, file.at(unread.span)).help(help));
    }
    let Some(components) = components else { return };
    report.extend(body.calls.iter().flat_map(|call| check_call(components, call, file, language)));
}

fn check_call(components: &dyn Components, call: &Call, file: &File, language: Language) -> Vec<Diagnostic> {
    let place = file.at(call.name_span);
    let Some(signature) = components.signatures().get(&call.name) else {
        return vec![unknown_component(components, call, place)];
    };
    let faults = faults(call, signature, file);
    if !faults.is_empty() {
        return faults;
    }
    let Err(reason) = html(components, call, language, "") else { return Vec::new() };
    // All arguments are there, so that what is missing can only be what the component goes around.
    let message = if reason.contains("is not defined") || reason.contains("\"undefined\"") {
        format!("component \"{}\" goes around other things, which a text cannot give it", call.name)
    } else {
        format!("component \"{}\" cannot be shown here: {reason}", call.name)
    };
    vec![Diagnostic::new(Code::ComponentArgument, message, place)]
}

/// What stands between double braces and calls nothing.
fn not_a_call(components: Option<&dyn Components>, written: &str, place: Place) -> Diagnostic {
    let include = "to take in another text, write {{ include(path=\"snippets/name.md\") }} on a line of its own";
    let written = written.trim_matches(['%', ' ']);
    let name = written.split([' ', '(', '/', '>']).next().unwrap_or(written);
    if name == "include" {
        let has_path = written.contains("path") && written.contains('"');
        let (code, message) = if has_path {
            (Code::UnknownComponent, "include must stand on a line of its own")
        } else {
            (Code::ComponentArgument, "include needs \"path\"")
        };
        return Diagnostic::new(code, message, place).help(include);
    }
    let diagnostic = Diagnostic::new(Code::UnknownComponent, format!("unknown component \"{name}\""), place);
    let is_component = components.is_some_and(|components| components.signatures().contains_key(name));
    match name {
        "" => diagnostic.help("braces that should appear as they are belong between backticks"),
        _ if is_component => diagnostic.help(format!("write {{{{ <{name} /> }}}}")),
        _ => diagnostic.help(include),
    }
}

/// The HTML of a call on a page from which `root` leads to the top of the site.
pub fn html(components: &dyn Components, call: &Call, language: Language, root: &str) -> Result<String, String> {
    let mut arguments: Map<String, Value> =
        call.arguments.iter().map(|argument| (argument.name.clone(), argument.value.clone())).collect();
    let takes_root =
        components.signatures().get(&call.name).is_some_and(|signature| signature.arguments.contains_key(ROOT));
    if takes_root && !arguments.contains_key(ROOT) {
        arguments.insert(ROOT.to_owned(), root.into());
    }
    components.html(language.index(), &call.name, &arguments)
}

fn unknown_component(components: &dyn Components, call: &Call, place: Place) -> Diagnostic {
    let message = format!("unknown component \"{}\"", call.name);
    let diagnostic = Diagnostic::new(Code::UnknownComponent, message, place.clone());
    let near = nearest(&call.name, components.signatures().keys().map(String::as_str));
    diagnostic.did_you_mean(near, |near| Edit { place, replacement: near.to_owned() })
}

fn faults(call: &Call, signature: &Signature, file: &File) -> Vec<Diagnostic> {
    let mut meant = Vec::new();
    let mut found = Vec::new();
    for (index, given) in call.arguments.iter().enumerate() {
        let is_repeated = call.arguments[..index].iter().any(|other| other.name == given.name);
        match signature.arguments.get(&given.name) {
            _ if is_repeated => {
                let message = format!("component \"{}\" is given \"{}\" twice", call.name, given.name);
                found.push(Diagnostic::new(Code::ComponentArgument, message, file.at(given.name_span)));
            }
            Some(parameter) if !parameter.kind.fits(&given.value) => {
                let (name, words) = (&given.name, parameter.kind.words());
                let message = format!("\"{name}\" of component \"{}\" must be {words}", call.name);
                found.push(Diagnostic::new(Code::ComponentArgument, message, file.at(given.value_span)));
            }
            None if !signature.takes_more => {
                let free = signature.arguments.keys().map(String::as_str);
                let near = nearest(&given.name, free.filter(|name| !is_given(call, name)));
                meant.extend(near);
                found.push(unknown_argument(call, given, signature, near, file));
            }
            _ => {}
        }
    }
    let needed = signature.arguments.iter().filter(|(name, parameter)| !parameter.is_optional && *name != ROOT);
    let missing = needed.filter(|(name, _)| !is_given(call, name) && !meant.contains(&name.as_str()));
    found.extend(missing.map(|(name, parameter)| {
        let message = format!("component \"{}\" needs \"{name}\"", call.name);
        let help = format!("give {name}=…, which is {}", parameter.kind.words());
        Diagnostic::new(Code::ComponentArgument, message, file.at(call.name_span)).help(help)
    }));
    found
}

fn is_given(call: &Call, name: &str) -> bool {
    call.arguments.iter().any(|argument| argument.name == name)
}

fn unknown_argument(
    call: &Call,
    given: &GivenArgument,
    signature: &Signature,
    near: Option<&str>,
    file: &File,
) -> Diagnostic {
    let place = file.at(given.name_span);
    let message = format!("component \"{}\" has no argument \"{}\"", call.name, given.name);
    let diagnostic = Diagnostic::new(Code::ComponentArgument, message, place.clone());
    if near.is_some() {
        return diagnostic.did_you_mean(near, |near| Edit { place, replacement: near.to_owned() });
    }
    let known: Vec<&str> = signature.arguments.keys().map(String::as_str).filter(|name| *name != ROOT).collect();
    diagnostic.help(match known.as_slice() {
        [] => "it takes none".to_owned(),
        known => format!("it takes {}", known.join(", ")),
    })
}
