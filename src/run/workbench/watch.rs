//! Watching the open draft and its record for what others do to them.
//!
//! Both are read twice a second and compared by their hashes: a shared folder tells nobody of its changes, and its clocks
//! and sizes cannot be trusted to differ. A letter has some kilobytes; a folder that does not answer keeps only this
//! thread waiting.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use crate::app::Message;
use crate::app::review::Told;
use crate::desk;
use crate::term::hearing::{Heard, Teller};
use crate::text::fingerprint::fingerprint;

/// How often is looked: often enough that a change is seen within two seconds on a slow folder.
const PAUSE: Duration = Duration::from_millis(500);

/// What is watched.
#[derive(Clone, Default)]
pub(super) struct Watch {
    draft: Arc<Mutex<Option<PathBuf>>>,
}

impl Watch {
    /// Begins to watch in a thread of its own, which tells `to`. Without a thread nobody is told, and saving still looks.
    pub fn start(&self, to: Teller) {
        let draft = self.draft.clone();
        let _ = std::thread::Builder::new().name("watch".into()).spawn(move || {
            let mut before: Option<(PathBuf, [Option<String>; 2])> = None;
            loop {
                std::thread::sleep(PAUSE);
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

/// The hashes of the draft and of its record; nothing where one cannot be read.
fn look(draft: &Path) -> [Option<String>; 2] {
    [draft.to_owned(), desk::record_path(draft)].map(|path| desk::read_bytes(&path).ok().map(|it| fingerprint(&it)))
}
