use std::time::Duration;

/// How long we wait and how much we ask of others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Patience {
    /// How long an address may take to answer, redirects included.
    pub timeout: Duration,
    /// What lies between two requests to the same host.
    pub pause: Duration,
    /// The longest `Retry-After` that is waited for.
    pub longest_wait: Duration,
    /// How many hosts are asked at the same time; at least 1.
    pub at_once: usize,
}

impl Default for Patience {
    /// What a host that belongs to somebody else will hardly notice.
    fn default() -> Self {
        Self {
            timeout: Duration::from_secs(15),
            pause: Duration::from_millis(200),
            longest_wait: Duration::from_secs(10),
            at_once: 4,
        }
    }
}
