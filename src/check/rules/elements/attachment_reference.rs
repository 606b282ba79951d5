//! E34: the body refers to an attachment that is not listed.

use crate::check::authoring::*;

pub static RULE: Rule = Rule {
    code: "E34",
    name: "attachment-reference",
    title: "正文提到的附件",
    group: Group::Elements,
    severity: Severity::Error,
    explanation: "正文写“见附件”“附件2”的，附件说明里应当有这个附件。引用别的文件的附件不在此列。",
    source: "GB/T 9704—2012 7.3.4、7.3.7",
    examples: &[
        wrong(&[("paragraph", "线路走向（见‹附件›）已经公布。")]),
        wrong(&[("attachments[0]", "线路图"), ("paragraph", "线路走向见‹附件2›，站点见附件1。")]),
        wrong(&[("paragraph", "线路走向图‹附后›。")]),
        right(&[("attachments[0]", "线路图"), ("paragraph", "线路走向详见附件。")]),
        wrong(&[("paragraph", "（‹附件›：停车场清单）")]),
        right(&[("paragraph", "按照《临江市公共交通规划》附件2的要求组织实施。")]),
        right(&[("paragraph", "申请人可以在网上提交附件材料。")]),
    ],
    check: Check::Paragraph("附", check),
};

fn check(context: &Context<'_>, passage: &Passage<'_>, found: &mut Found<'_>) {
    let body = passage.text;
    let listed = context.draft.letter.attachments.len();
    if listed == 0 {
        for words in ["附后", "见附表", "见附图", "见附录"] {
            for (at, _) in body.match_indices(words) {
                found.at(Field::Body, at..at + words.len(), "正文说附在后面，但没有列出附件");
            }
        }
    }
    for (at, word) in body.match_indices("附件") {
        let end = at + word.len();
        let digits = body[end..].bytes().take_while(u8::is_ascii_digit).count();
        let number = body[end..end + digits].parse::<usize>().ok();
        let is_referred = ["见", "（", "如", "、"].iter().any(|lead| body[..at].ends_with(lead));
        let is_missing = match number {
            Some(number) => is_referred && number > listed,
            None => {
                let is_alone = body[..at].ends_with('（') && body[end..].starts_with('）');
                let is_label = (at == 0 || body[..at].ends_with('（')) && body[end..].starts_with(['：', ':']);
                (body[..at].ends_with('见') || is_alone || is_label) && listed == 0
            }
        };
        if is_missing {
            let message = if listed == 0 {
                "正文提到附件，但没有列出附件".to_owned()
            } else {
                format!("只列出{listed}个附件")
            };
            found.at(Field::Body, at..end + digits, message);
        }
    }
}
