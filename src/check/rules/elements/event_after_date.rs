//! E28: the letter reports as done what happens after its date.

use crate::check::authoring::*;
use crate::letter::calendar;
use crate::text::sentence;

pub static RULE: Rule = Rule {
    code: "E28",
    name: "event-after-date",
    title: "事情晚于成文日期",
    group: Group::Elements,
    severity: Severity::Warning,
    explanation: "正文说“已经”完成、“截至”某日的，那一天不会晚于成文日期。计划、预计中的日期不在此列。",
    source: "《党政机关公文处理工作条例》第二十条（四）：时间准确",
    examples: &[
        wrong(&[("paragraph", "首批站台已于‹2026年8月15日›投入使用。")]),
        wrong(&[("paragraph", "截至‹2026年7月31日›，累计开通线路6条。")]),
        wrong(&[("paragraph", "‹2027年›，我局已完成站台改造。")]),
        wrong(&[("paragraph", "可行性研究报告已于今年‹12月›批复。")]),
        wrong(&[("paragraph", "截至‹2026年›末，累计开通线路6条。")]),
        right(&[("paragraph", "该线路已于去年12月开通，每年12月评估一次，今年12月开通延长线。")]),
        right(&[("paragraph", "首批站台已经招标，计划于2026年8月15日投入使用。")]),
        right(&[("paragraph", "项目已于2026年3月1日动工，2027年9月投入使用。")]),
        right(&[("paragraph", "截至2026年12月31日，预计累计开通线路6条。")]),
        right(&[("paragraph", "2026年12月前完成已列入计划的站台改造。")]),
    ],
    check: Check::Paragraph("年月", check),
};

/// Words of what is still to come.
const TO_COME: [&str; 18] = [
    "将", "拟", "计划", "预计", "力争", "争取", "前", "有望", "确保", "目标", "到期", "届时", "规划", "预期", "至",
    "起", "列入", "安排",
];

fn check(context: &Context<'_>, passage: &Passage<'_>, found: &mut Found<'_>) {
    let Some(day) = context.draft.letter.date.day() else { return };
    let text = passage.text;
    {
        for mention in calendar::mentions(text) {
            // 12月 alone may be that of any year; 今年12月 and 已于12月 are not.
            let before = &text[..mention.range.start];
            let is_this_year = before.ends_with("今年") || before.ends_with("已于") || before.ends_with("截至");
            // 截至2026年末: the last day of what is named.
            let is_end = before.ends_with("截至") && text[mention.range.end..].starts_with(['末', '底']);
            let earliest = if is_end { end_of(&mention, day.year()) } else { mention.earliest(day.year()) };
            if mention.year.is_none() && mention.day.is_none() && !is_this_year
                || earliest.is_none_or(|earliest| earliest <= day)
            {
                continue;
            }
            let sentence = sentence::sentence_at(text, mention.range.start);
            let clauses = sentence::clauses(&text[sentence.clone()]);
            let own = clauses.iter().position(|clause| clause.end + sentence.start >= mention.range.end).map_or(
                0..0,
                |index| {
                    // 2027年，我局已完成……: a date at the head speaks of the next clause.
                    let clause = clauses[index].clone();
                    let is_head = clause.len() == mention.range.len();
                    let end = clauses.get(index + 1).filter(|_| is_head).map_or(clause.end, |next| next.end);
                    clause.start + sentence.start..end + sentence.start
                },
            );
            let clause = &text[own];
            let is_to_come = |text: &str| TO_COME.iter().any(|word| text.contains(word));
            let is_done = (clause.contains('已') || clause.contains("完成了") || clause.contains("召开了"))
                && !is_to_come(clause);
            let is_as_of =
                text[..mention.range.start].ends_with("截至") && !is_to_come(&text[mention.range.end..sentence.end]);
            if is_done || is_as_of {
                let place = mention.range.clone();
                let message = format!("这一时间晚于成文日期{}，却写成已经发生", context.draft.letter.date.issued());
                found.at(Field::Body, place, message);
            }
        }
    }
}

/// The last day of the month or year a mention names; a year that is left out is `year`.
fn end_of(mention: &calendar::Mention, year: i16) -> Option<jiff::civil::Date> {
    let month = i8::try_from(mention.month.unwrap_or(12)).ok()?;
    jiff::civil::Date::new(mention.year.unwrap_or(year), month, 1).ok().map(jiff::civil::Date::last_of_month)
}
