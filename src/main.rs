//! The door: arguments in, exit code out.

use std::process::ExitCode;

use leitfaden::cli::run;
use libmimalloc_sys::mi_option_t;
use mimalloc::MiMalloc;

/// A build makes and drops millions of small strings on all cores.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

/// After so many milliseconds the allocator hands unused memory back to the system; `mi_option_purge_delay` in
/// `mimalloc.h`, for which its crate has no name.
const PURGE_DELAY: mi_option_t = 15;

fn main() -> ExitCode {
    keep_memory();
    run()
}

/// Keeps unused memory for ten seconds instead of a hundredth of one: handed back and asked for again all the time,
/// it cost a twentieth of a build.
#[expect(unsafe_code, reason = "the allocator takes its options by a C function only")]
fn keep_memory() {
    // SAFETY: it sets a number of the allocator, and no other thread runs yet.
    unsafe { libmimalloc_sys::mi_option_set(PURGE_DELAY, 10_000) };
}

#[cfg(test)]
mod tests {
    use super::{PURGE_DELAY, keep_memory};

    #[test]
    #[expect(unsafe_code, reason = "the allocator tells its options by a C function only")]
    fn the_number_of_the_option_is_still_that_of_the_delay() {
        // SAFETY: it reads a number of the allocator.
        let delay = || unsafe { libmimalloc_sys::mi_option_get(PURGE_DELAY) };
        let before = delay();
        keep_memory();
        assert_eq!((before, delay()), (10, 10_000));
    }
}
