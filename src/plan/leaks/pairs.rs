//! Where a search has to look at all: by every two bytes that follow one another.
//!
//! Every byte of the site passes here. Of a page in German one byte in eight is a capital letter or begins a tag, too
//! many to look at each; two bytes leave few.

use super::pieces::{self, Format};

/// For every two bytes what may be found at the second.
pub(super) struct Pairs(Box<[u8; 1 << 16]>);

/// A word may have begun with the first.
const WORD: u8 = 1;

/// A piece that begins with the second may belong to a word.
const PIECE: u8 = 2;

/// What may be found at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Chance {
    /// A word that begins with the byte before.
    pub word: bool,
    /// A word that this piece belongs to.
    pub piece: bool,
}

impl Pairs {
    /// For words that begin so, in files of a format.
    pub fn new(beginnings: impl IntoIterator<Item = [u8; 2]>, format: Format) -> Self {
        let mut pairs = Box::new([0; 1 << 16]);
        for two in beginnings {
            pairs[index(two)] |= WORD;
        }
        for (before, first) in (0..=u8::MAX).flat_map(|before| (0..=u8::MAX).map(move |first| (before, first))) {
            if pieces::may_begin(before, first, format) {
                pairs[index([before, first])] |= PIECE;
            }
        }
        Self(pairs)
    }

    /// Tells of the places in a text where something may be found, from left to right. They are those of characters,
    /// never within one, and what begins with the byte before such a place is a character too.
    pub fn each(&self, text: &str, mut look: impl FnMut(usize, Chance)) {
        let mut before = 0;
        for (at, byte) in text.bytes().enumerate() {
            let kind = self.0[index([before, byte])];
            if kind != 0 {
                look(at, Chance { word: kind & WORD != 0, piece: kind & PIECE != 0 });
            }
            before = byte;
        }
    }
}

fn index(two: [u8; 2]) -> usize {
    usize::from(u16::from_le_bytes(two))
}

#[cfg(test)]
mod tests {
    use super::{Chance, Format, Pairs};

    #[test]
    fn few_places_have_a_chance() {
        let pairs = Pairs::new([*b"Le", [0xc3, 0x89]], Format::Web);
        let word = Chance { word: true, piece: false };
        let piece = Chance { word: false, piece: true };
        let found = |text| {
            let mut found = Vec::new();
            pairs.each(text, |at, chance| found.push((at, chance)));
            found
        };
        assert_eq!(found("Lea Lars l"), [(1, word)]);
        assert_eq!(found("É\u{e9}"), [(1, word)]);
        assert_eq!(found("<b>a</b>. <i>"), [(4, piece)], "a tag behind no letter joins nothing");
        assert_eq!(found("&amp; %C3 \\u"), [(0, piece), (6, piece), (10, piece)], "these may be letters themselves");
    }
}
