//! Bringing two changes of one draft together.

use super::merge_lines::merge_lines;
use super::{Draft, Letter, Matter, Source};

/// The draft with both changes in it: `mine` and `theirs` each come from `base`. `None` where both changed the same
/// element, or the same or neighbouring clauses of the body, in different ways, for then a person has to decide.
pub fn merge(base: &Draft, mine: &Draft, theirs: &Draft) -> Option<Draft> {
    /// One element of the three.
    fn one<T: Clone + PartialEq>(base: &T, mine: &T, theirs: &T) -> Option<T> {
        if mine == base || mine == theirs {
            Some(theirs.clone())
        } else if theirs == base {
            Some(mine.clone())
        } else {
            None
        }
    }
    /// Every named element of a structure, so that none can be forgotten: the compiler asks for each.
    macro_rules! each {
        ($kind:ident, $base:expr, $mine:expr, $theirs:expr, $($element:ident),+) => {
            $kind { $($element: one(&$base.$element, &$mine.$element, &$theirs.$element)?),+ }
        };
    }
    // Of the body, each paragraph is a thing of its own: it is merged apart, and stands the same in all three meanwhile.
    let body = match one(&base.letter.body, &mine.letter.body, &theirs.letter.body) {
        Some(body) => body,
        None => merge_lines(&base.letter.body, &mine.letter.body, &theirs.letter.body)?,
    };
    let with_body =
        |draft: &Draft| Draft { letter: Letter { body: body.clone(), ..draft.letter.clone() }, ..draft.clone() };
    let (base, mine, theirs) = (&with_body(base), &with_body(mine), &with_body(theirs));
    let letter = each!(
        Letter,
        base.letter,
        mine.letter,
        theirs.letter,
        issuer,
        number,
        title,
        category,
        signer,
        addressees,
        addressee_title,
        addressee_total,
        body,
        attachments,
        signature,
        date,
        contacts,
        disclosure,
        disclosure_reason,
        cc
    );
    let matter =
        each!(Matter, base.matter, mine.matter, theirs.matter, session, number, title, assigned, co_handlers, requests);
    let source = each!(Source, base.source, mine.source, theirs.source, addressees, date, contacts, disclosure, cc);
    Some(Draft {
        kind: one(&base.kind, &mine.kind, &theirs.kind)?,
        role: one(&base.role, &mine.role, &theirs.role)?,
        profile: one(&base.profile, &mine.profile, &theirs.profile)?,
        letter,
        matter,
        source,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::letter::Field;

    #[test]
    fn changes_of_different_elements_come_together() {
        let base = Draft::default();
        let (mut mine, mut theirs) = (base.clone(), base.clone());
        mine.set_text(Field::Body, "我写的").unwrap();
        theirs.set_text(Field::Number, "临水函〔2026〕1号").unwrap();
        let merged = merge(&base, &mine, &theirs).unwrap();
        assert_eq!(
            (merged.text(Field::Body), merged.text(Field::Number)),
            ("我写的".into(), "临水函〔2026〕1号".into())
        );
        theirs.set_text(Field::Body, "我写的").unwrap();
        assert!(merge(&base, &mine, &theirs).is_some(), "the same change twice is one");
        theirs.set_text(Field::Body, "别人写的").unwrap();
        assert_eq!(merge(&base, &mine, &theirs), None);
    }
}
