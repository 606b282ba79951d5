//! S: disclosure, secrecy and privacy.

pub(in crate::check) mod bank_account;
pub(in crate::check) mod disclosure_basis;
pub(in crate::check) mod disclosure_contradiction;
pub(in crate::check) mod email;
pub(in crate::check) mod hidden_characters;
pub(in crate::check) mod home_address;
pub(in crate::check) mod identity_number;
pub(in crate::check) mod mobile_number;
pub(in crate::check) mod secrecy_mark;

use std::ops::Range;

/// Every run of ten or more digits in `text`, half-width, as bytes.
fn digit_runs(text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let length = bytes[at..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        // Part of a longer code is no number of its own.
        let stands_alone = at == 0 || !bytes[at - 1].is_ascii_alphanumeric();
        if length >= 10 && stands_alone {
            found.push(at..at + length);
        }
        at += length.max(1);
    }
    found
}
