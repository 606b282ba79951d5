//! A count right behind its list: 甲、乙、丙三个部门.

use crate::text::{characters, numeral};
use std::ops::Range;

/// What may be counted so, after the number.
const UNITS: [&str; 18] =
    ["个", "项", "条", "大", "类", "级", "家", "部门", "单位", "方面", "种", "处", "方", "县", "镇", "所", "支", "部"];

/// What they begin with.
const FIRST: [char; 16] =
    ['个', '项', '条', '大', '类', '级', '家', '部', '单', '方', '种', '处', '县', '镇', '所', '支'];
/// Verbs before a list of what was made or done, where a number in digits counts the pieces, not the kinds: 新建公园、广场8处.
const MAKES: [&str; 28] = [
    "新建", "建设", "改造", "建成", "新增", "设立", "增设", "布设", "完成", "实施", "打造", "配备", "投放", "开展",
    "设置", "安装", "更新", "购置", "排查", "整治", "修复", "检查", "抽查", "办理", "培育", "引进", "发放", "布局",
];

/// Every count of `text` that its own list contradicts: the count, its place in bytes, how many are listed.
pub(super) fn find(text: &str) -> Vec<(usize, Range<usize>, usize)> {
    let mut found = Vec::new();
    let is_number = |it: char| numeral::is_numeral(it) || it == '两' || it.is_ascii_digit();
    // The list stands before the number.
    let Some(mut start) = text.find(['、', '》']) else { return found };
    while let Some(at) = text[start..].find(is_number).map(|at| start + at) {
        let end = at + text[at..].len() - text[at..].trim_start_matches(is_number).len();
        start = end;
        if !text[end..].starts_with(FIRST) || !UNITS.iter().any(|unit| text[end..].starts_with(unit)) {
            continue;
        }
        let written = &text[at..end];
        let value = written.parse().ok().or_else(|| numeral::parse(written)).filter(|value| (2..=10).contains(value));
        let Some(count) = value.and_then(|value| usize::try_from(value).ok()) else { continue };
        // 甲、乙、丙等两项建议: 等 counts what is named and may leave some out, but not name more than there are.
        if let Some(named) = text[..at].strip_suffix('等').and_then(list_before) {
            if named[0] > count {
                found.push((count, at..end, named[0]));
            }
            continue;
        }
        if written.starts_with(|it: char| it.is_ascii_digit()) && is_of_pieces(&text[..at]) {
            continue;
        }
        let Some(listed) =
            list_before(&text[..at]).or_else(|| books_before(&text[..at]).filter(|_| counts_documents(&text[end..])))
        else {
            continue;
        };
        if !listed.contains(&count) {
            found.push((count, at..end, listed[0]));
        }
    }
    found
}

/// Whether the list right before a number is of what was made, so that the number counts the pieces.
fn is_of_pieces(before: &str) -> bool {
    let clause = &before[before.rfind(['，', '。', '；', '：', '\n']).map_or(0, |end| end + '，'.len_utf8())..];
    let first = clause.split('、').next().unwrap_or_default();
    MAKES.iter().any(|verb| first.contains(verb)) && !clause.ends_with('》')
}

/// Whether what is counted are documents: 3个文件, 两部法规.
fn counts_documents(after: &str) -> bool {
    const NOUNS: [&str; 14] = [
        "文件", "制度", "办法", "法规", "规定", "方案", "标准", "规范", "政策", "法律", "条例", "通知", "意见", "规划",
    ];
    let noun = after.trim_start_matches(['个', '部', '项', '份', '件']);
    NOUNS.iter().any(|word| noun.starts_with(word))
}

/// How many titles stand side by side right before a number: 《甲》《乙》《丙》3个文件.
fn books_before(before: &str) -> Option<Vec<usize>> {
    let mut rest = before;
    let mut count = 0;
    while let Some(inner) = rest.strip_suffix('》') {
        rest = inner[..inner.rfind('《')?].trim_end_matches(['、', '和']);
        count += 1;
    }
    // 转发《甲》的《乙》, 修订后的: behind a word that ends so the list is not plain.
    let is_plain = !rest.ends_with(['的', '及', '与', '）']);
    (count >= 2 && is_plain).then(|| vec![count])
}

/// The lengths that the list right before a number may have; none where there is no plain list of three or more.
fn list_before(before: &str) -> Option<Vec<usize>> {
    let clause_start = before
        .rfind(['，', '。', '；', '：', '\n', '？', '！'])
        .map_or(0, |end| end + before[end..].chars().next().map_or(1, char::len_utf8));
    let clause = &before[clause_start..];
    let first = clause.find('、')?;
    let items: Vec<&str> = clause.split('、').collect();
    // 等五个: open. Quotes, brackets and 的 within the list: where an item begins is not plain.
    let is_open =
        clause.ends_with(['等', '第', '共', '这', '前', '后', '各', '每', '近', '余', '了', '有', '为', '在', '中']);
    let is_plain = clause.chars().all(|it| characters::is_han(it) || it == '、') && !clause[first..].contains('的');
    let is_numbers = items.iter().any(|item| item.is_empty() || item.chars().all(numeral::is_numeral));
    // 甲县、乙县、丙县和丁市5个县: the last two are joined by a word.
    let mut items = items;
    if let [.., last] = items[..]
        && let Some((one, other)) = last.split_once('和')
        && items.len() >= 2
        && items[1..].iter().all(|item| item.chars().count() >= 2)
        && [one, other].iter().all(|it| (2..=5).contains(&it.chars().count()))
        && other.chars().next_back().is_some_and(|it| "县市区镇乡村局委办路街".contains(it))
    {
        items.pop();
        items.extend([one, other]);
    }
    let [_, middle @ .., last] = &items[..] else { return None };
    // 学校、医院、车站设置两类: a last item longer than those between marks has a verb of its own.
    let longest = middle.iter().map(|item| item.chars().count()).max()?;
    // 家居、箱包、小家电4个: one more is still a name, but for a verb at its end.
    let is_verb =
        last.ends_with(['设', '建', '分', '装', '配', '增', '办', '约', '达', '按', '用', '派', '聘', '评', '选']);
    let length = last.chars().count();
    let is_name = length <= longest || length == longest + 1 && length >= 3 && !is_verb;
    if is_open || !is_plain || is_numbers || !is_name {
        return None;
    }
    let words = ["和", "与", "及"].iter().map(|word| last.matches(word).count()).sum::<usize>();
    let most = items.len() + words;
    Some((items.len()..=most).collect())
}
