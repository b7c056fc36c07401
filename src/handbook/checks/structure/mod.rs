//! Success factor 2, "clear structure": chosen people, a flow, goals. One check a file.

pub(super) mod agenda;
pub(super) mod coverage;
pub(super) mod criteria;
pub(super) mod goals;
pub(super) mod plan;
pub(super) mod process;
pub(super) mod rhythm;
pub(super) mod rules;
pub(super) mod session_goals;
