//! Static files of a theme: their names with fingerprints, and what style sheets say of one another's.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diagnostics::{Code, Diagnostic, Place, Report, nearest};
use crate::text::{Fingerprint, OutputPath, SourcePath, Span};

/// A static file as it lies in a theme.
pub struct Asset {
    /// The file that it is.
    pub path: SourcePath,
    /// What it holds.
    pub bytes: Arc<[u8]>,
}

/// Static files as a site has them.
#[derive(Default)]
pub struct Named {
    /// Address from the top of the site, contents.
    pub files: Vec<(OutputPath, Arc<[u8]>)>,
    /// Name below `static/` → address from the top of the site.
    pub addresses: BTreeMap<String, String>,
}

/// Gives every file its fingerprint, so that browsers may keep it for ever.
///
/// `url(…)` in a style sheet counts from the sheet and leads to the name with the fingerprint; so what the sheet
/// needs gets its name first. A file that is not there is reported.
pub fn name(report: &mut Report, assets: &BTreeMap<String, Asset>) -> Named {
    let mut namer = Namer { report, assets, open: Vec::new(), named: Named::default() };
    for name in assets.keys() {
        namer.name(name);
    }
    namer.named
}

struct Namer<'a> {
    report: &'a mut Report,
    assets: &'a BTreeMap<String, Asset>,
    /// The style sheets that wait for what they need.
    open: Vec<String>,
    named: Named,
}

impl Namer<'_> {
    /// The address of a file; `None` if there is none, or if it waits for itself.
    fn name(&mut self, name: &str) -> Option<String> {
        if let Some(address) = self.named.addresses.get(name) {
            return Some(address.clone());
        }
        let asset = self.assets.get(name).filter(|_| !self.open.iter().any(|open| open == name))?;
        let bytes = match std::str::from_utf8(&asset.bytes).ok().filter(|_| name.ends_with(".css")) {
            Some(css) => {
                self.open.push(name.to_owned());
                let css = self.with_addresses(name, &asset.path, css);
                self.open.pop();
                Arc::from(css.into_bytes())
            }
            None => Arc::clone(&asset.bytes),
        };
        let address = fingerprinted(name, &bytes);
        self.named.files.push((OutputPath::new(address.as_str()), bytes));
        self.named.addresses.insert(name.to_owned(), address.clone());
        Some(address)
    }

    /// A style sheet in which each `url(…)` of the theme has its fingerprint.
    fn with_addresses(&mut self, name: &str, path: &SourcePath, css: &str) -> String {
        let mut out = String::with_capacity(css.len());
        let mut written = 0;
        for (start, end) in urls(css) {
            let url = &css[start..end];
            let (file, rest) = url.split_at(url.find(['?', '#']).unwrap_or(url.len()));
            match joined(name, file).and_then(|target| self.name(&target)) {
                Some(address) => {
                    let file_name = address.rsplit('/').next().unwrap_or(&address);
                    let folder = file.rfind('/').map_or("", |slash| &file[..=slash]);
                    out.push_str(&css[written..start]);
                    out.push_str(&format!("{folder}{file_name}{rest}"));
                    written = end;
                }
                None => self.report_missing(path, name, url, Span::from(start..end)),
            }
        }
        out.push_str(&css[written..]);
        out
    }

    fn report_missing(&mut self, path: &SourcePath, name: &str, url: &str, span: Span) {
        let message = format!("file \"{url}\" is not in the theme's static/");
        let folder = name.rfind('/').map_or("", |slash| &name[..=slash]);
        let known = self.assets.keys().filter_map(|known| known.strip_prefix(folder));
        let near = nearest(url, known).map(str::to_owned);
        let diagnostic = Diagnostic::new(Code::MissingFile, message, Place::new(path, span));
        self.report.add(match near {
            Some(near) => diagnostic.help(format!("did you mean \"{near}\"?")),
            None => diagnostic,
        });
    }
}

/// `fonts/text.woff2` → `assets/fonts/text.0123456789.woff2`.
fn fingerprinted(name: &str, bytes: &[u8]) -> String {
    let fingerprint = Fingerprint::of(bytes).short();
    match name.rsplit_once('.') {
        Some((stem, extension)) => format!("assets/{stem}.{fingerprint}.{extension}"),
        None => format!("assets/{name}.{fingerprint}"),
    }
}

/// Where the addresses in `url(…)` stand that count from the style sheet; comments are left out.
fn urls(css: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(next) = css[at..].find("/*").into_iter().chain(css[at..].find("url(")).min() {
        let start = at + next;
        if css[start..].starts_with("/*") {
            at = css[start + 2..].find("*/").map_or(css.len(), |end| start + end + 4);
            continue;
        }
        let open = start + "url(".len();
        let close = css[open..].find(')').map_or(css.len(), |end| open + end);
        let inside = css[open..close].trim_matches([' ', '\n', '\t', '"', '\'']);
        let begin = open + css[open..close].find(inside).unwrap_or(0);
        if is_relative(inside) {
            found.push((begin, begin + inside.len()));
        }
        at = close;
    }
    found
}

fn is_relative(url: &str) -> bool {
    !(url.is_empty() || url.starts_with(['/', '#']) || url.split('/').next().is_some_and(|first| first.contains(':')))
}

/// The name that `relative` has seen from the file `name`; `None` if it leads out of the theme.
fn joined(name: &str, relative: &str) -> Option<String> {
    let mut parts: Vec<&str> = name.split('/').collect();
    parts.pop();
    for part in relative.split('/') {
        match part {
            "." => {}
            ".." => drop(parts.pop()?),
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn assets(files: &[(&str, &str)]) -> BTreeMap<String, Asset> {
        let asset = |name: &str, text: &str| Asset {
            path: SourcePath::new(format!("themes/ours/static/{name}")),
            bytes: Arc::from(text.as_bytes()),
        };
        files.iter().map(|(name, text)| ((*name).to_owned(), asset(name, text))).collect()
    }

    fn contents(named: &Named, name: &str) -> String {
        let address = &named.addresses[name];
        let (_, bytes) = named.files.iter().find(|(path, _)| path.as_str() == address).unwrap();
        String::from_utf8(bytes.to_vec()).unwrap()
    }

    #[test]
    fn a_style_sheet_leads_to_the_names_that_files_have() {
        let css = "/* url(old.png) */ a { b: url( \"fonts/a.woff2\" ), url(../i.svg#x) } c { d: url(data:,x) url(#y) }";
        let files = assets(&[("css/a.css", css), ("css/fonts/a.woff2", "font"), ("i.svg", "icon")]);
        let mut report = Report::new();
        let named = name(&mut report, &files);
        let file_name = |name: &str| named.addresses[name].rsplit('/').next().unwrap().to_owned();
        let (font, icon) = (file_name("css/fonts/a.woff2"), file_name("i.svg"));
        let wanted = format!(
            "/* url(old.png) */ a {{ b: url( \"fonts/{font}\" ), url(../{icon}#x) }} c {{ d: url(data:,x) url(#y) }}"
        );
        assert_eq!(contents(&named, "css/a.css"), wanted);
        assert!(report.diagnostics().is_empty());
    }

    #[test]
    fn another_font_gives_the_style_sheet_another_name() {
        let sheet = |font| name(&mut Report::new(), &assets(&[("a.css", "url(f.woff2)"), ("f.woff2", font)]));
        assert_ne!(sheet("one").addresses["a.css"], sheet("two").addresses["a.css"]);
    }

    #[test]
    fn style_sheets_that_need_each_other_are_no_endless_way() {
        let mut report = Report::new();
        let named = name(&mut report, &assets(&[("a.css", "@import url(b.css);"), ("b.css", "@import url(a.css);")]));
        assert_eq!(named.files.len(), 2);
        assert_eq!(report.diagnostics().len(), 1);
    }

    #[test]
    fn what_is_never_closed_is_no_panic() {
        for css in ["url(", "url(\"", "/*", "/* url(x", "url(\"\")", "url( )", "url(ä"] {
            name(&mut Report::new(), &assets(&[("a.css", css)]));
        }
    }
}
