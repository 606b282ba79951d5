//! The mark of the result: A类, （B）, 办理结果：C.

use super::label::{opening_bracket, spaced_word, value_after, without_end};
use crate::text::characters::is_blank;
use std::ops::Range;

/// A mark of the result at the start of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Category {
    /// The letter, with the digit some places add: A2. `None` where its place was left blank.
    pub letter: Option<Range<usize>>,
    /// Where the mark ends.
    pub end: usize,
}

const LABELS: [&str; 21] = [
    "类别标记",
    "办理类型",
    "答复类型",
    "答复结果",
    "办复结果",
    "办理结果类别",
    "办理结果分类",
    "办理结果",
    "办理类别",
    "办理情况",
    "办理程度",
    "答复类别",
    "答复分类",
    "办复类别",
    "复文类别",
    "结果分类",
    "解决程度",
    "类别",
    "分类",
    "类型",
    "等级",
];

/// Reads a mark of the result at the start of `text`. A lone letter counts only where it is the whole text.
pub(super) fn read(text: &str) -> Option<Category> {
    if let Some(value) = value_after(text, &LABELS) {
        return labelled(text, value);
    }
    let open = opening_bracket(text);
    if open > 0
        && let Some(value) = value_after(&text[open..], &LABELS)
    {
        let mut found = labelled(text, open + value)?;
        found.end = after_bracket(text, found.end);
        return Some(found);
    }
    let at = skip_blanks(text, open);
    match letter(text, at) {
        Some(letter) => {
            let class = spaced_word(&text[letter.end..], "类").map(|length| letter.end + length);
            let inner = class.unwrap_or(letter.end);
            let end = class_end(text, after_bracket(text, inner));
            let is_closed = open == 0 || end > inner;
            let stands_alone = text[end..].trim().is_empty();
            // A类 and （A类） stand for themselves; A and （A） must have the rest of the line to themselves.
            let counts = if class.is_some() { is_closed || stands_alone } else { is_closed && stands_alone };
            counts.then_some(Category { letter: Some(letter), end })
        }
        None => {
            let end = spaced_word(&text[at..], "类").map(|length| after_bracket(text, at + length))?;
            text[end..].trim().is_empty().then_some(Category { letter: None, end })
        }
    }
}

/// A mark of the result in brackets at the very end of a title: 答复（B）, 答复的函（B类）. The range takes the brackets in.
pub(super) fn at_end(text: &str) -> Option<(Range<usize>, Range<usize>)> {
    let open = text.rfind(['（', '(', '【', '[', '〔'])?;
    if !text.trim_end_matches(is_blank).ends_with(['）', ')', '】', ']', '〕']) {
        return None;
    }
    let found = read(&text[open..])?;
    let letter = found.letter?;
    (open + found.end >= text.trim_end_matches(is_blank).len())
        .then(|| (open + letter.start..open + letter.end, open..open + found.end))
}

fn labelled(text: &str, value: usize) -> Option<Category> {
    let at = skip_blanks(text, value + opening_bracket(&text[value..]));
    if let Some(letter) = letter(text, at) {
        let class = spaced_word(&text[letter.end..], "类").map_or(letter.end, |length| letter.end + length);
        return Some(Category { letter: Some(letter), end: class_end(text, after_bracket(text, class)) });
    }
    // 类别：（　）: nothing in the brackets.
    let close = after_bracket(text, at);
    if opening_bracket(&text[value..]) > 0 && close > at {
        return Some(Category { letter: None, end: class_end(text, close) });
    }
    // Words instead of a letter, as 已解决 or 列入计划解决; nothing longer is a mark.
    let end = value + text[value..].find(is_blank).unwrap_or(text.len() - value);
    let words = without_end(&text[value..end]);
    // 办理类型：主办 says who answers, not how it came out.
    if is_role(words) {
        return None;
    }
    match words.chars().count() {
        0 => Some(Category { letter: None, end: after_bracket(text, end) }),
        1..=12 if words != "类" => Some(Category { letter: Some(value..value + words.len()), end }),
        1 => Some(Category { letter: None, end: after_bracket(text, end) }),
        _ => None,
    }
}

/// Whether the words say who answers, or what, and not how it came out.
pub(super) fn is_role(words: &str) -> bool {
    matches!(
        words.trim(),
        "主办" | "会办" | "协办" | "独办" | "分办" | "单办" | "建议" | "提案" | "主办件" | "会办件" | "协办件"
    )
}

/// One capital, A to F, full-width too, and a digit after it. Before 类 any other is one too, if one that no place has.
fn letter(text: &str, at: usize) -> Option<Range<usize>> {
    let mut characters = text[at..].chars();
    let is_class = |mark: char| spaced_word(&text[at + mark.len_utf8()..], "类").is_some();
    let capital = characters.next().filter(|&mark| {
        matches!(mark, 'A'..='F' | 'a'..='d' | 'Ａ'..='Ｆ') || mark.is_ascii_uppercase() && is_class(mark)
    })?;
    let mut end = at + capital.len_utf8();
    if let Some(digit) = characters.next().filter(|mark| matches!(mark, '0'..='9' | '０'..='９')) {
        end += digit.len_utf8();
    }
    let next = text[end..].chars().next();
    (!next.is_some_and(|next| next.is_ascii_alphanumeric())).then_some(at..end)
}

fn skip_blanks(text: &str, at: usize) -> usize {
    text.len() - text[at..].trim_start_matches(is_blank).len()
}

/// The byte after a closing bracket at `at`, blanks before it allowed; `at` without one.
fn after_bracket(text: &str, at: usize) -> usize {
    let rest = text[at..].trim_start_matches(is_blank);
    match rest.chars().next() {
        Some(mark @ ('）' | ')' | '】' | ']' | '〕' | '］')) => text.len() - rest.len() + mark.len_utf8(),
        _ => at,
    }
}

/// A 类 that follows the bracket: （A）类.
fn class_end(text: &str, at: usize) -> usize {
    spaced_word(&text[at..], "类").map_or(at, |length| at + length)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letter_of(text: &str) -> Option<(&str, &str)> {
        let found = read(text)?;
        Some((found.letter.map_or("", |letter| &text[letter]), &text[found.end..]))
    }

    #[test]
    fn every_way_to_mark_the_result() {
        for (text, letter) in [
            ("A类", "A"),
            ("C  类", "C"),
            ("（A类）", "A"),
            ("(B)", "B"),
            ("【B】", "B"),
            ("类别：（C）", "C"),
            ("办理结果：（C）", "C"),
            ("办理结果：C类", "C"),
            ("A2类", "A2"),
            ("Ｂ类", "Ｂ"),
            ("C", "C"),
            ("（H类）", "H"),
            ("类", ""),
            ("（　　类）", ""),
            ("类别：", ""),
            ("类别：（　）", ""),
            ("办理结果：（　　）类", ""),
            ("（A）类", "A"),
            ("（类别：B）", "B"),
            ("解决程度：已解决", "已解决"),
        ] {
            assert_eq!(letter_of(text), Some((letter, "")), "{text}");
        }
        assert_eq!(letter_of("A类　　签发人：王某"), Some(("A", "　　签发人：王某")));
    }

    #[test]
    fn what_is_no_mark() {
        for text in [
            "A市教育局",
            "（一）加强",
            "AI赋能",
            "类似问题",
            "Beijing",
            "分类：关于加强城市生活垃圾分类处置工作的建议",
            "",
        ] {
            assert_eq!(letter_of(text), None, "{text}");
        }
    }

    #[test]
    fn a_mark_at_the_end_of_a_title() {
        let title = "关于第12号提案的答复（B类）";
        assert_eq!(at_end(title).map(|(letter, all)| (&title[letter], &title[all])), Some(("B", "（B类）")));
        assert_eq!(at_end("关于第12号提案的答复（市教育局）"), None);
    }
}
