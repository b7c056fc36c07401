//! Values of the wrong kind, written as their author most probably meant them.

use serde_json::{Map, Value};

/// How to write a value that must be `expected`, and that in words; `None` where nobody can tell.
///
/// `node` is its schema, `written` what stands in the file.
pub fn retyped(expected: &str, node: &Map<String, Value>, value: &Value, written: &str) -> Option<(String, String)> {
    match (expected, value) {
        ("a whole number" | "a whole number or \"rest\"", Value::String(text)) => {
            text.trim().parse::<i64>().ok().map(|number| without_quotes(&number.to_string()))
        }
        ("a whole number", Value::Array(list)) => match list.as_slice() {
            [number] if number.is_i64() => Some((format!("write {number} without brackets"), number.to_string())),
            _ => None,
        },
        (time, value) if time.starts_with("a time") => {
            let clock = clock(match value {
                Value::String(text) => text,
                _ => written,
            })?;
            Some((format!("write \"{clock}\""), format!("\"{clock}\"")))
        }
        ("true or false", Value::String(text)) => {
            matches!(text.as_str(), "true" | "false").then(|| without_quotes(text))
        }
        (date, Value::String(text)) if date.starts_with("a date") => {
            text.parse::<jiff::civil::Date>().is_ok().then(|| without_quotes(text))
        }
        ("a list", Value::String(text)) if holds_texts(node) && !text.contains([',', ';']) => {
            Some(("put it between \"[\" and \"]\"".to_owned(), format!("[{written}]")))
        }
        (text, value) if text.starts_with("a text") && is_bare(value) => {
            Some(("put it between quotes".to_owned(), format!("\"{written}\"")))
        }
        _ => None,
    }
}

/// The time of day that is meant: `9:00`, `13.30 Uhr`, `13h30`; not `13.5`, which may be half past.
fn clock(written: &str) -> Option<String> {
    let text = written.trim().trim_end_matches("Uhr").trim_end_matches(['h', ' ']);
    let (hour, minute) = text.split_once([':', '.', 'h'])?;
    let part = |text: &str, most: u8| text.parse::<u8>().ok().filter(|part| *part <= most && text.len() <= 2);
    let (hour, minute) = (part(hour, 23)?, part(minute, 59).filter(|_| minute.len() == 2)?);
    Some(format!("{hour:02}:{minute:02}"))
}

fn without_quotes(value: &str) -> (String, String) {
    (format!("write {value} without quotes"), value.to_owned())
}

/// Whether the entries of a list are texts.
fn holds_texts(node: &Map<String, Value>) -> bool {
    let entry = node.get("items");
    entry.is_some_and(|entry| entry.get("type") == Some(&Value::from("string")) || entry.get("x-languages").is_some())
}

/// Whether a value is written without quotes and brackets: a number, a date, true or false.
fn is_bare(value: &Value) -> bool {
    match value {
        Value::Number(_) | Value::Bool(_) => true,
        Value::Object(tagged) => tagged.len() == 1 && tagged.keys().all(|key| key.starts_with('$')),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_is_meant_is_written_as_it_should_be() {
        let texts = json!({ "type": "array", "items": { "type": "string" } });
        let rows = [
            ("a whole number", json!("25"), "\"25\"", Some("25")),
            ("a whole number", json!("25 min"), "\"25 min\"", None),
            ("a whole number", json!([25]), "[25]", Some("25")),
            ("true or false", json!("true"), "\"true\"", Some("true")),
            ("true or false", json!("perhaps"), "\"perhaps\"", None),
            ("a date without quotes, such as 2026-09-03", json!("2027-03-04"), "'2027-03-04'", Some("2027-03-04")),
            ("a date without quotes, such as 2026-09-03", json!("4.3.2027"), "\"4.3.2027\"", None),
            ("a time such as \"13:30\"", json!("9:00"), "\"9:00\"", Some("\"09:00\"")),
            ("a time such as \"13:30\"", json!("13.30 Uhr"), "\"13.30 Uhr\"", Some("\"13:30\"")),
            ("a time such as \"13:30\"", json!(13.5), "13.5", None),
            ("a time such as \"13:30\"", json!("25:00"), "\"25:00\"", None),
            ("a list", json!("ads"), "\"ads\"", Some("[\"ads\"]")),
            ("a list", json!("ads, mail"), "\"ads, mail\"", None),
            ("a text", json!(2027), "2027", Some("\"2027\"")),
            ("a text", json!({ "$date": "2027-03-04" }), "2027-03-04", Some("\"2027-03-04\"")),
            ("a text", json!({ "en": "A" }), "{ en = \"A\" }", None),
        ];
        let node = texts.as_object().expect("an object");
        for (expected, value, written, replacement) in rows {
            let found = retyped(expected, node, &value, written).map(|(_, replacement)| replacement);
            assert_eq!(found.as_deref(), replacement, "{expected}: {written}");
        }
    }
}
