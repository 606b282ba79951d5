//! The workbench as a state, a table of commands and one function that changes the state.
//!
//! Pure: no file, clock, thread or terminal. [`update`](update::update) takes a message and gives back effects for the
//! caller to carry out, so a test drives the workbench with keys alone.

pub mod boundaries;
pub mod command;
pub mod document;
pub mod editor;
pub mod element;
pub mod history;
mod key;
pub mod keymap;
pub mod line;
mod message;

pub use key::{Code, Key, UnknownKey};
pub use message::{Click, Message};
