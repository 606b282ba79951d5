//! E41: the number of the matter has no 号 after it.

use crate::check::authoring::*;
use crate::letter::reference;

pub static RULE: Rule = Rule {
    code: "E41",
    name: "matter-number-suffix",
    title: "建议、提案编号的写法",
    group: Group::Elements,
    severity: Severity::Warning,
    explanation: "标题和开头写所答建议（提案）的编号，“第”与“号”成对，各写一次，如“第2026042号”。有的地方编号不带“第”，如“温36号”，从当地写法。",
    source: "办理惯例：编号的通行写法",
    examples: &[
        wrong(&[("title", "临江市交通运输局关于市十七届人大一次会议第‹2026042›代表建议答复的函")])
            .mended("临江市交通运输局关于市十七届人大一次会议第2026042号代表建议答复的函"),
        wrong(&[(
            "body",
            "你们提出的《关于完善东洲片区公交接驳的建议》（第‹2026042›）收悉，经综合各会办单位意见，现答复如下：\n接驳线路已经开通。\n专此答复，感谢你们的支持。",
        )])
        .mended("你们提出的《关于完善东洲片区公交接驳的建议》（第2026042号）收悉，经综合各会办单位意见，现答复如下：\n接驳线路已经开通。\n专此答复，感谢你们的支持。"),
        wrong(&[("title", "临江市交通运输局关于市十七届人大一次会议第‹第›2026042号代表建议答复的函")])
            .mended("临江市交通运输局关于市十七届人大一次会议第2026042号代表建议答复的函"),
        right(&[("title", "临江市交通运输局关于市十七届人大一次会议第2026042号代表建议答复的函")]),
        right(&[(
            "body",
            "你们提出的《关于完善东洲片区公交接驳的建议》（编号：2026042）收悉，经综合各会办单位意见，现答复如下：\n接驳线路已经开通。\n专此答复，感谢你们的支持。",
        )]),
    ],
    check: Check::Letter(check),
};

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let title = context.draft.letter.title.as_str();
    let opening = context.opening.as_ref().map_or(0..0, |opening| opening.range.clone());
    for (field, text, offset) in
        [(Field::Title, title, 0), (Field::Body, &context.body()[opening.clone()], opening.start)]
    {
        for doubled in ["第第", "号号"] {
            for (at, word) in text.match_indices(doubled) {
                let range = at + offset + word.len() / 2..at + offset + word.len();
                let message = format!("“{}”字重复", &doubled[..word.len() / 2]);
                found.at(field, range.clone(), message).mend(Applicability::Safe, range, "");
            }
        }
        for own in reference::each(&context.draft.matter.number).filter(|own| own.len() >= 2) {
            for (at, written) in text.match_indices(own) {
                let end = at + written.len();
                let after = text[end..].trim_start();
                let goes_on =
                    after.starts_with(|next: char| next.is_ascii_alphanumeric() || "号、，,-—和及件条".contains(next));
                if text[..at].trim_end().ends_with('第') && !goes_on {
                    let range = at + offset..end + offset;
                    let edit = Edit::insert(range.end, "号");
                    found.at(field, range, "编号后面缺“号”字").mend_as("加上“号”", Applicability::Review, vec![edit]);
                }
            }
        }
    }
}
