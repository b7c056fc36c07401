use proptest::prelude::*;

use super::{MONTH_SIZE, Month, Pause, Stop, time_line, time_strip};
use crate::plan::pictures::lettering::width;
use crate::plan::pictures::overlap::{check, check_words};
use crate::plan::pictures::strip::{MARGIN, StripKnotKind, Stroke, WIDTH};
use crate::view::{Drawing, Picture};

fn months(count: i32) -> Vec<Month> {
    (0..count).map(|at| Month { day: at * 30, days: 30, name: "September 2026".to_owned() }).collect()
}

fn stop(day: i32) -> Stop {
    Stop { day, date: "17. Sept.".to_owned(), title: "Arbeitstreffen".to_owned(), ..Stop::default() }
}

fn every(days: i32, count: i32) -> Picture {
    let stops: Vec<Stop> = (0..count).map(|at| stop(2 + at * days)).collect();
    time_line(&months((count * days) / 30 + 1), &stops, &[])
}

fn distances(drawing: &Drawing) -> Vec<i32> {
    drawing.knots.windows(2).filter(|pair| pair[0].y == pair[1].y).map(|pair| pair[1].x - pair[0].x).collect()
}

#[test]
fn sessions_lie_to_scale_on_one_line_if_there_is_room() {
    let drawing = every(14, 8).wide;
    let distances = distances(&drawing);
    assert_eq!(distances.len(), 7, "one row");
    assert!(distances.iter().max().unwrap() - distances.iter().min().unwrap() <= 1, "{distances:?}");
    let rows: Vec<i32> = every(7, 24).wide.knots.iter().map(|knot| knot.y).collect();
    assert!(rows.last() > rows.first(), "{rows:?}");
}

#[test]
fn a_pause_is_a_gap_and_a_moved_session_leaves_a_ghost() {
    let moved = Stop { before: Some((50, "20. Okt.".to_owned())), ..stop(42) };
    let pause = Pause { days: 20..35, reason: "Herbstferien".to_owned() };
    let picture =
        time_line(&months(3), &[stop(3), moved, Stop { cancelled: "Abgesagt".to_owned(), ..stop(80) }], &[pause]);
    for drawing in [picture.wide, picture.tall] {
        let lines: Vec<&str> = drawing.lines.iter().map(|line| line.kind.as_str()).collect();
        assert_eq!(lines.iter().filter(|kind| **kind == "gap").count(), 1);
        assert_eq!(lines.iter().filter(|kind| **kind == "thread").count(), 2);
        assert_eq!(lines.iter().filter(|kind| **kind == "ghost").count(), 1);
        let mut knots: Vec<&str> = drawing.knots.iter().map(|knot| knot.kind.as_str()).collect();
        knots.sort_unstable();
        assert_eq!(knots, ["cancelled", "ghost", "session", "session"]);
        let words: Vec<&str> = drawing.words.iter().map(|word| word.text.as_str()).collect();
        assert!(words.contains(&"Herbstferien"), "{words:?}");
    }
}

#[test]
fn one_session_is_no_line() {
    assert_eq!(time_line(&months(1), &[stop(3)], &[]), Picture::default());
}

#[test]
fn a_card_shows_gaps_ghosts_and_a_single_session() {
    let moved = Stop { before: Some((50, "20. Okt.".to_owned())), ..stop(42) };
    let pause = Pause { days: 20..35, reason: String::new() };
    let strip = time_strip(&months(3), &[stop(3), moved, stop(80)], &[pause]);
    let strokes = |wanted: Stroke| strip.lines.iter().filter(|line| line.stroke == wanted).count();
    assert_eq!((strokes(Stroke::Gap), strokes(Stroke::Tick)), (1, 4));
    let ghosts = strip.knots.iter().filter(|knot| knot.kind == StripKnotKind::Ghost);
    assert_eq!((ghosts.count(), strip.knots.len()), (1, 4));
    assert_eq!(time_strip(&months(1), &[stop(3)], &[]).knots.len(), 1);
    assert_eq!(time_strip(&[], &[], &[]).knots.len(), 0);
}

proptest! {
    #[test]
    fn on_a_card_names_of_months_lie_apart(count in 1..40i32, day in 0..30i32) {
        let strip = time_strip(&months(count), &[stop(day), stop(30 * count - 1)], &[]);
        let ends = strip.words.iter().map(|(at, word)| at.0 + width(word, MONTH_SIZE));
        let next = strip.words.iter().skip(1).map(|(at, _)| at.0).chain([WIDTH]);
        prop_assert!(ends.zip(next).all(|(end, next)| end <= next), "{:?}", strip.words);
        prop_assert!(strip.knots.iter().all(|knot| (MARGIN..=WIDTH - MARGIN).contains(&knot.at.0)));
    }

    #[test]
    fn nothing_overlaps(
        days in prop::collection::btree_set(0..330i32, 2..40),
        pauses in prop::collection::vec((0..330i32, 1..20i32, "[A-Za-z]{0,30}( [a-z]{1,12}){0,4}"), 0..6),
        titles in prop::collection::vec("[A-Za-zäöü]{1,24}( [a-z]{1,18}){0,3}", 40),
    ) {
        let stops: Vec<Stop> =
            days.into_iter().zip(titles).map(|(day, title)| Stop { title, ..stop(day) }).collect();
        let pauses: Vec<Pause> =
            pauses.into_iter().map(|(from, days, reason)| Pause { days: from..from + days, reason }).collect();
        let picture = time_line(&months(11), &stops, &pauses);
        check_words(&picture.wide)?;
        check_words(&picture.tall)?;
    }

    #[test]
    fn weekly_sessions_have_room(count in 2..30i32) {
        let picture = every(7, count);
        check(&picture.wide)?;
        check(&picture.tall)?;
    }
}
