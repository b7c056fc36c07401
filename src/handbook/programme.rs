//! Programmes and their rules for milestones.

use std::sync::Arc;

use super::template::Template;
use super::topic::Topic;
use super::words::{Texts, Words};
use super::{Id, WordLists};
use crate::document::File;
use crate::document::programme::{Lead, ProgrammeToml, When};

/// A programme: the offer that cohorts run (model.md §3).
#[derive(Debug, Clone)]
pub struct Programme {
    /// The name of its file.
    pub id: Arc<str>,
    /// Its file.
    pub file: Arc<File>,
    /// What is written there; the numbers and choices that need no resolving are read from it.
    pub toml: Arc<ProgrammeToml>,
    /// Its name.
    pub title: Words,
    /// What it is.
    pub summary: Words,
    /// The topics on offer.
    pub topics: Vec<Id<Topic>>,
    /// Whether every topic that it lists could be read.
    pub is_whole: bool,
    /// The sessions; empty if a template could not be read.
    pub plan: Option<Vec<Id<Template>>>,
    /// Minutes of a session.
    pub session_minutes: u32,
    /// Why the firm does it.
    pub purpose: Option<Words>,
    /// What those who decide can do afterwards.
    pub goal: Option<Words>,
    /// What stays between the two.
    pub confidentiality: Option<Words>,
    /// Who stands behind it.
    pub sponsor_title: Option<Words>,
    /// The word from management.
    pub sponsor_statement: Option<Words>,
    /// Who runs it.
    pub organiser_title: Option<Words>,
    /// Whom to ask.
    pub organiser_contact: Option<String>,
    /// Why people are asked or obliged.
    pub reason: Option<Words>,
    /// What is promised.
    pub commitment: Option<Words>,
    /// How a pair can be dissolved.
    pub exit_rule: Option<Words>,
    /// What a good mentor brings along.
    pub mentor_criteria: WordLists,
    /// What a fitting mentee brings along.
    pub mentee_criteria: WordLists,
    /// How people are chosen.
    pub process: Option<Words>,
    /// How pairs are formed.
    pub matching: Option<Words>,
    /// How the result is noticed.
    pub measures: Vec<Measure>,
    /// What has to be done when.
    pub milestones: Vec<MilestoneRule>,
    /// Where to read more: words and target as written.
    pub links: Vec<(Words, Arc<str>)>,
    /// The longer text.
    pub texts: Texts,
}

/// How a result is noticed.
#[derive(Debug, Clone)]
pub struct Measure {
    /// What is measured.
    pub text: Words,
    /// When.
    pub when: When,
    /// What would be a success.
    pub target: Option<Words>,
}

/// What has to be done when, counted from the sessions of a cohort.
#[derive(Debug, Clone)]
pub struct MilestoneRule {
    /// Its name.
    pub id: Arc<str>,
    /// What is done by then.
    pub title: Words,
    /// Who sees to it.
    pub role: Lead,
    /// The day it is counted from.
    pub anchor: Anchor,
    /// Days after the anchor; negative for before.
    pub offset_days: i64,
    /// Its position in the file.
    pub index: usize,
}

/// The session that a milestone is counted from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// The first.
    Start,
    /// The first at half-time, or else the middle one.
    Mid,
    /// The last.
    End,
    /// The one with this number, from 1.
    Session(usize),
}

impl Anchor {
    /// `start`, `mid`, `end` or `session:N`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        match text {
            "start" => Some(Self::Start),
            "mid" => Some(Self::Mid),
            "end" => Some(Self::End),
            _ => {
                let written = text.strip_prefix("session:")?;
                let number: usize = written.parse().ok()?;
                // Neither "+1" nor "01".
                (number > 0 && number.to_string() == written).then_some(Self::Session(number))
            }
        }
    }
}
