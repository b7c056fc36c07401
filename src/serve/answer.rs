//! What a request gets: as a real static host answers, and the script of the preview in every page.

use std::sync::Arc;

use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::http::uri::Authority;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, Response, StatusCode, Uri, header};

use super::live::live;
use super::preview::{Preview, Shown};
use super::ranges::{Wanted, multipart, wanted};
use super::site::Found;
use crate::text::Fingerprint;

/// What the preview itself needs lies below this address.
const OWN: &str = "/_leitfaden/";

/// Answers one request.
pub async fn answer(
    State(preview): State<Arc<Preview>>,
    method: Method,
    uri: Uri,
    mut headers: HeaderMap,
) -> Response<Body> {
    if headers.get_all(header::HOST).iter().count() > 1 {
        return plain(StatusCode::BAD_REQUEST);
    }
    // An address with a host of its own counts more than the header (RFC 9112 §3.2.2).
    let host = uri.authority().map(Authority::as_str).or_else(|| text(&headers, header::HOST)).unwrap_or_default();
    if !preview.answers_to(host) {
        return plain(StatusCode::MISDIRECTED_REQUEST);
    }
    if method != Method::GET && method != Method::HEAD {
        let mut response = plain(StatusCode::METHOD_NOT_ALLOWED);
        set(&mut response, header::ALLOW, "GET, HEAD");
        return response;
    }
    let is_same_origin = is_same_origin(&headers, host);
    if method == Method::HEAD {
        // Parts are those of an answer to GET (RFC 9110 §14.2). What is not sent to HEAD is left out by the server.
        headers.remove(header::RANGE);
    }
    match uri.path().strip_prefix(OWN) {
        Some(_) if !is_same_origin => plain(StatusCode::FORBIDDEN),
        Some(name) => own(&preview, name, &uri, &headers).await,
        None => page(&*known(&preview, |shown| shown.revision > 0).await, &uri, &headers),
    }
}

/// The state to answer from; at the start one is awaited that is enough.
async fn known(preview: &Preview, is_enough: impl Fn(&Shown) -> bool) -> Arc<Shown> {
    let mut receiver = preview.subscribe();
    match receiver.wait_for(|shown| is_enough(shown)).await {
        Ok(shown) => Arc::clone(&shown),
        Err(_) => preview.now(),
    }
}

/// Whether a request comes from a page of ours, or from no page at all.
fn is_same_origin(headers: &HeaderMap, host: &str) -> bool {
    let is_own = |origin: &HeaderValue| {
        let from = origin.to_str().ok().and_then(|origin| origin.strip_prefix("http://"));
        from.is_some_and(|from| from.eq_ignore_ascii_case(host))
    };
    let is_near = |site: &HeaderValue| site == "same-origin" || site == "none";
    headers.get_all(header::ORIGIN).iter().all(is_own) && headers.get_all("sec-fetch-site").iter().all(is_near)
}

async fn own(preview: &Arc<Preview>, name: &str, uri: &Uri, headers: &HeaderMap) -> Response<Body> {
    match name {
        "live" => {
            let page = parameter(uri, "page").and_then(|page| page_path(&page)).unwrap_or_else(|| "/".to_owned());
            known(preview, |shown| shown.problems.are_known()).await;
            live(preview, &page, parameter(uri, "shows").as_deref())
        }
        "preview.js" => contents(headers, name, Bytes::from_static(include_bytes!("assets/preview.js"))),
        "panel.css" => contents(headers, name, Bytes::from_static(include_bytes!("assets/panel.css"))),
        "panel" => contents(headers, "panel.html", Bytes::copy_from_slice(preview.now().problems.panel.as_bytes())),
        _ => plain(StatusCode::NOT_FOUND),
    }
}

/// A parameter of the query, percent-decoded.
fn parameter(uri: &Uri, name: &str) -> Option<String> {
    let mut pairs = uri.query()?.split('&').filter_map(|pair| pair.split_once('='));
    decoded(pairs.find(|(key, _)| *key == name)?.1)
}

/// The path of an address as a browser writes it, without what stands behind it.
fn page_path(address: &str) -> Option<String> {
    decoded(address.split(['?', '#']).next().unwrap_or_default())
}

/// The text without percent signs; `None` if it is no text or holds what no address of a site holds.
fn decoded(text: &str) -> Option<String> {
    let text = percent_encoding::percent_decode_str(text).decode_utf8().ok()?;
    (!text.contains(['\0', '\\'])).then(|| text.into_owned())
}

fn page(shown: &Shown, uri: &Uri, headers: &HeaderMap) -> Response<Body> {
    // A slash in disguise belongs to no name, and would lead elsewhere than it seems to.
    let has_hidden_slash = uri.path().to_ascii_lowercase().contains("%2f");
    let Some(path) = decoded(uri.path()).filter(|_| !has_hidden_slash) else { return plain(StatusCode::BAD_REQUEST) };
    let Some(site) = &shown.site else { return bare(StatusCode::OK, NOTHING_YET) };
    match site.find(&path) {
        Found::File(output, bytes) if output.as_str().ends_with(".html") => html(headers, StatusCode::OK, &bytes),
        Found::File(output, bytes) => contents(headers, output.as_str(), Bytes::from_owner(bytes)),
        Found::Folder => redirect(uri),
        Found::Nothing(Some(bytes)) => html(headers, StatusCode::NOT_FOUND, &bytes),
        Found::Nothing(None) => bare(StatusCode::NOT_FOUND, NO_PAGE),
        Found::Broken(diagnostic) => {
            let message = diagnostic.message.replace('&', "&amp;").replace('<', "&lt;");
            bare(StatusCode::INTERNAL_SERVER_ERROR, &format!("{}: {message}", diagnostic.place.path))
        }
    }
}

const NOTHING_YET: &str = "There is nothing to show yet. This page changes by itself as soon as there is.";
const NO_PAGE: &str = "There is no such page.";

/// A page of our own, where the site has none.
fn bare(status: StatusCode, message: &str) -> Response<Body> {
    let html = format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>leitfaden</title>\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n</head>\n\
         <body>\n<main><p>{message}</p></main>\n</body>\n</html>\n"
    );
    respond(status, "page.html", with_script(html.as_bytes(), &page_tag(None)))
}

/// A page of the site. Its tag is that of the bytes a build writes: the script is in the response, not in the page.
fn html(headers: &HeaderMap, status: StatusCode, page: &[u8]) -> Response<Body> {
    let tag = page_tag(Some(page));
    let body = with_script(page, &tag);
    if status == StatusCode::OK {
        return tagged(headers, "page.html", &format!("\"{tag}\""), body);
    }
    respond(status, "page.html", body)
}

/// What tells a page from another; nothing where there is none.
pub fn page_tag(page: Option<&[u8]>) -> String {
    page.map_or_else(String::new, |page| Fingerprint::of(page).short())
}

/// The page with the script before the end of its body. The script is told which page it is in.
fn with_script(page: &[u8], tag: &str) -> Bytes {
    let script = format!("<script src=\"{OWN}preview.js\" data-shows=\"{tag}\" data-leitfaden></script>");
    let at = memchr::memmem::rfind(page, b"</body>").unwrap_or(page.len());
    [&page[..at], script.as_bytes(), &page[at..]].concat().into()
}

/// A file that is no page.
fn contents(headers: &HeaderMap, name: &str, bytes: Bytes) -> Response<Body> {
    tagged(headers, name, &format!("\"{}\"", Fingerprint::of(&bytes).short()), bytes)
}

/// An answer to be kept, or a part of it, or that the one which was kept still holds.
fn tagged(headers: &HeaderMap, name: &str, tag: &str, bytes: Bytes) -> Response<Body> {
    let length = bytes.len();
    let mut response = if is_known(headers, tag) {
        unchanged()
    } else {
        match wanted(headers, tag, length) {
            Wanted::Whole => respond(StatusCode::OK, name, bytes),
            Wanted::Parts(parts) => match parts.as_slice() {
                [] => {
                    let mut response = plain(StatusCode::RANGE_NOT_SATISFIABLE);
                    set(&mut response, header::CONTENT_RANGE, &format!("bytes */{length}"));
                    return response;
                }
                [part] => {
                    let range = part.content_range(length);
                    let mut response = respond(StatusCode::PARTIAL_CONTENT, name, bytes.slice(part.bytes()));
                    set(&mut response, header::CONTENT_RANGE, &range);
                    response
                }
                several => {
                    let boundary = format!("leitfaden-{}", tag.trim_matches('"'));
                    let body = multipart(several, &content_type(name), &boundary, &bytes);
                    let mut response = respond(StatusCode::PARTIAL_CONTENT, name, body.into());
                    let kind = format!("multipart/byteranges; boundary={boundary}");
                    set(&mut response, header::CONTENT_TYPE, &kind);
                    response
                }
            },
        }
    };
    set(&mut response, header::ETAG, tag);
    set(&mut response, header::ACCEPT_RANGES, "bytes");
    response
}

fn is_known(headers: &HeaderMap, tag: &str) -> bool {
    let known = text(headers, header::IF_NONE_MATCH).unwrap_or_default();
    known.split(',').any(|one| one.trim().trim_start_matches("W/") == tag || one.trim() == "*")
}

fn unchanged() -> Response<Body> {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = StatusCode::NOT_MODIFIED;
    set(&mut response, header::CACHE_CONTROL, "no-cache");
    response
}

fn respond(status: StatusCode, name: &str, body: Bytes) -> Response<Body> {
    let mut response = Response::new(Body::from(body));
    *response.status_mut() = status;
    set(&mut response, header::CONTENT_TYPE, &content_type(name));
    // Ask each time: the answer is mostly that nothing has changed.
    set(&mut response, header::CACHE_CONTROL, "no-cache");
    set(&mut response, header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    response
}

fn content_type(name: &str) -> String {
    let kind = mime_guess::from_path(name).first_or_octet_stream();
    let is_text = kind.type_() == "text" || matches!(kind.subtype().as_str(), "javascript" | "xml" | "json");
    if is_text { format!("{kind}; charset=utf-8") } else { kind.to_string() }
}

fn plain(status: StatusCode) -> Response<Body> {
    respond(status, "message.txt", format!("{status}\n").into())
}

/// To the same address with a slash at its end.
fn redirect(uri: &Uri) -> Response<Body> {
    let mut response = plain(StatusCode::PERMANENT_REDIRECT);
    // Two slashes at the beginning would lead to another host.
    let path = format!("/{}/", uri.path().trim_matches('/'));
    let query = uri.query().map(|query| format!("?{query}")).unwrap_or_default();
    set(&mut response, header::LOCATION, &format!("{path}{query}"));
    response
}

fn text(headers: &HeaderMap, name: HeaderName) -> Option<&str> {
    headers.get(name)?.to_str().ok()
}

fn set(response: &mut Response<Body>, name: HeaderName, value: &str) {
    if let Ok(value) = HeaderValue::from_str(value) {
        response.headers_mut().insert(name, value);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_stands_before_the_end_of_the_body() {
        let page = with_script(b"<body><p>a</p></body></html>", "7");
        let page = String::from_utf8(page.to_vec()).unwrap();
        assert!(page.starts_with("<body><p>a</p><script ") && page.ends_with("</script></body></html>"), "{page}");
    }
}
