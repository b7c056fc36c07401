//! What templates are promised: the fields of every view, read off the types themselves.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use schemars::{JsonSchema, SchemaGenerator};
use serde_json::{Map, Value};

use super::{
    ChecksView, CohortView, CohortsView, FactorView, FactorsView, FormView, Frame, GlossaryView, HomeView, ModuleView,
    NotFoundView, Page, PageView, PrintView, ProgrammeView, RoleView, SessionView, Site, Spot, TopicView, TopicsView,
};

/// Every view and what is in it.
pub struct Contract {
    /// What a template gets besides its own object: name → shape.
    pub shared: Vec<(&'static str, Shape)>,
    /// What the components get that make the frame: argument → shape.
    pub frame_arguments: Vec<(&'static str, Shape)>,
    /// The kinds of page.
    pub kinds: Vec<Kind>,
    /// The fields of every view and of what views are made of.
    pub records: BTreeMap<String, BTreeMap<String, Shape>>,
}

/// A kind of page.
pub struct Kind {
    /// Its template, without the ending.
    pub template: &'static str,
    /// The name of the object that the template gets.
    pub object: &'static str,
    /// What the object holds.
    pub shape: Shape,
}

/// What is known of a value in a template.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shape {
    /// Anything at all: nothing can be said about its fields.
    Any,
    /// A text, a number, yes or no: it has no fields.
    Plain,
    /// Several of one shape.
    List(Box<Self>),
    /// Something with fields, by its name in [`Contract::records`].
    Record(String),
    /// The options of the theme by their names.
    Options,
}

impl Contract {
    /// The contract of this version of the program.
    #[must_use]
    pub fn current() -> &'static Self {
        static CONTRACT: LazyLock<Contract> = LazyLock::new(Contract::of_views);
        &CONTRACT
    }

    fn of_views() -> Self {
        let mut generator = SchemaGenerator::default();
        let site = record::<Site>(&mut generator);
        let frame_arguments = vec![("site", site.clone()), ("spot", record::<Spot>(&mut generator))];
        let (page, frame) = (record::<Page>(&mut generator), record::<Frame>(&mut generator));
        let shared = vec![("site", site), ("page", page), ("frame", frame)];
        let kinds = kinds(&mut generator);
        let definitions = generator.take_definitions(true);
        let fields = |definition: &Value| {
            let properties = definition.get("properties").and_then(Value::as_object)?;
            Some(properties.iter().map(|(name, schema)| (name.clone(), shape(schema, &definitions))).collect())
        };
        let records =
            definitions.iter().filter_map(|(name, definition)| Some((name.clone(), fields(definition)?))).collect();
        Self { shared, frame_arguments, kinds, records }
    }

    /// The fields of a shape; `None` if it has none, or nobody knows which.
    #[must_use]
    pub fn fields(&self, shape: &Shape) -> Option<&BTreeMap<String, Shape>> {
        match shape {
            Shape::Record(name) => self.records.get(name),
            _ => None,
        }
    }

    /// The kind of page that has an object of this name.
    #[must_use]
    pub fn kind_with(&self, object: &str) -> Option<&Kind> {
        self.kinds.iter().find(|kind| kind.object == object)
    }
}

fn kinds(generator: &mut SchemaGenerator) -> Vec<Kind> {
    fn kind<T: JsonSchema>(generator: &mut SchemaGenerator, template: &'static str) -> Kind {
        // The page of an author's own: its object is called `content`.
        let object = if template == "page" { "content" } else { template };
        Kind { template, object, shape: record::<T>(generator) }
    }
    vec![
        kind::<HomeView>(generator, "home"),
        kind::<ProgrammeView>(generator, "programme"),
        kind::<TopicsView>(generator, "topics"),
        kind::<TopicView>(generator, "topic"),
        kind::<ModuleView>(generator, "module"),
        kind::<FactorsView>(generator, "factors"),
        kind::<FactorView>(generator, "factor"),
        kind::<CohortsView>(generator, "cohorts"),
        kind::<CohortView>(generator, "cohort"),
        kind::<SessionView>(generator, "session"),
        kind::<ChecksView>(generator, "checks"),
        kind::<RoleView>(generator, "role"),
        kind::<FormView>(generator, "document"),
        kind::<GlossaryView>(generator, "glossary"),
        kind::<PageView>(generator, "page"),
        kind::<PrintView>(generator, "print"),
        kind::<NotFoundView>(generator, "not_found"),
    ]
}

fn record<T: JsonSchema>(generator: &mut SchemaGenerator) -> Shape {
    generator.subschema_for::<T>();
    Shape::Record(T::schema_name().into_owned())
}

fn shape(schema: &Value, definitions: &Map<String, Value>) -> Shape {
    if let Some(name) = schema.get("$ref").and_then(Value::as_str).and_then(|path| path.rsplit('/').next()) {
        return match definitions.get(name) {
            Some(definition) if definition.get("properties").is_some() => Shape::Record(name.to_owned()),
            Some(definition) => shape(definition, definitions),
            None => Shape::Any,
        };
    }
    if says_nothing(schema) {
        return Shape::Any;
    }
    let entries = schema.get("additionalProperties").and_then(|entries| entries.get("$ref")).and_then(Value::as_str);
    if entries.is_some_and(|path| path.ends_with("/ThemeOption")) {
        return Shape::Options;
    }
    if let Some(items) = schema.get("items") {
        return Shape::List(Box::new(shape(items, definitions)));
    }
    // What may be absent is itself or nothing.
    let branches = schema.get("anyOf").and_then(Value::as_array).into_iter().flatten();
    let known = branches.map(|branch| shape(branch, definitions)).find(|shape| *shape != Shape::Plain);
    known.unwrap_or(Shape::Plain)
}

/// Whether anything at all fits a schema: it has at most a description.
fn says_nothing(schema: &Value) -> bool {
    match schema {
        Value::Bool(anything) => *anything,
        Value::Object(keys) => keys.keys().all(|key| key == "description"),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_those_of_the_types() {
        let contract = Contract::current();
        let session = contract.fields(&contract.kind_with("session").unwrap().shape).unwrap();
        assert_eq!(session["row"], Shape::Record("SessionRow".to_owned()));
        assert_eq!(session["html"], Shape::Plain);
        let row = &contract.records["SessionRow"];
        assert_eq!(row["moved_from"], Shape::Record("DateText".to_owned()));
        assert_eq!(row["topics"], Shape::List(Box::new(Shape::Record("TopicModules".to_owned()))));
        assert_eq!(contract.records["PrintPart"]["view"], Shape::Any);
        assert_eq!(contract.records["Site"]["options"], Shape::Options);
        assert_eq!(contract.kinds.len(), 17);
    }
}
