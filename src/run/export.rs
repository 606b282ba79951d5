//! `dafu export`.

use super::console::Tone;
use super::gate::{self, Export, ExportError};
use super::{Console, Outcome, Profiles};
use crate::cli::{self, EncodingName};
use crate::export::{Encoding, LineEnd};
use anyhow::Result;
use std::path::{Path, PathBuf};

/// Exports drafts.
pub fn run(arguments: &cli::Export, console: &Console) -> Result<Outcome> {
    let mut profiles = Profiles::default();
    let to_stdout = arguments.output.as_deref() == Some(Path::new("-"));
    let to_folder = arguments.output.as_deref().filter(|path| path.is_dir());
    anyhow::ensure!(
        arguments.drafts.len() == 1 || arguments.output.is_none() || to_folder.is_some(),
        "导出多份稿件时，-o 应当是已有的文件夹"
    );
    let mut outcome = Outcome::Good;
    for draft in &arguments.drafts {
        let in_folder = |folder: &Path| {
            folder.join(Path::new(draft.file_stem().unwrap_or(draft.as_os_str())).with_extension("txt"))
        };
        let target: Option<PathBuf> = match to_folder {
            Some(folder) => Some(in_folder(folder)),
            None => arguments.output.clone(),
        };
        let wanted = Export {
            draft,
            target,
            overwrite: arguments.force,
            override_reason: arguments.override_reason.as_deref(),
            encoding: match arguments.encoding {
                EncodingName::Utf8 => Encoding::Utf8,
                EncodingName::Gb18030 => Encoding::Gb18030,
            },
            line_end: if arguments.crlf { LineEnd::Windows } else { LineEnd::Unix },
            today: arguments.today.unwrap_or_else(super::today),
        };
        let result = if to_stdout {
            gate::bytes(&wanted, &mut profiles).map(|bytes| console.bytes(&bytes))
        } else {
            gate::export(&wanted, &mut profiles).map(|path| {
                if !console.quiet {
                    console.line(&console.paint(Tone::Good, &format!("已导出 {}", path.display())));
                }
            })
        };
        if let Err(error) = result {
            outcome = outcome.max(complain(draft, &error, console));
        }
    }
    Ok(outcome)
}

fn complain(draft: &Path, error: &ExportError, console: &Console) -> Outcome {
    match error {
        ExportError::Refused { errors: findings, missing } => {
            console.complain(&format!("{}：{error}", draft.display()));
            for finding in findings.iter().take(5) {
                console.complain(&format!("  ✗ {} {}：{}", finding.rule.code, finding.field.label(), finding.message));
            }
            for words in missing {
                console.complain(&format!("  ✗ {words}"));
            }
            let more = if findings.len() > 5 { format!("等 {} 个。", findings.len()) } else { String::new() };
            console.complain(&format!("  {more}请改好后再导出，或用 --override 写明仍要导出的理由（记入核稿记录）"));
            Outcome::Findings
        }
        ExportError::Exists(_) => {
            console.complain(&format!("{error}。用 -o 另指路径，或加 --force 覆盖"));
            Outcome::Findings
        }
        ExportError::DraftName(_) => {
            console.complain(&format!("{error}。请换一个文件名，如 .txt"));
            Outcome::Failed
        }
        ExportError::Unencodable(_) => {
            console.complain(&format!("{}：{error}", draft.display()));
            Outcome::Failed
        }
        ExportError::Record(error) => {
            console.complain(&format!("{}：{error}", draft.display()));
            Outcome::Failed
        }
        ExportError::Desk(error) => {
            console.complain(&error.to_string());
            Outcome::Failed
        }
    }
}
