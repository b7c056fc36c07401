//! From a template in two languages to the files of a handbook in its own.
//!
//! Templates lie in `src/starter/`. `<<German || English>>` is a text of the handbook, `{{German || English}}` are words
//! to its author, `%name%` is filled in, and below front matter `::: de`, `::: en` and `:::` hold the two bodies.
//! Other languages than German get the English words, for their authors to translate.

use crate::locale::Locale;

/// The languages of a handbook and what is to be filled in.
pub(super) struct Wording {
    /// Its languages, the default one first.
    languages: Vec<Locale>,
    /// Name → value.
    values: Vec<(&'static str, String)>,
}

impl Wording {
    /// For a handbook in these languages, the default one first.
    pub fn new(languages: Vec<Locale>) -> Self {
        Self { languages, values: Vec::new() }
    }

    /// With a value for `%name%`.
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.values.push((name, value.into()));
        self
    }

    /// The language of whoever writes the handbook.
    pub fn author(&self) -> &Locale {
        &self.languages[0]
    }

    /// A file of data: each text stands there in every language.
    pub fn data(&self, template: &str) -> String {
        let text = self.filled(template);
        let texts = segments(&text, "<<", ">>", |both| self.localized(both));
        self.for_author(&texts)
    }

    /// A text for the author alone, such as a README.
    pub fn letter(&self, template: &str) -> String {
        body(&self.filled(template), self.author())
    }

    /// The pages that one template makes: `path` for the default language, `name.<tag>.md` for the others.
    pub fn pages(&self, path: &str, template: &str) -> Vec<(String, String)> {
        let text = self.filled(template);
        let stem = path.trim_end_matches(".md");
        let others = self.languages[1..].iter().map(|tag| (format!("{stem}.{tag}.md"), translation(&text, tag)));
        std::iter::once((path.to_owned(), self.original(&text))).chain(others).collect()
    }

    /// A text without structure: front matter is not needed, a translation has all of it.
    fn original(&self, text: &str) -> String {
        let (front, rest) = cut(text);
        let front = segments(front, "<<", ">>", |both| quoted(spoken(both, self.author())));
        self.for_author(&front) + &body(rest, self.author())
    }

    fn for_author(&self, text: &str) -> String {
        segments(text, "{{", "}}", |both| spoken(both, self.author()))
    }

    fn localized(&self, both: &str) -> String {
        match self.languages.as_slice() {
            [only] => quoted(spoken(both, only)),
            all => {
                let text = |tag: &Locale| format!("{tag} = {}", quoted(spoken(both, tag)));
                format!("{{ {} }}", all.iter().map(text).collect::<Vec<_>>().join(", "))
            }
        }
    }

    /// The template with its values; a line that is nothing but an empty value goes away.
    fn filled(&self, template: &str) -> String {
        let is_gone = |line: &str| {
            let name = line.strip_prefix('%').and_then(|rest| rest.strip_suffix('%'));
            name.is_some_and(|name| self.values.iter().any(|(own, value)| *own == name && value.is_empty()))
        };
        let kept = template.lines().filter(|line| !is_gone(line)).map(|line| format!("{line}\n"));
        let mut text: String = kept.collect();
        for (name, value) in &self.values {
            text = text.replace(&format!("%{name}%"), value);
        }
        text
    }
}

/// The translation of a page: only lines with texts, the headers of their tables, and the ids of goals.
fn translation(text: &str, tag: &Locale) -> String {
    let (front, rest) = cut(text);
    let mut kept = String::new();
    let mut in_list = false;
    for line in front.lines().filter(|line| !line.starts_with('#')) {
        let opens = line.ends_with("= [");
        let is_text = in_list || opens || line.contains("<<");
        if is_text || line.is_empty() || line == "+++" || line.starts_with('[') || line.starts_with("id = ") {
            kept.push_str(line);
            kept.push('\n');
        }
        in_list = opens || in_list && line != "]";
    }
    let kept = segments(&kept, "<<", ">>", |both| quoted(spoken(both, tag)));
    // Words behind a "#" are for the author of the original.
    let kept: String = kept.lines().map(|line| format!("{}\n", line.split("  # ").next().unwrap_or(line))).collect();
    kept + &body(rest, tag)
}

/// Front matter with both fences, and what stands below it.
fn cut(text: &str) -> (&str, &str) {
    let end = text.strip_prefix("+++\n").and_then(|rest| rest.find("\n+++\n"));
    text.split_at(end.map_or(0, |at| "+++\n".len() + at + "\n+++\n".len()))
}

/// The part between `::: de` and `::: en`, or that from there to `:::`; a text without these marks as it is.
fn body(text: &str, tag: &Locale) -> String {
    let Some((before, rest)) = text.split_once("::: de\n") else { return text.to_owned() };
    let (german, rest) = rest.split_once("::: en\n").unwrap_or((rest, ""));
    let english = rest.trim_end().trim_end_matches(":::");
    format!("{before}{}", in_language(german, english, tag))
}

/// One of the two sides of `German || English`.
fn spoken(both: &str, tag: &Locale) -> String {
    let (german, english) = both.split_once(" || ").unwrap_or((both, both));
    in_language(german, english, tag)
}

fn in_language(german: &str, english: &str, tag: &Locale) -> String {
    match tag.primary() {
        "de" if matches!(tag.as_str(), "de-CH" | "de-LI") => german.replace('ß', "ss").replace(['„', '“'], "\""),
        "de" => german.to_owned(),
        _ => english.to_owned(),
    }
}

/// Whether there are starter texts in this language.
pub(super) fn is_spoken(tag: &Locale) -> bool {
    matches!(tag.primary(), "de" | "en")
}

/// A text as TOML writes it.
pub(super) fn quoted(text: impl Into<String>) -> String {
    toml::Value::String(text.into()).to_string()
}

/// `text` with everything between `open` and `close` put into other words.
fn segments(text: &str, open: &str, close: &str, words: impl Fn(&str) -> String) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, inside, after)) = segment(rest, open, close) {
        out.push_str(before);
        out.push_str(&words(inside));
        rest = after;
    }
    out.push_str(rest);
    out
}

fn segment<'t>(text: &'t str, open: &str, close: &str) -> Option<(&'t str, &'t str, &'t str)> {
    let (before, rest) = text.split_once(open)?;
    let (inside, after) = rest.split_once(close)?;
    Some((before, inside, after))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wording(tags: &[&str]) -> Wording {
        Wording::new(tags.iter().map(|tag| Locale::parse(tag).unwrap()).collect())
    }

    #[test]
    fn data_have_every_language() {
        let template = "# {{Größe || Size}}\ntitle = <<Größe || Size>>\n%gone%\nid = \"%id%\"\n";
        let alone = wording(&["de"]).with("gone", "").with("id", "a").data(template);
        assert_eq!(alone, "# Größe\ntitle = \"Größe\"\nid = \"a\"\n");
        let several = wording(&["de-CH", "en", "fr"]).with("gone", "x = 1").with("id", "a").data(template);
        let title = "{ de-CH = \"Grösse\", en = \"Size\", fr = \"Size\" }";
        assert_eq!(several, format!("# Grösse\ntitle = {title}\nx = 1\nid = \"a\"\n"));
    }

    #[test]
    fn a_translation_has_texts_only() {
        let template = "+++\ntitle = <<A || B>>  # {{kurz || short}}\nminutes = 5\nmodules = [\"x\"]\nlist = [\n  <<C || D>>,\n]\n\n\
                        [[goals]]\nid = \"use\"\ntext = <<E || F>>\n+++\n\n::: de\nDeutsch.\n::: en\nEnglish.\n:::\n";
        let pages = wording(&["de", "en"]).pages("x/index.md", template);
        let (path, text) = &pages[1];
        assert_eq!(path, "x/index.en.md");
        assert_eq!(
            text,
            "+++\ntitle = \"B\"\nlist = [\n  \"D\",\n]\n\n[[goals]]\nid = \"use\"\ntext = \"F\"\n+++\n\nEnglish.\n"
        );
        assert!(pages[0].1.starts_with("+++\ntitle = \"A\"  # kurz\nminutes = 5\n"), "{}", pages[0].1);
        assert!(pages[0].1.ends_with("+++\n\nDeutsch.\n"), "{}", pages[0].1);
    }

    #[test]
    fn a_text_may_have_quotes() {
        assert_eq!(quoted("say \"no\" \\ now"), "'say \"no\" \\ now'");
    }
}
