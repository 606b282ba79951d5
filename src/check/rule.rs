//! What a rule is.

use super::context::{Context, Passage};
use super::example::Example;
use super::finding::Severity;
use super::found::Found;

/// A rule: its page and its check, in one value. Each lives in a file of its own under `rules/`.
pub struct Rule {
    /// Its code: the group's letter and two digits. Codes are never given twice.
    pub code: &'static str,
    /// Its name: English words joined by hyphens.
    pub name: &'static str,
    /// What a user calls it, as 发文字号括号.
    pub title: &'static str,
    /// The group it belongs to; its letter begins the code.
    pub group: Group,
    /// How much its findings weigh, by what its source says: a 规定 is an error, 一般 or 宜 is advice.
    pub severity: Severity,
    /// What it checks, in a sentence or two for the user.
    pub explanation: &'static str,
    /// The standard and clause it rests on; practice is called practice.
    pub source: &'static str,
    /// Letters it must mark and letters it must leave alone. Shown to users, and tests.
    pub examples: &'static [Example],
    /// The check.
    pub check: Check,
}

/// How much of a letter a check looks at.
#[derive(Clone, Copy)]
pub enum Check {
    /// One passage and nothing else, so that its result holds for as long as the passage stays as it is.
    Passage(fn(&Passage<'_>, &mut Found<'_>)),
    /// The same, for a check that finds nothing in a passage without at least one of these characters: others are passed
    /// over unread. A debug build reads them all the same, and panics where something is found.
    PassageWith(&'static str, fn(&Passage<'_>, &mut Found<'_>)),
    /// The letter as a whole.
    Letter(fn(&Context<'_>, &mut Found<'_>)),
}

/// The groups of the catalogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// 要素.
    Elements,
    /// 一致.
    Agreement,
    /// 层次.
    Structure,
    /// 标点.
    Punctuation,
    /// 数字.
    Numbers,
    /// 数据.
    Figures,
    /// 用语.
    Wording,
    /// 公开与保密.
    Secrecy,
}

impl Group {
    /// Every group in the order of the catalogue.
    pub const ALL: [Self; 8] = [
        Self::Elements,
        Self::Agreement,
        Self::Structure,
        Self::Punctuation,
        Self::Numbers,
        Self::Figures,
        Self::Wording,
        Self::Secrecy,
    ];

    /// The letter its codes begin with.
    pub fn letter(self) -> char {
        match self {
            Self::Elements => 'E',
            Self::Agreement => 'C',
            Self::Structure => 'N',
            Self::Punctuation => 'P',
            Self::Numbers => 'D',
            Self::Figures => 'F',
            Self::Wording => 'W',
            Self::Secrecy => 'S',
        }
    }

    /// What a user calls it.
    pub fn title(self) -> &'static str {
        match self {
            Self::Elements => "要素",
            Self::Agreement => "前后一致",
            Self::Structure => "层次结构",
            Self::Punctuation => "标点符号",
            Self::Numbers => "数字用法",
            Self::Figures => "数据核算",
            Self::Wording => "用语",
            Self::Secrecy => "公开与保密",
        }
    }
}

/// Rules are the same when their codes are.
impl PartialEq for Rule {
    fn eq(&self, other: &Self) -> bool {
        self.code == other.code
    }
}

impl Eq for Rule {}

impl std::fmt::Debug for Rule {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{} {}", self.code, self.name)
    }
}
