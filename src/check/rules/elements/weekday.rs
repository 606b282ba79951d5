//! E29: a date with the wrong day of the week.

use crate::check::authoring::*;
use crate::letter::calendar;

pub static RULE: Rule = Rule {
    code: "E29",
    name: "weekday",
    title: "日期与星期",
    group: Group::Elements,
    severity: Severity::Error,
    explanation: "写明星期的，应当与日期相符。没有写年份的，按成文日期的年份推算，只作提醒。",
    source: "《党政机关公文处理工作条例》第二十条（四）：时间准确",
    examples: &[
        wrong(&[("paragraph", "2026年6月9日（‹星期三›），我局到现场踏勘。")])
            .mended("2026年6月9日（星期二），我局到现场踏勘。"),
        right(&[("paragraph", "2026年6月9日（星期二），我局到现场踏勘。")]),
        wrong(&[("paragraph", "去年6月9日（‹周二›）我局到现场踏勘。")]).mended("去年6月9日（周一）我局到现场踏勘。"),
        right(&[("paragraph", "2025年6月3日动工，6月9日（星期一）我局到现场踏勘。")]),
        right(&[("paragraph", "6月9日（周二）我局到现场踏勘，周一至周五均有专人值守。")]),
    ],
    check: Check::Paragraph("期周", check),
};

fn check(context: &Context<'_>, passage: &Passage<'_>, found: &mut Found<'_>) {
    let text = passage.text;
    if !text.contains("星期") && !text.contains('周') {
        return;
    }
    let year = context.draft.letter.date.day().unwrap_or(context.today).year();
    let mentions = calendar::mentions(text);
    let years = calendar::years(text, &mentions, year);
    for (mention, told) in mentions.iter().zip(years) {
        let (Some((place, written)), Some(day)) = (&mention.weekday, mention.date(told.unwrap_or(year))) else {
            continue;
        };
        if day.weekday() == *written {
            continue;
        }
        let right = calendar::weekday_word(day.weekday());
        let right =
            if text[place.clone()].starts_with('周') { right.replace("星期", "周") } else { right.to_owned() };
        let message = format!("{}是{right}", crate::letter::date::format(day));
        let finding = found.at(Field::Body, place.clone(), message);
        finding.mend(Applicability::Review, place.clone(), right);
        if mention.year.is_none() {
            finding.weigh(Severity::Warning);
        }
    }
}
