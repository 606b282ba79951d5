//! What the workbench is told of the review of the open draft: all of it comes from outside, none of it is changed here.

use std::collections::BTreeMap;

use crate::check::Waiver;
use crate::letter::Draft;
use crate::review::{Policy, Record};

/// The review of one draft, as it was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Case {
    /// The record, as it counts.
    pub record: Record,
    /// What is asked before the letter goes out.
    pub policy: Policy,
    /// The findings that are let stand.
    pub waivers: Vec<Waiver>,
    /// What is not as it was written, in words.
    pub faults: Vec<String>,
    /// Who sits here.
    pub who: String,
    /// Whether that is the name the person gave; otherwise it is to be asked for.
    pub given: bool,
    /// What the system calls the account, where nobody gave a name; empty where it has no word for it.
    pub account: String,
    /// The SSH key that signs for the person; empty for none.
    pub key: String,
    /// Whether a sign-off counts only with a signature of a key.
    pub key_demanded: bool,
    /// The versions that verdicts and signatures were given on, by their hashes, as far as they are still there.
    pub earlier: BTreeMap<String, Draft>,
}
