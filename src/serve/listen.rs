//! The door of the preview: connections come in here, as many as a browser needs and no more.

use std::collections::BTreeMap;
use std::future::Future;
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll};
use std::time::Duration;

use anyhow::{Context as _, Result};
use axum::Router;
use axum::body::{Body, Bytes, HttpBody};
use hyper::body::{Frame, SizeHint};
use hyper::server::conn::http1;
use hyper::service::{Service, service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Notify;

use super::answer::answer;
use super::preview::Preview;

/// So many connections are held at a time.
const CONNECTIONS: usize = 512;

/// So long a client may take to send the head of a request.
const HEAD: Duration = Duration::from_secs(10);

/// The longest head of a request that is read, in bytes.
const LONGEST_HEAD: usize = 64 * 1024;

/// After this time it is tried again to take in connections, if the system has refused.
const RETRY: Duration = Duration::from_millis(20);

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

/// Ctrl-C, or that the system asks the program to end; heard of from now on.
///
/// # Errors
/// If the system does not let us hear of it.
#[cfg(unix)]
pub fn end() -> Result<impl Future<Output = ()>> {
    use tokio::signal::unix::{SignalKind, signal};
    let listen = |kind| signal(kind).context("Ctrl-C cannot be heard");
    let (mut interrupt, mut terminate) = (listen(SignalKind::interrupt())?, listen(SignalKind::terminate())?);
    Ok(async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
    })
}

/// Ctrl-C; heard of from now on.
///
/// # Errors
/// If the system does not let us hear of it.
#[cfg(windows)]
pub fn end() -> Result<impl Future<Output = ()>> {
    let mut interrupt = tokio::signal::windows::ctrl_c().context("Ctrl-C cannot be heard")?;
    Ok(async move {
        let _ = interrupt.recv().await;
    })
}

/// Serves what `preview` shows, until `end`.
pub async fn serve(listener: TcpListener, preview: Arc<Preview>, end: impl Future<Output = ()>) {
    let router = Router::new().fallback(answer).with_state(preview);
    let door = Arc::new(Door::default());
    let accept = async {
        loop {
            let Ok((stream, _)) = listener.accept().await else {
                // A connection that broke before it was accepted, or too many open files.
                tokio::time::sleep(RETRY).await;
                continue;
            };
            if let Some(visit) = Door::let_in(&door) {
                tokio::spawn(converse(stream, router.clone(), visit));
            }
        }
    };
    tokio::select! {
        () = accept => {}
        () = end => {}
    }
}

/// Who is there.
#[derive(Default)]
struct Door {
    /// The connections in the order in which they came, and the number of the next.
    visitors: Mutex<(BTreeMap<u64, Arc<Visitor>>, u64)>,
}

/// A connection.
#[derive(Default)]
struct Visitor {
    /// Whether it has asked for something that it has not got yet. The live channel never ends.
    is_served: AtomicBool,
    leave: Notify,
}

impl Door {
    /// A place for another connection. If all are taken, the first that wants nothing has to leave: whoever opens
    /// thousands keeps nobody out.
    fn let_in(door: &Arc<Self>) -> Option<Visit> {
        let mut guard = door.lock();
        let (visitors, next) = &mut *guard;
        if visitors.len() >= CONNECTIONS {
            let wants_nothing = |visitor: &Visitor| !visitor.is_served.load(Ordering::Relaxed);
            let number = *visitors.iter().find(|(_, visitor)| wants_nothing(visitor))?.0;
            if let Some(idle) = visitors.remove(&number) {
                idle.leave.notify_one();
            }
        }
        let (number, visitor) = (*next, Arc::<Visitor>::default());
        visitors.insert(number, Arc::clone(&visitor));
        *next += 1;
        Some(Visit { door: Arc::clone(door), number, visitor })
    }

    fn lock(&self) -> MutexGuard<'_, (BTreeMap<u64, Arc<Visitor>>, u64)> {
        self.visitors.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Keeps the place of a connection as long as it lives.
struct Visit {
    door: Arc<Door>,
    number: u64,
    visitor: Arc<Visitor>,
}

impl Drop for Visit {
    fn drop(&mut self) {
        self.door.lock().0.remove(&self.number);
    }
}

async fn converse(stream: TcpStream, router: Router, visit: Visit) {
    // Events are small, and each is wanted at once.
    let _ = stream.set_nodelay(true);
    let (router, visitor) = (TowerToHyperService::new(router), Arc::clone(&visit.visitor));
    let service = service_fn(move |request| {
        let served = Served::new(&visitor);
        let answer = router.call(request);
        async move { answer.await.map(|response| response.map(|body| Answered { body, _served: served })) }
    });
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(HEAD)
        .max_buf_size(LONGEST_HEAD)
        .serve_connection(TokioIo::new(stream), service);
    tokio::select! {
        // A client that goes away in the middle is no failure.
        _ = connection => {}
        () = visit.visitor.leave.notified() => {}
    }
}

/// That a connection is being answered.
struct Served(Arc<Visitor>);

impl Served {
    fn new(visitor: &Arc<Visitor>) -> Self {
        visitor.is_served.store(true, Ordering::Relaxed);
        Self(Arc::clone(visitor))
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        self.0.is_served.store(false, Ordering::Relaxed);
    }
}

/// An answer on its way.
struct Answered {
    body: Body,
    _served: Served,
}

impl HttpBody for Answered {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        Pin::new(&mut self.body).poll_frame(context)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
