//! What is asked before a letter goes out, and why somebody may not take it on.

use super::stage::Stage;

/// What a place or an office asks before a letter goes out. By default nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Policy {
    /// The signed stages that may not be skipped.
    pub required: Vec<Stage>,
    /// Whether each co-handler is asked to countersign, where there are any.
    pub co_handlers_countersign: bool,
    /// Whether whoever handed the letter in may not review or issue it.
    pub reviewer_is_not_drafter: bool,
    /// Who may review; anybody where empty.
    pub reviewers: Vec<String>,
    /// Who may sign for issuance; anybody where empty.
    pub signers: Vec<String>,
}

impl Policy {
    /// Whether it asks for anything at all.
    pub fn asks(&self) -> bool {
        !self.required.is_empty() || self.co_handlers_countersign
    }
}

/// Why somebody may not do something.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// It was never handed in, or was sent back since.
    #[error("稿件还没有送核，先由拟稿人送核（工作台按 Shift+F4，命令行用 --submit）")]
    NotSubmitted,
    /// The reviewer handed it in.
    #[error("{0}是拟稿人，按规定不能核自己拟的稿")]
    OwnDraft(String),
    /// Not among those who may.
    #[error("{who}不在可以{what}的人员之列（{allowed}）")]
    NotAmong {
        /// Who wanted to.
        who: String,
        /// What.
        what: &'static str,
        /// Who may.
        allowed: String,
    },
    /// An earlier stage is not done.
    #[error("{}还没有完成：{}", .0.stage.title(), .0.why)]
    Earlier(Missing),
    /// This unit is none of those to countersign.
    #[error("会签单位应当是{0}之一，请用 --unit 写明")]
    Unit(String),
    /// What is signed is no stage with a signature.
    #[error("{0}不需要签字")]
    NotSigned(&'static str),
}

/// A sign-off that is missing, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missing {
    /// Which.
    pub stage: Stage,
    /// Why.
    pub why: String,
}
