//! The file that an author meant who wrote the path of none.

use crate::diagnostics::nearest;
use crate::text::SourcePath;

/// The path among `known` that is nearest to `path`: in the same folder if one is near there, else one whose name is
/// near too. Paths alone are alike too easily, for their folders are.
pub fn nearest_path(path: &SourcePath, known: &[&SourcePath]) -> Option<String> {
    let name = path.file_name();
    let beside = known.iter().filter(|other| other.folder() == path.folder()).map(|other| other.file_name());
    if let Some(near) = nearest(name, beside) {
        return Some(format!("{}/{near}", path.folder()));
    }
    let is_near = |other: &&&SourcePath| other.file_name() == name || nearest(name, [other.file_name()]).is_some();
    nearest(path.as_str(), known.iter().filter(is_near).map(|other| other.as_str())).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_counts_for_more_than_its_folder() {
        let paths = ["content/topics/ads/first.md", "content/topics/ads/trial.md", "content/topics/mail/trail.md"];
        let known: Vec<SourcePath> = paths.iter().map(|path| SourcePath::new(*path)).collect();
        let known: Vec<&SourcePath> = known.iter().collect();
        let rows = [
            ("content/topics/ads/trail.md", Some(paths[1])),
            ("content/topic/mail/trail.md", Some(paths[2])),
            ("content/topics/ads/second.md", None),
        ];
        for (path, expected) in rows {
            assert_eq!(nearest_path(&SourcePath::new(path), &known).as_deref(), expected, "{path}");
        }
    }
}
