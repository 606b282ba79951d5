//! `dafu history` and `dafu restore`.

use super::console::Tone;
use super::sitting::Sitting;
use super::{Console, Outcome, Profiles, named_version, targets};
use crate::app::review::Version;
use crate::cli::{History, Restore};
use crate::desk::{Configuration, Lock, versions};
use crate::review::Action;
use crate::text::width::Measure;
use anyhow::Result;
use std::collections::HashSet;

/// Lists the versions of a draft, newest first, with what was decided on each.
pub fn run(arguments: &History, console: &Console) -> Result<Outcome> {
    let sitting = Sitting::open(&arguments.draft, &mut Profiles::default())?;
    if arguments.prune {
        let most = Configuration::load(&sitting.root)?.versions.keep;
        let gone = versions::prune(&sitting.file.path, most)?;
        console.line(&format!("清理了 {gone} 个旧版本，留下最近 {most} 个和核过、签过的"));
        return Ok(Outcome::Good);
    }
    let history = listed(&sitting)?;
    if history.is_empty() {
        console.line("还没有历史版本。保存或核稿之后就有");
        return Ok(Outcome::Good);
    }
    let measure = Measure::default();
    for version in history.iter().rev() {
        let mark = if version.is_now { "（现在）" } else { "" };
        console.line(&format!(
            "{:>3} {} {} {} {}{mark}",
            version.number,
            console.paint(Tone::Dim, &version.hash[..version.hash.len().min(8)]),
            version.at,
            measure.pad(&version.cause, 4),
            version.who,
        ));
        for words in &version.decisions {
            console.line(&console.paint(Tone::Dim, &format!("      {words}")));
        }
    }
    Ok(Outcome::Good)
}

/// The versions of a draft, the oldest first, each with what was decided on it.
///
/// # Errors
/// When the history cannot be read.
pub(super) fn listed(sitting: &Sitting) -> Result<Vec<Version>> {
    let history = versions::history(&sitting.file.path)?;
    let now = sitting.version();
    let entries = &sitting.record.entries;
    let telling = |action: &Action| !matches!(action, Action::Judge { .. } | Action::Answer { .. });
    let decisions = |hash: &str| -> Vec<String> {
        let on_it = entries.iter().filter(|kept| kept.entry.version == hash && telling(&kept.entry.action));
        on_it.map(|kept| format!("{}　{}", kept.entry.who, kept.entry.action.told())).collect()
    };
    let mut told: HashSet<&str> = HashSet::new();
    // Of a text that came back, decisions are told once, where it stood last.
    let mut versions: Vec<Version> = history
        .iter()
        .enumerate()
        .rev()
        .map(|(index, version)| Version {
            number: index + 1,
            hash: version.hash.clone(),
            at: version.at.clone(),
            who: version.who.clone(),
            cause: version.cause.label().to_owned(),
            decisions: if told.insert(&version.hash) { decisions(&version.hash) } else { Vec::new() },
            is_now: version.hash == now,
        })
        .collect();
    versions.reverse();
    Ok(versions)
}

/// Puts an earlier version back. The present one stays in the history, so that this too can be taken back.
pub fn restore(arguments: &Restore, console: &Console) -> Result<Outcome> {
    let mut sitting = Sitting::open(&arguments.draft, &mut Profiles::default())?;
    let hash = named_version::find(&sitting, &arguments.version)?;
    let shown = targets::shown(&arguments.draft).display().to_string();
    if hash == sitting.version() {
        console.line(&format!("{shown} 已经是这一版，没有改动"));
        return Ok(Outcome::Good);
    }
    let text = versions::read(&sitting.file.path, &hash)?;
    let Some(_lock) = Lock::take(&sitting.file.path) else {
        anyhow::bail!("{shown} 正在工作台里打开，请先关闭再恢复");
    };
    sitting.file.restore(&text)?;
    if !console.quiet {
        let words = format!("{shown} 已恢复为 {}；要撤回，用 dafu restore {shown} 上一版", &hash[..8]);
        console.line(&console.paint(Tone::Good, &words));
    }
    Ok(Outcome::Good)
}
