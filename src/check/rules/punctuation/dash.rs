//! P09: a dash made of hyphens, or of half a dash.

use crate::check::authoring::*;

pub static RULE: Rule = Rule {
    code: "P09",
    name: "dash",
    title: "破折号",
    group: Group::Punctuation,
    severity: Severity::Warning,
    explanation: "破折号写作“——”，占两格，不用“--”“－－”或者一个“—”代替；地点、时间的起止用一字线“—”。复合名词里面的短横线（吐鲁番-哈密盆地）不在此列。",
    source: "GB/T 15834—2011 4.10.2、4.13.3",
    examples: &[
        wrong(&[("paragraph", "我局推出新服务‹--›预约公交。")]).mended("我局推出新服务——预约公交。"),
        wrong(&[("paragraph", "我局推出新服务‹－－›预约公交。")]),
        wrong(&[("paragraph", "我局推出新服务‹－›预约公交。")]),
        wrong(&[("paragraph", "新开东站‹-›西站线路。")]),
        wrong(&[("paragraph", "我局推出新服务‹—›预约公交。")]).mended("我局推出新服务——预约公交。"),
        wrong(&[("paragraph", "推行“站长制”‹—›每个站台一名站长。")]).mended("推行“站长制”——每个站台一名站长。"),
        wrong(&[("paragraph", "‹—›加密班次。今年新增车辆6辆。")]),
        wrong(&[("paragraph", "接驳1号线——全市首条接驳专线‹—›已经开通。")]),
        right(&[("paragraph", "我局推出新服务——预约公交，线路为东站—西站。")]),
        right(&[("paragraph", "建设北京—上海、“东站”—“西站”线路，研究秦岭—淮河一线，打通生产服务—生活服务链条。")]),
        right(&[("paragraph", "改造东站—市一院—西站线路，2021—2025年实施，K3+200—K5+100段完工。")]),
        right(&[(
            "paragraph",
            "参数为--all，型号A--B，开发吐鲁番-哈密盆地资源，推进产-学-研一体化，服用任-洛二氏溶液。",
        )]),
    ],
    check: Check::PassageWith("-－–─—―_", check),
};

fn check(passage: &Passage<'_>, found: &mut Found<'_>) {
    let text = passage.text;
    for mark in ['-', '－', '–', '─', '―', '_'] {
        let mut from = 0;
        while let Some(at) = text[from..].find(mark).map(|at| at + from) {
            let end = at + (text[at..].len() - text[at..].trim_start_matches(mark).len());
            from = end;
            let is_chinese =
                |it: Option<char>| it.is_none_or(|it| characters::is_han(it) || characters::is_chinese_mark(it));
            let is_dash = mark != '_'
                && (end - at) / mark.len_utf8() >= 2
                && is_chinese(text[..at].chars().next_back())
                && is_chinese(text[end..].chars().next());
            // One between Chinese characters is neither a dash nor a range.
            let is_han = |it: Option<char>| it.is_some_and(characters::is_han);
            let is_lone = text[at..end].chars().count() == 1
                && is_han(text[..at].chars().next_back())
                && is_han(text[end..].chars().next());
            // 吐鲁番-哈密盆地: two names that make one.
            const COMPOUNDS: [&str; 9] = ["盆地", "山脉", "溶液", "效应", "定律", "综合征", "地区", "走廊", "断裂"];
            let name: String = text[end..].chars().take(6).take_while(|it| characters::is_han(*it)).collect();
            // 产-学-研: single characters that make a chain.
            let is_single = |before: &str| {
                let mut last = before.chars().rev();
                last.next().is_some_and(characters::is_han) && last.next().is_none_or(|it| !characters::is_han(it))
            };
            let is_chain = is_single(&text[..at]) || text[end..].chars().nth(1).is_some_and(|it| it == mark);
            let is_compound = is_chain || mark == '-' && COMPOUNDS.iter().any(|word| name.contains(word));
            if is_lone && !is_compound {
                found.at(passage.field, at..end, format!("“{mark}”请核对：破折号写作“——”，起止的连接号写作“—”"));
            }
            if is_dash {
                found.at(passage.field, at..end, "破折号应当写作“——”").mend(Applicability::Safe, at..end, "——");
            }
        }
    }
    if passage.has_any("—") {
        half_dashes(passage, found);
    }
}

/// What a name or an explanation is given to, with a dash between: 新服务——预约公交.
const NOUNS: [&str; 22] = [
    "服务", "模式", "机制", "平台", "问题", "目标", "品牌", "做法", "举措", "理念", "原则", "特点", "难点", "短板",
    "瓶颈", "任务", "主题", "抓手", "之一", "方式", "载体", "成果",
];

/// A single — where a dash is meant: 东站—西站 joins two names, 新服务—预约公交 explains one.
fn half_dashes(passage: &Passage<'_>, found: &mut Found<'_>) {
    const DASH: char = '—';
    let text = passage.text;
    for (at, mark) in text.match_indices(DASH) {
        let end = at + mark.len();
        if text[..at].ends_with(DASH) || text[end..].starts_with(DASH) {
            continue;
        }
        let (before, after) = (&text[..at], &text[end..]);
        let is_word = |it: char| characters::is_han(it) || matches!(it, '“' | '《');
        if !after.starts_with(is_word) {
            continue;
        }
        let stop = |it: char| characters::is_chinese_mark(it) && !matches!(it, '“' | '”' | '《' | '》');
        let left = &before[before.rfind(stop).map_or(0, |at| at + '，'.len_utf8())..];
        let right = &after[..after.find(stop).unwrap_or(after.len())];
        let noun = NOUNS.iter().find(|noun| left.ends_with(**noun));
        // 生产服务—生活服务: the same kind of thing on both sides is joined.
        let is_named = noun.is_some_and(|noun| !right.contains(noun) && left.chars().count() >= 5);
        let is_quoted = left.ends_with(['”', '》']) && !right.starts_with(['“', '《']) && right.chars().count() >= 8;
        let is_said = ["即", "也就是", "这是", "这就是"].iter().any(|word| right.starts_with(word));
        // 甲——乙—丙: the second dash of the pair. The stop before it is the first one.
        let is_second = before.ends_with(characters::is_han)
            && before[..before.len() - left.len()].ends_with("——")
            && left.chars().count() >= 4;
        let is_list = at == 0 && !after.starts_with(' ');
        if is_list || before.ends_with(is_word_end) && (is_named || is_quoted || is_said || is_second) {
            found.at(passage.field, at..end, "破折号应当写作“——”").mend(Applicability::Review, at..end, "——");
        }
    }
}

fn is_word_end(it: char) -> bool {
    characters::is_han(it) || matches!(it, '”' | '》')
}
