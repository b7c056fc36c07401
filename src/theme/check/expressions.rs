use std::collections::BTreeMap;

use tera::Tera;

use super::library::inner;
use super::statements::{Scope, Walk};
use crate::text::Span;
use crate::theme::tokens::{Kind, Token};
use crate::view::Shape;

/// The filters that are suggested; which exist is known to Tera alone.
const FILTERS: &str = "abs capitalize default escape escape_html escape_xml first float get group_by indent int join \
    keys last length lower newlines_to_br nth pairs pluralize replace reverse round safe sort split \
    str title trim trim_end trim_start truncate unique upper values";

/// What may be asked of a value: `x is defined`.
const TESTS: &str = "array bool containing defined divisible_by ending_with even float integer iterable map none \
    number odd starting_with string undefined";

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
    pub(super) fn unknown_root(&mut self, root: Token<'_>) -> Shape {
        let is_of_tera = root.text.starts_with("__tera") || self.library.is_own_name(root.text);
        if !is_of_tera && !self.may_be_absent() {
            let known: Vec<String> = self.scopes.iter().flat_map(|scope| scope.names.keys().cloned()).collect();
            let place = self.place(root.span);
            self.faults.unknown("name", root.text, place, known.iter().map(String::as_str));
        }
        Shape::Any
    }

    fn field(&mut self, of: &Shape, field: Token<'_>, owner: Span) -> Shape {
        let (contract, theme) = (self.contract, self.theme);
        let fields = match of {
            Shape::Any => return Shape::Any,
            Shape::Options if theme.options.as_ref().is_none_or(|options| options.contains_key(field.text)) => {
                return Shape::Any;
            }
            other => contract.fields(other),
        };
        if let Some(shape) = fields.and_then(|fields| fields.get(field.text)) {
            return shape.clone();
        }
        if !self.may_be_absent() {
            let place = self.place(field.span);
            let owner = self.written(owner);
            let options = theme.options.iter().flatten().filter(|_| *of == Shape::Options).map(|(name, _)| name);
            let known = fields.into_iter().flat_map(BTreeMap::keys).chain(options).map(String::as_str);
            self.faults.unknown_in(&owner, field.text, place, known);
        }
        Shape::Any
    }

    pub(super) fn written(&self, span: Span) -> String {
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
        self.scopes.push(Scope::default());
        let names = self.names_of_comprehension();
        if let Some(scope) = self.scopes.last_mut() {
            scope.names.extend(names.into_iter().map(|name| (name, Shape::Any)));
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
        self.scopes.pop();
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

    fn test(&mut self) {
        let Some(name) = self.next() else { return };
        if !is_known(&format!("{{{{ 1 is {} }}}}", name.text)) {
            let place = self.place(name.span);
            self.faults.unknown("test", name.text, place, TESTS.split(' '));
        }
        self.arguments();
    }

    /// The filter behind a bar, and the shape of what comes out of it.
    fn filter(&mut self, of: Shape) -> Shape {
        let Some(name) = self.next() else { return Shape::Any };
        if !is_known(&format!("{{{{ 1 | {} }}}}", name.text)) {
            let place = self.place(name.span);
            self.faults.unknown("filter", name.text, place, FILTERS.split(' '));
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
        for name in FILTERS.split(' ') {
            assert!(is_known(&format!("{{{{ 1 | {name} }}}}")), "{name}");
        }
        for name in TESTS.split(' ') {
            assert!(is_known(&format!("{{{{ 1 is {name} }}}}")), "{name}");
        }
        assert!(!is_known("{{ 1 | uper }}"));
    }
}
