//! A folder of letters that is taken in: each file with what became of it.

use std::path::PathBuf;

use super::Reading;
use super::screen::Intake;
use crate::app::list::List;

/// What is known of one file.
#[derive(Clone, Debug, PartialEq)]
pub enum State {
    /// Not read yet.
    Waiting,
    /// Read: the letter, and how many places a person should look at.
    Read(Box<Reading>, usize),
    /// Not read, and why.
    Failed(String),
    /// A draft was made of it.
    Made(PathBuf),
}

/// A folder of letters.
#[derive(Clone, Debug, Default)]
pub struct Batch {
    /// The folder, as a person knows it.
    pub folder: String,
    /// The files, each with what is known of it.
    pub files: Vec<(PathBuf, State)>,
    /// The chosen file.
    pub list: List,
    /// Whether the screen shows it.
    pub is_shown: bool,
}

/// How many files are in which state.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Not read yet.
    pub waiting: usize,
    /// Read, with nothing to look at.
    pub certain: usize,
    /// Read, with something to look at.
    pub doubtful: usize,
    /// Not readable as letters.
    pub failed: usize,
    /// Made into drafts.
    pub made: usize,
}

impl Batch {
    /// A folder whose files wait to be read.
    pub fn new(folder: String, files: Vec<PathBuf>) -> Self {
        let files = files.into_iter().map(|path| (path, State::Waiting)).collect();
        Self { folder, files, list: List::default(), is_shown: true }
    }

    /// Takes in what came of reading a file.
    pub fn read(&mut self, index: usize, read: Result<Reading, String>) {
        let state = match read {
            Ok(reading) => {
                let open = Intake::new(reading.clone()).open_count();
                State::Read(Box::new(reading), open)
            }
            Err(problem) => State::Failed(problem),
        };
        if let Some((_, known)) = self.files.get_mut(index) {
            *known = state;
        }
    }

    /// How many files are in which state.
    pub fn summary(&self) -> Summary {
        let mut summary = Summary::default();
        for (_, state) in &self.files {
            let count = match state {
                State::Waiting => &mut summary.waiting,
                State::Read(_, 0) => &mut summary.certain,
                State::Read(..) => &mut summary.doubtful,
                State::Failed(_) => &mut summary.failed,
                State::Made(_) => &mut summary.made,
            };
            *count += 1;
        }
        summary
    }

    /// Whether some files are not done with.
    pub fn has_work(&self) -> bool {
        self.files.iter().any(|(_, state)| matches!(state, State::Waiting | State::Read(..)))
    }

    /// The chosen file.
    pub fn chosen(&self) -> Option<&(PathBuf, State)> {
        self.files.get(self.list.selected)
    }

    /// The letters that nobody has to look at, by their index, and with `doubtful` the others too.
    pub fn readings(&self, doubtful: bool) -> Vec<(usize, Reading)> {
        let certain = |(at, (_, state)): (usize, &(PathBuf, State))| match state {
            State::Read(reading, open) if doubtful || *open == 0 => Some((at, (**reading).clone())),
            _ => None,
        };
        self.files.iter().enumerate().filter_map(certain).collect()
    }

    /// Chooses the next file that waits for a person, after the chosen one. Says whether there is one.
    pub fn go_on(&mut self) -> bool {
        let count = self.files.len();
        let waits = |at: &usize| matches!(self.files[*at].1, State::Read(..));
        let found = (1..=count).map(|step| (self.list.selected + step) % count).find(waits);
        self.list.selected = found.unwrap_or(self.list.selected);
        found.is_some()
    }
}
