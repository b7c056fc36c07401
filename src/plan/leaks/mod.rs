//! The leak guard (model.md §17.4): no finished file names somebody who did not agree to be named.
//!
//! Views have no field for people, but authors write texts: "Lea and Urs begin in the lab". A handbook and the file
//! `private/allow-words.txt` go in and a [`LeakGuard`] comes out, which is shown every file of the site before it
//! is written. What it finds it reports where an author wrote it.
//!
//! Names are found as whole words, in the genitive and in capitals, and where they are written in pieces: with
//! entities, percent signs or escapes, divided by a tag, a soft hyphen or the end of a line. What is not UTF-8 is
//! searched too, in every way in which it can be read. Nothing here can print a name: a [`Leak`] is a number.

mod calendar;
mod guard;
mod origin;
mod pairs;
mod people;
mod pieces;
mod readings;
mod words;

pub use guard::{Leak, LeakGuard};
