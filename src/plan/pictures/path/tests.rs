use proptest::prelude::*;

use super::{Step, path, path_strip, wide};
use crate::plan::pictures::lanes::Grid;
use crate::plan::pictures::order::Order;
use crate::plan::pictures::overlap::check;
use crate::plan::pictures::strip::{MARGIN, WIDTH};

/// Modules with prerequisites somewhere before them.
fn steps() -> impl Strategy<Value = Vec<Step>> {
    let one = ("[a-zA-Zäöü]{1,24}( [a-zäöü]{1,18}){0,6}", prop::collection::vec(any::<prop::sample::Index>(), 0..4));
    prop::collection::vec((one, any::<bool>()), 2..41).prop_map(|all| {
        let step = |(at, ((title, needs), is_optional)): (usize, ((String, Vec<prop::sample::Index>), bool))| {
            let needs = if at == 0 { Vec::new() } else { needs.iter().map(|one| one.index(at)).collect() };
            Step { title, note: "1 h 30 min".to_owned(), needs, is_optional, ..Step::default() }
        };
        all.into_iter().enumerate().map(step).collect()
    })
}

proptest! {
    #[test]
    fn nothing_overlaps_and_nothing_leads_back(steps in steps()) {
        let picture = path(&steps);
        check(&picture.wide)?;
        check(&picture.tall)?;
        let needs: Vec<Vec<usize>> = steps.iter().map(|step| step.needs.clone()).collect();
        let order = Order::new(&needs, &vec![false; steps.len()]);
        for grid in [Grid::side_by_side(&order, 4), Grid::one_by_one(&order)] {
            for strand in &grid.strands {
                let way = grid.way(strand);
                prop_assert!(way.windows(2).all(|step| step[1].0 == step[0].0 + 1), "{way:?}");
                let passing = &way[1..way.len() - 1];
                prop_assert!(grid.places[..steps.len()].iter().all(|place| !passing.contains(place)), "{way:?}");
            }
        }
    }

    #[test]
    fn on_a_card_knots_lie_apart_and_between_the_margins(steps in steps()) {
        let strip = path_strip(&steps);
        prop_assert!(strip.below <= 160 && strip.knots.len() == steps.len());
        let sheet = MARGIN..=WIDTH - MARGIN;
        for (at, knot) in strip.knots.iter().enumerate() {
            prop_assert!(sheet.contains(&knot.at.0) && (0..=strip.below - strip.radius).contains(&knot.at.1), "{knot:?}");
            for other in &strip.knots[..at] {
                let (x, y) = (knot.at.0 - other.at.0, knot.at.1 - other.at.1);
                prop_assert!(x * x + y * y >= 4 * strip.radius * strip.radius, "{knot:?} {other:?} {}", strip.radius);
            }
        }
        let ends = strip.lines.iter().flat_map(|line| &line.points).map(|point| point.0);
        prop_assert_eq!((ends.clone().min(), ends.max()), (Some(0), Some(WIDTH)));
    }

    #[test]
    fn every_need_is_in_the_picture(steps in steps()) {
        let needs: Vec<Vec<usize>> = steps.iter().map(|step| step.needs.clone()).collect();
        let order = Order::new(&needs, &vec![false; steps.len()]);
        for (at, needs) in needs.iter().enumerate() {
            for &one in needs {
                prop_assert!(leads(&order, one, at), "{one} to {at}");
            }
            prop_assert!(leads(&order, at, steps.len()));
        }
    }
}

/// Whether one can go from a module to another along the strands.
fn leads(order: &Order, from: usize, to: usize) -> bool {
    order.before[to].iter().any(|&one| one == from || leads(order, from, one))
}

#[test]
fn a_card_shows_a_single_module_and_none_at_all() {
    assert_eq!(path_strip(&[Step::default()]).knots.len(), 1);
    let empty = path_strip(&[]);
    assert_eq!((empty.knots.len(), &*empty.lines[0].points), (0, &[(0, 0), (WIDTH, 0)][..]));
}

#[test]
fn the_thread_goes_in_and_out() {
    let steps = vec![Step { title: "One".to_owned(), ..Step::default() }; 7];
    let order = Order::new(&vec![Vec::new(); 7], &[false; 7]);
    let drawing = wide::draw(&steps, &order);
    assert!(drawing.lines[0].d.starts_with("M0 "), "{:?}", drawing.lines);
    let across = drawing.lines.iter().find(|line| line.d.matches('M').count() == 2).expect("four are in a row");
    assert!(across.d.contains(&format!("L{} ", drawing.width)), "{across:?}");
}
