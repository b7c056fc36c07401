//! Finding many words at once in a text, each as a whole word.

use std::collections::{BTreeMap, BTreeSet};

use aho_corasick::{AhoCorasick, AhoCorasickKind, Input, MatchKind};
use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};

/// Up to so many spellings the fastest search takes a few megabytes; beyond it a smaller one is used.
const FEW: usize = 4_000;

/// Words that are looked for all at once. It has no `Debug`: the words are names.
pub(super) struct Words {
    automaton: AhoCorasick,
    /// Spelling → whose it is.
    owners: Vec<Vec<usize>>,
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
        let builder = builder.match_kind(MatchKind::LeftmostLongest).kind(Some(kind));
        let automaton = builder.build(owners.keys()).expect("names are far fewer than an automaton may have states");
        let owners: Vec<Vec<usize>> = owners.into_values().map(|owners| owners.into_iter().collect()).collect();
        (!owners.is_empty()).then_some(Self { automaton, owners })
    }

    /// Tells of every whole word in a text: where it begins and ends, and whose it is.
    pub fn find(&self, text: &str, mut found: impl FnMut(usize, usize, &[usize])) {
        let mut from = 0;
        while let Some(hit) = self.automaton.find(Input::new(text).range(from..)) {
            if is_whole(text, hit.start(), hit.end()) {
                found(hit.start(), hit.end(), &self.owners[hit.pattern().as_usize()]);
                from = hit.end();
            } else {
                // Another word may begin inside of what was none.
                from = hit.start() + text[hit.start()..].chars().next().map_or(1, char::len_utf8);
            }
        }
    }
}

/// As written and in capitals, with letters and marks composed or not.
fn spellings(word: &str) -> BTreeSet<String> {
    let composed = ComposingNormalizerBorrowed::new_nfc();
    let decomposed = DecomposingNormalizerBorrowed::new_nfd();
    let spellings = [word.to_owned(), word.to_uppercase()];
    let both = |word: &String| [composed.normalize(word).into_owned(), decomposed.normalize(word).into_owned()];
    spellings.iter().flat_map(both).collect()
}

/// Whether no letter stands before or behind it, the "s" of a genitive set aside.
fn is_whole(text: &str, start: usize, end: usize) -> bool {
    let behind = &text[end..];
    let genitive = behind.strip_prefix(['s', 'S']).is_some_and(|rest| !begins_with_letter(rest));
    !text[..start].ends_with(is_letter) && (genitive || !begins_with_letter(behind))
}

fn begins_with_letter(text: &str) -> bool {
    text.starts_with(is_letter)
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
