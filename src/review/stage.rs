//! The stages of a letter on its way out, and who may take it on: worked out from the record, never written down.

use super::entry::Action;
use super::item::{self, Item, items};
use super::policy::{Missing, Policy, Refusal};
use super::record::{Kept, Record};
use super::standing::{Standing, standing};
use crate::letter::{Draft, Role};

/// A stage, in the order of the 条例 (articles 19 to 25).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stage {
    /// 拟稿.
    Draft,
    /// 核稿.
    Review,
    /// 会签.
    Countersign,
    /// 签发.
    Sign,
    /// 印发.
    Issue,
}

impl Stage {
    /// Every stage in order.
    pub const ALL: [Self; 5] = [Self::Draft, Self::Review, Self::Countersign, Self::Sign, Self::Issue];

    /// The stages that end with a signature.
    pub const SIGNED: [Self; 3] = [Self::Review, Self::Countersign, Self::Sign];

    /// What a user calls it, and what profiles write.
    pub fn title(self) -> &'static str {
        match self {
            Self::Draft => "拟稿",
            Self::Review => "核稿",
            Self::Countersign => "会签",
            Self::Sign => "签发",
            Self::Issue => "印发",
        }
    }

    /// Its word in the record and in machine-readable output.
    pub fn word(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Review => "review",
            Self::Countersign => "countersign",
            Self::Sign => "sign",
            Self::Issue => "issue",
        }
    }

    /// The stage of a word of the record.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stage| stage.word() == word)
    }

    /// The stage that a user calls `title`.
    pub fn from_title(title: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stage| stage.title() == title)
    }
}

/// Where a letter stands.
#[derive(Debug)]
pub struct Progress<'a> {
    record: &'a Record,
    policy: &'a Policy,
    /// The items of the letter.
    pub items: Vec<Item>,
    /// The SHA-256 of the letter as it is.
    pub letter: String,
    co_handlers: Vec<String>,
    /// The place after the last sending back: signatures before it are void.
    valid_from: usize,
}

impl<'a> Progress<'a> {
    /// Where `draft` stands by `record` under `policy`.
    pub fn of(draft: &Draft, record: &'a Record, policy: &'a Policy) -> Self {
        let sent_back = record.entries.iter().rposition(|kept| matches!(kept.entry.action, Action::SendBack { .. }));
        let co_handlers = if draft.role == Role::Lead { draft.matter.co_handlers.clone() } else { Vec::new() };
        Self {
            record,
            policy,
            items: items(draft),
            letter: item::letter(draft),
            co_handlers,
            valid_from: sent_back.map_or(0, |place| place + 1),
        }
    }

    /// Whether the drafter has handed it in, and nobody sent it back since.
    pub fn is_submitted(&self) -> bool {
        self.valid().any(|kept| matches!(kept.entry.action, Action::Submit { .. }))
    }

    /// What the drafter wrote for the reviewer when it was last handed in, and who that was; nothing once it was sent back.
    pub fn handed_in(&self) -> Option<(&'a str, &'a str)> {
        let said = |kept: &'a Kept| match &kept.entry.action {
            Action::Submit { note } if !note.is_empty() => Some((kept.entry.who.as_str(), note.as_str())),
            _ => None,
        };
        self.valid().filter_map(said).last()
    }

    /// How many items were returned that the drafter has not handed in again.
    pub fn returned(&self) -> usize {
        let waits_for_drafter =
            |item: &&Item| matches!(standing(item, self.record), Standing::Returned(_)) && !self.awaits(item);
        self.items.iter().filter(waits_for_drafter).count()
    }

    /// Why it was last sent back, and by whom, while it has not been handed in again.
    pub fn sent_back(&self) -> Option<(&'a str, &'a str)> {
        let kept = self.record.entries.get(self.valid_from.checked_sub(1)?)?;
        match &kept.entry.action {
            Action::SendBack { reason } if !self.is_submitted() => Some((kept.entry.who.as_str(), reason.as_str())),
            _ => None,
        }
    }

    /// The stage it is in: the first that is not done, of those that are asked for or were begun.
    pub fn stage(&self) -> Stage {
        let begun = |stage| self.record.entries.iter().any(|kept| signs(kept, stage).is_some());
        if !self.is_submitted() && !Stage::SIGNED.into_iter().any(|stage| self.is_done(stage)) {
            return Stage::Draft;
        }
        Stage::SIGNED
            .into_iter()
            .find(|&stage| (self.is_asked(stage) || begun(stage)) && !self.is_done(stage))
            .unwrap_or(Stage::Issue)
    }

    /// The stage in words, with what is to be known of it: 核稿（退回）, 已印发.
    pub fn told(&self) -> String {
        match self.stage() {
            Stage::Draft if self.sent_back().is_some() => "拟稿（退回）".to_owned(),
            Stage::Issue if self.is_issued() => "已印发".to_owned(),
            Stage::Issue if self.was_issued() => "印发后有改动".to_owned(),
            Stage::Issue => "待印发".to_owned(),
            stage => stage.title().to_owned(),
        }
    }

    /// Whether anybody here uses stages: the policy asks for one, or the record says something of them.
    pub fn is_in_use(record: &Record, policy: &Policy) -> bool {
        policy.asks()
            || record.entries.iter().any(|kept| {
                // What can be done without any stage.
                !matches!(
                    kept.entry.action,
                    Action::Override { .. }
                        | Action::Export { .. }
                        | Action::Rename { .. }
                        | Action::Ignore { .. }
                        | Action::Withdraw { .. }
                )
            })
    }

    /// Whether the letter was exported as it is now.
    pub fn is_issued(&self) -> bool {
        self.exports().any(|letter| letter == self.letter)
    }

    /// Whether it was exported at all.
    pub fn was_issued(&self) -> bool {
        self.exports().next().is_some()
    }

    fn exports(&self) -> impl Iterator<Item = &'a str> {
        self.record.entries.iter().filter_map(|kept| match &kept.entry.action {
            Action::Export { letter, .. } => Some(letter.as_str()),
            _ => None,
        })
    }

    /// Whether `stage` may not be skipped for this letter.
    pub fn is_asked(&self, stage: Stage) -> bool {
        self.policy.required.contains(&stage)
            || stage == Stage::Countersign && self.policy.co_handlers_countersign && !self.co_handlers.is_empty()
    }

    /// Whether `stage` is done, for the letter as it is.
    pub fn is_done(&self, stage: Stage) -> bool {
        match stage {
            Stage::Draft => self.is_submitted(),
            Stage::Issue => self.is_issued(),
            signed => self.missing(signed).is_none(),
        }
    }

    /// The sign-offs that are asked for and missing.
    pub fn all_missing(&self) -> Vec<Missing> {
        Stage::SIGNED
            .into_iter()
            .filter(|&stage| self.is_asked(stage))
            .filter_map(|stage| self.missing(stage))
            .collect()
    }

    /// What `stage` is missing.
    pub fn missing(&self, stage: Stage) -> Option<Missing> {
        let why = match stage {
            Stage::Review => self.unsettled().or_else(|| self.unsigned(stage, "")),
            Stage::Countersign if self.co_handlers.is_empty() => self.unsigned(stage, ""),
            Stage::Countersign => {
                let units: Vec<&str> = self.open_units().collect();
                (!units.is_empty()).then(|| format!("{}没有会签，或会签后有改动", units.join("、")))
            }
            Stage::Sign => self.unsigned(stage, ""),
            Stage::Draft | Stage::Issue => None,
        };
        why.map(|why| Missing { stage, why })
    }

    /// Whether anybody has signed `stage` since the letter was last sent back.
    pub fn is_signed(&self, stage: Stage) -> bool {
        self.valid().any(|kept| signs(kept, stage).is_some())
    }

    /// The co-handlers, each of which may countersign.
    pub fn units(&self) -> &[String] {
        &self.co_handlers
    }

    /// The co-handlers that have not countersigned the letter as it is.
    pub fn open_units(&self) -> impl Iterator<Item = &str> {
        self.co_handlers.iter().map(String::as_str).filter(|unit| self.unsigned(Stage::Countersign, unit).is_some())
    }

    /// Whether a reviewer still has to look at `item`: nobody has judged its present text, or it was sent back and the
    /// drafter has handed it in again as it is.
    pub fn awaits(&self, item: &Item) -> bool {
        match standing(item, self.record) {
            Standing::Returned(returned) => self
                .record
                .entries
                .iter()
                .any(|kept| kept.number > returned.number && matches!(kept.entry.action, Action::Submit { .. })),
            stands => stands.is_open(),
        }
    }

    /// The items that stand in the way of the reviewer's signature, in words.
    fn unsettled(&self) -> Option<String> {
        let open: Vec<&Item> = self.items.iter().filter(|item| !standing(item, self.record).is_settled()).collect();
        let names: Vec<&str> = open.iter().take(3).map(|item| item.title.as_str()).collect();
        let more = if open.len() > names.len() { "等" } else { "" };
        (!open.is_empty()).then(|| format!("还有{}项没有通过（{}{more}）", open.len(), names.join("、")))
    }

    /// What the signature under `stage` for `unit` is missing.
    pub(super) fn unsigned(&self, stage: Stage, unit: &str) -> Option<String> {
        let mut letters = self.valid().filter_map(|kept| signs(kept, stage).filter(|(of, _)| *of == unit)).peekable();
        if letters.peek().is_none() {
            return Some("没有签字".to_owned());
        }
        let holds = letters.any(|(_, letter)| letter == self.letter);
        (!holds).then(|| "签字后函有改动，须重新签字".to_owned())
    }

    fn valid(&self) -> impl Iterator<Item = &'a Kept> {
        self.record.entries[self.valid_from..].iter()
    }

    /// Whether `who` may judge items.
    ///
    /// # Errors
    /// [`Refusal`] says why not.
    pub fn may_judge(&self, who: &str) -> Result<(), Refusal> {
        self.is_other_than_drafter(who)?;
        among(who, &self.policy.reviewers, "核稿")
    }

    /// Whether `who` may sign `stage`, for `unit` in joint handling.
    ///
    /// # Errors
    /// [`Refusal`] says why not.
    pub fn may_sign(&self, stage: Stage, unit: &str, who: &str) -> Result<(), Refusal> {
        match stage {
            Stage::Review => {
                self.may_judge(who)?;
                if let Some(why) = self.unsettled() {
                    return Err(Refusal::Earlier(Missing { stage, why }));
                }
            }
            Stage::Countersign
                if !self.co_handlers.is_empty() && !self.co_handlers.iter().any(|known| known == unit) =>
            {
                return Err(Refusal::Unit(self.co_handlers.join("、")));
            }
            Stage::Countersign => {}
            Stage::Sign => {
                self.is_other_than_drafter(who)?;
                among(who, &self.policy.signers, "签发")?;
            }
            Stage::Draft | Stage::Issue => return Err(Refusal::NotSigned(stage.title())),
        }
        let earlier = Stage::SIGNED.into_iter().filter(|&before| before < stage && self.is_asked(before));
        match earlier.filter_map(|before| self.missing(before)).next() {
            Some(missing) => Err(Refusal::Earlier(missing)),
            None => Ok(()),
        }
    }

    fn is_other_than_drafter(&self, who: &str) -> Result<(), Refusal> {
        if !self.policy.reviewer_is_not_drafter {
            return Ok(());
        }
        if !self.is_submitted() {
            return Err(Refusal::NotSubmitted);
        }
        let handed_in = self
            .record
            .entries
            .iter()
            .any(|kept| matches!(kept.entry.action, Action::Submit { .. }) && kept.entry.who == who);
        if handed_in { Err(Refusal::OwnDraft(who.to_owned())) } else { Ok(()) }
    }
}

fn among(who: &str, allowed: &[String], what: &'static str) -> Result<(), Refusal> {
    if allowed.is_empty() || allowed.iter().any(|name| name == who) {
        return Ok(());
    }
    Err(Refusal::NotAmong { who: who.to_owned(), what, allowed: allowed.join("、") })
}

/// The unit and the letter of a signature under `stage`.
fn signs(kept: &Kept, wanted: Stage) -> Option<(&str, &str)> {
    match &kept.entry.action {
        Action::Sign { stage, unit, letter, .. } if *stage == wanted => Some((unit, letter)),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
