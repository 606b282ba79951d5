//! S03: where somebody lives.

use crate::check::authoring::*;

pub static RULE: Rule = Rule {
    code: "S03",
    name: "home-address",
    title: "家庭住址",
    group: Group::Secrecy,
    severity: Severity::Warning,
    explanation: "主动公开的答复里不写具体到门牌、房号的个人住址。单位、项目的地址不在此列。",
    source: "《个人信息保护法》第六条、第三十四条；《政府信息公开条例》第十五条",
    examples: &[
        wrong(&[("paragraph", "来信人‹家住望江路12号3栋502室›，反映候车不便。")]),
        wrong(&[("paragraph", "其‹住址：望江小区8栋1101房›，已经走访。")]),
        wrong(&[("paragraph", "沈禾代表‹住望江路28号2栋301室›，我局已上门沟通。")]),
        right(&[("paragraph", "窗口设在望江路12号3栋502室，居民家住较远的可以网上办理。")]),
    ],
    check: Check::Paragraph("住址", check),
};

fn check(context: &Context<'_>, passage: &Passage<'_>, found: &mut Found<'_>) {
    if context.draft.letter.disclosure != "主动公开" {
        return;
    }
    let body = passage.text;
    // 代表住望江路12号, 居民张某住北岸小区: 住 right behind a person, before a door.
    for lead in ["代表住", "委员住", "先生住", "女士住", "同志住", "某住", "本人住"] {
        if !passage.has_all(lead) {
            continue;
        }
        for (at, words) in body.match_indices(lead) {
            let at = at + words.len() - '住'.len_utf8();
            let end = body[at..].find(['，', '。', '；', '、', '）', '\n']).map_or(body.len(), |end| at + end);
            if has_door(&body[at..end]) {
                found.at(Field::Body, at..end, "主动公开的答复不应写明个人住址");
            }
        }
    }
    for lead in ["家住", "现住", "住址", "家庭地址", "居住在", "居住于", "户籍地址", "户籍所在地", "住在"]
    {
        if !passage.has_all(lead) {
            continue;
        }
        for (at, _) in body.match_indices(lead) {
            let end = body[at..].find(['，', '。', '；', '、', '）', '\n']).map_or(body.len(), |end| at + end);
            let place = &body[at..end];
            if has_door(place) {
                found.at(Field::Body, at..end, "主动公开的答复不应写明个人住址");
            }
        }
    }
}

/// Whether a place is told down to the house or the door.
fn has_door(place: &str) -> bool {
    ["室", "房", "号", "户"]
        .iter()
        .any(|mark| place.match_indices(mark).any(|(at, _)| place[..at].ends_with(|it: char| it.is_ascii_digit())))
}
