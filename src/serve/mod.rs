//! The preview server: the site of a handbook, straight from memory, on the author's own machine.
//!
//! Nothing is written to disk, and no path outside the site can be asked for: an address is looked up, not opened.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::sync::Arc;

use anyhow::{Context, Result};
use axum::Router;
use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderMap, Method, Response, StatusCode, Uri, header};
use rayon::prelude::*;
use tokio::net::TcpListener;

use crate::diagnostics::Report;
use crate::pipeline::{Loaded, render};
use crate::text::{OutputPath, Url};

/// The site as it is served: every file with its contents.
pub struct Preview {
    files: BTreeMap<OutputPath, Arc<[u8]>>,
    prefixes: Vec<String>,
}

impl Preview {
    /// The site of a handbook; pages that cannot be rendered are left out and reported.
    #[must_use]
    pub fn new(loaded: &Loaded, report: &mut Report) -> Self {
        let mut files = BTreeMap::new();
        let mut prefixes = Vec::new();
        if let Some(plan) = loaded.plan(report) {
            let renderer = loaded.renderer(report, &plan);
            for file in plan.files() {
                files.insert(file.path.clone(), Arc::clone(&file.contents));
            }
            if let Some(renderer) = renderer {
                let pages: Vec<_> = plan
                    .pages()
                    .par_iter()
                    .map(|page| (page.url.output_path(), render(&plan, &renderer, page)))
                    .collect();
                for (path, page) in pages {
                    match page {
                        Ok(html) => {
                            files.insert(path, Arc::from(html.into_bytes()));
                        }
                        Err(diagnostic) => report.add(*diagnostic),
                    }
                }
            }
            prefixes = plan.language_prefixes();
        }
        Self { files, prefixes }
    }

    /// The file at an address, and whether the address leads to it as it is.
    fn find(&self, path: &str) -> Found<'_> {
        let decoded = percent_encoding::percent_decode_str(path).decode_utf8_lossy();
        if let Some(bytes) = self.files.get(&Url::new(decoded.as_ref()).output_path()) {
            return Found::File(bytes);
        }
        let folder = Url::new(format!("{decoded}/"));
        if !decoded.ends_with('/') && self.files.contains_key(&folder.output_path()) {
            return Found::Folder(format!("{path}/"));
        }
        Found::Nothing(self.not_found(&decoded))
    }

    /// The page for missing addresses in the language that the address begins with.
    fn not_found(&self, path: &str) -> Option<&Arc<[u8]>> {
        let longest =
            self.prefixes.iter().filter(|prefix| path.starts_with(prefix.as_str())).max_by_key(|one| one.len());
        let prefix = longest.map_or("/", String::as_str);
        self.files.get(&Url::new(format!("{prefix}404.html")).output_path())
    }
}

enum Found<'p> {
    File(&'p Arc<[u8]>),
    Folder(String),
    Nothing(Option<&'p Arc<[u8]>>),
}

/// Listens on `address`, or on the next free port if that one is taken.
///
/// # Errors
/// If no port can be had.
pub async fn bind(address: SocketAddr) -> Result<TcpListener> {
    for port in address.port()..=address.port().saturating_add(if address.port() == 0 { 0 } else { 50 }) {
        match TcpListener::bind(SocketAddr::new(address.ip(), port)).await {
            Ok(listener) => return Ok(listener),
            Err(error) if error.kind() == std::io::ErrorKind::AddrInUse => {}
            Err(error) => return Err(error).with_context(|| format!("{address} cannot be listened on")),
        }
    }
    anyhow::bail!("{address} and the ports behind it are taken; choose another with --port")
}

/// Serves a site until Ctrl-C.
///
/// # Errors
/// If the connection to the network breaks.
pub async fn serve(listener: TcpListener, preview: Preview) -> Result<()> {
    let address = listener.local_addr()?;
    let site = Arc::new(Site { preview, hosts: hosts(address) });
    let router = Router::new().fallback(answer).with_state(site);
    let ended = async {
        // A system without signals is ended from outside.
        let _ = tokio::signal::ctrl_c().await;
    };
    axum::serve(listener, router).with_graceful_shutdown(ended).await.context("the server has stopped")
}

struct Site {
    preview: Preview,
    hosts: Vec<String>,
}

/// The names under which the server was started; others are refused, so that no foreign page can read the site
/// by pointing a name of its own at this machine.
fn hosts(address: SocketAddr) -> Vec<String> {
    let mut names = vec![address.to_string()];
    if address.ip().is_loopback() || address.ip().is_unspecified() {
        names.extend(["localhost", "127.0.0.1", "[::1]"].map(|name| format!("{name}:{}", address.port())));
    }
    names
}

async fn answer(State(site): State<Arc<Site>>, method: Method, uri: Uri, headers: HeaderMap) -> Response<Body> {
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    if !site.hosts.iter().any(|own| own.eq_ignore_ascii_case(host)) {
        return plain(StatusCode::MISDIRECTED_REQUEST);
    }
    if method != Method::GET && method != Method::HEAD {
        return plain(StatusCode::METHOD_NOT_ALLOWED);
    }
    match site.preview.find(uri.path()) {
        Found::File(bytes) => file(StatusCode::OK, uri.path(), bytes),
        Found::Folder(address) => redirect(&address),
        Found::Nothing(Some(bytes)) => file(StatusCode::NOT_FOUND, "/404.html", bytes),
        Found::Nothing(None) => plain(StatusCode::NOT_FOUND),
    }
}

fn plain(status: StatusCode) -> Response<Body> {
    let mut response = Response::new(Body::from(status.to_string()));
    *response.status_mut() = status;
    response
}

fn redirect(address: &str) -> Response<Body> {
    let mut response = plain(StatusCode::PERMANENT_REDIRECT);
    if let Ok(value) = address.parse() {
        response.headers_mut().insert(header::LOCATION, value);
    }
    response
}

fn file(status: StatusCode, path: &str, bytes: &Arc<[u8]>) -> Response<Body> {
    let mut response = Response::new(Body::from(bytes.to_vec()));
    *response.status_mut() = status;
    let kind = mime_guess::from_path(if path.ends_with('/') { "index.html" } else { path }).first_or_octet_stream();
    let kind = if kind.type_() == "text" { format!("{kind}; charset=utf-8") } else { kind.to_string() };
    if let Ok(value) = kind.parse() {
        response.headers_mut().insert(header::CONTENT_TYPE, value);
    }
    response.headers_mut().insert(header::CACHE_CONTROL, header::HeaderValue::from_static("no-store"));
    response
}
