//! Taking an entry out of a list, so that it can be put back.
//!
//! A draft's list closes up when an entry is emptied. Setting that entry again would write over the one that took its
//! place; so the entries behind it move up one by one, and the last one is what goes.

use crate::letter::{Draft, Field};

/// The changes, one by one, that take the entry of `field` out of its list; `None` where emptying it moves no other.
pub(super) fn steps(draft: &Draft, field: Field) -> Option<Vec<(Field, String)>> {
    let letter = &draft.letter;
    let requests = &draft.matter.requests;
    // The entry, how many there are, and the fields of one.
    let (at, count, fields): (usize, usize, fn(usize) -> Vec<Field>) = match field {
        Field::Addressees(at) => (at, letter.addressees.len(), |at| vec![Field::Addressees(at)]),
        Field::Attachments(at) => (at, letter.attachments.len(), |at| vec![Field::Attachments(at)]),
        Field::Cc(at) => (at, letter.cc.len(), |at| vec![Field::Cc(at)]),
        Field::MatterCoHandlers(at) => (at, draft.matter.co_handlers.len(), |at| vec![Field::MatterCoHandlers(at)]),
        Field::ContactName(at) | Field::ContactPhone(at) => {
            (at, letter.contacts.len(), |at| vec![Field::ContactName(at), Field::ContactPhone(at)])
        }
        Field::RequestText(at) | Field::RequestAnsweredIn(at) => {
            (at, requests.len(), |at| vec![Field::RequestText(at), Field::RequestAnsweredIn(at)])
        }
        _ => return None,
    };
    let stays = fields(at).into_iter().any(|other| other != field && !draft.text(other).is_empty());
    if at + 1 >= count || stays {
        return None;
    }
    let mut steps = Vec::new();
    for to in at..count - 1 {
        let moved = fields(to).into_iter().zip(fields(to + 1)).map(|(to, from)| (to, draft.text(from).into_owned()));
        // What is filled first keeps the entry there while the rest of it is emptied.
        let (filled, emptied): (Vec<_>, Vec<_>) = moved.partition(|(_, text)| !text.is_empty());
        steps.extend(filled);
        steps.extend(emptied);
    }
    steps.extend(fields(count - 1).into_iter().map(|field| (field, String::new())));
    Some(steps)
}
