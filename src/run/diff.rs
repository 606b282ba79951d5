//! `dafu diff`: the redline (花脸稿) in the terminal.

use super::console::Tone;
use super::review::marked;
use super::sitting::Sitting;
use super::{Console, Outcome, Profiles, import, named_version, targets};
use crate::cli::Diff;
use crate::desk::DraftFile;
use crate::letter::Draft;
use crate::review::Comparison;
use crate::review::redline::{Block, Fate};
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
                None => named_version::baseline(&sitting)?,
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
    for (field, spans) in &found.fields {
        let label = console.paint(Tone::Strong, field.label());
        console.line(&format!("{label}　{}", marked(spans, console)));
    }
    if !found.body.is_empty() {
        console.line(&console.paint(Tone::Strong, "正文"));
        body(&found.body, console);
    }
    Ok(Outcome::Good)
}

/// The paragraphs that changed, each with its number; what stayed is told by its count.
fn body(blocks: &[Block], console: &Console) {
    let mut kept = 0;
    let rest = |kept: &mut usize| {
        if *kept > 0 {
            console.line(&console.paint(Tone::Dim, &format!("    ……（{kept} 段没有改动）")));
        }
        *kept = 0;
    };
    for block in blocks {
        if block.fate == Fate::Kept {
            kept += 1;
            continue;
        }
        rest(&mut kept);
        let place = |number: Option<usize>| number.map_or_else(String::new, |number| format!("第{}段", number + 1));
        let head = match block.fate {
            Fate::Added => format!("{}　新增", place(block.new)),
            Fate::Removed => format!("原{}　删去", place(block.old)),
            Fate::Moved => format!("{}　由原{}移来", place(block.new), place(block.old)),
            Fate::Changed | Fate::Kept => place(block.new),
        };
        console.line(&console.paint(Tone::Dim, &format!("  {head}")));
        console.line(&format!("    {}", marked(&block.spans, console)));
    }
    rest(&mut kept);
}

/// A draft, a letter, or a version of a draft.
fn load(word: &str) -> Result<Draft> {
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
