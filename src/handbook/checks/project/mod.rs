//! Success factor 4, "a project with an end": one topic, one period, one result. One check a file.

pub(super) mod dates;
pub(super) mod duration;
pub(super) mod outcome;
pub(super) mod sessions;
pub(super) mod topics;
