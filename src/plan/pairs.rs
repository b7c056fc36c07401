//! Where a search through a text has to look at all: by every two bytes that follow one another, then by three.
//!
//! Every byte of the site passes here more than once. Of a page in German one byte in eight is a capital letter or begins
//! a tag, too many to look at each; two bytes leave few.

/// For every two bytes what may be found there; 0 is nothing, what the bits mean is up to who searches.
#[derive(Debug)]
pub struct Pairs(Box<[u8; 1 << 16]>);

impl Default for Pairs {
    fn default() -> Self {
        Self(Box::new([0; 1 << 16]))
    }
}

impl Pairs {
    /// Notes that something of this kind may be found at these two bytes.
    pub fn mark(&mut self, two: [u8; 2], kind: u8) {
        self.0[usize::from(u16::from_le_bytes(two))] |= kind;
    }

    /// Tells of the second byte of every pair at which something may be found, and what, from left to right. A text
    /// begins behind a byte 0.
    pub fn each(&self, text: &str, mut look: impl FnMut(usize, u8)) {
        let bytes = text.as_bytes();
        let mut tell = |at: usize, kind: u8| {
            if kind != 0 {
                look(at, kind);
            }
        };
        if let Some(&first) = bytes.first() {
            tell(0, self.kind(u16::from_le_bytes([0, first])));
        }
        let mut from = 0;
        // Eight bytes have seven pairs, most of which have nothing.
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

/// With which three bytes spellings begin, by a hash: so few places of a page pass that a search may begin there. What
/// it lets through need not be a word.
#[derive(Debug)]
pub struct Beginnings {
    bits: Vec<u64>,
    /// Whether a spelling has fewer, and may stand at the end of a text.
    has_short: bool,
}

impl Beginnings {
    /// Of these spellings.
    pub fn of<'s>(spellings: impl Iterator<Item = &'s str>) -> Self {
        let mut beginnings = Self { bits: vec![0; 1 << 10], has_short: false };
        for spelling in spellings {
            match *spelling.as_bytes() {
                [a, b, c, ..] => beginnings.mark([a, b, c]),
                [a, b] => (0..=u8::MAX).for_each(|c| beginnings.mark([a, b, c])),
                [a] => (0..=u8::MAX).for_each(|b| (0..=u8::MAX).for_each(|c| beginnings.mark([a, b, c]))),
                [] => {}
            }
            beginnings.has_short |= spelling.len() < 3;
        }
        beginnings
    }

    fn mark(&mut self, three: [u8; 3]) {
        let (index, bit) = Self::position(three);
        self.bits[index] |= bit;
    }

    /// Whether a spelling may begin so.
    pub fn may_be(&self, bytes: &[u8]) -> bool {
        match bytes {
            [a, b, c, ..] => {
                let (index, bit) = Self::position([*a, *b, *c]);
                self.bits[index] & bit != 0
            }
            _ => self.has_short,
        }
    }

    fn position(bytes: [u8; 3]) -> (usize, u64) {
        let [a, b, c] = bytes.map(usize::from);
        let hash = (a ^ (b << 3) ^ (c << 8) ^ (c >> 2)) & 0xffff;
        (hash >> 6, 1 << (hash & 63))
    }
}

#[cfg(test)]
mod tests {
    use super::{Beginnings, Pairs};

    #[test]
    fn spellings_pass_and_hardly_anything_else() {
        let long = Beginnings::of(["Lea", "Öztürk"].into_iter());
        for (text, may_be) in
            [("Lea", true), ("Leander", true), ("Özil", true), ("Le", false), ("lea", false), ("", false)]
        {
            assert_eq!(long.may_be(text.as_bytes()), may_be, "{text}");
        }
        let short = Beginnings::of(["KI", "B", "Lea"].into_iter());
        for (text, may_be) in
            [("KI", true), ("KI hilft", true), ("B", true), ("B.", true), ("Bar", true), ("Lea", true)]
        {
            assert_eq!(short.may_be(text.as_bytes()), may_be, "{text}");
        }
        let passed = (b'a'..=b'z').filter(|&letter| long.may_be(&[letter, b'x', b'y'])).count();
        assert!(passed < 3, "{passed} of 26 pass");
    }

    #[test]
    fn every_pair_is_met_once_wherever_it_stands() {
        let mut pairs = Pairs::default();
        pairs.mark(*b"ab", 1);
        pairs.mark([0, b'a'], 2);
        pairs.mark(*b"ab", 4);
        for before in 0..17 {
            for behind in 0..17 {
                let text = format!("{}ab{}", "x".repeat(before), "x".repeat(behind));
                let mut found = Vec::new();
                pairs.each(&text, |at, kind| found.push((at, kind)));
                let first = (before == 0).then_some((0, 2));
                assert_eq!(found, first.into_iter().chain([(before + 1, 5)]).collect::<Vec<_>>(), "{text}");
            }
        }
    }
}
