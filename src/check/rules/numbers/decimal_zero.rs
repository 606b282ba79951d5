//! D11: a decimal without its leading zero.

use crate::check::authoring::*;

pub static RULE: Rule = Rule {
    code: "D11",
    name: "decimal-zero",
    title: "小数的整数位",
    group: Group::Numbers,
    severity: Severity::Warning,
    explanation: "小于1的小数，小数点前的0不省略，写“0.5”，不写“.5”。",
    source: "GB/T 15835—2011 5",
    examples: &[
        wrong(&[("paragraph", "清淤‹.5›公里，已经完工。")]).mended("清淤0.5公里，已经完工。"),
        right(&[("paragraph", "清淤0.5公里，版本v.2。")]),
        right(&[("paragraph", "标准依次为GB.5和一.2两项。")]),
    ],
    check: Check::PassageWith(".", check),
};

fn check(passage: &Passage<'_>, found: &mut Found<'_>) {
    let text = passage.text;
    for (at, _) in text.match_indices('.') {
        let digits = text[at + 1..].bytes().take_while(u8::is_ascii_digit).count();
        let before = text[..at].chars().next_back();
        let is_bare = before.is_some_and(|it| {
            (characters::is_han(it) && !crate::text::numeral::is_numeral(it)) || matches!(it, '，' | '、' | '（')
        });
        // 表.2 and 图.3 are labels.
        let is_label = text[..at].ends_with(['图', '表', '号', '第', '条', '款']);
        if digits > 0 && is_bare && !is_label {
            let range = at..at + 1 + digits;
            let right = format!("0{}", &text[range.clone()]);
            found.at(passage.field, range.clone(), format!("写作“{right}”")).mend(Applicability::Safe, range, right);
        }
    }
}
