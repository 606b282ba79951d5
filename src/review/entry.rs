//! Entries of a review record: one decision each.

use super::remark::Anchor;
use super::stage::Stage;

/// One decision: who, when, where, on which version, what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// When, as RFC 3339 with offset.
    pub at: String,
    /// Who.
    pub who: String,
    /// On which machine.
    pub machine: String,
    /// The SHA-256 of the draft file it was decided on, in hexadecimal.
    pub version: String,
    /// What was decided.
    pub action: Action,
}

/// What can be decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// The drafter handed the letter in for review.
    Submit {
        /// What the reviewer should know; may be empty.
        note: String,
    },
    /// An item of the walk was judged.
    Judge {
        /// The item's kind.
        item: String,
        /// What it was called then, for a person to read.
        title: String,
        /// The SHA-256 of what is vouched for.
        content: String,
        /// The verdict.
        verdict: Verdict,
        /// The place a remark on it hangs on.
        anchor: Option<Anchor>,
    },
    /// Something was said of a place of the letter.
    Remark {
        /// The place.
        anchor: Anchor,
        /// What was said.
        text: String,
    },
    /// A remark was answered.
    Answer {
        /// The number of the entry that is answered.
        remark: usize,
        /// What was said.
        text: String,
    },
    /// A remark was settled.
    Resolve {
        /// The number of the entry that is settled.
        remark: usize,
        /// What was said; may be empty.
        text: String,
    },
    /// A stage was signed.
    Sign {
        /// Which.
        stage: Stage,
        /// The unit it was signed for, in joint handling; otherwise empty.
        unit: String,
        /// The SHA-256 of the letter as it was signed.
        letter: String,
        /// The signer's opinion (《条例》第二十二条); may be empty.
        opinion: String,
    },
    /// The letter was sent back to the drafter.
    SendBack {
        /// Why.
        reason: String,
    },
    /// The letter was exported although something stood against it.
    Override {
        /// Why.
        reason: String,
        /// The codes of the rules whose errors stood.
        rules: Vec<String>,
        /// The stages whose sign-off was missing.
        missing: Vec<String>,
    },
    /// The letter was exported.
    Export {
        /// Where to.
        target: String,
        /// The SHA-256 of the letter as it was exported.
        letter: String,
    },
    /// A finding of the checks was let stand.
    Ignore {
        /// The rule's code.
        rule: String,
        /// What the rule is called, for a person to read.
        title: String,
        /// The words it was found in; empty where something is missing.
        quote: String,
        /// The SHA-256 of what it is bound to: another text, and the finding is back.
        content: String,
        /// Why.
        reason: String,
    },
    /// A finding that was let stand counts again.
    Withdraw {
        /// The number of the entry that let it stand.
        ignored: usize,
        /// Why; may be empty.
        reason: String,
    },
    /// The draft file got another name, and somebody vouches that it is the same letter.
    Rename {
        /// The old name.
        from: String,
        /// The new name.
        to: String,
        /// Why.
        reason: String,
    },
}

/// What a reviewer says of an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// 通过.
    Pass,
    /// 通过 although the machine found an error, with why.
    PassDespite(String),
    /// 退回, with what is to be mended.
    Return(String),
    /// 不适用, with why.
    NotApplicable(String),
}

impl Verdict {
    /// The word of the record: pass, return, not-applicable.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Pass | Self::PassDespite(_) => "pass",
            Self::Return(_) => "return",
            Self::NotApplicable(_) => "not-applicable",
        }
    }

    /// What a user calls it.
    pub fn label(&self) -> &'static str {
        match self {
            Self::Pass | Self::PassDespite(_) => "通过",
            Self::Return(_) => "退回",
            Self::NotApplicable(_) => "不适用",
        }
    }

    /// The remark or the reason; empty for a mere pass.
    pub fn words(&self) -> &str {
        match self {
            Self::Pass => "",
            Self::Return(words) | Self::NotApplicable(words) | Self::PassDespite(words) => words,
        }
    }
}

impl Action {
    /// The word of the record.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Submit { .. } => "submit",
            Self::Judge { .. } => "judge",
            Self::Remark { .. } => "remark",
            Self::Answer { .. } => "answer",
            Self::Resolve { .. } => "resolve",
            Self::Sign { .. } => "sign",
            Self::SendBack { .. } => "send-back",
            Self::Override { .. } => "override",
            Self::Export { .. } => "export",
            Self::Ignore { .. } => "ignore",
            Self::Withdraw { .. } => "withdraw",
            Self::Rename { .. } => "rename",
        }
    }

    /// What it says, in one line for a person.
    pub fn told(&self) -> String {
        let with = |head: String, words: &str| if words.is_empty() { head } else { format!("{head}：{words}") };
        match self {
            Self::Submit { note } => with("送核".to_owned(), note),
            Self::Judge { title, verdict, .. } => with(format!("{title} {}", verdict.label()), verdict.words()),
            Self::Remark { anchor, text } => format!("批注“{}”：{text}", anchor.quote),
            Self::Answer { remark, text } => format!("答复批注{remark}：{text}"),
            Self::Resolve { remark, text } => with(format!("了结批注{remark}"), text),
            Self::Sign { stage, unit, opinion, .. } => {
                let unit = if unit.is_empty() { String::new() } else { format!("（{unit}）") };
                with(format!("{}{unit}签字", stage.title()), opinion)
            }
            Self::SendBack { reason } => format!("退回拟稿：{reason}"),
            Self::Override { reason, .. } => format!("强制导出：{reason}"),
            Self::Export { target, .. } => format!("印发：{target}"),
            Self::Ignore { rule, title, quote, reason, .. } => {
                let quote = if quote.is_empty() { String::new() } else { format!("“{quote}”") };
                format!("忽略 {rule} {title}{quote}：{reason}")
            }
            Self::Withdraw { ignored, reason } => with(format!("不再忽略第{ignored}条"), reason),
            Self::Rename { from, to, reason } => format!("稿件由 {from} 改名为 {to}：{reason}"),
        }
    }
}
