//! The checklist: rules, findings, fixes and the elements a letter must have.
//!
//! A rule is one file under `rules/`; [`registry`] lists them. Checking is pure: a draft, a profile and today's date go
//! in, a [`Report`] comes out. Nothing here is an error: whatever is wrong with a letter is a [`Finding`].

mod authoring;
pub mod catalogue;
mod checker;
pub mod checklist;
mod context;
pub mod example;
mod finding;
mod fixed_phrase;
mod found;
pub mod lexicon;
mod memory;
pub mod mend;
mod passage;
pub mod profile;
pub mod registry;
pub mod requirement;
mod rule;
mod rules;
pub mod sarif;
mod slips;
pub mod waiver;
mod word_index;

pub use checker::{Checker, Report, check};
pub use context::Context;
pub use finding::{Applicability, FieldEdit, Finding, Fix, Severity};
pub use found::Found;
pub use passage::Passage;
pub use profile::Profile;
pub use rule::{Check, Group, OfLetter, OfParagraph, Parts, Rule};
pub use rules::secrecy::secrecy_mark::is_classification;
pub use waiver::{Ignored, Waiver};
