use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use ureq::Agent;
use ureq::http::StatusCode;
use ureq::http::header::RETRY_AFTER;
use ureq::tls::{RootCerts, TlsConfig};
use url::Url;

use super::Patience;

/// What came of asking for an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// It is there.
    Fine,
    /// It is not, for this reason.
    Broken(String),
    /// Nobody can tell without being somebody else, or without waiting, for this reason.
    Unclear(String),
}

/// Follows redirects up to this many.
const MOST_REDIRECTS: u32 = 8;

/// Asks for every address, a few hosts at a time and each host one address after the other.
///
/// The settings of a proxy are taken from the environment, as other programs do it; certificates are held against
/// those that the system trusts, among which a firm has its own.
#[must_use]
pub fn ask(addresses: &[&str], patience: &Patience) -> BTreeMap<String, Answer> {
    let mut by_host: BTreeMap<String, Vec<(&str, Url)>> = BTreeMap::new();
    let mut answers = BTreeMap::new();
    for &address in addresses {
        match Url::parse(address) {
            Ok(url) => by_host.entry(url.host_str().unwrap_or_default().to_owned()).or_default().push((address, url)),
            Err(error) => {
                drop(answers.insert(address.to_owned(), Answer::Broken(format!("it is no address: {error}"))))
            }
        }
    }
    let hosts = Mutex::new(by_host.into_values());
    let found = Mutex::new(answers);
    let agent = agent(patience);
    thread::scope(|scope| {
        for _ in 0..patience.at_once.max(1) {
            scope.spawn(|| {
                let next = || hosts.lock().unwrap_or_else(PoisonError::into_inner).next();
                while let Some(urls) = next() {
                    let own = ask_host(&agent, &urls, patience);
                    found.lock().unwrap_or_else(PoisonError::into_inner).extend(own);
                }
            });
        }
    });
    found.into_inner().unwrap_or_else(PoisonError::into_inner)
}

fn agent(patience: &Patience) -> Agent {
    let tls = TlsConfig::builder()
        .unversioned_rustls_crypto_provider(Arc::new(rustls::crypto::ring::default_provider()))
        .root_certs(RootCerts::PlatformVerifier);
    let config = Agent::config_builder()
        .timeout_global(Some(patience.timeout))
        .http_status_as_error(false)
        .max_redirects(MOST_REDIRECTS)
        .user_agent(concat!("leitfaden/", env!("CARGO_PKG_VERSION"), " (link check)"))
        .tls_config(tls.build());
    config.build().into()
}

fn ask_host(agent: &Agent, urls: &[(&str, Url)], patience: &Patience) -> Vec<(String, Answer)> {
    let mut answers = Vec::with_capacity(urls.len());
    for (number, (address, url)) in urls.iter().enumerate() {
        if number > 0 {
            thread::sleep(patience.pause);
        }
        answers.push((address.to_string(), ask_one(agent, url, patience)));
    }
    answers
}

/// Asks once, and once more if the host says when it would rather be asked.
fn ask_one(agent: &Agent, url: &Url, patience: &Patience) -> Answer {
    let mut url = url.clone();
    url.set_fragment(None);
    match head_or_get(agent, url.as_str(), patience) {
        Reply::Later(_, Some(wait)) if wait <= patience.longest_wait => {
            thread::sleep(wait);
            judged(head_or_get(agent, url.as_str(), patience))
        }
        reply => judged(reply),
    }
}

/// What a host says.
enum Reply {
    Status(StatusCode),
    /// Not now; perhaps after this time.
    Later(StatusCode, Option<Duration>),
    Failed(String),
}

/// `HEAD` spares both sides the page; hosts that refuse it are asked for the page itself.
fn head_or_get(agent: &Agent, url: &str, patience: &Patience) -> Reply {
    match reply(agent.head(url).call(), patience) {
        Reply::Status(StatusCode::FORBIDDEN | StatusCode::METHOD_NOT_ALLOWED | StatusCode::NOT_IMPLEMENTED) => {
            thread::sleep(patience.pause);
            reply(agent.get(url).call(), patience)
        }
        reply => reply,
    }
}

fn reply(result: Result<ureq::http::Response<ureq::Body>, ureq::Error>, patience: &Patience) -> Reply {
    match result {
        Ok(response) => {
            let status = response.status();
            if !matches!(status, StatusCode::TOO_MANY_REQUESTS | StatusCode::SERVICE_UNAVAILABLE) {
                return Reply::Status(status);
            }
            let seconds = response.headers().get(RETRY_AFTER).and_then(|value| value.to_str().ok());
            Reply::Later(status, seconds.and_then(|text| text.trim().parse().ok()).map(Duration::from_secs))
        }
        Err(error) => Reply::Failed(reason(&error, patience)),
    }
}

fn judged(reply: Reply) -> Answer {
    match reply {
        Reply::Status(status) if status.is_success() || status == StatusCode::NOT_MODIFIED => Answer::Fine,
        Reply::Status(status @ (StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN)) => {
            Answer::Unclear(format!("{}: it may want a login", words(status)))
        }
        Reply::Status(status) => Answer::Broken(words(status)),
        Reply::Later(status, Some(wait)) => {
            Answer::Unclear(format!("{}: it wants to be asked again in {} s", words(status), wait.as_secs()))
        }
        Reply::Later(status, None) => Answer::Unclear(words(status)),
        Reply::Failed(reason) => Answer::Broken(reason),
    }
}

fn words(status: StatusCode) -> String {
    format!("{} {}", status.as_u16(), status.canonical_reason().unwrap_or_default()).trim_end().to_owned()
}

fn reason(error: &ureq::Error, patience: &Patience) -> String {
    match error {
        ureq::Error::Timeout(_) => format!("no answer within {} s", patience.timeout.as_secs_f32()),
        ureq::Error::HostNotFound => "there is no such host".to_owned(),
        ureq::Error::TooManyRedirects => format!("more than {MOST_REDIRECTS} redirects"),
        ureq::Error::BadUri(_) => "it is no address".to_owned(),
        error => error.to_string(),
    }
}
