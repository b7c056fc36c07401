//! Finding many words at once in a text, each as a whole word.

use std::collections::{BTreeMap, BTreeSet};
use std::iter::once;
use std::sync::OnceLock;

use aho_corasick::{AhoCorasick, AhoCorasickKind, Anchored, Input, MatchKind, StartKind};
use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};

use super::pairs::Pairs;
use super::pieces::Format;

/// Up to so many spellings the fastest search takes a few megabytes; beyond it a smaller one is used.
const FEW: usize = 4_000;

/// Words that are looked for all at once. It has no `Debug`: the words are names.
pub(super) struct Words {
    automaton: AhoCorasick,
    /// Spelling → whose it is; nobody's if it is innocent.
    owners: Vec<Vec<usize>>,
    /// The first bytes of all spellings: most bytes of a page are none of them.
    first: [bool; 256],
    /// The first two bytes of all spellings.
    first_two: BTreeSet<[u8; 2]>,
    beginnings: Beginnings,
    /// Where the words may begin in a file of each format, once it is asked for.
    pairs: [OnceLock<Pairs>; Format::COUNT],
}

/// With which three bytes spellings begin, by a hash: so few places of a page pass that a search may begin there. What
/// it lets through need not be a word.
struct Beginnings {
    bits: Vec<u64>,
    /// Whether a spelling is too short to tell.
    has_short: bool,
}

impl Beginnings {
    fn of<'s>(spellings: impl Iterator<Item = &'s String>) -> Self {
        let mut beginnings = Self { bits: vec![0; 1 << 10], has_short: false };
        for spelling in spellings {
            match spelling.as_bytes() {
                [a, b, c, ..] => {
                    let (index, bit) = Self::position([*a, *b, *c]);
                    beginnings.bits[index] |= bit;
                }
                _ => beginnings.has_short = true,
            }
        }
        beginnings
    }

    /// Whether a spelling may begin so.
    fn may_be(&self, bytes: &[u8]) -> bool {
        match bytes {
            _ if self.has_short => true,
            [a, b, c, ..] => {
                let (index, bit) = Self::position([*a, *b, *c]);
                self.bits[index] & bit != 0
            }
            _ => false,
        }
    }

    fn position(bytes: [u8; 3]) -> (usize, u64) {
        let [a, b, c] = bytes.map(usize::from);
        let hash = (a ^ (b << 3) ^ (c << 8) ^ (c >> 2)) & 0xffff;
        (hash >> 6, 1 << (hash & 63))
    }
}

/// Letters, and the marks that belong to the letter before them.
pub(super) fn is_letter(character: char) -> bool {
    character.is_alphabetic() || matches!(character, '\u{300}'..='\u{36f}')
}

/// How an apostrophe is written: typed, set, as a letter, and mistaken for a quote or an accent.
const APOSTROPHES: [char; 7] = ['\'', '\u{2019}', '\u{2bc}', '\u{2018}', '\u{2032}', '\u{b4}', '`'];

/// How a hyphen is written: typed, set, and where no line may end.
const HYPHENS: [char; 3] = ['-', '\u{2010}', '\u{2011}'];

/// What joins two names to one.
pub(super) fn is_hyphen(character: char) -> bool {
    HYPHENS.contains(&character)
}

/// What may stand between the letters of one word: O'Hara, Anna-Lena.
pub(super) fn is_joint(character: char) -> bool {
    APOSTROPHES.contains(&character) || is_hyphen(character)
}

/// One spelling for all that are the same word, whatever apostrophe, hyphen or composed letter it is written with.
pub(super) fn canonical(word: &str) -> String {
    ComposingNormalizerBorrowed::new_nfc().normalize(&with_joints(word, APOSTROPHES[0], HYPHENS[0])).into_owned()
}

impl Words {
    /// These words, each with the number of its owner; `None` if there are none.
    ///
    /// What is `innocent` is a word of its own, although it reads like the genitive of another: Andreas, who may be
    /// named, is not Andrea's.
    pub fn new<'w>(
        words: impl IntoIterator<Item = (&'w str, usize)>,
        innocent: impl IntoIterator<Item = &'w str>,
    ) -> Option<Self> {
        let mut owners: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
        for (word, owner) in words {
            for spelling in spellings(word) {
                owners.entry(spelling).or_default().insert(owner);
            }
        }
        for spelling in innocent.into_iter().flat_map(spellings) {
            if spelling.strip_suffix(['s', 'S']).is_some_and(|word| owners.contains_key(word)) {
                owners.entry(spelling).or_default();
            }
        }
        let kind = if owners.len() <= FEW { AhoCorasickKind::DFA } else { AhoCorasickKind::ContiguousNFA };
        let mut builder = AhoCorasick::builder();
        let builder = builder.match_kind(MatchKind::LeftmostLongest).start_kind(StartKind::Anchored).kind(Some(kind));
        let automaton = builder.build(owners.keys()).expect("names are far fewer than an automaton may have states");
        let mut first = [false; 256];
        owners.keys().filter_map(|spelling| spelling.bytes().next()).for_each(|byte| first[usize::from(byte)] = true);
        let first_two = owners.keys().filter_map(|spelling| spelling.as_bytes().first_chunk().copied()).collect();
        let beginnings = Beginnings::of(owners.keys());
        let owners: Vec<Vec<usize>> = owners.into_values().map(|owners| owners.into_iter().collect()).collect();
        let pairs = Default::default();
        (!owners.is_empty()).then_some(Self { automaton, owners, first, first_two, beginnings, pairs })
    }

    /// Where these words may begin in files of a format, and pieces of words may stand.
    pub fn pairs(&self, format: Format) -> &Pairs {
        self.pairs[format as usize].get_or_init(|| Pairs::new(self.first_two.iter().copied(), format))
    }

    /// Tells of every whole word in a text: where it begins and ends, and whose it is.
    pub fn find(&self, text: &str, mut found: impl FnMut(usize, usize, &[usize])) {
        let bytes = text.as_bytes();
        let mut at = 0;
        while let Some(next) = bytes[at..].iter().position(|&byte| self.first[usize::from(byte)]) {
            at += next;
            if let Some((end, owners)) = self.word_at(text, at) {
                if !owners.is_empty() {
                    found(at, end, owners);
                }
                at = end;
            } else {
                // All first bytes are those of a character, so that the search goes on at the next one.
                at += 1;
            }
        }
    }

    /// The longest whole word that begins here: where it ends, and whose it is; nobody's if it is innocent.
    pub fn word_at(&self, text: &str, at: usize) -> Option<(usize, &[usize])> {
        if !self.beginnings.may_be(&text.as_bytes()[at..]) || follows_letter(text, at) {
            return None;
        }
        let mut limit = text.len();
        loop {
            let input = Input::new(text.as_bytes()).range(at..limit).anchored(Anchored::Yes);
            let hit = self.automaton.find(input)?;
            if is_end_of_word(&text[hit.end()..]) {
                return Some((hit.end(), &self.owners[hit.pattern().as_usize()]));
            }
            // A shorter word may end here: "Anna" where "Anna-Lena" goes on.
            limit = hit.end() - 1;
        }
    }
}

fn follows_letter(text: &str, at: usize) -> bool {
    match &text.as_bytes()[..at] {
        [] => false,
        // The end of a line in calendars and data: "first\nLea".
        [.., b'\\', b'n' | b'N' | b'r' | b't'] => false,
        [.., before] if before.is_ascii() => before.is_ascii_alphabetic(),
        _ => text[..at].ends_with(is_letter),
    }
}

/// Whether no letter stands behind a word, the "s" of a genitive set aside.
fn is_end_of_word(behind: &str) -> bool {
    let genitive = behind.strip_prefix(['s', 'S']).is_some_and(|rest| !rest.starts_with(is_letter));
    genitive || !behind.starts_with(is_letter)
}

/// As written and in capitals, with letters and marks composed or not, with every apostrophe and hyphen.
fn spellings(word: &str) -> BTreeSet<String> {
    let composed = ComposingNormalizerBorrowed::new_nfc();
    let decomposed = DecomposingNormalizerBorrowed::new_nfd();
    let both = |word: String| [composed.normalize(&word).into_owned(), decomposed.normalize(&word).into_owned()];
    let joined = APOSTROPHES
        .iter()
        .flat_map(|&apostrophe| HYPHENS.iter().map(move |&hyphen| with_joints(word, apostrophe, hyphen)));
    once(word.to_owned()).chain(joined).flat_map(|word| [word.to_uppercase(), word]).flat_map(both).collect()
}

fn with_joints(word: &str, apostrophe: char, hyphen: char) -> String {
    let joint = |letter: char| match letter {
        letter if APOSTROPHES.contains(&letter) => apostrophe,
        letter if HYPHENS.contains(&letter) => hyphen,
        letter => letter,
    };
    word.chars().map(joint).collect()
}

#[cfg(test)]
mod tests {
    use super::Words;

    /// What is found of these words, as it stands in the text.
    fn found(words: &[&str], text: &str) -> String {
        let words = Words::new(words.iter().copied().zip(0..), ["Andreas", "Marka"]).unwrap();
        let mut found = Vec::new();
        words.find(text, |start, end, _| found.push(text[start..end].to_owned()));
        found.join(" ")
    }

    #[test]
    fn whole_words_are_found_in_their_forms() {
        let rows = [
            ("Lea", "Lea"),
            ("lea, LEA and Lea!", "LEA Lea"),
            ("Leas Idee, Lea's idea, LEAS IDEE", "Lea Lea LEA"),
            ("Leander, Azalea, Lean, Leass", ""),
            ("Lea2027.jpg Lea_2 (Lea)", "Lea Lea Lea"),
            ("éLea Leaé Lea\u{301}", ""),
            ("Ask\\nLea, nLea", "Lea"),
        ];
        for (text, expected) in rows {
            assert_eq!(found(&["Lea"], text), expected, "{text}");
        }
    }

    #[test]
    fn a_word_inside_of_another_is_not_lost() {
        assert_eq!(found(&["Lea", "Leandra"], "Leandra and Lea"), "Leandra Lea");
        assert_eq!(found(&["Anna-Lena", "Lena"], "Johanna-Lena, XAnna-Lena"), "Lena Lena");
        assert_eq!(found(&["Anna-Lena", "Anna"], "Anna-Lenau Anna-Lena Öanna"), "Anna Anna-Lena");
    }

    #[test]
    fn marks_may_stand_by_themselves() {
        assert_eq!(found(&["Zoë"], "Zoe\u{308}"), "Zoe\u{308}");
        assert_eq!(found(&["Zoe\u{308}"], "Zoë and ZOË"), "Zoë ZOË");
    }

    #[test]
    fn apostrophes_and_hyphens_are_written_in_many_ways() {
        assert_eq!(
            found(&["O'Neil"], "O'Neil O’Neil OʼNEIL O‘Neils O`Neil O Neil"),
            "O'Neil O’Neil OʼNEIL O‘Neil O`Neil"
        );
        assert_eq!(found(&["O’Neil"], "O'Neil, O´Neil"), "O'Neil O´Neil");
        assert_eq!(found(&["Anna-Lena"], "Anna\u{2011}Lena"), "Anna\u{2011}Lena");
    }

    #[test]
    fn a_word_of_its_own_is_no_genitive() {
        assert_eq!(found(&["Andrea"], "Andreas, ANDREAS, Andrea's, Andrea"), "Andrea Andrea");
        assert_eq!(found(&["Mark"], "Marks Marka"), "Mark");
    }

    #[test]
    fn without_words_there_is_nothing_to_search() {
        assert!(Words::new([], ["Andreas"]).is_none());
    }
}
