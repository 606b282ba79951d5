//! P19: items that hold full stops are divided by semicolons.

use crate::check::authoring::*;
use crate::letter::sequence::Style;

pub static RULE: Rule = Rule {
    code: "P19",
    name: "semicolon-after-stop",
    title: "分项里的句号与分号",
    group: Group::Punctuation,
    severity: Severity::Advice,
    explanation: "并列的各项里面已经用了句号的，各项末尾不再用分号，也用句号。",
    source: "GB/T 15834—2011 A.5",
    examples: &[
        wrong(&[("paragraph", "一是加密班次。高峰期8分钟一班‹；›二是延长时间。末班车22时30分发出。")])
            .mended("一是加密班次。高峰期8分钟一班。二是延长时间。末班车22时30分发出。"),
        right(&[("paragraph", "一是加密班次，高峰期8分钟一班；二是延长时间，末班车22时30分发出。")]),
        right(&[("paragraph", "一是加密班次。高峰期8分钟一班。二是延长时间。")]),
    ],
    check: Check::PassageWith("；", check),
};

fn check(passage: &Passage<'_>, found: &mut Found<'_>) {
    let text = passage.text;
    let items: Vec<_> = passage.items().iter().filter(|item| item.style == Style::Is).collect();
    for pair in items.windows(2) {
        let item = &text[pair[0].range.end..pair[1].range.start];
        if let Some(words) = item.strip_suffix('；')
            && words.contains('。')
        {
            let range = pair[1].range.start - '；'.len_utf8()..pair[1].range.start;
            found.at(passage.field, range.clone(), "这一项里已有句号，末尾不用分号").mend(
                Applicability::Review,
                range,
                "。",
            );
        }
    }
}
