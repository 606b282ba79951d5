//! The `dafu` binary: reads the command line, runs it, and turns the outcome into an exit status.

use clap::Parser as _;
use clap::error::ErrorKind;
use dafu::cli::{self, Arguments};
use dafu::run::{self, Outcome};
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) => {
            // A reader that went away (`dafu --help | head -1`) is no trouble.
            let _ = error.print();
            return Outcome::Good.into();
        }
        Err(error) => {
            let first = std::env::args().skip(1).find(|word| !word.starts_with('-'));
            eprintln!("dafu：{}", cli::explain(&error, first.as_deref()));
            return Outcome::Failed.into();
        }
    };
    match run::run(&arguments) {
        Ok(outcome) => outcome.into(),
        Err(error) => {
            eprintln!("dafu：{error:#}");
            Outcome::Failed.into()
        }
    }
}
