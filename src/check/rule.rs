//! What a rule is.

use super::context::Context;
use super::example::Example;
use super::finding::Severity;
use super::found::Found;
use super::passage::Passage;

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

/// How much of a letter a check looks at. The less it is, the longer what was found holds: a check that looks at one paragraph
/// and the elements is made again where the paragraph changed, or an element, and nowhere else.
#[derive(Clone, Copy)]
pub enum Check {
    /// One passage and nothing else, so that its result holds for as long as the passage stays as it is.
    Passage(fn(&Passage<'_>, &mut Found<'_>)),
    /// The same, for a check that finds nothing in a passage without at least one of these characters: others are passed
    /// over unread. A debug build reads them all the same, and panics where something is found.
    PassageWith(&'static str, fn(&Passage<'_>, &mut Found<'_>)),
    /// The elements: all but the body, which is empty in the context it is given. The result holds for as long as no element
    /// changes.
    Elements(OfLetter),
    /// One paragraph of the body with at least one of these characters (as above; any paragraph where none is named), beside
    /// the elements. The result holds for as long as neither changes.
    Paragraph(&'static str, OfParagraph),
    /// The letter as a whole, at every check. What it reads off a paragraph by itself it asks of the paragraph, which remembers.
    Letter(OfLetter),
    /// Several of the last three.
    Parts(Parts),
}

/// A check of a letter, or of its elements.
pub type OfLetter = fn(&Context<'_>, &mut Found<'_>);

/// A check of one paragraph beside the elements.
pub type OfParagraph = fn(&Context<'_>, &Passage<'_>, &mut Found<'_>);

/// The parts of a check that looks at some things apart.
#[derive(Clone, Copy)]
pub struct Parts {
    /// What looks at the elements.
    pub elements: Option<OfLetter>,
    /// The characters without one of which nothing is found in a paragraph, and what looks at one beside the elements.
    pub paragraph: Option<(&'static str, OfParagraph)>,
    /// What looks at the whole letter.
    pub letter: Option<OfLetter>,
}

impl Check {
    /// Its parts; those of a check of passages are none of these.
    pub fn parts(self) -> Parts {
        let none = Parts { elements: None, paragraph: None, letter: None };
        match self {
            Self::Passage(_) | Self::PassageWith(..) => none,
            Self::Elements(check) => Parts { elements: Some(check), ..none },
            Self::Paragraph(marks, check) => Parts { paragraph: Some((marks, check)), ..none },
            Self::Letter(check) => Parts { letter: Some(check), ..none },
            Self::Parts(parts) => parts,
        }
    }

    /// Whether what it finds in a passage may depend on what stands elsewhere.
    pub fn looks_elsewhere(self) -> bool {
        !matches!(self, Self::Passage(_) | Self::PassageWith(..))
    }
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
