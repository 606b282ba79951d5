//! The workbench as a state, a table of commands and one function that changes the state.
//!
//! Pure: no file, clock, thread or terminal. [`update`] takes a message and gives back effects for the
//! caller to carry out, so a test drives the workbench with keys alone.

pub mod assessment;
pub mod bar;
mod beginning;
pub mod bindings;
mod body;
pub mod boundaries;
mod browsing;
pub mod command;
pub mod destination;
pub mod document;
pub mod editor;
mod effect;
pub mod element;
pub mod element_note;
pub mod entries;
mod filling;
pub mod find;
mod findings;
pub mod form;
pub mod help;
pub mod history;
pub mod ignoring;
pub mod intake;
mod key;
pub mod key_page;
mod key_words;
pub mod keymap;
pub mod layout;
pub mod library;
pub mod line;
pub mod list;
pub mod look;
mod marks;
pub mod mending;
pub mod menu;
mod message;
pub mod motion;
mod mouse;
pub mod offers;
mod outcome;
mod outline_rows;
mod over;
pub mod overlay;
pub mod palette;
mod paragraphs;
pub mod pattern;
pub mod picker;
mod picking;
pub mod pinyin;
pub mod prompt;
pub mod proposals;
pub mod question;
mod requests;
pub mod review;
pub mod rows;
pub mod searching;
mod settling;
mod sheet;
pub mod state;
mod structure;
#[cfg(test)]
pub(crate) mod tests;
pub mod tutor;
mod typing;
mod undoing;
mod update;

pub use effect::Effect;
pub use findings::current as current_finding;
pub use key::{Code, Key, UnknownKey};
pub use message::{Click, ExportProblem, Message, Opened, SaveProblem};
pub use state::State;
pub use update::update;
