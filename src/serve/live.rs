//! The live channel: what has changed on a page, as server-sent events (interface.md, "Watch mode").

use std::collections::{BTreeMap, VecDeque};
use std::convert::Infallible;
use std::sync::Arc;

use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use futures_util::stream;
use memchr::memmem::find;
use serde_json::json;
use tokio::sync::watch;

use super::answer::page_tag;
use super::preview::{Opened, Preview, Shown};

/// Answers with the events of one page until the browser goes away.
///
/// A browser tells the tag of the page that it `shows`: should that not be the page any more, it hears of it at once.
pub fn live(preview: &Arc<Preview>, page: &str, shows: Option<&str>) -> Response {
    let mut receiver = preview.subscribe();
    let shown = Arc::clone(&receiver.borrow_and_update());
    let last = Seen::of(&shown, page);
    let mut waiting = VecDeque::from([named("hello", &json!({ "revision": shown.revision }))]);
    if shows.is_some_and(|tag| tag != page_tag(last.bytes.as_deref())) {
        waiting.push_back(another_page(&shown));
    }
    waiting.push_back(problems(&shown));
    let listener = Listener { last, _opened: preview.open(page), page: page.to_owned() };
    let state = Stream { listener, receiver, waiting };
    let events = stream::unfold(state, |mut state| async move {
        let event = state.next().await?;
        Some((Ok::<_, Infallible>(event), state))
    });
    Sse::new(events).keep_alive(KeepAlive::default()).into_response()
}

struct Stream {
    listener: Listener,
    receiver: watch::Receiver<Arc<Shown>>,
    waiting: VecDeque<Event>,
}

impl Stream {
    /// The next event; `None` when the preview ends.
    async fn next(&mut self) -> Option<Event> {
        loop {
            if let Some(event) = self.waiting.pop_front() {
                return Some(event);
            }
            self.receiver.changed().await.ok()?;
            let shown = Arc::clone(&self.receiver.borrow_and_update());
            self.waiting.extend(self.listener.compare(&shown));
        }
    }
}

/// A page that is shown somewhere.
struct Listener {
    last: Seen,
    page: String,
    /// Keeps the page among the open ones as long as somebody listens.
    _opened: Opened,
}

/// What was shown when the browser was told last.
struct Seen {
    bytes: Option<Arc<[u8]>>,
    /// Name of a style sheet → its address from the top of the site.
    stylesheets: BTreeMap<String, String>,
    problems: Arc<str>,
}

impl Seen {
    fn of(shown: &Shown, page: &str) -> Self {
        Self {
            bytes: shown.page(page),
            stylesheets: shown.site.as_ref().map_or_else(BTreeMap::new, |site| site.stylesheets().clone()),
            problems: Arc::clone(&shown.problems.json),
        }
    }

    /// The page without the addresses of its style sheets.
    fn unstyled(&self) -> Vec<u8> {
        let bytes = self.bytes.as_deref().unwrap_or_default().to_vec();
        self.stylesheets.values().fold(bytes, |bytes, address| without(&bytes, address.as_bytes()))
    }

    /// The new addresses of style sheets, if the page differs from another in nothing else.
    fn restyled(&self, before: &Self) -> Vec<&str> {
        if self.stylesheets == before.stylesheets || self.unstyled() != before.unstyled() {
            return Vec::new();
        }
        let bytes = self.bytes.as_deref().unwrap_or_default();
        let is_new = |name: &str, address: &str| before.stylesheets.get(name).is_none_or(|old| old != address);
        let new = self.stylesheets.iter().filter(|(name, address)| is_new(name, address));
        new.map(|(_, address)| address.as_str()).filter(|address| find(bytes, address.as_bytes()).is_some()).collect()
    }
}

impl Listener {
    /// The events that tell of the difference to what was shown before.
    fn compare(&mut self, shown: &Shown) -> Vec<Event> {
        let now = Seen::of(shown, &self.page);
        let mut events = Vec::new();
        if now.bytes != self.last.bytes {
            let sheets = now.restyled(&self.last);
            events.extend(sheets.iter().map(|sheet| named("style", &json!({ "href": format!("/{sheet}") }))));
            if sheets.is_empty() {
                events.push(another_page(shown));
            }
        }
        if now.problems != self.last.problems {
            events.push(problems(shown));
        }
        self.last = now;
        events
    }
}

fn another_page(shown: &Shown) -> Event {
    named("page", &json!({ "revision": shown.revision }))
}

fn problems(shown: &Shown) -> Event {
    Event::default().event("problems").data(&*shown.problems.json)
}

fn named(name: &str, data: &serde_json::Value) -> Event {
    Event::default().event(name).data(data.to_string())
}

/// `bytes` with every occurrence of `part` taken out.
fn without(bytes: &[u8], part: &[u8]) -> Vec<u8> {
    if part.is_empty() {
        return bytes.to_vec();
    }
    let mut rest = bytes;
    let mut out = Vec::with_capacity(bytes.len());
    while let Some(at) = find(rest, part) {
        out.extend_from_slice(&rest[..at]);
        rest = &rest[at + part.len()..];
    }
    out.extend_from_slice(rest);
    out
}
