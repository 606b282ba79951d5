//! E35: attachments that the body never speaks of, or a name listed twice.

use crate::check::authoring::*;

pub static RULE: Rule = Rule {
    code: "E35",
    name: "attachment-unmentioned",
    title: "附件与正文照应",
    group: Group::Elements,
    severity: Severity::Advice,
    explanation: "附件是正文的说明、补充，正文相应的地方一般写明“见附件”。同一附件不重复列。",
    source: "《党政机关公文处理工作条例》第九条（十五）；办理惯例",
    examples: &[
        wrong(&[("attachments[0]", "‹东洲片区公交线路图›")]),
        wrong(&[("paragraph", "线路走向见附件1。"), ("attachments[0]", "线路图"), ("attachments[1]", "‹线路图›")]),
        right(&[("attachments[0]", "东洲片区公交线路图"), ("paragraph", "线路走向见附件。")]),
        right(&[("attachments[0]", "东洲片区公交线路图"), ("paragraph", "线路走向附后。")]),
    ],
    check: Check::Letter(check),
};

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let names = &context.draft.letter.attachments;
    for (index, name) in names.iter().enumerate() {
        if names[..index].iter().any(|other| characters::same_ink(other, name)) {
            found.at(Field::Attachments(index), 0..name.len(), "同一附件列了两次").weigh(Severity::Warning);
        }
    }
    let body = context.body();
    let is_mentioned = body.contains("附件") || body.contains("附后") || body.contains("附表");
    if let (Some(first), false) = (names.first(), is_mentioned || names.iter().any(|name| body.contains(name.as_str())))
    {
        found.at(Field::Attachments(0), 0..first.len(), "正文没有提到附件");
    }
}
