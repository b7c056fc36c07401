//! Pictures with few colours as PNG files (W3C Portable Network Graphics, third edition).

use crc32fast::Hasher;
use fdeflate::Compressor;

use super::Color;

const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";
/// Every pixel is the number of a colour, in a byte.
const DEPTH: u8 = 8;
const INDEXED: u8 = 3;
/// Every pixel is written as its difference to the one on its left: nearly everything becomes zero, whatever its colour,
/// and zeros are packed quickly. The file is somewhat larger than it could be.
const LEFT: u8 = 1;

/// The file for pixels in rows, each the position of its colour in `palette`.
pub fn encode(width: usize, palette: &[Color], pixels: &[u8]) -> Vec<u8> {
    debug_assert!(width > 0, "a picture has a width");
    let height = pixels.len() / width;
    let mut file = SIGNATURE.to_vec();
    let mut header = Vec::new();
    header.extend(size(width).to_be_bytes());
    header.extend(size(height).to_be_bytes());
    header.extend([DEPTH, INDEXED, 0, 0, 0]);
    chunk(&mut file, *b"IHDR", &header);
    let colors: Vec<u8> = palette.iter().flat_map(|color| color.0).collect();
    chunk(&mut file, *b"PLTE", &colors);
    chunk(&mut file, *b"IDAT", &compressed(&filtered(width, pixels)));
    chunk(&mut file, *b"IEND", &[]);
    file
}

fn size(length: usize) -> u32 {
    u32::try_from(length).expect("no sheet has so many pixels")
}

fn chunk(file: &mut Vec<u8>, kind: [u8; 4], data: &[u8]) {
    let mut sum = Hasher::new();
    sum.update(&kind);
    sum.update(data);
    file.extend(size(data.len()).to_be_bytes());
    file.extend(kind);
    file.extend(data);
    file.extend(sum.finalize().to_be_bytes());
}

fn filtered(width: usize, pixels: &[u8]) -> Vec<u8> {
    let mut rows = vec![LEFT; pixels.len() + pixels.len() / width];
    for (row, pixels) in rows.chunks_exact_mut(width + 1).zip(pixels.chunks_exact(width)) {
        row[1] = pixels[0];
        for ((step, left), pixel) in row[2..].iter_mut().zip(pixels).zip(&pixels[1..]) {
            *step = pixel.wrapping_sub(*left);
        }
    }
    rows
}

fn compressed(rows: &[u8]) -> Vec<u8> {
    let compressor = Compressor::new(Vec::with_capacity(rows.len() / 16));
    let packed = compressor.and_then(|mut compressor| compressor.write_data(rows).and_then(|()| compressor.finish()));
    packed.expect("a vector takes everything")
}
