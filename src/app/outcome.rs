//! What came of effects, and the questions they raise.

use super::beginning;
use super::command::Command;
use super::document::Document;
use super::effect::Effect;
use super::intake;
use super::message::{ExportProblem, Faults, Message, Opened, SaveProblem};
use super::overlay::{Gate, Overlay, Page};
use super::question::{Answer, Next, Question, Subject, Waiting};
use super::review::{self, Review, Wanted, board::Board};
use super::role_change;
use super::state::{AfterSave, Sheet, State};
use super::structure;
use super::update::{go, leave};
use crate::check::Severity;
use crate::text::position::floor_boundary;

/// Takes in what came of an effect. Says whether anything changed.
pub(super) fn on_outcome(state: &mut State, message: Message) -> bool {
    match message {
        Message::Listed(entries) => {
            state.library.fill(entries);
            let empty = state.library.count() == 0 && state.sheet.is_none() && state.offers_samples;
            if empty && state.overlays.is_empty() {
                state.overlays.push(Overlay::Question(Question::new(Subject::Initialise)));
            }
        }
        Message::FolderStirred => {
            if state.in_library && !state.imports.is_shown() {
                state.effects.push(Effect::List);
            }
            return false;
        }
        Message::Faults(faults) => return tell_faults(state, faults),
        Message::Opened(opened) => {
            let path = opened.path.clone();
            open(state, *opened);
            intake::outcome::on_opened(state, &path);
        }
        Message::Intake(arrival) => intake::outcome::on_arrival(state, arrival),
        Message::Saved(Ok(())) => saved(state),
        Message::Saved(Err(SaveProblem::Changed)) => {
            state.overlays.push(Overlay::Question(Question::new(Subject::Conflict)));
        }
        Message::Saved(Err(SaveProblem::Other(problem))) => {
            state.after_save = AfterSave::Stay;
            state.warn(problem);
        }
        Message::Waivers(waivers, told) => {
            if let Some(sheet) = &mut state.sheet {
                sheet.waivers = waivers;
                sheet.stale = true;
            }
            state.effects.push(Effect::Review(Wanted::Look));
            state.say(told);
        }
        Message::Exported(Ok(path)) => {
            if let Some(tutor) = &mut state.tutor {
                tutor.note_export(&path);
            }
            state.say(format!("已导出到 {}", path.display()));
        }
        Message::Exported(Err(ExportProblem::Exists(path))) => {
            state.overlays.push(Overlay::Question(Question::new(Subject::Overwrite(path))));
        }
        Message::Exported(Err(ExportProblem::Refused(missing))) => {
            state.overlays.push(Overlay::Export(Gate { missing, ..Gate::default() }));
        }
        Message::Exported(Err(ExportProblem::Other(problem))) | Message::Failed(problem) => state.warn(problem),
        _ => return false,
    }
    true
}

/// Tells what of the settings is not in force. Says whether there is anything to tell.
fn tell_faults(state: &mut State, Faults { unread, single }: Faults) -> bool {
    let (title, lines) = match (unread, &single[..], &state.notice) {
        // Issuer, recipients, signatures, keys: too much for a line that the next key takes away.
        (Some(trouble), ..) => {
            let means =
                "在改好并重新打开以前，单位、抄送、联系人、签批要求、配色和快捷键都按没有设置处理，也不能导出。";
            ("设置没有生效".to_owned(), vec![trouble, String::new(), means.to_owned()])
        }
        (None, [], _) => return false,
        (None, [one], None) => {
            state.warn(one.clone());
            return true;
        }
        // All of them, and not over what else is to be told.
        (None, ..) => (format!("设置有 {} 处要改，其余照常", single.len()), single),
    };
    state.overlays.push(Overlay::Page(Page { title, lines, ..Page::default() }));
    true
}

fn open(state: &mut State, opened: Opened) {
    let Opened { path, draft, read_only, recovered, waivers, aside } = opened;
    let unsaved = recovered.is_some();
    let saved = recovered.as_ref().map(|saved| saved.letter.body.clone());
    let mut document = match recovered {
        Some(saved) => Document::brought_back(path, saved, draft, read_only),
        None => Document::new(path, draft, read_only),
    };
    let body = document.editor().text();
    let left = state.library.left_at(document.path()).filter(|_| saved.is_none());
    let begin = || left.map_or_else(|| beginning::place(body), |at| floor_boundary(body, at.min(body.len())));
    let at = saved.as_ref().map_or_else(begin, |saved| beginning::left_at(saved, body));
    document.editor_mut().place(at);
    if let Some(reason) = document.read_only() {
        let reason = reason.to_owned();
        state.warn(reason);
    }
    if unsaved {
        let (save, undo) = (state.key(Command::Save), state.key(Command::Undo));
        state.say(format!("已找回上次没有保存的改动，按 {save} 保存，按 {undo} 回到上次保存的文字"));
    }
    if let Some(aside) = aside {
        state.warn(format!("文件在别处改过；我的改动另存为 {}", aside.display()));
    }
    state.sheet = Some(Sheet { waivers, ..Sheet::new(document) });
    state.review = Review::default();
    state.effects.push(Effect::Review(Wanted::Look));
    state.overlays.clear();
    state.in_library = false;
}

fn saved(state: &mut State) {
    if let Some(sheet) = &mut state.sheet {
        sheet.document.mark_saved();
    }
    match std::mem::replace(&mut state.after_save, AfterSave::Stay) {
        AfterSave::Stay => state.say("已保存"),
        AfterSave::Go(next) => go(state, next),
        AfterSave::Export(reason) => export(state, reason),
        AfterSave::Decide(actions) => review::saved(state, actions),
        AfterSave::Ignore(requests) => state.effects.push(Effect::Ignore(requests)),
    }
}

/// Begins an export: at once where nothing stands against it, else by the gate.
pub(super) fn begin_export(state: &mut State) {
    if structure::asks_about_mentions(state, Waiting::Export) {
        return;
    }
    state.assess();
    let Some(sheet) = state.sheet() else {
        return;
    };
    let found = sheet.assessment.findings.iter().zip(&sheet.assessment.places);
    let errors = found.filter(|(finding, _)| finding.severity == Severity::Error);
    let blocking: Vec<String> = errors.map(|(finding, place)| format!("{place}：{}", finding.message)).collect();
    let case = state.review.case();
    let missing = case.map_or_else(Vec::new, |case| Board::missing(sheet.document.draft(), case));
    if blocking.is_empty() && missing.is_empty() {
        save_and_export(state, None);
    } else {
        state.overlays.push(Overlay::Export(Gate { blocking, missing, ..Gate::default() }));
    }
}

/// Exports from the gate, where a reason was given.
pub(super) fn override_gate(state: &mut State) {
    let Some(Overlay::Export(gate)) = state.overlay() else {
        return;
    };
    let reason = gate.reason.text().trim().to_owned();
    if reason.is_empty() {
        return state.warn("仍要导出的，须写明理由；按 Esc 返回修改");
    }
    state.overlays.pop();
    save_and_export(state, Some(reason));
}

/// What is issued must be what is on the disk: an export saves first.
pub(super) fn save_and_export(state: &mut State, reason: Option<String>) {
    if review::asks_name(state, review::Pending::Export(reason.clone())) {
        return;
    }
    let saved = state.sheet().is_some_and(|sheet| sheet.document.is_saved() || sheet.document.read_only().is_some());
    if saved {
        export(state, reason);
    } else {
        state.after_save = AfterSave::Export(reason);
        state.effects.push(Effect::Save { overwrite: false });
    }
}

fn export(state: &mut State, reason: Option<String>) {
    state.export_reason.clone_from(&reason);
    state.effects.push(Effect::Export { reason, overwrite: false });
}

/// Does what the chosen answer of the question on top says.
pub(super) fn answer(state: &mut State) {
    let Some(Overlay::Question(question)) = state.overlays.pop() else {
        return;
    };
    match (question.answer(), question.subject) {
        (Answer::Save, Subject::Unsaved(next)) => {
            state.after_save = AfterSave::Go(next);
            state.effects.push(Effect::Save { overwrite: false });
        }
        (Answer::Discard, Subject::Unsaved(next)) => {
            state.effects.push(Effect::Forget);
            state.sheet = None;
            state.in_library = true;
            if matches!(next, Next::Quit) {
                state.redraw = false;
            }
            go(state, next);
        }
        (Answer::Reload, Subject::Conflict) => {
            state.after_save = AfterSave::Stay;
            if let Some(sheet) = &state.sheet {
                let path = sheet.document.path().to_owned();
                state.effects.extend([Effect::KeepAside, Effect::Open(path)]);
            }
        }
        (Answer::Merge, Subject::Conflict) => {
            state.after_save = AfterSave::Stay;
            state.effects.push(Effect::Review(Wanted::Merge(Vec::new())));
        }
        (Answer::Overwrite, Subject::Conflict) => state.effects.push(Effect::Save { overwrite: true }),
        (Answer::Overwrite, Subject::Overwrite(_)) => {
            let reason = state.export_reason.clone();
            state.effects.push(Effect::Export { reason, overwrite: true });
        }
        (Answer::Yes, Subject::WholeLetter(text)) => intake::outcome::read_paste(state, text),
        (Answer::Plain, Subject::WholeLetter(text)) => intake::outcome::paste_plain(state, &text),
        (Answer::Discard, Subject::DropImport(next)) => intake::keys::dropped(state, next),
        (Answer::Yes, Subject::MakeDoubtful(_)) => intake::keys::make_all(state, true),
        (Answer::Yes, Subject::Beside { .. }) => intake::keys::make(state, true),
        (Answer::Yes, Subject::GoesWithRole(_)) => {
            role_change::follow(state);
        }
        (Answer::Yes, Subject::Mentions(_, waiting)) => {
            if let Some(sheet) = &mut state.sheet {
                sheet.mentions.clear();
            }
            match waiting {
                Waiting::Export => begin_export(state),
                Waiting::Leave(next) => leave(state, next),
            }
        }
        (_, Subject::Mentions(..)) => structure::go_to_mention(state),
        (Answer::Yes, Subject::Ignored { number, .. }) => state.effects.push(Effect::Withdraw(number)),
        (answer, Subject::Initialise) => {
            // Asked once: a workspace may be empty, and so may a folder that is to be none.
            state.offers_samples = false;
            if answer != Answer::Cancel {
                state.effects.push(Effect::Initialise { samples: answer == Answer::Yes });
                state.say(state.words("已建立工作区；{new-suggestion} 新建建议的答复，{new-proposal} 新建提案的答复"));
            }
        }
        _ => state.after_save = AfterSave::Stay,
    }
}
