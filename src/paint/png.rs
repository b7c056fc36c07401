//! Pictures with few colours as PNG files (W3C Portable Network Graphics, third edition).

use std::io::Write;

use flate2::write::ZlibEncoder;
use flate2::{Compression, Crc};

use super::Color;

const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";
/// Every pixel is the number of a colour, in a byte.
const DEPTH: u8 = 8;
const INDEXED: u8 = 3;
/// Rows are written as they are: of few colours no filter makes less.
pub const UNFILTERED: u8 = 0;

/// The file for pixels in rows, each the position of its colour in `palette`. Every row begins with [`UNFILTERED`].
pub fn encode(width: usize, palette: &[Color], rows: &[u8]) -> Vec<u8> {
    let height = rows.len() / (width + 1);
    let mut file = SIGNATURE.to_vec();
    let mut header = Vec::new();
    header.extend(size(width).to_be_bytes());
    header.extend(size(height).to_be_bytes());
    header.extend([DEPTH, INDEXED, 0, 0, 0]);
    chunk(&mut file, *b"IHDR", &header);
    let colors: Vec<u8> = palette.iter().flat_map(|color| color.0).collect();
    chunk(&mut file, *b"PLTE", &colors);
    chunk(&mut file, *b"IDAT", &compressed(rows));
    chunk(&mut file, *b"IEND", &[]);
    file
}

fn size(length: usize) -> u32 {
    u32::try_from(length).expect("no sheet has so many pixels")
}

fn chunk(file: &mut Vec<u8>, kind: [u8; 4], data: &[u8]) {
    let mut sum = Crc::new();
    sum.update(&kind);
    sum.update(data);
    file.extend(size(data.len()).to_be_bytes());
    file.extend(kind);
    file.extend(data);
    file.extend(sum.sum().to_be_bytes());
}

fn compressed(rows: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(rows).and_then(|()| encoder.finish()).expect("a vector takes everything")
}
