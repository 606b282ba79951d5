//! Whatever bytes come in, as a file of any format: no panic, and a text whose account holds.
#![no_main]

use dafu::import::{import, read};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Ok((text, _)) = read(bytes)
        && let Ok(imported) = import(&text)
    {
        assert!(imported.report.faults(&text).is_empty());
    }
});
