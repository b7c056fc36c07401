//! Links to other sites, against a host on this machine that answers in every way there is.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use leitfaden::net::{Answer, Patience, ask};

use crate::harness::BASE;
use crate::program::{Folder, run};

/// A host and what it was asked: `HEAD /path`.
struct Host {
    address: String,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Host {
    fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let asked = Arc::new(Mutex::new(Vec::new()));
        let log = Arc::clone(&asked);
        thread::spawn(move || {
            // Whoever gets no answer waits as long as the host lives.
            let mut waiting = Vec::new();
            for stream in listener.incoming() {
                waiting.extend(answer(stream.unwrap(), &log));
            }
        });
        Self { address, asked }
    }

    fn url(&self, path: &str) -> String {
        format!("{}{path}", self.address)
    }

    /// What comes of asking for `path`, and what the host was asked for meanwhile.
    fn ask(&self, path: &str) -> (Answer, Vec<String>) {
        self.asked.lock().unwrap().clear();
        let url = self.url(path);
        let answer = ask(&[&url], &impatient()).remove(&url).unwrap();
        (answer, self.asked.lock().unwrap().clone())
    }
}

fn impatient() -> Patience {
    Patience {
        timeout: Duration::from_millis(400),
        pause: Duration::ZERO,
        longest_wait: Duration::from_secs(1),
        at_once: 2,
    }
}

/// Answers one request by its path; gives the connection back if nothing, or not all, was said.
fn answer(mut stream: TcpStream, log: &Mutex<Vec<String>>) -> Option<TcpStream> {
    let mut lines = BufReader::new(stream.try_clone().unwrap()).lines();
    let request = lines.next()?.ok()?.trim_end_matches(" HTTP/1.1").to_owned();
    while lines.next()?.ok().filter(|line| !line.is_empty()).is_some() {}
    let times = {
        let mut log = log.lock().unwrap();
        log.push(request.clone());
        log.iter().filter(|own| **own == request).count()
    };
    let (method, path) = request.split_once(' ').unwrap();
    let head = match (method, path) {
        (_, "/never") => return Some(stream),
        (_, "/slow") => {
            stream.write_all(b"HTTP/1.1 200 ").unwrap();
            return Some(stream);
        }
        (_, "/fine") | ("GET", "/only-get" | "/not-built") | (_, "/gr%C3%BCn") => "200 OK",
        (_, "/moved") => "301 Moved Permanently\r\nLocation: /fine",
        (_, "/circle") => "302 Found\r\nLocation: /circle",
        ("HEAD", "/only-get") => "405 Method Not Allowed",
        ("HEAD", "/not-built") => "501 Not Implemented",
        (_, "/login") => "403 Forbidden",
        (_, "/broken") => "500 Internal Server Error",
        (_, "/busy") if times > 1 => "200 OK",
        (_, "/busy") => "429 Too Many Requests\r\nRetry-After: 0",
        (_, "/busier") => "429 Too Many Requests\r\nRetry-After: 3600",
        (_, "/closed") => "503 Service Unavailable",
        _ => "404 Not Found",
    };
    let response = format!("HTTP/1.1 {head}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    stream.write_all(response.as_bytes()).unwrap();
    None
}

#[test]
fn every_answer_is_understood() {
    let host = Host::start();
    let broken = |reason: &str| Answer::Broken(reason.to_owned());
    let unclear = |reason: &str| Answer::Unclear(reason.to_owned());
    let rows = [
        ("/fine", Answer::Fine, &["HEAD /fine"][..]),
        ("/fine#part", Answer::Fine, &["HEAD /fine"]),
        ("/grün", Answer::Fine, &["HEAD /gr%C3%BCn"]),
        ("/moved", Answer::Fine, &["HEAD /moved", "HEAD /fine"]),
        ("/only-get", Answer::Fine, &["HEAD /only-get", "GET /only-get"]),
        ("/not-built", Answer::Fine, &["HEAD /not-built", "GET /not-built"]),
        ("/gone", broken("404 Not Found"), &["HEAD /gone"]),
        ("/broken", broken("500 Internal Server Error"), &["HEAD /broken"]),
        ("/login", unclear("403 Forbidden: it may want a login"), &["HEAD /login", "GET /login"]),
        ("/busy", Answer::Fine, &["HEAD /busy", "HEAD /busy"]),
        ("/busier", unclear("429 Too Many Requests: it wants to be asked again in 3600 s"), &["HEAD /busier"]),
        ("/closed", unclear("503 Service Unavailable"), &["HEAD /closed"]),
        ("/never", broken("no answer within 0.4 s"), &["HEAD /never"]),
        ("/slow", broken("no answer within 0.4 s"), &["HEAD /slow"]),
    ];
    for (path, expected, asked) in rows {
        let (answer, log) = host.ask(path);
        assert_eq!((answer, log), (expected, asked.iter().map(ToString::to_string).collect()), "{path}");
    }
    assert_eq!(host.ask("/circle").0, broken("more than 8 redirects"));
}

#[test]
fn hosts_that_are_not_there() {
    let free = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let closed = format!("http://{free}/");
    let answers = ask(&[&closed, "http://"], &impatient());
    assert!(answers.values().all(|answer| matches!(answer, Answer::Broken(_))), "{answers:?}");
    assert_eq!(answers.len(), 2);
}

#[test]
fn many_addresses_of_several_hosts_are_each_asked_once() {
    let hosts = [Host::start(), Host::start(), Host::start()];
    let urls: Vec<String> =
        hosts.iter().flat_map(|host| ["/fine", "/gone", "/moved"].map(|path| host.url(path))).collect();
    let addresses: Vec<&str> = urls.iter().map(String::as_str).collect();
    let answers = ask(&addresses, &impatient());
    let expected: BTreeMap<String, Answer> = urls
        .iter()
        .map(|url| {
            let is_gone = url.ends_with("/gone");
            (url.clone(), if is_gone { Answer::Broken("404 Not Found".to_owned()) } else { Answer::Fine })
        })
        .collect();
    assert_eq!(answers, expected);
    for host in hosts {
        assert_eq!(*host.asked.lock().unwrap(), ["HEAD /fine", "HEAD /gone", "HEAD /moved", "HEAD /fine"]);
    }
}

/// The base handbook with links to `host` in a text, a material and a programme.
fn handbook(host: &Host) -> Folder {
    let folder = Folder::new(BASE);
    let (gone, fine, inside) = (host.url("/gone"), host.url("/fine"), host.url("/intranet/x"));
    folder.write(
        "content/topics/ads/first.md",
        &format!(
            "+++\ntitle = \"First\"\nminutes = 20\nobjectives = [\"Explain an ad\"]\n\n[[materials]]\ntitle = \"A page\"\n\
             url = \"{gone}\"\n+++\n\n[good]({fine}) [bad]({gone}) [inside]({inside}) [login]({})\n",
            host.url("/login")
        ),
    );
    folder
}

#[test]
fn a_broken_link_is_named_with_its_place() {
    let host = Host::start();
    let folder = handbook(&host);
    assert_eq!(run(folder.path(), &["check", "--format", "json"]).json()["warnings"], 0, "nobody asked for it");
    assert!(host.asked.lock().unwrap().is_empty());
    let site = format!(
        "[site]\ntitle = \"Handbook\"\ntime_zone = \"Europe/Zurich\"\n[links]\nskip = [\"{}*\"]\n",
        host.url("/intranet/")
    );
    folder.write("site.toml", &site);
    let checked = run(folder.path(), &["check", "--external-links"]);
    assert_eq!(checked.code, 0, "{}", checked.err);
    let message = format!("warning[external-link]: link to \"{}\" does not work: 404 Not Found\n", host.url("/gone"));
    assert!(checked.err.starts_with(&message), "{}", checked.err);
    assert!(checked.err.contains("--> content/topics/ads/first.md:8:7\n"), "{}", checked.err);
    let summary = format!(
        "external links: 1 fine, 1 broken, 1 unclear, 1 skipped\n  {}  403 Forbidden: it may want a login\n",
        host.url("/login")
    );
    assert!(checked.out.ends_with(&summary), "{}", checked.out);
    let asked = host.asked.lock().unwrap().clone();
    assert!(!asked.iter().any(|request| request.contains("intranet")), "{asked:?}");
    assert_eq!(run(folder.path(), &["check", "--external-links", "--strict", "--quiet"]).code, 1);
    let json = run(folder.path(), &["check", "--external-links", "--format", "json"]).json();
    assert_eq!(
        (&json["diagnostics"][0]["code"], &json["diagnostics"][0]["labels"][0]["line"]),
        (&"external-link".into(), &11.into())
    );
}
