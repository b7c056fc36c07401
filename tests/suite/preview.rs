//! The preview: a running server, what it announces, and what it says in the terminal.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::Path;
use std::process::{Child, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::time::{Duration, Instant};

use crate::harness::BASE;
use crate::program::{Folder, program};

/// Whatever is waited for comes sooner than this, or the test fails.
const PATIENCE: Duration = Duration::from_secs(30);

/// A server for a folder, ended with the test.
pub struct Server {
    pub child: Child,
    pub host: String,
    pub first_line: String,
    said: Receiver<String>,
}

impl Server {
    pub fn start(folder: &Path, arguments: &[&str]) -> Self {
        let root = folder.to_str().unwrap();
        let arguments = [&["serve", "--root", root, "--today", "2026-09-01"], arguments].concat();
        let mut command = program(folder, &arguments);
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let mut out = BufReader::new(child.stdout.take().unwrap());
        let err = BufReader::new(child.stderr.take().unwrap());
        let mut first_line = String::new();
        out.read_line(&mut first_line).unwrap();
        let (sender, said) = mpsc::channel();
        let out_sender = sender.clone();
        std::thread::spawn(move || out.lines().map_while(Result::ok).try_for_each(|line| out_sender.send(line)));
        std::thread::spawn(move || err.lines().map_while(Result::ok).try_for_each(|line| sender.send(line)));
        let host = first_line.trim().trim_start_matches("http://").trim_end_matches('/').to_owned();
        Self { child, host, first_line, said }
    }

    /// The next line in the terminal that holds these words.
    #[track_caller]
    pub fn says(&self, words: &str) -> String {
        self.says_all(&[words]).pop().expect("it has just been pushed")
    }

    /// Waits until each of these words was in a line of the terminal, in whatever order: what is said and what is
    /// complained of come by two ways. Gives these lines.
    #[track_caller]
    pub fn says_all(&self, words: &[&str]) -> Vec<String> {
        let (mut missing, mut found, mut passed) = (words.to_vec(), Vec::new(), Vec::new());
        while !missing.is_empty() {
            let Ok(line) = self.said.recv_timeout(PATIENCE) else {
                panic!("nobody said {missing:?}, but {passed:#?}");
            };
            match missing.iter().position(|words| line.contains(words)) {
                Some(index) => {
                    missing.remove(index);
                    found.push(line);
                }
                None => passed.push(line),
            }
        }
        found
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

    pub fn connect(&self) -> TcpStream {
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

    pub fn bytes(&self) -> &[u8] {
        let head = self.0.windows(4).position(|end| end == b"\r\n\r\n").unwrap_or_default();
        self.0.get(head + 4..).unwrap_or_default()
    }

    pub fn body(&self) -> String {
        String::from_utf8_lossy(self.bytes()).into_owned()
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
    #[track_caller]
    pub fn next(&mut self) -> (String, String) {
        let (mut name, mut data) = (String::new(), String::new());
        let begun = Instant::now();
        loop {
            let mut line = String::new();
            assert!(self.0.read_line(&mut line).expect("an event comes in time") > 0, "the channel was closed");
            // The comments that keep the channel open are no events.
            assert!(begun.elapsed() < PATIENCE, "an event comes in time");
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

    /// Waits until `server` shows these words at an address, which must be announced.
    #[track_caller]
    pub fn until_shown(&mut self, server: &Server, path: &str, words: &str) {
        while !server.get(path).body().contains(words) {
            self.next();
        }
    }

    /// The data of the next event of this name.
    #[track_caller]
    pub fn until(&mut self, wanted: &str) -> String {
        loop {
            let (name, data) = self.next();
            if name == wanted {
                return data;
            }
        }
    }
}

pub const BOOK: &str = r#"
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
    let folder = with_own_theme();
    folder.write("themes/own/static/faden.css", "body { color: teal; }\n");
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
fn a_taken_port_moves_to_the_next() {
    let folder = Folder::new(BOOK);
    let first = Server::start(folder.path(), &["--port", "0"]);
    let port = first.host.rsplit(':').next().unwrap();
    let second = Server::start(folder.path(), &["--port", port]);
    assert_ne!(first.first_line, second.first_line);
    second.says(&format!("Port {port} is taken"));
    assert_eq!(second.get("/").status(), 200);
}

#[test]
fn a_page_hears_at_once_that_it_is_not_the_one_that_is_shown() {
    let folder = Folder::new(BOOK);
    let server = Server::start(folder.path(), &["--port", "0"]);
    let tag = server.get("/pages/a/").header("etag").unwrap();
    let names = |shows: &str| {
        let mut channel = server.listen(&format!("/pages/a/&shows={shows}"));
        [channel.next().0, channel.next().0]
    };
    assert_eq!(names(tag.trim_matches('"')), ["hello", "problems"]);
    assert_eq!(names("another"), ["hello", "page"]);
    assert_eq!(names(""), ["hello", "page"]);
}

#[test]
fn a_title_is_announced_where_it_shows_and_nowhere_else() {
    let folder = Folder::new(BOOK);
    let server = Server::start(folder.path(), &["--port", "0"]);
    let mut channels =
        ["/topics/ads/", "/topics/ads/limits/", "/glossary/", "/pages/a/"].map(|page| server.listen(page));
    channels.iter_mut().for_each(|channel| drop(channel.until("problems")));
    edit(&folder, "content/topics/ads/trial.md", "\"Trial\"", "\"Trial run\"");
    let [topic, neighbour, glossary, other] = &mut channels;
    for channel in [topic, neighbour] {
        assert_eq!(channel.next(), ("page".to_owned(), "{\"revision\":2}".to_owned()));
    }
    // Every page has the list of free pages.
    edit(&folder, "content/pages/a.md", "A page", "Another page");
    for channel in [glossary, other] {
        assert_eq!(channel.next().1, "{\"revision\":3}");
    }
}

#[test]
fn every_style_sheet_of_the_theme_is_swapped() {
    let folder = with_own_theme();
    folder.write("themes/own/static/own.css", "body { color: teal; }\n");
    let link = "<link rel=\"stylesheet\" href=\"{{ page.root }}{{ asset(path=\"own.css\") }}\">";
    let template = format!("{{% extends \"faden/page.html\" %}}{{% block lead %}}{link}{{% endblock %}}");
    folder.write("themes/own/templates/page.html", &template);
    let server = Server::start(folder.path(), &["--port", "0"]);
    let mut channel = server.listen("/pages/a/");
    assert!(channel.until("problems").contains("\"errors\":0"));
    folder.write("themes/own/static/own.css", "body { color: indigo; }\n");
    let (name, data) = channel.next();
    assert_eq!(name, "style", "{data}");
    assert!(data.contains("/assets/own."), "{data}");
    // A style sheet and a text at once are another page.
    fs::rename(folder.path().join("themes"), folder.path().join("away")).unwrap();
    edit(&folder, "site.toml", "theme.name = \"own\"", "");
    channel.until("page");
}

#[test]
fn a_template_that_fails_on_a_page_is_an_error_like_any_other() {
    let folder = with_own_theme();
    let server = Server::start(folder.path(), &["--port", "0"]);
    let mut channel = server.listen("/topics/ads/trial/");
    channel.until("problems");
    let good = server.get("/topics/ads/trial/").page();
    // What a template makes of a title shows only when a page is made.
    let failing = "{% extends \"faden/module.html\" %}{% block lead %}{{ page.title / 2 }}{% endblock %}";
    folder.write("themes/own/templates/module.html", failing);
    let problems = channel.until("problems");
    assert!(problems.contains("themes/own/templates/module.html") && problems.contains("\"errors\":1"), "{problems}");
    assert_eq!(server.get("/topics/ads/trial/").page(), good);
    assert_eq!(server.get("/topics/ads/limits/").status(), 200, "nobody had this page open");
    // The message stays as long as the mistake, whatever else is saved.
    let mut other = server.listen("/pages/a/");
    other.until("problems");
    edit(&folder, "content/pages/a.md", "About.", "About us.");
    other.until("page");
    assert!(server.get("/pages/a/").body().contains("About us."));
    assert_eq!(server.listen("/").until("problems"), problems);
    folder.write("themes/own/templates/module.html", "{% extends \"faden/module.html\" %}");
    let (name, mended) = channel.next();
    assert!(name == "problems" && mended.contains("\"errors\":0"), "{name} {mended}");
}

/// A name that stands on a page which nobody has open is found when there is time for it.
#[test]
fn what_only_a_look_at_every_page_finds_is_said_until_it_is_mended() {
    let folder = Folder::new(BASE);
    folder.write("private/people/spring.toml", "[m1]\nname = \"Xaverine\"\n[e1]\nname = \"Quirinius\"\n");
    folder.write("content/pages/a.md", "# A\n\nAsk somebody.\n");
    let server = Server::start(folder.path(), &["--port", "0"]);
    let mut channel = server.listen("/glossary/");
    let sound = channel.until("problems");
    assert!(sound.contains("\"errors\":0"), "{sound}");
    server.says("Changes show by themselves");
    let good = server.get("/pages/a/").page();
    edit(&folder, "content/pages/a.md", "somebody", "Xaverine");
    let (name, problems) = channel.next();
    assert!(name == "problems" && problems.contains("name-leak"), "{name} {problems}");
    assert_eq!(server.get("/pages/a/").page(), good, "the last good page stays");
    edit(&folder, "content/topics/ads/first.md", "First", "Primer");
    server.says("content/topics/ads/first.md  ");
    edit(&folder, "content/pages/a.md", "Xaverine", "nobody");
    assert_eq!(channel.next(), ("problems".to_owned(), sound), "nothing was said meanwhile");
    assert!(server.get("/pages/a/").body().contains("Ask nobody."));
}

#[test]
fn a_mistake_that_shows_elsewhere_holds_back_only_its_cause() {
    let folder = Folder::new(BOOK);
    folder.write("content/index.md", "See [a page](@/pages/a.md).\n");
    let server = Server::start(folder.path(), &["--port", "0"]);
    let mut channel = server.listen("/topics/ads/trial/");
    channel.until("problems");
    fs::remove_file(folder.path().join("content/pages/a.md")).unwrap();
    assert!(channel.until("problems").contains("broken-link"));
    assert_eq!(server.get("/pages/a/").status(), 200, "the last good page stays");
    edit(&folder, "content/topics/ads/trial.md", "First text.", "Mended text.");
    channel.until("page");
    assert!(server.get("/topics/ads/trial/").body().contains("Mended text."));
    folder.write("content/index.md", "Nothing to see.\n");
    assert!(channel.until("problems").contains("\"errors\":0"));
    assert_eq!(server.get("/pages/a/").status(), 404);
}

#[test]
fn drafts_are_shown() {
    let folder = Folder::new(BOOK);
    let pages = [
        ("content/pages/b.md", "/pages/b/"),
        ("content/documents/log.md", "/documents/log/"),
        ("content/roles/mentor.md", "/for/mentor/"),
    ];
    for (path, _) in pages {
        let kind = if path.contains("documents") { "kind = \"session-log\"\n" } else { "" };
        folder.write(path, &format!("+++\ntitle = \"B\"\ndraft = true\n{kind}+++\n"));
    }
    let server = Server::start(folder.path(), &["--port", "0"]);
    for (_, address) in pages {
        let page = server.get(address);
        assert!(page.status() == 200 && page.body().contains("Draft"), "{address} is not marked");
    }
    assert!(!server.get("/for/mentee/").body().contains("Draft"));
}

#[test]
fn the_terminal_tells_what_changed_and_what_is_wrong() {
    let folder = Folder::new(BOOK);
    let server = Server::start(folder.path(), &["--port", "0"]);
    let mut channels = ["/topics/ads/trial/", "/topics/ads/"].map(|page| server.listen(page));
    channels.iter_mut().for_each(|channel| drop(channel.until("problems")));
    edit(&folder, "content/topics/ads/trial.md", "\"Trial\"", "\"Trial run\"");
    let line = server.says("content/topics/ads/trial.md  ");
    let (file, rest) = line.split_once("  ").unwrap();
    let (time, pages) = rest.split_once(" ms  ").unwrap();
    assert_eq!((file, pages), ("content/topics/ads/trial.md", "2 open pages updated"));
    time.parse::<u64>().unwrap();
    edit(&folder, "content/pages/a.md", "title", "titel");
    server.says_all(&["content/pages/a.md  ", "error[unknown-key]", "--> content/pages/a.md:2:1"]);
    edit(&folder, "content/pages/a.md", "titel", "title");
    server.says("All problems are mended.");
}

#[test]
fn a_terminal_that_nobody_reads_stops_nothing() {
    let folder = Folder::new(BOOK);
    let keys: String = (0..1_000).map(|number| format!("key-{number} = {number}\n")).collect();
    folder.write("content/pages/long.md", &format!("+++\n{keys}+++\n"));
    let root = folder.path().to_str().unwrap();
    let mut command = program(folder.path(), &["serve", "--root", root, "--port", "0"]);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut out = BufReader::new(child.stdout.take().unwrap());
    let mut first_line = String::new();
    out.read_line(&mut first_line).unwrap();
    let host = first_line.trim().trim_start_matches("http://").trim_end_matches('/').to_owned();
    let (_, said) = mpsc::channel();
    let server = Server { child, host, first_line, said };
    let mut channel = server.listen("/pages/a/");
    channel.until("problems");
    edit(&folder, "content/pages/a.md", "About.", "About us.");
    channel.until("page");
    // Also one that is gone.
    drop(out);
    edit(&folder, "content/pages/a.md", "About us.", "About you.");
    channel.until("page");
}

#[cfg(unix)]
#[test]
fn a_polite_request_ends_it_cleanly_and_at_once() {
    for signal in ["-INT", "-TERM"] {
        let folder = Folder::new(BOOK);
        let mut server = Server::start(folder.path(), &["--port", "0"]);
        let kill = std::process::Command::new("kill").args([signal, &server.child.id().to_string()]).status();
        assert!(kill.unwrap().success());
        assert_eq!(server.child.wait().unwrap().code(), Some(0), "{signal}");
    }
}

/// The handbook with a theme of its own.
fn with_own_theme() -> Folder {
    let folder = Folder::new(BOOK);
    folder.write("themes/own/theme.toml", "name = \"own\"\nextends = \"faden\"\nmin_api = 1\nmax_api = 1\n");
    edit(&folder, "site.toml", "[site]", "theme.name = \"own\"\n[site]");
    folder
}

/// Puts other words in the place of some.
pub fn edit(folder: &Folder, path: &str, from: &str, to: &str) {
    let text = fs::read_to_string(folder.path().join(path)).unwrap();
    assert!(text.contains(from), "{path} has no \"{from}\"");
    folder.write(path, &text.replacen(from, to, 1));
}
