//! A letter's way through its stages, by the commands: the built binary, real files, several persons.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod binding;
mod office;
mod stages;
mod tampering;
mod versions;
mod walk;
