//! Names for every text of a draft, so that findings, fixes, forms and the file speak of the same thing.

mod access;

pub use access::FieldError;

use std::fmt;
use std::str::FromStr;

/// One text of a draft. An index at the end of its list names the place for a new entry and reads as empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Field {
    /// 建议 or 提案.
    Kind,
    /// 主办, 独办, 分办 or 会办.
    Role,
    /// The profile's name.
    Profile,
    /// 发文机关.
    Issuer,
    /// 发文字号.
    Number,
    /// 标题.
    Title,
    /// 办理结果.
    Category,
    /// 签发人.
    Signer,
    /// One of the 主送.
    Addressees(usize),
    /// 代表 or 委员.
    AddresseeTitle,
    /// How many persons there are, where the list names only some.
    AddresseeTotal,
    /// 正文.
    Body,
    /// One 附件.
    Attachments(usize),
    /// 发文机关署名.
    Signature,
    /// 成文日期.
    Date,
    /// A contact's name.
    ContactName(usize),
    /// A contact's telephone number.
    ContactPhone(usize),
    /// 公开方式.
    Disclosure,
    /// The reason for a mode other than 主动公开.
    DisclosureReason,
    /// One of the 抄送.
    Cc(usize),
    /// 届次.
    MatterSession,
    /// The suggestion's or proposal's number.
    MatterNumber,
    /// Its title.
    MatterTitle,
    /// 交办日期.
    MatterAssigned,
    /// One of the 会办单位.
    MatterCoHandlers(usize),
    /// What one request asks.
    RequestText(usize),
    /// Where one request is answered.
    RequestAnsweredIn(usize),
    /// The imported line of the addressees.
    SourceAddressees,
    /// The imported date.
    SourceDate,
    /// The imported contact line.
    SourceContacts,
    /// The imported disclosure line.
    SourceDisclosure,
    /// The imported cc line.
    SourceCc,
}

impl Field {
    /// The name without an index, as `check --format json` and the file know it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Kind => "kind",
            Self::Role => "role",
            Self::Profile => "profile",
            Self::Issuer => "issuer",
            Self::Number => "number",
            Self::Title => "title",
            Self::Category => "category",
            Self::Signer => "signer",
            Self::Addressees(_) => "addressees",
            Self::AddresseeTitle => "addressee_title",
            Self::AddresseeTotal => "addressee_total",
            Self::Body => "body",
            Self::Attachments(_) => "attachments",
            Self::Signature => "signature",
            Self::Date => "date",
            Self::ContactName(_) | Self::ContactPhone(_) => "contacts",
            Self::Disclosure => "disclosure",
            Self::DisclosureReason => "disclosure_reason",
            Self::Cc(_) => "cc",
            Self::MatterSession => "matter.session",
            Self::MatterNumber => "matter.number",
            Self::MatterTitle => "matter.title",
            Self::MatterAssigned => "matter.assigned",
            Self::MatterCoHandlers(_) => "matter.co_handlers",
            Self::RequestText(_) | Self::RequestAnsweredIn(_) => "matter.requests",
            Self::SourceAddressees => "source.addressees",
            Self::SourceDate => "source.date",
            Self::SourceContacts => "source.contacts",
            Self::SourceDisclosure => "source.disclosure",
            Self::SourceCc => "source.cc",
        }
    }

    /// The name a user reads: 发文字号.
    pub fn label(self) -> &'static str {
        match self {
            Self::Kind => "类别",
            Self::Role => "承办方式",
            Self::Profile => "规则",
            Self::Issuer => "发文机关",
            Self::Number => "发文字号",
            Self::Title => "标题",
            Self::Category => "办理结果",
            Self::Signer => "签发人",
            Self::Addressees(_) => "主送",
            Self::AddresseeTitle => "称谓",
            Self::AddresseeTotal => "主送人数",
            Self::Body => "正文",
            Self::Attachments(_) => "附件",
            Self::Signature => "署名",
            Self::Date => "成文日期",
            Self::ContactName(_) => "联系人",
            Self::ContactPhone(_) => "联系电话",
            Self::Disclosure => "公开方式",
            Self::DisclosureReason => "不公开理由",
            Self::Cc(_) => "抄送",
            Self::MatterSession => "届次",
            Self::MatterNumber => "编号",
            Self::MatterTitle => "题目",
            Self::MatterAssigned => "交办日期",
            Self::MatterCoHandlers(_) => "会办单位",
            Self::RequestText(_) => "诉求",
            Self::RequestAnsweredIn(_) => "答复位置",
            Self::SourceAddressees => "原文主送行",
            Self::SourceDate => "原文日期",
            Self::SourceContacts => "原文联系人行",
            Self::SourceDisclosure => "原文公开方式行",
            Self::SourceCc => "原文抄送行",
        }
    }

    /// The imported line that speaks of this field, where import may have kept one.
    pub fn source(self) -> Option<Self> {
        Some(match self {
            Self::Addressees(_) | Self::AddresseeTitle | Self::AddresseeTotal => Self::SourceAddressees,
            Self::Date => Self::SourceDate,
            Self::ContactName(_) | Self::ContactPhone(_) => Self::SourceContacts,
            Self::Disclosure | Self::DisclosureReason => Self::SourceDisclosure,
            Self::Cc(_) => Self::SourceCc,
            _ => return None,
        })
    }
}

/// `addressees[0]`, `contacts[1].phone`, `matter.number`.
impl fmt::Display for Field {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = self.name();
        match self {
            Self::Addressees(index) | Self::Attachments(index) | Self::Cc(index) | Self::MatterCoHandlers(index) => {
                write!(formatter, "{name}[{index}]")
            }
            Self::ContactName(index) => write!(formatter, "{name}[{index}].name"),
            Self::ContactPhone(index) => write!(formatter, "{name}[{index}].phone"),
            Self::RequestText(index) => write!(formatter, "{name}[{index}].text"),
            Self::RequestAnsweredIn(index) => write!(formatter, "{name}[{index}].answered_in"),
            _ => formatter.write_str(name),
        }
    }
}

impl FromStr for Field {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let plain = [
            Self::Kind,
            Self::Role,
            Self::Profile,
            Self::Issuer,
            Self::Number,
            Self::Title,
            Self::Category,
            Self::Signer,
            Self::AddresseeTitle,
            Self::AddresseeTotal,
            Self::Body,
            Self::Signature,
            Self::Date,
            Self::Disclosure,
            Self::DisclosureReason,
            Self::MatterSession,
            Self::MatterNumber,
            Self::MatterTitle,
            Self::MatterAssigned,
            Self::SourceAddressees,
            Self::SourceDate,
            Self::SourceContacts,
            Self::SourceDisclosure,
            Self::SourceCc,
        ];
        if let Some(field) = plain.into_iter().find(|field| field.name() == text) {
            return Ok(field);
        }
        let (name, rest) = text.split_once('[').ok_or(())?;
        let (index, part) = rest.split_once(']').ok_or(())?;
        let index = index.parse().map_err(|_| ())?;
        match (name, part) {
            ("addressees", "") => Ok(Self::Addressees(index)),
            ("attachments", "") => Ok(Self::Attachments(index)),
            ("cc", "") => Ok(Self::Cc(index)),
            ("matter.co_handlers", "") => Ok(Self::MatterCoHandlers(index)),
            ("contacts", ".name") => Ok(Self::ContactName(index)),
            ("contacts", ".phone") => Ok(Self::ContactPhone(index)),
            ("matter.requests", ".text") => Ok(Self::RequestText(index)),
            ("matter.requests", ".answered_in") => Ok(Self::RequestAnsweredIn(index)),
            _ => Err(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_back() {
        for field in [
            Field::Body,
            Field::Addressees(3),
            Field::ContactPhone(1),
            Field::MatterCoHandlers(0),
            Field::SourceCc,
            Field::RequestAnsweredIn(2),
        ] {
            assert_eq!(field.to_string().parse(), Ok(field));
        }
        assert_eq!("cc[x]".parse::<Field>(), Err(()));
    }
}
