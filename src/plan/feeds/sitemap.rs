use super::{Feed, PlannedFile};
use crate::document::markdown::escape;
use crate::handbook::Handbook;
use crate::plan::{PageKey, Routes};
use crate::text::OutputPath;

/// `robots.txt`: whether search engines may come, in agreement with the pages.
pub fn robots(handbook: &Handbook) -> String {
    let config = &handbook.config;
    if config.noindex {
        "User-agent: *\nDisallow: /\n".to_owned()
    } else {
        let map = config.base_url.as_ref().map_or_else(String::new, |base| format!("\nSitemap: {base}sitemap.xml\n"));
        format!("User-agent: *\nAllow: /\n{map}")
    }
}

/// The map for search engines, only for a site that may be indexed and knows its address.
pub fn plan(handbook: &Handbook) -> Option<PlannedFile> {
    let config = &handbook.config;
    config.base_url.as_deref().filter(|_| !config.noindex)?;
    Some(PlannedFile::made(OutputPath::new("sitemap.xml"), Feed::Sitemap, None))
}

/// The text of the map (sitemaps.org).
pub fn write(handbook: &Handbook, routes: &Routes) -> String {
    let config = &handbook.config;
    let base = config.base_url.as_deref().unwrap_or("/");
    let mut map = String::from(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" \
         xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
    );
    for page in routes.pages().iter().filter(|page| is_searched(page.key)) {
        let address = escape(&page.url.absolute(base));
        map.push_str(&format!("<url><loc>{address}</loc>"));
        if config.languages.count() > 1 {
            for language in config.languages.all() {
                let tag = config.languages.tag(language);
                let other = escape(&routes.url(page.key, language).absolute(base));
                map.push_str(&format!("<xhtml:link rel=\"alternate\" hreflang=\"{tag}\" href=\"{other}\"/>"));
            }
        }
        map.push_str("</url>\n");
    }
    map.push_str("</urlset>\n");
    map
}

/// Editions on paper say again what other pages say.
fn is_searched(key: PageKey) -> bool {
    !matches!(key, PageKey::NotFound | PageKey::Print | PageKey::CohortPrint(_) | PageKey::TopicPrint(_))
}
