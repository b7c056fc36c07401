//! What is seen of a page before it is opened: its card, its title and its description in chats, on tabs and in lists
//! of results; the icon of the handbook.

use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::path::Path;

use flate2::read::ZlibDecoder;
use leitfaden::paint::{Color, Colors, Ink, Sheet};

use crate::harness::{BASE, site};
use crate::program::{Folder, repository, run};

const PAPER: [u8; 3] = [0xfb, 0xf9, 0xf4];
const THREAD: [u8; 3] = [0xb5, 0x32, 0x1f];

/// The pixels of a card of ours.
struct Picture {
    width: usize,
    pixels: Vec<[u8; 3]>,
}

impl Picture {
    fn read(file: &Path) -> Self {
        let bytes = fs::read(file).unwrap();
        let size = imagesize::blob_size(&bytes).unwrap();
        let (mut palette, mut packed, mut at): (Vec<[u8; 3]>, Vec<u8>, usize) = (Vec::new(), Vec::new(), 8);
        while at < bytes.len() {
            let length = u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap()) as usize;
            let data = &bytes[at + 8..at + 8 + length];
            match &bytes[at + 4..at + 8] {
                b"PLTE" => palette = data.chunks(3).map(|color| color.try_into().unwrap()).collect(),
                b"IDAT" => packed.extend_from_slice(data),
                _ => {}
            }
            at += length + 12;
        }
        let mut rows = Vec::new();
        ZlibDecoder::new(packed.as_slice()).read_to_end(&mut rows).unwrap();
        let mut pixels: Vec<[u8; 3]> = Vec::new();
        for row in rows.chunks(size.width + 1) {
            assert_eq!(row[0], 1, "each pixel is told by its difference to the one on its left");
            let colors = row[1..].iter().scan(0_u8, |color, step| {
                *color = color.wrapping_add(*step);
                Some(palette[usize::from(*color)])
            });
            pixels.extend(colors);
        }
        assert_eq!(pixels.len(), size.width * size.height);
        Self { width: size.width, pixels }
    }

    fn height(&self) -> usize {
        self.pixels.len() / self.width
    }

    /// How many pixels of a colour there are in rows from one to another.
    fn count(&self, color: [u8; 3], rows: std::ops::Range<usize>) -> usize {
        let rows = &self.pixels[rows.start * self.width..rows.end * self.width];
        rows.iter().filter(|pixel| **pixel == color).count()
    }

    /// The rows in which a column has the full colour of the thread.
    fn thread_at(&self, column: usize) -> Vec<usize> {
        (0..self.height()).filter(|row| self.pixels[row * self.width + column] == THREAD).collect()
    }
}

/// A handbook with these files over those of the base, built.
fn built(files: &str) -> Folder {
    let folder = Folder::new(BASE);
    for (path, contents) in Folder::files_of(files) {
        folder.write(&path, &contents);
    }
    build(&folder);
    folder
}

fn build(folder: &Folder) {
    let run = run(folder.path(), &["build", "--today", "2026-07-01", "--quiet"]);
    assert_eq!(run.code, 0, "{}", run.err);
}

fn card(folder: &Folder, path: &str) -> Picture {
    Picture::read(&folder.path().join("public").join(path))
}

fn page(folder: &Folder, path: &str) -> String {
    fs::read_to_string(folder.path().join("public").join(path)).unwrap()
}

/// The contents of the `meta` elements of a page, by their names.
fn meta(page: &str) -> BTreeMap<String, String> {
    let elements = page.split("<meta ").skip(1).filter_map(|rest| rest.split('>').next());
    let parts = elements.map(|element| element.split('"').collect::<Vec<_>>());
    parts.filter(|parts| parts.len() > 3).map(|parts| (parts[1].to_owned(), parts[3].to_owned())).collect()
}

const AT_HOME: &str = r#"
//- /site.toml
[site]
title = "Handbook"
organisation = "Firm"
base_url = "https://firm.example/book/"
languages = ["en", "de"]
default_language = "en"
time_zone = "Europe/Zurich"

[diagnostics]
untranslated = "allow"
//- /content/cohorts/spring.toml
title = "Spring"
programme = "swap"
topic = "ads"
start = 2027-03-02
rhythm = "every 3 weeks"
time = "13:30"

[[session]]
number = 2
cancelled = true

[[change]]
session = 2
announced = 2027-03-03
kind = "cancelled"
"#;

#[test]
fn site_topics_and_cohorts_have_cards_in_every_language() {
    let folder = built(AT_HOME);
    for path in ["card.png", "topics/ads/card.png", "cohorts/spring/card.png"] {
        for path in [path.to_owned(), format!("de/{path}")] {
            let card = card(&folder, &path);
            assert_eq!((card.width, card.height()), (1200, 630), "{path}");
            assert!(!card.thread_at(0).is_empty() && !card.thread_at(1199).is_empty(), "{path} has no thread");
            assert!(card.count(PAPER, 0..60) == 60 * 1200 && card.count(PAPER, 150..400) < 250 * 1200, "{path}");
        }
    }
}

#[test]
fn pages_name_the_card_of_what_they_belong_to() {
    let folder = built(AT_HOME);
    for (path, card, kind) in [
        ("index.html", "card.png", "website"),
        ("for/mentor/index.html", "card.png", "article"),
        ("topics/ads/index.html", "topics/ads/card.png", "article"),
        ("topics/ads/first/index.html", "topics/ads/card.png", "article"),
        ("de/topics/ads/index.html", "de/topics/ads/card.png", "article"),
        ("cohorts/spring/sessions/s2/index.html", "cohorts/spring/card.png", "article"),
        ("cohorts/spring/checks/index.html", "cohorts/spring/card.png", "article"),
    ] {
        let meta = meta(&page(&folder, path));
        assert_eq!(meta["og:image"], format!("https://firm.example/book/{card}"), "{path}");
        assert_eq!((&*meta["og:image:width"], &*meta["og:image:height"]), ("1200", "630"));
        assert_eq!((&*meta["og:type"], &*meta["twitter:card"]), (kind, "summary_large_image"));
    }
    let topic = meta(&page(&folder, "topics/ads/index.html"));
    assert_eq!(topic["og:image:alt"], "The path as knots on a red thread: Ads, 2 modules · 45\u{a0}min");
    let cohort = meta(&page(&folder, "de/cohorts/spring/index.html"));
    let alt = "Die Termine als Knoten auf einem roten Faden: Spring, 2 Treffen · 2. März 2027 – 23. März 2027";
    assert_eq!(cohort["og:image:alt"], alt);
    let missing = page(&folder, "404.html");
    assert!(missing.contains("content=\"noindex, nofollow\"") && !missing.contains("rel=\"canonical\""));
    assert_eq!((&*topic["og:locale"], &*topic["og:locale:alternate"]), ("en_US", "de_DE"));
}

#[test]
fn without_an_address_of_its_own_a_site_has_no_card() {
    let files = site("");
    assert!(!files.keys().any(|path| path.ends_with("card.png")));
    assert!(files.values().all(|page| !page.contains("og:image") && !page.contains("twitter:card")));
}

#[test]
fn a_picture_that_lies_where_the_card_would_be_is_the_card() {
    let folder = built(AT_HOME);
    let icon = fs::read(repository().join("themes/faden/static/icon-192.png")).unwrap();
    fs::write(folder.path().join("content/topics/ads/card.png"), &icon).unwrap();
    build(&folder);
    assert_eq!(fs::read(folder.path().join("public/topics/ads/card.png")).unwrap(), icon);
    let own = meta(&page(&folder, "topics/ads/index.html"));
    assert_eq!((&*own["og:image:width"], &*own["og:image:height"]), ("192", "192"));
    assert_eq!(meta(&page(&folder, "de/topics/ads/index.html"))["og:image:width"], "1200");
}

/// A topic of one language with a title, and what its card shows between the names at the top and the thread.
fn card_of(language: &str, title: &str) -> (Picture, usize) {
    let folder = built(&format!(
        "//- /site.toml\n[site]\ntitle = \"Handbook\"\nbase_url = \"https://firm.example/\"\n\
         default_language = \"{language}\"\ntime_zone = \"Europe/Zurich\"\n\n[diagnostics]\n\
         no-interface-language = \"allow\"\n//- /content/topics/ads/index.md\n+++\ntitle = \"{title}\"\n\
         summary = \"s\"\nmodules = [\"first\", \"second\"]\n+++\n"
    ));
    let card = card(&folder, "topics/ads/card.png");
    let ink = card.count([0x20, 0x1d, 0x19], 120..380);
    (card, ink)
}

#[test]
fn titles_are_set_if_the_font_has_their_letters() {
    let (_, plain) = card_of("en", "Reach");
    assert!(plain > 1000);
    for (same, title) in [("with an emoji", "Reach 🎉"), ("with a soft hyphen", "Re\u{ad}ach")] {
        assert_eq!(card_of("en", title).1, plain, "{same}");
    }
    for title in ["Führungskräfte", "Fu\u{308}hrungskra\u{308}fte", "Żółć", "Ştiinţă"] {
        assert!(card_of("en", title).1 > plain / 2, "{title}");
    }
    for title in ["טווח", "طريق", "道", "Дорога", "Reach 道"] {
        assert_eq!(card_of("en", title).1, 0, "{title}");
    }
}

#[test]
fn without_a_title_the_thread_is_in_the_middle() {
    let row = |title: &str| card_of("en", title).0.thread_at(0)[0];
    assert!(row("Reach") > 450 && (300..450).contains(&row("טווח")));
}

#[test]
fn from_right_to_left_the_thread_comes_in_on_the_right() {
    let knots =
        |card: &Picture| (0..card.width).filter(|&column| card.thread_at(column).len() > 20).collect::<Vec<_>>();
    let (left, right) = (knots(&card_of("en", "Reach").0), knots(&card_of("he", "Reach").0));
    assert!(left[0] < 100 && left.len() == right.len());
    assert_eq!(right, left.iter().rev().map(|column| 1199 - column).collect::<Vec<_>>());
}

#[test]
fn long_titles_become_small_and_end_in_an_ellipsis() {
    let long = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunte";
    let (card, ink) = card_of("en", long);
    assert!(ink > 1000);
    let margins = (0..card.height()).flat_map(|row| [row * card.width + 40, row * card.width + 1160]);
    let in_margin = margins.filter(|&at| card.pixels[at] == [0x20, 0x1d, 0x19]).count();
    assert_eq!(in_margin, 0, "words stay between the margins");
}

/// The icon of the default theme: a thread that comes in high, has a knot in the middle and leaves low.
fn icon(size: usize) -> Vec<u8> {
    let scale = size as f32 / 32.0;
    let corner = |from: (f32, f32), control: [(f32, f32); 2], to: (f32, f32)| {
        (0..=24).map(move |step| {
            let t = step as f32 / 24.0;
            let (a, b, c, d) = ((1.0 - t).powi(3), 3.0 * (1.0 - t) * (1.0 - t) * t, 3.0 * (1.0 - t) * t * t, t * t * t);
            let mix = |p: f32, q: f32, r: f32, s: f32| (a * p + b * q + c * r + d * s) * scale;
            (mix(from.0, control[0].0, control[1].0, to.0), mix(from.1, control[0].1, control[1].1, to.1))
        })
    };
    let mut thread = vec![(-2.0 * scale, 7.0 * scale)];
    thread.extend(corner((10.0, 7.0), [(13.314, 7.0), (16.0, 9.686)], (16.0, 13.0)));
    thread.extend(corner((16.0, 19.0), [(16.0, 22.314), (18.686, 25.0)], (22.0, 25.0)));
    thread.push((34.0 * scale, 25.0 * scale));
    let mut sheet = Sheet::new(size, size);
    sheet.line(Ink::Thread, 3.0 * scale, &thread);
    sheet.disc(Ink::Thread, (16.0 * scale, 16.0 * scale), 5.0 * scale);
    let (paper, thread) = (Color(PAPER), Color(THREAD));
    sheet.finish(&Colors { paper, ink: thread, quiet: thread, rule: thread, thread })
}

#[test]
fn the_icons_of_the_default_theme_are_drawn_like_this() {
    for (name, size) in [("icon-192", 192), ("icon-512", 512), ("icon-maskable", 512), ("icon-touch", 180)] {
        let file = repository().join(format!("themes/faden/static/{name}.png"));
        if std::env::var_os("UPDATE").is_some() {
            fs::write(&file, icon(size)).unwrap();
        }
        let (kept, drawn) = (Picture::read(&file), icon(size));
        assert_eq!((kept.width, kept.height()), (size, size), "{name}");
        assert!(fs::read(&file).unwrap() == drawn, "{name}; UPDATE=1 draws it");
        assert!(drawn.len() < 6 * 1024, "{name} has {} bytes", drawn.len());
    }
}

#[test]
fn a_theme_with_an_icon_of_its_own_does_without_those_of_its_parent() {
    let own = "//- /site.toml\n[site]\ntitle = \"Handbook\"\ntime_zone = \"Europe/Zurich\"\n\n[theme]\nname = \"ours\"\n\
               //- /themes/ours/theme.toml\nname = \"ours\"\nextends = \"faden\"\nmin_api = 1\nmax_api = 1\n";
    let icons = |files: &BTreeMap<String, String>| {
        files.keys().filter(|path| path.contains("assets/icon")).cloned().collect::<Vec<_>>()
    };
    assert_eq!(icons(&site(own)).len(), 5);
    let files = site(&format!("{own}//- /themes/ours/static/icon.svg\n<svg xmlns=\"http://www.w3.org/2000/svg\"/>\n"));
    assert_eq!(icons(&files).len(), 1);
    assert!(!files["index.html"].contains("apple-touch-icon"));
    assert_eq!(files["manifest.webmanifest"].matches("\"src\"").count(), 1);
}

#[test]
fn no_two_pages_have_the_same_title_or_description() {
    for folder in ["", "en/"] {
        let (mut titles, mut descriptions) = (BTreeMap::new(), BTreeMap::new());
        for (path, page) in example() {
            let is_here = if folder.is_empty() { !path.starts_with("en/") } else { path.starts_with(folder) };
            if !is_here || !path.ends_with(".html") || !page.contains("<body class=\"kind-") {
                continue;
            }
            let title = page.split("<title>").nth(1).unwrap().split("</title>").next().unwrap().to_owned();
            let description = meta(&page).remove("description").unwrap_or_default();
            assert!((20..=320).contains(&description.chars().count()), "{path}: {description:?}");
            for (kind, text, known) in [("title", title, &mut titles), ("description", description, &mut descriptions)]
            {
                if let Some(other) = known.insert(text.clone(), path.clone()) {
                    panic!("{path} and {other} have the same {kind}: {text}");
                }
            }
        }
        assert!(titles.len() > 50);
    }
}

/// The pages of the repository's own handbook.
fn example() -> BTreeMap<String, String> {
    let out = tempfile::tempdir().unwrap();
    let site = out.path().join("site");
    let run = run(repository(), &["build", "--quiet", "--out", site.to_str().unwrap(), "--today", "2026-07-01"]);
    assert_eq!(run.code, 0, "{}", run.err);
    let files = crate::program::files_below(&site).into_iter().filter(|(path, _)| path.ends_with(".html"));
    files.map(|(path, file)| (path, fs::read_to_string(file).unwrap())).collect()
}
