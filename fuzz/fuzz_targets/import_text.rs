//! Whatever text comes in: no panic, and an account that covers every character once.
#![no_main]

use dafu::import::import;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    if let Ok(imported) = import(text) {
        assert!(imported.report.faults(text).is_empty());
        for joined in &imported.report.joined {
            assert!(imported.draft.text(joined.field).is_char_boundary(joined.at));
        }
        for placed in &imported.report.derived {
            assert!(text.get(placed.range.clone()).is_some());
        }
    }
});
