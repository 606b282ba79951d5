//! D24: a letter where a digit is meant.

use crate::check::authoring::*;
use crate::text::measure_words;

pub static RULE: Rule = Rule {
    code: "D24",
    name: "letter-in-number",
    title: "数字里夹着字母",
    group: Group::Numbers,
    severity: Severity::Error,
    explanation: "字母l、I、O与数字1、0形近，写错了看不出来，如“l86家”“20O6年”。",
    source: "《党政机关公文处理工作条例》第二十条（四）：数字准确",
    examples: &[
        wrong(&[("paragraph", "检查公交站台‹l86›座。")]).mended("检查公交站台186座。"),
        wrong(&[("paragraph", "站台建于‹20O6›年。")]).mended("站台建于2006年。"),
        wrong(&[("paragraph", "新增线路‹l2.5›公里。")]).mended("新增线路12.5公里。"),
        right(&[("paragraph", "推广O2O模式，B1层设站台3座，T3次列车，I类站台5座，18O型客车。")]),
        right(&[("paragraph", "G30高速，10L油桶3个，VOC年均浓度，CO2年排放量。")]),
    ],
    check: Check::PassageWith("lIOo", check),
};

fn check(passage: &Passage<'_>, found: &mut Found<'_>) {
    let text = passage.text;
    let bytes = text.as_bytes();
    let is_part = |at: usize| bytes.get(at).is_some_and(|it| it.is_ascii_alphanumeric() || *it == b'.');
    let mut at = 0;
    while at < bytes.len() {
        if !is_part(at) {
            at += 1;
            continue;
        }
        let start = at;
        while is_part(at) {
            at += 1;
        }
        let run = &text[start..at];
        let is_digits = run.chars().all(|it| it.is_ascii_digit() || matches!(it, 'l' | 'I' | 'O' | 'o' | '.'));
        let has_both = run.contains(|it: char| it.is_ascii_digit()) && run.contains(['l', 'I', 'O', 'o']);
        let before = text[..start].chars().next_back();
        let is_free = before.is_none_or(|it| characters::is_han(it) || characters::is_chinese_mark(it));
        let after = text[at..].trim_start_matches(['万', '亿', '余', '多']);
        let is_counted = measure_words::leading(after).is_some() || after.starts_with(['年', '月', '%']);
        if is_digits && has_both && is_free && is_counted && !run.ends_with('.') && run.len() > 1 {
            let right: String = run
                .chars()
                .map(|it| match it {
                    'l' | 'I' => '1',
                    'O' | 'o' => '0',
                    digit => digit,
                })
                .collect();
            let message = format!("字母误作数字，写作“{right}”");
            found.at(passage.field, start..at, message).mend(Applicability::Review, start..at, right);
        }
    }
}
