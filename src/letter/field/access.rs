//! Reading and changing the text of a field: the one way a draft's texts are reached by name.

use super::Field;
use crate::letter::date::LetterDate;
use crate::letter::draft::{Contact, Draft, ParseWordError, Request};
use crate::text::edit::{self, Edit, EditError};
use std::borrow::Cow;

/// Why a text could not be put into a field.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FieldError {
    /// Not one of the words the field takes.
    #[error(transparent)]
    Word(#[from] ParseWordError),
    /// Not a whole number.
    #[error("“{0}”不是正整数")]
    Count(String),
    /// The index lies past the end of the list.
    #[error("没有这一项")]
    Index,
    /// The edit does not fit the field's text.
    #[error(transparent)]
    Edit(#[from] EditError),
    /// A field of one line was given several.
    #[error("这一项只能写一行")]
    SeveralLines,
}

fn entry(list: &[String], index: usize) -> Cow<'_, str> {
    Cow::Borrowed(list.get(index).map_or("", String::as_str))
}

fn put(list: &mut Vec<String>, index: usize, text: &str) -> Result<(), FieldError> {
    match (index.cmp(&list.len()), text.is_empty()) {
        (std::cmp::Ordering::Less, true) => {
            list.remove(index);
        }
        (std::cmp::Ordering::Less, false) => text.clone_into(&mut list[index]),
        (std::cmp::Ordering::Equal, true) => {}
        (std::cmp::Ordering::Equal, false) => list.push(text.to_owned()),
        (std::cmp::Ordering::Greater, _) => return Err(FieldError::Index),
    }
    Ok(())
}

fn contact(draft: &mut Draft, index: usize) -> Result<&mut Contact, FieldError> {
    if index == draft.letter.contacts.len() {
        draft.letter.contacts.push(Contact::default());
    }
    draft.letter.contacts.get_mut(index).ok_or(FieldError::Index)
}

fn request(draft: &mut Draft, index: usize) -> Result<&mut Request, FieldError> {
    if index == draft.matter.requests.len() {
        draft.matter.requests.push(Request::default());
    }
    draft.matter.requests.get_mut(index).ok_or(FieldError::Index)
}

impl Draft {
    /// The text of `field`; empty where there is none.
    pub fn text(&self, field: Field) -> Cow<'_, str> {
        let (letter, matter, source) = (&self.letter, &self.matter, &self.source);
        match field {
            Field::Kind => self.kind.word().into(),
            Field::Role => self.role.word().into(),
            Field::Profile => self.profile.as_str().into(),
            Field::Issuer => letter.issuer.as_str().into(),
            Field::Number => letter.number.as_str().into(),
            Field::Title => letter.title.as_str().into(),
            Field::Category => letter.category.as_str().into(),
            Field::Signer => letter.signer.as_str().into(),
            Field::Addressees(index) => entry(&letter.addressees, index),
            Field::AddresseeTitle => letter.addressee_title.as_str().into(),
            Field::AddresseeTotal => letter.addressee_total.map_or(Cow::Borrowed(""), |total| total.to_string().into()),
            Field::Body => letter.body.as_str().into(),
            Field::Attachments(index) => entry(&letter.attachments, index),
            Field::Signature => letter.signature.as_str().into(),
            Field::Date => letter.date.to_string().into(),
            Field::ContactName(index) => letter.contacts.get(index).map_or("", |contact| &contact.name).into(),
            Field::ContactPhone(index) => letter.contacts.get(index).map_or("", |contact| &contact.phone).into(),
            Field::Disclosure => letter.disclosure.as_str().into(),
            Field::DisclosureReason => letter.disclosure_reason.as_str().into(),
            Field::Cc(index) => entry(&letter.cc, index),
            Field::MatterSession => matter.session.as_str().into(),
            Field::MatterNumber => matter.number.as_str().into(),
            Field::MatterTitle => matter.title.as_str().into(),
            Field::MatterAssigned => matter.assigned.to_string().into(),
            Field::MatterCoHandlers(index) => entry(&matter.co_handlers, index),
            Field::RequestText(index) => matter.requests.get(index).map_or("", |request| &request.text).into(),
            Field::RequestAnsweredIn(index) => {
                matter.requests.get(index).map_or("", |request| &request.answered_in).into()
            }
            Field::SourceAddressees => source.addressees.as_str().into(),
            Field::SourceDate => source.date.as_str().into(),
            Field::SourceContacts => source.contacts.as_str().into(),
            Field::SourceDisclosure => source.disclosure.as_str().into(),
            Field::SourceCc => source.cc.as_str().into(),
        }
    }

    /// Every field, the entries of lists included, empty ones too. The imported lines come last: setting an element drops
    /// its line.
    pub fn fields(&self) -> Vec<Field> {
        let (letter, matter) = (&self.letter, &self.matter);
        let mut fields = vec![
            Field::Kind,
            Field::Role,
            Field::Profile,
            Field::Issuer,
            Field::Number,
            Field::Title,
            Field::Category,
            Field::Signer,
            Field::AddresseeTitle,
            Field::AddresseeTotal,
            Field::Body,
            Field::Signature,
            Field::Date,
            Field::Disclosure,
            Field::DisclosureReason,
            Field::MatterSession,
            Field::MatterNumber,
            Field::MatterTitle,
            Field::MatterAssigned,
        ];
        fields.extend((0..letter.addressees.len()).map(Field::Addressees));
        fields.extend((0..letter.attachments.len()).map(Field::Attachments));
        fields.extend((0..letter.cc.len()).map(Field::Cc));
        fields.extend((0..letter.contacts.len()).flat_map(|at| [Field::ContactName(at), Field::ContactPhone(at)]));
        fields.extend((0..matter.co_handlers.len()).map(Field::MatterCoHandlers));
        fields.extend((0..matter.requests.len()).flat_map(|at| [Field::RequestText(at), Field::RequestAnsweredIn(at)]));
        fields.extend([
            Field::SourceAddressees,
            Field::SourceDate,
            Field::SourceContacts,
            Field::SourceDisclosure,
            Field::SourceCc,
        ]);
        fields
    }

    /// Puts `text` into `field`: the one way a field is changed. An empty text removes an entry of a list; an index at
    /// the list's end adds one. The imported line that spoke of the field is dropped, for it no longer describes it.
    ///
    /// # Errors
    /// [`FieldError`] when the field does not take the text; the draft is then as it was.
    pub fn set_text(&mut self, field: Field, text: &str) -> Result<(), FieldError> {
        if field != Field::Body && text.contains(['\n', '\r']) {
            return Err(FieldError::SeveralLines);
        }
        let changes = self.text(field) != text;
        match field {
            Field::Kind => self.kind = text.parse()?,
            Field::Role => self.role = text.parse()?,
            Field::Profile => text.clone_into(&mut self.profile),
            Field::Issuer => text.clone_into(&mut self.letter.issuer),
            Field::Number => text.clone_into(&mut self.letter.number),
            Field::Title => text.clone_into(&mut self.letter.title),
            Field::Category => text.clone_into(&mut self.letter.category),
            Field::Signer => text.clone_into(&mut self.letter.signer),
            Field::Addressees(index) => put(&mut self.letter.addressees, index, text)?,
            Field::AddresseeTitle => text.clone_into(&mut self.letter.addressee_title),
            Field::AddresseeTotal => self.letter.addressee_total = count(text)?,
            Field::Body => text.clone_into(&mut self.letter.body),
            Field::Attachments(index) => put(&mut self.letter.attachments, index, text)?,
            Field::Signature => text.clone_into(&mut self.letter.signature),
            Field::Date => self.letter.date = LetterDate::typed(text),
            Field::ContactName(index) => text.clone_into(&mut contact(self, index)?.name),
            Field::ContactPhone(index) => text.clone_into(&mut contact(self, index)?.phone),
            Field::Disclosure => text.clone_into(&mut self.letter.disclosure),
            Field::DisclosureReason => text.clone_into(&mut self.letter.disclosure_reason),
            Field::Cc(index) => put(&mut self.letter.cc, index, text)?,
            Field::MatterSession => text.clone_into(&mut self.matter.session),
            Field::MatterNumber => text.clone_into(&mut self.matter.number),
            Field::MatterTitle => text.clone_into(&mut self.matter.title),
            Field::MatterAssigned => self.matter.assigned = LetterDate::typed(text),
            Field::MatterCoHandlers(index) => put(&mut self.matter.co_handlers, index, text)?,
            Field::RequestText(index) => text.clone_into(&mut request(self, index)?.text),
            Field::RequestAnsweredIn(index) => text.clone_into(&mut request(self, index)?.answered_in),
            Field::SourceAddressees => text.clone_into(&mut self.source.addressees),
            Field::SourceDate => text.clone_into(&mut self.source.date),
            Field::SourceContacts => text.clone_into(&mut self.source.contacts),
            Field::SourceDisclosure => text.clone_into(&mut self.source.disclosure),
            Field::SourceCc => text.clone_into(&mut self.source.cc),
        }
        self.letter.contacts.retain(|contact| *contact != Contact::default());
        self.matter.requests.retain(|request| *request != Request::default());
        if changes && let Some(line) = field.source() {
            self.set_text(line, "")?;
        }
        Ok(())
    }

    /// Applies one edit to the text of `field`.
    ///
    /// # Errors
    /// [`FieldError`] when the edit does not fit the text, or the field does not take the result; the draft is then as it was.
    pub fn edit(&mut self, field: Field, change: &Edit) -> Result<(), FieldError> {
        let mut text = self.text(field).into_owned();
        edit::apply(&mut text, change)?;
        self.set_text(field, &text)
    }
}

fn count(text: &str) -> Result<Option<u32>, FieldError> {
    match text.trim() {
        "" => Ok(None),
        digits => match digits.parse() {
            Ok(0) | Err(_) => Err(FieldError::Count(digits.to_owned())),
            Ok(total) => Ok(Some(total)),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_grows_at_its_end_and_shrinks_by_emptiness() {
        let mut draft = Draft::default();
        draft.set_text(Field::Cc(0), "市政府办公室").unwrap();
        draft.set_text(Field::Cc(1), "市人大常委会选联工委").unwrap();
        assert_eq!(draft.set_text(Field::Cc(3), "某局"), Err(FieldError::Index));
        draft.set_text(Field::Cc(0), "").unwrap();
        assert_eq!(draft.letter.cc, ["市人大常委会选联工委"]);
    }

    #[test]
    fn changing_a_field_drops_the_imported_line() {
        let mut draft = Draft::default();
        draft.source.contacts = "联系人及电话：周某，电话：0760-88000000".to_owned();
        draft.set_text(Field::ContactName(0), "").unwrap();
        assert!(!draft.source.contacts.is_empty(), "nothing changed yet");
        draft.set_text(Field::ContactName(0), "周某").unwrap();
        assert_eq!(draft.source.contacts, "");
    }

    #[test]
    fn what_a_field_does_not_take_changes_nothing() {
        let mut draft = Draft::default();
        assert!(draft.set_text(Field::Kind, "议案").is_err());
        assert!(draft.set_text(Field::AddresseeTotal, "十二").is_err());
        assert_eq!(draft.set_text(Field::Title, "一\n二"), Err(FieldError::SeveralLines));
        assert_eq!(draft, Draft::default());
    }
}
