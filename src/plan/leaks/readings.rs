//! How the bytes of a file may be read: as UTF-8, or else as whatever could be text in them.

use std::borrow::Cow;

use encoding_rs::{Encoding, WINDOWS_1252};

/// The fewest characters that are taken for text inside of a picture or a document: any three bytes occur by chance.
const FEWEST_CHARACTERS: usize = 10;

/// One way to read a file.
pub(super) struct Reading<'c> {
    /// What it says then.
    pub text: Cow<'c, str>,
    /// Whether its lines are those of the file.
    pub has_lines: bool,
}

/// All ways to read a file; one if it is UTF-8.
///
/// Other texts are read as UTF-16 if they begin with its mark, as UTF-8 with mistakes, and as Windows-1252, which is
/// Latin-1 with more signs. Of all else that is no text, such as a picture, the words in it are read: who made it,
/// what it shows.
pub(super) fn readings(contents: &[u8]) -> Vec<Reading<'_>> {
    if let Ok(text) = simdutf8::basic::from_utf8(contents) {
        return vec![Reading { text: text.into(), has_lines: true }];
    }
    let mut readings = Vec::new();
    if let Some((encoding, mark)) = Encoding::for_bom(contents) {
        let (text, _) = encoding.decode_without_bom_handling(&contents[mark..]);
        readings.push(Reading { text, has_lines: true });
    }
    if contents.iter().any(|&byte| is_control(char::from(byte))) {
        readings.push(Reading { text: words_in(contents).into(), has_lines: false });
    } else {
        readings.push(Reading { text: String::from_utf8_lossy(contents), has_lines: true });
        let (text, _) = WINDOWS_1252.decode_without_bom_handling(contents);
        readings.push(Reading { text, has_lines: true });
    }
    readings
}

/// What in these bytes is long enough to be text, each piece on a line.
fn words_in(contents: &[u8]) -> String {
    let pieces = contents.utf8_chunks().flat_map(|chunk| chunk.valid().split(is_control));
    let pieces = pieces.filter(|piece| piece.chars().nth(FEWEST_CHARACTERS - 1).is_some());
    pieces.collect::<Vec<_>>().join("\n")
}

/// What stands in no text; U+0080 to U+009F are signs in Windows-1252.
fn is_control(character: char) -> bool {
    character.is_ascii_control() && !matches!(character, '\t' | '\n' | '\r' | '\u{c}')
}

#[cfg(test)]
mod tests {
    use super::readings;

    fn texts(contents: &[u8]) -> Vec<String> {
        readings(contents).into_iter().map(|reading| reading.text.into_owned()).collect()
    }

    #[test]
    fn texts_are_read_as_all_that_they_may_be() {
        assert_eq!(texts("Zoë".as_bytes()), ["Zoë"]);
        assert_eq!(texts(b"Lea;Z\xfcrich"), ["Lea;Z\u{fffd}rich", "Lea;Zürich"]);
        assert_eq!(texts(b"O\x92Neil"), ["O\u{fffd}Neil", "O’Neil"]);
        assert_eq!(texts(b"\xff\xfeL\0e\0a\0")[0], "Lea");
        assert_eq!(texts(b"\xfe\xff\0L\0e\0a")[0], "Lea");
        assert_eq!(texts(b"\xff\xfe Lea ")[2], "ÿþ Lea ");
    }

    #[test]
    fn of_a_picture_its_words_are_read() {
        assert_eq!(texts(b"\xff\xd8\0Photo: Zo\xc3\xab Graf\0\x01Lea\xff\x02"), ["Photo: Zoë Graf"]);
    }
}
