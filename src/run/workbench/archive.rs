//! Earlier letters, read and searched in a thread of their own, so that no key ever waits for them.
//!
//! Nothing is read before it is first asked for. While letters are still being read, what is asked is answered again and
//! again from those that are there.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::{Duration, Instant, SystemTime};

use crate::app::Message;
use crate::app::picker::Recalled;
use crate::desk::{self, Workspace};
use crate::import;
use crate::letter::{Draft, format};
use crate::recall::{Corpus, Near, OldLetter, Pattern};
use crate::term::hearing::{Heard, Teller};

/// The most paragraphs that are brought at once.
const MOST: usize = 300;

/// How often what was found so far is told while letters are being read.
const NEWS: Duration = Duration::from_millis(250);

/// Endings of files that may be letters.
const ENDINGS: [&str; 6] = ["toml", "txt", "docx", "doc", "html", "htm"];

/// How deep folders of the archive are gone into.
const DEPTH: usize = 6;

/// Something asked.
pub(super) struct Question {
    pub serial: u64,
    pub query: String,
    pub near: Near,
}

/// The way to the thread.
pub(super) struct Archive {
    workspace: Workspace,
    asked: Option<Sender<Question>>,
}

impl Archive {
    /// The earlier letters of `workspace` and of the folders that its configuration names.
    pub fn new(workspace: Workspace) -> Self {
        Self { workspace, asked: None }
    }

    /// Asks; the answers go `to` the workbench.
    pub fn ask(&mut self, question: Question, to: &Teller) {
        let asked = self.asked.get_or_insert_with(|| {
            let (asked, questions) = channel();
            let mut reader = Reader { workspace: self.workspace.clone(), files: BTreeMap::new(), to: to.clone() };
            // Without a thread there are simply no earlier letters.
            let _ = std::thread::Builder::new().name("archive".into()).spawn(move || reader.serve(&questions));
            asked
        });
        let _ = asked.send(question);
    }
}

/// What a file was when it was read: its length and when it was changed.
type Stamp = (u64, Option<SystemTime>);

struct Reader {
    workspace: Workspace,
    /// Every file that may be a letter: what it was, and the letter once it is read and is one.
    files: BTreeMap<PathBuf, (Stamp, Option<Arc<OldLetter>>)>,
    to: Teller,
}

impl Reader {
    fn serve(&mut self, questions: &Receiver<Question>) {
        while let Ok(question) = questions.recv() {
            let mut question = questions.try_iter().last().unwrap_or(question);
            let mut unread = self.unread(&question);
            let mut told = Instant::now();
            if !self.answer(&question, unread.len()) {
                return;
            }
            while let Some((path, stamp)) = unread.pop() {
                let letter = read(&path).map(Arc::new);
                self.files.insert(path, (stamp, letter));
                let next = questions.try_iter().last();
                let asked = next.is_some();
                question = next.unwrap_or(question);
                if asked || unread.is_empty() || told.elapsed() > NEWS {
                    if !self.answer(&question, unread.len()) {
                        return;
                    }
                    told = Instant::now();
                }
            }
        }
    }

    /// Tells what is found in the letters that have been read. Says whether anybody still listens.
    fn answer(&self, question: &Question, unread: usize) -> bool {
        let letters: Vec<Arc<OldLetter>> = self.files.values().filter_map(|(_, letter)| letter.clone()).collect();
        let read = letters.len();
        let corpus = Corpus::new(letters);
        let results = corpus.search(&Pattern::new(&question.query), &question.near, MOST);
        let recalled = Recalled { serial: question.serial, results, read, of: read + unread };
        self.to.send(Heard::Message(Message::Recalled(recalled))).is_ok()
    }

    /// The files that are new or have changed, the newest last; those that are gone are forgotten. Looked for when a picker
    /// is opened, which asks with nothing typed.
    fn unread(&mut self, question: &Question) -> Vec<(PathBuf, Stamp)> {
        if !question.query.is_empty() && !self.files.is_empty() {
            return Vec::new();
        }
        let mut found = BTreeMap::new();
        for path in self.workspace.drafts().unwrap_or_default() {
            add(path, &mut found);
        }
        let folders = self.workspace.configuration().unwrap_or_default().archive.folders;
        for folder in folders {
            walk(&self.workspace.root.join(folder), DEPTH, &mut found);
        }
        self.files.retain(|path, (stamp, _)| found.get(path) == Some(stamp));
        let mut unread: Vec<_> = found.into_iter().filter(|(path, _)| !self.files.contains_key(path)).collect();
        unread.sort_by_key(|(_, (_, changed))| *changed);
        unread
    }
}

fn add(path: PathBuf, found: &mut BTreeMap<PathBuf, Stamp>) {
    if let Ok(told) = std::fs::metadata(&path)
        && told.is_file()
        && told.len() <= desk::LARGEST_FILE
    {
        found.insert(path, (told.len(), told.modified().ok()));
    }
}

/// Every file under `folder` that may be a letter. Links are not followed in circles: the depth is bounded.
fn walk(folder: &Path, depth: usize, found: &mut BTreeMap<PathBuf, Stamp>) {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return;
    };
    for path in entries.filter_map(|entry| Some(entry.ok()?.path())) {
        let hidden = path.file_name().is_none_or(|name| name.to_string_lossy().starts_with('.'));
        if hidden {
            continue;
        }
        if path.is_dir() {
            if depth > 0 {
                walk(&path, depth - 1, found);
            }
        } else if is_letter_name(&path) {
            add(path, found);
        }
    }
}

fn is_letter_name(path: &Path) -> bool {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_ascii_lowercase());
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    ending.is_some_and(|ending| ENDINGS.contains(&ending.as_str())) && !name.ends_with(".review.toml")
}

/// The letter in a file; `None` where it is none.
fn read(path: &Path) -> Option<OldLetter> {
    let bytes = desk::read_bytes(path).ok()?;
    let is_draft = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("toml"));
    let draft = if is_draft {
        format::read(std::str::from_utf8(&bytes).ok()?).ok()?.draft
    } else {
        let (text, _) = import::read(&bytes).ok()?;
        import::import(&text).ok()?.draft
    };
    Some(old_letter(path, draft))
}

fn old_letter(path: &Path, draft: Draft) -> OldLetter {
    let Draft { letter, matter, .. } = draft;
    let topic = if matter.title.is_empty() { letter.title } else { matter.title };
    let date = letter.date.day().map_or_else(String::new, |day| day.to_string());
    OldLetter { path: path.to_owned(), issuer: letter.issuer, topic, date, body: letter.body.into_boxed_str() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn drafts_and_letters_of_the_archive_are_found() {
        let folder = tempfile::tempdir().unwrap();
        let write = |path: &str, text: &str| {
            let path = folder.path().join(path);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, text).unwrap();
        };
        write("drafts/甲.toml", "format = 1\n[letter]\nissuer = \"甲局\"\nbody = '''\n清溪河清淤已完成。\n'''\n");
        write("drafts/甲.review.toml", "");
        write("往年/2024/乙.txt", include_str!("../../../tests/letters/01-tidy-proposal.txt"));
        write("往年/坏.docx", "不是文档");
        write("dafu.toml", "[archive]\nfolders = [\"往年\"]\n");
        let (to, heard) = channel();
        let to = Teller::from(to);
        let mut archive = Archive::new(Workspace::at(folder.path()));
        archive.ask(Question { serial: 7, query: "qxhqy".into(), near: Near::default() }, &to);
        let last = loop {
            match heard.recv_timeout(Duration::from_secs(20)).unwrap() {
                Heard::Message(Message::Recalled(recalled)) if recalled.read == recalled.of => break recalled,
                _ => {}
            }
        };
        assert_eq!((last.serial, last.of), (7, 2));
        assert_eq!(last.results.hits.iter().map(|hit| hit.text.as_str()).collect::<Vec<_>>(), ["清溪河清淤已完成。"]);
        archive.ask(Question { serial: 8, query: "收悉".into(), near: Near::default() }, &to);
        let Heard::Message(Message::Recalled(recalled)) = heard.recv_timeout(Duration::from_secs(20)).unwrap() else {
            panic!("an answer")
        };
        assert_eq!((recalled.serial, recalled.results.total), (8, 1));
    }
}
