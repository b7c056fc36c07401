//! The preview as a host: what a request gets, and what is refused.

use std::io::{Read, Write};
use std::net::TcpStream;

use crate::preview::{BOOK, Server, edit};
use crate::program::Folder;

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
    let part_of_head =
        format!("HEAD /img/a.txt HTTP/1.1\nHost: {}\nRange: bytes=0-1\nConnection: close\n\n", server.host);
    assert_eq!(server.ask(&part_of_head).header("content-length").as_deref(), Some("10"));
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
    assert_eq!(server.get("/handbook?a=b").header("location").as_deref(), Some("/handbook/?a=b"));
    assert_eq!(server.get("/handbook/topics").header("location").as_deref(), Some("/handbook/topics/"));
    // A page may have the name of the folder.
    edit(&folder, "site.toml", "/handbook/", "/topics/");
    while server.get("/handbook/").status() == 200 {}
    for path in ["/topics/ads/", "/topics/topics/ads/"] {
        assert_eq!(server.get(path).status(), 200, "{path}");
    }
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
        "/topics%2fads/trial/",
        "/topics/ads%2Ftrial/",
        "/img/a.txt/",
    ];
    for path in paths {
        let answer = server.get(path);
        assert!(matches!(answer.status(), 400 | 404), "{path}: {}", answer.status());
        assert!(!answer.body().contains("time_zone") && !answer.body().contains("Lea"), "{path}");
    }
}

#[test]
fn several_parts_come_in_one_answer() {
    let folder = Folder::new(BOOK);
    folder.write("static/img/a.txt", "0123456789");
    let server = Server::start(folder.path(), &["--port", "0"]);
    let parts = server.get_with("/img/a.txt", "Range: bytes=0-1,-2\n");
    let kind = parts.header("content-type").unwrap();
    let boundary = kind.strip_prefix("multipart/byteranges; boundary=").unwrap();
    let part = |range: &str, text: &str| {
        let kind = "Content-Type: text/plain; charset=utf-8";
        format!("--{boundary}\r\n{kind}\r\nContent-Range: bytes {range}/10\r\n\r\n{text}\r\n")
    };
    let body = part("0-1", "01") + &part("8-9", "89") + &format!("--{boundary}--\r\n");
    assert_eq!((parts.status(), parts.body()), (206, body));
    // A page is what was sent, with the script in it.
    let page = server.get("/");
    let begin = server.get_with("/", &format!("Range: bytes=0-14\nIf-Range: {}\n", page.header("etag").unwrap()));
    assert_eq!((begin.status(), begin.body()), (206, page.body()[..15].to_owned()));
}

#[test]
fn a_flood_does_not_stop_the_server() {
    let folder = Folder::new(BOOK);
    let server = Server::start(folder.path(), &["--port", "0"]);
    let head = format!("GET / HTTP/1.1\nHost: {}\nX: {}\nConnection: close\n\n", server.host, "x".repeat(1 << 20));
    assert!(matches!(server.ask(&head).status(), 0 | 400 | 431));
    // More than the server holds at a time: those that want nothing, and those that never come to an end.
    let idle: Vec<TcpStream> = (0..600).map(|_| server.connect()).collect();
    assert_eq!(server.get("/").status(), 200);
    let slow: Vec<TcpStream> = (0..600).map(|_| send(&server, "GET / HTTP/1.1\r\nHost: ")).collect();
    assert_eq!(server.get("/").status(), 200);
    let kept = format!("GET / HTTP/1.1\r\nHost: {}\r\n\r\n", server.host);
    let kept: Vec<TcpStream> = (0..600).map(|_| answered(send(&server, &kept))).collect();
    assert_eq!(server.get("/").status(), 200);
    drop((idle, slow, kept));
}

/// Whoever is slow to read a large file holds no copy of it.
#[cfg(target_os = "linux")]
#[test]
fn a_large_file_lies_in_memory_once() {
    const SIZE: usize = 16 << 20;
    let folder = Folder::new(BOOK);
    folder.write("static/large.txt", &"x".repeat(SIZE));
    let server = Server::start(folder.path(), &["--port", "0"]);
    let before = peak_memory(&server);
    let ask = format!("GET /large.txt HTTP/1.1\r\nHost: {}\r\n\r\n", server.host);
    let slow: Vec<TcpStream> = (0..40).map(|_| answered(send(&server, &ask))).collect();
    let grown = peak_memory(&server) - before;
    assert!(grown < 8 * SIZE, "{} MiB for 40 readers", grown >> 20);
    drop(slow);
}

fn send(server: &Server, text: &str) -> TcpStream {
    let mut stream = server.connect();
    // One that is closed already has got its answer too.
    let _ = stream.write_all(text.as_bytes());
    stream
}

/// Waits until an answer begins, and reads no more of it.
fn answered(mut stream: TcpStream) -> TcpStream {
    let _ = stream.read(&mut [0; 64]);
    stream
}

/// The most memory that the server has had, in bytes.
#[cfg(target_os = "linux")]
fn peak_memory(server: &Server) -> usize {
    let status = std::fs::read_to_string(format!("/proc/{}/status", server.child.id())).unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    line.trim().trim_end_matches(" kB").parse::<usize>().unwrap() << 10
}
