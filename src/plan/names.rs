//! The only place where a person becomes text (model.md §17).

use icu_normalizer::ComposingNormalizerBorrowed;

use crate::document::cohort::Visibility;
use crate::handbook::pair::Pair;
use crate::locale::Texts;

/// Which of the two is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// The young employee.
    Mentor,
    /// The experienced manager.
    Mentee,
}

/// How one of a pair is shown: by name, by initials, or by the word of the role and the number of the pair.
#[must_use]
pub fn person_label(pair: &Pair, side: Side, texts: &Texts) -> String {
    let person = match side {
        Side::Mentor => &pair.mentor,
        Side::Mentee => &pair.mentee,
    };
    match (person.level, &person.data) {
        (Visibility::Public, Some(data)) => data.name.to_string(),
        (Visibility::Initials, Some(data)) => initials(&data.name),
        _ => hidden(pair.number, side, texts),
    }
}

fn hidden(number: usize, side: Side, texts: &Texts) -> String {
    let key = match side {
        Side::Mentor => "mentor-number",
        Side::Mentee => "mentee-number",
    };
    let number = i64::try_from(number).unwrap_or_default();
    texts.format(key, &[("number", number.into())]).unwrap_or_else(|| number.to_string())
}

/// The first letter of each part, as written, with a point: "O. B."
///
/// A letter is one with its marks, however they are stored; what stands in front of it is no part of a name: "(Anna)".
fn initials(name: &str) -> String {
    let name = ComposingNormalizerBorrowed::new_nfc().normalize(name);
    let letters = name.split_whitespace().filter_map(|part| part.chars().find(|letter| letter.is_alphabetic()));
    letters.map(|letter| format!("{letter}.")).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::initials;

    #[test]
    fn initials_keep_letters_as_written() {
        assert_eq!(initials("Lea"), "L.");
        assert_eq!(initials("Ömer  van Berg"), "Ö. v. B.");
        assert_eq!(initials("E\u{301}milie (Anna) 2"), "É. A.");
    }
}
