//! The model of one draft: the letter and the matter it answers.

use super::date::LetterDate;

/// One draft, as a draft file of format 1 holds it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// What is answered: a deputies' suggestion or a CPPCC proposal.
    pub kind: Kind,
    /// The part this office has in answering it.
    pub role: Role,
    /// The name of the profile whose rules hold.
    pub profile: String,
    /// The letter itself.
    pub letter: Letter,
    /// What is being answered.
    pub matter: Matter,
    /// The words of an imported text for what dafu otherwise words itself.
    pub source: Source,
}

/// What is answered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Kind {
    /// 人大代表建议.
    #[default]
    Suggestion,
    /// 政协提案.
    Proposal,
}

/// The part an office has in answering.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Role {
    /// 主办: leads, gathers the co-handlers' opinions and replies once.
    #[default]
    Lead,
    /// 独办: handles it alone.
    Sole,
    /// 分办: several offices each reply for their part.
    Separate,
    /// 会办: gives its opinion to the lead.
    Joint,
}

/// A word of the file format that is none of those allowed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("“{word}”不是可用的值，应为{allowed}")]
pub struct ParseWordError {
    /// What was written.
    pub word: String,
    /// What may be written, for a person to read.
    pub allowed: &'static str,
}

impl Draft {
    /// The draft with nothing in its body.
    pub fn without_body(&self) -> Self {
        let mut elements = self.clone();
        elements.letter.body = String::new();
        elements
    }

    /// Whether everything but the body is the same in both.
    pub fn differs_in_body_only(&self, other: &Self) -> bool {
        let Self { kind, role, profile, letter, matter, source } = self;
        (kind, role, profile, matter, source)
            == (&other.kind, &other.role, &other.profile, &other.matter, &other.source)
            && letter.differs_in_body_only(&other.letter)
    }
}

impl Letter {
    fn differs_in_body_only(&self, other: &Self) -> bool {
        let Self {
            issuer,
            number,
            title,
            category,
            signer,
            addressees,
            addressee_title,
            addressee_total,
            attachments,
            signature,
            date,
            contacts,
            disclosure,
            disclosure_reason,
            cc,
            body: _,
        } = self;
        *issuer == other.issuer
            && *number == other.number
            && *title == other.title
            && *category == other.category
            && *signer == other.signer
            && *addressees == other.addressees
            && *addressee_title == other.addressee_title
            && *addressee_total == other.addressee_total
            && *attachments == other.attachments
            && *signature == other.signature
            && *date == other.date
            && *contacts == other.contacts
            && *disclosure == other.disclosure
            && *disclosure_reason == other.disclosure_reason
            && *cc == other.cc
    }
}

impl Kind {
    /// Every kind, in the order they are offered.
    pub const ALL: [Self; 2] = [Self::Suggestion, Self::Proposal];

    /// The word for it: 建议 or 提案.
    pub fn word(self) -> &'static str {
        match self {
            Self::Suggestion => "建议",
            Self::Proposal => "提案",
        }
    }

    /// How the persons who made it are addressed: 代表 or 委员.
    pub fn addressee_title(self) -> &'static str {
        match self {
            Self::Suggestion => "代表",
            Self::Proposal => "委员",
        }
    }
}

impl Role {
    /// Every role, in the order they are offered.
    pub const ALL: [Self; 4] = [Self::Lead, Self::Sole, Self::Separate, Self::Joint];

    /// The word for it: 主办, 独办, 分办 or 会办.
    pub fn word(self) -> &'static str {
        match self {
            Self::Lead => "主办",
            Self::Sole => "独办",
            Self::Separate => "分办",
            Self::Joint => "会办",
        }
    }
}

impl std::str::FromStr for Kind {
    type Err = ParseWordError;

    fn from_str(word: &str) -> Result<Self, Self::Err> {
        Self::ALL
            .into_iter()
            .find(|kind| kind.word() == word)
            .ok_or_else(|| ParseWordError { word: word.to_owned(), allowed: "“建议”或“提案”" })
    }
}

impl std::str::FromStr for Role {
    type Err = ParseWordError;

    fn from_str(word: &str) -> Result<Self, Self::Err> {
        Self::ALL
            .into_iter()
            .find(|role| role.word() == word)
            .ok_or_else(|| ParseWordError {
                word: word.to_owned(), allowed: "“主办”“独办”“分办”或“会办”"
            })
    }
}

/// The letter's elements. An empty text means that the element is absent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Letter {
    /// 发文机关.
    pub issuer: String,
    /// 发文字号, as written.
    pub number: String,
    /// 标题, on one line.
    pub title: String,
    /// 办理结果: a letter the profile allows; mostly one capital.
    pub category: String,
    /// 签发人.
    pub signer: String,
    /// 主送, as written, without the title: names of persons or of bodies.
    pub addressees: Vec<String>,
    /// 代表, 委员, or empty where a body is addressed.
    pub addressee_title: String,
    /// 王某等12名代表: the 12, where the list names only some.
    pub addressee_total: Option<u32>,
    /// 正文: everything between the addressees and the signature, one paragraph a line, no line end after the last.
    pub body: String,
    /// 附件 names, without numbers.
    pub attachments: Vec<String>,
    /// 发文机关署名.
    pub signature: String,
    /// 成文日期.
    pub date: LetterDate,
    /// 联系人, in order.
    pub contacts: Vec<Contact>,
    /// 公开方式, as written.
    pub disclosure: String,
    /// Why the letter is not 主动公开.
    pub disclosure_reason: String,
    /// 抄送, in order.
    pub cc: Vec<String>,
}

/// Whom to ask about the letter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contact {
    /// The person.
    pub name: String,
    /// The telephone number as written.
    pub phone: String,
}

/// What is being answered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matter {
    /// 届次: 市十七届人大一次会议.
    pub session: String,
    /// The number without 第 and 号.
    pub number: String,
    /// 题目, without 《》.
    pub title: String,
    /// 交办日期.
    pub assigned: LetterDate,
    /// 会办单位.
    pub co_handlers: Vec<String>,
    /// What was asked for.
    pub requests: Vec<Request>,
}

/// One thing the deputies asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Request {
    /// What was asked.
    pub text: String,
    /// The heading path where the letter answers it, as 二（一）.
    pub answered_in: String,
}

/// Lines of an imported text for the elements whose wording dafu makes itself when it issues the letter.
///
/// Import keeps a line here only where it differs from what dafu would write; it is what findings about form
/// point at. [`Draft::set_text`](Draft::set_text) drops a line once its element is changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Source {
    /// The line that named the addressees, with title and colon.
    pub addressees: String,
    /// The date as it stood.
    pub date: String,
    /// The contact line, with its labels.
    pub contacts: String,
    /// The disclosure line.
    pub disclosure: String,
    /// The cc line, with its label.
    pub cc: String,
}
