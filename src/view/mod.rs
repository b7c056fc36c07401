//! What templates may see: plain data, ready to be shown.
//!
//! Every template gets four things: `site` ([`Site`], the same on all pages of a language), `frame` ([`Frame`], the
//! HTML around the page that others have too), `page` ([`Page`], what every page has) and one object named after the
//! template: `home`, `topic`, `session` and so on. No view holds a span, an id of the program, a person, a float or a
//! map without order; what is not here cannot be printed.
//!
//! Every `href` counts from the top of the site and has no slash in front: templates write
//! `{{ page.root }}{{ link.href }}`, which leads there from any page, on a server or from a disk. Fields of the type
//! [`Html`] hold HTML that is safe to be printed as it is; all others are plain text.

mod cohort;
mod common;
mod component;
mod content;
mod contract;
mod factor;
mod frame;
mod people;
mod picture;
mod print;
mod site;

pub use cohort::{
    AgendaRow, BreakRow, ChangeRow, ChecksView, CohortCard, CohortView, CohortsView, Hours, MilestoneRow, PairRow,
    PrepareView, SessionRow, SessionTopicView, SessionView, SubscriptionLink, TopicModules,
};
pub use common::{DateText, Html, Link, TimeText};
pub use component::{ArgumentKind, Components, Parameter, Signature};
pub use content::{
    FormView, GlossaryTerm, GlossaryView, GoalRow, HomeView, MaterialRow, ModuleRow, ModuleView, NotFoundView,
    PageView, TopicCard, TopicView, TopicsView, WorkedOn,
};
pub use contract::{Contract, Kind, Shape};
pub use factor::{CheckResult, FactorCard, FactorCheck, FactorResult, FactorView, FactorsView};
pub use frame::{Frame, Spot};
pub use people::{
    ExternalLink, MeasureRow, OrganiserRow, PlanStep, ProgrammeCard, ProgrammeView, RolePrepare, RoleSession, RoleView,
};
pub use picture::{Area, Drawing, DrawnLine, Knot, Lettering, Picture};
pub use print::{PrintPart, PrintView, QrCode};
pub use site::{Alternate, Icon, MenuItem, Page, RoleLink, Share, Site, ThemeOption};

use serde::Serialize;

/// The view of one page; the template is named after it.
#[derive(Debug, Clone, Serialize)]
#[serde(untagged)]
pub enum View {
    /// `home.html`.
    Home(Box<HomeView>),
    /// `programme.html`.
    Programme(Box<ProgrammeView>),
    /// `topics.html`.
    Topics(Box<TopicsView>),
    /// `topic.html`.
    Topic(Box<TopicView>),
    /// `module.html`.
    Module(Box<ModuleView>),
    /// `factors.html`.
    Factors(Box<FactorsView>),
    /// `factor.html`.
    Factor(Box<FactorView>),
    /// `cohorts.html`.
    Cohorts(Box<CohortsView>),
    /// `cohort.html`.
    Cohort(Box<CohortView>),
    /// `session.html`.
    Session(Box<SessionView>),
    /// `checks.html`.
    Checks(Box<ChecksView>),
    /// `role.html`.
    Role(Box<RoleView>),
    /// `document.html`.
    Document(Box<FormView>),
    /// `glossary.html`.
    Glossary(Box<GlossaryView>),
    /// `page.html`, for pages of an author's own: the object is called `content`.
    Text(Box<PageView>),
    /// `print.html`.
    Print(Box<PrintView>),
    /// `not_found.html`.
    NotFound(NotFoundView),
}

impl View {
    /// The template, without its ending.
    #[must_use]
    pub fn template(&self) -> &'static str {
        match self {
            Self::Home(_) => "home",
            Self::Programme(_) => "programme",
            Self::Topics(_) => "topics",
            Self::Topic(_) => "topic",
            Self::Module(_) => "module",
            Self::Factors(_) => "factors",
            Self::Factor(_) => "factor",
            Self::Cohorts(_) => "cohorts",
            Self::Cohort(_) => "cohort",
            Self::Session(_) => "session",
            Self::Checks(_) => "checks",
            Self::Role(_) => "role",
            Self::Document(_) => "document",
            Self::Glossary(_) => "glossary",
            Self::Text(_) => "page",
            Self::Print(_) => "print",
            Self::NotFound(_) => "not_found",
        }
    }

    /// The author's text, if the page may have one.
    pub fn html_mut(&mut self) -> Option<&mut Html> {
        match self {
            Self::Home(view) => Some(&mut view.html),
            Self::Programme(view) => Some(&mut view.html),
            Self::Topic(view) => Some(&mut view.html),
            Self::Module(view) => Some(&mut view.html),
            Self::Factor(view) => Some(&mut view.html),
            Self::Cohort(view) => Some(&mut view.html),
            Self::Session(view) => Some(&mut view.html),
            Self::Role(view) => Some(&mut view.html),
            Self::Document(view) => Some(&mut view.html),
            Self::Text(view) => Some(&mut view.html),
            Self::Print(view) => Some(&mut view.html),
            Self::Topics(_) | Self::Factors(_) | Self::Cohorts(_) => None,
            Self::Checks(_) | Self::Glossary(_) | Self::NotFound(_) => None,
        }
    }

    /// The name of the object that the template gets.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Text(_) => "content",
            other => other.template(),
        }
    }
}
