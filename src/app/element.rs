//! The elements as a person fills them in: one line of text each, lists written with 、 between their entries.

use super::prompt::{bare_number, without_book_marks};
use super::{entries, requests};
use crate::letter::field::FieldError;
use crate::letter::{Contact, Draft, Field, Kind, Letter};

/// One line of the elements form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "each is named like its field, where it is explained")]
pub enum Element {
    Kind,
    Role,
    Profile,
    Session,
    MatterNumber,
    MatterTitle,
    Assigned,
    CoHandlers,
    Issuer,
    Number,
    Category,
    Signer,
    Title,
    Addressees,
    AddresseeTotal,
    AddresseeTitle,
    Attachments,
    Signature,
    Date,
    Contacts,
    Disclosure,
    DisclosureReason,
    Cc,
    /// What was asked for, by its index.
    Request(usize),
    /// Where the letter answers it.
    AnsweredIn(usize),
    /// A request that is not there yet and would be put before the one of this index.
    NewRequest(usize),
}

/// What lies between the entries of a list of names.
const SEPARATORS: [char; 6] = ['、', '，', ',', '；', ';', '\n'];

/// What lies between the names of attachments, which hold 、 themselves.
const WIDE_SEPARATORS: [char; 3] = ['；', ';', '\n'];

impl Element {
    /// Every element, grouped under the headings of the form and in the order of the letter.
    pub const GROUPS: [(&str, &[Self]); 2] = [
        (
            "函件",
            &[
                Self::Issuer,
                Self::Number,
                Self::Category,
                Self::Signer,
                Self::Title,
                Self::Addressees,
                Self::AddresseeTitle,
                Self::AddresseeTotal,
                Self::Attachments,
                Self::Signature,
                Self::Date,
                Self::Contacts,
                Self::Disclosure,
                Self::DisclosureReason,
                Self::Cc,
            ],
        ),
        (
            "来件",
            &[
                Self::Kind,
                Self::Role,
                Self::Profile,
                Self::Session,
                Self::MatterNumber,
                Self::MatterTitle,
                Self::Assigned,
                Self::CoHandlers,
            ],
        ),
    ];

    /// Every element that a letter has once, in the order of the form; the requests come after them.
    pub fn all() -> impl Iterator<Item = Self> {
        Self::GROUPS.iter().flat_map(|(_, elements)| elements.iter().copied())
    }

    /// The field it fills; the first entry of a list.
    pub fn field(self) -> Field {
        match self {
            Self::Kind => Field::Kind,
            Self::Role => Field::Role,
            Self::Profile => Field::Profile,
            Self::Session => Field::MatterSession,
            Self::MatterNumber => Field::MatterNumber,
            Self::MatterTitle => Field::MatterTitle,
            Self::Assigned => Field::MatterAssigned,
            Self::CoHandlers => Field::MatterCoHandlers(0),
            Self::Issuer => Field::Issuer,
            Self::Number => Field::Number,
            Self::Category => Field::Category,
            Self::Signer => Field::Signer,
            Self::Title => Field::Title,
            Self::Addressees => Field::Addressees(0),
            Self::AddresseeTotal => Field::AddresseeTotal,
            Self::AddresseeTitle => Field::AddresseeTitle,
            Self::Attachments => Field::Attachments(0),
            Self::Signature => Field::Signature,
            Self::Date => Field::Date,
            Self::Contacts => Field::ContactName(0),
            Self::Disclosure => Field::Disclosure,
            Self::DisclosureReason => Field::DisclosureReason,
            Self::Cc => Field::Cc(0),
            Self::Request(index) | Self::NewRequest(index) => Field::RequestText(index),
            Self::AnsweredIn(index) => Field::RequestAnsweredIn(index),
        }
    }

    /// The element a field is filled in by: an entry of a list by its list, an imported line by what it speaks of.
    pub fn of(field: Field) -> Option<Self> {
        match field {
            Field::RequestText(index) => return Some(Self::Request(index)),
            Field::RequestAnsweredIn(index) => return Some(Self::AnsweredIn(index)),
            _ => {}
        }
        Self::all().find(|element| {
            let own = element.field();
            own.name() == field.name() || own.source() == Some(field)
        })
    }

    /// Its name in the form.
    pub fn label(self) -> &'static str {
        match self {
            Self::Contacts => "联系人",
            Self::NewRequest(_) => "添加诉求",
            Self::AnsweredIn(_) => "　答复于",
            element => element.field().label(),
        }
    }

    /// How to fill it in, shown while it is empty.
    pub fn hint(self) -> &'static str {
        match self {
            Self::Addressees | Self::Cc | Self::Attachments | Self::CoHandlers => "多项用“、”隔开",
            Self::AddresseeTotal => "联名件的总人数，如 12；不需要则留空",
            Self::AddresseeTitle => "代表、委员；主送单位的留空",
            Self::Contacts => "姓名和电话，中间空一格；多人用“、”隔开",
            Self::Date | Self::Assigned => "如 2026-06-12 或 2026年6月12日",
            Self::Number => "如 临科函〔2026〕18号",
            Self::Session => "如 市十七届人大一次会议",
            Self::MatterNumber => "只写号码，如 2026042",
            Self::MatterTitle => "不带书名号",
            Self::DisclosureReason => "不是主动公开的，写明理由",
            Self::Category => "如 A、B、C，按本地规定；不需要则留空",
            Self::Signer => "需要标明签发人的才写",
            Self::NewRequest(_) => "来件提了什么要求，一条一项",
            Self::AnsweredIn(_) => "在哪一部分答复，如 二（一）",
            _ => "",
        }
    }

    /// As [`Element::hint`], for a letter of one kind.
    pub fn hint_for(self, kind: Kind) -> &'static str {
        match (self, kind) {
            (Self::Session, Kind::Proposal) => "如 市政协十五届二次会议",
            _ => self.hint(),
        }
    }

    /// Whether ← and → turn through its choices. Where one types they move the cursor.
    pub fn is_turned(self) -> bool {
        self.is_chosen() && !matches!(self, Self::AnsweredIn(_))
    }

    /// Whether it has a few choices, to be turned through.
    pub fn is_chosen(self) -> bool {
        let open = matches!(self, Self::AddresseeTitle | Self::Category | Self::AnsweredIn(_));
        open || self.is_closed()
    }

    /// Whether only the choices are allowed, so that nothing is typed into it.
    pub fn is_closed(self) -> bool {
        matches!(self, Self::Kind | Self::Role | Self::Profile | Self::Disclosure)
    }

    /// Whether words are written into it, with marks of Chinese punctuation; no numbers, dates and telephones.
    pub fn is_prose(self) -> bool {
        let figures = matches!(
            self,
            Self::Number | Self::MatterNumber | Self::Date | Self::Assigned | Self::AddresseeTotal | Self::Contacts
        );
        !figures && (!self.is_chosen() || matches!(self, Self::AnsweredIn(_)))
    }

    /// What divides its entries, where it is a list.
    pub fn separators(self) -> Option<&'static [char]> {
        match self {
            Self::Addressees | Self::Cc | Self::CoHandlers | Self::Contacts => Some(&SEPARATORS),
            Self::Attachments => Some(&WIDE_SEPARATORS),
            _ => None,
        }
    }

    /// Its text in `draft`.
    pub fn read(self, draft: &Draft) -> String {
        let letter = &draft.letter;
        match self {
            Self::Addressees => letter.addressees.join("、"),
            Self::Attachments => letter.attachments.join("；"),
            Self::Cc => letter.cc.join("、"),
            Self::CoHandlers => draft.matter.co_handlers.join("、"),
            Self::Contacts => {
                let contact = |contact: &Contact| format!("{} {}", contact.name, contact.phone);
                letter.contacts.iter().map(|one| contact(one).trim().to_owned()).collect::<Vec<_>>().join("、")
            }
            element => draft.text(element.field()).into_owned(),
        }
    }

    /// The field changes that make it read `text`, in order, each a field and its new text.
    ///
    /// # Errors
    /// [`FieldError`] when the field does not take the text.
    pub fn changes(self, draft: &Draft, text: &str) -> Result<Vec<(Field, String)>, FieldError> {
        let changes = match self {
            Self::Addressees => list(draft.letter.addressees.len(), &entries::of(text, &SEPARATORS), Field::Addressees),
            Self::Attachments => {
                list(draft.letter.attachments.len(), &entries::of(text, &WIDE_SEPARATORS), Field::Attachments)
            }
            Self::Cc => list(draft.letter.cc.len(), &entries::of(text, &SEPARATORS), Field::Cc),
            Self::CoHandlers => {
                list(draft.matter.co_handlers.len(), &entries::of(text, &SEPARATORS), Field::MatterCoHandlers)
            }
            Self::Contacts => contacts(draft.letter.contacts.len(), text),
            Self::Request(index) => requests::reworded(draft, index, text.trim()),
            Self::NewRequest(index) => requests::inserted(draft, index, text.trim()),
            Self::MatterNumber => vec![(Field::MatterNumber, bare_number(text.trim()).to_owned())],
            Self::MatterTitle => vec![(Field::MatterTitle, without_book_marks(text.trim()).to_owned())],
            element => vec![(element.field(), text.trim().to_owned())],
        };
        let mut trial = Draft { letter: Letter { body: String::new(), ..draft.letter.clone() }, ..draft.clone() };
        for (field, text) in &changes {
            trial.set_text(*field, text)?;
        }
        Ok(changes)
    }
}

/// Empties a list from its end, then fills it from its start: the order that fields of a list allow.
fn list(old: usize, entries: &[&str], field: impl Fn(usize) -> Field) -> Vec<(Field, String)> {
    let emptied = (0..old).rev().map(|index| (field(index), String::new()));
    emptied.chain(entries.iter().enumerate().map(|(index, entry)| (field(index), (*entry).to_owned()))).collect()
}

fn contacts(old: usize, text: &str) -> Vec<(Field, String)> {
    let mut changes: Vec<(Field, String)> = (0..old)
        .rev()
        .flat_map(|index| [(Field::ContactName(index), String::new()), (Field::ContactPhone(index), String::new())])
        .collect();
    for (index, entry) in entries::of(text, &SEPARATORS).into_iter().enumerate() {
        let (name, phone) = entry.split_once(char::is_whitespace).unwrap_or((entry, ""));
        changes.push((Field::ContactName(index), name.to_owned()));
        if !phone.trim().is_empty() {
            changes.push((Field::ContactPhone(index), phone.trim().to_owned()));
        }
    }
    changes
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(draft: &mut Draft, element: Element, text: &str) {
        for (field, text) in element.changes(draft, text).unwrap() {
            draft.set_text(field, &text).unwrap();
        }
    }

    #[test]
    fn what_is_filled_in_is_read_back() {
        let mut draft = Draft::default();
        for (element, text) in [
            (Element::Addressees, "王某、李某某"),
            (Element::Contacts, "周某 0760-88000000、李某 0760-88000001"),
            (Element::Contacts, "周某"),
            (Element::Cc, "市人大常委会选联工委、市政府办公室"),
            (Element::Cc, "市委办公室（信息科、综合科）、市政府办公室"),
            (Element::Attachments, "镇、街名单；收费（甲、乙）标准"),
            (Element::Cc, "市政府办公室"),
            (Element::Cc, ""),
            (Element::Date, "2026-06-12"),
            (Element::Disclosure, "依申请公开"),
            (Element::AddresseeTotal, "12"),
        ] {
            set(&mut draft, element, text);
            assert_eq!(element.read(&draft), text, "{element:?}");
        }
        assert_eq!(draft.letter.contacts.len(), 1);
    }

    #[test]
    fn what_a_field_does_not_take_is_refused() {
        assert!(Element::AddresseeTotal.changes(&Draft::default(), "十二").is_err());
        assert!(Element::Kind.changes(&Draft::default(), "议案").is_err());
    }

    #[test]
    fn every_field_of_the_letter_but_the_body_has_an_element() {
        for field in [Field::Cc(3), Field::ContactPhone(1), Field::SourceCc, Field::SourceDate, Field::MatterAssigned] {
            assert!(Element::of(field).is_some(), "{field}");
        }
        assert_eq!(Element::of(Field::Body), None);
    }
}
