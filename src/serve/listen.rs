//! The door of the preview: connections come in here, as many as a browser needs and no more.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result};
use axum::Router;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;

use super::answer::answer;
use super::preview::Preview;

/// So many connections are answered at a time; the others are closed.
const CONNECTIONS: usize = 512;

/// So long a client may take to send the head of a request.
const HEAD: Duration = Duration::from_secs(10);

/// The longest head of a request that is read, in bytes.
const LONGEST_HEAD: usize = 64 * 1024;

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

/// Serves what `preview` shows, until Ctrl-C.
pub async fn serve(listener: TcpListener, preview: Arc<Preview>) {
    let router = Router::new().fallback(answer).with_state(preview);
    let free = Arc::new(Semaphore::new(CONNECTIONS));
    let accept = async {
        loop {
            // A connection that breaks before it is accepted is not ours to mend.
            let Ok((stream, _)) = listener.accept().await else { continue };
            let Ok(place) = Arc::clone(&free).try_acquire_owned() else { continue };
            let router = router.clone();
            tokio::spawn(async move {
                converse(stream, router).await;
                drop(place);
            });
        }
    };
    tokio::select! {
        () = accept => {}
        // A system without signals is ended from outside.
        _ = tokio::signal::ctrl_c() => {}
    }
}

async fn converse(stream: TcpStream, router: Router) {
    // Events are small, and each is wanted at once.
    let _ = stream.set_nodelay(true);
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(HEAD)
        .max_buf_size(LONGEST_HEAD)
        .serve_connection(TokioIo::new(stream), TowerToHyperService::new(router));
    // A client that goes away in the middle is no failure.
    let _ = connection.await;
}
