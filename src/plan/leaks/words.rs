//! Finding many words at once in a text, each as a whole word.

use std::collections::{BTreeMap, BTreeSet};

use aho_corasick::{AhoCorasick, AhoCorasickKind, Anchored, Input, MatchKind, StartKind};
use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};

/// Up to so many spellings the fastest search takes a few megabytes; beyond it a smaller one is used.
const FEW: usize = 4_000;

/// Words that are looked for all at once. It has no `Debug`: the words are names.
pub(super) struct Words {
    automaton: AhoCorasick,
    /// Spelling → whose it is.
    owners: Vec<Vec<usize>>,
    /// The first bytes of all spellings: most bytes of a page are none of them.
    first: [bool; 256],
}

/// Letters, and the marks that belong to the letter before them.
pub(super) fn is_letter(character: char) -> bool {
    character.is_alphabetic() || matches!(character, '\u{300}'..='\u{36f}')
}

impl Words {
    /// These words, each with the number of its owner; `None` if there are none.
    pub fn new<'w>(words: impl IntoIterator<Item = (&'w str, usize)>) -> Option<Self> {
        let mut owners: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
        for (word, owner) in words {
            for spelling in spellings(word) {
                owners.entry(spelling).or_default().insert(owner);
            }
        }
        let kind = if owners.len() <= FEW { AhoCorasickKind::DFA } else { AhoCorasickKind::ContiguousNFA };
        let mut builder = AhoCorasick::builder();
        let builder = builder.match_kind(MatchKind::LeftmostLongest).start_kind(StartKind::Anchored).kind(Some(kind));
        let automaton = builder.build(owners.keys()).expect("names are far fewer than an automaton may have states");
        let mut first = [false; 256];
        owners.keys().filter_map(|spelling| spelling.bytes().next()).for_each(|byte| first[usize::from(byte)] = true);
        let owners: Vec<Vec<usize>> = owners.into_values().map(|owners| owners.into_iter().collect()).collect();
        (!owners.is_empty()).then_some(Self { automaton, owners, first })
    }

    /// Tells of every whole word in a text: where it begins and ends, and whose it is.
    pub fn find(&self, text: &str, mut found: impl FnMut(usize, usize, &[usize])) {
        let bytes = text.as_bytes();
        let mut at = 0;
        while let Some(next) = bytes[at..].iter().position(|&byte| self.first[usize::from(byte)]) {
            at += next;
            if let Some((end, owners)) = self.word_at(text, at) {
                found(at, end, owners);
                at = end;
            } else {
                // All first bytes are those of a character, so that the search goes on at the next one.
                at += 1;
            }
        }
    }

    /// The longest whole word that begins here: where it ends, and whose it is.
    fn word_at(&self, text: &str, at: usize) -> Option<(usize, &[usize])> {
        if follows_letter(text, at) {
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
    match text.as_bytes()[..at].last() {
        None => false,
        Some(before) if before.is_ascii() => before.is_ascii_alphabetic(),
        Some(_) => text[..at].ends_with(is_letter),
    }
}

/// Whether no letter stands behind a word, the "s" of a genitive set aside.
fn is_end_of_word(behind: &str) -> bool {
    let genitive = behind.strip_prefix(['s', 'S']).is_some_and(|rest| !rest.starts_with(is_letter));
    genitive || !behind.starts_with(is_letter)
}

/// As written and in capitals, with letters and marks composed or not.
fn spellings(word: &str) -> BTreeSet<String> {
    let composed = ComposingNormalizerBorrowed::new_nfc();
    let decomposed = DecomposingNormalizerBorrowed::new_nfd();
    let spellings = [word.to_owned(), word.to_uppercase()];
    let both = |word: &String| [composed.normalize(word).into_owned(), decomposed.normalize(word).into_owned()];
    spellings.iter().flat_map(both).collect()
}

#[cfg(test)]
mod tests {
    use super::Words;

    /// What is found of these words, as it stands in the text.
    fn found(words: &[&str], text: &str) -> String {
        let words = Words::new(words.iter().copied().zip(0..)).unwrap();
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
    fn without_words_there_is_nothing_to_search() {
        assert!(Words::new([]).is_none());
    }
}
