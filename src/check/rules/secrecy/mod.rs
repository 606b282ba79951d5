//! S: disclosure, secrecy and privacy.

use crate::letter::Letter;

pub(in crate::check) mod bank_account;
pub(in crate::check) mod disclosure_basis;
pub(in crate::check) mod disclosure_contradiction;
pub(in crate::check) mod email;
pub(in crate::check) mod hidden_characters;
pub(in crate::check) mod home_address;
pub(in crate::check) mod identity_number;
pub(in crate::check) mod mobile_number;
pub(in crate::check) mod named_child;
pub(in crate::check) mod named_victim;
mod person;
pub(in crate::check) mod personal_account;
pub(in crate::check) mod secrecy_mark;
pub(in crate::check) mod vehicle_plate;

/// Whether a letter may come before everybody: it is 主动公开, or nobody has said yet, and then publishing is the rule and the
/// exception needs a reason (《政府信息公开条例》第五条).
fn may_be_published(letter: &Letter) -> bool {
    matches!(letter.disclosure.as_str(), "主动公开" | "")
}
