//! The preview: a running server, asked as browsers and editors ask it.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};
use std::time::Duration;

use crate::program::{Folder, program};

/// Whatever is waited for comes sooner than this, or the test fails.
const PATIENCE: Duration = Duration::from_secs(30);

/// A server for a folder, ended with the test.
pub struct Server {
    child: Child,
    pub host: String,
    pub first_line: String,
}

impl Server {
    pub fn start(folder: &Path, arguments: &[&str]) -> Self {
        let root = folder.to_str().unwrap();
        let arguments = [&["serve", "--root", root, "--today", "2026-09-01"], arguments].concat();
        let mut command = program(folder, &arguments);
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let mut out = BufReader::new(child.stdout.take().unwrap());
        let mut first_line = String::new();
        out.read_line(&mut first_line).unwrap();
        // Somebody has to read what the server says, or it waits.
        std::thread::spawn(move || std::io::copy(&mut out, &mut std::io::sink()));
        let host = first_line.trim().trim_start_matches("http://").trim_end_matches('/').to_owned();
        Self { child, host, first_line }
    }

    /// Sends a request and gives the whole answer.
    pub fn ask(&self, request: &str) -> Answer {
        let mut stream = self.connect();
        stream.write_all(request.replace('\n', "\r\n").as_bytes()).unwrap();
        let mut answer = Vec::new();
        // A server that refuses may close before all is sent and read.
        let _ = stream.read_to_end(&mut answer);
        Answer(answer)
    }

    pub fn get(&self, path: &str) -> Answer {
        self.get_with(path, "")
    }

    pub fn get_with(&self, path: &str, headers: &str) -> Answer {
        self.ask(&format!("GET {path} HTTP/1.1\nHost: {}\nConnection: close\n{headers}\n", self.host))
    }

    fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(self.host.parse::<SocketAddr>().unwrap()).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        stream
    }

    /// The live channel of a page.
    pub fn listen(&self, page: &str) -> Channel {
        let mut stream = self.connect();
        write!(stream, "GET /_leitfaden/live?page={page} HTTP/1.1\r\nHost: {}\r\n\r\n", self.host).unwrap();
        Channel(BufReader::new(stream))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

pub struct Answer(Vec<u8>);

impl Answer {
    pub fn status(&self) -> u16 {
        let text = String::from_utf8_lossy(&self.0);
        text.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or_default()
    }

    pub fn head(&self) -> String {
        let text = String::from_utf8_lossy(&self.0);
        text.split("\r\n\r\n").next().unwrap_or_default().to_ascii_lowercase()
    }

    pub fn header(&self, name: &str) -> Option<String> {
        let start = format!("{name}: ");
        self.head().lines().find_map(|line| line.strip_prefix(&start).map(str::to_owned))
    }

    pub fn body(&self) -> String {
        let text = String::from_utf8_lossy(&self.0);
        text.split_once("\r\n\r\n").map_or_else(String::new, |(_, body)| body.to_owned())
    }

    /// The page as it was before the script was put into the response.
    pub fn page(&self) -> String {
        let body = self.body();
        let start = body.find("<script src=\"/_leitfaden/").expect("every page has the script");
        let end = start + body[start..].find("</script>").unwrap() + "</script>".len();
        format!("{}{}", &body[..start], &body[end..])
    }
}

/// Server-sent events, one by one.
pub struct Channel(BufReader<TcpStream>);

impl Channel {
    /// The name and the data of the next event.
    pub fn next(&mut self) -> (String, String) {
        let (mut name, mut data) = (String::new(), String::new());
        loop {
            let mut line = String::new();
            assert!(self.0.read_line(&mut line).expect("an event comes in time") > 0, "the channel was closed");
            let line = line.trim_end();
            if let Some(value) = line.strip_prefix("event: ") {
                value.clone_into(&mut name);
            } else if let Some(value) = line.strip_prefix("data: ") {
                value.clone_into(&mut data);
            } else if line.is_empty() && !name.is_empty() {
                return (name, data);
            }
        }
    }

    /// The data of the next event of this name.
    pub fn until(&mut self, wanted: &str) -> String {
        loop {
            let (name, data) = self.next();
            if name == wanted {
                return data;
            }
        }
    }
}

const BOOK: &str = r#"
//- /site.toml
[site]
title = "Handbook"
time_zone = "Europe/Zurich"
//- /content/topics/ads/index.md
+++
title = "Ads"
summary = "Places for sale."
modules = ["trial", "limits"]
+++
Why ads.
//- /content/topics/ads/trial.md
+++
title = "Trial"
minutes = 25
objectives = ["choose a place"]
+++
First text.
//- /content/topics/ads/limits.md
+++
title = "Limits"
minutes = 20
objectives = ["set a limit"]
+++
Second text.
//- /content/pages/a.md
+++
title = "A page"
+++
About.
"#;

#[test]
fn a_change_is_announced_to_the_page_that_it_changes() {
    let folder = Folder::new(BOOK);
    let server = Server::start(folder.path(), &["--port", "0"]);
    let mut trial = server.listen("/topics/ads/trial/");
    assert_eq!(trial.next(), ("hello".to_owned(), "{\"revision\":1}".to_owned()));
    assert_eq!(trial.next().0, "problems");
    assert!(server.get("/topics/ads/trial/").body().contains("First text."));
    let mut other = server.listen("/pages/a/");
    other.until("problems");
    edit(&folder, "content/topics/ads/trial.md", "First text.", "Mended text.");
    assert_eq!(trial.until("page"), "{\"revision\":2}");
    assert!(server.get("/topics/ads/trial/").body().contains("Mended text."));
    // The other page hears of nothing before its own change.
    edit(&folder, "content/pages/a.md", "About.", "About us.");
    assert_eq!(other.until("page"), "{\"revision\":3}");
}

#[test]
fn another_style_sheet_is_no_other_page() {
    let folder = Folder::new(BOOK);
    folder.write("themes/own/theme.toml", "name = \"own\"\nextends = \"faden\"\nmin_api = 1\nmax_api = 1\n");
    folder.write("themes/own/static/faden.css", "body { color: teal; }\n");
    edit(&folder, "site.toml", "[site]", "theme.name = \"own\"\n[site]");
    let server = Server::start(folder.path(), &["--port", "0"]);
    let mut channel = server.listen("/");
    channel.until("problems");
    folder.write("themes/own/static/faden.css", "body { color: indigo; }\n");
    let (name, data) = channel.next();
    assert_eq!(name, "style", "{data}");
    let href = data.split('"').nth(3).unwrap();
    let style = server.get(href);
    assert_eq!((style.status(), style.header("content-type").unwrap().as_str()), (200, "text/css; charset=utf-8"));
    assert!(style.body().contains("indigo"));
}

#[test]
fn with_an_error_the_last_good_page_stays_and_other_pages_go_on() {
    let folder = Folder::new(BOOK);
    let server = Server::start(folder.path(), &["--port", "0"]);
    let mut channel = server.listen("/pages/a/");
    assert!(channel.until("problems").contains("\"errors\":0"));
    let before = server.get("/topics/ads/trial/").page();
    edit(&folder, "content/topics/ads/trial.md", "minutes = 25", "minuten = 25");
    let problems: serde_json::Value = serde_json::from_str(&channel.until("problems")).unwrap();
    assert_eq!((&problems["errors"], problems.get("cohorts")), (&serde_json::json!(1), None));
    let error = problems["diagnostics"].as_array().unwrap().iter().find(|one| one["severity"] == "error").unwrap();
    assert_eq!((error["code"].as_str(), error["line"].as_u64()), (Some("unknown-key"), Some(3)));
    assert_eq!(server.get("/topics/ads/trial/").page(), before);
    let panel = server.get("/_leitfaden/panel").body();
    for part in ["content/topics/ads/trial.md:3:1", "vscode://file/", "did you mean", "minuten = 25"] {
        assert!(panel.contains(part), "{part}: {panel}");
    }
    edit(&folder, "content/pages/a.md", "About.", "About us.");
    channel.until("page");
    assert!(server.get("/pages/a/").body().contains("About us."));
    edit(&folder, "content/topics/ads/trial.md", "minuten = 25", "minutes = 25");
    assert!(channel.until("problems").contains("\"errors\":0"));
    assert_eq!(server.get("/_leitfaden/panel").body(), "");
}

#[test]
fn a_handbook_may_be_empty_or_broken_at_the_start() {
    for files in ["", "//- /site.toml\n[site\n", "//- /site.toml\n[site]\ntitle = 3\n"] {
        let folder = Folder::new(files);
        let server = Server::start(folder.path(), &["--port", "0"]);
        let mut channel = server.listen("/");
        assert!(!channel.until("problems").contains("\"errors\":0"), "{files}");
        assert!(server.get("/").body().contains("/_leitfaden/preview.js"));
        folder.write("site.toml", "[site]\ntitle = \"At last\"\n");
        channel.until("page");
        assert!(server.get("/").body().contains("At last"));
    }
}

#[test]
fn files_are_answered_as_by_a_static_host() {
    let folder = Folder::new(BOOK);
    folder.write("static/img/a.txt", "0123456789");
    let server = Server::start(folder.path(), &["--port", "0"]);
    let whole = server.get("/img/a.txt");
    assert_eq!((whole.status(), whole.body().as_str()), (200, "0123456789"));
    let tag = whole.header("etag").unwrap();
    assert_eq!(server.get_with("/img/a.txt", &format!("If-None-Match: {tag}\n")).status(), 304);
    let part = server.get_with("/img/a.txt", "Range: bytes=2-4\n");
    assert_eq!((part.status(), part.body().as_str()), (206, "234"));
    assert_eq!(part.header("content-range").unwrap(), "bytes 2-4/10");
    assert_eq!(server.get_with("/img/a.txt", "Range: bytes=10-\n").status(), 416);
    let folder_page = server.get("/topics/ads?a=b");
    assert_eq!((folder_page.status(), folder_page.header("location").unwrap().as_str()), (308, "/topics/ads/?a=b"));
    let head = server.ask(&format!("HEAD /img/a.txt HTTP/1.1\nHost: {}\nConnection: close\n\n", server.host));
    assert_eq!((head.status(), head.header("content-length").as_deref(), head.body().as_str()), (200, Some("10"), ""));
    let post = server.ask(&format!("POST / HTTP/1.1\nHost: {}\nConnection: close\n\n", server.host));
    assert_eq!((post.status(), post.header("allow").as_deref()), (405, Some("get, head")));
    let missing = server.get("/nothing/here/");
    assert_eq!(missing.status(), 404);
    assert!(missing.body().contains("/_leitfaden/preview.js"));
    let page = server.get("/");
    let known = format!("If-None-Match: {}\n", page.header("etag").unwrap());
    assert_eq!(server.get_with("/", &known).status(), 304);
}

#[test]
fn a_site_with_a_base_path_is_found_below_it() {
    let folder = Folder::new(BOOK);
    edit(&folder, "site.toml", "[site]", "[site]\nbase_url = \"https://firm.example/handbook/\"");
    let server = Server::start(folder.path(), &["--port", "0"]);
    assert_eq!(server.get("/handbook/topics/ads/").page(), server.get("/topics/ads/").page());
    assert_eq!(server.get("/handbook/nothing/").status(), 404);
}

#[test]
fn strangers_are_refused() {
    let folder = Folder::new(BOOK);
    let server = Server::start(folder.path(), &["--port", "0"]);
    let port = server.host.rsplit(':').next().unwrap();
    let foreign = server.ask(&format!("GET / HTTP/1.1\nHost: evil.example:{port}\nConnection: close\n\n"));
    assert_eq!(foreign.status(), 421);
    assert_eq!(server.ask("GET / HTTP/1.0\n\n").status(), 421);
    let two = server.ask(&format!("GET / HTTP/1.1\nHost: {0}\nHost: {0}\nConnection: close\n\n", server.host));
    assert_eq!(two.status(), 400);
    let absolute = format!("GET http://evil.example/ HTTP/1.1\nHost: {}\nConnection: close\n\n", server.host);
    assert_eq!(server.ask(&absolute).status(), 421);
    let secure = format!("Origin: https://{}\n", server.host);
    assert_eq!(server.get_with("/_leitfaden/preview.js", &secure).status(), 403);
    let own = server.ask(&format!("GET / HTTP/1.1\nHost: localhost:{port}\nConnection: close\n\n"));
    assert_eq!(own.status(), 200);
    for headers in ["Origin: http://evil.example\n", "Sec-Fetch-Site: cross-site\n", "Origin: null\n"] {
        for path in ["/_leitfaden/live?page=/", "/_leitfaden/panel"] {
            assert_eq!(server.get_with(path, headers).status(), 403, "{path} {headers}");
        }
    }
    assert!(!server.get("/").head().contains("access-control"));
}

#[test]
fn no_path_leads_out_of_the_site() {
    let folder = Folder::new(BOOK);
    folder.write("private/people/x.toml", "[a]\nname = \"Lea\"\n");
    let server = Server::start(folder.path(), &["--port", "0"]);
    let paths = [
        "/../site.toml",
        "/%2e%2e/site.toml",
        "/..%2fsite.toml",
        "/site.toml",
        "/private/people/x.toml",
        "//etc/passwd",
        "/%00",
        "/topics/ads/trial/%00",
        "/..\\site.toml",
        "/%ff",
        "/_leitfaden/../site.toml",
        "/_leitfaden/live/x",
    ];
    for path in paths {
        let answer = server.get(path);
        assert!(matches!(answer.status(), 400 | 404), "{path}: {}", answer.status());
        assert!(!answer.body().contains("time_zone") && !answer.body().contains("Lea"), "{path}");
    }
}

#[test]
fn a_flood_does_not_stop_the_server() {
    let folder = Folder::new(BOOK);
    let server = Server::start(folder.path(), &["--port", "0"]);
    let head = format!("GET / HTTP/1.1\nHost: {}\nX: {}\nConnection: close\n\n", server.host, "x".repeat(1 << 20));
    assert!(matches!(server.ask(&head).status(), 0 | 400 | 431));
    // More than the server takes at a time; those beyond are closed, and none of them is answered.
    let idle: Vec<Option<TcpStream>> = (0..2_000).map(|_| TcpStream::connect(&server.host).ok()).collect();
    drop(idle);
    let answered = (0..100).any(|_| server.get("/").status() == 200);
    assert!(answered, "after a flood the server answers again");
}

#[test]
fn a_taken_port_moves_to_the_next() {
    let folder = Folder::new(BOOK);
    let first = Server::start(folder.path(), &["--port", "0"]);
    let port = first.host.rsplit(':').next().unwrap();
    let second = Server::start(folder.path(), &["--port", port]);
    assert_ne!(first.first_line, second.first_line);
    assert_eq!(second.get("/").status(), 200);
}

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

/// Puts other words in the place of some.
fn edit(folder: &Folder, path: &str, from: &str, to: &str) {
    let text = fs::read_to_string(folder.path().join(path)).unwrap();
    assert!(text.contains(from), "{path} has no \"{from}\"");
    folder.write(path, &text.replacen(from, to, 1));
}
