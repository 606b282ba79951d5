//! E26: an addressee carries a title or mark that dafu writes itself.

use crate::check::authoring::*;
use crate::text::family_name::is_family_name;

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
        wrong(&[("addressees[1]", "‹严若水汤静怡›")]),
        right(&[("addressees[1]", "陆　远")]),
        right(&[("addressees[1]", "欧阳若水")]),
        right(&[("addressees[1]", "阿布都热合曼"), ("addressee_title", "委员")]),
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
        } else if name.contains(['、', '，']) {
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
        } else if is_two(name) {
            found.at(field, 0..name.len(), "每项只写一人，请分列");
        }
    }
}

/// Whether these are two names: parted by a blank, 邵玉芝 田广福, or by nothing. 陆　远 is one.
fn is_two(name: &str) -> bool {
    // 严若水汤静怡: five or six characters with a family name at the head and in the middle.
    let all: Vec<char> = name.chars().collect();
    let is_family = |at: usize| all.get(at).is_some_and(|it| is_family_name(*it));
    if matches!(all.len(), 5 | 6) && all.iter().all(|it| characters::is_han(*it)) && is_family(0) && !is_body_end(&all)
    {
        return is_family(3) || all.len() == 5 && is_family(2);
    }
    let parts: Vec<&str> = name.split_whitespace().collect();
    let is_name = |part: &&str| {
        (2..=4).contains(&part.chars().count())
            && part.chars().all(characters::is_han)
            && !crate::letter::organ::is_body(part)
    };
    parts.len() > 1 && parts.iter().all(is_name)
}

/// Whether the last of these characters ends the name of a body: 高新区代表团.
fn is_body_end(name: &[char]) -> bool {
    name.last().is_some_and(|it| "局厅部委会府办室院署处党团社盟组心司站队联行协校区县市镇乡村".contains(*it))
}
