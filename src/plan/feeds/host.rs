use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use ring::digest::{SHA256, digest};
use serde_json::json;

use crate::handbook::Handbook;
use crate::locale::Language;
use crate::plan::Routes;
use crate::plan::files::PlannedFile;
use crate::text::OutputPath;
use crate::view::Icon;

/// What pages may load and run: only what lies beside them, nothing that stands in the page itself (site.md, "What a
/// reader must get").
const POLICY: [(&str, &str); 8] = [
    ("default-src", "'self'"),
    ("script-src", "'self'"),
    ("style-src", "'self'"),
    ("img-src", "'self' data:"),
    ("connect-src", "'self'"),
    ("object-src", "'none'"),
    ("base-uri", "'none'"),
    ("form-action", "'none'"),
];

/// The Content-Security-Policy as a header says it. Only headers can say who may show a page in a frame.
fn header_policy() -> String {
    format!("{}; frame-ancestors 'self'", policy("", ""))
}

/// The Content-Security-Policy as pages say it. Opened from a disk, a page has no origin that `'self'` could mean in
/// every browser, so files are named; over the web no page can load any.
pub fn page_policy() -> String {
    policy(" file:", "")
}

/// The same for a page in which `data` stands as a script that does not run: checkers of HTML take it for one that does.
pub fn page_policy_with(data: &str) -> String {
    let hash = STANDARD.encode(digest(&SHA256, data.as_bytes()));
    policy(" file:", &format!(" 'sha256-{hash}'"))
}

fn policy(besides: &str, scripts: &str) -> String {
    let rule = |(name, sources): (&str, &str)| {
        let besides = if sources.starts_with("'self'") { besides } else { "" };
        let scripts = if name == "script-src" { scripts } else { "" };
        format!("{name} {sources}{besides}{scripts}")
    };
    POLICY.map(rule).join("; ")
}

/// `_headers`, as Netlify, Cloudflare Pages and others read it: what is safe, what browsers may keep, and which pages
/// they may fetch ahead. Paths count from the top of the host.
pub fn headers(handbook: &Handbook) -> PlannedFile {
    let top = handbook.config.base_path();
    let stay_away = if handbook.config.noindex { "  X-Robots-Tag: noindex, nofollow\n" } else { "" };
    let policy = header_policy();
    let text = format!(
        "{top}*\n  Content-Security-Policy: {policy}\n  X-Content-Type-Options: nosniff\n  \
         Referrer-Policy: strict-origin-when-cross-origin\n  \
         Permissions-Policy: camera=(), geolocation=(), microphone=()\n  \
         Speculation-Rules: \"{top}{SPECULATION}\"\n{stay_away}\n\
         {top}{SPECULATION}\n  Content-Type: application/speculationrules+json\n\n\
         {top}assets/*\n  Cache-Control: public, max-age=31536000, immutable\n"
    );
    PlannedFile::ready(OutputPath::new("_headers"), text)
}

const SPECULATION: &str = "speculation-rules.json";

/// Which links a browser may follow before the click: pages of the handbook, when somebody is about to choose one.
pub fn speculation_rules(handbook: &Handbook) -> PlannedFile {
    let top = handbook.config.base_path();
    let pages = json!({ "and": [
        { "href_matches": format!("{top}*") },
        { "not": { "href_matches": format!("{top}*.(ics|xml|json)") } },
    ] });
    let rules = json!({ "prefetch": [{ "where": pages, "eagerness": "moderate" }] });
    PlannedFile::ready(OutputPath::new(SPECULATION), format!("{rules}\n"))
}

/// Where the manifest of a language lies: beside its home page.
pub fn manifest_path(routes: &Routes, language: Language) -> OutputPath {
    OutputPath::new(format!("{}manifest.webmanifest", routes.prefix(language).trim_start_matches('/')))
}

/// The web app manifest of a language (W3C Web Application Manifest), for a handbook on the first screen of a phone.
pub fn manifest(handbook: &Handbook, routes: &Routes, language: Language, icons: &[Icon]) -> PlannedFile {
    let config = &handbook.config;
    let path = manifest_path(routes, language);
    let top = "../".repeat(path.as_str().matches('/').count());
    let icons = icons.iter().filter(|icon| icon.purpose != "touch").map(|icon| {
        let src = format!("{top}{}", icon.href);
        json!({ "src": src, "type": icon.media_type, "sizes": icon.sizes, "purpose": icon.purpose })
    });
    let manifest = json!({
        "name": config.title.get(language).to_string(),
        "lang": config.languages.tag(language).to_string(),
        "dir": config.languages.tag(language).direction(),
        "start_url": "./",
        "scope": "./",
        "display": "minimal-ui",
        "icons": icons.collect::<Vec<_>>(),
    });
    PlannedFile::ready(path, format!("{manifest:#}\n"))
}

#[cfg(test)]
mod tests {
    use super::page_policy_with;

    #[test]
    fn what_stands_in_a_page_is_named_by_its_hash() {
        // The hash of nothing (NIST's test vectors for SHA-256).
        let hash = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";
        assert!(page_policy_with("").contains(&format!("script-src 'self' file: {hash}; style-src 'self' file:;")));
    }
}
