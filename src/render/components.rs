//! The components of the theme for the texts of authors.

use std::collections::BTreeMap;

use serde_json::{Map, Value};
use tera::{ComponentArgType, ComponentInfo, Context, ErrorKind, Tera};

use super::{Engines, innermost};
use crate::theme::in_own_style;
use crate::view::{ArgumentKind, Components, Parameter, Signature};

impl Components for Engines {
    fn signatures(&self) -> &BTreeMap<String, Signature> {
        &self.signatures
    }

    fn html(&self, language: usize, name: &str, arguments: &Map<String, Value>) -> Result<String, String> {
        let mut context = Context::new();
        for (name, value) in arguments {
            context.insert(name.clone(), value);
        }
        self.by_language[language].render_component(name, &context, None, true).map_err(|error| {
            let message = match error.kind() {
                ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => report.message().to_owned(),
                other => other.to_string(),
            };
            in_own_style(&innermost(&error).unwrap_or(message))
        })
    }
}

/// What each component of the theme takes.
pub fn signatures(tera: &Tera) -> BTreeMap<String, Signature> {
    let all = tera.get_component_names().filter_map(|name| tera.get_component_definition(name));
    all.map(|info| (info.name().to_owned(), signature(&info))).collect()
}

fn signature(info: &ComponentInfo) -> Signature {
    let parameter = |argument: &tera::ComponentArg| Parameter {
        kind: argument.arg_type().map_or(ArgumentKind::Any, kind),
        is_optional: !argument.is_required(),
    };
    let arguments = info.args().iter().map(|argument| (argument.name().to_owned(), parameter(argument)));
    Signature { arguments: arguments.collect(), takes_more: info.rest_param().is_some() }
}

fn kind(kind: ComponentArgType) -> ArgumentKind {
    match kind {
        ComponentArgType::String => ArgumentKind::Text,
        ComponentArgType::Bool => ArgumentKind::Truth,
        ComponentArgType::Integer => ArgumentKind::WholeNumber,
        ComponentArgType::Float | ComponentArgType::Number => ArgumentKind::Number,
        ComponentArgType::Array => ArgumentKind::List,
        ComponentArgType::Map => ArgumentKind::Table,
        _ => ArgumentKind::Any,
    }
}
