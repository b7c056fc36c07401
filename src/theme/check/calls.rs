use std::collections::BTreeMap;

use super::library::{Component, Need, inner};
use super::statements::Walk;
use crate::diagnostics::{Code, Diagnostic, nearest};
use crate::locale::{Argument, Texts};
use crate::text::Span;
use crate::theme::tokens::{Kind, Token};
use crate::view::{Frame, Shape};

/// A component and the shapes it is called with.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Call {
    /// The component.
    pub name: String,
    /// Its arguments.
    pub shapes: BTreeMap<String, Shape>,
}

/// The functions that templates may call (themes/README.md), before those of Tera itself.
const FUNCTIONS: [&str; 9] = ["asset", "digest", "duration", "number", "percent", "text", "range", "throw", "super"];

impl Walk<'_, '_> {
    /// The arguments in round brackets, with the token that each value begins and ends with.
    pub(super) fn arguments(&mut self) -> Vec<(String, Shape, Option<Token<'_>>)> {
        let mut arguments = Vec::new();
        if !self.pass("(") {
            return arguments;
        }
        while let Some(name) = self.next().filter(|token| !token.is(")") && token.kind != Kind::Close) {
            self.pass("=");
            let first = self.at;
            let shape = self.expression(0);
            let alone = self.tokens.get(first).copied().filter(|_| self.at == first + 1);
            arguments.push((name.text.to_owned(), shape, alone));
            self.pass(",");
        }
        arguments
    }

    pub(super) fn function(&mut self, name: Token<'_>) -> Shape {
        let arguments = self.arguments();
        let names: Vec<String> = arguments.iter().map(|(name, ..)| name.clone()).collect();
        let literal = |wanted: &str| {
            let given = arguments.iter().find(|(name, ..)| name == wanted);
            let token = given.and_then(|(_, _, alone)| *alone).filter(|token| token.kind == Kind::Text);
            token.map(|token| (token.text.to_owned(), token.span))
        };
        let (key, path) = (literal("key"), literal("path"));
        match name.text {
            "text" => self.interface_text(key, &names),
            "asset" => self.asset(path),
            known if FUNCTIONS.contains(&known) => {}
            unknown => {
                let place = self.place(name.span);
                self.faults.unknown("function", unknown, place, FUNCTIONS);
            }
        }
        if name.text == "range" { Shape::List(Box::new(Shape::Plain)) } else { Shape::Plain }
    }

    fn interface_text(&mut self, key: Option<(String, Span)>, arguments: &[String]) {
        let Some((key, span)) = key else { return };
        let lacking = |texts: &Texts| !texts.has(&key);
        let without: Vec<&str> = self.offer.without(lacking);
        let place = self.place(inner(span));
        if without.len() == self.offer.texts.len() && !without.is_empty() {
            let near = self.offer.texts.first().and_then(|(_, texts)| nearest(&key, texts.keys()));
            let help = format!("add a line \"{key} = …\" to i18n/ of the theme");
            let diagnostic = Diagnostic::new(Code::MissingText, format!("no interface text \"{key}\""), place.clone());
            self.faults.add(match near {
                Some(near) => diagnostic.help(format!("did you mean \"{near}\"?")).edit(place, near),
                None => diagnostic.help(help),
            });
            return;
        }
        let borrowed = self.offer.without(|texts| texts.is_borrowed(&key) || lacking(texts));
        if let [language, ..] = borrowed.as_slice() {
            let list = borrowed.iter().map(|tag| format!("\"{tag}\"")).collect::<Vec<_>>().join(", ");
            let message = format!("no interface text \"{key}\" in {list}");
            let help = format!("add a line \"{key} = …\" to i18n/{language}.ftl of the theme");
            self.faults.add(Diagnostic::new(Code::MissingText, message, place).help(help));
            return;
        }
        let given: Vec<(&str, Argument)> =
            arguments.iter().filter(|name| *name != "key").map(|name| (name.as_str(), Argument::from("x"))).collect();
        if !self.offer.without(|texts| texts.format(&key, &given).is_none()).is_empty() {
            let message = format!("the interface text \"{key}\" needs other arguments");
            let help = "give every { $name } of the text as name=…".to_owned();
            self.faults.add(Diagnostic::new(Code::MissingText, message, place).help(help));
        }
    }

    fn asset(&mut self, path: Option<(String, Span)>) {
        let Some((path, span)) = path.filter(|(path, _)| !self.theme.assets.contains_key(path)) else { return };
        let place = self.place(inner(span));
        let message = format!("file \"{path}\" is not in static/");
        let diagnostic = Diagnostic::new(Code::MissingFile, message, place.clone());
        let near = nearest(&path, self.theme.assets.keys().map(String::as_str));
        self.faults.add(match near {
            Some(near) => diagnostic.help(format!("did you mean \"{near}\"?")).edit(place, near),
            None => diagnostic.help("put the file into static/ of the theme"),
        });
    }

    /// `<name argument="text" other={value} {...more} />`, from its name on.
    pub(super) fn component_call(&mut self) -> Shape {
        let Some(first) = self.next() else { return Shape::Any };
        let mut span = first.span;
        while self.pass(".") {
            span.end = self.next().map_or(span.end, |part| part.span.end);
        }
        let name = self.written(span);
        let (given, is_open) = self.attributes();
        let library = self.library;
        let place = self.place(span);
        let Some(component) = library.component(&name) else {
            if library.is_complete() {
                self.faults.unknown("component", &name, place, library.components().map(|(name, _)| name));
            }
            return Shape::Plain;
        };
        let known = || component.arguments.iter().map(|argument| argument.name);
        let mut is_misspelt = false;
        let mut shapes: BTreeMap<String, Shape> = known().map(|name| (name.to_owned(), Shape::Any)).collect();
        for (argument, shape, argument_span) in &given {
            if shapes.contains_key(argument) {
                shapes.insert(argument.clone(), shape.clone());
            } else if component.rest.is_none() {
                let message = format!("component \"{name}\" has no argument \"{argument}\"");
                let diagnostic = Diagnostic::new(Code::ComponentArgument, message, self.place(*argument_span));
                self.faults.not_among(diagnostic, argument, known());
                is_misspelt = true;
            }
        }
        let is_given = |name: &str| is_open || given.iter().any(|(given, ..)| given == name);
        let missing = component.arguments.iter().find(|one| one.need == Need::Required && !is_given(one.name));
        if let Some(missing) = missing.filter(|_| !is_misspelt) {
            let message = format!("component \"{name}\" needs \"{}\"", missing.name);
            self.faults.add(Diagnostic::new(Code::ComponentArgument, message, place));
        }
        self.follow(Call { name, shapes });
        Shape::Plain
    }

    /// A component that no template calls but the program, for the frame of pages.
    pub(super) fn frame_part(&mut self, name: &str) {
        let Some(component) = self.library.component(name) else { return };
        let given: BTreeMap<&str, &Shape> =
            self.contract.frame_arguments.iter().map(|(name, of)| (*name, of)).collect();
        let names = || given.keys().map(|name| format!("\"{name}\"")).collect::<Vec<_>>().join(" and ");
        for argument in &component.arguments {
            let own = argument.name;
            let (message, help) = match (given.contains_key(own), argument.need, argument.kind) {
                (false, Need::Required | Need::FromAround, _) => (
                    format!("component \"{name}\" needs \"{own}\", but gets {}", names()),
                    if own == "page" {
                        "there is no page here: what depends on it stands in base.html".to_owned()
                    } else {
                        format!("give \"{own}\" a default: the program calls this component by itself")
                    },
                ),
                (true, _, Some(kind)) if kind != "map" => (
                    format!("component \"{name}\" takes \"{own}\" as {kind}, but gets a map"),
                    format!("write {own}: map"),
                ),
                _ => continue,
            };
            let place = self.library.place(component);
            self.faults.add(Diagnostic::new(Code::ComponentArgument, message, place).help(help));
        }
        let shape = |name: &str| given.get(name).map_or(Shape::Any, |shape| (*shape).clone());
        let shapes = component.arguments.iter().map(|one| (one.name.to_owned(), shape(one.name))).collect();
        self.follow(Call { name: name.to_owned(), shapes });
    }

    /// A component that nobody calls, if it is called nearly like a part of the frame.
    pub(super) fn nearly_frame_part(&mut self, name: &str, component: &Component<'_>) {
        let nobody = format!("component \"{name}\" is called by nobody");
        let place = self.library.place(component);
        if nearest(name, Frame::COMPONENTS).is_some() {
            let diagnostic = Diagnostic::new(Code::TemplateUnknownName, nobody, place);
            self.faults.not_among(diagnostic, name, Frame::COMPONENTS);
        }
    }

    /// The attributes of a call, each with its place; and whether more may come out of `{...map}`.
    fn attributes(&mut self) -> (Vec<(String, Shape, Span)>, bool) {
        let mut given = Vec::new();
        let mut is_open = false;
        while let Some(token) = self.next().filter(|token| !token.is(">") && token.kind != Kind::Close) {
            if token.is("{") {
                self.pass("...");
                self.expression(0);
                self.pass("}");
                is_open = true;
            } else if token.kind == Kind::Name {
                let shape = self.attribute(token);
                given.push((token.text.to_owned(), shape, token.span));
            }
        }
        (given, is_open)
    }

    /// The value of an attribute; one that stands alone is the value of the same name.
    fn attribute(&mut self, name: Token<'_>) -> Shape {
        if !self.pass("=") {
            return self.name(name.text).unwrap_or_else(|| self.unknown_root(name));
        }
        if self.pass("{") {
            let shape = self.expression(0);
            self.pass("}");
            return shape;
        }
        self.next();
        Shape::Plain
    }
}
