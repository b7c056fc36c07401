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
