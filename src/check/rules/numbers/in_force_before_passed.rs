//! D25: a law in force before it was passed.

use crate::check::authoring::*;
use crate::letter::calendar::{self, Mention};
use crate::text::sentence;

pub static RULE: Rule = Rule {
    code: "D25",
    name: "in-force-before-passed",
    title: "施行早于通过",
    group: Group::Numbers,
    severity: Severity::Warning,
    explanation: "法律、法规先通过、公布，后施行；写出来的施行日期早于通过、公布日期的，至少有一个写错了。政策补贴从以前执行的不在此列。",
    source: "《党政机关公文处理工作条例》第二十条（四）：时间准确",
    examples: &[
        wrong(&[("paragraph", "《临江市公共交通条例》已于2025年11月8日修订通过，自‹2025年3月1日›起施行。")]),
        wrong(&[("paragraph", "《临江市公共交通条例》于2026年1月公布，‹2025年12月1日›起施行。")]),
        right(&[("paragraph", "《临江市公共交通条例》已于2025年11月8日修订通过，自2026年3月1日起施行。")]),
        right(&[(
            "paragraph",
            "补贴办法2026年3月印发，自2026年1月1日起执行；原条例自2019年5月1日起施行，2025年11月8日修订通过。",
        )]),
    ],
    check: Check::PassageWith("施", check),
};

fn check(passage: &Passage<'_>, found: &mut Found<'_>) {
    let text = passage.text;
    if !passage.has_all("施行") || !text.contains("起施行") {
        return;
    }
    for pair in calendar::mentions(text).windows(2) {
        let [passed, begun] = pair else { continue };
        let between = &text[passed.range.end..begun.range.start];
        let is_passed =
            ["通过", "公布"].iter().any(|word| between.starts_with(word) || between.contains(&format!("订{word}")));
        let is_begun = text[begun.range.end..].starts_with("起施行");
        let is_one = sentence::sentence_at(text, passed.range.start).contains(&begun.range.start);
        if is_passed && is_begun && is_one && !between.contains(['；', '《']) && is_before(begun, passed) {
            found.at(passage.field, begun.range.clone(), "施行早于通过、公布，请核对两个日期");
        }
    }
}

/// Whether one lies before the other for certain.
fn is_before(one: &Mention, other: &Mention) -> bool {
    let (Some(year), Some(than)) = (one.year, other.year) else { return false };
    let (month, other_month) = (one.month.unwrap_or(12), other.month.unwrap_or(1));
    let days = one.day.zip(other.day);
    year < than
        || year == than && (month < other_month || month == other_month && days.is_some_and(|(day, than)| day < than))
}
