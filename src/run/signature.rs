//! Signatures by an SSH key, made and verified by `ssh-keygen -Y` where it is there. Optional: the chain shows that a
//! record was changed, a signature proves who signed.

use crate::desk::Configuration;
use crate::review::{Kept, record};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// What the signatures are for, so that one made for something else does not count.
const NAMESPACE: &str = "dafu";

/// Signs `statement` with the key at `key`. A key with a passphrase is asked for it only where `terminal` says that the
/// terminal may be used for that.
///
/// # Errors
/// Why not, in one line.
pub fn sign(key: &str, statement: &str, terminal: bool) -> Result<String, String> {
    let key = at_home(key);
    let mut command = Command::new("ssh-keygen");
    command.args(["-Y", "sign", "-q", "-n", NAMESPACE, "-f"]).arg(&key);
    if !terminal {
        // A question that nobody can see would hang; this one fails instead.
        command.env("SSH_ASKPASS_REQUIRE", "force").env("SSH_ASKPASS", "dafu-asks-nothing");
    }
    let signature = run(command, statement).map_err(|why| {
        if !terminal && why.contains("passphrase") {
            "密钥有口令，请先在终端里用 ssh-add 加入".to_owned()
        } else {
            why
        }
    })?;
    if signature.contains("BEGIN SSH SIGNATURE") {
        Ok(signature)
    } else {
        Err("ssh-keygen 没有给出签名".to_owned())
    }
}

/// Whether the signature under an entry of the record of `draft` holds; `None` where there is none, or where nothing here
/// can tell. With a file of allowed signers it must be the key of whoever the entry names; without one it only proves
/// that the entry is what was signed.
pub fn holds(root: &Path, configuration: &Configuration, draft: &str, kept: &Kept) -> Option<Result<(), String>> {
    let signature = kept.signature.as_ref()?;
    let folder = match scratch(signature) {
        Ok(folder) => folder,
        Err(error) => return Some(Err(format!("写不了临时文件：{error}"))),
    };
    let mut command = Command::new("ssh-keygen");
    let allowed = &configuration.review.allowed_signers;
    if allowed.is_empty() {
        command.args(["-Y", "check-novalidate"]);
    } else {
        let file = root.join(at_home(allowed));
        command.args(["-Y", "verify", "-I", &kept.entry.who, "-f"]).arg(file);
    }
    command.args(["-n", NAMESPACE, "-s"]).arg(&folder.file);
    Some(run(command, &record::statement(draft, &kept.entry)).map(drop))
}

fn run(mut command: Command, input: &str) -> Result<String, String> {
    let missing = |error: std::io::Error| match error.kind() {
        std::io::ErrorKind::NotFound => "这台机器上没有 ssh-keygen".to_owned(),
        _ => format!("ssh-keygen 没有运行：{error}"),
    };
    let mut child =
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().map_err(missing)?;
    if let Some(mut stdin) = child.stdin.take() {
        // A program that ends without reading says why itself.
        let _ = stdin.write_all(input.as_bytes());
    }
    let output = child.wait_with_output().map_err(missing)?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    let said = String::from_utf8_lossy(&output.stderr);
    let line = said.lines().rev().find(|line| !line.trim().is_empty()).unwrap_or("没有说明原因").trim().to_owned();
    Err(line)
}

/// `~/` is the account's home.
fn at_home(path: &str) -> PathBuf {
    let home = std::env::var_os("HOME").or_else(|| std::env::var_os("USERPROFILE"));
    match (path.strip_prefix("~/"), home) {
        (Some(rest), Some(home)) => PathBuf::from(home).join(rest),
        _ => PathBuf::from(path),
    }
}

/// A file for the one thing that `ssh-keygen` does not take from its input; gone when dropped.
struct Scratch {
    file: PathBuf,
}

fn scratch(text: &str) -> std::io::Result<Scratch> {
    use std::sync::atomic::{AtomicUsize, Ordering};
    static COUNT: AtomicUsize = AtomicUsize::new(0);
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    let file = std::env::temp_dir().join(format!("dafu-{}-{count}.sig", std::process::id()));
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true).open(&file)?.write_all(text.as_bytes())?;
    Ok(Scratch { file })
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.file);
    }
}
