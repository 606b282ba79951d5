//! S11: a child by its name.

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
    check: Check::Paragraph("岁", check),
};

/// What children are called.
const CHILDREN: [&str; 12] =
    ["学生", "幼儿", "儿童", "孩子", "女童", "男童", "患儿", "孤儿", "少年", "小学生", "其子", "其女"];

fn check(context: &Context<'_>, passage: &Passage<'_>, found: &mut Found<'_>) {
    if context.draft.letter.disclosure != "主动公开" {
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
