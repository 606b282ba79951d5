//! dafu (答复): the terminal workbench for official Chinese reply letters.
//!
//! The modules form layers, and each may only use the ones below it. `ARCHITECTURE.md` states the laws and
//! `tests/architecture.rs` enforces them.
//!
//! | layer | modules |
//! |---|---|
//! | the edge | [`cli`], [`run`], [`term`], [`desk`] |
//! | the workbench | [`ui`], [`app`] |
//! | the duty | [`check`], [`import`], [`export`], [`review`], [`recall`] |
//! | the letter | [`letter`] |
//! | text | [`text`] |

pub mod app;
pub mod check;
pub mod cli;
pub mod desk;
pub mod export;
pub mod import;
pub mod letter;
pub mod recall;
pub mod review;
pub mod run;
pub mod term;
pub mod text;
pub mod ui;
