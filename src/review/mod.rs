//! The review: what is vouched for, what was decided about it, by whom and when, and what that lets the letter do.

pub mod gather;
pub mod item;
pub mod record;
pub mod redline;
pub mod tokens;
