//! 公开方式: 公开方式：主动公开, （此件公开发布）, 是否同意公开：是.

use super::label::{opening_bracket, value_after, without_end};
use crate::text::characters::is_blank;
use std::ops::Range;

/// What a line says of disclosure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Disclosure {
    /// One of the three legal modes, where the words mean one.
    pub mode: Option<&'static str>,
    /// The words that say it.
    pub words: Range<usize>,
    /// Why it is not 主动公开.
    pub reason: Option<Range<usize>>,
}

const LABELS: [&str; 30] = [
    "信息公开形式",
    "信息公开类型",
    "信息公开范围",
    "信息公开程度",
    "政府信息公开属性",
    "政府信息公开方式",
    "政府信息公开类别",
    "公开性质",
    "公开与否",
    "信息公开方式",
    "信息公开属性",
    "信息公开选项",
    "信息公开类别",
    "政府信息公开选项",
    "政务公开方式",
    "公开方式",
    "公开属性",
    "公开选项",
    "公开类别",
    "公开类型",
    "公开形式",
    "公开范围",
    "公开程度",
    "公开意见",
    "是否同意对外公开",
    "是否同意公开",
    "是否可以公开",
    "是否公开",
    "信息公开",
    "公开",
];

/// What labels the reason. Before 理由 and 原因 the mode may be named in any words: 不宜主动公开的理由.
const REASONS: [&str; 2] = ["理由", "原因"];

const PROACTIVE: &str = "主动公开";
const ON_REQUEST: &str = "依申请公开";
const CLOSED: &str = "不予公开";

/// Wordings and the legal mode each means; the longer first, since 不予公开 holds 公开. `None` is a treatment, no mode.
const WORDINGS: [(&str, Option<&str>); 34] = [
    ("依申请公开", Some(ON_REQUEST)),
    ("依申请", Some(ON_REQUEST)),
    ("申请公开", Some(ON_REQUEST)),
    ("不予公开", Some(CLOSED)),
    ("不同意对外公开", Some(CLOSED)),
    ("不同意公开", Some(CLOSED)),
    ("不主动公开", None),
    ("不宜对外公开", Some(CLOSED)),
    ("不宜公开", Some(CLOSED)),
    ("不对外公开", Some(CLOSED)),
    ("不可以公开", Some(CLOSED)),
    ("不可公开", Some(CLOSED)),
    ("免予公开", Some(CLOSED)),
    ("不公开", Some(CLOSED)),
    ("部分公开", None),
    ("摘要公开", None),
    ("内部公开", None),
    ("主动公开", Some(PROACTIVE)),
    ("主动对外公开", Some(PROACTIVE)),
    ("同意对外公开", Some(PROACTIVE)),
    ("同意向社会公开", Some(PROACTIVE)),
    ("同意公开", Some(PROACTIVE)),
    ("可以对外公开", Some(PROACTIVE)),
    ("可以公开", Some(PROACTIVE)),
    ("可公开", Some(PROACTIVE)),
    ("全文公开", Some(PROACTIVE)),
    ("公开发布", Some(PROACTIVE)),
    ("对外公开", Some(PROACTIVE)),
    ("社会公开", Some(PROACTIVE)),
    ("面向社会", Some(PROACTIVE)),
    ("此件公开", Some(PROACTIVE)),
    ("网上公开", Some(PROACTIVE)),
    ("公开", Some(PROACTIVE)),
    ("同意", Some(PROACTIVE)),
];

/// Reads a line that is about disclosure and nothing else.
pub(super) fn read(line: &str) -> Option<Disclosure> {
    let open = opening_bracket(line);
    let note = value_after(&line[open..], &["附注", "注", "备注"]).map_or(open, |at| open + at);
    if let Some(value) = value_after(&line[note..], &LABELS).map(|at| note + at) {
        return labelled(line, value);
    }
    // Without a label the line must be little more than the words.
    let inner = &line[note..];
    let inner = inner.trim_start_matches(['“', '"', '「', '此']).trim_start_matches(['件', '文']);
    let start = line.len() - inner.len();
    let (words, reason) = split_reason(line, start);
    let bare = line[words].trim_end_matches(['”', '"', '」']);
    let length = bare.chars().count();
    let mode = wording(bare)?;
    let starts = ["主动", "依申请", "不", "同意", "可", "公开", "全文", "部分", "免予", "对外", "摘要", "向社会"];
    // 公开 alone might be anything; it needs its bracket or note.
    let plain = open == 0 && note == 0 && start == 0;
    (length <= 14
        && starts.iter().any(|word| bare.starts_with(word))
        && !(plain && matches!(bare, "公开" | "同意"))
        && bare.ends_with(['开', '布', '请']))
    .then(|| Disclosure { mode, words: start..start + bare.len(), reason })
}

/// Whether a line gives the reason and nothing else: 不予公开理由：….
pub(super) fn reason_line(line: &str) -> Option<Range<usize>> {
    let open = opening_bracket(line);
    let value = open + reason_after(&line[open..])?;
    let end = value + without_end(&line[value..]).len();
    (value < end).then_some(value..end)
}

/// The byte where the reason begins, after its label at the start of `text`.
fn reason_after(text: &str) -> Option<usize> {
    let label = text.find(['：', ':'])?;
    let words: String = text[..label].chars().filter(|&character| !is_blank(character)).collect();
    let named = words.chars().count() <= 14 && (words.contains("公开") || REASONS.contains(&words.as_str()));
    let found = REASONS.iter().any(|reason| words.ends_with(reason));
    (named && found).then(|| value_after(&text[label..], &[""]).map_or(text.len(), |value| label + value))
}

fn labelled(line: &str, value: usize) -> Option<Disclosure> {
    if let Some(ticked) = ticked(line, value) {
        return Some(ticked);
    }
    let (words, reason) = split_reason(line, value);
    let text = &line[words.clone()];
    if text.chars().count() > 30 {
        return None;
    }
    let inner = text.trim_start_matches(['“', '"', '（', '(', '√', '☑']).trim_end_matches(['”', '"']);
    let start = words.start + (text.len() - text.trim_start_matches(['“', '"', '（', '(', '√', '☑']).len());
    let mode = match inner {
        "是" | "同意" | "可以" => Some(PROACTIVE),
        "否" | "不同意" => Some(CLOSED),
        _ => wording(inner).flatten(),
    };
    Some(Disclosure { mode, words: start..start + inner.len(), reason })
}

/// A choice of modes with one ticked: □主动公开 ☑依申请公开 □不予公开.
fn ticked(line: &str, value: usize) -> Option<Disclosure> {
    let rest = &line[value..];
    if !rest.contains(['□', '☐', '○']) {
        return None;
    }
    let at = rest.find(['☑', '√', '■', '●', '☒', '✓', '✔', '🗹'])?;
    let mark = rest[at..].chars().next().map_or(0, char::len_utf8);
    let start = value + at + mark;
    let start = line.len() - line[start..].trim_start_matches(is_blank).len();
    let end = line[start..]
        .find(|character| is_blank(character) || matches!(character, '□' | '☐' | '○' | '，' | '）'))
        .map_or(line.len(), |end| start + end);
    Some(Disclosure { mode: wording(&line[start..end]).flatten(), words: start..end, reason: None })
}

/// The words and the reason after them: 依申请公开（理由：涉及个人隐私）, 不予公开，理由：….
fn split_reason(line: &str, start: usize) -> (Range<usize>, Option<Range<usize>>) {
    let end = start + without_end(&line[start..]).len();
    for (at, mark) in line[start..end]
        .char_indices()
        .filter(|(_, mark)| matches!(mark, '（' | '(' | '，' | ',' | '；' | ';' | ' ' | '　' | '。'))
    {
        let after = start + at + mark.len_utf8();
        if let Some(value) = reason_after(&line[after..end]) {
            return (start..start + line[start..start + at].trim_end_matches(is_blank).len(), Some(after + value..end));
        }
    }
    // 不予公开（涉及内部管理信息）: whatever stands in brackets after a closed mode is its reason.
    let open = line[start..end].find(['（', '(']).map(|at| start + at).filter(|open| *open > start);
    if let Some(open) = open {
        let inner = open + '（'.len_utf8().min(line[open..].chars().next().map_or(0, char::len_utf8));
        let close = line[inner..end].find(['）', ')']).map_or(end, |at| inner + at);
        let reason = &line[inner..close];
        let is_closed = matches!(wording(&line[start..open]), Some(Some(CLOSED | ON_REQUEST)));
        if is_closed && reason.chars().count() >= 4 && !reason.contains("公开") {
            return (start..line[..open].trim_end_matches(is_blank).len(), Some(inner..close));
        }
    }
    (start..end, None)
}

/// The mode that words mean: `None` where they say nothing of disclosure, `Some(None)` where they mean no legal mode.
fn wording(words: &str) -> Option<Option<&'static str>> {
    WORDINGS.iter().find(|(wording, _)| words.contains(wording)).map(|&(_, mode)| mode)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_wording_means_a_mode() {
        for (line, mode, words) in [
            ("公开方式：主动公开", Some(PROACTIVE), "主动公开"),
            ("公开方式:依申请公开", Some(ON_REQUEST), "依申请公开"),
            ("信息公开选项：不予公开", Some(CLOSED), "不予公开"),
            ("（信息公开形式：依申请公开）", Some(ON_REQUEST), "依申请公开"),
            ("同意公开", Some(PROACTIVE), "同意公开"),
            ("同意对外公开", Some(PROACTIVE), "同意对外公开"),
            ("是否同意公开：是", Some(PROACTIVE), "是"),
            ("是否公开：否", Some(CLOSED), "否"),
            ("（可以公开）", Some(PROACTIVE), "可以公开"),
            ("（依申请公开）", Some(ON_REQUEST), "依申请公开"),
            ("（此件主动公开）", Some(PROACTIVE), "主动公开"),
            ("（此件公开发布）", Some(PROACTIVE), "公开发布"),
            ("（附注：公开发布）", Some(PROACTIVE), "公开发布"),
            ("注：“主动公开”。", Some(PROACTIVE), "主动公开"),
            ("（公开）", Some(PROACTIVE), "公开"),
            ("（此件不公开）", Some(CLOSED), "不公开"),
            ("公开方式：部分公开", None, "部分公开"),
            ("公开方式：□主动公开 ☑依申请公开 □不予公开", Some(ON_REQUEST), "依申请公开"),
        ] {
            let found = read(line).unwrap_or_else(|| panic!("{line}"));
            assert_eq!((found.mode, &line[found.words]), (mode, words), "{line}");
        }
    }

    #[test]
    fn a_reason_is_told_apart() {
        for line in ["公开方式：依申请公开（理由：涉及未定事项）", "依申请公开，理由：涉及未定事项。"]
        {
            let found = read(line).unwrap();
            assert_eq!((&line[found.words], &line[found.reason.unwrap()]), ("依申请公开", "涉及未定事项"));
        }
        for label in ["不予公开理由", "不宜主动公开的理由", "依申请公开原因", "理由"] {
            let line = format!("{label}：涉及商业秘密。");
            assert_eq!(reason_line(&line).map(|range| &line[range]), Some("涉及商业秘密"), "{label}");
        }
        let line = "公开方式：不予公开（涉及内部管理信息）";
        let found = read(line).unwrap();
        assert_eq!((&line[found.words], &line[found.reason.unwrap()]), ("不予公开", "涉及内部管理信息"));
        assert_eq!(reason_line("滞后的主要原因：资金不足。"), None);
    }

    #[test]
    fn what_says_nothing_of_disclosure() {
        for line in [
            "公开",
            "推进政务公开",
            "我局将主动公开办理情况并接受监督。",
            "（一）推动信息公开",
            "不公开招标的项目已经全部完成",
            "",
        ] {
            assert_eq!(read(line), None, "{line}");
        }
    }
}
