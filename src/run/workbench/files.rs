//! Effects on files.

use std::path::{Path, PathBuf};

use jiff::civil::Date;

use super::archive::{Archive, Question};
use super::recovery::{self, Recovery};
use super::reviewing::Memory;
use super::shelf;
use super::watch::Watch;
use crate::app::prompt::Beginning;
use crate::app::proposals::Office;
use crate::app::{ExportProblem, Faults, Message, Opened, SaveProblem, State};
use crate::check::Profile;
use crate::desk::{DraftFile, Journal, Lock, SaveError, Workspace};
use crate::export::{Encoding, LineEnd};
use crate::import::assignments::Assignment;
use crate::letter::Field;
use crate::recall::Passage;
use crate::run::{Export, ExportError, Profiles, export};
use crate::term::hearing::Teller;
use crate::text::edit::Edit;

/// The files the workbench holds: the workspace, the open draft, its journal.
pub(super) struct Files {
    pub(super) workspace: Workspace,
    today: Date,
    pub(super) open: Option<Open>,
    /// What is remembered of the review.
    pub(super) memory: Memory,
    /// What looks after the changes of others.
    pub(super) watch: Watch,
    /// The draft that one's own changes were put into when the file was read again.
    kept: Option<PathBuf>,
    archive: Archive,
    /// Whether the person has been told that the journal cannot be written; once is enough.
    told: bool,
}

/// The open draft: its file, its journal, and the lock that keeps other workbenches from writing it.
pub(super) struct Open {
    pub file: DraftFile,
    pub journal: Journal,
    /// Nothing where another workbench has it, or where it was given up.
    pub lock: Option<Lock>,
}

/// Why the file itself can only be looked at, whoever has it open.
pub(super) fn only_to_be_read(file: &DraftFile) -> Option<String> {
    if let Some(format) = file.newer_format {
        return Some(format!("文件是新格式（format = {format}），只能查看"));
    }
    // A save puts a new file in the place of the old one, which would not ask for the right to write it.
    let protected = std::fs::metadata(&file.path).is_ok_and(|it| it.permissions().readonly());
    protected.then(|| "文件设为只读，只能查看；要改，请先去掉只读属性".to_owned())
}

impl Files {
    /// The files of the workspace at `path`, or of the workspace that the draft `path` belongs to.
    pub fn new(path: &Path, today: Date) -> Self {
        let workspace = if path.is_file() { Workspace::of_draft(path) } else { Workspace::at(path) };
        let archive = Archive::new(workspace.clone());
        let (memory, watch) = (Memory::default(), Watch::default());
        Self { workspace, today, open: None, memory, watch, kept: None, archive, told: false }
    }

    /// The workspace's name, for a person to read.
    pub fn workspace_name(&self) -> String {
        let root = std::fs::canonicalize(&self.workspace.root).unwrap_or_else(|_| self.workspace.root.clone());
        root.display().to_string()
    }

    /// Whether an office has set the workspace up, with or without drafts.
    pub fn is_set_up(&self) -> bool {
        self.workspace.root.join(crate::desk::CONFIGURATION_NAME).exists()
    }

    /// The workspace.
    pub fn workspace(&self) -> &Workspace {
        &self.workspace
    }

    /// The phrases that letters use and the documents they cite.
    pub fn shelf(&self) -> Vec<Passage> {
        super::phrases::of(&self.workspace.root)
    }

    /// Lets the workbench look and behave as `dafu.toml` says; gives what is wrong with that file.
    pub fn set_preferences(&self, state: &mut State) -> Faults {
        let configuration = match self.workspace.configuration() {
            Ok(configuration) => configuration,
            Err(error) => return Faults { unread: Some(error.to_string()), single: Vec::new() },
        };
        let (preferences, problems) = super::preferences::of(&configuration);
        state.set_preferences(preferences);
        Faults { unread: None, single: problems }
    }

    /// What the office says for all its letters; nothing where its file is missing or broken.
    pub fn office(&self) -> Office {
        let office = self.workspace.configuration().unwrap_or_default().office;
        let own = format!("{} {}", office.contact, office.phone).trim().to_owned();
        Office {
            contacts: std::iter::once(own).chain(office.contacts).filter(|it| !it.is_empty()).collect(),
            suggestion_cc: office.suggestion_cc.join("、"),
            proposal_cc: office.proposal_cc.join("、"),
            issuer: office.issuer,
            number_prefix: office.number_prefix,
        }
    }

    /// Every profile that a draft may be put under: those compiled in, as the workspace has them, and its own.
    pub fn profiles(&self) -> Vec<Profile> {
        Profiles::all(&self.workspace.root)
    }

    /// Keeps in mind how many steps of the tutorial are done.
    pub fn practised(&self, done: usize) -> Option<Message> {
        let kept = crate::run::tutor::keep_progress(&self.workspace.root, done);
        kept.err().map(|error| Message::Failed(format!("练习的进度没有记下：{error}")))
    }

    /// Looks for paragraphs of earlier letters; what is found goes `to` the workbench.
    pub fn recall(&mut self, question: Question, to: &Teller) {
        self.archive.ask(question, to);
    }

    /// Reads the library.
    pub fn list(&self, to: Teller) -> Message {
        if !self.workspace.exists() {
            return Message::Listed(Vec::new());
        }
        match shelf::list(&self.workspace, self.today, to) {
            Ok(entries) => Message::Listed(entries),
            Err(error) => Message::Failed(error.to_string()),
        }
    }

    /// Reads what the drafts hold in a thread of its own, which tells `to`.
    pub fn learn(&self, to: Teller) {
        if self.workspace.exists() {
            shelf::learn(self.workspace.clone(), to);
        }
    }

    /// Makes a workspace of the folder, with the samples.
    pub fn initialise(&self, samples: bool, to: Teller) -> Message {
        if let Err(error) = crate::run::init::create(&self.workspace, samples) {
            return Message::Failed(error.to_string());
        }
        self.list(to)
    }

    /// Makes a draft of what is known of its matter, and opens it.
    pub fn create(&mut self, beginning: &Beginning, state: &mut State) -> Message {
        let assignment = Assignment {
            session: beginning.session.clone(),
            number: beginning.number.clone(),
            title: beginning.title.clone(),
            ..Assignment::default()
        };
        let name = if beginning.number.is_empty() { &beginning.title } else { &beginning.number };
        let path = self.workspace.free_path(name);
        let made = self.workspace.configuration().and_then(|configuration| {
            DraftFile::create(&path, &crate::run::new::draft(&assignment, beginning.kind, &configuration))
        });
        match made {
            Ok(_) => self.open(&path, state),
            Err(error) => Message::Failed(error.to_string()),
        }
    }

    /// Opens a draft, with the changes that its journal still holds.
    pub fn open(&mut self, path: &Path, state: &mut State) -> Message {
        let file = match DraftFile::load(path) {
            Ok(file) => file,
            Err(error) => return Message::Failed(error.to_string()),
        };
        // The draft that is open now lets go of its lock first: it may be this very one.
        self.open = None;
        let lock = Lock::take(path);
        let mut journal = Journal::of(path, file.text());
        let read_only = match lock {
            None => Some("这份稿件已在别处打开，这里只能查看".to_owned()),
            Some(_) => only_to_be_read(&file),
        };
        let recovery = match read_only {
            // What is in the journal belongs to whoever is writing it.
            Some(_) => Recovery { draft: file.draft.clone(), recovered: false, aside: None },
            None => recovery::recover(&file, &mut journal, &self.workspace),
        };
        let Recovery { draft, recovered, aside } = recovery;
        let aside = aside.or(self.kept.take());
        let recovered = recovered.then(|| file.draft.clone());
        match Profiles::default().get(&self.workspace.root, &draft.profile) {
            Ok(profile) => state.set_profile(profile.clone()),
            Err(error) => {
                state.set_profile(Profile::default());
                state.tell(format!("{}；暂按通用规则检查", error.trouble));
            }
        }
        self.open = Some(Open { file, journal, lock });
        self.watch.turn_to(path);
        // A record that cannot be read lets nothing stand; the commands of the review tell what is wrong with it.
        let waivers = crate::run::waivers::of_draft(path).unwrap_or_default();
        Message::Opened(Box::new(Opened { path: path.to_owned(), draft, read_only, recovered, waivers, aside }))
    }

    /// The file of the open draft.
    pub fn path(&self) -> Option<&Path> {
        self.open.as_ref().map(|open| open.file.path.as_path())
    }

    /// Appends changes to the journal.
    pub fn journal(&mut self, changes: &[(Field, Edit)], state: &State) -> Option<Message> {
        let Open { journal, .. } = self.open.as_mut()?;
        let trouble = changes.iter().find_map(|(field, edit)| journal.append(*field, edit).err());
        if state.sheet().is_some_and(|sheet| sheet.document.is_saved()) {
            // Everything was taken back: nothing is left to be found again.
            self.forget();
        }
        let error = trouble.filter(|_| !std::mem::replace(&mut self.told, true))?;
        Some(Message::Failed(format!("写不了 .dafu 里的改动记录，请勤保存：{error}")))
    }

    /// Saves the open draft.
    pub fn save(&mut self, state: &State, overwrite: bool) -> Option<Message> {
        let Open { file, journal, .. } = self.open.as_mut()?;
        let draft = state.sheet()?.document.draft();
        Some(Message::Saved(match file.save(draft, overwrite) {
            Ok(()) => {
                journal.clear(file.text());
                Ok(())
            }
            Err(SaveError::Changed) => Err(SaveProblem::Changed),
            Err(error) => Err(SaveProblem::Other(format!("没有保存：{error}"))),
        }))
    }

    /// Puts the open draft, with its unsaved changes, into a draft of its own; opening the file again tells where.
    pub fn keep_aside(&mut self, state: &State) -> Option<Message> {
        let Open { file, journal, .. } = self.open.as_mut()?;
        let draft = state.sheet()?.document.draft();
        self.kept = recovery::keep(file, draft, &self.workspace);
        if self.kept.is_some() {
            journal.clear(file.text());
        }
        None
    }

    /// Gives up the changes in the journal.
    pub fn forget(&mut self) {
        if let Some(Open { file, journal, .. }) = &mut self.open {
            let text = file.text().to_owned();
            journal.clear(&text);
        }
    }

    /// Writes the open draft, as it was saved, for issuance.
    pub fn export(&mut self, reason: Option<&str>, overwrite: bool) -> Option<Message> {
        let Open { file, .. } = self.open.as_ref()?;
        let target = self.workspace.export_path(&file.path, "txt");
        // Asked before the gate: an override is recorded when it is passed, and is to be recorded once.
        if !overwrite && target.exists() {
            return Some(Message::Exported(Err(ExportProblem::Exists(target))));
        }
        let wanted = Export {
            draft: &file.path,
            target: None,
            overwrite,
            override_reason: reason,
            encoding: Encoding::default(),
            line_end: LineEnd::default(),
            today: self.today,
        };
        let result = export(&wanted, &mut Profiles::default());
        Some(Message::Exported(result.map_err(|error| match error {
            ExportError::Exists(path) => ExportProblem::Exists(path),
            // The file's own state counts, and may be another than what was shown.
            ExportError::Refused { errors, missing } => {
                let errors = errors.iter().map(|it| format!("{}：{}", it.field.label(), it.message));
                ExportProblem::Refused(errors.chain(missing).collect())
            }
            error => ExportProblem::Other(format!("没有导出：{error}")),
        })))
    }
}
