//! P16: a mark at the start of a paragraph, or after an opening bracket.

use crate::check::authoring::*;

pub static RULE: Rule = Rule {
    code: "P16",
    name: "leading-mark",
    title: "段首、括号首的标点",
    group: Group::Punctuation,
    severity: Severity::Warning,
    explanation: "句号、逗号、顿号、分号、冒号、问号、叹号不出现在一段的开头，也不紧跟在前引号、前括号后面。",
    source: "GB/T 15834—2011 5.1.1、5.1.2；办理惯例",
    examples: &[
        wrong(&[("paragraph", "‹，›我局将加密班次。")]),
        wrong(&[("paragraph", "‹。›我局将加密班次。")]),
        wrong(&[("paragraph", "他们说“‹；›站台修好了，心里踏实。”")]),
        right(&[("paragraph", "数据存疑（？），“……”表示省略。")]),
        right(&[("paragraph", "“站长制”已经推行。")]),
        right(&[("paragraph", "——加密班次。今年新增车辆6辆。")]),
    ],
    check: Check::Passage(check),
};

fn check(passage: &Passage<'_>, found: &mut Found<'_>) {
    // A closing bracket or quotation mark there has no partner: P05's to tell.
    let marks = passage.text.len() - passage.text.trim_start_matches(['，', '。', '、', '；', '：', '？', '！']).len();
    if marks > 0 {
        found.at(passage.field, 0..marks, "标点不出现在段首").mend(Applicability::Review, 0..marks, "");
    }
    for pair in &passage.pairing().pairs {
        let start = pair.open.0 + pair.open.1.len_utf8();
        let inside = &passage.text[start..pair.close.0];
        let marks = inside.len() - inside.trim_start_matches(['，', '。', '、', '；', '：']).len();
        if marks > 0 && marks < inside.len() {
            let range = start..start + marks;
            found.at(passage.field, range.clone(), "前引号、前括号后不接点号").mend(Applicability::Review, range, "");
        }
    }
}
