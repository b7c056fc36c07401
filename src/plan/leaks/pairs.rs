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
        let bytes = text.as_bytes();
        let mut tell = |at: usize, kind: u8| {
            if kind != 0 {
                look(at, Chance { word: kind & WORD != 0, piece: kind & PIECE != 0 });
            }
        };
        if let Some(&first) = bytes.first() {
            tell(0, self.kind(u16::from_le_bytes([0, first])));
        }
        let mut from = 0;
        // Eight bytes have seven pairs, most of which have no chance.
        while let Some(eight) = bytes[from..].first_chunk() {
            let eight = u64::from_le_bytes(*eight);
            let kind = |at: usize| self.kind((eight >> (8 * at)) as u16);
            // An array of the seven would be filled each time, which takes half as long again.
            if kind(0) | kind(1) | kind(2) | kind(3) | kind(4) | kind(5) | kind(6) != 0 {
                (0..7).for_each(|at| tell(from + 1 + at, kind(at)));
            }
            from += 7;
        }
        for (two, at) in bytes[from..].windows(2).zip(from + 1..) {
            tell(at, self.kind(u16::from_le_bytes([two[0], two[1]])));
        }
    }

    fn kind(&self, two: u16) -> u8 {
        self.0[usize::from(two)]
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
        let found = |text: &str| {
            let mut found = Vec::new();
            pairs.each(text, |at, chance| found.push((at, chance)));
            found
        };
        assert_eq!(found("Lea Lars l"), [(1, word)]);
        assert_eq!(found("É\u{e9}"), [(1, word)]);
        assert_eq!(found("<b>a</b>. <i>"), [(4, piece)], "a tag behind no letter joins nothing");
        assert_eq!(found("&amp; %C3 \\u"), [(0, piece), (6, piece), (10, piece)], "these may be letters themselves");
        for before in 0..17 {
            let text = "l".repeat(before) + "Le";
            assert_eq!(found(&text), [(before + 1, word)], "wherever it stands");
            assert_eq!(found(&(text + "lllllllll")), [(before + 1, word)], "and however much follows");
        }
    }
}
