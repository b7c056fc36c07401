//! One binary, one file a feature. The handbooks that tests are about stand in strings; see [`harness`].

#![expect(clippy::disallowed_methods, reason = "tests make folders of their own and run the program in them")]
#![expect(clippy::unwrap_used, reason = "whatever fails in a test fails the test, in helpers too")]

mod harness;
mod program;

mod calendar;
mod calendar_reader;
mod cards;
mod cascade;
mod changes_feed;
mod check_results;
mod cli;
mod codes;
mod cohort;
mod commands;
mod corpus;
mod dates;
mod disk_scan;
mod disk_write;
mod example;
mod external_links;
mod factor;
mod forget;
mod generic;
mod host;
mod innocent;
mod interface_texts;
mod json_ld;
mod leaks;
mod links;
mod markdown;
mod module;
mod new;
mod packing;
mod pages;
mod pairs;
mod people;
mod photos;
mod pictures;
mod preview;
mod preview_equality;
mod preview_files;
mod preview_http;
mod print;
mod privacy;
mod programme;
mod schedule_clock;
mod schedule_dates;
mod schedule_packing;
mod schema;
mod site;
mod sites;
mod template;
mod theme;
mod tidy;
mod topic;
