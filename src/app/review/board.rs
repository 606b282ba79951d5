//! How the letter stands: every item of the walk with what machine and person say of it, the stages, what is missing.

use super::case::Case;
use super::machine;
use crate::app::assessment::Assessment;
use crate::letter::Draft;
use crate::review::{Action, Item, Progress, Stage, Standing, Verdict, standing};

/// How an item stands, told without its record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stand {
    /// Its sign.
    pub sign: char,
    /// What a user calls it.
    pub label: &'static str,
    /// Whether it stands in nobody's way.
    pub settled: bool,
    /// Whether it was sent back.
    pub returned: bool,
    /// Whether a reviewer still has to look at it.
    pub awaits: bool,
    /// The last verdict on it: who, when, what, and the words that go with it.
    pub verdict: Option<Given>,
}

/// A verdict that was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// By whom.
    pub who: String,
    /// When, as RFC 3339.
    pub at: String,
    /// What.
    pub verdict: Verdict,
    /// The version it was given on.
    pub version: String,
}

/// What the machine says of an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Machine {
    /// In a word.
    pub label: &'static str,
    /// Whether it found nothing.
    pub clean: bool,
    /// Whether it has proven the item.
    pub proven: bool,
    /// Whether an error stands against it: it is passed by itself, with a reason.
    pub against: bool,
    /// What it found, a line each.
    pub findings: Vec<String>,
}

/// One item of the walk with all that is known of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// The item.
    pub item: Item,
    /// How it stands.
    pub stand: Stand,
    /// What the machine says.
    pub machine: Machine,
}

/// How far a stage is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pace {
    /// Done.
    Done,
    /// The one the letter is in.
    Now,
    /// Still to come.
    Later,
    /// Not asked for.
    Skipped,
}

/// A stage of the bar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Which.
    pub stage: Stage,
    /// How far it is.
    pub pace: Pace,
    /// How much of it is done, as 12/34; mostly empty.
    pub count: String,
}

/// How one letter stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Board {
    /// The items in the order of the walk.
    pub items: Vec<Listed>,
    /// The stages in their order.
    pub steps: Vec<Step>,
    /// Where it stands, in words.
    pub told: String,
    /// The SHA-256 of the letter as it is: what a signature speaks of.
    pub letter: String,
    /// Why the person here may not judge items.
    pub refusal: Option<String>,
    /// Why and by whom it was sent back.
    pub sent_back: Option<(String, String)>,
    /// Who handed it in with words for the reviewer, and those words.
    pub handed_in: Option<(String, String)>,
}

impl Board {
    /// Works out how `draft` stands by `case`; what the rules say of it is in `assessment`.
    pub fn of(draft: &Draft, case: &Case, assessment: &Assessment) -> Self {
        let progress = Progress::of(draft, &case.record, &case.policy);
        let refusal = progress.may_judge(&case.who).err().map(|refusal| refusal.to_string());
        let sent_back = progress.sent_back().map(|(who, reason)| (who.to_owned(), reason.to_owned()));
        let handed_in = progress.handed_in().map(|(who, note)| (who.to_owned(), note.to_owned()));
        let items: Vec<Listed> = progress
            .items
            .iter()
            .map(|item| Listed {
                item: item.clone(),
                stand: stand(standing(item, &case.record), progress.awaits(item)),
                machine: say(item, draft, assessment),
            })
            .collect();
        let settled = items.iter().filter(|listed| listed.stand.settled).count();
        let now = progress.stage();
        let steps = Stage::ALL.into_iter().map(|stage| step(&progress, stage, now, settled)).collect();
        Self { items, steps, told: progress.told(), letter: progress.letter, refusal, sent_back, handed_in }
    }

    /// Where the next item to be looked at is, from `from` on and round, or backwards; `None` when there is none.
    pub fn awaiting(&self, from: usize, forwards: bool) -> Option<usize> {
        let count = self.items.len();
        let place = |step: usize| if forwards { (from + step) % count } else { (from + count - step % count) % count };
        (0..count).map(place).find(|&at| self.items[at].stand.awaits)
    }

    /// How many items still have to be looked at.
    pub fn waiting(&self) -> usize {
        self.items.iter().filter(|listed| listed.stand.awaits).count()
    }

    /// What is asked for and missing before `draft` may go out, in words.
    pub fn missing(draft: &Draft, case: &Case) -> Vec<String> {
        if !case.policy.asks() {
            return Vec::new();
        }
        let missing = Progress::of(draft, &case.record, &case.policy).all_missing();
        let fault = case.faults.first().map(|fault| format!("核稿记录：{fault}"));
        let told = missing.into_iter().map(|missing| format!("{}：{}", missing.stage.title(), missing.why));
        fault.into_iter().chain(told).collect()
    }
}

fn step(progress: &Progress<'_>, stage: Stage, now: Stage, settled: usize) -> Step {
    let signed = Stage::SIGNED.contains(&stage);
    let done = progress.is_done(stage);
    let pace = match () {
        () if stage == now && !done => Pace::Now,
        // What nobody asks for is done only when somebody has signed it.
        () if done && (!signed || progress.is_signed(stage)) => Pace::Done,
        () if signed && !progress.is_asked(stage) => Pace::Skipped,
        () => Pace::Later,
    };
    let count = match stage {
        Stage::Review => format!("{settled}/{}", progress.items.len()),
        Stage::Countersign => {
            let (all, open) = (progress.units().len(), progress.open_units().count());
            if all > 0 { format!("{}/{all}", all - open) } else { String::new() }
        }
        _ => String::new(),
    };
    Step { stage, pace, count }
}

fn stand(standing: Standing<'_>, awaits: bool) -> Stand {
    let verdict = standing.entry().and_then(|kept| match &kept.entry.action {
        Action::Judge { verdict, .. } => Some(Given {
            who: kept.entry.who.clone(),
            at: kept.entry.at.clone(),
            verdict: verdict.clone(),
            version: kept.entry.version.clone(),
        }),
        _ => None,
    });
    Stand {
        sign: standing.sign(),
        label: standing.label(),
        settled: standing.is_settled(),
        returned: matches!(standing, Standing::Returned(_)),
        awaits,
        verdict,
    }
}

fn say(item: &Item, draft: &Draft, assessment: &Assessment) -> Machine {
    let verdict = machine::verdict(item, draft, &assessment.findings, &assessment.items);
    Machine {
        label: verdict.label(),
        clean: verdict.findings.is_empty() && !verdict.missing,
        proven: verdict.proven,
        against: verdict.stands_against(),
        findings: verdict
            .findings
            .iter()
            .map(|finding| format!("{} {} {}", finding.severity.sign(), finding.rule.code, finding.message))
            .collect(),
    }
}
