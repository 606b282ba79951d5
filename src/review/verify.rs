//! Whether a record is what was written: what was altered, cut, moved or copied, told exactly.

use super::entry::Action;
use super::record::{Kept, Record};

/// The end of a record as it was last seen, kept apart from it: a cut at the very end breaks no chain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    /// How many entries there were.
    pub count: usize,
    /// The chain of the last one.
    pub chain: String,
}

/// Something that is not as it was written.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// An entry's text is not what its chain was made of.
    #[error("第{0}条的内容被改动过")]
    Altered(usize),
    /// An entry cannot be read.
    #[error("第{0}个条目残缺，读不出来")]
    Unreadable(usize),
    /// Entries are missing in the middle or at the start.
    #[error("缺了第{from}{}条", if .from == .to { String::new() } else { format!("至{}", .to) })]
    Cut {
        /// The first that is missing.
        from: usize,
        /// The last that is missing.
        to: usize,
    },
    /// The entries are not in the order they were written.
    #[error("条目的次序被动过，现为{}", .0.iter().map(usize::to_string).collect::<Vec<_>>().join("、"))]
    Reordered(Vec<usize>),
    /// Two entries are whole and follow in number, but the second was not written after the first.
    #[error("第{0}条与第{1}条接不上，其中一条被替换过")]
    Replaced(usize, usize),
    /// The head is not the one the first entry was written under.
    #[error("文件开头被改动过")]
    Head,
    /// The record belongs to another draft.
    #[error("这是 {belongs} 的核稿记录，不是 {found} 的")]
    Foreign {
        /// The draft it names.
        belongs: String,
        /// The draft it lies beside.
        found: String,
    },
    /// There were more entries before.
    #[error("末尾少了{}条：原有{known}条，现有{now}条", .known - .now)]
    Shortened {
        /// How many were seen before.
        known: usize,
        /// How many there are now.
        now: usize,
    },
    /// The entries up to the last one seen are not those that were seen.
    #[error("前{0}条与上次写入后所留的凭据不符，整份记录可能被重写过")]
    Rewritten(usize),
    /// A signature under an entry does not hold.
    #[error("第{number}条的签名不成立：{why}")]
    Signature {
        /// The entry.
        number: usize,
        /// What was found.
        why: String,
    },
}

/// What is wrong with `record`, which lies beside the draft file named `draft`; nothing where it is as it was written.
pub fn verify(record: &Record, draft: &str, seen: Option<&Seen>) -> Vec<Fault> {
    let mut faults: Vec<Fault> = record.unreadable.iter().map(|&place| Fault::Unreadable(place)).collect();
    let entries = &record.entries;
    if !entries.is_empty() || !record.draft.is_empty() {
        let belongs = name_now(record);
        if belongs != draft {
            faults.push(Fault::Foreign { belongs: belongs.to_owned(), found: draft.to_owned() });
        }
    }
    let numbers: Vec<usize> = entries.iter().map(|kept| kept.number).collect();
    let in_order = numbers.windows(2).all(|pair| pair[0] < pair[1]);
    if !in_order {
        faults.push(Fault::Reordered(numbers));
    }
    faults.extend(entries.iter().filter(|kept| !kept.whole).map(|kept| Fault::Altered(kept.number)));
    if in_order {
        links(record, &mut faults);
    }
    if let Some(seen) = seen {
        if entries.len() < seen.count {
            faults.push(Fault::Shortened { known: seen.count, now: entries.len() });
        } else if seen.count > 0 && entries[seen.count - 1].chain != seen.chain && faults.is_empty() {
            faults.push(Fault::Rewritten(seen.count));
        }
    }
    faults
}

/// The name of the draft the record belongs to, after the renamings it tells.
fn name_now(record: &Record) -> &str {
    record.entries.iter().fold(record.draft.as_str(), |name, kept| match &kept.entry.action {
        Action::Rename { from, to, .. } if from == name => to,
        _ => name,
    })
}

fn links(record: &Record, faults: &mut Vec<Fault>) {
    let mut before: Option<&Kept> = None;
    for kept in &record.entries {
        let (number, chain) = before.map_or((0, &record.head), |before| (before.number, &before.chain));
        if kept.number > number + 1 {
            faults.push(Fault::Cut { from: number + 1, to: kept.number - 1 });
        } else if kept.previous != *chain {
            match before {
                None => faults.push(Fault::Head),
                Some(before) if before.whole && kept.whole => {
                    faults.push(Fault::Replaced(before.number, kept.number));
                }
                // One of them is told as altered already.
                Some(_) => {}
            }
        }
        before = Some(kept);
    }
}

#[cfg(test)]
mod tests {
    use super::super::record::tests::record;
    use super::*;
    use proptest::prelude::*;

    fn five() -> String {
        record((1..=5).map(|number| Action::Submit { note: format!("第{number}次送核") }))
    }

    fn parts(text: &str) -> Vec<String> {
        let mut parts: Vec<String> = text.split("\n[[entry]]\n").map(str::to_owned).collect();
        let head = parts.remove(0);
        std::iter::once(head).chain(parts.into_iter().map(|part| format!("\n[[entry]]\n{part}"))).collect()
    }

    fn faults(text: &str) -> Vec<Fault> {
        let whole = Record::read(&five());
        let seen = Seen { count: 5, chain: whole.end().to_owned() };
        verify(&Record::read(text), "甲.toml", Some(&seen))
    }

    #[test]
    fn a_record_as_it_was_written() {
        assert_eq!(faults(&five()), []);
        assert_eq!(verify(&Record::read(""), "甲.toml", None), []);
    }

    #[test]
    fn what_was_done_to_it_is_told() {
        let parts = parts(&five());
        let altered = five().replace("第2次", "第9次").replace("第4次", "第8次");
        assert_eq!(faults(&altered), [Fault::Altered(2), Fault::Altered(4)]);
        assert_eq!(faults(&five().replace("第5次", "第6次")), [Fault::Altered(5)], "the last one too");
        let cut: String = [&parts[..2], &parts[4..]].concat().concat();
        assert_eq!(faults(&cut), [Fault::Cut { from: 2, to: 3 }, Fault::Shortened { known: 5, now: 3 }]);
        let first = [&parts[..1], &parts[2..]].concat().concat();
        assert_eq!(faults(&first)[0], Fault::Cut { from: 1, to: 1 });
        let end = parts[..4].concat();
        assert_eq!(faults(&end), [Fault::Shortened { known: 5, now: 3 }]);
        let moved = [&parts[..2], &parts[3..4], &parts[2..3], &parts[4..]].concat().concat();
        assert_eq!(faults(&moved), [Fault::Reordered(vec![1, 3, 2, 4, 5])]);
        let twice = [&parts[..3], &parts[2..]].concat().concat();
        assert_eq!(faults(&twice)[0], Fault::Reordered(vec![1, 2, 2, 3, 4, 5]));
        assert_eq!(faults(&five().replace("format = 1", "format = 1 ")), [Fault::Head]);
        assert_eq!(faults("")[0], Fault::Shortened { known: 5, now: 0 });
    }

    #[test]
    fn a_record_or_an_entry_from_elsewhere() {
        let record_of_another = five();
        let found = verify(&Record::read(&record_of_another), "乙.toml", None);
        assert_eq!(found, [Fault::Foreign { belongs: "甲.toml".into(), found: "乙.toml".into() }]);
        let other = record((1..=5).map(|number| Action::SendBack { reason: format!("理由{number}") }));
        let (mut mine, theirs) = (parts(&five()), parts(&other));
        mine[3] = theirs[3].clone();
        assert_eq!(faults(&mine.concat()), [Fault::Replaced(2, 3), Fault::Replaced(3, 4)]);
        let rewritten = faults(&other);
        assert_eq!(rewritten, [Fault::Rewritten(5)]);
    }

    #[test]
    fn a_renamed_draft_is_vouched_for() {
        let text = record([
            Action::Submit { note: String::new() },
            Action::Rename { from: "甲.toml".into(), to: "乙.toml".into(), reason: "补编号".into() },
        ]);
        assert_eq!(verify(&Record::read(&text), "乙.toml", None), []);
        assert_eq!(verify(&Record::read(&text), "甲.toml", None).len(), 1);
    }

    proptest! {
        #[test]
        fn no_changed_byte_goes_unnoticed(at in 0usize..3000, new in "[a-z0-9一二三=\"\\]]") {
            let text = five();
            let characters: Vec<char> = text.chars().collect();
            let at = at % characters.len();
            let changed: String = characters[..at].iter().collect::<String>() + &new + &characters[at + 1..].iter().collect::<String>();
            prop_assert!(changed == text || !faults(&changed).is_empty());
        }

        #[test]
        fn no_removed_stretch_goes_unnoticed(from in 0usize..3000, length in 1usize..900) {
            let text = five();
            let characters: Vec<char> = text.chars().collect();
            let from = from % characters.len();
            let kept: String = characters[..from].iter().chain(characters[(from + length).min(characters.len())..].iter()).collect();
            prop_assert!(!faults(&kept).is_empty());
        }
    }
}
