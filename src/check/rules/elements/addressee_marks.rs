//! E26: an addressee carries a title or mark that dafu writes itself.

use crate::check::authoring::*;

pub static RULE: Rule = Rule {
    code: "E26",
    name: "addressee-marks",
    title: "主送带称谓或标点",
    group: Group::Elements,
    severity: Severity::Warning,
    explanation: "主送一项一人，只写姓名；顿号、称谓和冒号由软件在印发时写上，再写就重复了。",
    source: "GB/T 9704—2012 7.3.2",
    examples: &[
        wrong(&[("addressees[1]", "陆秋白‹代表›")]).mended("陆秋白"),
        wrong(&[("addressees[1]", "陆秋白‹：›")]).mended("陆秋白"),
        wrong(&[("addressees[1]", "‹陆秋白、程远›")]),
        wrong(&[("addressees[1]", "‹邵玉芝 田广福›")]),
        right(&[("addressees[1]", "陆　远")]),
        wrong(&[("addressees[1]", "陆秋白‹先生›")]).mended("陆秋白"),
        wrong(&[("addressees[1]", "‹尊敬的›陆秋白")]).mended("陆秋白"),
        right(&[("addressees[1]", "东洲区代表团"), ("addressee_title", "")]),
        right(&[("addressees[1]", "阿依古丽·买买提")]),
    ],
    check: Check::Elements(check),
};

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let letter = &context.draft.letter;
    for (index, name) in letter.addressees.iter().enumerate() {
        let field = Field::Addressees(index);
        let words = name.trim_end_matches(['：', ':', '、', '，', ',', '。', ' ']).len();
        let lead = ["尊敬的", "市人大代表", "人大代表", "政协委员"].iter().find(|lead| name.starts_with(**lead));
        if let Some(lead) = lead.filter(|lead| lead.len() < name.len() && !letter.addressee_title.is_empty()) {
            let message = format!("只写姓名，不写“{lead}”");
            found.at(field, 0..lead.len(), message).mend(Applicability::Review, 0..lead.len(), "");
        } else if 0 < words && words < name.len() {
            found.at(field, words..name.len(), "姓名后不带标点").mend(Applicability::Safe, words..name.len(), "");
        } else if name.contains(['、', '，']) || is_two(name) {
            found.at(field, 0..name.len(), "每项只写一人，请分列");
        } else if let Some(bare) = name.strip_suffix(letter.addressee_title.as_str())
            && !letter.addressee_title.is_empty()
            && !bare.is_empty()
        {
            let range = bare.len()..name.len();
            found.at(field, range.clone(), "称谓由软件写上，这里只写姓名").mend(Applicability::Safe, range, "");
        } else if let Some(title) = [
            "先生",
            "女士",
            "同志",
            "局长",
            "主任",
            "书记",
            "经理",
            "老师",
            "教授",
            "院长",
            "校长",
            "董事长",
            "主席",
            "会长",
            "处长",
            "总经理",
        ]
        .iter()
        .find(|title| !letter.addressee_title.is_empty() && name.ends_with(**title) && name.chars().count() > 3)
        {
            let range = name.len() - title.len()..name.len();
            let message = format!("只写姓名，不写“{title}”，称谓用“{}”", letter.addressee_title);
            found.at(field, range.clone(), message).mend(Applicability::Review, range, "");
        }
    }
}

/// Whether a blank parts two names of two characters and more: 邵玉芝 田广福. 陆　远 is one.
fn is_two(name: &str) -> bool {
    let parts: Vec<&str> = name.split_whitespace().collect();
    let is_name = |part: &&str| {
        (2..=4).contains(&part.chars().count())
            && part.chars().all(characters::is_han)
            && !crate::letter::organ::is_body(part)
    };
    parts.len() > 1 && parts.iter().all(is_name)
}
