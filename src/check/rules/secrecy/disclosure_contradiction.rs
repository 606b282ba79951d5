//! S09: the text says another mode of disclosure than the element.

use crate::check::authoring::*;

pub static RULE: Rule = Rule {
    code: "S09",
    name: "disclosure-contradiction",
    title: "公开方式前后矛盾",
    group: Group::Secrecy,
    severity: Severity::Error,
    explanation: "正文里括注的公开方式应当与公开方式一项一致，最好只在公开方式一项注明。",
    source: "《政府信息公开条例》第十七条；国办发〔2014〕46号",
    examples: &[
        wrong(&[("paragraph", "站台已经完工。‹（依申请公开）›")]),
        wrong(&[("paragraph", "站台已经完工。‹（此件不予公开）›")]),
        wrong(&[("paragraph", "‹公开方式：依申请公开›")]),
        wrong(&[("paragraph", "站台已经完工。‹此件不公开›。")]),
        right(&[("paragraph", "站台已经完工。（此件主动公开）")]),
        wrong(&[("paragraph", "站台已经完工。‹本答复不予公开›。")]),
        right(&[("paragraph", "公开方式：主动公开")]),
        right(&[("paragraph", "我局办理依申请公开事项12件（依申请公开情况见官网）。")]),
    ],
    check: Check::Paragraph("公", check),
};

fn check(context: &Context<'_>, passage: &Passage<'_>, found: &mut Found<'_>) {
    let body = passage.text;
    let own = &context.draft.letter.disclosure;
    for pair in crate::text::brackets::enclosed(body, '（') {
        let words = body[crate::text::brackets::inside(body, &pair)]
            .trim_start_matches("此件")
            .trim_start_matches("公开方式：");
        let Some(meant) = mode(words) else { continue };
        if !own.is_empty() && own != meant {
            found.at(Field::Body, pair, format!("公开方式一项是“{own}”，两处应当一致，这里的括注宜删去"));
        }
    }
    // The same without brackets, as a sentence or a line of its own.
    for lead in ["公开方式：", "此件", "本件", "本答复", "本函"] {
        if !passage.has_all(lead) {
            continue;
        }
        for (at, _) in body.match_indices(lead) {
            let start = at + lead.len();
            let end = body[start..].find(['，', '。', '；', '）', '\n']).map_or(body.len(), |end| start + end);
            let is_boxed = body[..at].ends_with(['（', '：']);
            if let (false, Some(meant)) = (is_boxed, mode(&body[start..end]))
                && !own.is_empty()
                && own != meant
            {
                found.at(Field::Body, at..end, format!("公开方式一项是“{own}”，两处应当一致，这里的括注宜删去"));
            }
        }
    }
}

/// The mode that these words name, if they name one and nothing else.
fn mode(words: &str) -> Option<&'static str> {
    Some(match words {
        "主动公开" | "公开发布" | "可以公开" | "同意公开" => "主动公开",
        "依申请公开" => "依申请公开",
        "不予公开" | "不公开" | "不宜公开" => "不予公开",
        _ => return None,
    })
}
