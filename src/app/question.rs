//! Questions that must be answered before anything else is done.

use std::path::PathBuf;

use super::prompt::Beginning;
use crate::text::width::Measure;

/// What is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// The draft has unsaved changes, and something would lose them.
    Unsaved(Next),
    /// The file has been changed by someone else since it was read.
    Conflict,
    /// The file to export to exists.
    Overwrite(PathBuf),
    /// The folder has no drafts yet.
    Initialise,
    /// What was pasted into an empty draft looks like a whole letter.
    WholeLetter(String),
    /// A letter that is taken in was corrected, and would be let go; something else may wait for that.
    DropImport(Option<Next>),
    /// Of a folder only so many letters are left that a person should look at, and drafts of all are asked for.
    MakeDoubtful(usize),
    /// There is a draft of the name that a letter that is taken in would have.
    Beside {
        /// The draft that is there.
        taken: PathBuf,
        /// The name that is free.
        free: PathBuf,
    },
    /// Another 办理方式 was chosen, and so much of the letter, in words, is still as it was for the one before.
    GoesWithRole(String),
    /// The body speaks of numbers that sections may no longer have, at so many places, and something would leave that be.
    Mentions(usize, Waiting),
    /// This finding is let stand; it may count again.
    Ignored {
        /// The entry of the review record.
        number: usize,
        /// What was found, who let it stand, and why.
        text: String,
    },
}

/// What waits for the answer about numbers that nobody has looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Waiting {
    /// The export.
    Export,
    /// Leaving the draft.
    Leave(Next),
}

/// What waits for the answer about unsaved changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Next {
    /// Leaving the workbench.
    Quit,
    /// Opening another draft.
    Open(PathBuf),
    /// Beginning a new one.
    Create(Beginning),
}

/// What can be answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Save, then go on.
    Save,
    /// Go on without saving.
    Discard,
    /// Do nothing.
    Cancel,
    /// Read the file again; one's own changes go into a draft of their own.
    Reload,
    /// Bring both changes together.
    Merge,
    /// Write over what is there.
    Overwrite,
    /// Do what is proposed.
    Yes,
    /// The plain way: paste as text, make a workspace without samples.
    Plain,
}

/// A question and where the choice stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// What is asked.
    pub subject: Subject,
    /// The chosen answer, an index into [`Question::answers`].
    pub selected: usize,
}

impl Question {
    /// A question, its first answer chosen.
    pub fn new(subject: Subject) -> Self {
        Self { subject, selected: 0 }
    }

    /// The question in words.
    pub fn text(&self) -> String {
        match &self.subject {
            Subject::Unsaved(_) => "稿件有尚未保存的改动。".into(),
            Subject::Conflict => "打开之后，这个文件已被别的程序改过。".into(),
            Subject::Overwrite(path) => format!("{} 已经存在。", path.display()),
            Subject::WholeLetter(_) => "看来粘贴的是一整封答复函。".into(),
            Subject::DropImport(_) => "这封函还没有成稿，改过的地方会丢掉。".into(),
            Subject::MakeDoubtful(count) => {
                format!("还有 {count} 份有须核对之处。照现在的样子全部成稿，以后再改？")
            }
            Subject::Beside { taken, free } => {
                let name = |path: &PathBuf| path.file_name().map_or_else(String::new, |it| it.to_string_lossy().into());
                format!("已有稿件 {}。要另存为 {} 吗？", name(taken), name(free))
            }
            Subject::GoesWithRole(words) => format!("承办方式改了，一并改：{words}？"),
            Subject::Mentions(count, _) => format!("部分移动过，正文还有 {count} 处序号没有核对，可能指错地方。"),
            Subject::Ignored { text, .. } => text.clone(),
            Subject::Initialise => "这个文件夹里还没有稿件。建一个工作区？".into(),
        }
    }

    /// The answers, the harmless ones first where the other would lose work.
    pub fn answers(&self) -> &'static [(&'static str, Answer)] {
        match &self.subject {
            Subject::Unsaved(Next::Quit) => {
                &[("保存并退出", Answer::Save), ("不保存", Answer::Discard), ("取消", Answer::Cancel)]
            }
            Subject::Unsaved(Next::Open(_) | Next::Create(_)) => {
                &[("保存并打开", Answer::Save), ("不保存", Answer::Discard), ("取消", Answer::Cancel)]
            }
            Subject::Conflict => &[
                ("取消", Answer::Cancel),
                ("合并", Answer::Merge),
                ("重新载入，我的改动另存", Answer::Reload),
                ("覆盖", Answer::Overwrite),
            ],
            Subject::Overwrite(_) => &[("取消", Answer::Cancel), ("覆盖", Answer::Overwrite)],
            Subject::WholeLetter(_) => {
                &[("逐项识别", Answer::Yes), ("只粘贴为正文", Answer::Plain), ("取消", Answer::Cancel)]
            }
            Subject::DropImport(_) => &[("接着核对", Answer::Cancel), ("放弃导入", Answer::Discard)],
            Subject::MakeDoubtful(_) => &[("逐份核对", Answer::Cancel), ("全部成稿", Answer::Yes)],
            Subject::Beside { .. } => &[("另存一份", Answer::Yes), ("取消", Answer::Cancel)],
            Subject::GoesWithRole(_) => &[("一并改", Answer::Yes), ("只改这一项", Answer::Cancel)],
            Subject::Mentions(_, Waiting::Export) => &[("去核对", Answer::Cancel), ("照此导出", Answer::Yes)],
            Subject::Mentions(_, Waiting::Leave(_)) => &[("去核对", Answer::Cancel), ("不核对了", Answer::Yes)],
            Subject::Ignored { .. } => &[("不再忽略", Answer::Yes), ("关闭", Answer::Cancel)],
            Subject::Initialise => {
                &[("空工作区", Answer::Plain), ("带示例稿件", Answer::Yes), ("取消", Answer::Cancel)]
            }
        }
    }

    /// Where each answer stands in its row: first column and columns, in cells, brackets included.
    pub fn places(&self) -> Vec<(u16, u16)> {
        let mut x = 2;
        let place = |(label, _): &(&str, Answer)| {
            let width = u16::try_from(Measure::default().text(label) + 4).unwrap_or(u16::MAX);
            let place = (x, width);
            x += width + 2;
            place
        };
        self.answers().iter().map(place).collect()
    }

    /// The answer at a column of its row.
    pub fn answer_at(&self, column: u16) -> Option<usize> {
        self.places().iter().position(|&(x, width)| (x..x + width).contains(&column))
    }

    /// The chosen answer.
    pub fn answer(&self) -> Answer {
        self.answers().get(self.selected).map_or(Answer::Cancel, |(_, answer)| *answer)
    }
}
