//! What became of every character of a text that a letter was read out of.
//!
//! Import keeps this account, the workbench shows it beside the fields and lets a person correct it.

use super::{Draft, Field};
use crate::text::characters;
use std::ops::Range;

/// A letter that was read out of a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Imported {
    /// The draft.
    pub draft: Draft,
    /// What became of the source.
    pub report: Report,
}

/// What an import did with its source. Ranges are bytes of the text that was imported; lines count from 1.
///
/// [`placed`](Self::placed) and [`left_out`](Self::left_out) together are the account: their ranges are disjoint and cover
/// every character of the source that is not blank.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Where a paragraph that layout had broken was made whole.
    pub joined: Vec<Joined>,
    /// What is in no field, and why, in the order of the source.
    pub left_out: Vec<LeftOut>,
    /// What a person should look at.
    pub uncertain: Vec<Uncertain>,
    /// What went into which field, in the order of the source.
    pub placed: Vec<Placed>,
    /// Fields read out of text that the account has in another field: the matter's number out of the title.
    pub derived: Vec<Placed>,
}

/// A stretch of the source and the field it went into.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed {
    /// Where it stood.
    pub range: Range<usize>,
    /// Its line.
    pub line: usize,
    /// Where it went.
    pub field: Field,
}

/// A stretch of the source that went into no field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// Where it stood.
    pub range: Range<usize>,
    /// Its line.
    pub line: usize,
    /// Why.
    pub reason: Reason,
}

/// Two lines of the source that are one paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Joined {
    /// The line that broke off.
    pub line: usize,
    /// The line that went on.
    pub next_line: usize,
    /// What lies between the two.
    pub range: Range<usize>,
    /// Where the two meet in the field, in bytes.
    pub at: usize,
    /// The field: the body or the title.
    pub field: Field,
    /// What had broken it.
    pub cause: Break,
}

/// What breaks a paragraph that its writer did not break.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Break {
    /// The end of a page.
    Page,
    /// A line end put in at a fixed width.
    Wrap,
    /// A title set over several lines.
    Title,
}

impl Break {
    /// Why the lines were joined, for the user.
    pub fn reason(self) -> &'static str {
        match self {
            Self::Page => "段落在换页处断开，已接上",
            Self::Wrap => "段落按固定宽度折行，已接上",
            Self::Title => "标题分行排，已接成一行",
        }
    }
}

/// Why a stretch of the source is in no field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Reason {
    /// 联系人：, 抄送：, 签发人：
    Label,
    /// The marks between the entries of a list, and the brackets around a line.
    Separator,
    /// The number of a page.
    PageNumber,
    /// 文件 after the organ's name, 份号, 密级, 紧急程度.
    RedHead,
    /// A second copy of what is already in a field.
    Repeated,
    /// A table of metadata above or below the letter.
    Metadata,
    /// Navigation, buttons and notes of a web page.
    WebPage,
    /// A 类 or 号 whose place was left blank.
    Blank,
    /// Words after a mark of the result that explain it.
    Remark,
    /// 印发机关 and 印发日期, which a letter does not have.
    Imprint,
    /// （此页无正文）, （盖章）.
    SealNote,
    /// A form on which the deputies give their opinion.
    FeedbackForm,
    /// The text of an attachment.
    AttachmentText,
    /// A header or footer of a document's pages.
    Margin,
    /// A footnote, an endnote or a comment.
    Note,
    /// Characters that nobody sees: direction marks, control characters.
    Invisible,
    /// Nothing of a letter that dafu knows.
    Unknown,
    /// A person took it out of where the import had put it.
    SetAside,
}

impl Reason {
    /// The reason in two characters, for the margin of the source.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Label => "标签",
            Self::Separator => "标点",
            Self::PageNumber => "页码",
            Self::RedHead => "版头",
            Self::Repeated => "重复",
            Self::Metadata => "网表",
            Self::WebPage => "网页",
            Self::Blank => "空白",
            Self::Remark => "说明",
            Self::Imprint => "印发",
            Self::SealNote => "盖章",
            Self::FeedbackForm => "反馈",
            Self::AttachmentText => "附文",
            Self::Margin => "页边",
            Self::Note => "注释",
            Self::Invisible => "隐字",
            Self::Unknown => "未明",
            Self::SetAside => "移出",
        }
    }

    /// The reason in words, for the user.
    pub fn text(self) -> &'static str {
        match self {
            Self::Label => "标签，签发时由程序写出",
            Self::Separator => "分隔用的标点，签发时由程序写出",
            Self::PageNumber => "页码",
            Self::RedHead => "版头字样",
            Self::Repeated => "与已收入的内容重复",
            Self::Metadata => "网页信息表，不属于函件本身",
            Self::WebPage => "网页上的文字，不属于函件本身",
            Self::Blank => "空着未填",
            Self::Remark => "附带的说明，稿件没有相应的要素",
            Self::Imprint => "印发机关和印发日期，函件不列",
            Self::SealNote => "盖章、无正文等说明",
            Self::FeedbackForm => "征询意见表，不属于正文",
            Self::AttachmentText => "附件正文，稿件只收附件名称",
            Self::Margin => "页眉页脚的文字，不属于函件本身",
            Self::Note => "脚注、尾注或批注，稿件没有相应的要素",
            Self::Invisible => "看不见的控制字符",
            Self::Unknown => "未能归入任何要素，请核对",
            Self::SetAside => "由人移出",
        }
    }

    /// Whether nothing is lost by it: dafu writes it again when the letter is issued.
    pub fn is_routine(self) -> bool {
        matches!(self, Self::Label | Self::Separator)
    }
}

/// Something of the draft that a person should look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Uncertain {
    /// The field it is about; none where the text found no field.
    pub field: Option<Field>,
    /// The line of the source, where one gave rise to it.
    pub line: Option<usize>,
    /// What to look at, for the user.
    pub message: String,
}

impl Report {
    /// The stretches of `source`, the text this report is about, that the account does not have or has twice; empty for every
    /// report that import gives.
    pub fn faults(&self, source: &str) -> Vec<Range<usize>> {
        let mut ranges: Vec<&Range<usize>> = self
            .placed
            .iter()
            .map(|placed| &placed.range)
            .chain(self.left_out.iter().map(|left| &left.range))
            .collect();
        ranges.sort_by_key(|range| (range.start, range.end));
        let mut faults = Vec::new();
        let mut at = 0;
        for range in ranges {
            if range.start < at || source.get(range.clone()).is_none() {
                faults.push(range.clone());
                continue;
            }
            if source[at..range.start].chars().any(|character| !characters::is_blank(character)) {
                faults.push(at..range.start);
            }
            at = range.end;
        }
        if source[at..].chars().any(|character| !characters::is_blank(character)) {
            faults.push(at..source.len());
        }
        faults
    }
}
