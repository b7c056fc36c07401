use std::collections::BTreeMap;

use tera::Tera;

use super::library::{Need, inner};
use super::statements::{Frame, Walk};
use super::tokens::{Kind, Token};
use crate::diagnostics::{Code, Diagnostic, nearest};
use crate::locale::{Argument, Texts};
use crate::text::Span;
use crate::view::Shape;

/// A component and the shapes it is called with.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Call {
    /// The component.
    pub name: String,
    /// Its arguments.
    pub shapes: BTreeMap<String, Shape>,
}

/// The functions that templates may call (themes/README.md), before those of Tera itself.
pub const FUNCTIONS: [&str; 9] =
    ["asset", "digest", "duration", "number", "percent", "text", "range", "throw", "super"];

/// The filters that are suggested; which exist is known to Tera alone.
const FILTERS: [&str; 36] = [
    "abs",
    "capitalize",
    "default",
    "escape",
    "escape_html",
    "escape_xml",
    "first",
    "float",
    "get",
    "group_by",
    "indent",
    "int",
    "join",
    "keys",
    "last",
    "length",
    "lower",
    "newlines_to_br",
    "nth",
    "pairs",
    "pluralize",
    "replace",
    "reverse",
    "round",
    "safe",
    "sort",
    "split",
    "str",
    "title",
    "trim",
    "trim_end",
    "trim_start",
    "truncate",
    "unique",
    "upper",
    "values",
];

/// What may be asked of a value: `x is defined`.
const TESTS: [&str; 17] = [
    "array",
    "bool",
    "containing",
    "defined",
    "divisible_by",
    "ending_with",
    "even",
    "float",
    "integer",
    "iterable",
    "map",
    "none",
    "number",
    "odd",
    "starting_with",
    "string",
    "undefined",
];

/// The signs between two values, with how strongly they bind on either side.
const OPERATORS: [(&str, u8, u8); 18] = [
    ("or", 1, 2),
    ("and", 3, 4),
    ("in", 5, 6),
    ("is", 5, 6),
    ("==", 7, 8),
    ("!=", 7, 8),
    ("<", 7, 8),
    ("<=", 7, 8),
    (">", 7, 8),
    (">=", 7, 8),
    ("+", 11, 12),
    ("-", 11, 12),
    ("*", 13, 14),
    ("/", 13, 14),
    ("%", 13, 14),
    ("//", 13, 14),
    ("~", 13, 14),
    ("**", 16, 15),
];

impl Walk<'_, '_> {
    /// The shape of the expression that comes next, as far as signs bind at least as strongly as `least`.
    pub(super) fn expression(&mut self, least: u8) -> Shape {
        let mut left = self.operand();
        while let Some(token) = self.peek().filter(|token| !matches!(token.kind, Kind::Close | Kind::Text)) {
            if token.is("[") || token.is("?[") {
                left = self.subscript(&left, token.span);
            } else if token.is("|") && least <= 17 {
                self.next();
                left = self.filter(left);
            } else if token.is("not") && least <= 5 {
                self.next();
            } else if token.is("if") && least == 0 {
                self.next();
                self.expression(0);
                self.pass("else");
                return either(left, self.expression(0));
            } else if let Some((sign, _, right)) = operator(token, least) {
                self.next();
                left = self.operation(sign, *right, left);
            } else {
                break;
            }
        }
        left
    }

    fn operation(&mut self, sign: &str, binds: u8, left: Shape) -> Shape {
        if sign == "is" {
            self.pass("not");
            self.test();
            return Shape::Plain;
        }
        let right = self.expression(binds);
        if sign == "or" { either(left, right) } else { Shape::Plain }
    }

    fn operand(&mut self) -> Shape {
        let Some(token) = self.peek().filter(|token| token.kind != Kind::Close) else { return Shape::Any };
        self.next();
        match (token.kind, token.text) {
            (Kind::Text | Kind::Number, _) | (Kind::Name, "true" | "True" | "false" | "False") => Shape::Plain,
            (Kind::Name, "none" | "None" | "null") => Shape::Any,
            (Kind::Name, "not") => {
                self.expression(5);
                Shape::Plain
            }
            (Kind::Name, _) if self.is("(") => self.function(token),
            (Kind::Name, _) => self.path(token),
            (Kind::Sign, "-") => {
                self.expression(20);
                Shape::Plain
            }
            (Kind::Sign, "(") => {
                let shape = self.expression(0);
                self.pass(")");
                shape
            }
            (Kind::Sign, "[") => self.list(),
            (Kind::Sign, "{") => self.map(),
            (Kind::Sign, "<") => self.component_call(),
            _ => Shape::Any,
        }
    }

    /// `page.root`: a name and its fields.
    fn path(&mut self, root: Token<'_>) -> Shape {
        if root.is("loop") && self.is_in_loop() {
            while self.pass(".") {
                self.next();
            }
            return Shape::Plain;
        }
        let mut shape = match self.name(root.text) {
            Some(shape) => shape,
            None => self.unknown_root(root),
        };
        let start = root.span.start;
        let mut end = root.span.end;
        while self.is(".") || self.is("?.") || self.is("[") || self.is("?[") {
            if self.is("[") || self.is("?[") {
                shape = self.subscript(&shape, Span { start, end });
                end = self.tokens[self.at - 1].span.end;
                continue;
            }
            self.next();
            let Some(field) = self.next() else { break };
            shape = self.field(&shape, field, Span { start, end });
            end = field.span.end;
        }
        shape
    }

    /// A name that nobody gave a value.
    fn unknown_root(&mut self, root: Token<'_>) -> Shape {
        let is_of_tera = root.text.starts_with("__tera") || self.library.is_own_name(root.text);
        if !is_of_tera && !self.may_be_absent() {
            let known: Vec<String> = self.frames.iter().flat_map(|frame| frame.names.keys().cloned()).collect();
            let place = self.place(root.span);
            self.faults.unknown("name", root.text, place, known.iter().map(String::as_str));
        }
        Shape::Any
    }

    fn field(&mut self, of: &Shape, field: Token<'_>, owner: Span) -> Shape {
        let contract = self.contract;
        let fields = match of {
            Shape::Any => return Shape::Any,
            other => contract.fields(other),
        };
        if let Some(shape) = fields.and_then(|fields| fields.get(field.text)) {
            return shape.clone();
        }
        if !self.may_be_absent() {
            let place = self.place(field.span);
            let owner = self.written(owner);
            let known = fields.into_iter().flatten().map(|(name, _)| name.as_str());
            self.faults.unknown_in(&owner, field.text, place, known);
        }
        Shape::Any
    }

    fn written(&self, span: Span) -> String {
        let place = self.place(span);
        let template = self.theme.templates.iter().find(|template| template.path == place.path);
        template.and_then(|template| template.text.get(span.start..span.end)).unwrap_or_default().to_owned()
    }

    /// Whether what was just read is asked for in words that allow it to be absent: `x is defined`, `x | default(…)`.
    fn may_be_absent(&self) -> bool {
        let next = |steps: usize| self.tokens.get(self.at + steps).filter(|_| self.at + steps < self.end);
        let is = |steps: usize, word: &str| next(steps).is_some_and(|token| token.is(word));
        let asked = 1 + usize::from(is(1, "not"));
        (is(0, "is") && (is(asked, "defined") || is(asked, "undefined"))) || (is(0, "|") && is(1, "default"))
    }

    /// `[0]`, `["iso"]`, `[1:3]`.
    fn subscript(&mut self, of: &Shape, owner: Span) -> Shape {
        self.next();
        let index = self.peek();
        let mut is_slice = self.is(":");
        if !is_slice {
            self.expression(0);
        }
        while self.pass(":") {
            is_slice = true;
            if !self.is("]") && !self.is(":") {
                self.expression(0);
            }
        }
        let is_single = self.is("]") && index.is_some_and(|token| self.tokens[self.at - 1].span == token.span);
        self.pass("]");
        match (of, index) {
            (Shape::List(_), _) if is_slice => of.clone(),
            (Shape::List(item), _) => (**item).clone(),
            (Shape::Record(_), Some(key)) if is_single && key.kind == Kind::Text => {
                let field = Token { span: inner(key.span), ..key };
                self.field(of, field, owner)
            }
            (Shape::Plain, _) => Shape::Plain,
            _ => Shape::Any,
        }
    }

    fn list(&mut self) -> Shape {
        // `[x for x in list]`: the name stands in front of where it is made.
        self.frames.push(Frame::default());
        let names = self.names_of_comprehension();
        if let Some(frame) = self.frames.last_mut() {
            frame.names.extend(names.into_iter().map(|name| (name, Shape::Any)));
        }
        let mut item = None;
        while self.peek().is_some_and(|token| !token.is("]") && token.kind != Kind::Close) {
            if self.pass("for") {
                while self.next().is_some_and(|token| !token.is("in")) {}
                self.expression(1);
                if self.pass("if") {
                    self.expression(1);
                }
                continue;
            }
            self.pass("...");
            let shape = self.expression(0);
            item = Some(item.map_or_else(|| shape.clone(), |other| either(other, shape.clone())));
            self.pass(",");
        }
        self.pass("]");
        self.frames.pop();
        Shape::List(Box::new(item.unwrap_or(Shape::Any)))
    }

    fn names_of_comprehension(&self) -> Vec<String> {
        let rest = &self.tokens[self.at..self.end];
        let mut depth = 0_usize;
        let inside = rest.iter().take_while(|token| {
            depth += usize::from(token.is("[") || token.is("("));
            let is_end = depth == 0 && token.is("]");
            depth = depth.saturating_sub(usize::from(token.is("]") || token.is(")")));
            !is_end && token.kind != Kind::Close
        });
        let behind = inside.skip_while(|token| !token.is("for")).skip(1).take_while(|token| !token.is("in"));
        behind.filter(|token| token.kind == Kind::Name).map(|token| token.text.to_owned()).collect()
    }

    fn map(&mut self) -> Shape {
        while self.peek().is_some_and(|token| !token.is("}") && token.kind != Kind::Close) {
            if !self.pass("...") {
                self.next();
                self.pass(":");
            }
            self.expression(0);
            self.pass(",");
        }
        self.pass("}");
        Shape::Any
    }

    /// The arguments in round brackets, with the token that each value begins and ends with.
    fn arguments(&mut self) -> Vec<(String, Shape, Option<Token<'_>>)> {
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

    fn function(&mut self, name: Token<'_>) -> Shape {
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

    fn test(&mut self) {
        let Some(name) = self.next() else { return };
        if !TESTS.contains(&name.text) && !is_known(&format!("{{{{ 1 is {} }}}}", name.text)) {
            let place = self.place(name.span);
            self.faults.unknown("test", name.text, place, TESTS);
        }
        self.arguments();
    }

    /// The filter behind a bar, and the shape of what comes out of it.
    fn filter(&mut self, of: Shape) -> Shape {
        let Some(name) = self.next() else { return Shape::Any };
        if !FILTERS.contains(&name.text) && !is_known(&format!("{{{{ 1 | {} }}}}", name.text)) {
            let place = self.place(name.span);
            self.faults.unknown("filter", name.text, place, FILTERS);
        }
        self.arguments();
        match (name.text, of) {
            ("default" | "reverse" | "sort" | "unique", of) => of,
            ("first" | "last" | "nth", Shape::List(item)) => *item,
            ("get" | "group_by" | "keys" | "pairs" | "values" | "split" | "first" | "last" | "nth", _) => Shape::Any,
            _ => Shape::Plain,
        }
    }

    /// The filters of `{% filter upper | trim %}` and `{% set x | trim %}`.
    pub(super) fn filters(&mut self) {
        while self.peek().is_some_and(|token| token.kind != Kind::Close) {
            self.pass("|");
            self.filter(Shape::Plain);
        }
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

/// The sign that a token is, if it binds strongly enough on its left.
fn operator(token: Token<'_>, least: u8) -> Option<&'static (&'static str, u8, u8)> {
    OPERATORS.iter().find(|(sign, left, _)| token.is(sign) && *left >= least)
}

fn either(one: Shape, other: Shape) -> Shape {
    if one == other { one } else { Shape::Any }
}

/// Whether Tera knows the filter or the test in a small template.
fn is_known(template: &str) -> bool {
    Tera::new().add_raw_template("probe", template).is_ok()
}

#[cfg(test)]
mod tests {
    use super::{FILTERS, TESTS, is_known};

    #[test]
    fn what_is_suggested_exists() {
        for name in FILTERS {
            assert!(is_known(&format!("{{{{ 1 | {name} }}}}")), "{name}");
        }
        for name in TESTS {
            assert!(is_known(&format!("{{{{ 1 is {name} }}}}")), "{name}");
        }
        assert!(!is_known("{{ 1 | uper }}"));
    }
}
