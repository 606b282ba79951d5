//! The labels of contact lines: 联系人, 电话, 承办科室.

use super::label::{spaced_word, value_after_loosely};
use crate::letter::issued::FURTHER_PHONE;
use crate::text::characters::is_blank;

/// What a label speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Label {
    /// A number that is none of the persons' beside it: 另一联系电话.
    FurtherPhone,
    /// A person: 联系人, 分管领导. So are the labels of name and number together.
    Person,
    Phone,
    /// An office, which stands for the person where none is named.
    Office,
    /// What a draft has no field for: 邮编, 传真, 地址.
    Other,
}

/// The labels, the longer before those they begin with.
pub(super) const LABELS: &[(&str, Label)] = &[
    ("联系人及联系电话", Label::Person),
    ("联系人和联系电话", Label::Person),
    ("联系人、联系电话", Label::Person),
    ("联系人及联系方式", Label::Person),
    ("联系人及电话", Label::Person),
    ("联系人和电话", Label::Person),
    ("联系人、电话", Label::Person),
    ("联系人电话", Label::Phone),
    ("联系人姓名", Label::Person),
    ("联系人员", Label::Person),
    ("联系人", Label::Person),
    ("联络人及电话", Label::Person),
    ("联络人", Label::Person),
    ("联络员", Label::Person),
    ("具体承办人", Label::Person),
    ("承办人及联系电话", Label::Person),
    ("承办人及电话", Label::Person),
    ("承办人联系电话", Label::Phone),
    ("承办人电话", Label::Phone),
    ("承办人员", Label::Person),
    ("承办人", Label::Person),
    ("承办领导", Label::Person),
    ("承办负责人", Label::Person),
    ("承办科室负责人", Label::Person),
    ("科室负责人", Label::Person),
    ("具体经办人", Label::Person),
    ("经办人及联系电话", Label::Person),
    ("经办人及电话", Label::Person),
    ("经办人员", Label::Person),
    ("经办人", Label::Person),
    ("分管领导及电话", Label::Person),
    ("分管领导签字", Label::Person),
    ("分管领导", Label::Person),
    ("分管负责人", Label::Person),
    ("单位负责人", Label::Person),
    ("负责人签字", Label::Person),
    ("负责人", Label::Person),
    ("责任人", Label::Person),
    ("主要领导签字", Label::Person),
    ("主要领导", Label::Person),
    ("领导签名", Label::Person),
    ("领导签字", Label::Person),
    ("姓名", Label::Person),
    (FURTHER_PHONE, Label::FurtherPhone),
    ("另一电话", Label::FurtherPhone),
    ("其他联系电话", Label::FurtherPhone),
    ("联系电话", Label::Phone),
    ("办公电话", Label::Phone),
    ("咨询电话", Label::Phone),
    ("固定电话", Label::Phone),
    ("座机", Label::Phone),
    ("手机号码", Label::Phone),
    ("手机", Label::Phone),
    ("电话号码", Label::Phone),
    ("电话", Label::Phone),
    ("联系方式", Label::Phone),
    ("传真电话", Label::Other),
    ("传真", Label::Other),
    ("邮政编码", Label::Other),
    ("邮编", Label::Other),
    ("联系地址", Label::Other),
    ("通讯地址", Label::Other),
    ("通信地址", Label::Other),
    ("地址", Label::Other),
    ("电子邮箱", Label::Other),
    ("邮箱", Label::Other),
    ("联系单位及联系电话", Label::Person),
    ("联系单位及电话", Label::Person),
    ("联系单位", Label::Office),
    ("承办单位", Label::Office),
    ("承办科室", Label::Office),
    ("联系科室", Label::Office),
    ("联系处室", Label::Office),
    ("承办处室", Label::Office),
    ("责任科室", Label::Office),
];

/// The label at byte `at`, and where its value begins. Blanks may stand for the colon.
pub(super) fn label_at(text: &str, at: usize) -> Option<(Label, usize)> {
    let first = text[at..].trim_start_matches(is_blank).chars().next()?;
    LABELS.iter().filter(|(word, _)| word.starts_with(first)).find_map(|&(word, label)| {
        let end = at + spaced_word(&text[at..], word)?;
        // 联系人（电话）：, 联系人/电话：
        let rest = text[end..].trim_start_matches(is_blank);
        if rest.starts_with(['（', '(', '/', '／'])
            && let Some(colon) = rest.find(['：', ':']).filter(|&colon| rest[..colon].chars().count() <= 10)
            && !rest[..colon].contains(|character: char| character.is_ascii_digit())
        {
            return Some((
                label,
                text.len() - rest.len() + colon + rest[colon..].chars().next().map_or(0, char::len_utf8),
            ));
        }
        value_after_loosely(&text[at..], &[word]).map(|value| (label, at + value))
    })
}
