//! A sitting over one draft: the draft, its record, what is asked of it, and who sits there.

use super::{Profiles, now, policy, signature};
use crate::check::Profile;
use crate::desk::versions::{self, Cause};
use crate::desk::{self, Configuration, DeskError, DraftFile, Person, Trouble, Workspace};
use crate::letter::Draft;
use crate::review::{Action, Entry, Fault, Kept, Policy, Progress, Record, Refusal, Seen, record, verify};
use crate::text::fingerprint::fingerprint;
use std::path::{Path, PathBuf};

/// A draft with its record, as both lie on the disk.
#[derive(Debug)]
pub struct Sitting {
    /// The draft file.
    pub file: DraftFile,
    /// The root of its workspace.
    pub root: PathBuf,
    /// What is asked of it.
    pub policy: Policy,
    /// Who sits here.
    pub person: Person,
    /// Its record, as it stands in the file.
    pub record: Record,
    /// The record as it counts: without sign-offs that lack a signature where one is asked.
    counted: Record,
    seen: Option<Seen>,
    configuration: Configuration,
    /// Whether the terminal is somebody else's, so that no program may ask anything there.
    in_workbench: bool,
}

/// Why a decision was not taken down.
#[derive(Debug, thiserror::Error)]
pub enum DecideError {
    /// The rules of the office refuse it.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// It could not be written.
    #[error(transparent)]
    Write(#[from] WriteError),
}

/// Why an entry could not be added.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// The record is not as it was written.
    #[error("核稿记录有问题：{0}。用 dafu review verify 查看")]
    Faulty(Fault),
    /// The key did not sign.
    #[error("没有签成名：{0}")]
    Signature(String),
    /// Trouble with the disk.
    #[error(transparent)]
    Desk(#[from] DeskError),
}

impl Sitting {
    /// Sits down over the draft at `path`.
    ///
    /// # Errors
    /// [`DeskError`] when the draft, its record, its profile or the configuration cannot be read.
    pub fn open(path: &Path, profiles: &mut Profiles) -> Result<Self, DeskError> {
        Self::over(DraftFile::load(path)?, profiles)
    }

    /// Sits down over a draft that is loaded already.
    ///
    /// # Errors
    /// As [`open`](Self::open).
    pub fn over(file: DraftFile, profiles: &mut Profiles) -> Result<Self, DeskError> {
        let root = Workspace::of_draft(&file.path).root;
        let configuration = Configuration::load(&root)?;
        let policy = policy::policy(&root, profiles.of_draft(&file.path, &root, &file.draft)?, &configuration)?;
        let person = desk::identity(&configuration);
        let (record, counted) = (Record::default(), Record::default());
        let mut sitting =
            Self { file, root, policy, person, record, counted, seen: None, configuration, in_workbench: false };
        sitting.read_record()?;
        Ok(sitting)
    }

    /// The same sitting in the workbench, which has the terminal for itself.
    pub fn in_workbench(mut self) -> Self {
        self.in_workbench = true;
        self
    }

    /// The record as it counts: without sign-offs that lack a signature where one is asked.
    pub fn counted(&self) -> &Record {
        &self.counted
    }

    /// The SSH key that signs for the person; empty for none.
    pub fn key(&self) -> &str {
        &self.configuration.people.ssh_key
    }

    /// Whether a sign-off counts only with a signature of a key.
    pub fn key_demanded(&self) -> bool {
        self.configuration.review.signed_by_key
    }

    fn read_record(&mut self) -> Result<(), DeskError> {
        let (record, seal) = desk::read_sealed_record(&self.file.path)?;
        self.record = Record::read(&record);
        self.seen = seal.and_then(|seal| read_seal(&seal));
        self.counted = self.record.clone();
        if self.configuration.review.signed_by_key {
            let name = self.name();
            let holds = |kept: &Kept| {
                !matches!(kept.entry.action, Action::Sign { .. })
                    || signature::holds(&self.root, &self.configuration, &name, kept) == Some(Ok(()))
            };
            self.counted.entries.retain(holds);
        }
        Ok(())
    }

    /// The draft's file name: what its record is bound to.
    pub fn name(&self) -> String {
        self.file.path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned())
    }

    /// The SHA-256 of the draft file as it was read.
    pub fn version(&self) -> String {
        fingerprint(self.file.text().as_bytes())
    }

    /// Where the letter stands.
    pub fn progress(&self) -> Progress<'_> {
        Progress::of(&self.file.draft, &self.counted, &self.policy)
    }

    /// What is not as it was written, but for signatures.
    pub fn faults(&self) -> Vec<Fault> {
        verify(&self.record, &self.name(), self.seen.as_ref())
    }

    /// The signatures that do not hold.
    pub fn signature_faults(&self) -> Vec<Fault> {
        let name = self.name();
        let checked = self.record.entries.iter().filter_map(|kept| {
            match signature::holds(&self.root, &self.configuration, &name, kept)? {
                Ok(()) => None,
                Err(why) => Some(Fault::Signature { number: kept.number, why }),
            }
        });
        checked.collect()
    }

    /// That the record is as it was written.
    ///
    /// # Errors
    /// [`WriteError::Faulty`] with the first fault.
    pub fn is_sound(&self) -> Result<(), WriteError> {
        self.faults().into_iter().next().map_or(Ok(()), |fault| Err(WriteError::Faulty(fault)))
    }

    /// What is missing before the letter may go out, in words.
    pub fn missing(&self) -> Vec<String> {
        if !self.policy.asks() {
            return Vec::new();
        }
        let missing = self.progress().all_missing();
        let mut told: Vec<String> =
            missing.into_iter().map(|missing| format!("{}：{}", missing.stage.title(), missing.why)).collect();
        if let Some(fault) = self.faults().first() {
            told.insert(0, format!("核稿记录：{fault}"));
        }
        told
    }

    /// Takes down decisions of the person who sits here, all of them or none: the one way by which the command line, the
    /// walk in a terminal and the workbench decide anything. Gives the number of the last.
    ///
    /// # Errors
    /// [`DecideError`]; nothing is written then.
    pub fn decide(&mut self, actions: Vec<Action>) -> Result<usize, DecideError> {
        self.is_sound()?;
        let progress = self.progress();
        actions.iter().try_for_each(|action| progress.may(action, &self.person.name))?;
        drop(progress);
        Ok(self.write_all(actions)?)
    }

    /// Adds a decision of the person who sits here, and keeps the version it was made on. Gives its number.
    ///
    /// # Errors
    /// [`WriteError`]. A record that is not as it was written takes no more decisions, lest they seem to vouch for it;
    /// only that a letter went out in spite of it is still noted, and does not hide the fault.
    pub fn write(&mut self, action: Action) -> Result<usize, WriteError> {
        self.write_all(vec![action])
    }

    /// Adds several decisions at once: all of them or none.
    ///
    /// # Errors
    /// As [`write`](Self::write).
    pub fn write_all(&mut self, actions: Vec<Action>) -> Result<usize, WriteError> {
        let name = self.name();
        let renames = actions.iter().any(|action| matches!(action, Action::Rename { .. }));
        let notes = actions.iter().all(|action| matches!(action, Action::Override { .. } | Action::Export { .. }));
        let entries = actions.into_iter().map(|action| self.entry(&name, action)).collect::<Result<Vec<_>, _>>()?;
        versions::keep(&self.file.path, self.file.text(), Cause::Reviewed)?;
        // The seal of a record with a fault stays, or the fault could not be told any more.
        let kept_seal = std::cell::RefCell::new(None);
        desk::append_record(
            &self.file.path,
            |so_far| {
                let seen = desk::record_seal(&self.file.path).and_then(|seal| read_seal(&seal));
                let mut faults = verify(&Record::read(so_far), &name, seen.as_ref()).into_iter();
                let fault = faults.find(|fault| !(renames && matches!(fault, Fault::Foreign { .. })));
                match fault {
                    Some(fault) if !notes => return Err(WriteError::Faulty(fault)),
                    Some(_) => *kept_seal.borrow_mut() = desk::record_seal(&self.file.path),
                    None => {}
                }
                Ok(record::addition(so_far, &name, &entries))
            },
            |whole| {
                let record = Record::read(whole);
                kept_seal.take().unwrap_or_else(|| format!("{} {}", record.entries.len(), record.end()))
            },
        )?;
        self.read_record()?;
        Ok(self.record.entries.last().map_or(0, |kept| kept.number))
    }

    /// A decision of the person who sits here, signed by their key where they have one and it is a signature.
    fn entry(&self, name: &str, action: Action) -> Result<(Entry, Option<String>), WriteError> {
        let (who, machine) = (self.person.name.clone(), self.person.machine.clone());
        let entry = Entry { at: now(), who, machine, version: self.version(), action };
        let key = self.configuration.people.ssh_key.as_str();
        if key.is_empty() || !matches!(entry.action, Action::Sign { .. }) {
            return Ok((entry, None));
        }
        let signature = signature::sign(key, &record::statement(name, &entry), !self.in_workbench)
            .map_err(WriteError::Signature)?;
        Ok((entry, Some(signature)))
    }

    /// Puts a record that is not as it was written aside and begins a new one; gives where the old one went.
    ///
    /// # Errors
    /// [`WriteError`] when that cannot be done.
    pub fn renew(&mut self, reason: &str) -> Result<PathBuf, WriteError> {
        let aside = desk::set_record_aside(&self.file.path)?;
        self.read_record()?;
        self.write(Action::SendBack { reason: format!("重新建立核稿记录：{reason}") })?;
        Ok(aside)
    }

    /// Reads the draft and its record anew. Says whether the draft is another than it was.
    ///
    /// # Errors
    /// [`DeskError`] when they cannot be read any more.
    pub fn refresh(&mut self) -> Result<bool, DeskError> {
        let before = self.version();
        self.file = DraftFile::load(&self.file.path)?;
        self.read_record()?;
        Ok(self.version() != before)
    }

    /// The text of a version that an entry of the record names.
    ///
    /// # Errors
    /// [`DeskError`] when its snapshot is gone.
    pub fn draft_at(&self, version: &str) -> Result<Draft, DeskError> {
        let text = versions::read(&self.file.path, version)?;
        let loaded = crate::letter::format::read(&text)
            .map_err(|error| DeskError::new(&self.file.path, Trouble::Format(error)))?;
        Ok(loaded.draft)
    }
}

/// What is missing before the draft at `path` may go out. Where nothing is asked, its record is not even read.
///
/// # Errors
/// As [`Sitting::open`].
pub fn missing(
    path: &Path,
    profile: &Profile,
    root: &Path,
    configuration: &Configuration,
) -> Result<Vec<String>, DeskError> {
    if !policy::policy(root, profile, configuration)?.asks() {
        return Ok(Vec::new());
    }
    Ok(Sitting::open(path, &mut Profiles::default())?.missing())
}

/// What was kept of the end of a record: how many entries, and the last one's chain.
pub(super) fn read_seal(seal: &str) -> Option<Seen> {
    let (count, chain) = seal.trim().split_once(' ')?;
    Some(Seen { count: count.parse().ok()?, chain: chain.to_owned() })
}
