//! Packing, against every placement there is and a second reading of the rules (model.md §14).

use leitfaden::handbook::schedule::{OptionalModules, Packing, PackingProblem, Place, Step, pack};
use proptest::collection::vec;
use proptest::option::weighted;
use proptest::prelude::*;

/// A path, the module blocks of a cohort, and what it does with optional modules.
#[derive(Debug, Clone)]
struct Case {
    steps: Vec<Step>,
    capacity: Vec<u32>,
    optional: OptionalModules,
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn packing_is_what_an_exhaustive_search_finds(case in case()) {
        prop_assert_eq!(pack(&case.steps, &case.capacity, case.optional), search(&case));
    }

    /// The claim of model.md §14 that makes one greedy pass enough.
    #[test]
    fn no_placement_is_earlier_at_any_step(case in case()) {
        let required = required(&case.steps);
        let placements = placements(&case, &required);
        let greedy = match pack(&only_required(&case.steps), &case.capacity, case.optional) {
            Ok(packing) => packing.place,
            Err(problem) => {
                prop_assert!(placements.is_empty(), "{:?}, but {:?} would do", problem, placements);
                return Ok(());
            }
        };
        let greedy: Vec<usize> = greedy.into_iter().map(session_of).collect();
        prop_assert!(placements.contains(&greedy), "{:?} is not among {:?}", greedy, placements);
        for placement in &placements {
            for length in 1..=required.len() {
                let reached = reached(&case, &required[..length], &greedy);
                prop_assert!(reached <= self::reached(&case, &required[..length], placement), "{:?}", placement);
            }
        }
    }
}

fn case() -> impl Strategy<Value = Case> {
    let optional = prop_oneof![Just(OptionalModules::SelfStudy), Just(OptionalModules::IfRoom)];
    let capacity = vec(prop_oneof![1 => Just(0), 5 => (1_u32..=12).prop_map(|fives| fives * 5)], 1..=5);
    (capacity, optional).prop_flat_map(|(capacity, optional)| {
        let steps = vec(step(capacity.len()), 0..=8);
        (steps, Just(capacity), Just(optional)).prop_map(|(drafts, capacity, optional)| {
            let steps = drafts.into_iter().enumerate().map(|(index, draft)| draft.at(index)).collect();
            Case { steps, capacity, optional }
        })
    })
}

/// A step that does not know yet where in the path it stands.
#[derive(Debug, Clone)]
struct Draft {
    step: Step,
    wishes: Vec<prop::sample::Index>,
}

impl Draft {
    /// The step at `index` of the path; its prerequisites stand before it.
    fn at(mut self, index: usize) -> Step {
        if index > 0 {
            self.step.prerequisites = self.wishes.iter().map(|wish| wish.index(index)).collect();
        }
        self.step
    }
}

fn step(sessions: usize) -> impl Strategy<Value = Draft> {
    let minutes =
        prop_oneof![6 => (1_u32..=6).prop_map(|fives| fives * 5), 1 => (7_u32..=13).prop_map(|fives| fives * 5)];
    let pin = weighted(0.2, 1..=sessions);
    let wishes = vec(any::<prop::sample::Index>(), 0..=2);
    (minutes, prop::bool::weighted(0.4), pin, wishes).prop_map(|(minutes, optional, pin, wishes)| {
        let step = Step { minutes, optional, prerequisites: vec![], pin };
        Draft { step, wishes }
    })
}

/// The whole answer, without looking at how the program finds it.
fn search(case: &Case) -> Result<Packing, PackingProblem> {
    let mut plan = search_required(case)?;
    for step in 0..case.steps.len() {
        if case.steps[step].optional {
            plan[step] = Some(place_of_optional(case, &plan, step)?);
        }
    }
    let left = (1..=case.capacity.len()).map(|session| left(case, &plan, session)).collect();
    Ok(Packing { place: plan.into_iter().flatten().collect(), left })
}

type Plan = Vec<Option<Place>>;

/// The first, in alphabetical order of sessions, of all placements of the required steps; or what stops the
/// shortest path that has none.
fn search_required(case: &Case) -> Result<Plan, PackingProblem> {
    let required = required(&case.steps);
    let mut plan: Plan = vec![None; case.steps.len()];
    for length in 1..=required.len() {
        let Some(first) = placements(case, &required[..length]).into_iter().min() else {
            return Err(stopped(case, &plan, &required[..length]));
        };
        for (step, session) in required.iter().zip(first) {
            plan[*step] = Some(Place::Session(session));
        }
    }
    Ok(plan)
}

/// What stops the last of `required`, when those before it lie in `plan`.
fn stopped(case: &Case, plan: &Plan, required: &[usize]) -> PackingProblem {
    let (step, before) = (required[required.len() - 1], required.len().checked_sub(2).map(|index| required[index]));
    let current = before.map_or(1, |before| session_of_step(plan, before));
    let minutes = case.steps[step].minutes;
    let longest = *case.capacity.iter().max().expect("every case has a session");
    match (case.steps[step].pin, before) {
        (Some(session), Some(previous_step)) if session < current => {
            PackingProblem::PinBeforePath { step, session, previous_step, current }
        }
        (Some(session), _) => PackingProblem::PinNoRoom { step, session, left: left(case, plan, session) },
        (None, _) if minutes > longest => PackingProblem::TooLong { step, longest },
        (None, _) => PackingProblem::DoesNotFit {
            step,
            from_session: current,
            left: (current..=case.capacity.len()).map(|session| left(case, plan, session)).collect(),
            needed: self::required(&case.steps).into_iter().map(|step| case.steps[step].minutes).sum(),
            available: case.capacity.iter().sum(),
            sessions_with_block: case.capacity.iter().filter(|minutes| **minutes != 0).count(),
        },
    }
}

/// model.md §14.3, sentence by sentence.
fn place_of_optional(case: &Case, plan: &Plan, step: usize) -> Result<Place, PackingProblem> {
    let module = &case.steps[step];
    let (lo, because_of) = lo(case, plan, step);
    if let Some(session) = module.pin {
        if session < lo {
            let previous_step = because_of.expect("only a step before can move lo beyond session 1");
            return Err(PackingProblem::PinBeforePath { step, session, previous_step, current: lo });
        }
        let left = left(case, plan, session);
        if left < module.minutes {
            return Err(PackingProblem::PinNoRoom { step, session, left });
        }
        return Ok(Place::Session(session));
    }
    if case.optional == OptionalModules::IfRoom {
        for session in lo..=case.capacity.len() {
            if left(case, plan, session) >= module.minutes {
                return Ok(Place::Session(session));
            }
        }
    }
    Ok(Place::SelfStudyAfter(lo))
}

/// The session an optional step may not come before, and the step that says so.
fn lo(case: &Case, plan: &Plan, step: usize) -> (usize, Option<usize>) {
    let mut prerequisites = case.steps[step].prerequisites.clone();
    prerequisites.sort_unstable();
    let mut latest = (0, None);
    for before in prerequisites {
        let session = session_of_step(plan, before);
        if session >= latest.0 {
            latest = (session, Some(before));
        }
    }
    if latest.1.is_some() {
        return latest;
    }
    for before in (0..step).rev() {
        if !case.steps[before].optional {
            return (session_of_step(plan, before), Some(before));
        }
    }
    (1, None)
}

/// All placements of `required` that keep the order of the path, the pins and the length of the blocks.
fn placements(case: &Case, required: &[usize]) -> Vec<Vec<usize>> {
    let mut all = vec![vec![]];
    for _ in required {
        let longer = |placement: &Vec<usize>| {
            let from = placement.last().copied().unwrap_or(1);
            let placement = placement.clone();
            (from..=case.capacity.len()).map(move |session| [placement.clone(), vec![session]].concat())
        };
        all = all.iter().flat_map(longer).collect();
    }
    all.retain(|placement| is_sound(case, required, placement));
    all
}

fn is_sound(case: &Case, required: &[usize], placement: &[usize]) -> bool {
    let pins =
        required.iter().zip(placement).all(|(step, session)| case.steps[*step].pin.is_none_or(|pin| pin == *session));
    let fits = (1..).zip(&case.capacity).all(|(session, minutes)| used(case, required, placement, session) <= *minutes);
    pins && fits
}

/// How far a placement has come after `required`: the session, and the minutes used in it.
fn reached(case: &Case, required: &[usize], placement: &[usize]) -> (usize, u32) {
    let session = placement[required.len() - 1];
    (session, used(case, required, placement, session))
}

fn used(case: &Case, required: &[usize], placement: &[usize], session: usize) -> u32 {
    let here = required.iter().zip(placement).filter(|(_, place)| **place == session);
    here.map(|(step, _)| case.steps[*step].minutes).sum()
}

/// The minutes left in `session`, counted from nothing.
fn left(case: &Case, plan: &Plan, session: usize) -> u32 {
    let here = plan.iter().zip(&case.steps).filter(|(place, _)| **place == Some(Place::Session(session)));
    case.capacity[session - 1] - here.map(|(_, step)| step.minutes).sum::<u32>()
}

fn required(steps: &[Step]) -> Vec<usize> {
    (0..steps.len()).filter(|step| !steps[*step].optional).collect()
}

fn only_required(steps: &[Step]) -> Vec<Step> {
    let required = steps.iter().filter(|step| !step.optional);
    required.map(|step| Step { prerequisites: vec![], ..step.clone() }).collect()
}

fn session_of(place: Place) -> usize {
    match place {
        Place::Session(session) | Place::SelfStudyAfter(session) => session,
    }
}

/// The session of a step that has its place.
fn session_of_step(plan: &Plan, step: usize) -> usize {
    session_of(plan[step].expect("steps are asked for in an order in which this one is placed"))
}
