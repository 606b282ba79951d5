//! Versions as people name them: by number, by the first digits of their hash, or by what they were.

use super::sitting::Sitting;
use crate::desk::versions::{self, Version};
use crate::review::{Action, Stage};
use anyhow::{Result, bail};

/// The hash of the version that `word` names.
///
/// # Errors
/// When there is none, or several.
pub fn find(sitting: &Sitting, word: &str) -> Result<String> {
    let history = versions::history(&sitting.file.path)?;
    let word = word.trim();
    let found = match word {
        "上一版" => previous(&history, &sitting.version()),
        "上次核对" => judged(sitting),
        _ => match Stage::from_title(word) {
            Some(stage) => signed(sitting, stage),
            None => by_number(&history, word)?,
        },
    };
    match found {
        Some(hash) => Ok(hash),
        None => bail!("没有“{word}”这一版。用 dafu history 列出各版"),
    }
}

/// The version to compare with where nobody names one, and what it is called: the last signature, else the last verdict, else the version before.
///
/// # Errors
/// When there is none.
pub fn baseline(sitting: &Sitting) -> Result<(String, &'static str)> {
    let history = versions::history(&sitting.file.path)?;
    let last_signed = sitting.record.entries.iter().rev().find_map(|kept| match kept.entry.action {
        Action::Sign { .. } => Some(kept.entry.version.clone()),
        _ => None,
    });
    let named = |hash: Option<String>, name: &'static str| hash.map(|hash| (hash, name));
    let found = named(last_signed, "上次签字时")
        .or_else(|| named(judged(sitting), "上次核对时"))
        .or_else(|| named(previous(&history, &sitting.version()), "上一版"));
    match found {
        Some(found) => Ok(found),
        None => bail!("{}：没有以前的版本可比", sitting.file.path.display()),
    }
}

/// The last version that is another than `now`.
fn previous(history: &[Version], now: &str) -> Option<String> {
    history.iter().rev().find(|version| version.hash != now).map(|version| version.hash.clone())
}

fn signed(sitting: &Sitting, wanted: Stage) -> Option<String> {
    sitting.record.entries.iter().rev().find_map(|kept| match &kept.entry.action {
        Action::Sign { stage, .. } if *stage == wanted => Some(kept.entry.version.clone()),
        _ => None,
    })
}

fn judged(sitting: &Sitting) -> Option<String> {
    sitting.record.entries.iter().rev().find_map(|kept| match kept.entry.action {
        Action::Judge { .. } => Some(kept.entry.version.clone()),
        _ => None,
    })
}

/// By the number that `dafu history` shows, up to four digits; otherwise by the beginning of the hash.
fn by_number(history: &[Version], word: &str) -> Result<Option<String>> {
    if word.len() <= 3
        && let Ok(number) = word.parse::<usize>()
    {
        return Ok(number.checked_sub(1).and_then(|at| history.get(at)).map(|version| version.hash.clone()));
    }
    if word.len() < 4 || !word.chars().all(|character| character.is_ascii_hexdigit()) {
        return Ok(None);
    }
    let mut found: Vec<&str> = history.iter().map(|version| version.hash.as_str()).collect();
    found.retain(|hash| hash.starts_with(&word.to_lowercase()));
    found.sort_unstable();
    found.dedup();
    match found.as_slice() {
        [] => Ok(None),
        [only] => Ok(Some((*only).to_owned())),
        several => bail!("“{word}”对应 {} 个版本，请多写几位", several.len()),
    }
}
