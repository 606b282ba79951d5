//! Errands for letters that are taken in: listing folders, reading files, making drafts.

use std::path::{Path, PathBuf};

use crate::app::Message;
use crate::app::intake::errand::{Arrival, Errand, MakeProblem};
use crate::app::intake::paths::{Entry, Listing};
use crate::app::intake::{Origin, Reading};
use crate::desk::{self, DeskError, DraftFile, Workspace};
use crate::import::{self, Imported};
use crate::letter::{Draft, format};
use crate::run::targets::{is_letter, shown};
use crate::term::hearing::{Heard, Teller};

/// How many entries of a folder are offered; whoever has more types a little more.
const LISTED: usize = 2000;

/// Does an errand. What takes time is done in a thread of its own, which tells `to`.
pub(super) fn run(errand: Errand, workspace: &Workspace, to: &Teller) -> Option<Message> {
    let arrival = match errand {
        Errand::List(typed) => Arrival::Paths(list(typed)),
        Errand::Read(typed) => return read_path(&typed, to),
        Errand::ReadAll(files) => return read_all(files, to),
        Errand::ReadText(text) => {
            let read = letter(text, Origin::Pasted, "粘贴的文字".to_owned());
            Arrival::Read(Box::new(read.map_err(|problem| format!("没有逐项识别：{problem}"))))
        }
        Errand::ReadAs { element, at, text } => {
            let read = Box::new(import::read_as(&text, element.field()));
            Arrival::ReadAs { element, at, read }
        }
        Errand::Make { draft, name, beside } => Arrival::Made(make(workspace, &draft, &name, beside)),
        Errand::MakeAll(drafts) => Arrival::AllMade(make_all(workspace, drafts)),
    };
    Some(Message::Intake(arrival))
}

/// A path as a person types it: `~` is their own folder.
fn expanded(typed: &str) -> PathBuf {
    let home = |rest: &str| std::env::home_dir().map(|home| home.join(rest));
    match typed.strip_prefix('~') {
        Some("") => home("").unwrap_or_default(),
        Some(rest) if rest.starts_with(['/', '\\']) => home(&rest[1..]).unwrap_or_else(|| PathBuf::from(typed)),
        _ => PathBuf::from(typed),
    }
}

fn list(typed: String) -> Listing {
    let whole = expanded(&typed);
    let folder_part = typed.rfind(['/', '\\']).map_or("", |at| &typed[..=at]);
    let folder = if folder_part.is_empty() { PathBuf::from(".") } else { expanded(folder_part) };
    let mut listing = Listing { is_file: whole.is_file(), ..Listing::default() };
    match entries(&folder) {
        Ok(entries) => listing.entries = entries,
        Err(error) => listing.problem = Some(error.to_string()),
    }
    if !typed.is_empty() && whole.is_dir() {
        listing.letters = letters(&whole).map_or(0, |files| files.len());
    }
    listing.typed = typed;
    listing
}

/// The folders and letters in a folder, folders first; hidden ones are left alone.
fn entries(folder: &Path) -> Result<Vec<Entry>, DeskError> {
    let found = std::fs::read_dir(folder).map_err(|error| DeskError::new(folder, error))?;
    let mut entries: Vec<Entry> = found
        .filter_map(Result::ok)
        .filter_map(|entry| {
            let name = entry.file_name().into_string().ok()?;
            let path = entry.path();
            let is_folder = path.is_dir();
            (!name.starts_with('.') && (is_folder || is_letter(&path))).then_some(Entry { name, is_folder })
        })
        .collect();
    entries.sort_by(|left, right| (!left.is_folder, &left.name).cmp(&(!right.is_folder, &right.name)));
    entries.truncate(LISTED);
    Ok(entries)
}

/// The letters right inside a folder, in the order of their names; hidden ones are left alone.
fn letters(folder: &Path) -> Result<Vec<PathBuf>, DeskError> {
    let found = std::fs::read_dir(folder).map_err(|error| DeskError::new(folder, error))?;
    let mut files: Vec<PathBuf> = found
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| is_letter(path) && path.is_file() && !is_hidden(path))
        .collect();
    files.sort();
    Ok(files)
}

fn is_hidden(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'))
}

fn read_path(typed: &str, to: &Teller) -> Option<Message> {
    let path = expanded(typed.trim());
    if !path.is_dir() {
        let to = to.clone();
        return in_thread(move || {
            let read = read(&path).map_err(|problem| format!("{}：{problem}", shown(&path).display()));
            let _ = to.send(Heard::Message(Message::Intake(Arrival::Read(Box::new(read)))));
        });
    }
    let failed = |problem: String| Some(Message::Intake(Arrival::Read(Box::new(Err(problem)))));
    match letters(&path) {
        Ok(files) if files.is_empty() => {
            failed(format!("{}：文件夹里没有可以导入的文件（.txt、.docx、.doc、.html）", path.display()))
        }
        Ok(files) => Some(Message::Intake(Arrival::Folder { folder: shown(&path).display().to_string(), files })),
        Err(error) => failed(error.to_string()),
    }
}

fn read_all(files: Vec<PathBuf>, to: &Teller) -> Option<Message> {
    let to = to.clone();
    in_thread(move || {
        for (index, path) in files.into_iter().enumerate() {
            let read = Box::new(read(&path));
            if to.send(Heard::Message(Message::Intake(Arrival::BatchRead { index, read }))).is_err() {
                return;
            }
        }
    })
}

fn in_thread(work: impl FnOnce() + Send + 'static) -> Option<Message> {
    let started = std::thread::Builder::new().name("import".into()).spawn(work);
    started.err().map(|error| Message::Failed(format!("读不了：{error}")))
}

/// Reads the letter in a file; why not, without the path.
fn read(path: &Path) -> Result<Reading, String> {
    let bytes = desk::read_bytes(path).map_err(|error| error.trouble.to_string())?;
    let (text, format) = import::read(&bytes).map_err(|error| error.to_string())?;
    letter(text, Origin::File(path.to_owned()), format.name())
}

fn letter(text: String, origin: Origin, format: String) -> Result<Reading, String> {
    // The lines that a person is shown are those that the import counts.
    let text = if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text };
    if format::is_draft(&text) {
        return Err("这已经是稿件，不必导入".to_owned());
    }
    let Imported { draft, report } = import::import(&text).map_err(|error| error.to_string())?;
    Ok(Reading { origin, format, text, draft, report })
}

fn make(workspace: &Workspace, draft: &Draft, name: &str, beside: bool) -> Result<PathBuf, MakeProblem> {
    let (wanted, free) = (workspace.path_of(name), workspace.free_path(name));
    if free != wanted && !beside {
        return Err(MakeProblem::Exists { taken: wanted, free });
    }
    DraftFile::create(&free, draft).map_err(|error| MakeProblem::Other(error.to_string()))?;
    Ok(free)
}

fn make_all(workspace: &Workspace, drafts: Vec<(usize, Box<Draft>, String)>) -> Vec<(usize, Result<PathBuf, String>)> {
    let made = |(index, draft, name): (usize, Box<Draft>, String)| {
        let path = workspace.free_path(&name);
        let made = DraftFile::create(&path, &draft).map_err(|error| error.to_string());
        (index, made.map(|_| path))
    };
    drafts.into_iter().map(made).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_listed_by_what_can_be_taken_in() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["去年.txt", "旧.DOCX", "图.png", ".隐.txt"] {
            std::fs::write(folder.path().join(name), "").unwrap();
        }
        std::fs::create_dir(folder.path().join("更早")).unwrap();
        let typed = format!("{}/去", folder.path().display());
        let listing = list(typed.clone());
        let names: Vec<_> = listing.entries.iter().map(|entry| entry.name.as_str()).collect();
        assert_eq!(names, ["更早", "去年.txt", "旧.DOCX"]);
        assert!(!listing.is_file && listing.letters == 0);
        assert_eq!(list(folder.path().display().to_string()).letters, 2);
        assert!(list(format!("{typed}年.txt")).is_file);
        assert!(list(format!("{}/没有/去", folder.path().display())).problem.is_some());
    }

    #[test]
    fn what_is_no_letter_says_what_and_why() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("会议通知.txt");
        std::fs::write(&path, "请各单位于周五前报送。").unwrap();
        let problem = read(&path).unwrap_err();
        assert!(problem.contains("不像一封答复函"), "{problem}");
        let large = folder.path().join("大.txt");
        std::fs::File::create(&large).unwrap().set_len(200 << 20).unwrap();
        let problem = read(&large).unwrap_err();
        assert!(problem.contains("200"), "{problem}");
    }

    #[test]
    fn a_name_that_is_taken_is_never_written_over() {
        let folder = tempfile::tempdir().unwrap();
        let workspace = Workspace::at(folder.path());
        std::fs::create_dir(workspace.drafts_folder()).unwrap();
        let first = make(&workspace, &Draft::default(), "2026042", false).unwrap();
        std::fs::write(&first, "原样").unwrap();
        assert!(matches!(
            make(&workspace, &Draft::default(), "2026042", false),
            Err(MakeProblem::Exists { free, .. }) if free.ends_with("2026042-2.toml")
        ));
        assert!(make(&workspace, &Draft::default(), "2026042", true).unwrap().ends_with("2026042-2.toml"));
        assert_eq!(std::fs::read_to_string(&first).unwrap(), "原样");
    }
}
