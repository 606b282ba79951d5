//! What of the checklist's questions to a person is answered by verdicts in the record.

use std::collections::BTreeSet;

use crate::letter::Draft;
use crate::review::{Action, Record, item, standing};

/// The items of the checklist that a person vouches for, each with the items of the walk that stand for it.
const QUESTIONS: [(&str, &[&str]); 6] = [
    ("names", &["names"]),
    ("figures", &["figure"]),
    ("policy", &["policy"]),
    ("consultation", &["consultation"]),
    ("contact-made", &["contact-made"]),
    ("requests", &["requests", "request"]),
];

/// The items of the checklist of which every part is settled on the text as it is.
pub(super) fn of(draft: &Draft, record: &Record) -> BTreeSet<&'static str> {
    let judged = record.entries.iter().any(|kept| matches!(kept.entry.action, Action::Judge { .. }));
    if !judged {
        return BTreeSet::new();
    }
    let items = item::items(draft);
    let settled = |keys: &[&str]| {
        let mut own = items.iter().filter(|item| keys.contains(&item.key)).peekable();
        own.peek().is_some() && own.all(|item| standing(item, record).is_settled())
    };
    QUESTIONS.into_iter().filter(|(_, keys)| settled(keys)).map(|(name, _)| name).collect()
}
