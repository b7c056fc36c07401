//! The list in every output folder of what is ours there, and therefore ours to remove.

use std::collections::{BTreeSet, HashSet};
use std::path::{Component, Path};

use crate::text::OutputPath;

/// The file in every output folder that says which of its files are ours.
pub(super) const NAME: &str = ".leitfaden-manifest";

/// The first line, by which the file and its format are recognised.
const HEADER: &str = "leitfaden manifest 1";

/// The manifest of these files: the header, then a path a line, sorted. Neither a time nor a hash stands in it, so the
/// same site has the same manifest.
pub(super) fn write(paths: &BTreeSet<OutputPath>) -> String {
    let mut text = String::from(HEADER);
    text.push('\n');
    for path in paths {
        text.push_str(path.as_str());
        text.push('\n');
    }
    text
}

/// The paths in a manifest; `None` if this is not one of ours.
///
/// A line that leads out of the folder was not written by us and is left out.
pub(super) fn parse(text: &str) -> Option<HashSet<String>> {
    let mut lines = text.lines();
    if lines.next() != Some(HEADER) {
        return None;
    }
    Some(lines.filter(|line| is_plain(line)).map(str::to_owned).collect())
}

/// Whether the path is one that a build may write: it stays in the output folder, is written in one way only, fits into
/// a line, and is not the manifest's own.
pub(super) fn is_plain(path: &str) -> bool {
    let named = path.split('/').all(|part| !matches!(part, "" | "." | ".."));
    // The system's own view adds what only it knows, such as "C:" and "\" on Windows.
    let normal = Path::new(path).components().all(|part| matches!(part, Component::Normal(_)));
    named && normal && !path.contains(['\n', '\r']) && path != NAME
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_that_lead_out_of_the_folder_are_left_out() {
        let text =
            "leitfaden manifest 1\nindex.html\n../x\n/etc/passwd\na/../../x\na//b\n./a\n\n.leitfaden-manifest\na/\n";
        assert_eq!(parse(text), Some(HashSet::from(["index.html".to_owned()])));
    }

    #[test]
    fn other_files_are_not_a_manifest() {
        assert_eq!(parse(""), None);
        assert_eq!(parse("index.html\n"), None);
        assert_eq!(parse("leitfaden manifest 2\nindex.html\n"), None);
    }

    #[test]
    fn what_is_written_is_read_again() {
        let paths = ["index.html", "a/index.html", "a-b.html"].map(OutputPath::new);
        let text = write(&paths.clone().into());
        assert_eq!(text, "leitfaden manifest 1\na-b.html\na/index.html\nindex.html\n");
        assert_eq!(parse(&text), Some(paths.iter().map(|path| path.as_str().to_owned()).collect()));
    }
}
