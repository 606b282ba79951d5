//! The steps of the tutorial: what to do, and how the letter and the screen show that it is done.

use super::Tutor;
use crate::app::overlay::Overlay;
use crate::app::state::{Sheet, State};
use crate::check::Applicability;

/// One step.
#[derive(Clone, Copy)]
pub struct Step {
    /// What it is about, in a few words.
    pub title: &'static str,
    /// What to do, with the keys by the names of their commands.
    pub words: &'static str,
    /// What one can do afterwards.
    pub learnt: &'static str,
    /// Whether it is done.
    pub(super) is_done: fn(&State, &Tutor) -> bool,
}

impl std::fmt::Debug for Step {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(self.title)
    }
}

/// Every step, in order.
pub const STEPS: [Step; 11] = [
    Step {
        title: "打字",
        words: "这是一封还没改好的答复函，光标已在正文里。中文输入法照常用：随便打几个字。",
        learnt: "在正文里直接打字",
        is_done: |state, tutor| sheet(state).is_some_and(|sheet| body(sheet) != tutor.original.letter.body),
    },
    Step {
        title: "撤销",
        words: "按 {undo} 撤销，把刚才打的字去掉，恢复原样。（撤多了用 {redo} 重做）",
        learnt: "{undo} 撤销、{redo} 重做",
        is_done: |state, tutor| sheet(state).is_some_and(|sheet| body(sheet) == tutor.original.letter.body),
    },
    Step {
        title: "找问题",
        words: "程序随写随查，问题列在“检查”栏：✗ 是错误，改了才能导出；! 是提醒。按 {next-finding} 到第一个问题。",
        learnt: "{next-finding} 逐个走到问题处（{previous-finding} 往回）",
        is_done: |state, _| sheet(state).is_some_and(|sheet| sheet.walking),
    },
    Step {
        title: "照改",
        words: "按 {fix} 看怎么改：－ 是现在的，＋ 是改后的。看过之后按 Enter 照改，不想改按 Esc。",
        learnt: "{fix} 看改法，Enter 照改",
        is_done: |state, tutor| {
            matches!((findings(state), tutor.findings), (Some(now), Some(then)) if now < then) && is_decided(state)
        },
    },
    Step {
        title: "一起改",
        words: "标点这类不用判断的，可以一起改：按 {fix-all}，看过清单后按 Enter。",
        learnt: "{fix-all} 一次改完不用判断的毛病",
        is_done: |state, _| {
            let safe = |sheet: &Sheet| {
                let fixes = sheet.assessment.findings.iter().filter_map(|finding| finding.fix.as_ref());
                fixes.filter(|fix| fix.applicability == Applicability::Safe).count()
            };
            sheet(state).is_some_and(|sheet| safe(sheet) == 0) && is_decided(state)
        },
    },
    Step {
        title: "填要素",
        words: "还有两项没填。按 {next-pane} 到“检查”栏，用 ↑↓ 选“没有填写成文日期”，按 Enter；{propose} 填今天；↓ 到“公开方式”，→ 选“主动公开”；Esc 回来。",
        learnt: "从检查栏或 {elements} 填写要素，{propose} 填入建议的内容",
        is_done: |state, _| {
            sheet(state).is_some_and(|sheet| {
                let letter = &sheet.document.draft().letter;
                letter.date.day().is_some() && !letter.disclosure.is_empty()
            }) && is_clear(state)
        },
    },
    Step {
        title: "自己判断",
        words: "主送两位代表，开头却称“您”。按 {next-finding}（可多按几次），看到“您”标出来了，再按 {fix}、Enter 改为“你们”；自己动手改也行。",
        learnt: "要判断的问题，看过再改",
        is_done: |state, _| sheet(state).is_some_and(|sheet| !body(sheet).trim_start().starts_with("您提出")),
    },
    Step {
        title: "调整结构",
        words: "应当先说做了什么。按 {next-pane} 换到“提纲”（可多按几次），用 ↑↓ 选中“一、下一步工作”，按 {section-down} 下移：编号跟着改。",
        learnt: "在提纲里移动一个部分，编号随改",
        is_done: |state, _| {
            let place = |sheet: &Sheet, words: &str| body(sheet).find(words);
            sheet(state).is_some_and(|sheet| {
                let (done, next) = (place(sheet, "一、已经完成"), place(sheet, "二、下一步"));
                done.zip(next).is_some_and(|(done, next)| done < next)
            })
        },
    },
    Step {
        title: "插入结语",
        words: "还缺结语。按 Esc 回到正文，{move-bottom} 到末尾，Enter 另起一段；按 {phrases}，打 zcdf，按 Enter 插入。",
        learnt: "{phrases} 插入常用语、文件、联系人、旧函段落",
        is_done: |state, _| sheet(state).is_some_and(|sheet| body(sheet).contains("答复，")) && is_clear(state),
    },
    Step {
        title: "保存",
        words: "不记得键也不要紧：按 {palette}，打 bc（“保存”的拼音首字母），按 Enter。直接按 {save} 也一样。",
        learnt: "{palette} 按拼音找命令；{save} 保存",
        is_done: |state, _| sheet(state).is_some_and(|sheet| sheet.document.is_saved()) && is_clear(state),
    },
    Step {
        title: "导出",
        words: "按 {export} 导出。还有错误时不放行，并说明是哪几处；改好再按 {export}。",
        learnt: "{export} 导出可以印发的函",
        is_done: |_, tutor| tutor.exported.is_some(),
    },
];

fn sheet(state: &State) -> Option<&Sheet> {
    state.sheet()
}

fn body(sheet: &Sheet) -> &str {
    sheet.document.editor().text()
}

/// How many findings there are, once the letter as it is now has been checked.
pub(super) fn findings(state: &State) -> Option<usize> {
    sheet(state).filter(|sheet| !sheet.stale).map(|sheet| sheet.assessment.findings.len())
}

/// Whether no fix waits for agreement and the letter has been checked as it is now.
fn is_decided(state: &State) -> bool {
    !matches!(state.overlay(), Some(Overlay::Mending(_))) && sheet(state).is_some_and(|sheet| !sheet.stale)
}

/// Whether nothing is open over the letter and it has been checked as it is now.
fn is_clear(state: &State) -> bool {
    state.overlay().is_none() && sheet(state).is_some_and(|sheet| !sheet.stale)
}
