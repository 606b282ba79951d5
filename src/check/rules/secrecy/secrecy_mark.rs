//! S06: a secrecy mark in a letter that is to be public.

use crate::check::authoring::*;

pub static RULE: Rule = Rule {
    code: "S06",
    name: "secrecy-mark",
    title: "密级和内部标识",
    group: Group::Secrecy,
    severity: Severity::Error,
    explanation: "主动公开的答复里不出现“机密★”“秘密★”“内部资料”“不得外传”等标识；涉密的内容不得公开。",
    source: "《保守国家秘密法》；《政府信息公开条例》第十四条、第十七条",
    examples: &[
        wrong(&[("paragraph", "‹秘密★1年›，线路规划未定。")]),
        wrong(&[("paragraph", "以下数据为‹内部资料›，供参考。")]),
        right(&[("paragraph", "加强商业秘密保护，依法查处侵犯国家秘密的行为，内部资料性出版物依法管理。")]),
        right(&[
            ("disclosure_reason", "属于内部事务信息"),
            ("disclosure", "不予公开"),
            ("paragraph", "以下数据为内部资料，供参考。"),
        ]),
    ],
    check: Check::Paragraph("密注不内得勿禁", check),
};

const WORDS: [&str; 10] = [
    "请注意保密",
    "注意保存",
    "不宜公开",
    "不对外公开",
    "内部资料",
    "内部文件",
    "仅供内部",
    "不得外传",
    "请勿外传",
    "严禁外传",
];

fn check(context: &Context<'_>, passage: &Passage<'_>, found: &mut Found<'_>) {
    if context.draft.letter.disclosure != "主动公开" {
        return;
    }
    let body = passage.text;
    for level in ["绝密", "机密", "秘密"] {
        for (at, word) in body.match_indices(level) {
            let after = &body[at + word.len()..];
            if after.starts_with('★') {
                let end = after.find(['，', '。', '；', '\n', ' ', '）']).unwrap_or(after.len());
                found.at(Field::Body, at..at + word.len() + end, "涉密的文件不得主动公开");
            }
        }
    }
    for word in WORDS.into_iter().filter(|word| passage.has_all(word)) {
        for (at, _) in body.match_indices(word) {
            let after = &body[at + word.len()..];
            let is_longer = after.starts_with("性出版") || after.starts_with("管理");
            if !is_longer {
                found.at(Field::Body, at..at + word.len(), "主动公开的答复出现了内部标识").weigh(Severity::Warning);
            }
        }
    }
}
