use std::collections::BTreeSet;
use std::sync::{Arc, OnceLock};

use super::sheet::strength;
use ab_glyph_rasterizer::{Rasterizer, point};
use ttf_parser::gpos::{PairAdjustment, PositioningSubtable};
use ttf_parser::{Face, GlyphId, OutlineBuilder, Tag};

/// A font: outlines of letters and how far they stand apart.
#[derive(Clone)]
pub struct Font {
    bytes: Arc<[u8]>,
    /// Where its table of positions tells of kerning.
    kerning: Arc<[u16]>,
}

impl Font {
    /// The font in a TrueType or OpenType file that does not vary; `None` if that cannot be read.
    #[must_use]
    pub fn read(bytes: Arc<[u8]>) -> Option<Self> {
        let kerning = kerning_lookups(&Face::parse(&bytes, 0).ok()?);
        Some(Self { bytes, kerning })
    }

    /// The letters of this font in a size, in pixels.
    #[must_use]
    pub fn cut(&self, size: u16) -> Cut {
        let glyphs = self.face().number_of_glyphs();
        Cut { font: self.clone(), size, masks: (0..glyphs).map(|_| OnceLock::new()).collect() }
    }

    /// A view of the file, which costs little more than looking up its tables.
    fn face(&self) -> Face<'_> {
        Face::parse(&self.bytes, 0).expect("it was parsed when the font was read")
    }
}

impl std::fmt::Debug for Font {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "Font({} bytes)", self.bytes.len())
    }
}

/// The letters of a font in one size. What each looks like is found once, when it is first needed.
#[derive(Debug)]
pub struct Cut {
    font: Font,
    size: u16,
    masks: Vec<OnceLock<Mask>>,
}

/// What a letter covers, pixel by pixel, from its left end on the line.
#[derive(Debug, Default)]
pub struct Mask {
    /// From the letter's beginning to the left edge.
    pub left: i32,
    /// From the line down to the upper edge; negative above it.
    pub top: i32,
    /// How wide it is.
    pub width: usize,
    /// How much of each pixel it covers, row by row.
    pub strengths: Vec<u8>,
}

impl Cut {
    /// The size, in pixels.
    #[must_use]
    pub fn size(&self) -> i32 {
        self.size.into()
    }

    /// Whether a text can have this letter: the font has it, and it is set beside others just as it is.
    ///
    /// Letters of scripts in which they join, move or run from right to left are not: no font helps there without a
    /// shaper.
    #[must_use]
    pub fn has(&self, letter: char) -> bool {
        is_plain(letter) && self.font.face().glyph_index(letter).is_some()
    }

    /// How wide `text` is.
    #[must_use]
    pub fn width(&self, text: &str) -> i32 {
        let (_, end) = self.places(text);
        end.ceil() as i32
    }

    /// What each letter of `text` covers and where it begins.
    pub fn masks(&self, text: &str) -> impl Iterator<Item = (&Mask, i32)> {
        let (places, _) = self.places(text);
        places.into_iter().filter_map(|(glyph, x)| Some((self.mask(glyph)?, x.round() as i32)))
    }

    /// Where each letter begins, and where the text ends.
    fn places(&self, text: &str) -> (Vec<(GlyphId, f32)>, f32) {
        let face = self.font.face();
        let scale = self.scale(&face);
        let mut x = 0.0;
        let mut before = None;
        let mut places = Vec::new();
        for glyph in text.chars().filter_map(|letter| face.glyph_index(letter)) {
            x += before.map_or(0.0, |before| f32::from(kerning(&face, &self.font.kerning, before, glyph)) * scale);
            places.push((glyph, x));
            x += f32::from(face.glyph_hor_advance(glyph).unwrap_or_default()) * scale;
            before = Some(glyph);
        }
        (places, x)
    }

    fn mask(&self, glyph: GlyphId) -> Option<&Mask> {
        let mask = self.masks.get(usize::from(glyph.0))?;
        Some(mask.get_or_init(|| {
            let face = self.font.face();
            let scale = self.scale(&face);
            drawn(&face, glyph, scale).unwrap_or_default()
        }))
    }

    fn scale(&self, face: &Face<'_>) -> f32 {
        f32::from(self.size) / f32::from(face.units_per_em())
    }
}

/// Whether letters like this one stand beside each other just as they are: those of Latin, Greek, Cyrillic and
/// Armenian, figures, punctuation and signs.
fn is_plain(letter: char) -> bool {
    matches!(letter, ' '..='\u{58f}' | '\u{1d00}'..='\u{2bff}')
}

/// The parts of the table of positions that are about kerning, each once: every script of a font names them anew.
fn kerning_lookups(face: &Face<'_>) -> Arc<[u16]> {
    let features = face.tables().gpos.into_iter().flat_map(|table| table.features);
    let kerning = features.filter(|feature| feature.tag == Tag::from_bytes(b"kern"));
    let lookups: BTreeSet<u16> = kerning.flat_map(|feature| feature.lookup_indices).collect();
    lookups.into_iter().collect()
}

/// What stands between two letters in addition, in units of the font (OpenType, "GPOS", pair adjustment).
fn kerning(face: &Face<'_>, lookups: &[u16], left: GlyphId, right: GlyphId) -> i16 {
    let Some(table) = face.tables().gpos else { return 0 };
    let lookups = lookups.iter().filter_map(|&index| table.lookups.get(index));
    let subtables = lookups.flat_map(|lookup| lookup.subtables.into_iter::<PositioningSubtable<'_>>());
    let mut found = subtables.filter_map(|subtable| match subtable {
        PositioningSubtable::Pair(pairs) => between(&pairs, left, right),
        _ => None,
    });
    found.next().unwrap_or(0)
}

fn between(pairs: &PairAdjustment<'_>, left: GlyphId, right: GlyphId) -> Option<i16> {
    let index = pairs.coverage().get(left)?;
    let (first, _) = match pairs {
        PairAdjustment::Format1 { sets, .. } => sets.get(index)?.get(right)?,
        PairAdjustment::Format2 { classes, matrix, .. } => matrix.get((classes.0.get(left), classes.1.get(right)))?,
    };
    Some(first.x_advance)
}

fn drawn(face: &Face<'_>, glyph: GlyphId, scale: f32) -> Option<Mask> {
    let bounds = face.glyph_bounding_box(glyph)?;
    let left = (f32::from(bounds.x_min) * scale).floor();
    let top = (f32::from(bounds.y_max) * scale).ceil();
    let width = (f32::from(bounds.x_max) * scale).ceil() - left + 1.0;
    let height = top - (f32::from(bounds.y_min) * scale).floor() + 1.0;
    let (width, height) = (width as usize, height as usize);
    let mut pen = Pen { raster: Rasterizer::new(width, height), scale, left, top, start: (0.0, 0.0), at: (0.0, 0.0) };
    face.outline_glyph(glyph, &mut pen)?;
    let mut strengths = vec![0; width * height];
    pen.raster.for_each_pixel(|index, covered| strengths[index] = strength(covered));
    Some(Mask { left: left as i32, top: -(top as i32), width, strengths })
}

/// Draws the outline of a letter, whose y grows upward, into rows that grow downward.
struct Pen {
    raster: Rasterizer,
    scale: f32,
    left: f32,
    top: f32,
    start: (f32, f32),
    at: (f32, f32),
}

impl Pen {
    fn place(&self, x: f32, y: f32) -> (f32, f32) {
        (x * self.scale - self.left, self.top - y * self.scale)
    }
}

impl OutlineBuilder for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.at = self.place(x, y);
        self.start = self.at;
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let end = self.place(x, y);
        self.raster.draw_line(to_point(self.at), to_point(end));
        self.at = end;
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        let (middle, end) = (self.place(x1, y1), self.place(x, y));
        self.raster.draw_quad(to_point(self.at), to_point(middle), to_point(end));
        self.at = end;
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        let (first, second, end) = (self.place(x1, y1), self.place(x2, y2), self.place(x, y));
        self.raster.draw_cubic(to_point(self.at), to_point(first), to_point(second), to_point(end));
        self.at = end;
    }

    fn close(&mut self) {
        self.raster.draw_line(to_point(self.at), to_point(self.start));
        self.at = self.start;
    }
}

fn to_point((x, y): (f32, f32)) -> ab_glyph_rasterizer::Point {
    point(x, y)
}
