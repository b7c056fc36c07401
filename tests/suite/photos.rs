//! Photographs come in the widths in which they are shown (site.md, "Markdown").

use std::fs;
use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, ImageEncoder, RgbImage};

use crate::harness::BASE;
use crate::preview::Server;
use crate::program::{Folder, run};

/// A JPEG of this size in which no two places are alike, with what a camera writes into it.
fn photo(size: (u32, u32), exif: &[u8]) -> Vec<u8> {
    pressed(size, exif, 1, 60)
}

/// The same with a grain of so many points, and pressed until so much of 100 is left.
fn pressed((width, height): (u32, u32), exif: &[u8], points: u32, quality: u8) -> Vec<u8> {
    let grain = |x: u32, y: u32| (x.wrapping_mul(2_654_435_761) ^ y.wrapping_mul(40_503)).to_le_bytes();
    let picture = RgbImage::from_fn(width, height, |x, y| {
        let [a, b, c, _] = grain(x / points, y / points);
        image::Rgb([a, b, c])
    });
    let mut jpeg = Vec::new();
    let mut encoder = JpegEncoder::new_with_quality(&mut jpeg, quality);
    encoder.set_exif_metadata(exif.to_vec()).unwrap();
    DynamicImage::ImageRgb8(picture).write_with_encoder(encoder).unwrap();
    jpeg
}

/// EXIF that says that the camera was held upright, and who held it: one entry in the first directory, and its text.
fn upright() -> Vec<u8> {
    let mut exif = b"II*\0\x08\0\0\0\x02\0".to_vec();
    exif.extend(b"\x12\x01\x03\0\x01\0\0\0\x06\0\0\0");
    exif.extend(b"\x3b\x01\x02\0\x08\0\0\0\x26\0\0\0\0\0\0\0Camille\0");
    exif
}

fn size(jpeg: &[u8]) -> (u32, u32) {
    let picture = image::ImageReader::new(Cursor::new(jpeg)).with_guessed_format().unwrap().decode().unwrap();
    (picture.width(), picture.height())
}

fn write(folder: &Folder, path: &str, bytes: &[u8]) {
    let path = folder.path().join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, bytes).unwrap();
}

fn read(folder: &Folder, path: &str) -> Vec<u8> {
    fs::read(folder.path().join(path)).unwrap()
}

/// The page that shows the photographs.
fn page(folder: &Folder) -> String {
    String::from_utf8(read(folder, "public/faq/index.html")).unwrap()
}

/// The addresses and widths of `srcset`, from the top of the site.
fn versions(page: &str) -> Vec<(String, String)> {
    let Some(srcset) = page.split("srcset=\"").nth(1).and_then(|rest| rest.split('"').next()) else {
        return Vec::new();
    };
    let versions = srcset.split(", ").map(|version| version.split_once(' ').unwrap());
    versions.map(|(href, width)| (href.trim_start_matches("../").to_owned(), width.to_owned())).collect()
}

#[test]
fn a_page_offers_a_photograph_in_several_widths() {
    let folder = Folder::new(BASE);
    write(&folder, "static/img/hall.jpg", &photo((2000, 1000), b""));
    write(&folder, "static/img/unused.jpg", &photo((1500, 900), b""));
    folder.write("content/faq.md", "# Questions\n\n![The hall](/img/hall.jpg)\n\nSome<br>HTML.\n");
    assert_eq!(run(folder.path(), &["build"]).code, 0);
    let page = self::page(&folder);
    assert!(page.contains("<img src=\"../img/hall.jpg\" alt=\"The hall\" loading=\"lazy\" srcset=\""), "{page}");
    assert!(page.contains(" sizes=\"(min-width: 45rem) 43rem, 100vw\" width=\"2000\" height=\"1000\">"), "{page}");
    let versions = self::versions(&page);
    let widths: Vec<&str> = versions.iter().map(|(_, width)| width.as_str()).collect();
    assert_eq!(widths, ["800w", "1440w", "2000w"]);
    let whole = read(&folder, "public/img/hall.jpg");
    for ((href, _), expected) in versions.iter().zip([(800, 400), (1440, 720), (2000, 1000)]) {
        let bytes = read(&folder, &format!("public/{href}"));
        assert_eq!(size(&bytes), expected);
        assert!(bytes.len() < whole.len() || expected.0 == 2000);
    }
    let written = fs::read_dir(folder.path().join("public/assets/photos")).unwrap().count();
    assert_eq!(written, 2, "what no page shows is not written");
    assert!(
        run(folder.path(), &["build"]).out.contains(" 0 files written"),
        "and nothing is written anew that is there"
    );
}

#[test]
fn a_photograph_stands_upright_and_names_nobody() {
    let folder = Folder::new(BASE);
    write(&folder, "content/tall.jpeg", &photo((1600, 800), &upright()));
    folder.write("content/faq.md", "# Questions\n\n![A tall thing](tall.jpeg)\n");
    assert_eq!(run(folder.path(), &["build"]).code, 0);
    let page = self::page(&folder);
    assert!(page.contains(" width=\"800\" height=\"1600\">"), "{page}");
    assert_eq!(versions(&page), [], "it is shown narrower than the narrowest version");
    write(&folder, "content/tall.jpeg", &photo((2401, 1203), &upright()));
    assert_eq!(run(folder.path(), &["build"]).code, 0);
    let versions = self::versions(&self::page(&folder));
    let [(smaller, _), (whole, _)] = versions.as_slice() else { panic!("{versions:?}") };
    let (smaller, whole) = (read(&folder, &format!("public/{smaller}")), read(&folder, &format!("public/{whole}")));
    assert_eq!((size(&smaller), size(&whole)), ((800, 1597), (2401, 1203)));
    let names = |bytes: &[u8]| bytes.windows(7).any(|part| part == b"Camille");
    assert!(names(&whole) && !names(&smaller));
}

#[test]
fn what_is_small_or_no_photograph_stays_as_it_is() {
    let folder = Folder::new(BASE);
    write(&folder, "static/small.jpg", &photo((900, 60), b""));
    let mut broken = photo((2000, 1000), b"");
    broken[2..40].fill(0);
    write(&folder, "static/broken.jpg", &broken);
    folder.write("content/faq.md", "# Questions\n\n![Small](/small.jpg) ![Broken](/broken.jpg)\n");
    assert_eq!(run(folder.path(), &["build"]).code, 0);
    assert!(!page(&folder).contains("srcset"));
    assert!(!folder.has("public/assets/photos"));
    assert_eq!(read(&folder, "public/broken.jpg"), broken);
}

#[test]
fn no_version_is_heavier_than_the_photograph() {
    let folder = Folder::new(BASE);
    let hard = pressed((2800, 1400), b"", 24, 55);
    assert!((130_000..400_000).contains(&hard.len()), "{}", hard.len());
    write(&folder, "static/hard.jpg", &hard);
    folder.write("content/faq.md", "# Questions\n\n![Hard](/hard.jpg)\n");
    assert_eq!(run(folder.path(), &["build"]).code, 0);
    let versions = self::versions(&self::page(&folder));
    let [(smaller, _), _] = versions.as_slice() else { panic!("{versions:?}") };
    let light = read(&folder, &format!("public/{smaller}")).len();
    assert!(light <= hard.len(), "{light} instead of {}", hard.len());
}

#[test]
fn a_photograph_without_an_end_is_shown_as_far_as_it_goes() {
    let folder = Folder::new(BASE);
    let whole = photo((2000, 1000), b"");
    write(&folder, "static/half.jpg", &whole[..whole.len() / 2]);
    folder.write("content/faq.md", "# Questions\n\n![Half](/half.jpg)\n");
    assert_eq!(run(folder.path(), &["build"]).code, 0);
    for (href, _) in self::versions(&self::page(&folder)) {
        assert!(read(&folder, &format!("public/{href}")).starts_with(&[0xff, 0xd8]));
    }
}

#[test]
fn the_preview_shows_what_a_build_writes() {
    let folder = Folder::new(BASE);
    write(&folder, "static/hall.jpg", &photo((2000, 1000), b""));
    folder.write("content/faq.md", "# Questions\n\n![The hall](/hall.jpg)\n");
    assert_eq!(run(folder.path(), &["build"]).code, 0);
    let server = Server::start(folder.path(), &["--port", "0"]);
    for (href, _) in self::versions(&self::page(&folder)) {
        let answer = server.get(&format!("/{href}"));
        assert_eq!((answer.status(), answer.bytes()), (200, read(&folder, &format!("public/{href}")).as_slice()));
    }
}
