//! Reading the library: every draft of the workspace, and in the background what the checks say of each.

use std::path::Path;

use jiff::civil::Date;

use crate::app::Message;
use crate::app::element::Element;
use crate::app::library::Entry;
use crate::check::{Checker, Profile, Severity};
use crate::desk::{DeskError, DraftFile, Journal, Workspace};
use crate::letter::Draft;
use crate::run::sitting::Sitting;
use crate::run::{Profiles, list as ledger};
use crate::term::hearing::{Heard, Teller};

/// The drafts of `workspace` as they are listed. Their findings are counted in a thread of their own, which tells `to`.
///
/// # Errors
/// [`DeskError`] when the folder cannot be read.
pub(super) fn list(workspace: &Workspace, today: Date, to: Teller) -> Result<Vec<Entry>, DeskError> {
    let (entries, drafts): (Vec<Entry>, Vec<Option<Draft>>) =
        workspace.drafts()?.iter().map(|path| entry(path)).unzip();
    let (workspace, mut checked) = (workspace.clone(), entries.clone());
    // Without a thread the library is simply shown without counts.
    let _ = std::thread::Builder::new().name("library".into()).spawn(move || {
        let (mut profiles, mut checker) = (Profiles::default(), Checker::default());
        for (entry, draft) in checked.iter_mut().zip(drafts) {
            if let Some(draft) = draft {
                let profile = profile(&workspace.root, &draft);
                let sitting = Sitting::open(&entry.path, &mut profiles);
                let waivers = sitting.as_ref().map(Sitting::waivers).unwrap_or_default();
                let report = checker.check_with(&draft, &profile, today, &waivers);
                entry.findings = Some((report.count(Severity::Error), report.count(Severity::Warning)));
                entry.stage = sitting.map_or_else(
                    |_| String::new(),
                    |sitting| ledger::stage(&workspace, &entry.path, &report, &sitting),
                );
                entry.days_left = ledger::days_left(ledger::due(&draft, &profile), today);
            }
        }
        let _ = to.send(Heard::Message(Message::Listed(checked)));
    });
    Ok(entries)
}

/// Reads the drafts of `workspace` in a thread of its own, unchecked, and tells `to`. Without a thread nothing is proposed of
/// them.
pub(super) fn learn(workspace: Workspace, to: Teller) {
    let _ = std::thread::Builder::new().name("values".into()).spawn(move || {
        let entries: Vec<Entry> = workspace.drafts().unwrap_or_default().iter().map(|path| entry(path).0).collect();
        let _ = to.send(Heard::Message(Message::Listed(entries)));
    });
}

/// The profile a draft is checked by; the default one where its own is missing or broken.
pub(super) fn profile(root: &Path, draft: &Draft) -> Profile {
    Profiles::default().get(root, &draft.profile).cloned().unwrap_or_default()
}

/// What the elements of a draft hold, as far as other letters may want it.
fn values(draft: &Draft) -> Vec<(Element, String)> {
    let values = Element::all().map(|element| (element, element.read(draft)));
    values.filter(|(_, text)| !text.is_empty()).collect()
}

fn entry(path: &Path) -> (Entry, Option<Draft>) {
    match DraftFile::load(path) {
        Ok(file) => {
            let recoverable = Journal::of(path, file.text()).recover().is_some();
            let draft = file.draft;
            let title = if draft.matter.title.is_empty() { &draft.letter.title } else { &draft.matter.title };
            let entry = Entry {
                path: path.to_owned(),
                title: title.clone(),
                number: draft.matter.number.clone(),
                kind: draft.kind.word(),
                recoverable,
                values: values(&draft),
                ..Entry::default()
            };
            (entry, Some(draft))
        }
        Err(error) => {
            let problem = Some(error.trouble.to_string());
            (Entry { path: path.to_owned(), problem, ..Entry::default() }, None)
        }
    }
}
