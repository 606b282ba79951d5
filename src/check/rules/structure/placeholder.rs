//! N13: something left to be filled in.

use crate::check::authoring::*;
use crate::text::presence::Presence;
use std::ops::Range;

pub static RULE: Rule = Rule {
    code: "N13",
    name: "placeholder",
    title: "未填的空",
    group: Group::Structure,
    severity: Severity::Error,
    explanation: "稿子里留着“XX”“××”“____”“待补”“某某”等待填的字样，不能印发。",
    source: "《党政机关公文处理工作条例》第二十条（二）：内容完整",
    examples: &[
        wrong(&[("paragraph", "今年新增公交车‹XX›辆，已经上线。")]),
        wrong(&[("paragraph", "我局于‹×月×日›到现场踏勘。")]),
        wrong(&[("paragraph", "投入资金‹【】›万元，已经到位。")]),
        wrong(&[("paragraph", "投入资金‹____›万元，已经到位。")]),
        wrong(&[("paragraph", "惠及居民‹（待补）›，反响良好。")]),
        wrong(&[("number", "临交函〔2026〕‹XX›号")]),
        wrong(&[("contacts[0].name", "‹某某›")]),
        right(&[("paragraph", "公交站牌尺寸为3×4米，型号XXL，资料有待补充完善。")]),
        right(&[("paragraph", "当事人郑某某已经道歉。")]),
        right(&[("paragraph", "查询电话0700-82****34已经停用，地点待定。")]),
    ],
    check: Check::Parts(Parts { elements: Some(check_elements), paragraph: Some(("", check_paragraph)), letter: None }),
};

/// Words that say something is still to come.
const WORDS: [&str; 22] = [
    "【】",
    "（）",
    "《》",
    "“”",
    "此处待",
    "待定稿",
    "待补",
    "待填",
    "待核",
    "TODO",
    "todo",
    "TBD",
    "某某",
    "此处填",
    "此处补",
    "此处插入",
    "请填",
    "请补充",
    "○○",
    "〇〇",
    "●●",
    "填写单位",
];

/// Marks that runs of stand for what is still to come.
const BLANKS: &str = "Xx×Ｘ_*？?□";

fn check_elements(context: &Context<'_>, found: &mut Found<'_>) {
    for (field, text) in context.fields() {
        check(field, &text, &Presence::of(&text), found);
    }
}

fn check_paragraph(_: &Context<'_>, passage: &Passage<'_>, found: &mut Found<'_>) {
    check(passage.field, passage.text, passage.presence(), found);
}

fn check(field: Field, text: &str, presence: &Presence, found: &mut Found<'_>) {
    let words: Vec<&str> = WORDS.into_iter().filter(|word| presence.has_all(word)).collect();
    if words.is_empty() && !presence.has_any(BLANKS) {
        return;
    }
    let mut from = 0;
    while let Some(place) = next(text, from, &words) {
        from = place.end;
        found.at(field, place, "还没有填写");
    }
}

/// The first place at or after byte `from` that is left to be filled in.
fn next(text: &str, from: usize, words: &[&str]) -> Option<Range<usize>> {
    let word = words
        .iter()
        .filter_map(|word| {
            let at =
                text[from..].match_indices(word).map(|(at, _)| at + from).find(|&at| !is_compound(text, at, word))?;
            Some(with_brackets(text, at..at + word.len()))
        })
        .min_by_key(|range| range.start);
    let blank = next_blank(text, from);
    match (word, blank) {
        (Some(word), Some(blank)) => Some(if word.start <= blank.start { word } else { blank }),
        (word, blank) => word.or(blank),
    }
}

/// 有待补充, 等待核实: words of the text itself.
fn is_compound(text: &str, at: usize, word: &str) -> bool {
    // 郑某某 keeps a name back on purpose.
    if *word == *"某某"
        && text[..at].ends_with(characters::is_han)
        && !text[at + word.len()..].starts_with(['局', '市', '县', '区', '公', '单', '代', '委'])
    {
        return true;
    }
    text[..at].ends_with(['有', '等', '亟', '尚', '仍', '期'])
}

/// The place with the brackets around it and the words in them.
fn with_brackets(text: &str, range: Range<usize>) -> Range<usize> {
    for (open, close) in [('（', '）'), ('(', ')'), ('【', '】'), ('[', ']')] {
        let start = text[..range.start].rfind(open);
        let end = text[range.end..].find(close).map(|at| at + range.end + close.len_utf8());
        if let (Some(start), Some(end)) = (start, end)
            && text[start..end].chars().count() <= 16
            && text[start + open.len_utf8()..range.start].chars().all(|it| it != close)
        {
            return start..end;
        }
    }
    range
}

/// The first run of marks that stand for something: XX, ××, ____, ***, ？？.
fn next_blank(text: &str, from: usize) -> Option<Range<usize>> {
    let mut start = from;
    while let Some(at) =
        text[start..].find(['X', 'x', '×', 'Ｘ', '_', '＿', '*', '＊', '？', '?', '□', '△', '■']).map(|at| at + start)
    {
        let mark = text[at..].chars().next()?;
        let length = text[at..].len() - text[at..].trim_start_matches(mark).len();
        let end = at + length;
        start = end;
        let count = length / mark.len_utf8();
        let before = text[..at].chars().next_back();
        let after = text[end..].chars().next();
        let is_word = |it: Option<char>| it.is_some_and(|it| it.is_ascii_alphanumeric());
        let is_blank = match mark {
            'X' | 'x' | 'Ｘ' | '×' if count == 1 => {
                // ×月×日 is one place.
                let unit =
                    after.filter(|it| matches!(it, '年' | '月' | '日' | '号' | '名' | '局' | '人' | '家' | '万'));
                if unit.is_some() && !is_word(before) && before != Some('.') {
                    let mut last = end + unit.map_or(0, char::len_utf8);
                    while text[last..].starts_with(mark)
                        && text[last + mark.len_utf8()..].starts_with(['年', '月', '日'])
                    {
                        last += mark.len_utf8() + '月'.len_utf8();
                    }
                    return Some(at..last);
                }
                false
            }
            'X' | 'x' | 'Ｘ' => !is_word(before) && !is_word(after),
            '×' => true,
            '_' | '＿' | '△' | '＊' => count >= 2,
            '*' => count >= 2 && !(is_word(before) && is_word(after)),
            '？' | '?' => count >= 2,
            _ => count >= 1,
        };
        if is_blank {
            return Some(at..end);
        }
    }
    None
}
