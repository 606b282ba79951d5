//! E42: what is still planned lies before the date of the letter.

use crate::check::authoring::*;
use crate::letter::calendar::{self, Mention};
use crate::text::sentence;
use jiff::civil::Date;

pub static RULE: Rule = Rule {
    code: "E42",
    name: "plan-before-date",
    title: "计划早于成文日期",
    group: Group::Elements,
    severity: Severity::Warning,
    explanation: "正文说“将于”“拟于”“计划于”某时完成的，那一时间不会早于成文日期，多半是套用旧稿时漏改了年份。转述过去的计划、规划目标的不在此列。",
    source: "《党政机关公文处理工作条例》第二十条（四）：时间准确",
    examples: &[
        wrong(&[("paragraph", "其余9座候车亭将于‹2025年9月›底前完工。")]),
        wrong(&[("paragraph", "我局拟于‹今年5月›召开听证会，听取意见。")]),
        wrong(&[("paragraph", "已委托设计单位编制方案，力争‹2025年›年内完成审批。")]),
        right(&[("paragraph", "下一步，我局将在2025年12月底前完成设计的基础上，加快站台改造。")]),
        wrong(&[("paragraph", "下一步，我局将加快站台改造，‹2026年5月›底前全部建成。")]),
        right(&[(
            "paragraph",
            "下一步，我局将加快站台改造，2026年9月底前全部建成。对2026年5月底前建成的站台组织验收。",
        )]),
        right(&[("paragraph", "其余9座候车亭将于2026年9月底前完工，拟于今年6月底召开听证会。")]),
        wrong(&[("paragraph", "按照市政府要求，全市排查候车亭120座，已整改93座，剩余27座将于‹2025年12月›底前完成。")]),
        wrong(&[("paragraph", "市发展改革局正在修订收费办法（以下简称《办法》），拟于‹今年4月›对夜间停车实行优惠。")]),
        wrong(&[("paragraph", "该项建议拟列入‹2025年›工作计划。")]),
        right(&[("paragraph", "该路原计划于2025年9月完工，因管线迁改推迟到今年6月。")]),
        right(&[("paragraph", "《临江市公共交通规划》提出，力争2025年公交出行分担率达到40%，目前已经实现。")]),
    ],
    check: Check::Parts(Parts { elements: None, paragraph: Some(("年月", check)), letter: Some(next_steps) }),
};

/// Words that lead to the time of a plan.
const LEADS: [&str; 21] = [
    "拟列入",
    "将列入",
    "拟纳入",
    "将纳入",
    "将于",
    "将在",
    "拟于",
    "拟在",
    "计划于",
    "计划在",
    "计划",
    "预计于",
    "预计在",
    "预计",
    "力争于",
    "力争在",
    "力争",
    "争取于",
    "争取在",
    "争取",
    "定于",
];

/// Words of a sentence that tells of a plan of the past, or of somebody else's.
const TOLD: [&str; 15] = [
    "原",
    "曾",
    "当时",
    "基础上",
    "提出",
    "明确",
    "要求",
    "目标",
    "规划",
    "部署",
    "此前",
    "推迟",
    "延期",
    "延后",
    "提前",
];

fn check(context: &Context<'_>, passage: &Passage<'_>, found: &mut Found<'_>) {
    let Some(day) = context.draft.letter.date.day() else { return };
    let text = passage.text;
    if !passage.may_say(&["将", "拟", "计划", "预计", "力争", "争取", "定于"]) {
        return;
    }
    let mentions = calendar::mentions(text);
    let years = calendar::years(text, &mentions, day.year());
    for (mention, told) in mentions.iter().zip(years) {
        let before = &text[..mention.range.start];
        let start = ["今年", "本年"].iter().find_map(|word| before.strip_suffix(word)).unwrap_or(before).len();
        // Without a year of its own a month may be that of the next.
        let is_dated = mention.year.is_some() || start < before.len();
        let is_planned = is_dated && LEADS.iter().any(|lead| before[..start].ends_with(lead));
        if !is_planned || latest(mention, told.unwrap_or(day.year())).is_none_or(|latest| latest >= day) {
            continue;
        }
        if !is_of_the_past(text, mention) {
            let message = format!("这一时间早于成文日期{}，却写成还没有到", context.draft.letter.date.issued());
            found.at(Field::Body, start..mention.range.end, message);
        }
    }
}

/// Words of the heading, or of the head of a sentence, that what is still to be done stands under.
const NEXT: [&str; 7] = ["下一步", "下步", "今后", "打算", "工作计划", "工作安排", "后续"];

/// What is to be done by a time.
const DONE: [&str; 20] = [
    "建成",
    "完成",
    "完工",
    "竣工",
    "投用",
    "投入使用",
    "交付",
    "通车",
    "开工",
    "启动",
    "印发",
    "出台",
    "实现",
    "全面完成",
    "全部",
    "基本",
    "开通",
    "启用",
    "上线",
    "到位",
];

/// 2026年5月底前建成 under 下一步, in a letter of June.
fn next_steps(context: &Context<'_>, found: &mut Found<'_>) {
    let Some(day) = context.draft.letter.date.day() else { return };
    if !context.body_may_say(&NEXT) {
        return;
    }
    let (body, outline) = (context.body(), &context.outline);
    let is_next = |text: &str| NEXT.iter().any(|word| text.contains(word));
    for (passage, paragraph) in context.paragraphs().iter().zip(&outline.paragraphs) {
        let mut section = paragraph.section;
        let mut is_under = false;
        while let Some(index) = section {
            let it = &outline.sections[index];
            is_under |= is_next(&body[it.heading.clone()]);
            section = it.parent;
        }
        let text = passage.text;
        let from =
            if is_under { 0 } else { NEXT[..2].iter().filter_map(|word| text.find(word)).min().unwrap_or(text.len()) };
        if from == text.len() || !passage.has_all("前") {
            continue;
        }
        let mentions = calendar::mentions(text);
        let years = calendar::years(text, &mentions, day.year());
        for (mention, told) in mentions.iter().zip(years).filter(|(mention, _)| mention.range.start >= from) {
            let before = &text[..mention.range.start];
            let is_dated = mention.year.is_some() || before.ends_with("今年") || before.ends_with("本年");
            let after = text[mention.range.end..].trim_start_matches(['年', '底', '末', '初']);
            let is_due = after.strip_prefix('前').is_some_and(|rest| {
                let clause: String = rest.chars().take_while(|it| !matches!(it, '，' | '。' | '；')).take(16).collect();
                !clause.contains("基础上")
                    && DONE
                        .iter()
                        .any(|word| clause.find(word).is_some_and(|at| !clause[at + word.len()..].starts_with('的')))
            });
            if !is_dated || !is_due || latest(mention, told.unwrap_or(day.year())).is_none_or(|latest| latest >= day) {
                continue;
            }
            let whole = &text[sentence::sentence_at(text, mention.range.start)];
            let clause = before.rfind(['。', '；']).map_or(0, |at| at + '。'.len_utf8());
            let own = text[clause..].split(['。', '；']).next().unwrap_or_default();
            let is_done = own.contains(['已', '了', '原', '曾', '均']);
            let is_led = LEADS.iter().any(|lead| before.ends_with(lead));
            if !is_done && !is_led && !is_of_the_past(text, mention) && !whole.contains("截至") {
                let message = format!("这一时间早于成文日期{}，却写成还没有到", context.draft.letter.date.issued());
                found.at(
                    Field::Body,
                    passage.offset + mention.range.start..passage.offset + mention.range.end,
                    message,
                );
            }
        }
    }
}

/// Whether the words around tell of a plan of the past, or of somebody else's: the clause before it, its own, the head of
/// the next. 《规划》提出，力争2025年……; 原计划于2025年9月完工，因故推迟.
fn is_of_the_past(text: &str, mention: &Mention) -> bool {
    let sentence = sentence::sentence_at(text, mention.range.start);
    let lead = &text[sentence.start..mention.range.start];
    let clause = lead.rmatch_indices('，').nth(1).map_or(sentence.start, |(at, _)| sentence.start + at);
    let end = text[mention.range.end..].find(['，', '；', '。']).map_or(text.len(), |at| mention.range.end + at);
    let after: String = text[end..sentence.end.max(end)].chars().take(8).collect();
    let is_told = |text: &str| TOLD.iter().any(|word| text.contains(word));
    let is_of_title = LEADS.iter().any(|word| lead.strip_suffix(word).is_some_and(|lead| lead.ends_with('》')));
    is_told(&text[clause..end]) || is_told(&after) || is_of_title
}

/// The last day that could be meant.
fn latest(mention: &Mention, year: i16) -> Option<Date> {
    if mention.day.is_some() {
        return mention.date(year);
    }
    let month = i8::try_from(mention.month.unwrap_or(12)).ok()?;
    Date::new(year, month, 1).ok().map(Date::last_of_month)
}
