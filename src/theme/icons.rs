use std::collections::BTreeMap;

use crate::view::Icon;

/// The names of the pictures that stand for a site: media type, sizes, purpose.
const ICONS: [(&str, [&str; 3]); 5] = [
    (DRAWN, ["image/svg+xml", "any", "any"]),
    ("icon-192.png", ["image/png", "192x192", "any"]),
    ("icon-512.png", ["image/png", "512x512", "any"]),
    ("icon-maskable.png", ["image/png", "512x512", "maskable"]),
    ("icon-touch.png", ["image/png", "180x180", "touch"]),
];

/// The one that all others are made of.
pub const DRAWN: &str = "icon.svg";

/// Whether a static file is made of another one. A theme that draws an icon of its own does without those of the theme
/// that it builds on.
pub fn is_made_of_icon(name: &str) -> bool {
    name != DRAWN && ICONS.iter().any(|(icon, _)| *icon == name)
}

/// The pictures that a theme has, after the addresses of its static files.
pub fn icons(assets: &BTreeMap<String, String>) -> Vec<Icon> {
    let icon = |&(name, [media_type, sizes, purpose]): &(&str, [&str; 3])| {
        Some(Icon {
            href: assets.get(name)?.clone(),
            media_type: media_type.to_owned(),
            sizes: sizes.to_owned(),
            purpose: purpose.to_owned(),
        })
    };
    ICONS.iter().filter_map(icon).collect()
}
