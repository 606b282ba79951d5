//! Who sits here, and at which machine. No passwords: the file system guards the folder, the record shows tampering.

use super::configuration::Configuration;
use super::disk::{self, Overwrite};
use super::error::DeskError;
use std::env;
use std::fs;
use std::path::PathBuf;

/// The word for whoever the system has no name for.
pub const UNKNOWN: &str = "未知";

/// The person at this machine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// The name, as it goes into records and histories.
    pub name: String,
    /// The machine's name.
    pub machine: String,
    /// Whether the person gave the name; otherwise it is the system's word for the account.
    pub given: bool,
}

/// Who sits here: by `DAFU_USER`, by the answer that [`remember`] kept for this account, by `[people] name`, or else by
/// the name of the account.
///
/// What the account says goes before `dafu.toml`, because several persons may share one folder with one `dafu.toml`.
pub fn identity(configuration: &Configuration) -> Person {
    let given = variable("DAFU_USER")
        .or_else(|| own_file().and_then(|path| disk::read_text(&path).ok()).and_then(|text| filled(text.trim())))
        .or_else(|| filled(configuration.people.name.trim()));
    let account = || variable("USER").or_else(|| variable("USERNAME")).unwrap_or_else(|| UNKNOWN.to_owned());
    Person { given: given.is_some(), name: given.unwrap_or_else(account), machine: machine() }
}

/// Keeps a name for this account, so that it is asked for once.
///
/// # Errors
/// [`DeskError`] when it cannot be written.
pub fn remember(name: &str) -> Result<(), DeskError> {
    match own_file() {
        Some(path) => disk::write(&path, name.as_bytes(), Overwrite::Replace),
        None => Ok(()),
    }
}

/// The file with the person's name, in the account's own configuration folder.
fn own_file() -> Option<PathBuf> {
    let folder = variable("XDG_CONFIG_HOME")
        .or_else(|| variable("APPDATA"))
        .map(PathBuf::from)
        .or_else(|| variable("HOME").map(|home| PathBuf::from(home).join(".config")))?;
    Some(folder.join("dafu/name"))
}

fn machine() -> String {
    variable("COMPUTERNAME")
        .or_else(|| fs::read_to_string("/proc/sys/kernel/hostname").ok().and_then(|name| filled(name.trim())))
        .or_else(|| variable("HOSTNAME"))
        .unwrap_or_else(|| UNKNOWN.to_owned())
}

fn variable(name: &str) -> Option<String> {
    env::var(name).ok().and_then(|value| filled(value.trim()))
}

fn filled(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}
