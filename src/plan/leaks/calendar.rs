//! The language of calendars (RFC 5545): words that no person is meant by, although people are called so: `BEGIN`,
//! `STATUS`, `END`.

/// Properties whose values are no text that anybody wrote.
const WITHOUT_TEXT: [&str; 24] = [
    "ACTION",
    "BEGIN",
    "CALSCALE",
    "CLASS",
    "CREATED",
    "DTEND",
    "DTSTAMP",
    "DTSTART",
    "DUE",
    "DURATION",
    "END",
    "EXDATE",
    "LAST-MODIFIED",
    "METHOD",
    "RDATE",
    "RECURRENCE-ID",
    "RRULE",
    "STATUS",
    "TRANSP",
    "TRIGGER",
    "TZID",
    "TZNAME",
    "VERSION",
    "REFRESH-INTERVAL",
];

/// Parameters whose values are no text either: what is said of people stands in others, such as `CN`.
const PARAMETERS_WITHOUT_TEXT: [&str; 11] =
    ["CUTYPE", "ENCODING", "FMTTYPE", "LANGUAGE", "PARTSTAT", "RELATED", "RELTYPE", "ROLE", "RSVP", "TZID", "VALUE"];

/// Whether what begins at `at` belongs to the language: the name of a property or of a parameter, or a value that
/// is chosen from a list.
pub(super) fn is_syntax(text: &str, at: usize) -> bool {
    let start = line_start(text, at);
    let Some(name) = property(&text[start..]) else { return false };
    match text.get(start + name.len()..at) {
        None => true,
        Some(before) => WITHOUT_TEXT.contains(&name) || is_in_parameter(before),
    }
}

/// Where the content line begins that `at` stands in, all its folds undone.
fn line_start(text: &str, at: usize) -> usize {
    let mut start = at;
    loop {
        start = text[..start].rfind('\n').map_or(0, |end| end + 1);
        if start == 0 || !text[start..].starts_with([' ', '\t']) {
            return start;
        }
        start -= 1;
    }
}

/// The name with which a content line begins.
fn property(line: &str) -> Option<&str> {
    let is_part = |byte: &u8| byte.is_ascii_uppercase() || byte.is_ascii_digit() || *byte == b'-';
    let (name, rest) = line.split_at(line.bytes().take_while(is_part).count());
    rest.starts_with([':', ';']).then_some(name)
}

/// Whether, behind a property and this much more of its line, no text stands but the name or a fixed value of a
/// parameter.
fn is_in_parameter(before: &str) -> bool {
    let mut quoted = false;
    let mut parameter = None;
    for (at, letter) in before.char_indices() {
        match letter {
            '"' => quoted = !quoted,
            ':' if !quoted => return false,
            ';' if !quoted => parameter = Some(at + 1),
            _ => {}
        }
    }
    let Some(parameter) = parameter.map(|start| &before[start..]) else { return false };
    parameter.split_once('=').is_none_or(|(name, _)| PARAMETERS_WITHOUT_TEXT.contains(&name))
}

#[cfg(test)]
mod tests {
    use super::is_syntax;

    #[test]
    fn names_of_properties_are_no_names_of_people() {
        let text = "BEGIN:VEVENT\r\nSTATUS:CONFIRMED\r\nDTSTART;TZID=Europe/Paris:20270304T133000\r\n\
                    ATTENDEE;CN=\"PARIS: LEA\";ROLE=CHAIR:mailto:x\r\nSUMMARY:BEGIN\r\n BEGIN here\r\nLEA\r\nBEGIN ROLE\r\n";
        let rows = [
            ("BEGIN:", 0, true),
            ("STATUS", 0, true),
            ("CONFIRMED", 0, true),
            ("TZID", 0, true),
            ("Paris", 0, true),
            ("CN", 0, true),
            ("LEA", 0, false),
            ("ROLE", 0, true),
            ("CHAIR", 0, true),
            ("mailto", 0, false),
            ("SUMMARY", 0, true),
            (":BEGIN\r", 1, false),
            ("BEGIN here", 0, false),
            ("LEA\r\n", 0, false),
            ("BEGIN ROLE", 0, false),
        ];
        for (word, offset, expected) in rows {
            assert_eq!(is_syntax(text, text.find(word).unwrap() + offset), expected, "{word}");
        }
    }
}
