//! A record whose last addition was cut short: by the end of the power, of the process, of the disk.
//!
//! What was cut short was told to nobody as written, so it counts for nothing and is no fault. What tells it from a record
//! that somebody cut is the seal: it is written after an addition is whole, and names the last entry that was.

use super::record::{Record, SEPARATOR};
use super::verify::Seen;

/// How many bytes of `text` are the record, without an addition that was cut short at its end. `seen` is what was kept of
/// the end when it was last whole. Where it is not certain that nothing but an unfinished addition stands there, all of it
/// is the record, and what is wrong with it is told as a fault.
pub fn whole_length(text: &str, seen: Option<&Seen>) -> usize {
    let Some(last) = text.rfind(SEPARATOR) else {
        // Nothing was ever added: the head itself was cut short.
        let begun = !text.is_empty() && (!text.ends_with('\n') || Record::read(text).draft.is_empty());
        return if begun && seen.is_none() && !text.contains("chain = ") { 0 } else { text.len() };
    };
    let is_whole = |length: usize| {
        let record = Record::read(&text[..length]);
        record.unreadable.is_empty() && record.entries.last().is_none_or(|kept| kept.whole)
    };
    if is_whole(text.len()) {
        return text.len();
    }
    // The last entry may be whole, and the separator behind it the thing that was cut short.
    let end = text[last..].find("\nchain = ").and_then(|at| {
        let line = last + at + 1;
        text[line..].find('\n').map(|end| line + end + 1)
    });
    let length = match end {
        Some(end) if SEPARATOR.starts_with(&text[end..]) && is_whole(end) => end,
        // A whole entry that is not what its chain was made of was altered, not cut short.
        Some(_) => return text.len(),
        None => last,
    };
    let record = Record::read(&text[..length]);
    let sealed = match seen {
        Some(seen) => seen.count <= record.entries.len() && seen.chain == sealed_chain(&record, seen.count),
        None => record.entries.is_empty(),
    };
    if sealed && is_whole(length) { length } else { text.len() }
}

fn sealed_chain(record: &Record, count: usize) -> &str {
    count.checked_sub(1).and_then(|at| record.entries.get(at)).map_or(record.head.as_str(), |kept| &kept.chain)
}

#[cfg(test)]
mod tests {
    use super::super::entry::Action;
    use super::super::record::tests::{entry, record as record_of};
    use super::super::{record, verify};
    use super::*;

    fn notes(count: usize) -> String {
        record_of((1..=count).map(|number| Action::Submit { note: format!("第{number}次送核") }))
    }

    #[test]
    fn an_addition_cut_anywhere_leaves_what_was_there_before() {
        let (before, after) = (notes(2), notes(4));
        let second = notes(3);
        let seal = Seen { count: 2, chain: Record::read(&before).end().to_owned() };
        for cut in (before.len()..=after.len()).filter(|&cut| after.is_char_boundary(cut)) {
            // Of an addition of two entries the first may be whole already.
            let expected = if cut >= after.len() {
                after.len()
            } else if cut >= second.len() {
                second.len()
            } else {
                before.len()
            };
            assert_eq!(whole_length(&after[..cut], Some(&seal)), expected, "{cut}");
        }
        assert_eq!(whole_length("", None), 0);
    }

    #[test]
    fn the_first_addition_may_be_cut_too() {
        let first = notes(1);
        for cut in (1..first.len()).filter(|&cut| first.is_char_boundary(cut)) {
            let kept = &first[..whole_length(&first[..cut], None)];
            let again = record::addition(kept, "甲.toml", &[(entry(Action::Submit { note: "再送".into() }), None)]);
            let read = Record::read(&format!("{kept}{again}"));
            assert_eq!((read.entries.len(), verify(&read, "甲.toml", None)), (1, Vec::new()), "{cut}");
        }
    }

    #[test]
    fn a_record_that_somebody_cut_is_not_taken_for_one_that_was_cut_short() {
        let text = notes(3);
        let seal = Seen { count: 3, chain: Record::read(&text).end().to_owned() };
        for cut in (text.find(SEPARATOR).unwrap() + 40..text.len() - 1).filter(|&cut| text.is_char_boundary(cut)) {
            let length = whole_length(&text[..cut], Some(&seal));
            let faults = verify(&Record::read(&text[..length]), "甲.toml", Some(&seal));
            assert!(!faults.is_empty(), "{cut}");
        }
        let altered = text.replace("第3次", "第9次");
        assert_eq!(whole_length(&altered, Some(&seal)), altered.len());
    }
}
