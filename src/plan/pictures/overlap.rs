//! Whether words and knots of a drawing lie one above the other, or outside of it.

use proptest::prelude::*;

use super::lettering::{SMALL, TITLE, width};
use crate::view::{Drawing, Knot, Lettering};

/// Left, top, right, bottom.
type Frame = [i32; 4];

/// Fails if knots or words overlap, or stick out.
pub fn check(drawing: &Drawing) -> Result<(), TestCaseError> {
    let knots = drawing.knots.iter().map(round).collect::<Vec<_>>();
    check_frames(drawing, &knots)
}

/// Fails if words overlap or stick out: knots on one day may lie one above the other.
pub fn check_words(drawing: &Drawing) -> Result<(), TestCaseError> {
    check_frames(drawing, &[])
}

fn check_frames(drawing: &Drawing, knots: &[Frame]) -> Result<(), TestCaseError> {
    let words = drawing.knots.iter().flat_map(|knot| &knot.lines).chain(&drawing.words);
    let all: Vec<Frame> = words.map(frame).chain(knots.iter().copied()).collect();
    for (at, &one) in all.iter().enumerate() {
        prop_assert!(one[0] >= -1 && one[1] >= 0, "{one:?}");
        prop_assert!(one[2] <= drawing.width + 1 && one[3] <= drawing.height, "{one:?} in {}", drawing.height);
        for &other in &all[at + 1..] {
            prop_assert!(!overlap(one, other), "{one:?} and {other:?}");
        }
    }
    Ok(())
}

fn frame(words: &Lettering) -> Frame {
    let wide = width(&words.text, if words.style == "title" { TITLE } else { SMALL });
    let left = match words.anchor.as_str() {
        "middle" => words.x - wide / 2,
        "end" => words.x - wide,
        _ => words.x,
    };
    [left, words.y - 12, left + wide, words.y + 4]
}

fn round(knot: &Knot) -> Frame {
    [knot.x - 7, knot.y - 7, knot.x + 7, knot.y + 7]
}

fn overlap(a: Frame, b: Frame) -> bool {
    a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]
}
