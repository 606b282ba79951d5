//! P30: an enumeration comma or a full stop after what tells the time.

use crate::check::authoring::*;
use crate::text::sentence;

pub static RULE: Rule = Rule {
    code: "P30",
    name: "time-then-enumeration",
    title: "时间后面误用顿号、句号",
    group: Group::Punctuation,
    severity: Severity::Warning,
    explanation: "句首说时间的话与后面的句子之间用逗号，不用顿号、句号；并列的几个时间之间才用顿号。",
    source: "GB/T 15834—2011 4.5",
    examples: &[
        wrong(&[("paragraph", "2024年以来‹、›全市投入1.26亿元改造站台，完成6处。")])
            .mended("2024年以来，全市投入1.26亿元改造站台，完成6处。"),
        wrong(&[("paragraph", "2026年1至5月‹、›受理投诉案件196起，同比下降三成。")]),
        wrong(&[("paragraph", "2026年‹。›我局投入300万元改造站台。")]).mended("2026年，我局投入300万元改造站台。"),
        right(&[("paragraph", "竣工时间：2026年5月。我局抓好管护。竣工时间定在2026年底。2027年起试行。")]),
        right(&[("paragraph", "2024年、2025年，全市分别投入1亿元。2026年5月、6月，两次现场踏勘。")]),
        right(&[("paragraph", "2025年、今年上半年，投诉下降。2026年以来、特别是5月以来，投诉下降。")]),
        right(&[("paragraph", "2025年、“十四五”收官之年，投资增长。2025年度、2026年度计划已下达。")]),
    ],
    check: Check::PassageWith("、。", check),
};

/// What the next of several times begins with.
const TIMES: [char; 24] = [
    '今', '去', '前', '明', '后', '上', '下', '同', '每', '当', '本', '次', '特', '尤', '元', '一', '二', '三', '四',
    '春', '夏', '秋', '冬', '近',
];

fn check(passage: &Passage<'_>, found: &mut Found<'_>) {
    if passage.field != Field::Body {
        return;
    }
    stops(passage, found);
    let text = passage.text;
    for (at, mark) in text.match_indices('、') {
        let sentence = sentence::sentence_at(text, at);
        let words = &text[sentence.start.min(at)..at];
        let rest = &text[at + mark.len()..];
        let clause = rest.split(['，', '。', '；', '：', '、']).next().unwrap_or(rest);
        let goes_on = rest.starts_with(characters::is_han) && !rest.starts_with(TIMES) && clause.chars().count() >= 6;
        let is_clause = clause.contains(|it: char| it.is_ascii_digit()) || clause.contains(['我', '共', '了', '已']);
        let is_end = rest[clause.len()..].starts_with(['，', '。', '；']);
        if names_time(words) && goes_on && is_clause && is_end && !clause.contains('年') && !clause.contains('月') {
            let range = at..at + mark.len();
            found.at(passage.field, range.clone(), "时间和后面的句子之间用逗号").mend(
                Applicability::Review,
                range,
                "，",
            );
        }
    }
}

/// 2026年。市总工会投入…: a time alone is no sentence.
fn stops(passage: &Passage<'_>, found: &mut Found<'_>) {
    let text = passage.text;
    for (at, mark) in text.match_indices('。') {
        let is_time = text[..at].ends_with(['年', '月', '日', '底', '初', '来', '间', '起']);
        let rest = &text[at + mark.len()..];
        if is_time && rest.starts_with(characters::is_han) {
            let sentence = sentence::sentence_at(text, at);
            if names_time(&text[sentence.start.min(at)..at]) {
                let range = at..at + mark.len();
                found.at(passage.field, range.clone(), "时间和后面的句子之间用逗号").mend(
                    Applicability::Review,
                    range,
                    "，",
                );
            }
        }
    }
}

/// Whether the words are a time and nothing else: 2024年以来, 2026年1至5月, 截至2026年5月底.
fn names_time(words: &str) -> bool {
    let words = ["截至", "自"].iter().find_map(|lead| words.strip_prefix(lead)).unwrap_or(words);
    let Some(rest) = words.get(4..).filter(|_| words.bytes().take(4).all(|it| it.is_ascii_digit())) else {
        return false;
    };
    let Some(rest) = rest.strip_prefix('年') else { return false };
    let month = rest.trim_start_matches(|it: char| it.is_ascii_digit() || matches!(it, '至' | '—' | '月'));
    let month = month.strip_prefix('日').unwrap_or(month);
    matches!(month, "" | "以来" | "底" | "初" | "上半年" | "下半年" | "期间" | "以后" | "起" | "上旬" | "中旬" | "下旬")
}
