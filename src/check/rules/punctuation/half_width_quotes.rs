//! P04: half-width quotation marks around Chinese.

use crate::check::authoring::*;

pub static RULE: Rule = Rule {
    code: "P04",
    name: "half-width-quotes",
    title: "半角引号",
    group: Group::Punctuation,
    severity: Severity::Warning,
    explanation: "中文引号用“”和‘’，不用直引号。英寸、分秒符号和外文里的直引号不管。",
    source: "GB/T 15834—2011 4.8、5.1",
    examples: &[
        wrong(&[("paragraph", "开展‹\"一站一策\"›整治。")]).mended("开展“一站一策”整治。"),
        wrong(&[("paragraph", "打通‹'最后一公里'›。")]).mended("打通“最后一公里”。"),
        wrong(&[("paragraph", "会议提出“打通‹'最后一公里'›”。")]).mended("会议提出“打通‘最后一公里’”。"),
        wrong(&[("paragraph", "开展‹＂一站一策＂›整治。")]).mended("开展“一站一策”整治。"),
        wrong(&[("paragraph", "开展‹〝一站一策〞›整治。")]).mended("开展“一站一策”整治。"),
        right(&[("paragraph", "系统名为\"Smart Bus\"，屏幕55\"，字段'id'不变。")]),
        right(&[("paragraph", "开展“一站一策”整治。")]),
    ],
    check: Check::PassageWith("\"'＂＇〝〞〟", check),
};

fn check(passage: &Passage<'_>, found: &mut Found<'_>) {
    let kinds: [(&[char], _, _); 4] =
        [(&['"'], "“", "”"), (&['\''], "‘", "’"), (&['＂', '〝', '〞', '〟'], "“", "”"), (&['＇'], "‘", "’")];
    for (marks, open, close) in kinds {
        let mut places = passage.text.match_indices(marks).map(|(at, mark)| (at, mark.len()));
        while let (Some((start, width)), Some((end, _))) = (places.next(), places.next()) {
            if passage.text[start..end].chars().any(characters::is_han) {
                let is_inner = open == "‘" && is_quoted(passage, start..end);
                let (open, close) = if open == "‘" && !is_inner { ("“", "”") } else { (open, close) };
                let edits = vec![Edit::replace(start..start + width, open), Edit::replace(end..end + width, close)];
                let message = format!("中文里的引号应当用{open}{close}");
                found.at(passage.field, start..end + width, message).mend_as(
                    format!("改为{open}{close}"),
                    Applicability::Safe,
                    edits,
                );
            }
        }
    }
}

/// Whether what stands at `range` lies in double quotation marks, full- or half-width.
fn is_quoted(passage: &Passage<'_>, range: std::ops::Range<usize>) -> bool {
    let before = &passage.text[..range.start];
    before.matches('"').count() % 2 == 1
        || before.rfind('“').is_some_and(|open| !before[open..].contains('”'))
        || passage
            .pairing()
            .pairs
            .iter()
            .any(|pair| pair.open.1 == '“' && pair.open.0 < range.start && range.end < pair.close.0)
}
