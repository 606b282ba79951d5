//! S11: a child by its name.

use super::person;
use crate::check::authoring::*;
use crate::text::family_name::is_family_name;

pub static RULE: Rule = Rule {
    code: "S11",
    name: "named-child",
    title: "未成年人的姓名和情况",
    group: Group::Secrecy,
    severity: Severity::Warning,
    explanation: "主动公开的答复里不写未成年人的姓名连同年龄、学校、家庭情况；不满十四周岁的人的信息是敏感个人信息。",
    source: "《个人信息保护法》第二十八条；《未成年人保护法》第四条",
    examples: &[
        wrong(&[("paragraph", "部分学生换乘不便（如‹学生张小禾，9岁›，每天步行3公里）。")]),
        wrong(&[("paragraph", "走访了‹儿童陈小雨（5岁）›的家庭。")]),
        wrong(&[("paragraph", "‹学生林小满因车祸›致右腿受伤，已减免费用。")]),
        wrong(&[("paragraph", "重度残疾‹学生王小雨›已安排接送。")]),
        wrong(&[("paragraph", "走访了‹学生张小禾（患›先天性心脏病）的家庭。")]),
        right(&[(
            "paragraph",
            "学生安全意识增强，学生溺水事件减少，残疾学生高中阶段免费，患病学生马上送医，贫困学生王某某等获资助。",
        )]),
        right(&[("paragraph", "受伤学生及时送医，儿童白血病患者救助，学生方面反映的欺凌问题已查处，学生程度不一。")]),
        right(&[(
            "paragraph",
            "接送学生3200名，最小的学生5岁，由学生家长陪同；儿童福利院、学生张力测验，6岁以下儿童免票。",
        )]),
        right(&[(
            "paragraph",
            "儿童免票（6岁以下），学生年龄（6岁至12岁），女童接种（13岁—14岁），儿童方案（6岁以上）。",
        )]),
        right(&[
            ("disclosure_reason", "涉及个人隐私"),
            ("disclosure", "不予公开"),
            ("paragraph", "走访了儿童陈小雨（5岁）的家庭。"),
        ]),
    ],
    check: Check::Paragraph("岁患伤残病骨折亡溺欺孤特困贫低保被打", check),
};

/// What befell a child, or how it lives.
const PLIGHTS: [&str; 22] = [
    "骨折",
    "受伤",
    "致伤",
    "溺水",
    "溺亡",
    "死亡",
    "身亡",
    "患",
    "确诊",
    "残疾",
    "自闭",
    "抑郁",
    "白血病",
    "先天性",
    "车祸",
    "被打",
    "被欺凌",
    "欺凌",
    "性侵",
    "孤儿",
    "困境",
    "辍学",
];

/// What stands before the word 学生 and tells as much.
const STATES: [&str; 14] = [
    "残疾",
    "智障",
    "患病",
    "受伤",
    "被打",
    "受害",
    "孤残",
    "自闭症",
    "重病",
    "脑瘫",
    "贫困",
    "特困",
    "低保家庭",
    "被欺凌",
];

/// Whether the age follows, which is told of by itself.
fn is_aged(rest: &str) -> bool {
    let bare = rest.trim_start_matches(['，', '（']);
    bare.starts_with(|it: char| it.is_ascii_digit())
}

/// How far after the name it is told what befell the child; 0 where that stands before it.
fn plight(lead: &str, rest: &str) -> Option<usize> {
    let clause = rest.find(['。', '；', '、']).unwrap_or(rest.len());
    let near: usize = rest[..clause].chars().take(18).map(char::len_utf8).sum();
    let told = PLIGHTS.iter().filter_map(|word| rest[..near].find(word).map(|at| at + word.len())).min();
    told.or_else(|| STATES.iter().any(|state| lead.ends_with(state)).then_some(0))
}

/// What children are called.
const CHILDREN: [&str; 12] =
    ["学生", "幼儿", "儿童", "孩子", "女童", "男童", "患儿", "孤儿", "少年", "小学生", "其子", "其女"];

fn check(context: &Context<'_>, passage: &Passage<'_>, found: &mut Found<'_>) {
    if !super::may_be_published(&context.draft.letter) {
        return;
    }
    let body = passage.text;
    for word in CHILDREN.into_iter().filter(|word| passage.has_all(word)) {
        for (at, _) in body.match_indices(word) {
            let rest = &body[at + word.len()..];
            // A name of two or three characters, a mark, the age.
            let name: usize = rest.chars().take_while(|it| characters::is_han(*it)).map(char::len_utf8).sum();
            let after = rest[name..].strip_prefix(['，', '（']).unwrap_or("");
            let digits = after.bytes().take_while(u8::is_ascii_digit).count();
            let is_child = after[..digits].parse::<u8>().is_ok_and(|age| age < 18);
            // 学生艾山（患先天性心脏病）: no family name tells, the bracket does.
            let before_bracket = rest.find("（患").or_else(|| rest.find("，患")).filter(|_| word != "患儿");
            if let Some(length) = before_bracket.filter(|&length| person::is_foreign_name(&rest[..length])) {
                let end = at + word.len() + length + "（患".len();
                found.at(Field::Body, at..end, "主动公开的答复不应写出未成年人的姓名和伤病、家境");
                continue;
            }
            if let Some(length) = person::name_at_start(rest)
                && !is_aged(&rest[length..])
                && let Some(plight) = plight(&body[..at], &rest[length..])
            {
                let end = at + word.len() + length + plight;
                found.at(Field::Body, at..end, "主动公开的答复不应写出未成年人的姓名和伤病、家境");
                continue;
            }
            let is_named = (2..=3).contains(&rest[..name].chars().count());
            let is_age = after[digits..].strip_prefix('岁').is_some_and(|rest| {
                !["至", "到", "以", "—", "～", "及", "（含"].iter().any(|word| rest.starts_with(word))
            });
            if is_named && rest.starts_with(is_family_name) && is_child && is_age {
                let end = body.len() - after.len() + digits + '岁'.len_utf8();
                let end = if body[end..].starts_with('）') { end + '）'.len_utf8() } else { end };
                found.at(Field::Body, at..end, "主动公开的答复不应写出未成年人的姓名和年龄");
            }
        }
    }
}
