//! 标题: which lines are one, whole or broken over several.

use crate::text::characters::is_blank;
use std::ops::Range;

/// What titles of reply letters end with.
const ENDS: [&str; 16] = [
    "答复",
    "复函",
    "回复",
    "函复",
    "函",
    "意见",
    "答复意见",
    "办理情况",
    "情况",
    "报告",
    "汇报",
    "说明",
    "复",
    "答复件",
    "回函",
    "批复",
];

/// Whether a text is a whole title: it ends as titles end and says what it answers.
pub(super) fn is_complete(text: &str) -> bool {
    let text: String = text.chars().filter(|&character| !is_blank(character)).collect();
    // A full stop at the end is a fault, and no reason to lose the title.
    let bare = without_bracket(text.trim_end_matches('。'));
    let length = bare.chars().count();
    (6..=160).contains(&length)
        && ENDS.iter().any(|end| bare.ends_with(end))
        && speaks_of_matter(bare)
        && !bare.contains(['。', '；', '？'])
}

fn speaks_of_matter(text: &str) -> bool {
    ["建议", "提案", "议案", "答复", "复函", "意见"].iter().any(|word| text.contains(word))
        && ["关于", "对", "第", "答复", "复函"].iter().any(|word| text.contains(word))
}

/// The lines of the title among plain lines that follow each other: the last that make up a whole one.
pub(super) fn lines(texts: &[&str]) -> Option<Range<usize>> {
    let whole = |end: &usize| (0..*end).rev().take(5).any(|start| is_complete(&texts[start..*end].concat()));
    let Some(end) = (1..=texts.len()).rev().find(whole) else { return unfinished(texts) };
    // As far up as the lines go on: to the line that begins as a title begins, or below one that is whole by itself.
    let mut start = end - 1;
    while start > 0 && !begins(texts[start]) && !is_complete(texts[start - 1]) {
        start -= 1;
    }
    if !begins(texts[start]) && !is_complete(&texts[start..end].concat()) {
        start = (0..end).rev().find(|&from| is_complete(&texts[from..end].concat()))?;
    }
    // A first line that breaks off belongs to it: 临江市教育局关于对市政协／第12号提案的答复 began above.
    while start > 0 && !is_complete(texts[start - 1]) && goes_on(texts[start - 1]) {
        start -= 1;
    }
    Some(start..end)
}

/// A title that does not end as titles end, as 关于第12号建议办理; it must begin as one and name what it answers.
fn unfinished(texts: &[&str]) -> Option<Range<usize>> {
    let end = texts.len();
    let start = texts.iter().rposition(|text| begins(text))?;
    let text = texts[start..end].concat();
    let text = text.trim_matches(is_blank);
    let names =
        ["建议", "提案", "议案"].iter().any(|word| text.contains(word)) || ENDS.iter().any(|end| text.ends_with(end));
    (names && !text.contains('。') && text.chars().count() <= 160).then_some(start..end)
}

/// Whether a line begins a title: 关于…, 对…, or an organ before these.
fn begins(text: &str) -> bool {
    let text = text.trim_start_matches(is_blank);
    text.starts_with("关于")
        || text.starts_with('对')
        || ["关于", "对"].iter().any(|word| text.find(word).is_some_and(|at| super::organ::are_names(&text[..at])))
}

/// Whether a line goes on below: it has the beginning of a title and no end.
fn goes_on(text: &str) -> bool {
    let bare = text.trim_matches(is_blank);
    begins(bare) || super::organ::is_name(bare)
}

/// The length of a page's tag before a title: 【建议提案】关于….
pub(super) fn tag(text: &str) -> usize {
    if !text.starts_with(['【', '［', '[']) {
        return 0;
    }
    let end = text.find(['】', '］', ']']).map_or(0, |at| at + text[at..].chars().next().map_or(0, char::len_utf8));
    if text[..end].chars().count() <= 12 { end } else { 0 }
}

/// A title without what stands in brackets at its end: 答复（B）, 答复（市教育局）.
fn without_bracket(text: &str) -> &str {
    if text.ends_with(['）', ')', '】', ']']) {
        text.rfind(['（', '(', '【', '[']).map_or(text, |at| &text[..at])
    } else {
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pattern_is_a_whole_title() {
        for title in [
            "临江市科学技术局关于市十七届人大一次会议第2026042号代表建议答复的函",
            "关于对市政协十五届二次会议第0487号提案的答复",
            "对十四届全国人大三次会议第7409号建议的答复",
            "临江市教育局对市政协六届三次会议第212号提案的答复函",
            "关于第12号建议办理情况的复函",
            "关于答复市政协第12号提案的函",
            "关于“加强校园安全”的建议（第12号）的再次答复",
            "关于市政协第12号提案的会办意见",
            "关于市政协第12号提案的协办意见",
            "关于第12号提案的答复（B）",
            "关于第12号建议的答　　复",
            "第12号建议答复",
        ] {
            assert!(is_complete(title), "{title}");
        }
        for text in ["您提出的建议收悉，现答复如下：", "临江市科学技术局", "王禾代表：", "关于市十七届人大一次会议"]
        {
            assert!(!is_complete(text), "{text}");
        }
    }

    #[test]
    fn the_lines_of_a_title() {
        for (texts, expected) in [
            (vec!["关于市十七届人大一次会议", "第2026042号建议", "答  复"], 0..3),
            (vec!["关于第12号建议的答复", "临江市科学技术局", "关于市十七届人大一次会议第12号建议答复的函"], 1..3),
            (vec!["政府信息公开", "关于第12号建议的答复"], 1..2),
            (vec!["关于第12号建议的答复", "关于第12号建议的答复"], 1..2),
        ] {
            assert_eq!(lines(&texts), Some(expected), "{texts:?}");
        }
        assert_eq!(lines(&["栏目", "关于解决柳溪桥拥堵问题的函"]), Some(1..2));
        assert_eq!(lines(&["关于县十七届人大五次会议第12号建议办理"]), Some(0..1));
        assert_eq!(lines(&["政府信息公开", "栏目"]), None);
    }
}
