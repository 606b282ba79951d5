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
pub mod mend;
pub mod profile;
pub mod registry;
mod rule;
mod rules;
pub mod sarif;
mod vocabulary;
pub mod waiver;
mod word_index;

pub use checker::{Checker, Report, check};
pub use context::{Context, Passage};
pub use finding::{Applicability, FieldEdit, Finding, Fix, Severity};
pub use found::Found;
pub use profile::Profile;
pub use rule::{Check, Group, Rule};
pub use waiver::{Ignored, Waiver};
