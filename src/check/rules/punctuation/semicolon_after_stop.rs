//! P19: items that hold full stops are divided by semicolons, or some by stops and some by semicolons.

use crate::check::authoring::*;
use crate::letter::sequence::Style;

pub static RULE: Rule = Rule {
    code: "P19",
    name: "semicolon-after-stop",
    title: "分项里的句号与分号",
    group: Group::Punctuation,
    severity: Severity::Warning,
    explanation: "并列的各项里面已经用了句号的，各项末尾不再用分号，也用句号；各项之间的标点前后一致，不要有的用分号、有的用句号。",
    source: "GB/T 15834—2011 A.5；办理惯例：各项之间的标点前后一致",
    examples: &[
        wrong(&[("paragraph", "一是加密班次。高峰期8分钟一班‹；›二是延长时间。末班车22时30分发出。")])
            .mended("一是加密班次。高峰期8分钟一班。二是延长时间。末班车22时30分发出。"),
        wrong(&[("paragraph", "包括：（1）加密班次‹。›（2）延长时间；（3）改造站台。")])
            .mended("包括：（1）加密班次；（2）延长时间；（3）改造站台。"),
        wrong(&[("paragraph", "一是加密班次‹。›二是延长时间；三是改造站台。")]),
        wrong(&[("paragraph", "一是加密班次‹，›二是延长时间；三是改造站台。")])
            .mended("一是加密班次；二是延长时间；三是改造站台。"),
        right(&[("paragraph", "一是加密班次，二是延长时间，三是改造站台。")]),
        right(&[("paragraph", "一是加密班次。高峰期8分钟一班。二是延长时间；三是改造站台。")]),
        right(&[("paragraph", "包括：（1）加密班次。高峰期8分钟一班。（2）延长时间；（3）改造站台。")]),
        right(&[("paragraph", "一是加密班次，高峰期8分钟一班；二是延长时间，末班车22时30分发出。")]),
        right(&[("paragraph", "一是加密班次。高峰期8分钟一班。二是延长时间。")]),
    ],
    check: Check::PassageWith("；", check),
};

fn check(passage: &Passage<'_>, found: &mut Found<'_>) {
    let text = passage.text;
    let items: Vec<_> = passage.items().iter().filter(|item| item.style == Style::Is).collect();
    for pair in items.windows(2) {
        let item = &text[pair[0].range.end..pair[1].range.start];
        if let Some(words) = item.strip_suffix('；')
            && words.contains('。')
        {
            let range = pair[1].range.start - '；'.len_utf8()..pair[1].range.start;
            found.at(passage.field, range.clone(), "这一项里已有句号，末尾不用分号").mend(
                Applicability::Review,
                range,
                "。",
            );
        }
    }
    divided(passage, &items.iter().map(|item| item.range.start).collect::<Vec<_>>(), found);
    if passage.has_any("（") {
        divided(passage, &bracketed(text), found);
    }
}

/// Where the items （1）, （2） begin, in bytes.
fn bracketed(text: &str) -> Vec<usize> {
    text.match_indices('（')
        .filter(|(at, open)| {
            let rest = &text[at + open.len()..];
            let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
            (1..=2).contains(&digits) && rest[digits..].starts_with('）')
        })
        .map(|(at, _)| at)
        .collect()
}

/// （1）…。（2）…；（3）… and 一是…。二是…；三是…: items of one sentence each, from the bytes of `starts` on, that are not divided
/// alike.
fn divided(passage: &Passage<'_>, starts: &[usize], found: &mut Found<'_>) {
    let text = passage.text;
    let ends: Vec<(usize, char)> = starts
        .windows(2)
        .filter_map(|pair| {
            let item = &text[pair[0]..pair[1]];
            let mark = item.chars().next_back().filter(|mark| matches!(mark, '；' | '。' | '，'))?;
            let at = pair[1] - mark.len_utf8();
            let is_plain = !text[pair[0]..at].contains(['。', '；', '，']);
            (if mark == '，' { is_plain } else { !text[pair[0]..at].contains(['。', '；']) }).then_some((at, mark))
        })
        .collect();
    let count = |mark: char| ends.iter().filter(|(_, it)| *it == mark).count();
    let (stops, commas) = (count('。'), count('，'));
    let is_alike = stops == ends.len() || commas == ends.len() || count('；') == ends.len();
    if ends.len() < 2 || ends.len() + 1 < starts.len() || is_alike || stops > 0 && commas > 0 {
        return;
    }
    let usual = if stops * 2 > ends.len() { '。' } else { '；' };
    for &(at, mark) in ends.iter().filter(|(_, mark)| *mark != usual) {
        let range = at..at + mark.len_utf8();
        found
            .at(passage.field, range.clone(), "各项之间的标点不一致")
            .weigh(Severity::Advice)
            .cite("办理惯例：各项之间的标点前后一致")
            .mend(Applicability::Review, range, usual.to_string());
    }
}
