//! What a request gets: as a real static host answers, and the script of the preview in every page.

use std::ops::Range;
use std::sync::Arc;

use axum::body::Body;
use axum::extract::State;
use axum::http::uri::Authority;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, Response, StatusCode, Uri, header};

use super::live::live;
use super::preview::{Preview, Shown};
use super::site::Found;
use crate::text::Fingerprint;

/// What the preview itself needs lies below this address.
const OWN: &str = "/_leitfaden/";

/// Answers one request.
pub async fn answer(
    State(preview): State<Arc<Preview>>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
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
    let response = match uri.path().strip_prefix(OWN) {
        Some(_) if !is_same_origin(&headers, host) => plain(StatusCode::FORBIDDEN),
        Some(name) => own(&preview, name, &uri, &headers).await,
        None => page(&*known(&preview, |shown| shown.revision > 0).await, &uri, &headers),
    };
    if method == Method::HEAD { without_body(response) } else { response }
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
    let origin = text(headers, header::ORIGIN);
    let site = text(headers, HeaderName::from_static("sec-fetch-site"));
    origin.is_none_or(|origin| origin.strip_prefix("http://").is_some_and(|from| from.eq_ignore_ascii_case(host)))
        && site.is_none_or(|site| matches!(site, "same-origin" | "none"))
}

async fn own(preview: &Arc<Preview>, name: &str, uri: &Uri, headers: &HeaderMap) -> Response<Body> {
    match name {
        "live" => {
            let shown = page_parameter(uri).unwrap_or_else(|| "/".to_owned());
            known(preview, |shown| shown.problems.are_known()).await;
            live(preview, &shown)
        }
        "preview.js" => contents(headers, "preview.js", include_bytes!("assets/preview.js")),
        "panel.css" => contents(headers, "panel.css", include_bytes!("assets/panel.css")),
        "panel" => contents(headers, "panel.html", preview.now().problems.panel.as_bytes()),
        _ => plain(StatusCode::NOT_FOUND),
    }
}

/// `page` of the query, percent-decoded, without what stands behind the path.
fn page_parameter(uri: &Uri) -> Option<String> {
    let value = uri.query()?.split('&').find_map(|pair| pair.strip_prefix("page="))?;
    let page = decoded(value)?;
    Some(page.split(['?', '#']).next().unwrap_or_default().to_owned())
}

/// The address without percent signs; `None` if it is no text or holds what no address of a site holds.
fn decoded(path: &str) -> Option<String> {
    let text = percent_encoding::percent_decode_str(path).decode_utf8().ok()?;
    (!text.contains(['\0', '\\'])).then(|| text.into_owned())
}

fn page(shown: &Shown, uri: &Uri, headers: &HeaderMap) -> Response<Body> {
    let Some(path) = decoded(uri.path()) else { return plain(StatusCode::BAD_REQUEST) };
    let Some(site) = &shown.site else { return bare(shown, StatusCode::OK, NOTHING_YET) };
    match site.find(&path) {
        Found::File(output, bytes) if output.as_str().ends_with(".html") => {
            html(shown, headers, StatusCode::OK, &bytes)
        }
        Found::File(output, bytes) => contents(headers, output.as_str(), &bytes),
        Found::Folder => redirect(uri),
        Found::Nothing(Some(bytes)) => html(shown, headers, StatusCode::NOT_FOUND, &bytes),
        Found::Nothing(None) => bare(shown, StatusCode::NOT_FOUND, NO_PAGE),
        Found::Broken(diagnostic) => {
            let message = diagnostic.message.replace('&', "&amp;").replace('<', "&lt;");
            bare(shown, StatusCode::INTERNAL_SERVER_ERROR, &format!("{}: {message}", diagnostic.place.path))
        }
    }
}

const NOTHING_YET: &str = "There is nothing to show yet. This page changes by itself as soon as there is.";
const NO_PAGE: &str = "There is no such page.";

/// A page of our own, where the site has none.
fn bare(shown: &Shown, status: StatusCode, message: &str) -> Response<Body> {
    let html = format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>leitfaden</title>\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n</head>\n\
         <body>\n<main><p>{message}</p></main>\n</body>\n</html>\n"
    );
    respond(status, "page.html", Body::from(with_script(html.as_bytes(), shown.revision)))
}

/// A page of the site. Its tag is that of the bytes a build writes: the script is in the response, not in the page.
fn html(shown: &Shown, headers: &HeaderMap, status: StatusCode, bytes: &[u8]) -> Response<Body> {
    let tag = entity_tag(bytes);
    if status == StatusCode::OK && is_known(headers, &tag) {
        return not_modified(&tag);
    }
    let mut response = respond(status, "page.html", Body::from(with_script(bytes, shown.revision)));
    set(&mut response, header::ETAG, &tag);
    response
}

/// The page with the script before the end of its body.
fn with_script(page: &[u8], revision: u64) -> Vec<u8> {
    let script = format!("<script src=\"{OWN}preview.js\" data-revision=\"{revision}\" data-leitfaden></script>");
    let at = memchr::memmem::rfind(page, b"</body>").unwrap_or(page.len());
    [&page[..at], script.as_bytes(), &page[at..]].concat()
}

/// A file that is no page.
fn contents(headers: &HeaderMap, name: &str, bytes: &[u8]) -> Response<Body> {
    let tag = entity_tag(bytes);
    if is_known(headers, &tag) {
        return not_modified(&tag);
    }
    let mut response = match wanted(headers, bytes.len()) {
        Wanted::Whole => respond(StatusCode::OK, name, Body::from(bytes.to_vec())),
        Wanted::Part(part) => {
            let range = format!("bytes {}-{}/{}", part.start, part.end - 1, bytes.len());
            let mut response = respond(StatusCode::PARTIAL_CONTENT, name, Body::from(bytes[part].to_vec()));
            set(&mut response, header::CONTENT_RANGE, &range);
            response
        }
        Wanted::Nothing => {
            let mut response = plain(StatusCode::RANGE_NOT_SATISFIABLE);
            set(&mut response, header::CONTENT_RANGE, &format!("bytes */{}", bytes.len()));
            return response;
        }
    };
    set(&mut response, header::ETAG, &tag);
    set(&mut response, header::ACCEPT_RANGES, "bytes");
    response
}

/// How much of a file a request asks for.
#[derive(Debug, PartialEq, Eq)]
enum Wanted {
    Whole,
    Part(Range<usize>),
    /// A part behind the end.
    Nothing,
}

/// The one range that is asked for (RFC 9110 §14.2). Several, or what is no range, may be answered with the whole.
fn wanted(headers: &HeaderMap, length: usize) -> Wanted {
    // A part of another version than the one at hand is of no use (RFC 9110 §13.1.5).
    if headers.contains_key(header::IF_RANGE) {
        return Wanted::Whole;
    }
    let range = text(headers, header::RANGE).and_then(|range| range.strip_prefix("bytes="));
    let Some((first, last)) = range.filter(|range| !range.contains(',')).and_then(|range| range.split_once('-')) else {
        return Wanted::Whole;
    };
    let part = match (first.parse::<usize>(), last.parse::<usize>()) {
        (Ok(first), Ok(last)) if first <= last => first..length.min(last.saturating_add(1)),
        (Ok(first), Err(_)) if last.is_empty() => first..length,
        (Err(_), Ok(suffix)) if first.is_empty() => length.saturating_sub(suffix)..length,
        _ => return Wanted::Whole,
    };
    if part.start < part.end { Wanted::Part(part) } else { Wanted::Nothing }
}

fn entity_tag(bytes: &[u8]) -> String {
    format!("\"{}\"", Fingerprint::of(bytes).short())
}

fn is_known(headers: &HeaderMap, tag: &str) -> bool {
    let known = text(headers, header::IF_NONE_MATCH).unwrap_or_default();
    known.split(',').any(|one| one.trim().trim_start_matches("W/") == tag || one.trim() == "*")
}

fn not_modified(tag: &str) -> Response<Body> {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = StatusCode::NOT_MODIFIED;
    set(&mut response, header::ETAG, tag);
    set(&mut response, header::CACHE_CONTROL, "no-cache");
    response
}

fn respond(status: StatusCode, name: &str, body: Body) -> Response<Body> {
    let mut response = Response::new(body);
    *response.status_mut() = status;
    let kind = mime_guess::from_path(name).first_or_octet_stream();
    let is_text = kind.type_() == "text" || matches!(kind.subtype().as_str(), "javascript" | "xml" | "json");
    let kind = if is_text { format!("{kind}; charset=utf-8") } else { kind.to_string() };
    set(&mut response, header::CONTENT_TYPE, &kind);
    // Ask each time: the answer is mostly that nothing has changed.
    set(&mut response, header::CACHE_CONTROL, "no-cache");
    set(&mut response, header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    response
}

fn plain(status: StatusCode) -> Response<Body> {
    respond(status, "message.txt", Body::from(format!("{status}\n")))
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

/// The answer to HEAD: what GET would say, with the length and without the contents.
fn without_body(mut response: Response<Body>) -> Response<Body> {
    let length = axum::body::HttpBody::size_hint(response.body()).exact();
    *response.body_mut() = Body::empty();
    if let Some(length) = length {
        set(&mut response, header::CONTENT_LENGTH, &length.to_string());
    }
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

    fn range(written: &'static str) -> Wanted {
        let headers = HeaderMap::from_iter([(header::RANGE, HeaderValue::from_static(written))]);
        wanted(&headers, 10)
    }

    #[test]
    fn parts_of_files_are_those_of_the_standard() {
        assert_eq!(range("bytes=0-3"), Wanted::Part(0..4));
        assert_eq!(range("bytes=4-"), Wanted::Part(4..10));
        assert_eq!(range("bytes=-3"), Wanted::Part(7..10));
        assert_eq!(range("bytes=-30"), Wanted::Part(0..10));
        assert_eq!(range("bytes=8-99"), Wanted::Part(8..10));
        assert_eq!(range("bytes=10-"), Wanted::Nothing);
        for whole in ["bytes=3-1", "bytes=0-1,3-4", "lines=1-2", "bytes=x", "bytes=-"] {
            assert_eq!(range(whole), Wanted::Whole, "{whole}");
        }
    }

    #[test]
    fn the_script_stands_before_the_end_of_the_body() {
        let page = with_script(b"<body><p>a</p></body></html>", 7);
        let page = String::from_utf8(page).unwrap();
        assert!(page.starts_with("<body><p>a</p><script ") && page.ends_with("</script></body></html>"), "{page}");
    }
}
