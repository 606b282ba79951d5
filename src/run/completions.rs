//! `dafu completions` and `dafu man`: made from the definition of the command line, so that they cannot be out of date.

use super::Outcome;
use crate::cli::{Arguments, Completions};
use anyhow::{Context as _, Result};
use clap::CommandFactory as _;
use std::io::Write as _;

/// Writes the completion script for a shell.
pub fn completions(arguments: &Completions) -> Result<Outcome> {
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut Arguments::command(), "dafu", &mut script);
    std::io::stdout().write_all(&script).context("写不到标准输出")?;
    Ok(Outcome::Good)
}

/// Writes the manual page, one chapter a command.
pub fn manual() -> Result<Outcome> {
    let mut command = Arguments::command();
    command.build();
    let mut page = Vec::new();
    clap_mangen::Man::new(command.clone()).render(&mut page).context("手册页没有生成")?;
    for inner in command.get_subcommands() {
        clap_mangen::Man::new(inner.clone()).render(&mut page).context("手册页没有生成")?;
    }
    std::io::stdout().write_all(&page).context("写不到标准输出")?;
    Ok(Outcome::Good)
}
