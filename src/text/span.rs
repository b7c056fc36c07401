use std::ops::Range;

/// A range of bytes in one source file, end excluded.
///
/// A span does not know its file; a [`Place`](crate::diagnostics::Place) joins the two.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    /// Offset of the first byte.
    pub start: usize,
    /// Offset of the byte behind the last one.
    pub end: usize,
}

impl Span {
    /// The empty span at the top of a file: where something is reported that stands nowhere.
    pub const TOP: Self = Self { start: 0, end: 0 };

    /// The span of what stands nowhere because it could not be read: something was said about it already.
    pub const NOWHERE: Self = Self { start: usize::MAX, end: usize::MAX };

    /// The same bytes, counted from `base` bytes further up.
    #[must_use]
    pub fn shifted(self, base: usize) -> Self {
        Self { start: self.start + base, end: self.end + base }
    }
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Self {
        Self { start: range.start, end: range.end }
    }
}

impl From<Span> for Range<usize> {
    fn from(span: Span) -> Self {
        span.start..span.end
    }
}
