//! Two characters for where a line of the source went, for its margin.

use std::ops::Range;

use super::piece::{self, Fate, Piece};
use crate::app::element::Element;
use crate::letter::account::Reason;

/// The two characters of an element.
pub fn of(element: Element) -> &'static str {
    match element {
        Element::Kind => "类别",
        Element::Role => "承办",
        Element::Session => "届次",
        Element::MatterNumber => "编号",
        Element::MatterTitle => "题目",
        Element::Assigned => "交办",
        Element::CoHandlers => "会办",
        Element::Issuer => "机关",
        Element::Number => "文号",
        Element::Category => "结果",
        Element::Signer => "签发",
        Element::Title => "标题",
        Element::Addressees => "主送",
        Element::AddresseeTotal => "人数",
        Element::AddresseeTitle => "称谓",
        Element::Attachments => "附件",
        Element::Signature => "署名",
        Element::Date => "日期",
        Element::Contacts => "联系",
        Element::Disclosure => "公开",
        Element::DisclosureReason => "理由",
        Element::Cc => "抄送",
        Element::Profile => "规则",
        Element::Request(_) | Element::AnsweredIn(_) | Element::NewRequest(_) => "诉求",
    }
}

/// What became of a line, for its margin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tag {
    /// Two characters.
    pub word: &'static str,
    /// How it is to be looked at.
    pub kind: TagKind,
    /// Whether other parts of the line went elsewhere.
    pub more: bool,
}

/// How much what became of a line matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TagKind {
    /// It fits nothing: to be looked at.
    Unplaced,
    /// In an element.
    Element,
    /// In the body.
    Body,
    /// Left out, and rightly so as far as can be told.
    LeftOut,
}

/// The fate of a piece, for a margin.
pub fn tag(fate: Fate) -> (&'static str, TagKind) {
    match fate {
        Fate::LeftOut(Reason::Unknown) => (Reason::Unknown.tag(), TagKind::Unplaced),
        Fate::LeftOut(reason) => (reason.tag(), TagKind::LeftOut),
        fate => match fate.element() {
            Some(element) => (of(element), TagKind::Element),
            None => ("正文", TagKind::Body),
        },
    }
}

/// What became of the line at `range` of the source; none of a blank one. What matters most comes first.
pub fn of_line(pieces: &[Piece], range: &Range<usize>) -> Option<Tag> {
    let mut tags: Vec<(&'static str, TagKind)> = Vec::new();
    for piece in piece::touched(pieces, range) {
        let found = tag(piece.fate);
        let routine = matches!(piece.fate, Fate::LeftOut(reason) if reason.is_routine());
        // 主送 and its 称谓 are one thing to whoever looks at a line.
        let part =
            piece.fate.element().is_some_and(|it| matches!(it, Element::AddresseeTitle | Element::AddresseeTotal));
        if !tags.contains(&found) && (tags.is_empty() || !routine && !part) {
            let replaces_routine = matches!(tags[..], [("标签" | "标点", _)]) && !routine;
            if replaces_routine {
                tags.clear();
            }
            tags.push(found);
        }
    }
    let (word, kind) = *tags.iter().min_by_key(|(_, kind)| *kind)?;
    Some(Tag { word, kind, more: tags.len() > 1 })
}
