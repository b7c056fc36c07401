use std::collections::BTreeMap;

/// Gives the headings of one page their ids (model.md §10).
#[derive(Debug, Default)]
pub struct Slugs {
    taken: BTreeMap<String, usize>,
}

impl Slugs {
    /// The id of a heading: the one its author gave, or its text in lower case, letters and digits kept,
    /// punctuation dropped, spaces as hyphens; a repeat gets `-1`, `-2`. A heading of punctuation alone is a "section".
    pub fn id(&mut self, given: Option<&str>, text: &str) -> String {
        let slug = given.map_or_else(|| slug(text), str::to_owned);
        let count = self.taken.entry(slug.clone()).or_default();
        *count += 1;
        if *count == 1 || given.is_some() {
            return slug;
        }
        let mut number = *count - 1;
        loop {
            let numbered = format!("{slug}-{number}");
            if !self.taken.contains_key(&numbered) {
                self.taken.insert(numbered.clone(), 1);
                return numbered;
            }
            number += 1;
        }
    }
}

fn slug(text: &str) -> String {
    let mut slug = String::with_capacity(text.len());
    for letter in text.trim().chars().flat_map(char::to_lowercase) {
        match letter {
            ' ' | '\t' | '\n' => slug.push('-'),
            _ if letter == '-' || letter.is_alphanumeric() => slug.push(letter),
            _ => {}
        }
    }
    if slug.is_empty() { "section".to_owned() } else { slug }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_of_headings() {
        let mut slugs = Slugs::default();
        assert_eq!(slugs.id(None, "So läuft die Übung"), "so-läuft-die-übung");
        assert_eq!(slugs.id(None, "Was? Wie!"), "was-wie");
        assert_eq!(slugs.id(None, "Was? Wie!"), "was-wie-1");
        assert_eq!(slugs.id(None, "Was wie"), "was-wie-2");
        assert_eq!(slugs.id(Some("own"), "Was wie"), "own");
        assert_eq!(slugs.id(None, "1. a_b"), "1-ab");
        assert_eq!(slugs.id(None, "!!!"), "section");
        assert_eq!(slugs.id(None, "???"), "section-1");
    }
}
