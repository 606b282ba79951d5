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
    /// The workbench ended with this exit status; 128 and more after a signal.
    Ended(u8),
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        Self::from(match outcome {
            Outcome::Good => 0,
            Outcome::Findings => 1,
            Outcome::Failed => 2,
            Outcome::Ended(status) => status,
        })
    }
}
