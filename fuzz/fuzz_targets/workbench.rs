//! Whatever is pressed, pasted, clicked or answered: every frame draws, and letter, journal, findings and history agree.
#![no_main]

use dafu;
use libfuzzer_sys::fuzz_target;

#[path = "../../src/app/tests/driver.rs"]
mod driver;

fuzz_target!(|bytes: &[u8]| driver::drive(bytes));
