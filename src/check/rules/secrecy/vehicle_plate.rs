//! S12: the plate of somebody's car.

use crate::check::authoring::*;

pub static RULE: Rule = Rule {
    code: "S12",
    name: "vehicle-plate",
    title: "车牌号码",
    group: Group::Secrecy,
    severity: Severity::Warning,
    explanation: "主动公开的答复里不写具体的车牌号码，由它可能识别到车主。公务车、公交车的自编号不在此列。",
    source: "《个人信息保护法》第四条、第六条",
    examples: &[
        wrong(&[("paragraph", "车主违法停放的小型客车（‹粤T8K312›）已经处罚。")]),
        wrong(&[("paragraph", "已处理‹苏F·D12345›占道停车。")]),
        right(&[("paragraph", "新增粤T牌照公交车6辆，京A0001型站台，国道G105线，川A片区，沪B2B平台。")]),
    ],
    check: Check::Paragraph("京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼", check),
};

/// The provinces, as plates begin with them.
const PROVINCES: &str = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼";

fn check(context: &Context<'_>, passage: &Passage<'_>, found: &mut Found<'_>) {
    if !super::may_be_published(&context.draft.letter) {
        return;
    }
    let body = passage.text;
    for (capital, office) in body.bytes().enumerate().filter(|(_, it)| it.is_ascii_uppercase()) {
        let Some(province) = body[..capital].chars().next_back().filter(|it| PROVINCES.contains(*it)) else { continue };
        let at = capital - province.len_utf8();
        let after = &body[capital + 1..];
        let number = after.strip_prefix('·').unwrap_or(after);
        let count = number.bytes().take_while(|it| it.is_ascii_uppercase() || it.is_ascii_digit()).count();
        let digits = number[..count].bytes().filter(u8::is_ascii_digit).count();
        // Neither I nor O stands on a plate.
        let is_plate =
            (5..=6).contains(&count) && digits >= 3 && !number[..count].contains(['I', 'O']) && office != b'I';
        if is_plate && !number[count..].starts_with('型') {
            let end = body.len() - number.len() + count;
            found.at(Field::Body, at..end, "公开前核对：这是具体车辆的号牌");
        }
    }
}
