use std::ops::Range;

/// A link or a picture in raw HTML: `<a href="…">`, `<img src="…" alt="…">`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RawTag {
    /// Where the tag stands.
    pub range: Range<usize>,
    /// Where its target stands, without quotes; `None` if it has none.
    pub target: Option<Range<usize>>,
    /// What it is.
    pub kind: RawKind,
}

/// What a tag of raw HTML is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RawKind {
    /// `<a>`.
    Link,
    /// `<img>` with an alternative text, which may be empty for what is only decoration.
    Picture,
    /// `<img>` without.
    PictureWithoutAlt,
}

/// The links and pictures of a piece of raw HTML. A tag that is not closed in it is left aside.
#[must_use]
pub fn raw_tags(html: &str) -> Vec<RawTag> {
    let mut tags = Vec::new();
    let mut at = 0;
    while let Some(open) = html[at..].find('<').map(|found| at + found) {
        at = open + 1;
        if let Some(comment) = html[open..].strip_prefix("<!--") {
            at = comment.find("-->").map_or(html.len(), |end| open + 4 + end);
            continue;
        }
        let name = html[at..].find(|letter: char| !letter.is_ascii_alphanumeric()).unwrap_or_default();
        let name = &html[at..at + name];
        let Some((attributes, end)) = attributes(html, at + name.len()) else { continue };
        let range = open..end;
        let find = |wanted: &str| {
            let of_name = |range: &Range<usize>| html[range.clone()].eq_ignore_ascii_case(wanted);
            attributes.iter().find(|(name, _)| of_name(name)).map(|(_, value)| value.clone())
        };
        if name.eq_ignore_ascii_case("a") {
            tags.push(RawTag { range, target: find("href"), kind: RawKind::Link });
        } else if name.eq_ignore_ascii_case("img") {
            let kind = if find("alt").is_some() { RawKind::Picture } else { RawKind::PictureWithoutAlt };
            tags.push(RawTag { range, target: find("src"), kind });
        }
    }
    tags
}

/// An opening tag of raw HTML, in lower case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RawElement {
    /// Where the tag begins.
    pub start: usize,
    /// Its name.
    pub name: String,
    /// The names and values of its attributes.
    pub attributes: Vec<(String, String)>,
}

/// The opening tags of a piece of raw HTML without comments. What stands in a script or a style is none.
#[must_use]
pub fn raw_elements(html: &str) -> Vec<RawElement> {
    let mut elements = Vec::new();
    let mut at = 0;
    while let Some(open) = html[at..].find('<').map(|found| at + found + 1) {
        let length = html[open..].find(|letter: char| !letter.is_ascii_alphanumeric() && letter != '-');
        let name = html[open..open + length.unwrap_or(html.len() - open)].to_ascii_lowercase();
        at = open + name.len();
        if name.is_empty() {
            continue;
        }
        let (found, end) = attributes(html, at).unwrap_or((Vec::new(), html.len()));
        let written = |range: Range<usize>| html[range].to_ascii_lowercase();
        let attributes = found.into_iter().map(|(name, value)| (written(name), written(value))).collect();
        at = match name.as_str() {
            "script" | "style" => html[end..].find("</").map_or(html.len(), |close| end + close),
            _ => end,
        };
        elements.push(RawElement { start: open - 1, name, attributes });
    }
    elements
}

/// The ids that tags of raw HTML give to places of the page, with the names that `<a name="…">` gives.
#[must_use]
pub fn raw_ids(html: &str) -> Vec<String> {
    let mut ids = Vec::new();
    let html = without_comments(html, &mut false);
    for (at, _) in html.match_indices('<') {
        let name = html[at + 1..].find(|letter: char| !letter.is_ascii_alphanumeric()).unwrap_or_default();
        let is_link = html[at + 1..at + 1 + name].eq_ignore_ascii_case("a");
        let Some((attributes, _)) = attributes(&html, at + 1 + name).filter(|_| name > 0) else { continue };
        let gives_id = |key: &str| key.eq_ignore_ascii_case("id") || (is_link && key.eq_ignore_ascii_case("name"));
        let given = attributes.into_iter().filter(|(key, _)| gives_id(&html[key.clone()]));
        ids.extend(given.map(|(_, value)| html[value].trim().to_owned()));
    }
    ids
}

/// A piece of HTML with blanks in the place of comments; `in_comment` says whether one goes on from piece to piece.
#[must_use]
pub fn without_comments(html: &str, in_comment: &mut bool) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while !rest.is_empty() {
        let (piece, behind, goes_on): (String, &str, bool) = if *in_comment {
            let end = rest.find("-->").map(|at| at + "-->".len());
            let (comment, behind) = rest.split_at(end.unwrap_or(rest.len()));
            let blanks = comment.bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' });
            (blanks.collect(), behind, end.is_none())
        } else {
            let start = rest.find("<!--");
            let (text, behind) = rest.split_at(start.unwrap_or(rest.len()));
            (text.to_owned(), behind, start.is_some())
        };
        out.push_str(&piece);
        *in_comment = goes_on;
        rest = behind;
    }
    out
}

/// Name and value of an attribute.
type Attribute = (Range<usize>, Range<usize>);

/// The attributes of a tag from behind its name, and where the tag ends; `None` if it does not.
fn attributes(html: &str, mut at: usize) -> Option<(Vec<Attribute>, usize)> {
    let bytes = html.as_bytes();
    let until = |from: usize, is_end: &dyn Fn(u8) -> bool| {
        let rest = bytes.get(from..).unwrap_or_default();
        rest.iter().position(|&byte| is_end(byte)).map_or(bytes.len(), |found| from + found)
    };
    let mut attributes = Vec::new();
    loop {
        at = until(at, &|byte| !byte.is_ascii_whitespace() && byte != b'/');
        if *bytes.get(at)? == b'>' {
            return Some((attributes, at + 1));
        }
        let name = at..until(at + 1, &|byte| byte.is_ascii_whitespace() || b"=>/".contains(&byte));
        at = until(name.end, &|byte| !byte.is_ascii_whitespace());
        let mut value = name.end..name.end;
        if bytes.get(at) == Some(&b'=') {
            at = until(at + 1, &|byte| !byte.is_ascii_whitespace());
            value = match bytes.get(at)? {
                quote @ (b'"' | b'\'') => at + 1..until(at + 1, &|byte| byte == *quote),
                _ => at..until(at, &|byte| byte.is_ascii_whitespace() || byte == b'>'),
            };
            let is_quoted = matches!(bytes[at], b'"' | b'\'');
            at = value.end + usize::from(is_quoted);
        }
        attributes.push((name, value));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_that_are_cut_anywhere_do_no_harm() {
        let html = "<p onclick=\"ü\" x = y><a href='b'><img  src=c alt>";
        for end in (0..=html.len()).filter(|end| html.is_char_boundary(*end)) {
            for start in (0..=end).filter(|start| html.is_char_boundary(*start)) {
                assert!(raw_tags(&html[start..end]).len() <= 2);
            }
        }
        assert_eq!(raw_tags(html).len(), 2);
    }

    #[test]
    fn places_with_names_are_found() {
        let html = "<a id=x name='y z'></a> <!-- <b id=no> --> <h2 class=a ID=\"ü\">a < b</h2> <p name=no>";
        assert_eq!(raw_ids(html), ["x", "y z", "ü"]);
        let mut in_comment = false;
        assert_eq!(without_comments("a<!-- <p> -->b<!-- c\n", &mut in_comment), "a            b      \n");
        assert_eq!(without_comments("d --> e", &mut in_comment), "      e");
    }

    #[test]
    fn links_and_pictures_are_found() {
        let html = "<p><a class=x HREF='b.md'>x</a> <img src=\"y.png\"><img alt src=z/> <!-- <a href=q> --> <abbr> <a";
        let tags = raw_tags(html);
        let found: Vec<_> = tags.iter().map(|tag| (tag.kind, tag.target.clone().map(|range| &html[range]))).collect();
        assert_eq!(
            found,
            [
                (RawKind::Link, Some("b.md")),
                (RawKind::PictureWithoutAlt, Some("y.png")),
                (RawKind::Picture, Some("z/")),
            ]
        );
    }
}
