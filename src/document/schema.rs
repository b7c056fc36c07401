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
