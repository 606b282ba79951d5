//! Bringing two changes of one draft together.

use super::date::LetterDate;
use super::merge_lines::merge_lines;
use super::{Contact, Draft, Field, Kind, Letter, Matter, Request, Role, Source};

/// Which of two changes that contradict each other goes into the draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// One's own.
    Mine,
    /// Both, one's own first.
    Both,
    /// The other one.
    Theirs,
}

/// A place that both changed in different ways.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// The element, or the body.
    pub field: Field,
    /// The text that leads up to the place, where it is in the body.
    pub before: String,
    /// What is there by one's own change.
    pub mine: String,
    /// What is there by the other one.
    pub theirs: String,
}

impl Conflict {
    /// Whether the place can have both.
    pub fn takes_both(&self) -> bool {
        self.field == Field::Body
    }
}

/// The draft with both changes in it: `mine` and `theirs` each come from `base`. `None` where they contradict each other, for
/// then a person has to decide.
pub fn merge(base: &Draft, mine: &Draft, theirs: &Draft) -> Option<Draft> {
    let (draft, conflicts) = merge_by(base, mine, theirs, &[]);
    conflicts.is_empty().then_some(draft)
}

/// The draft with both changes in it, and where they contradict each other: both changed the same element, or the same or
/// neighbouring clauses of the body, in different ways. There the draft has what `sides` says, in order, and one's own change
/// where it says nothing.
pub fn merge_by(base: &Draft, mine: &Draft, theirs: &Draft, sides: &[Side]) -> (Draft, Vec<Conflict>) {
    let mut deciding = Deciding { sides, conflicts: Vec::new() };
    // Of the body, each paragraph is a thing of its own: it is merged apart, and stands the same in all three meanwhile.
    let body = merge_lines(&base.letter.body, &mine.letter.body, &theirs.letter.body, &mut |before, mine, theirs| {
        let before = before.rsplit('\n').next().unwrap_or_default().to_owned();
        let conflict = Conflict { field: Field::Body, before, mine: mine.to_owned(), theirs: theirs.to_owned() };
        match deciding.side(conflict) {
            Side::Mine => mine.to_owned(),
            Side::Theirs => theirs.to_owned(),
            Side::Both => format!("{mine}{theirs}"),
        }
    });
    let with_body =
        |draft: &Draft| Draft { letter: Letter { body: body.clone(), ..draft.letter.clone() }, ..draft.clone() };
    let (base, mine, theirs) = (&with_body(base), &with_body(mine), &with_body(theirs));
    /// Every named element of a structure, so that none can be forgotten: the compiler asks for each.
    macro_rules! each {
        ($kind:ident, $part:ident, $($element:ident: $field:expr),+) => {
            $kind {
                $($element: deciding.element($field, &base.$part.$element, &mine.$part.$element, &theirs.$part.$element)),+
            }
        };
    }
    let letter = each!(
        Letter, letter,
        issuer: Field::Issuer,
        number: Field::Number,
        title: Field::Title,
        category: Field::Category,
        signer: Field::Signer,
        addressees: Field::Addressees(0),
        addressee_title: Field::AddresseeTitle,
        addressee_total: Field::AddresseeTotal,
        body: Field::Body,
        attachments: Field::Attachments(0),
        signature: Field::Signature,
        date: Field::Date,
        contacts: Field::ContactName(0),
        disclosure: Field::Disclosure,
        disclosure_reason: Field::DisclosureReason,
        cc: Field::Cc(0)
    );
    let matter = each!(
        Matter, matter,
        session: Field::MatterSession,
        number: Field::MatterNumber,
        title: Field::MatterTitle,
        assigned: Field::MatterAssigned,
        co_handlers: Field::MatterCoHandlers(0),
        requests: Field::RequestText(0)
    );
    let source = each!(
        Source, source,
        addressees: Field::SourceAddressees,
        date: Field::SourceDate,
        contacts: Field::SourceContacts,
        disclosure: Field::SourceDisclosure,
        cc: Field::SourceCc
    );
    let draft = Draft {
        kind: deciding.element(Field::Kind, &base.kind, &mine.kind, &theirs.kind),
        role: deciding.element(Field::Role, &base.role, &mine.role, &theirs.role),
        profile: deciding.element(Field::Profile, &base.profile, &mine.profile, &theirs.profile),
        letter,
        matter,
        source,
    };
    (draft, deciding.conflicts)
}

/// What is decided where the changes contradict each other, and where that is.
struct Deciding<'a> {
    sides: &'a [Side],
    conflicts: Vec<Conflict>,
}

impl Deciding<'_> {
    /// What the next conflict is decided by.
    fn side(&mut self, conflict: Conflict) -> Side {
        let side = self.sides.get(self.conflicts.len()).copied().unwrap_or(Side::Mine);
        self.conflicts.push(conflict);
        side
    }

    /// One element of the three.
    fn element<T: Clone + PartialEq + Told>(&mut self, field: Field, base: &T, mine: &T, theirs: &T) -> T {
        if mine == base || mine == theirs {
            return theirs.clone();
        }
        if theirs == base {
            return mine.clone();
        }
        let conflict = Conflict { field, before: String::new(), mine: mine.told(), theirs: theirs.told() };
        match self.side(conflict) {
            Side::Theirs => theirs.clone(),
            Side::Mine | Side::Both => mine.clone(),
        }
    }
}

/// What an element holds, in words for a person.
trait Told {
    fn told(&self) -> String;
}

impl Told for String {
    fn told(&self) -> String {
        self.clone()
    }
}

impl Told for Vec<String> {
    fn told(&self) -> String {
        self.join("、")
    }
}

impl Told for Option<u32> {
    fn told(&self) -> String {
        self.map_or_else(String::new, |count| count.to_string())
    }
}

impl Told for LetterDate {
    fn told(&self) -> String {
        self.to_string()
    }
}

impl Told for Vec<Contact> {
    fn told(&self) -> String {
        self.iter().map(|contact| format!("{} {}", contact.name, contact.phone)).collect::<Vec<_>>().join("、")
    }
}

impl Told for Vec<Request> {
    fn told(&self) -> String {
        let told = |request: &Request| format!("{}（答复于{}）", request.text, request.answered_in);
        self.iter().map(told).collect::<Vec<_>>().join("；")
    }
}

impl Told for Kind {
    fn told(&self) -> String {
        self.word().to_owned()
    }
}

impl Told for Role {
    fn told(&self) -> String {
        self.word().to_owned()
    }
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

    #[test]
    fn what_contradicts_is_told_and_decided_place_by_place() {
        let draft = |body: &str, number: &str| {
            let mut draft = Draft::default();
            draft.set_text(Field::Body, body).unwrap();
            draft.set_text(Field::Number, number).unwrap();
            draft
        };
        let base = draft("一、清淤\n今年4月，完成清淤3公里。已验收。专此答复。", "1号");
        let mine = draft("一、清淤\n今年5月，完成清淤4公里。已验收。专此答复。", "2号");
        let theirs = draft("一、清淤\n今年4月，完成疏浚3公里。已验收。特此答复。", "3号");
        let (draft, conflicts) = merge_by(&base, &mine, &theirs, &[]);
        // Neighbouring clauses are one place; the closing was changed by one only.
        let told: Vec<_> = conflicts.iter().map(|it| (it.field, it.mine.as_str(), it.theirs.as_str())).collect();
        let places =
            [(Field::Body, "今年5月，完成清淤4公里。", "今年4月，完成疏浚3公里。"), (Field::Number, "2号", "3号")];
        assert_eq!(told, places);
        assert_eq!(draft.text(Field::Body), "一、清淤\n今年5月，完成清淤4公里。已验收。特此答复。");
        let by = |sides: &[Side]| merge_by(&base, &mine, &theirs, sides).0;
        let decided = by(&[Side::Both, Side::Theirs]);
        assert_eq!(decided.text(Field::Number), "3号");
        assert_eq!(
            decided.text(Field::Body),
            "一、清淤\n今年5月，完成清淤4公里。今年4月，完成疏浚3公里。已验收。特此答复。"
        );
        assert_eq!(by(&[Side::Theirs]).text(Field::Body), "一、清淤\n今年4月，完成疏浚3公里。已验收。特此答复。");
    }
}
