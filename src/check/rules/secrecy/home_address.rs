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
        right(&[("paragraph", "窗口设在望江路12号3栋502室，居民家住较远的可以网上办理。")]),
    ],
    check: Check::Letter(check),
};

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    if context.draft.letter.disclosure != "主动公开" {
        return;
    }
    if !context.body_has_any("住址") {
        return;
    }
    let body = context.body();
    for lead in ["家住", "现住", "住址", "家庭地址", "居住在", "居住于", "户籍地址"] {
        for (at, _) in body.match_indices(lead) {
            let end = body[at..].find(['，', '。', '；', '、', '）', '\n']).map_or(body.len(), |end| at + end);
            let place = &body[at..end];
            let has_door = ["室", "房", "号"].iter().any(|mark| {
                place.match_indices(mark).any(|(at, _)| place[..at].ends_with(|it: char| it.is_ascii_digit()))
            });
            if has_door {
                found.at(Field::Body, at..end, "主动公开的答复不应写明个人住址");
            }
        }
    }
}
