//! `dafu init`.

use super::console::Tone;
use super::{Console, Outcome};
use crate::cli::Init;
use crate::desk::{self, CONFIGURATION_NAME, INITIAL_CONFIGURATION, Overwrite, SAMPLES, Workspace};
use anyhow::Result;

/// Makes a workspace with the sample drafts.
pub fn run(arguments: &Init, console: &Console) -> Result<Outcome> {
    let workspace = Workspace::at(&arguments.folder);
    anyhow::ensure!(
        !workspace.exists(),
        "{}：已经有 drafts/，没有改动。用 dafu {} 打开",
        arguments.folder.display(),
        arguments.folder.display()
    );
    create(&workspace, true)?;
    if !console.quiet {
        let folder = arguments.folder.display();
        console.line(&console.paint(
            Tone::Good,
            &format!("已建立工作文件夹 {folder}：{} 份样稿，配置在 {CONFIGURATION_NAME}", SAMPLES.len()),
        ));
        console.line(&format!("打开工作台：dafu {folder}"));
    }
    Ok(Outcome::Good)
}

/// Writes what a new workspace holds, with the sample drafts or without. A configuration that is there stays.
///
/// # Errors
/// [`desk::DeskError`] when the folder cannot be written.
pub fn create(workspace: &Workspace, samples: bool) -> Result<(), desk::DeskError> {
    if !samples {
        desk::make_folder(&workspace.drafts_folder())?;
    }
    for (name, text) in SAMPLES.into_iter().filter(|_| samples) {
        desk::write(&workspace.drafts_folder().join(name), text.as_bytes(), Overwrite::Never)?;
    }
    let configuration = workspace.root.join(CONFIGURATION_NAME);
    if !configuration.exists() {
        desk::write(&configuration, INITIAL_CONFIGURATION.as_bytes(), Overwrite::Never)?;
    }
    Ok(())
}
