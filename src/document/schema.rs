//! The JSON Schema of a kind of file, made from the type that reads it.

use schemars::{JsonSchema, generate::SchemaSettings};
use serde_json::{Map, Value, json};

/// The JSON Schema (2020-12) of `T`, as editors use it.
///
/// TOML has no null, so an optional key is one that may be left out and nothing more.
#[must_use]
pub fn schema_of<T: JsonSchema>() -> Value {
    let settings = SchemaSettings::draft2020_12().with(|settings| settings.inline_subschemas = true);
    let mut schema = settings.into_generator().into_root_schema_for::<T>().to_value();
    tidy(&mut schema);
    schema
}

/// The schema of `T` for editors: what only our own messages need is taken out, and rules that are checked later than
/// while decoding (`x-editor` of a key) are put in.
///
/// An editor's TOML has dates as texts; that is all it can say about them.
#[must_use]
pub fn schema_for_editors<T: JsonSchema>(title: &str) -> Value {
    let mut schema = schema_of::<T>();
    each_object(&mut schema, &mut |object| {
        local_time_to_pattern(object);
        for key in ["x-expected", "x-unit", "x-id", "x-parameter"] {
            object.remove(key);
        }
        if let Some(Value::Object(rules)) = object.remove("x-editor") {
            object.extend(rules);
        }
        if let Some(descriptions) = object.get("enumDescriptions").cloned() {
            object.insert("x-taplo".to_owned(), json!({ "docs": { "enumValues": descriptions } }));
        }
    });
    titled(schema, title)
}

/// The schema of a JSON document that the program writes; what may be null there is null.
#[must_use]
pub fn schema_of_output<T: JsonSchema>(title: &str) -> Value {
    let settings = SchemaSettings::draft2020_12().for_serialize().with(|settings| settings.inline_subschemas = true);
    titled(settings.into_generator().into_root_schema_for::<T>().to_value(), title)
}

/// The schema with what people read first in front.
fn titled(mut schema: Value, title: &str) -> Value {
    let mut titled = Map::new();
    titled.insert("$schema".to_owned(), "https://json-schema.org/draft/2020-12/schema".into());
    titled.insert("title".to_owned(), title.into());
    if let Value::Object(object) = &mut schema {
        titled.extend(object.remove("description").map(|description| ("description".to_owned(), description)));
        object.retain(|key, _| !titled.contains_key(key));
        titled.append(object);
    }
    Value::Object(titled)
}

/// `partial-time` is a format that most validators pass over, and with it everything else would pass too.
fn local_time_to_pattern(object: &mut Map<String, Value>) {
    if object.get("format") == Some(&json!("partial-time")) {
        object.remove("format");
        object.insert("pattern".to_owned(), json!(r"^([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]+)?$"));
    }
}

/// The same schema for holding a file of TOML against it: there a date is a thing of its own, here
/// `{"$date": "2026-09-03"}`, and not a text that looks like one.
#[must_use]
pub fn schema_for_checking<T: JsonSchema>() -> Value {
    let mut schema = schema_of::<T>();
    each_object(&mut schema, &mut |object| {
        let format = object.get("format").and_then(Value::as_str);
        let key = match format {
            Some("date") => "$date",
            Some("partial-time") => "$time",
            _ => return,
        };
        object.remove("format");
        object.insert("type".to_owned(), json!("object"));
        object.insert("required".to_owned(), json!([key]));
    });
    schema
}

fn tidy(schema: &mut Value) {
    each_object(schema, &mut |object| {
        drop_null_type(object);
        drop_null_branch(object);
        constants_to_enum(object);
    });
}

fn drop_null_type(object: &mut Map<String, Value>) {
    let Some(Value::Array(types)) = object.get_mut("type") else { return };
    types.retain(|name| name != "null");
    if let [only] = types.as_slice() {
        let only = only.clone();
        object.insert("type".to_owned(), only);
    }
}

fn drop_null_branch(object: &mut Map<String, Value>) {
    let Some(Value::Array(branches)) = object.get_mut("anyOf") else { return };
    let before = branches.len();
    branches.retain(|branch| branch.get("type") != Some(&json!("null")));
    if before > branches.len() && branches.len() == 1 {
        let Value::Object(only) = branches.remove(0) else { return };
        object.remove("anyOf");
        for (key, value) in only {
            object.entry(key).or_insert(value);
        }
    }
}

/// `oneOf` of documented constants becomes one `enum`, which messages can list.
fn constants_to_enum(object: &mut Map<String, Value>) {
    let Some(Value::Array(branches)) = object.get("oneOf") else { return };
    let constants: Option<Vec<Value>> = branches.iter().map(|branch| branch.get("const").cloned()).collect();
    let Some(constants) = constants else { return };
    let descriptions: Vec<Value> =
        branches.iter().map(|branch| branch.get("description").cloned().unwrap_or_default()).collect();
    object.remove("oneOf");
    object.insert("type".to_owned(), json!("string"));
    object.insert("enum".to_owned(), Value::Array(constants));
    object.insert("enumDescriptions".to_owned(), Value::Array(descriptions));
}

/// Calls `change` on every object of the schema, innermost first.
fn each_object(value: &mut Value, change: &mut impl FnMut(&mut Map<String, Value>)) {
    match value {
        Value::Object(object) => {
            object.values_mut().for_each(|child| each_object(child, change));
            change(object);
        }
        Value::Array(list) => list.iter_mut().for_each(|child| each_object(child, change)),
        _ => {}
    }
}
