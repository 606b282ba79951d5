//! Running commands: the edge where the pure parts meet files, the clock and the terminal.

mod check;
mod clock;
mod completions;
mod console;
mod diff;
mod export;
mod gate;
mod history;
mod import;
mod import_json;
mod import_tally;
mod init;
mod list;
mod named_version;
mod new;
mod outcome;
mod parallel;
mod policy;
mod profiles;
mod review;
mod rules;
mod signature;
mod sitting;
mod targets;
mod tutor;
mod waivers;
pub mod workbench;

pub use clock::{now, today};
pub use console::Console;
pub use gate::{Export, ExportError, export};
pub use outcome::Outcome;
pub use profiles::Profiles;

use crate::cli::{self, Arguments, Command};
use crate::desk::DraftFile;
use anyhow::Result;
use std::path::{Path, PathBuf};

/// Does what the command line asks for.
///
/// # Errors
/// When the request itself fails; what was found wrong with letters is in the [`Outcome`].
pub fn run(arguments: &Arguments) -> Result<Outcome> {
    let console = Console::new(arguments.common.color, arguments.common.quiet);
    if let (Some(path), Some(_)) = (&arguments.path, &arguments.command) {
        anyhow::bail!("“{}”应当写在命令后面。用 dafu --help 查看用法", path.display());
    }
    match &arguments.command {
        None => {
            let here = PathBuf::from(".");
            if let Some(path) = &arguments.path {
                openable(path)?;
            }
            let status = workbench::run(arguments.path.as_ref().unwrap_or(&here), console.colour(), None)?;
            Ok(Outcome::Ended(status))
        }
        Some(Command::Init(init)) => init::run(init, &console),
        Some(Command::Tutor(wanted)) => tutor::run(wanted, &console),
        Some(Command::New(new)) => new::run(new, &console),
        Some(Command::Check(check)) => check::run(check, &console),
        Some(Command::Export(export)) => export::run(export, &console),
        Some(Command::Review(wanted)) => review::run(wanted, &console),
        Some(Command::History(wanted)) => history::run(wanted, &console),
        Some(Command::Restore(wanted)) => history::restore(wanted, &console),
        Some(Command::Diff(wanted)) => diff::run(wanted, &console),
        Some(Command::List(list)) => list::run(list, &console),
        Some(Command::Rules(rules)) => rules::run(rules, &console),
        Some(Command::Completions(wanted)) => completions::completions(wanted),
        Some(Command::Man) => completions::manual(),
        Some(Command::Import(wanted)) => import::run(wanted, &console),
    }
}

/// Whether the workbench can open `path`: said on the command line, before the screen is taken.
fn openable(path: &Path) -> Result<()> {
    let word = path.to_string_lossy();
    if !path.exists()
        && let Some(command) = cli::meant_command(&word)
    {
        anyhow::bail!("没有“{word}”这个命令，也没有这个文件或文件夹。是不是想写“dafu {command}”？");
    }
    if !path.is_dir() {
        DraftFile::load(path)?;
    }
    Ok(())
}
