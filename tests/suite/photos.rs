//! Photographs come in the widths in which they are shown (site.md, "Markdown").

use std::fs;
use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, ImageEncoder, RgbImage};

use crate::harness::BASE;
use crate::program::{Folder, run};

/// A JPEG of this size in which no two places are alike, with what a camera writes into it.
fn photo((width, height): (u32, u32), exif: &[u8]) -> Vec<u8> {
    let grain = |x: u32, y: u32| (x.wrapping_mul(2_654_435_761) ^ y.wrapping_mul(40_503)).to_le_bytes();
    let picture = RgbImage::from_fn(width, height, |x, y| {
        let [a, b, c, _] = grain(x, y);
        image::Rgb([a, b, c])
    });
    let mut jpeg = Vec::new();
    let mut encoder = JpegEncoder::new_with_quality(&mut jpeg, 60);
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
    folder.write("content/faq.md", "# Questions\n\n![The hall](/img/hall.jpg)\n");
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
    assert!(run(folder.path(), &["build"]).out.contains(" 0 files written"), "and nothing is made anew that is there");
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
    write(&folder, "content/tall.jpeg", &photo((2400, 1200), &upright()));
    assert_eq!(run(folder.path(), &["build"]).code, 0);
    let versions = self::versions(&self::page(&folder));
    let [(smaller, _), (whole, _)] = versions.as_slice() else { panic!("{versions:?}") };
    let (smaller, whole) = (read(&folder, &format!("public/{smaller}")), read(&folder, &format!("public/{whole}")));
    assert_eq!((size(&smaller), size(&whole)), ((800, 1600), (2400, 1200)));
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
