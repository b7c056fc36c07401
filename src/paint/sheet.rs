use super::font::Cut;
use super::png;

/// A colour as red, green and blue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Color(pub [u8; 3]);

/// The colours of a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colors {
    /// What is drawn on.
    pub paper: Color,
    /// Words.
    pub ink: Color,
    /// Words that may be overlooked.
    pub quiet: Color,
    /// Lines that only measure.
    pub rule: Color,
    /// The thread.
    pub thread: Color,
}

/// Something to draw with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ink {
    /// For words.
    Ink,
    /// For words that may be overlooked.
    Quiet,
    /// For lines that only measure.
    Rule,
    /// For the thread.
    Thread,
}

impl Ink {
    const ALL: [Self; 4] = [Self::Ink, Self::Quiet, Self::Rule, Self::Thread];
}

/// How many steps there are from bare paper to full ink. A pixel is bare paper (0) or one ink in one strength.
const FULL: u8 = 16;

/// A sheet of paper, on which one ink lies over another as they are drawn.
pub struct Sheet {
    width: usize,
    height: usize,
    /// The pixels, row by row.
    pixels: Vec<u8>,
}

type Point = (f32, f32);

impl Sheet {
    /// A bare sheet.
    #[must_use]
    pub fn new(width: usize, height: usize) -> Self {
        Self { width, height, pixels: vec![0; width * height] }
    }

    /// A line from point to point, round where it turns and ends.
    pub fn line(&mut self, ink: Ink, width: f32, points: &[Point]) {
        for ends in points.windows(2) {
            let (from, to) = (ends[0], ends[1]);
            let half = width / 2.0;
            self.shape(ink, bounds(&[from, to], half), |at| half - distance(at, from, to));
        }
    }

    /// Dots in a row between two points, about so far apart; at least one.
    pub fn dots(&mut self, ink: Ink, width: f32, (from, to): (Point, Point), apart: f32) {
        let count = (distance(from, to, to) / apart).round().max(1.0);
        for dot in 0..count as u16 {
            let part = (f32::from(dot) + 0.5) / count;
            self.disc(ink, (from.0 + (to.0 - from.0) * part, from.1 + (to.1 - from.1) * part), width / 2.0);
        }
    }

    /// A disc around a point.
    pub fn disc(&mut self, ink: Ink, middle: Point, radius: f32) {
        self.shape(ink, bounds(&[middle], radius), |at| radius - distance(at, middle, middle));
    }

    /// A ring around a point, with bare paper inside.
    pub fn ring(&mut self, ink: Ink, middle: Point, radius: f32, width: f32) {
        self.disc(ink, middle, radius);
        let inner = radius - width;
        for (x, y) in self.places(bounds(&[middle], inner)) {
            let strength = within(inner - distance(center(x, y), middle, middle));
            self.wipe((x, y), strength);
        }
    }

    /// Words that begin at `x` and stand on the line `y`.
    pub fn words(&mut self, ink: Ink, cut: &Cut, (x, y): (i32, i32), text: &str) {
        for (mask, from) in cut.masks(text) {
            let (left, top) = (x + from + mask.left, y + mask.top);
            for (row, line) in (top..).zip(mask.strengths.chunks(mask.width.max(1))) {
                for (column, &strength) in (left..).zip(line).filter(|(_, strength)| **strength > 0) {
                    let place = (usize::try_from(column), usize::try_from(row));
                    if let (Ok(x), Ok(y)) = place
                        && x < self.width
                        && y < self.height
                    {
                        self.dab(ink, (x, y), strength);
                    }
                }
            }
        }
    }

    /// The sheet as a PNG file.
    #[must_use]
    pub fn finish(self, colors: &Colors) -> Vec<u8> {
        png::encode(self.width, &palette(colors), &self.pixels)
    }

    /// Whatever lies within `bounds`; `depth` says how far inside of the shape a point is, in pixels.
    fn shape(&mut self, ink: Ink, bounds: Bounds, depth: impl Fn(Point) -> f32) {
        for (x, y) in self.places(bounds) {
            self.dab(ink, (x, y), within(depth(center(x, y))));
        }
    }

    /// The pixels of the sheet within bounds.
    fn places(&self, (from, to): Bounds) -> impl Iterator<Item = (usize, usize)> + use<> {
        // Below zero, a number becomes zero.
        let (left, top) = (from.0 as usize, from.1 as usize);
        let (right, bottom) = ((to.0 as usize).min(self.width), (to.1 as usize).min(self.height));
        (top..bottom).flat_map(move |y| (left..right).map(move |x| (x, y)))
    }

    fn pixel(&mut self, x: usize, y: usize) -> &mut u8 {
        &mut self.pixels[y * self.width + x]
    }

    /// Puts ink on a pixel. On the edge between two inks the one that covers more is seen.
    fn dab(&mut self, ink: Ink, (x, y): (usize, usize), strength: u8) {
        if strength == 0 {
            return;
        }
        let pixel = self.pixel(x, y);
        let (under, before) = read(*pixel);
        if before == 0 || under == ink as u8 || strength * 2 >= FULL {
            *pixel = mixed(ink as u8, before.max(strength));
        }
    }

    fn wipe(&mut self, (x, y): (usize, usize), strength: u8) {
        let pixel = self.pixel(x, y);
        let (ink, before) = read(*pixel);
        *pixel = mixed(ink, before.min(FULL - strength));
    }
}

/// The upper left and the lower right of what a shape may cover.
type Bounds = (Point, Point);

fn bounds(points: &[Point], around: f32) -> Bounds {
    let mut bounds = ((f32::MAX, f32::MAX), (f32::MIN, f32::MIN));
    for &(x, y) in points {
        bounds.0 = (bounds.0.0.min(x - around - 1.0), bounds.0.1.min(y - around - 1.0));
        bounds.1 = (bounds.1.0.max(x + around + 2.0), bounds.1.1.max(y + around + 2.0));
    }
    bounds
}

fn center(x: usize, y: usize) -> Point {
    (x as f32 + 0.5, y as f32 + 0.5)
}

/// How far a point is from the line between two others.
fn distance(at: Point, from: Point, to: Point) -> f32 {
    let (along, across) = ((to.0 - from.0, to.1 - from.1), (at.0 - from.0, at.1 - from.1));
    let length = along.0 * along.0 + along.1 * along.1;
    let part = if length > 0.0 { ((across.0 * along.0 + across.1 * along.1) / length).clamp(0.0, 1.0) } else { 0.0 };
    let (x, y) = (across.0 - along.0 * part, across.1 - along.1 * part);
    (x * x + y * y).sqrt()
}

/// How strong the ink of a pixel is that is covered to such a part; contours that overlap may cover it twice.
pub fn strength(covered: f32) -> u8 {
    (covered.clamp(0.0, 1.0) * f32::from(FULL) + 0.5) as u8
}

/// How strong the ink of a pixel is whose middle lies so far inside of a shape.
fn within(depth: f32) -> u8 {
    strength(depth + 0.5)
}

/// The ink of a pixel and its strength.
fn read(pixel: u8) -> (u8, u8) {
    if pixel == 0 { (0, 0) } else { ((pixel - 1) / FULL, (pixel - 1) % FULL + 1) }
}

fn mixed(ink: u8, strength: u8) -> u8 {
    if strength == 0 { 0 } else { ink * FULL + strength }
}

/// The colour of every value that a pixel can have.
fn palette(colors: &Colors) -> Vec<Color> {
    let mut palette = vec![colors.paper];
    for ink in Ink::ALL {
        let full = match ink {
            Ink::Ink => colors.ink,
            Ink::Quiet => colors.quiet,
            Ink::Rule => colors.rule,
            Ink::Thread => colors.thread,
        };
        palette.extend((1..=FULL).map(|strength| between(colors.paper, full, strength)));
    }
    palette
}

fn between(paper: Color, ink: Color, strength: u8) -> Color {
    let (strength, full) = (u32::from(strength), u32::from(FULL));
    let mix = |paper: u8, ink: u8| {
        let sum = u32::from(paper) * (full - strength) + u32::from(ink) * strength + full / 2;
        u8::try_from(sum / full).unwrap_or(u8::MAX)
    };
    Color(std::array::from_fn(|part| mix(paper.0[part], ink.0[part])))
}
