//! Which module is done in which session (model.md §14).

/// One module of a path, as far as packing goes. A path is a slice of these; a step is known by its index in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// How long it takes in the session.
    pub minutes: u32,
    /// Whether the path is complete without it.
    pub optional: bool,
    /// Steps that come first, earlier in the path. They decide about optional steps only; required ones follow
    /// the order of the path.
    pub prerequisites: Vec<usize>,
    /// The session that the cohort wants it in, from 1. A pin beyond the plan is refused before packing.
    pub pin: Option<usize>,
}

/// What becomes of optional modules that are not pinned (model.md §8 `optional_modules`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OptionalModules {
    /// They are always done between sessions.
    SelfStudy,
    /// They are done in a session that has room for them, otherwise between sessions.
    IfRoom,
}

/// Where every step of a path is done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Packing {
    /// The place of every step, in the order of the path.
    pub place: Vec<Place>,
    /// The minutes left in the module block of every session: the first entry is session 1.
    pub left: Vec<u32>,
}

/// Where a step is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// In this session, from 1.
    Session(usize),
    /// On one's own, after this session.
    SelfStudyAfter(usize),
}

/// Why a path cannot be packed, with the numbers that its message needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PackingProblem {
    /// A step is pinned to a session that is earlier than the path allows.
    PinBeforePath {
        /// The pinned step.
        step: usize,
        /// The session it is pinned to.
        session: usize,
        /// The step before it in the path that holds it back. For an optional step this is the latest of its
        /// prerequisites or, without any, the nearest required step.
        previous_step: usize,
        /// The session that the previous step is in, or after which it is done in self-study.
        current: usize,
    },
    /// A step is pinned to a session that has not enough minutes left for it.
    PinNoRoom {
        /// The pinned step.
        step: usize,
        /// The session it is pinned to.
        session: usize,
        /// The minutes that this session has left for modules.
        left: u32,
    },
    /// A required step finds no place.
    DoesNotFit {
        /// The step.
        step: usize,
        /// The first session that it may be in.
        from_session: usize,
        /// The minutes left from that session on, sessions without a module block included.
        left: Vec<u32>,
        /// The minutes of all required steps.
        needed: u32,
        /// The minutes of all module blocks.
        available: u32,
        /// How many sessions have a module block.
        sessions_with_block: usize,
    },
    /// A required step finds no place, and would find none in an empty plan.
    TooLong {
        /// The step.
        step: usize,
        /// The minutes of the longest module block.
        longest: u32,
    },
}

/// The place of every step, in sessions whose module blocks have `capacity` minutes (model.md §14.1 to §14.3).
///
/// A session that is cancelled or has no module block has a capacity of 0.
///
/// Required steps come first, each in the earliest session that keeps the order of the path and has room. Taking
/// the earliest is exact: every prefix of the path ends as early, in session and minute, as it can, so this
/// fails only if no placement exists that keeps the order.
///
/// # Errors
///
/// The first step that has no place, or cannot have the one it is pinned to.
pub fn pack(steps: &[Step], capacity: &[u32], optional: OptionalModules) -> Result<Packing, PackingProblem> {
    let mut packer = Packer { steps, capacity, left: capacity.to_vec(), place: vec![None; steps.len()] };
    packer.place_required()?;
    packer.place_optional(optional)?;
    Ok(packer.finish())
}

impl Packing {
    /// The steps done in `session` (from 1), in the order of the path (model.md §14.4).
    #[must_use]
    pub fn modules_of(&self, session: usize) -> Vec<usize> {
        let here = |(step, place): (usize, &Place)| (*place == Place::Session(session)).then_some(step);
        self.place.iter().enumerate().filter_map(here).collect()
    }
}

/// A plan on which modules are being laid out.
struct Packer<'a> {
    steps: &'a [Step],
    capacity: &'a [u32],
    left: Vec<u32>,
    place: Vec<Option<Place>>,
}

/// The first session that a step may be in, and the step that is the reason for it.
///
/// The greatest of several is the latest session and, in it, the step that is last in the path.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Earliest {
    session: usize,
    because_of: Option<usize>,
}

impl Earliest {
    /// Nothing comes before.
    const ANY: Self = Self { session: 1, because_of: None };
}

impl Packer<'_> {
    /// Required steps in the order of the path, which is never changed (model.md §14.2).
    fn place_required(&mut self) -> Result<(), PackingProblem> {
        let mut earliest = Earliest::ANY;
        for (step, module) in self.steps.iter().enumerate().filter(|(_, module)| !module.optional) {
            let session = match module.pin {
                Some(pin) => self.check_pin(step, pin, earliest)?,
                None => self.with_room(step, earliest).ok_or_else(|| self.overflow(step, earliest))?,
            };
            self.put(step, session);
            earliest = Earliest { session, because_of: Some(step) };
        }
        Ok(())
    }

    /// Optional steps in the order of the path, in what the required ones left (model.md §14.3).
    fn place_optional(&mut self, optional: OptionalModules) -> Result<(), PackingProblem> {
        for (step, module) in self.steps.iter().enumerate().filter(|(_, module)| module.optional) {
            let earliest = self.earliest_for_optional(step);
            let session = match (module.pin, optional) {
                (Some(pin), _) => Some(self.check_pin(step, pin, earliest)?),
                (None, OptionalModules::IfRoom) => self.with_room(step, earliest),
                (None, OptionalModules::SelfStudy) => None,
            };
            match session {
                Some(session) => self.put(step, session),
                None => self.place[step] = Some(Place::SelfStudyAfter(earliest.session)),
            }
        }
        Ok(())
    }

    /// `lo` of model.md §14.3: the latest of its prerequisites; without any, the nearest required step before it.
    fn earliest_for_optional(&self, step: usize) -> Earliest {
        let prerequisites = self.steps[step].prerequisites.iter();
        let latest = prerequisites.filter_map(|prerequisite| self.done(*prerequisite)).max();
        let required_before = || (0..step).rev().find(|before| !self.steps[*before].optional);
        latest.or_else(|| self.done(required_before()?)).unwrap_or(Earliest::ANY)
    }

    /// When `step` is done, if it has its place already; in self-study it counts as the session before.
    fn done(&self, step: usize) -> Option<Earliest> {
        let (Place::Session(session) | Place::SelfStudyAfter(session)) = (*self.place.get(step)?)?;
        Some(Earliest { session, because_of: Some(step) })
    }

    /// The session `pin`, if `step` may be there and fits.
    fn check_pin(&self, step: usize, pin: usize, earliest: Earliest) -> Result<usize, PackingProblem> {
        if let Some(previous_step) = earliest.because_of
            && pin < earliest.session
        {
            return Err(PackingProblem::PinBeforePath { step, session: pin, previous_step, current: earliest.session });
        }
        match self.left_in(pin) {
            Some(left) if left >= self.steps[step].minutes => Ok(pin),
            left => Err(PackingProblem::PinNoRoom { step, session: pin, left: left.unwrap_or(0) }),
        }
    }

    /// The first session from `earliest` on in which `step` fits.
    fn with_room(&self, step: usize, earliest: Earliest) -> Option<usize> {
        let minutes = self.steps[step].minutes;
        (earliest.session..=self.left.len()).find(|session| self.left[session - 1] >= minutes)
    }

    /// The minutes left in `session`; `None` if the plan has no such session.
    fn left_in(&self, session: usize) -> Option<u32> {
        self.left.get(session.checked_sub(1)?).copied()
    }

    /// Lays `step` into `session`, which has room for it.
    fn put(&mut self, step: usize, session: usize) {
        self.left[session - 1] -= self.steps[step].minutes;
        self.place[step] = Some(Place::Session(session));
    }

    /// The packing, when every step has its place.
    fn finish(self) -> Packing {
        let place = self.place.into_iter().collect::<Option<_>>();
        Packing { place: place.expect("a step is required or optional, and both were placed"), left: self.left }
    }

    /// Why the required `step` finds no place (model.md §14.6 and the overflow text of §14).
    fn overflow(&self, step: usize, earliest: Earliest) -> PackingProblem {
        let longest = self.capacity.iter().copied().max().unwrap_or(0);
        if self.steps[step].minutes > longest {
            return PackingProblem::TooLong { step, longest };
        }
        let required = self.steps.iter().filter(|module| !module.optional);
        PackingProblem::DoesNotFit {
            step,
            from_session: earliest.session,
            left: self.left.iter().copied().skip(earliest.session - 1).collect(),
            needed: required.map(|module| module.minutes).sum(),
            available: self.capacity.iter().sum(),
            sessions_with_block: self.capacity.iter().filter(|minutes| **minutes > 0).count(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{OptionalModules, PackingProblem, Place, Step, pack};

    /// A path, one module a line: `name minutes`, then any of `optional`, `after NAME` and `pin SESSION`.
    fn path(text: &'static str) -> (Vec<&'static str>, Vec<Step>) {
        let lines: Vec<Vec<&str>> = text.lines().map(|line| line.split_whitespace().collect()).collect();
        let lines: Vec<Vec<&str>> = lines.into_iter().filter(|words| !words.is_empty()).collect();
        let names: Vec<&str> = lines.iter().map(|words| words[0]).collect();
        let steps = lines.iter().map(|words| step(&names, words)).collect();
        (names, steps)
    }

    fn step(names: &[&str], words: &[&str]) -> Step {
        let mut step = Step { minutes: words[1].parse().unwrap(), optional: false, prerequisites: vec![], pin: None };
        let mut rest = words[2..].iter();
        while let Some(word) = rest.next() {
            match *word {
                "optional" => step.optional = true,
                "after" => step.prerequisites.push(index(names, rest.next().unwrap())),
                "pin" => step.pin = Some(rest.next().unwrap().parse().unwrap()),
                word => panic!("what is {word:?}?"),
            }
        }
        step
    }

    fn index(names: &[&str], name: &str) -> usize {
        names.iter().position(|known| *known == name).unwrap()
    }

    /// What an organiser would note: `1: map | 2: hands-on content`, then self-study as `3~ house-rules`.
    fn noted(text: &'static str, capacity: &[u32], optional: OptionalModules) -> Result<String, PackingProblem> {
        let (names, steps) = path(text);
        let packing = pack(&steps, capacity, optional)?;
        let mut parts = Vec::new();
        for (session, left) in (1..).zip(&packing.left) {
            let modules: Vec<&str> = packing.modules_of(session).into_iter().map(|step| names[step]).collect();
            parts.push(format!("{session}: {} +{left}", modules.join(" ")));
        }
        for (name, place) in names.iter().zip(&packing.place) {
            if let Place::SelfStudyAfter(session) = place {
                parts.push(format!("{session}~ {name}"));
            }
        }
        Ok(parts.join(" | "))
    }

    const SOCIAL_MEDIA: &str = "
        map 15
        hands-on 20 after map
        content 20 after hands-on
        channel-choice 25 after map after content
        dialogue 15 after hands-on
        figures 25 after channel-choice
        trial 35 after channel-choice after content pin 5
        house-rules 20 optional after dialogue";

    const DIGITAL_WORKFLOWS: &str = "
        work-map 30
        one-file 30 after work-map
        meetings 25 after one-file
        forms 35 after work-map
        approvals 30 after forms
        invoices 40 after approvals
        measure 25 after forms
        automation 30 optional after forms";

    const ONLINE_MARKETING: &str = "
        journey 30
        website 30 after journey
        search 25 after journey
        newsletter 30 after journey
        figures 30 after website after search
        ads 30 optional after figures
        stories 35 after website
        budget 40 after figures";

    #[test]
    fn the_example_in_autumn() {
        let packed = noted(SOCIAL_MEDIA, &[15, 40, 40, 25, 40, 0], OptionalModules::SelfStudy);
        let expected = "1: map +0 | 2: hands-on content +0 | 3: channel-choice dialogue +0 | 4: figures +0 \
                        | 5: trial +5 | 6:  +0 | 3~ house-rules";
        assert_eq!(packed.as_deref(), Ok(expected));
    }

    #[test]
    fn the_example_in_spring_with_both_topics() {
        let capacity = [30, 55, 55, 40, 55, 55, 0];
        let packed = noted(DIGITAL_WORKFLOWS, &capacity, OptionalModules::IfRoom);
        let expected = "1: work-map +0 | 2: one-file meetings +0 | 3: forms +20 | 4: approvals +10 | 5: invoices +15 \
                        | 6: measure automation +0 | 7:  +0";
        assert_eq!(packed.as_deref(), Ok(expected));
        let packed = noted(ONLINE_MARKETING, &capacity, OptionalModules::IfRoom);
        let expected = "1: journey +0 | 2: website search +0 | 3: newsletter +25 | 4: figures +10 | 5: stories +20 \
                        | 6: budget +15 | 7:  +0 | 4~ ads";
        assert_eq!(packed.as_deref(), Ok(expected));
    }

    /// The overflow text of model.md §14: 155 minutes needed, 120 available, left from session 4 on 0 + 0.
    #[test]
    fn the_overflow_of_the_example() {
        let unpinned = "
            map 15
            hands-on 20
            content 20
            channel-choice 25
            dialogue 15
            figures 25
            trial 35
            house-rules 20 optional after dialogue";
        let problem = PackingProblem::DoesNotFit {
            step: 6,
            from_session: 4,
            left: vec![0, 0],
            needed: 155,
            available: 120,
            sessions_with_block: 4,
        };
        assert_eq!(noted(unpinned, &[15, 40, 25, 40, 0], OptionalModules::SelfStudy), Err(problem));
    }

    #[test]
    fn a_module_that_no_block_could_hold_is_too_long() {
        let packed = noted("a 10 \n b 45", &[40, 40], OptionalModules::SelfStudy);
        assert_eq!(packed, Err(PackingProblem::TooLong { step: 1, longest: 40 }));
        let packed = noted("a 10", &[], OptionalModules::SelfStudy);
        assert_eq!(packed, Err(PackingProblem::TooLong { step: 0, longest: 0 }));
        let long_and_optional = noted("a 10 \n b 45 optional", &[40, 40], OptionalModules::IfRoom);
        assert_eq!(long_and_optional.as_deref(), Ok("1: a +30 | 2:  +40 | 1~ b"));
    }

    #[test]
    fn a_pin_leaves_room_behind_that_nothing_later_may_take() {
        let packed = noted("a 10 pin 2 \n b 10", &[40, 20, 40], OptionalModules::SelfStudy);
        assert_eq!(packed.as_deref(), Ok("1:  +40 | 2: a b +0 | 3:  +40"));
    }

    #[test]
    fn a_required_module_pinned_where_it_cannot_be() {
        let before = noted("a 20 \n o 5 optional \n b 30 \n c 5 pin 1", &[40, 40], OptionalModules::SelfStudy);
        let problem = PackingProblem::PinBeforePath { step: 3, session: 1, previous_step: 2, current: 2 };
        assert_eq!(before, Err(problem));
        let full = noted("a 20 \n b 30 pin 1", &[40, 40], OptionalModules::SelfStudy);
        assert_eq!(full, Err(PackingProblem::PinNoRoom { step: 1, session: 1, left: 20 }));
        let longer_than_any = noted("a 90 pin 2", &[40, 40], OptionalModules::SelfStudy);
        assert_eq!(longer_than_any, Err(PackingProblem::PinNoRoom { step: 0, session: 2, left: 40 }));
    }

    #[test]
    fn a_pinned_optional_module_is_placed_whatever_the_cohort_does_with_the_others() {
        for optional in [OptionalModules::SelfStudy, OptionalModules::IfRoom] {
            let packed = noted("a 20 \n o 10 optional pin 2 \n b 20", &[40, 40], optional);
            assert_eq!(packed.as_deref(), Ok("1: a b +0 | 2: o +30"), "{optional:?}");
        }
    }

    #[test]
    fn a_pinned_optional_module_that_cannot_be_there_names_what_holds_it_back() {
        let by_prerequisite = "a 40 \n b 40 \n c 40 \n o 5 optional after a after b pin 1";
        let problem = PackingProblem::PinBeforePath { step: 3, session: 1, previous_step: 1, current: 2 };
        assert_eq!(noted(by_prerequisite, &[40, 40, 60], OptionalModules::IfRoom), Err(problem));
        let by_path = "a 40 \n b 40 \n x 5 optional \n o 5 optional pin 1";
        let problem = PackingProblem::PinBeforePath { step: 3, session: 1, previous_step: 1, current: 2 };
        assert_eq!(noted(by_path, &[40, 40, 60], OptionalModules::IfRoom), Err(problem));
        let no_room = PackingProblem::PinNoRoom { step: 1, session: 1, left: 0 };
        assert_eq!(noted("a 40 \n o 5 optional pin 1", &[40, 40], OptionalModules::IfRoom), Err(no_room));
    }

    #[test]
    fn of_two_prerequisites_in_one_session_the_later_in_the_path_is_named() {
        let packed =
            noted("a 40 \n b 20 \n c 20 \n o 5 optional after c after b pin 1", &[40, 40], OptionalModules::IfRoom);
        let problem = PackingProblem::PinBeforePath { step: 3, session: 1, previous_step: 2, current: 2 };
        assert_eq!(packed, Err(problem));
    }

    #[test]
    fn a_prerequisite_in_self_study_counts_as_the_session_before_it() {
        let path = "a 30 \n b 30 \n x 35 optional after b \n y 10 optional after x \n z 10 optional after a";
        let packed = noted(path, &[40, 30, 20], OptionalModules::IfRoom);
        assert_eq!(packed.as_deref(), Ok("1: a z +0 | 2: b +0 | 3: y +10 | 2~ x"));
        let packed = noted(path, &[40, 30, 20], OptionalModules::SelfStudy);
        assert_eq!(packed.as_deref(), Ok("1: a +10 | 2: b +0 | 3:  +20 | 2~ x | 2~ y | 1~ z"));
    }

    #[test]
    fn with_nothing_before_it_an_optional_module_may_come_first() {
        let packed = noted("o 10 optional \n a 20", &[0, 40], OptionalModules::IfRoom);
        assert_eq!(packed.as_deref(), Ok("1:  +0 | 2: o a +10"));
        let packed = noted("o 10 optional \n a 20", &[0, 40], OptionalModules::SelfStudy);
        assert_eq!(packed.as_deref(), Ok("1:  +0 | 2: a +20 | 1~ o"));
    }

    #[test]
    fn a_pin_that_the_caller_should_have_refused_finds_no_room() {
        for session in ["a 10 pin 0", "a 10 pin 3"] {
            let packed = noted(session, &[40, 40], OptionalModules::SelfStudy);
            let problem = matches!(packed, Err(PackingProblem::PinNoRoom { step: 0, left: 0, .. }));
            assert!(problem, "{session}: {packed:?}");
        }
    }
}
