//! What a programme organiser would do by hand with a calendar and a pencil: find the dates of the sessions,
//! spread the modules of a topic over them, and write the times beside each agenda.
//!
//! Three pure functions on plain numbers and dates. This room knows no handbook: whoever asks turns modules into
//! steps and templates into blocks, and turns a problem into a message that names things. Sessions are numbered
//! from 1, as organisers count; everything else is an index from 0.

mod clock;
mod dates;
mod packing;

pub use clock::{Block, Length, Misfit, Row, RowSource, capacity, fit, later, rows};
pub use dates::{DateRules, Dated, Dates, Dropped, NoDate, NotRising, OnSkip, dates};
pub use packing::{OptionalModules, Packing, PackingProblem, Place, Step, pack};
