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

/// Every run of digits in groups, as people write them down: 138 0000 1234, 6222-0212-3456. A group has three to eight
/// digits, the whole ten or more, in bytes.
fn spaced_runs(text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let digits = |at: usize| bytes[at..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let first = digits(at);
        let stands_alone = at == 0 || !bytes[at - 1].is_ascii_alphanumeric() && bytes[at - 1] != b'-';
        if first == 0 || !stands_alone {
            at += first.max(1);
            continue;
        }
        let (mut end, mut count, mut groups) = (at + first, first, 1);
        while matches!(bytes.get(end), Some(b' ' | b'-')) {
            let next = digits(end + 1);
            if !(3..=8).contains(&next) {
                break;
            }
            end += 1 + next;
            count += next;
            groups += 1;
        }
        if groups >= 2 && count >= 10 && (3..=8).contains(&first) {
            found.push(at..end);
        }
        at = end;
    }
    found
}
