//! How a command ended.

use std::process::ExitCode;

/// How a command ended, from good to bad; of several the worst counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// Nothing wrong: exit status 0.
    #[default]
    Good,
    /// Findings of severity error, or an export refused: exit status 1.
    Findings,
    /// The request itself failed: exit status 2.
    Failed,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        Self::from(outcome as u8)
    }
}
