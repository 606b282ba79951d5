//! `dafu diff`: the redline (花脸稿) in the terminal.

use super::console::Tone;
use super::review::marked;
use super::sitting::Sitting;
use super::{Console, Outcome, Profiles, import, named_version, targets};
use crate::cli::Diff;
use crate::desk::DraftFile;
use crate::letter::Draft;
use crate::review::Comparison;
use crate::review::report::Told;
use anyhow::Result;
use std::path::Path;

/// Tells what changed between two versions.
pub fn run(arguments: &Diff, console: &Console) -> Result<Outcome> {
    let (old, new) = match &arguments.new {
        Some(new) => (load(&arguments.old)?, load(new)?),
        None => {
            let (path, version) = split(&arguments.old);
            let sitting = Sitting::open(path, &mut Profiles::default())?;
            let hash = match version {
                Some(word) => named_version::find(&sitting, word)?,
                None => named_version::baseline(&sitting)?.0,
            };
            (sitting.draft_at(&hash)?, sitting.file.draft)
        }
    };
    let found = Comparison::of(&old, &new);
    if found.is_empty() {
        if !console.quiet {
            console.line("没有改动");
        }
        return Ok(Outcome::Good);
    }
    for told in found.told() {
        match told {
            Told::Element(label, spans) => {
                console.line(&format!("{}　{}", console.paint(Tone::Strong, label), marked(&spans, console)));
            }
            Told::Body => console.line(&console.paint(Tone::Strong, "正文")),
            Told::Kept(count) => {
                console.line(&console.paint(Tone::Dim, &format!("    ……（{count} 段没有改动）")));
            }
            Told::Paragraph(head, spans, _) => {
                console.line(&console.paint(Tone::Dim, &format!("  {head}")));
                console.line(&format!("    {}", marked(&spans, console)));
            }
        }
    }
    Ok(Outcome::Good)
}

/// A draft, a letter, or a version of a draft.
pub(super) fn load(word: &str) -> Result<Draft> {
    let (path, version) = split(word);
    if let Some(version) = version {
        let sitting = Sitting::open(path, &mut Profiles::default())?;
        let hash = named_version::find(&sitting, version)?;
        return Ok(sitting.draft_at(&hash)?);
    }
    if targets::is_letter(path) {
        return Ok(import::read(path)?.draft);
    }
    Ok(DraftFile::load(path)?.draft)
}

/// The path and the version of `drafts/2026042.toml@签发`. A file that has such a name is itself.
fn split(word: &str) -> (&Path, Option<&str>) {
    match word.rsplit_once('@') {
        Some((path, version)) if !Path::new(word).exists() => (Path::new(path), Some(version)),
        _ => (Path::new(word), None),
    }
}
