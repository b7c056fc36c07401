//! Every link of the repository's own handbook leads somewhere, on a server, under a path and from a disk.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use crate::program::{Folder, files_below, repository, run};

/// The files of the built handbook; pages with their text.
fn site(extra: &[&str]) -> BTreeMap<String, Option<String>> {
    let folder = Folder::new("");
    let out = folder.path().join("site");
    let arguments = [&["build", "--out", out.to_str().unwrap(), "--quiet"], extra].concat();
    let run = run(repository(), &arguments);
    assert_eq!(run.code, 0, "{}", run.err);
    let text = |(path, file): (String, std::path::PathBuf)| {
        let text = path.ends_with(".html").then(|| fs::read_to_string(file).unwrap());
        (path, text)
    };
    files_below(&out).into_iter().map(text).collect()
}

/// The values of the attributes called `name`, as HTML has them.
fn attributes(html: &str, name: &str) -> Vec<String> {
    let start = format!(" {name}=\"");
    let values = html.split(&start).skip(1).map(|rest| rest.split('"').next().unwrap());
    values.map(|value| value.replace("&amp;", "&").replace("&#x2F;", "/").replace("&quot;", "\"")).collect()
}

fn ids(html: &str) -> BTreeSet<String> {
    attributes(html, "id").into_iter().collect()
}

fn is_external(target: &str) -> bool {
    ["https://", "http://", "mailto:", "tel:", "data:", "webcal:"].iter().any(|scheme| target.starts_with(scheme))
}

/// `target` as the page at `page` means it: a path of the site.
fn joined(page: &str, target: &str) -> Option<String> {
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in target.split('/') {
        match part {
            "." | "" => {}
            ".." => {
                parts.pop()?;
            }
            name => parts.push(name),
        }
    }
    Some(parts.join("/"))
}

#[test]
fn every_link_leads_to_a_file_and_every_anchor_to_a_place() {
    let files = site(&[]);
    let anchors: BTreeMap<&String, BTreeSet<String>> =
        files.iter().filter_map(|(path, html)| Some((path, ids(html.as_ref()?)))).collect();
    let mut wrong = Vec::new();
    let mut count = 0;
    for (page, html) in files.iter().filter_map(|(path, html)| Some((path, html.as_ref()?))) {
        // The page for lost readers answers at any address, so its links are whole addresses.
        let is_404 = page.ends_with("404.html");
        let targets = ["href", "src", "action"].iter().flat_map(|name| attributes(html, name));
        for target in targets.filter(|target| !is_external(target)) {
            count += 1;
            let (path, anchor) = target.split_once('#').map_or((target.as_str(), None), |(path, id)| (path, Some(id)));
            let path = path.split('?').next().unwrap();
            if path.starts_with('/') && !is_404 {
                wrong.push(format!("{page}: {target} is absolute"));
                continue;
            }
            let file = match path {
                "" => Some(page.clone()),
                _ if path.starts_with('/') => Some(path.trim_start_matches('/').to_owned()),
                _ => joined(page, path),
            };
            let Some(file) = file.filter(|file| files.contains_key(file)) else {
                wrong.push(format!("{page}: {target} leads to no file"));
                continue;
            };
            let anchor = anchor.map(percent_decoded).filter(|id| !id.is_empty());
            if let Some(anchor) = anchor.filter(|id| anchors.get(&file).is_none_or(|ids| !ids.contains(id))) {
                wrong.push(format!("{page}: {file} has no place #{anchor}"));
            }
        }
    }
    assert!(count > 5_000, "only {count} links were found");
    assert!(wrong.is_empty(), "{} of {count} links:\n{}", wrong.len(), wrong[..wrong.len().min(40)].join("\n"));
}

fn percent_decoded(text: &str) -> String {
    percent_encoding::percent_decode_str(text).decode_utf8().unwrap().into_owned()
}

#[test]
fn both_languages_have_the_same_pages() {
    let files = site(&[]);
    let german = files.keys().filter(|path| path.ends_with(".html") && !path.starts_with("en/"));
    let missing: Vec<String> =
        german.map(|path| format!("en/{path}")).filter(|path| !files.contains_key(path)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn ids_are_unique_on_every_page() {
    for (path, html) in site(&[]) {
        let Some(html) = html else { continue };
        let mut seen = BTreeSet::new();
        for id in attributes(&html, "id") {
            assert!(seen.insert(id.clone()), "{path} has #{id} twice");
        }
    }
}

#[test]
fn a_site_under_a_path_has_the_same_links() {
    let here = site(&[]);
    let below = site(&["--base-url", "https://firm.example/handbook"]);
    assert_eq!(here.keys().collect::<Vec<_>>(), below.keys().collect::<Vec<_>>());
    let relative =
        |html: &String| attributes(html, "href").into_iter().filter(|target| !is_external(target)).collect::<Vec<_>>();
    for (path, html) in here.iter().filter(|(path, _)| !path.ends_with("404.html")) {
        assert_eq!(html.as_ref().map(relative), below[path].as_ref().map(relative), "{path}");
    }
    let lost = below["404.html"].as_ref().unwrap();
    let outside: Vec<String> = attributes(lost, "href")
        .into_iter()
        .filter(|target| target.starts_with('/') && !target.starts_with("/handbook/"))
        .collect();
    assert!(outside.is_empty(), "404.html links out of the path: {outside:?}");
}
