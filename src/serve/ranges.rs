//! Parts of files (RFC 9110 §14).

use std::ops::Range;

use axum::http::{HeaderMap, header};

/// More parts than this are nobody's honest wish; such a request gets the whole.
const MOST_PARTS: usize = 20;

/// How much of a file a request asks for.
#[derive(Debug, PartialEq, Eq)]
pub enum Wanted {
    /// All of it; also where what is asked for cannot be understood.
    Whole,
    /// These parts; none if all of them lie behind the end.
    Parts(Vec<Part>),
}

/// A part of a file that is not empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    first: usize,
    last: usize,
}

impl Part {
    /// Where its bytes lie.
    pub fn bytes(self) -> Range<usize> {
        self.first..self.last + 1
    }

    /// The header that says which part of how much it is.
    pub fn content_range(self, length: usize) -> String {
        format!("bytes {}-{}/{length}", self.first, self.last)
    }
}

/// What a request asks for of a file with this tag and length.
pub fn wanted(headers: &HeaderMap, tag: &str, length: usize) -> Wanted {
    // A part of another version than the one at hand is of no use (RFC 9110 §13.1.5).
    if headers.get(header::IF_RANGE).is_some_and(|version| version != tag) {
        return Wanted::Whole;
    }
    let ranges = headers.get(header::RANGE).and_then(|ranges| ranges.to_str().ok()?.split_once('='));
    match ranges {
        Some((unit, ranges)) if unit.eq_ignore_ascii_case("bytes") => parts(ranges, length).unwrap_or(Wanted::Whole),
        _ => Wanted::Whole,
    }
}

fn parts(ranges: &str, length: usize) -> Option<Wanted> {
    let ranges: Vec<&str> = ranges.split(',').map(str::trim).filter(|range| !range.is_empty()).collect();
    let parts: Vec<Option<Part>> = ranges.iter().map(|range| part(range, length)).collect::<Option<_>>()?;
    let parts: Vec<Part> = parts.into_iter().flatten().collect();
    let sum: usize = parts.iter().map(|part| part.bytes().len()).sum();
    let is_honest = ranges.len() == 1 || (ranges.len() <= MOST_PARTS && sum <= length);
    (!ranges.is_empty() && is_honest).then_some(Wanted::Parts(parts))
}

/// The part that is asked for, if any of it is there; `None` if it is written wrongly.
fn part(range: &str, length: usize) -> Option<Option<Part>> {
    let (first, last) = range.split_once('-')?;
    let (first, last) = (number(first)?, number(last)?);
    let end = length.checked_sub(1);
    let (first, last) = match (first, last) {
        (Some(first), Some(last)) if last < first => return None,
        (Some(first), last) => (first, last.or(end)),
        (None, Some(suffix)) => (length.saturating_sub(suffix), end.filter(|_| suffix > 0)),
        (None, None) => return None,
    };
    let part = end.zip(last).map(|(end, last)| Part { first, last: last.min(end) });
    Some(part.filter(|part| part.first <= part.last))
}

/// A number, or nothing; `None` if it is neither. What is too large to be counted lies behind every end.
fn number(text: &str) -> Option<Option<usize>> {
    if !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    Some((!text.is_empty()).then(|| text.parse().unwrap_or(usize::MAX)))
}

/// Several parts in one body (RFC 9110 §14.6).
pub fn multipart(parts: &[Part], content_type: &str, boundary: &str, bytes: &[u8]) -> Vec<u8> {
    let mut body = Vec::new();
    for part in parts {
        let range = part.content_range(bytes.len());
        let head = format!("--{boundary}\r\nContent-Type: {content_type}\r\nContent-Range: {range}\r\n\r\n");
        body.extend_from_slice(head.as_bytes());
        body.extend_from_slice(&bytes[part.bytes()]);
        body.extend_from_slice(b"\r\n");
    }
    body.extend_from_slice(format!("--{boundary}--\r\n").as_bytes());
    body
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    fn range(written: &'static str) -> Wanted {
        let headers = HeaderMap::from_iter([(header::RANGE, HeaderValue::from_static(written))]);
        wanted(&headers, "\"tag\"", 10)
    }

    fn found(written: &'static str) -> Vec<(usize, usize)> {
        match range(written) {
            Wanted::Whole => panic!("{written} is the whole"),
            Wanted::Parts(parts) => parts.iter().map(|part| (part.first, part.last)).collect(),
        }
    }

    #[test]
    fn parts_of_files_are_those_of_the_standard() {
        assert_eq!(found("bytes=0-3"), [(0, 3)]);
        assert_eq!(found("bytes=4-"), [(4, 9)]);
        assert_eq!(found("bytes=-3"), [(7, 9)]);
        assert_eq!(found("bytes=-30"), [(0, 9)]);
        assert_eq!(found("bytes=8-99"), [(8, 9)]);
        assert_eq!(found("bytes=0-99999999999999999999999"), [(0, 9)]);
        assert_eq!(found("Bytes=0-1, 3-4,-1"), [(0, 1), (3, 4), (9, 9)]);
        assert_eq!(found("bytes=0-1,10-"), [(0, 1)]);
        for behind in ["bytes=10-", "bytes=10-,20-30", "bytes=-0", "bytes=99999999999999999999999-"] {
            assert_eq!(found(behind), []);
        }
        for whole in ["bytes=3-1", "bytes=0-1,4-3", "lines=1-2", "bytes=x", "bytes=-", "bytes=", "bytes=+1-2", "bytes"]
        {
            assert_eq!(range(whole), Wanted::Whole, "{whole}");
        }
    }

    #[test]
    fn whoever_asks_for_more_than_there_is_gets_the_whole() {
        assert_eq!(range("bytes=0-9,0-9"), Wanted::Whole);
        assert_eq!(
            range("bytes=0-0,1-1,2-2,3-3,4-4,5-5,6-6,7-7,8-8,9-9,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1"),
            Wanted::Whole
        );
    }

    #[test]
    fn an_empty_file_has_no_parts() {
        let headers = HeaderMap::from_iter([(header::RANGE, HeaderValue::from_static("bytes=0-"))]);
        assert_eq!(wanted(&headers, "\"tag\"", 0), Wanted::Parts(Vec::new()));
    }

    #[test]
    fn a_part_is_of_the_version_that_is_asked_for() {
        let headers = |version| {
            let range = (header::RANGE, HeaderValue::from_static("bytes=0-1"));
            HeaderMap::from_iter([range, (header::IF_RANGE, HeaderValue::from_static(version))])
        };
        assert_ne!(wanted(&headers("\"tag\""), "\"tag\"", 10), Wanted::Whole);
        assert_eq!(wanted(&headers("\"old\""), "\"tag\"", 10), Wanted::Whole);
    }
}
