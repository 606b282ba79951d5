//! An office in a temporary folder, and its people.

use assert_cmd::Command;
use std::fs;
use std::path::PathBuf;
use tempfile::TempDir;

/// The sample that is sound.
pub const DRAFT: &str = "drafts/2026042.toml";
/// Its record.
pub const RECORD: &str = "drafts/2026042.review.toml";

/// How a command ended and what it said.
pub struct Ran {
    pub status: i32,
    pub out: String,
    pub err: String,
}

/// An office with the samples and its rules: whoever drafts may not review, and both signatures are asked for.
pub struct Office {
    pub folder: TempDir,
}

impl Office {
    pub fn new(rules: &str) -> Self {
        let office = Self { folder: tempfile::tempdir().unwrap() };
        assert_eq!(office.by("周予安", &["init"]).status, 0);
        fs::write(office.path("dafu.toml"), rules).unwrap();
        office
    }

    pub fn strict() -> Self {
        Self::new("[review]\nrequired = [\"核稿\", \"签发\"]\nreviewer_is_not_drafter = true\n")
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn command(&self, who: &str, arguments: &[&str]) -> Command {
        let mut command = Command::cargo_bin("dafu").unwrap();
        command.current_dir(self.folder.path()).args(arguments);
        // Nobody's own name file is to be read or written.
        command.env("DAFU_USER", who).env("XDG_CONFIG_HOME", self.path("own"));
        command
    }

    pub fn by(&self, who: &str, arguments: &[&str]) -> Ran {
        ran(&mut self.command(who, arguments))
    }

    pub fn typed(&self, who: &str, arguments: &[&str], typed: &str) -> Ran {
        ran(self.command(who, arguments).write_stdin(typed))
    }

    /// Lets somebody do something that is to succeed.
    pub fn lets(&self, who: &str, arguments: &[&str]) -> String {
        let ran = self.by(who, arguments);
        assert_eq!(ran.status, 0, "{who} {arguments:?}: {}{}", ran.out, ran.err);
        ran.out
    }

    pub fn edit(&self, from: &str, to: &str) {
        let text = fs::read_to_string(self.path(DRAFT)).unwrap();
        assert!(text.contains(from), "{from}");
        fs::write(self.path(DRAFT), text.replacen(from, to, 1)).unwrap();
    }

    pub fn status(&self) -> serde_json::Value {
        serde_json::from_str(&self.lets("周予安", &["review", "status", DRAFT, "--format", "json"])).unwrap()
    }

    /// The items that are open again, by their names.
    pub fn open(&self) -> Vec<String> {
        let status = self.status();
        let items = status["items"].as_array().unwrap().iter();
        let open = items.filter(|item| matches!(item["state"].as_str(), Some("open" | "changed")));
        open.map(|item| item["item"].as_str().unwrap().to_owned()).collect()
    }

    /// Takes the letter to the leader's signature.
    pub fn sign_everything(&self) {
        self.lets("周予安", &["review", DRAFT, "--submit"]);
        let all = ["--pass", "elements", "--pass", "body", "--pass", "person"];
        self.lets("林知远", &[&["review", DRAFT][..], &all[..], &["--sign"][..]].concat());
        self.lets("方远", &["review", DRAFT, "--sign", "签发", "--opinion", "同意"]);
    }

    pub fn verify(&self) -> Ran {
        self.by("周予安", &["review", "verify", DRAFT])
    }
}

fn ran(command: &mut Command) -> Ran {
    let output = command.output().unwrap();
    Ran {
        status: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}
