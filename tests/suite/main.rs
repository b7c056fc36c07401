//! One binary, one file a feature. The handbooks that tests are about stand in strings; see [`harness`].

mod disk_scan;
mod disk_write;
mod interface_texts;
mod schedule_clock;
mod schedule_dates;
mod schedule_packing;
