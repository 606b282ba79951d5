//! S13: somebody in distress by name.

use super::person;
use crate::check::authoring::*;
use crate::text::family_name::is_family_name;

pub static RULE: Rule = Rule {
    code: "S13",
    name: "named-victim",
    title: "被害人、病人、残疾人等的姓名",
    group: Group::Secrecy,
    severity: Severity::Warning,
    explanation: "主动公开的答复里不写被害人、伤者、患者、残疾人、信访人等的姓名；健康状况、受害经历属于敏感个人信息或者隐私。",
    source: "《个人信息保护法》第二十八条；《民法典》第一千零三十二条",
    examples: &[
        wrong(&[("paragraph", "陷入困境的案件（如性侵案‹被害人王小莉›，患抑郁症）依法救助。")]),
        wrong(&[("paragraph", "低保家庭残疾人（如桂花巷‹精神残疾人程阿毛›）减半收费。")]),
        wrong(&[("paragraph", "‹患者郭秀兰›的家属反映候车不便。")]),
        right(&[("paragraph", "被害人张贴启事，伤者程度不一，残疾人方便通行，患者马上就医，信访人黄某某来访。")]),
        right(&[("paragraph", "被害人、残疾人家庭依法救助；为残疾人孔庙门票免费，残疾人高等教育，患者任意选择。")]),
    ],
    check: Check::Paragraph("害伤患残访", check),
};

/// What such persons are called.
const CALLED: [&str; 9] = ["被害人", "受害人", "受害者", "死者", "伤者", "患者", "残疾人", "信访人", "上访人"];

fn check(context: &Context<'_>, passage: &Passage<'_>, found: &mut Found<'_>) {
    if !super::may_be_published(&context.draft.letter) {
        return;
    }
    let body = passage.text;
    for word in CALLED.into_iter().filter(|word| passage.has_all(word)) {
        for (at, _) in body.match_indices(word) {
            let rest = &body[at + word.len()..];
            let name: usize = rest.chars().take_while(|it| characters::is_han(*it)).map(char::len_utf8).sum();
            // A name of three characters with a mark behind it.
            let is_name =
                rest[..name].chars().count() == 3 && rest.starts_with(is_family_name) && !rest[..name].contains('某');
            let named =
                person::name_at_start(rest).filter(|&length| rest[length..].starts_with(['的', '已', '因', '被']));
            let name = named.unwrap_or(name);
            let is_end = named.is_some() || rest[name..].starts_with(['，', '）', '、', '（', '。']);
            let kind = ["精神", "智力", "肢体", "听力", "视力"].iter().find(|kind| body[..at].ends_with(**kind));
            if named.is_some() || is_name && is_end && !is_word(&rest[..name]) {
                let start = at - kind.map_or(0, |kind| kind.len());
                found.at(Field::Body, start..at + word.len() + name, "主动公开的答复不应写出他们的姓名");
            }
        }
    }
}

/// Whether the three characters after all begin with a common word.
fn is_word(name: &str) -> bool {
    let two: String = name.chars().take(2).collect();
    let last: String = name.chars().skip(1).collect();
    [two, last].iter().any(|it| crate::text::vocabulary::rarity(it) < 90)
}
