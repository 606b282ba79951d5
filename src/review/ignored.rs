//! The findings that were let stand and have not been taken up again, worked out from the record.

use super::entry::{Action, Entry};
use super::record::Record;

/// A finding that is let stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ignored<'a> {
    /// The number of the entry, from 1.
    pub number: usize,
    /// The entry: who, when.
    pub entry: &'a Entry,
    /// The rule's code.
    pub rule: &'a str,
    /// What the rule is called.
    pub title: &'a str,
    /// The words it was found in; empty where something is missing.
    pub quote: &'a str,
    /// The SHA-256 of what it is bound to.
    pub content: &'a str,
    /// Why.
    pub reason: &'a str,
}

/// What `record` lets stand, in the order it was decided.
pub fn in_force(record: &Record) -> Vec<Ignored<'_>> {
    let mut standing: Vec<Ignored<'_>> = Vec::new();
    for kept in &record.entries {
        match &kept.entry.action {
            Action::Ignore { rule, title, quote, content, reason } => {
                let (number, entry) = (kept.number, &kept.entry);
                standing.push(Ignored { number, entry, rule, title, quote, content, reason });
            }
            Action::Withdraw { ignored, .. } => standing.retain(|each| each.number != *ignored),
            _ => {}
        }
    }
    standing
}

#[cfg(test)]
mod tests {
    use super::super::record::tests::record;
    use super::*;

    #[test]
    fn what_was_withdrawn_counts_again() {
        let ignore = |rule: &str| Action::Ignore {
            rule: rule.into(),
            title: "半角标点".into(),
            quote: ",".into(),
            content: "ab".into(),
            reason: "原文如此".into(),
        };
        let withdraw = Action::Withdraw { ignored: 1, reason: String::new() };
        let told = |actions: Vec<Action>| {
            let record = Record::read(&record(actions));
            in_force(&record).iter().map(|each| (each.number, each.rule.to_owned())).collect::<Vec<_>>()
        };
        assert_eq!(told(vec![ignore("P03"), ignore("D01")]), [(1, "P03".into()), (2, "D01".into())]);
        assert_eq!(told(vec![ignore("P03"), ignore("D01"), withdraw.clone()]), [(2, "D01".into())]);
        assert_eq!(told(vec![ignore("P03"), withdraw, ignore("P03")]), [(3, "P03".into())]);
    }
}
