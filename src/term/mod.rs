//! The terminal: the only place that knows crossterm, escape sequences and signals.
//!
//! Everything it hears becomes an [`app::Message`](crate::app::Message); everything drawn goes through
//! [`Screen`](screen::Screen), which knows Chinese text.

pub mod burst;
mod clicks;
pub mod clipboard;
mod escapes;
pub mod events;
pub mod hearing;
mod key_names;
pub mod screen;
pub mod session;
mod shift;
pub mod signals;
mod style;
mod travel;
