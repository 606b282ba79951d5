//! 会办单位: who had a part in the answer, as the opening tells it.

use super::{list, organ};
use crate::text::characters::is_blank;
use std::ops::Range;

/// What may lead to the names of those who had a part, and what ends them.
const LEADS: [&str; 20] = [
    "综合了",
    "综合",
    "汇总了",
    "汇总",
    "经商请",
    "经商",
    "商请",
    "会同",
    "结合",
    "根据",
    "经与",
    "征求了",
    "征求",
    "会商",
    "我局与",
    "并商",
    "我局商",
    "我厅商",
    "我委商",
    "联合",
];
const ENDS: [&str; 17] = [
    "的会办意见",
    "会办意见",
    "的协办意见",
    "协办意见",
    "等单位",
    "等部门",
    "等有关",
    "的意见",
    "意见",
    "共同研究",
    "研究",
    "办理",
    "协商",
    "沟通",
    "，",
    "同意",
    "后",
];

/// How the sentence goes on after the last name.
const GOING_ON: [&str; 25] = [
    "认真", "深入", "专题", "共同", "联合", "组织", "进行", "积极", "多次", "反复", "充分", "仔细", "逐条", "开展",
    "提出", "对接", "会商", "分析", "讨论", "调研", "实地", "现场", "及时", "等", "的",
];

/// The names of those who had a part: 经综合柳溪镇会办意见, 经商市财政局、市教育局, 市公安局协办.
pub(super) fn find(opening: &str) -> Vec<Range<usize>> {
    led(opening).or_else(|| followed(opening)).unwrap_or_default()
}

/// Names that the verb follows: 由我局主办，市财政局、市公安局会办.
fn followed(slice: &str) -> Option<Vec<Range<usize>>> {
    ["会办", "协办"].iter().flat_map(|word| slice.match_indices(word)).find_map(|(at, _)| {
        let marks = ['，', '。', '；', '由', '（', '：'];
        let start =
            slice[..at].rfind(marks).map_or(0, |mark| mark + slice[mark..].chars().next().map_or(0, char::len_utf8));
        let mut names = names(slice, start..at);
        if let Some(first) = names.first_mut() {
            let inner = &slice[first.clone()];
            first.start += inner.len() - inner.trim_start_matches(['经', '与', '请', '和', '并']).len();
        }
        // 由你局主办、我局会办 names nobody.
        names.retain(|name| {
            let name = &slice[name.clone()];
            !name.starts_with(['我', '你', '您', '贵', '本', '该'])
                && !name.ends_with("主办")
                && !name.ends_with("牵头")
        });
        (!names.is_empty() && names.iter().all(|name| organ::is_body(&slice[name.clone()]))).then_some(names)
    })
}

/// Names that follow a verb.
fn led(slice: &str) -> Option<Vec<Range<usize>>> {
    for lead in LEADS {
        for (at, _) in slice.match_indices(lead) {
            let start = at + lead.len();
            let Some(end) = ENDS.iter().filter_map(|end| slice[start..].find(end)).min().map(|end| start + end) else {
                continue;
            };
            // 根据 and 结合 lead to much else; only the words of joint handling after the names tell.
            let told = ["会办意见", "协办意见", "的会办", "的协办"].iter().any(|word| slice[end..].starts_with(word));
            if matches!(lead, "根据" | "结合" | "我局与") && !told && !slice[end..].starts_with("共同研究") {
                continue;
            }
            let names = names(slice, start..end);
            if names.is_empty() || !names.iter().all(|name| organ::is_body(&slice[name.clone()])) {
                continue;
            }
            return Some(names);
        }
    }
    None
}

/// Names divided by 、, 和 or 及; 等 and 各 at their ends are none of theirs.
fn names(text: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for entry in list::entries(text, range) {
        let mut start = entry.start;
        let inner = &text[entry.clone()];
        for (at, word) in inner.match_indices(['和', '及', '与']) {
            let cut = entry.start + at;
            // 和 inside a name, as in 人力资源和社会保障局, has no organ before it.
            if organ::is_body(&text[start..cut]) {
                found.push(start..cut);
                start = cut + word.len();
            }
        }
        found.push(start..entry.end);
    }
    // 市科学技术局认真研究: after the last name the sentence goes on.
    if let Some(last) = found.last_mut() {
        let inner = &text[last.clone()];
        let cuts = GOING_ON.iter().filter_map(|word| inner.find(word));
        if let Some(end) = cuts.filter(|&end| organ::is_body(inner[..end].trim_start_matches('了'))).min() {
            last.end = last.start + end;
        }
    }
    found
        .into_iter()
        .map(|name| {
            let inner = text[name.clone()].trim_end_matches(|character| is_blank(character) || character == '等');
            let bare = inner.trim_start_matches(['了']);
            name.start + (inner.len() - bare.len())..name.start + inner.len()
        })
        .filter(|name| !name.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn co_handlers_before_and_after_the_verb() {
        let found = |text: &str| -> Vec<String> {
            led(text)
                .or_else(|| followed(text))
                .unwrap_or_default()
                .into_iter()
                .map(|name| text[name].to_owned())
                .collect()
        };
        for (text, names) in [
            ("收悉，经综合柳溪镇会办意见，现答复如下：", vec!["柳溪镇"]),
            (
                "收悉，经商市财政局、市人力资源和社会保障局和市公安局等部门，现答复如下：",
                vec!["市财政局", "市人力资源和社会保障局", "市公安局"],
            ),
            ("该建议由我厅会同省生态环境厅、省财政厅办理，现答复如下：", vec!["省生态环境厅", "省财政厅"]),
            ("由我局主办，市财政局、市公安局会办。现答复如下：", vec!["市财政局", "市公安局"]),
            ("收悉，会同市委宣传部、市科学技术局认真研究办理，现答复如下：", vec!["市委宣传部", "市科学技术局"]),
            ("收悉。我局商云浦公安分局，现答复如下：", vec!["云浦公安分局"]),
            ("收悉。我街道联合区水务局现场踏勘，现答复如下：", vec!["区水务局"]),
            ("收悉，经市财政局、云浦海事局会办，现答复如下：", vec!["市财政局", "云浦海事局"]),
            ("由你局主办、我局会办的第3号建议收悉，", vec![]),
            ("收悉，经研究，现答复如下：", vec![]),
            ("根据市委、市政府的部署，结合实际，现答复如下：", vec![]),
        ] {
            assert_eq!(found(text), names, "{text}");
        }
    }
}
