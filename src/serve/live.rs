//! The live channel: what has changed on a page, as server-sent events (interface.md, "Watch mode").

use std::collections::VecDeque;
use std::convert::Infallible;
use std::sync::Arc;

use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use futures_util::stream;
use serde_json::json;
use tokio::sync::watch;

use super::preview::{Opened, Preview, Shown};

/// Answers with the events of one page until the browser goes away.
pub fn live(preview: &Arc<Preview>, page: &str) -> Response {
    let mut receiver = preview.subscribe();
    let shown = Arc::clone(&receiver.borrow_and_update());
    let mut waiting = VecDeque::from([named("hello", &json!({ "revision": shown.revision }))]);
    waiting.push_back(problems(&shown));
    let listener = Listener { last: Seen::of(&shown, page), _opened: preview.open(page), page: page.to_owned() };
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
    stylesheet: String,
    problems: Arc<str>,
}

impl Seen {
    fn of(shown: &Shown, page: &str) -> Self {
        Self {
            bytes: shown.page(page),
            stylesheet: shown.site.as_ref().map_or_else(String::new, |site| site.stylesheet().to_owned()),
            problems: Arc::clone(&shown.problems.json),
        }
    }

    /// Whether the two pages differ in the address of their style sheet only.
    fn differs_in_style_from(&self, other: &Self) -> bool {
        let without = |seen: &Self| seen.bytes.as_ref().map(|bytes| without(bytes, seen.stylesheet.as_bytes()));
        self.stylesheet != other.stylesheet && without(self) == without(other)
    }
}

impl Listener {
    /// The events that tell of the difference to what was shown before.
    fn compare(&mut self, shown: &Shown) -> Vec<Event> {
        let now = Seen::of(shown, &self.page);
        let mut events = Vec::new();
        if now.bytes != self.last.bytes {
            events.push(if now.differs_in_style_from(&self.last) {
                named("style", &json!({ "href": format!("/{}", now.stylesheet) }))
            } else {
                named("page", &json!({ "revision": shown.revision }))
            });
        }
        if now.problems != self.last.problems {
            events.push(problems(shown));
        }
        self.last = now;
        events
    }
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
    while let Some(at) = memchr::memmem::find(rest, part) {
        out.extend_from_slice(&rest[..at]);
        rest = &rest[at + part.len()..];
    }
    out.extend_from_slice(rest);
    out
}
