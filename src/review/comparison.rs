//! Two versions of a draft, element by element.

use super::redline::{Block, Span, is_changed, redline, spans};
use crate::letter::{Draft, Field};

/// What differs between two drafts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    /// The elements that differ, each with its redline.
    pub fields: Vec<(Field, Vec<Span>)>,
    /// The redline of the body; empty when it is the same.
    pub body: Vec<Block>,
}

impl Comparison {
    /// Compares two drafts.
    pub fn of(old: &Draft, new: &Draft) -> Self {
        let fields = fields(old, new)
            .into_iter()
            .filter(|&field| old.text(field) != new.text(field))
            .map(|field| (field, spans(&old.text(field), &new.text(field))))
            .collect();
        let body = redline(&old.letter.body, &new.letter.body);
        Self { fields, body: if is_changed(&body) { body } else { Vec::new() } }
    }

    /// Whether nothing that can be read differs.
    pub fn is_empty(&self) -> bool {
        self.fields.is_empty() && self.body.is_empty()
    }
}

/// Every field but the body that one of the two drafts has, in the order of the letter.
fn fields(old: &Draft, new: &Draft) -> Vec<Field> {
    let most = |count: fn(&Draft) -> usize| count(old).max(count(new));
    let list = |count: fn(&Draft) -> usize, field: fn(usize) -> Field| (0..most(count)).map(field);
    let mut fields = vec![
        Field::Kind,
        Field::Role,
        Field::Profile,
        Field::Issuer,
        Field::Number,
        Field::Title,
        Field::Category,
        Field::Signer,
    ];
    fields.extend(list(|draft| draft.letter.addressees.len(), Field::Addressees));
    fields.extend([Field::AddresseeTitle, Field::AddresseeTotal]);
    fields.extend(list(|draft| draft.letter.attachments.len(), Field::Attachments));
    fields.extend([Field::Signature, Field::Date]);
    for index in 0..most(|draft| draft.letter.contacts.len()) {
        fields.extend([Field::ContactName(index), Field::ContactPhone(index)]);
    }
    fields.extend([Field::Disclosure, Field::DisclosureReason]);
    fields.extend(list(|draft| draft.letter.cc.len(), Field::Cc));
    fields.extend([Field::MatterSession, Field::MatterNumber, Field::MatterTitle, Field::MatterAssigned]);
    fields.extend(list(|draft| draft.matter.co_handlers.len(), Field::MatterCoHandlers));
    for index in 0..most(|draft| draft.matter.requests.len()) {
        fields.extend([Field::RequestText(index), Field::RequestAnsweredIn(index)]);
    }
    fields
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::letter::format;

    #[test]
    fn elements_and_body_are_told_apart() {
        let old = format::read(include_str!("../../drafts/2026042.toml")).unwrap().draft;
        let mut new = old.clone();
        assert!(Comparison::of(&old, &new).is_empty());
        new.set_text(Field::Cc(3), "市财政局").unwrap();
        new.letter.body.push('\n');
        let found = Comparison::of(&old, &new);
        assert_eq!(found.fields.iter().map(|(field, _)| *field).collect::<Vec<_>>(), [Field::Cc(3)]);
        assert!(found.body.is_empty(), "a blank line is no change");
        new.letter.body = new.letter.body.replace("配车6辆", "配车8辆");
        assert!(!Comparison::of(&old, &new).body.is_empty());
    }
}
