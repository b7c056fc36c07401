use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

/// A path inside the handbook's folder, relative to its root, with `/` on every system.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourcePath(Arc<str>);

/// A path inside the output folder, relative to it, with `/` on every system.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OutputPath(Arc<str>);

/// The address of something on the site, from the site's own top: `/topics/ads/` or `/changes.xml`.
///
/// Never relative and never with a host: how a page writes it depends on where that page stands
/// ([`Url::relative_to`]) or on the public address ([`Url::absolute`]).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Url(Arc<str>);

/// The file that a host shows for a folder.
const INDEX: &str = "index.html";

impl SourcePath {
    /// The path `path`, which uses `/` and starts at the root of the handbook.
    #[must_use]
    pub fn new(path: impl Into<Arc<str>>) -> Self {
        Self(path.into())
    }

    /// The path as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The last part: the name of the file.
    #[must_use]
    pub fn file_name(&self) -> &str {
        self.0.rsplit('/').next().unwrap_or(&self.0)
    }

    /// The folder the file lies in, without a slash at the end; empty at the root.
    #[must_use]
    pub fn folder(&self) -> &str {
        self.0.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// The path `relative`, written as in a link from this file: `..` and `.` are followed.
    ///
    /// `None` when it leads out of the handbook.
    #[must_use]
    pub fn join(&self, relative: &str) -> Option<Self> {
        let mut parts: Vec<&str> = self.folder().split('/').filter(|part| !part.is_empty()).collect();
        for part in relative.split('/') {
            match part {
                "" | "." => {}
                ".." => {
                    parts.pop()?;
                }
                name => parts.push(name),
            }
        }
        Some(Self::new(parts.join("/")))
    }
}

impl OutputPath {
    /// The path `path`, which uses `/` and starts at the output folder.
    #[must_use]
    pub fn new(path: impl Into<Arc<str>>) -> Self {
        Self(path.into())
    }

    /// The path as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The address under which a static host serves this file.
    #[must_use]
    pub fn url(&self) -> Url {
        match self.0.strip_suffix(INDEX) {
            Some(folder) if folder.is_empty() || folder.ends_with('/') => Url::new(format!("/{folder}")),
            _ => Url::new(format!("/{}", self.0)),
        }
    }
}

impl Url {
    /// The address `url`, which starts with `/`.
    #[must_use]
    pub fn new(url: impl Into<Arc<str>>) -> Self {
        Self(url.into())
    }

    /// The address as text, from the top of the site.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The file that answers to this address.
    #[must_use]
    pub fn output_path(&self) -> OutputPath {
        let path = self.0.trim_start_matches('/');
        if is_folder(path) { OutputPath::new([path, INDEX].concat()) } else { OutputPath::new(path) }
    }

    /// How the page at `from` links here.
    ///
    /// A folder is named with its `index.html`, so that the link also works from a disk or a shared drive,
    /// where nobody turns a folder into a page.
    #[must_use]
    pub fn relative_to(&self, from: &Url) -> String {
        let target = self.0.trim_start_matches('/');
        let origin = from.0.trim_start_matches('/');
        let folder = &origin[..origin.rfind('/').map_or(0, |end| end + 1)];
        let same = target.bytes().zip(folder.bytes()).take_while(|(one, other)| one == other).count();
        // Folders that both lie in, up to the slash of the last one.
        let shared = target.as_bytes()[..same].iter().rposition(|&byte| byte == b'/').map_or(0, |slash| slash + 1);
        let mut link = "../".repeat(folder[shared..].matches('/').count());
        link.push_str(&target[shared..]);
        if is_folder(target) {
            link.push_str(INDEX);
        }
        link
    }

    /// The public address below `base_url`, which ends with `/`.
    #[must_use]
    pub fn absolute(&self, base_url: &str) -> String {
        format!("{base_url}{}", self.0.trim_start_matches('/'))
    }
}

/// What must not stand in the path of a link, or would end it there; and the colon, in front of which a browser takes a
/// name for a scheme (RFC 3986 §3.3, §4.2).
#[rustfmt::skip]
const ENCODED: &AsciiSet = &CONTROLS
    .add(b' ').add(b'"').add(b'#').add(b'%').add(b':').add(b'<').add(b'>').add(b'?')
    .add(b'[').add(b'\\').add(b']').add(b'^').add(b'`').add(b'{').add(b'|').add(b'}');

/// The path of a file, which may be called as its author likes, as a link names it.
#[must_use]
pub fn in_link(path: &str) -> Cow<'_, str> {
    utf8_percent_encode(path, ENCODED).into()
}

/// Whether an address without its first slash is that of a folder.
fn is_folder(path: &str) -> bool {
    path.is_empty() || path.ends_with('/')
}

impl fmt::Display for SourcePath {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl fmt::Display for OutputPath {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl fmt::Display for Url {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_lead_from_page_to_page() {
        let link = |to: &str, from: &str| Url::new(to).relative_to(&Url::new(from));
        assert_eq!(link("/", "/"), "index.html");
        assert_eq!(link("/topics/ads/", "/"), "topics/ads/index.html");
        assert_eq!(link("/", "/topics/ads/"), "../../index.html");
        assert_eq!(link("/topics/ads/", "/topics/ads/"), "index.html");
        assert_eq!(link("/topics/ads/trial/", "/topics/ads/"), "trial/index.html");
        assert_eq!(link("/en/topics/", "/topics/ads/"), "../../en/topics/index.html");
        assert_eq!(link("/changes.xml", "/404.html"), "changes.xml");
        assert_eq!(link("/faden.css", "/en/404.html"), "../faden.css");
        assert_eq!(link("/topics/adsorption/", "/topics/ads/"), "../adsorption/index.html");
        assert_eq!(link("/topics", "/topics/ads/"), "../../topics");
        assert_eq!(link("/übung/ö/", "/übung/ä/"), "../ö/index.html");
    }

    #[test]
    fn relative_sources_are_followed_but_not_out_of_the_handbook() {
        let page = SourcePath::new("content/topics/ads/trial.md");
        assert_eq!(page.join("index.md"), Some(SourcePath::new("content/topics/ads/index.md")));
        assert_eq!(page.join("../../faq.md"), Some(SourcePath::new("content/faq.md")));
        assert_eq!(page.join("../../../../x"), None);
    }
}
