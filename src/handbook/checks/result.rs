//! What comes out of the checks: results, and for organisers what they rest on.

use std::sync::Arc;

use jiff::civil::Date;

use crate::document::template::{BlockKind, TemplateKind};

/// The result of a check; of a factor only the first three.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It is as it should be.
    Pass,
    /// Somebody should look at it.
    Attention,
    /// Data are not given.
    Missing,
    /// The factor file switches the check off.
    Off,
    /// Known and accepted by whoever leads the programme.
    Accepted,
}

/// How a cohort stands with a factor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FactorResult {
    /// `difference`.
    pub factor: &'static str,
    /// The sum of its checks: attention if one needs it, else missing if one is, else pass.
    pub outcome: Outcome,
    /// Its checks.
    pub checks: Vec<CheckResult>,
}

/// How a cohort stands with a check.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckResult {
    /// `difference.age`.
    pub check: &'static str,
    /// The result.
    pub outcome: Outcome,
    /// Whether pages may show it: a result about pairs only if there are enough of them (model.md §17.2).
    pub published: bool,
    /// What the result rests on. For organisers only: it names pairs.
    pub details: Vec<Detail>,
}

/// One thing that a result rests on, for organisers.
///
/// It names things by their ids. Of people it holds no more than how far apart two of them are: neither names nor
/// what the people file says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Detail {
    /// There is no active pair.
    NoPairs,
    /// This pair does not pass.
    Pair {
        /// The pair.
        pair: Arc<str>,
    },
    /// The two are too close to each other in what the check measures: years of age or steps of position.
    TooClose {
        /// The pair.
        pair: Arc<str>,
        /// How far apart they are; negative if the mentor is ahead.
        found: i64,
        /// How far apart they should be at least.
        wanted: i64,
    },
    /// Something is not known of a pair.
    Unknown {
        /// The pair.
        pair: Arc<str>,
        /// Of whom.
        of: Side,
        /// What.
        what: Attribute,
    },
    /// The programme does not say this.
    NotStated(Statement),
    /// Less than is wanted of what the check counts: criteria, sessions, or percent of attendance.
    TooFew {
        /// How much there is.
        found: i64,
        /// How much there should be at least.
        wanted: i64,
    },
    /// More than is allowed of what the check counts: sessions or topics.
    TooMany {
        /// How much there is.
        found: i64,
        /// How much there may be at most.
        allowed: i64,
    },
    /// A topic has too few goals, or none.
    TopicGoals {
        /// The topic.
        topic: Arc<str>,
        /// How many it has.
        found: i64,
        /// How many it should have at least.
        wanted: i64,
    },
    /// No topic has a goal.
    NoGoals,
    /// Nobody would notice whether this goal is reached.
    GoalWithoutMeasure {
        /// The topic.
        topic: Arc<str>,
        /// The goal.
        goal: Arc<str>,
    },
    /// No required module in a session serves this goal.
    GoalNotServed {
        /// The topic.
        topic: Arc<str>,
        /// The goal.
        goal: Arc<str>,
    },
    /// No session takes place.
    NoSessions,
    /// A session has no goal for the pairs with this topic.
    SessionWithoutGoal {
        /// The session, from 1.
        session: usize,
        /// The topic.
        topic: Arc<str>,
    },
    /// An agenda lacks a block of this kind.
    AgendaLacks {
        /// The template.
        template: Arc<str>,
        /// The kind.
        kind: BlockKind,
    },
    /// The flow lacks a session of this kind in its place.
    FlowLacks(TemplateKind),
    /// A long break between two sessions.
    LongBreak {
        /// The session before it, from 1.
        after: usize,
        /// The session behind it, from 1.
        before: usize,
        /// How long it is.
        days: i64,
        /// How long it may be.
        allowed: i64,
    },
    /// These people have no choice.
    NoChoice(Side),
    /// Sessions are said not to be working time.
    NotWorkTime,
    /// The last session is late.
    EndsLate {
        /// Its day.
        last: Date,
        /// The last day on which it could be.
        latest: Date,
    },
    /// The cohort has no topic.
    NoTopic,
    /// It is not said what decision is possible after this topic.
    TopicWithoutOutcome {
        /// The topic.
        topic: Arc<str>,
    },
    /// A waiver that had an effect.
    Waived {
        /// The pair, if it is about one.
        pair: Option<Arc<str>>,
        /// Why, as the author wrote it.
        reason: Arc<str>,
    },
}

/// One side of a pair, or both.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// The young employee.
    Mentor,
    /// The experienced manager.
    Mentee,
    /// Mentor and mentee.
    Both,
}

/// What a people file can say of somebody, as far as checks look at it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Attribute {
    /// The department.
    Department,
    /// Year of birth or age band.
    Age,
    /// An age that can be compared: there are a year and a band.
    AgeOfOneKind,
    /// The level of position.
    Level,
    /// The superiors among the participants.
    Superiors,
}

/// What a programme can say, as far as checks ask for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Statement {
    /// `selection.mentor_criteria`
    MentorCriteria,
    /// `selection.process`
    Process,
    /// `selection.matching`
    Matching,
    /// `confidentiality`
    Confidentiality,
    /// `commitment.exit_rule`
    ExitRule,
    /// `participation.mentors`
    MentorParticipation,
    /// `participation.mentees`
    MenteeParticipation,
    /// `participation.reason`
    Reason,
    /// `sponsor.statement`
    SponsorStatement,
    /// `commitment.work_time`
    WorkTime,
    /// `commitment.attendance_percent`
    Attendance,
    /// `goal`
    Goal,
    /// A `[[measure]]` with `when = "end"`.
    EndMeasure,
}

impl Outcome {
    /// The word of files and machine output.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Pass => "pass",
            Self::Attention => "attention",
            Self::Missing => "missing",
            Self::Off => "off",
            Self::Accepted => "accepted",
        }
    }

    /// Several results as one: off and accepted count as pass.
    pub(super) fn sum(outcomes: impl IntoIterator<Item = Self>) -> Self {
        let mut sum = Self::Pass;
        for outcome in outcomes {
            match outcome {
                Self::Attention => return Self::Attention,
                Self::Missing => sum = Self::Missing,
                Self::Pass | Self::Off | Self::Accepted => {}
            }
        }
        sum
    }
}

impl Statement {
    /// Where the author would write it, in the programme's file.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::MentorCriteria => "selection.mentor_criteria",
            Self::Process => "selection.process",
            Self::Matching => "selection.matching",
            Self::Confidentiality => "confidentiality",
            Self::ExitRule => "commitment.exit_rule",
            Self::MentorParticipation => "participation.mentors",
            Self::MenteeParticipation => "participation.mentees",
            Self::Reason => "participation.reason",
            Self::SponsorStatement => "sponsor.statement",
            Self::WorkTime => "commitment.work_time",
            Self::Attendance => "commitment.attendance_percent",
            Self::Goal => "goal",
            Self::EndMeasure => "measure",
        }
    }
}
