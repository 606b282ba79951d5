//! C16: an organisation is not addressed as one: 您 for a party committee, 贵局 for a 委员会.

use crate::check::authoring::*;

pub static RULE: Rule = Rule {
    code: "C16",
    name: "organ-address",
    title: "对单位的称呼",
    group: Group::Agreement,
    severity: Severity::Warning,
    explanation: "主送单位的，称“贵局”“贵委”“贵单位”等，与单位名称的末字相应，不称“您”。主送代表团、小组的，可以称“你们”。",
    source: "办理惯例：称谓与主送一致",
    examples: &[
        wrong(&[
            ("addressees[1]", ""),
            ("addressees[0]", "民建临江市委员会"),
            ("addressee_title", ""),
            (
                "body",
                "贵委提出的《关于完善东洲片区公交接驳的建议》（第2026042号）收悉，经综合各会办单位意见，现答复如下：\n接驳线路已经开通。\n专此答复，感谢‹您›的支持。",
            ),
        ]),
        wrong(&[
            ("addressees[1]", ""),
            ("addressees[0]", "民建临江市委员会"),
            ("addressee_title", ""),
            (
                "body",
                "贵委提出的《关于完善东洲片区公交接驳的建议》（第2026042号）收悉，经综合各会办单位意见，现答复如下：\n接驳线路已经开通。\n专此答复，感谢‹贵局›的支持。",
            ),
        ]),
        right(&[
            ("addressees[1]", ""),
            ("addressees[0]", "民建临江市委员会"),
            ("addressee_title", ""),
            (
                "body",
                "贵委提出的《关于完善东洲片区公交接驳的建议》（第2026042号）收悉，经综合各会办单位意见，现答复如下：\n接驳线路已经开通，《您的出行》栏目已经上线。\n专此答复，感谢贵会、贵单位的支持。",
            ),
        ]),
        right(&[("paragraph", "我们与贵州省、贵港市同行交流。")]),
    ],
    check: Check::Paragraph("贵您", check),
};

/// What 贵 is said of.
const KINDS: [char; 16] =
    ['局', '委', '厅', '部', '办', '院', '会', '党', '团', '处', '署', '司', '社', '盟', '站', '行'];

fn check(context: &Context<'_>, passage: &Passage<'_>, found: &mut Found<'_>) {
    let letter = &context.draft.letter;
    let [name] = &letter.addressees[..] else { return };
    // A delegation or a group is made up of persons.
    let are_persons = ["团", "组", "代表", "委员", "界"].iter().any(|end| name.ends_with(end));
    if !letter.addressee_title.is_empty() || are_persons {
        return;
    }
    let body = passage.text;
    for (at, word) in body.match_indices(['贵', '您']) {
        if passage.pairing().pairs.iter().any(|pair| matches!(pair.open.1, '《' | '“') && pair.range().contains(&at))
        {
            continue;
        }
        let after = &body[at + word.len()..];
        if word == "您" {
            if !after.starts_with('们') {
                found.at(Field::Body, at..at + word.len(), format!("主送{name}，不称“您”"));
            }
            continue;
        }
        let Some(kind) = after.chars().next().filter(|kind| KINDS.contains(kind)) else { continue };
        // 办公室 is a 办 as well as a 室.
        if !name.contains(kind) {
            let range = at..at + word.len() + kind.len_utf8();
            found.at(Field::Body, range, format!("主送{name}，不称“贵{kind}”"));
        }
    }
}
