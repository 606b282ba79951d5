//! Drawing: the state goes in, a frame comes out, and the place of the hardware cursor with it.
//!
//! Nothing is remembered and nothing is changed here. The cursor is always placed where text would go or where the choice
//! is, so that an input method opens its window there; none is painted.

mod body;
mod checklist;
pub mod colours;
mod dialogs;
mod find;
mod folder;
mod form;
mod help;
mod ink;
mod intake;
mod intake_pickers;
mod library;
mod mending;
mod outline;
mod palette;
mod picker;
mod prompt;
mod review;
mod screen;
mod status;
#[cfg(test)]
pub(crate) mod tests;
pub mod theme;
mod tutor;

pub use screen::draw;
