//! Photographs made smaller: what a phone has to fetch of a picture that stands in a column of text.

use std::io::Cursor;

use image::codecs::jpeg::{JpegDecoder, JpegEncoder};
use image::metadata::Orientation;
use image::{ColorType, DynamicImage, ImageDecoder, ImageEncoder};

/// How good a smaller photograph is, of 100: what it lacks cannot be seen at the size at which it is shown.
const QUALITY: u8 = 80;

/// The way in which smaller photographs are made. Browsers keep them for a year by their names, which therefore hold
/// this number: it grows whenever other bytes come out, also because of the library.
pub const RECIPE: u32 = 1;

/// A photograph that takes more memory is left as it is: every core may be at one.
const MOST_BYTES: u64 = 1 << 28;

/// Width and height of a JPEG as it is shown: cameras say in its data which side is up.
#[must_use]
pub fn shown_size(jpeg: &[u8]) -> Option<(u32, u32)> {
    let mut decoder = JpegDecoder::new(Cursor::new(jpeg)).ok()?;
    let (width, height) = decoder.dimensions();
    Some(if lies(decoder.orientation().ok()?) { (height, width) } else { (width, height) })
}

/// The same JPEG with this width, the right side up, its colours as they were, and nothing of what cameras write into
/// it; `None` if it cannot be read.
#[must_use]
pub fn smaller(jpeg: &[u8], width: u32) -> Option<Vec<u8>> {
    let mut decoder = JpegDecoder::new(Cursor::new(jpeg)).ok()?;
    if decoder.total_bytes() > MOST_BYTES {
        return None;
    }
    let orientation = decoder.orientation().ok()?;
    let profile = decoder.icc_profile().ok()?.filter(|profile| is_of(profile, decoder.color_type()));
    let mut photo = DynamicImage::from_decoder(decoder).ok()?;
    photo = if lies(orientation) {
        photo.thumbnail_exact(scaled(photo.width(), width, photo.height()), width)
    } else {
        photo.thumbnail_exact(width, scaled(photo.height(), width, photo.width()))
    };
    photo.apply_orientation(orientation);
    let mut out = Vec::new();
    let mut encoder = JpegEncoder::new_with_quality(&mut out, QUALITY);
    if let Some(profile) = profile {
        encoder.set_icc_profile(profile).ok()?;
    }
    photo.write_with_encoder(encoder).ok()?;
    Some(out)
}

/// Whether what is written as the width is shown as the height.
fn lies(orientation: Orientation) -> bool {
    use Orientation::{Rotate90, Rotate90FlipH, Rotate270, Rotate270FlipH};
    matches!(orientation, Rotate90 | Rotate270 | Rotate90FlipH | Rotate270FlipH)
}

/// The length of a side if another of length `of` becomes `to`.
fn scaled(side: u32, to: u32, of: u32) -> u32 {
    let of = u64::from(of.max(1));
    u32::try_from((u64::from(side) * u64::from(to) + of / 2) / of).unwrap_or(u32::MAX).max(1)
}

/// Whether a profile is one of colours as they are read: that of a print, with four of them, is not (ICC.1:2022 §7.2.6).
fn is_of(profile: &[u8], colors: ColorType) -> bool {
    let space = profile.get(16..20);
    if colors == ColorType::L8 { space == Some(b"GRAY") } else { space == Some(b"RGB ") }
}
