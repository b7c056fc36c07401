//! Headers that an author forgot: keys that stand in the table above although they belong to one of their own.
//!
//! Each of them would be unknown where it stands, and the table would be missing. That is one mistake, told once, at
//! the first key that is out of place.

use std::borrow::Cow;
use std::ops::Range;

use serde_json::{Map, Value};

use super::factor::{PARAMETERS, unknown_parameter};
use super::faults::{Subject, entity};
use super::keys::Step;
use super::people::PERSONAL;
use crate::diagnostics::{Code, Diagnostic, Edit, Place, Statement, nearest, statements};
use crate::text::Span;

/// A text in which no header is missing any more.
pub struct Headed<'t> {
    /// The text with the headers.
    pub toml: Cow<'t, str>,
    /// A message for each.
    pub diagnostics: Vec<Diagnostic>,
    /// Where they were put in, in bytes of the text as it was, and how long they are; in their order.
    inserted: Vec<(usize, usize)>,
    /// Whether nothing was left out.
    pub is_whole: bool,
}

/// Puts the headers in that are missing, as far as the keys below them tell which these are. Where they do not, the
/// keys are left out.
#[must_use]
pub fn with_headers<'t>(subject: &Subject<'_>, toml: &'t str, schema: &Value) -> Headed<'t> {
    let mut headed =
        Headed { toml: Cow::Borrowed(toml), diagnostics: Vec::new(), inserted: Vec::new(), is_whole: true };
    let original = subject.original.map(|(_, schema)| schema());
    while let Some(missing) = Missing::find(&headed.toml, schema, original.as_ref()) {
        headed.add(subject, missing);
    }
    headed
}

impl Headed<'_> {
    fn add(&mut self, subject: &Subject<'_>, missing: Missing) {
        let Missing { header, table, is_parameter, key, span, first, keys } = missing;
        let place = Place::new(subject.path, self.as_written(span));
        let table = entity(subject.entity, &table);
        let mut diagnostic = if is_parameter {
            unknown_parameter(&key, None, place)
        } else {
            Diagnostic::new(Code::UnknownKey, format!("unknown key \"{key}\" in {table}"), place)
        };
        let above = if first == key { "it".to_owned() } else { format!("\"{first}\"") };
        // A byte-order mark, or the blanks in its place, stays in front.
        let mark = self.toml.len() - self.toml.trim_start_matches(['\u{feff}', ' ']).len();
        let at = keys.start.max(mark);
        let start = self.as_written(Span { start: at, end: at }).start;
        diagnostic.edit = None;
        match header {
            Some(header) => {
                diagnostic.help = vec![format!("write {header} on a line of its own above {above}: it belongs there")];
                let line = format!("{header}\n");
                let place = Place::new(subject.path, Span { start, end: start });
                diagnostic.edit = Some(Edit { place, replacement: line.clone() });
                self.inserted.push((start, line.len()));
                self.inserted.sort_unstable();
                self.toml.to_mut().insert_str(at, &line);
            }
            None => {
                let help = format!(
                    "above {above}, write the name of the table it belongs to, in brackets on a line of its own"
                );
                diagnostic.help = vec![help];
                let blank = |byte| if byte == b'\n' { '\n' } else { ' ' };
                let blanks: String = self.toml[keys.clone()].bytes().map(blank).collect();
                self.toml.to_mut().replace_range(keys, &blanks);
                self.is_whole = false;
            }
        }
        self.diagnostics.push(diagnostic);
    }

    /// The same message at the place in the text as its author wrote it.
    #[must_use]
    pub fn placed(&self, mut diagnostic: Diagnostic) -> Diagnostic {
        if self.inserted.is_empty() {
            return diagnostic;
        }
        let labels = diagnostic.labels.iter_mut().map(|label| &mut label.place);
        let edit = diagnostic.edit.iter_mut().map(|edit| &mut edit.place);
        for place in labels.chain(edit).chain([&mut diagnostic.place]) {
            place.span = self.as_written(place.span);
        }
        diagnostic
    }

    fn as_written(&self, span: Span) -> Span {
        Span { start: self.byte_as_written(span.start), end: self.byte_as_written(span.end) }
    }

    fn byte_as_written(&self, byte: usize) -> usize {
        let mut added = 0;
        for &(at, length) in &self.inserted {
            if byte < at + added + length {
                return (byte - added).min(at);
            }
            added += length;
        }
        byte - added
    }
}

/// A header that is missing.
struct Missing {
    /// As it is to be written; `None` if that cannot be told.
    header: Option<String>,
    /// The steps to the table that its keys stand in; none at the top of the file.
    table: Vec<Step>,
    /// Whether that is one of the thresholds of checks.
    is_parameter: bool,
    /// The first key that is unknown there, and where.
    key: String,
    span: Span,
    /// The first key below the header.
    first: String,
    /// The keys below it, by whole lines.
    keys: Range<usize>,
}

impl Missing {
    fn find(toml: &str, schema: &Value, original: Option<&Value>) -> Option<Self> {
        let statements = statements(toml);
        let sections = sections(toml, &statements);
        let tables = tables(schema, &sections);
        sections.iter().find_map(|section| {
            let place = node(schema, &section.path)?;
            let entries = || place.get("additionalProperties").filter(|_| section.path.is_empty());
            let known = Known::of(place).or_else(|| entries().map(Known::Tables))?;
            let first = section.keys.iter().position(|key| !known.has(key.name))?;
            let is_personal = |key: &Key<'_>| !known.has(key.name) && PERSONAL.contains(&key.name);
            if section.path == ["pair"] && section.keys.iter().any(is_personal) {
                // That is told in its own way (model.md §9).
                return None;
            }
            let original = original.and_then(|schema| node(schema, &section.path)).and_then(Known::of);
            if original.is_some_and(|original| original.has(section.keys[first].name)) {
                // It is no stranger: it belongs to the original.
                return None;
            }
            let block =
                |table: Option<&Table<'_>>| Some((table.map(Table::header), section.block(&known, first, table)?));
            let mut fits: Vec<_> =
                tables.iter().filter(|table| section.block(&known, first, Some(table)).is_some()).collect();
            // The table that asks for least besides is the one that is meant.
            fits.sort_by_key(|table| table.known.len());
            let meant = match fits.as_slice() {
                [] => None,
                [one, other, ..] if one.known.len() == other.known.len() => None,
                [one, ..] => Some(*one),
            };
            let (header, block) = block(meant)?;
            let (strange, top) = (&section.keys[first], &section.keys[block.start]);
            Some(Self {
                header,
                table: section.path.iter().map(|&name| Step::from(name)).collect(),
                is_parameter: matches!(known, Known::Parameters),
                key: strange.name.to_owned(),
                span: strange.span,
                first: top.name.to_owned(),
                keys: top.lines.start..section.keys[block.end - 1].lines.end,
            })
        })
    }
}

/// A header and the keys below it.
struct Section<'t> {
    /// The names in the header; none at the top of the file.
    path: Vec<&'t str>,
    keys: Vec<Key<'t>>,
}

struct Key<'t> {
    name: &'t str,
    span: Span,
    /// The whole lines of it and of its value.
    lines: Range<usize>,
    /// Whether nothing stands between it and the one above.
    is_close: bool,
}

fn sections<'t>(toml: &'t str, statements: &[Statement]) -> Vec<Section<'t>> {
    let mut sections = vec![Section { path: Vec::new(), keys: Vec::new() }];
    let mut end = 0;
    for Statement { range, is_header, .. } in statements {
        let text = toml[range.clone()].trim_start();
        let start = range.end - text.len();
        let text = text.lines().next().unwrap_or_default();
        if *is_header {
            let name = text.trim_start_matches('[').split(']').next().unwrap_or_default();
            let path = name.split('.').map(|name| name.trim().trim_matches(['"', '\'']));
            sections.push(Section { path: path.collect(), keys: Vec::new() });
        } else {
            let name = text.split(['=', '.']).next().unwrap_or_default().trim().trim_matches(['"', '\'']);
            let span = Span { start, end: start + text.split('=').next().unwrap_or_default().trim_end().len() };
            let key = Key { name, span, lines: range.clone(), is_close: range.start == end };
            sections.last_mut().expect("there is one from the start").keys.push(key);
        }
        end = range.end;
    }
    sections
}

impl Section<'_> {
    /// The keys that seem to belong to `table`, or to another one that cannot be told; `None` if they do not. The key
    /// number `first` is the first one that is not `known` here.
    fn block(&self, known: &Known<'_>, first: usize, table: Option<&Table<'_>>) -> Option<Range<usize>> {
        let holds = |key: &Key<'_>| table.map_or(!known.has(key.name), |table| table.known.has(key.name));
        // A paragraph belongs together, also where its first keys are known above.
        let paragraph = self.keys[..=first].iter().rposition(|key| !key.is_close).unwrap_or_default();
        let is_of_table = |keys: &[Key<'_>]| table.is_some() && keys.iter().all(holds);
        let start = if paragraph > 0 && is_of_table(&self.keys[paragraph..first]) { paragraph } else { first };
        let length = self.keys[start..].iter().take_while(|key| holds(key)).count();
        let block = &self.keys[start..start + length];
        let strange = || block.iter().filter(|key| !known.has(key.name));
        // A header takes all that stands below it: what is known up here must not.
        let is_last = self.keys[start + length..].iter().all(|key| !known.has(key.name));
        let is_certain = is_last
            && match (table, known) {
                (Some(table), _) => length > first - start && table.is_meant_by(self, block, strange().count()),
                // An entry of a file of entries, whose name nobody but its author knows.
                (None, Known::Tables(entries)) => {
                    Known::of(entries).is_some_and(|known| strange().all(|key| known.has(key.name)))
                }
                // Slips have a name that is near.
                (None, _) => {
                    let is_slip = |key: &Key<'_>| nearest(key.name, known.names()).is_some();
                    paragraph == first
                        && first > 0
                        && start + length == self.keys.len()
                        && length > 1
                        && !strange().any(is_slip)
                }
            };
        is_certain.then_some(start..start + length)
    }
}

/// The part of the schema that is about the table with this path.
fn node<'s>(schema: &'s Value, path: &[&str]) -> Option<&'s Value> {
    path.iter().try_fold(schema, |node, name| {
        let inner =
            node.get("properties").and_then(|all| all.get(*name)).or_else(|| node.get("additionalProperties"))?;
        Some(inner.get("items").unwrap_or(inner))
    })
}

/// The keys that a table knows.
enum Known<'s> {
    /// These.
    Names(&'s Map<String, Value>),
    /// Thresholds of checks.
    Parameters,
    /// Languages, each with a text.
    Languages,
    /// None: only tables with names of the author's own, of this kind.
    Tables(&'s Value),
}

impl<'s> Known<'s> {
    /// What the schema of a table says; `None` if its keys are its author's own.
    fn of(node: &'s Value) -> Option<Self> {
        if let Some(properties) = node.get("properties").and_then(Value::as_object) {
            return Some(Self::Names(properties));
        }
        if node.get("x-languages").is_some() {
            return Some(Self::Languages);
        }
        node.get("additionalProperties")?.get("x-parameter").map(|_| Self::Parameters)
    }

    fn has(&self, key: &str) -> bool {
        match self {
            Self::Names(known) => known.contains_key(key),
            Self::Parameters => self.names().any(|name| name == key),
            Self::Languages => {
                let mut parts = key.split('-');
                let is_word = |part: &str| part.bytes().all(|byte| byte.is_ascii_alphanumeric());
                parts.next().is_some_and(|part| part.len() == 2 && is_word(part)) && parts.all(is_word)
            }
            Self::Tables(_) => false,
        }
    }

    fn names(&self) -> impl Iterator<Item = &str> {
        let names = if let Self::Names(known) = self { Some(known.keys().map(String::as_str)) } else { None };
        let parameters = matches!(self, Self::Parameters).then(|| PARAMETERS.iter().map(|(_, name)| *name));
        names.into_iter().flatten().chain(parameters.into_iter().flatten())
    }

    /// How many there are, as far as that is limited.
    fn len(&self) -> usize {
        match self {
            Self::Names(_) | Self::Parameters => self.names().count(),
            Self::Languages | Self::Tables(_) => usize::MAX,
        }
    }
}

/// A table that a file may have at its top, and that one more can be written of.
struct Table<'s> {
    name: &'s str,
    is_list: bool,
    known: Known<'s>,
    required: Vec<&'s str>,
    /// Whether there must be this one; if it is missing that is told in its own way.
    is_missed: bool,
}

fn tables<'s>(schema: &'s Value, sections: &[Section<'_>]) -> Vec<Table<'s>> {
    let names = |node: &'s Value| node.get("required").and_then(Value::as_array).into_iter().flatten();
    let required: Vec<&str> = names(schema).filter_map(Value::as_str).collect();
    let table = |(name, node): (&'s String, &'s Value)| {
        let inner = node.get("items").unwrap_or(node);
        let known = Known::of(inner)?;
        let is_list = node.get("items").is_some();
        let is_key = sections[0].keys.iter().any(|key| key.name == name);
        let is_there = sections.iter().any(|section| section.path.first() == Some(&name.as_str()));
        let required_keys = names(inner).filter_map(Value::as_str).collect();
        let is_missed = !is_list && matches!(known, Known::Names(_)) && required.contains(&name.as_str());
        let is_free = !is_key && (is_list || !is_there);
        is_free.then_some(Table { name, is_list, known, required: required_keys, is_missed })
    };
    schema.get("properties").and_then(Value::as_object).into_iter().flatten().filter_map(table).collect()
}

impl Table<'_> {
    fn header(&self) -> String {
        if self.is_list { format!("[[{}]]", self.name) } else { format!("[{}]", self.name) }
    }

    /// Whether these keys of a section, so many of them unknown there, can only be of this table.
    fn is_meant_by(&self, section: &Section<'_>, keys: &[Key<'_>], strange: usize) -> bool {
        let has = |name: &&str| keys.iter().any(|key| key.name == *name);
        let is_own = section.path.first() == Some(&self.name) || (section.path.is_empty() && self.is_missed);
        let is_whole = !self.required.is_empty() && self.required.iter().all(has);
        !is_own && (strange > 1 || (is_whole && keys.len() > 1))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::diagnostics::Quoting;
    use crate::text::SourcePath;

    fn headed(toml: &str) -> (String, Vec<String>) {
        let keys = |names: &[&str]| names.iter().map(|name| ((*name).to_owned(), json!({}))).collect::<Map<_, _>>();
        let pair = json!({ "properties": keys(&["id", "mentor", "mentee"]), "required": ["id", "mentor", "mentee"] });
        let schema = json!({ "properties": {
            "title": {},
            "pair": { "items": pair },
            "change": { "items": { "properties": keys(&["id", "date", "text"]) } },
            "calendar": { "properties": keys(&["enabled", "domain"]) },
        } });
        let path = SourcePath::new("a.toml");
        let subject = Subject { path: &path, entity: "cohort", quoting: Quoting::Values, original: None };
        let headed = with_headers(&subject, toml, &schema);
        let shown = |one: &Diagnostic| {
            let Span { start, end } = one.place.span;
            format!("{} at {}", one.message, &toml[start..end])
        };
        (headed.toml.to_string(), headed.diagnostics.iter().map(shown).collect())
    }

    #[test]
    fn a_header_is_missed_once() {
        let toml = "title = 1\n\n[[change]]\ndate = 1\n\nid = 1\nmentor = 2\nmentee = 3\n\n[[pair]]\nid = 2\n";
        let (mended, found) = headed(toml);
        assert_eq!(found, ["unknown key \"mentor\" in change at mentor"]);
        assert_eq!(mended, toml.replace("\n\nid = 1", "\n\n[[pair]]\nid = 1"));
    }

    #[test]
    fn several_are_missed_each_at_its_place() {
        let toml = "title = 1\nenabled = true\ndomain = 2\n\nmentor = 1\nmentee = 2\n";
        let (mended, found) = headed(toml);
        assert_eq!(
            found,
            ["unknown key \"enabled\" in cohort at enabled", "unknown key \"mentor\" in calendar at mentor"]
        );
        assert_eq!(mended, "title = 1\n[calendar]\nenabled = true\ndomain = 2\n\n[[pair]]\nmentor = 1\nmentee = 2\n");
    }

    #[test]
    fn what_may_be_a_slip_of_one_key_is_no_header() {
        for toml in [
            "title = 1\nmentor = 2\n",
            "titel = 1\nplace = 2\n",
            "[calendar]\nenabled = true\n[[pair]]\nenabled = 1\ndomain = 2\n",
        ] {
            assert_eq!(headed(toml), (toml.to_owned(), Vec::new()));
        }
    }
}
