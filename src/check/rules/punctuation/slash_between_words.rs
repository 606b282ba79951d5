//! P31: slashes where enumeration commas are meant.

use crate::check::authoring::*;

pub static RULE: Rule = Rule {
    code: "P31",
    name: "slash-between-words",
    title: "用斜线代替顿号",
    group: Group::Punctuation,
    severity: Severity::Warning,
    explanation: "行文里并列的词语之间用顿号，不用斜线；计量单位里的斜线（毫克/升）、“和/或”不在此列。",
    source: "GB/T 15834—2011 4.5",
    examples: &[
        wrong(&[("paragraph", "开通东洲‹/北岸/›望江3条线路。")]).mended("开通东洲、北岸、望江3条线路。"),
        right(&[("paragraph", "限值为30微克/立方米，票价2元/人/次，载客120人次/车/日，和/或采取措施。")]),
        right(&[("paragraph", "车辆型号A/B/C，网址www.lj.gov.cn/jt/xl，年/月/日三栏，是/否两项。")]),
    ],
    check: Check::PassageWith("/／", check),
};

fn check(passage: &Passage<'_>, found: &mut Found<'_>) {
    let text = passage.text;
    let slashes: Vec<(usize, &str)> = text.match_indices(['/', '／']).collect();
    for pair in slashes.windows(2) {
        let [(first, mark), (second, other)] = pair else { continue };
        let middle = &text[first + mark.len()..*second];
        let is_word = |it: &str| (2..=6).contains(&it.chars().count()) && it.chars().all(characters::is_han);
        let before: String = text[..*first].chars().rev().take_while(|it| characters::is_han(*it)).collect();
        let after: String = text[second + other.len()..].chars().take_while(|it| characters::is_han(*it)).collect();
        // 2元/人/次: a unit has a number before it.
        let is_unit = text[..*first].trim_end_matches(characters::is_han).ends_with(|it: char| it.is_ascii_digit());
        if is_word(middle) && before.chars().count() >= 2 && after.chars().count() >= 2 && !is_unit {
            let edits = vec![
                Edit::replace(*first..first + mark.len(), "、"),
                Edit::replace(*second..second + other.len(), "、"),
            ];
            found.at(passage.field, *first..second + other.len(), "并列的词语之间用顿号").mend_as(
                "改为顿号",
                Applicability::Review,
                edits,
            );
        }
    }
}
