//! The preview and the disk: every way in which editors and other programs change a handbook is noticed.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::preview::{BOOK, Server, edit};
use crate::program::Folder;

#[test]
fn every_way_of_saving_is_noticed() {
    let folder = Folder::new(BOOK);
    let server = Server::start(folder.path(), &["--port", "0"]);
    let mut channel = server.listen("/topics/ads/trial/");
    channel.until("problems");
    for (number, save) in WAYS_TO_SAVE.iter().enumerate() {
        let text = format!("+++\ntitle = \"Trial\"\nminutes = 25\nobjectives = [\"choose\"]\n+++\nText {number}.\n");
        save(&folder.path().join("content/topics/ads/trial.md"), &text);
        let wanted = format!("Text {number}.");
        while !server.get("/topics/ads/trial/").body().contains(&wanted) {
            channel.next();
        }
    }
}

type Save = fn(&Path, &str);

/// How programs replace a file, step by step.
const WAYS_TO_SAVE: [Save; 7] = [
    // Most editors: in place.
    |path, text| fs::write(path, text).unwrap(),
    // Vim: tries out the folder, keeps a backup, writes anew.
    |path, text| {
        let folder = path.parent().unwrap();
        fs::write(folder.join("4913"), "").unwrap();
        fs::remove_file(folder.join("4913")).unwrap();
        let backup = beside(path, "~");
        fs::rename(path, &backup).unwrap();
        fs::write(path, text).unwrap();
        fs::remove_file(backup).unwrap();
    },
    // Emacs: a lock that leads nowhere, and a backup.
    |path, text| {
        let name = path.file_name().unwrap().to_str().unwrap();
        let lock = path.with_file_name(format!(".#{name}"));
        #[cfg(unix)]
        std::os::unix::fs::symlink("author@desk.1:2", &lock).unwrap();
        fs::copy(path, beside(path, "~")).unwrap();
        fs::write(path, text).unwrap();
        let _ = fs::remove_file(lock);
    },
    // JetBrains, "safe write".
    |path, text| {
        let (new, old) = (beside(path, "___jb_tmp___"), beside(path, "___jb_old___"));
        fs::write(&new, text).unwrap();
        fs::rename(path, &old).unwrap();
        fs::rename(&new, path).unwrap();
        fs::remove_file(old).unwrap();
    },
    // `sed -i` and git: another file takes the name.
    |path, text| {
        let other = path.with_file_name("sedXa1B2c");
        fs::write(&other, text).unwrap();
        fs::rename(other, path).unwrap();
    },
    // A cloud service: in pieces.
    |path, text| {
        let mut file = fs::File::create(path).unwrap();
        for piece in text.as_bytes().chunks(7) {
            file.write_all(piece).unwrap();
            file.flush().unwrap();
        }
    },
    // A checkout: the whole folder goes and another takes its place.
    |path, text| {
        let folder = path.parent().unwrap();
        let other = folder.with_file_name("other");
        fs::create_dir(&other).unwrap();
        for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
            fs::copy(entry.path(), other.join(entry.file_name())).unwrap();
        }
        fs::write(other.join(path.file_name().unwrap()), text).unwrap();
        fs::rename(folder, folder.with_file_name(".gone")).unwrap();
        fs::rename(other, folder).unwrap();
        fs::remove_dir_all(folder.with_file_name(".gone")).unwrap();
    },
];

fn beside(path: &Path, ending: &str) -> PathBuf {
    path.with_file_name(format!("{}{ending}", path.file_name().unwrap().to_str().unwrap()))
}

/// A busy machine may take a while between emptying a file and writing it.
#[test]
fn a_file_that_was_just_emptied_is_not_shown_at_once() {
    let folder = Folder::new(BOOK);
    let server = Server::start(folder.path(), &["--port", "0"]);
    let mut channel = server.listen("/pages/a/");
    channel.until("problems");
    let mut file = fs::File::create(folder.path().join("content/pages/a.md")).unwrap();
    std::thread::sleep(Duration::from_millis(20));
    file.write_all(b"+++\ntitle = \"About\"\n+++\nWritten late.\n").unwrap();
    drop(file);
    let (name, _) = channel.next();
    assert!(name == "page" && server.get("/pages/a/").body().contains("Written late."), "{name}");
}

#[test]
fn polling_notices_the_same() {
    let folder = Folder::new(BOOK);
    let server = Server::start(folder.path(), &["--port", "0", "--poll", "20"]);
    let mut channel = server.listen("/pages/a/");
    channel.until("problems");
    for number in 0..5 {
        folder.write("content/pages/a.md", &format!("Text {number}.\n"));
        channel.until_shown(&server, "/pages/a/", &format!("Text {number}."));
    }
}

#[test]
fn the_folder_of_the_people_is_watched_wherever_it_lies() {
    let folder = Folder::new(BOOK);
    folder.write("hr/people/x.toml", "[lea]\nname = \"Lea\"\n");
    let server = Server::start(folder.path(), &["--port", "0"]);
    let mut channel = server.listen("/");
    channel.until("problems");
    edit(&folder, "site.toml", "[site]", "[publish]\npeople = \"hr/people\"\n[site]");
    assert!(channel.until("problems").contains("people-not-ignored"));
    edit(&folder, "hr/people/x.toml", "name", "nmae");
    assert!(channel.until("problems").contains("nmae"));
}

#[test]
fn the_whole_folder_may_go_and_come_back() {
    let folder = Folder::new("");
    let book = folder.path().join("book");
    for (path, text) in Folder::files_of(BOOK) {
        folder.write(&format!("book/{path}"), &text);
    }
    let server = Server::start(&book, &["--port", "0"]);
    let mut channel = server.listen("/pages/a/");
    assert!(channel.until("problems").contains("\"errors\":0"));
    let page = server.get("/pages/a/").page();
    let away = folder.path().join("away");
    fs::rename(&book, &away).unwrap();
    let problems = channel.until("problems");
    assert!(problems.contains("cannot open"), "{problems}");
    server.says("cannot open");
    assert_eq!(server.get("/pages/a/").page(), page, "the last good page stays");
    fs::rename(&away, &book).unwrap();
    assert!(channel.until("problems").contains("\"errors\":0"));
    server.says("All problems are mended.");
    // Another one may take its place at once.
    folder.write("other/site.toml", "[site]\ntitle = \"Another\"\ntime_zone = \"Europe/Zurich\"\n");
    folder.write("other/content/pages/a.md", "Another text.\n");
    fs::rename(&book, &away).unwrap();
    fs::rename(folder.path().join("other"), &book).unwrap();
    channel.until_shown(&server, "/pages/a/", "Another text.");
    folder.write("book/content/pages/a.md", "Watched again.\n");
    channel.until_shown(&server, "/pages/a/", "Watched again.");
}

#[test]
fn a_theme_may_come_and_go() {
    let folder = Folder::new(BOOK);
    let server = Server::start(folder.path(), &["--port", "0"]);
    let mut channel = server.listen("/pages/a/");
    channel.until("problems");
    let before = server.get("/pages/a/").page();
    let template = |words: &str| {
        let text = format!("{{% extends \"faden/page.html\" %}}{{% block lead %}}{words}{{% endblock %}}");
        folder.write("themes/own/templates/page.html", &text);
    };
    template("Over it.");
    folder.write("themes/own/theme.toml", "name = \"own\"\nextends = \"faden\"\nmin_api = 1\nmax_api = 1\n");
    edit(&folder, "site.toml", "[site]", "theme.name = \"own\"\n[site]");
    channel.until_shown(&server, "/pages/a/", "Over it.");
    template("Once more.");
    channel.until_shown(&server, "/pages/a/", "Once more.");
    fs::remove_dir_all(folder.path().join("themes")).unwrap();
    assert!(channel.until("problems").contains("unknown-theme"));
    edit(&folder, "site.toml", "theme.name = \"own\"", "");
    while server.get("/pages/a/").page() != before {
        channel.next();
    }
}

#[cfg(unix)]
mod links {
    use std::os::unix::fs::symlink;

    use super::*;

    #[test]
    fn what_links_lead_to_is_watched() {
        let folder = Folder::new(BOOK);
        let at = |path: &str| folder.path().join(path);
        folder.write("shared/b.md", "First b.\n");
        folder.write("shared/files/c.txt", "First c.");
        symlink("../../shared/b.md", at("content/pages/b.md")).unwrap();
        let server = Server::start(folder.path(), &["--port", "0"]);
        let mut b = server.listen("/pages/b/");
        b.until("problems");
        folder.write("shared/b.md", "Second b.\n");
        b.until_shown(&server, "/pages/b/", "Second b.");
        let mut c = server.listen("/files/c.txt");
        c.until("problems");
        folder.write("static/a.txt", "a");
        symlink("../shared/files", at("static/files")).unwrap();
        c.until_shown(&server, "/files/c.txt", "First c.");
        folder.write("shared/files/c.txt", "Second c.");
        c.until_shown(&server, "/files/c.txt", "Second c.");
        fs::remove_file(at("content/pages/b.md")).unwrap();
        symlink("a.md", at("content/pages/b.md")).unwrap();
        b.until_shown(&server, "/pages/b/", "About.");
        edit(&folder, "content/pages/a.md", "About.", "About us.");
        b.until_shown(&server, "/pages/b/", "About us.");
    }

    #[test]
    fn a_link_that_leads_out_is_told_and_never_followed() {
        let folder = Folder::new(BOOK);
        let server = Server::start(folder.path(), &["--port", "0"]);
        let mut channel = server.listen("/pages/a/");
        channel.until("problems");
        fs::create_dir(folder.path().join("static")).unwrap();
        symlink("/", folder.path().join("static/all")).unwrap();
        assert!(channel.until("problems").contains("link-outside"));
        assert_eq!(server.get("/all/etc/passwd").status(), 404);
        edit(&folder, "content/pages/a.md", "About.", "About us.");
        channel.until_shown(&server, "/pages/a/", "About us.");
        fs::remove_file(folder.path().join("static/all")).unwrap();
        assert!(channel.until("problems").contains("\"errors\":0"));
    }
}
