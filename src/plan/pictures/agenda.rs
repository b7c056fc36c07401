//! The agenda of a session from top to bottom, to scale: when each block begins, how long it is, who leads.

use super::lettering::{SMALL, TITLE, lines, width};
use super::line::{Line, straight};
use super::spread::spread;
use crate::view::{Area, Drawing, DrawnLine, Knot, Lettering, Picture};

/// A block of the agenda.
#[derive(Debug, Clone, Default)]
pub struct Block {
    /// Minutes from the beginning of the session.
    pub start: i32,
    /// How many minutes it takes.
    pub minutes: i32,
    /// When it begins, as people write it.
    pub time: String,
    /// What happens.
    pub title: String,
    /// A note for whoever leads; may be empty.
    pub note: String,
    /// How long it is, in words.
    pub length: String,
    /// Who leads: "mentor", "mentee", "both", "organiser" or "sponsor".
    pub lead: &'static str,
    /// The word for that.
    pub lead_word: String,
    /// Whether nothing happens.
    pub is_break: bool,
    /// Where it leads; may be empty.
    pub href: String,
    /// Everything about it in one line.
    pub name: String,
}

/// The picture of an agenda that ends at `end`, as people write it; empty without blocks.
#[must_use]
pub fn agenda(blocks: &[Block], end: &str) -> Picture {
    if blocks.is_empty() {
        return Picture::default();
    }
    let draw = |form: &Form| Sheet::new(form, blocks, end).draw();
    Picture { wide: draw(&WIDE), tall: draw(&TALL) }
}

/// How a drawing shares out its width.
struct Form {
    width: i32,
    /// Where titles end, from the right.
    right: i32,
    /// Where it says who leads, from the right: beside the title, or below it at the left.
    lead: Option<i32>,
}

const WIDE: Form = Form { width: 620, right: 240, lead: Some(220) };
const TALL: Form = Form { width: 300, right: 0, lead: None };

/// Above the first knot.
const TOP: i32 = 12;
/// From the middle of the thread to the bars, and how wide these are.
const TO_BAR: i32 = 12;
const BAR: i32 = 10;
/// From the bars to the words.
const TO_WORDS: i32 = 18;
/// From one line to the next.
const LEADING: i32 = 20;
/// From the top of the words of a block to the foot of the first line, and from the last line to the next block.
const FOOT: i32 = 16;
const APART: i32 = 8;
/// A minute is so high at least and at most.
const MINUTE: (i32, i32) = (4, 9);
/// A title or a note is cut off after so many lines; the table beside the picture has them whole.
const MOST_LINES: usize = 3;

struct Sheet<'b> {
    form: &'b Form,
    blocks: &'b [Block],
    end: &'b str,
    thread: i32,
    /// Where words begin.
    left: i32,
    minute: i32,
}

impl<'b> Sheet<'b> {
    fn new(form: &'b Form, blocks: &'b [Block], end: &'b str) -> Self {
        let times = blocks.iter().map(|block| block.time.as_str()).chain([end]);
        let widest = times.map(|time| width(time, SMALL)).max().unwrap_or(0);
        let thread = widest + 14;
        let left = thread + TO_BAR + BAR + TO_WORDS;
        let mut sheet = Self { form, blocks, end, thread, left, minute: 0 };
        let words: i32 = blocks.iter().map(|block| sheet.height(block)).sum();
        sheet.minute = (words / sheet.minutes().max(1) + 1).clamp(MINUTE.0, MINUTE.1);
        sheet
    }

    fn minutes(&self) -> i32 {
        self.blocks.last().map_or(0, |last| last.start + last.minutes)
    }

    fn y(&self, minute: i32) -> i32 {
        TOP + minute * self.minute
    }

    fn draw(&self) -> Drawing {
        let (first, last) = (self.y(0), self.y(self.minutes()));
        let mut drawing = Drawing { width: self.form.width, ..Drawing::default() };
        drawing.lines.push(straight("thread", (self.thread, first), (self.thread, last)));
        let wanted: Vec<i32> = self.blocks.iter().map(|block| self.y(block.start) + 6 - FOOT).collect();
        let sizes: Vec<i32> = self.blocks.iter().map(|block| self.height(block)).collect();
        let tops = spread(&wanted, &sizes, i32::MAX / 4);
        for (block, &top) in self.blocks.iter().zip(&tops) {
            drawing.lines.extend(self.bars(block));
            let y = self.y(block.start);
            if (top + FOOT - 6 - y).abs() > 3 {
                let right = self.thread + TO_BAR + BAR;
                drawing.lines.push(straight("leader", (right + 3, y + 3), (self.left - 4, top + FOOT - 5)));
            }
            drawing.knots.push(self.knot(block, top));
        }
        drawing.words = self.times();
        let foot = tops.last().zip(sizes.last()).map_or(0, |(top, size)| top + size);
        drawing.height = foot.max(last + TOP);
        drawing
    }

    /// A block with its words, whose top is at `top`.
    fn knot(&self, block: &Block, top: i32) -> Knot {
        let words = self.words(block);
        let lines = words.into_iter().map(|word| Lettering { y: top + word.y, ..word }).collect();
        Knot {
            x: self.thread,
            y: self.y(block.start),
            kind: if block.is_break { "break" } else { "block" }.to_owned(),
            href: block.href.clone(),
            name: block.name.clone(),
            lines,
            area: Area { x: self.left - 4, y: top, width: self.form.width - self.left + 4, height: self.height(block) },
        }
    }

    /// Title, who leads, how long, and the note; counted from the top of the block.
    fn words(&self, block: &Block) -> Vec<Lettering> {
        let (left, right) = (self.left, self.form.width - self.form.right);
        let set = |text: &str, size| lines(text, size, right - left, MOST_LINES);
        let word = |(x, line): (i32, usize), anchor: &str, style: &str, text: &str| Lettering {
            x,
            y: FOOT + i32::try_from(line).unwrap_or_default() * LEADING,
            anchor: anchor.to_owned(),
            style: style.to_owned(),
            text: text.to_owned(),
        };
        let titles = set(&block.title, TITLE);
        let mut words: Vec<Lettering> =
            (0..).zip(&titles).map(|(line, title)| word((left, line), "start", "title", title)).collect();
        let (lead, line) = self.form.lead.map_or((left, titles.len()), |lead| (self.form.width - lead, 0));
        words.push(word((lead, line), "start", block.lead, &block.lead_word));
        words.push(word((self.form.width, line), "end", "note", &block.length));
        let notes = set(&block.note, SMALL);
        let below = if self.form.lead.is_some() { titles.len() } else { titles.len() + 1 };
        words.extend((below..).zip(&notes).map(|(line, note)| word((left, line), "start", "note", note)));
        words
    }

    fn height(&self, block: &Block) -> i32 {
        let last = self.words(block).iter().map(|word| word.y).max().unwrap_or(FOOT);
        last - FOOT + LEADING + APART
    }

    /// One bar for whoever leads, two side by side for both.
    fn bars(&self, block: &Block) -> Vec<DrawnLine> {
        let (x, y) = (self.thread + TO_BAR, self.y(block.start) + 1);
        let high = (block.minutes * self.minute - 2).max(1);
        let half = BAR / 2;
        let bars = match block.lead {
            "both" => vec![("mentor", x, half), ("mentee", x + half, half)],
            lead => vec![(lead, x, BAR)],
        };
        let bar = |(lead, x, wide): (&str, i32, i32)| {
            let mut line = Line::default();
            line.rectangle((x, y), (wide, high));
            DrawnLine { kind: format!("bar-{lead}"), d: line.finish() }
        };
        bars.into_iter().map(bar).collect()
    }

    /// When each block begins, and when the last one ends.
    fn times(&self) -> Vec<Lettering> {
        let times = self.blocks.iter().map(|block| (block.start, block.time.as_str()));
        let times: Vec<(i32, &str)> = times.chain([(self.minutes(), self.end)]).collect();
        let wanted: Vec<i32> = times.iter().map(|(minute, _)| self.y(*minute) - 12).collect();
        let tops = spread(&wanted, &vec![17; times.len()], i32::MAX / 4);
        let words = times.iter().zip(tops).map(|((_, time), top)| Lettering {
            x: self.thread - 12,
            y: top + 17,
            anchor: "end".to_owned(),
            style: "time".to_owned(),
            text: (*time).to_owned(),
        });
        words.collect()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Block, agenda};
    use crate::plan::pictures::overlap::check;
    use crate::view::Picture;

    fn block(start: i32, minutes: i32, lead: &'static str) -> Block {
        let (title, lead_word) = ("Ankommen".to_owned(), "Mentee".to_owned());
        let length = format!("{minutes} Min.");
        Block { start, minutes, time: "13.30".to_owned(), title, length, lead, lead_word, ..Block::default() }
    }

    #[test]
    fn bars_are_to_scale_and_say_who_leads() {
        let drawing = agenda(&[block(0, 10, "both"), block(10, 30, "mentor"), block(40, 20, "mentee")], "14.30").wide;
        let bars: Vec<&str> =
            drawing.lines.iter().map(|line| line.kind.as_str()).filter(|kind| kind.starts_with("bar")).collect();
        assert_eq!(bars, ["bar-mentor", "bar-mentee", "bar-mentor", "bar-mentee"]);
        let knots: Vec<i32> = drawing.knots.iter().map(|knot| knot.y).collect();
        assert_eq!(knots[2] - knots[0], 4 * (knots[1] - knots[0]));
        assert_eq!(drawing.words.last().map(|word| word.text.as_str()), Some("14.30"));
        assert_eq!(agenda(&[], "14.30"), Picture::default());
    }

    proptest! {
        #[test]
        fn nothing_overlaps(blocks in prop::collection::vec((5..60i32, "[a-z]{1,20}( [a-z]{1,12}){0,9}", "([a-z]{1,14} ){0,20}"), 1..14)) {
            let mut start = 0;
            let block = |(minutes, title, note): (i32, String, String)| {
                start += minutes;
                Block { title, note, ..block(start - minutes, minutes, "both") }
            };
            let blocks: Vec<Block> = blocks.into_iter().map(block).collect();
            let picture = agenda(&blocks, "15.30");
            check(&picture.wide)?;
            check(&picture.tall)?;
        }
    }
}
