//! What the review is told: taken in so that whoever works here keeps their place.

use super::{Dialog, Elsewhere, ReviewCommand, Told, Wanted, contradiction, dialog, past, redline, walk};
use crate::app::command::Command;
use crate::app::effect::Effect;
use crate::app::history::Action as Step;
use crate::app::overlay::Overlay;
use crate::app::state::{Sheet, State};
use crate::review::{Action, Stage, Verdict};

/// Takes in what the review was told. Says whether anything changed.
pub fn take_in(state: &mut State, told: Told) -> bool {
    match told {
        Told::Stirred => {
            state.effects.push(Effect::Review(Wanted::Look));
            return false;
        }
        Told::Read(Ok(case)) => {
            if state.review.case.as_ref() == Some(&case) {
                return false;
            }
            let known = state.review.case.as_ref().map(|case| case.record.entries.len());
            if let Some(sheet) = state.sheet.as_mut().filter(|sheet| sheet.waivers != case.waivers) {
                sheet.waivers.clone_from(&case.waivers);
                sheet.stale = true;
            }
            state.review.case = Some(*case);
            state.review.trouble = None;
            walk::refresh(state);
            dialog::read_remarks(state);
            match known {
                None => greet(state),
                Some(known) => tell_news(state, known),
            }
        }
        Told::Read(Err(trouble)) => {
            state.review.case = None;
            state.review.walk = None;
            state.review.trouble = Some(trouble);
        }
        Told::Decided(Ok(words)) => {
            state.say(words);
            if std::mem::take(&mut state.review.judged) {
                walk::advance(state);
            }
        }
        Told::Changed(elsewhere) => follow(state, *elsewhere),
        Told::Gone => {
            if let Some(sheet) = &mut state.sheet {
                sheet.document.mark_unsaved();
            }
            state.warn(state.words("文件已被删除或移走；按 {save} 在原处重新写出"));
        }
        Told::History(Ok(versions)) => past::show(state, versions),
        Told::Compared(base, Ok((name, draft))) => redline::show(state, base, name, &draft),
        Told::Restored(Ok((name, draft))) => past::put_back(state, &name, &draft),
        Told::Written(Ok(path)) => state.say(format!("已写入 {}", path.display())),
        Told::Unlocked(Ok(())) => {
            let Some(Sheet { document, .. }) = &mut state.sheet else { return false };
            document.set_read_only(None);
            if let Some(typed) = state.review.typed.take() {
                crate::app::update::insert(state, &typed, Step::Whole);
                state.say("别处已经关闭，现在可以修改");
            }
        }
        Told::Unlocked(Err(reason)) => {
            state.review.typed = None;
            state.warn(reason);
        }
        Told::Yielded => {
            if let Some(sheet) = &mut state.sheet {
                sheet.document.set_read_only(Some(super::YIELDED.to_owned()));
            }
        }
        Told::Merged(Ok(draft)) => {
            state.overlays.retain(|it| !matches!(it, Overlay::Review(Dialog::Contradiction(_))));
            state.review.elsewhere = None;
            if let Some(sheet) = &mut state.sheet {
                sheet.document.become_draft(&draft);
                // The journal has both changes already.
                sheet.document.take_unwritten();
                sheet.document.mark_unsaved();
                sheet.stale = true;
            }
            state.say(state.words("已与别处的改动合并（{undo} 撤销），按 {save} 保存"));
        }
        Told::Contradicted(conflicts) => contradiction::show(state, conflicts),
        Told::Compared(base, Err(trouble)) => {
            // What there is nothing of to compare with is passed over for what there is.
            if base == super::Base::LastSignOff {
                redline::compare(state, super::Base::Saved);
            } else {
                state.warn(trouble);
            }
        }
        Told::Decided(Err(trouble))
        | Told::History(Err(trouble))
        | Told::Restored(Err(trouble))
        | Told::Merged(Err(trouble))
        | Told::Written(Err(trouble)) => state.warn(trouble),
    }
    true
}

/// What whoever opens the draft should know at once.
fn greet(state: &mut State) {
    let (Some(case), Some(sheet)) = (&state.review.case, &state.sheet) else { return };
    let progress = crate::review::Progress::of(sheet.document.draft(), &case.record, &case.policy);
    let open = state.review.notes.iter().filter(|note| note.is_open()).count();
    let words = match (case.faults.first(), progress.sent_back()) {
        (Some(fault), _) => format!("核稿记录有问题：{fault}。用 dafu review verify 查看"),
        (None, Some((who, reason))) => {
            let key = state.key(Command::Review(ReviewCommand::Proceed));
            format!("{who}退回：{reason}（改好后按 {key} 再送核）")
        }
        (None, None) => match progress.handed_in().filter(|(who, _)| *who != case.who) {
            Some((who, note)) if progress.stage() == Stage::Review => format!("{who}送核：{note}"),
            _ if open > 0 => {
                format!("有 {open} 条批注没有了结（{} 列出）", state.key(Command::Review(ReviewCommand::Remarks)))
            }
            _ => return,
        },
    };
    if state.notice.is_none() {
        state.warn(words);
    }
}

/// What others have added to the record after its first `known` entries, the last thing that asks for something.
fn tell_news(state: &mut State, known: usize) {
    let Some(case) = &state.review.case else { return };
    let others = case.record.entries.iter().skip(known).filter(|kept| kept.entry.who != case.who);
    let telling = |action: &Action| match action {
        Action::Judge { verdict, .. } => matches!(verdict, Verdict::Return(_)),
        _ => true,
    };
    let news = others.rev().find(|kept| telling(&kept.entry.action));
    if let Some(entry) = news.map(|kept| &kept.entry) {
        let words = format!("{} {}", entry.who, entry.action.told());
        state.say(words);
    }
}

/// Somebody else saved the draft.
fn follow(state: &mut State, elsewhere: Elsewhere) {
    let Elsewhere { by, draft } = elsewhere;
    let Some(sheet) = &mut state.sheet else { return };
    match draft {
        Some(draft) => {
            sheet.document.follow(&draft);
            sheet.stale = true;
            state.review.elsewhere = None;
            state.say(format!("{by}存了新稿，已跟上"));
        }
        None => {
            let key = state.key(Command::Review(ReviewCommand::Merge));
            state.warn(format!("{by}存了新稿。按 {key} 与我的改动合并"));
            state.review.elsewhere = Some(by);
        }
    }
}
