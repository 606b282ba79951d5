//! E35: attachments that the body never speaks of, or a name listed twice.

use crate::check::authoring::*;

pub static RULE: Rule = Rule {
    code: "E35",
    name: "attachment-unmentioned",
    title: "附件与正文照应",
    group: Group::Elements,
    severity: Severity::Advice,
    explanation: "附件是正文的说明、补充或者参考资料，正文相应的地方一般写明“见附件”。同一附件不重复列。",
    source: "《党政机关公文处理工作条例》第九条（十五）；办理惯例",
    examples: &[
        wrong(&[("attachments[0]", "‹东洲片区公交线路图›")]),
        wrong(&[("paragraph", "线路走向见附件1。"), ("attachments[0]", "线路图"), ("attachments[1]", "‹线路图›")]),
        wrong(&[
            ("paragraph", "站点表见附件2。"),
            ("attachments[0]", "线路图"),
            ("attachments[1]", "站点表"),
            ("attachments[0]", "‹线路图›"),
        ]),
        right(&[("paragraph", "图、表见附件1、2。"), ("attachments[0]", "线路图"), ("attachments[1]", "站点表")]),
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
    if names.is_empty() {
        return;
    }
    let body = context.body();
    let is_mentioned = body.contains("附件") || body.contains("附后") || body.contains("附表");
    if let (Some(first), false) = (names.first(), is_mentioned || names.iter().any(|name| body.contains(name.as_str())))
    {
        found.at(Field::Attachments(0), 0..first.len(), "正文没有提到附件");
        return;
    }
    // 见附件2 with nothing of 附件1: where they are told by number, each is.
    let is_numbered = (1..=names.len()).any(|number| mentions(body, number));
    for (index, name) in names.iter().enumerate().filter(|_| is_numbered && names.len() > 1) {
        if !mentions(body, index + 1) && !body.contains(name.as_str()) && !is_in_span(body, index + 1) {
            found.at(Field::Attachments(index), 0..name.len(), format!("正文没有提到附件{}", index + 1));
        }
    }
}

/// Whether the body names 附件 by this number.
fn mentions(body: &str, number: usize) -> bool {
    body.match_indices(&format!("附件{number}"))
        .any(|(at, words)| !body[at + words.len()..].starts_with(|next: char| next.is_ascii_digit()))
}

/// Whether 附件1、2 or 附件1—3 covers the number.
fn is_in_span(body: &str, number: usize) -> bool {
    body.match_indices("附件").any(|(at, words)| {
        let list: String = body[at + words.len()..]
            .chars()
            .take_while(|it| it.is_ascii_digit() || matches!(it, '、' | '—' | '～' | '至' | '-' | '和'))
            .collect();
        let numbers: Vec<usize> =
            list.split(|it: char| !it.is_ascii_digit()).filter_map(|it| it.parse().ok()).collect();
        let is_range = list.contains(['—', '～', '至', '-']);
        numbers.contains(&number)
            || is_range && matches!(numbers[..], [first, last] if (first..=last).contains(&number))
    })
}
