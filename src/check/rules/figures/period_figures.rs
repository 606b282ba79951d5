//! F11: a length of time that its own days do not give.

use super::tell;
use crate::check::authoring::*;
use crate::letter::figures::Kind;
use crate::text::characters;

pub static RULE: Rule = Rule {
    code: "F11",
    name: "period-figures",
    title: "期限核算",
    group: Group::Figures,
    severity: Severity::Warning,
    explanation: "“为期”“历时”“工期”的长短应当与写明的起止时间相符，首尾算不算在内都可以；“每日几时至几时”与开放几小时、“自某年起连续几年”“距今几年”与成文年份也应当相符。",
    source: "《党政机关公文处理工作条例》第二十条（四）：数字准确",
    examples: &[
        wrong(&[("paragraph", "2026年3月1日至5月31日，对沿线站台开展为期‹两个月›的集中整治。")]),
        wrong(&[("paragraph", "公示期自2026年3月3日至3月9日，共‹9天›。")]),
        wrong(&[("paragraph", "2026年3月9日至12日，开展为期‹3天›的实地调研。")]),
        wrong(&[("paragraph", "站房于2024年3月开工，2025年9月竣工，历时‹28个月›。")]),
        wrong(&[("paragraph", "计划于2027年1月开工，工期‹28个月，2028年6月›底建成。")]),
        wrong(&[("paragraph", "从2021年到2025年的‹7年›间，站台更新完毕。")]),
        wrong(&[("paragraph", "服务窗口每日9时至17时开放，全天开放‹9小时›。")]),
        wrong(&[("paragraph", "末班车时间由21时30分调整至23时，延长‹2.5小时›。")]),
        wrong(&[("date", "2026-04-20"), ("paragraph", "我局自2014年起连续‹17年›开展站台整治。")]),
        wrong(&[("date", "2026-04-20"), ("paragraph", "始建于1926年的老站房距今已有‹80年›。")]),
        right(&[("paragraph", "2026年3月1日至5月31日，开展为期三个月的集中整治，分三批举办为期5天的培训。")]),
        right(&[("paragraph", "2026年3月9日至12日，开展为期4天的实地调研，公示期自2026年3月3日至3月9日，共7天。")]),
        right(&[("paragraph", "站房于2024年3月开工，因管线迁改停工两个月，2025年9月竣工，历时16个月。")]),
        right(&[(
            "paragraph",
            "计划于2027年1月开工，工期18个月，2028年6月底建成。从2021年到2025年的5年间，站台更新完毕。",
        )]),
        right(&[("paragraph", "服务窗口每日9时至17时开放，午休1小时，全天开放7小时。")]),
        right(&[(
            "paragraph",
            "行动自2023年启动，到2025年底结束，为期三年；2026年9月1日起至2028年8月31日止，为期两年。",
        )]),
        right(&[
            ("date", "2026-04-20"),
            ("paragraph", "自2014年起连续13年开展站台整治，始建于1926年的老站房距今100年。"),
        ]),
        wrong(&[("paragraph", "开展为期‹30天的集中整治，时间为6月1日至7月10日›。")]),
        right(&[("paragraph", "开展为期30天的集中整治，时间为6月1日至6月30日。")]),
    ],
    check: Check::Letter(check),
};

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    tell(context, found, &[Kind::Period]);
    let Some(year) = context.draft.letter.date.day().map(|day| i32::from(day.year())) else { return };
    for passage in context.paragraphs() {
        if !passage.has_any("续今") {
            continue;
        }
        for word in ["连续", "距今"] {
            for (at, word) in passage.text.match_indices(word) {
                if let Some((place, since)) = counted_to_now(passage.text, at, at + word.len(), year) {
                    let place = place.start + passage.offset..place.end + passage.offset;
                    let told = format!("{since}年到成文的{year}年是{}年，请核对", year - since);
                    found.at(Field::Body, place, told);
                }
            }
        }
    }
}

/// How many years behind byte `end` something has gone on since a year named before `at`, where that is not what `now` gives.
fn counted_to_now(text: &str, at: usize, end: usize, now: i32) -> Option<(std::ops::Range<usize>, i32)> {
    let after = text[end..].trim_start_matches(['已', '有', '约']);
    let start = text.len() - after.len();
    let digits = after.len() - after.trim_start_matches(|it: char| it.is_ascii_digit()).len();
    let told: i32 = after[..digits].parse().ok()?;
    let behind = after[digits..].strip_prefix('年')?;
    if text[end..start].contains('约') || behind.starts_with(['多', '余', '以', '左']) {
        return None;
    }
    let clause = &text[text[..at].rfind(['。', '；', '，', '\n']).map_or(0, |mark| mark + '。'.len_utf8())..at];
    let year_at = clause.rfind('年')?;
    let since: i32 = clause.get(year_at.checked_sub(4)?..year_at)?.parse().ok()?;
    let before = &clause[..year_at - 4];
    let tail = &clause[year_at + '年'.len_utf8()..];
    // 自2014年起连续; 始建于明万历十二年（1584年）的望海楼距今.
    let is_since =
        (before.ends_with('自') || before.ends_with('从')) && tail.trim_matches(['起', '以', '来']).is_empty();
    let is_built = text[end - "距今".len()..end] == *"距今"
        && ["建于", "创于", "创建于", "成立于", "（"].iter().any(|word| before.ends_with(word))
        && tail.chars().all(|it| characters::is_han(it) || it == '）');
    // 自2014年起 counts that year too, where the last one is over; a building is as old as the years between.
    let least = if is_built { now - since - 1 } else { now - since };
    let is_right = (least..=now - since + 1).contains(&told);
    ((is_since || is_built) && !is_right && since < now).then(|| (start..start + digits + '年'.len_utf8(), since))
}
