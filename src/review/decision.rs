//! Decisions: what an action on a letter is made of, and whether somebody may take it.

use super::entry::{Action, Verdict};
use super::item::Item;
use super::policy::Refusal;
use super::remark::Anchor;
use super::stage::Progress;
use crate::letter::Draft;

/// How many characters of an item's evidence the remark on it hangs on.
const QUOTED: usize = 24;

impl Item {
    /// The verdict on this item as it stands in `draft`. What is sent back hangs on the first of its evidence.
    pub fn judged(&self, draft: &Draft, verdict: Verdict) -> Action {
        let first = self.evidence.first().filter(|_| matches!(verdict, Verdict::Return(_)));
        let anchor = first.map(|evidence| {
            let text = draft.text(evidence.field);
            let words = text.get(evidence.range.clone()).unwrap_or_default();
            let end = words.char_indices().nth(QUOTED).map_or(words.len(), |(at, _)| at);
            Anchor::at(evidence.field, &text, evidence.range.start..evidence.range.start + end)
        });
        Action::Judge {
            item: self.key.to_owned(),
            title: self.title.clone(),
            content: self.content.clone(),
            verdict,
            anchor,
        }
    }
}

impl Progress<'_> {
    /// Whether `who` may take the decision `action`. What is no decision about the letter anybody may note down.
    ///
    /// # Errors
    /// [`Refusal`] says why not.
    pub fn may(&self, action: &Action, who: &str) -> Result<(), Refusal> {
        match action {
            Action::Judge { .. } => self.may_judge(who),
            Action::Sign { stage, unit, .. } => self.may_sign(*stage, unit, who),
            _ => Ok(()),
        }
    }
}
