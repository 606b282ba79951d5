//! Watching the open draft and its record for what others do to them, and the folder of the drafts for what comes and goes.
//!
//! The first two are read twice a second and compared by their hashes: a shared folder tells nobody of its changes, and its clocks
//! and sizes cannot be trusted to differ. A letter has some kilobytes; a folder that does not answer keeps only this
//! thread waiting.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime};

use crate::app::Message;
use crate::app::review::Told;
use crate::desk;
use crate::term::hearing::{Heard, Teller};
use crate::text::fingerprint::fingerprint;

/// How often is looked: often enough that a change is seen within two seconds on a slow folder.
const PAUSE: Duration = Duration::from_millis(500);

/// Of how many looks one also goes to the folder, where many files may lie.
const FOLDER: u32 = 4;

/// What is watched.
#[derive(Clone, Default)]
pub(super) struct Watch {
    draft: Arc<Mutex<Option<PathBuf>>>,
}

impl Watch {
    /// Begins to watch, the `folder` of the drafts too, in a thread of its own, which tells `to`. Without a thread nobody is
    /// told, and saving still looks.
    pub fn start(&self, folder: PathBuf, to: Teller) {
        let draft = self.draft.clone();
        let _ = std::thread::Builder::new().name("watch".into()).spawn(move || {
            let mut before: Option<(PathBuf, [Option<String>; 2])> = None;
            let mut files = listed(&folder);
            for look_at in (0..FOLDER).cycle() {
                std::thread::sleep(PAUSE);
                if look_at == 0 {
                    let now = listed(&folder);
                    let stirred = now != files;
                    files = now;
                    if stirred && to.send(Heard::Message(Message::FolderStirred)).is_err() {
                        return;
                    }
                }
                let path = draft.lock().ok().and_then(|path| path.clone());
                let now = path.map(|path| (look(&path), path)).map(|(seen, path)| (path, seen));
                // The first look at a draft is told too: it may have changed since it was opened.
                let stirred = now.is_some() && now != before;
                before = now;
                if stirred && to.send(Heard::Message(Message::Review(Told::Stirred))).is_err() {
                    return;
                }
            }
        });
    }

    /// Watches `draft` from now on.
    pub fn turn_to(&self, draft: &Path) {
        if let Ok(mut watched) = self.draft.lock() {
            *watched = Some(draft.to_owned());
        }
    }
}

/// What lies in the folder: names, lengths, and when each was written.
fn listed(folder: &Path) -> BTreeMap<OsString, (u64, Option<SystemTime>)> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let about = |entry: std::fs::DirEntry| {
        let about = entry.metadata().ok()?;
        Some((entry.file_name(), (about.len(), about.modified().ok())))
    };
    entries.filter_map(about).collect()
}

/// The hashes of the draft and of its record; nothing where one cannot be read.
fn look(draft: &Path) -> [Option<String>; 2] {
    [draft.to_owned(), desk::record_path(draft)].map(|path| desk::read_bytes(&path).ok().map(|it| fingerprint(&it)))
}
