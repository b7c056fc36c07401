use std::collections::{BTreeMap, BTreeSet};

use super::Offer;
use super::calls::Call;
use super::faults::Faults;
use super::library::{Library, Parsed, inner};
use crate::diagnostics::Place;
use crate::text::Span;
use crate::theme::tokens::{Kind, Token};
use crate::theme::{Template, Theme};
use crate::view::{Contract, Frame, Shape};

/// Templates that take in each other deeper than this run in a circle, which Tera reports.
const DEEPEST: usize = 16;

/// A walk through the templates of a theme.
pub struct Walk<'w, 't> {
    pub(super) contract: &'w Contract,
    pub(super) library: &'w Library<'t>,
    pub(super) offer: &'w Offer<'w>,
    pub(super) theme: &'w Theme,
    pub(super) faults: &'w mut Faults,
    /// Components that were followed already, with the shapes they were called with.
    called: BTreeSet<Call>,
    /// The templates that were walked through.
    walked: BTreeSet<String>,
    /// The names that the template may use, the innermost last.
    pub(super) scopes: Vec<Scope>,
    pub(super) tokens: &'w [Token<'t>],
    pub(super) at: usize,
    /// Where what is being walked through stops.
    pub(super) end: usize,
    template: &'w str,
    depth: usize,
}

/// What a tag opens and its end tag closes.
#[derive(Default)]
pub struct Scope {
    /// The names that exist in it.
    pub names: BTreeMap<String, Shape>,
    /// The word that closes it; empty for that of a whole template.
    closes: &'static str,
}

impl<'w, 't> Walk<'w, 't> {
    /// A walk that has not begun.
    pub fn new(
        contract: &'w Contract,
        library: &'w Library<'t>,
        offer: &'w Offer<'w>,
        theme: &'w Theme,
        faults: &'w mut Faults,
    ) -> Self {
        Self {
            contract,
            library,
            offer,
            theme,
            faults,
            called: BTreeSet::new(),
            walked: BTreeSet::new(),
            scopes: Vec::new(),
            tokens: &[],
            at: 0,
            end: 0,
            template: "",
            depth: 0,
        }
    }

    /// Walks through every kind of page, and through the components that none of them calls.
    pub fn all(&mut self) {
        for kind in &self.contract.kinds {
            let shared = self.contract.shared.iter().map(|(name, shape)| ((*name).to_owned(), shape.clone()));
            let own = (kind.object.to_owned(), kind.shape.clone());
            let names: BTreeMap<String, Shape> = shared.chain([own]).collect();
            let Some(template) = self.library.resolve(&format!("{}.html", kind.template)) else { continue };
            self.scopes = vec![Scope { names, closes: "" }];
            self.page(&template);
        }
        self.scopes.clear();
        Frame::COMPONENTS.into_iter().for_each(|component| self.frame_part(component));
        for (name, component) in self.library.components() {
            if !self.called.iter().any(|call| call.name == name) {
                self.nearly_frame_part(name, component);
                let shapes = component.arguments.iter().map(|argument| (argument.name.to_owned(), Shape::Any));
                self.follow(Call { name: name.to_owned(), shapes: shapes.collect() });
            }
        }
    }

    /// The templates of the site's own themes that no page and no other template uses, and that stand for none of another
    /// theme either.
    pub fn unused(&self) -> Vec<&'w Template> {
        let (library, templates) = (self.library, &self.theme.templates);
        let below = |template: &'w Template| template.name.split_once('/').map_or("", |(_, rest)| rest);
        let is_alone = |one: &'w Template| templates.iter().filter(|other| below(other) == below(one)).count() == 1;
        let has_components = |template: &Template| library.template(&template.name).is_none_or(Parsed::has_components);
        // By a template, perhaps, that a theme in front has put another in the place of.
        let all = || templates.iter().filter_map(|template| library.template(&template.name));
        let is_named = |one: &'w Template| all().any(|parsed| parsed.names(below(one)) || parsed.names(&one.name));
        let unused = |one: &&'w Template| one.is_own && !self.walked.contains(&one.name) && is_alone(one);
        templates.iter().filter(unused).filter(|one| !has_components(one) && !is_named(one)).collect()
    }

    /// A template and those that it extends.
    fn page(&mut self, template: &str) {
        let mut chain: Vec<String> = Vec::new();
        let mut next = Some(template.to_owned());
        while let Some(name) = next.take().filter(|name| !chain.contains(name)) {
            let Some(parsed) = self.library.template(&name) else { break };
            if let Some((parent, span)) = parsed.parent() {
                next = self.library.resolve(parent);
                if next.is_none() {
                    let place = Place::new(&parsed.template.path, span);
                    self.faults.missing_template(parent, place, self.library.template_names());
                }
            }
            chain.push(name);
        }
        self.blocks(&chain);
        for name in &chain {
            self.template(name);
        }
    }

    /// A block that no template above knows would never be shown.
    fn blocks(&mut self, chain: &[String]) {
        let library = self.library;
        let parsed: Vec<_> = chain.iter().filter_map(|name| library.template(name)).collect();
        let is_whole = parsed.last().is_some_and(|last| last.parent().is_none());
        for (index, child) in parsed.iter().enumerate().filter(|_| is_whole) {
            let above = &parsed[index + 1..];
            if above.is_empty() {
                continue;
            }
            let known: BTreeSet<&str> = above.iter().flat_map(|parent| parent.blocks()).collect();
            let mut open = 0_usize;
            for window in child.tokens.windows(3).filter(|window| window[0].text == "{%") {
                // A block within a block is an offer to templates that build on this one.
                if window[1].is("block") {
                    if open == 0 && !known.contains(window[2].text) {
                        let place = Place::new(&child.template.path, window[2].span);
                        self.faults.unknown("block", window[2].text, place, known.iter().copied());
                    }
                    open += 1;
                }
                open = open.saturating_sub(usize::from(window[1].is("endblock")));
            }
        }
    }

    /// A template by its full name, with the names that exist now.
    fn template(&mut self, name: &str) {
        let library = self.library;
        let Some(parsed) = library.template(name).filter(|_| self.depth < DEEPEST) else { return };
        self.walked.insert(name.to_owned());
        self.walk(&parsed.template.name, &parsed.tokens, 0, parsed.tokens.len());
    }

    /// The body of a component, once for all calls with the same shapes.
    pub(super) fn follow(&mut self, call: Call) {
        let library = self.library;
        let Some(component) = library.component(&call.name).filter(|_| self.depth < DEEPEST) else { return };
        let Some(parsed) = library.template(component.template) else { return };
        let mut names = call.shapes.clone();
        names.extend(component.rest.map(|rest| (rest.to_owned(), Shape::Any)));
        names.insert("body".to_owned(), Shape::Plain);
        if !self.called.insert(call) {
            return;
        }
        let outer = std::mem::replace(&mut self.scopes, vec![Scope { names, closes: "" }]);
        self.walk(&parsed.template.name, &parsed.tokens, component.body.start, component.body.end);
        self.scopes = outer;
    }

    fn walk(&mut self, template: &'w str, tokens: &'w [Token<'t>], start: usize, end: usize) {
        let outer = (self.template, self.tokens, self.at, self.end, self.scopes.len());
        (self.template, self.tokens, self.at, self.end) = (template, tokens, start, end.min(tokens.len()));
        self.depth += 1;
        while let Some(token) = self.next() {
            match (token.kind, token.text) {
                (Kind::Open, "{{") => {
                    self.expression(0);
                }
                (Kind::Open, _) => self.tag(),
                _ => {}
            }
        }
        self.depth -= 1;
        (self.template, self.tokens, self.at, self.end) = (outer.0, outer.1, outer.2, outer.3);
        self.scopes.truncate(outer.4);
    }

    fn tag(&mut self) {
        let Some(word) = self.next() else { return };
        match word.text {
            "for" => self.each(),
            "if" => {
                self.open("endif");
                self.condition();
            }
            "elif" => self.condition(),
            "set" | "set_global" => self.set(),
            "include" => self.include(),
            "filter" => self.filters(),
            "component" => self.skip_component(),
            "block" | "endblock" | "extends" => self.skip_tag(),
            "<" => {
                self.component_call();
            }
            "endfor" | "endif" => self.close(word.text),
            _ => {}
        }
    }

    fn open(&mut self, closes: &'static str) {
        self.scopes.push(Scope { names: BTreeMap::new(), closes });
    }

    fn close(&mut self, word: &str) {
        if self.scopes.last().is_some_and(|scope| scope.closes == word) {
            self.scopes.pop();
        }
    }

    /// In a frame that everybody writes `{% if session %}` in, the session is that of its page.
    fn condition(&mut self) {
        let names = self.names_standing_alone();
        let known = names.into_iter().filter_map(|name| {
            let is_new = self.name(&name).is_none();
            let kind = self.contract.kind_with(&name).filter(|_| is_new)?;
            Some((name, kind.shape.clone()))
        });
        let known: Vec<_> = known.collect();
        if let Some(scope) = self.scopes.last_mut() {
            scope.names.extend(known);
        }
        self.expression(0);
    }

    /// The names of this tag that no point follows.
    fn names_standing_alone(&self) -> Vec<String> {
        let rest = &self.tokens[self.at..self.end];
        let tag = rest.iter().take_while(|token| token.kind != Kind::Close).count();
        let tag = &rest[..(tag + 1).min(rest.len())];
        let alone = tag.windows(2).filter(|pair| pair[0].kind == Kind::Name && !pair[1].is(".") && !pair[1].is("?."));
        alone.map(|pair| pair[0].text.to_owned()).collect()
    }

    /// `for name in list`, `for key, value in map`.
    fn each(&mut self) {
        let mut names = Vec::new();
        while let Some(token) = self.next().filter(|token| !token.is("in")) {
            if token.kind == Kind::Name {
                names.push(token.text.to_owned());
            }
        }
        let item = match self.expression(0) {
            Shape::List(item) if names.len() == 1 => *item,
            _ => Shape::Any,
        };
        self.open("endfor");
        if let Some(frame) = self.scopes.last_mut() {
            let (last, keys) = names.split_last().map_or((None, &[][..]), |(last, keys)| (Some(last), keys));
            frame.names.extend(keys.iter().map(|key| (key.clone(), Shape::Plain)));
            frame.names.extend(last.map(|name| (name.clone(), item)));
        }
    }

    /// `set name = value`, or `set name` with what follows up to `endset`.
    fn set(&mut self) {
        let Some(name) = self.next() else { return };
        let shape = if self.is("=") {
            self.next();
            self.expression(0)
        } else {
            self.filters();
            Shape::Plain
        };
        // A value set within a loop ends with it; one set within a condition does not.
        let index = self.scopes.iter().rposition(|scope| scope.closes != "endif").unwrap_or_default();
        if let Some(frame) = self.scopes.get_mut(index) {
            frame.names.insert(name.text.to_owned(), shape);
        }
    }

    fn include(&mut self) {
        let Some(name) = self.next().filter(|token| token.kind == Kind::Text) else { return };
        match self.library.resolve(name.text) {
            Some(template) => self.template(&template),
            None => {
                let place = self.place(inner(name.span));
                self.faults.missing_template(name.text, place, self.library.template_names());
            }
        }
    }

    fn skip_tag(&mut self) {
        while self.next().is_some_and(|token| token.kind != Kind::Close) {}
    }

    /// A component is followed where it is called.
    fn skip_component(&mut self) {
        while self.next().is_some_and(|token| !token.is("endcomponent")) {}
    }

    pub(super) fn peek(&self) -> Option<Token<'t>> {
        self.tokens.get(self.at).copied().filter(|_| self.at < self.end)
    }

    pub(super) fn next(&mut self) -> Option<Token<'t>> {
        let token = self.peek()?;
        self.at += 1;
        Some(token)
    }

    /// Whether this sign or word comes next.
    pub(super) fn is(&self, text: &str) -> bool {
        self.peek().is_some_and(|token| token.is(text))
    }

    /// Passes over this sign or word, if it comes next.
    pub(super) fn pass(&mut self, text: &str) -> bool {
        let is_next = self.is(text);
        self.at += usize::from(is_next);
        is_next
    }

    /// The shape of a name, by what exists now.
    pub(super) fn name(&self, name: &str) -> Option<Shape> {
        self.scopes.iter().rev().find_map(|scope| scope.names.get(name)).cloned()
    }

    /// Whether a loop goes on around this place.
    pub(super) fn is_in_loop(&self) -> bool {
        self.scopes.iter().any(|scope| scope.closes == "endfor")
    }

    pub(super) fn place(&self, span: Span) -> Place {
        let template = self.library.template(self.template).expect("what is walked through is in the library");
        Place::new(&template.template.path, span)
    }
}
