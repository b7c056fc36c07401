//! What of a handbook's folder is read, and what is passed over.

use std::fs;
use std::path::Path;

use leitfaden::disk::{Scan, ScanProblem, find_root, scan};
use leitfaden::text::SourcePath;
use tempfile::TempDir;

/// A folder with these files; each holds its own path.
fn folder(files: &[&str]) -> TempDir {
    let root = tempfile::tempdir().unwrap();
    for file in files {
        let path = root.path().join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, file).unwrap();
    }
    root
}

fn paths(scan: &Scan) -> Vec<&str> {
    scan.sources.keys().map(SourcePath::as_str).collect()
}

/// Scans `files` and compares what was read of them.
fn check(files: &[&str], extra: &[&str], expected: &[&str]) {
    let root = folder(files);
    let scan = scan(root.path(), extra).unwrap();
    assert_eq!(paths(&scan), expected);
    assert_eq!(scan.problems, []);
    for (path, source) in &scan.sources {
        assert_eq!(source.path, *path);
        assert_eq!(source.text(), Ok(path.as_str()));
    }
}

#[test]
fn the_parts_of_a_handbook_are_read_and_nothing_else() {
    check(
        &[
            "site.toml",
            ".gitignore",
            "content/index.md",
            "content/topics/ads/über uns.md",
            "private/people/2026.toml",
            "private/report/2026.html",
            "static/.well-known/x",
            "static/logo.svg",
            "themes/faden/theme.toml",
            "public/index.html",
            "README.md",
            "target/site.toml",
            ".git/HEAD",
        ],
        &[],
        &[
            ".gitignore",
            "content/index.md",
            "content/topics/ads/über uns.md",
            "private/people/2026.toml",
            "site.toml",
            "static/.well-known/x",
            "static/logo.svg",
            "themes/faden/theme.toml",
        ],
    );
}

#[test]
fn an_empty_folder_is_an_empty_handbook() {
    check(&[], &["private/people"], &[]);
}

#[test]
fn leftovers_of_editors_are_passed_over() {
    check(
        &[
            "content/4913",
            "content/faq.md~",
            "content/.#faq.md",
            "content/#faq.md#",
            "content/.faq.md.swp",
            "content/faq.md.bak",
            "content/faq.md.tmp",
            "content/.DS_Store",
            "content/Thumbs.db",
            "content/.obsidian/faq.md",
            "content/old~/faq.md",
            "content/faq.md",
        ],
        &[],
        &["content/faq.md", "content/old~/faq.md"],
    );
}

#[test]
fn what_is_copied_as_it_is_may_be_hidden() {
    check(
        &[
            "static/.well-known/security.txt",
            "static/.htaccess",
            "static/.DS_Store",
            "static/a/._b.png",
            "content/.x.md",
        ],
        &[],
        &["static/.htaccess", "static/.well-known/security.txt"],
    );
}

#[test]
fn the_people_may_live_elsewhere_in_the_handbook() {
    check(&["hr/people/a.toml", "hr/b.toml"], &["hr/people/", "../hr", "."], &["hr/people/a.toml"]);
}

#[test]
fn the_root_is_the_nearest_folder_with_a_site_file() {
    let root = folder(&["site.toml", "content/topics/ads/index.md", "inner/site.toml/x"]);
    for start in ["", "content/topics/ads", "inner", "not/there"] {
        assert_eq!(find_root(&root.path().join(start)).as_deref(), Some(root.path()), "{start}");
    }
    assert_eq!(find_root(Path::new("/")), None);
}

#[test]
fn a_root_that_is_not_there_is_named() {
    let error = scan(Path::new("/not/there"), &[]).unwrap_err();
    assert_eq!(error.to_string(), "cannot open /not/there");
}

#[cfg(unix)]
mod links {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    use std::os::unix::fs::symlink;

    use super::*;

    #[test]
    fn links_are_followed_inside_the_handbook_only() {
        let outside = folder(&["secret.md", "more/secret.md"]);
        let root = folder(&["content/index.md", "assets/logo.svg", "assets/more/x.svg"]);
        let at = |path: &str| root.path().join(path);
        symlink(outside.path().join("secret.md"), at("content/secret.md")).unwrap();
        symlink(outside.path().join("more"), at("content/more")).unwrap();
        symlink(outside.path(), at("themes")).unwrap();
        symlink("index.md", at("content/again.md")).unwrap();
        symlink("nowhere.md", at("content/dead.md")).unwrap();
        symlink("assets", at("static")).unwrap();

        let scan = scan(root.path(), &[]).unwrap();
        let outside = |path: &str| ScanProblem::LinkOutside { path: SourcePath::new(path) };
        assert_eq!(scan.problems, ["content/more", "content/secret.md", "themes"].map(outside));
        assert_eq!(paths(&scan), ["content/again.md", "content/index.md", "static/logo.svg", "static/more/x.svg"]);
    }

    #[test]
    fn links_in_a_circle_come_to_an_end() {
        let root = folder(&["content/a/x.md"]);
        let at = |path: &str| root.path().join(path);
        symlink("..", at("content/a/up")).unwrap();
        symlink(".", at("content/a/here")).unwrap();
        symlink("one", at("content/two")).unwrap();
        symlink("two", at("content/one")).unwrap();
        let scan = scan(root.path(), &[]).unwrap();
        assert_eq!(paths(&scan), ["content/a/x.md"]);
        assert_eq!(scan.problems, []);
    }

    #[test]
    fn no_link_brings_the_private_folder_onto_the_site() {
        let root = folder(&["private/people/a.toml", "hr/b.toml", "static/x"]);
        let at = |path: &str| root.path().join(path);
        symlink("../private/people", at("static/people")).unwrap();
        symlink("../hr/b.toml", at("static/b.toml")).unwrap();
        symlink("..", at("static/all")).unwrap();
        symlink("a.toml", at("private/people/c.toml")).unwrap();
        symlink("../hr", at("private/hr")).unwrap();
        let scan = scan(root.path(), &["hr"]).unwrap();
        let private = |path: &str| ScanProblem::LinkIntoPrivate { path: SourcePath::new(path) };
        assert_eq!(scan.problems, ["static/all", "static/b.toml", "static/people"].map(private));
        assert_eq!(
            paths(&scan),
            ["hr/b.toml", "private/hr/b.toml", "private/people/a.toml", "private/people/c.toml", "static/x"]
        );
    }

    #[test]
    fn the_private_folder_may_itself_be_a_link() {
        let root = folder(&["vault/people/a.toml", "safe/b.toml"]);
        symlink("vault", root.path().join("private")).unwrap();
        symlink("safe", root.path().join("hr")).unwrap();
        fs::create_dir(root.path().join("static")).unwrap();
        symlink("../vault", root.path().join("static/x")).unwrap();
        let scan = scan(root.path(), &["hr"]).unwrap();
        assert_eq!(paths(&scan), ["hr/b.toml", "private/people/a.toml"]);
        assert_eq!(scan.problems, [ScanProblem::LinkIntoPrivate { path: SourcePath::new("static/x") }]);
    }

    #[test]
    fn a_linked_root_is_as_good_as_the_real_one() {
        let root = folder(&["content/index.md"]);
        let elsewhere = tempfile::tempdir().unwrap();
        let link = elsewhere.path().join("handbook");
        symlink(root.path(), &link).unwrap();
        symlink("index.md", root.path().join("content/again.md")).unwrap();
        assert_eq!(paths(&scan(&link, &[]).unwrap()), ["content/again.md", "content/index.md"]);
    }

    #[test]
    fn names_that_are_not_utf8_are_reported() {
        let root = folder(&["content/x.md"]);
        let broken = root.path().join("content").join(OsStr::from_bytes(b"f\xfcr"));
        fs::create_dir(&broken).unwrap();
        fs::write(broken.join("y.md"), "").unwrap();
        let scan = scan(root.path(), &[]).unwrap();
        assert_eq!(paths(&scan), ["content/x.md"]);
        assert_eq!(scan.problems, [ScanProblem::NameNotUtf8 { path: SourcePath::new("content/f\u{fffd}r") }]);
    }

    #[test]
    fn what_is_no_file_is_not_read() {
        let root = folder(&["content/x.md"]);
        let _socket = std::os::unix::net::UnixListener::bind(root.path().join("content/socket")).unwrap();
        assert_eq!(paths(&scan(root.path(), &[]).unwrap()), ["content/x.md"]);
    }
}
