//! Where names may stand in a file, by every two bytes that follow one another.

use super::pieces::{self, Format};
use crate::plan::pairs::Pairs;

/// For every two bytes what may be found at the second.
pub(super) struct Chances(Pairs);

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

impl Chances {
    /// For words that begin so, in files of a format.
    pub fn new(beginnings: impl IntoIterator<Item = [u8; 2]>, format: Format) -> Self {
        let mut pairs = Pairs::default();
        beginnings.into_iter().for_each(|two| pairs.mark(two, WORD));
        for (before, first) in (0..=u8::MAX).flat_map(|before| (0..=u8::MAX).map(move |first| (before, first))) {
            if pieces::may_begin(before, first, format) {
                pairs.mark([before, first], PIECE);
            }
        }
        Self(pairs)
    }

    /// Tells of the places in a text where something may be found, from left to right. They are those of characters,
    /// never within one, and what begins with the byte before such a place is a character too.
    pub fn each(&self, text: &str, mut look: impl FnMut(usize, Chance)) {
        self.0.each(text, |at, kind| look(at, Chance { word: kind & WORD != 0, piece: kind & PIECE != 0 }));
    }
}

#[cfg(test)]
mod tests {
    use super::{Chance, Chances, Format};

    #[test]
    fn few_places_have_a_chance() {
        let chances = Chances::new([*b"Le", [0xc3, 0x89]], Format::Web);
        let word = Chance { word: true, piece: false };
        let piece = Chance { word: false, piece: true };
        let found = |text: &str| {
            let mut found = Vec::new();
            chances.each(text, |at, chance| found.push((at, chance)));
            found
        };
        assert_eq!(found("Lea Lars l"), [(1, word)]);
        assert_eq!(found("É\u{e9}"), [(1, word)]);
        assert_eq!(found("<b>a</b>. <i>"), [(4, piece)], "a tag behind no letter joins nothing");
        assert_eq!(found("&amp; %C3 \\u"), [(0, piece), (6, piece), (10, piece)], "these may be letters themselves");
    }
}
