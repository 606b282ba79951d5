//! The review in the workbench, carried out: the same sitting that the command line has.

use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};

use super::files::{Files, Open, only_to_be_read};
use crate::app::review::{Base, Case, Elsewhere, Told, Wanted};
use crate::app::{Message, State};
use crate::desk::versions;
use crate::desk::{self, DeskError, DraftFile, Lock, Overwrite, Person, Trouble};
use crate::letter::merge::{Conflict, Side, merge_by};
use crate::letter::{Draft, difference};
use crate::review::{Action, Verdict};
use crate::run::sitting::{DecideError, Sitting};
use crate::run::{Profiles, diff, history, named_version, review};
use crate::text::fingerprint::fingerprint;

/// How many earlier versions are read for showing what changed since: more are never judged at once.
const EARLIER: usize = 24;

/// What is remembered of the review from one effect to the next.
#[derive(Default)]
pub(super) struct Memory {
    /// Whether the file of the open draft was gone at the last look.
    gone: bool,
    /// Earlier versions that were read already, by their hashes.
    earlier: HashMap<String, Draft>,
    /// The name the person gave here.
    name: Option<String>,
    /// The text on the disk that stands against unsaved changes here, and was told of.
    told: Option<String>,
}

impl Files {
    /// Does something about the review of the open draft, and tells what came of it.
    pub fn review(&mut self, wanted: Wanted, state: &State) -> Vec<Message> {
        let told = match wanted {
            Wanted::Look => return self.look(state).into_iter().map(Message::Review).collect(),
            Wanted::Decide(actions) => return self.decide(actions),
            Wanted::Introduce(name) => return self.introduce(name),
            Wanted::History => Told::History(self.history()),
            Wanted::Compare(base) => {
                let result = self.compare(&base).map(|(name, draft)| (name, Box::new(draft)));
                Told::Compared(base, result)
            }
            Wanted::Restore(hash, name) => {
                let version = self.sitting().and_then(|sitting| sitting.draft_at(&hash).map_err(|it| it.to_string()));
                Told::Restored(version.map(|draft| (name, Box::new(draft))))
            }
            Wanted::Write(text) => Told::Written(self.write_beside("花脸稿", &text).map_err(|error| error.to_string())),
            Wanted::Sheet => Told::Written(self.sitting().and_then(|sitting| {
                let text = review::sheet_text(&sitting);
                self.write_beside("核稿单", &text).map_err(|error| error.to_string())
            })),
            Wanted::Unlock => return self.unlock(state),
            Wanted::Yield => {
                if let Some(open) = &mut self.open {
                    open.lock = None;
                }
                Told::Yielded
            }
            Wanted::Merge(decided) => self.merge(state, &decided),
        };
        vec![Message::Review(told)]
    }

    /// The sitting over the draft as it is shown: what is decided is bound to that, whatever lies on the disk by now.
    fn sitting(&self) -> Result<Sitting, String> {
        let Some(Open { file, .. }) = &self.open else {
            return Err("没有打开的稿件".to_owned());
        };
        let opened = Sitting::over(file.clone(), &mut Profiles::default());
        let mut sitting = opened.map_err(|error| error.to_string())?.in_workbench();
        if let Some(name) = &self.memory.name {
            sitting.person.name.clone_from(name);
            sitting.person.given = true;
        }
        Ok(sitting)
    }

    fn case(&mut self) -> Told {
        Told::Read(self.sitting().map(|sitting| {
            let judged = |action: &Action| matches!(action, Action::Judge { .. } | Action::Sign { .. });
            let entries = sitting.record.entries.iter().rev().filter(|kept| judged(&kept.entry.action));
            let mut earlier = BTreeMap::new();
            for kept in entries {
                let version = &kept.entry.version;
                if earlier.len() >= EARLIER {
                    break;
                }
                if !earlier.contains_key(version) {
                    let known = self.memory.earlier.get(version).cloned();
                    let Some(draft) = known.or_else(|| sitting.draft_at(version).ok()) else { continue };
                    earlier.insert(version.clone(), draft);
                }
            }
            self.memory.earlier.extend(earlier.clone());
            Box::new(Case {
                record: sitting.counted().clone(),
                policy: sitting.policy.clone(),
                waivers: sitting.waivers(),
                faults: sitting.faults().iter().map(ToString::to_string).collect(),
                who: sitting.person.name.clone(),
                given: sitting.person.given,
                account: account(&sitting.person),
                key: sitting.key().to_owned(),
                key_demanded: sitting.key_demanded(),
                earlier,
            })
        }))
    }

    /// Sees whether somebody else saved the draft or added to its record.
    fn look(&mut self, state: &State) -> Vec<Told> {
        let mut told: Vec<Told> = self.changed(state).into_iter().collect();
        told.push(self.case());
        told
    }

    fn changed(&mut self, state: &State) -> Option<Told> {
        let open = self.open.as_mut()?;
        let document = &state.sheet()?.document;
        let gone = !open.file.path.exists();
        if gone != std::mem::replace(&mut self.memory.gone, gone) && gone {
            return Some(Told::Gone);
        }
        // A file that is gone or half written just now is looked at again when it changes the next time.
        let there = DraftFile::load(&open.file.path).ok()?;
        if there.text() == open.file.text() {
            return None;
        }
        let by = by(&there);
        if document.is_saved() || document.read_only().is_some() {
            let draft = there.draft.clone();
            open.journal.clear(there.text());
            open.file = there;
            return Some(Told::Changed(Box::new(Elsewhere { by, draft: Some(draft) })));
        }
        let new = self.memory.told.as_deref() != Some(there.text());
        self.memory.told = Some(there.text().to_owned());
        new.then(|| Told::Changed(Box::new(Elsewhere { by, draft: None })))
    }

    fn decide(&mut self, actions: Vec<Action>) -> Vec<Message> {
        let words = told(&actions);
        let decided = self.sitting().and_then(|mut sitting| match sitting.decide(actions) {
            Ok(_) => {
                let signed = sitting.record.entries.last().is_some_and(|kept| kept.signature.is_some());
                Ok(if signed { format!("{words}（已用 SSH 密钥签名）") } else { words })
            }
            Err(DecideError::Refused(refusal)) => Err(refusal.to_string()),
            Err(DecideError::Write(error)) => Err(error.to_string()),
        });
        // What is in the record comes first, so that the next step is worked out from it.
        let case = self.case();
        vec![Message::Review(case), Message::Review(Told::Decided(decided))]
    }

    fn introduce(&mut self, name: String) -> Vec<Message> {
        let kept = desk::remember_name(&name);
        self.memory.name = Some(name);
        let mut messages = vec![Message::Review(self.case())];
        if let Err(error) = kept {
            messages.push(Message::Failed(format!("姓名没有记下，下次还要再问：{error}")));
        }
        messages
    }

    fn history(&self) -> Result<Vec<crate::app::review::Version>, String> {
        let sitting = self.sitting()?;
        let mut versions = history::listed(&sitting).map_err(|error| error.to_string())?;
        versions.reverse();
        Ok(versions)
    }

    fn compare(&self, base: &Base) -> Result<(String, Draft), String> {
        let sitting = self.sitting()?;
        let version = |hash: &str| sitting.draft_at(hash).map_err(|error| error.to_string());
        Ok(match base {
            Base::Saved => ("已存的稿件".to_owned(), sitting.file.draft.clone()),
            Base::LastSignOff => {
                let (hash, name) = named_version::baseline(&sitting).map_err(|error| error.to_string())?;
                (name.to_owned(), version(&hash)?)
            }
            Base::Previous => {
                let hash = named_version::find(&sitting, "上一版").map_err(|error| error.to_string())?;
                ("上一版".to_owned(), version(&hash)?)
            }
            Base::Version(hash, name) => (name.clone(), version(hash)?),
            Base::File(path) => {
                let inside = sitting.root.join(path);
                let path = if path.exists() { path.clone() } else { inside };
                let draft = diff::load(&path.to_string_lossy()).map_err(|error| error.to_string())?;
                (path.display().to_string(), draft)
            }
        })
    }

    /// Writes what is called so beside what was exported, never over anything.
    fn write_beside(&self, what: &str, text: &str) -> Result<PathBuf, DeskError> {
        let path = self.open.as_ref().map_or_else(PathBuf::new, |open| open.file.path.clone());
        let letter = self.workspace.export_path(&path, "txt");
        let stem = path.file_stem().map_or_else(String::new, |stem| stem.to_string_lossy().into_owned());
        for count in 1.. {
            let name = if count == 1 { format!("{stem}-{what}.txt") } else { format!("{stem}-{what}-{count}.txt") };
            let target = letter.with_file_name(name);
            match desk::write(&target, text.as_bytes(), Overwrite::Never) {
                Ok(()) => return Ok(target),
                Err(DeskError { trouble: Trouble::Exists, .. }) => {}
                Err(error) => return Err(error),
            }
        }
        Err(DeskError::new(Path::new(what), Trouble::Exists))
    }

    /// Takes the lock where nobody has it any more, and what was saved meanwhile first.
    fn unlock(&mut self, state: &State) -> Vec<Message> {
        let Some(open) = &mut self.open else { return Vec::new() };
        let refused = |reason: String| vec![Message::Review(Told::Unlocked(Err(reason)))];
        if let Some(reason) = only_to_be_read(&open.file) {
            return refused(reason);
        }
        if open.lock.is_none() {
            let Some(lock) = Lock::take(&open.file.path) else {
                return refused("这份稿件正在别处修改，这里只能查看和核稿".to_owned());
            };
            open.lock = Some(lock);
        }
        let changed = self.changed(state).into_iter();
        changed.chain([Told::Unlocked(Ok(()))]).map(Message::Review).collect()
    }

    /// Both changes over what is on the disk now, as the draft to go on with; the journal goes on from there. What was
    /// decided holds as long as it is about all places where they contradict each other.
    fn merge(&mut self, state: &State, decided: &[(Conflict, Side)]) -> Told {
        let failed = |why: &str| Told::Merged(Err(format!("没有合并：{why}")));
        let (Some(open), Some(sheet)) = (self.open.as_mut(), state.sheet()) else {
            return failed("没有打开的稿件");
        };
        let there = match DraftFile::load(&open.file.path) {
            Ok(there) => there,
            Err(error) => return failed(&error.to_string()),
        };
        let sides: Vec<Side> = decided.iter().map(|(_, side)| *side).collect();
        let (draft, conflicts) = merge_by(&open.file.draft, sheet.document.draft(), &there.draft, &sides);
        if !conflicts.iter().eq(decided.iter().map(|(conflict, _)| conflict)) {
            return Told::Contradicted(conflicts);
        }
        let Some(edits) = difference::edits(&there.draft, &draft) else { return failed("改动写不成日志") };
        open.journal.clear(there.text());
        let kept = edits.iter().all(|(field, edit)| open.journal.append(*field, edit).is_ok());
        open.file = there;
        if kept { Told::Merged(Ok(Box::new(draft))) } else { failed("日志写不进去") }
    }
}

/// Who saved what lies on the disk now, and when: 周予安 16:03; 别处 where nobody noted it.
fn by(file: &DraftFile) -> String {
    let hash = fingerprint(file.text().as_bytes());
    let known = versions::history(&file.path).unwrap_or_default();
    let version = known.iter().rev().find(|version| version.hash == hash);
    version.map_or_else(
        || "别处".to_owned(),
        |version| format!("{} {} ", version.who, version.at.get(11..16).unwrap_or_default()),
    )
}

/// What the system calls the account of somebody who gave no name; empty where it has no word for it.
fn account(person: &Person) -> String {
    let known = !person.given && person.name != desk::UNKNOWN_PERSON;
    if known { person.name.clone() } else { String::new() }
}

/// What was decided, in words.
fn told(actions: &[Action]) -> String {
    match actions {
        [Action::Judge { title, verdict: Verdict::Pass, .. }] => format!("{title}　通过"),
        [Action::SendBack { .. }] => "已退回拟稿人，此前的签字作废".to_owned(),
        [Action::Submit { .. }] => "已送核".to_owned(),
        [one] => format!("已记下：{}", one.told()),
        several => format!("已一并通过 {} 项", several.len()),
    }
}
