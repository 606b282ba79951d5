//! How each item stands: a verdict holds for the very text it was given on, and for no other.

use super::entry::{Action, Verdict};
use super::item::{Item, is_several};
use super::record::{Kept, Record};

/// How an item stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing<'a> {
    /// Nobody has judged it.
    Open,
    /// It was judged, and its text has changed since; the verdict is the one before the change.
    Changed(&'a Kept),
    /// 通过.
    Passed(&'a Kept),
    /// 不适用.
    NotApplicable(&'a Kept),
    /// 退回, and its text is still the same.
    Returned(&'a Kept),
}

impl<'a> Standing<'a> {
    /// Whether a person still has to judge it.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Open | Self::Changed(_))
    }

    /// Whether it stands in nobody's way.
    pub fn is_settled(self) -> bool {
        matches!(self, Self::Passed(_) | Self::NotApplicable(_))
    }

    /// What a user calls it.
    pub fn label(self) -> &'static str {
        match self {
            Self::Open => "未核",
            Self::Changed(_) => "核后有改动",
            Self::Passed(_) => "通过",
            Self::NotApplicable(_) => "不适用",
            Self::Returned(_) => "退回",
        }
    }

    /// Its word in machine-readable output.
    pub fn word(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Changed(_) => "changed",
            Self::Passed(_) => "passed",
            Self::NotApplicable(_) => "not-applicable",
            Self::Returned(_) => "returned",
        }
    }

    /// The sign that goes with it.
    pub fn sign(self) -> char {
        match self {
            Self::Open => '☐',
            Self::Changed(_) => '△',
            Self::Passed(_) => '✓',
            Self::NotApplicable(_) => '－',
            Self::Returned(_) => '✗',
        }
    }

    /// The entry that it rests on.
    pub fn entry(self) -> Option<&'a Kept> {
        match self {
            Self::Open => None,
            Self::Changed(kept) | Self::Passed(kept) | Self::NotApplicable(kept) | Self::Returned(kept) => Some(kept),
        }
    }
}

/// How `item` stands by `record`.
///
/// Of an item that a letter has once, the last verdict counts, and only on the text it was given on. An item of which it
/// has several is known by its text alone, so that a paragraph keeps its verdict when it moves.
pub fn standing<'a>(item: &Item, record: &'a Record) -> Standing<'a> {
    for kept in record.entries.iter().rev() {
        let Action::Judge { item: key, content, verdict, .. } = &kept.entry.action else { continue };
        if key != item.key || is_several(item.key) && *content != item.content {
            continue;
        }
        return match verdict {
            _ if *content != item.content => Standing::Changed(kept),
            Verdict::Pass | Verdict::PassDespite(_) => Standing::Passed(kept),
            Verdict::NotApplicable(_) => Standing::NotApplicable(kept),
            Verdict::Return(_) => Standing::Returned(kept),
        };
    }
    Standing::Open
}

#[cfg(test)]
mod tests {
    use super::super::item::{self, items};
    use super::super::record::Record;
    use super::super::record::tests::record;
    use super::*;
    use crate::letter::{Draft, Field, format};
    use crate::text::edit::Edit;
    use proptest::prelude::*;

    fn letter() -> Draft {
        format::read(include_str!("../../drafts/2026042.toml")).unwrap().draft
    }

    fn judged(item: &Item, verdict: Verdict) -> Action {
        Action::Judge {
            item: item.key.to_owned(),
            title: item.title.clone(),
            content: item.content.clone(),
            verdict,
            anchor: None,
        }
    }

    /// A record in which every item of `draft` was passed.
    fn all_passed(draft: &Draft) -> Record {
        let text = record(items(draft).iter().map(|item| judged(item, Verdict::Pass)));
        Record::read(&text)
    }

    /// The selectors of what is open again after `change`.
    fn reopened(change: impl FnOnce(&mut Draft)) -> Vec<String> {
        let mut draft = letter();
        let record = all_passed(&draft);
        change(&mut draft);
        items(&draft)
            .iter()
            .filter(|item| standing(item, &record).is_open())
            .map(|item| item.selector.clone())
            .collect()
    }

    fn replaced(from: &str, to: &str) -> Vec<String> {
        reopened(|draft| {
            assert!(draft.letter.body.contains(from), "{from}");
            draft.letter.body = draft.letter.body.replacen(from, to, 1);
        })
    }

    #[test]
    fn one_character_in_each_kind_of_place_opens_what_it_touches() {
        let set = |field: Field, text: &'static str| move |draft: &mut Draft| draft.set_text(field, text).unwrap();
        assert_eq!(reopened(|_| {}), Vec::<String>::new());
        assert_eq!(reopened(set(Field::Number, "临交函〔2026〕19号")), ["number"]);
        assert_eq!(reopened(set(Field::Date, "2026-06-13")), ["date"]);
        assert_eq!(reopened(set(Field::ContactPhone(0), "0700-8201235")), ["contact"]);
        assert_eq!(reopened(set(Field::ContactName(0), "周于安")), ["contact", "names"]);
        assert_eq!(reopened(set(Field::Addressees(0), "沈和")), ["addressees", "names", "contact-made"]);
        assert_eq!(reopened(set(Field::Disclosure, "不予公开")), ["disclosure"]);
        assert_eq!(reopened(set(Field::MatterAssigned, "2026-03-21")), ["matter"]);
        assert_eq!(reopened(set(Field::RequestText(1), "改善候车条件")), ["requests", "request-2"]);
        assert_eq!(replaced("配车6辆", "配车8辆"), ["p4", "figure-4.3", "request-1"]);
        assert_eq!(replaced("均配备遮雨棚", "都配备遮雨棚"), ["p7", "request-2"]);
        assert_eq!(replaced("切中要害", "切合实际"), ["p2"]);
        assert_eq!(replaced("衷心感谢", "诚挚感谢"), ["closing"]);
        assert_eq!(replaced("经综合市公安局、", "综合市公安局、"), ["opening", "consultation"]);
        assert_eq!(replaced("9月底前完工", "10月底前完工"), ["p7", "figure-7.3", "promises", "request-2"]);
        assert_eq!(replaced("关于改善候车环境", "关于改善候车条件"), ["answer", "p6", "request-2"]);
    }

    /// Every character of the body changed, one after the other, and each item held to the words it shows: what shows the
    /// character is open, and nothing else is.
    #[test]
    fn whichever_character_changes_what_shows_it_is_open_and_nothing_else() {
        let before = letter();
        let record = all_passed(&before);
        let shown = items(&before);
        let body = &before.letter.body;
        let mut changed = 0;
        for (at, character) in body.char_indices().filter(|(_, it)| crate::text::characters::is_han(*it)) {
            // The number of a section is what its paragraphs are found by; that is another test.
            if crate::text::numeral::is_numeral(character) {
                continue;
            }
            let mut after = before.clone();
            after.edit(Field::Body, &Edit::replace(at..at + character.len_utf8(), "某")).unwrap();
            let now = items(&after);
            for item in shown.iter().filter(|item| !matches!(item.key, "names" | "answer")) {
                let shows = item.evidence.iter().any(|it| it.field == Field::Body && it.range.contains(&at));
                let same = now.iter().find(|other| other.key == item.key && other.content == item.content);
                let stands = same.is_some_and(|other| !standing(other, &record).is_open());
                assert_eq!(stands, !shows, "{} when {character} at {at} changes", item.selector);
            }
            changed += 1;
        }
        assert!(changed > 200, "{changed}");
    }

    #[test]
    fn moving_a_paragraph_opens_the_order_and_not_the_paragraph() {
        let swapped = reopened(|draft| {
            let lines: Vec<&str> = draft.letter.body.lines().collect();
            let first = lines.iter().position(|line| line.starts_with("（一）")).unwrap();
            let mut lines = lines.clone();
            lines.swap(first, first + 1);
            draft.letter.body = lines.join("\n");
        });
        assert_eq!(swapped, ["answer", "request-1"]);
        assert_eq!(reopened(|draft| draft.letter.body = draft.letter.body.replace("\n\n", "\n")), Vec::<String>::new());
    }

    #[test]
    fn what_was_deleted_is_not_forgotten() {
        let without = |start: &str| {
            reopened(|draft| {
                draft.letter.body =
                    draft.letter.body.lines().filter(|line| !line.starts_with(start)).collect::<Vec<_>>().join("\n");
            })
        };
        assert_eq!(without("（二）优化"), ["answer", "request-1"]);
        assert_eq!(reopened(|draft| drop(draft.letter.cc.remove(2))), ["cc", "names"]);
        assert_eq!(reopened(|draft| drop(draft.matter.requests.remove(2))), ["requests"]);
    }

    #[test]
    fn a_copied_paragraph_is_not_passed_with_the_first() {
        let doubled = reopened(|draft| {
            let line = draft.letter.body.lines().find(|line| line.starts_with("今年计划")).unwrap().to_owned();
            draft.letter.body = draft.letter.body.replace(&line, &format!("{line}\n{line}"));
        });
        assert_eq!(doubled, ["answer", "p8", "figure-8.1", "figure-8.2", "figure-8.3", "promises", "request-2"]);
    }

    #[test]
    fn the_last_verdict_counts() {
        let draft = letter();
        let number = items(&draft).into_iter().find(|item| item.key == "number").unwrap();
        let text = record([judged(&number, Verdict::Pass), judged(&number, Verdict::Return("缺号".into()))]);
        let record = Record::read(&text);
        assert!(matches!(standing(&number, &record), Standing::Returned(_)));
        assert!(!standing(&number, &record).is_settled() && !standing(&number, &record).is_open());
    }

    const FIELDS: [Field; 19] = [
        Field::Kind,
        Field::Role,
        Field::Issuer,
        Field::Number,
        Field::Title,
        Field::Category,
        Field::Signer,
        Field::Addressees(1),
        Field::AddresseeTitle,
        Field::Signature,
        Field::Date,
        Field::ContactPhone(0),
        Field::Disclosure,
        Field::DisclosureReason,
        Field::Cc(1),
        Field::MatterSession,
        Field::MatterTitle,
        Field::MatterCoHandlers(0),
        Field::RequestAnsweredIn(1),
    ];

    /// What the body says, as the reviewer reads it: its paragraphs, without indents and blank lines.
    fn read(draft: &Draft) -> Vec<&str> {
        draft
            .letter
            .body
            .lines()
            .map(|line| line.trim_matches(crate::text::characters::is_blank))
            .filter(|line| !line.is_empty())
            .collect()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(160))]

        /// An item is open if and only if what it vouches for changed, whatever is typed wherever.
        #[test]
        fn open_if_and_only_if_its_text_changed(
            edits in proptest::collection::vec((0usize..700, 0usize..4, "[一二市局，。《》（）0-9将\n ]{0,3}"), 1..5),
            field in 0usize..60, typed in "[甲0-9〔〕]{0,4}",
        ) {
            let before = letter();
            let record = all_passed(&before);
            let mut after = before.clone();
            for (at, length, new) in edits {
                let places: Vec<usize> = after.letter.body.char_indices().map(|(at, _)| at).collect();
                let from = places[at % places.len()];
                let to = *places.get(at % places.len() + length).unwrap_or(&from);
                after.edit(Field::Body, &Edit::replace(from..to, new)).unwrap();
            }
            if let Some(&field) = FIELDS.get(field) {
                let _ = after.set_text(field, &typed);
            }
            let (old, new) = (items(&before), items(&after));
            for item in &new {
                let same_text = |known: &&Item| known.key == item.key && known.vouched == item.vouched;
                let mine = new.iter().filter(same_text).position(|known| known.selector == item.selector).unwrap();
                let vouched_before = old.iter().filter(same_text).count() > mine;
                prop_assert_eq!(standing(item, &record).is_open(), !vouched_before, "{}", item.selector);
            }
            // And nothing that can be read differs without something being open.
            let differs = read(&before) != read(&after) || FIELDS.iter().any(|&field| before.text(field) != after.text(field));
            let open = new.iter().any(|item| standing(item, &record).is_open());
            prop_assert_eq!(open, differs);
            // What stands under a signature is the letter; what was asked for lies beside it.
            let letter_differs = read(&before) != read(&after)
                || FIELDS[..15].iter().any(|&field| before.text(field) != after.text(field));
            prop_assert_eq!(item::letter(&before) != item::letter(&after), letter_differs);
        }
    }
}
