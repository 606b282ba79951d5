//! The rules, one a file, a folder a group.

pub(super) mod agreement;
pub(super) mod elements;
pub(super) mod figures;
pub(super) mod numbers;
pub(super) mod punctuation;
pub(super) mod secrecy;
pub(super) mod structure;
pub(super) mod wording;
