//! The output folder: what a build may touch, and what it leaves as it was.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use leitfaden::disk::{BeginError, Writer, Written, is_inside, overlaps_sources};
use leitfaden::text::OutputPath;
use proptest::prelude::*;
use rayon::prelude::*;
use tempfile::TempDir;

/// A folder to build in; the site is `public` in it.
struct Room(TempDir);

impl Room {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    /// A room where a site of these files, path and contents, has been built.
    fn built(files: &[(&str, &str)]) -> Self {
        let room = Self::new();
        room.build(files).unwrap();
        room
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn out(&self) -> PathBuf {
        self.path().join("public")
    }

    /// Puts a file of somebody else's into the site.
    fn place(&self, path: &str, contents: &str) {
        let path = self.out().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, contents).unwrap();
    }

    fn build(&self, files: &[(&str, &str)]) -> anyhow::Result<Written> {
        let writer = Writer::begin(&self.out())?;
        for (path, contents) in files {
            writer.put(&OutputPath::new(*path), contents.as_bytes())?;
        }
        writer.finish()
    }

    /// Everything in the room: files with their contents, links with their target, empty folders with nothing.
    fn tree(&self) -> BTreeMap<String, String> {
        let mut tree = BTreeMap::new();
        collect(self.path(), "", &mut tree);
        tree
    }

    /// Compares everything in the room, except the contents of the manifest.
    fn check(&self, expected: &[(&str, &str)]) {
        let mut tree = self.tree();
        tree.entry("public/.leitfaden-manifest".into()).and_modify(String::clear);
        let expected = expected.iter().map(|&(path, text)| (path.to_owned(), text.to_owned()));
        assert_eq!(tree, expected.collect());
    }

    /// Gives each file of the site another time, long ago; returns them.
    fn age(&self) -> BTreeMap<String, SystemTime> {
        let files = self.tree().into_keys().filter(|path| self.path().join(path).is_file());
        let aged = files.enumerate().map(|(index, path)| {
            let time = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000 + index as u64);
            File::options().write(true).open(self.path().join(&path)).unwrap().set_modified(time).unwrap();
            (path, time)
        });
        aged.collect()
    }

    fn time(&self, path: &str) -> SystemTime {
        fs::metadata(self.path().join(path)).unwrap().modified().unwrap()
    }
}

fn collect(folder: &Path, prefix: &str, tree: &mut BTreeMap<String, String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let path = format!("{prefix}{}", entry.file_name().to_str().unwrap());
        let kind = entry.file_type().unwrap();
        if kind.is_symlink() {
            let target = fs::read_link(entry.path()).unwrap();
            tree.insert(path, format!("-> {}", target.display()));
        } else if kind.is_file() {
            tree.insert(path, fs::read_to_string(entry.path()).unwrap());
        } else if fs::read_dir(entry.path()).unwrap().next().is_none() {
            tree.insert(format!("{path}/"), String::new());
        } else {
            collect(&entry.path(), &format!("{path}/"), tree);
        }
    }
}

const MANIFEST: (&str, &str) = ("public/.leitfaden-manifest", "");

#[test]
fn a_site_is_written_and_written_again() {
    let room = Room::new();
    let counts = |written, unchanged, removed| Written { written, unchanged, removed };
    let first = room.build(&[("index.html", "a"), ("topics/ads/index.html", "b"), ("old/x/index.html", "c")]);
    assert_eq!(first.unwrap(), counts(3, 0, 0));
    let manifest = fs::read_to_string(room.out().join(".leitfaden-manifest")).unwrap();
    assert_eq!(manifest, "leitfaden manifest 1\nindex.html\nold/x/index.html\ntopics/ads/index.html\n");
    let second = room.build(&[("index.html", "a"), ("topics/ads/index.html", "B"), ("new.html", "d")]);
    assert_eq!(second.unwrap(), counts(2, 1, 1));
    room.check(&[
        MANIFEST,
        ("public/index.html", "a"),
        ("public/new.html", "d"),
        ("public/topics/ads/index.html", "B"),
    ]);
}

#[test]
fn unchanged_files_keep_their_time() {
    let room = Room::built(&[("same.html", "a"), ("length.html", "a"), ("bytes.html", "a"), ("empty.html", "")]);
    room.place("CNAME", "x");
    let times = room.age();
    room.build(&[("same.html", "a"), ("length.html", "ab"), ("bytes.html", "b"), ("empty.html", "")]).unwrap();
    for (path, time) in times {
        let kept = !path.ends_with("length.html") && !path.ends_with("bytes.html");
        assert_eq!(room.time(&path) == time, kept, "{path}");
    }
}

#[test]
fn a_long_file_that_differs_in_its_last_byte_is_changed() {
    let long = "x".repeat(100_000);
    let other = format!("{}y", &long[1..]);
    let room = Room::built(&[("long.html", &long)]);
    assert_eq!(room.build(&[("long.html", &long)]).unwrap().unchanged, 1);
    assert_eq!(room.build(&[("long.html", &other)]).unwrap().written, 1);
    room.check(&[MANIFEST, ("public/long.html", &other)]);
}

#[test]
fn a_build_that_breaks_off_leaves_the_old_site() {
    let room = Room::built(&[("index.html", "a")]);
    let before = room.tree();
    let writer = Writer::begin(&room.out()).unwrap();
    writer.put(&OutputPath::new("index.html"), b"b").unwrap();
    writer.put(&OutputPath::new("x/y.html"), b"c").unwrap();
    assert_eq!(fs::read_to_string(room.out().join("index.html")).unwrap(), "a");
    drop(writer);
    assert_eq!(room.tree(), before);
}

#[test]
fn what_a_killed_build_left_is_cleared_away() {
    let room = Room::built(&[("index.html", "a")]);
    fs::create_dir_all(room.path().join(".public.leitfaden-new/half")).unwrap();
    fs::write(room.path().join(".public.leitfaden-new/half/index.html"), "h").unwrap();
    fs::write(room.path().join(".public.leitfaden-lock"), "").unwrap();
    room.build(&[("index.html", "b")]).unwrap();
    room.check(&[MANIFEST, ("public/index.html", "b")]);
}

#[test]
fn a_site_set_aside_by_a_killed_build_comes_back() {
    let room = Room::built(&[("index.html", "a")]);
    let before = room.tree();
    fs::rename(room.out(), room.path().join(".public.leitfaden-old")).unwrap();
    drop(Writer::begin(&room.out()).unwrap());
    assert_eq!(room.tree(), before);
}

#[test]
fn two_builds_at_once_do_not_meet() {
    let room = Room::built(&[("index.html", "a")]);
    let first = Writer::begin(&room.out()).unwrap();
    first.put(&OutputPath::new("index.html"), b"b").unwrap();
    let error = Writer::begin(&room.out()).unwrap_err().to_string();
    assert_eq!(error, format!("another build is writing to {}; wait until it is done", room.out().display()));
    first.finish().unwrap();
    room.check(&[MANIFEST, ("public/index.html", "b")]);
    room.build(&[]).unwrap();
}

#[test]
fn builds_in_competition_leave_one_whole_site() {
    let room = Room::new();
    let done: usize = (0..32_u32)
        .into_par_iter()
        .map(|number| {
            let text = number.to_string();
            match Writer::begin(&room.out()) {
                Ok(writer) => {
                    writer.put(&OutputPath::new("a/index.html"), text.as_bytes()).unwrap();
                    writer.put(&OutputPath::new("b/index.html"), text.as_bytes()).unwrap();
                    writer.finish().unwrap();
                    1
                }
                Err(error) => {
                    assert!(error.to_string().starts_with("another build is writing"), "{error}");
                    0
                }
            }
        })
        .sum();
    assert!(done > 0);
    let tree = room.tree();
    assert_eq!(tree.len(), 3, "{tree:?}");
    assert_eq!(tree["public/a/index.html"], tree["public/b/index.html"]);
}

#[test]
fn a_folder_of_somebody_elses_is_refused() {
    for (file, contents) in [
        ("CNAME", "x"),
        ("sub/x", ""),
        (".leitfaden-manifest", "index.html\n"),
        (".leitfaden-manifest", "leitfaden manifest 99\n"),
    ] {
        let room = Room::new();
        room.place(file, contents);
        let before = room.tree();
        let error = Writer::begin(&room.out()).unwrap_err();
        assert!(matches!(&error, BeginError::NotOurFolder { path } if *path == room.out()), "{error}");
        assert_eq!(room.tree(), before);
    }
}

#[test]
fn an_empty_folder_and_a_missing_one_are_fine() {
    let room = Room::new();
    fs::create_dir(room.out()).unwrap();
    room.build(&[("index.html", "a")]).unwrap();
    room.check(&[MANIFEST, ("public/index.html", "a")]);

    let deep = room.path().join("not/yet/there");
    Writer::begin(&deep).unwrap().finish().unwrap();
    assert!(deep.join(".leitfaden-manifest").exists());
}

#[test]
fn a_file_is_no_output_folder() {
    let room = Room::new();
    fs::write(room.out(), "mine").unwrap();
    let error = Writer::begin(&room.out()).unwrap_err();
    assert_eq!(error.to_string(), format!("cannot write to {}: it is a file", room.out().display()));
    assert_eq!(room.tree(), BTreeMap::from([("public".into(), "mine".into())]));
}

#[test]
fn files_of_others_are_kept() {
    let room = Room::built(&[("index.html", "a"), ("old/index.html", "b"), ("gone/index.html", "c")]);
    room.place("CNAME", "handbook.example");
    room.place(".well-known/security.txt", "s");
    room.place("old/notes.txt", "n");
    fs::create_dir_all(room.out().join("empty/folder")).unwrap();
    fs::remove_file(room.out().join("gone/index.html")).unwrap();
    assert_eq!(room.build(&[("index.html", "a")]).unwrap(), Written { written: 0, unchanged: 1, removed: 1 });
    room.check(&[
        MANIFEST,
        ("public/.well-known/security.txt", "s"),
        ("public/CNAME", "handbook.example"),
        ("public/empty/folder/", ""),
        ("public/index.html", "a"),
        ("public/old/notes.txt", "n"),
    ]);
}

#[test]
fn a_page_does_not_take_the_place_of_somebody_elses_file() {
    for (foreign, page) in [("x", "x"), ("x", "x/index.html"), ("x/y", "x"), ("x/y/", "x")] {
        let room = Room::built(&[("index.html", "a")]);
        match foreign.strip_suffix('/') {
            Some(folder) => fs::create_dir_all(room.out().join(folder)).unwrap(),
            None => room.place(foreign, "f"),
        }
        let before = room.tree();
        let error = room.build(&[("index.html", "b"), (page, "p")]).unwrap_err().to_string();
        assert!(error.starts_with(&format!("{} in ", foreign.trim_end_matches('/'))), "{error}");
        assert!(error.ends_with(" was not written by leitfaden, and the site needs its place: move it"), "{error}");
        assert_eq!(room.tree(), before);
    }
}

#[test]
fn a_file_becomes_a_folder_and_a_folder_a_file() {
    let room = Room::built(&[("x", "1"), ("y/z/index.html", "2")]);
    room.build(&[("x/index.html", "3"), ("y", "4")]).unwrap();
    room.check(&[MANIFEST, ("public/x/index.html", "3"), ("public/y", "4")]);
    room.build(&[("x", "1"), ("y/z/index.html", "2")]).unwrap();
    room.check(&[MANIFEST, ("public/x", "1"), ("public/y/z/index.html", "2")]);
}

#[test]
fn a_page_that_others_changed_is_written_anew() {
    let room = Room::built(&[("a.html", "a"), ("b.html", "b")]);
    room.place("a.html", "z");
    fs::remove_file(room.out().join("b.html")).unwrap();
    assert_eq!(room.build(&[("a.html", "a"), ("b.html", "b")]).unwrap().written, 2);
    room.check(&[MANIFEST, ("public/a.html", "a"), ("public/b.html", "b")]);
}

#[test]
fn a_manifest_that_points_outside_is_not_followed() {
    let room = Room::built(&[("index.html", "a")]);
    let mine = room.path().join("mine");
    fs::write(&mine, "m").unwrap();
    let manifest = format!("leitfaden manifest 1\nindex.html\n../mine\n{}\nx/../../mine\n", mine.display());
    room.place(".leitfaden-manifest", &manifest);
    assert_eq!(room.build(&[]).unwrap(), Written { written: 0, unchanged: 0, removed: 1 });
    room.check(&[("mine", "m"), MANIFEST]);
}

#[test]
fn a_page_is_written_inside_the_site_and_once() {
    let room = Room::new();
    let writer = Writer::begin(&room.out()).unwrap();
    for path in ["", "/etc/x", "../x", "a/../../x", "a//b", "./a", "a/", "a\nb", ".leitfaden-manifest"] {
        assert!(writer.put(&OutputPath::new(path), b"").is_err(), "{path}");
    }
    writer.put(&OutputPath::new("a"), b"").unwrap();
    assert_eq!(writer.put(&OutputPath::new("a"), b"").unwrap_err().to_string(), "\"a\" is written twice");
    assert!(writer.put(&OutputPath::new("a/b"), b"").is_err());
    drop(writer);
    assert_eq!(room.tree(), BTreeMap::new());
}

#[test]
fn many_threads_write_one_site() {
    let room = Room::new();
    let files: Vec<(String, String)> =
        (0..500).map(|number| (format!("{}/{number}/index.html", number % 7), number.to_string())).collect();
    for unchanged in [0, 500] {
        let writer = Writer::begin(&room.out()).unwrap();
        files
            .par_iter()
            .try_for_each(|(path, text)| writer.put(&OutputPath::new(path.as_str()), text.as_bytes()))
            .unwrap();
        assert_eq!(writer.finish().unwrap(), Written { written: 500 - unchanged, unchanged, removed: 0 });
    }
    let tree = room.tree();
    assert!(files.iter().all(|(path, text)| tree[&format!("public/{path}")] == *text));
    assert_eq!(tree.len(), 501);
}

#[test]
fn a_site_among_the_sources_is_noticed() {
    let room = Room::new();
    let root = room.path();
    fs::create_dir_all(root.join("content/topics")).unwrap();
    for out in
        ["", ".", "..", "../..", "content", "content/site", "static/x", "private", "hr/people/x", "hr", "x/../themes"]
    {
        assert!(overlaps_sources(&root.join(out), root, &["hr/people"]), "{out}");
    }
    for out in ["public", "../elsewhere", "contents", "build/site"] {
        assert!(!overlaps_sources(&root.join(out), root, &["hr/people"]), "{out}");
    }
    assert!(is_inside(&root.join("public"), root) && !is_inside(&root.join("../public"), root));
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::{PermissionsExt, symlink};

    use super::*;

    #[test]
    fn a_linked_output_folder_is_built_at_its_target() {
        let room = Room::new();
        fs::create_dir(room.path().join("target")).unwrap();
        symlink("target", room.out()).unwrap();
        room.build(&[("index.html", "a")]).unwrap();
        let tree = room.tree();
        assert_eq!(tree["public"], "-> target");
        assert_eq!(tree["target/index.html"], "a");
        assert_eq!(tree.len(), 3);
    }

    #[test]
    fn a_link_to_nowhere_is_no_output_folder() {
        let room = Room::new();
        symlink("nowhere", room.out()).unwrap();
        assert!(room.build(&[]).unwrap_err().to_string().ends_with("it is a link to a folder that does not exist"));
    }

    #[test]
    fn where_nothing_has_changed_the_old_site_stays() {
        use std::os::unix::fs::MetadataExt;
        let room = Room::built(&[("index.html", "a"), ("x/index.html", "b")]);
        room.place("CNAME", "handbook.example");
        let folder = || fs::metadata(room.out()).unwrap().ino();
        let before = (folder(), room.tree());
        room.build(&[("index.html", "a"), ("x/index.html", "b")]).unwrap();
        assert_eq!((folder(), room.tree()), before);
    }

    #[test]
    fn links_of_others_stay_links() {
        let room = Room::built(&[("index.html", "a")]);
        symlink("index.html", room.out().join("start.html")).unwrap();
        symlink("/not/there", room.out().join("dead")).unwrap();
        symlink("..", room.out().join("up")).unwrap();
        room.build(&[("index.html", "b")]).unwrap();
        room.check(&[
            MANIFEST,
            ("public/dead", "-> /not/there"),
            ("public/index.html", "b"),
            ("public/start.html", "-> index.html"),
            ("public/up", "-> .."),
        ]);
    }

    #[test]
    fn a_page_replaced_by_a_link_is_a_page_again_and_its_target_is_left_alone() {
        let room = Room::built(&[("index.html", "a")]);
        fs::write(room.path().join("mine"), "a").unwrap();
        fs::remove_file(room.out().join("index.html")).unwrap();
        symlink("../mine", room.out().join("index.html")).unwrap();
        room.build(&[("index.html", "a")]).unwrap();
        room.check(&[("mine", "a"), MANIFEST, ("public/index.html", "a")]);
    }

    #[test]
    fn a_folder_replaced_by_a_link_is_not_written_through() {
        let room = Room::built(&[("x/index.html", "a")]);
        fs::create_dir(room.path().join("mine")).unwrap();
        fs::remove_dir_all(room.out().join("x")).unwrap();
        symlink("../mine", room.out().join("x")).unwrap();
        let before = room.tree();
        assert!(room.build(&[("x/index.html", "b")]).is_err());
        assert_eq!(room.tree(), before);
    }

    #[test]
    fn folders_of_others_keep_their_permissions() {
        let room = Room::built(&[("index.html", "a")]);
        room.place("closed/secret", "s");
        let mode = |path: &str| fs::metadata(room.path().join(path)).unwrap().permissions().mode() & 0o7777;
        for (path, mode) in [("public", 0o2750), ("public/closed", 0o700)] {
            fs::set_permissions(room.path().join(path), fs::Permissions::from_mode(mode)).unwrap();
        }
        room.build(&[("index.html", "b")]).unwrap();
        assert_eq!((mode("public"), mode("public/closed")), (0o2750, 0o700));
    }
}

/// One thing that happens to an output folder.
#[derive(Debug, Clone)]
enum Event {
    Build(BTreeMap<&'static str, u8>),
    BreakOff(BTreeMap<&'static str, u8>),
    /// Somebody writes a file: one of theirs, or over one of ours.
    Place(&'static str, u8),
    /// Somebody deletes a file.
    Delete(&'static str),
}

/// Few paths, so that they get in each other's way.
fn any_path() -> impl Strategy<Value = &'static str> {
    proptest::sample::select(vec!["a", "b", "a/b", "a/c", "a/b/c", "d/e/f", "d/e", "d/g"])
}

fn any_site() -> impl Strategy<Value = BTreeMap<&'static str, u8>> {
    proptest::collection::btree_map(any_path(), 0..2_u8, 0..5).prop_map(|site| {
        let paths: Vec<&str> = site.keys().copied().collect();
        site.into_iter().filter(|(path, _)| !paths.iter().any(|other| is_above(path, other))).collect()
    })
}

fn any_event() -> impl Strategy<Value = Event> {
    prop_oneof![
        4 => any_site().prop_map(Event::Build),
        1 => any_site().prop_map(Event::BreakOff),
        3 => (any_path(), 0..2_u8).prop_map(|(path, text)| Event::Place(path, text)),
        2 => any_path().prop_map(Event::Delete),
    ]
}

/// Whether `folder` would have to be a folder for `path` to exist.
fn is_above(folder: &str, path: &str) -> bool {
    path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'))
}

/// What an output folder should hold.
#[derive(Debug, Default)]
struct Model {
    files: BTreeMap<&'static str, u8>,
    ours: BTreeSet<&'static str>,
    built: bool,
}

impl Model {
    /// The counts of a build of `site`, or `None` if it is refused.
    fn build(&mut self, site: &BTreeMap<&'static str, u8>) -> Option<Written> {
        if !self.built && !self.files.is_empty() {
            return None;
        }
        let foreign: BTreeMap<&'static str, u8> = self
            .files
            .iter()
            .filter(|(path, _)| !self.ours.contains(*path))
            .map(|(&path, &text)| (path, text))
            .collect();
        let clash = |one: &str, other: &str| one == other || is_above(one, other) || is_above(other, one);
        if site.keys().any(|page| foreign.keys().any(|file| clash(page, file))) {
            return None;
        }
        let same = |path: &&&str| self.ours.contains(**path) && self.files.get(**path) == site.get(**path);
        let unchanged = site.keys().filter(same).count();
        let removed =
            self.ours.iter().filter(|path| self.files.contains_key(*path) && !site.contains_key(*path)).count();
        self.ours = site.keys().copied().collect();
        self.files = foreign.into_iter().chain(site.iter().map(|(&path, &text)| (path, text))).collect();
        self.built = true;
        Some(Written { written: site.len() - unchanged, unchanged, removed })
    }

    /// Whether a file could be written at `path`.
    fn has_room(&self, path: &str) -> bool {
        !self.files.keys().any(|file| is_above(path, file) || is_above(file, path))
    }
}

/// Deletes a file and the folders that are empty without it.
fn delete(out: &Path, path: &str) {
    fs::remove_file(out.join(path)).unwrap();
    let folders = Path::new(path).ancestors().skip(1).filter(|folder| *folder != Path::new(""));
    // The first that is not empty ends the way up.
    let _ = folders.map(|folder| fs::remove_dir(out.join(folder))).find(Result::is_err);
}

fn run(room: &Room, model: &mut Model, event: &Event) {
    match event {
        Event::Build(site) => {
            let times = room.age();
            let before: BTreeMap<&str, u8> = model.files.clone();
            let expected = model.build(site);
            let texts: Vec<(&str, String)> = site.iter().map(|(path, text)| (*path, text.to_string())).collect();
            let files: Vec<(&str, &str)> = texts.iter().map(|(path, text)| (*path, text.as_str())).collect();
            assert_eq!(room.build(&files).ok(), expected);
            for (path, text) in &model.files {
                let same = before.get(path) == Some(text);
                let path = format!("public/{path}");
                assert_eq!(times.get(&path) == Some(&room.time(&path)), same, "{path}");
            }
        }
        Event::BreakOff(site) => {
            if let Ok(writer) = Writer::begin(&room.out()) {
                site.keys().for_each(|path| writer.put(&OutputPath::new(*path), b"x").unwrap());
            }
        }
        Event::Place(path, text) => {
            if model.has_room(path) {
                room.place(path, &text.to_string());
                model.files.insert(path, *text);
            }
        }
        Event::Delete(path) => {
            if model.files.remove(path).is_some() {
                delete(&room.out(), path);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_series_of_builds_does_what_a_simple_model_says(events in proptest::collection::vec(any_event(), 1..12)) {
        let (room, mut model) = (Room::new(), Model::default());
        fs::create_dir(room.out()).unwrap();
        for event in &events {
            run(&room, &mut model, event);
            let mut tree = room.tree();
            if let Some(manifest) = tree.remove("public/.leitfaden-manifest") {
                let ours: Vec<&str> = manifest.lines().skip(1).collect();
                assert_eq!(ours, model.ours.iter().copied().collect::<Vec<_>>());
            }
            tree.remove("public/");
            let expected = model.files.iter().map(|(path, text)| (format!("public/{path}"), text.to_string()));
            assert_eq!(tree, expected.collect::<BTreeMap<_, _>>());
        }
    }
}
