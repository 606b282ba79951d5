//! E28: the letter reports as done what happens after its date.

use crate::check::authoring::*;
use crate::letter::calendar::{self, Mention};
use crate::text::sentence;
use jiff::civil::Date;

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
        wrong(&[("paragraph", "自‹6月29日›起已经实行夜间停车优惠。")]),
        wrong(&[("paragraph", "改造方案已于今年‹6月23日›通过评审。")]),
        wrong(&[("paragraph", "‹6月23日›，我局邀请代表到现场视察。")]),
        wrong(&[("paragraph", "截至今年‹7月›底，累计开通线路6条，其余2条将于9月开通。")]),
        wrong(&[("paragraph", "成立工作专班，于‹2026年10月17日›（星期六）赴您所在的社区当面听取意见。")]),
        wrong(&[("paragraph", "‹2026年11月›，市政府批准实施公共交通规划。")]),
        right(&[("paragraph", "《公共交通三年行动方案（2025—2027年）》已印发。")]),
        wrong(&[("paragraph", "据‹2026年12月›开展的客流调查，日均客流3200人次。")]),
        right(&[(
            "paragraph",
            "已确定2026年12月开工建设，我局已申报2027年中央预算内投资项目3个，已预留2027年用地指标120亩。",
        )]),
        right(&[("paragraph", "截至2026年7月底前须完成的事项已全部分解到人。")]),
        right(&[("paragraph", "据2026年5月开展的客流调查，拟根据2026年12月的客流监测结果调整班次。")]),
        wrong(&[("paragraph", "今年‹7月15日›（星期三），我局已组织专项整治。")]),
        right(&[("paragraph", "自7月1日起实行夜间停车优惠，自2025年6月29日起已在东洲试行。")]),
        right(&[("paragraph", "2025年6月3日动工，12月15日已经完工，去年12月20日投入使用。")]),
        right(&[
            ("matter.assigned", ""),
            ("number", "临交函〔2026〕3号"),
            ("date", "2026-01-12"),
            ("paragraph", "12月15日，我局邀请代表到现场视察，方案已经修改。"),
        ]),
        right(&[("paragraph", "该线路已于去年12月开通，每年12月评估一次，今年12月开通延长线。")]),
        right(&[("paragraph", "6月30日，我局将邀请代表到现场视察；7月2日，拟召开听证会，目前已发出通知。")]),
        right(&[("paragraph", "首批站台已经招标，计划于2026年8月15日投入使用。")]),
        right(&[("paragraph", "项目已于2026年3月1日动工，2027年9月投入使用。")]),
        right(&[("paragraph", "截至2026年12月31日，预计累计开通线路6条。")]),
        right(&[("paragraph", "2026年12月前完成已列入计划的站台改造。")]),
    ],
    check: Check::Paragraph("年月", check),
};

/// Words of what is still to come, wherever they stand.
const TO_COME: [&str; 18] = [
    "将",
    "拟",
    "计划",
    "预计",
    "力争",
    "争取",
    "有望",
    "确保",
    "目标",
    "届时",
    "规划于",
    "规划在",
    "规划建设",
    "预期",
    "到期",
    "列入",
    "安排",
    "定于",
];

/// Words that make a date the end or the beginning of a time: 2026年12月前, 7月1日起.
const BOUNDS: [char; 3] = ['前', '至', '起'];

/// What is said to be done, of a day with its month: 我局召开, 我委邀请.
const DONE: [&str; 12] =
    ["召开", "邀请", "赴", "前往", "走访", "座谈", "踏勘", "约谈", "到现场", "当面", "上门", "印发了"];

/// What is done once and for all, of a month with its year: 2026年11月，县政府批准.
const SETTLED: [&str; 6] = ["批准", "批复", "印发", "出台", "审议通过", "审定"];

fn check(context: &Context<'_>, passage: &Passage<'_>, found: &mut Found<'_>) {
    let Some(day) = context.draft.letter.date.day() else { return };
    let text = passage.text;
    let mentions = calendar::mentions(text);
    let years = calendar::years(text, &mentions, day.year());
    for (mention, told) in mentions.iter().zip(years) {
        if reported(text, mention, told, day) == Some(true) {
            let message = format!("这一时间晚于成文日期{}，却写成已经发生", context.draft.letter.date.issued());
            found.at(Field::Body, mention.range.clone(), message);
        }
    }
}

/// Whether a day, month or year is written of as past; `None` where it is not after `day`, the date of the letter.
fn reported(text: &str, mention: &Mention, told: Option<i16>, day: Date) -> Option<bool> {
    // 12月 alone may be that of any year; 今年12月, 已于12月 and 截至12月 are not.
    let before = &text[..mention.range.start];
    let before = ["今年", "本年"].iter().find_map(|word| before.strip_suffix(word)).unwrap_or(before);
    let after = &text[mention.range.end..];
    // The end of a span, as in （2025—2027年）, and what a title says are no events.
    let is_title = before.rfind('《') > before.rfind('》');
    if is_title || before.ends_with(['—', '－', '–', '-', '～', '~']) {
        return None;
    }
    let is_past =
        ["已于", "已在", "已经于", "已经在", "已自", "已从", "早在"].iter().any(|lead| before.ends_with(lead));
    let is_up_to = ["截至", "截至到", "截止到", "截止至"].iter().any(|lead| before.ends_with(lead));
    if told.is_none() && mention.day.is_none() && !is_past && !is_up_to {
        return None;
    }
    let year = told.unwrap_or(day.year());
    // 截至2026年末: the last day of what is named.
    let is_end = is_up_to && after.starts_with(['末', '底']);
    let earliest = if is_end { end_of(mention, year) } else { mention.earliest(year) }?;
    // In January 12月15日 is one of last year.
    let is_last_year = told.is_none() && earliest.since(day).is_ok_and(|span| span.get_days() > 150);
    if earliest <= day || is_last_year {
        return None;
    }
    // 截至7月底前须完成的: a limit, not a report.
    let is_due = is_up_to && {
        let clause = after.split(['，', '。', '；']).next().unwrap_or(after);
        ["须", "应当", "应完成", "要完成", "需"].iter().any(|word| clause.contains(word))
    };
    if is_due {
        return None;
    }
    // 据2026年12月开展的调查: what is built upon has been found.
    let is_found =
        before.ends_with('据') && ["开展的", "组织的", "进行的", "完成的"].iter().any(|word| after.starts_with(word));
    if is_found && !before.ends_with("将根据") && !before.ends_with("拟根据") {
        return Some(true);
    }
    let sentence = sentence::sentence_at(text, mention.range.start);
    let clauses = sentence::clauses(&text[sentence.clone()]);
    let clause_at = |index: usize| {
        clauses.get(index).map_or("", |clause| &text[clause.start + sentence.start..clause.end + sentence.start])
    };
    let index = clauses.iter().position(|clause| clause.end + sentence.start >= mention.range.end)?;
    let own = clause_at(index);
    // 2027年，我局已完成……: a date at the head speaks of the next clause.
    let rest = &after[..after.find(sentence::ends_clause).unwrap_or(after.len())];
    let is_head = own.len() <= mention.range.len() + rest.len() + "今年".len()
        && (rest.is_empty() || rest.starts_with('（') && rest.ends_with('）'));
    let next = clause_at(index + 1);
    let is_to_come = |text: &str| TO_COME.iter().any(|word| text.contains(word));
    if is_to_come(own) || is_head && is_to_come(next) || is_up_to && is_to_come(next) {
        return Some(false);
    }
    // 自6月9日起已经实行: begun, and that before the letter.
    let is_begun = after.strip_prefix('起').is_some_and(|rest| rest.starts_with('已') || rest.starts_with("，已"));
    let is_open = own.contains(BOUNDS) || is_head && next.contains(BOUNDS);
    let says = |word: &str| own.contains(word) || is_head && next.contains(word);
    // 已申报2027年项目: what stands behind 已 with its verb is the object, not the time.
    let own_start = clauses[index].start + sentence.start;
    let own_before = text.get(own_start..mention.range.start).unwrap_or("");
    let is_object = own_before.rfind('已').is_some_and(|at| {
        let verb = &own_before[at + '已'.len_utf8()..];
        verb.chars().count() >= 2 && !verb.ends_with(['于', '在', '自', '从', '年'])
    });
    let is_finished = !is_open && !is_object && (says("已") || says("完成了") || says("召开了"));
    let end = clauses[index].end + sentence.start;
    let words = if is_head { next } else { &text[mention.range.end..end] };
    let is_planned = is_to_come(&text[sentence.clone()]);
    // 于10月17日赴您所在单位: 于 without 将 or 拟 tells what was.
    let is_told = before.ends_with('于') && mention.year.is_some() || words.starts_with(['我', '本']);
    let acts = !is_open && !is_planned && {
        mention.day.is_some() && is_told && DONE.iter().any(|word| words.contains(word))
            || mention.year.is_some() && is_head && SETTLED.iter().any(|word| words.contains(word))
    };
    let is_past = is_past && !after.starts_with('前');
    Some(is_up_to || is_past || is_begun || is_finished || acts)
}

/// The last day of the month or year a mention names.
fn end_of(mention: &Mention, year: i16) -> Option<Date> {
    let month = i8::try_from(mention.month.unwrap_or(12)).ok()?;
    Date::new(year, month, 1).ok().map(Date::last_of_month)
}
