//! E19: the title ends with a mark.

use crate::check::authoring::*;

pub static RULE: Rule = Rule {
    code: "E19",
    name: "title-end-mark",
    title: "标题末尾的标点",
    group: Group::Elements,
    severity: Severity::Warning,
    explanation: "公文标题末尾一般不用句号、逗号等标点。",
    source: "GB/T 15834—2011 B.4",
    examples: &[
        wrong(&[("title", "临江市交通运输局关于市十七届人大一次会议第2026042号代表建议答复的函‹。›")])
            .mended("临江市交通运输局关于市十七届人大一次会议第2026042号代表建议答复的函"),
        right(&[("title", "临江市交通运输局关于市十七届人大一次会议第2026042号代表建议的答复（B）")]),
    ],
    check: Check::Elements(check),
};

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let title = context.draft.letter.title.trim_end();
    let words = title.trim_end_matches(['。', '，', '；', '、', '：', '！', '.', ',', ';', ':']).len();
    if 0 < words && words < title.len() {
        let range = words..title.len();
        found.at(Field::Title, range.clone(), "标题末尾一般不用标点").mend(Applicability::Safe, range, "");
    }
}
