use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::faults::Faults;
use crate::diagnostics::{Code, Diagnostic, Place};
use crate::text::Span;
use crate::theme::tokens::{Kind, Token, tokens};
use crate::theme::{Template, Theme};

/// All templates that can be read, and the components that they define.
pub struct Library<'t> {
    themes: &'t [String],
    templates: BTreeMap<&'t str, Parsed<'t>>,
    /// The names of templates that cannot be read: they are there, but nothing is known of them.
    broken: BTreeSet<&'t str>,
    components: BTreeMap<&'t str, Component<'t>>,
    /// The names that any template gives to a value of its own.
    own_names: BTreeSet<&'t str>,
}

/// A template and what stands between its braces.
pub struct Parsed<'t> {
    /// The template.
    pub template: &'t Template,
    /// What stands between its braces.
    pub tokens: Vec<Token<'t>>,
}

/// A component: `{% component name(argument: type = default, ...rest) %}`.
pub struct Component<'t> {
    /// The template that defines it.
    pub template: &'t str,
    /// Its arguments.
    pub arguments: Vec<Argument<'t>>,
    /// The name that holds all other arguments, if it takes any.
    pub rest: Option<&'t str>,
    /// The tokens of its body.
    pub body: Range<usize>,
    name: Span,
}

/// An argument of a component.
#[derive(Debug, Clone, Copy)]
pub struct Argument<'t> {
    /// Its name.
    pub name: &'t str,
    /// Whether a call has to give it.
    pub need: Need,
    /// What it must be, if that is declared: `string`, `map`.
    pub kind: Option<&'t str>,
}

/// Whether a call has to give an argument.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// It has to.
    Required,
    /// There is a default.
    Optional,
    /// It comes from around the call, unless that gives it: `@name`.
    FromAround,
}

impl<'t> Library<'t> {
    /// The library of a theme; reports components that are defined twice.
    pub fn new(theme: &'t Theme, sound: &[&'t Template], broken: &[&'t Template], faults: &mut Faults) -> Self {
        let parsed = sound.iter().map(|template| (template.name.as_str(), Parsed::new(template)));
        let mut library = Self {
            themes: &theme.names,
            templates: parsed.collect(),
            broken: broken.iter().map(|template| template.name.as_str()).collect(),
            components: BTreeMap::new(),
            own_names: BTreeSet::new(),
        };
        for name in library.templates.keys().copied().collect::<Vec<_>>() {
            library.read(name, faults);
        }
        library
    }

    fn read(&mut self, template: &'t str, faults: &mut Faults) {
        let tokens = &self.templates[template].tokens;
        let tags = tokens.windows(3).enumerate().filter(|(_, window)| window[0].text == "{%");
        let mut components = Vec::new();
        for (at, window) in tags {
            if window[1].is("set") || window[1].is("set_global") {
                self.own_names.insert(window[2].text);
            } else if window[1].is("component") {
                components.push(component(self.templates[template].template, tokens, at + 2));
            }
        }
        for (name, component) in components {
            self.define(name, component, faults);
        }
    }

    /// The theme in front wins; two in the same theme are one too many.
    fn define(&mut self, name: &'t str, component: Component<'t>, faults: &mut Faults) {
        let rank = |template: &str| {
            let theme = template.split('/').next().unwrap_or_default();
            self.themes.iter().position(|name| name == theme)
        };
        let other = self.components.get(name);
        let order = other.map(|other| rank(component.template).cmp(&rank(other.template)));
        match (other, order) {
            (Some(other), Some(std::cmp::Ordering::Equal)) => {
                let message = format!("component \"{name}\" is defined twice");
                let diagnostic = Diagnostic::new(Code::TemplateSyntax, message, self.place(&component));
                faults.add(diagnostic.label(self.place(other), "first here").help("rename one of the two"));
            }
            (Some(_), Some(std::cmp::Ordering::Greater)) => {}
            _ => {
                self.components.insert(name, component);
            }
        }
    }

    /// Where the name of a component stands.
    pub fn place(&self, component: &Component<'_>) -> Place {
        Place::new(&self.templates[component.template].template.path, component.name)
    }

    /// The full name of the template that `name` stands for: as it is, or in the first theme that has it.
    pub fn resolve(&self, name: &str) -> Option<String> {
        let in_themes = self.themes.iter().map(|theme| format!("{theme}/{name}"));
        let mut all = std::iter::once(name.to_owned()).chain(in_themes);
        all.find(|name| self.templates.contains_key(name.as_str()) || self.broken.contains(name.as_str()))
    }

    /// A template by its full name; `None` if it cannot be read.
    pub fn template(&self, name: &str) -> Option<&Parsed<'t>> {
        self.templates.get(name)
    }

    /// The names of all templates, in full and as they are called within a theme.
    pub fn template_names(&self) -> impl Iterator<Item = &'t str> {
        let full = self.templates.keys().chain(&self.broken).copied();
        full.flat_map(|name| [name, name.split_once('/').map_or(name, |(_, rest)| rest)])
    }

    /// A component by its name.
    pub fn component(&self, name: &str) -> Option<&Component<'t>> {
        self.components.get(name)
    }

    /// All components by name.
    pub fn components(&self) -> impl Iterator<Item = (&'t str, &Component<'t>)> {
        self.components.iter().map(|(name, component)| (*name, component))
    }

    /// Whether a component that nobody knows may stand in a template that cannot be read.
    pub fn is_complete(&self) -> bool {
        self.broken.is_empty()
    }

    /// Whether some template gives this name to a value of its own.
    pub fn is_own_name(&self, name: &str) -> bool {
        self.own_names.contains(name)
    }
}

impl<'t> Parsed<'t> {
    fn new(template: &'t Template) -> Self {
        Self { template, tokens: tokens(&template.text) }
    }

    /// The template that this one extends: its name as written, and where.
    pub fn parent(&self) -> Option<(&'t str, Span)> {
        let [open, extends, name, ..] = self.tokens.as_slice() else { return None };
        (open.text == "{%" && extends.is("extends") && name.kind == Kind::Text).then(|| (name.text, inner(name.span)))
    }

    /// Whether it defines components, which other templates call.
    pub fn has_components(&self) -> bool {
        self.tokens.windows(2).any(|window| window[0].text == "{%" && window[1].is("component"))
    }

    /// Whether it writes this name of a template between quotes.
    pub fn names(&self, template: &str) -> bool {
        let texts = self.tokens.iter().filter(|token| token.kind == Kind::Text);
        texts.into_iter().any(|text| text.text.trim_matches(['"', '\'', '`']) == template)
    }

    /// The names of its blocks.
    pub fn blocks(&self) -> impl Iterator<Item = &'t str> {
        let tags = self.tokens.windows(3).filter(|window| window[0].text == "{%" && window[1].is("block"));
        tags.map(|window| window[2].text)
    }
}

/// What stands between the quotes of a text.
pub fn inner(span: Span) -> Span {
    Span { start: span.start + 1, end: span.end - 1 }
}

/// The component whose name stands at `at`, and its name.
fn component<'t>(template: &'t Template, tokens: &[Token<'t>], at: usize) -> (&'t str, Component<'t>) {
    let end = |from: usize, is_end: &dyn Fn(&Token<'_>) -> bool| {
        tokens[from..].iter().position(is_end).map_or(tokens.len(), |found| from + found)
    };
    let body = end(at, &|token| token.text == "%}" && token.kind == Kind::Close) + 1;
    let close = end(body, &|token| token.is("endcomponent"));
    let head = &tokens[at..body.min(tokens.len())];
    let (arguments, rest) = arguments(head);
    let body = body..close.saturating_sub(1).max(body);
    // A name may have points in it.
    let last = head.iter().take_while(|token| !token.is("(")).last().unwrap_or(&tokens[at]);
    let name = Span { start: tokens[at].span.start, end: last.span.end };
    let written = &template.text[name.start..name.end];
    (written, Component { template: &template.name, arguments, rest, body, name })
}

/// An argument with a type and a default behind its name, if it has them.
fn argument<'t>(name: &Token<'t>, need: Need, behind: &[Token<'t>]) -> Argument<'t> {
    let has_default = behind.iter().any(|token| token.is("="));
    let kind = behind.first().filter(|token| token.is(":")).and(behind.get(1)).map(|token| token.text);
    Argument { name: name.text, need: if has_default { Need::Optional } else { need }, kind }
}

/// The arguments in the head of a component: `name(a: string, b = [1, 2], @c, ...rest)`.
fn arguments<'t>(head: &[Token<'t>]) -> (Vec<Argument<'t>>, Option<&'t str>) {
    let mut arguments = Vec::new();
    let mut rest = None;
    let open = head.iter().position(|token| token.is("(")).map_or(head.len(), |at| at + 1);
    let mut depth = 0_usize;
    let mut part: Vec<Token<'t>> = Vec::new();
    for token in &head[open..] {
        let is_end = depth == 0 && (token.is(",") || token.is(")"));
        if !is_end {
            depth += usize::from(token.is("[") || token.is("{"));
            depth = depth.saturating_sub(usize::from(token.is("]") || token.is("}")));
            part.push(*token);
            continue;
        }
        match part.as_slice() {
            [dots, name, ..] if dots.is("...") => rest = Some(name.text),
            [at, name, others @ ..] if at.is("@") => arguments.push(argument(name, Need::FromAround, others)),
            [name, others @ ..] => arguments.push(argument(name, Need::Required, others)),
            [] => {}
        }
        part.clear();
        if token.is(")") {
            break;
        }
    }
    (arguments, rest)
}
