use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use super::{Fingerprint, SourcePath, Span};

/// Everything that was read from the handbook's folder: path → bytes, in the order of the paths.
pub type Sources = BTreeMap<SourcePath, Arc<Source>>;

/// The files that differ between two states of a handbook, in the order of their paths.
#[must_use]
pub fn changed(before: &Sources, now: &Sources) -> Vec<SourcePath> {
    let (mut before, mut now) = (before.iter().peekable(), now.iter().peekable());
    let mut changed = Vec::new();
    loop {
        let order = match (before.peek(), now.peek()) {
            (Some((old, _)), Some((new, _))) => old.cmp(new),
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (None, None) => return changed,
        };
        let old = if order.is_le() { before.next() } else { None };
        let new = if order.is_ge() { now.next() } else { None };
        let is_same = matches!((old, new), (Some((_, old)), Some((_, new)))
            if Arc::ptr_eq(old, new) || old.bytes == new.bytes);
        if !is_same {
            changed.extend(old.or(new).map(|(path, _)| path.clone()));
        }
    }
}

/// One file as it was read. It may hold anything; whether it is text is asked when a kind of file is parsed.
#[derive(Debug, Clone)]
pub struct Source {
    /// Where the file lies, from the root of the handbook.
    pub path: SourcePath,
    /// Its contents, untouched.
    pub bytes: Arc<[u8]>,
    /// The hash of the contents, once somebody has asked for it.
    fingerprint: OnceLock<Fingerprint>,
    /// The same contents as text, or the offset of the first byte that is not UTF-8; looked through only once.
    text: Result<Arc<str>, usize>,
}

/// A place as people count it: from 1, columns in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
}

impl Source {
    /// A source with these contents.
    #[must_use]
    pub fn new(path: SourcePath, bytes: impl Into<Vec<u8>>) -> Self {
        let bytes = bytes.into();
        let (bytes, text): (Arc<[u8]>, _) = match simdutf8::compat::from_utf8(&bytes) {
            Ok(text) => {
                let text: Arc<str> = text.into();
                (Arc::clone(&text).into(), Ok(text))
            }
            Err(error) => (bytes.into(), Err(error.valid_up_to())),
        };
        Self { path, bytes, fingerprint: OnceLock::new(), text }
    }

    /// The hash of the contents.
    pub fn fingerprint(&self) -> Fingerprint {
        *self.fingerprint.get_or_init(|| Fingerprint::of(&self.bytes))
    }

    /// The contents as text, or the offset of the first byte that is not UTF-8.
    ///
    /// # Errors
    /// The offset of the first byte that does not belong to a UTF-8 text.
    pub fn text(&self) -> Result<&str, usize> {
        self.text.as_deref().map_err(|&valid_up_to| valid_up_to)
    }

    /// Line and column of a byte; a byte behind the end counts as the end.
    ///
    /// A byte-order mark has no column of its own.
    #[must_use]
    pub fn position(&self, offset: usize) -> Position {
        let before = &self.bytes[..offset.min(self.bytes.len())];
        let line_start = before.iter().rposition(|&byte| byte == b'\n').map_or(0, |at| at + 1);
        let line = before.iter().filter(|&&byte| byte == b'\n').count() + 1;
        let in_line = String::from_utf8_lossy(&before[line_start..]);
        let column = in_line.trim_start_matches('\u{feff}').chars().count() + 1;
        Position { line, column }
    }

    /// The span of a whole line without its end, counted from 1; the top of the file if there is no such line.
    #[must_use]
    pub fn line_span(&self, line: usize) -> Span {
        let mut start = 0;
        for (number, text) in self.bytes.split(|&byte| byte == b'\n').enumerate() {
            if number + 1 == line {
                return Span { start, end: start + text.len() };
            }
            start += text.len() + 1;
        }
        Span::TOP
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_and_not_bytes() {
        let source = Source::new(SourcePath::new("a.md"), "ü = 1\nöäü x".as_bytes());
        assert_eq!(source.position(0), Position { line: 1, column: 1 });
        assert_eq!(source.position(2), Position { line: 1, column: 2 });
        assert_eq!(source.position(7 + 6), Position { line: 2, column: 4 });
        assert_eq!(source.position(999), Position { line: 2, column: 6 });
    }

    #[test]
    fn a_byte_order_mark_takes_no_column() {
        let source = Source::new(SourcePath::new("a.md"), "\u{feff}+++\n".as_bytes());
        assert_eq!(source.position(3), Position { line: 1, column: 1 });
    }
}
