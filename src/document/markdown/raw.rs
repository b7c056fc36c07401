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

/// An opening tag of raw HTML, in lower case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RawElement {
    /// Where the tag begins.
    pub start: usize,
    /// Its name.
    pub name: String,
    /// The names and values of its attributes; none if the tag is not closed.
    pub attributes: Vec<(String, String)>,
}

/// The links and pictures of a piece of raw HTML. A tag that is not closed in it is left aside.
#[must_use]
pub fn raw_tags(html: &str) -> Vec<RawTag> {
    let tag = |tag: Tag| {
        let find = |wanted: &str| {
            let of_name = |range: &Range<usize>| html[range.clone()].eq_ignore_ascii_case(wanted);
            tag.attributes.iter().find(|(name, _)| of_name(name)).map(|(_, value)| value.clone())
        };
        let (target, kind) = match tag.name(html).as_str() {
            "a" => (find("href"), RawKind::Link),
            "img" if find("alt").is_some() => (find("src"), RawKind::Picture),
            "img" => (find("src"), RawKind::PictureWithoutAlt),
            _ => return None,
        };
        Some(RawTag { range: tag.start..tag.end?, target, kind })
    };
    tags(html).into_iter().filter_map(tag).collect()
}

/// The opening tags of a piece of raw HTML.
#[must_use]
pub fn raw_elements(html: &str) -> Vec<RawElement> {
    let written = |range: &Range<usize>| html[range.clone()].to_ascii_lowercase();
    let attributes = |tag: &Tag| tag.attributes.iter().map(|(name, value)| (written(name), written(value))).collect();
    let element = |tag: Tag| RawElement { start: tag.start, name: tag.name(html), attributes: attributes(&tag) };
    tags(html).into_iter().map(element).collect()
}

/// The ids that tags of raw HTML give to places of the page, with the names that `<a name="…">` gives.
#[must_use]
pub fn raw_ids(html: &str) -> Vec<String> {
    let of_tag = |tag: Tag| {
        let is_link = tag.name(html) == "a";
        let gives_id = move |key: &str| key.eq_ignore_ascii_case("id") || (is_link && key.eq_ignore_ascii_case("name"));
        tag.attributes.into_iter().filter(move |(key, _)| gives_id(&html[key.clone()]))
    };
    tags(html).into_iter().flat_map(of_tag).map(|(_, value)| html[value].trim().to_owned()).collect()
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

/// An opening tag: where it and what it says stand.
struct Tag {
    start: usize,
    name: Range<usize>,
    attributes: Vec<Attribute>,
    /// Where it ends; `None` if it is not closed.
    end: Option<usize>,
}

impl Tag {
    fn name(&self, html: &str) -> String {
        html[self.name.clone()].to_ascii_lowercase()
    }
}

/// All opening tags. What stands in a comment, a script or a style is none.
fn tags(html: &str) -> Vec<Tag> {
    let find = |from: usize, what: &str| html[from..].find(what).map(|found| from + found);
    let mut tags = Vec::new();
    let mut at = 0;
    while let Some(start) = find(at, "<") {
        at = start + 1;
        if html[start..].starts_with("<!--") {
            at = find(start + 4, "-->").unwrap_or(html.len());
            continue;
        }
        let length = html[at..].find(|letter: char| !letter.is_ascii_alphanumeric() && letter != '-');
        let name = at..at + length.unwrap_or(html.len() - at);
        if name.is_empty() {
            continue;
        }
        let (attributes, end) = attributes(html, name.end).map_or((Vec::new(), None), |(all, end)| (all, Some(end)));
        let tag = Tag { start, name, attributes, end };
        at = end.unwrap_or(tag.name.end);
        if matches!(tag.name(html).as_str(), "script" | "style") {
            at = find(at, "</").unwrap_or(html.len());
        }
        tags.push(tag);
    }
    tags
}

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
