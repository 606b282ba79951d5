//! The letter: its model, its file format, and what its text says of itself.
//!
//! Everything here is derived from text and pure: no file, clock, thread or terminal.

pub mod account;
pub mod answered;
pub mod calendar;
pub mod closing;
pub mod date;
pub mod difference;
pub mod document_number;
mod draft;
pub mod field;
pub mod figures;
pub mod format;
pub mod issued;
pub mod merge;
mod merge_lines;
pub mod opening;
pub mod organ;
pub mod outline;
pub mod reference;
pub mod restructure;
pub mod sequence;
pub mod session;
pub mod table;

pub use draft::{Contact, Draft, Kind, Letter, Matter, ParseWordError, Request, Role, Source};
pub use field::Field;
