//! What the server shows now, and who looks at it.

use std::collections::BTreeMap;
use std::net::{IpAddr, SocketAddr};
use std::sync::{Arc, Mutex, PoisonError};

use tokio::sync::watch;

use super::site::{Found, Site};

/// What is shown, exchanged as a whole whenever the handbook has changed.
pub struct Preview {
    shown: watch::Sender<Arc<Shown>>,
    /// The addresses of the pages that browsers show, and how many show each.
    open: Mutex<BTreeMap<String, usize>>,
    /// The names under which the server was started, with the port.
    hosts: Vec<String>,
    /// Whether it listens on all addresses of the machine.
    is_open: bool,
}

/// One state of the preview.
#[derive(Default)]
pub struct Shown {
    /// 0 before anything is known of the handbook; then rises with every other site.
    pub revision: u64,
    /// The last good site.
    pub site: Option<Arc<Site>>,
    /// What is wrong with the handbook.
    pub problems: Problems,
}

/// What is wrong with the handbook, made ready for those who ask.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Problems {
    /// The document of `check --format json`, without cohorts, on one line.
    pub json: Arc<str>,
    /// The contents of the panel; empty if nothing is wrong.
    pub panel: Arc<str>,
}

impl Problems {
    /// Whether anybody has looked already; the default is that nobody has.
    #[must_use]
    pub fn are_known(&self) -> bool {
        !self.json.is_empty()
    }
}

/// Keeps a page among those that are open, as long as it lives.
pub struct Opened {
    preview: Arc<Preview>,
    page: String,
}

impl Preview {
    /// A preview that listens on `address` and has nothing to show yet.
    #[must_use]
    pub fn new(address: SocketAddr) -> Self {
        Self {
            shown: watch::Sender::new(Arc::default()),
            open: Mutex::default(),
            hosts: hosts(address),
            is_open: address.ip().is_unspecified(),
        }
    }

    /// Shows another state; says how many of the open pages it changes.
    ///
    /// Without a site the last good one stays.
    pub fn show(&self, site: Option<Arc<Site>>, problems: Problems) -> usize {
        let before = self.now();
        let is_new = site.is_some();
        let site = site.or_else(|| before.site.clone());
        // What a first glance showed is the same site before anybody had looked at its texts.
        let is_another = is_new && before.problems.are_known();
        let revision = if is_another || before.revision == 0 { before.revision + 1 } else { before.revision };
        let next = Arc::new(Shown { revision, site, problems });
        let changed = self.open_pages().iter().filter(|page| before.page(page) != next.page(page)).count();
        self.shown.send_replace(next);
        changed
    }

    /// The state that is shown now.
    #[must_use]
    pub fn now(&self) -> Arc<Shown> {
        Arc::clone(&self.shown.borrow())
    }

    /// For those who want to learn of changes.
    #[must_use]
    pub fn subscribe(&self) -> watch::Receiver<Arc<Shown>> {
        self.shown.subscribe()
    }

    /// Whether the server was started under this name, which a request gives as its host. Others are refused, so
    /// that no foreign page can read the site by pointing a name of its own at this machine.
    #[must_use]
    pub fn answers_to(&self, host: &str) -> bool {
        self.hosts.iter().any(|own| own.eq_ignore_ascii_case(host)) || (self.is_open && is_address(host))
    }

    /// Notes that a browser shows `page`.
    #[must_use]
    pub fn open(self: &Arc<Self>, page: &str) -> Opened {
        *self.lock_open().entry(page.to_owned()).or_default() += 1;
        Opened { preview: Arc::clone(self), page: page.to_owned() }
    }

    /// The addresses of the pages that browsers show.
    #[must_use]
    pub fn open_pages(&self) -> Vec<String> {
        self.lock_open().keys().cloned().collect()
    }

    fn lock_open(&self) -> std::sync::MutexGuard<'_, BTreeMap<String, usize>> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Opened {
    fn drop(&mut self) {
        let mut open = self.preview.lock_open();
        if let Some(count) = open.get_mut(&self.page) {
            *count -= 1;
            if *count == 0 {
                open.remove(&self.page);
            }
        }
    }
}

impl Shown {
    /// The bytes that a browser shows at `page`, also if they say that there is nothing.
    #[must_use]
    pub fn page(&self, page: &str) -> Option<Arc<[u8]>> {
        match self.site.as_ref()?.find(page) {
            Found::File(_, bytes) => Some(bytes),
            Found::Nothing(bytes) => bytes,
            Found::Folder => self.page(&format!("{page}/")),
            Found::Broken(_) => None,
        }
    }
}

/// Whether a host is an address in figures. That is no name which somebody else could point at this machine.
fn is_address(host: &str) -> bool {
    host.parse::<SocketAddr>().is_ok() || host.parse::<IpAddr>().is_ok()
}

fn hosts(address: SocketAddr) -> Vec<String> {
    let port = address.port();
    let mut names = vec![address.to_string()];
    if address.ip().is_loopback() || address.ip().is_unspecified() {
        names.extend(["localhost", "127.0.0.1", "[::1]"].map(|name| format!("{name}:{port}")));
    }
    if port == 80 {
        let bare: Vec<String> = names.iter().filter_map(|name| name.strip_suffix(":80")).map(str::to_owned).collect();
        names.extend(bare);
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn on_all_addresses_every_address_in_figures_is_answered_but_no_foreign_name() {
        let open = Preview::new(SocketAddr::from(([0, 0, 0, 0], 1111)));
        for own in ["192.168.1.7:1111", "[fe80::1]:1111", "localhost:1111"] {
            assert!(open.answers_to(own), "{own}");
        }
        assert!(!open.answers_to("evil.example:1111"));
        let closed = Preview::new(SocketAddr::from(([127, 0, 0, 1], 1111)));
        assert!(!closed.answers_to("192.168.1.7:1111"));
    }
}
