//! S10: the number of a person's account, passport or social-security card.

use crate::check::authoring::*;

pub static RULE: Rule = Rule {
    code: "S10",
    name: "personal-account",
    title: "个人账号、证件号",
    group: Group::Secrecy,
    severity: Severity::Warning,
    explanation: "主动公开的答复正文里不写个人的微信号、QQ号、护照号、社保卡号，也不写某一户的纳税人识别号。单位的公众号、服务群不在此列。",
    source: "《个人信息保护法》第六条、第二十五条；《政府信息公开条例》第十五条",
    examples: &[
        wrong(&[("paragraph", "来信人张禾的‹微信号zhanghe1970›已经核实。")]),
        wrong(&[("paragraph", "来信人张禾（‹QQ：12345678›）反映候车不便。")]),
        wrong(&[("paragraph", "来信人‹护照号E12345678›已经核实。")]),
        wrong(&[("paragraph", "来信人‹社保卡号为1234567890›已经核实。")]),
        wrong(&[("paragraph", "可联系‹微信zhanghe_1970›沟通。")]),
        wrong(&[("paragraph", "某公交公司（‹纳税人识别号91440000MA4L7K2X3P›）2025年纳税386.2万元。")]),
        right(&[("paragraph", "关注微信公众号linjiangjt，加入QQ群12345678，核验护照号和社保卡号，微信号召群众参与。")]),
    ],
    check: Check::Paragraph("微Q护社纳", check),
};

/// What names such a number, with the fewest digits and letters it has.
const NAMES: [(&str, usize); 11] = [
    ("纳税人识别号", 15),
    ("纳税识别号", 15),
    ("微信号", 6),
    ("微信：", 6),
    ("微信", 6),
    ("QQ号", 5),
    ("QQ：", 5),
    ("QQ", 5),
    ("护照号", 8),
    ("社保卡号", 9),
    ("社会保障卡号", 9),
];

fn check(context: &Context<'_>, passage: &Passage<'_>, found: &mut Found<'_>) {
    if !super::may_be_published(&context.draft.letter) {
        return;
    }
    let body = passage.text;
    let mut told = 0;
    for (name, least) in NAMES {
        if !passage.has_all(name) {
            continue;
        }
        for (at, _) in body.match_indices(name) {
            let rest = &body[at + name.len()..];
            let number = rest.trim_start_matches(['码', '：', ':', '为', '是', ' ']);
            let length =
                number.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-')).count();
            let gap = rest.len() - number.len();
            let has_digit = number[..length].bytes().any(|byte| byte.is_ascii_digit());
            if length >= least && gap <= 9 && has_digit && at >= told {
                told = at + name.len() + gap + length;
                found.at(Field::Body, at..told, "公开前核对：是不是个人的账号、证件号");
            }
        }
    }
}
