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
    let account =
        || variable("USER").or_else(|| variable("USERNAME")).or_else(account).unwrap_or_else(|| UNKNOWN.to_owned());
    Person { given: given.is_some(), name: given.unwrap_or_else(account), machine: machine() }
}

/// The system's name for the account, where the environment has none, as in a service or a container.
#[cfg(unix)]
fn account() -> Option<String> {
    use std::os::unix::fs::MetadataExt as _;
    let number = fs::metadata("/proc/self").ok()?.uid().to_string();
    named_in(&fs::read_to_string("/etc/passwd").ok()?, &number)
}

#[cfg(not(unix))]
fn account() -> Option<String> {
    None
}

/// The name of the account of this number in a list of accounts.
#[cfg(unix)]
fn named_in(accounts: &str, number: &str) -> Option<String> {
    let of_number = |line: &&str| line.split(':').nth(2) == Some(number);
    filled(accounts.lines().find(of_number)?.split(':').next()?)
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

#[cfg(all(test, unix))]
mod tests {
    #[test]
    fn an_account_is_named_by_its_number() {
        let accounts = "root:x:0:0:root:/root:/bin/sh\nzhou:x:1000:1000:周予安,,,:/home/zhou:/bin/sh\n";
        assert_eq!(super::named_in(accounts, "1000").as_deref(), Some("zhou"));
        assert_eq!(super::named_in(accounts, "100"), None);
    }
}
